package review

import (
	"strings"
)

// yearOwnVerbs are what an annual report counts.
var yearOwnVerbs = []string{"公开", "发布", "收到", "受理", "接收", "接到", "新收", "办结", "答复", "办理", "制发", "印发", "公布", "推送", "更新", "转载", "收取", "录入", "上传", "承办", "发出", "作出", "行政许可", "行政处罚", "行政强制"}

// yearWorkVerbs are what else a report on a year counts.
var yearWorkVerbs = []string{"开展", "召开", "举办", "组织", "培训", "回复", "解读", "回应", "接待", "制作", "编发", "报送", "审核", "梳理", "新增", "完成", "转发", "查阅", "下架", "清理", "接听", "参加", "关注", "明确", "配备", "安排", "发放", "共", "累计", "访问", "阅读", "浏览", "点击", "播放"}

// yearClassifiers are what its counts are counted in.
var yearClassifiers = []string{"条", "件", "篇", "则", "份", "期", "次", "场", "起", "人次", "人", "宗", "项", "个", "名", "处", "块", "批", "张", "幅", "册", "本", "家", "户", "轮", "部", "组", "段"}

// yearReach is how far before its number a verb may stand, in bytes: a list of what was published comes between.
const yearReach = 240

// yearCounts reports whether a text counts what an annual report counts: one of the verbs, then a number with a classifier in the same clause
// or the next.
func yearCounts(text string, verbs []string) bool {
	for at := 0; at < len(text); {
		c := text[at]
		if c != 0xEF && (c < '0' || c > '9') {
			at++
			continue
		}
		_, digits, end := yearNumber(text, at)
		if digits == 0 {
			at += len("，")
			continue
		}
		unit := strings.TrimLeft(text[end:min(len(text), end+24)], " ,.0123456789余多万千百")
		for _, w := range yearClassifiers {
			if strings.HasPrefix(unit, w) && !strings.HasPrefix(unit, "个工作日") && !strings.HasPrefix(unit, "个月") && !strings.HasPrefix(unit, "条例") {
				before := text[max(0, at-yearReach):at]
				if containsAny(before, verbs) {
					return true
				}
			}
		}
		at = end
	}
	return containsAny(strings.ReplaceAll(text, "第三次", ""), yearHanCounts) && containsAny(text, verbs)
}

// yearHanCounts are counts written out.
var yearHanCounts = []string{"两次", "三次", "四次", "五次", "六次", "两场", "三场", "两期", "三期", "四期", "两件", "三件", "两条"}

// yearFirst is the word that stands first in a text.
func yearFirst(text string, words []string) string {
	first, at := "", len(text)
	for _, w := range words {
		if i := strings.Index(text[:at], w); i >= 0 {
			first, at = w, i
		}
	}
	return first
}

// yearNumbers reports whether a number stands in a text.
func yearNumbers(text string) bool { return hasRune(text, "0123456789") }

// yearNils say that something did not happen in the period.
var yearNils = []string{"未收到", "没有收到", "未接到", "没有接到", "未受理", "未发生", "没有发生", "未收取", "没有收取", "未产生", "未出现", "没有出现", "未涉及", "没有其他", "无其他", "没有其它", "无其它",
	"无依申请", "无政府信息公开申请", "无行政复议", "无因政府信息", "没有因政府信息", "未因政府信息", "未制发", "没有制发", "未制定", "零申请", "无需要报告", "没有需要报告", "没有被", "未被申请", "无新收", "未新收", "暂无", "未有", "为0", "为零", "费0元", "收0元", "费用0元", "议0件", "讼0件", "申请0件", "收到0件", "受理0件"}

// yearSeemNone are words with 无 and 未 that say nothing of the kind; what was left open goes on into the next year.
var yearSeemNone = newCutter("无障碍", "无偿", "无缝", "无关", "无理由", "无正当", "无线", "无论", "无纸", "毫无", "无法", "无需", "无人", "无私", "无证", "无差错", "无死角", "未来", "未成年", "未必", "未办结", "未完成", "未整改", "未审结", "未结", "未公开", "未作", "未变", "未再", "未及时", "有没有", "没有同步")

// yearNone reports whether the first clauses of a statement say that there was none.
func yearNone(rest string) bool {
	if containsAny(rest, yearNils) {
		return true
	}
	first := rest[:min(len(rest), 24*len("字"))]
	return containsAny(first, []string{"无", "未", "没有"}) && containsAny(yearSeemNone.cut(first), []string{"无", "未", "没有"})
}
