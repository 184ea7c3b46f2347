package report

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

// Exact numbers are what decimals say, whatever their size.
func TestExact(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		x, want := exact{}, decimal.Zero
		for range 1 + random.IntN(30) {
			text := strconv.FormatUint(random.Uint64()>>(14+random.IntN(50)), 10)
			if random.IntN(3) == 0 {
				text += "." + strconv.Itoa(random.IntN(one))
			}
			y, d := parseExact(text), decimal.RequireFromString(text)
			if y.String() != d.String() {
				t.Fatalf("%s reads as %s", text, y)
			}
			if random.IntN(3) == 0 {
				x, want = x.minus(y), want.Sub(d)
			} else {
				x, want = x.plus(y), want.Add(d)
			}
			if x.String() != want.String() || x.sign() != want.Sign() || x.abs().String() != want.Abs().String() || !x.decimal().Equal(want) {
				t.Fatalf("got %s, want %s", x, want)
			}
		}
	}
}
