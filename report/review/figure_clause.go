package review

import (
	"slices"
	"strings"
)

// tells reports whether a word says what is counted.
func (t figureToken) tells() bool {
	return t.role == roleVerb || t.role == roleObject || t.role == roleResult || t.role == roleApplicant || t.role == roleWay || t.role == roleForeign
}

// figureGroups are results that have several reasons each.
var figureGroups = map[string]bool{"refused": true, "unavailable": true, "unprocessed": true, "other_handling": true}

// figureCountVerb reports whether a verb takes what is counted behind it.
func figureCountVerb(code string) bool {
	return code == "receive" || code == "new" || code == "handle" || code == "close" || code == "answer"
}

// figureBlank are the characters between words that say nothing.
const figureBlank = " \t\u3000\u00a0\r“”\"'‘’「」、·—-－~～._*●◆|①②③④⑤⑥⑦⑧⑨"

// figureUnknown reports whether a piece of text between words says something.
func figureUnknown(s string) bool {
	for _, r := range s {
		if isHan(r) || !strings.ContainsRune(figureBlank, r) {
			return true
		}
	}
	return false
}

// figureClause is what a clause says about its number.
type figureClause struct {
	verbs      []string
	objects    []string
	result     string
	results    []string // all results where there are several: 予以公开和部分公开共7件
	applicant  string
	ways       []string
	prefix     string // unknown words before the first that counts
	headVerb   bool   // that first word is a verb
	vague      bool   // unknown words among those that count
	scope      string
	elsewhen   bool
	foreign    bool
	not        bool
	part       bool
	total      bool // 申请总量
	bare       bool // 依申请公开, which is also what a document can be
	dated      bool // says that the year is meant
	cumulative bool // 累计
	each       bool
	sum        bool // 共
	open       bool // 网络、信函等
	any        bool // 任何
	info       bool
	powers     []string // 行政许可事项, which are counted as powers, but not handled without a decision
	named      string   // the one thing that is in no table and has a name of its own; "-" for several
	years      []int    // of a 结转 without 上年 or 下年: -1 before, 1 behind
	own, place bool     // names the organ, or its county
	goesOn     bool     // the sentence says that these go on to the next year
	some       bool     // it goes on to say what was not done with them: 有3件申请未收到补正材料
}

// has reports whether the clause says what is counted.
func (c *figureClause) has() bool {
	return len(c.verbs) > 0 || len(c.objects) > 0 || c.result != "" || c.applicant != "" || len(c.ways) > 0
}

// take reads words from a byte to another into the clause. Unknown words before the first that counts are its prefix.
func (c *figureClause) take(r *figureReader, toks []figureToken, from, to int) {
	at := from
	known := c.has()
	gap := func(end int) {
		if end <= at {
			return
		}
		if piece := r.text[at:end]; figureUnknown(piece) {
			if known {
				c.vague = true
			} else if len(c.prefix) < figureLongestScope {
				c.prefix += strings.Trim(piece, figureBlank)
			}
		}
	}
	for i, t := range toks {
		gap(t.start)
		at = max(at, t.end)
		counts := true
		switch t.role {
		case roleVerb:
			c.verbs = append(c.verbs, t.code)
			if !known {
				c.headVerb = true
			}
		case roleObject:
			c.objects = append(c.objects, t.code)
			c.info = c.info || strings.Contains(r.text[t.start:t.end], "信息公开")
			c.bare = r.text[t.start:t.end] == "依申请公开"
			c.total = c.total || t.code == "apply" && (contains(r.text[t.start:t.end], "总") || strings.HasSuffix(r.text[t.start:t.end], "量"))
			if strings.Contains(r.text[t.start:t.end], "决定") {
				c.verbs = append(c.verbs, "decide")
			}
		case roleResult:
			if c.result == "" || !figureGroups[t.code] { // 因保护第三方合法权益不予公开的 are those of that reason
				if c.result != "" && c.result != t.code && !figureGroups[c.result] && i > 0 && toks[i-1].role == roleList {
					c.results = append(c.results, c.result)
				}
				c.result = t.code
			}
		case roleApplicant:
			if c.applicant != "" && c.applicant != t.code {
				c.applicant = "several"
			} else {
				c.applicant = t.code
			}
		case roleWay:
			c.ways = append(c.ways, t.code)
			c.info = c.info || strings.HasPrefix(r.text[t.start:t.end], "依申请公开")
		case roleForeign:
			if figureFamily(t.code) == familyDecision {
				c.powers = append(c.powers, t.code)
			} else {
				c.foreign = true
			}
			if t.code == "named" && c.named == "" {
				c.named = r.text[t.start:t.end]
			} else {
				c.named = "-"
			}
		default:
			counts = false
		}
		switch t.role {
		case roleWide:
			if len(c.scope) < figureLongestScope {
				c.scope += r.text[t.start:t.end]
			}
		case roleElsewhen:
			c.elsewhen = true
			if t.code == "time" {
				c.years = append(c.years, figureYearOf(r.text[t.start:t.end])-r.s.Report.Year)
			}
		case roleOwn:
			switch t.code {
			case "time", "year":
				c.dated, c.elsewhen = true, false
			case "place":
				c.place = true
			default:
				c.own = true
			}
		case rolePart:
			c.part = true
		case roleEach:
			c.each = true
		case roleSum:
			c.sum = true
			c.cumulative = c.cumulative || t.code == "cumulative"
		case roleNot:
			c.not = true
		case roleFiller:
			c.info = c.info || t.code == "info"
			c.open = c.open || len(c.ways) > 0 && r.text[t.start:t.end] == "等"
			c.any = c.any || strings.HasPrefix(r.text[t.start:t.end], "任何")
		case roleOpaque:
			if rest := r.text[t.end:]; known && strings.HasPrefix(r.text[t.start:t.end], "《") && !strings.HasPrefix(rest, "等") && !strings.HasPrefix(strings.TrimLeft(rest, "、和及"), "《") {
				c.vague = true
			}
		}
		known = known || counts
	}
	gap(to)
}

// figureDone are words behind which a text tells what became of what was counted: 作出的66件行政处罚决定均已上网公示.
var figureDone = []string{"均已", "已", "已经", "现已", "全部", "都", "皆", "均按时"}

// figureDecided reports whether words name a decision.
func figureDecided(toks []figureToken) bool {
	return slices.ContainsFunc(toks, func(t figureToken) bool { return t.role == roleObject && figureFamily(t.code) == familyDecision })
}

// figureLongestScope is how many bytes of what a clause is about are kept.
const figureLongestScope = 200

// figureEnters begin what is told of applications that were taken up.
var figureEnters = []string{"进入", "纳入", "录入", "列入"}

// tells reports whether what a sentence tells of the applications that it has just named begins at a byte, before a token: that they were
// taken up, or why they go on to the next year. It says nothing of how many there are.
func (c *figureClause) tells(r *figureReader, number, at int, t figureToken) bool {
	if c.sum && at < t.start && beginsWith(r.text[at:t.start], figureEnters) {
		return true
	}
	if t.start > at && t.role != roleSoft || !(t.role == roleNot || t.role == roleNumber || t.start > at || r.text[t.start:t.end] == "因" || t.role == roleVerb && t.code == "open") {
		return false
	}
	c.goesOn = r.goesOn(&r.qs[r.toks[number].number])
	c.some = c.some || t.start == at && (t.role == roleNot || t.role == roleNumber && r.qs[t.number].None)
	return c.goesOn
}

// behind reads what stands behind a number into a clause that lacks it before: 收到 3 件政府信息公开申请; 3 件予以公开.
func (c *figureClause) behind(r *figureReader, number int) {
	had := c.has()
	var toks []figureToken
	end := len(r.text)
	for _, t := range r.toks[number+1:] {
		if !had && r.begins(toks, t) {
			if t.role == roleNumber {
				return
			}
			end = t.start
			break
		}
		if n := len(toks); (!had || len(c.verbs) == 1 && (c.verbs[0] == "receive" || c.verbs[0] == "new")) && n > 0 && toks[n-1].role == roleObject && c.tells(r, number, toks[n-1].end, t) {
			end = toks[n-1].end
			break
		}
		if t.role == roleSoft || t.role == roleHard || t.role == roleParagraph || t.role == roleList || t.role == roleNumber || t.role == roleRatio {
			end = t.start
			break
		}
		if had && t.code == "new" && len(toks) == 0 && t.start == r.toks[number].end && len(c.verbs) == 1 && figureCountVerb(c.verbs[0]) {
			c.verbs[0] = t.code // 受理的9件新收申请
			toks = append(toks, figureToken{start: t.start, end: t.end, role: roleFiller})
			continue
		}
		if had && (t.role == roleVerb || t.role == roleEach || t.role == roleResult) {
			if (t.code == "over" || t.code == "in") && (slices.ContainsFunc(toks, figureToken.tells) || slices.Contains(c.verbs, "open")) {
				c.verbs = append(c.verbs, t.code) // 收到的4件申请结转至下一年度
			}
			end = t.start
			break
		}
		if word := r.text[t.start:t.end]; (had || figureDecided(toks)) && t.role == roleFiller && slices.Contains(figureDone, word) && slices.ContainsFunc(toks, figureToken.tells) {
			end = t.start
			break
		}
		toks = append(toks, t)
	}
	from := r.toks[number].end
	if !had && !slices.ContainsFunc(toks, func(t figureToken) bool { return t.role == roleVerb || t.role == roleObject || t.role == roleResult }) {
		if figureUnknown(r.text[from:end]) {
			c.vague = true
		}
		return
	}
	var tail figureClause
	tail.take(r, toks, from, end)
	if tail.has() {
		r.behindTo = end
	}
	c.verbs, c.objects, c.ways = append(c.verbs, tail.verbs...), append(c.objects, tail.objects...), append(c.ways, tail.ways...)
	if c.result == "" {
		c.result = tail.result
	}
	c.vague = c.vague || tail.vague || tail.prefix != ""
	c.foreign = c.foreign || tail.foreign
	c.powers = append(c.powers, tail.powers...)
	c.not = c.not || tail.not
	c.info = c.info || tail.info
	c.years = append(c.years, tail.years...)
}
