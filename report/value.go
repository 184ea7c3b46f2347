package report

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// Kind is the type of a cell.
type Kind string

const (
	KindCount  Kind = "count"  // integer ≥ 0
	KindChange Kind = "change" // any integer (本年增/减 of gb-2019)
	KindAmount Kind = "amount" // 万元, decimal ≥ 0 with up to six places
)

// Condition says what a cell holds.
type Condition int

const (
	Blank     Condition = iota // not filled in yet; 0 in sums
	Number                     // a number of the cell's kind
	None                       // 无, /, —, -: "none" as old reports write it; 0 in sums
	Malformed                  // anything else, kept as typed; sums over it are not computed
)

// Problem says why a value is malformed.
type Problem string

const (
	NotNumber Problem = "not_number"
	Negative  Problem = "negative"
	Fraction  Problem = "fraction"
	TooLong   Problem = "too_long"
	Places    Problem = "places"
)

// maxDigits bounds a number before its decimal point; beyond it a slip of the keyboard is certain.
const maxDigits = 15

// Value is a cell's content, understood.
type Value struct {
	// Text is the canonical form of a number, the typed sign of a None (trimmed), and a Malformed value as typed.
	Text      string
	Condition Condition
	// number is the value in sums: zero unless Condition is Number.
	number exact
	// Problem is set for Malformed.
	Problem Problem
	// Converted says that an amount was typed in 元 and is now in 万元.
	Converted bool
}

// Units are the words that may be typed behind a number and go in the canonical form. 元 is converted.
var Units = []string{"件次", "人次", "万元", "件", "条", "次", "个", "人", "篇", "项", "宗", "份", "起", "例", "家", "名", "场", "期", "部", "元"}

var (
	noneSigns  = map[string]bool{"无": true, "/": true, "—": true, "-": true, "——": true, "－": true, "／": true, "∕": true, "–": true, "−": true}
	plainPat   = regexp.MustCompile(`^([+-]?)([0-9]+)(?:\.([0-9]+))?$`)
	groupedPat = regexp.MustCompile(`^([+-]?)([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$`)
	digitFold  = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
		"．", ".", "，", ",", "＋", "+", "－", "-", "−", "-", "–", "-")
)

// trimBlanks are what goes around a value: ASCII white space, U+3000, U+00A0, U+FEFF and zero-width blanks.
const trimBlanks = " \t\r\n\v\f\u3000\u00a0\ufeff\u200b\u2002\u2003\u2009"

// ParseValue understands what was typed into a cell of a kind (editions.md, "What a cell may hold"). It never fails: what is
// not a value comes back Malformed with the text as it was typed.
func ParseValue(kind Kind, raw string) Value {
	s := raw
	if s != "" && !plainNumber(s) {
		s = strings.Trim(raw, trimBlanks)
	}
	if s == "" {
		return Value{}
	}
	if plainNumber(s) {
		return Value{Text: s, Condition: Number, number: parseExact(s)}
	}
	if noneSigns[s] {
		return Value{Text: s, Condition: None}
	}
	malformed := func(p Problem) Value { return Value{Text: raw, Condition: Malformed, Problem: p} }
	s = digitFold.Replace(s)
	if kind == KindChange {
		s = changeSign(s)
	}
	s, unit := cutUnit(s)
	money := unit == "万元" || unit == "元"
	if money != (kind == KindAmount) && unit != "" {
		return malformed(NotNumber)
	}
	m := plainPat.FindStringSubmatch(s)
	if m == nil {
		m = groupedPat.FindStringSubmatch(s)
	}
	if m == nil {
		return malformed(NotNumber)
	}
	sign, whole, fraction := m[1], strings.TrimLeft(strings.ReplaceAll(m[2], ",", ""), "0"), m[3]
	if whole == "" {
		whole = "0"
	}
	if len(whole) > maxDigits {
		return malformed(TooLong)
	}
	zero := whole == "0" && strings.Trim(fraction, "0") == ""
	switch {
	case sign == "-" && !zero && kind != KindChange:
		return malformed(Negative)
	case fraction != "" && kind != KindAmount:
		return malformed(Fraction)
	}
	text := whole
	if fraction != "" {
		text += "." + fraction
	}
	if sign == "-" && !zero {
		text = "-" + text
	}
	converted := unit == "元"
	if converted {
		text = decimal.RequireFromString(text).Shift(-4).String()
		_, fraction, _ = strings.Cut(text, ".")
	}
	if len(fraction) > 6 {
		return malformed(Places)
	}
	return Value{Text: text, Condition: Number, number: parseExact(text), Converted: converted}
}

// plainNumber reports whether a text is what nearly all cells hold: a whole number as it is printed. It is a value of every kind.
func plainNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) <= maxDigits && (s[0] != '0' || s == "0")
}

// changeSign reads 增3, 增加3, 减44, 减少44 as signed numbers.
func changeSign(s string) string {
	for _, w := range []struct{ word, sign string }{{"增加", ""}, {"减少", "-"}, {"增", ""}, {"减", "-"}} {
		rest, ok := strings.CutPrefix(s, w.word)
		if rest = strings.Trim(rest, trimBlanks); ok && rest != "" && rest[0] != '-' && rest[0] != '+' {
			return w.sign + rest
		}
	}
	return s
}

// cutUnit takes a unit off the end of a number, with the blanks before it.
func cutUnit(s string) (rest, unit string) {
	for _, u := range Units {
		if rest, ok := strings.CutSuffix(s, u); ok {
			return strings.TrimRight(rest, trimBlanks), u
		}
	}
	return s, ""
}

// ConvertedHint tells that an amount typed in 元 now stands in 万元 (Value.Converted).
func ConvertedHint(c *Cell, typed string, v Value) string {
	return c.Name() + "：" + clip(strings.Trim(typed, trimBlanks), shownValue) + " 已换算为 " + v.Text + " 万元，请核对。"
}

// IsZero reports whether the value is 0 in sums: the number 0, a blank, or "none".
func (v Value) IsZero() bool { return v.number.sign() == 0 }

// Plain writes the value in sums, without trailing zeros: 10.5 for 10.50, 0 for a blank.
func (v Value) Plain() string { return v.number.String() }
