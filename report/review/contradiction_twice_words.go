package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// twiceActs are kinds of verbs: two statements of one thing have the same, whichever word it is.
type twiceActs uint16

const (
	twiceHolds     twiceActs = 1 << iota // what is held or set up
	twicePublishes                       // what is made public
	twiceEdits                           // what is written and printed
	twiceReceives                        // what comes in
	twiceJoins                           // who takes part
	twiceFunds                           // what is granted
	twiceOpens                           // an account that is opened
	twiceGives                           // what is handed out
	twiceMore                            // a rate of growth
	twiceLess
	twiceHandles // what is dealt with
	twiceSpends  // what is paid
)

// twiceVerbs are the verbs by kind; they are left out of keys.
var twiceVerbs = map[twiceActs]string{
	twiceHolds:     `召开 举办 举行 组织 开展 组织开展 组织召开 组织举办 集中组织 设置 设立 设有 建立 建成 建有 配备 配有 配置 明确 确定 现有 共有 拥有 发生 出现 开设 成立 选派 落实 存在 聘请 聘任 保留 布设 布置 运营 运维`,
	twicePublishes: `公开 主动公开 对外公开 发布 推送 公布 公开发布 主动发布 刊发 发送 发出 对外发布`,
	twiceEdits:     `编发 编印 印发 编制 编写 刊印 印制 编制印发`,
	twiceReceives:  `收到 接到 接收 收悉 收`,
	twiceJoins:     `参训 受训 参加 参与 参会 到会 参加培训 参与培训 参训人员 参加人员 参训人数 参加人数`,
	twiceFunds:     `安排 拨付 列支 保障 预算安排 安排预算 落实经费`,
	twiceOpens:     `开通 开办 注册`,
	twiceGives:     `发放 派发 分发 散发 赠送`,
	twiceSpends:    `支付 支出 花费 实际支出 共支出`,
	twiceHandles:   `办理 承办 处理`,
	twiceMore:      `增长 增加 上升 提高 增长了 增加了`,
	twiceLess:      `下降 减少 降低 下降了 减少了`,
}

// twiceKept are words that hold a verb and are none; a word after = is written for the one before it.
const twiceKept = `政务公开 信息公开 政府信息公开=信息公开 依申请公开 公开栏 公开目录 公开指南 公开专区 公开专栏 公开办 公开事项 公开标准 公开审查 开放日 发布会 发布厅 发布平台 组织机构 组织领导 参与度
	办理流程 办理结果 办理时限 办理规程 办理情况 处理决定 依申请公开办理 经费 编制数 落实率 公开率 信息发布 增加值 收费 收取 收入 收回 政府信息=信息 政务信息=信息 微信公众号=公众号 微信公众平台=公众号 政务微信公众号=公众号 微信平台=公众号 官方微信公众号=公众号 政府门户网站=门户网站
	发现 责任追究 追责问责=责任追究 问责追责=责任追究 问责=责任追究 追责=责任追究 追究责任=责任追究 较上年=比 比上年=比 较上一年=比 比上一年=比 较去年=比 比去年=比 同比=比 较上年度=比 比上年度=比 与上年相比=比 与去年相比=比 在线 在职 现在 存在问题 由于 为民 有关 有效 有序 所有 各类 年报 年度报告 达标 达到率 共建 共享 共同 公共 党的`

// twiceDropped are words that add nothing: how it came about, who counted, that it is a number.
const twiceDropped = `通过 依托 利用 借助 在 于 经 统计 测评 显示 数据 数据显示 测评显示 结果显示 评议中 测评中 调查中 据了解 一是 二是 三是 四是 五是 六是 现 人数 数量 总量 总数 总计 量为 次数 件数 仍 均 各项 相关 全局 全委 全院 全厅 全校
	类信息=信息 情形 情况 的情形 的情况 案件 事件 现象 问题 行为 统一 任何 过 均为 总体 已经 仅 只`

// twiceOwners name the organ itself where they begin a statement.
var twiceOwners = newPrefixes("街道办事处", "街道办", "街道", "管委会", "全街道", "全镇", "全乡", "镇政府", "乡政府", "单位", "机关")

type twiceWord struct {
	acts twiceActs
	text string
}

var (
	twiceTable = map[string]twiceWord{}
	twiceHeads = func() *prefixes {
		var words []string
		add := func(w, text string, acts twiceActs) {
			twiceTable[w] = twiceWord{acts, text}
			words = append(words, w)
		}
		for acts, list := range twiceVerbs {
			for _, w := range strings.Fields(list) {
				add(w, "", acts)
			}
		}
		for _, w := range strings.Fields(twiceDropped) {
			w, text, _ := strings.Cut(w, "=")
			add(w, text, 0)
		}
		for _, w := range strings.Fields(twiceKept) {
			w, text, ok := strings.Cut(w, "=")
			if !ok {
				text = w
			}
			add(w, text, 0)
		}
		return newPrefixes(words...)
	}()
)

// twiceKey is what words say of what is counted, and the verbs among them.
func twiceKey(text string) (key string, acts twiceActs) {
	var out strings.Builder
	out.Grow(len(text))
	for len(text) > 0 {
		if out.Len() == 0 {
			text = text[len(twiceOwners.of(text)):]
		}
		word, skip := twiceHeads.of(text), totalSkip(text)
		switch {
		case word != "" && len(word) >= skip:
			w := twiceTable[word]
			out.WriteString(w.text)
			acts |= w.acts
			text = text[len(word):]
		case skip > 0:
			text = text[skip:]
		default:
			r, size := utf8.DecodeRuneInString(text)
			if r >= 0x4E00 || r >= '0' && r <= '9' || r >= 'A' && r <= 'z' {
				if r < 0xFF00 {
					out.WriteString(text[:size])
				}
			}
			text = text[size:]
		}
	}
	key = out.String()
	if rest, ok := strings.CutSuffix(key, "培训"); ok && acts&^twiceHolds == 0 && (rest == "" || strings.HasSuffix(rest, "班") || strings.HasSuffix(rest, "会")) {
		return rest, acts | twiceJoins // 培训班共培训120人次
	}
	return key, acts
}

// twiceHead is a text up to its first verb; "" where it has none.
func twiceHead(text string) string {
	for at := 0; at < len(text); {
		word := twiceHeads.of(text[at:])
		if twiceTable[word].acts != 0 {
			return text[:at+len(word)]
		}
		if word == "" {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		at += len(word)
	}
	return ""
}

// twiceActAlike reports whether the verbs of two statements are of one kind; an item of a list needs none.
func twiceActAlike(a, b *twiceStatement) bool {
	x, y := a.acts&^twiceHolds, b.acts&^twiceHolds
	if a.q.Form == quantity.Money {
		x, y = x&^twicePublishes, y&^twicePublishes // 公开“三公”经费支出2.8万元
	}
	if x == 0 && contains(a.text, "总数") || y == 0 && contains(b.text, "总数") {
		return true
	}
	if x == 0 && y == twiceHandles || y == 0 && x == twiceHandles { // 县长信箱转办件71件。办理县长信箱转办件17件
		all, handled := a.q.Value, b.q.Value
		if x == twiceHandles {
			all, handled = handled, all
		}
		return handled > all || handled < all-all/twiceStill // some may still be open
	}
	return x == y || a.item && y&^twicePublishes == 0 || b.item && x&^twicePublishes == 0
}

var (
	// twiceGeneral are ends of keys that say only that it is information.
	twiceGeneral = []string{"类信息", "信息", "文章", "图文", "推文", "稿件", "消息", "内容", "类"}
	// twiceNot in front of a number say that it is another than those before: 另召开2次; twicePast that it is of another time.
	twiceNot  = []string{"另", "还", "再", "又", "其余", "其他", "其它", "每", "平均", "人均", "原有", "原来", "原先", "除", "分别", "最", "余下", "剩余", "不", "占", "应当", "应公开", "应办"}
	twicePast = []string{"以来", "上年", "去年", "上一年", "往年", "历年", "同期", "每", "平均", "计划", "力争", "如果", "如有", "如遇", "如需", "若", "首次", "原有", "原来", "原先"}
	// twiceNoneNot behind a word of none say that it is of some only, or of how it was done.
	twiceNoneNot = []string{"的", "时", "及时", "按时", "严格", "完全", "前", "后", "者"}
	// twiceCause says what was wrong, not that the number is another: 因答复不及时对1人进行了责任追究.
	twiceCause = newCutter("不及时", "不规范", "不到位", "不准确", "不力", "不当", "不严", "不实", "不全面", "不作为")
	twiceNone  = newCutter("没有", "未", "没", "零", "无", "均", "都", "暂", "尚", "并", "也")
	twiceDates = newCutter("12月31日", "12月底", "12月末", "1月1日", "每月", "月报", "第三方")
	// twiceThan is what a rate of growth is over.
	twiceThan   = newCutter("比上年", "较上年", "比上一年", "较上一年", "比去年", "较去年", "与上年", "与去年")
	twiceShared = newCutter("公共", "共同", "共享", "共建", "中共", "共产")
)

// twiceStill: a part like this of what came in may still be open.
const twiceStill = 5

// twiceDesks are where things come in.
var twiceDesks = []string{"平台", "热线", "信箱", "窗口", "邮箱", "专线", "系统"}

// twiceKind is a text without an end that says only that it is of a kind: 责任追究的情形.
func twiceKind(text string) string {
	at := strings.LastIndex(text, "的")
	if at > 0 && slices.Contains([]string{"情形", "情况", "现象", "问题", "事件", "案件", "行为"}, text[at+len("的"):]) {
		return text[:at]
	}
	return text
}

// twiceSumsUp open a sentence that sums up what was told under other headings.
var twiceSumsUp = []string{"综上", "总之", "总体", "总的", "统计", "汇总", "核对", "核实", "盘点", "梳理", "回顾"}

// totalEnumerated takes out the number of a point before its slogan.
var totalEnumerated = newCutter("一是", "二是", "三是", "四是", "五是", "六是")

func twiceBreaks(r rune) bool { return r == '，' || r == ',' || r == '：' || r == ':' }

// twiceLists introduce the items of a list.
var twiceLists = []string{"包括", "包含", "其中", "主要有", "分为", "涵盖"}

// twiceListed is where the items of a list begin in the words before a number.
func twiceListed(text string) int {
	if !containsAny(text, twiceLists) {
		return 0
	}
	for _, w := range twiceLists {
		if at := strings.LastIndex(text, w); at >= 0 {
			return at + len(w)
		}
	}
	return 0
}

// twiceFiller are characters of the words around a list that is one of all that was published.
const twiceFiller = totalFiller + "途径式形多样丰富包括含其中分如下统计按列示"

// twiceOfAll reports whether a list is of all that its items are called, and not of those in one place.
func twiceOfAll(context, key string) bool {
	context, _ = twiceKey(context)
	for _, r := range context {
		if !strings.ContainsRune(twiceFiller, r) && !strings.ContainsRune(key, r) && !(r >= '0' && r <= '9') {
			return false
		}
	}
	return true
}

// twiceChannelWords are the names of channels that end what is before a verb.
var twiceChannelWords = []string{"公众号", "网站", "官网", "微博", "抖音号", "视频号", "头条号", "客户端", "公开栏", "公示栏", "专栏", "APP", "微信"}

// twiceChannelTails are they by their last byte.
var twiceChannelTails = func() (tails [256][]string) {
	for _, w := range twiceChannelWords {
		tails[w[len(w)-1]] = append(tails[w[len(w)-1]], w)
	}
	return tails
}()

// twiceChannelEnd is where the last name of a channel ends; 0 for none.
func twiceChannelEnd(text string) int {
	for end := len(text); end > 0; end-- {
		for _, w := range twiceChannelTails[text[end-1]] {
			if strings.HasSuffix(text[:end], w) {
				return end
			}
		}
	}
	return 0
}

var twiceQualifiers = newPrefixes(strings.Fields("省 市 县 区 镇 乡 局 委 街道 政府 人民政府 官方 政务 门户 我 本 政务公开 信息公开 工作 微信")...)

// twiceQualified reports whether words before a name only say whose or which it is, as is known already.
func twiceQualified(text string) bool {
	for text != "" {
		w := twiceQualifiers.of(text)
		if w == "" {
			return false
		}
		text = text[len(w):]
	}
	return true
}
