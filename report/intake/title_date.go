package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	datePattern     = `((?:19|20)[0-9]{2})(?:年|-|\.|/)([0-9]{1,2})(?:月|-|\.|/)([0-9]{1,2})日?`
	hanDatePattern  = `([一二][〇○零OoΟО0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?`
	dateInPat       = regexp.MustCompile(datePattern)
	hanDateInPat    = regexp.MustCompile(hanDatePattern)
	dateLinePat     = regexp.MustCompile(`^\(?(?:` + datePattern + `|` + hanDatePattern + `)\)?$`)
	dateEndPat      = regexp.MustCompile(`(?:` + datePattern + `|` + hanDatePattern + `)$`)
	unclearDatePat  = regexp.MustCompile(`^\(?(?:(?:19|20)?[0-9]{0,2}|[一二][〇○零O0一二三四五六七八九]{3})年[0-9一二三四五六七八九十]{0,3}月(?:[0-9一二三四五六七八九十]{0,3}日?)?\)?$`)
	datedLinePat    = regexp.MustCompile(`^\(?(?:发布|公开|更新|成文|印发|发表|添加|录入)?(?:日期|时间)?:?` + datePattern + `(?:\(?星期.\)?)?(?:[0-9]{1,2}[:时][0-9]{1,2}(?:[:分][0-9]{0,2}秒?)?)?\)?$`)
	labelledDatePat = regexp.MustCompile(`(?:(?:发布|公开|发表|更新|上网)(?:日期|时间)|(?:^|[^\p{Han}])(?:日期|时间))\)?[:|]{0,2}` + datePattern)
	issuedDatePat   = regexp.MustCompile(`(?:发文|印发|录入|添加)(?:日期|时间)\)?[:|]{0,2}` + datePattern)
)

// dateOf is a folded text that is a date and nothing else, as yyyy-mm-dd; "" for anything else.
func dateOf(folded string) string {
	if dateLinePat.MatchString(folded) {
		return dateIn(folded)
	}
	return ""
}

// dateIn is the first date in a folded text.
func dateIn(folded string) string {
	if m := dateInPat.FindStringSubmatch(folded); m != nil {
		return isoDate(m[1], m[2], m[3])
	}
	if m := hanDateInPat.FindStringSubmatch(folded); m != nil {
		return isoDate(strconv.Itoa(hanYear(m[1])), strconv.Itoa(numberValue(m[2])), strconv.Itoa(numberValue(m[3])))
	}
	return ""
}

func isoDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return ""
	}
	return date
}

// hanYear reads 二〇二三.
func hanYear(s string) int {
	year := 0
	for _, r := range s {
		digit := strings.IndexRune("零一二三四五六七八九", r) / len("一")
		if !strings.ContainsRune("一二三四五六七八九", r) {
			digit = 0
		}
		year = year*10 + digit
	}
	return year
}

var (
	periodPat = regexp.MustCompile(`((?:19|20)[0-9]{2})年1月1日`)
	yearPat   = regexp.MustCompile(`(20[0-9]{2})(?:年|\.)|([一二][〇○零O0一二三四五六七八九]{3})年`)
)

// settleYear takes the year of the title, else of the period that the figures cover, else the one that the text speaks of most.
func (s *structuring) settleYear() {
	if s.report.Year != 0 {
		return
	}
	for _, t := range s.titles {
		if t.year != 0 {
			s.report.Year = t.year
			return
		}
	}
	counts := map[int]int{}
	for i := range s.items {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody && s.places[i] != placePreface {
			continue
		}
		whole := it.folded
		if it.length > foldedLength {
			whole = fold(it.text)
		}
		if m := periodPat.FindStringSubmatch(whole); m != nil {
			s.report.Year, _ = strconv.Atoi(m[1])
			return
		}
		if span, ok := s.signatureAt(i); ok && len(span.is.Date) == len(time.DateOnly) {
			signed, _ := strconv.Atoi(span.is.Date[:4])
			counts[signed-1] += 2 // a report is signed in the year after
		}
		for _, m := range yearPat.FindAllStringSubmatch(whole, -1) {
			year, _ := strconv.Atoi(m[1])
			if m[2] != "" {
				year = hanYear(m[2])
			}
			if year >= 2003 && year <= 2099 {
				counts[year]++
			}
		}
	}
	for year, n := range counts {
		if best := counts[s.report.Year]; n > best || n == best && year < s.report.Year {
			s.report.Year = year
		}
	}
}
