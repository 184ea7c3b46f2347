package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

// checkSigned compares the names of title and signature with each other, and with the agency where that is known.
func checkSigned(s *Subject, us *agencySelf) {
	titled, signed := titleAgency(s.Report.Title), s.Report.Signature.Agency
	add := func(key, name, message string) {
		p := s.Part(key)
		if p == nil {
			return
		}
		at := strings.Index(p.Text, name)
		if at < 0 {
			return
		}
		f := p.Mark(codeForeign, report.SeverityWarning, at, at+len(name), message)
		f.Found, f.Hint = name, "标题、正文和落款应当是同一个单位，请核对。"
		s.Add(f)
	}
	if us.sure {
		for _, place := range []struct{ key, name, what string }{{report.PartTitle, titled, "标题"}, {report.PartSignature, signed, "落款"}} {
			if place.name != "" && (us.differs(place.name, us.name) || us.liesBelow(place.name)) {
				add(place.key, place.name, fmt.Sprintf("这是%s的报告，%s写的却是“%s”。", us.name, place.what, place.name))
			}
		}
		return
	}
	if titled == "" || signed == "" || !us.differs(titled, signed) {
		return
	}
	message := fmt.Sprintf("标题写的是“%s”，落款写的是“%s”。", titled, signed)
	if us.differs(titled, us.name) {
		add(report.PartTitle, titled, message)
	}
	if us.differs(signed, us.name) {
		add(report.PartSignature, signed, message)
	}
}

// liesBelow reports whether a name is that of a government, and this is a township or sub-district, which reports for itself.
func (us *agencySelf) liesBelow(name string) bool {
	mine := parseAgency(us.name)
	return mine.local() && mine.stem != "" && parseAgency(name).kind == "government" && !strings.Contains(name, mine.stem)
}

// titleAgency is the agency that a title names; "" when it names none.
func titleAgency(title string) string {
	title = strings.TrimPrefix(strings.Join(strings.Fields(title), ""), "关于")
	title = title[yearLead(title):]
	end := len(title)
	for _, w := range []string{"政府信息公开", "信息公开", "政务公开", "关于", "20", "二〇", "二○", "二Ｏ", "二O", "二零", "２０", "年度"} {
		if at := strings.Index(title, w); at >= 0 {
			end = min(end, at)
		}
	}
	name := title[:end]
	if containsAny(name, []string{"XX", "xx", "××", "ＸＸ", "某", "*", "＊", "_", "＿"}) {
		return "" // a template's
	}
	if strings.HasSuffix(name, "人民") {
		name += "政府"
	}
	return name
}

// differs reports whether two names certainly are of different agencies, for all that the report says of former names.
func (us *agencySelf) differs(x, y string) bool {
	for _, n := range us.names {
		if n != us.name && (n == x || n == y) {
			return false // its short and former names
		}
	}
	return namesDiffer(x, y) && !us.formerly(parseAgency(x).core) && !us.formerly(parseAgency(y).core)
}

// namesDiffer reports whether two names certainly are of different agencies. The office of a government signs for it.
func namesDiffer(x, y string) bool {
	if x == y {
		return false
	}
	a, b := parseAgency(x), parseAgency(y)
	if a.stem == "" || b.stem == "" {
		return false
	}
	switch {
	case (a.kind != "department" || b.kind != "department") && (strings.Contains(x, b.stem) || strings.Contains(y, a.stem)):
		return false
	case a.local() && b.local():
		return true
	case a.kind == "government" && b.kind == "government":
		return sameLevel(a.core, b.core)
	case a.kind == "department" && b.kind == "department":
		// Services and data are the office's in one place and a bureau's in another.
		return otherFunctions(a.functions, b.functions) && (a.functions|b.functions)&servicesFunction == 0 || a.functions != 0 && b.functions != 0 && otherPlace(a.place(), b.place())
	case a.local() && b.kind == "department":
		return b.functions != 0 && (b.functions&officeFunctions == 0 || b.place() != "")
	case b.local() && a.kind == "department":
		return a.functions != 0 && (a.functions&officeFunctions == 0 || a.place() != "")
	case a.kind == "government" && b.kind == "department":
		return otherPlace(a.core, b.place())
	case b.kind == "government" && a.kind == "department":
		return otherPlace(b.core, a.place())
	}
	return false
}

// sameLevel reports whether two places are of one level, so that none lies in the other.
func sameLevel(a, b string) bool {
	return slices.ContainsFunc(gazetteer.Places(a), func(p gazetteer.Place) bool {
		return slices.ContainsFunc(gazetteer.Places(b), func(q gazetteer.Place) bool { return p.Level == q.Level })
	}) || countyLevel(a) && countyLevel(b) || strings.HasSuffix(a, "市") && strings.HasSuffix(b, "市") && !gazetteer.Known(a) && !gazetteer.Known(b)
}

// otherPlace reports whether two places are different and none can lie in the other.
func otherPlace(a, b string) bool {
	zone := func(e string) bool { return strings.HasSuffix(a, e) || strings.HasSuffix(b, e) }
	if a == "" || b == "" || a == b || !sameLevel(a, b) || slices.ContainsFunc(zoneEndings, zone) {
		return false // a zone lies in some county
	}
	x, _ := gazetteer.Stem(a)
	y, _ := gazetteer.Stem(b)
	return x != y
}
