package review

var (
	// shareSound are rates of what has no fault, shareFaults the words of what has one.
	shareSound  = []string{"合格率", "准确率", "正确率", "完好率", "规范率", "达标率", "无误率", "优良率"}
	shareFaults = []string{"瑕疵", "差错", "错误", "有误", "问题", "不合格", "不规范", "不达标", "不准确", "过期", "破损", "损坏", "错链", "异常", "缺陷"}
	// shareMended say that the rate may be of what was put right since.
	shareMended = []string{"整改", "复查", "提高", "提升", "修复", "更正", "上升", "由", "整治"}
)

// shareFaulty compares a rate with the number right before it of those that have a fault, and what they were found among: 抽查200条，其中有瑕疵的10条，合格率
// 为99.5%.
func shareFaulty(s *Subject, p *Part, at int) {
	r := p.Quantities()
	if at < 2 {
		return
	}
	rate, part, whole := &r.Quantities[at], &r.Quantities[at-1], &r.Quantities[at-2]
	if !sumCounts(part) || !sumCounts(whole) || part.Unit != whole.Unit || part.Value >= whole.Value || whole.Sentence != rate.Sentence || part.Depth != rate.Depth || whole.Depth != rate.Depth {
		return
	}
	if !containsAny(sumLabel(r, at-1), shareFaults) || containsAny(sumLabel(r, at-2), shareFaults) || containsAny(p.Text[whole.Span.End:rate.Span.Start], shareMended) {
		return
	}
	sound := *part
	sound.Value = whole.Value - part.Value
	if low, high := shareRange(&sound, whole); shareFits(rate, low, high) {
		return
	}
	expected := sharePercent(&sound, whole, rate)
	f := shareMark(p, rate.Span.Start, rate.Span.End, short(whole.Span.Of(p.Text))+"里有"+short(part.Span.Of(p.Text))+"不合格，合格的占 "+expected+"，这里写的是 "+short(rate.Span.Of(p.Text))+"。")
	f.Expected, f.Found = expected, short(rate.Span.Of(p.Text))
	f.Hint = "改正比例，或核对前面的两个数。"
	s.Add(f)
}
