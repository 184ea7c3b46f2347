package report

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// An exact number is counted in millionths (values have up to six places) as long as it is small, which real figures are, and in
// decimals beyond: every key stroke and every save adds up some fifty of them.
type exact struct {
	micros int64
	big    decimal.Decimal
	isBig  bool
}

const (
	placesKept = 6
	one        = 1_000_000
	// Two numbers below half can be added without overflow.
	half = 1 << 62
)

// parseExact reads a canonical number.
func parseExact(text string) exact {
	whole, fraction, _ := strings.Cut(text, ".")
	if len(whole) <= 12 && len(fraction) <= placesKept {
		n, err := strconv.ParseInt(whole, 10, 64)
		if err == nil && fraction == "" {
			return exact{micros: n * one}
		}
		if n, err = strconv.ParseInt(whole+fraction+"000000"[len(fraction):], 10, 64); err == nil {
			return exact{micros: n}
		}
	}
	return exact{big: decimal.RequireFromString(text), isBig: true}
}

func (x exact) small() bool { return !x.isBig && x.micros < half && x.micros > -half }

func (x exact) decimal() decimal.Decimal {
	if x.isBig {
		return x.big
	}
	return decimal.New(x.micros, -placesKept)
}

func (x exact) plus(y exact) exact {
	if x.small() && y.small() {
		return exact{micros: x.micros + y.micros}
	}
	return exact{big: x.decimal().Add(y.decimal()), isBig: true}
}

func (x exact) minus(y exact) exact {
	if x.small() && y.small() {
		return exact{micros: x.micros - y.micros}
	}
	return exact{big: x.decimal().Sub(y.decimal()), isBig: true}
}

func (x exact) sign() int {
	switch {
	case x.isBig:
		return x.big.Sign()
	case x.micros > 0:
		return 1
	case x.micros < 0:
		return -1
	}
	return 0
}

func (x exact) abs() exact {
	if x.sign() < 0 {
		return exact{}.minus(x)
	}
	return x
}

// String writes the number without an exponent and without trailing zeros.
func (x exact) String() string {
	if x.isBig {
		return x.big.String()
	}
	whole, rest := strconv.FormatInt(x.micros/one, 10), x.micros%one
	if rest == 0 {
		return whole
	}
	if rest < 0 {
		if rest = -rest; x.micros > -one {
			whole = "-0"
		}
	}
	return whole + "." + strings.TrimRight(strconv.FormatInt(one+rest, 10)[1:], "0")
}
