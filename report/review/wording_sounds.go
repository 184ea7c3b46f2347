package review

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// The characters of GB 2312's first level, those that sound alike in a line; zh and z, ing and in count as the same, as they do to those
// who type by sound.
//
//go:embed wording_sounds.txt
var wordingSoundsFile string

//go:embed wording_vocabulary.txt
var wordingVocabularyFile string

// soundTable finds words that are typed with a character of the same sound: 救剂 for 救济.
type soundTable struct {
	// sounds are those of the characters from 一, 0 where unknown.
	sounds [0x9fff - 0x4e00 + 1]uint16
	// known are the words, with those that are no slip although they sound like another.
	known map[string]bool
	// words are those that have some characters at their places and a sound at the one that is left, bits the hashes of those keys, so that
	// nearly all of a text costs a look.
	words map[soundKey][]string
	bits  [1 << 11]uint64
	// right are the hashes of known words, which most of a text is: what has one of them by chance is not looked at either.
	right [1 << 9]uint64
}

// soundKey is a word with one character left out, by its place; c is 0 for words of two.
type soundKey struct {
	a, b  rune
	sound uint16
	place uint8 // of the one that is left out, and 4 more for words of three
}

func (k soundKey) hash() uint32 {
	h := uint32(k.a)*40503 + uint32(k.b)*2654435 + uint32(k.sound)*97531 + uint32(k.place)*7919
	return (h ^ h>>15) & (1<<17 - 1)
}

var wordingSounds = newSoundTable()

func newSoundTable() *soundTable {
	t := &soundTable{known: map[string]bool{}, words: map[soundKey][]string{}}
	sound := uint16(0)
	for line := range strings.Lines(wordingSoundsFile) {
		sound++
		for _, r := range strings.TrimSpace(line) {
			t.sounds[r-0x4e00] = sound
		}
	}
	var targets []string
	for line := range strings.Lines(wordingVocabularyFile) {
		right := strings.HasPrefix(line, "=")
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(strings.TrimPrefix(line, "=")) {
			t.known[word] = true
			if !right {
				targets = append(targets, word)
			}
		}
	}
	for word := range wordingKnown {
		if !t.known[word] {
			t.known[word] = true
			targets = append(targets, word)
		}
	}
	for word := range t.known {
		h := soundHash([]rune(word))
		t.right[h>>6] |= 1 << (h & 63)
	}
	slices.Sort(targets)
	for _, word := range targets {
		runes := []rune(word)
		for place := range runes {
			if k, ok := t.key(runes, place); ok {
				h := k.hash()
				t.bits[h>>6] |= 1 << (h & 63)
				t.words[k] = append(t.words[k], word)
			}
		}
	}
	return t
}

// key is that of two or three characters with one left out; ok is false where its sound is not known.
func (t *soundTable) key(runes []rune, place int) (k soundKey, ok bool) {
	k.sound = t.sound(runes[place])
	switch {
	case len(runes) == 2:
		k.a, k.place = runes[1-place], uint8(place)
	case place == 0:
		k.a, k.b, k.place = runes[1], runes[2], 4
	case place == 1:
		k.a, k.b, k.place = runes[0], runes[2], 5
	default:
		k.a, k.b, k.place = runes[0], runes[1], 6
	}
	return k, k.sound != 0
}

// soundHash is that of two or three characters.
func soundHash(runes []rune) uint32 {
	h := uint32(0)
	for _, r := range runes {
		h = h*40503 + uint32(r)*2654435
	}
	return (h ^ h>>15) & (1<<15 - 1)
}

// maybe reports whether some characters can be a slip at all: it is quick, and true for few that are none.
func (t *soundTable) maybe(runes []rune) bool {
	a, b := runes[0], runes[1]
	if len(runes) == 2 {
		return t.bit(soundKey{b, 0, t.sound(a), 0}) || t.bit(soundKey{a, 0, t.sound(b), 1})
	}
	c := runes[2]
	return t.bit(soundKey{b, c, t.sound(a), 4}) || t.bit(soundKey{a, c, t.sound(b), 5}) || t.bit(soundKey{a, b, t.sound(c), 6})
}

func (t *soundTable) bit(k soundKey) bool {
	h := k.hash()
	return t.bits[h>>6]&(1<<(h&63)) != 0
}

func (t *soundTable) sound(r rune) uint16 {
	if i := uint32(r - 0x4e00); i < uint32(len(t.sounds)) {
		return t.sounds[i]
	}
	return 0
}

// like gives the words for which some characters may be a slip; none where they are a word.
func (t *soundTable) like(runes []rune) []string {
	if h := soundHash(runes); t.right[h>>6]&(1<<(h&63)) != 0 {
		return nil
	}
	for place := range runes {
		k, ok := t.key(runes, place)
		if words := t.words[k]; ok && len(words) > 0 {
			return words
		}
	}
	return nil
}

// sounds finds words that sound like one that reports are written with and stand between words, outside the findings that there are.
func (w *wordingText) sounds(there []report.Finding) []report.Finding {
	var out []report.Finding
	for i := 0; i+1 < len(w.r) && len(out) < mostPerPlace; i++ {
		if !isHan(w.r[i]) || !isHan(w.r[i+1]) {
			continue
		}
		for n := 3; n >= 2; n-- {
			if i+n > len(w.r) || n == 3 && !isHan(w.r[i+2]) || !wordingSounds.maybe(w.r[i:i+n]) {
				continue
			}
			words := wordingSounds.like(w.r[i : i+n])
			if len(words) == 0 || !w.between(i, i+n) {
				continue
			}
			start, end := int(w.at[i]), int(w.at[i+n])
			f := w.p.Mark(codeWording, report.SeverityHint, start, end, fmt.Sprintf("“%s”可能是“%s”之误。", w.from(i, i+n), strings.Join(words, "”或“")))
			if slices.ContainsFunc(there, func(o report.Finding) bool { return o.Start < f.End && f.Start < o.End }) {
				continue
			}
			f.Hint, f.Found, f.Expected = "核对后改正。", w.from(i, i+n), words[0]
			if len(words) == 1 {
				f.Fix = w.p.Fix(start, end, words[0], "改为“"+words[0]+"”")
			}
			out = append(out, f)
			i += n - 1
			break
		}
	}
	return out
}

// wordingParticles are characters that stand between words.
const wordingParticles = "的地对将把和与及在为是了并各每其以由从向被等也都要不已未共"

// between reports whether what stands from start to end is a word of its own: another stands on one side at least, and the other side ends
// one, too. No word goes over either end.
func (w *wordingText) between(start, end int) bool {
	known := wordingSounds.known
	word := func(from, to int) bool { return from >= 0 && to <= len(w.r) && known[w.from(from, to)] }
	before := word(start-2, start) || word(start-3, start)
	after := word(end, end+2) || word(end, end+3)
	if !before && !after && end-start < 3 {
		return false
	}
	b, a := w.rune(start-1), w.rune(end)
	return (before || !isHan(b) || strings.ContainsRune(wordingParticles, b)) && (after || !isHan(a) || strings.ContainsRune("和与及的等", a)) &&
		!word(start-1, start+1) && !word(end-1, end+1)
}
