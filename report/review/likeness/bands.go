package likeness

import (
	"cmp"
	"math"
	"slices"
)

const (
	// shingleSize is how many runes make a shingle.
	shingleSize = 6
	// Bands is how many keys a text has in an index. With three minima a band, texts that share half of their shingles have a key in
	// common almost surely (99 %), those that share a third mostly (78 %), those that share a tenth hardly ever (4 %).
	Bands      = 40
	rowsInBand = 3
)

// factors are the odd multipliers of the hash functions.
var factors = func() (out [Bands * rowsInBand]uint64) {
	for i := range out {
		out[i] = mix(uint64(i)+0x9e3779b97f4a7c15) | 1
	}
	return out
}()

// Keys are the text's keys in an index, one a band: texts that are alike have some of them in common. A text that is too short to be
// compared has none.
func (t *Text) Keys() []int64 {
	if len(t.runes) < Enough {
		return nil
	}
	var least [Bands * rowsInBand]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	rolling(t.runes, shingleSize, func(_ int, hash uint64) {
		for i, factor := range factors {
			least[i] = min(least[i], hash*factor)
		}
	})
	keys := make([]int64, Bands)
	for band := range keys {
		key := mix(uint64(band))
		for _, row := range least[band*rowsInBand : (band+1)*rowsInBand] {
			key = mix(key ^ row)
		}
		keys[band] = int64(key)
	}
	return keys
}

// Index finds like texts among many in memory. The zero Index is empty.
type Index struct {
	byKey map[int64][]int
}

// Add puts a text into the index under a number.
func (x *Index) Add(number int, keys []int64) {
	if x.byKey == nil {
		x.byKey = map[int64][]int{}
	}
	for _, k := range keys {
		x.byKey[k] = append(x.byKey[k], number)
	}
}

// Near lists the numbers of at most most texts that have keys in common with these, the nearest first.
func (x *Index) Near(keys []int64, most int) []int {
	counts := map[int]int{}
	for _, k := range keys {
		for _, n := range x.byKey[k] {
			counts[n]++
		}
	}
	out := make([]int, 0, len(counts))
	for n := range counts {
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return out[:min(most, len(out))]
}
