package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// A sentence takes up a number that stands before it, 上述516条, 9次自查共发现…, and gives it otherwise.

// repeatBack is how many numbers before are looked at for the one that is taken up.
const repeatBack = 6

var (
	// repeatAll say something of all of what was named; repeatNot in front of a number take it out of them.
	repeatAll  = []string{"均", "都", "全部", "皆", "一律", "无一", "悉数"}
	repeatNot  = []string{"未", "没", "不", "中", "另", "其他", "其它"}
	repeatThis = []string{"上述", "以上", "这", "该", "前述", "上列", "前列"}
	// repeatWhole do where they begin a clause: 全部12件均已办复, not 占全部12件.
	repeatWhole = []string{"全部", "所有", "对全部", "对所有"}
	// repeatYear may stand before what is taken up: 全年5次检查的结果均已公布.
	repeatYear = []string{"全年", "年内", "本年度", "全年的"}
	// repeatPlaces are of all that there is under the organ: 全镇9个村.
	repeatPlaces = []string{"全镇", "全乡", "全街道", "全县", "全区", "全市", "辖区", "辖区内", "辖内", "镇域内", "本镇", "我镇", "本乡", "我乡", "全局", "全系统"}
	// repeatFirst say that they are some of those.
	repeatFirst = []string{"率先", "首批", "先行", "试点", "评为", "获", "入选", "示范", "达标", "新"}
	// repeatPeople are those who took part, whatever they were called before.
	repeatPeople = []string{"受训", "参训", "参会", "参加", "学员", "到会", "与会", "受益"}
	// repeatOlder say that others come in: more may then be dealt with than were named.
	repeatOlder = []string{"结转", "上年", "去年", "往年", "上一年", "历年", "遗留", "含", "加上", "连同", "此前"}
)

// contradictRepeated reports whether a number takes up an earlier one and gives it otherwise, and tells so.
func (s *Subject) contradictRepeated(p *Part, i int, listed map[int]bool) bool {
	r := p.Quantities()
	q := &r.Quantities[i]
	if own := p.Text[r.Clauses[q.Clause].Start:max(r.Clauses[q.Clause].Start, q.Span.Start)]; strings.HasSuffix(own, "的") && (totalOtherYear(own, s.Report.Year) || containsAny(own, totalLate)) {
		return false // 2020年的4件申请; 正在办理的8件申请
	}
	o := totalMeant(p, r, i)
	if o == nil {
		o = totalRepeated(p, r, i, listed)
	}
	if o == nil {
		o = totalMended(p, r, i)
	}
	if o == nil {
		o = totalSummed(p, r, i)
	}
	if o == nil {
		o = s.totalAgain(p, r, i)
	}
	message := ""
	if o != nil {
		message = "前面是 " + o.Digits.Of(p.Text) + o.Unit + "，这里说的是同一批，写的却是 " + q.Digits.Of(p.Text) + q.Unit + "。"
	} else if o = totalPeriodic(p, r, i); o != nil {
		message = "前面说" + short(o.Before.Of(p.Text)) + o.Digits.Of(p.Text) + o.Unit + "，全年不止这里写的 " + q.Digits.Of(p.Text) + q.Unit + "。"
	}
	if o == nil || s.told(CodeContradiction, p, q) {
		return false
	}
	f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, message)
	f.Expected, f.Found = o.Value.String(), q.Value.String()
	f.Hint = "核对台账，两处写成同一个数。"
	s.Add(f)
	return true
}

// totalMeant is the number that 上述516条 takes up and gives otherwise: the only one of its unit in the sentences before; nil for none.
func totalMeant(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	before := strings.TrimRight(p.Text[:q.Span.Start], " ")
	if !slices.ContainsFunc(repeatThis, func(w string) bool { return strings.HasSuffix(before, w) }) &&
		!slices.Contains(repeatWhole, strings.TrimSpace(before[min(len(before), r.Clauses[q.Clause].Start):])) {
		return nil
	}
	var meant *quantity.Quantity
	for j := i - 1; j >= 0 && q.Sentence-r.Quantities[j].Sentence <= 1; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		if o.Sense != quantity.Plain {
			continue // 较上年的70条增加18条
		}
		if meant != nil || !sumCounts(o) || o.Depth > 0 || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		meant = o
	}
	if meant == nil || meant.Value == q.Value || repeatLater(p, r, meant, q) || i > 0 && r.Quantities[i-1].Span.End == len(before) && r.Quantities[i-1].Bound == quantity.AtLeast {
		return nil // 截至11月底完成486件；至年底，全部573件; 50万元以上6个
	}
	return meant
}

// totalRepeated is the number that a clause right behind takes up with its name and gives otherwise: 召开发布会4次，5次发布会均由局长出席; nil for
// none. What is less must be said of all of them, or it may be some of them; what is more cannot be.
func totalRepeated(p *Part, r *quantity.Reading, i int, listed map[int]bool) *quantity.Quantity {
	q := &r.Quantities[i]
	clause := r.Clauses[q.Clause]
	behind := p.Text[q.Span.End:max(q.Span.End, clause.End)]
	verb, definite, all := totalDefinite(strings.TrimSpace(p.Text[clause.Start:q.Span.Start]), behind)
	placed := slices.Contains(repeatPlaces, strings.TrimSpace(p.Text[clause.Start:q.Span.Start]))
	if own := strings.TrimSpace(p.Text[clause.Start:q.Span.Start]); own != "" && !definite && !placed && !slices.Contains(repeatWhole, own) && !slices.Contains(repeatYear, own) && (!strings.HasSuffix(own, "的") || len(own) > totalOwn || containsAny(own, repeatNot)) {
		return nil
	}
	if len(behind) < 2*len("字") || strings.HasPrefix(behind, "中") {
		return nil
	}
	if rest, ok := strings.CutPrefix(behind, "的"); ok {
		behind, all = rest, true // 3692人的关注人数
	}
	all = all || containsAny(behind, repeatAll) || containsAny(behind, []string{"中均", "中未", "中没有", "中无"})
	own := totalDone.cut(strings.TrimSpace(p.Text[clause.Start:q.Span.Start]))
	most := 1
	if n := q.Sentence - 1; n > 0 && strings.HasPrefix(r.Sentences[n].Of(p.Text), "其中") {
		most = 2 // 解读材料15篇。其中文字解读8篇。18篇解读材料均…
	}
	for j := i - 1; j >= 0 && i-j <= 4 && q.Sentence-r.Quantities[j].Sentence <= most; j-- {
		o := &r.Quantities[j]
		if o.Form != q.Form || o.Unit != q.Unit && !(sumPeople[o.Unit] && sumPeople[q.Unit] && o.Unit != "人次" && q.Unit != "人次") || o.Depth > 0 {
			continue
		}
		if o.Bound != quantity.Exact {
			continue // 平均每月10条以上
		}
		if !totalGiven(o) && !totalPointedOut(p, o, q) || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		name := strings.TrimRight(o.Before.Of(p.Text), "共为是达到有了")
		if contains(name, "每") {
			continue // 每季度检查一次，四次检查均…
		}
		if q.Value > o.Value && strings.HasSuffix(p.Text[:o.Span.Start], "等") || repeatOpposed(name, strings.TrimSpace(p.Text[clause.Start:q.Span.Start])) || own == "" && name == "" && !all && o.Clause == q.Clause-1 {
			return nil // 大坪乡等6个乡镇…，17个乡镇…; 关停4个，保留的9个…; 1件部分公开，20件公开
		}
		if placed && (containsAny(p.Text[o.Span.End:max(o.Span.End, r.Clauses[o.Clause].End)], repeatFirst) || !slices.ContainsFunc(repeatPlaces, func(w string) bool { return strings.HasSuffix(name, w) }) && !strings.HasSuffix(name, "下辖") || !totalBegins(o.After.Of(p.Text), behind) && !totalPlaces(o.After.Of(p.Text), behind)) {
			continue
		}
		if q.Value > o.Value && (containsAny(own, sumReceived) && containsAny(name, sumDone) && !containsAny(name, sumReceived) ||
			containsAny(own, sumDone) && !containsAny(name, sumDone) && contains(behind[:min(len(behind), len("政府信息公开申请"))], "申请")) {
			return nil // 办结5件申请。收到的7件申请均…; 新收的7件申请中…。办结的8件申请 has those of last year
		}
		did := all && repeatVerb(name, own, behind)
		said := did || totalTakenUp(name, behind) || totalTakenUp(o.After.Of(p.Text), behind)
		if !said && all && totalBegins(o.After.Of(p.Text), behind) {
			said = true // 完成26个试点领域标准目录，28个试点领域目录均已公布
		}
		if !said && totalPlaces(o.After.Of(p.Text), behind) && (all || q.Value > o.Value && repeatShares(o.After.Of(p.Text), behind)) {
			said = true // 14个村设立公开栏，15个村的公开栏均按季更新
		}
		if !said && j == i-1 && q.Value > o.Value && q.Clause == o.Clause+1 && slices.ContainsFunc(repeatAll, func(w string) bool { return strings.HasPrefix(behind, w) }) && !contains(name, "申请") {
			said = true // 办理提案12件，14件全部办结
		}
		if !said && j == i-1 && q.Value > o.Value && sumPeople[q.Unit] && q.Unit == o.Unit && slices.ContainsFunc(repeatPeople, func(w string) bool { return strings.HasPrefix(behind, w) }) {
			said = true // 培训村干部120人次，210人次受训人员…
		}
		if !said || definite && !contains(name, verb) {
			continue
		}
		if q.Sentence != o.Sentence && q.Value > o.Value && containsAny(own, repeatYear) && !definite && !did && totalNarrower(name) {
			return nil // 公开项目进展信息18条。年内发布的374条信息，…
		}
		all = all || len(own) >= len("修订") && contains(name, own) && contains(behind, "已") // 修订制度8项，修订后的6项制度已汇编
		if listed[j] && q.Value > o.Value {
			continue // 54篇，其中文字解读30篇，45篇解读材料全部上网
		}
		if listed[j] || o.Value == q.Value || q.Value < o.Value && !all || repeatLater(p, r, o, q) || totalElse(p, r, i, o.Sentence, o.Span.End) {
			return nil
		}
		return o
	}
	return nil
}

// totalPointedOut reports whether a number is one of faults that last year's report named, which the sentence goes on about: 上年报告指出的3个问题已整改；对4个问题….
func totalPointedOut(p *Part, o, q *quantity.Quantity) bool {
	return o.Sense == quantity.Previous && o.Form == quantity.Count && !o.None && o.Bound == quantity.Exact && o.Sentence == q.Sentence && yearEnds(o.Before.Of(p.Text), []string{"指出的", "反馈的", "提出的", "查找的", "存在的"})
}

// totalNarrower reports whether the words before a number name some information only, of which there is other.
func totalNarrower(name string) bool {
	return containsAny(name, totalGeneral) && utf8.RuneCountInString(totalBare.cut(totalBareWords(name))) > 1
}

// totalGiven reports whether a quantity is an exact number or amount of this year.
func totalGiven(q *quantity.Quantity) bool {
	return q.Form <= quantity.Money && !q.None && q.Sense == quantity.Plain && q.Bound == quantity.Exact
}

// totalBegins reports whether two texts begin with the same four characters.
func totalBegins(a, b string) bool {
	const n = len("试点领域")
	return len(a) >= n && len(b) >= n && a[:n] == b[:n] && utf8.ValidString(a[:n])
}

// totalPlaces reports whether the words behind two numbers begin with the same kind of place, of which there are so many.
func totalPlaces(a, b string) bool {
	for _, w := range []string{"行政村", "村", "社区", "乡镇", "镇", "街道", "部门", "单位", "科室", "站所"} {
		if strings.HasPrefix(a, w) {
			return strings.HasPrefix(b, w)
		}
	}
	return false
}

// totalDone takes out what says that something was done, which leaves the verb: 所修订的, 修订后的.
var totalDone = newCutter("的", "后", "所", "已")

var totalQuotes = newCutter("“", "”", "\"")

// totalTakenUp reports whether the words behind a number begin with the end of a name and say something of it.
func totalTakenUp(name, behind string) bool {
	name, behind = totalQuotes.cut(name), totalQuotes.cut(behind)
	runes := []rune(name)
	if len(runes) < 2 {
		return false
	}
	head := string(runes[len(runes)-2:])
	at := indexOf(behind, head)
	if at < 0 || at > totalName || !totalWithin(behind[:at], name) {
		return false
	}
	rest := behind[at+len(head):]
	if strings.HasPrefix(rest, "中") && containsAny(rest, []string{"专职", "兼职", "党员"}) {
		return false
	}
	return !strings.HasPrefix(rest, "、") && !strings.HasPrefix(rest, "和") && !strings.HasPrefix(rest, "及")
}

// totalDefinite reads the words before a number that take up what was named, 通过全年, 在办理的, 从发放的: the verb in them, whether they do,
// and whether they say so of all of it.
func totalDefinite(own, behind string) (verb string, ok, all bool) {
	if hasRune(own, "0123456789") {
		return "", false, false // 结合2022年举办的4期
	}
	for _, w := range []string{"通过", "结合", "依托", "借助", "利用", "按照", "根据", "对照", "围绕", "经过", "历经"} {
		if rest, ok := strings.CutPrefix(own, w); ok {
			rest = totalBareWords(rest)
			ok = rest == "" || slices.Contains(totalVerbs, rest)
			return rest, ok, ok
		}
	}
	for _, w := range []string{"在", "从", "对", "针对"} {
		if rest, ok := strings.CutPrefix(own, w); ok {
			year := containsAny(rest, repeatYear)
			rest = totalBareWords(rest)
			ok = rest == "" || slices.Contains(totalVerbs, rest)
			return rest, ok, ok && (year || rest != "" || w == "在" && strings.HasSuffix(behind, "中"))
		}
	}
	return "", false, false
}

// totalElse reports whether a number is explained otherwise: it is one of those from a sentence on, or some of them together, or older ones
// come in.
func totalElse(p *Part, r *quantity.Reading, i, sentence, from int) bool {
	q := &r.Quantities[i]
	if containsAny(twiceThan.cut(saidNear(r, q, from)), repeatOlder) {
		return true
	}
	var seen [repeatBack]quantity.Value
	for j, n := i-1, 0; j >= 0 && n < repeatBack && r.Quantities[j].Sentence >= sentence; j-- {
		o := &r.Quantities[j]
		if o.Form != q.Form || o.None {
			continue
		}
		if o.Unit != q.Unit {
			if o.Value == q.Value && o.Value > mostTwice {
				return true // 招标公告46条，流标2个项目。46个项目…
			}
			continue
		}
		seen[n] = o.Value
		n++
		sum := quantity.Value(0)
		for k := n - 1; k >= 0; k-- {
			if sum += seen[k]; sum == q.Value {
				return true
			}
		}
	}
	return false
}

// totalMended is the number of faults found of which more are said to be mended: 发现问题21处，已整改25处; nil for none.
func totalMended(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	if i == 0 {
		return nil
	}
	o := &r.Quantities[i-1]
	if q.Value <= o.Value || !sumCounts(o) || o.Unit != q.Unit || o.Depth > 0 || q.Sentence != o.Sentence {
		return nil
	}
	label := q.Before.Of(p.Text)
	if !containsAny(label, []string{"整改", "修复", "更正", "纠正", "解决", "改正"}) || !containsAny(label, []string{"已", "均", "全部", "完成"}) && len(label) > len("整改") ||
		!containsAny(o.Before.Of(p.Text), []string{"发现", "查出", "排查", "检查出", "查找", "查摆", "反馈", "梳理出"}) || totalElse(p, r, i, q.Sentence-1, 0) {
		return nil
	}
	return o
}

// totalSummed is the whole that the items of a list make up where the total behind them is another: 215条，其中180条、35条，合计205条; nil for none.
func totalSummed(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	label := q.Before.Of(p.Text)
	if !strings.HasPrefix(label, "合计") && !strings.HasPrefix(label, "共计") && !strings.HasPrefix(label, "总计") {
		return nil
	}
	for _, b := range r.Breakdowns {
		whole := &r.Quantities[b.Whole]
		if b.Parts[len(b.Parts)-1].Quantity != i-1 || whole.Span.Start > q.Span.Start || whole.Sentence != q.Sentence || whole.Unit != q.Unit || whole.Value == q.Value {
			continue
		}
		if sum := sumOf(r, &b); sum.written == whole.Value && sum.exact && !sum.mixed {
			return whole
		}
	}
	return nil
}
