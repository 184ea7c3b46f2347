package docx

import "nianbao/report/document/gbt9704"

// The page of GB/T 9704-2012 in twips, twentieths of a point.
var (
	pageWidth    = gbt9704.PageWidth.Twips()
	pageHeight   = gbt9704.PageHeight.Twips()
	marginTop    = gbt9704.TextTop.Twips()
	marginLeft   = 1588 // a hair more than 28 mm, so that the block is not wider than 156 mm
	textWidth    = gbt9704.TextWidth.Twips()
	marginRight  = pageWidth - marginLeft - textWidth
	marginBottom = 1984
)

const (
	// 22 lines a page.
	linePitch = 579
	// 28 characters a line: 3号 is 320, set 5 closer.
	spacing = int(gbt9704.Tighten / 50)
	em      = int(gbt9704.Em / 50)

	// The dashes beside the page number hang 7 mm below the text block.
	footerBottom = 1426
	headerTop    = 1134
)
