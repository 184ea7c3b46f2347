// Package compose turns a report into its document: what is printed, where, and in which words.
package compose

import (
	"strconv"
	"strings"
	"time"

	"nianbao/report"
	"nianbao/report/document"
)

// Compose lays a report out as a document. The edition may be nil when it is unknown; official tables cannot be printed then.
func Compose(e *report.Edition, r *report.Report) *document.Document {
	c := composer{edition: e, report: r, figures: r.Figures}
	d := &document.Document{Number: line(r.Number), Title: line(r.Title), Agency: line(r.Agency), Signature: signature(r.Signature),
		Closing: paragraphs(r.Closing)}
	if preface := paragraphs(r.Preface); preface != nil {
		d.Sections = append(d.Sections, document.Section{Key: report.PartPreface, Blocks: preface})
	}
	for _, s := range r.Sections {
		d.Sections = append(d.Sections, document.Section{Key: s.Key, Heading: line(s.Heading), Blocks: c.blocks(s.Blocks)})
	}
	for i, a := range r.Attachments {
		label := line(a.Label)
		if label == "" {
			label = "附件"
			if len(r.Attachments) > 1 {
				label += strconv.Itoa(i + 1)
			}
		}
		d.Attachments = append(d.Attachments, document.Attachment{Key: a.Key, Label: label, Heading: line(a.Heading), Title: line(a.Title),
			Blocks: c.blocks(a.Blocks)})
	}
	return d
}

type composer struct {
	edition *report.Edition
	report  *report.Report
	figures report.Figures
}

func (c composer) blocks(blocks []report.Block) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		switch {
		case b.Grid != nil:
			if t := plainTable(b.Grid); t != nil {
				out = append(out, t)
			}
		case b.Chart != nil:
			if p := c.chart(b.Chart); p != nil {
				out = append(out, p)
			}
		case b.Table != "":
			if t := c.officialTable(b.Table); t != nil {
				out = append(out, t)
			}
		default:
			out = append(out, paragraphs(b.Text)...)
		}
	}
	return out
}

// line is a text that stands on one line whatever was typed.
func line(text string) string { return strings.Join(report.Paragraphs(text), "") }

// paragraphs finds the heading of each paragraph from its numbering.
func paragraphs(text string) []document.Block {
	var out []document.Block
	for _, text := range report.Paragraphs(text) {
		p := &document.Paragraph{Text: text}
		if end := report.HeadingEnd(text); end > 0 {
			p.Level, p.HeadingEnd = report.Level(text), end
		}
		out = append(out, p)
	}
	return out
}

// signature writes the date as documents do, 2023年1月17日; a date that is not one stays as it is.
func signature(s report.Signature) document.Signature {
	out := document.Signature{Agency: line(s.Agency), Date: line(s.Date)}
	if day, err := time.Parse(time.DateOnly, out.Date); err == nil {
		out.ISO, out.Date = out.Date, day.Format("2006年1月2日")
	}
	return out
}
