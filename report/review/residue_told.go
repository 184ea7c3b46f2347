package review

import (
	"strings"
	"unicode/utf8"
)

// These find what a template tells its writer, in a bracket or as a sentence of its own: （各单位根据实际情况填写）.

// residueReaders are those who fill in something else than the report.
var residueReaders = []string{"申请人", "申请表", "登记表", "问卷", "公众", "群众", "市民", "居民", "网民", "用户", "当事人", "企业"}

// residueDemands say to a writer how something is filled in, residueSpeaking also what it goes by.
var (
	residueDemands  = []string{"请", "此处", "没有的", "若无", "如无", "无则", "不能空", "不得空", "不要空", "必填", "选填", "填“", "填\"", "填‘", "填0", "填无", "填零"}
	residueSpeaking = append([]string{"据实", "如实", "实际", "如有", "各单位", "各部门", "各科室", "各股室", "各站所", "各村", "各乡镇", "本单位", "本部门", "该部分", "本部分", "此项", "本项", "该项", "此栏", "本栏", "此段", "该段", "本段", "可不"}, residueDemands...)
)

// residueHere begin what is said of the place itself, residueForms are what it is to look like, residueTasks what is to be done there.
var (
	residueHere  = []string{"本段", "此段", "该段", "这段", "本节", "此节", "这部分", "本部分", "此部分", "该部分", "这一段", "本栏", "此栏", "本条", "此条", "此处", "以上", "以下", "注意", "提示", "说明", "数据", "此数", "该数", "此句", "此项", "该项"}
	residueForms = []string{"以文字", "用文字", "文字形式", "文字表述", "文字叙述", "以表格", "用表格", "表格形式", "以图", "用图", "图表形式", "可附", "可配", "可插"}
	residueTasks = []string{"需", "须", "应", "要", "请", "勿", "填", "删", "写", "可不", "不用", "核对", "一致", "调整", "补充"}
)

// residueRemarks are what somebody noted while writing, residueColours how what is to be replaced was marked, residueManners how one is to
// write, residueModals what goes with the word 写 where it is asked for.
var (
	residueRemarks = wordingSet("未定 暂定 暂估 估计 估计数 估算 预估 预估数 大概 大约 初步统计 初步统计数 待领导确认 和去年一样 跟去年一样 与去年一样 和上年一样 同去年 同上年 照搬去年 照搬上年 内容略 以下省略 下略 后略 中略 此处略 删去 去掉 待报 暂缺 此处有误 填数字 填数 填写 选写 附表略 " +
		"以下类推 以此类推 依此类推 删除 保留 待删 可删 此处删除 建议删除 单位盖章处 改 补 删 待补 插图 配图 组图 截图 视频 已核 未核 已改 未改 待改 待议 数据以最终为准 以最终数据为准 以最终统计为准 名称待定 OK ok √ ！ ？？？ 此处数据与上年一样 数据与去年一样")
	residueColours = []string{"红色", "蓝色", "黄色", "标黄", "标红", "高亮", "底色", "字体", "字号", "略去"}
	residueManners = []string{"概括", "说话", "简明扼要", "言简意赅", "文字精", "空话", "套话", "附照片", "附图片", "突出特色", "突出亮点", "突出重点", "条理清", "实事求是", "有血有肉", "分段", "一句话", "几句话", "展开"}
	residueModals  = []string{"可", "应", "要", "最多", "最少", "每", "重点", "尽量", "至少", "请", "需", "具体", "详细", "简单", "清楚"}
)

// residueIf begin what depends on whether there is any, residueStill end what is to come, residueUnsure begin what is not certain yet.
var (
	residueIf     = []string{"如有", "若有", "如无", "若无", "如没有", "若没有", "没有则", "没有的", "没有请", "无则", "有则", "有的话", "如涉及", "若涉及", "如不涉及", "不涉及则", "不涉及请", "不涉及的", "如发生", "如收取"}
	residueStill  = []string{"，待更新", "，待核实", "，待补充", "，待完善", "，待确认", "，待定", "，待核", "，待补", "，待统计", "，待报", "，还要核", "，再核", "，要核实", "，需核实"}
	residueUnsure = []string{"暂定，", "待定，", "暂估，", "估计，", "大概，", "未定，", "暂缺，", "待核，", "先写", "先填", "先按", "暂按", "待最终", "等通报", "等最终"}
)

// residueLayout are what is said of how a text is to look, or of what it lacks.
var residueLayout = []string{"务必", "另起一", "换行", "分页", "扩写", "缩写", "精简版", "完整版", "数据不全", "数据缺", "缺数据", "类推", "重点突出", "突出", "一页内", "一页以内", "逐条对应", "另行补充", "此处", "不需要标题", "无需标题", "不要标题", "限一页", "限两页", "限三页", "视情", "酌情", "可删", "可略", "自拟", "自定", "换算", "不要", "请勿", "要有", "要写", "要与", "要和", "要体现", "要区别", "关切写", "情况写", "实际写", "角度写", "方面写", "提炼", "归纳", "列出", "逐条", "分条", "不列"}

// residueBosses are those who pass a draft.
var residueBosses = []string{"镇长", "乡长", "局长", "县长", "区长", "市长", "科长", "股长", "主任", "书记", "领导", "王局", "李局", "张局", "刘局", "陈局"}

// residueMeant are what a writer is to write so much of.
var residueMeant = []string{"问题", "不足", "措施", "做法", "成效", "亮点", "经验", "打算", "内容", "情况", "写", "列", "说明", "建议"}

// residueTelling are characters of which one stands in whatever a writer is told.
const residueTelling = "视限自务起换页扩缩整全缺突对应限配统勾打第遍填写请删补核改照参选限需须应要可勿供字据撰列举述例酌报少多白色标略定估章图同样概括话扼亮特段K√！？待确初责牵炼阅误致问"

// residueBrackets gives the brackets of a text that tell its writer what to do with it, in order, as bytes.
func residueBrackets(t residueText) (all [][2]int) {
	runes, at := t.part.Runes()
	for _, i := range t.part.Others() {
		r := runes[i]
		if r != '（' && r != '(' && r != '【' && r != '[' && r != '［' {
			continue
		}
		inside, closed := residueInside(t.text[at[i+1]:])
		if !closed || len(inside) > 240 || !hasRune(inside, residueTelling) || containsAny(inside, residueReaders) && (!strings.HasSuffix(inside, "写") || strings.HasSuffix(inside, "填写")) {
			continue
		}
		end := int(at[i+1]) + len(inside)
		before, after := t.text[:at[i]], t.after(end+residueWidth(t.text[end:]))
		alone := residueAlone(t, int(at[i])) || after == '：' || after == ':' ||
			contains(inside, "字") && residueEnds(before, residueParts...) && strings.ContainsRune("。，\n,", after) || contains(inside, "字") && residueEnds(before, "如下", "以下") ||
			contains(inside, "章") && residueEnds(before, "政府", "局", "委员会", "办事处", "办公室", "厅", "中心", "管委会", "单位")
		if line, to := t.line(int(at[i])); !alone && to == end+residueWidth(t.text[end:]) && to-line <= 75 && !residueClauses(t.text[line:to]) { // behind a heading
			alone = contains(inside, "字")
		}
		ofPart := (after == '：' || after == ':' || after == '。') && residueEnds(before, residueParts...) && wordingHas(inside, []string{"不少于", "不超过", "至少", "最多", "限"}) && residueEnds(inside, "点", "条", "项", "个") // 改进措施（不少于两点）：
		if residueTells(inside, alone) || ofPart || len(inside) <= 12*len("字") && residueOfCount(before, inside) {
			all = append(all, [2]int{int(at[i]), end + residueWidth(t.text[end:])})
		}
	}
	return all
}

// residueBracket is the bracket around a place, in one line, with what is inside; to is 0 where there is none.
func residueBracket(t residueText, at int) (from, to int, inside string) {
	line, _ := t.line(at)
	line = max(line, at-150)
	open := lastIndexAny(t.text[line:at], "（(【[［")
	if open < 0 {
		return 0, 0, ""
	}
	open += line
	start := open + residueWidth(t.text[open:])
	inside, closed := residueInside(t.text[start:])
	end := start + len(inside)
	if !closed || end < at {
		return 0, 0, ""
	}
	return open, end + residueWidth(t.text[end:]), inside
}

// residueAlone reports whether a bracket belongs to nothing before it.
func residueAlone(t residueText, open int) bool {
	before := strings.TrimRight(t.text[max(0, open-12):open], residueBlanks)
	return open == 0 || t.text[open] == '[' || strings.HasPrefix(t.text[open:], "【") || before == "" || strings.ContainsRune("\n。；：:！;》>】）", residueLast(before))
}

// residueFull writes half-width marks as the words to look for have them.
var residueFull = strings.NewReplacer(",", "，", ":", "：")

// residueTells reports whether a bracket says what is to be written. One that belongs to no word before it needs to say less.
func residueTells(inside string, alone bool) bool {
	if hasRune(inside, ",:") {
		inside = residueFull.Replace(inside)
	}
	if residueRemarks[inside] || containsAny(inside, residueColours) && containsAny(inside, []string{"部分", "处", "内容", "字", "替换", "修改", "核"}) || contains(inside, "勿") && containsAny(inside, []string{"改", "删", "调整"}) {
		return true
	}
	if alone && utf8.RuneCountInString(inside) <= 30 && !contains(inside, "已") && (containsAny(inside, residueManners) || contains(inside, "写") && containsAny(inside, residueModals) ||
		containsAny(inside, []string{"不超过", "不少于", "以内", "左右", "控制在"}) && contains(inside, "字") || residueEnds(inside, "盖章", "公章", "盖章处", "签字处", "签名处", "人签字", "人签名", "签章", "印章") || wordingHas(inside, []string{"全文共", "全篇共"})) {
		return true
	}
	if n := utf8.RuneCountInString(inside); n <= 20 && residueEnds(inside, "？", "?") && !hasRune(inside, "：“") && strings.Count(inside, "？") <= 1 && !wordingHas(inside, []string{"如何", "怎么", "什么", "哪些", "为什么", "谁"}) || n <= 15 && containsAny(inside, []string{"复制", "粘贴", "拷贝", "抄"}) && containsAny(inside, []string{"自", "去年", "上年", "年报"}) && !containsAny(inside, []string{"不得", "禁止"}) ||
		wordingHas(inside, []string{"修改意见：", "修改建议：", "审核意见：", "领导意见：", "批注：", "建议：", "意见：", "提醒：", "待办："}) || n <= 8 && alone && (residueByOffice(inside) || residueOfPicture(inside)) || n <= 10 && residueEnds(inside, "图位置", "片位置", "图片处", "照片处", "插图处") {
		return true
	}
	if alone && utf8.RuneCountInString(inside) <= 10 && (wordingHas(inside, []string{"改为", "改成", "换成", "更新为", "去年数据", "上年数据", "去年的", "领导已", "已阅"}) || contains(inside, "商榷") || wordingHas(inside, []string{"补充", "添加", "插入", "完善", "替换", "更新"}) && residueEnds(inside, "亮点", "数据", "内容", "材料", "照片", "图表", "案例", "次数", "时间")) {
		return true
	}
	if alone && wordingHas(inside, []string{"同上年", "同去年", "同上一年", "与上年相同", "与去年相同", "例：", "例如：", "示例：", "参考："}) || contains(inside, "数据") && residueEnds(inside, "估算", "预估", "暂估", "虚拟", "测试", "假设", "示例", "编造", "虚构") && wordingHas(strings.TrimPrefix(inside, "注："), []string{"以上", "此", "该", "本", "数据", "以下"}) || wordingHas(inside, []string{"见"}) && residueEnds(inside, "修改稿", "原稿", "底稿", "批注") {
		return true
	}
	if residueEnds(inside, residueStill...) || strings.HasPrefix(inside, "第") && residueEnds(inside, "修改", "修订", "稿", "校", "修改稿") && !contains(inside, "号") || containsAny(inside, []string{"打√", "打勾", "打钩", "划√", "画√", "勾选"}) ||
		alone && (containsAny(inside, []string{"模板", "范文", "样稿", "格式同", "可配图", "配图", "插图", "统稿"}) && !contains(inside, "已") || strings.HasPrefix(inside, "限") && contains(inside, "字")) {
		return true
	}
	if alone && wordingHas(inside, residueHere) && containsAny(inside, residueForms) && !containsAny(inside, []string{"见", "已"}) || // （本部分以文字表述，可附图表）
		containsAny(inside, []string{"去年", "上年", "上一年", "往年"}) && residueEnds(inside, "未改", "没改", "没有改", "不改", "未动", "没动", "原话", "原样", "原文") && utf8.RuneCountInString(inside) <= 12 {
		return true
	}
	if n := utf8.RuneCountInString(inside); n <= 12 && containsAny(inside, residueBosses) && (contains(inside, "待") && residueEnds(inside, "审定", "审阅", "过目", "定", "批", "核", "改") || containsAny(inside, []string{"待", "需", "要", "请"}) && residueEnds(inside, "确认", "审定", "过目", "把关") || residueEnds(inside, "已看", "看过", "已审", "已阅", "阅过", "改过", "已定")) || // （待镇长审定）
		n <= 15 && wordingHas(inside, []string{"数字", "数据", "材料", "照片"}) && containsAny(inside, []string{"找", "问"}) && residueEnds(inside, "要", "拿", "核") || alone && n <= 8 && wordingHas(inside, []string{"以下", "以上", "上述"}) && residueEnds(inside, "示例", "范例", "样例", "模板", "范文", "例文") ||
		contains(inside, "，") && n <= 20 && residueEnds(inside, "再更新", "再补充", "再统计", "再完善") ||
		n <= 8 && (wordingHas(inside, []string{"写1", "写2", "写3", "写一", "写两", "写三", "写几"}) || wordingHas(inside, []string{"加", "补", "插", "放"}) && residueEnds(inside, "照片", "图片", "截图") || wordingHas(inside, []string{"同第"}) && residueEnds(inside, "部分", "条", "段")) ||
		n <= 15 && wordingHas(inside, []string{"补充", "增加", "加上", "补上"}) && containsAny(inside, []string{"典型案例", "具体案例", "具体做法", "几个"}) && !containsAny(inside, []string{"已", "了", "的"}) {
		return true
	}
	if wordingHas(inside, []string{"小", "老"}) && utf8.RuneCountInString(inside) <= 5 && residueEnds(inside, "核", "补", "写", "填", "改", "查", "报", "核对", "补充") {
		return true
	}
	if n := utf8.RuneCountInString(inside); n <= 20 && !residueEnds(inside, "填写", "重写") && residueEnds(inside, "填", "补", "改", "核", "写", "后补", "再定") && containsAny(inside, []string{"由", "待", "需", "要", "须", "请", "后", "再"}) && !containsAny(inside, []string{"已", "了", "的", "整改", "修改"}) ||
		alone && n <= 30 && containsAny(inside, residueLayout) && !containsAny(inside, []string{"见", "已"}) {
		return true
	}
	if wordingHas(inside, residueIf) && containsAny(inside, []string{"列明", "列出", "说明", "填", "写", "删", "注明", "补充", "附上", "报告"}) && !containsAny(inside, []string{"异议", "疑问", "疑义", "反映", "提出", "联系", "拨打"}) ||
		wordingHas(inside, residueUnsure) || containsAny(inside, []string{"另附页", "可加页", "可续页", "可附页", "删除本", "删除此", "未完待续"}) ||
		wordingHas(inside, []string{"例如", "比如", "如：", "如:", "例：", "例:", "示例"}) && containsAny(inside, []string{"多少", "若干", "几条", "几次", "几件", "××", "XX", "…"}) {
		return true
	}
	if wordingHas(inside, []string{"数据", "数字", "数量", "内容", "具体", "此", "本", "该", "由", "文字", "照片", "图片", "情况", "详细"}) && contains(inside, "由") && residueEnds(inside, "补充", "补齐", "补全", "填补", "补上", "补报", "后补") &&
		!containsAny(inside, []string{"已", "了", "的"}) && utf8.RuneCountInString(inside) <= 20 {
		return true
	}
	speaks := containsAny(inside, residueSpeaking)
	switch {
	case containsAny(inside, []string{"可删除", "请删除", "删除此", "删去此", "可不写", "可不填", "此段可", "选一：", "选一:", "二选一", "三选一", "四选一", "五选一", "六选一"}),
		wordingHas(inside, []string{"根据", "结合"}) && contains(inside, "实际") && residueEnds(inside, "修改", "填写", "撰写", "补充", "增减", "删减", "删除"),
		wordingHas(inside, []string{"请", "待"}) && containsAny(inside, []string{"补充", "核实", "核对", "核准", "提供", "完善", "修改", "确认", "更新", "填", "上传", "附上"}),
		wordingHas(inside, []string{"此处", "这里", "需附", "请附"}):
		return true
	case alone && wordingHas(inside, []string{"责任单位：", "牵头单位：", "牵头领导：", "责任领导：", "责任科室：", "责任股室：", "佐证材料"}), alone && wordingHas(inside, residueHere) && containsAny(inside, residueTasks), alone && wordingHas(inside, []string{"可从", "可以从", "可围绕", "可结合", "可参照", "可参考", "参考写法", "参考表述", "写法参考", "要求：", "格式："}):
		return true
	case contains(inside, "填") && containsAny(inside, []string{"填写", "填报", "填列", "填入", "填“", "填\"", "填‘", "填0", "填无", "填零", "不填", "必填", "选填", "据实填", "如实填"}):
		return speaks && (alone || containsAny(inside, residueDemands))
	case !alone:
		return false
	case containsAny(inside, []string{"简要介绍", "简要说明", "简要概括", "简要描述", "简单介绍", "简单说明", "重点介绍", "重点说明", "详细介绍", "详细说明", "详细列", "具体说明", "逐项说明", "逐条说明", "分别说明", "分类说明", "如实说明", "需说明", "应说明", "须说明", "请说明"}):
		return !containsAny(inside, []string{"见", "已", "附"})
	case containsAny(inside, []string{"不能空", "不得空", "不要空", "不可空", "留空", "不能为空", "不得为空", "仅供参考", "写明", "写清", "写出", "列明", "列举", "简述", "概述", "阐述", "分条", "分点", "要写", "应写", "需写", "可写", "写具体", "举例"}):
		return !contains(inside, "已")
	case residueEnds(inside, "提供", "供稿", "撰写", "起草", "汇总", "提供数据", "提供材料", "报数据", "填", "上报", "报送"):
		return utf8.RuneCountInString(inside) <= 15 && !contains(inside, "已")
	case containsAny(inside, []string{"不少于", "不得少于", "不能少于", "至少", "不超过", "不得超过", "不低于", "以内", "左右", "以上"}):
		return containsAny(inside, []string{"字", "条", "点", "项", "个", "方面"}) && containsAny(inside, residueMeant) || contains(inside, "字以内") || contains(inside, "字左右")
	case containsAny(inside, []string{"删除", "删去", "替换", "修改", "自行", "酌情", "增减", "补充", "完善", "结合实际"}):
		return speaks && !containsAny(inside, []string{"已", "了", "申请"})
	}
	return false
}

// residueSentence takes a sentence that tells the writer what to do: 请据实填写。
func residueSentence(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	to = min(to, end+240)
	if i := strings.Index(t.text[end:to], "。"); i >= 0 {
		to = end + i
	}
	said := t.text[start:to]
	if !residueStands(t, start) || len(said) > 200 || containsAny(said, residueReaders) ||
		!containsAny(said, []string{"填写", "填报", "据实填", "如实填", "补充", "修改", "删除", "删去", "替换", "简要", "撰写", "仅供参考"}) {
		return 0, 0
	}
	return start, to
}

// residueSquare takes a name for something in square brackets where the thing itself should be: 【数量】.
func residueSquare(t residueText, start, end int) (int, int) {
	open := t.before(start)
	if open == '（' || open == '(' || !residueOpens(open) || !residueCloses(t.after(end)) {
		return 0, 0
	}
	return start - utf8.RuneLen(open), end + residueWidth(t.text[end:])
}

// residueSpeech takes set words of a letter, a speech or a notice: 特此通知。
func residueSpeech(t residueText, start, end int) (int, int) {
	if !residueStands(t, start) {
		return 0, 0
	}
	if strings.ContainsRune("\n。！!：:，,", t.after(end)) {
		return start, end
	}
	if strings.HasPrefix(t.text[start:], "尊敬的") {
		return start, end
	}
	rest := t.text[end:min(len(t.text), end+60)]
	if i := indexAny(rest, "：:！!\n，。,"); i >= 0 && indexAny(rest, "：:！!") == i && t.after(end) == '、' { // 各位领导、同志们：
		return start, end + i
	}
	return 0, 0
}

// residueClosing takes what a report to a superior ends with: 以上汇报，如有不妥，请批评指正。
func residueClosing(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	to = min(to, end+120)
	if i := indexAny(t.text[end:to], "。！"); i >= 0 {
		to = end + i
	}
	if strings.ContainsRune("\n。；，,;", t.before(start)) && containsAny(t.text[start:to], []string{"批评指正", "请指正", "予指正", "请批评", "请批示", "请审议", "请审阅", "请指示"}) {
		return start, to
	}
	return 0, 0
}

// residueOrder takes what a notice ends with: ，请认真贯彻执行。
func residueOrder(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("\n。；，,;", t.before(start)) && strings.ContainsRune("\n。！", t.after(end)) {
		return start, end
	}
	return 0, 0
}

// residueInForce takes the last article of another document: 本办法自发布之日起施行。
func residueInForce(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	to = min(to, end+90)
	if i := strings.Index(t.text[end:to], "。"); i >= 0 {
		to = end + i
	}
	if residueStands(t, start) && containsAny(t.text[end:to], []string{"起施行", "起执行", "起实施", "起生效"}) {
		return start, to
	}
	return 0, 0
}

// residueSentenceWhole takes the whole sentence that begins so.
func residueSentenceWhole(t residueText, start, end int) (int, int) {
	if !residueStands(t, start) || residueOpens(t.before(start)) {
		return 0, 0
	}
	_, to := t.line(start)
	to = min(to, end+150)
	if i := indexAny(t.text[end:to], "。！"); i >= 0 {
		to = end + i
	}
	return start, to
}

// residueApproval takes what a superior wrote on a draft: 同意发布。
func residueApproval(t residueText, start, end int) (int, int) {
	if from, _, _ := t.sentence(start, end); residueComma(t.before(start)) && wordingHas(t.text[from:], []string{"本报告", "本年报", "此稿", "本稿", "此件"}) && containsAny(t.text[from:start], []string{"审核", "审定", "审阅"}) { // 本报告已经领导审核，同意发布
		return start, end
	}
	if b := t.before(start); b != '：' && b != ':' && residueStands(t, start) && strings.ContainsRune("，。\n！,", t.after(end)) {
		return start, end
	}
	return 0, 0
}

func residueComma(r rune) bool { return r == '，' || r == ',' }

// residueAskedFor takes a sentence that hands a draft to somebody: 请王主任审阅。
func residueAskedFor(t residueText, start, end int) (int, int) {
	line, _ := t.line(start)
	from := max(line, start-60)
	if i := strings.LastIndex(t.text[from:start], "。"); i >= 0 {
		from += i + len("。")
	} else if from > line {
		return 0, 0
	}
	said := t.text[from:end]
	if !strings.HasPrefix(said, "请") || utf8.RuneCountInString(said) > 15 || !containsAny(said, []string{"领导", "主任", "局长", "镇长", "乡长", "书记", "县长", "区长", "科长", "股长"}) {
		return 0, 0
	}
	return from, end - residueWidth(t.text[end-len("。"):])
}
