package document

// Picture is a drawing of rectangles and labels, the same in every format. Lengths are thousandths of a point, from its upper left
// corner; boxes are drawn in their order, labels over them.
type Picture struct {
	// Key names the picture in its section.
	Key           string
	Width, Height int
	// Alt says in words what it shows, for those who do not see it.
	Alt    string
	Boxes  []Box
	Labels []Label
}

// Box is a filled rectangle; Gray is from 0, black, to 255, white.
type Box struct {
	X, Y, Width, Height int
	Gray                uint8
}

// Label is a line of text in the body's font. X is its beginning, middle or end, Y the baseline.
type Label struct {
	X, Y, Size int
	Anchor     Anchor
	Text       string
}

// Anchor says what of a label stands at its X.
type Anchor int

const (
	AnchorStart Anchor = iota
	AnchorMiddle
	AnchorEnd
)

func (*Picture) block() {}
