package review

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"nianbao/report"
)

const codePhrase = "phrase.official"

// phrases finds names of laws, notices and offices and statutory terms that are misquoted or out of date, and an overview that is too long.
var phrases = family{rules: []Rule{{
	Code: codePhrase, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
	Finds:   "Names of laws, notices and offices and statutory terms misquoted or out of date (report/review/phrases.yaml); an overview that is too long.",
	Example: "《中华人民共和国政府信息公开条列》。",
}}, check: func(s *Subject) {
	for _, p := range s.Parts {
		known := s.knownPhrases(p)
		s.lawNames(p, known)
		s.officeName(p)
		s.quotedPhrases(p, known)
		s.ownPhrases(p)
	}
	s.longOverview()
}}

// officialPhrases is the data file.
type officialPhrases struct {
	Phrases []officialPhrase `yaml:"phrases"`
	// Names are titles as they must stand between 《 and 》.
	Names []string `yaml:"names"`
	// Laws are the laws of the Republic, without its name.
	Laws string `yaml:"laws"`
	// Near are titles and words that look like one of Names, Terms or Usual and are right.
	Near []string `yaml:"near"`
	// Terms are set phrases of which what is one character away is wrong, Usual those of which it is mostly.
	Terms []string `yaml:"terms"`
	Usual []string `yaml:"usual"`
	// Alike are set phrases of which only what sounds or looks alike is wrong.
	Alike []string `yaml:"alike"`
	// Brief are set phrases too short to have halves, likewise.
	Brief []string `yaml:"brief"`
	// Quoted are set phrases that stand in quotation marks.
	Quoted []string `yaml:"quoted"`
}

// officialPhrase is something that is written wrong, or is out of date, for reports from one year to another.
type officialPhrase struct {
	Wrong    string          `yaml:"wrong"`
	Right    string          `yaml:"right"` // "" where nothing takes its place
	Severity report.Severity `yaml:"severity"`
	From     int             `yaml:"from"` // report years; 0 is open
	To       int             `yaml:"to"`
	Why      string          `yaml:"why"`
	// Unless are words that make it right where they stand in the same report, In those of which one must stand in the same sentence.
	Unless []string `yaml:"unless"`
	In     []string `yaml:"in"`
}

//go:embed phrases.yaml
var phraseFile []byte

// phraseTable is the data with what finds the phrases.
var phraseTable = func() (t struct {
	officialPhrases
	// right are Names, Near, Laws and the set phrases, names and laws the characters of Names and Laws.
	right       map[string]bool
	names, laws [][]rune
	seen        []traits          // of names
	stems       map[string]string // Names without their kinds, where nobody else's title has the stem
	quoted      [][]rune          // Quoted
	halves      []termHalf        // of Terms, Usual and Alike; the lexicon has them behind Phrases
}) {
	if err := yaml.UnmarshalWithOptions(phraseFile, &t.officialPhrases, yaml.Strict()); err != nil {
		panic("phrases.yaml: " + err.Error())
	}
	t.right, t.stems = map[string]bool{}, map[string]string{}
	for _, d := range documentTable.Documents {
		for _, title := range []string{d.Title, d.Notice} {
			if strings.HasPrefix(title, "国务院办公厅") && !slices.Contains(t.Names, title) && !hasRune(title, "0123456789") { // a year may be another
				t.Names = append(t.Names, title)
			}
		}
	}
	for _, name := range t.Names {
		plain := plainTitle(name)
		t.right[plain] = true
		t.names, t.seen = append(t.names, []rune(plain)), append(t.seen, traitsOf(plain))
		if stem := titleStem(plain); len(stem) >= 10*len("字") && !strings.HasPrefix(stem, "关于") && !strings.HasPrefix(stem, republic) {
			t.stems[stem] = name
		}
	}
	for _, phrase := range t.Quoted {
		t.right[phrase] = true
		t.quoted = append(t.quoted, []rune(phrase))
	}
	for _, name := range t.Near {
		t.right[name] = true
	}
	for law := range strings.FieldsSeq(t.Laws) {
		t.right[law], t.right[republic+law] = true, true
		t.laws = append(t.laws, []rune(law))
	}
	for _, right := range t.Brief {
		t.Phrases = append(t.Phrases, briefSlips(right, t.right, t.Phrases)...)
	}
	for _, term := range slices.Concat(t.Terms, t.Usual, t.Alike) {
		t.right[term] = true
	}
	t.halves = append(termHalves(t.Terms, true), termHalves(t.Usual, false)...)
	for _, h := range termHalves(t.Alike, false) {
		h.strict = true
		t.halves = append(t.halves, h)
	}
	return t
}()

// phraseStrings are what the lexicon has of them: Phrases, then the halves.
func phraseStrings() (words []string) {
	for _, p := range phraseTable.Phrases {
		words = append(words, p.Wrong)
	}
	for _, h := range phraseTable.halves {
		words = append(words, h.words)
	}
	return words
}

// knownPhrases marks the phrases of the data file, and gives the ranges that it marked.
func (s *Subject) knownPhrases(p *Part) (marked [][2]int) {
	until := 0
	p.each(usePhrase, func(i, start, end int) bool {
		if i >= len(phraseTable.Phrases) {
			from, to, slipped := s.termSlip(p, &phraseTable.halves[i-len(phraseTable.Phrases)], start, end, until)
			if slipped {
				until = to
				marked = append(marked, [2]int{from, to})
			}
			return slipped
		}
		o := &phraseTable.Phrases[i]
		if start < until || !s.phraseWrong(o, p.Text, start) {
			return false
		}
		until = end
		f := p.Mark(codePhrase, o.Severity, start, end, o.Why)
		if o.Why == "" {
			f.Message = fmt.Sprintf("“%s”应为“%s”。", o.Wrong, o.Right)
		}
		f.Expected, f.Found = o.Right, o.Wrong
		if o.Right != "" && o.Severity == report.SeverityWarning {
			f.Fix = p.Fix(start, end, o.Right, "改为“"+o.Right+"”")
		}
		marked = append(marked, [2]int{start, end})
		s.Add(f)
		return true
	})
	return marked
}

// phraseWrong reports whether a phrase that stands at a byte is wrong in this report.
func (s *Subject) phraseWrong(o *officialPhrase, text string, at int) bool {
	if o.From != 0 && s.Report.Year < o.From || o.To != 0 && (s.Report.Year == 0 || s.Report.Year > o.To) {
		return false
	}
	if len(o.In) > 0 {
		if from, to := editionSentence(text, at); !containsAny(text[from:to], o.In) {
			return false
		}
	}
	return len(o.Unless) == 0 || !s.says(o.Unless)
}

// says reports whether one of the words stands anywhere in the report.
func (s *Subject) says(words []string) bool {
	for _, p := range s.Parts {
		if containsAny(p.Text, words) {
			return true
		}
	}
	return false
}

// ownPhrases marks the installation's own set phrases.
func (s *Subject) ownPhrases(p *Part) {
	for _, own := range s.Settings.Phrases {
		for at := 0; own.Wrong != ""; {
			i := strings.Index(p.Text[at:], own.Wrong)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(own.Wrong)
			// What is wrong may be a piece of what is right.
			if k := strings.Index(own.Right, own.Wrong); k >= 0 && start >= k && strings.HasPrefix(p.Text[start-k:], own.Right) {
				continue
			}
			f := p.Mark(codePhrase, report.SeverityHint, start, at, fmt.Sprintf("本单位规定的写法是“%s”。", own.Right))
			f.Expected, f.Found = own.Right, own.Wrong
			if own.Right == "" {
				f.Message = fmt.Sprintf("本单位规定不用“%s”。", own.Wrong)
			} else {
				f.Fix = p.Fix(start, at, own.Right, "改为“"+own.Right+"”")
			}
			s.Add(f)
		}
	}
}

// overviewLimit is how long an overview may be where an installation does not say.
const overviewLimit = 1000

// longOverview says that an overview is longer than it should be.
func (s *Subject) longOverview() {
	limit := s.Settings.OverviewLimit
	if limit <= 0 {
		limit = overviewLimit
	}
	for _, p := range s.Parts {
		if p.Means != "overview" {
			continue
		}
		n := 0
		runes, _ := p.Runes()
		for _, r := range runes {
			if !wordingBlank(r) && r != '\n' && r != '\r' {
				n++
			}
		}
		if n > limit {
			name := cmp.Or(report.HeadingName(p.Heading), report.HeadingName(s.Edition.Part(p.Key).Heading))
			s.Add(report.Finding{Code: codePhrase, Severity: report.SeverityHint, Section: p.Key, Message: fmt.Sprintf("“%s”有 %d 字，超过 %d 字。", name, n, limit),
				Hint: "写得简短一些。"})
		}
	}
}
