package report

import (
	"slices"
	"strings"
)

// Edition (格式) is one format of the report, as a notice prescribed it for a range of report years. It is data: tables with
// their geometry, labels, units, computed cells, relations and meanings come from report/editions/*.yaml. A report keeps the
// edition that it was written in for ever; a new notice becomes a new edition, never an edit of an old one.
type Edition struct {
	ID string
	// Name is how people call it, 2021 年格式; Source the notice it comes from.
	Name, Source string
	// From and To are the report years in force, both included; To 0 is open.
	From, To int
	// TitleForm is the official title with {agency} and {year} to fill in.
	TitleForm string
	// Deadlines maps an agency kind to the day (mm-dd) of the following year by which its report is due.
	Deadlines map[string]string
	// Outline are the sections in their order, then the attachments.
	Outline []Part
	Tables  []*Table
	// Charts are the pictures that may stand behind its tables.
	Charts []ChartForm

	cells    map[string]*Cell
	meanings map[string][]*Cell
}

// Part is one entry of an edition's outline.
type Part struct {
	Key, Heading string
	// Means is the tag by which checks refer to the section, whatever its key.
	Means  string
	Tables []string
	// Attachment entries stand after the signature; Title is how the text names them ({year} to fill in).
	Attachment bool
	Title      string
}

// Table is an official table: one or more stacked blocks over one grid.
type Table struct {
	Key, Name string
	Blocks    []TableBlock
	// Widths are the relative widths of the grid's columns as printed.
	Widths []int
	// Cells are all cells in reading order, those of optional rows included.
	Cells     []*Cell
	Sums      []Sum
	Relations []Relation

	derived map[string][]*Cell
	reach   reach
}

// TableBlock is a tree of rows × a tree of columns under a title that spans the grid.
type TableBlock struct {
	Title, Corner string
	// UnitHeading heads the column that prints each row's unit; "" for none.
	UnitHeading string
	// GroupRows prints groups as rows of their own, with Dash for the unit, instead of as cells beside their rows.
	GroupRows bool
	Dash      string
	Columns   []Column
	Rows      []Row
}

// Column is a column of figures (with a key) or a group of columns.
type Column struct {
	Key, Label, Name, Unit, Means string
	Kind                          Kind
	// PrintUnit prints the unit behind the figure, for a column whose official label has none.
	PrintUnit bool
	Columns   []Column
}

// Row is a row of figures (with a key), or a group of rows, or with GroupRows both at once.
type Row struct {
	Key, Label, Name, Unit, Means string
	Kind                          Kind
	// Number is the numbering style of the label where it follows what is switched on: han 一、, paren （一）, arabic 1．.
	Number   string
	Optional bool
	Rows     []Row
}

// Cell is one figure of a table.
type Cell struct {
	// ID is table.row.column, stable for ever.
	ID                 string
	Table, Row, Column string
	Kind               Kind
	Unit               string
	PrintUnit          bool
	// Computed cells are sums and not typed in the form.
	Computed bool
	// Optional cells belong to a row that is switched on per report.
	Optional bool
	// Means is the tag that checks and roll-ups refer to; "" for none.
	Means string
	// RowName and ColumnName are short names for messages.
	RowName, ColumnName string

	index int // in Table.Cells
}

// Name is how messages call the cell: 新收 · 商业企业.
func (c *Cell) Name() string {
	switch {
	case c.RowName == "":
		return c.ColumnName
	case c.ColumnName == "":
		return c.RowName
	}
	return c.RowName + " · " + c.ColumnName
}

// Sum defines a computed cell; Of are its addends. Code is the relation that a document breaks whose entered total differs.
type Sum struct {
	Code string
	Cell *Cell
	Of   []*Cell
	// Check marks a second sum over a cell that another sum defines already: it always holds in the form.
	Check         bool
	Message, Hint string
}

// Relation (勾稽关系) is an identity or inequality of two linear sums over cells.
type Relation struct {
	// ID is code@place and stable: balance@requests.business.
	ID   string
	Code string
	// Severity is what a break of it weighs; with Softens it is a warning while last year's report is in doubt.
	Severity    Severity
	Softens     bool
	Op          Op
	Left, Right []Term
	// Needs names the sides, left or right, that must have a filled cell before the relation says anything.
	Needs []string
	// Unless are the ids of relations whose break makes this one silent.
	Unless []string
	// Column is the column key where the relation is one of a row of equations under the table; "" otherwise.
	Column string
	// Equation is how the relation reads in words. Message and Hint may hold {left}, {right} and {difference}.
	Equation, Message, Hint string
}

// Op compares the two sides of a relation.
type Op string

const (
	Equal  Op = "="
	AtMost Op = "<="
)

// Term is a cell of this report, or with Last the cell of last year's report that means the same.
type Term struct {
	Cell  *Cell
	Last  bool
	Minus bool
}

// Cell finds a cell by its id; nil when the edition does not have it.
func (e *Edition) Cell(id string) *Cell { return e.cells[id] }

// Table finds a table by its key; nil when the edition does not have it.
func (e *Edition) Table(key string) *Table {
	i := slices.IndexFunc(e.Tables, func(t *Table) bool { return t.Key == key })
	if i < 0 {
		return nil
	}
	return e.Tables[i]
}

// Part finds an entry of the outline by its key; nil when the edition does not have it.
func (e *Edition) Part(key string) *Part {
	i := slices.IndexFunc(e.Outline, func(p Part) bool { return p.Key == key })
	if i < 0 {
		return nil
	}
	return &e.Outline[i]
}

// Meaning lists the cells whose sum has a meaning; empty when the edition cannot say.
func (e *Edition) Meaning(tag string) []*Cell { return e.meanings[tag] }

// InForce reports whether the edition is the one prescribed for a report year.
func (e *Edition) InForce(year int) bool {
	return year >= e.From && (e.To == 0 || year <= e.To)
}

// Title is the official title for an agency and a year.
func (e *Edition) Title(agency string, year int) string {
	return fillIn(e.TitleForm, agency, year)
}

func fillIn(form, agency string, year int) string {
	return strings.NewReplacer("{agency}", agency, "{year}", itoa(year)).Replace(form)
}

// LastYear is last year's report as the rules see it: the figures by meaning.
type LastYear struct {
	Edition *Edition
	Figures Figures
	// Doubt says in a few Chinese words why its figures do not bind (合并, 未核对 …); "" when they do.
	Doubt string
}

// Of is last year's value with a meaning; false when last year's report is not here or its edition has no such figure.
func (l *LastYear) Of(tag string) (Value, bool) {
	if l == nil || tag == "" {
		return Value{}, false
	}
	cells := l.Edition.Meaning(tag)
	if len(cells) == 0 {
		return Value{}, false
	}
	if len(cells) == 1 {
		raw, ok := l.Figures[cells[0].ID]
		return ParseValue(cells[0].Kind, raw), ok
	}
	sum := Value{}
	for _, c := range cells {
		raw, ok := l.Figures[c.ID]
		v := ParseValue(c.Kind, raw)
		if !ok || v.Condition == Malformed {
			return Value{}, false
		}
		if v.Condition != Blank {
			sum.Condition = Number
			sum.number = sum.number.plus(v.number)
		}
	}
	if sum.Condition == Number {
		sum.Text = sum.number.String()
	}
	return sum, true
}
