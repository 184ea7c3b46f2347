package views

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/report"
)

// CheckedFile is a file that the command line has checked.
type CheckedFile struct {
	File string
	// Problem is why it could not be read; nothing else is set then.
	Problem  string
	Report   *report.Report
	Edition  *report.Edition // nil when unknown
	Findings []report.Finding
}

// Tally counts the file's findings.
func (f CheckedFile) Tally() report.Tally { return report.Count(f.Findings) }

// Name is whose report it is.
func (f CheckedFile) Name() string {
	switch r := f.Report; {
	case r == nil || r.Agency == "" && r.Year == 0:
		return f.File
	case r.Year == 0:
		return r.Agency
	default:
		return strings.TrimSpace(r.Agency+" ") + " " + strconv.Itoa(r.Year) + " 年"
	}
}

// checkedPlace is a section with its findings.
type checkedPlace struct {
	Label    string
	Findings []report.Finding
}

// places groups the findings by section, in the order in which sections first appear.
func (f CheckedFile) places() []checkedPlace {
	var out []checkedPlace
	at := map[string]int{}
	for _, finding := range Condensed(f.Edition, f.Findings) {
		i, known := at[finding.Section]
		if !known {
			i = len(out)
			at[finding.Section] = i
			out = append(out, checkedPlace{Label: placeLabel(f, finding.Section)})
		}
		out[i].Findings = append(out[i].Findings, finding)
	}
	return out
}

// partLabels name the places that are no sections.
var partLabels = map[string]string{report.PartTitle: "标题", report.PartNumber: "文号", report.PartPreface: "前言", report.PartSignature: "落款", report.PartClosing: "文末"}

func placeLabel(f CheckedFile, section string) string {
	if label := partLabels[section]; label != "" {
		return label
	}
	if s := f.Report.Section(section); s != nil && s.Heading != "" {
		return s.Heading
	}
	if a := f.Report.Attachment(section); a != nil {
		return orElse(a.Heading, orElse(a.Title, "附件"))
	}
	if f.Edition != nil {
		if p := f.Edition.Part(section); p != nil {
			return p.Heading
		}
	}
	return "正文"
}

// excerptAround is how many characters of context stand on each side of a quote.
const excerptAround = 24

// Excerpt is a quote with what stands around it in its paragraph.
type Excerpt struct{ Before, Quote, After string }

// NewExcerpt cuts the words of a finding out of the text of its section.
func NewExcerpt(text string, f report.Finding) Excerpt {
	runes := []rune(text)
	if !f.OnText() || f.End > len(runes) {
		return Excerpt{Quote: f.Quote}
	}
	from, to := f.Start, f.End
	for from > 0 && f.Start-from < excerptAround && runes[from-1] != '\n' {
		from--
	}
	for to < len(runes) && to-f.End < excerptAround && runes[to] != '\n' {
		to++
	}
	e := Excerpt{Before: string(runes[from:f.Start]), Quote: string(runes[f.Start:f.End]), After: string(runes[f.End:to])}
	if from > 0 && runes[from-1] != '\n' {
		e.Before = "…" + e.Before
	}
	if to < len(runes) && runes[to] != '\n' {
		e.After += "…"
	}
	return e
}

// namedCells is how many cells one line names.
const namedCells = 6

// Condensed tells findings about single cells that come in dozens once for each section, from the fourth on, where the first of them stands.
func Condensed(e *report.Edition, findings []report.Finding) []report.Finding {
	type place struct{ code, section string }
	cells := map[place][]string{}
	for _, f := range findings {
		if oncePhrases[f.Code] != "" {
			cells[place{f.Code, f.Section}] = append(cells[place{f.Code, f.Section}], f.Cell)
		}
	}
	told := map[place]bool{}
	var out []report.Finding
	for _, f := range findings {
		at := place{f.Code, f.Section}
		if many := cells[at]; len(many) > tellOnce {
			if told[at] {
				continue
			}
			told[at] = true
			var names []string
			for _, id := range many[:min(namedCells, len(many))] {
				names = append(names, e.Cell(id).Name())
			}
			f.Message = strings.TrimSuffix(fmt.Sprintf(oncePhrases[f.Code], len(many)), "。") + "：" + strings.Join(names, "、")
			if len(many) > namedCells {
				f.Message += " 等"
			}
			f.Message += "。"
		}
		out = append(out, f)
	}
	return out
}
