package review

// soundKey is up to four characters as a number.
func soundKey(runes []rune) (key uint64) {
	for _, r := range runes {
		key = key<<16 | uint64(r&0xFFFF)
	}
	return key
}

// soundSet is a set of soundKeys: quick to ask, and has a few that were not added. It has a power of two of words; each key is two bits of
// one of them.
type soundSet []uint64

func (s soundSet) place(key uint64) (word, bits uint64) {
	h := key * 0x9E3779B97F4A7C15
	h = (h ^ h>>32) * 0x9E3779B97F4A7C15 // slips of one word differ in a few bits only
	return h >> 32 & uint64(len(s)-1), 1<<(h>>58) | 1<<(h>>52&63)
}

func (s soundSet) add(runes []rune) {
	word, bits := s.place(soundKey(runes))
	s[word] |= bits
}

func (s soundSet) has(key uint64) bool {
	word, bits := s.place(key)
	return s[word]&bits == bits
}
