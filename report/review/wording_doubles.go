package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// wordingLongest is the longest word or phrase, in runes, whose doubling is looked for.
const wordingLongest = 20

// doubles finds words written twice: 按照按照, 的的, 信息公开指南、信息公开指南.
func (w *wordingText) doubles(out []report.Finding) []report.Finding {
	type span struct{ start, end int }
	var found []span
	overlaps := func(start, end int) bool {
		return slices.ContainsFunc(found, func(s span) bool { return start < s.end && s.start < end })
	}
	for i := w.again(0, 1, 1); i < len(w.r); i = w.again(i, 1, 1) {
		if !isHan(w.r[i]) {
			i++
			continue
		}
		end := i + 2
		for end < len(w.r) && w.r[end] == w.r[i] {
			end++
		}
		if severity := w.single(i, end); severity != "" {
			found = append(found, span{i, end})
			out = append(out, w.double(severity, i, end, 1))
		}
		i = end
	}
	// A word of k runes that is doubled agrees with what stands k runes further on k places in a row, of which one is a multiple of k: looking
	// at those alone keeps this linear.
	for k := 2; k <= wordingLongest; k++ {
		for i := w.again(0, k, k); i < len(w.r); i = w.again(i+k, k, k) {
			if !wordingWord(w.r[i]) {
				continue
			}
			start, end := i, i+1
			for start > 0 && i-start < k && w.r[start-1] == w.r[start-1+k] && wordingWord(w.r[start-1]) {
				start--
			}
			for end+k < len(w.r) && end-i < 2*k && w.r[end] == w.r[end+k] && wordingWord(w.r[end]) {
				end++
			}
			if end-start < k || len(found) < mostPerPlace && overlaps(start, end+k) || len(found) >= mostPerPlace {
				continue
			}
			severity := w.doubled(start, k)
			if severity == "" {
				continue
			}
			found = append(found, span{start, end + k})
			out = append(out, w.double(severity, start, end+k, k))
		}
	}
	for i := w.again(0, 2, 1); i < len(w.r) && len(found) < mostPerPlace; i = w.again(i+1, 2, 1) { // 组织领导领。
		if w.r[i] != w.r[i+1] && (w.stops(i+3) || w.strays(i+2)) && wordingKnown[w.from(i, i+2)] && !wordingKnown[w.from(i+1, i+3)] && !overlaps(i, i+3) && !w.plainTalk(i) {
			found = append(found, span{i, i + 3})
			severity := report.SeverityWarning
			if !w.stops(i + 3) {
				severity = report.SeverityHint
			}
			f := w.mark(severity, i, i+3, fmt.Sprintf("“%s”后面多了一个“%c”。", w.from(i, i+2), w.r[i]), "删去多余的字。")
			f.Found, f.Expected = w.from(i, i+3), w.from(i, i+2)
			f.Fix = w.fix(i, i+3, f.Expected)
			out = append(out, f)
		}
	}
	return w.items(out)
}

// again is the first place, from one on and then each step further, whose rune stands there once more so many runes behind; the end of the text
// where there is none.
func (w *wordingText) again(from, behind, step int) int {
	other := w.r[min(behind, len(w.r)):]
	runes := w.r[:len(other)]
	for i := from; i < len(runes); i += step {
		if runes[i] == other[i] {
			return i
		}
	}
	return len(w.r)
}

// plainTalk reports whether 一是一 or 二是二 at a place belongs to the saying 一是一、二是二.
func (w *wordingText) plainTalk(i int) bool {
	if w.r[i+1] != '是' || w.r[i] != '一' && w.r[i] != '二' {
		return false
	}
	near := w.from(max(0, i-4), min(len(w.r), i+7))
	return contains(near, "一是一") && contains(near, "二是二")
}

// stops reports whether a mark that ends or divides a sentence stands at a place, or nothing does.
func (w *wordingText) stops(i int) bool {
	r := w.rune(i)
	return r == '\n' || r == '\r' || wordingStop(r) != 0
}

// strays reports whether the character at a place belongs to no word behind it, where another begins: 公开公目录.
func (w *wordingText) strays(i int) bool {
	return i+3 <= len(w.r) && wordingKnown[w.from(i+1, i+3)] && !wordingSounds.known[w.from(i, i+2)] && !strings.ContainsRune(wordingBefore, w.r[i]) && !strings.ContainsRune(wordingLinks, w.r[i])
}

// wordingLinks are characters that join what follows to what stands before: 依法依规定.
const wordingLinks = "依按据由从对在以为与和及将把向被经因用于是的各每该此本其不未已再可应须需要会能更最很太与或并"

// single says how much a character that stands from start to end more than once weighs; "" when that is right or nothing is known.
func (w *wordingText) single(start, end int) report.Severity {
	r, before, after := w.r[start], w.rune(start-1), w.rune(end)
	if r == '等' && end > start+2 {
		return report.SeverityWarning
	}
	if rule, ok := wordingSingles[r]; ok {
		if r == '了' && after == '不' && strings.ContainsRune("起得", w.rune(end+1)) { // 了 + 了不起
			return ""
		}
		if r == '了' && strings.ContainsRune("解结", after) && strings.ContainsRune("行作做加有得出到", before) { // 进行了 + 了解
			return ""
		}
		if end == start+2 && (strings.ContainsRune(rule.before, before) || strings.ContainsRune(rule.after, after)) {
			return ""
		}
		if end == start+2 && w.meets(end) {
			return ""
		}
		return report.SeverityWarning
	}
	if rest, ok := wordingCounted[r]; ok && wordingDigit(before) && !strings.ContainsRune(rest, after) { // 3件件
		return report.SeverityWarning
	}
	known := wordingSounds.known
	// 动态管理理，: a word ends, and its last character stands there once more.
	if end == start+2 && w.stops(end) && w.rune(end) != '\n' && (w.ends(start+1, 3) || w.ends(start+1, 4)) {
		return report.SeverityWarning
	}
	// 针对性性和: likewise, and none begins with it.
	if end == start+2 && (w.ends(start+1, 3) || w.ends(start+1, 4)) && wordingWord(after) && !known[w.from(end-1, end+1)] && !strings.ContainsRune(wordingHeads[r], after) {
		return report.SeverityHint
	}
	// 政府信信息: a word ends before the first one, and another begins with the second one.
	_, counts := wordingCounted[r] // 3项项目, 2023年年初
	fresh := !isHan(before) && !counts || start > 1 && known[w.from(start-2, start)] && !known[w.from(start-1, start+1)] && !w.ends(start+1, 3)
	if end != start+2 || after == w.rune(end+1) || before == w.rune(start-2) || strings.ContainsRune("局村县市区镇乡院厅科处所办主以", r) || r == '任' && before == '主' || r == '部' && before == '干' || r == '室' && after == '内' { // 方方面面, 局局长, 主任任组长, 干部部
		return ""
	}
	if w.stops(end) && w.ends(start+1, 2) {
		return report.SeverityWarning
	}
	if fresh && end < len(w.r) && known[w.from(end-1, end+1)] && !strings.ContainsRune("常往渐仅刚频屡纷时天", r) {
		return report.SeverityHint
	}
	if w.ends(start+1, 2) && (wordingDigit(after) || strings.ContainsRune("和与及的等不未尚已均至到在", after)) && !known[w.from(end-1, end+1)] && !strings.ContainsRune(wordingBefore, r) { // 能力力和水平
		return report.SeverityHint
	}
	// 加强强组织领导: the same before another word, unless the second one may stand before it: 安全 + 全 + 覆盖.
	if end+2 <= len(w.r) && w.ends(start+1, 2) && known[w.from(end, end+2)] && !known[w.from(end-1, end+1)] && (!strings.ContainsRune(wordingBefore, r) || strings.ContainsRune("时性级化事", r)) {
		return report.SeverityHint
	}
	return ""
}

// ends reports whether a word of some characters ends at a place.
func (w *wordingText) ends(end, length int) bool {
	return end >= length && end <= len(w.r) && w.isWord(end-length, end)
}

// isWord reports whether what stands between two runes is a known word.
func (w *wordingText) isWord(start, end int) bool {
	return wordingSounds.right.has(soundHash(w.r[start:end])) && wordingSounds.known[w.from(start, end)]
}

// wordingHeads are what follows a character in words that begin with it, where those are not known: 办公室 + 室主任, 公众号 + 号主.
var wordingHeads = map[rune]string{'会': "员场务费长馆计展期商见谈上同签审面晤前后标址做有在是不被", '室': "主领工长友务内外", '员': "工额", '站': "长点群台位务", '人': "数员工才民均口次们大为名", '号': "主码称召令", '期': "间限内末初货中望", '日': "期前报常内均", '度': "过量假数", '率': "先领", '性': "质能别格价情", '力': "量度争所", '化': "解学工肥验", '屏': "幕", '网': "络站点格页", '点': "位击评", '本': "级年机局单市县", '公': "开示布告", '开': "展"}

// wordingBefore are characters that stand before a word without being part of one.
const wordingBefore = "高全新大小多少优重总副各双单再非无能有中上下内外前后年月日级性化人民事时地等"

// wordingCounted are classifiers, which a number has once, with what makes two of them right: 12个个体户, 3项项目.
var wordingCounted = map[rune]string{'条': "例文目款", '件': "均", '次': "均", '个': "体人别", '篇': "幅均", '期': "刊间均", '项': "目", '场': "均地所", '份': "额", '年': "初底末中度报检审均终关内龄轻", '月': "底初末中均报度", '日': "均前内报常"}

// double is the finding on a word of k runes that stands two or more times from start to end.
func (w *wordingText) double(severity report.Severity, start, end, k int) report.Finding {
	word := w.from(start, start+k)
	end = start + (end-start)/k*k
	f := w.mark(severity, start, end, fmt.Sprintf("“%s”写重了。", word), "留下一个。")
	f.Found, f.Expected = short(w.from(start, end)), word
	if severity == report.SeverityWarning {
		f.Fix = w.fix(start, end, word)
	}
	return f
}

// doubled says how much the doubling of the k runes from start weighs; "" when it is right.
func (w *wordingText) doubled(start, k int) report.Severity {
	block := w.r[start : start+k]
	han, same := 0, true
	for _, r := range block {
		if isHan(r) {
			han++
		}
		same = same && r == block[0]
	}
	if han == 0 || same {
		return ""
	}
	word, after := string(block), w.p.Text[w.at[start+2*k]:]
	switch {
	case block[0] == '一' && k <= 3 && !wordingOnce[word]: // 一件一件
		return ""
	case wordingRepeatable[word]:
		if w.ends(start, 2) && strings.HasPrefix(after, "等") { // 集中学习学习等
			return report.SeverityHint
		}
		return ""
	case word == "办公室": // 管理办公室办公室 is the office of an office
		if isHan(w.rune(start - 1)) {
			return ""
		}
	case word == "委员会" && strings.HasPrefix(after, "议"), word == "规范" && strings.HasPrefix(after, "性"), block[k-1] == '队' && strings.HasPrefix(after, "长"):
		return ""
	case word == "政府": // 县政府政府信息公开目录
		if strings.ContainsRune("县市省区乡镇州旗盟民级地方各", w.rune(start-1)) {
			return ""
		}
	}
	switch {
	case wordingOnce[word]:
		return report.SeverityWarning
	case wordingEnds2[word] && isHan(w.rune(start-1)), strings.ContainsRune(wordingJoins, block[0]): // 幸福社区社区工作者, 人口少的村的村民
		return report.SeverityHint
	case k == 2 && (!wordingKnown[word] && han == 2 || strings.ContainsRune(wordingSuffixes, w.rune(start+2*k)) || wordingHas(after, wordingTerms[word])): // 企业创业创新, 公开公开栏
		return report.SeverityHint
	case k == 3 && strings.ContainsRune("人者区院会厅司所站", block[2]): // 申请人申请人民法院
		return report.SeverityHint
	}
	return report.SeverityWarning
}

func wordingHas(text string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(text, p) })
}

// wordingRepeatable are words that Chinese repeats: 讨论讨论.
var wordingRepeatable = wordingSet("讨论 研究 商量 学习 了解 考虑 思考 比较 琢磨 交流 收拾 打扫 锻炼 尝试 很多 非常 许多 真的 多少 许许 哪里 世世 代代 点滴 来来 往往 哗啦 叮咚 乌拉")

// wordingOnce are words with 一 that are no count, so that they are not repeated.
var wordingOnce = wordingSet("一是 一年来 一方面 一系列 一体化 一般 一定 一律 一直 一致 一旦 一些 一并 一同 一贯")

// wordingJoins begin what may be said twice in a row: the X 的 X 的 of 供应的水的水质.
const wordingJoins = "的一对等有会与和在把被从向以由为于或及并将权级"

// wordingKnown are the words of two characters that reports are written with. Two characters that are no word (业创 in 企业创业创新) are doubled where
// words meet.
var wordingKnown = wordingSet(`
按照 根据 依据 依照 遵照 围绕 结合 通过 经过 利用 运用 采取 采用 借助 依托 针对 关于 对于 由于 因为 为了 为此 因此 所以 但是 而且 并且 以及 或者 如果 虽然 尽管 同时 此外 另外 其中 其他 其它 例如 包括 涉及 主要 特别 尤其
进行 开展 实施 执行 落实 贯彻 推进 推动 促进 加强 加大 加快 强化 深化 细化 优化 提高 提升 增强 扩大 拓展 拓宽 完善 健全 建立 构建 规范 明确 确定 确保 保证 保障 保持 坚持 继续 持续 不断 进而 逐步 逐渐 逐项 切实 认真 积极 主动 严格 全面 深入 扎实 大力
充分 有效 有序 有力 及时 准确 按时 定期 随时 长期 统一 统筹 协调 配合 组织 领导 管理 监督 检查 督促 指导 考核 评议 评估 审核 审查 审批 审议 研究 部署 安排 制定 制订 修订 印发 下发 转发 发布 公布 公开 公示 公告 通报 通知 报送 报告 上报 汇报 汇总 统计
收集 整理 梳理 归档 登记 受理 办理 处理 答复 回复 回应 解读 解释 说明 宣传 培训 学习 教育 交流 互动 沟通 咨询 查询 查阅 检索 浏览 访问 投诉 举报 申请 申报 申诉 复议 诉讼 应诉 维持 纠正 撤销 结转 办结 反馈 整改 改进 改善 改革 创新 发展 建设 设立 设置
设有 配备 配置 调整 更新 维护 运行 运营 升级 整合 共享 开放 服务 便民 惠民 利民 便利 方便 满足 实现 取得 获得 得到 收到 接到 收取 收费 减免 缴纳 支出 投入 使用 安全 保密 涉密 泄密 涉及 隐私 秘密 存在 出现 发生 产生 造成 形成 成为 作为 认为 属于
我市 我县 我区 我镇 我乡 我局 我办 我委 我厅 我院 我处 我站 我校 我部 我中 我们 我国 我省 我州 我旗 本市 本县 本区 本镇 本乡 本局 本办 本委 本厅 本院 本处 本部 本年 本级 本机 本单 本报 全市 全县 全区 全镇 全乡 全局 全年 全省 全国 各级 各部 各乡 各镇 各县 各区
各类 各项 各单 各个 各科 各股 该局 该镇 该县 今年 去年 上年 明年 本着 目前 当前 截至 截止 年度 全体 群众 公众 公民 法人 市民 居民 村民 企业 人民 政府 政务 信息 工作 情况 问题 措施 制度 机制 体系 平台 网站 微信 微博 媒体 栏目 专栏 目录 指南 文件 政策
法规 条例 规章 规定 要求 精神 任务 目标 重点 领域 内容 范围 方式 形式 渠道 程序 流程 时限 期限 数据 数量 质量 水平 能力 意识 认识 效果 成效 成绩 作用 意义 基础 条件 原则 标准 责任 职责 职能 权力 权利 义务 事项 项目 资金 财政 预算 决算 采购 行政 许可
处罚 强制 执法 依法 法治 法律 社会 经济 民生 就业 医疗 卫生 环境 环保 交通 住房 土地 农业 农村 乡村 振兴 扶贫 疫情 防控 应急 稳定 和谐 透明 公平 公正 高效 阳光 廉洁 党委 党组 书记 县长 市长 镇长 乡长 局长 主任 科长 股长 干部 职工 人员 队伍 小组 机构 部门
单位 科室 股室 窗口 大厅 中心 办法 方案 计划 规划 总结 要点 报表 报道 材料 档案 资料 图书 场所 设施 设备 网络 电子 屏幕 电话 热线 信箱 邮箱 地址 附件 表格 图表 一是 二是 三是 四是 五是 首先 其次 再次 最后 总体 整体 具体 实际 现有 已经 正在 仍然 仍有 还有 还需 需要
应当 必须 可以 能够 有待 较为 比较 十分 非常 更加 进一 一步 下一 下步 没有 未有 未能 不够 不足 不强 不高 不全 不少 较少 较多 共有 共计 累计 合计 总计 分别 均已 全部 大部 部分 多数 少数 至少 最多 以上 以下 以内 之间 方面 层面 过程 环节 阶段 时间 日期 季度 月份`)

// wordingEnds2 are words with which one name may end and the next begin: 幸福社区社区工作者, 开发区开发区管委会.
var wordingEnds2 = wordingSet("规定 组织 中心 社区 街道 公司 自治区 开发区 高新区 新区 园区 景区 委员会 管委会 领导小组 小组 乡镇 学校 企业 单位 部门 机关 政府 银行 医院 法院 人大 政协 党委 支部 协会 代表 委员 家庭 农村")

// wordingSuffixes make a term of a word, so that the first of two equal words may belong to what stands before: 公开公开栏, 申请申请人.
const wordingSuffixes = "性化率量员人者局科处室栏网厅站所班书册款费办岗"

// wordingTerms are what follows a word in terms that begin with it.
var wordingTerms = map[string][]string{
	"公开": {"招", "选", "竞", "征", "承诺", "听证", "比选", "拍卖", "指南", "目录", "日", "年报", "年度报告", "条例", "平台", "专栏", "制度", "内容", "事项", "要点"},
	"公示": {"期", "牌", "制度", "公告"},
	"管理": {"办法", "制度", "条例", "系统", "平台", "规定", "人"},
	"服务": {"中心", "指南", "事项", "大厅", "平台", "热线", "窗口"},
	"审批": {"事项", "流程", "结果", "系统"}, "收费": {"标准", "项目", "依据", "目录"}, "考核": {"结果", "办法", "指标", "评价", "内容"},
	"培训": {"计划", "资料", "材料", "内容"}, "申请": {"材料", "表", "数量", "件"}, "解读": {"材料", "方案", "稿件"}, "监督": {"电话", "检查", "保障", "机制", "渠道"},
	"会议": {"纪要", "精神", "记录", "材料", "议题", "通知", "制度"}, "情况": {"说明", "通报", "报告", "汇总", "统计"}, "工作": {"人员", "报告", "要点", "机构", "机制", "专班", "队伍", "任务", "领导", "计划", "方案"},
	"信息": {"中心", "系统", "平台", "网站", "发布", "资源", "内容"}, "年度": {"报告", "计划", "考核", "工作", "目标"}, "问题": {"清单", "台账", "导向"}, "事项": {"清单", "目录"}, "预算": {"公开", "执行"},
	"决算": {"公开"}, "责任": {"追究", "清单", "制度"}, "采购": {"项目", "合同", "结果"}, "规划": {"计划", "建设"}, "建设": {"工程", "项目", "用地", "单位"}, "行政": {"许可", "处罚", "规范性"},
	"项目": {"建设", "资金", "审批"}, "资金": {"使用", "分配"}, "检查": {"结果", "事项"}, "评估": {"结果", "报告"}, "统计": {"数据", "年鉴", "公报"}, "财政": {"资金", "预算", "收支"}, "教育": {"教学", "培训"},
	"发展": {"规划", "报告"}, "改革": {"方案", "举措"}, "处罚": {"决定", "结果"}, "许可": {"事项", "决定"}, "规范": {"文件", "标准"}, "主任": {"会议"}, "办理": {"结果", "流程", "进度", "情况"}, "答复": {"意见", "文书"},
	"网站": {"集约", "群", "平台"}, "平台": {"建设", "数据"}, "数据": {"资源", "共享"}, "审查": {"意见", "机制", "制度"}, "文件": {"名称", "精神"}, "政策": {"文件", "解读"},
}

// wordingSet makes a set of words that blanks divide.
func wordingSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
