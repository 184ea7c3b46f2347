package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

// CodeImplausible is a value that this kind of agency cannot have.
const CodeImplausible = "value.implausible"

var implausible = family{
	rules: []Rule{{CodeImplausible, []report.Severity{report.SeverityWarning, report.SeverityHint},
		"a value that this kind of agency cannot have (规章 of a township, a county or its departments); a jump against last year is a hint",
		"乡人民政府的“规章 · 现行有效”填了 6"}},
	check: func(s *Subject) {
		if s.Edition != nil {
			implausibleRegulations(s)
			implausibleJumps(s)
		}
	},
}

// maker says whether an agency may make regulations (规章): departments of the State Council, governments of provinces, and of cities with
// districts and autonomous prefectures (《立法法》第九十一条、第九十三条).
type maker int

const (
	makerUnknown maker = iota
	makerMay
	makerNever    // townships, counties, and what is under them
	makerDoubtful // the department of a city or province: its government makes them, it may have counted those
)

// implausibleRegulations finds 规章 where nobody can have made any. One row is one finding, however many of its cells are wrong.
func implausibleRegulations(s *Subject) {
	var wrong []*report.Cell
	for _, means := range []string{"regulations.in_force", "regulations.issued", "regulations.repealed", "regulations.made", "regulations.published", "regulations.public_total"} {
		for _, c := range s.Edition.Meaning(means) {
			if v, ok := s.Value(c); ok && !v.IsZero() && s.Report.SectionOfTable(c.Table) != "" {
				wrong = append(wrong, c)
			}
		}
	}
	if len(wrong) == 0 {
		return
	}
	id := s.Identity()
	who, severity := "", report.SeverityWarning
	switch m, level := regulationMaker(id.Name, id.Kind); m {
	case makerNever:
		who = level
	case makerDoubtful:
		who, severity = level, report.SeverityHint
	default:
		return
	}
	c := wrong[0]
	v, _ := s.Value(c)
	f := report.Finding{Code: CodeImplausible, Severity: severity, Section: s.Report.SectionOfTable(c.Table), Table: c.Table, Cell: c.ID, Found: v.Plain(), Expected: "0",
		Message: fmt.Sprintf("“%s”填了 %s，而%s无权制定规章。", s.figureCellName(c), v.Plain(), who),
		Hint:    "规章只有国务院部门和省、设区的市、自治州的人民政府能制定。内部制度不是规章；是行政规范性文件的，填到下一行。"}
	for _, w := range wrong {
		f.Cells = append(f.Cells, w.ID)
	}
	s.Add(f)
}

// regulationMaker judges an agency by its kind and name; level says what it is, in words.
func regulationMaker(name, kind string) (maker, string) {
	switch kind {
	case "township":
		return makerNever, "乡镇"
	case "subdistrict":
		return makerNever, "街道办事处"
	case "government", "department":
	default:
		return makerUnknown, ""
	}
	places, own := splitAgencyName(name)
	place, rest := agencyCore(own), ""
	if kind == "department" {
		if place, rest = leadingShape(own); place == "" && len(places) > 0 {
			place, rest = places[len(places)-1], own
		}
	}
	department := ""
	if kind == "department" {
		department = "部门"
	}
	last, _ := utf8.DecodeLastRuneInString(place)
	switch {
	case place == "", strings.HasSuffix(place, "自治区"), strings.HasSuffix(place, "新区"), strings.HasSuffix(place, "开发区"), strings.HasSuffix(place, "园区") && utf8.RuneCountInString(place) != len("柏园区")/len("区"), strings.HasSuffix(place, "地区"):
		return makerUnknown, ""
	case last == '县' || last == '旗' || last == '区' && utf8.RuneCountInString(place) > 1:
		return makerNever, map[rune]string{'县': "县", '旗': "旗", '区': "区"}[last] + cmp.Or(department, "人民政府")
	case last == '市' || last == '州' || last == '盟' || last == '省':
		known := gazetteer.Places(place)
		if len(known) > 0 && !slices.ContainsFunc(known, func(p gazetteer.Place) bool { return p.Level != gazetteer.County }) {
			return makerNever, "县级市" + cmp.Or(department, "人民政府")
		}
		if strings.HasPrefix(rest, "司法") {
			return makerUnknown, "" // it keeps the register of its government's
		}
		if kind == "department" {
			return makerDoubtful, "政府部门"
		}
		return makerMay, ""
	}
	return makerUnknown, ""
}

// leadingShape parts a name behind its last place by the shape of places alone, for those that no gazetteer knows: 青溪县 and 教育局.
func leadingShape(name string) (place, rest string) {
	end := 0
	for at, r := range name {
		if at > 0 && strings.ContainsRune("县区旗市州", r) {
			if tail := name[at+utf8.RuneLen(r):]; r == '市' && (strings.HasPrefix(tail, "场监") || strings.HasPrefix(tail, "政")) {
				continue // 市场监管局, 市政管理局: still behind a place
			}
			end = at + utf8.RuneLen(r)
		}
	}
	return name[:end], name[end:]
}

// implausibleJumps are figures that changed against last year by a factor that a slip of the keyboard explains better than a year's work.
func implausibleJumps(s *Subject) {
	for _, means := range []string{"requests.received", "requests.result_total", "licensing.decisions", "penalties.decisions", "coercion.decisions", "fees.amount", "documents.issued",
		"disclosure.items", "disclosure.via.website", "disclosure.via.weibo", "disclosure.via.wechat", "trainings.people", "procurement.amount"} {
		cells := s.Edition.Meaning(means)
		if len(cells) != 1 || s.Report.SectionOfTable(cells[0].Table) == "" {
			continue
		}
		c := cells[0]
		now, ok := s.Peek(c)
		last, lastOK := s.Context.Last.Of(means)
		if !ok || !lastOK || last.Condition != report.Number {
			continue
		}
		a, okA := figureValue(now.Plain(), report.KindCount)
		b, okB := figureValue(last.Plain(), report.KindCount)
		if !okA || !okB || !jumped(int64(a), int64(b)) {
			continue
		}
		f := report.Finding{Code: CodeImplausible, Severity: report.SeverityHint, Section: s.Report.SectionOfTable(c.Table), Table: c.Table, Cell: c.ID, Cells: []string{c.ID},
			Message: fmt.Sprintf("“%s”今年是 %s，去年是 %s，相差很大。", s.figureCellName(c), now.Plain(), last.Plain()),
			Hint:    "看看是不是多打或少打了一位，或者单位填错；属实的不必改。", Found: now.Plain()}
		s.Add(f)
	}
}

// jumped reports whether one of two values, in millionths, is at least ten times the other and both are large enough to tell.
func jumped(a, b int64) bool {
	small, large := min(a, b), max(a, b)
	const one, few, many = 1_000_000, 5, 100
	return small >= few*one && large-small >= many*one && large/10 >= small
}
