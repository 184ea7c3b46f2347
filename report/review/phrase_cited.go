package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// documentForce finds a day of coming into force that no version of a document has: 《…》自2018年5月15日起施行.
func (s *Subject) documentForce(p *Part, of *officialDocument, start, end int) {
	if len(of.Force) == 0 {
		return
	}
	behind := end + len("》")
	rest := p.Text[behind:min(len(p.Text), behind+120)]
	if i := indexAny(rest, "《。；\n"); i >= 0 {
		rest = rest[:i]
	}
	lead := strings.TrimLeft(rest, " ")
	if strings.HasPrefix(lead, "（") || strings.HasPrefix(lead, "(") {
		if i := lastIndexAny(lead, "）)"); i >= 0 {
			_, n := utf8.DecodeRuneInString(lead[i:])
			lead = lead[i+n:]
		}
	}
	lead = strings.TrimLeft(lead, " ，,自于已从将")
	if lead != "" && lead[0] >= '0' && lead[0] <= '9' && strings.HasSuffix(rest, lead) {
		at := behind + len(rest) - len(lead)
		if day, n := documentDay(lead); n > 0 && documentInForce(lead[n:]) {
			s.documentDayWrong(p, of, at, at+n, day)
		}
		return
	}
	base := max(0, start-len("《")-90)
	before := p.Text[base : start-len("《")]
	for _, w := range []string{"新修订的", "修订后的", "新修订", "修订的", "新的", "新", "的"} {
		before = strings.TrimSuffix(before, w)
	}
	for _, w := range []string{"施行", "实施", "生效"} {
		if !strings.HasSuffix(before, w) {
			continue
		}
		from := strings.LastIndex(before, "年") - 4
		if from < 0 {
			return
		}
		if day, n := documentDay(before[from:]); n > 0 && len(before[from+n:]) <= 24 && documentInForce(before[from+n:]) {
			s.documentDayWrong(p, of, base+from, base+from+n, day)
		}
		return
	}
}

// documentInForce reports whether a text begins with the words that follow the day of coming into force.
func documentInForce(text string) bool {
	text = strings.TrimLeft(text, " ")
	for _, w := range []string{"起", "正式", "开始"} {
		text = strings.TrimPrefix(text, w)
	}
	return strings.HasPrefix(text, "施行") || strings.HasPrefix(text, "实施") || strings.HasPrefix(text, "生效") || strings.HasPrefix(text, "正式施行") || strings.HasPrefix(text, "正式实施")
}

// documentDay reads 2019年5月15日 at the beginning of a text as 2019-05-15, and says how long it is.
func documentDay(text string) (day string, length int) {
	var n [3]int
	at := 0
	for i, unit := range []string{"年", "月", "日"} {
		from := at
		for at < len(text) && text[at] >= '0' && text[at] <= '9' && at-from < 4 {
			n[i] = n[i]*10 + int(text[at]-'0')
			at++
		}
		if at == from || !strings.HasPrefix(text[at:], unit) {
			return "", 0
		}
		at += len(unit)
	}
	return fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2]), at
}

func (s *Subject) documentDayWrong(p *Part, of *officialDocument, start, end int, day string) {
	if slices.Contains(of.Force, day) {
		return
	}
	var y, m, d int
	if _, err := fmt.Sscanf(of.Force[0], "%d-%d-%d", &y, &m, &d); err != nil {
		return
	}
	f := p.Mark(codePhrase, report.SeverityWarning, start, end, fmt.Sprintf("《%s》自 %d 年 %d 月 %d 日起施行。", of.Title, y, m, d))
	f.Hint, f.Found = "核对施行日期。", p.Text[start:end]
	s.Add(f)
}

// documentArticles finds articles behind a title that the document does not have: 《政府信息公开条例》第七十九条.
func (s *Subject) documentArticles(p *Part, of *officialDocument, end int) {
	if of.Articles == 0 {
		return
	}
	at := end + len("》")
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		rest := p.Text[at:min(len(p.Text), at+120)]
		if strings.HasPrefix(rest, pair[0]) {
			if i := strings.Index(rest, pair[1]); i >= 0 {
				at += i + len(pair[1])
			}
		}
	}
	for {
		from := at
		for _, w := range []string{" ", "、", "和", "及", "与", "，", "的"} {
			if strings.HasPrefix(p.Text[at:], w) {
				at += len(w)
			}
		}
		if !strings.HasPrefix(p.Text[at:], "第") {
			return
		}
		number, n := documentArticle(p.Text[at+len("第"):])
		if n == 0 {
			return
		}
		stop := at + len("第") + n + len("条")
		if number > of.Articles {
			f := p.Mark(codePhrase, report.SeverityWarning, at, stop, fmt.Sprintf("《%s》没有第 %d 条，一共 %d 条。", of.Title, number, of.Articles))
			f.Hint, f.Found = "核对引用的条款。", p.Text[at:stop]
			s.Add(f)
		}
		if at = stop; at <= from {
			return
		}
	}
}

// documentArticle reads the number before 条, 二十 or 20, and says how long it is; 0 where there is none.
func documentArticle(text string) (number, length int) {
	section := 0
	for i, r := range text {
		switch digit := strings.IndexRune("零一二三四五六七八九", r); {
		case r == '条':
			return number + section, i
		case r >= '0' && r <= '9':
			section = section*10 + int(r-'0')
		case r == '十':
			number, section = number+max(section, 1)*10, 0
		case r == '百':
			number, section = number+max(section, 1)*100, 0
		case r == '千':
			number, section = number+max(section, 1)*1000, 0
		case digit >= 0:
			section = digit / len("一")
		default:
			return 0, 0
		}
		if i > 30 {
			break
		}
	}
	return 0, 0
}
