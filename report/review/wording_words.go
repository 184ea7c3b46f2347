package review

import (
	_ "embed"
	"fmt"
	"strings"

	"nianbao/report"
)

//go:embed wording_words.txt
var wordingWordsFile string

// wordingMistake is a wrong form with its right one.
type wordingMistake struct {
	wrong, right string
	// except are longer words in which the wrong form is right.
	except []string
}

const (
	wordingDeadline = "截止"
	wordingLanding  = "登陆"
)

var wordingMistakes = readWordingWords(wordingWordsFile)

func readWordingWords(file string) []wordingMistake {
	mistakes := []wordingMistake{{wrong: wordingDeadline, right: "截至"}, {wrong: wordingLanding, right: "登录"}}
	for line := range strings.Lines(file) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			mistakes = append(mistakes, wordingMistake{f[0], f[1], f[2:]})
		}
	}
	return mistakes
}

func wordingStrings() []string {
	words := make([]string, len(wordingMistakes))
	for i, m := range wordingMistakes {
		words[i] = m.wrong
	}
	return words
}

// words finds known wrong characters (错别字), and 截止 where a point of time follows.
func (w *wordingText) words() []report.Finding {
	var out []report.Finding
	text, done := w.p.Text, 0
	w.p.each(useWording, func(i, start, end int) bool {
		m := wordingMistakes[i]
		right := m.right
		if start < done || m.excepted(text, start) {
			return false
		}
		if m.wrong == wordingDeadline {
			if end = wordingUntil(text, start, end); end == 0 {
				return false
			}
		}
		if m.wrong == wordingLanding && !wordingSignsIn(text, start, end) {
			return false
		}
		done = end
		wrong := text[start:end]
		f := w.p.Mark(codeWording, report.SeverityHint, start, end, fmt.Sprintf("“%s”可能是“%s”之误。", wrong, right))
		f.Hint = "核对后改正。"
		if m.wrong == wordingDeadline {
			f.Message, f.Hint = fmt.Sprintf("“%s”后面接时间，应当用“截至”。", wrong), "“截止”表示到期停止，“截至”表示到某时为止。"
		}
		f.Found, f.Expected = wrong, right
		f.Fix = w.p.Fix(start, end, right, "改为“"+right+"”")
		out = append(out, f)
		return true
	})
	return out
}

func (m wordingMistake) excepted(text string, start int) bool {
	for _, long := range m.except {
		at := strings.Index(long, m.wrong)
		if start >= at && strings.HasPrefix(text[start-at:], long) {
			return true
		}
	}
	return false
}

// wordingSites are what users sign in to and with, as they stand close to 登陆 where 登录 is meant.
var wordingSites = []string{"网", "平台", "系统", "账", "帐", "用户", "密码", "后台", "客户端", "终端", "小程序", "公众号", "邮箱", "信箱", "APP", "App", "app", "页", "入口", "界面", "端口", "模块", "专栏", "栏目", "实名", "扫码", "一键", "注册", "验证", "http", "手机"}

// wordingLands are what comes ashore, and what the word means besides.
var wordingLands = []string{"台风", "风暴", "热带", "海上", "沿海", "强降", "暴雨", "作战", "舰", "艇", "A股", "三板", "创板", "资本市场", "交易所", "央视", "卫视", "荧屏", "院线", "防汛", "抢滩"}

// wordingSignsIn reports whether 登陆 from start to end stands for 登录.
func wordingSignsIn(text string, start, end int) bool {
	from, to := editionSentence(text, start)
	return !containsAny(text[from:to], wordingLands) && (containsAny(text[max(from, start-8*len("字")):start], wordingSites) || containsAny(text[end:min(to, end+16*len("字"))], wordingSites))
}

// wordingTimes are points of time in words, as they follow 截止 where 截至 is meant.
var wordingTimes = []string{"目前", "今年", "去年", "上年", "本年", "年底", "年末", "月底", "月末", "现在", "当前", "当年", "报告期", "统计期", "本报告期", "本统计期", "本期末", "本月", "本季", "上月", "上季", "该年", "本报告", "本次统计", "期末", "季末", "发稿", "此时", "当日", "今天", "昨日", "二〇", "二○",
	"二零", "十二月", "一季度", "三季度", "上半年", "下半年", "全年", "这一时"}

// wordingClosings are what comes to its end: 报名截止12月1日 is right.
var wordingClosings = []string{"报名", "申报", "受理", "申请", "投标", "征集", "提交", "登记", "缴费", "竞价", "公示", "活动", "意见", "投稿", "招聘", "认购", "预约", "报送", "评选", "投票", "填报", "期限", "时间",
	"日期", "于", "已", "将", "到期", "前"}

// wordingUntil is the end of 截止 or 截止到 where a point of time follows; 0 where 截止 is right.
func wordingUntil(text string, start, end int) int {
	for _, word := range wordingClosings {
		if strings.HasSuffix(text[:start], word) {
			return 0
		}
	}
	for _, to := range []string{"到", "至", "于"} {
		if strings.HasPrefix(text[end:], to) {
			end += len(to)
			break
		}
	}
	after := strings.TrimLeft(text[end:], " \u3000\u00a0")
	if wordingHas(after, wordingTimes) {
		return end
	}
	digits := 0
	for i, r := range after {
		if wordingDigit(r) || r == ' ' && digits > 0 {
			digits++
			continue
		}
		if digits > 0 && (r == '年' || r == '月' || r == '.' || r == '-' || r == '/') {
			// 截止2018年12月31日前报送 is a deadline.
			rest := after[i:min(len(after), i+40)]
			if at := indexAny(rest, "，。；,;"); at >= 0 {
				rest = rest[:at]
			}
			if strings.HasSuffix(rest, "前") {
				return 0
			}
			return end
		}
		break
	}
	return 0
}
