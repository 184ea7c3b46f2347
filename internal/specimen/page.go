package specimen

import (
	"strings"

	"nianbao/report"
)

// item is one thing on the page, in reading order: a table, or a paragraph with its part.
type item struct {
	part  part
	lines []string // a paragraph's; more than one only where it is broken by hand
	table *table
	// number stands before the text where the word processor writes it, at a depth from 0.
	number string
	depth  int
}

// part is what a paragraph is in the report.
type part int

const (
	partChrome part = iota // around the report, not of it
	partNumber
	partTitle
	partHeading    // of a section
	partSubheading // of an aspect
	partText
	partSigner
	partDate
	partAttachment // the heading over an attachment
	partTable
)

func (i item) text() string { return strings.Join(i.lines, "") }

func (m *maker) add(p part, lines ...string) { m.items = append(m.items, item{part: p, lines: lines}) }

// paragraph of the report: on the page and in the truth.
func (m *maker) addText(text string) {
	text = m.damage(m.say(text))
	m.add(partText, text)
	*m.blocks = append(*m.blocks, report.Block{Text: text})
}

// addNumbered is a paragraph that begins with a number of the heading kind, which a word processor may have written.
func (m *maker) addNumbered(p part, depth int, number, text string) {
	number, text = m.say(number), m.damage(m.say(text))
	*m.blocks = append(*m.blocks, report.Block{Text: number + text})
	m.addWithNumber(p, depth, number, text)
}

func (m *maker) addWithNumber(p part, depth int, number, text string) {
	i := item{part: p, lines: []string{number + text}, depth: depth}
	if m.words.automatic {
		i.number, i.lines = number, []string{text}
	}
	m.items = append(m.items, i)
}

func (m *maker) addChrome(lines ...string) {
	for _, line := range lines {
		m.add(partChrome, line)
		m.chrome = append(m.chrome, line)
	}
}

func (m *maker) addTable(t *table) {
	m.items = append(m.items, item{part: partTable, table: t})
	if t.key != "" {
		*m.blocks = append(*m.blocks, report.Block{Table: t.key})
		return
	}
	*m.blocks = append(*m.blocks, report.Block{Grid: t.strings()})
}
