package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// yearLeads reports whether a year is the period of the statement that its sentence makes: it stands at the beginning, behind the subject,
// or after an opening clause that counts nothing.
func yearLeads(t yearSentence, d *yearDate) bool {
	rest := yearBehind(t, d)
	if d.over == 0 && !strings.HasPrefix(strings.TrimLeft(t.p.Text[d.end:], " "), "全年") && !strings.HasPrefix(rest, "，") && !strings.HasPrefix(rest, ",") && !yearStarts(rest) && !yearNamed(rest) {
		return false
	}
	if i := strings.Index(rest[:min(len(rest), 5*len("字"))], "的"); i >= 0 && !yearBegins(rest, []string{"，", ",", "我", "本", "全"}) && !slices.Contains(yearWorkNames, rest[:i]) && !yearEnds(yearClause(rest), []string{"信息中", "条中", "件中", "申请中"}) {
		return false // 2022年收到的申请 is no statement of 2022
	}
	return yearHeads(t, d, "在", "于", "即将到来的", "到来的", "刚刚过去的", "过去的", "即将", "刚刚", "回顾", "回望", "回首", "回眸", "盘点", "总结", "纵观", "虽然", "尽管", "虽")
}

// yearWorkNames are what the work is called: 2022年政务公开的主动性 is of the year's, 2022年收到的申请 need not be.
var yearWorkNames = []string{"信息公开", "政务公开", "公开工作", "信息工作"}

// yearHeads reports whether a year stands where a statement names its period; words are those that may stand between.
func yearHeads(t yearSentence, d *yearDate, words ...string) bool {
	before := yearUnnumbered(t.p.Text[t.start:d.start])
	if before == "" {
		return true
	}
	for range 2 { // 在过去的
		for _, w := range words {
			before = strings.TrimSuffix(before, w)
		}
	}
	if d.over > 0 {
		before = strings.TrimSuffix(strings.TrimSuffix(before, "自"), "从")
	}
	head, subject := "", before
	if i := lastIndexAny(before, "，,：:、"); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		head, subject = before[:i], yearUnnumbered(before[i+n:])
	}
	if yearEnds(head, []string{"相比", "对比", "比较"}) && !hasRune(head, "，,") || strings.HasPrefix(head, "同比") {
		head = "" // 与2021年相比，2022年…
	}
	if hasRune(head, "0123456789") && (yearCounts(head, yearOwnVerbs) || strings.Contains(head, "年")) {
		return false
	}
	if subject == "" {
		return true
	}
	if utf8.RuneCountInString(subject) > 20 {
		return false
	}
	return slices.ContainsFunc(yearSubjects, func(w string) bool { return strings.HasSuffix(subject, w) })
}

// yearBehind is what stands behind a year that leads, with 全年 and the like taken off.
func yearBehind(t yearSentence, d *yearDate) string {
	if d.over > 0 {
		return strings.TrimLeft(strings.TrimPrefix(t.p.Text[d.over:max(d.over, t.end)], "止"), " 　")
	}
	rest := yearOverBracket(strings.TrimLeft(t.p.Text[d.end:max(d.end, t.end)], " 　"))
	for _, w := range []string{"初至年末", "初至年底", "初到年底", "全年度", "全年", "年度内", "年内", "以来", "一年来", "一年", "的工作中", "工作中", "期间", "内", "间", "里", "整年", "底", "末", "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度"} {
		if cut, ok := strings.CutPrefix(rest, w); ok {
			rest = strings.TrimLeft(cut, " 　")
			break
		}
	}
	if cut, ok := strings.CutPrefix(rest, "的"); ok && yearBegins(cut, []string{"政府信息公开工作，", "政务公开工作，", "信息公开工作，", "公开工作，"}) {
		rest = cut
	}
	if cut, ok := strings.CutPrefix(rest, "的"); ok {
		for _, name := range []string{"政府信息公开工作", "政务公开工作", "信息公开工作"} {
			if after, named := strings.CutPrefix(cut, name); named && yearBegins(after, []string{"在", "得到", "稳步", "有序", "取得", "顺利", "平稳", "总体", "整体", "扎实", "全面", "圆满", "有力"}) {
				rest = cut // 2022年的政府信息公开工作在…下稳步推进
			}
		}
	}
	if cut, ok := strings.CutPrefix(rest, "中，"); ok { // 中央 is something else
		rest = cut
	}
	return yearOverMonths(rest, d.month != 0)
}

// yearOverBracket goes over the days of the year in brackets behind it: 2022年（1月1日至12月31日）.
func yearOverBracket(rest string) string {
	if !strings.HasPrefix(rest, "（") && !strings.HasPrefix(rest, "(") {
		return rest
	}
	near := rest[:min(len(rest), 24*len("字"))]
	if i := indexAny(near, "）)"); i > 0 && strings.Contains(near[:i], "月") {
		return rest[i+yearRuneLen(rest, i):]
	}
	return rest
}

// yearOverMonths goes over 1—12月, 1月至12月, 1月1日至12月31日 behind a year, or what is left of it where its first day has begun it.
func yearOverMonths(rest string, begun bool) string {
	if rest == "" || !strings.ContainsRune("0123456789月日 —-至到－~～–", firstRune(rest)) {
		return rest
	}
	for _, mark := range []string{"至", "到", "-", "—", "－", "~", "～", "–"} {
		if i := strings.Index(rest[:min(len(rest), 48)], mark); i > 0 || begun && i == 0 {
			first := strings.Trim(rest[:i], "0123456789月日 —-")
			if first != "" {
				continue
			}
			behind := strings.TrimLeft(rest[i+len(mark):], "—-－~～– 年0123456789当")
			for _, end := range []string{"月", "日"} {
				if cut, ok := strings.CutPrefix(behind, end); ok {
					behind = strings.TrimLeft(cut, "0123456789 ")
				}
			}
			behind = strings.TrimPrefix(behind, "止")
			return strings.TrimPrefix(behind, "期间")
		}
	}
	return rest
}

// yearStarters are what follows a year that a statement is made of: 2022年，…; 2022年我镇…; 2022年共….
var yearStarters = newPrefixes(strings.Fields("我 本 全 各 共 总 累计 合计 区 县 市 镇 乡 街道 主动 收到 受理 未 没有 无 新 通过 在 依 政府信息公开 政府网站 办理 答复 公开 发布 开展 召开 举办 组织 制发 印发 政务公开 政府 " +
	"信息公开 行政复议 行政诉讼 政策解读 逐月 逐季 逐项 按月 按季 按照 由 每月 每季度 定期 围绕 聚焦 根据 结合 利用 充分 着力 依托 面向 针对 对 因 暂 接 累积 机关 委 局 办 中心 虽 尽管 及时 按时 认真 严格 积极 持续 不断 坚持 深入 扎实 信息处理费 依申请公开 政务新媒体 规范性文件 汛期 发出 收取 收费 应收 实收 群众 全面 推进 网站 公众号 专栏 栏目 微信 编发 推送 转载 上传 参加 参与 配合 确保 做好 抓好 优化 规范 拓宽 丰富 畅通 提升 夯实 压实 紧扣 紧盯 突出 创新 加强 完善 健全 强化 落实 建立 修订 梳理 审核 清理 更新 编制 培训 接待 解读 主要 门户 政务 平台 抖音 视频号 微博 辖区 电话 热线 接听 处理 发放 张贴 印制 制作 完成 取得 即将 比20 较20 四个季度 各季度 分季度")...)

func yearStarts(rest string) bool { return yearStarters.of(rest) != "" }

// yearBegins reports whether a text begins with one of the words.
func yearBegins(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

// yearEnds reports whether a text ends with one of the words.
func yearEnds(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// yearNamed reports whether a name of an agency begins a text: within the first clause one of their last characters stands.
func yearNamed(rest string) bool {
	clause := rest[:min(len(rest), 20*len("字"))]
	if i := indexAny(clause, "，,。；、《“的"); i >= 0 {
		clause = clause[:i]
	}
	for _, w := range []string{"局", "镇", "乡", "街道", "办事处", "委员会", "办公室", "人民政府", "县", "市", "区", "厅"} {
		if i := strings.Index(clause, w); i >= 2*len("字") {
			return true
		}
	}
	return false
}

// yearSubjects are how a text calls its agency, at the end of a subject.
var yearSubjects = strings.Fields("局 镇 乡 县 市 区 街道 办 院 委 委员会 办公室 管委会 处 中心 单位 机关 政府 部门 办事处 厅 省 旗 大队 支队 署 公司 学校 我们 公开工作 微信 微博 公众号 网站 平台")

// yearUnnumbered takes off what numbers a sentence: （一）, 1., 一是, 首先，.
func yearUnnumbered(s string) string {
	s = strings.Trim(s, " 　\t")
	for s != "" {
		cut := s
		for _, w := range []string{"一是", "二是", "三是", "四是", "五是", "首先", "其次", "第一", "第二", "第三", "其中", "据统计", "经统计"} {
			cut = strings.TrimPrefix(cut, w)
		}
		if i := indexAny(cut, "：:"); i > 0 && i <= 40 && !hasRune(cut[:i], "，；") && yearEnds(cut[:i], yearLabels) { // 改进措施：
			cut = cut[i:]
		}
		if i := indexAny(cut, ")）"); i >= 0 && i <= 12 && indexAny(cut, "(（") == 0 {
			cut = cut[i+yearRuneLen(cut, i):]
		}
		if i := indexAny(cut, "、.．"); i >= 0 && i <= 6 && strings.Trim(cut[:i], "0123456789一二三四五六七八九十") == "" {
			cut = cut[i+yearRuneLen(cut, i):]
		}
		cut = strings.TrimLeft(cut, " 　\t，,：:")
		if cut == s {
			return s
		}
		s = cut
	}
	return s
}

// yearLabels end what a part of a text is called before a colon.
var yearLabels = []string{"方面", "情况", "问题", "不足", "措施", "打算", "计划", "建设", "管理", "保障", "公开", "总结", "概述"}

func yearRuneLen(s string, at int) int {
	_, n := utf8.DecodeRuneInString(s[at:])
	return n
}

// yearBackTo reports whether a year is the beginning of a longer time: 自2020年以来, 从2019年起.
func yearBackTo(before string) bool {
	before = strings.TrimRight(before, " 　")
	return strings.HasSuffix(before, "自") || strings.HasSuffix(before, "从") || strings.HasSuffix(before, "始于")
}

// yearPlain is a text without what stands between 《 and 》: the titles of documents say nothing of this report.
func yearPlain(text string) string {
	if !strings.Contains(text, "《") {
		return text
	}
	var plain strings.Builder
	for {
		from := strings.Index(text, "《")
		if from < 0 {
			break
		}
		to := strings.Index(text[from:], "》")
		if to < 0 {
			break
		}
		plain.WriteString(text[:from+len("《")])
		if strings.HasSuffix(text[:from+to], "条例") {
			plain.WriteString("条例")
		}
		text = text[from+to:]
	}
	plain.WriteString(text)
	return plain.String()
}
