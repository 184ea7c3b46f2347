package intake

import (
	"regexp"
	"strconv"
	"strings"
)

// titleParts is a line, or lines joined, that reads like the title of such a report.
type titleParts struct {
	text   string
	agency string // as it stands; "" where the title does not name one
	year   int
	// decorated says that it stands behind (图解) or 【年报】, as the titles of other forms of the same report do.
	decorated bool
	// from and to are the items that it stands in.
	from, to int
}

// complete counts what the title says beside that it is such a report.
func (t titleParts) complete() int {
	n := 0
	if t.agency != "" {
		n++
	}
	if t.year != 0 {
		n++
	}
	return n
}

var (
	titleYearPat  = regexp.MustCompile(`(?:((?:19|20)[0-9]{2})|([一二][〇○零OoО0一二三四五六七八九]{3}))(?:年度|年|度)?$`)
	titleStartPat = regexp.MustCompile(`^(?:关于|["<《(·]|(?:(?:19|20)[0-9]{2}|[一二][〇○零OoО0一二三四五六七八九]{3})(?:年度|年|度)?)`)
	titleTailPat  = regexp.MustCompile(`\(([^()]*)\)$`)
	titleYearOnly = regexp.MustCompile(`^(?:((?:19|20)[0-9]{2})|([一二][〇○零OoО0一二三四五六七八九]{3}))(?:年度|年|度)$`)
	titleBarrier  = regexp.MustCompile(`[,。;:!?>»→|]|https?|www\.|^第|^\([一二三四五六七八九十0-9]{1,3}\)|指南|目录$|统计表|条例$`)
	titleEndings  = []string{"报告", "年报", "总结", "年度报", "报", "告", "报告书"}
	titleTokens   = []string{"政府信息公开", "政务信息公开", "政务公开", "信息公开", "政府信息", "政务信息", "公开", "信息", "党务", "年度报告", "报告书", "报告", "年报", "总结", "年度报", "年度", "工作", "情况", "自查",
		"开展", "实施", "执行", "贯彻", "落实", "推进", "《条例》", "关于", "以及", "暨", "的", "及", "和", "与", "、", "·", "-", "年", "报", "告", `"`, "》", "《", "全文", "中的", "度"}
	titleCoreWords = []string{"政府信息公开", "政务信息公开", "政务公开", "信息公开", "政府信息", "政务信息", "公开"}
)

// parseTitle takes a title apart from its end: everything that belongs to the name of such a report goes, the year is noted, and what
// is left is the agency. False for what is no such title.
func parseTitle(text string) (titleParts, bool) {
	t := titleParts{text: text}
	text, behind := titleFrame(&t, withoutPinyin(text))
	folded, origin := foldWithOrigin(text)
	if len(folded) < 4 || len(folded) > 90 {
		return t, false
	}
	s := string(folded)
	bracketAgency := ""
	for {
		m := titleTailPat.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		inner := s[m[2]:m[3]]
		if y := titleYearOnly.FindStringSubmatch(inner); y != nil {
			t.year = parsedYear(y[1], y[2])
		} else if agencyLike(inner) {
			from := len([]rune(s[:m[2]]))
			bracketAgency = plainAgency(text[origin[from]:origin[from+len([]rune(inner))]])
		} else if dateOf(inner) == "" && len([]rune(inner)) > 6 {
			return t, false
		}
		s = s[:m[0]]
	}
	if titleBarrier.MatchString(s) {
		return t, false
	}
	core, ended, first, state := false, false, true, false
	for s != "" {
		if m := titleYearPat.FindStringSubmatchIndex(s); m != nil && (strings.HasSuffix(s, "年") || strings.HasSuffix(s, "度") || m[2] >= 0) {
			year := parsedYear(group(s, m, 1), group(s, m, 2))
			if t.year == 0 {
				t.year = year
			}
			rest := s[:m[0]]
			if core && strings.Trim(rest, "关于的") != "" {
				s = rest
				break
			}
			s, first = rest, false
			continue
		}
		token := ""
		for _, w := range titleTokens {
			if strings.HasSuffix(s, w) && len(w) > len(token) && !splitsGovernment(s, w) {
				token = w
			}
		}
		if token == "" {
			break
		}
		if first {
			for _, w := range titleEndings {
				ended = ended || strings.HasSuffix(token, w)
			}
			state = token == "情况"
			ended = ended || state
			first = false
		}
		for _, w := range titleCoreWords {
			core = core || token == w
		}
		s = s[:len(s)-len(token)]
	}
	if !core || !ended {
		return t, false
	}
	// What is left is the agency, behind a year where that comes first.
	before := 0
	for {
		m := titleStartPat.FindString(s[before:])
		if m == "" {
			break
		}
		if y := titleYearPat.FindStringSubmatch(m); y != nil && t.year == 0 {
			t.year = parsedYear(y[1], y[2])
		}
		before += len(m)
	}
	name := strings.TrimRight(titleVerbPat.ReplaceAllString(s[before:], ""), `"》·-、`)
	if strings.HasSuffix(name, ")") && !strings.Contains(name, "(") {
		name = strings.TrimSuffix(name, ")")
	}
	if n := len([]rune(name)); n > 45 {
		return t, false
	} else if n >= 2 {
		from := len([]rune(s[:before]))
		end := len(text)
		if from+n < len(origin) {
			end = origin[from+n]
		}
		t.agency = plainAgency(text[origin[from]:end])
	}
	if bracketAgency != "" && (t.agency == "" || isPlace(t.agency) && !isPlace(bracketAgency)) {
		t.agency = bracketAgency
	}
	if t.agency == "" && t.year != 0 {
		t.agency = behind
	}
	return t, !state || t.year != 0 // …情况 without a year is a heading
}

// splitsGovernment keeps 人民政府信息公开 from losing 政府 to 政府信息公开.
func splitsGovernment(s, token string) bool {
	return strings.HasPrefix(token, "政府") && strings.HasSuffix(strings.TrimSuffix(s, token), "人民")
}

func group(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}

func parsedYear(digits, han string) int {
	if digits != "" {
		year, _ := strconv.Atoi(digits)
		return year
	}
	return hanYear(han)
}

// joinTitle joins the lines of a title, and drops the blanks that set its parts apart.
func joinTitle(lines []string) string { return plainBlanks(strings.Join(lines, "")) }
