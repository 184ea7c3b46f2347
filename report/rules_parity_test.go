package report_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dop251/goja"

	"nianbao/report"
)

// The page's machine (static/js/rules.js) and Go's must agree to the last message: on the cases of testdata/rules and on random
// ones.

// module runs an ES module of the page in goja, which knows no modules: its names become global.
func module(t testing.TB, path string) *goja.Runtime {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	vm.SetFieldNameMapper(goja.TagFieldNameMapper("json", true))
	if _, err := vm.RunScript(path, regexp.MustCompile(`(?m)^export `).ReplaceAllString(string(source), "")); err != nil {
		t.Fatal(err)
	}
	return vm
}

// function makes a JavaScript function callable that takes JSON and answers JSON.
func function[In, Out any](t testing.TB, vm *goja.Runtime, source string) func(testing.TB, In) Out {
	t.Helper()
	f, err := vm.RunString("(input) => JSON.stringify((" + source + ")(JSON.parse(input)))")
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	return func(t testing.TB, in In) (out Out) {
		t.Helper()
		answer, err := call(goja.Undefined(), vm.ToValue(string(encode(t, in))))
		if err != nil {
			t.Fatalf("%v\ninput %s", err, encode(t, in))
		}
		if err := json.Unmarshal([]byte(answer.String()), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func readCases[T any](t testing.TB, path string) (cases []T) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return cases
}

// Values.

var conditions = map[report.Condition]string{report.Blank: "blank", report.Number: "number", report.None: "none", report.Malformed: "malformed"}

type valueInput struct {
	Kind  report.Kind `json:"kind"`
	Raw   string      `json:"raw"`
	Units []string    `json:"units"`
}

type valueCase struct {
	Kind      report.Kind    `json:"kind"`
	Raw       string         `json:"raw"`
	Condition string         `json:"condition"`
	Text      string         `json:"text"`
	Problem   report.Problem `json:"problem"`
	Converted bool           `json:"converted"`
	// Number is what counts in sums; the tables of cases leave it out.
	Number string `json:"number"`
}

func valueInGo(kind report.Kind, raw string) valueCase {
	v := report.ParseValue(kind, raw)
	return valueCase{kind, raw, conditions[v.Condition], v.Text, v.Problem, v.Converted, v.Plain()}
}

func valueInPage(t testing.TB) func(testing.TB, valueInput) valueCase {
	return function[valueInput, valueCase](t, module(t, "../static/js/rules.js"), `({kind, raw, units}) => {
		const v = parseValue(kind, raw, units);
		return {kind, raw, condition: ["blank", "number", "none", "malformed"][v.condition], text: v.text, problem: v.problem,
			converted: v.converted, number: formatNumber(v.number)};
	}`)
}

func TestValuesInBothPlaces(t *testing.T) {
	inPage := valueInPage(t)
	for _, want := range readCases[valueCase](t, "testdata/rules/values.json") {
		inGo := valueInGo(want.Kind, want.Raw)
		if got := inPage(t, valueInput{want.Kind, want.Raw, report.Units}); got != inGo {
			t.Errorf("page: %+v\n  Go: %+v", got, inGo)
		}
		if want.Number = inGo.Number; inGo != want {
			t.Errorf("got  %+v\nwant %+v", inGo, want)
		}
	}
}

var kinds = []report.Kind{report.KindCount, report.KindChange, report.KindAmount}

func FuzzParseValue(f *testing.F) {
	for _, c := range readCases[valueCase](f, "testdata/rules/values.json") {
		f.Add(uint8(slices.Index(kinds, c.Kind)), c.Raw)
	}
	inPage := valueInPage(f)
	f.Fuzz(func(t *testing.T, k uint8, raw string) {
		if !utf8.ValidString(raw) {
			t.Skip("forms are UTF-8")
		}
		kind := kinds[int(k)%len(kinds)]
		inGo := valueInGo(kind, raw)
		if got := inPage(t, valueInput{kind, raw, report.Units}); got != inGo {
			t.Errorf("page: %+v\n  Go: %+v", got, inGo)
		}
		if again := valueInGo(kind, inGo.Text); inGo.Condition == "number" && (again.Text != inGo.Text || again.Number != inGo.Number) {
			t.Errorf("%q is not stable: %q, then %q", raw, inGo.Text, again.Text)
		}
	})
}

// Sheets.

type sheetInput struct {
	Rules report.RuleSet    `json:"rules"`
	Raws  map[string]string `json:"raws"`
	Sets  [][2]string       `json:"sets"`
}

// sheetOutcome is all that a sheet says after a sequence of sets.
type sheetOutcome struct {
	Deltas   []delta          `json:"deltas"`
	Values   []shownValue     `json:"values"`
	States   []shownState     `json:"states"`
	Findings []report.Finding `json:"findings"`
}

type delta struct {
	Cells     []string `json:"cells"`
	Relations []int    `json:"relations"`
}

type shownValue struct {
	Condition report.Condition `json:"condition"`
	Text      string           `json:"text"`
}

type shownState struct {
	Standing   report.Standing `json:"standing"`
	Left       string          `json:"left"`
	Right      string          `json:"right"`
	LeftSum    string          `json:"leftSum"`
	RightSum   string          `json:"rightSum"`
	Difference string          `json:"difference"`
}

// written is how the table of cases writes a state.
func (s shownState) written(op report.Op) string {
	holds, broken := "=", "≠"
	if op == report.AtMost {
		holds, broken = "≤", ">"
	}
	switch s.Standing {
	case report.Holds:
		return s.Left + " " + holds + " " + s.Right
	case report.Broken:
		return s.Left + " " + broken + " " + s.Right + " 差 " + s.Difference
	}
	return ""
}

func sheetInGo(t testing.TB, table *report.Table, figures report.Figures, last *report.LastYear, sets [][2]string) (sheetOutcome, report.RuleSet) {
	t.Helper()
	s := report.NewSheet(table, figures, last, report.InForm)
	rules := s.Rules()
	var out sheetOutcome
	for _, set := range sets {
		i := slices.IndexFunc(table.Cells, func(c *report.Cell) bool { return c.ID == set[0] })
		if i < 0 {
			t.Fatalf("no cell %s", set[0])
		}
		d := s.Set(table.Cells[i], set[1])
		changed := delta{Cells: []string{}, Relations: append([]int{}, d.Relations...)}
		for _, c := range d.Cells {
			changed.Cells = append(changed.Cells, c.ID)
		}
		out.Deltas = append(out.Deltas, changed)
	}
	for _, c := range table.Cells {
		v := s.Value(c)
		out.Values = append(out.Values, shownValue{v.Condition, v.Text})
	}
	for i := range table.Relations {
		out.States = append(out.States, shownState(s.State(i)))
	}
	for _, f := range s.Findings() {
		f.Table = ""
		out.Findings = append(out.Findings, f)
	}
	return out, rules
}

func sheetInPage(t testing.TB) func(testing.TB, sheetInput) sheetOutcome {
	return function[sheetInput, sheetOutcome](t, module(t, "../static/js/rules.js"), `({rules, raws, sets}) => {
		const s = new Sheet(rules, raws);
		const deltas = (sets || []).map(([id, raw]) => {
			const d = s.set(id, raw);
			return {cells: d.cells.map((i) => rules.cells[i].id), relations: d.relations};
		});
		return {deltas, values: rules.cells.map((c) => ({condition: s.value(c.id).condition, text: s.value(c.id).text})),
			states: rules.relations.map((r, i) => s.state(i)), findings: s.findings()};
	}`)
}

// agree runs the same sheet in both places.
func agree(t testing.TB, inPage func(testing.TB, sheetInput) sheetOutcome, table *report.Table, figures report.Figures, last *report.LastYear, sets [][2]string) sheetOutcome {
	t.Helper()
	inGo, rules := sheetInGo(t, table, figures, last, sets)
	got := inPage(t, sheetInput{rules, figures, sets})
	for i := range got.Findings {
		if len(got.Findings[i].Cells) == 0 {
			got.Findings[i].Cells = nil
		}
	}
	differ(t, "delta", got.Deltas, inGo.Deltas)
	differ(t, "value", got.Values, inGo.Values)
	differ(t, "state", got.States, inGo.States)
	differ(t, "finding", got.Findings, inGo.Findings)
	return inGo
}

// differ reports the first place where the page and Go say different things.
func differ[T any](t testing.TB, what string, page, inGo []T) {
	t.Helper()
	for i := range max(len(page), len(inGo)) {
		if i >= len(page) || i >= len(inGo) {
			t.Errorf("%d %ss on the page, %d in Go", len(page), what, len(inGo))
			return
		}
		if p, g := encode(t, page[i]), encode(t, inGo[i]); string(p) != string(g) {
			t.Errorf("%s %d\npage %s\n  Go %s", what, i, p, g)
			return
		}
	}
}

// allEditions are the standard ones and one that no notice prescribed.
func allEditions(t testing.TB) report.Editions {
	t.Helper()
	standard, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	deep, err := report.LoadEditions(os.DirFS("testdata/rules"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(standard, deep)
}

type sheetCase struct {
	Name    string
	Edition string
	Table   string
	Last    *struct {
		Edition, Doubt string
		Figures        report.Figures
	}
	// On are optional rows; Fill goes into every cell before Rows, one list of figures for each row in the order of its columns.
	On   []string
	Fill string
	Rows map[string][]string
	Sets [][2]string

	Values map[string]string
	// States are written left sign right 差 difference; "" is silent.
	States map[string]string
	// Findings are written severity code cell: message; nil leaves them to the comparison of the two machines.
	Findings    []string
	SkipMissing bool `json:"skip_missing"`
}

func (c sheetCase) figures(table *report.Table) report.Figures {
	figures := report.Figures{}
	column := map[string]int{}
	for _, cell := range table.Cells {
		if cell.Optional && !slices.Contains(c.On, cell.Row) {
			continue
		}
		figures[cell.ID] = c.Fill
		if row := c.Rows[cell.Row]; column[cell.Row] < len(row) {
			figures[cell.ID] = row[column[cell.Row]]
		}
		column[cell.Row]++
	}
	return figures
}

func TestSheetsInBothPlaces(t *testing.T) {
	inPage := sheetInPage(t)
	editions := allEditions(t)
	for _, c := range readCases[sheetCase](t, "testdata/rules/sheets.json") {
		t.Run(c.Name, func(t *testing.T) {
			table := editions.Get(c.Edition).Table(c.Table)
			var last *report.LastYear
			if c.Last != nil {
				last = &report.LastYear{Edition: editions.Get(c.Last.Edition), Figures: c.Last.Figures, Doubt: c.Last.Doubt}
			}
			out := agree(t, inPage, table, c.figures(table), last, c.Sets)
			for _, id := range slices.Sorted(maps.Keys(c.Values)) {
				i := slices.IndexFunc(table.Cells, func(cell *report.Cell) bool { return cell.ID == id })
				if got, want := out.Values[i].Text, c.Values[id]; got != want {
					t.Errorf("%s is %q, want %q", id, got, want)
				}
			}
			for _, id := range slices.Sorted(maps.Keys(c.States)) {
				i := slices.IndexFunc(table.Relations, func(r report.Relation) bool { return r.ID == id })
				if i < 0 {
					t.Fatalf("no relation %s", id)
				}
				if got, want := out.States[i].written(table.Relations[i].Op), c.States[id]; got != want {
					t.Errorf("%s stands %q, want %q", id, got, want)
				}
			}
			if c.Findings == nil {
				return
			}
			got := []string{}
			for _, f := range out.Findings {
				if !c.SkipMissing || f.Code != report.CodeMissing {
					got = append(got, fmt.Sprintf("%s %s %s: %s", f.Severity, f.Code, f.Cell, f.Message))
				}
			}
			if !slices.Equal(got, c.Findings) {
				t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.Findings, "\n"))
			}
		})
	}
}

// scraps are what random values are made of: mostly figures, and all that people type instead.
var scraps = []string{"无", "/", "-", "－", "+", "增", "减少", "减", "件", "万元", "元", "，", ",", ".", "．", " ", "\u3000", "\u200b", "０", "７", "00", "12", "345", "abc", "一", "😀", "{value}", "999999999999999", "1234567890123456", "0.000001"}

func randomRaw(r *rand.Rand) string {
	switch n := r.IntN(20); {
	case n < 8:
		return fmt.Sprint(r.IntN(6))
	case n < 11:
		return ""
	case n < 12:
		return fmt.Sprint(r.Int64N(1e15))
	case n < 14:
		return fmt.Sprintf("%d.%d", r.IntN(1000), r.IntN(1e6))
	case n < 15:
		return fmt.Sprintf("-%d", r.IntN(9))
	}
	var s strings.Builder
	for range 1 + r.IntN(3) {
		s.WriteString(scraps[r.IntN(len(scraps))])
	}
	return s.String()
}

func randomFigures(r *rand.Rand, table *report.Table) report.Figures {
	figures := report.Figures{}
	on := map[string]bool{}
	for _, row := range table.OptionalRows() {
		on[row] = r.IntN(2) == 0
	}
	calm := r.IntN(2) == 0
	for _, c := range table.Cells {
		switch {
		case c.Optional && !on[c.Row]:
		case calm:
			figures[c.ID] = fmt.Sprint(r.IntN(3))
		default:
			figures[c.ID] = randomRaw(r)
		}
	}
	return figures
}

func TestRandomSheetsInBothPlaces(t *testing.T) {
	rounds := 24
	if testing.Short() {
		rounds = 4
	}
	r := rand.New(rand.NewPCG(2021, 30))
	inPage := sheetInPage(t)
	editions := allEditions(t)
	for _, edition := range editions {
		for _, table := range edition.Tables {
			for range rounds {
				var last *report.LastYear
				if e := editions[r.IntN(len(editions))]; r.IntN(4) > 0 {
					last = &report.LastYear{Edition: e, Figures: report.Figures{}}
					if r.IntN(2) == 0 {
						last.Edition = edition
					}
					for _, t := range last.Edition.Tables {
						maps.Copy(last.Figures, randomFigures(r, t))
					}
					if r.IntN(3) == 0 {
						last.Doubt = "未核对"
					}
				}
				var sets [][2]string
				for range r.IntN(40) {
					sets = append(sets, [2]string{table.Cells[r.IntN(len(table.Cells))].ID, randomRaw(r)})
				}
				figures := randomFigures(r, table)
				out := agree(t, inPage, table, figures, last, sets)
				// Cell by cell must end where a sheet over the same figures starts.
				now := maps.Clone(figures)
				for _, set := range sets {
					if _, on := figures[set[0]]; on {
						now[set[0]] = set[1]
					}
				}
				fresh, _ := sheetInGo(t, table, now, last, nil)
				differ(t, "state", out.States, fresh.States)
				differ(t, "finding", out.Findings, fresh.Findings)
				if t.Failed() {
					t.Fatalf("%s %s\nfigures %s\nsets %s", edition.ID, table.Key, encode(t, figures), encode(t, sets))
				}
			}
		}
	}
}
