package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// editions finds a legal basis or a list of parts of another edition than the year's; the tables against the year are report.Check's.
var editions = family{rules: []Rule{{
	Code: report.CodeEdition, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
	Finds: "Tables, a list of parts, or a legal basis of another edition than the report year's; the number of one notice on the title of " +
		"the other.",
	Example: "2022 年的报告写“按照国办公开办函〔2019〕60号规定的格式编制”。",
}}, check: func(s *Subject) {
	if s.Report.Year == 0 {
		return
	}
	for _, p := range s.Parts {
		switch p.Key {
		case report.PartTitle, report.PartNumber, report.PartSignature:
			continue
		}
		s.numbers(p)
		s.oldArticles(p)
	}
	s.namedParts()
}}

// notice (通知) is one that prescribed the format of the report.
type notice struct {
	issuer       string // how its number begins
	year, number int
	from, to     int // the report years that it is for; to 0 is open
	said         string
}

var noticeList = []notice{
	{issuer: "国办发", year: 2014, number: 32, from: 2014, to: 2018, said: "国办发〔2014〕32号"},
	{issuer: "国办公开办函", year: 2019, number: 60, from: 2019, to: 2020, said: "国办公开办函〔2019〕60号"},
	{issuer: "国办公开办函", year: 2021, number: 30, from: 2021, said: "国办公开办函〔2021〕30号"},
}

// noticeFor is the notice that binds a report year; nil when there is none.
func noticeFor(year int) *notice {
	for i, n := range noticeList {
		if year >= n.from && (n.to == 0 || year <= n.to) {
			return &noticeList[i]
		}
	}
	return nil
}

// noticeTitles are how the titles of the two notices on this report differ.
const (
	titleOf2019  = "关于政府信息公开工作年度报告有关事项的通知"
	titleOf2021  = "工作年度报告格式"
	noticeOffice = "国务院办公厅政府信息与政务公开办公室"
)

// editionHistory say that a text speaks of a document as of the past.
var editionHistory = []string{"清理", "废止", "失效", "原格式", "旧格式", "此前", "曾经", "替代", "取代", "代替", "不再", "相比", "对比", "原来", "过去", "修订前", "旧版", "同时停止", "历年", "调整为", "变化", "停用", "停止使用", "改用", "原《"}

// numbers looks at the numbers of documents: notices that are for other years, decrees of another time.
func (s *Subject) numbers(p *Part) {
	text, binds := p.Text, noticeFor(s.Report.Year)
	told := false
	for at := 0; ; {
		i := indexOf(text[at:], "号")
		if i < 0 {
			break
		}
		end := at + i
		at = end + len("号")
		last := len(strings.TrimRight(text[:end], " \u3000"))
		if _, size := lastDigit(text[:last]); size == 0 {
			continue
		}
		s.decree(p, end)
		s.noDecree(p, end)
		n, ok := documentNumberAt(text, last)
		n.end = at
		k := indexOf(n.issuer, "国办") // words may stand right before it: 根据国办发
		if ok && k < 0 {
			k = n.mistyped()
		}
		if !ok || k < 0 && n.issuer != "" {
			continue
		}
		if k > 0 {
			n.start, n.issuer = n.start+k, n.issuer[k:]
		}
		from, to := editionSentence(text, n.start)
		around := text[from:to]
		if containsAny(around, editionHistory) {
			continue
		}
		s.notice(p, n, binds, text[max(from, n.start-80*len("字")):n.start], around)
		told = told || strings.HasPrefix(n.issuer, "国办公开办")
	}
	if !told && s.Report.Year >= 2021 {
		s.oldTitle(p)
	}
}

// notice judges one number. before is what its sentence says before it, around the sentence.
func (s *Subject) notice(p *Part, n documentNumber, binds *notice, before, around string) {
	var of *notice
	for i, k := range noticeList {
		if k.year == n.year && k.number == n.number && (k.issuer == n.issuer || k.issuer == n.issuer+"函" || n.issuer == "" && contains(around, "年度报告") && s.Report.Year >= 2014) {
			of = &noticeList[i]
		}
	}
	title := contains(before, "年度报告格式") || contains(before, "年度报告有关事项") || contains(before, "年度报告的格式")
	switch {
	case of != nil && binds != of:
		if of.year == 2014 && s.Report.Year < 2014 {
			return
		}
		f := p.Mark(report.CodeEdition, report.SeverityWarning, n.start, n.end, fmt.Sprintf("%s规定的是 %s的格式，这是 %d 年的报告。", of.said, of.years(), s.Report.Year))
		f.Hint, f.Found = "核对引用的文件。", of.said
		if binds != nil {
			f.Hint, f.Expected = fmt.Sprintf("%d 年的报告应引用 %s。", s.Report.Year, binds.said), binds.said
			// With the title of the right notice before it, only the number is wrong.
			if binds.year == 2021 && contains(before, "印发") && contains(before, titleOf2021) && editionTrial(before) < 0 {
				f.Fix = p.Fix(n.start, n.end, binds.said, "改为"+binds.said)
			}
		}
		s.Add(f)
	case of == nil && binds != nil && binds.year >= 2019 && (strings.HasPrefix(n.issuer, "国办公开办") && (title || n.near() && containsAny(firstRunes(p.Text[n.end:], 30), []string{"编制", "编写", "撰写", "格式", "形成本"})) ||
		n.year == binds.year && n.number == binds.number && n.issuer != "" && !strings.HasPrefix(n.issuer, "国办公开") && containsAny(around, []string{"编制", "年度报告", "年报"})): // 国办发〔2021〕30号
		f := p.Mark(codePhrase, report.SeverityWarning, n.start, n.end, fmt.Sprintf("年度报告格式通知的文号是 %s，这里写的是 %s。", binds.said, p.Text[n.start:n.end]))
		f.Hint, f.Expected, f.Found = "核对文号。", binds.said, p.Text[n.start:n.end]
		f.Fix = p.Fix(n.start, n.end, binds.said, "改为"+binds.said)
		s.Add(f)
	case of == nil || of.year == 2014:
	case of.year == 2021 && contains(strings.TrimRight(before, "（( "), "有关事项的通知") && !contains(before, titleOf2021):
		s.wrongTitle(p, n, before, "有关事项的通知", of)
	case of.year == 2021 && editionTrial(before) >= 0:
		s.wrongTitle(p, n, before, before[editionTrial(before):editionTrial(before)+editionTrialLength(before)], of)
	case of.year == 2019 && contains(before, "印发") && contains(before, titleOf2021) && !contains(before, "试行"):
		s.wrongTitle(p, n, before, titleOf2021, of)
	}
}

// near reports whether a number comes near to that of a notice on this report: its year, or what stands behind it. 〔2019〕61号 is on websites.
func (n *documentNumber) near() bool {
	return n.number != 61 && slices.ContainsFunc(noticeList[1:], func(k notice) bool { return k.year == n.year || k.number == n.number })
}

// mistyped is where the issuer of a notice on this report begins of which characters are lost or turned: 国公办函〔2021〕30号; -1 where it does not.
func (n *documentNumber) mistyped() int {
	k := strings.LastIndex(n.issuer, "国")
	if k < 0 || len(n.issuer)-k < 3*len("字") || strings.Trim(n.issuer[k:], "国公开办函") != "" ||
		!slices.ContainsFunc(noticeList[1:], func(of notice) bool { return of.year == n.year && of.number == n.number }) {
		return -1
	}
	return k
}

// years are the report years of a notice in words.
func (n *notice) years() string {
	if n.to == 0 {
		return fmt.Sprintf("%d 年起", n.from)
	}
	return fmt.Sprintf("%d 至 %d 年", n.from, n.to)
}

// wrongTitle marks the words of a title that belong to the other notice than the number behind it.
func (s *Subject) wrongTitle(p *Part, n documentNumber, before, words string, of *notice) {
	start := n.start - len(before) + strings.LastIndex(before, words)
	f := p.Mark(report.CodeEdition, report.SeverityWarning, start, start+len(words), fmt.Sprintf("文号 %s 和前面的标题不是同一个文件。", of.said))
	f.Hint = "这个文号的文件是《" + noticeOffice + "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》。"
	if of.year == 2019 {
		f.Hint = "这个文号的文件是《" + noticeOffice + titleOf2019 + "》。"
	}
	f.Found = words
	s.Add(f)
}

// editionTrial is where 格式（试行） stands; -1 when it does not.
func editionTrial(text string) int {
	for _, w := range editionTrials {
		if i := strings.LastIndex(text, w); i >= 0 {
			return i
		}
	}
	return -1
}

var editionTrials = []string{"年度报告格式（试行）", "年度报告格式(试行)", "年度报告格式》（试行）", "年度报告格式》(试行)", "试行的年度报告格式", "试行年度报告格式", "年度报告试行格式", "年报试行格式"}

func editionTrialLength(text string) int {
	for _, w := range editionTrials {
		if contains(text, w) {
			return len(w)
		}
	}
	return 0
}

// oldTitle finds the notice of 2019 cited by its title alone. Local notices have similar ones, so without its issuer it is a hint.
func (s *Subject) oldTitle(p *Part) {
	if at := indexOf(p.Text, "试行"); at >= 0 {
		from, to := editionSentence(p.Text, at)
		if i, around := editionTrial(p.Text[from:to]), p.Text[from:to]; i >= 0 && !containsAny(around, editionHistory) {
			f := p.Mark(report.CodeEdition, report.SeverityWarning, from+i, from+i+editionTrialLength(around), fmt.Sprintf("试行格式用到 2020 年，这是 %d 年的报告。", s.Report.Year))
			f.Hint = "现行的是 2021 年印发的《中华人民共和国政府信息公开工作年度报告格式》。"
			s.Add(f)
			return
		}
	}
	if contains(p.Text, "年度报告格式") {
		return
	}
	i := indexOf(p.Text, titleOf2019)
	if i < 0 {
		return
	}
	from, to := editionSentence(p.Text, i)
	if containsAny(p.Text[from:to], editionHistory) {
		return
	}
	severity := report.SeverityHint
	if before := p.Text[from:i]; strings.HasSuffix(before, "政务公开办公室") || strings.HasSuffix(before, "国办公开办") || strings.HasSuffix(before, "国务院办公厅") {
		severity = report.SeverityWarning
	}
	f := p.Mark(report.CodeEdition, severity, i, i+len(titleOf2019), fmt.Sprintf("这是 2019 年的通知，这是 %d 年的报告。", s.Report.Year))
	f.Hint = "现行的是国办公开办函〔2021〕30号《" + noticeOffice + "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》。"
	s.Add(f)
}
