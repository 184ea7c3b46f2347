package quantity

import (
	"strings"
	"unicode/utf8"
)

// chinese takes a number written in Chinese numerals if a unit follows that makes it a quantity.
func (s *scanner) chinese(r rune) bool {
	start := s.i
	if start < s.tried {
		return false
	}
	if strings.HasPrefix(s.text[start:], "百分之") || strings.HasPrefix(s.text[start:], "千分之") {
		return s.percent(start)
	}
	n := chinese(s.text, start)
	s.tried = n.end
	power := r == '百' || r == '千'
	at := n.end
	if _, size := digitAt(s.text[at:]); size > 0 {
		return false
	}
	end := n.stretch(s.text)
	u := unitAt(s.text[end:])
	if _, nth := s.behindFirst(start); nth {
		s.finish(start, n)
		return true
	}
	if u.kind == unitNone || u.kind == unitPoint && !n.ok {
		// The numeral may still begin a word: 一共.
		return false
	}
	if u.kind == unitLabel || !n.ok && u.kind != unitFraction {
		s.i = end + len(u.text)
		return true
	}
	if power && n.bound == Exact && !startsWithAny(lastRunes(s.text[:start], 1), "上", "近", "超", "过", "约", "逾") {
		return false
	}
	if r == '十' && u.text == "分" || u.text == "分" && n.value < 20*One || u.kind == unitLabel {
		return false
	}
	if u.kind == unitCount && (s.text[start:n.end] == "二" || nameUnits[u.text] && s.digitBehind(end+len(u.text))) {
		return false // 二组 is a name, two of them are 两组; and 三组 24 条 counts the 24
	}
	if n.value == One && u.kind == unitCount && oneIsWord(s.text, start, u.text, end+len(u.text)) || n.value == 0 && u.kind == unitCount {
		return false
	}
	for _, w := range chinesePrefixes {
		if strings.HasSuffix(s.text[:start], w) {
			return false
		}
	}
	if start < s.shut {
		s.i = end + len(u.text)
		return true
	}
	s.finish(start, n)
	return true
}

// nameUnits make names with a numeral before them.
var nameUnits = map[string]bool{"组": true, "处": true, "所": true, "村": true, "站": true, "班": true, "部": true, "段": true, "期": true, "版": true, "座": true}

func (s *scanner) digitBehind(at int) bool {
	_, size := digitAt(s.text[skipBlanks(s.text, at):])
	return size > 0
}

// percent takes 千分之五, 百分之五, 百分之六十五点三, 百分之65.29, 百分之百.
func (s *scanner) percent(start int) bool {
	at := start + len("百分之")
	var n number
	if _, size := digitAt(s.text[at:]); size > 0 {
		n = arabic(s.text, at)
	} else {
		n = chinese(s.text, at)
		if n.end == at || !n.ok {
			s.i = at
			return true
		}
		if rest := s.text[n.end:]; strings.HasPrefix(rest, "点") {
			i, step := n.end+len("点"), One
			for step > 1 {
				r, size := utf8.DecodeRuneInString(s.text[i:])
				d, p := numeral(r)
				if d < 0 || p != 0 {
					break
				}
				step /= 10
				n.value += Value(d) * step
				n.step = step
				i += size
			}
			if step < One {
				n.end = i
			}
		}
	}
	if start >= s.shut {
		q := Quantity{Span: Span{start, n.end}, Digits: Span{at, n.end}, Form: Percent, Value: n.value, Step: n.step, Unit: "%"}
		if strings.HasPrefix(s.text[start:], "千") {
			q.Value, q.Step, q.Unit = q.Value/10, max(q.Step/10, 1), "‰"
		}
		if n.ok {
			s.around(&q)
			s.add(q)
		}
	}
	s.i = n.end
	return true
}

// chinesePrefixes stand before numerals that are part of a word: 统一, 星期三, 十四五.
var chinesePrefixes = []string{"星期", "周", "初", "农历", "老", "之", "的第", "〇", "数", "几"}

// oneWords stand before 一 in 每一个, 同一类, 进一步 …, where nothing is counted.
var oneWords = []string{"每", "某", "同", "另", "这", "那", "任", "逐", "进", "统", "唯", "第", "之", "上", "下", "哪", "任何", "万", "不", "合", "划", "如", "惟", "无"}

// oneTails stand behind 一 with a classifier in sayings (一事一审, 一次性, 一户一策); oneSayings begin with the classifier.
var (
	oneTails   = []string{"一", "二", "两", "性", "号", "策", "码", "档"}
	oneSayings = []string{"条龙", "张网", "本账", "本通", "张图", "张表", "张清单", "件事", "类事", "次办", "个中心", "个窗口", "枚印章", "家亲"}
)

// oneIsWord reports whether 一 with a classifier is a word or half of a saying: 一次性, 一起, 一事一审, 一件事.
func oneIsWord(text string, start int, unit string, end int) bool {
	for _, w := range oneWords {
		if strings.HasSuffix(text[:start], w) {
			return true
		}
	}
	rest := text[end:]
	if at := strings.Index(rest[:min(len(rest), len("重点领域就"))], "就"); at >= 0 {
		return true // 仅惠农一项就有304条
	}
	switch unit {
	case "起":
		return !startsWithAny(rest, "行政", "案", "诉", "复议", "投诉", "举报", "，", "。", "、", "；")
	case "部分", "面", "方面", "道", "则", "点", "路", "位", "般", "块", "支", "座", "单", "字", "股", "档", "端", "站", "村", "头", "遍", "度", "所", "分", "轮", "回", "级", "层", "米":
		return true
	case "种", "类", "组", "批", "套", "段", "期":
		return !startsWithAny(rest, "，", "。", "、", "；")
	}
	return startsWithAny(rest, oneTails...) || startsWithAny(text[end-len(unit):], oneSayings...) && !strings.HasPrefix(rest, "事项")
}
