package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"nianbao/report"
)

// lawNames finds titles between 《 and 》 that are one or two characters away from a name that is fixed, outside the ranges in marked, which
// ascend and do not overlap.
func (s *Subject) lawNames(p *Part, marked [][2]int) {
	text := p.Text
	for at := 0; ; {
		i := indexOf(text[at:], "《")
		if i < 0 {
			return
		}
		start := at + i + len("《")
		at = start
		length := indexAny(text[start:min(len(text), start+50*len("字"))], "《》\n")
		if length < 0 || !strings.HasPrefix(text[start+length:], "》") {
			continue
		}
		end := start + length
		at = end
		name, severity := "", report.Severity("")
		if title := text[start:end]; !phraseTable.right[title] && !aboutLaw(title) {
			if name, severity = misquoted(title), report.SeverityWarning; name == "" {
				name, severity = lawAlike(title)
			}
		}
		marked = marksFrom(marked, start)
		known := len(marked) > 0 && marked[0][0] < end
		switch {
		case known:
		case name != "":
			s.misquote(p, start, end, name, severity)
		case severity == report.SeverityHint:
			f := p.Mark(codePhrase, severity, start, end, fmt.Sprintf("没有找到叫《%s》的法律。", short(text[start:end])))
			f.Hint, f.Found = "核对名称。", text[start:end]
			s.Add(f)
		}
		s.documents(p, start, end, known || name != "")
	}
}

// misquote says what a title should be.
func (s *Subject) misquote(p *Part, start, end int, name string, severity report.Severity) {
	f := p.Mark(codePhrase, severity, start, end, fmt.Sprintf("文件名应为《%s》。", name))
	f.Expected, f.Found = name, p.Text[start:end]
	f.Fix = p.Fix(start, end, name, "改为《"+name+"》")
	s.Add(f)
}

// marksFrom leaves out the ranges that end before a byte: titles and ranges both ascend, so that no range is looked at for each title anew.
func marksFrom(marked [][2]int, start int) [][2]int {
	for len(marked) > 0 && marked[0][1] <= start {
		marked = marked[1:]
	}
	return marked
}

// plainTitle is a title without blanks and the marks of a title within.
func plainTitle(title string) string {
	if strings.IndexFunc(title, titleMark) < 0 {
		return title
	}
	return strings.Map(func(r rune) rune {
		if titleMark(r) {
			return -1
		}
		return r
	}, title)
}

func titleMark(r rune) bool {
	return !isHan(r) && (unicode.IsSpace(r) || strings.ContainsRune("〈〉<>“”‘’", r))
}

// misquoted is the fixed name that a title is a misspelling of; "" for none. Blanks do not count.
func misquoted(title string) string {
	if phraseTable.right[title] {
		return ""
	}
	plain := plainTitle(title)
	if phraseTable.right[plain] {
		return ""
	}
	has := []rune(plain)
	if name := lawOfKind(title); name != "" {
		return name
	}
	if name := lawNearest(plain); name != "" {
		return name
	}
	best, least := "", 3
	seen := traitsOf(plain)
	for i, want := range phraseTable.names {
		if seen.lacks(phraseTable.seen[i]) > 2 {
			continue
		}
		most := 1
		if len(want) >= 12 {
			if !slices.Equal(has, want) && bagDistance(has, want) <= 1 { // its words have changed places
				return phraseTable.Names[i]
			}
			most = 2
		}
		if want[0] == '关' && !(len(has) > 20 && slices.Equal(has[:6], want[:6]) && slices.Equal(has[len(has)-4:], want[len(want)-4:])) {
			most = 1 // without the issuer another's title may be as near
		}
		// A name with both its ends wrong is another name.
		if len(has) < len(want)-most || len(has) > len(want)+most || has[0] != want[0] && has[len(has)-1] != want[len(want)-1] ||
			otherKind(string(has), string(want)) {
			continue
		}
		switch d := editDistance(has, want); {
		case d == 0:
			return ""
		case d <= most && d < least && !phraseTable.right[string(has)]:
			best, least = phraseTable.Names[i], d
		}
	}
	return best
}

// lawOfKind is the law or decree of the same name as a title of the Republic that ends as another kind of document does: 行政许可条例 for
// 行政许可法.
func lawOfKind(title string) string {
	if !strings.HasPrefix(title, republic) {
		return ""
	}
	for _, kind := range []string{"条例", "规定", "办法", "法"} {
		stem, is := strings.CutSuffix(title, kind)
		if !is {
			continue
		}
		for _, right := range []string{"法", "条例"} {
			if name := stem + right; right != kind && phraseTable.right[name] {
				return name
			}
		}
		return ""
	}
	return ""
}

const republic = "中华人民共和国"

// lawNearest is the law from which a title differs by one character, or by two that are left out, put in or have changed places; "" for
// none, or where two laws are as near. Without the name of the Republic only long titles are looked at.
func lawNearest(title string) string {
	short, whole := strings.CutPrefix(title, republic)
	has := []rune(short)
	if len(has) < 3 || !whole && (len(has) < 5 || has[0] == '新' || has[len(has)-1] != '法' || has[len(has)-2] == '办') {
		return ""
	}
	best, most := []rune(nil), 0
	for _, law := range phraseTable.laws {
		if len(law) < 3 || len(law) > len(has)+2 || len(law) < len(has)-2 {
			continue
		}
		switch common := commonRunes(has, law); {
		case common < most:
		case !whole && common == len(has) && len(law) == len(has)+2: // short for it: 消费者保护法
		case len(has)+len(law)-2*common > 2 && !(whole && len(has)+len(law)-2*common <= 4 && common > 3 && (common >= len(has)-1 || slices.Equal(has[:4], law[:4]))):
		case common == most:
			best = nil
		default:
			best, most = law, common
		}
	}
	if best == nil || !whole && len(best) < 5 {
		return ""
	}
	if whole {
		return republic + string(best)
	}
	return string(best)
}

// commonRunes counts the characters that two texts have in the same order.
func commonRunes(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, r := range a {
		corner := 0
		for j, q := range b {
			above := row[j+1]
			if r == q {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			corner = above
		}
	}
	return row[len(b)]
}

// bagDistance counts the characters that only one of two texts has.
func bagDistance(a, b []rune) int {
	if len(a) > len(b)+1 || len(b) > len(a)+1 {
		return len(a) + len(b)
	}
	left, both := slices.Clone(b), 0
	for _, r := range a {
		if i := slices.Index(left, r); i >= 0 {
			left = slices.Delete(left, i, i+1)
			both++
		}
	}
	return len(a) + len(b) - 2*both
}

// titleKinds (文种) end titles.
var titleKinds = []string{"条例", "办法", "规定", "通知", "意见", "报告", "细则", "方案", "制度", "指南", "目录", "要点", "通告", "公告", "决定"}

// otherKind reports whether a title ends as documents of another kind do.
func otherKind(title, name string) bool {
	return slices.ContainsFunc(titleKinds, func(k string) bool { return strings.HasSuffix(title, k) && !strings.HasSuffix(name, k) })
}

// editDistance counts the characters to change, leave out or put in.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		corner := row[0]
		row[0] = i + 1
		for j, q := range b {
			change := corner
			if r != q {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// officeName finds another name for the office of the State Council that gives the format.
func (s *Subject) officeName(p *Part) {
	const begins, ends = "国务院办公厅", "办公室"
	for at := 0; ; {
		i := indexOf(p.Text[at:], begins)
		if i < 0 {
			return
		}
		start := at + i
		at = start + len(begins)
		rest := p.Text[at:min(len(p.Text), at+18*len("字"))]
		k := indexOf(rest, ends)
		if k < 0 || strings.IndexFunc(rest[:k], func(r rune) bool { return !isHan(r) && r != ' ' }) >= 0 || !contains(rest[:k], "公开") || contains(rest[:k], "关于") {
			continue
		}
		end := at + k + len(ends)
		if name := strings.ReplaceAll(p.Text[start:end], " ", ""); name != noticeOffice && s.Report.Year >= 2019 {
			f := p.Mark(codePhrase, report.SeverityWarning, start, end, "机构名称应为“"+noticeOffice+"”。")
			f.Expected, f.Found = noticeOffice, name
			f.Fix = p.Fix(start, end, noticeOffice, "改为“"+noticeOffice+"”")
			s.Add(f)
		}
	}
}
