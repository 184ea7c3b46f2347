package review_test

import (
	"testing"

	"nianbao/report"
	"nianbao/report/review"
)

// mostFindings bounds what a report of a dozen places can get: a hundred of a code in a place, and the figures of its tables.
const mostFindings = 20000

// Whatever stands in a report, proofreading ends, and what it marks is what it quotes.
func FuzzProofread(f *testing.F) {
	editions, err := report.Standard()
	if err != nil {
		f.Fatal(err)
	}
	_, sound, _ := benchReport(f)
	f.Add(sound.Title, sound.Preface, report.TextOf(sound.Sections[0].Blocks), report.TextOf(sound.Sections[4].Blocks), sound.Agency, "3", uint16(sound.Year), uint8(3))
	f.Add("关于2025年", "报告由《总体情况等七部分组成。", "（一）\n1.共3条，其中网站5条、\x00微信\xff2条。。截止2025年99月99日", "占99999%\n我乡", "新洲乡", "无", uint16(0), uint8(0))
	f.Add("", "\n\n", "（（（【《“", "999999999999999999999件", "", "-1", uint16(65535), uint8(2))
	f.Fuzz(func(t *testing.T, title, preface, overview, other, agency, figure string, year uint16, pick uint8) {
		var e *report.Edition
		if at := int(pick) % (len(editions) + 1); at < len(editions) {
			e = editions[at]
		}
		r := &report.Report{Year: int(year), Agency: agency, Title: title, Number: agency, Preface: preface, Figures: report.Figures{}, Closing: other,
			Signature: report.Signature{Agency: agency, Date: preface}, Published: title,
			Attachments: []report.Attachment{{Key: "attachment_1", Label: title, Title: other, Heading: title, Blocks: []report.Block{{Text: overview}}}},
			Sections:    []report.Section{{Key: "extra_1", Heading: overview, Blocks: []report.Block{{Text: other}, {Text: title}}}}}
		if e != nil {
			r.Edition = e.ID
			for i, o := range e.Outline {
				if o.Attachment {
					continue
				}
				text := []string{overview, other, preface}[i%3]
				s := report.Section{Key: o.Key, Heading: o.Heading, Blocks: []report.Block{{Text: text}, {Text: title}}}
				for _, key := range o.Tables {
					s.Blocks = append(s.Blocks, report.Block{Table: key})
					for _, c := range e.Table(key).Cells {
						r.Figures[c.ID] = figure
					}
				}
				r.Sections = append(r.Sections, s)
			}
		}
		last := *r
		last.Year--
		c := report.Context{Mode: report.Mode(pick >> 7), LastReport: &last, Alike: []report.Likeness{{Section: "overview", Agency: "柳河镇人民政府", Year: int(year), Text: other}}}
		if e != nil {
			c.Last = &report.LastYear{Edition: e, Figures: last.Figures}
		}
		findings := review.New(review.Settings{}).Proofread(e, r, c).Findings
		if len(findings) > mostFindings {
			t.Errorf("%d findings", len(findings))
		}
		for _, finding := range findings {
			checkRange(t, r, finding)
		}
	})
}

// checkRange holds what is promised of ranges (contract.md, "Findings JSON"): they count code points, and the quote is what stands there.
func checkRange(t *testing.T, r *report.Report, f report.Finding) {
	t.Helper()
	runes := []rune(r.Text(f.Section))
	within := func(start, end int) bool { return 0 <= start && start <= end && end <= len(runes) }
	switch {
	case !within(f.Start, f.End):
		t.Errorf("%s in %s: %d to %d of %d characters", f.Code, f.Section, f.Start, f.End, len(runes))
	case f.OnText() && string(runes[f.Start:f.End]) != f.Quote: // string of runes: a stray byte is U+FFFD
		t.Errorf("%s in %s: %q stands where %q is quoted", f.Code, f.Section, string(runes[f.Start:f.End]), f.Quote)
	}
	if f.Fix != nil && !within(f.Fix.Start, f.Fix.End) {
		t.Errorf("%s in %s: a fix from %d to %d of %d characters", f.Code, f.Section, f.Fix.Start, f.Fix.End, len(runes))
	}
	for _, m := range f.Matches {
		if !within(m.Start, m.End) || string(runes[m.Start:m.End]) != m.Quote {
			t.Errorf("%s in %s: a match from %d to %d of %d characters", f.Code, f.Section, m.Start, m.End, len(runes))
		}
	}
}
