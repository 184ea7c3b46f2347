package ofd

import "time"

// writeAnnotations writes the links (链接注释): for each page that has some a part of its own, and the list of those parts.
func (f *file) writeAnnotations() error {
	for i := range f.pages.Pages {
		if len(f.pages.Pages[i].Links) == 0 {
			continue
		}
		f.annotated = append(f.annotated, i)
		f.begin().raw(`<ofd:PageAnnot` + namespace + `>`)
		f.links(i)
		f.raw(`</ofd:PageAnnot>`)
		if err := f.end("Doc_0/Annots/" + pageFolder(i) + "Annotation.xml"); err != nil {
			return err
		}
	}
	if len(f.annotated) == 0 {
		return nil
	}
	f.begin().raw(`<ofd:Annotations` + namespace + `>`)
	for _, i := range f.annotated {
		f.raw(`<ofd:Page PageID="`).int(f.pageIDs[i]).raw(`"><ofd:FileLoc>`).raw(pageFolder(i)).raw(`Annotation.xml</ofd:FileLoc></ofd:Page>`)
	}
	f.raw(`</ofd:Annotations>`)
	return f.end("Doc_0/Annots/Annotations.xml")
}

// links appends the links of a page. What is clicked is a path that is neither stroked nor filled. It must not say Fill="false",
// the default: ofd.js paints black what says so.
func (f *file) links(page int) {
	// the standard wants a date, whether there is one or not
	modified := f.date()
	if f.options.Created.IsZero() {
		modified = time.Unix(0, 0).UTC().Format(time.DateOnly)
	}
	for _, l := range f.pages.Pages[page].Links {
		area := box{at(l.X), at(l.Y), at(l.X + l.Width), at(l.Y + l.Height)}
		f.raw(`<ofd:Annot Type="Link" Creator="`).text(f.options.Generator).raw(`" LastModDate="`).raw(modified).raw(`"`)
		f.idAttribute().raw(`><ofd:Appearance Boundary="`).box(area).raw(`"><ofd:PathObject`)
		inside := box{0, 0, area.right - area.left, area.bottom - area.top}
		f.idAttribute().raw(` Boundary="`).box(inside).raw(`" Stroke="false"><ofd:Actions><ofd:Action Event="CLICK">`)
		if l.URI != "" {
			f.raw(`<ofd:URI URI="`).text(l.URI).raw(`"/>`)
		} else {
			f.goTo(l.Target)
		}
		f.raw(`</ofd:Action></ofd:Actions><ofd:AbbreviatedData>`)
		f.rectangle(inside)
		f.raw(`</ofd:AbbreviatedData></ofd:PathObject></ofd:Appearance></ofd:Annot>`)
	}
}
