package document

import (
	"cmp"
	"time"
)

// Options are what a writer needs beside the document. Time and identifier are inputs, so that the same version of a report
// gives the same bytes.
type Options struct {
	// Draft marks the file 草稿.
	Draft bool
	// Sealed places the signature for a seal (加盖印章).
	Sealed bool
	// Created goes into the file's properties; the zero time leaves them out.
	Created time.Time
	// Identifier names this version of this report.
	Identifier string
	// Generator is the program named in the properties.
	Generator string
	Fonts     Fonts
}

// Fonts are the names of the fonts that an agency has installed (GB/T 9704-2012).
type Fonts struct {
	Title string // 小标宋
	Hei   string // 黑体, level 1
	Kai   string // 楷体, level 2
	Fang  string // 仿宋, body
	Song  string // 宋体, page numbers
	// Latin is for digits and Latin letters; "" sets them in the font of the text around them.
	Latin string
}

// WithDefaults fills in what is not set.
func (o Options) WithDefaults() Options {
	o.Generator = cmp.Or(o.Generator, "nianbao")
	o.Fonts.Title = cmp.Or(o.Fonts.Title, "方正小标宋简体")
	o.Fonts.Hei = cmp.Or(o.Fonts.Hei, "黑体")
	o.Fonts.Kai = cmp.Or(o.Fonts.Kai, "楷体_GB2312")
	o.Fonts.Fang = cmp.Or(o.Fonts.Fang, "仿宋_GB2312")
	o.Fonts.Song = cmp.Or(o.Fonts.Song, "宋体")
	return o
}

// Note is what a writer has to tell about a file that it wrote: what could not be set as it stands. Message is a Chinese sentence,
// Near the passage that it is about, if any.
type Note struct{ Code, Message, Near string }
