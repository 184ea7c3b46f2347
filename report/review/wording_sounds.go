package review

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// The characters of GB 2312's first level, those that sound alike in a line, and characters that look alike; zh and z, ing and in count as the same, as they do to those
// who type by sound.
//
//go:embed wording_sounds.txt
var wordingSoundsFile string

//go:embed wording_vocabulary.txt
var wordingVocabularyFile string

//go:embed wording_shapes.txt
var wordingShapesFile string

// soundTable finds words that are typed with a character that sounds or looks alike: 救剂 for 救济, 分折 for 分析.
type soundTable struct {
	// sounds are the characters that sound alike, by each of them; shapes those that look alike.
	sounds, shapes map[rune][]rune
	// known are the words, with those that are no slip although they sound like another; targets those that are looked for.
	known, targets map[string]bool
	// meets is what only looks like a slip, mostly where two words meet.
	meets map[string]bool
	// odd are words with two characters in each other's place, and set phrases that lack one: 查审 for 审查, 门户站 for 门户网站.
	odd map[string]string
	// heard are targets by their other characters and the first of those that sound like the one at a place.
	heard map[string][]string
	// slips has the slips of words of two characters, of three and of four, so that nearly all of a text costs a look; right the known words,
	// which most of a text is; begins the first two characters of slips of three and of four, small sets to be asked before the large ones.
	slips  [5]soundSet
	right  soundSet
	begins [5]soundSet
	// cut are set phrases that lack their last character: they begin what is right, and are slips before a stop only.
	cut soundSet
}

var wordingSounds = newSoundTable()

func newSoundTable() *soundTable {
	t := &soundTable{sounds: alikeRunes(wordingSoundsFile), shapes: alikeRunes(wordingShapesFile), known: map[string]bool{}, targets: map[string]bool{}, odd: map[string]string{},
		heard: map[string][]string{}, meets: map[string]bool{}, right: make(soundSet, 1<<12), cut: make(soundSet, 1<<10)}
	t.slips = [5]soundSet{2: make(soundSet, 1<<15), 3: make(soundSet, 1<<13), 4: make(soundSet, 1<<15)}
	t.begins = [5]soundSet{3: make(soundSet, 1<<12), 4: make(soundSet, 1<<13)}
	var phrases []string
	for line := range strings.Lines(wordingVocabularyFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(strings.TrimLeft(line, "=+-"))
		if line[0] == '-' {
			for _, pair := range words {
				t.meets[pair] = true
			}
			continue
		}
		for _, word := range words {
			t.known[word] = true
			if line[0] != '=' {
				t.targets[word] = true
			}
		}
		if line[0] == '+' {
			phrases = append(phrases, words...)
		}
	}
	for word := range wordingKnown {
		t.known[word], t.targets[word] = true, true
	}
	for word := range t.known {
		t.right.add([]rune(word))
	}
	for _, word := range slices.Sorted(maps.Keys(t.targets)) {
		runes := []rune(word)
		for place, right := range runes {
			for _, alike := range [][]rune{t.sounds[right], t.shapes[right]} {
				for _, runes[place] = range alike {
					t.addSlip(runes)
				}
			}
			runes[place] = right
			if key := t.heardAs(nil, runes, place); key != nil {
				t.heard[string(key)] = append(t.heard[string(key)], word)
			}
		}
		t.addTurned(runes)
	}
	for _, phrase := range phrases {
		runes := []rune(phrase)
		for i := 1; i < len(runes); i++ {
			t.addOdd(slices.Delete(slices.Clone(runes), i, i+1), phrase)
		}
	}
	return t
}

// alikeRunes reads groups of characters that are alike.
func alikeRunes(file string) map[rune][]rune {
	alike := map[rune][]rune{}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for group := range strings.FieldsSeq(line) {
			runes := []rune(group)
			for i, r := range runes {
				if alike[r] == nil {
					alike[r] = runes
				} else {
					alike[r] = append(append(slices.Clone(alike[r]), runes[:i]...), runes[i+1:]...)
				}
			}
		}
	}
	return alike
}

// heardAs is the key of a word in heard, added to key; nil where no other character sounds like the one at a place.
func (t *soundTable) heardAs(key []byte, runes []rune, place int) []byte {
	alike := t.sounds[runes[place]]
	if len(alike) == 0 {
		return nil
	}
	for i, r := range runes {
		if i == place {
			r = alike[0]
		}
		key = utf8.AppendRune(key, r)
	}
	return append(key, byte('0'+place))
}

// addTurned adds a word with two of its characters in each other's place.
func (t *soundTable) addTurned(runes []rune) {
	if len(runes) != 2 && len(runes) != 4 {
		return
	}
	for i := range len(runes) - 1 {
		turned := slices.Clone(runes)
		turned[i], turned[i+1] = turned[i+1], turned[i]
		t.addOdd(turned, string(runes))
	}
}

// addOdd adds a form of a word that is no word.
func (t *soundTable) addOdd(odd []rune, word string) {
	form := string(odd)
	if _, two := t.odd[form]; two || t.known[form] || hasRune(form, wordingJoints+"可不") {
		return
	}
	if t.odd[form] = word; strings.HasPrefix(word, form) {
		t.cut.add(odd)
	} else {
		t.addSlip(odd)
	}
}

func (t *soundTable) addSlip(slip []rune) {
	n := len(slip)
	if n < 2 || n >= len(t.slips) || t.known[string(slip)] || t.meets[string(slip)] {
		return
	}
	t.slips[n].add(slip)
	if n > 2 {
		t.begins[n].add(slip[:2])
	}
}

// alike reports whether one character sounds or looks like another, or is one that nobody writes: 国务院办公庁.
func (t *soundTable) alike(wrong, right rune) bool {
	return slices.Contains(t.sounds[right], wrong) || slices.Contains(t.shapes[right], wrong) || t.sounds[wrong] == nil && t.shapes[wrong] == nil
}

// like gives the words for which some characters, which are no word, may be a slip.
func (t *soundTable) like(runes []rune) (words []string) {
	if word := t.odd[string(runes)]; word != "" {
		return []string{word}
	}
	var room [4]rune
	var key [4*utf8.UTFMax + 1]byte
	other := room[:copy(room[:], runes)]
	for place, wrong := range runes {
		if words = t.heard[string(t.heardAs(key[:0], runes, place))]; len(words) > 0 {
			return words
		}
		for _, other[place] = range t.shapes[wrong] {
			if t.right.has(soundHash(other)) && t.targets[string(other)] {
				return []string{string(other)}
			}
		}
		other[place] = wrong
	}
	return nil
}

// sounds finds words that sound or look like one that reports are written with and stand between words, outside the findings that there are
// and the reporting agency's own name, which is how it is.
func (w *wordingText) sounds(own string, there []report.Finding) []report.Finding {
	var out []report.Finding
	start := 0
	for k := 0; k <= len(w.others) && len(out) < mostPerPlace; k++ {
		end := len(w.r)
		if k < len(w.others) {
			end = int(w.others[k])
		}
		out = w.soundsIn(start, end, own, there, out)
		start = end + 1
	}
	return out
}

// soundsIn finds them among Chinese characters that stand in a row.
func (w *wordingText) soundsIn(start, end int, own string, there, out []report.Finding) []report.Finding {
	t := wordingSounds
	at := func(i, n int) bool {
		f, ok := w.soundAt(i, i+n, own)
		if ok = ok && !slices.ContainsFunc(there, func(o report.Finding) bool { return o.Start < f.End && f.Start < o.End }); ok {
			out = append(out, f)
		}
		return ok
	}
	word := false // whether the characters at i-1 and i are a word
	for i := start; i+1 < end; i++ {
		pair, within := soundPair(w.r[i], w.r[i+1]), word
		word = t.right.has(pair)
		rest, least := end-i, 2
		switch { // a slip does not begin within a word, but that of a long one, and no word is one
		case within:
			least = 4
		case word:
			least = 3
		}
		switch {
		case rest <= 4 && rest >= least && t.cut.has(soundHash(w.r[i:end])) && at(i, rest):
			i = end - 1
		case rest >= 4 && t.begins[4].has(pair) && t.slips[4].has(soundHash(w.r[i:i+4])) && at(i, 4):
			i += 3
		case rest >= 3 && least <= 3 && t.begins[3].has(pair) && t.slips[3].has(soundHash(w.r[i:i+3])) && at(i, 3):
			i += 2
		case least <= 2 && t.slips[2].has(pair) && at(i, 2):
			i++
		}
	}
	return out
}

// soundAt is the finding on the characters between two places that may be a slip.
func (w *wordingText) soundAt(start, end int, own string) (f report.Finding, ok bool) {
	if end-start == 2 && (wordingJoint(w.r[start]) || wordingJoint(w.r[start+1]) && !(w.stops(end) && strings.ContainsRune(wordingOpen, w.r[start+1]))) || !w.apart(start, end) {
		return f, false
	}
	text := w.from(start, end)
	if wordingSounds.known[text] || wordingSounds.meets[text] || strings.Contains(own, text) {
		return f, false
	}
	words := wordingSounds.like(w.r[start:end])
	if len(words) == 0 {
		return f, false
	}
	f = w.mark(report.SeverityHint, start, end, fmt.Sprintf("“%s”可能是“%s”之误。", text, strings.Join(words, "”或“")), "核对后改正。")
	f.Found, f.Expected = text, words[0]
	if len(words) == 1 {
		f.Fix = w.fix(start, end, words[0])
	}
	return f, true
}

// wordingParticles are characters that stand between words.
const wordingParticles = "的地对将把和与及在为是了并各每其以由从向被等也都要不已未共"

// wordingJoints are characters of which two that follow each other are mostly no word: 权|和, 及|各.
const wordingJoints = "和及与或的等在由将被并且但而也这那各每"

// wordingOpen are those of them with which no clause ends: 不够全而。
const wordingOpen = "和及与或将被并且但而由"

func wordingJoint(r rune) bool { return wordingNumeral(r) || strings.ContainsRune(wordingJoints, r) }

// apart reports whether what stands from start to end can be a slip of a word there: set phrases may stand anywhere.
func (w *wordingText) apart(start, end int) bool {
	if word, odd := wordingSounds.odd[w.from(start, end)]; odd {
		if strings.HasPrefix(word, w.from(start, end)) && !w.stops(end) { // it may go on otherwise
			return false
		}
		return !w.ends(start+1, 2) && !w.ends(end+1, 2) && (end-start > 2 || (w.ends(start, 2) || w.ends(start, 3)) && w.between(start, end))
	}
	return end-start == 4 || w.between(start, end)
}

// between reports whether what stands from start to end is a word of its own: another stands on one side at least, and the other side ends
// one, too. No word goes over either end.
func (w *wordingText) between(start, end int) bool {
	word := func(from, to int) bool { return from >= 0 && to <= len(w.r) && w.isWord(from, to) }
	before := word(start-2, start) || word(start-3, start)
	after := word(end, end+2) || word(end, end+3)
	b, a := w.rune(start-1), w.rune(end)
	if !before && !after && end-start < 3 && (isHan(b) && !strings.ContainsRune("不很较更最", b) && !(w.stops(end) && strings.ContainsRune("的和与及", b)) || isHan(a) && !strings.ContainsRune("和与及或等", a)) {
		return false
	}
	return (before || after || !isHan(b) || strings.ContainsRune(wordingParticles+"很较更最", b)) && (after || !isHan(a) || strings.ContainsRune("和与及的等内或达为是在较不占超未已均更需应能可书表率性化度量员者栏会单件类型式稿证卡册", a)) &&
		!word(start-1, start+1) && !word(end-1, end+1)
}
