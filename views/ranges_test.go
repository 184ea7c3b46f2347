package views

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/dop251/goja"

	"nianbao/report"
)

// ranges calls a function of static/js/ranges.js with values as JSON.
func ranges(t *testing.T) func(result any, name string, values ...any) {
	vm := modules(t, "ranges.js")
	return func(result any, name string, values ...any) {
		t.Helper()
		input, err := json.Marshal(values)
		if err != nil {
			t.Fatal(err)
		}
		if err := vm.Set("input", string(input)); err != nil {
			t.Fatal(err)
		}
		out, err := vm.RunString("JSON.stringify(" + name + "(...JSON.parse(input)))")
		if err != nil {
			t.Fatal(err)
		}
		if goja.IsUndefined(out) {
			t.Fatalf("%s gives nothing", name)
		}
		if err := json.Unmarshal([]byte(out.String()), result); err != nil {
			t.Fatal(err)
		}
	}
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// units is what stands in a text between two places, in UTF-16 units as a browser counts.
func units(text string, r span) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[r.Start:r.End]))
}

// scribble is a text as people type it: blank lines, blanks around paragraphs, rare characters.
func scribble(r *rand.Rand, n int) string {
	var b strings.Builder
	pieces := []string{"公", "开", "，", "。", "1", "𠀀", "😀", " ", "　", "\n", "\n", "\t", "\u0085", "\ufeff", "x"}
	for range n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestRangesInTypedText(t *testing.T) {
	call := ranges(t)
	r := rand.New(rand.NewPCG(5, 2))
	for range 400 {
		typed := scribble(r, 1+r.IntN(40))
		stored := []rune(strings.Join(report.Paragraphs(typed), "\n"))
		start := r.IntN(len(stored) + 1)
		end := start + r.IntN(len(stored)-start+1)
		var got []*span
		call(&got, "locate", typed, []span{{start, end}})
		if got[0] == nil {
			t.Fatalf("%q: %d to %d is nowhere", typed, start, end)
		}
		// A range over several paragraphs also has what was typed between them; cleaned up it is the same.
		want := string(stored[start:end])
		if words := units(typed, *got[0]); strings.Join(report.Paragraphs(words), "\n") != strings.Join(report.Paragraphs(want), "\n") {
			t.Fatalf("%q: %d to %d is %q, want %q", typed, start, end, words, want)
		}
		if !strings.Contains(want, "\n") && units(typed, *got[0]) != want {
			t.Fatalf("%q: %d to %d is %q, want %q", typed, start, end, units(typed, *got[0]), want)
		}
	}
	var beyond []*span
	call(&beyond, "locate", "甲\n乙", []span{{0, 9}, {4, 5}})
	if beyond[0] != nil || beyond[1] != nil {
		t.Errorf("beyond the end: %v", beyond)
	}
}

func TestSameText(t *testing.T) {
	call := ranges(t)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"甲\n乙", "　甲 \r\n\r\n乙\n", true}, {"甲\n乙", "甲乙", false}, {"", "\n\n", true}, {"甲", "", false},
	} {
		var got bool
		call(&got, "sameText", c.a, c.b)
		if got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// TestMarksMove types at random and compares where a mark is then with what it stood over.
func TestMarksMove(t *testing.T) {
	call := ranges(t)
	r := rand.New(rand.NewPCG(8, 3))
	word := func(n int) string { return strings.Repeat("政务公开", 4)[:3*r.IntN(n+1)] }
	for range 400 {
		before := utf16.Encode([]rune(strings.Repeat("公开政务信息，", 1+r.IntN(4))))
		mark := span{Start: r.IntN(len(before))}
		mark.End = mark.Start + 1 + r.IntN(len(before)-mark.Start)
		at := r.IntN(len(before) + 1)
		gone, come := r.IntN(min(5, len(before)-at)+1), utf16.Encode([]rune(word(4)))
		after := string(utf16.Decode(append(append(append([]uint16{}, before[:at]...), come...), before[at+gone:]...)))
		var edit struct{ At, Gone, Come int }
		call(&edit, "editBetween", string(utf16.Decode(before)), after, at+len(come))
		var got *span
		call(&got, "shifted", mark, map[string]int{"at": edit.At, "gone": edit.Gone, "come": edit.Come})
		was := string(utf16.Decode(before[mark.Start:mark.End]))
		apart := at >= mark.End || at+gone <= mark.Start
		if apart && got == nil {
			t.Fatalf("a change apart from the mark takes it away: %d to %d, at %d", mark.Start, mark.End, at)
		}
		if got != nil && units(after, *got) != was {
			t.Fatalf("the mark was over %q and is over %q", was, units(after, *got))
		}
	}
}

func TestPieces(t *testing.T) {
	call := ranges(t)
	var got []struct {
		Start, End int
		Marks      []struct{ ID string }
	}
	call(&got, "pieces", 10, []map[string]any{{"id": "a", "start": 2, "end": 6}, {"id": "b", "start": 4, "end": 14}, {"id": "c", "start": -3, "end": 1}})
	var b strings.Builder
	for _, p := range got {
		b.WriteString(string(rune('0'+p.Start)) + "-")
		for _, m := range p.Marks {
			b.WriteString(m.ID)
		}
		b.WriteString(" ")
	}
	if want := "0-c 1- 2-a 4-ab 6-b "; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
