package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// twiceRange is what a written number can stand for.
func twiceRange(q *quantity.Quantity) (low, high quantity.Value) {
	if q.Form == quantity.Count && q.Step <= quantity.One {
		return q.Value, q.Value
	}
	return q.Value - q.Step/2, q.Value + q.Step/2
}

// twiceSame reports whether two statements are of one thing and cannot both be true.
func (s *Subject) twiceSame(a, b *twiceStatement) bool {
	none := a.q.None || b.q.None
	switch {
	case a.q.None && b.q.None || none && (a.q.Value > 0) == (b.q.Value > 0):
		return false
	case none:
		if a.q.Form > quantity.Money || b.q.Form > quantity.Money {
			return false
		}
	case a.q.Form != b.q.Form || a.q.Sense != b.q.Sense || a.q.Unit != b.q.Unit && !(sumPeople[a.q.Unit] && sumPeople[b.q.Unit] && a.q.Unit != "人次" && b.q.Unit != "人次"):
		return false
	}
	near := a.line == b.line && b.q.Sentence-a.q.Sentence <= 1 || a.item && b.line-a.line <= 1 && b.q.Sentence-a.q.Sentence <= 2
	if none {
		return twiceOpposed(a, b, near)
	}
	if low, high := twiceRange(a.q); low <= 0 || a.q.Sentence == b.q.Sentence && b.follows && b.item {
		return false
	} else if l, h := twiceRange(b.q); l < high && low < h || l == low || a.cumulative && !b.cumulative && b.q.Value < a.q.Value || b.cumulative && !a.cumulative && a.q.Value < b.q.Value {
		return false
	}
	if near && twiceAttended(a, b) {
		return true
	}
	inherits := near && a.q.Form != quantity.Percent && twiceInherits(a, b)
	if !twiceActAlike(a, b) || (a.lead == twiceScoped || b.lead == twiceScoped) && !inherits {
		return false
	}
	n := min(a.runes, b.runes)
	neutral := a.lead == twiceNeutral && b.lead == twiceNeutral
	if !totalEqual(a.key, b.key) && !s.twiceShort(a, b) {
		return near && a.q.Form != quantity.Percent && (neutral && twicePart(a, b) || inherits)
	}
	// What is narrowed down is a part, which is not more than the whole.
	whole := neutral || a.lead == twiceNeutral && b.q.Value > a.q.Value || b.lead == twiceNeutral && a.q.Value > b.q.Value
	switch {
	case a.q.Sense == quantity.Difference:
		return n >= len("信息比")/len("字") && !a.follows && !b.follows && neutral
	case a.q.Form == quantity.Percent:
		return (n >= totalLong-2 || near && n > totalShortest) && !a.follows && !b.follows && neutral && (strings.HasSuffix(a.key, "率") || strings.HasSuffix(a.key, "度"))
	case strings.HasSuffix(b.key, "组成"):
		return contains(b.key, "领导小组") || contains(b.key, "专班")
	case a.q.Sentence == b.q.Sentence:
		return n >= totalShortest && !a.general && !a.follows && !b.follows && a.acts == b.acts && (a.acts != 0 || a.channel && a.whole && b.whole && neutral) // 编发简报10期；开展活动4次；编发简报12期
	case twiceAgain(a, b):
		return true
	case !b.whole && !(b.this && near):
		return false
	case a.general || b.general:
		return a.whole && b.whole && neutral && !a.follows && !b.follows && contains(a.text, "推送") == contains(b.text, "推送") && (a.line == b.line || containsAny(b.text, twiceSumsUp))
	case a.channel:
		return neutral && (a.whole || near || n > totalShortest) && !((a.item || a.follows) && a.line != b.line && contains(a.text, "推送") != contains(b.text, "推送"))
	case a.whole && n >= totalLong-2:
		return whole
	}
	return near && whole && (a.whole || neutral) && (n >= totalShortest || n == totalShortest-1 && a.q.Form == quantity.Money)
}

// twiceAgain reports whether a statement that stands alone is made again right behind it, to the letter but for the number, in the same paragraph
// or at the beginning of the next. Of meetings, there may have been others.
func twiceAgain(a, b *twiceStatement) bool {
	return a.bare && b.line-a.line <= 1 && b.q.Sentence-a.q.Sentence <= 1+b.line-a.line && a.q.Sentence < b.q.Sentence && !a.general && !a.item && !b.item && !a.follows && !b.follows && min(a.runes, b.runes) >= totalShortest &&
		!datesUnits[b.q.Unit] && strings.TrimSpace(a.text) == strings.TrimSpace(b.text)
}

// twicePart reports whether one statement is of a part of what the other counts, and is more: 信息公开工作推进会6次, 全年推进会5次.
func twicePart(a, b *twiceStatement) bool {
	part, whole := a, b
	if len(b.key) > len(a.key) {
		part, whole = b, a
	}
	rest, ok := strings.CutSuffix(part.key, whole.key)
	return ok && whole.whole && !whole.general && !whole.channel && !part.channel && whole.runes >= totalShortest-1 && part.q.Value > whole.q.Value &&
		part.acts == whole.acts && !containsAny(rest, totalScope)
}

// twiceAttended reports whether two statements say how many came to the same so many events: 举办培训班2期，培训102人次。两期培训班共培训120人次.
func twiceAttended(a, b *twiceStatement) bool {
	return a.event != nil && b.event != nil && a.event.Value == b.event.Value && a.event.Unit == b.event.Unit && (a.acts^b.acts)&^twiceHolds == 0 && a.q.Sentence < b.q.Sentence && b.whole &&
		b.event.Clause == b.q.Clause && b.key != "" && strings.HasSuffix(a.key, b.key)
}

// twiceInherits reports whether the later statement names what the clauses before the earlier one did: 成立办公室，配备人员3人。办公室现有人员2人.
func twiceInherits(a, b *twiceStatement) bool {
	rest, ok := strings.CutSuffix(b.key, a.key)
	return ok && len(rest) >= len("大厅") && b.whole && b.lead == twiceNeutral && (a.runes >= totalShortest || a.runes >= 2 && len(rest) >= len("政务新媒体") && !a.item && !b.item) && !a.channel && !a.general && totalWithin(rest, a.text)
}

// twiceOpposed reports whether one statement gives a number of what the other says there was none.
func twiceOpposed(a, b *twiceStatement, near bool) bool {
	if a.lead == twiceScoped || b.lead == twiceScoped || a.general || a.cumulative != b.cumulative {
		return false
	}
	some, nothing := a, b
	if a.q.None {
		some, nothing = b, a
	}
	if nothing.channel && nothing.acts&(twiceOpens|twiceHolds) != 0 && some.acts&twicePublishes != 0 && twiceChannelEnd(nothing.key) == len(nothing.key) {
		owner, _, ok := strings.Cut(some.key, nothing.key)
		return ok && (owner == "" || owner == "官方" || owner == "政务") // 公众号发布信息88条。没有开通公众号
	}
	if sumPeople[some.q.Unit] && nothing.runes >= totalShortest && nothing.acts&^twiceHolds == 0 && nothing.lead == twiceNeutral && strings.HasSuffix(some.key, nothing.key) && containsAny(some.key, []string{"对", "进行", "予以", "给予"}) {
		return true // 未发生责任追究。对1名工作人员进行了责任追究
	}
	if rest, ok := strings.CutSuffix(some.key, nothing.key); ok && nothing.whole && nothing.lead == twiceNeutral && nothing.runes >= totalShortest && twiceActAlike(a, b) && (twiceChannelEnd(rest) > 0 || containsAny(rest, twiceDesks)) {
		return true // 网站互动平台收到网民留言46条。全年没有收到网民留言
	}
	n := min(a.runes, b.runes)
	if n < totalShortest || n == totalShortest && !near && !(a.whole && b.whole) || a.channel || some.item {
		return false
	}
	if rest, ok := strings.CutSuffix(some.key, nothing.key); ok && nothing.acts == 0 && slices.Contains(totalVerbs, rest) {
		return true // 接待查阅群众32人次。无查阅群众
	}
	return totalEqual(a.key, b.key) && twiceActAlike(a, b)
}

// twiceShort reports whether the later statement names the earlier one's channel, or its leading group, by less or by more: 县政府网站, 网站.
func (s *Subject) twiceShort(a, b *twiceStatement) bool {
	if rest, ok := strings.CutSuffix(a.key, b.key); ok && a.channel && !b.channel && contains(b.key, "栏目") {
		rest, ok = strings.CutSuffix(rest, "网站")
		return ok && twiceQualified(rest) // 网站“互动交流”栏目, “互动交流”栏目
	}
	if a.channel != b.channel || !a.channel && !strings.HasSuffix(a.key, "组成") {
		return false
	}
	long, short := a.key, b.key
	if len(long) < len(short) {
		if long, short = short, long; a.channel {
			return false // 网站, then 局网站: perhaps another
		}
	}
	rest, ok := strings.CutSuffix(long, short)
	return ok && (twiceQualified(rest) || utf8.RuneCountInString(rest) == 2 && contains(s.Report.Agency, rest))
}
