package review

import (
	"regexp"
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
}

// totalShortest is how many characters say what is counted, and totalFurthest how many quantities apart two statements are compared.
const (
	totalShortest = 4
	totalFurthest = 12
)

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
		if listed[i] || !sumCounts(q) || q.Depth > 0 || q.Unit == "" || q.Step > quantity.One {
			continue
		}
		o := totalMeant(p, r, i)
		if o == nil {
			o = totalRepeated(p, r, i, listed)
		}
		if o != nil && !s.told(CodeContradiction, p, q) {
			f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End,
				"前面是 "+o.Digits.Of(p.Text)+o.Unit+"，这里说的是同一批，写的却是 "+q.Digits.Of(p.Text)+q.Unit+"。")
			f.Expected, f.Found = o.Value.String(), q.Value.String()
			f.Hint = "核对台账，两处写成同一个数。"
			s.Add(f)
			continue
		}
		st, ok := totalOf(p, r, i)
		if !ok {
			continue
		}
		for k := range before {
			o := &before[k]
			if o.q.Unit == q.Unit && o.q.Value != q.Value && o.q.Sentence <= q.Sentence && o.says(p) && st.says(p) && totalSame(o, &st) && !s.told(CodeContradiction, p, q) {
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

// totalMeant is the number that 上述516条 takes up and gives otherwise: the only one of its unit in the sentences before; nil for none.
func totalMeant(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	before := strings.TrimRight(p.Text[:q.Span.Start], " ")
	if !strings.HasSuffix(before, "上述") && !strings.HasSuffix(before, "以上") && !strings.HasSuffix(before, "这") && !strings.HasSuffix(before, "该") && !strings.HasSuffix(before, "前述") {
		return nil
	}
	var meant *quantity.Quantity
	for j := i - 1; j >= 0 && q.Sentence-r.Quantities[j].Sentence <= 1; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		if meant != nil || !sumCounts(o) || o.Depth > 0 || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		meant = o
	}
	if meant == nil || meant.Value == q.Value {
		return nil
	}
	return meant
}

// totalRepeated is the number that a clause right behind takes up with its name and gives otherwise, saying something of all of them:
// 召开发布会4次，5次发布会均由局长出席; nil for none.
func totalRepeated(p *Part, r *quantity.Reading, i int, listed map[int]bool) *quantity.Quantity {
	q := &r.Quantities[i]
	clause := r.Clauses[q.Clause]
	if own := strings.TrimSpace(p.Text[clause.Start:q.Span.Start]); own != "" && (!strings.HasSuffix(own, "的") || len(own) > totalOwn || containsAny(own, []string{"未", "没", "不", "中"})) {
		return nil
	}
	behind := p.Text[q.Span.End:max(q.Span.End, clause.End)]
	if len(behind) < 2*len("字") || !containsAny(behind, []string{"均", "都", "全部", "皆", "已"}) {
		return nil
	}
	for j := i - 1; j >= 0 && i-j <= 3 && q.Sentence-r.Quantities[j].Sentence <= 1; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		name := o.Before.Of(p.Text)
		if listed[j] || !sumCounts(o) || o.Depth > 0 || o.Value == q.Value || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		for n := len(name) - 2*len("字"); n >= 0 && len(name)-n <= totalName; n-- {
			if strings.HasPrefix(behind, name[n:]) {
				return o
			}
		}
		return nil
	}
	return nil
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
	switch {
	case b.back && a.whole && !a.back:
		return strings.HasPrefix(b.words+b.behind, a.words) || strings.HasPrefix(a.words, b.words) && len(b.words) > 0 && strings.HasPrefix(b.behind, a.words[len(b.words):])
	case a.whole && b.whole && !a.back:
		return a.words == b.words && (a.behind == b.behind || strings.HasPrefix(a.behind, b.behind) || strings.HasPrefix(b.behind, a.behind))
	}
	return false
}

// totalWhen are words that say only whose or when, or that it is a total.
var totalWhen = regexp.MustCompile(`作为[^，,。]{1,24}[，,]|总的看|总体看|总体来看|总体上看|据统计|经统计|综上所述|综上|截至|截止|全年度|全年|本年度|本年|年度内|年度|年内|年底|年末|一年来|今年以来|今年|12月31日|12月底|[我本](?:县|市|区|省|镇|乡|局|委|办|院|厅|街道|单位|部门|机关|中心)|一共|总共|共计|合计|总计|累计|共|已经|已|达到|达|总数|数量|为|了|有|的|各类|其中|[，,、：: 　]|[0-9]{4}年(?:底|末|度)?`)

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

// totalChannels are ways of publishing that have a total each.
var totalChannels = []string{"网站", "微信", "微博", "公众号", "抖音", "公报"}

// totalVerbs are of what a report gives totals; 发布信息 and the like need to say where.
var totalVerbs = []string{"发布", "推送", "公开", "召开", "举办", "组织", "开展", "培训", "开设", "编发", "收到", "受理", "办理", "答复", "回应", "回复", "制作", "制发", "印发", "接待", "参加", "关注", "新增", "解读", "更新", "审核", "报送", "设置", "配备"}

// totalOf reads the statement of a quantity; ok is false when it makes none that could be held against another.
func totalOf(p *Part, r *quantity.Reading, i int) (st totalStatement, ok bool) {
	q := &r.Quantities[i]
	sentence := r.Sentences[q.Sentence]
	if q.Span.Start-sentence.Start > 240 {
		return st, false
	}
	from := sentence.Start
	for j := i - 1; j >= 0 && r.Quantities[j].Sentence == q.Sentence; j-- {
		if o := &r.Quantities[j]; o.Form != quantity.Time {
			own := q.Before.Of(p.Text) // 全年培训85人次，共培训65人次
			if o.Unit != q.Unit || !strings.HasSuffix(own, "的") && !strings.HasPrefix(own, "共") {
				return st, false
			}
			from = q.Before.Start
		}
	}
	if own := p.Text[r.Clauses[q.Clause].Start:q.Span.Start]; from == sentence.Start && containsAny(own, totalChannels) && totalClaims(own) {
		from = r.Clauses[q.Clause].Start // it names its channel, and needs nothing before it
	}
	back := strings.HasSuffix(strings.TrimSpace(p.Text[from:q.Span.Start]), "的")
	if back && q.Before.End > q.Before.Start {
		from = q.Before.Start
	}
	text := p.Text[from:q.Span.Start]
	if strings.ContainsFunc(text, totalStops) || containsAny(text, []string{"其中", "每", "平均", "原", "上年", "去年", "上一年", "另", "还"}) {
		return st, false
	}
	if !containsAny(text, totalVerbs) {
		return st, false
	}
	st = totalStatement{q: q, text: text, whole: totalClaims(text), back: back}
	return st, st.whole || st.back
}

// says fills in what a statement is of, which is asked for only where another has a number of the same unit, and reports whether it is
// enough to go by.
func (st *totalStatement) says(p *Part) bool {
	if !st.read {
		st.words, st.behind, st.read = totalWhen.ReplaceAllString(st.text, ""), totalWhen.ReplaceAllString(st.q.After.Of(p.Text), ""), true
	}
	return utf8.RuneCountInString(st.words+st.behind) >= totalShortest && containsAny(st.words, totalVerbs)
}
