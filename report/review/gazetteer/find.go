package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// Hit is a name that stands in a text, in bytes; several places may bear it.
type Hit struct{ Start, End int }

// Find gives the names of places that stand in a text with their suffix, the longest ones, in order. Names of two characters (和县, 郊区)
// are half of a word too often (市和县政府, 城郊区域): they count only where no other Chinese character stands before them, or a place.
func Find(text string) []Hit {
	g := loaded()
	var hits []Hit
	after := 0 // where the hit before ends
	for i := 0; i+2 < len(text); i++ {
		if text[i] < 0xE4 { // they all are three bytes long
			continue
		}
		end := i + len("县")
		r := rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		if i += 2; !endsName(r) {
			continue
		}
		start := g.nameBefore(text, after, end)
		if start < 0 {
			continue
		}
		// 市 of 市辖区 or 市场 begins a new word only if no longer name goes on: the next suffix finds it.
		for len(hits) > 0 && start < hits[len(hits)-1].End {
			hits = hits[:len(hits)-1]
		}
		hits = append(hits, Hit{start, end})
		after = end
	}
	return hits
}

// endsName reports whether names of places end in a character.
func endsName(r rune) bool {
	switch r {
	case '乡', '镇', '道', '县', '区', '市', '州', '旗', '省', '盟', '木':
		return true
	}
	return false
}

// words are names of places that are common words as well.
var words = map[string]bool{"小城镇": true, "中心镇": true, "新城区": true, "市中区": true, "开发区": true, "北城区": true, "南城区": true}

// nameBefore finds where the longest name begins that ends at a byte; -1 where there is none. free is where the name before ends.
func (g *gazetteer) nameBefore(text string, free, end int) int {
	found := -1
	limit := len(text)
	from := end // walks back over the Chinese characters
	for runes := 1; from > 0 && end-from < limit; runes++ {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		from -= size
		name := text[from:end]
		if runes == 3 {
			limit = int(g.longest[lastThree(name)])
		}
		if runes > 1 && len(name) <= limit && g.find(name) >= 0 && !words[name] && (runes > 2 || standsAlone(text, free, from)) {
			found = from
		}
	}
	return found
}

// standsAlone reports whether no Chinese character stands before a byte but those of a place's name.
func standsAlone(text string, free, from int) bool {
	if from == free && free > 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:from])
	return from == 0 || !unicode.Is(unicode.Han, r) || r == '年' || r == '度'
}

// lastThree are the last three characters of a name.
func lastThree(name string) (last [3]rune) {
	for i := range last {
		r, size := utf8.DecodeLastRuneInString(name)
		last[i], name = r, name[:len(name)-size]
	}
	return last
}
