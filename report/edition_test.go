package report

import (
	"strings"
	"testing"
	"testing/fstest"
)

func editions(t testing.TB) Editions {
	t.Helper()
	es, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	return es
}

func TestStandardEditions(t *testing.T) {
	for _, c := range []struct {
		edition, table string
		cells, columns int
	}{
		{"gb-2021", "requests", 175, 10},
		{"gb-2019", "requests", 161, 10},
		{"gb-2021", "disclosure", 10, 4},
		{"gb-2019", "disclosure", 22, 4},
		{"gb-2021", "appeals", 15, 15},
		{"gb-2019", "appeals", 15, 15},
		{"gb-2014", "statistics", 65, 3},
	} {
		e := editions(t).Get(c.edition)
		table := e.Table(c.table)
		if got := len(table.Cells); got != c.cells {
			t.Errorf("%s %s: %d cells, want %d", c.edition, c.table, got, c.cells)
		}
		if got := table.Columns(); got != c.columns {
			t.Errorf("%s %s: %d columns, want %d", c.edition, c.table, got, c.columns)
		}
	}
	for _, c := range []struct {
		year int
		want string
	}{{2008, "gb-2008"}, {2013, "gb-2008"}, {2014, "gb-2014"}, {2018, "gb-2014"}, {2019, "gb-2019"}, {2020, "gb-2019"}, {2021, "gb-2021"}, {2026, "gb-2021"}} {
		if got := editions(t).ForYear(c.year).ID; got != c.want {
			t.Errorf("edition for %d is %s, want %s", c.year, got, c.want)
		}
	}
	if e := editions(t).ForYear(2007); e != nil {
		t.Errorf("edition for 2007 is %s, want none", e.ID)
	}
}

// What an edition of another year can say in this one's terms.
func TestLastYearByMeaning(t *testing.T) {
	old := editions(t).Get("gb-2019")
	now := editions(t).Get("gb-2021")
	last := &LastYear{Edition: old, Figures: Figures{"requests.other.business": "2", "requests.carried_over.business": "1",
		"requests.carried_over.total": "1", "disclosure.documents.public_total": "9"}}
	if v, ok := last.Of(now.Cell("requests.carried_over.business").Means); !ok || v.Text != "1" {
		t.Errorf("carried_over: %v %v", v, ok)
	}
	if v, ok := last.Of(now.Cell("disclosure.documents.in_force").Means); ok {
		t.Errorf("in_force is not comparable with public_total, got %v", v)
	}
	back := &LastYear{Edition: now, Figures: Figures{"requests.other.business": "1", "requests.other_overdue_fee.business": "2",
		"requests.other_overdue_correction.business": ""}}
	if v, ok := back.Of(old.Cell("requests.other.business").Means); !ok || v.Text != "3" {
		t.Errorf("the three rows of 其他处理 give %v %v, want 3", v, ok)
	}
}

const smallEdition = `id: test-1
name: 试验格式
source: 无
from: 2030
title: "{agency}{year}年"
outline:
  - {key: one, heading: 一、数, tables: [t]}
tables:
  - key: t
    name: 表
    kind: count
    widths: [1, 1, 1]
    blocks:
      - corner: 角
        columns: [{key: a, label: 甲}, {key: b, label: 乙}]
        rows: [{key: r, label: 行}]
    sums:
      - {code: s, each: row, total: b, of: [a]}
    relations:
      - {code: x, severity: error, each: column, left: [r], op: "=", right: [r], message: m}
`

// Each fault is one Chinese sentence with file and line.
func TestBadEditions(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"as it is", "", "", ""},
		{"unknown key", "name: 表", "nam: 表", "第 10 行"},
		{"no id", "id: test-1\n", "", "缺少 id"},
		{"row without key", "rows: [{key: r, label: 行}]", "rows: [{label: 行}]", "第 16 行：行“行”缺少 key"},
		{"column without key", "{key: a, label: 甲}", "{label: 甲}", "第 15 行：列“甲”缺少 key"},
		{"unknown addend", "of: [a]", "of: [z]", "第 18 行：表 t 没有 z"},
		{"cycle of itself", "of: [a]", "of: [b]", "绕了一圈"},
		{"cycle of two", "sums:\n", "sums:\n      - {code: s2, each: row, total: a, of: [b]}\n", "绕了一圈"},
		{"relation to nowhere", "right: [r]", "right: [q]", "第 20 行：表 t 没有 q"},
		{"wrong op", `op: "="`, `op: ">"`, "op 只能是"},
		{"table in no section", ", tables: [t]", "", "没有放进提纲"},
		{"unknown table", "tables: [t]}", "tables: [t, u]}", "没有名为 u 的表"},
		{"widths", "widths: [1, 1, 1]", "widths: [1]", "widths"},
		{"not YAML", "tables:\n", "tables: [\n", "写法不对"},
		{"row twice", "rows: [{key: r, label: 行}]", "rows: [{key: r, label: 行}, {key: r, label: 列}]", "行 r 出现了两次"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(smallEdition, c.old, c.new, 1)
			_, err := LoadEditions(fstest.MapFS{"x.yaml": {Data: []byte(text)}})
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil || !strings.Contains(ErrorMessage(err), c.want) || !strings.Contains(ErrorMessage(err), "x.yaml") {
				t.Errorf("got %v, want a sentence with %q and the file", err, c.want)
			}
		})
	}
}
