package review

import "nianbao/report/review/quantity"

// saidNear is the sentence of a number from a byte of the text on, no further from the number than sentenceReach: a text without stops is one
// sentence, and reading all of it for each of its numbers would take the square of its length.
func saidNear(r *quantity.Reading, q *quantity.Quantity, from int) string {
	s := r.Sentences[q.Sentence]
	from = max(from, s.Start, q.Span.Start-sentenceReach)
	return r.Text[from:max(from, min(s.End, q.Span.End+sentenceReach))]
}

// saidBehind is what follows a number in its sentence, likewise.
func saidBehind(r *quantity.Reading, q *quantity.Quantity) string {
	return r.Text[q.Span.End:max(q.Span.End, min(r.Sentences[q.Sentence].End, q.Span.End+sentenceReach))]
}
