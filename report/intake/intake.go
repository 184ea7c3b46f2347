// Package intake reads reports that already exist: Word files, web pages, workbooks, text and Report JSON. A reader of the format
// makes a document (what stands there, in reading order), recognition makes a report of it, the same for all formats: the official
// tables by their labels, the edition by the tables, the outline by its headings. What could not be placed, and what is doubtful, is
// a note. Nothing of the file is dropped silently.
package intake

import (
	"nianbao/report"
	"nianbao/report/document"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 32 << 20

// Options say what is known beforehand.
type Options struct {
	// Edition is the id of the format to read the tables in; "" finds it by their labels.
	Edition string
}

// Reading is what was made of a file.
type Reading struct {
	Report *report.Report
	// Figures tells where each figure of the report stood, by cell id.
	Figures map[string]Origin
	// Document is the file as it was read, before recognition.
	Document *document.Document
}

// Origin is where a figure stood and how sure it is.
type Origin struct {
	// Table counts the tables of the file from 1.
	Table int
	// Row and Column are the labels as they stand there, the outer ones first, joined by " / "; "" where there was none.
	Row, Column string
	// Text is the cell as it stands there.
	Text string
	// Confidence is 1 where row and column are labelled as the edition has them, and less the less they agree; a figure below
	// Doubtful has a note of code read.doubtful.
	Confidence float64
}

// Doubtful is the confidence below which a person must look.
const Doubtful = 0.8

// Codes of notes.
const (
	NoteDoubtful   = "read.doubtful"    // a figure whose row or column is not certain; Near is the cell id
	NoteUnplaced   = "read.unplaced"    // a text or table that has no place in a report; Near is all of it
	NoteChrome     = "read.chrome"      // what belongs to the web page and not to the report; Near is all of it
	NoteMissing    = "read.missing"     // an official table, row or column that is not there
	NoteAltered    = "read.altered"     // a label, row or column that is not as the format has it; Near is a cell or table, a blank, and what stands there
	NoteLostDigits = "read.lost_digits" // 可能丢字: digits or words that a copy has lost
	NoteDamage     = "read.damage"      // other marks of copying damage
	NoteCut        = "read.cut"         // the file goes beyond a limit, and the rest was not read
	NoteConverted  = "read.converted"   // an amount in 元 that is now in 万元; Near is as it stands there
	NoteEdition    = "read.edition"     // the tables and the year, or what was asked for, disagree
	NoteAgency     = "read.agency"      // title and signature name different agencies
)
