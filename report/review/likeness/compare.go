package likeness

import (
	"cmp"
	"slices"
)

const (
	// gramSize is the shortest run of runes that counts as shared: set phrases of officials are shorter.
	gramSize = 12
	// chainMost bounds how many places of a window are tried, so that a text of one word over and over is as quick as any.
	chainMost = 8
	// gapMost is how many runes on either side may differ within a passage: a word that was exchanged does not end it.
	gapMost = 10
	// passageLeast is how many shared runes make a passage to be shown.
	passageLeast = 25
	passagesMost = 10
)

// Passage is a passage that two texts share, in bytes of the originals.
type Passage struct {
	Start, End           int
	OtherStart, OtherEnd int
	// Runes is how many masked runes of it are the same.
	Runes int
}

// Common is what two texts share.
type Common struct {
	// Runes is how many masked runes of the first text stand in the second, Share which part of it that is.
	Runes int
	Share float64
	// Passages are the longest, in the order of the first text.
	Passages []Passage
}

// Longest is the longest passage; false when there is none.
func (c Common) Longest() (Passage, bool) {
	if len(c.Passages) == 0 {
		return Passage{}, false
	}
	return slices.MaxFunc(c.Passages, func(a, b Passage) int { return cmp.Compare(a.Runes, b.Runes) }), true
}

// gramIndex finds the places of a window of gramSize runes by its hash: heads of chains by the hash's low bits, places + 1.
type gramIndex struct {
	heads, next []int32
	mask        uint64
}

// index makes the text's index once. A Text is for one goroutine.
func (t *Text) index() *gramIndex {
	if t.grams == nil {
		size := 1
		for size < 2*len(t.runes) {
			size *= 2
		}
		g := &gramIndex{heads: make([]int32, size), next: make([]int32, len(t.runes)), mask: uint64(size - 1)}
		last := make([]int32, size) // ends of the chains, so that earlier places come first
		rolling(t.runes, gramSize, func(at int, hash uint64) {
			slot := hash & g.mask
			if g.heads[slot] == 0 {
				g.heads[slot] = int32(at + 1)
			} else {
				g.next[last[slot]-1] = int32(at + 1)
			}
			last[slot] = int32(at + 1)
		})
		t.grams = g
	}
	return t.grams
}

// tile is a run of runes that stands in both texts.
type tile struct{ a, b, n int }

// Compare finds what of t stands in another text.
func (t *Text) Compare(other *Text) Common {
	tiles := t.tiles(other)
	covered := make([]bool, len(t.runes))
	var out Common
	for _, at := range tiles {
		for i := at.a; i < at.a+at.n; i++ {
			if !covered[i] {
				covered[i] = true
				out.Runes++
			}
		}
	}
	if len(t.runes) > 0 {
		out.Share = float64(out.Runes) / float64(len(t.runes))
	}
	out.Passages = t.passages(other, tiles)
	return out
}

// tiles covers the other text from left to right with the longest runs that stand in t, too.
func (t *Text) tiles(other *Text) []tile {
	if len(t.runes) < gramSize || len(other.runes) < gramSize {
		return nil
	}
	g := t.index()
	var out []tile
	free := 0 // where the last run ends
	rolling(other.runes, gramSize, func(b int, hash uint64) {
		if b < free {
			return
		}
		best := tile{}
		at := g.heads[hash&g.mask]
		for range chainMost {
			if at == 0 {
				break
			}
			if n := same(t.runes[at-1:], other.runes[b:]); n > best.n {
				best = tile{int(at - 1), b, n}
			}
			at = g.next[at-1]
		}
		if best.n >= gramSize {
			out = append(out, best)
			free = b + best.n
		}
	})
	return out
}

// same counts the runes that are alike at the beginning of both.
func same(a, b []rune) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// passages joins runs that follow each other in both texts, and keeps the longest.
func (t *Text) passages(other *Text, tiles []tile) []Passage {
	type joined struct{ first, last, runes int } // indices of tiles
	var all []joined
	for i, at := range tiles {
		if i > 0 {
			before := tiles[i-1]
			gapA, gapB := at.a-before.a-before.n, at.b-before.b-before.n
			if gapA >= 0 && gapA <= gapMost && gapB <= gapMost {
				all[len(all)-1].last, all[len(all)-1].runes = i, all[len(all)-1].runes+at.n
				continue
			}
		}
		all = append(all, joined{i, i, at.n})
	}
	slices.SortStableFunc(all, func(a, b joined) int { return cmp.Compare(b.runes, a.runes) })
	var out []Passage
	for _, j := range all {
		if j.runes < passageLeast || len(out) == passagesMost {
			break
		}
		first, last := tiles[j.first], tiles[j.last]
		p := Passage{Start: int(t.from[first.a]), End: int(t.to[last.a+last.n-1]),
			OtherStart: int(other.from[first.b]), OtherEnd: int(other.to[last.b+last.n-1]), Runes: j.runes}
		if !slices.ContainsFunc(out, func(o Passage) bool { return p.Start < o.End && o.Start < p.End }) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Passage) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
