package views

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"nianbao/report"
)

func sampleDossier(t *testing.T) *report.Dossier {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	r := sample()
	r.Sections = append(r.Sections, report.Section{Key: "requests", Blocks: []report.Block{{Table: "requests"}}})
	return &report.Dossier{Filing: report.Filing{ID: 7}, Edition: editions.Get("gb-2021"), Report: r, Outline: []report.OutlineEntry{{Key: "overview"}, {Key: "requests"}}}
}

func html(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := c.Render(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestCards(t *testing.T) {
	d := sampleDossier(t)
	f := at(t, "overview", report.TextOf(d.Report.Sections[0].Blocks), "按照按照")
	f.Message, f.Hint, f.Fix = "“按照”写了两遍。", "删去一个。", &report.Fix{Start: f.Start, End: f.End, Text: "按照"}
	figure := at(t, "overview", report.TextOf(d.Report.Sections[0].Blocks), "第三段")
	figure.Code, figure.Cells = "text.figure", []string{"requests.received.total", "requests.nope.total"}

	t.Run("on its own page", func(t *testing.T) {
		c := NewCards(d, "overview", true).Of(f)
		if c.Passage.Href != "#text" || len(c.Links) != 0 {
			t.Errorf("leads to %q and %v", c.Passage.Href, c.Links)
		}
		want := FixOffer{Finding: f.ID(), Label: "改为“按照”", Field: "text", Start: f.Start, End: f.End, Text: "按照"}
		if c.Fix == nil || *c.Fix != want {
			t.Errorf("offers %+v, want %+v", c.Fix, want)
		}
	})
	t.Run("where the text is locked", func(t *testing.T) {
		if c := NewCards(d, "overview", false).Of(f); c.Fix != nil {
			t.Error("a locked text is offered to be changed")
		}
	})
	t.Run("on another page", func(t *testing.T) {
		c := NewCards(d, "", false).Of(f)
		if want := FindingPath(7, f, d.Outline); c.Passage.Href != want || c.Fix != nil {
			t.Errorf("leads to %q, want %q", c.Passage.Href, want)
		}
	})
	t.Run("the figures that it is compared with", func(t *testing.T) {
		c := NewCards(d, "overview", true).Of(figure)
		if len(c.Links) != 1 || c.Links[0].Href != "/reports/7/sections/requests#requests.received.total" {
			t.Errorf("leads to %v", c.Links)
		}
	})
	t.Run("a place to put something in", func(t *testing.T) {
		nil0 := report.Finding{Code: "parts.missing", Section: "overview", Fix: &report.Fix{Start: 30, End: 30, Text: "没有收费。", Label: "加一句"}}
		c := NewCards(d, "overview", true).Of(nil0)
		if c.Passage != nil || c.Fix == nil || c.Fix.Start != 30 || c.Fix.Label != "加一句" {
			t.Errorf("offers %+v", c.Fix)
		}
	})
	t.Run("a fix in the text of an attachment", func(t *testing.T) {
		a := at(t, "attachment_1", "统计统计表\n单位：河口镇", "河口")
		a.Fix = &report.Fix{Start: a.Start, End: a.End}
		c := NewCards(d, "attachment_1", true).Of(a)
		if c.Fix == nil || c.Fix.Field != "text" || c.Fix.Start != 3 || c.Fix.Label != "删去" {
			t.Errorf("offers %+v", c.Fix)
		}
	})
}

func TestWarningGroups(t *testing.T) {
	d := sampleDossier(t)
	text := report.TextOf(d.Report.Sections[0].Blocks)
	var findings []report.Finding
	for i := range 11 {
		f := at(t, "overview", text, "段")
		f.Nth, f.Message, f.Hint = i, fmt.Sprintf("第 %d 处。", i), "看看。"
		findings = append(findings, f)
	}
	d.Answers = []report.Answer{{Group: findings[0].Group(), Reason: "属实", Fingerprint: report.Fingerprint(findings), MemberName: "周敏"}}
	groups := NewCards(d, "overview", true).Warnings(findings, true)
	if len(groups) != 1 || !groups[0].Answered || groups[0].By != "周敏" {
		t.Fatalf("groups %+v", groups)
	}
	doc := html(t, WarningAnswer(groups[0]))
	if n := doc.Find(".finding-part").Length(); n != 11 {
		t.Errorf("%d findings are shown", n)
	}
	if n := doc.Find("details .finding-part").Length(); n != 11-listedAtOnce {
		t.Errorf("%d findings are folded away", n)
	}
	if n := strings.Count(doc.Text(), "看看。"); n != 1 {
		t.Errorf("the same hint is given %d times", n)
	}
	if got := doc.Find("textarea").AttrOr("name", ""); got != "reason."+findings[0].ID() {
		t.Errorf("the reason's field is %q", got)
	}
	mark := doc.Find("[data-passage]").First()
	if mark.AttrOr("data-start", "") != "2" || mark.AttrOr("data-end", "") != "3" || mark.AttrOr("data-field", "") != "text" || mark.Find("mark").Text() != "段" {
		got, _ := goquery.OuterHtml(mark)
		t.Errorf("the words are %s", got)
	}
}

func TestToldOnce(t *testing.T) {
	d := sampleDossier(t)
	var findings []report.Finding
	for i := range 9 {
		findings = append(findings, report.Finding{Code: report.CodeMissing, Severity: report.SeverityError, Section: "requests", Cell: fmt.Sprintf("requests.received.c%d", i)})
	}
	findings = append(findings, report.Finding{Code: report.CodeType, Severity: report.SeverityError, Section: "requests", Cell: "requests.received.x", Message: "不是数。"})
	cards := NewCards(d, "", false).Each(findings, report.SeverityError)
	if len(cards) != 2 || cards[0].Message != "还有 9 格没有填。" || cards[0].Links[0].Label != "第一处" {
		t.Errorf("%d cards: %+v", len(cards), cards)
	}
}

func TestTwinsBesideEachOther(t *testing.T) {
	d := sampleDossier(t)
	f := at(t, "overview", report.TextOf(d.Report.Sections[0].Blocks), "第三段。")
	f.Severity, f.Matches = report.SeverityHint, []report.Match{{Quote: "发布86条", Other: "发布91条"}}
	doc := html(t, FindingList([]FindingCard{NewCards(d, "overview", true).Of(f)}))
	columns := doc.Find(".twin > div")
	if columns.Length() != 2 || columns.Eq(0).Find("mark").Text() != "86" || columns.Eq(1).Find("mark").Text() != "91" {
		t.Errorf("columns say %q and mark %q", columns.Text(), columns.Find("mark").Text())
	}
}

func TestCountWords(t *testing.T) {
	got := CountWords([]report.Finding{{Severity: report.SeverityError}, {Severity: report.SeverityHint}, {Severity: report.SeverityHint}})
	if want := "本节 3 处问题：错误 1，提示 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := CountWords(nil); got != "没有问题。" {
		t.Errorf("nothing is %s", got)
	}
}
