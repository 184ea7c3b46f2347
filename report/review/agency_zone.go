package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// zoneEndings end the names of zones (开发区), which committees (管委会) manage.
var zoneEndings = []string{"经济技术开发区", "高新技术产业开发区", "经济开发区", "工业园区", "产业园区", "旅游度假区", "度假区", "经开区", "高新区", "开发区", "示范区", "保税区", "风景区", "景区", "新区", "园区"}

// longestZone is how many bytes the name of a zone has at most: eight characters of its own and the longest ending.
var longestZone = 8*3 + len("高新技术产业开发区")

// zoneShape is the name of a zone that a text begins with: two to eight characters that are its own, and one of the endings.
func zoneShape(text string) string {
	if beginsWith(text, []string{"国家", "省级", "市级", "县级"}) {
		return ""
	}
	if indexOf(text[:min(len(text), longestZone)], "区") < 0 {
		return "" // most texts begin with no zone
	}
	at := 0
	for n := range 9 {
		for _, end := range zoneEndings {
			if n > 1 && strings.HasPrefix(text[at:], end) && !hasNoName(text[:at]) {
				return text[:at+len(end)]
			}
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isHan(r) || notInLocalName.has(r) {
			return ""
		}
		at += size
	}
	return ""
}

// otherZone reports whether the name of a zone certainly is not the agency's own, which is one, too: nothing that is its own stands in it.
func (us *agencySelf) otherZone(zone string) bool {
	ours := func(name string) bool {
		return slices.ContainsFunc(zoneEndings, func(e string) bool { return strings.Contains(name, e) })
	}
	if !slices.ContainsFunc(us.names, ours) {
		return false
	}
	for _, e := range zoneEndings {
		if stem, is := strings.CutSuffix(zone, e); is {
			first, last := firstRunes(stem, 2), stem[len(stem)-len(lastRunes(stem, 2)):]
			return !us.says("以下简称“"+zone) && !slices.ContainsFunc(append(slices.Clone(us.names), us.above...), func(n string) bool {
				return strings.Contains(n, first) || strings.Contains(n, last)
			})
		}
	}
	return false
}
