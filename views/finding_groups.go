package views

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// WarningGroup are the warnings that one reason answers.
type WarningGroup struct {
	Findings []report.Finding
	Cards    []FindingCard
	Reason   string
	// Answered says that the reason still fits.
	Answered bool
	// Outdated says that there is a reason, but what it is about has changed since.
	Outdated bool
	// By wrote the reason.
	By string
	// Editable says that a reason may be written here.
	Editable bool
}

// Field names the reason's input: that of the group's first finding.
func (g WarningGroup) Field() string { return "reason." + g.Findings[0].ID() }

// Group is what the reason answers.
func (g WarningGroup) Group() string { return g.Findings[0].Group() }

// listedAtOnce is how many findings of a group are shown; the others are folded away.
const listedAtOnce = 8

func (g WarningGroup) first() []FindingCard { return g.Cards[:min(len(g.Cards), listedAtOnce)] }

func (g WarningGroup) folded() []FindingCard { return g.Cards[len(g.first()):] }

// Cards makes cards of findings about a report, for one of its pages.
type Cards struct {
	dossier *report.Dossier
	texts   *Texts
	// page is the key of the page where the cards stand, "" for one without fields. Fixable says that its texts may be changed.
	page    string
	fixable bool
}

// NewCards makes the cards for a page of the form, or for another one where page is "".
func NewCards(d *report.Dossier, page string, fixable bool) *Cards {
	return &Cards{dossier: d, texts: NewTexts(d.Report), page: page, fixable: fixable}
}

// Of is the card of a finding.
func (m *Cards) Of(f report.Finding) FindingCard {
	c := newFindingCard(f, nil)
	c.Passage = m.texts.passage(f)
	here := PageOf(f.Section) == m.page
	switch {
	case c.Passage != nil && here:
		c.Passage.Href = "#" + c.Passage.Field
	case c.Passage != nil:
		c.Passage.within(m.dossier.Report)
		c.Passage.Href = FindingPath(m.dossier.Filing.ID, f, m.dossier.Outline)
	case !here:
		c.Links = []Link{{Label: "这一处", Href: FindingPath(m.dossier.Filing.ID, f, m.dossier.Outline)}}
	}
	if f.OnText() {
		c.Links = append(c.Links, m.cells(f)...)
	}
	if here && m.fixable {
		c.Fix = m.fix(f)
	}
	c.Twins = twinsOf(f.Matches)
	return c
}

// told stands for the count of what is told already.
const told = -1

// Each are the cards of the findings of one severity. Those about single cells that come in dozens are told once a section.
func (m *Cards) Each(findings []report.Finding, severity report.Severity) []FindingCard {
	var out []FindingCard
	count := map[[2]string]int{}
	for _, f := range findings {
		count[[2]string{f.Code, f.Section}]++
	}
	for _, f := range findings {
		if f.Severity != severity {
			continue
		}
		place := [2]string{f.Code, f.Section}
		n, phrase := count[place], oncePhrases[f.Code]
		card := m.Of(f)
		if phrase != "" && n > tellOnce {
			count[place] = told
			card.Message = fmt.Sprintf(phrase, n)
			for i := range card.Links {
				card.Links[i].Label = "第一处"
			}
		}
		if n != told {
			out = append(out, card)
		}
	}
	return out
}

// FindingsByWeight are the findings of a page, the heaviest first.
type FindingsByWeight struct {
	Errors   []FindingCard
	Warnings []WarningGroup
	Hints    []FindingCard
}

// Count is how many cards there are.
func (f FindingsByWeight) Count() int { return len(f.Errors) + len(f.Warnings) + len(f.Hints) }

// ByWeight makes the cards of findings. Editable says that reasons may be written.
func (m *Cards) ByWeight(findings []report.Finding, editable bool) FindingsByWeight {
	return FindingsByWeight{Errors: m.Each(findings, report.SeverityError), Warnings: m.Warnings(findings, editable), Hints: m.Each(findings, report.SeverityHint)}
}

// cells leads from a finding on the text to the figures that it is compared with.
func (m *Cards) cells(f report.Finding) []Link {
	var out []Link
	for _, id := range cellsOf(f) {
		c := m.dossier.Edition.Cell(id)
		if c == nil || len(out) == linkLimit {
			continue
		}
		if section := m.dossier.Report.SectionOfTable(c.Table); section != "" {
			out = append(out, Link{Label: "表中“" + c.Name() + "”", Href: SectionPath(m.dossier.Filing.ID, section) + "#" + id})
		}
	}
	return out
}

func (m *Cards) fix(f report.Finding) *FixOffer {
	if f.Fix == nil {
		return nil
	}
	field := m.texts.At(f.Section, f.Fix.Start, f.Fix.End)
	if field == nil {
		return nil
	}
	label := f.Fix.Label
	switch {
	case label == "" && f.Fix.Text == "":
		label = "删去"
	case label == "":
		label = "改为“" + shortened([]rune(f.Fix.Text)) + "”"
	}
	return &FixOffer{Finding: f.ID(), Label: label, Field: field.Name, Start: f.Fix.Start - field.From, End: f.Fix.End - field.From, Text: f.Fix.Text}
}

// Warnings gathers the warnings among findings with their answers.
func (m *Cards) Warnings(findings []report.Finding, editable bool) []WarningGroup {
	var out []WarningGroup
	unanswered := report.Unanswered(findings, m.dossier.Answers)
	order, groups := report.Groups(findings)
	for _, g := range order {
		w := WarningGroup{Findings: groups[g], Cards: m.Each(groups[g], report.SeverityWarning), Answered: !slices.Contains(unanswered, g), Editable: editable}
		for i := range w.Cards[1:] {
			if w.Cards[i].Hint == w.Cards[i+1].Hint {
				w.Cards[i].Hint = "" // said once, at the end
			}
		}
		for _, a := range m.dossier.Answers {
			if a.Group == g {
				w.Reason, w.By, w.Outdated = a.Reason, a.MemberName, !w.Answered
			}
		}
		out = append(out, w)
	}
	return out
}

// CountWords say how many findings stand on a page: 本节 3 处问题：错误 1，提醒 2.
func CountWords(findings []report.Finding) string {
	t := report.Count(findings)
	var parts []string
	for _, part := range []struct {
		word string
		n    int
	}{{"错误", t.Errors}, {"提醒", t.Warnings}, {"提示", t.Hints}} {
		if part.n > 0 {
			parts = append(parts, part.word+" "+strconv.Itoa(part.n))
		}
	}
	if len(parts) == 0 {
		return "没有问题。"
	}
	return "本节 " + strconv.Itoa(len(findings)) + " 处问题：" + strings.Join(parts, "，")
}
