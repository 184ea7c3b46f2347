package views

import (
	"fmt"
	"strconv"
	"time"

	"nianbao/agency"
	"nianbao/report"
)

// ImportsPage is where files with reports are sent, and where those wait that are not kept yet.
type ImportsPage struct {
	Page    Page
	Imports []report.Import
	// Unconfirmed are kept as reports already, and their figures have still to be confirmed.
	Unconfirmed []report.Import
	Rejected    []FieldError
	// Most is how many files may come at once, MaxSize how large they may be together, in bytes.
	Most    int
	MaxSize int
}

// ImportPage is what was made of a file, beside the file as it was read.
type ImportPage struct {
	Page   Page
	Import report.Import
	// Locked is why nothing can be changed any more, "" where it can.
	Locked   string
	Rejected []FieldError
	// Agencies are those that it may be kept for, Agency the one that is chosen, 0 for none yet. AgencyRead is the name in the file.
	Agencies   []agency.Agency
	Agency     int64
	AgencyRead string
	Year       string
	// Edition is the format; where the file does not tell it one is chosen of Editions.
	Edition, EditionName string
	Editions             []EditionChoice
	// Doubts are the figures that somebody must look at.
	Doubts []Doubt
	// Lines are what stands in single lines: title, number, signature.
	Lines    []ImportLine
	Sections []ImportSection
	Findings []FindingCard
	Notes    []NoteGroup
	Source   []SourceBlock
	// Cut says that the source goes on beyond what is shown.
	Cut bool
	// There is the report that the agency has of the year already; nil for none.
	There *report.Filing
	// MayDraft offers to begin a report with it, that of DraftYear unless another is chosen.
	MayDraft  bool
	DraftYear string
	// Sure says that the box for that was ticked already.
	Sure bool
}

// ImportLine is a part of a report in one line.
type ImportLine struct{ Label, Text string }

// Doubt is a figure that is not certain: where it was read, and a field to correct it.
type Doubt struct {
	ID, Name, Value string
	// Row, Column and Text are as they stand in the file; Source leads there.
	Row, Column, Text, Source string
	Message                   string
	InputMode                 string
}

// ImportSection is a section or an attachment as it was read. As is what it was taken for.
type ImportSection struct {
	Key, Heading, As string
	Paragraphs       []string
	Tables           []ImportTable
	// Grids are the tables that are not official ones.
	Grids [][][]string
}

// ImportTable is an official table with a field in every cell, totals too.
type ImportTable struct {
	TableForm
	// Sources lead to where the figures stood, by cell id; Doubted are those whose field is above; Absent those that the file does not have.
	Sources         map[string]string
	Doubted, Absent map[string]bool
}

// NoteGroup are notes of one kind.
type NoteGroup struct {
	Kind, Title string
	Notes       []report.Note
	// Texts says that the notes hold texts of the file, which are shown whole.
	Texts, Open bool
}

// SourceBlock is a paragraph or a table of the file as it was read.
type SourceBlock struct {
	Text  string
	Level int
	Table *SourceTable
}

// SourceTable is a table of the file; ID is the element's.
type SourceTable struct {
	ID   string
	Rows [][]SourceCell
}

// SourceCell is one cell; ID is the element's, "" where nothing leads to it.
type SourceCell struct {
	Text, ID            string
	ColumnSpan, RowSpan int
	// Doubted says that the figure read here is not certain.
	Doubted bool
}

// manyDoubts is from when on one tick may stand for all of them: a column with another name makes two dozen.
const manyDoubts = 3

// ImportPath is the address of an import.
func ImportPath(id int64) string { return "/imports/" + strconv.FormatInt(id, 10) }

func (p ImportPage) fieldError(name string) string { return ErrorOf(p.Rejected, name) }

// state is that of the report that it is kept as, "" for none.
func (p ImportPage) state() report.State {
	if p.Import.Filing == nil {
		return ""
	}
	return p.Import.Filing.State
}

// sizeWords write a file's size: 36 KB, 1.5 MB.
func sizeWords(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", max(1, (n+512)>>10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// whose names the report of an import in the list.
func whose(i report.Import) string {
	switch {
	case i.Agency == "" && i.Year == 0:
		return "单位和年度没有读出来"
	case i.Agency == "":
		return strconv.Itoa(i.Year) + " 年，单位没有读出来"
	case i.Year == 0:
		return i.Agency + "，年度没有读出来"
	}
	return i.Agency + " " + strconv.Itoa(i.Year) + " 年"
}

func readAt(i report.Import, now time.Time) string { return Moment(i.MadeAt, now) }

// sourceClass is the class of a paragraph of the source.
func sourceClass(level int) string {
	if level == 0 {
		return ""
	}
	return "level-" + strconv.Itoa(min(level, 4))
}

// matchWords go on after the name in the file.
func matchWords(p ImportPage) string {
	if p.Agency == 0 {
		return "，与这里的单位对不上，请选定。"
	}
	return "。"
}
