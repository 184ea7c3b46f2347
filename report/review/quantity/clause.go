package quantity

import (
	"strings"
	"unicode/utf8"
)

// counts reports whether a quantity says how many there are of something; dates, ordinals and names only stand beside it.
func (q *Quantity) counts() bool {
	return q.Form == Count || q.Form == Money || q.Form == Percent || q.Form == Times
}

// pair finds the bracket that closes each opening one, within a line.
func pair(tokens []token) {
	var open []int
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.kind == tokenOpen:
			open = append(open, i)
		case t.kind == tokenClose && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			tokens[from].ref, t.ref = i, from+1
		case t.kind == tokenStop && t.line:
			open = open[:0]
		}
	}
}

// clauseState is what is known of a clause while it is being read.
type clauseState struct {
	index int
	// last is the quantity read last, pause where the first 、 behind it stands; -1 for none. from is where the words for the next
	// one begin: behind it, and behind a bracket that follows it.
	last, pause, from int
	// more, reach, compare, previous, aim are where words of that kind ended; 0 for none.
	more, reach, compare, previous, aim int
	counted                             bool
}

// lay puts the tokens into sentences and clauses, gives each quantity the words around it, and its sense.
func (r *Reading) lay(tokens []token) {
	pair(tokens)
	var (
		outer    []clauseState
		sentence int
		start    int
		carried  Sense // of a clause that only says when: 去年，
		held     Sense // to the end of the sentence: 开通以来, 力争
	)
	begin := func(at int) clauseState {
		r.Clauses = append(r.Clauses, Span{at, at})
		return clauseState{index: len(r.Clauses) - 1, last: -1, pause: -1, from: at}
	}
	state := begin(0)
	finish := func(at int) {
		c := &r.Clauses[state.index]
		c.End = at
		if state.last >= 0 {
			q := &r.Quantities[state.last]
			q.After.End = at
			if state.pause >= 0 && !q.None {
				q.After.End = state.pause
			}
			q.After.End = max(q.After.Start, q.After.End)
			q.After = r.trim(q.After)
		}
		carried = Plain
		if state.previous > state.compare && !state.counted && c.End-c.Start <= 30 {
			carried = Previous
		}
	}
	for i := range tokens {
		t := &tokens[i]
		t.depth, t.clause, t.sentence = len(outer), state.index, sentence
		switch t.kind {
		case tokenOpen:
			if t.ref > 0 {
				outer = append(outer, state)
				state = begin(t.end)
			}
		case tokenClose:
			if t.ref > 0 && len(outer) > 0 {
				finish(t.start)
				state = outer[len(outer)-1]
				outer = outer[:len(outer)-1]
				t.depth, t.clause = len(outer), state.index
				if state.last >= 0 && skipBlanks(r.Text, state.from) == tokens[t.ref-1].start {
					state.from = t.end
					r.Quantities[state.last].After.Start = t.end
				}
			}
		case tokenStop:
			finish(t.start)
			if len(outer) == 0 || t.line {
				outer = outer[:0]
				r.Sentences = append(r.Sentences, Span{start, t.end})
				sentence++
				start = t.end
				held, carried = Plain, Plain
			}
			state = begin(t.end)
		case tokenComma, tokenSemi, tokenColon:
			finish(t.start)
			if t.kind == tokenSemi && held == Cumulative {
				held = Plain
			}
			state = begin(t.end)
		case tokenPause:
			if state.pause < 0 {
				state.pause = t.start
			}
		case tokenWord:
			switch t.word {
			case wordMore:
				state.more = t.end
			case wordReach:
				state.reach = t.end
			case wordCompare:
				state.compare = t.end
			case wordLast:
				state.previous = t.end
			case wordNow:
				state.previous, carried = 0, Plain
				if held == Planned {
					held = Plain
				}
			case wordSince:
				held = Cumulative
			case wordPlan:
				held = Planned
			case wordAim:
				state.aim = t.end
			}
		case tokenQuantity:
			q := &r.Quantities[t.ref]
			q.Sentence, q.Clause, q.Depth = sentence, state.index, len(outer)
			if !q.counts() {
				if q.Form == Time && strings.HasPrefix(q.Unit, "年") {
					carried = Plain
					if before := r.Text[:q.Span.Start]; strings.HasSuffix(before, "较") || strings.HasSuffix(before, "比") {
						state.compare = q.Span.End
					}
				}
				q.Before, q.After = Span{q.Span.Start, q.Span.Start}, Span{q.Span.End, q.Span.End}
				continue
			}
			from := min(state.from, q.Span.Start)
			words := Span{from, q.Span.Start}
			if state.last >= 0 {
				p := &r.Quantities[state.last]
				p.After.End = max(p.After.Start, q.Span.Start)
				if state.pause >= 0 && !p.None {
					p.After.End = max(p.After.Start, state.pause)
				}
				p.After = r.trim(p.After)
				if p.After.End > p.After.Start && (state.pause >= 0 || endsWithAny(r.Text[from:q.Span.Start], "和", "及", "与")) {
					// The words between belong to the one before: 3件申请、2件投诉和1件建议.
					words.Start = q.Span.Start
					if state.pause >= 0 {
						words.Start = state.pause
					}
				}
			}
			q.Before = r.trim(words)
			q.After = Span{q.Span.End, q.Span.End}
			if q.Sense == Plain {
				q.Sense = r.sense(&state, q, from, carried, held)
			}
			state.last, state.pause, state.from, state.counted = t.ref, -1, q.Span.End, true
		}
	}
	finish(len(r.Text))
	if start < len(r.Text) {
		r.Sentences = append(r.Sentences, Span{start, len(r.Text)})
	}
}

// nearWord is how many bytes may lie between 增加 and its number: 增加申请3件.
const nearWord = 15

func (r *Reading) sense(c *clauseState, q *Quantity, from int, carried, held Sense) Sense {
	at := q.Span.Start
	between := r.Text[min(max(from, c.compare), at):at]
	switch {
	case c.reach >= from && c.reach > c.more && c.reach > 0:
		return Plain
	case c.more > from && (at-c.more <= nearWord || c.compare > 0) && c.more > 0:
		return Difference
	case c.compare > 0 && (strings.HasSuffix(between, "多") || strings.HasSuffix(between, "少") || strings.HasSuffix(between, "增") || strings.HasSuffix(between, "减") || endsWithAny(between, moreOrLess...)):
		return Difference
	case c.more > 0 && c.last >= 0 && r.Quantities[c.last].Sense == Difference && c.pause >= 0:
		return Difference
	case c.previous > 0:
		return Previous
	case c.aim > 0:
		return Planned
	case held != Plain:
		return held
	}
	return carried
}

// trim takes blanks, 、 and conjunctions off the ends of a range.
func (r *Reading) trim(s Span) Span {
	for s.Start < s.End {
		c, size := utf8.DecodeRuneInString(r.Text[s.Start:s.End])
		if !strings.ContainsRune(" \t\u3000\u00a0、|+＋", c) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		c, size := utf8.DecodeLastRuneInString(r.Text[s.Start:s.End])
		if !strings.ContainsRune(" \t\u3000\u00a0、|\r+＋", c) {
			break
		}
		s.End -= size
	}
	for _, w := range [...]string{"以及", "和", "及", "与"} {
		if t := r.Text[s.Start:s.End]; strings.HasPrefix(t, w) && len(t) > len(w) && !strings.HasPrefix(t, "及时") {
			s.Start += len(w)
			break
		}
	}
	for _, w := range [...]string{"以及", "和"} {
		if t := r.Text[s.Start:s.End]; strings.HasSuffix(t, w) && len(t) > len(w) {
			s.End -= len(w)
			break
		}
	}
	return s
}
