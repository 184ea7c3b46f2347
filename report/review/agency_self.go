package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// agencyName is a name of an agency taken apart for comparison.
type agencyName struct {
	// places are those before its own name, the widest first: 铜陵市, 郊区.
	places []string
	// core is its own name without what is left out in speech: 铜厂彝族乡, 财政局; stem is without the kind: 铜厂.
	core, stem string
	// kind is that of agency.Kind, "" when the name does not say.
	kind      string
	functions agencyFunctions
}

func parseAgency(name string) agencyName {
	name = strings.Join(strings.Fields(name), "")
	if at := indexAny(name, "（("); at > 0 {
		name = name[:at]
	}
	places, own := splitAgencyName(name)
	a := agencyName{places: places, core: agencyCore(own), kind: agencyKind(name)}
	a.stem, _ = gazetteer.Stem(a.core)
	if a.kind == "department" {
		a.functions = functionsOf(own)
		a.core = own
	}
	return a
}

// local reports whether it is a township or a sub-district.
func (a agencyName) local() bool { return a.kind == "township" || a.kind == "subdistrict" }

// place is the nearest division that the agency belongs to or is; "" when the name does not say.
func (a agencyName) place() string {
	if a.kind == "government" {
		return a.core
	}
	if len(a.places) > 0 {
		return a.places[len(a.places)-1]
	}
	return leadingPlace(a.core) // 望江县人民政府办公室
}

// agencySelf is whose report it is, with all that may lawfully be the doer in it.
type agencySelf struct {
	agencyName
	name string
	// sure says that the name comes from the agency tree or from whoever asks, not from the document.
	sure bool
	// stems are those of its own names, the former ones too, and of those below it.
	stems map[string]bool
	// names are all of its own as they are written, cores the same without 人民政府 and the like.
	names, cores []string
	// above are the places that it is or lies in, the nearest first.
	above []string
	// uncharted are those of them that the gazetteer does not know.
	uncharted []string
	// kin are the names of the agencies above and below it, beside those of its neighbours.
	kin, beside []string
	// county is the county, district or county-level city that it is or lies in; "" when that is not certain.
	county string
	// branch says that it is a branch office (分局).
	branch bool
	// central says that it is one of the whole country, which lies nowhere.
	central bool
	year    int
	parts   []*Part
	// former tells of names whether they are former ones, once it was asked.
	former map[string]bool
}

func newAgencySelf(s *Subject) *agencySelf {
	id := s.Identity()
	us := &agencySelf{agencyName: parseAgency(id.Name), name: id.Name, sure: s.Context.Identity.Name != "", stems: map[string]bool{}, former: map[string]bool{}}
	if id.Kind != "" {
		us.kind = id.Kind
	}
	us.kin, us.beside = slices.Concat(id.Superiors, id.Subordinates), id.Neighbours
	add := func(names ...string) {
		for _, n := range names {
			if n != "" && !slices.Contains(us.names, n) {
				us.names = append(us.names, n)
			}
		}
	}
	add(append([]string{id.Name, id.ShortName}, id.FormerNames...)...)
	if !us.sure {
		if !namesDiffer(s.Report.Agency, id.Name) {
			add(s.Report.Agency)
		}
		if titled := titleAgency(s.Report.Title); titled != "" && !namesDiffer(titled, id.Name) {
			add(titled)
			if len(us.places) == 0 {
				us.places = parseAgency(titled).places
			}
		}
	}
	for _, n := range us.names {
		a := parseAgency(n)
		us.cores = append(us.cores, a.core)
		us.stems[a.stem], us.stems[a.core] = true, true
	}
	for _, n := range id.Subordinates {
		a := parseAgency(n)
		us.stems[a.stem], us.stems[a.core] = true, true
	}
	delete(us.stems, "")
	if us.kind == "government" {
		us.above = append(us.above, us.core)
	}
	lies := func(place string) {
		if place != "" && !slices.Contains(us.above, place) {
			us.above = append(us.above, place)
		}
	}
	for _, n := range id.Superiors {
		if a := parseAgency(n); a.local() || a.kind == "" {
			lies(a.core)
		} else {
			lies(a.place()) // 云溪县 for 云溪县教育局
		}
	}
	for _, p := range slices.Backward(us.places) {
		lies(p)
	}
	for _, p := range us.above {
		if us.county == "" && countyLevel(p) {
			us.county = p
		}
	}
	if us.county == "" && us.local() && len(us.above) > 0 && strings.HasSuffix(us.above[0], "市") && !gazetteer.Known(us.above[0]) {
		us.county = us.above[0] // townships lie in cities of the county's rank
	}
	for _, p := range us.above {
		if !gazetteer.Known(p) {
			us.uncharted = append(us.uncharted, p)
		}
	}
	us.parts, us.year, us.branch = s.Parts, s.Report.Year, strings.HasSuffix(us.name, "分局")
	us.central = len(us.above) == 0 && ofCountry(us.name)
	return us
}

// ofCountry reports whether a name is that of an organ of the whole country, and not of its office somewhere: 国家统计局, but not 国家统计局青溪调查队.
func ofCountry(name string) bool {
	for _, begin := range []string{"国家", "国务院", "中国"} {
		if !strings.HasPrefix(name, begin) {
			continue
		}
		for _, end := range []string{"局", "委员会", "署", "办公厅", "院"} {
			if i := strings.Index(name[len(begin):], end); i >= 0 {
				return len(begin)+i+len(end) == len(name)
			}
		}
	}
	return strings.HasPrefix(name, "中华人民共和国") && endsInAny(name, []string{"部", "委员会", "署"})
}

// anyText reports whether something holds for the text of one of the report's parts.
func (us *agencySelf) anyText(holds func(text string) bool) bool {
	return slices.ContainsFunc(us.parts, func(p *Part) bool { return holds(p.Text) })
}

// says reports whether the report has one of several words.
func (us *agencySelf) says(words ...string) bool {
	return us.anyText(func(text string) bool { return containsAny(text, words) })
}

// countyLevel reports whether a place is a county or the like by its name; a 市 is where the gazetteer knows it only as one.
func countyLevel(name string) bool {
	if places := gazetteer.Places(name); len(places) > 0 {
		return !slices.ContainsFunc(places, func(p gazetteer.Place) bool { return p.Level != gazetteer.County })
	}
	r, _ := utf8.DecodeLastRuneInString(name)
	return r == '县' || r == '旗' || r == '区' && !strings.HasSuffix(name, "自治区") && !strings.HasSuffix(name, "地区")
}

// cityLevel reports whether a place may be a prefecture-level city or stand above one.
func cityLevel(name string) bool {
	r, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("市州盟省", r) && !countyLevel(name) || strings.HasSuffix(name, "自治区") || strings.HasSuffix(name, "地区")
}

// mayBeOurs reports whether a place is one that the agency is, lies in, or governs; places of other names cannot be.
func (us *agencySelf) mayBeOurs(place string) bool {
	if slices.Contains(us.above, place) || us.stems[place] || len(us.above) == 0 {
		return true
	}
	stem, _ := gazetteer.Stem(place)
	if slices.ContainsFunc(us.above, func(a string) bool { s, _ := gazetteer.Stem(a); return s == stem }) {
		return true // 枞阳 was a county of another city once, and a county may become a district
	}
	if strings.HasSuffix(place, "旗") && !gazetteer.Known(place) && slices.ContainsFunc(us.above, func(a string) bool { return strings.HasSuffix(a, "旗") && shortensName(place, a) }) {
		return true // 科右中旗 for 科尔沁右翼中旗
	}
	for _, p := range gazetteer.Places(place) {
		if p.Within(us.above[0]) {
			return true
		}
	}
	if !gazetteer.Known(us.above[0]) && (us.county == "" || cityLevel(place) && !slices.ContainsFunc(us.above, cityLevel)) {
		return true
	}
	// A place above ours that neither the name nor the tree says: 安庆市 for 望江县.
	for _, ours := range gazetteer.Places(us.above[0]) {
		if ours.Within(place) {
			return true
		}
	}
	return false
}

// placed reports whether it is sure where the agency lies: its name says so or the tree, or the text speaks of the place.
func (us *agencySelf) placed() bool {
	return us.sure || slices.ContainsFunc(us.above, func(place string) bool {
		stem, _ := gazetteer.Stem(place)
		return utf8.RuneCountInString(stem) > 1 && us.says(stem) || us.says(place)
	})
}

// coversOwn reports whether a mention is but the end of a name of the agency's own, or of a place that it lies in: 江口县 in 罗江口县财政局.
func (us *agencySelf) coversOwn(text string, m agencyMention) bool {
	if before, _ := utf8.DecodeLastRuneInString(text[:m.start]); !isHan(before) {
		return false
	}
	return slices.ContainsFunc(slices.Concat(us.names, us.above), func(name string) bool {
		from := max(0, m.start-len(name))
		i := strings.Index(text[from:m.end], name)
		return i >= 0 && from+i < m.start && from+i+len(name) > m.start
	})
}

// formerly are the words before and behind the name of an agency that was merged into this one or renamed.
var formerlyBefore, formerlyBehind = []string{"原", "撤销", "前身为", "前身是", "曾用名", "撤并", "由", "合并"}, []string{"撤", "更名", "合并", "并入", "划归", "划入",
	"改设", "改为", "改名", "整建制", "整体"}

// formerly reports whether the text says that an agency became this one, or was renamed, merged or dissolved.
func (us *agencySelf) formerly(name string) bool {
	is, known := us.former[name]
	if !known {
		is = us.anyText(func(text string) bool { return becameAnother(text, name) })
		us.former[name] = is
	}
	return is
}

func becameAnother(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(name)
		before, behind := text[max(0, start-12):start], text[end:min(len(text), end+36)]
		if cut := indexAny(behind, "。；\n"); cut >= 0 {
			behind = behind[:cut]
		}
		renamed := slices.ContainsFunc(formerlyBehind, func(w string) bool { return strings.Contains(behind, w) })
		for _, w := range formerlyBefore {
			if strings.HasSuffix(before, w) && (w != "由" && w != "合并" || renamed) {
				return true
			}
		}
		if slices.ContainsFunc(formerlyBehind, func(w string) bool { return strings.HasPrefix(behind, w) }) || renamed && strings.Contains(behind[:min(len(behind), 18)], "、") {
			return true
		}
		at = end
	}
}

// mentions is how often the text between title and signature has one of the agency's own stems.
func (us *agencySelf) mentions(s *Subject) int {
	n := 0
	for _, name := range us.names {
		n = max(n, s.mentions(name))
	}
	return n
}

// titled reports whether the title has one of the agency's own names.
func (us *agencySelf) titled(s *Subject) bool {
	return slices.ContainsFunc(us.names, func(n string) bool {
		a := parseAgency(n)
		return utf8.RuneCountInString(a.stem) > 1 && strings.Contains(s.Report.Title, a.stem) ||
			gazetteer.Known(a.core) && strings.Contains(s.Report.Title, a.core) // 威县
	})
}

// known reports whether the document leaves no doubt whose it is: its name may have been read from the page around it, or guessed.
func (us *agencySelf) known(s *Subject) bool {
	named := us.kind != "" && utf8.RuneCountInString(us.stem) > 1 && !hasNoName(us.core) && !contains(us.core, "网站") // no 严格遵循县
	return us.sure || us.titled(s) || named && us.mentions(s) > 0 || s.Report.Signature.Agency != "" && !namesDiffer(s.Report.Signature.Agency, us.name)
}
