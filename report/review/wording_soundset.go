package review

// soundHash is that of up to four characters.
func soundHash(runes []rune) uint64 {
	key := uint64(0)
	for _, r := range runes {
		key = key<<16 | uint64(r&0xFFFF)
	}
	return soundMix(key)
}

// soundPair is the soundHash of two characters.
func soundPair(a, b rune) uint64 { return soundMix(uint64(a&0xFFFF)<<16 | uint64(b&0xFFFF)) }

func soundMix(key uint64) uint64 {
	h := key * 0x9E3779B97F4A7C15
	return (h ^ h>>32) * 0x9E3779B97F4A7C15 // slips of one word differ in a few bits only
}

// soundSet is a set of a few characters each, by their soundHash: quick to ask, and has a few that were not added. It has a power of two of
// words; each member is two bits of one of them.
type soundSet []uint64

func (s soundSet) place(hash uint64) (word, bits uint64) {
	return hash >> 32 & uint64(len(s)-1), 1<<(hash>>58) | 1<<(hash>>52&63)
}

func (s soundSet) add(runes []rune) {
	word, bits := s.place(soundHash(runes))
	s[word] |= bits
}

func (s soundSet) has(hash uint64) bool {
	word, bits := s.place(hash)
	return s[word]&bits == bits
}
