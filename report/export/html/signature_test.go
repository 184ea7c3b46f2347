package html

import (
	"strings"
	"testing"

	"nianbao/report/document"
)

// A page sets the agency over the date for a seal; what is pasted knows no such place.
func TestSealed(t *testing.T) {
	d := &document.Document{Signature: document.Signature{Agency: "云岭县水务局", Date: "2023年1月17日"}}
	for _, sealed := range []bool{false, true} {
		var page, pasted strings.Builder
		if err := Fragment(&page, d, document.Options{Sealed: sealed}); err != nil {
			t.Fatal(err)
		}
		if err := Paste(&pasted, d, document.Options{Sealed: sealed}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(page.String(), "nb-sealed"); got != sealed {
			t.Errorf("sealed %t: the page has nb-sealed %t", sealed, got)
		}
		if strings.Contains(pasted.String(), "nb-") {
			t.Errorf("a class in %s", pasted.String())
		}
	}
	if !strings.Contains(CSS(), ".nb-sealed {") {
		t.Error("no rule for it")
	}
}
