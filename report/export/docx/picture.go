package docx

import (
	"iter"
	"strconv"

	"nianbao/report/document"
	"nianbao/report/export/emf"
)

const (
	drawingSpace = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`
	graphicSpace = `http://schemas.openxmlformats.org/drawingml/2006/main`
	pictureSpace = `http://schemas.openxmlformats.org/drawingml/2006/picture`
)

// emuPerPoint are the units of drawings (English Metric Units) in a point.
const emuPerPoint = 12700

// pictures are the pictures of a document in reading order, from 1.
func pictures(d *document.Document) iter.Seq2[int, *document.Picture] {
	return func(yield func(int, *document.Picture) bool) {
		n := 0
		in := func(blocks []document.Block) bool {
			for _, b := range blocks {
				if p, ok := b.(*document.Picture); ok {
					if n++; !yield(n, p) {
						return false
					}
				}
			}
			return true
		}
		for _, s := range d.Sections {
			if !in(s.Blocks) {
				return
			}
		}
		if !in(d.Closing) {
			return
		}
		for _, a := range d.Attachments {
			if !in(a.Blocks) {
				return
			}
		}
	}
}

// pictureParts are the files of the pictures.
func pictureParts(d *document.Document) (ps []part) {
	for n, p := range pictures(d) {
		ps = append(ps, part{name: "word/media/picture" + strconv.Itoa(n) + ".emf", id: pictureRelation(n), relation: "image",
			write: func(x *xmlBuffer, _ *document.Document, o document.Options) {
				x.b = append(x.b, emf.Picture(p, o.Fonts.Fang)...)
			}})
	}
	return ps
}

func pictureRelation(n int) string { return "rPicture" + strconv.Itoa(n) }

// picture appends a picture in the line; what it shows is told to those who do not see it.
func (x *xmlBuffer) picture(p *document.Picture, held bool) {
	x.drawn++
	width, height := p.Width*emuPerPoint/1000, p.Height*emuPerPoint/1000
	extent := func(element string) *xmlBuffer {
		return x.raw(`<` + element + ` cx="`).int(width).raw(`" cy="`).int(height).raw(`"/>`)
	}
	x.open(stylePicture, held).raw(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`)
	extent("wp:extent").raw(`<wp:docPr id="`).int(x.drawn).raw(`" name="图`).int(x.drawn).raw(`" descr="`).text(p.Alt).raw(`"/>` +
		`<a:graphic xmlns:a="` + graphicSpace + `"><a:graphicData uri="` + pictureSpace + `"><pic:pic xmlns:pic="` + pictureSpace + `"><pic:nvPicPr><pic:cNvPr id="`).
		int(x.drawn).raw(`" name="图`).int(x.drawn).raw(`"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="`).raw(pictureRelation(x.drawn)).
		raw(`"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>`)
	extent("a:ext").raw(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`)
}
