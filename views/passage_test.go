package views

import (
	"strings"
	"testing"

	"nianbao/report"
)

func paragraphs(texts ...string) []report.Block {
	var out []report.Block
	for _, t := range texts {
		out = append(out, report.Block{Text: t})
	}
	return out
}

// sample is a report with a text in every part.
func sample() *report.Report {
	return &report.Report{Title: "河口镇2025年报告", Number: "河政〔2026〕3号", Preface: "现报告如下：。", Closing: "电话：123",
		Sections:    []report.Section{{Key: "overview", Heading: "一、总体情况", Blocks: paragraphs("第一段没有错。", "第二段按照按照要求做，𠀀字也算一个。", "第三段。")}},
		Signature:   report.Signature{Agency: "河口镇镇政府"},
		Attachments: []report.Attachment{{Key: "attachment_1", Label: "附件1", Heading: "统计统计表", Blocks: paragraphs("单位：河口镇")}, {Key: "attachment_2", Label: "附件2", Blocks: paragraphs("没有标题")}}}
}

// at is a finding on the words that stand first in a text.
func at(t *testing.T, section, text, words string) report.Finding {
	t.Helper()
	before, _, found := strings.Cut(text, words)
	if !found {
		t.Fatalf("%q is not in %q", words, text)
	}
	start := len([]rune(before))
	return report.Finding{Code: "wording", Severity: report.SeverityWarning, Section: section, Start: start, End: start + len([]rune(words)), Quote: words}
}

func TestPassage(t *testing.T) {
	overview := "第一段没有错。\n第二段按照按照要求做，𠀀字也算一个。\n第三段。"
	for _, c := range []struct {
		name, section, text, words  string
		field, where, before, after string
		start                       int
	}{
		{"second paragraph", "overview", overview, "按照按照", "text", "第 2 段", "第二段", "要求做，𠀀字也算…", 11},
		{"behind a character of two units", "overview", overview, "算一个", "text", "第 2 段", "…照要求做，𠀀字也", "。", 22},
		{"last paragraph", "overview", overview, "第三段。", "text", "第 3 段", "", "", 27},
		{"over a line end", "overview", overview, "。\n第二", "text", "第 1 段", "第一段没有错", "段按照按照要求做…", 6},
		{"title", report.PartTitle, "河口镇2025年报告", "2025", "text", "标题", "河口镇", "年报告", 3},
		{"number", report.PartNumber, "河政〔2026〕3号", "2026", "number", "文号", "河政〔", "〕3号", 3},
		{"preface", report.PartPreface, "现报告如下：。", "：。", "text", "", "现报告如下", "", 5},
		{"signature", report.PartSignature, "河口镇镇政府", "镇镇", "agency", "落款单位", "河口", "政府", 2},
		{"closing", report.PartClosing, "电话：123", "123", "closing", "文末", "电话：", "", 3},
		{"heading of an attachment", "attachment_1", "统计统计表\n单位：河口镇", "统计统计", "heading", "附件标题", "", "表", 0},
		{"text of an attachment", "attachment_1", "统计统计表\n单位：河口镇", "河口", "text", "", "单位：", "镇", 3},
		{"an attachment without a heading", "attachment_2", "没有标题", "标题", "text", "", "没有", "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := NewTexts(sample()).passage(at(t, c.section, c.text, c.words))
			if p == nil {
				t.Fatal("no passage")
			}
			got := []string{p.Field, p.Where, p.Before, p.Whole, p.After}
			want := []string{c.field, c.where, c.before, c.words, c.after}
			if strings.Join(got, "|") != strings.Join(want, "|") || p.Start != c.start {
				t.Errorf("got %q at %d, want %q at %d", got, p.Start, want, c.start)
			}
		})
	}
	for _, c := range []struct{ section, text, words, where string }{
		{"overview", overview, "按照按照", "总体情况第 2 段"},
		{report.PartPreface, "现报告如下：。", "：。", "前言"},
		{report.PartTitle, "河口镇2025年报告", "2025", "标题"},
		{"attachment_1", "统计统计表\n单位：河口镇", "统计统计", "附件1标题"},
		{"attachment_2", "没有标题", "标题", "附件2"},
	} {
		t.Run("elsewhere "+c.where, func(t *testing.T) {
			p := NewTexts(sample()).passage(at(t, c.section, c.text, c.words))
			if p.within(sample()); p.Where != c.where {
				t.Errorf("it is at %q, want %q", p.Where, c.where)
			}
		})
	}
	for _, f := range []report.Finding{
		{Section: "overview"}, {Section: "overview", Start: 10, End: 1000}, {Section: "nowhere", Start: 0, End: 2},
		{Section: "attachment_1", Start: 3, End: 8}, // heading and text are two fields
		{Section: report.PartTitle, Start: -3, End: 2},
	} {
		if p := NewTexts(sample()).passage(f); p != nil {
			t.Errorf("%+v has the passage %+v", f, p)
		}
	}
}

func TestLongQuote(t *testing.T) {
	r := sample()
	words := strings.Repeat("甲", 30) + "\n" + strings.Repeat("乙", 30)
	r.Preface = words
	p := NewTexts(r).passage(at(t, report.PartPreface, words, words))
	if want := strings.Repeat("甲", 20) + "……" + strings.Repeat("乙", 20); p.Quote != want || p.Whole != words {
		t.Errorf("quoted as %q", p.Quote)
	}
}

func TestFindingPath(t *testing.T) {
	outline := []report.OutlineEntry{{Key: "overview"}, {Key: "other", Dropped: true}}
	for _, c := range []struct {
		finding report.Finding
		want    string
	}{
		{report.Finding{Code: "balance", Section: "overview", Cell: "requests.received.total"}, "/reports/7/sections/overview#requests.received.total"},
		{report.Finding{Code: "text.figure", Section: "overview", Cell: "requests.received.total", Start: 1, End: 2}, "/reports/7/sections/overview#f-text.figure@requests.received.total"},
		{report.Finding{Code: "wording", Section: report.PartNumber, Quote: "号 #", Start: 1, End: 4}, "/reports/7/sections/title#f-wording@number%23%E5%8F%B7%20%23"},
		{report.Finding{Code: "wording", Section: report.PartClosing}, "/reports/7/sections/signature#f-wording@closing"},
		{report.Finding{Code: "parts.missing", Section: "other"}, "/reports/7/outline"},
	} {
		if got := FindingPath(7, c.finding, outline); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
