package review

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// totalWhen are words that say only whose or when, or that it is a total.
var totalWhen = func() *prefixes {
	words := strings.Fields(`总的看 总体看 总体来看 总体上看 据统计 经统计 综上所述 综上 截至 截止 全年度 全年 本年度 本年 年度内 年度 年内 年底 年末 一年来 今年以来 今年 12月31日 12月底
		一共 总共 共计 合计 总计 累计 共 已经 已 达到 达 总数 数量 为 了 有 的 各类 其中 核对 核实 汇总 统计 盘点 目前 上述 前述 此次 本次 这次 该次 ， , 、 ： :`)
	for _, whose := range []string{"我", "本"} {
		for _, who := range strings.Fields("县 市 区 省 镇 乡 局 委 办 院 厅 街道 单位 部门 机关 中心") {
			words = append(words, whose+who)
		}
	}
	return newPrefixes(append(words, " ", "　")...)
}()

// totalBareWords are the words of a statement without those.
func totalBareWords(text string) string {
	var out strings.Builder
	for len(text) > 0 {
		skip := totalSkip(text)
		if skip == 0 {
			_, skip = utf8.DecodeRuneInString(text)
			out.WriteString(text[:skip])
		}
		text = text[skip:]
	}
	return out.String()
}

// totalSkip is how much of a text begins with words that say only whose or when.
func totalSkip(text string) int {
	skip := len(totalWhen.of(text))
	switch {
	case skip > 0 || text == "":
	case text[0] >= '0' && text[0] <= '9' && len(text) > 4 && strings.Trim(text[:4], "0123456789") == "" && strings.HasPrefix(text[4:], "年"):
		skip = 4 + len("年")
		for _, w := range []string{"底", "末", "度"} {
			if strings.HasPrefix(text[skip:], w) {
				skip += len(w)
			}
		}
	case strings.HasPrefix(text, "作为"): // 作为主要平台，
		if end := indexAny(text, "，,"); end > 0 && end <= 3*26 {
			skip = end
		}
	}
	return skip
}

// totalWords claim the whole year.
var totalWords = []string{"全年", "本年", "年内", "一年来", "今年", "共", "累计", "总计", "合计", "年底", "年末", "总数", "数为", "量为", "数达", "量达", "现有", "12月31日", "12月底"}

// totalStops reports whether a character begins something that the number may be of.
func totalStops(r rune) bool {
	switch r {
	case '《', '“', '"', '；', ';', '（', '(':
		return true
	}
	return false
}

// totalNamed takes out the marks of a short name, that of an account: “城关微讯”发布信息.
func totalNamed(text string) string {
	open := strings.Index(text, "“")
	if open < 0 {
		return text
	}
	name := text[open+len("“"):]
	if end := strings.Index(name, "”"); end < 0 || end > totalOwn || strings.Contains(name[end+len("”"):], "“") {
		return text
	}
	return totalMarks.cut(text)
}

var totalMarks = newCutter("“", "”")

// totalClaims reports whether a text claims the whole year, in words or by naming it.
func totalClaims(text string) bool {
	in := newSearched(text)
	return totalClaimed(&in)
}

func totalClaimed(in *searched) bool {
	if in.hasAny(totalWords...) {
		return true
	}
	i := in.index("年")
	return i >= 4 && strings.Trim(in.text[i-4:i], "0123456789") == ""
}

// totalOtherYear reports whether a text names a year that is not the report's: 2022年举办的4期.
func totalOtherYear(text string, year int) bool {
	for from := 0; year > 0; {
		at := strings.Index(text[from:], "年")
		if at < 0 {
			return false
		}
		if at += from; at >= 4 {
			if named, err := strconv.Atoi(text[at-4 : at]); err == nil && named != year && named > 1900 {
				return true
			}
		}
		from = at + len("年")
	}
	return false
}

// totalChannels are ways of publishing that have a total each.
var totalChannels = []string{"网站", "微信", "微博", "公众号", "抖音", "公报", "专栏"}

// totalAspects are headings before a colon that say nothing of what is counted.
var totalAspects = []string{"主动公开", "依申请公开", "信息管理", "平台建设", "监督保障", "一是", "二是", "三是", "四是", "五是"}

// totalThis speak of one thing that was told before.
var totalThis = []string{"此次", "本次", "这次", "该次"}

// totalVerbs are of what a report gives totals; 发布信息 and the like need to say where.
var totalVerbs = strings.Fields(`发布 推送 公开 召开 举办 组织 开展 培训 开设 编发 收到 受理 办理 答复 回应 回复 制作 制发 印发 接待 参加 关注 新增 解读 更新 审核 报送
	设置 配备 承办 反馈 修订 关停 注销 发放 印制 张贴 建立 建成 制定 出台 排查 发现 整改 清理 梳理 公布 公示 刊发 转发 播放 录制 编印 编制 邀请 接听 处理 处置
	承接 转来 转办 交办 关闭 撤销 新建 新设 采纳 采用 征集 审查 抽查 检查 巡查 督查 通报 监测 备案 访问量 浏览量 点击量 阅读量 粉丝 现有 设有 接受 参与 编制 聘请`)

var totalVerbIndex = func() *wordIndex[struct{}] {
	var words []indexedWord[struct{}]
	for _, w := range totalVerbs {
		words = append(words, indexedWord[struct{}]{word: w})
	}
	return newWordIndex(words)
}()

// totalActs reports whether one of the verbs stands in a text.
func totalActs(text string) bool {
	last, at := rune(0), 0
	for i, r := range text {
		if last != 0 && totalVerbIndex.may(last, r) {
			for range totalVerbIndex.at(text[at:], last, r) {
				return true
			}
		}
		last, at = r, i
	}
	return false
}
