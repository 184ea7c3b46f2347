package report_test

import (
	"strings"
	"testing"

	"nianbao/report"
)

type levelCase struct {
	Paragraph string `json:"paragraph"`
	Level     int    `json:"level"`
	// Heading is the part that is set as heading; "" for none.
	Heading string `json:"heading"`
}

// The levels of headings are told by Go for documents and by static/js/levels.js beside the text while it is typed.
func TestLevelsInBothPlaces(t *testing.T) {
	inPage := function[levelCase, levelCase](t, module(t, "../static/js/levels.js"), `({paragraph}) => (
		{paragraph, level: level(paragraph), heading: paragraph.slice(0, headingEnd(paragraph))})`)
	for _, want := range readCases[levelCase](t, "testdata/levels.json") {
		inGo := levelCase{want.Paragraph, report.Level(want.Paragraph), want.Paragraph[:report.HeadingEnd(want.Paragraph)]}
		if inGo != want {
			t.Errorf("Go:   %+v\nwant: %+v", inGo, want)
		}
		if got := inPage(t, levelCase{Paragraph: want.Paragraph}); got != want {
			t.Errorf("page: %+v\nwant: %+v", got, want)
		}
	}
}

// The list beside a text says where each heading stands in it, in UTF-16 units, so that it can be selected.
func TestHeadingsOfText(t *testing.T) {
	type heading struct {
		Level      int
		Text       string
		Start, End int
	}
	list := function[string, []heading](t, module(t, "../static/js/levels.js"), `headings`)
	got := list(t, "概述。\n\n　（一）主动公开。全年 😀 条。\n1．网站。\n  没有编号\n（二）"+strings.Repeat("长", 60))
	want := []heading{{2, "（一）主动公开。", 6, 14}, {3, "1．网站。", 23, 28}, {2, "（二）" + strings.Repeat("长", 17) + "…", 36, 99}}
	if g, w := encode(t, got), encode(t, want); string(g) != string(w) {
		t.Errorf("got %s, want %s", g, w)
	}
	if got := list(t, ""); len(got) != 0 {
		t.Errorf("headings of nothing: %s", encode(t, got))
	}
}
