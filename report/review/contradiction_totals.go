package review

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// totalStatement is a number that a sentence gives for the whole year, with the words that say of what.
type totalStatement struct {
	q *quantity.Quantity
	// text is the sentence up to the number.
	text string
	// words are those of the sentence before the number, and behind those behind it, without what says only whose or when.
	words, behind string
	read          bool // words and behind were filled in
	// whole says that the sentence claims the whole year, back that it speaks of what was named before: 新开设的5个专栏.
	whole, back bool
	// all says that the sentence goes on to say something of all of it, narrow that words before may narrow it down: 为增强实效，….
	all, narrow bool
}

// totalShortest is how many characters say what is counted, and totalFurthest how many quantities apart two statements are compared.
const (
	totalShortest = 4
	totalFurthest = 16
)

// totalLongest is how many bytes of a sentence before a number are read.
const totalLongest = 240

// contradictTotals finds two sentences of a paragraph that give the whole year's number of the same thing, in the same words, differently:
// 全年发布政策解读23篇。… 全年发布的26篇政策解读. Only what begins a sentence counts: words before it would say of what the rest is.
func (s *Subject) contradictTotals(p *Part) {
	r := p.Quantities()
	listed := map[int]bool{}
	for _, b := range r.Breakdowns {
		for _, part := range b.Parts {
			listed[part.Quantity] = true
		}
	}
	var before []totalStatement
	seen := 0
	for i := range r.Quantities {
		q := &r.Quantities[i]
		if strings.IndexByte(p.Text[min(seen, q.Span.Start):q.Span.Start], '\n') >= 0 {
			before = before[:0]
		}
		seen = q.Span.Start
		if !sumCounts(q) || q.Depth > 0 || q.Unit == "" || q.Step > quantity.One || listed[i] && !strings.HasSuffix(p.Text[:q.Span.Start], "的") {
			continue
		}
		if s.contradictRepeated(p, i, listed) {
			continue
		}
		st, ok := totalOf(p, r, i)
		if !ok || totalOtherYear(st.text, s.Report.Year) {
			continue
		}
		for k := range before {
			o := &before[k]
			if o.q.Unit == q.Unit && o.q.Value != q.Value && o.q.Sentence <= q.Sentence && o.says(p) && st.says(p) && totalSame(o, &st) && !(st.back && totalElse(p, r, i)) && !s.told(CodeContradiction, p, q) {
				f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End,
					"同一个数前后不一：前面是 "+o.q.Digits.Of(p.Text)+o.q.Unit+"，这里是 "+q.Digits.Of(p.Text)+q.Unit+"。")
				f.Expected, f.Found = o.q.Value.String(), q.Value.String()
				f.Hint = "核对台账，两处写成同一个数；说的不是一回事的，写明各是什么。"
				s.Add(f)
				break
			}
		}
		if before = append(before, st); len(before) > totalFurthest {
			before = before[1:]
		}
	}
}

// totalOwn and totalName bound, in bytes, the words before such a number and the name that it shares.
const (
	totalOwn  = 30
	totalName = 45
)

// told reports whether a finding of a code stands on a quantity already.
func (s *Subject) told(code string, p *Part, q *quantity.Quantity) bool {
	for i := len(s.findings) - 1; i >= 0; i-- {
		if f := &s.findings[i]; f.Code == code && f.Section == p.Key && f.Start <= p.Rune(q.Span.Start) && p.Rune(q.Span.Start) < f.End {
			return true
		}
	}
	return false
}

// totalSame reports whether two statements count the same.
func totalSame(a, b *totalStatement) bool {
	if a.narrow && (b.narrow || a.q.Value < b.q.Value) || b.narrow && b.q.Value < a.q.Value {
		return false // it may be a part of the other
	}
	switch {
	case b.back && !a.back && (a.whole || b.all && b.q.Sentence-a.q.Sentence <= 1):
		key := a.words
		if utf8.RuneCountInString(key) < totalShortest {
			key += a.behind
		}
		return key != "" && (strings.HasPrefix(b.words+b.behind, key) || strings.HasPrefix(totalActed(b.words)+b.behind, key))
	case b.whole && !a.back && (a.whole || a.q.Sentence == b.q.Sentence && containsAny(a.words, totalChannels)):
		return a.words == b.words && (a.behind == b.behind || strings.HasPrefix(a.behind, b.behind) || strings.HasPrefix(b.behind, a.behind))
	}
	return false
}

// totalJoins stand before the verb of what was named before: 结合举办的6期培训班.
var totalJoins = strings.NewReplacer("结合", "", "依托", "", "通过", "", "利用", "", "围绕", "", "针对", "", "借助", "", "对", "", "将", "", "把", "", "在", "", "从", "", "于", "", "所", "")

// totalActed are the words from the last verb on, where nothing but such a word stands before it.
func totalActed(words string) string {
	at := -1
	for _, v := range totalVerbs {
		at = max(at, strings.LastIndex(words, v))
	}
	if at <= 0 || totalJoins.Replace(words[:at]) != "" {
		return words
	}
	return words[at:]
}

// totalWhen are words that say only whose or when, or that it is a total.
var totalWhen = regexp.MustCompile(`作为[^，,。]{1,24}[，,]|总的看|总体看|总体来看|总体上看|据统计|经统计|综上所述|综上|截至|截止|全年度|全年|本年度|本年|年度内|年度|年内|年底|年末|一年来|今年以来|今年|12月31日|12月底|[我本](?:县|市|区|省|镇|乡|局|委|办|院|厅|街道|单位|部门|机关|中心)|一共|总共|共计|合计|总计|累计|共|已经|已|达到|达|总数|数量|为|了|有|的|各类|其中|核对|核实|汇总|统计|盘点|现有|[，,、：: 　]|[0-9]{4}年(?:底|末|度)?`)

// totalWords claim the whole year.
var totalWords = []string{"全年", "本年", "年内", "一年来", "今年", "共", "累计", "总计", "合计", "年底", "年末", "总数"}

// totalStops reports whether a character begins something that the number may be of.
func totalStops(r rune) bool {
	switch r {
	case '《', '“', '"', '；', ';', '（', '(':
		return true
	}
	return false
}

// totalClaims reports whether a text claims the whole year, in words or by naming it.
func totalClaims(text string) bool {
	if containsAny(text, totalWords) {
		return true
	}
	i := strings.Index(text, "年")
	return i >= 4 && strings.Trim(text[i-4:i], "0123456789") == ""
}

// totalOtherYear reports whether a text names a year that is not the report's: 2022年举办的4期.
func totalOtherYear(text string, year int) bool {
	for from := 0; year > 0; {
		at := strings.Index(text[from:], "年")
		if at < 0 {
			return false
		}
		if at += from; at >= 4 {
			if named, err := strconv.Atoi(text[at-4 : at]); err == nil && named != year && named > 1900 {
				return true
			}
		}
		from = at + len("年")
	}
	return false
}

// totalChannels are ways of publishing that have a total each.
var totalChannels = []string{"网站", "微信", "微博", "公众号", "抖音", "公报"}

// totalVerbs are of what a report gives totals; 发布信息 and the like need to say where.
var totalVerbs = []string{"发布", "推送", "公开", "召开", "举办", "组织", "开展", "培训", "开设", "编发", "收到", "受理", "办理", "答复", "回应", "回复", "制作", "制发", "印发", "接待", "参加", "关注", "新增", "解读", "更新", "审核", "报送", "设置", "配备"}

// totalNeutral and totalPurpose are how clauses begin or end that say only that a total comes, or what for.
var (
	totalNeutral = [2][]string{{"截至", "截止", "据", "经", "综上", "总之", "总体", "总的", "一年来", "全年", "本年度", "年内", "作为"},
		{"统计", "核对", "核实", "核查", "盘点", "汇总", "梳理", "回顾", "总结", "测算", "清点", "复核", "看", "来说", "所述", "显示", "表明", "年底", "年末", "全年"}}
	totalPurpose = []string{"为", "落实", "强化", "加强", "坚持", "按照", "根据", "结合", "积极", "认真", "严格", "切实"}
)

// totalIntroduced reports whether the clauses before one only introduce it, and whether they may narrow it down.
func totalIntroduced(text string) (ok, narrow bool) {
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '，' || r == ',' }) {
		clause = strings.TrimSpace(clause)
		begins := func(w string) bool { return strings.HasPrefix(clause, w) }
		switch {
		case clause == "":
		case len(clause) <= totalName && (slices.ContainsFunc(totalNeutral[0], begins) || slices.ContainsFunc(totalNeutral[1], func(w string) bool { return strings.HasSuffix(clause, w) })):
		case slices.ContainsFunc(totalPurpose, begins):
			narrow = true
		default:
			return false, false
		}
	}
	return true, narrow
}

// totalOf reads the statement of a quantity; ok is false when it makes none that could be held against another.
func totalOf(p *Part, r *quantity.Reading, i int) (st totalStatement, ok bool) {
	q := &r.Quantities[i]
	from, clause := r.Sentences[q.Sentence].Start, r.Clauses[q.Clause].Start
	if q.Span.Start-from > totalLongest {
		return st, false
	}
	for _, mark := range [...]string{"；", ";"} {
		if at := strings.LastIndex(p.Text[from:q.Span.Start], mark); at >= 0 {
			from += at + len(mark)
		}
	}
	own := q.Before.Of(p.Text)
	st.back = strings.HasSuffix(own, "的")
	for j := i - 1; j >= 0 && r.Quantities[j].Span.Start >= from; j-- {
		if o := &r.Quantities[j]; o.Form != quantity.Time {
			// 全年培训85人次，共培训65人次
			if !st.back && (o.Unit != q.Unit || !strings.HasPrefix(own, "共") && !(containsAny(own, totalChannels) && totalClaims(own))) {
				return st, false
			}
			from = q.Before.Start
		}
	}
	switch text := p.Text[clause:q.Span.Start]; {
	case from >= clause:
	case containsAny(text, totalChannels) && totalClaims(text):
		from = clause // it names its channel, and needs nothing before it
	case containsAny(text, totalVerbs) && (st.back || totalClaims(text)):
		introduced := false
		if introduced, st.narrow = totalIntroduced(p.Text[from:clause]); introduced {
			from = clause
		}
	}
	if st.back && q.Before.End > q.Before.Start {
		from = max(from, q.Before.Start)
	}
	text := p.Text[from:q.Span.Start]
	if st.back {
		st.all = containsAny(p.Text[q.Span.End:max(q.Span.End, r.Clauses[q.Clause].End)], repeatAll)
		if st.all {
			text = strings.TrimPrefix(text, "其中")
		}
	}
	if strings.ContainsFunc(text, totalStops) || containsAny(text, []string{"其中", "每", "平均", "原", "上年", "去年", "上一年", "另", "还"}) || !containsAny(text, totalVerbs) {
		return st, false
	}
	st.q, st.text, st.whole = q, text, totalClaims(text)
	return st, true
}

// says fills in what a statement is of, which is asked for only where another has a number of the same unit, and reports whether it is
// enough to go by.
func (st *totalStatement) says(p *Part) bool {
	if !st.read {
		st.words, st.behind, st.read = totalWhen.ReplaceAllString(st.text, ""), totalWhen.ReplaceAllString(st.q.After.Of(p.Text), ""), true
	}
	return utf8.RuneCountInString(st.words+st.behind) >= totalShortest && containsAny(st.words, totalVerbs)
}
