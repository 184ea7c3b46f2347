// Package proofset makes reports with mistakes planted in them, and with sentences that look wrong and are right (traps), each with the
// truth beside it: the measure for proofreading. Its parts, called halves since two of them were the first, have phrasings of their own:
// all but held are for building the checks, held is only looked at to measure. Agencies, figures and sentences are invented.
package proofset

import (
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"

	"github.com/goccy/go-yaml"

	"nianbao/report"
)

//go:embed work/*.yaml second/*.yaml third/*.yaml fourth/*.yaml fifth/*.yaml held/*.yaml
var files embed.FS

// Half is a part of the set. Each is a world of its own: its sentences are only put together with its own.
type Half string

const (
	Work Half = "work"
	// Second to Fifth were held until they were opened for building, when a fresh one took their place.
	Second Half = "second"
	Third  Half = "third"
	Fourth Half = "fourth"
	Fifth  Half = "fifth"
	Held   Half = "held"
)

// Halves are all of them, the unseen one last.
var Halves = []Half{Work, Second, Third, Fourth, Fifth, Held}

// Case is one report with the truth about it.
type Case struct {
	Name    string
	Edition *report.Edition
	Report  *report.Report
	Context report.Context
	// Want are the mistakes in it.
	Want []Want
}

// Want is a planted mistake.
type Want struct {
	// Codes are those that name it, the expected one first.
	Codes []string
	// Section is where it is; Quote are words that the finding must touch, "" for one about the section.
	Section, Quote string
	// Cells are those to which a finding about figures may lead.
	Cells []string
	// Why says what was planted, for whoever reads the misses.
	Why string
}

// pool is what one half is composed of.
type pool struct {
	Agencies  []agency   `yaml:"agencies"`
	Sentences []sentence `yaml:"sentences"`
	Plants    []plant    `yaml:"plants"`
}

// agency is an invented agency.
type agency struct {
	Name   string `yaml:"name"`
	Short  string `yaml:"short"`
	Self   string `yaml:"self"`
	Kind   string `yaml:"kind"`
	County string `yaml:"county"`
	City   string `yaml:"city"`
}

// Where says in which reports something may stand. Empty fields do not limit.
type Where struct {
	// At is the place: preface, title, signature, closing or the meaning of a section.
	At       string   `yaml:"at"`
	Kinds    []string `yaml:"kinds"`
	Editions []string `yaml:"editions"`
	Years    string   `yaml:"years"` // 2022-2025
	// Aspect is the sub-heading of the overview under which it stands (主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障).
	Aspect string `yaml:"aspect"`
	// When limits numbers of the tables: {received: 0} or {received: ">0"}.
	When map[string]string `yaml:"when"`
	// About names what it speaks of: in one report there is one text about each, so that no two state the same with different numbers.
	About []string `yaml:"about"`
	// Let gives numbers to the slots of the text: a: 20-80 draws one, s: a+b-3 computes, p: a/b@1 is the share of a in b in percent.
	Let yaml.MapSlice `yaml:"let"`
}

// sentence is a paragraph, or the part of one, that is right.
type sentence struct {
	Where `yaml:",inline"`
	Text  string `yaml:"text"`
	// Trap is the number of the trap of the catalogue that it shows, 0 for none.
	Trap int `yaml:"trap"`
}

// plant is a mistake.
type plant struct {
	Where `yaml:",inline"`
	Code  string `yaml:"code"`
	// Also are other codes under which it may be reported.
	Also []string `yaml:"also"`
	// Text is put in like a sentence; Quote are the wrong words in it, with the same slots.
	Text  string `yaml:"text"`
	Quote string `yaml:"quote"`
	// Or one of these changes to the report:
	Replace *replacement      `yaml:"replace"`
	Omit    string            `yaml:"omit"`    // an aspect of the overview
	Drop    string            `yaml:"drop"`    // a section, by its meaning
	Empty   string            `yaml:"empty"`   // a section's text, by its meaning
	Extra   string            `yaml:"extra"`   // a heading of a section beyond the outline
	Heading *replacement      `yaml:"heading"` // a change in the headings of the sections
	Cells   map[string]string `yaml:"cells"`   // figures, by cell
	Last    map[string]string `yaml:"last"`    // figures of last year's report, by cell; the others agree with this year's
	Leads   []string          `yaml:"leads"`   // cells to which the finding may lead besides the changed ones
	Use     string            `yaml:"use"`     // another edition than the year's
	Copy    string            `yaml:"copy"`    // last or peer has the same text in section At
	Table   string            `yaml:"table"`   // the attachment's heading
	Signed  string            `yaml:"signed"`  // the date under the report, yyyy-mm-dd with {year} {next}
	Signs   string            `yaml:"signs"`   // the agency under the report
	Titled  string            `yaml:"titled"`  // the title
}

// replacement changes the first From at the place of the plant; From may name alternatives by |.
type replacement struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

// read gives the pool of a half.
func read(half Half) (*pool, error) {
	var all pool
	names, err := fs.Glob(files, string(half)+"/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var p pool
		if err := yaml.UnmarshalWithOptions(data, &p, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all.Agencies = append(all.Agencies, p.Agencies...)
		all.Sentences = append(all.Sentences, p.Sentences...)
		all.Plants = append(all.Plants, p.Plants...)
	}
	return &all, nil
}

// Load makes the cases of a half: n of them, the same ones for the same seed.
func Load(editions report.Editions, half Half, seed uint64, n int) ([]Case, error) {
	all, err := read(half)
	if err != nil {
		return nil, err
	}
	var out []Case
	planted, drawn := map[int]int{}, map[int]int{} // how often each plant and each sentence was used
	for i := range n {
		c := composer{Rand: rand.New(rand.NewPCG(seed, uint64(i))), pool: all, editions: editions, planted: planted, drawn: drawn}
		made, err := c.compose(i)
		if err != nil {
			return nil, err
		}
		made.Name = fmt.Sprintf("%s-%03d", half, i)
		out = append(out, made)
	}
	return out, nil
}
