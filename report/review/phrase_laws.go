package review

import (
	"strings"

	"nianbao/report"
)

// lawAlike is the law that a title which no law has is most like: 预算管理法 for 预算法, 行政起诉法 for 行政诉讼法. The table has all laws, so
// that a title with the name of the Republic cannot be right; without it the title may be short for one, and is a hint. A severity without a
// name says that it is no law's.
func lawAlike(title string) (name string, severity report.Severity) {
	plain := plainTitle(title)
	if phraseTable.right[plain] {
		return "", ""
	}
	if name = kindTwice(plain); name != "" {
		return name, report.SeverityWarning
	}
	if name, severity = titleOfKind(plain); name != "" {
		return name, severity
	}
	if law := lawOfRepublic(plain); law != "" {
		return republic + law, report.SeverityWarning
	}
	short, whole := strings.CutPrefix(plain, republic)
	if d := documentTable.byCore[short]; whole && d != nil && d.Title == short {
		return short, report.SeverityWarning
	}
	if whole && ofDisclosure(short) {
		return republic + "政府信息公开条例", report.SeverityWarning
	}
	if strings.HasPrefix(plain, "政府信息") && contains(plain, "处理费") && !contains(plain, "实施") && !contains(plain, "关于") && titleStem(plain) != plain {
		return feeMeasures, report.SeverityWarning
	}
	if stem, is := strings.CutSuffix(short, "发"); is && phraseTable.right[stem+"法"] {
		return plain[:len(plain)-len(short)] + stem + "法", report.SeverityWarning
	}
	has := []rune(short)
	if len(has) < 3 || len(has) > 20 || has[len(has)-1] != '法' || !whole && has[0] == '新' || strings.ContainsRune(lawEnds, has[len(has)-2]) || phraseTable.right[short] {
		return "", ""
	}
	least := 60
	if !whole {
		least = 75
	}
	best, most, second := "", 0, 0
	for _, law := range phraseTable.laws {
		common := commonRunes(has, law)
		if !whole && (common == len(has) || len(law) < 3 || law[0] != has[0]) {
			continue // short for it, or somebody else's
		}
		switch like := 200 * common / (len(has) + len(law)); {
		case like > most:
			best, most, second = string(law), like, most
		case like > second:
			second = like
		}
	}
	switch {
	case most < least || most == second:
		if whole {
			severity = report.SeverityHint // no law, but which is meant?
		}
		return "", severity
	case whole:
		return republic + best, report.SeverityWarning
	}
	return best, report.SeverityHint
}

// titleOfKind is the fixed name of which a title differs only in the kind of document at its end: 国务院办公厅…的通知 for 国务院办公厅…的意见.
func titleOfKind(title string) (name string, severity report.Severity) {
	stem := titleStem(title)
	if name = phraseTable.stems[stem]; name == "" || stem == title || phraseTable.right[title] {
		return "", ""
	}
	if strings.HasPrefix(title, "国务院办公厅") {
		return name, report.SeverityWarning
	}
	return name, report.SeverityHint
}

// lawKinds end the titles of laws, decrees and measures, and what is taken for them.
var lawKinds = []string{"条例", "办法", "规定", "法", "细则", "条令", "法规", "制度", "准则"}

// kindTwice is the fixed name behind which a title has another kind of document: 政府信息公开条例办法.
func kindTwice(title string) string {
	for _, kind := range lawKinds {
		if name, is := strings.CutSuffix(title, kind); is && phraseTable.right[name] && (titleStem(name) != name || strings.HasSuffix(name, "法")) {
			return name
		}
	}
	return ""
}

// titleStem is a title without the kind of document at its end.
func titleStem(title string) string {
	for _, kind := range titleKinds {
		if stem, is := strings.CutSuffix(title, kind); is {
			return strings.TrimSuffix(stem, "指导")
		}
	}
	return title
}

// feeMeasures are the only measures of the center's on the fee.
const feeMeasures = "政府信息公开信息处理费管理办法"

// ofDisclosure reports whether a title of the Republic can only mean the Regulations: no other law or decree is on disclosure.
func ofDisclosure(title string) bool {
	if !contains(title, "公开") || strings.HasPrefix(title, "政府信息公开条例") || len(title) > 15*len("字") {
		return false
	}
	for i, kind := range []string{"规定", "办法", "细则", "条例", "法", "法规", "条令", "准则"} {
		if strings.HasSuffix(title, kind) {
			return i > 2 || !ofOrgan(title)
		}
	}
	return false
}

// ofOrgan reports whether a title on disclosure begins with the name of an organ, which has measures of its own: 海关政府信息公开办法.
func ofOrgan(title string) bool {
	for _, on := range []string{"政府信息", "政务", "信息", "公开"} {
		if i := indexOf(title, on); i > 0 {
			organ := title[:i]
			for _, end := range []string{"部", "局", "署", "委员会", "海关", "法院", "检察院", "银行", "办公厅"} {
				if strings.HasSuffix(organ, end) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// aboutLaw reports whether a title bears the name of a law and is another's: a book about it or an article, 《…条例释义》《学习〈…条例〉》.
func aboutLaw(title string) bool {
	if phraseTable.right[title] {
		return false
	}
	plain := plainTitle(title)
	for at := 0; ; {
		i := indexOf(plain[at:], "法")
		if k := indexOf(plain[at:], "条例"); k >= 0 && (i < 0 || k < i) {
			i = k + len("条")
		}
		if i < 0 {
			break
		}
		at += i + len("法")
		if strings.HasPrefix(plain[at:], "典") {
			at += len("典")
		}
		if phraseTable.right[plain[:at]] && ofBook(plain[at:]) {
			return true
		}
	}
	i := indexOf(plain, republic)
	return i > 0 && phraseTable.right[plain[i:]] && wordingSounds.known[plain[:i]]
}

// ofBook reports whether what a title has behind the name of a law makes it another's: more than a character that was put in, and no kind of
// document, unless it carries the law out.
func ofBook(beside string) bool {
	if len(beside) <= len("字") {
		return false
	}
	for _, kind := range lawKinds {
		if strings.HasSuffix(beside, kind) {
			return contains(beside, "实施")
		}
	}
	return true
}

// lawEnds stand before 法 at the end of what is no law: 办法, 方法, 执法.
const lawEnds = "办方做算语用司执书立普守违手说想看活兵魔"

// lawOfRepublic is the law that a title ends with behind a name of the Republic that is misspelled: 中华人民国和国档案法.
func lawOfRepublic(title string) string {
	if !strings.HasPrefix(title, "中") || strings.HasPrefix(title, republic) {
		return ""
	}
	runes, want := []rune(title), []rune(republic)
	for n := len(want) - 2; n <= len(want)+2 && n < len(runes)-1; n++ {
		law := string(runes[n:])
		if d := editDistance(runes[:n], want); (d == 1 || d == 2) && (phraseTable.right[law] || phraseTable.right[republic+law]) && !strings.HasPrefix(law, republic) {
			return law
		}
	}
	return ""
}
