// Package layout breaks a document into pages: what stands where, in which font, to a thousandth of a point. The writers of fixed
// pages, PDF and OFD, write down what it says and decide nothing.
package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
	"nianbao/report/layout/truetype"
)

// Length is a length on paper. X grows to the right, Y downwards, both from the upper left corner of the paper.
type Length = gbt9704.Length

// Pages is a document laid out.
type Pages struct {
	// Title and Agency are for the properties of a file.
	Title, Agency string
	Width, Height Length
	Pages         []Page
	// Faces are the fonts in use, by Run.Face.
	Faces []*Face
	// Nodes are the structure of what stands on the pages, in reading order, each after its parent; by Run.Node.
	Nodes []Node
	// Notes say what could not be set as it was wanted: characters that no font has, fonts that stand in for others.
	Notes []document.Note
}

// Page is one page. Turned runs lie under all else, the mark of a draft across the page; then come rules, then the other runs, each in
// their order. Runs are in reading order.
type Page struct {
	Rules []Rule
	Runs  []Run
	Links []Link
}

// Artifact is the node of what is no content: page numbers, the mark of a draft, the rules of tables.
const Artifact = -1

// Run is a piece of text on one baseline in one font.
type Run struct {
	// Node is the leaf of Pages.Nodes that the text belongs to, or Artifact.
	Node int
	// Face is an index of Pages.Faces.
	Face int
	Size Length
	// X, Y is where the baseline begins.
	X, Y Length
	// Gray is from 0, black, to 255, white.
	Gray uint8
	// Turn is in degrees counter-clockwise about X, Y.
	Turn   int
	Glyphs []Glyph
}

// Glyph is one character as it is drawn; Advance is from its origin to the next glyph's.
type Glyph struct {
	// ID is a glyph of the face, or truetype.Box for a character that no font has.
	ID      truetype.GlyphID
	Text    rune
	Advance Length
}

// Rule is a filled rectangle: a line of a table, or a box of a picture.
type Rule struct {
	// Node is the picture that it is a part of, or Artifact.
	Node                int
	X, Y, Width, Height Length
	Gray                uint8
}

// Link is a place on a page that leads somewhere: to URI, or to the node Target where URI is "".
type Link struct {
	// Node is of KindLink.
	Node                int
	X, Y, Width, Height Length
	URI                 string
	Target              int
}

// Kind is what a node is.
type Kind int

const (
	KindSection   Kind = iota // a part of the document: the body's sections, an attachment
	KindTitle                 // the document's title
	KindHeading               // Level 1 to 4; for an attachment's title 1
	KindParagraph             // also the lines of number, signature, attachment list, label
	KindLink                  // within a paragraph
	KindTable
	KindTableHead // header rows
	KindTableBody // a block of rows
	KindRow
	KindHeadCell
	KindCell
	KindFigure // a picture; Title says in words what it shows
	KindSpan   // the text beside a link, in what has links: a node with children has no text of its own
)

// Node is one piece of the structure. Its text is that of the runs that name it; runs name leaves only, and a leaf may have none:
// an empty cell.
type Node struct {
	Kind Kind
	// Parent is an index of Pages.Nodes, less than the node's own, or -1.
	Parent int
	// Level is a heading's.
	Level int
	// Title is a heading's text, for the outline, a table's name, and what a picture shows.
	Title string
	// Page and Top are where the node first stands: an index of Pages.Pages and the upper edge of its first line.
	Page int
	Top  Length
	// ColumnSpan, RowSpan and Scope are a cell's.
	ColumnSpan, RowSpan int
	Scope               Scope
}

// Scope is what a head cell heads.
type Scope int

const (
	ScopeNone Scope = iota
	ScopeColumn
	ScopeRow
)
