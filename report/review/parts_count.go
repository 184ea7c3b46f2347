package review

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// announced is a number of parts that a text announces: text[start:end] is 六个部分.
type announced struct {
	start, end, n int
	// list is the text that names them, "" for none; open says that 等 leaves it open.
	list string
	open bool
}

// announceLimit is how far into a text, in bytes, the parts of the report are announced; mostAnnounced bounds how often one looks for
// the list that belongs to a number.
const (
	announceLimit = 6000
	mostAnnounced = 20
)

// checkPartCount holds an announced number of parts against those that are named, and those that are there.
func checkPartCount(s *Subject) {
	for _, p := range s.Parts {
		if p.Key != report.PartPreface && p.Means != "overview" && !(strings.HasPrefix(p.Key, "extra_") && p.Heading == "") {
			continue
		}
		wrong := 0 // the number that was found wrong: said twice, 由六部分组成，包括…等六部分, it is one fault
		for _, a := range announcements(p.Text[:min(len(p.Text), announceLimit)]) {
			if a.n != wrong && s.checkAnnounced(p, a) {
				wrong = a.n
			}
		}
		if wrong == 0 {
			s.checkNamedParts(p)
		}
	}
}

// outlineWords are what the names of the six parts have in them, in their order.
var outlineWords = [][]string{{"总体", "概述", "概况"}, {"主动公开"}, {"申请"}, {"复议", "诉讼"}, {"问题", "改进", "不足"}, {"其他需要报告", "其他事项", "其它需要报告"}}

// checkNamedParts finds a list of the six parts that leaves one out, where the report has all of them.
func (s *Subject) checkNamedParts(p *Part) {
	text := p.Text[:min(len(p.Text), announceLimit)]
	last := outlineWords[len(outlineWords)-1]
	at := indexOf(text, last[0])
	if at < 0 || s.Edition == nil || s.Edition.From < 2019 {
		return
	}
	from, _ := editionSentence(text, at)
	start := indexOf(text[from:at], outlineWords[0][0])
	if start < 0 || !containsAny(text[from:from+start], []string{"包括", "包含", "含", "由", "分为", "分", "涵盖", "分别", "组成", "内容", "共"}) {
		return
	}
	start += from
	list := text[start : at+len(last[0])]
	if len(splitPartNames(list)) < 4 || contains(list, "。") || s.headedSections() != len(outlineWords) {
		return
	}
	gone := ""
	for i, words := range outlineWords {
		if containsAny(list, words) {
			continue
		}
		if gone != "" {
			return // rather a list of some
		}
		gone = s.Report.Sections[i].Heading
	}
	if gone == "" {
		return
	}
	f := p.Mark("parts.count", report.SeverityWarning, start, at+len(last[0]), fmt.Sprintf("列出的各部分里没有“%s”。", report.HeadingName(gone)))
	f.Hint = "补上漏写的部分。"
	s.Add(f)
}

// checkAnnounced reports whether an announced number is wrong, and takes it down.
func (s *Subject) checkAnnounced(p *Part, a announced) bool {
	names := countPartNames(a.list)
	said := p.Text[a.start:a.end]
	if a.list != "" && names.known >= 3 && names.known >= names.least-1 {
		if a.n < names.least || a.n > names.most {
			named := names.least
			if a.n > names.most {
				named = names.most
			}
			f := p.Mark("parts.count", report.SeverityWarning, a.start, a.end, fmt.Sprintf("写的是“%s”，列出的是 %d 个。", said, named))
			if a.open && a.n > names.most+1 && !names.last { // 等 may stand for the rest, but hardly for a single one
				if there := s.headedSections(); there > 0 && there != a.n {
					f.Expected, f.Found, f.Hint = strconv.Itoa(there), strconv.Itoa(a.n), "核对正文各部分，改正数目。"
					f.Message = fmt.Sprintf("写的是“%s”，正文有 %d 个部分。", said, there)
					s.Add(f)
					return true
				}
				f.Severity = report.SeverityHint
			}
			f.Expected, f.Found, f.Hint = strconv.Itoa(named), strconv.Itoa(a.n), "核对各部分的名称，改正数目或者补上漏写的部分。"
			s.Add(f)
			return true
		}
	} else if a.list != "" {
		return false // a list of other things
	}
	if !strings.HasSuffix(said, "部分") || a.list == "" && !containsAny(sentenceAround(p.Text, a.start), []string{"本报告", "年度报告", "全文", "年报", "报告内容", "报告共", "报告分"}) {
		return false
	}
	if there := s.headedSections(); there > 0 && a.n != there && a.n != there+len(s.Report.Attachments) && !(names.attachment && a.n == there+1) {
		f := p.Mark("parts.count", report.SeverityWarning, a.start, a.end, fmt.Sprintf("写的是“%s”，正文有 %d 个部分。", said, there))
		f.Expected, f.Found, f.Hint = strconv.Itoa(there), strconv.Itoa(a.n), "核对正文各部分，改正数目。"
		s.Add(f)
		return true
	}
	return false
}

// headedSections is how many sections a report has where their headings leave no doubt; else 0. Sections that the outline does not have,
// or that it has and the report has not, are findings of their own on the newer editions.
func (s *Subject) headedSections() int {
	fixed := s.Edition != nil && s.Edition.From >= 2019
	if fixed && s.outlineGone() > 0 {
		return 0
	}
	n, wrong := 0, 0
	for i, sec := range s.Report.Sections {
		marks := numberMarks(firstRunes(strings.TrimSpace(sec.Heading), 8))
		if len(marks) == 0 || marks[0].start != 0 || fixed && strings.HasPrefix(sec.Key, "extra_") {
			return 0
		}
		if n++; marks[0].n != n {
			if wrong++; wrong > 1 || i == len(s.Report.Sections)-1 { // one in the middle may be wrong by itself
				return 0
			}
		}
	}
	return n
}

// announcements finds where a text announces its parts.
func announcements(text string) []announced {
	var out []announced
	looked := 0
	for _, word := range []string{"部分", "方面", "板块", "章节", "章", "项内容", "项：", "项:"} {
		for at := 0; ; {
			i := indexOf(text[at:], word)
			if i < 0 {
				break
			}
			at += i
			end := at + len(strings.TrimRight(word, "：:"))
			if n, start := numberBefore(text, at); n > 1 && looked < mostAnnounced {
				looked++
				if a := (announced{start: start, end: end, n: n}); a.listed(text) {
					out = append(out, a)
				}
			}
			at = end
		}
	}
	return out
}

// numberBefore reads the number that ends before a place, 个 and 大 between left out; 0 where there is none, or one that is 第六.
func numberBefore(text string, at int) (n, start int) {
	head := strings.TrimRight(text[:at], " \u3000\u00a0")
	for _, word := range []string{"个", "大", "個"} {
		head = strings.TrimSuffix(head, word)
	}
	head = strings.TrimRight(head, " \u3000\u00a0")
	start = len(head)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(head[:start])
		if !strings.ContainsRune("一二三四五六七八九十两0123456789０１２３４５６７８９", r) || start < len(head)-12 {
			break
		}
		start -= size
	}
	number := head[start:]
	if number == "两" {
		return 2, start
	}
	n, _, end := markNumber(number)
	if before, _ := utf8.DecodeLastRuneInString(head[:start]); end != len(number) || strings.ContainsRune("第〔-年", before) {
		return 0, start
	}
	return n, start
}

// listed finds the list that belongs to an announced number; false where nothing says that parts are meant.
func (a *announced) listed(text string) bool {
	from := lastIndexAny(text[:a.start], "。\n") + 1
	if from > 0 && strings.HasPrefix(text[from-1:], "。") {
		from += len("。") - 1
	}
	to := len(text)
	if i := indexAny(text[a.end:], "。\n"); i >= 0 {
		to = a.end + i
	}
	before, after := text[from:a.start], text[a.end:to]
	lead := -1
	for _, word := range []string{"由", "包括了", "包括", "包含", "分为", "涵盖", "主要有", "内容有", "内容为", "内容是", "公布", "分别为", "分别是", "从", "："} {
		if i := strings.LastIndex(before, word); i >= 0 && i+len(word) > lead && (word != "公布" || lead < 0) && (word != "由" || lead < 0) {
			lead = i + len(word)
		}
	}
	if lead >= 0 {
		list := before[lead:]
		for again := true; again; {
			again = false
			for _, end := range []string{"，", ",", "、", " ", "\u3000", "共计", "总共", "合计", "总计", "共", "计", "以上", "这", "的", "内容", "等"} {
				if cut, ok := strings.CutSuffix(list, end); ok {
					list, again, a.open = cut, true, a.open || end == "等"
				}
			}
		}
		if len(splitPartNames(list)) > 1 {
			a.list = list
			return true
		}
	}
	after = strings.TrimLeft(after, " \u3000，,：:。")
	for _, word := range []string{"组成", "构成", "内容"} {
		after = strings.TrimPrefix(after, word)
	}
	after = strings.TrimLeft(after, " \u3000，,：:")
	for _, word := range []string{"分别", "依次", "具体", "主要", "即", "为", "是", "包括"} {
		after = strings.TrimPrefix(after, word)
	}
	after = strings.TrimLeft(after, " \u3000，,：:")
	if len(splitPartNames(after)) > 2 {
		a.list, a.open = strings.TrimSuffix(strings.TrimSuffix(after, "组成"), "等"), strings.HasSuffix(after, "等")
		return true
	}
	return lead >= 0 || containsAny(before, []string{"共", "分"})
}

// sentenceReach is how far from a place, in bytes, its sentence is looked at.
const sentenceReach = 1200

// sentenceAround is the sentence that a place stands in.
func sentenceAround(text string, at int) string {
	before, behind := text[max(0, at-sentenceReach):at], text[at:min(len(text), at+sentenceReach)]
	if i := lastIndexAny(before, "。\n"); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	if i := indexAny(behind, "。\n"); i >= 0 {
		behind = behind[:i]
	}
	return text[at-len(before) : at+len(behind)]
}
