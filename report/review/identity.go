package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

// Identity is whose report it is: as the agency tree says, and where that says nothing as the document does.
func (s *Subject) Identity() report.Identity {
	if s.identity == nil {
		id := s.Context.Identity
		id.Name = cmp.Or(id.Name, s.nameInDocument())
		id.Kind = cmp.Or(id.Kind, agencyKind(id.Name))
		if len(id.Superiors) == 0 {
			id.Superiors = superiorPlaces(id.Name)
		}
		s.identity = &id
	}
	return *s.identity
}

// nameInDocument is whose report the document says it is. Where title and signature differ, the text decides: by the names in it, else by
// what it is entered under, else by what it calls itself.
func (s *Subject) nameInDocument() string {
	titled, signed, entered := titleAgency(s.Report.Title), s.Report.Signature.Agency, s.Report.Agency
	if titled == "" || signed == "" || !namesDiffer(titled, signed) {
		return cmp.Or(entered, signed)
	}
	inTitle, inSignature := s.mentions(titled), s.mentions(signed)
	more := inSignature - inTitle
	if more == 0 && entered != "" && namesDiffer(entered, titled) {
		if !namesDiffer(entered, signed) {
			return signed
		}
		if inTitle == 0 && s.mentions(entered) > 0 {
			return entered // neither is right
		}
	}
	if more == 0 {
		more = s.selfCalls(signed) - s.selfCalls(titled)
	}
	if more > 0 {
		return signed
	}
	return titled
}

// selfCalls is how often the text has what an agency of that name calls itself: 我乡.
func (s *Subject) selfCalls(name string) int {
	core, n := parseAgency(name).core, 0
	for _, own := range []struct{ ending, word string }{{"乡", "乡"}, {"镇", "镇"}, {"街道", "街道"}, {"局", "局"}, {"委员会", "委"}, {"委", "委"}, {"办公室", "办"}, {"中心", "中心"},
		{"县", "县"}, {"区", "区"}, {"市", "市"}} {
		if !strings.HasSuffix(core, own.ending) {
			continue
		}
		for _, p := range s.Parts {
			n += strings.Count(p.Text, "我"+own.word)
		}
		break
	}
	return n
}

// mentions is how often the text between title and signature has what an agency is called for short.
func (s *Subject) mentions(name string) int {
	stem, n := parseAgency(name).stem, 0
	for _, p := range s.Parts {
		if stem != "" && p.Key != report.PartTitle && p.Key != report.PartSignature && p.Key != report.PartClosing {
			n += strings.Count(p.Text, stem)
		}
	}
	return n
}

// superiorPlaces are the places that an agency lies in, the nearest first: those that its name begins with, and what the gazetteer adds
// where only one place can be meant.
func superiorPlaces(name string) []string {
	places, own := splitAgencyName(name)
	slices.Reverse(places)
	if own = agencyCore(own); gazetteer.Known(own) {
		if found := placesIn(own, places); len(found) == 1 {
			if agencyKind(name) == "department" { // 易门县人民政府办公室
				return append([]string{own}, found[0].Above...)
			}
			return found[0].Above
		}
	}
	if len(places) > 0 {
		if found := placesIn(places[0], places[1:]); len(found) == 1 {
			return append([]string{found[0].Name}, found[0].Above...)
		}
	}
	return places
}

// placesIn are the places of a name that lie in all of the others.
func placesIn(name string, others []string) []gazetteer.Place {
	return slices.DeleteFunc(gazetteer.Places(name), func(p gazetteer.Place) bool {
		return slices.ContainsFunc(others, func(o string) bool { return !p.Within(o) })
	})
}

// splitAgencyName parts the places that a name begins with from what is the agency's own: 铜陵市, 郊区 and 安庆矿区办事处. What is named
// after its place keeps it: 易门县人民政府 has none before it.
func splitAgencyName(name string) (places []string, own string) {
	own = strings.TrimPrefix(name, "国家税务总局")
	if own == "" {
		own = name
	}
	for {
		place := leadingPlace(own)
		if place == "" && len(places) < 2 { // 云溪市白鹭区水利局
			place = shapedPlace(own, true)
		}
		tail := own[len(place):]
		after, governed := strings.CutPrefix(tail, "人民政府")
		switch {
		case place == "" || tail == "" || slices.Contains(agencyTails, tail) || strings.HasPrefix(after, "办公") || tail == "管委会" || tail == "管理委员会",
			governed && after == "":
			return places, own
		}
		places, own = append(places, place), after
	}
}

// leadingPlace is the name of a place that a text begins with, after the gazetteer; else "".
func leadingPlace(text string) string {
	end := 0
	for i := range 16 { // the longest names have fifteen characters
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isHan(r) {
			break
		}
		end += size
		if i > 0 && placeEnding(r) && gazetteer.Known(text[:end]) && !strings.HasPrefix(text[end:], "场监") {
			longest := end
			if next, _ := utf8.DecodeRuneInString(text[end:]); placeEnding(next) && gazetteer.Known(text[:end+utf8.RuneLen(next)]) {
				longest += utf8.RuneLen(next) // 市中区 and the like
			}
			return text[:longest]
		}
	}
	return ""
}

// shapedPlace is the name of a place that the gazetteer does not know, at the beginning of the name of an agency that lies in it: 云溪县 of
// 云溪县水利局 and 云溪县柳河镇. whole says that the text is such a name and nothing more, so that any word before 县 is one.
func shapedPlace(text string, whole bool) string {
	at := 0
	for n := range 6 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isHan(r) {
			return ""
		}
		at += size
		if ranks.has(r) && n > 1 {
			stem, rest := text[:at-size], text[at:]
			if whole {
				rest = strings.TrimPrefix(rest, "人民政府") // 云溪市人民政府外事办公室
			}
			inside := beginsFunction(rest) || localShape(rest) != "" || r == '市' && shapedPlace(rest, whole) != "" || whole && isLocal(agencyCore(rest)) && utf8.RuneCountInString(agencyCore(rest)) > 2
			named := gazetteer.Plausible(stem) || whole && !endsInAny(stem, []string{"高新", "经开", "开发"})
			if inside && named && !hasNoName(stem) {
				return text[:at]
			}
			return ""
		}
		if notInLocalName.has(r) {
			return ""
		}
	}
	return ""
}

// placeEnding reports whether names of places end in a character.
func placeEnding(r rune) bool {
	switch r {
	case '乡', '镇', '道', '县', '区', '市', '州', '旗', '省', '盟', '木':
		return true
	}
	return false
}

// agencyTails end the names of agencies and are left out in speech, longer ones first.
var agencyTails = []string{"人民政府办公室", "人民政府办公厅", "党政综合办公室", "党政办公室", "街道办事处", "人民政府", "党工委", "党委", "政府", "街道办", "机关", "办事处"}

// agencyCore is a name without what is left out in speech: 铜厂彝族乡 of 铜厂彝族乡人民政府, 联芳街道 of 联芳街道办事处.
func agencyCore(name string) string {
	for _, tail := range agencyTails {
		rest, cut := strings.CutSuffix(name, tail)
		switch {
		case !cut || rest == "":
		case strings.HasPrefix(tail, "街道"):
			return rest + "街道"
		default:
			return rest
		}
	}
	return name
}

// agencyKind is what an agency is by the ending of its name (agency.Kind).
func agencyKind(name string) string {
	if at := indexAny(name, "（("); at > 0 {
		name = name[:at]
	}
	_, own := splitAgencyName(name)
	core := agencyCore(own)
	ends := func(endings ...string) bool {
		return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(core, e) && core != e })
	}
	switch {
	case strings.HasSuffix(own, "政府办公室"), strings.HasSuffix(own, "政府办公厅"), strings.HasSuffix(own, "政府办"):
		return "department"
	case strings.HasSuffix(own, "街道办事处"), strings.HasSuffix(own, "街道办"), ends("街道"):
		return "subdistrict"
	case ends("乡", "镇", "苏木"):
		return "township"
	case strings.HasSuffix(own, "人民政府"):
		return "government"
	case strings.HasSuffix(own, "办事处") && !strings.Contains(own, "驻"):
		return "subdistrict"
	case ends("开发区", "园区", "新区", "高新区", "景区", "示范区", "度假区"):
		return "department"
	case ends("县", "市", "区", "州", "旗", "省", "盟"):
		return "government"
	case ends("局", "委", "办", "厅", "院", "中心", "委员会", "办公室", "处", "署", "队", "站", "所", "会", "馆", "校", "部", "社", "公司"):
		return "department"
	}
	return ""
}
