package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// What shows that a number does not take up the one before it: it is of another day, of others, or of what came in besides.

// repeatUntil say by which day something was so.
var repeatUntil = []string{"月底", "月末", "年底", "年末", "截至", "截止"}

// repeatLater reports whether two numbers are each of a day that is named, the one later than the other: 截至6月底312件；至年底，全部573件.
func repeatLater(p *Part, r *quantity.Reading, o, q *quantity.Quantity) bool {
	return containsAny(p.Text[o.Span.End:q.Span.Start], repeatUntil) && containsAny(p.Text[r.Sentences[o.Sentence].Start:o.Span.Start], repeatUntil)
}

// mostTwice: so few may well be the number of two things.
const mostTwice = 12 * quantity.One

var (
	// repeatEnding end what they are said of, so that what is left is another set; repeatStaying are said of what is left, or comes new.
	repeatEnding = []string{"关停", "关闭", "注销", "撤除", "撤销", "撤并", "退出", "停运", "停诊", "停产", "停用", "停业", "核减", "吊销", "收回", "下线", "下架", "拆除", "淘汰", "查封", "清退", "腾退", "更换", "歇业",
		"取缔", "报废", "取消", "整顿", "立案", "移出", "剔除", "退回", "撤回", "暂停", "终止", "中止", "流标", "废标", "结束", "清理", "除名", "废止", "删除"}
	repeatStaying = []string{"保留", "续", "在用", "在册", "在营", "在保", "在库", "在岗", "在建", "现有", "现存", "剩余", "其余", "合格", "有效", "投产", "投用", "投运", "完好", "正常", "照常", "换发", "仍", "达标", "列入", "备案", "出让", "新"}
)

// repeatOpposed reports whether the words before a number say that it is of others than those before: 关停账号4个，保留的9个账号….
func repeatOpposed(name, own string) bool {
	own, ok := strings.CutSuffix(own, "的")
	if !ok || own == "" {
		return false
	}
	for _, w := range repeatEnding {
		if contains(name, w) && !contains(own, w) && totalBareWords(own) != "" {
			return true
		}
	}
	return slices.ContainsFunc(repeatStaying, func(w string) bool { return contains(own, w) && !contains(name, w) })
}

// repeatVerb reports whether the words before a number are the verb that a name ends with, and those behind it a noun of it: 对拟公开的信息进行保密
// 审查190条。全年审查的212条信息均….
func repeatVerb(name, own, behind string) bool {
	verb := totalBareWords(own)
	return len(verb) >= len("审查") && len(behind) > len("信息") && strings.HasSuffix(name, verb) && contains(name, behind[:len("信息")])
}

// repeatShares reports whether the words behind two numbers of places have two characters in common beside the place: 村设立公开栏, 村的公开栏均按季更新.
func repeatShares(a, b string) bool {
	runes := []rune(a)
	for i := 1; i+1 < len(runes); i++ {
		if pair := string(runes[i : i+2]); pair != "公开" && contains(b, pair) && !totalPlaces(pair, pair) {
			return true
		}
	}
	return false
}
