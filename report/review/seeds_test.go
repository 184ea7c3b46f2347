package review_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/report/review"
)

// seed proofreads one of the real reports; ok is false where they are not beside the project.
func seed(t *testing.T, name string) (findings []report.Finding, ok bool) {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", name+"_*.txt"))
	if len(files) != 1 {
		t.Log("the real reports are not beside the project; reports of our own stand in for them")
		return nil, false
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	reading, err := intake.Read(editions, files[0], data, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return review.New(review.Settings{}).Proofread(editions.Get(reading.Report.Edition), reading.Report, report.Context{Mode: report.AsRead}).Findings, true
}

// What careful readers found in the five real reports must be found, each with these words in its quote or message.
func TestSeeds(t *testing.T) {
	for _, c := range []struct {
		seed  string
		wants [][2]string // code, words
	}{
		{"000", [][2]string{{"period.year", "2020年"}, {"agency.foreign", "新洲乡"}, {"agency.foreign", "新洲"}, {"agency.foreign", "我乡"}, {"edition.mismatch", "2018 年"},
			{"nil.notation", "无"}, {"wording", ":。"}}},
		{"001", [][2]string{{"parts.extra", "二、加强政策解读回应"}, {"parts.extra", "九、下一步工作计划"}, {"parts.missing", "六、其他需要报告的事项"}, {"parts.missing", "信息处理费"}}},
		{"002", [][2]string{{"text.sum", "64917"}, {"text.share", "0.06%"}, {"text.share", "65.29%"}, {"contact.malformed", "http//:"}, {"residue", "本级政府(本部门)"},
			{"wording", ",,"}, {"contact.malformed", "0827—8221339"}}},
		{"003", [][2]string{{"parts.missing", "政府信息管理"}, {"heading.number", "(1)"}}},
		{"004", [][2]string{{"period.year", "2015年"}, {"range.statistics", "360 > 340"}, {"text.figure", "1000余条"}}},
	} {
		t.Run(c.seed, func(t *testing.T) {
			findings, ok := seed(t, c.seed)
			if !ok {
				return
			}
			for _, want := range c.wants {
				if !slices.ContainsFunc(findings, func(f report.Finding) bool {
					return f.Code == want[0] && (strings.Contains(f.Quote, want[1]) || strings.Contains(f.Message, want[1]))
				}) {
					t.Errorf("%s %q is missing", want[0], want[1])
				}
			}
			if t.Failed() {
				for _, f := range findings {
					t.Logf("%s %s %s %q %s", f.Severity, f.Code, f.Section, f.Quote, f.Message)
				}
			}
		})
	}
}

// Right sums of the real reports, and the hint that must stay one.
func TestSeedTraps(t *testing.T) {
	for _, c := range []struct{ seed, words string }{{"001", "174"}, {"001", "1145"}, {"002", "312"}, {"002", "220891"}, {"004", "96"}, {"004", "29台"}, {"004", "1000余条"}, {"004", "管理办公室办公室"}} {
		findings, _ := seed(t, c.seed)
		for _, f := range findings {
			if f.Severity != report.SeverityHint && f.OnText() && strings.Contains(f.Quote, c.words) {
				t.Errorf("%s: %s %s %q: %s", c.seed, f.Severity, f.Code, f.Quote, f.Message)
			}
		}
	}
}

// A finding's range is where its quote stands.
func TestSeedRanges(t *testing.T) {
	for _, name := range []string{"000", "001", "002", "003", "004"} {
		findings, _ := seed(t, name)
		for _, f := range findings {
			if f.OnText() && len([]rune(f.Quote)) != f.End-f.Start {
				t.Errorf("%s: %s %q from %d to %d", name, f.Code, f.Quote, f.Start, f.End)
			}
		}
	}
}
