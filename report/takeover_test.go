package report

import (
	"strings"
	"testing"
)

func TestTakeOver(t *testing.T) {
	e := editions(t).Get("gb-2021")
	text := func(s string) []Block { return []Block{{Text: s}} }
	r := &Report{Edition: e.ID, Year: 2024, Title: "某镇2024年报告", Number: "某政〔2025〕1号", Signature: Signature{Agency: "某镇", Date: "2025-01-09"},
		Sections: []Section{
			{Key: "", Heading: "", Blocks: text("开头的话。")},
			{Key: "overview", Heading: "一、总体情况", Blocks: []Block{{Text: "第一段。\n第二段。"}, {Grid: [][]string{{"甲"}}}, {Text: "第三段。"}}},
			{Key: "overview", Heading: "又一个", Blocks: text("重复的键。")},
			{Key: "a/b", Heading: "二、申请情况", Blocks: []Block{{Table: "requests"}, {Table: "requests"}, {Table: "nowhere"}}},
			{Key: "other", Heading: "三、其他需要报告的事项", Blocks: text("没有。")},
		},
		Attachments: []Attachment{{Label: "附件", Title: "清单", Blocks: text("一条。")}},
		Figures:     Figures{"requests.received.business": "3", "requests.received.total": "5", "appeals.cases.review_upheld": "1", "disclosure.fees.amount": ""}}
	layout := func(over *Takeover) string {
		var out []string
		for _, o := range over.Outline {
			line := o.Key
			for _, f := range o.Fixtures {
				if f.Grid != nil {
					f.Table = "grid"
				}
				line += " " + f.Table + "@" + itoa(f.After)
			}
			out = append(out, line)
		}
		return strings.Join(out, "|")
	}
	over := TakeOver(e, r)
	// The table of appeals has figures and no section: it gets the one of the edition, behind what stands before that there.
	if got, want := layout(over), "extra_1|overview grid@2|appeals appeals@0|extra_2|extra_3 requests@0|other|attachment_1"; got != want {
		t.Errorf("laid out as\n%s, want\n%s", got, want)
	}
	if over.Texts["overview"] != "第一段。\n第二段。\n第三段。" || over.Texts["attachment_1"] != "一条。" || over.Texts[PlaceNumber] != r.Number {
		t.Errorf("texts %v", over.Texts)
	}
	if over.Figures["requests.received.total"] != "5" || over.Figures["appeals.cases.review_upheld"] != "1" || len(over.Figures) != 3 {
		t.Errorf("figures %v", over.Figures)
	}

	t.Run("as the beginning of the same year's report", func(t *testing.T) {
		over := TakeOver(e, r)
		over.Begin("柳河镇人民政府", 2024, 2024)
		if got, want := layout(over), "extra_1|overview grid@2|disclosure disclosure@0|appeals appeals@0|extra_2|extra_3 requests@0|other|attachment_1"; got != want {
			t.Errorf("laid out as\n%s, want\n%s", got, want)
		}
		if _, there := over.Figures["requests.received.total"]; there || over.Figures["requests.received.business"] != "3" {
			t.Errorf("figures %v", over.Figures)
		}
		if over.Texts[PlaceTitle] != r.Title {
			t.Errorf("title %q", over.Texts[PlaceTitle])
		}
	})
	t.Run("as the beginning of another year's", func(t *testing.T) {
		over := TakeOver(e, r)
		over.Begin("柳河镇人民政府", 2025, 2024)
		if len(over.Figures) != 0 || over.Texts[PlaceTitle] != e.Title("柳河镇人民政府", 2025) || over.Texts[PlaceSignatureDate]+over.Texts[PlaceNumber] != "" {
			t.Errorf("figures %v, texts %v", over.Figures, over.Texts)
		}
	})
	t.Run("an attachment for a table", func(t *testing.T) {
		old := editions(t).Get("gb-2014")
		over := TakeOver(old, &Report{Attachments: r.Attachments})
		over.Begin("某镇", 2016, 2016)
		if got, want := layout(over), "attachment_1|attachment_2 statistics@0"; got != want {
			t.Errorf("laid out as %s, want %s", got, want)
		}
	})
}

// Tables that are not official ones, and official ones that stand elsewhere, go along with every change of the outline.
func TestOutlineKeepsTables(t *testing.T) {
	e, old := editions(t).Get("gb-2021"), editions(t).Get("gb-2019")
	grid := Fixture{After: 1, Grid: [][]string{{"甲", "乙"}}}
	entries := []OutlineEntry{{Key: "overview", Heading: "一、总体情况", Fixtures: []Fixture{grid}}, {Key: "extra_1", Heading: "二、数据", Fixtures: []Fixture{{After: 2, Table: "requests"}, grid}},
		{Key: "disclosure", Heading: "三、主动公开", Fixtures: []Fixture{{After: 3, Table: "disclosure"}}}}
	count := func(entries []OutlineEntry) (grids, requests int) {
		for _, o := range entries {
			for _, f := range o.Fixtures {
				if f.Grid != nil {
					grids++
				}
				if f.Table == "requests" {
					requests++
				}
			}
		}
		return grids, requests
	}
	reset, err := ChangeOutline(e, entries, OutlineChange{Action: OutlineReset})
	if err != nil {
		t.Fatal(err)
	}
	if grids, requests := count(reset); grids != 2 || requests != 1 {
		t.Errorf("after a reset %d other tables and %d of requests: %+v", grids, requests, reset)
	}
	anew, _ := Reoutline(old, 2020, entries, func(string) bool { return false })
	if grids, requests := count(anew); grids != 2 || requests != 1 {
		t.Errorf("in another edition %d other tables and %d of requests: %+v", grids, requests, anew)
	}
	for _, o := range anew {
		if o.Key == "disclosure" && o.Fixtures[0].After != 3 {
			t.Errorf("the table moved: %+v", o.Fixtures)
		}
	}
}

// Every state has a name, leads somewhere or is the end, and every step has its word.
func TestStates(t *testing.T) {
	for _, transition := range Transitions {
		if StateNames[transition.From] == "" || StateNames[transition.To] == "" || StepNames[transition.Step] == "" {
			t.Errorf("no words for %+v", transition)
		}
	}
	for _, c := range []struct {
		state        State
		done, readIn bool
		mode         Mode
	}{{Draft, false, false, InForm}, {Approved, false, false, InForm}, {Published, true, false, InForm}, {Imported, true, true, AsRead}, {Historical, true, true, AsRead}} {
		if c.state.Done() != c.done || c.state.ReadIn() != c.readIn || c.state.Mode() != c.mode {
			t.Errorf("%s: done %v, read in %v, mode %v", c.state, c.state.Done(), c.state.ReadIn(), c.state.Mode())
		}
	}
	for _, c := range []struct {
		from State
		step Step
		to   State
	}{{Imported, Confirm, Historical}, {Historical, Reopen, Imported}} {
		if got, ok := Next(c.from, c.step); !ok || got.To != c.to {
			t.Errorf("%s from %s leads to %+v", c.step, c.from, got)
		}
	}
	if got, ok := Next(Historical, Submit); ok {
		t.Errorf("a historical report can be submitted: %+v", got)
	}
}
