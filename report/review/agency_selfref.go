package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

// selfReference is what kind of agency calls itself by a word: 我乡, 本局.
type selfReference struct {
	word string
	// not are characters that make another word of it: 我办理.
	not string
	// local says that townships and sub-districts speak so of themselves, and nobody else; body that institutions do, whose names say so
	// less often.
	local, body bool
}

// selfReferences stand behind 我 and 本, longer ones first.
var selfReferences = []selfReference{
	{"街道办", "", true, false}, {"街道", "", true, false}, {"街办", "", true, false}, {"街", "区舞坊头巷", true, false}, {"办事处", "", true, false}, {"镇", "江", true, false}, {"乡", "下土镇", true, false}, {"村", "", true, false}, {"社区", "卫", true, false}, {"苏木", "", true, false},
	{"办", "理事公完成好到了妥结案学法证税", false, false}, {"处", "理置在于罚分以境世长室", false, false}, {"局", "部限面势域", false, false}, {"委", "托派员屈以", false, false}, {"厅", "", false, false}, {"会", "议场员务晤面谈见话合计", false, false},
	{"中心", "组城小", false, true}, {"院", "", false, true}, {"校", "正对核准", false, true}, {"公司", "", false, true}, {"所", "在知有见需想做说属以", false, true}, {"站", "在点长台位", false, true},
	{"队", "伍员列友", false, true}, {"大队", "", false, true}, {"支队", "", false, true}, {"总队", "", false, true}, {"中队", "", false, true}, {"分局", "", false, true}, {"馆", "", false, true}, {"管委会", "", false, true}, {"开发区", "", false, true}, {"园区", "", false, true}, {"部", "门分队署落委", false, false},
}

// selfPlaces stand behind 我 and mean the place that one belongs to.
var selfPlaces = []string{"省", "市", "县", "区", "州", "旗", "盟"}

// wordsWithSelf are the characters behind which 我 and 本 are half of another word: 自我, 基本.
var wordsWithSelf = map[rune]*runeSet{'我': newRuneSet("自忘无敌"), '本': newRuneSet("基根成样文版资日原剧标书课副正教读账脚蓝范人民")}

// selfWords gathers the self-references of a report.
type selfWords struct {
	us *agencySelf
	// right counts the words that the agency may use, by the way they are written: 我办.
	right map[string]int
	wrong []wrongWord
	// ranks tells of 县 and 区, once it was asked, whether it is certainly not the agency's.
	ranks map[rune]bool
}

type wrongWord struct {
	part       *Part
	start, end int
	severity   report.Severity
}

func newSelfWords(us *agencySelf) *selfWords {
	return &selfWords{us: us, right: map[string]int{}, ranks: map[rune]bool{}}
}

// look takes down what begins at a byte of a part's text, where that is a self-reference.
func (w *selfWords) look(p *Part, at int) {
	text := p.Text
	first, size := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	rest := text[at+size:]
	switch first {
	case '乡', '镇', '街':
		w.lookGovernment(p, at, before, rest, string(first))
		return
	case '局':
		w.lookBureau(p, at, before, rest)
		return
	case '委', '厅':
		w.lookHouse(p, at, before, first, rest)
		return
	case '县', '区':
		w.lookRank(p, at, before, first, rest)
		return
	case '全':
		w.lookWhole(p, at, rest)
		return
	}
	if with := wordsWithSelf[first]; with != nil && with.has(before) {
		return
	}
	if us, is := strings.CutPrefix(rest, "们"); is && first == '我' && beginsWith(us, []string{"镇", "乡", "街道", "局"}) {
		rest, size = us, size+len("们")
	}
	for _, ref := range selfReferences {
		behind, is := strings.CutPrefix(rest, ref.word)
		if !is {
			continue
		}
		next, _ := utf8.DecodeRuneInString(behind)
		end := at + size + len(ref.word)
		switch {
		case ref.word == "会" && (first == '本' || strings.LastIndex(text[:at], "“") > strings.LastIndex(text[:at], "”") || doesOwnWork.of(behind) == "" && discloses.of(behind) == ""):
			return // 我会说
		case ref.body && first == '本', strings.ContainsRune(ref.not, next) || ref.word == "乡" && first == '本' && next == '本':
		case w.us.maySay(ref):
			w.right[text[at:end]]++
		case (ref.word == "村" || ref.word == "社区") && ofVillage(text, at, end), first == '本' && ofOthers(text, at, end, ref.word):
		case w.us.kind == "department" && ref.body, ref.word == "园区":
			w.wrong = append(w.wrong, wrongWord{p, at, end, report.SeverityHint})
		case w.us.kind != "":
			w.wrong = append(w.wrong, wrongWord{p, at, end, report.SeverityWarning})
		}
		return
	}
	if first != '我' {
		return
	}
	for _, place := range selfPlaces {
		if behind, is := strings.CutPrefix(rest, place); is {
			if next, _ := utf8.DecodeRuneInString(behind); (w.us.otherLevel(place) || place == "市" && w.us.noCity(behind)) && !strings.ContainsRune("场民容域别", next) {
				w.wrong = append(w.wrong, wrongWord{p, at, at + size + len(place), report.SeverityWarning})
			}
			return
		}
	}
}

// lookWhole finds 全乡 in the report of a 镇, and 全市公开 in that of a 县: worth a look, no more.
func (w *selfWords) lookWhole(p *Part, at int, rest string) {
	for _, kind := range []string{"乡", "镇"} {
		behind, is := strings.CutPrefix(rest, kind)
		if next, _ := utf8.DecodeRuneInString(behind); is && w.us.local() && next != '镇' && next != '村' && !w.us.maySay(selfReference{word: kind, local: true}) {
			w.wrong = append(w.wrong, wrongWord{p, at, at + len("全") + len(kind), report.SeverityHint})
		}
	}
	for _, kind := range []string{"镇", "乡", "街道"} {
		behind, is := strings.CutPrefix(rest, kind)
		if is && w.us.hasNoTownships() && len(w.us.placesLike(kind)) == 0 && beginsWith(behind, []string{"共", "累计", "主动公开", "公开", "召开", "收到", "受理", "未收到", "没有收到", "未发生", "各村", "各社区", "政务公开", "政府信息公开"}) {
			w.wrong = append(w.wrong, wrongWord{p, at, at + len("全") + len(kind), report.SeverityHint})
		}
	}
	for _, kind := range []string{"县", "区", "市"} {
		behind, is := strings.CutPrefix(rest, kind)
		if is && w.us.kind == "government" && (w.us.county != "" && !strings.HasSuffix(w.us.county, kind) || kind == "县" && w.us.county == "" && w.us.inCity()) && beginsWith(strings.TrimPrefix(behind, "共"), []string{"公开", "主动公开", "收到", "受理"}) {
			w.wrong = append(w.wrong, wrongWord{p, at, at + len("全") + len(kind), report.SeverityHint})
		}
	}
}

// maySay reports whether the agency may call itself so. What its name does not say proves nothing where it has several functions.
func (us *agencySelf) maySay(ref selfReference) bool {
	named := func(word string) bool {
		return slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, word) })
	}
	switch {
	case ref.word == "园区" && !us.local():
		return true
	case ref.word == "管委会" || ref.word == "开发区":
		return named("管委会") || named("管理委员会") || slices.ContainsFunc(zoneEndings, named)
	case ref.body:
		return named(ref.word) || us.kind == "department" && !officialEnding(us.core)
	case us.kind == "subdistrict":
		return strings.HasPrefix(ref.word, "街") || ref.word == "办事处" || ref.word == "办" || ref.word == "处" || ref.local && us.endsWith(ref.word)
	case ref.local && us.kind == "township":
		return us.endsWith(ref.word) || strings.HasPrefix(ref.word, "街") && named("街道") || ref.word == "办事处" && named("办事处")
	case ref.local:
		return named(ref.word) && ref.word == "办事处" || us.kind == "department" && us.endsWith(ref.word) || len(us.placesLike(ref.word)) > 0
	case us.kind == "government":
		return ref.word == "办" || ref.word == "厅" // its office writes
	}
	switch ref.word {
	case "会":
		return slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(strings.ReplaceAll(n, "社会", ""), "会") })
	case "委":
		return named("委")
	case "处":
		return us.kind == "department" && !(us.county != "" && us.endsWith("局") && !us.branch) // 处 is a part of many and the end of some, but no bureau of a county
	}
	return named(ref.word)
}

// officialEnding reports whether a name ends as those of departments of the government do, and not those of institutions.
func officialEnding(name string) bool {
	return endsInAny(name, []string{"局", "委员会", "委", "厅", "办公室", "办"})
}

// endsWith reports whether one of the agency's names, short of 人民政府, ends in a word.
func (us *agencySelf) endsWith(word string) bool {
	return slices.ContainsFunc(us.cores, func(core string) bool { return strings.HasSuffix(core, word) })
}

// placesLike are the places before the agency's name that end in a word: 我镇 is right in the report of 大通镇财政所.
func (us *agencySelf) placesLike(word string) (places []string) {
	for _, p := range slices.Concat(us.places, us.above) {
		if strings.HasSuffix(p, word) {
			places = append(places, p)
		}
	}
	return places
}

// otherLevel reports whether an agency whose county is written in its name cannot call its place 我县, 我区 and so on.
func (us *agencySelf) otherLevel(word string) bool {
	if us.county == "" && word == "县" && (us.ofCity() || us.inCity()) {
		return true
	}
	if us.county == "" && us.aboveCities() {
		return word == "县" || word == "市" || us.central && word == "区"
	}
	if us.county == "" || word == "盟" || word == "州" || word == "省" {
		return false
	}
	if word == "区" && slices.ContainsFunc(slices.Concat(us.names, us.above), func(n string) bool { return strings.Contains(n, "区") }) {
		return false
	}
	named := slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, us.county) })
	if !named && !us.sure || len(us.placesLike(word)) > 0 {
		return false
	}
	return word != "市" // the city above is seldom written
}

// aboveCities reports whether the agency is one of the whole country, or of a province, as its name says: no city or county is its own.
func (us *agencySelf) aboveCities() bool {
	if us.central || us.kind != "department" || len(us.above) != 1 || !strings.HasSuffix(us.above[0], "省") {
		return us.central
	}
	tail, is := strings.CutPrefix(us.name, us.above[0])
	return is && !hasRune(tail, "市县区院校馆所站队") && !strings.Contains(tail, "中心") // its offices lie in cities
}

// ofCity reports whether the agency is a prefecture-level city or its department, as its name says.
func (us *agencySelf) ofCity() bool {
	return (us.kind == "government" || us.kind == "department") && slices.ContainsFunc(us.above, func(place string) bool {
		places := gazetteer.Places(place)
		return len(places) > 0 && !slices.ContainsFunc(places, func(p gazetteer.Place) bool { return p.Level != gazetteer.City }) &&
			slices.ContainsFunc(us.names, func(n string) bool { return strings.HasPrefix(n, place) })
	})
}

// inCity reports whether the agency is a city, or its department, as its name says and nothing else: no county then.
func (us *agencySelf) inCity() bool {
	if us.kind == "government" {
		return strings.HasSuffix(us.core, "市")
	}
	return us.kind == "department" && len(us.above) > 0 && strings.HasSuffix(us.above[0], "市") && !slices.ContainsFunc(us.names, func(n string) bool { return hasRune(n, "县区旗镇乡") })
}

// noCity reports whether 我市 stands for a county that is none, since it does what is the county's own work: 我市坚持以公开为常态.
func (us *agencySelf) noCity(behind string) bool {
	for _, w := range []string{"全年", "共", "均", "已", "也"} {
		behind = strings.TrimPrefix(behind, w)
	}
	return us.kind == "government" && us.county != "" && us.core == us.county && !strings.HasSuffix(us.county, "市") && (doesOwnWork.of(behind) != "" || reportsIt.of(behind) != "")
}

// report adds what was found. A department that always speaks of itself in another way than its name may well have two names.
func (w *selfWords) report(s *Subject) {
	usual, several := "", false
	rights := 0
	for word, n := range w.right {
		rights += n
		several = several || usual != ""
		usual = word
	}
	counts, short := map[string]int{}, map[string]bool{}
	for _, f := range w.wrong {
		counts[f.part.Text[f.start:f.end]]++
	}
	for _, f := range w.wrong {
		word := f.part.Text[f.start:f.end]
		switch {
		case w.us.kind == "department" && !w.us.sure && counts[word] > max(rights, 1):
			f.severity = report.SeverityHint
		case slices.Contains([]string{"我院", "我中心", "我站", "我公司"}, word) && rights > 2*counts[word]:
			f.severity = report.SeverityWarning // it calls itself otherwise throughout
		}
		declared, known := short[word]
		if !known {
			declared = w.us.calls(word)
			short[word] = declared
		}
		if declared {
			continue
		}
		out := f.part.Mark(codeForeign, f.severity, f.start, f.end, fmt.Sprintf("这是%s的报告，这里却称“%s”。", w.us.name, word))
		out.Found = word
		out.Hint = "改成本单位的自称；整段是从别处抄来的，请一并核对内容。"
		ofPlace := endsInAny(word, selfPlaces)
		if f.severity == report.SeverityWarning && usual != "" && !several && !ofPlace && firstRune(usual) == firstRune(word) {
			out.Expected = usual
			out.Fix = f.part.Fix(f.start, f.end, usual, "改为“"+usual+"”")
		}
		s.Add(out)
	}
}

// calls reports whether the text says that it calls the agency so: 以下简称“我办”.
func (us *agencySelf) calls(word string) bool {
	return us.anyText(func(text string) bool {
		for {
			_, behind, found := strings.Cut(text, "简称")
			if !found {
				return false
			}
			if strings.HasPrefix(strings.TrimLeft(behind, "为“\""), word) {
				return true
			}
			text = behind
		}
	})
}
