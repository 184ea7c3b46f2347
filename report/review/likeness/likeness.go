// Package likeness finds texts that say nearly the same (内容雷同), after figures, years and names are masked: shingles, MinHash bands
// for an index, and the passages that two texts share.
//
// All of it is linear in the texts and bounded for any bytes.
package likeness

// Enough is how many masked runes a text must have to be compared: what is shorter says little more than statute and form.
const Enough = 80

// Text is a text as it is compared: letters only, figures as one 0, names of agencies and places as one 甲, without the sentences that
// every report has. It knows where each of its runes stood.
type Text struct {
	runes []rune
	// from and to are the bytes of the original for which a rune stands.
	from, to []int32
	// grams are the windows of gramSize runes, once made; see index.
	grams *gramIndex
}

// Len is how many masked runes the text has.
func (t *Text) Len() int { return len(t.runes) }

// mix spreads a hash over all its bits (the finalizer of SplitMix64).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

// rolling calls do with the hash of every window of size runes, from left to right.
func rolling(runes []rune, size int, do func(at int, hash uint64)) {
	const base = 0x100000001b3
	var hash, first uint64 = 0, 1
	for range size - 1 {
		first *= base
	}
	for i, r := range runes {
		if i >= size {
			hash -= uint64(runes[i-size]) * first
		}
		hash = hash*base + uint64(r)
		if i >= size-1 {
			do(i-size+1, mix(hash))
		}
	}
}
