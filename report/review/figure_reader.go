package review

import (
	"slices"

	"nianbao/report/review/quantity"
)

// figureStatement is a place where the text says how many there are of something that a topic names.
type figureStatement struct {
	part *Part
	q    *quantity.Quantity
	// topics are keys of figureTopics; of several it is the sum.
	topics []string
	// scope is whose figure it is where that is not the organ alone: 全县, 各部门. A table does not prove it wrong.
	scope string
	// under says that it is a figure of one of those under a government: it is compared with nothing.
	under bool
	// loose says that the words fit the topic only about.
	loose bool
	// apart says that other words that the number might stand for have a number of their own.
	apart bool
	// label names what is in no table, or the account through which something was published.
	label string
}

// figureReader reads the statements of one part, clause by clause. What a clause leaves out (办结 12 件) comes from those before it.
type figureReader struct {
	s    *Subject
	p    *Part
	text string
	toks []figureToken // words, and numbers as roleNumber or as words of time
	qs   []quantity.Quantity
	out  []figureStatement

	// What the clauses before say: objects of the paragraph, verbs of the sentence.
	line           int // where the paragraph begins
	family, object string
	verb           string
	info           bool               // 信息公开 was mentioned in the paragraph
	scope          string             // as of a statement; until a clause says 我局 or the like
	elsewhen       bool               // the clause before says only that another period is meant
	results        bool               // results were listed in the sentence
	dated          bool               // the sentence has said that it is of the year
	business       bool               // the appeals of the paragraph are those that the organ decides on
	attributes     bool               // documents of the sentence are counted by whether they are public
	sentence       int                // where the sentence begins
	still          bool               // the foreign thing last named is none that is asked for or answered
	familyAt       int                // where the family was last named
	behindTo       int                // where the words end that the last number took from behind it
	applied        bool               // applications were mentioned in the sentence
	maybe          *quantity.Quantity // a number of 申请 that nothing says are for information
	spoke          bool               // the sentence has counted applications
	counted        *quantity.Quantity // the last number of the sentence
	revising       bool               // documents are being cleaned up in the sentence
	past           bool               // the number before is another year's
	pastHead       bool               // and the clauses since the last stop speak of that year only
	told           int                // how many statements there were before the last stop
}

// Roles of tokens that are not in the lexicon.
const (
	roleNumber figureRole = 100 + iota // code is empty; number is the index of the quantity
	roleRatio                          // a percentage or the like: ends a clause's words, counts nothing
)

// Families of objects, as far as a clause can take them over from one before it.
const (
	familyRequest  = "request"
	familyAppeal   = "appeal"
	familyDocument = "document"
	familyDecision = "decision"
	familyItems    = "items"
	familyForeign  = "foreign"
)

// figureFamily is the family of an object.
func figureFamily(object string) string {
	switch object {
	case "request", "apply":
		return familyRequest
	case "review", "suit", "direct_suit", "suit_after_review":
		return familyAppeal
	case "documents", "regulations":
		return familyDocument
	case "licensing", "penalties", "coercion":
		return familyDecision
	case "items", "news":
		return familyItems
	}
	return object
}

// figureStatements reads the statements of a part.
func (s *Subject) figureStatements(p *Part) []figureStatement {
	r := &figureReader{s: s, p: p, text: p.Text, qs: p.Quantities().Quantities}
	r.merge(r.words())
	if slices.ContainsFunc(r.toks, func(t figureToken) bool { return t.role == roleNumber }) {
		r.paragraph()
		r.read()
	}
	s.room.toks = r.toks
	return r.out
}

// paragraph begins a paragraph: what it is about is what its heading or its section says.
func (r *figureReader) paragraph() {
	r.family, r.object, r.verb = "", "", ""
	r.scope, r.info, r.elsewhen, r.results, r.revising, r.dated, r.business, r.attributes, r.applied = "", false, false, false, false, false, false, false, false
	r.spoke, r.counted, r.past, r.told = false, nil, false, len(r.out)
	switch r.p.Means {
	case "requests":
		r.family, r.info = familyRequest, true
	case "appeals":
		r.info = true
	}
}
