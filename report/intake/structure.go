package intake

import (
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// structure makes the report of a document whose official tables were found: what is title, preface, section, signature, attachment,
// and what belongs to the page around it. Every item of the document goes to exactly one place, so that nothing is lost.
func structure(editions report.Editions, doc *document.Document, f found) *report.Report {
	names := newHeadingNames(editions)
	s := &structuring{editions: editions, found: f, items: itemsOf(doc, f, names), names: names, labels: rowLabels(editions)}
	s.report = &report.Report{Figures: f.figures}
	s.places = make([]place, len(s.items))
	for i := range s.items {
		if it := &s.items[i]; it.text != "" && pageNumberPat.MatchString(it.folded) {
			s.places[i] = placeChrome
		}
	}
	s.readHeadings(0)
	s.findTitle()
	s.readHeadings(s.body)
	s.readHead()
	s.settleYear()
	s.settleEdition()
	s.findTail()
	s.report.Sections = s.sections()
	s.report.Attachments = s.attachments()
	s.report.Preface = s.textAt(placePreface)
	s.report.Closing = s.textAt(placeClosing)
	s.settleAgency()
	if s.report.Published == "" {
		s.report.Published = doc.Published
	}
	s.report.Notes = append(append(append([]report.Note(nil), f.notes...), s.placeNotes()...), s.damageNotes()...)
	s.report.Notes = append(s.report.Notes, s.notes...)
	return s.report
}

// structuring is one document on its way to a report.
type structuring struct {
	editions report.Editions
	found    found
	names    *headingNames
	labels   map[string]bool // of the tables' rows
	items    []item
	places   []place
	marks    []headingMark
	joined   map[int]bool // headings that go on in the next line
	headings []heading
	report   *report.Report
	// body is the first item after the title.
	body int
	// titles are all lines of the head that read like a title, the chosen one among them; byline is an agency under the title.
	titles []titleParts
	byline string
	// overview says that the text before the first heading is the overview, from that item on; -1 for none.
	overview int
	// bodyEnd is the first item after the text of the last section.
	bodyEnd int
	// listed are the attachments that the text names.
	listed   []listedAttachment
	attached []*attachmentRead
	// outline is the edition whose sections give the keys.
	outline *report.Edition
	notes   []report.Note
}

// place is where an item goes.
type place int

const (
	placeBody place = iota
	placeTitle
	placeNumber
	placeChrome
	placeUnplaced
	placePreface
	placeList      // names the attachments
	placeSignature // agency, date or both
	placeClosing
	placeAttachment
)

// textAt joins the lines that went to a place.
func (s *structuring) textAt(p place) string {
	var lines []string
	for i := range s.items {
		if s.places[i] == p {
			lines = append(lines, s.items[i].text)
		}
	}
	return strings.Join(lines, "\n")
}

// placeNotes keep, whole, what belongs to the page and what has no place. What stands together is one note.
func (s *structuring) placeNotes() []report.Note {
	var notes []report.Note
	last := -1
	for i := range s.items {
		var note report.Note
		switch s.places[i] {
		case placeChrome:
			note = report.Note{Code: NoteChrome, Message: "这部分属于网页，不属于报告，没有放进正文。"}
		case placeUnplaced:
			note = report.Note{Code: NoteUnplaced, Message: "这部分在报告里没有对应的位置，请核对后自行放入。"}
		default:
			continue
		}
		note.Near = s.items[i].all()
		if n := len(notes); n > 0 && last == i-1 && notes[n-1].Code == note.Code {
			notes[n-1].Near += "\n" + note.Near
		} else {
			notes = append(notes, note)
		}
		last = i
	}
	return notes
}
