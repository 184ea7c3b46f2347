package ofd

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"nianbao/report/layout"
)

// china is where the dates of a file are dates: the standard gives them no time of day and no zone.
var china = time.FixedZone("CST", 8*60*60)

// info appends the root of the file (OFD.xml): what the document is, and where.
func (f *file) info() {
	f.raw(`<ofd:OFD` + namespace + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>`)
	f.element("DocID", docID(f.options.Identifier, f.pages.Title, f.pages.Agency))
	f.element("Title", f.pages.Title)
	f.element("Author", f.pages.Agency)
	if !f.options.Created.IsZero() {
		f.element("CreationDate", f.date())
		f.element("ModDate", f.date())
	}
	f.element("Creator", f.options.Generator)
	f.substitutes()
	f.raw(`</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`)
}

// docID is the 32 digits of a UUID (version 8) that names this version of this report.
func docID(names ...string) string {
	h := sha256.New()
	for _, name := range names {
		h.Write([]byte(name))
		h.Write([]byte{0})
	}
	id := h.Sum(nil)[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return hex.EncodeToString(id)
}

func (f *file) date() string { return f.options.Created.In(china).Format(time.DateOnly) }

// substitutes appends which fonts stand in for those that GB/T 9704 wants.
func (f *file) substitutes() {
	begun := false
	for _, n := range f.fonts {
		if n == nil || n.face.Own || n.face.Wanted == "" {
			continue
		}
		if !begun {
			f.raw(`<ofd:CustomDatas>`)
			begun = true
		}
		f.raw(`<ofd:CustomData Name="`).text(n.face.Wanted).raw(`的代用字体">`).text(n.face.Name).raw(`</ofd:CustomData>`)
	}
	if begun {
		f.raw(`</ofd:CustomDatas>`)
	}
}

// document appends what is in Document.xml: the pages and the outline.
func (f *file) document() {
	f.raw(`<ofd:CommonData><ofd:MaxUnitID>`).int(f.last).raw(`</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>`)
	f.box(box{0, 0, at(f.pages.Width), at(f.pages.Height)})
	f.raw(`</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>`)
	for i, id := range f.pageIDs {
		f.raw(`<ofd:Page ID="`).int(id).raw(`" BaseLoc="Pages/`).raw(pageFolder(i)).raw(`Content.xml"/>`)
	}
	f.raw(`</ofd:Pages>`)
	f.outline()
	if len(f.annotated) > 0 {
		f.raw(`<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>`)
	}
}

// outline appends the title and the headings, each below the last one of a higher level; what is below the first level is folded.
func (f *file) outline() {
	var open []int // the levels of the elements around
	for i, n := range f.pages.Nodes {
		if n.Title == "" || n.Kind != layout.KindTitle && n.Kind != layout.KindHeading {
			continue
		}
		if open == nil {
			f.raw(`<ofd:Outlines>`)
		}
		level := max(n.Level, 1)
		for len(open) > 0 && open[len(open)-1] >= level {
			f.raw(`</ofd:OutlineElem>`)
			open = open[:len(open)-1]
		}
		open = append(open, level)
		f.raw(`<ofd:OutlineElem Title="`).text(n.Title).raw(`" Expanded="false"><ofd:Actions><ofd:Action Event="CLICK">`)
		f.goTo(i)
		f.raw(`</ofd:Action></ofd:Actions>`)
	}
	if open == nil {
		return
	}
	for range open {
		f.raw(`</ofd:OutlineElem>`)
	}
	f.raw(`</ofd:Outlines>`)
}

// goTo appends the way to a node: its page, scrolled so that the node stands on top, at whatever zoom the reader has.
func (f *file) goTo(node int) {
	n := f.pages.Nodes[node]
	f.raw(`<ofd:Goto><ofd:Dest Type="XYZ" PageID="`).int(f.pageIDs[n.Page]).raw(`" Left="0" Top="`).mm(at(n.Top)).raw(`" Zoom="0"/></ofd:Goto>`)
}
