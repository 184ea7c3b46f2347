package docx

// The page of GB/T 9704-2012 in twips, twentieths of a point: 天头 37 mm, 订口 28 mm, text block 156 × 225 mm.
const (
	pageWidth    = 11906
	pageHeight   = 16838
	marginTop    = 2098
	marginLeft   = 1588
	marginRight  = 1474
	marginBottom = 1984
	textWidth    = pageWidth - marginLeft - marginRight
	textHeight   = pageHeight - marginTop - marginBottom

	// 22 lines a page.
	linePitch = 579
	// 28 characters a line: 3号 is 320, set 5 closer.
	spacing = -5
	em      = 320 + spacing

	// The page number's line hangs 7 mm below the text block.
	footerBottom = 1446
	headerTop    = 1134
)
