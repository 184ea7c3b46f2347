package review

import (
	"strings"
	"testing"

	"nianbao/report"
)

func TestLoadSettings(t *testing.T) {
	const reason = ", since: 2026-12-01, reason: 统一写法}\n"
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"all of it", "rules:\n  - {code: balance, severity: hint" + reason + "overview_limit: 1500\nphrases:\n  - {wrong: 甲, right: 乙}\n", ""},
		{"not YAML", "rules: [\n", "第"},
		{"unknown key", "rule: []\n", "第 1 行"},
		{"unknown rule", "rules:\n  - {code: nonsense, severity: off" + reason, "没有“nonsense”"},
		{"the form rests on it", "rules:\n  - {code: conflict, severity: off" + reason, "不能调整"},
		{"no such severity", "rules:\n  - {code: balance, severity: none" + reason, "off、hint 或 warning"},
		{"without a reason", "rules:\n  - {code: balance, severity: off, since: 2026-12-01}\n", "reason"},
		{"without a date", "rules:\n  - {code: balance, severity: off, reason: 好}\n", "since"},
		{"twice", "rules:\n  - {code: balance, severity: off" + reason + "  - {code: balance, severity: hint" + reason, "两次"},
		{"a phrase that changes nothing", "phrases:\n  - {wrong: 甲, right: 甲}\n", "第 1 条用语"},
		{"negative limit", "overview_limit: -1\n", "负数"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadSettings("规则.yaml", []byte(c.text), standard(t))
			switch got := report.ErrorMessage(err); {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(got, c.want) || !strings.Contains(got, "规则.yaml")):
				t.Errorf("got %q, want %q in it", got, c.want)
			}
		})
	}
}

func TestSoften(t *testing.T) {
	findings := func() []report.Finding {
		return []report.Finding{{Code: "wording", Severity: report.SeverityWarning, Hint: "改正。"}, {Code: "residue", Severity: report.SeverityWarning}}
	}
	got := Settings{Rules: []Setting{{"wording", "hint", "2026-12-01", "试用"}, {"residue", "off", "2026-12-01", "试用"}}}.soften(findings())
	if len(got) != 1 || got[0].Severity != report.SeverityHint || !strings.Contains(got[0].Hint, "2026-12-01 起放宽：试用") {
		t.Errorf("got %+v", got)
	}
	if got := (Settings{Rules: []Setting{{"wording", "warning", "2026-12-01", "试用"}}}).soften(findings()); got[0].Hint != "改正。" {
		t.Errorf("what is no graver than allowed changed: %+v", got[0])
	}
}
