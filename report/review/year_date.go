package review

import (
	"strconv"
	"strings"
)

// yearDate is a year, a date, or a day without a year, as a text writes it: 2022年, 2022年度, 2022年1月1日, 2022.1.1, 12月31日.
type yearDate struct {
	// start and end are the whole of it; yearEnd is behind 年 or 年度, digitsEnd behind the digits of the year, monthAt before the month.
	start, digitsEnd, yearEnd, monthAt, end int
	// year, month and day are 0 where they are not written.
	year, month, day int
	// over is behind the range that it begins where that is a whole year, 1月1日至12月31日; 0 for others.
	over int
	// title is the byte behind the 《 that it stands in, 0 for none; quoted and bracketed say that “” and （） are around it.
	title             int
	quoted, bracketed bool
	// zero says that the month or the day is written as 0.
	zero bool
	// broken says that no year is written so: 20223年, 2203年.
	broken bool
	// told says that something was found on it already: one fault is one finding.
	told bool
}

// yearDateRunes are the characters with which a date may begin, and the marks around it.
var yearDateRunes = newRuneSet("\n()\"《》“”（）。0123456789０１２３４５６７８９二")

// yearDates finds them in one pass over the text.
func yearDates(p *Part) []*yearDate {
	var out []*yearDate
	title, quoted, bracketed, next := 0, false, false, 0
	runes, starts := p.Runes()
	for k := yearDateRunes.next(runes, 0); k < len(runes); k = yearDateRunes.next(runes, k+1) {
		at := int(starts[k])
		if at < next {
			continue
		}
		switch runes[k] {
		case '\n', '。':
			title, quoted, bracketed = 0, false, false
		case '（', '(':
			bracketed = true
		case '）', ')':
			bracketed = false
		case '"':
			quoted = !quoted
		case '《':
			title = at + len("《")
		case '》':
			title = 0
		case '“':
			quoted = true
		case '”':
			quoted = false
		default:
			var d *yearDate
			if d, next = yearDateAt(p.Text, at); d != nil {
				d.title, d.quoted, d.bracketed = title, quoted, bracketed
				out = append(out, d)
			}
		}
	}
	return out
}

// yearDateAt reads what begins at a byte; next is where to go on.
func yearDateAt(text string, at int) (d *yearDate, next int) {
	if text[at] == 0xE4 {
		if year, end := yearHan(text, at); year != 0 && strings.HasPrefix(text[end:], "年") {
			d = yearWithDate(text, &yearDate{start: at, digitsEnd: end, year: year})
			return d, d.end
		}
		if strings.HasPrefix(text[at:], "二月") && !strings.HasSuffix(text[:at], "十") {
			d = yearMonthDay(text, &yearDate{start: at, digitsEnd: at, yearEnd: at, end: at}, at)
			return d, d.end
		}
		return nil, at + len("二")
	}
	n, digits, end := yearNumber(text, at)
	behind := yearBlanks(text, end)
	switch {
	case digits == 4 && n >= 1949 && n < 2100 && !yearInAddress(text, at):
		d = &yearDate{start: at, digitsEnd: end, year: n}
		if strings.HasPrefix(text[behind:], "年") {
			d = yearWithDate(text, d)
			return d, d.end
		}
		if strings.HasPrefix(text[end:], "全年") { // 2022全年
			d.yearEnd, d.monthAt, d.end = end, end, end
			return d, d.end
		}
		if yearBegins(text[end:], []string{"度，", "度我", "度共", "，我"}) && (at == 0 || text[at-1] == '\n' || strings.HasSuffix(text[:at], "。")) { // 2022度，
			d.yearEnd = end + len("度")
			if strings.HasPrefix(text[end:], "，") {
				d.yearEnd = end
			}
			d.monthAt, d.end = d.yearEnd, d.yearEnd
			return d, d.end
		}
		if d = yearDotted(text, d); d != nil {
			return d, d.end
		}
	case (digits == 3 && (n/10 == 20 || n/100 == 2 && strings.HasPrefix(text[behind:], "年，我")) || digits == 5 && (n/1000 == 20 || n/10000 == 2 && n%10000/100 == 20) || digits == 8 && n/10000 == n%10000 && n/1000000 == 20 || digits == 6 && n/10000 == 20 && (n%10000/100 == 20 || strings.HasPrefix(text[behind:], "年1")) || digits == 4 && (n/100 > 20 && n < 4000 || n/100 == 19 && n < 1949 && strings.HasPrefix(text[behind:], "年，我"))) && strings.HasPrefix(text[behind:], "年") && !yearInAddress(text, at):
		// 2500年 of history is no date; what a date goes on with, or a number with a digit too many, is.
		rest := text[behind+len("年"):]
		if digits == 4 && yearEnds(text[:at], []string{"达", "近", "约", "有", "逾", "超", "过", "余", "历", "长", "承"}) {
			rest = ""
		}
		if digits >= 5 || strings.HasPrefix(rest, "度") || yearBegins(rest, []string{"，", ",", "我", "全年"}) || rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return &yearDate{start: at, digitsEnd: end, yearEnd: behind + len("年"), monthAt: end, end: behind + len("年"), broken: true}, behind + len("年")
		}
	case digits == 2 && n >= 8 && n < 40 && strings.HasPrefix(text[end:], "年") && yearShort(text, at, end+len("年")): // 22年我镇…
		d = yearWithDate(text, &yearDate{start: at, digitsEnd: end, year: 2000 + n})
		return d, d.end
	case digits <= 2 && strings.HasPrefix(text[behind:], "月") && !yearFollowsDigit(text, at):
		d = yearMonthDay(text, &yearDate{start: at, digitsEnd: at, yearEnd: at, end: at}, at)
		if d.day != 0 || d.month != 0 {
			return d, max(d.end, end)
		}
	}
	return nil, end
}

// yearWithDate goes on behind the digits of a year whose 年 follows.
func yearWithDate(text string, d *yearDate) *yearDate {
	at := yearBlanks(text, d.digitsEnd) + len("年")
	if strings.HasPrefix(text[at:], "度") {
		at += len("度")
	}
	d.yearEnd, d.monthAt, d.end = at, at, at
	return yearMonthDay(text, d, yearBlanks(text, at))
}

// yearMonthDay reads 12月 and 31日 where they follow.
func yearMonthDay(text string, d *yearDate, at int) *yearDate {
	month, end := yearSmall(text, at)
	if strings.HasPrefix(text[at:], "元月") {
		month, end = 1, at+len("元")
	}
	if behind := yearBlanks(text, end); end > at && strings.HasPrefix(text[behind:], "月") {
		d.month, d.monthAt, d.end, d.zero = month, at, behind+len("月"), month == 0
		at = yearBlanks(text, d.end)
		day, end := yearSmall(text, at)
		if behind := yearBlanks(text, end); end > at {
			for _, word := range []string{"日", "号"} {
				if strings.HasPrefix(text[behind:], word) {
					d.day, d.end, d.zero = day, behind+len(word), d.zero || day == 0
				}
			}
		}
	}
	return d
}

// yearDotted reads 2022.1.1, 2022-01-01 and 2022/1/1; nil where it is something else.
func yearDotted(text string, d *yearDate) *yearDate {
	at := d.digitsEnd
	if at >= len(text) || strings.IndexByte(".-/", text[at]) < 0 {
		return nil
	}
	mark := text[at]
	month, digits, end := yearNumber(text, at+1)
	if digits == 0 || digits > 2 || end >= len(text) || text[end] != mark {
		return nil
	}
	day, digits, last := yearNumber(text, end+1)
	if digits == 0 || digits > 2 || month < 1 || month > 12 || day < 1 || day > 31 {
		return nil
	}
	d.yearEnd, d.monthAt, d.end, d.month, d.day = d.digitsEnd, at+1, last, month, day
	return d
}

// possible reports whether the calendar has the day. A day without a year gets the benefit of the doubt on 29 February.
func (d *yearDate) possible() bool {
	if d.zero || d.month == 0 {
		return !d.zero
	}
	if d.month > 12 {
		return d.year == 0 && d.day == 0 // 18月 alone may be many things
	}
	return d.day <= yearDaysIn(d.year, d.month)
}

func yearDaysIn(year, month int) int {
	switch month {
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// ofYear is the year as it stands with another number, in the same digits: 2022 年度 becomes 2023 年度; ok is false for 二〇二二年.
func (d *yearDate) ofYear(text string, year int) (written string, ok bool) {
	digits := text[d.start:d.digitsEnd]
	s := strconv.Itoa(year)
	switch {
	case len(digits) == 4:
		return s, true
	case len(digits) == 12 && digits[0] == 0xEF:
		var wide strings.Builder
		for _, r := range s {
			wide.WriteRune(r - '0' + '０')
		}
		return wide.String(), true
	}
	return "", false
}
