package html

// dress is what distinguishes a page of ours from HTML that goes into someone else's: the attributes of each element, a blank
// before each. What is written, and in which order, is the same.
type dress struct {
	// boxes says that the parts of the report stand in elements of their own, which the rules of report.css and our scripts know.
	// An editor of a website drops or unwraps them.
	boxes bool
	// top is the rank of the title: 1 where the report is the page, 2 where the page has a title of its own.
	top int
	// indent begins a paragraph, hang the lines of the list of attachments after the first: as characters, where no rule can do it.
	indent, hang string

	draft, number, title, titleLine, text, attachments, attachmentLabel, attachmentTitle, signature, date string
	// headings and runIns are by level.
	headings, runIns [5]string
}

// classes is the dress of our own pages.
var classes = &dress{
	boxes: true, top: 1,
	draft: ` class="nb-draft"`, number: ` class="nb-number"`, title: ` class="nb-title"`, titleLine: ` class="nb-line"`, text: ` class="nb-text"`,
	attachments: ` class="nb-attachment-line"`, attachmentLabel: ` class="nb-attachment-label"`, attachmentTitle: ` class="nb-attachment-title"`,
	signature: ` class="nb-agency"`, date: ` class="nb-date"`,
	headings: [5]string{1: ` class="nb-heading nb-level-1"`, 2: ` class="nb-heading nb-level-2"`, 3: ` class="nb-heading nb-level-3"`, 4: ` class="nb-heading nb-level-4"`},
	runIns:   [5]string{1: ` class="nb-run-in nb-level-1"`, 2: ` class="nb-run-in nb-level-2"`, 3: ` class="nb-run-in nb-level-3"`, 4: ` class="nb-run-in nb-level-4"`},
}

// The looks of GB/T 9704 for HTML that brings no rules along.
const (
	fang = "font-family:仿宋_GB2312,仿宋,FangSong,STFangsong,serif;"
	hei  = "font-family:黑体,SimHei,sans-serif;"
	kai  = "font-family:楷体_GB2312,楷体,KaiTi,STKaiti,serif;"
	song = "font-family:方正小标宋简体,宋体,SimSun,serif;"
	// body is a line of the text, big one of the title.
	body  = "font-size:16pt;line-height:1.8;margin:0;"
	big   = "font-size:22pt;line-height:1.4;margin:0 0 1em;"
	plain = "font-weight:normal;"
)

// inline is the dress for pasting into the editor of a website: no classes, ids or boxes, which such editors take away, and nothing
// that only a style says. What the editor leaves of the styles makes it look like the document.
var inline = &dress{
	top: 2, indent: "　　", hang: "　　　",
	draft:     ` align="right" style="` + hei + body + `text-align:right"`,
	number:    ` align="center" style="` + fang + body + `text-align:center"`,
	title:     ` align="center" style="` + song + big + `text-align:center"`,
	titleLine: ` style="display:block"`,
	text:      ` style="` + fang + body + `text-align:justify"`, attachments: ` style="` + fang + body + `"`,
	attachmentLabel: ` style="` + hei + body + `padding-top:3em"`, attachmentTitle: ` align="center" style="` + song + big + `text-align:center"`,
	signature: ` align="right" style="` + fang + body + `text-align:right;padding:1.8em 2em 0 0"`,
	date:      ` align="right" style="` + fang + body + `text-align:right;padding-right:2em"`,
	headings: [5]string{1: ` style="` + hei + body + plain + `"`, 2: ` style="` + kai + body + plain + `"`,
		3: ` style="` + fang + body + plain + `"`, 4: ` style="` + fang + body + plain + `"`},
	runIns: [5]string{1: ` style="` + hei + plain + `"`, 2: ` style="` + kai + plain + `"`, 3: ` style="` + plain + `"`, 4: ` style="` + plain + `"`},
}
