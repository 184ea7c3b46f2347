package quantity

import "slices"

// Reader reads one text after the other in memory of its own, which Reset lends to the next ones: what it gave before is then no more.
type Reader struct {
	quantities         lent[Quantity]
	clauses, sentences lent[Span]
	tokens             []token // of one text
}

// Read finds the quantities of a text. It takes time and memory linear in the text and never fails.
func (r *Reader) Read(text string) *Reading {
	s := scanner{text: text, tokens: r.tokens[:0], quantities: r.quantities.room()}
	s.scan()
	r.tokens = s.tokens
	out := &Reading{Text: text, Quantities: r.quantities.keep(s.quantities), Clauses: r.clauses.room(), Sentences: r.sentences.room()}
	out.lay(s.tokens)
	out.Clauses, out.Sentences = r.clauses.keep(out.Clauses), r.sentences.keep(out.Sentences)
	out.inherit()
	out.breakDown(s.tokens)
	return out
}

// Reset takes back what was read.
func (r *Reader) Reset() {
	r.quantities.reset()
	r.clauses.reset()
	r.sentences.reset()
}

// lent is memory in which lists follow each other.
type lent[T any] struct {
	all  []T
	used int // how many there were, wherever they lie
}

// room is an empty list that may grow where the last one ends.
func (l *lent[T]) room() []T { return l.all[len(l.all):] }

// keep takes the list that the last room has become.
func (l *lent[T]) keep(list []T) []T {
	l.used += len(list)
	if len(list) > cap(l.all)-len(l.all) {
		l.all = list // it has moved to where there is more
	} else {
		l.all = l.all[:len(l.all)+len(list)]
	}
	return slices.Clip(list)
}

// reset takes all back, and makes room for as much where it did not fit.
func (l *lent[T]) reset() {
	if l.used > cap(l.all) {
		l.all = make([]T, 0, l.used)
	}
	l.all, l.used = l.all[:0], 0
}
