package review

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// figureRules are the rules on figures and outline that package report checks itself.
var figureRules = []Rule{
	{report.CodeType, []report.Severity{report.SeverityError}, "a cell holds something that is not a number of its kind", "新收 · 商业企业 填了“三件”"},
	{report.CodeMissing, []report.Severity{report.SeverityError, report.SeverityWarning}, "a cell is blank; a warning on a document that was read", "行政许可 · 处理决定 空着"},
	{report.CodeNil, []report.Severity{report.SeverityError, report.SeverityWarning}, "无, / or — stands where 0 belongs; a warning on a document that was read", "行政强制 · 处理决定 写的是“无”"},
	{report.CodeConflict, []report.Severity{report.SeverityError}, "two people wrote different values and nobody has chosen yet", "甲填 3，乙填 5"},
}

// Catalogue lists every code that a finding can have: those on figures, the relations of the editions, and the families. One code has
// one entry for each family that gives it.
func Catalogue(editions report.Editions) []Rule {
	out := slices.Clone(figureRules)
	out = append(out, relationRules(editions)...)
	for _, f := range families {
		out = append(out, f.rules...)
	}
	return out
}

// relationRules are the sums and relations of the editions, one entry a code.
func relationRules(editions report.Editions) []Rule {
	var out []Rule
	of := map[string]map[string]bool{}
	note := func(code string, severity report.Severity, edition, equation, message string) {
		i := slices.IndexFunc(out, func(r Rule) bool { return r.Code == code })
		if i < 0 {
			out = append(out, Rule{Code: code, Finds: equation, Example: message})
			i, of[code] = len(out)-1, map[string]bool{}
		}
		if !slices.Contains(out[i].Severities, severity) {
			out[i].Severities = append(out[i].Severities, severity)
		}
		if !of[code][edition] {
			of[code][edition] = true
			if len(of[code]) == 1 {
				out[i].Finds = "a relation of the official tables is broken: " + equation + " (" + edition
			} else {
				out[i].Finds += ", " + edition
			}
		}
	}
	for _, e := range editions {
		for _, t := range e.Tables {
			for _, s := range t.Sums {
				note(s.Code, report.SeverityError, e.ID, s.Cell.Name()+" = the sum of its parts, as a document has them", s.Message)
			}
			for _, r := range t.Relations {
				note(r.Code, r.Severity, e.ID, r.Equation, r.Message)
				if r.Softens {
					note(r.Code, report.SeverityWarning, e.ID, r.Equation, r.Message)
				}
			}
		}
	}
	for i := range out {
		out[i].Finds += ")"
	}
	return out
}

const catalogueHead = `# The rules

Made from the code by ` + "`make rules`" + `; do not edit. Every code that a finding can have: what it finds, how grave it is, an example. An error must be mended before submission; a warning must
be mended or answered with a written reason; a hint is worth a look.

| code | severity | finds | example |
|---|---|---|---|
`

const catalogueFoot = `
## Settings

An installation may switch rules off or soften them, each with a dated reason, and add its own set phrases: ` + "`nianbao serve --rules FILE`" + ` (also for ` + "`check`" + `), where FILE is YAML:

` + "```yaml" + `
rules:
  - code: similar.peer
    severity: off            # off, hint or warning: the gravest that it may still have
    since: 2026-12-01
    reason: 县里统一提供了“总体情况”的写法
overview_limit: 1500         # characters; beyond it phrase.official asks for a shorter overview
phrases:
  - {wrong: 政务信息公开栏, right: 政务公开栏}
` + "```" + `

What was softened says so in the finding. ` + "`value.type`, `value.missing`, `nil.notation` and `conflict`" + ` cannot be changed: the form rests on them.
`

// WriteCatalogue writes docs/rules.md.
func WriteCatalogue(w io.Writer, editions report.Editions) error {
	var b strings.Builder
	b.WriteString(catalogueHead)
	for _, r := range Catalogue(editions) {
		var severities []string
		for _, s := range r.Severities {
			severities = append(severities, string(s))
		}
		cell := strings.NewReplacer("|", "\\|", "\n", " ")
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Code, strings.Join(severities, ", "), cell.Replace(r.Finds), cell.Replace(r.Example))
	}
	b.WriteString(catalogueFoot)
	_, err := io.WriteString(w, b.String())
	return err
}

func itoa(n int) string { return strconv.Itoa(n) }
