package views

import (
	"slices"
	"testing"

	"nianbao/report"
)

// TestNothingWrittenYet holds the word for an empty section to what the rules say of it.
func TestNothingWrittenYet(t *testing.T) {
	d := sampleDossier(t)
	d.Report.Sections = []report.Section{{Key: "overview", Heading: "一、总体情况", Blocks: paragraphs("写了。")}, {Key: "problems", Heading: "五、存在的主要问题及改进情况"}}
	d.Outline = []report.OutlineEntry{{Key: "overview"}, {Key: "problems"}}
	findings := slices.DeleteFunc(report.Check(d.Edition, d.Report, report.Context{}), func(f report.Finding) bool { return f.Severity == report.SeverityHint })
	findings = append(findings, report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: "overview", Message: "“总体情况”没有写监督保障。"},
		report.Finding{Code: "wording", Severity: report.SeverityWarning, Section: report.PartNumber},
		report.Finding{Code: "contact.malformed", Severity: report.SeverityWarning, Section: report.PartClosing})
	nav := NewReportNav(7, d.Outline, findings, report.Unanswered(findings, nil), "")
	want := map[string]string{"overview": "提醒 1", "problems": "未填", report.PartTitle: "提醒 1", report.PartSignature: "提醒 1"}
	for _, s := range nav.Sections {
		if w, ok := want[s.Key]; ok && s.Word != w {
			t.Errorf("%s: %s, want %s", s.Key, s.Word, w)
		}
	}
}
