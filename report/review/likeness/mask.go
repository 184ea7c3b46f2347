package likeness

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands for a run of figures and for a run of names in a masked text.
const (
	figure = '0'
	name   = '甲'
)

// formulas are sentences that every report has, by words that give them away: about the report itself, and that there was nothing.
var formulas = []string{"年度报告", "本报告", "本年报", "未收到", "没有收到", "未接到", "未发生", "没有发生", "未产生", "没有因", "未受理", "未出现", "均为0", "均为零", "没有其他需要"}

// phrases are set phrases that stand in most reports; they count as nothing.
var phrases = []string{"中华人民共和国政府信息公开条例", "政府信息公开条例", "习近平新时代中国特色社会主义思想", "全面贯彻落实党的二十大精神", "党的十九大", "党的二十大",
	"历次全会精神", "中全会精神", "国务院办公厅政府信息与政务公开办公室", "国务院办公厅", "以人民为中心的发展思想", "公开为常态不公开为例外"}

// levels name a place or an agency by its rank alone: after 镇 became 乡, or 我局 became 我委, a copied sentence is still copied.
var levels = []string{"街道办事处", "街道", "省", "市", "县", "区", "州", "旗", "镇", "乡", "局", "厅"}

// selves are how an agency speaks of itself.
var selves = []string{"我单位", "本单位", "本机关", "本部门", "本行政机关", "我中心", "本中心", "我委", "我办", "我院", "我处", "我部", "我街", "我站", "我所"}

// endings stand at the end of names and are left out in speech; alone they name nobody.
var endings = []string{"人民政府街道办事处", "街道办事处", "人民政府办公室", "人民政府", "管理委员会", "委员会", "办事处", "办公室", "政府"}

// entry is a word that a masked text has not as it stands.
type entry struct {
	word string
	kind kind
}

type kind int

const (
	aName    kind = iota // becomes a name
	aPhrase              // is left out
	aFormula             // lets its whole sentence be left out
)

// dictionary finds words by their first rune, the longest first.
type dictionary map[rune][]entry

// Names are the words that are masked as names in the texts of some agencies.
type Names struct{ words dictionary }

var common = func() dictionary {
	d := dictionary{}
	d.add(aFormula, formulas)
	d.add(aPhrase, phrases)
	d.add(aName, levels)
	d.add(aName, selves)
	for _, own := range []string{"我", "本", "全"} {
		for _, level := range levels {
			d.add(aName, []string{own + level})
		}
	}
	d.sort()
	return d
}()

func (d dictionary) add(k kind, words []string) {
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !slices.ContainsFunc(d[first], func(e entry) bool { return e.word == w }) {
			d[first] = append(d[first], entry{w, k})
		}
	}
}

func (d dictionary) sort() {
	for _, entries := range d {
		slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(len(b.word), len(a.word)) })
	}
}

// at is the longest entry at the beginning of a text.
func (d dictionary) at(first rune, text string) (entry, bool) {
	for _, e := range d[first] {
		if strings.HasPrefix(text, e.word) {
			return e, true
		}
	}
	return entry{}, false
}

// NewNames prepares the names of agencies: 云溪县柳河镇人民政府 is masked also as 云溪县, 柳河镇人民政府 and 柳河镇.
func NewNames(names ...string) Names {
	d := dictionary{}
	for _, n := range names {
		for _, form := range forms(strings.TrimSpace(n)) {
			d.add(aName, []string{form})
		}
	}
	d.sort()
	return Names{d}
}

const (
	shortestForm = 2  // runes
	longestName  = 60 // runes; what is longer is no name
)

// forms are the ways in which a name may be written: whole or from a place on, with its ending or without, and the places before it.
func forms(full string) []string {
	if utf8.RuneCountInString(full) > longestName {
		return nil
	}
	var out []string
	add := func(s string) {
		if utf8.RuneCountInString(s) >= shortestForm && !slices.Contains(endings, s) && !slices.Contains(levels, s) {
			out = append(out, s)
		}
	}
	from := 0
	for i, r := range full {
		if i == from {
			rest := full[from:]
			add(rest)
			for _, e := range endings {
				if short, cut := strings.CutSuffix(rest, e); cut {
					add(short)
					break
				}
			}
		}
		if strings.ContainsRune("省市县区州旗镇乡", r) {
			add(full[from : i+utf8.RuneLen(r)])
			from = i + utf8.RuneLen(r)
		}
	}
	return out
}

// Mask prepares a text for comparison.
func Mask(text string, names Names) *Text {
	t := &Text{}
	sentence, formula := 0, false // where the sentence begins, and whether it is to be left out
	end := func() {
		if formula {
			t.runes, t.from, t.to = t.runes[:sentence], t.from[:sentence], t.to[:sentence]
		}
		sentence, formula = len(t.runes), false
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		e, known := names.words.at(r, text[i:])
		if !known {
			e, known = common.at(r, text[i:])
		}
		switch {
		case known:
			size = len(e.word)
			switch e.kind {
			case aName:
				t.put(name, i, i+size, sentence)
			case aFormula:
				formula = true
			}
		case r == '\n' || r == '。' || r == '；' || r == '！' || r == ';':
			end()
		case isFigure(r):
			t.put(figure, i, i+size, sentence)
		case unicode.IsLetter(r) && r != utf8.RuneError:
			t.put(fold(r), i, i+size, sentence)
		}
		i += size
	}
	end()
	return t
}

// put adds a rune. Figures and names next to each other are one; since is where the sentence begins, so that they do not grow together
// over its end.
func (t *Text) put(r rune, from, to, since int) {
	if n := len(t.runes); n > since && (r == figure || r == name) && t.runes[n-1] == r {
		t.to[n-1] = int32(to)
		return
	}
	t.runes, t.from, t.to = append(t.runes, r), append(t.from, int32(from)), append(t.to, int32(to))
}

// isFigure reports whether a rune is a digit, or a numeral of Chinese.
func isFigure(r rune) bool {
	switch {
	case r >= '0' && r <= '9', r >= '０' && r <= '９':
		return true
	case r < 0x4e00 && r != '〇':
		return false
	}
	return strings.ContainsRune("〇零一二三四五六七八九十百千万亿两", r)
}

// fold writes full width letters as half width, and all in lower case.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	if r < 0x4e00 {
		return unicode.ToLower(r)
	}
	return r
}
