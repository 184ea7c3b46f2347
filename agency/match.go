package agency

import (
	"slices"
	"strings"
	"unicode"
)

// Match finds whose report it is by the name that stands in a document: by full, short and former names, then past what is written
// around them (云溪县柳河镇人民政府 for 柳河镇人民政府, 水利局 for 云溪县水利局). ok says that exactly one fits best; otherwise
// near are those that might be meant, for a person to choose from.
func Match(all []Agency, name string) (found Agency, ok bool, near []Agency) {
	name = fold(name)
	if name == "" {
		return Agency{}, false, nil
	}
	for _, fits := range []func(a Agency) bool{
		func(a Agency) bool { return fold(a.Name) == name },
		func(a Agency) bool { return slices.Contains(otherNames(a), name) },
		func(a Agency) bool { return fitsCore(all, a, name) },
	} {
		var here []Agency
		for _, a := range all {
			if fits(a) {
				here = append(here, a)
			}
		}
		if len(here) == 1 {
			return here[0], true, nil
		}
		if len(here) > 1 {
			return Agency{}, false, here
		}
	}
	return Agency{}, false, nil
}

// otherNames are an agency's short and former names.
func otherNames(a Agency) []string {
	var out []string
	for _, n := range append(strings.Split(a.FormerNames, "\n"), a.ShortName) {
		if n = fold(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// coreSuffixes end names in full and are left out in speech; the longest first.
var coreSuffixes = []string{"人民政府", "街道办事处", "办事处", "政府"}

// core is a name without its ending, but 柳河街道 keeps what it is.
func core(name string) string {
	for _, s := range coreSuffixes {
		if rest, cut := strings.CutSuffix(name, s); cut && rest != "" {
			if s == "街道办事处" {
				rest += "街道"
			}
			return rest
		}
	}
	return name
}

// places end the names of the places that stand before the name of an agency.
var places = []string{"省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"}

// fitsCore compares names without their endings, and with or without the place before one of them.
func fitsCore(all []Agency, a Agency, name string) bool {
	read := core(name)
	for _, n := range append(otherNames(a), fold(a.Name)) {
		have := core(n)
		if read == have {
			return true
		}
		if place, longer := strings.CutSuffix(read, have); longer && isPlace(place) && contains(all, a, place) {
			return true
		}
		if place, longer := strings.CutSuffix(have, read); longer && isPlace(place) {
			return true
		}
		// 县水利局, as those in the county call it.
		if rest, cut := strings.CutPrefix(read, "县"); cut && strings.HasSuffix(have, "县"+rest) {
			return true
		}
	}
	return false
}

// isPlace reports whether a text may be the name of a place: 云溪县, but not the 大 of 大石桥镇.
func isPlace(s string) bool {
	return len([]rune(s)) > 1 && slices.ContainsFunc(places, func(p string) bool { return strings.HasSuffix(s, p) })
}

// contains reports whether an agency may lie in a place: another county's township of the same name is not ours. Where the
// agencies above are not known, any place will do.
func contains(all []Agency, a Agency, place string) bool {
	known := false
	for _, above := range all {
		if above.Path != a.Path && strings.HasPrefix(a.Path, above.Path) {
			known = true
			if name := core(fold(above.Name)); strings.HasSuffix(place, name) || strings.HasSuffix(name, place) {
				return true
			}
		}
	}
	return !known
}

// fold writes a name as it is compared: without blanks, full width as half width.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
}
