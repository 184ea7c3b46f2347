package intake

// simplified maps the traditional characters of the vocabulary of these reports (labels, headings, agencies) to simplified ones.
var simplified = map[rune]rune{}
