package views

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"nianbao/report"
)

// What the page says while it is typed (static/js/words.js) must be what the server says about the same sheet.

// spoken is all that both say about a sheet.
type spoken struct {
	Cards     []FindingCard `json:"cards"`
	Equations []said        `json:"equations"`
	Marks     []string      `json:"marks"`
	Sections  [][]string    `json:"sections"`
}

type said struct {
	Kind    string `json:"kind"`
	Numbers string `json:"numbers"`
	Verdict string `json:"verdict"`
}

// modules runs ES modules of the page in goja, which knows none: their names become global.
func modules(t *testing.T, names ...string) *goja.Runtime {
	t.Helper()
	vm := goja.New()
	for _, name := range names {
		source, err := os.ReadFile("../static/js/" + name)
		if err != nil {
			t.Fatal(err)
		}
		// Each in a scope of its own, since they use the same words for their own things.
		exports := regexp.MustCompile(`(?m)^export (?:const|function|class) (\w+)`).FindAllStringSubmatch(string(source), -1)
		var body strings.Builder
		body.WriteString("(() => {\n" + regexp.MustCompile(`(?m)^(export |import .*$)`).ReplaceAllString(string(source), "") + "\n")
		for _, e := range exports {
			fmt.Fprintf(&body, "globalThis.%[1]s = %[1]s;\n", e[1])
		}
		body.WriteString("})()")
		if _, err := vm.RunScript(name, body.String()); err != nil {
			t.Fatal(err)
		}
	}
	return vm
}

const speak = `((input) => {
	const { rules, raws, tallies } = JSON.parse(input);
	const sheet = new Sheet(rules, raws);
	const findings = sheet.findings();
	return JSON.stringify({
		cards: listFindings(findings, rules, sheet.index),
		equations: rules.relations.map((r, i) => equation(r.op, sheet.state(i))),
		marks: findings.map(markOf),
		sections: tallies.map(sectionState),
	});
})`

func TestPageSpeaksAsTheServer(t *testing.T) {
	vm := modules(t, "rules.js", "words.js")
	value, err := vm.RunString(speak)
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(value)
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 1))
	values := []string{"0", "0", "0", "1", "2", "3", "", "", "无", "三", "-1"}
	for _, edition := range editions {
		for _, table := range edition.Tables {
			for range 12 {
				// Few different values in some rounds, so that few and many findings both come up.
				few := values[:3+r.IntN(len(values)-2)]
				figures, last := report.Figures{}, &report.LastYear{Edition: edition, Figures: report.Figures{}}
				for _, c := range table.Cells {
					if !c.Optional || r.IntN(2) == 0 {
						figures[c.ID] = few[r.IntN(len(few))]
					}
					last.Figures[c.ID] = fmt.Sprint(r.IntN(2))
				}
				tallies := []SectionRest{{r.IntN(3), r.IntN(3), 0, r.IntN(2) == 0}, {5, r.IntN(2), r.IntN(6), false}}
				tallies[0].Missing = r.IntN(tallies[0].Errors + 1)

				sheet := report.NewSheet(table, figures, last, report.InForm)
				rules := sheet.Rules()
				input, err := json.Marshal(map[string]any{"rules": rules, "raws": figures, "tallies": tallies})
				if err != nil {
					t.Fatal(err)
				}
				answer, err := call(goja.Undefined(), vm.ToValue(string(input)))
				if err != nil {
					t.Fatal(err)
				}
				var got spoken
				if err := json.Unmarshal([]byte(answer.String()), &got); err != nil {
					t.Fatal(err)
				}
				want := speakInGo(sheet, rules, tallies)
				for _, part := range []struct{ got, want any }{{got.Cards, want.Cards}, {got.Equations, want.Equations}, {got.Marks, want.Marks}, {got.Sections, want.Sections}} {
					if g, w := fmt.Sprintf("%+v", part.got), fmt.Sprintf("%+v", part.want); g != w {
						t.Fatalf("%s %s\npage %s\n  Go %s", edition.ID, table.Key, g, w)
					}
				}
			}
		}
	}
}

func speakInGo(sheet *report.Sheet, rules report.RuleSet, tallies []SectionRest) spoken {
	findings := sheet.Findings()
	out := spoken{Cards: ListFindings(findings, rules, nil, false)}
	for i, r := range rules.Relations {
		e := equationOf(r, sheet.State(i))
		out.Equations = append(out.Equations, said{e.Kind, e.Numbers, e.Verdict})
	}
	for _, f := range findings {
		out.Marks = append(out.Marks, markOf(f))
	}
	for _, rest := range tallies {
		word, kind := sectionState(standingFor(rest))
		out.Sections = append(out.Sections, []string{word, kind})
	}
	return out
}

// standingFor makes findings that count up to a tally; all warnings are unanswered.
func standingFor(rest SectionRest) (findings []report.Finding, unanswered []string) {
	for i := range rest.Errors {
		f := report.Finding{Code: "any", Severity: report.SeverityError}
		if i < rest.Missing {
			f.Code = report.CodeMissing
		}
		findings = append(findings, f)
	}
	for i := range rest.Warnings {
		f := report.Finding{Code: "any", Severity: report.SeverityWarning}
		if i == 0 && rest.Empty {
			f.Code, f.Message = report.CodeParts, emptyPart
		}
		findings = append(findings, f)
		unanswered = append(unanswered, f.Group())
	}
	return findings, unanswered
}
