package review

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"nianbao/report"
)

// Settings are what an installation changes.
type Settings struct {
	// Rules switch codes off or soften them.
	Rules []Setting `yaml:"rules"`
	// OverviewLimit is the longest overview, in characters, beyond which phrase.official says so; 0 for the default of 1,000.
	OverviewLimit int `yaml:"overview_limit"`
	// Phrases are the installation's own set phrases: what is written wrong, and right.
	Phrases []Phrase `yaml:"phrases"`
}

// Setting changes one rule, with a dated reason.
type Setting struct {
	Code string `yaml:"code"`
	// Severity is the gravest that it may still have: warning or hint; off switches the rule off.
	Severity string `yaml:"severity"`
	// Since is the day (yyyy-mm-dd) of the decision, Reason why.
	Since  string `yaml:"since"`
	Reason string `yaml:"reason"`
}

// off is the severity of a rule that is switched off.
const off = "off"

// Phrase is a set phrase.
type Phrase struct {
	Wrong string `yaml:"wrong"`
	Right string `yaml:"right"`
}

// fixed are the rules without which the form could not keep its promise that nothing is lost.
var fixed = []string{report.CodeConflict, report.CodeMissing, report.CodeType, report.CodeNil}

var datePat = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// LoadSettings reads a file of settings (docs/rules.md, "Settings"). The error is one Chinese sentence that names the place.
func LoadSettings(name string, data []byte, editions report.Editions) (Settings, error) {
	var s Settings
	if err := yaml.UnmarshalWithOptions(data, &s, yaml.Strict()); err != nil {
		line := 1
		if at, ok := errors.AsType[yaml.Error](err); ok && at.GetToken() != nil {
			line = at.GetToken().Position.Line
		}
		return s, &report.Error{Code: report.Invalid, Message: name + " 第 " + itoa(line) + " 行写法不对，请对照 docs/rules.md 里的例子。", Err: err}
	}
	known := map[string]bool{}
	for _, r := range Catalogue(editions) {
		known[r.Code] = true
	}
	for i, r := range s.Rules {
		problem := ""
		switch {
		case !known[r.Code]:
			problem = "没有“" + r.Code + "”这条规则，请对照 docs/rules.md。"
		case slices.Contains(fixed, r.Code):
			problem = "“" + r.Code + "”不能调整：填报页靠它保证不漏填、不丢字。"
		case r.Severity != off && r.Severity != string(report.SeverityHint) && r.Severity != string(report.SeverityWarning):
			problem = "severity 要写 off、hint 或 warning。"
		case !datePat.MatchString(r.Since) || strings.TrimSpace(r.Reason) == "":
			problem = "since（日期，如 2026-12-01）和 reason（原因）都要写。"
		case slices.ContainsFunc(s.Rules[:i], func(o Setting) bool { return o.Code == r.Code }):
			problem = "“" + r.Code + "”写了两次。"
		}
		if problem != "" {
			return s, report.Errorf(report.Invalid, "%s 里第 %d 条规则：%s", name, i+1, problem)
		}
	}
	for i, p := range s.Phrases {
		if p.Wrong == "" || p.Right == "" || p.Wrong == p.Right {
			return s, report.Errorf(report.Invalid, "%s 里第 %d 条用语：wrong 和 right 都要写，而且不同。", name, i+1)
		}
	}
	if s.OverviewLimit < 0 {
		return s, report.Errorf(report.Invalid, "%s：overview_limit 不能是负数。", name)
	}
	return s, nil
}

// Editions are the editions with the relations as the settings want them, so that the page judges figures as the server does.
func (s Settings) Editions(editions report.Editions) report.Editions {
	for _, r := range s.Rules {
		editions = editions.Softened(r.Code, r.most(), r.note())
	}
	return editions
}

// most is the gravest severity that the rule may still have, "" for none.
func (r Setting) most() report.Severity {
	if r.Severity == off {
		return ""
	}
	return report.Severity(r.Severity)
}

// note tells whoever reads a finding that it was softened.
func (r Setting) note() string { return "（本系统 " + r.Since + " 起放宽：" + r.Reason + "）" }

// soften lets findings weigh no more than the settings allow. What was softened says so and why.
func (s Settings) soften(findings []report.Finding) []report.Finding {
	for _, r := range s.Rules {
		if r.Severity == off {
			findings = slices.DeleteFunc(findings, func(f report.Finding) bool { return f.Code == r.Code })
			continue
		}
		for i, f := range findings {
			if softer := f.Severity.AtMost(r.most()); f.Code == r.Code && softer != f.Severity {
				findings[i].Severity = softer
				findings[i].Hint += r.note()
			}
		}
	}
	return findings
}
