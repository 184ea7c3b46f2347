package intake

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// What a cell may hold, in every shape in which its place is known.
func TestTablesValues(t *testing.T) {
	editions := standard(t)
	for _, c := range []struct {
		edition, id, typed, want string
		converted                bool
	}{
		{edition: "gb-2021", id: "requests.received.business", typed: "0", want: "0"},
		{edition: "gb-2021", id: "requests.received.business", typed: "", want: ""},
		{edition: "gb-2021", id: "requests.received.business", typed: "&nbsp;", want: ""},
		{edition: "gb-2021", id: "requests.received.business", typed: "\u00a0", want: ""},
		{edition: "gb-2021", id: "requests.received.business", typed: "无", want: "无"},
		{edition: "gb-2021", id: "requests.received.business", typed: "/", want: "/"},
		{edition: "gb-2021", id: "requests.received.business", typed: "—", want: "—"},
		{edition: "gb-2021", id: "requests.received.business", typed: "0件", want: "0"},
		{edition: "gb-2021", id: "requests.received.business", typed: "1,113", want: "1113"},
		{edition: "gb-2021", id: "requests.received.business", typed: "１２", want: "12"},
		{edition: "gb-2021", id: "requests.received.business", typed: "  7 ", want: "7"},
		{edition: "gb-2021", id: "requests.received.business", typed: "3\n件", want: "3"},
		{edition: "gb-2021", id: "requests.received.business", typed: "约3件", want: "约3件"},
		{edition: "gb-2021", id: "requests.received.business", typed: "详见附件", want: "详见附件"},
		{edition: "gb-2019", id: "disclosure.licensing.change", typed: "−35", want: "-35"},
		{edition: "gb-2019", id: "disclosure.licensing.change", typed: "+1", want: "1"},
		{edition: "gb-2019", id: "disclosure.licensing.change", typed: "减44", want: "-44"},
		{edition: "gb-2019", id: "disclosure.licensing.change", typed: "增3", want: "3"},
		{edition: "gb-2019", id: "disclosure.procurement.amount", typed: "288.829万元", want: "288.829"},
		{edition: "gb-2019", id: "disclosure.procurement.amount", typed: "288.829萬元", want: "288.829"},
		{edition: "gb-2019", id: "disclosure.procurement.amount", typed: "251000元", want: "25.1", converted: true},
		{edition: "gb-2021", id: "disclosure.fees.amount", typed: "8040", want: "8040"},
		{edition: "gb-2021", id: "disclosure.fees.amount", typed: "1234元", want: "0.1234", converted: true},
		{edition: "gb-2014", id: "statistics.received.count", typed: "3件", want: "3"},
		{edition: "gb-2014", id: "statistics.received.count", typed: "", want: ""},
		{edition: "gb-2014", id: "statistics.received.count", typed: "/", want: "/"},
		{edition: "gb-2014", id: "statistics.budget.count", typed: "7.5万元", want: "7.5"},
	} {
		e := editions.Get(c.edition)
		table := e.Table(strings.Split(c.id, ".")[0])
		figures := sample(table)
		figures[c.id] = c.typed
		m := printed(table, figures, false)
		for name, b := range map[string]*document.Table{"grid": m.grid(), "ragged": m.ragged(), "one cell a line": m.oneCellALine()} {
			f := findTables(editions, []document.Block{b}, "")
			want := report.Figures{}
			for _, cell := range table.Cells {
				if !cell.Optional {
					want[cell.ID] = figures[cell.ID]
				}
			}
			want[c.id] = c.want
			if diff := compareFigures(f.figures, want); diff != "" {
				t.Errorf("%s %q, %s:%s", c.id, c.typed, name, diff)
			}
			if got := len(notesOf(f, NoteConverted)) > 0; got != c.converted {
				t.Errorf("%s %q, %s: converted %v", c.id, c.typed, name, got)
			}
		}
	}
}

// A report with several tables, and what is like one.
func TestTablesOfReports(t *testing.T) {
	editions := standard(t)
	e21, e19, e14 := editions.Get("gb-2021"), editions.Get("gb-2019"), editions.Get("gb-2014")
	p := func(e *report.Edition, table string) matrix {
		return printed(e.Table(table), sample(e.Table(table)), false)
	}
	empty := func(e *report.Edition, table string) matrix { return printed(e.Table(table), nil, false) }
	local := rows("类别|件数", "规范性文件|12", "行政许可|30", "政策解读|8")
	all := func(e *report.Edition) []document.Block {
		return slices.Concat(para("一、总体情况", "（一）主动公开。全年主动公开政府信息120条。", "二、主动公开政府信息情况"), blocksOfTable(p(e, "disclosure").grid()),
			para("三、收到和处理政府信息公开申请情况"), blocksOfTable(p(e, "requests").grid()), para("四、政府信息公开行政复议、行政诉讼情况"),
			blocksOfTable(p(e, "appeals").grid()), para("五、存在的主要问题及改进情况", "目录更新不及时。"))
	}
	glue := func(ms ...matrix) *document.Table {
		var m matrix
		for _, part := range ms {
			m = append(m, part...)
		}
		return m.grid()
	}
	for _, c := range []struct {
		name, only, edition string
		blocks              []document.Block
		placed              string // table@from-to
		tables              string // whose figures must be there and right
		also                bool
		notes               []string // codes that must be there
		near                string
	}{
		{name: "three tables", edition: "gb-2021", blocks: all(e21), placed: "disclosure@3-4 requests@5-6 appeals@7-8", tables: "disclosure requests appeals"},
		{name: "three tables of the trial", edition: "gb-2019", blocks: all(e19), placed: "disclosure@3-4 requests@5-6 appeals@7-8", tables: "disclosure requests appeals"},
		{name: "appeals alone do not tell the edition", edition: "gb-2019", also: true, blocks: blocksOfTable(p(e21, "appeals").grid()), placed: "appeals@0-1",
			tables: "appeals", notes: []string{NoteMissing}},
		{name: "the edition that was asked for", only: "gb-2019", edition: "gb-2019", blocks: blocksOfTable(p(e21, "appeals").grid()), placed: "appeals@0-1",
			tables: "appeals", notes: []string{NoteMissing}},
		{name: "tables of two editions", edition: "gb-2019", blocks: blocksOfTable(p(e19, "disclosure").grid(), p(e21, "requests").grid(), p(e21, "appeals").grid()),
			tables: "", notes: []string{NoteEdition}},
		{name: "an edition that does not fit", only: "gb-2019", edition: "gb-2019", blocks: all(e21), tables: "appeals", notes: []string{NoteEdition}},
		{name: "glued into one table", edition: "gb-2021", blocks: blocksOfTable(glue(p(e21, "disclosure"), p(e21, "requests"), p(e21, "appeals"))),
			placed: "disclosure@0-1+requests+appeals", tables: "disclosure requests appeals"},
		{name: "glued in text", edition: "gb-2021", blocks: func() []document.Block {
			t := p(e21, "disclosure").ragged()
			t.Rows = append(append(t.Rows, p(e21, "requests").ragged().Rows...), p(e21, "appeals").ragged().Rows...)
			return []document.Block{t}
		}(), placed: "disclosure@0-1+requests+appeals", tables: "disclosure requests appeals"},
		{name: "in paragraphs, one after the other", edition: "gb-2021", blocks: slices.Concat(para("二、主动公开政府信息情况"), p(e21, "disclosure").paragraphs(),
			para("三、收到和处理政府信息公开申请情况"), p(e21, "requests").paragraphs(), para("四、政府信息公开行政复议、行政诉讼情况"), p(e21, "appeals").paragraphs(),
			para("五、存在的主要问题及改进情况", "目录更新不及时。")), tables: "disclosure requests appeals", placed: "disclosure@1-31 requests@32-247 appeals@248-282"},
		{name: "twice, the fuller counts", edition: "gb-2014", blocks: slices.Concat(blocksOfTable(empty(e14, "statistics").grid()), para("附件"), blocksOfTable(p(e14, "statistics").grid())),
			tables: "statistics", placed: "@0-1 statistics@2-3", notes: []string{NoteUnplaced}, near: "（一）收到申请数 | 件"},
		{name: "twice, and both full", edition: "gb-2021", blocks: slices.Concat(blocksOfTable(p(e21, "requests").grid()), para("附件"), blocksOfTable(p(e21, "requests").grid())),
			tables: "requests", placed: "requests@0-1 @2-3", notes: []string{NoteUnplaced}, near: "2．重复申请"},
		{name: "a title line over it stays outside", edition: "gb-2014", blocks: slices.Concat(para("2015年度政府信息公开情况统计表", "（云岭县水务局）"), blocksOfTable(p(e14, "statistics").oneCellALine())),
			tables: "statistics", placed: "statistics@2-3"},
		{name: "a heading that says a label", edition: "gb-2019", also: true, blocks: slices.Concat(para("四、行政复议"), blocksOfTable(p(e21, "appeals").ragged())), placed: "appeals@1-2", tables: "appeals"},
		{name: "a heading that says a label, paragraphs", edition: "gb-2019", also: true, blocks: slices.Concat(para("四、行政复议"), p(e21, "appeals").paragraphs()),
			placed: "appeals@1-35", tables: "appeals"},
		{name: "a table of its own beside", edition: "gb-2021", blocks: append(all(e21), local), placed: "disclosure@3-4 requests@5-6 appeals@7-8", tables: "disclosure requests appeals"},
		{name: "no official table", blocks: slices.Concat(para("一、总体情况", "（一）主动公开情况", "（二）依申请公开情况", "1．收到申请数", "二、回应解读情况"), blocksOfTable(local))},
		{name: "nothing", blocks: nil},
	} {
		f := findTables(editions, c.blocks, c.only)
		if c.edition == "" {
			if f.edition != nil || len(f.placed) > 0 || len(f.figures) > 0 {
				t.Errorf("%s: %s, %+v", c.name, f.edition.ID, f.placed)
			}
			continue
		}
		if f.edition == nil || f.edition.ID != c.edition || c.also != (len(f.also) > 0) {
			t.Errorf("%s: edition %+v, also %d", c.name, f.edition, len(f.also))
			continue
		}
		want := report.Figures{}
		for _, table := range strings.Fields(c.tables) {
			figures := sample(f.edition.Table(table))
			for _, cell := range f.edition.Table(table).Cells {
				if !cell.Optional {
					want[cell.ID] = figures[cell.ID]
				}
			}
		}
		got := report.Figures{}
		for id, v := range f.figures {
			if slices.Contains(strings.Fields(c.tables), strings.Split(id, ".")[0]) {
				got[id] = v
			}
		}
		if diff := compareFigures(got, want); diff != "" {
			t.Errorf("%s:%s", c.name, diff)
		}
		if placed := shown(f.placed); c.placed != "" && placed != c.placed {
			t.Errorf("%s: placed %s, want %s", c.name, placed, c.placed)
		}
		near := ""
		for _, n := range f.notes {
			near += n.Near + "\n"
			if !slices.Contains(c.notes, n.Code) && c.tables != "" && n.Code != NoteMissing && c.only == "" {
				t.Errorf("%s: note %s %q: %s", c.name, n.Code, n.Near, n.Message)
			}
		}
		for _, code := range c.notes {
			if len(notesOf(f, code)) == 0 {
				t.Errorf("%s: no note %s", c.name, code)
			}
		}
		if !strings.Contains(near, c.near) {
			t.Errorf("%s: no note of %q", c.name, c.near)
		}
	}
}

func shown(all []placed) string {
	var parts []string
	for _, p := range all {
		text := p.table + "@" + strconv.Itoa(p.from) + "-" + strconv.Itoa(p.to)
		for _, also := range p.also {
			text += "+" + also
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// Rows with fewer figures than columns: the total tells, or nothing is read.
func TestTablesShortRows(t *testing.T) {
	editions := standard(t)
	m := printed(editions.Get("gb-2021").Table("requests"), nil, false)
	line := func(values string) []document.Block {
		return para(slices.Concat([]string{"一、本年新收政府信息公开申请数量"}, strings.Fields(values))...)
	}
	for _, c := range []struct {
		name, values string
		want         [7]string
		doubt, left  bool
	}{
		{name: "all there", values: "1 2 3 4 5 6 21", want: [7]string{"1", "2", "3", "4", "5", "6", "21"}},
		{name: "none", values: "", want: [7]string{}},
		{name: "one lost, the total tells nothing", values: "1 0 0 0 0 1", left: true},
		{name: "two lost, no way", values: "5 4 3 2 1", left: true},
		{name: "the total tells", values: "1 2 3 9 6 21", left: true},
		{name: "too many", values: "1 2 3 4 5 6 21 9", left: true},
	} {
		blocks := m[:3].paragraphs()
		blocks = append(append(blocks, line(c.values)...), m[4:].paragraphs()...)
		f := findTables(editions, blocks, "")
		for i, column := range []string{"natural_person", "business", "research", "public_welfare", "legal_service", "other_org", "total"} {
			if got := f.figures["requests.received."+column]; got != c.want[i] {
				t.Errorf("%s: %s is %q, want %q", c.name, column, got, c.want[i])
			}
		}
		if got := len(notesOf(f, NoteDoubtful)) > 0; got != c.doubt {
			t.Errorf("%s: doubt %v", c.name, got)
		}
		if got := len(notesOf(f, NoteUnplaced)) > 0; got != c.left {
			t.Errorf("%s: left %q", c.name, notesOf(f, NoteUnplaced))
		}
	}
}
