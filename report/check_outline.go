package report

import (
	"fmt"
	"slices"
	"strings"
)

// CheckOutline finds how the sections deviate from the edition's outline: missing or empty ones, ones beyond it, another order. What a
// reader could not see in a document is no fault of the report: headings that are lost, the end of a file that breaks off.
func CheckOutline(e *Edition, r *Report, mode Mode) []Finding {
	o := outlineCheck{edition: e, report: r, mode: mode}
	o.sections()
	o.missing()
	if mode == InForm {
		if strings.TrimSpace(r.Title) == "" {
			o.add(Finding{Code: CodeParts, Severity: SeverityWarning, Section: PartTitle, Message: "报告还没有标题。", Hint: "填上“某机关某年政府信息公开工作年度报告”。"})
		}
		if r.Signature.Date == "" {
			o.add(Finding{Code: CodeParts, Severity: SeverityHint, Section: PartSignature, Message: "落款还没有日期。", Hint: "填上成文日期。"})
		}
	}
	return o.findings
}

type outlineCheck struct {
	edition  *Edition
	report   *Report
	mode     Mode
	findings []Finding
}

func (o *outlineCheck) add(f Finding) { o.findings = append(o.findings, f) }

// local reports whether the outline was varied locally as a matter of course: it was only since 2019 that a notice fixed it.
func (o *outlineCheck) local() bool { return o.edition.From < 2019 }

// sections looks at those that are there.
func (o *outlineCheck) sections() {
	e, r := o.edition, o.report
	extra := SeverityHint
	if e.To == 0 {
		extra = SeverityWarning
	}
	at := make([]int, len(r.Sections)) // places in the outline, -1 for none
	for i, s := range r.Sections {
		at[i] = slices.IndexFunc(e.Outline, func(p Part) bool { return p.Key == s.Key && !p.Attachment })
	}
	inOrder := longestRise(at)
	for i, s := range r.Sections {
		switch {
		case at[i] < 0 && s.Heading == "" && o.mode == AsRead: // a heading that was lost, or text that is in no section
			continue
		case at[i] < 0:
			o.add(Finding{Code: CodeExtra, Severity: extra, Section: s.Key, Quote: s.Heading,
				Message: fmt.Sprintf("%s不在 %s的提纲里。", quoted(s.Heading, "没有标题的一节"), e.Name), Hint: "内容可以并入规定的部分；确需单列的，请写明原因。"})
			continue
		case !inOrder[i]:
			o.add(Finding{Code: CodeExtra, Severity: extra, Section: s.Key, Quote: s.Heading,
				Message: fmt.Sprintf("%s的位置与 %s的顺序不同。", quoted(s.Heading, "“"+HeadingName(e.Outline[at[i]].Heading)+"”"), e.Name),
				Hint:    "在“提纲”里调整顺序；确需如此的，请写明原因。"})
		case !o.local() && s.Heading != "" && !sameHeading(s.Heading, e.Outline[at[i]].Heading):
			o.add(Finding{Code: CodeExtra, Severity: SeverityHint, Section: s.Key, Quote: s.Heading,
				Message: fmt.Sprintf("标题“%s”与格式规定的“%s”不同。", s.Heading, e.Outline[at[i]].Heading), Hint: "在“提纲”里可以改回规定的标题。"})
		}
		if len(s.Blocks) == 0 || !slices.ContainsFunc(s.Blocks, func(b Block) bool { return b.fixed() || strings.TrimSpace(b.Text) != "" }) {
			o.empty(s, e.Outline[at[i]])
		}
	}
}

// empty is what to say of a section with nothing in it. Where all tables of a document that was read are gone, they were pictures or
// were lost in copying.
func (o *outlineCheck) empty(s Section, p Part) {
	f := Finding{Code: CodeParts, Severity: SeverityWarning, Section: s.Key, Quote: s.Heading,
		Message: fmt.Sprintf("%s还没有写。", quoted(s.Heading, "“"+HeadingName(p.Heading)+"”")), Hint: "写上内容；确实没有的，写一句没有并说明。"}
	if o.mode == AsRead {
		f.Message = fmt.Sprintf("%s下面没有内容。", quoted(s.Heading, "“"+HeadingName(p.Heading)+"”"))
		if len(p.Tables) > 0 && !o.anyTable() || o.cut() {
			f.Severity = SeverityHint
		}
	}
	if p.Means == "other" {
		f.Message += o.feeToo()
	}
	o.add(f)
}

// missing looks for the outline's sections that are not there, and for the tables of those that are.
func (o *outlineCheck) missing() {
	for _, p := range o.edition.Outline {
		there := o.report.Section(p.Key) != nil
		if p.Attachment {
			there = slices.ContainsFunc(p.Tables, func(t string) bool { return o.report.SectionOfTable(t) != "" })
		}
		if there {
			o.tableGone(p)
			continue
		}
		f := Finding{Code: CodeParts, Severity: SeverityWarning, Section: p.Key, Message: fmt.Sprintf("缺少“%s”。", p.Heading),
			Hint: "在“提纲”里可以恢复；确需省去的，请写明原因。"}
		if o.mode == AsRead {
			f.Hint = "补上这一部分；确需省去的，请写明原因。"
		}
		switch {
		case o.local() && o.mode == AsRead && (p.Attachment || p.Means == "overview" || p.Means == "other"):
			f.Severity = SeverityHint // the table often stands on another page, the overview in the preface
		case o.local() && o.mentions(p.Means):
			f.Severity, f.Message = SeverityHint, fmt.Sprintf("没有单列“%s”，有关内容写在别的部分里。", HeadingName(p.Heading))
		case o.cut():
			f.Severity = SeverityHint
		case p.Means == "other":
			f.Message += o.feeToo()
		}
		o.add(f)
	}
}

// tableGone says that a section of a document has not the table that belongs there, while the other tables were read.
func (o *outlineCheck) tableGone(p Part) {
	s := o.report.Section(p.Key)
	if o.mode != AsRead || p.Attachment || !o.anyTable() || o.cut() || s == nil || len(s.Blocks) == 0 {
		return
	}
	for _, t := range p.Tables {
		if o.report.SectionOfTable(t) == "" && !slices.ContainsFunc(s.Blocks, func(b Block) bool { return b.Grid != nil }) {
			o.add(Finding{Code: CodeParts, Severity: SeverityWarning, Section: p.Key, Message: fmt.Sprintf("%s里没有规定的表格。", quoted(s.Heading, "“"+HeadingName(p.Heading)+"”")),
				Hint: "补上表格，没有的填 0。"})
		}
	}
}

// anyTable reports whether one of the edition's tables was read.
func (o *outlineCheck) anyTable() bool {
	return slices.ContainsFunc(o.edition.Tables, func(t *Table) bool { return o.report.SectionOfTable(t.Key) != "" })
}

// cut reports whether the reader did not see the end of the document.
func (o *outlineCheck) cut() bool {
	return slices.ContainsFunc(o.report.Notes, func(n Note) bool { return n.Code == "read.cut" })
}

// topics are words one of which a report of the years before 2019 must have somewhere to have dealt with a section's topic.
var topics = map[string][]string{
	"disclosure":   {"主动公开", "公开政府信息", "公开信息", "发布信息", "信息公开"},
	"requests":     {"依申请", "申请公开", "公开申请", "信息申请"},
	"fees":         {"收费", "费用", "收取", "减免"},
	"appeals":      {"复议", "诉讼"},
	"problems":     {"问题", "不足", "困难", "改进", "下一步"},
	"organisation": {"组织领导", "领导小组", "机构", "专人", "制度", "领导"},
	"responses":    {"解读", "回应", "互动", "答复", "咨询"},
	"secrecy":      {"保密", "审查", "监督检查", "审核"},
	"key_areas":    {"重点领域", "重点信息", "财政", "预算", "重点"},
}

// mentions reports whether the report speaks of a section's topic anywhere.
func (o *outlineCheck) mentions(means string) bool {
	words := topics[means]
	found := func(text string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
	}
	return slices.ContainsFunc(o.report.Sections, func(s Section) bool {
		return found(s.Heading) || slices.ContainsFunc(s.Blocks, func(b Block) bool { return found(b.Text) })
	})
}

// feeToo adds that with the last section the statement on fees is missing.
func (o *outlineCheck) feeToo() string {
	if o.edition.From >= 2021 && !FeeStated(o.report) {
		return "信息处理费的情况也没有写。"
	}
	return ""
}

// FeeStated reports whether a report says anything on the fee for processing information (信息处理费, 国办函〔2020〕109号): in the last
// section any word on fees will do, elsewhere it must be said of requests or of disclosure.
func FeeStated(r *Report) bool {
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if feeIn(b.Text, s.Key == "other") {
				return true
			}
		}
	}
	return false
}

func feeIn(text string, last bool) bool {
	if !hasAny(text, "费", "費", "收取") {
		return false
	}
	if hasAny(text, "处理费", "處理費", "處理费") && (last || feeTold(text)) || strings.Contains(text, "收费及减免") || strings.Contains(text, "收费和减免") {
		return true
	}
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '。' || r == '；' || r == ';' || r == '\n' }) {
		if !hasAny(sentence, "收费", "收取", "费用", "缴费", "收缴") {
			continue
		}
		if last && !hasAny(sentence, "事业性收费", "三公", "收费目录", "收费清单", "收费标准") {
			return true
		}
		if hasAny(sentence, "申请", "信息公开", "公开信息", "政府信息", "公开工作") && hasAny(sentence, "未", "无", "没有", "不", "免收", "免予", "免除", "免费", "全免", "0", "零", "元", "０") &&
			!hasAny(sentence, "事业性收费", "清单", "涉企", "收费目录", "收费标准") {
			return true
		}
	}
	return false
}

// feeTold reports whether a text before the last section says what was charged, and not only by what rule: 落实信息处理费管理办法.
func feeTold(text string) bool {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '。' || r == '；' || r == ';' || r == '\n' }) {
		if hasAny(sentence, "处理费", "處理費", "處理费") && (hasAny(sentence, "未", "无", "無", "没有", "沒有", "不收", "不存在", "免收", "０", "零", "元") || zeroIn(sentence)) {
			return true
		}
	}
	return false
}

// zeroIn reports whether a text has a zero that is no digit of another number: 2021年10月 has none.
func zeroIn(text string) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	for i := range len(text) {
		if text[i] == '0' && !digit(i-1) && !digit(i+1) {
			return true
		}
	}
	return false
}

func hasAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// sameHeading compares headings but for their numbers, and for words that are written or left out without saying anything else. One that
// was cut in copying is the same, too.
func sameHeading(a, b string) bool {
	if a == b {
		return true
	}
	if i := strings.Index(a, "部分"); strings.HasPrefix(a, "第") && i > 0 && i <= len("第十二") {
		a = a[i+len("部分"):]
	}
	a, b = headingWords.Replace(HeadingName(a)), headingWords.Replace(HeadingName(b))
	return a == b || len(a) >= len("行政复议") && strings.HasPrefix(b, a)
}

var headingWords = strings.NewReplacer(" ", "", "　", "", "\u00a0", "", ",", "", "，", "", "、", "", "。", "", "：", "", ":", "", "；", "", ";", "", "其它", "其他", "措施", "情况", "工作", "",
	"政府信息公开", "", "行政机关", "", "被申请", "", "申请行政", "行政", "提起", "", "因", "", "的", "", "和", "", "与", "", "以及", "", "及", "", "主要", "")

// longestRise marks the places that rise, as many as can be: the others stand out of order. Negative ones do not count.
func longestRise(at []int) []bool {
	length, before := make([]int, len(at)), make([]int, len(at))
	end := -1
	for i, a := range at {
		if a < 0 {
			continue
		}
		length[i], before[i] = 1, -1
		for j := range i {
			if at[j] >= 0 && at[j] < a && length[j] >= length[i] {
				length[i], before[i] = length[j]+1, j
			}
		}
		if end < 0 || length[i] > length[end] {
			end = i
		}
	}
	rise := make([]bool, len(at))
	for ; end >= 0; end = before[end] {
		rise[end] = true
	}
	return rise
}

// quoted puts a heading in quotation marks, or says what stands for one that is empty.
func quoted(heading, otherwise string) string {
	if heading == "" {
		return otherwise
	}
	return "“" + heading + "”"
}
