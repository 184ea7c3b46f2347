package views

import (
	"testing"

	"github.com/dop251/goja"
)

// A block of a spreadsheet goes into the table from one cell on: computed cells are passed over, of a wide cell the first column
// counts, and the line end that spreadsheets add is no row.
func TestPasteBlock(t *testing.T) {
	vm := modules(t, "paste.js")
	// Three printed rows: two figures and a total; a heading; one figure as wide as the first two.
	value, err := vm.RunString(`(row, column, text) => {
		const rows = [
			[{ from: 1, to: 1, input: "a1" }, { from: 2, to: 2, input: "b1" }, { from: 3, to: 3, input: null }],
			[],
			[{ from: 1, to: 2, input: "wide" }, { from: 3, to: 3, input: "c3" }],
		];
		const { changes, passed } = place(rows, { row, column }, block(text));
		return changes.map((c) => c.join("=")).join(" ") + " passed " + passed;
	}`)
	if err != nil {
		t.Fatal(err)
	}
	paste, _ := goja.AssertFunction(value)
	for _, c := range []struct {
		name        string
		row, column int
		text, want  string
	}{
		{"one row", 0, 1, "1\t2\r\n", "a1=1 b1=2 passed 0"},
		{"over a total", 0, 1, "1\t2\t3\n", "a1=1 b1=2 passed 1"},
		{"rows and a heading", 0, 1, "1\t2\t3\n标题\t\t\n4\t\t6\n", "a1=1 b1=2 wide=4 c3=6 passed 2"},
		{"a blank empties a cell", 0, 1, "\t 2 \n", "a1= b1=2 passed 0"},
		{"outside the table", 2, 3, "6\t7\n8\t9", "c3=6 passed 3"},
		{"the second column of a wide cell", 0, 2, "2\n\n5", "b1=2 passed 1"},
	} {
		got, err := paste(goja.Undefined(), vm.ToValue(c.row), vm.ToValue(c.column), vm.ToValue(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
