package quantity

import (
	"strconv"
	"strings"
)

// String writes a value without a unit: 12, 65.29.
func (v Value) String() string {
	whole, rest := v/One, v%One
	if rest == 0 {
		return strconv.FormatInt(int64(whole), 10)
	}
	sign := ""
	if v < 0 {
		sign, whole, rest = "-", -whole, -rest
	}
	digits := strconv.FormatInt(int64(One+rest), 10)[1:]
	return sign + strconv.FormatInt(int64(whole), 10) + "." + strings.TrimRight(digits, "0")
}

// PercentOf writes part ÷ whole as a percentage with so many places, and more where rounding would take much of it away: 4 of 64585
// are 0.006%.
func PercentOf(part, whole Value, places int) string {
	share := 100 * float64(part) / float64(whole)
	for ; places < 6; places++ {
		rounded, _ := strconv.ParseFloat(strconv.FormatFloat(share, 'f', places, 64), 64)
		if d := rounded - share; share == 0 || d < share/20 && -d < share/20 {
			break
		}
	}
	return strconv.FormatFloat(share, 'f', places, 64) + "%"
}
