package report

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestMergeText(t *testing.T) {
	for _, c := range []struct {
		name, base, mine, saved, want string
		conflicts                     []TextConflict
	}{
		{"nobody else", "a b", "a c", "a b", "a c", nil},
		{"only others", "a b", "a b", "a c", "a c", nil},
		{"neighbours", "a b", "x b", "a y", "x y", nil},
		{"both the same", "a b", "a c", "a c", "a c", nil},
		{"one paragraph twice", "a b c", "a m c", "a s c", "a s c", []TextConflict{{"b", "s", "m", 1}}},
		{"edited and taken out", "a b c", "a m c", "a c", "a c", []TextConflict{{"b", "", "m", 1}}},
		{"both add", "a", "a m", "a s", "a s m", nil},
		{"sent twice", "a", "a m", "a s m", "a s m", nil},
		{"both write into nothing", "", "m", "s", "s m", nil},
		{"insert above an edit", "a b", "n a b", "a z", "n a z", nil},
		{"taken out and others elsewhere", "a b c d", "a c d", "a b c e", "a c e", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, conflicts := MergeText(strings.Fields(c.base), strings.Fields(c.mine), strings.Fields(c.saved))
			if strings.Join(got, " ") != c.want || !slices.Equal(conflicts, c.conflicts) {
				t.Errorf("got %q %v, want %q %v", got, conflicts, c.want, c.conflicts)
			}
		})
	}
}

// Whatever happens, no paragraph that somebody wrote is lost: it stands in the text or waits in a conflict.
func TestMergeTextLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	change := func(text []string, tag string) []string {
		out := slices.Clone(text)
		for range 1 + random.IntN(4) {
			at := random.IntN(len(out) + 1)
			word := tag + itoa(random.IntN(1000))
			switch {
			case at < len(out) && random.IntN(3) == 0:
				out = slices.Delete(out, at, at+1)
			case at < len(out) && random.IntN(2) == 0:
				out[at] = word
			default:
				out = slices.Insert(out, at, word)
			}
		}
		return out
	}
	for range 5000 {
		var base []string
		for i := range random.IntN(8) {
			base = append(base, "p"+itoa(i))
		}
		mine, saved := change(base, "m"), change(base, "s")
		merged, conflicts := MergeText(base, mine, saved)
		for _, p := range append(slices.Clone(mine), saved...) {
			if strings.HasPrefix(p, "p") || slices.Contains(merged, p) {
				continue
			}
			if !slices.ContainsFunc(conflicts, func(c TextConflict) bool { return c.Mine == p || c.Saved == p }) {
				t.Fatalf("base %v mine %v saved %v: %s is lost in %v %v", base, mine, saved, p, merged, conflicts)
			}
		}
		if again, _ := MergeText(saved, saved, saved); !slices.Equal(again, saved) {
			t.Fatalf("merging nothing changed %v to %v", saved, again)
		}
	}
}

func TestFixturesStayBehindTheirParagraph(t *testing.T) {
	blocks := []Block{{Text: "a"}, {Table: "t"}, {Text: "b"}, {Text: "c"}, {Table: "u"}}
	old, fixtures := TakeApart(blocks)
	if got := PutTogether(old, fixtures); !slices.EqualFunc(got, blocks, func(a, b Block) bool { return a.Text == b.Text && a.Table == b.Table }) {
		t.Fatalf("put together again: %v", got)
	}
	for _, c := range []struct{ name, now, want string }{
		{"a line above", "n a b c", "n a [t] b c [u]"},
		{"edited", "x b c", "x [t] b c [u]"},
		{"taken out", "b c", "[t] b c [u]"},
		{"a line at the end", "a b c d", "a [t] b c d [u]"},
		{"all gone", "", "[t] [u]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := strings.Fields(c.now)
			var got []string
			for _, b := range PutTogether(now, MoveFixtures(fixtures, old, now)) {
				if b.Table != "" {
					got = append(got, "["+b.Table+"]")
				} else {
					got = append(got, b.Text)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}
