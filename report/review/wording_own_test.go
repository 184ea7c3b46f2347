package review

import (
	"testing"

	"nianbao/report"
)

// A place is called what it is called, however much its name looks like a word.
func TestOwnNameIsNoSlip(t *testing.T) {
	for agency, want := range map[string]int{"青溪县救剂镇人民政府": 0, "青溪县柳河镇人民政府": 1} {
		s := newSubject(nil, &report.Report{Agency: agency, Preface: "依法保障群众申请救剂的权利。"}, report.Context{}, Settings{})
		checkWording(s)
		if len(s.findings) != want {
			t.Errorf("%s: %d findings, want %d: %+v", agency, len(s.findings), want, s.findings)
		}
	}
}
