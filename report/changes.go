package report

import (
	"fmt"
	"time"
)

// ChangeSet is one save: what a page sent, against the revision that it was loaded with. Whatever equals its value at Base is
// no change, so a page without JavaScript may send its whole form.
type ChangeSet struct {
	// Base is the report's revision that the page shows; 0 for "as it stands now".
	Base int64
	// Cells maps cell ids to what was typed.
	Cells map[string]string
	// Texts maps places (TextPlaces and section and attachment keys) to whole texts.
	Texts map[string]string
	// Reasons maps finding ids to the reasons written for them.
	Reasons map[string]string
}

// Empty reports whether the change set asks for nothing.
func (c ChangeSet) Empty() bool { return len(c.Cells)+len(c.Texts)+len(c.Reasons) == 0 }

// TextLimit is the longest text of a section, in characters (contract.md, "Saving").
const TextLimit = 500_000

// LineLimit and CellLimit bound what is one line and what is one figure, in characters; far beyond what anybody means.
const (
	LineLimit = 2_000
	CellLimit = 1_000
)

// RemarkLimit bounds a comment and a reason, in characters.
const RemarkLimit = 5_000

// Places of texts that are not sections. Attachments have attachment_1.label, .title and .heading beside their text.
const (
	PlaceTitle           = PartTitle
	PlaceNumber          = PartNumber
	PlacePreface         = PartPreface
	PlaceSignatureAgency = "signature.agency"
	PlaceSignatureDate   = "signature.date"
	PlaceClosing         = PartClosing
)

// Conflict is a cell or a paragraph that two people changed differently since one of them loaded the page. The saved value stands
// until one of the two is chosen.
type Conflict struct {
	ID int64
	// Place is a cell id or a text place; Section the key of the page where it is settled.
	Place, Section string
	Cell           bool
	// Base is the value that both started from; Saved stands in the report, Mine waits. "" in a text is a paragraph taken out.
	Base, Saved, Mine string
	// At is the paragraph's index in the text, for texts.
	At int
	// SavedBy and MineBy are names of members.
	SavedBy, MineBy string
	MadeAt          time.Time
}

// Finding is the error that stands until one value is chosen.
func (c Conflict) Finding() Finding {
	f := Finding{Code: CodeConflict, Severity: SeverityError, Section: c.Section, Hint: "在这一页选定一个。"}
	if c.Cell {
		f.Cell = c.Place
		f.Message = fmt.Sprintf("%s填的是“%s”，%s填的是“%s”。", c.SavedBy, shown(c.Saved), c.MineBy, shown(c.Mine))
	} else {
		f.Quote = c.Saved
		f.Message = fmt.Sprintf("%s和%s改了同一段：“%s”与“%s”。", c.SavedBy, c.MineBy, shown(c.Saved), shown(c.Mine))
	}
	return f
}

func shown(s string) string {
	if s == "" {
		return "空白"
	}
	return clip(s, shownValue)
}

// Saved is the outcome of a save.
type Saved struct {
	// Revision is the report's revision now; it is as before when nothing changed.
	Revision int64
	// Changed counts cells and paragraphs that were taken over.
	Changed int
	// Conflicts that this save made.
	Conflicts []Conflict
	// Merged are the places of texts that now say something else than was sent, because others wrote there too or it is in
	// conflict: the page has to load them again.
	Merged []string
	// TooLong are the places of texts and cells that were left out because they exceed TextLimit, LineLimit or CellLimit.
	TooLong []string
	// Unknown are values for cells that the report does not have, or not any more, by cell id: they have no place to be kept.
	Unknown map[string]string
	// Dropped says that a text went to a section that is left out of the report at the moment.
	Dropped bool
	// Converted tell of amounts that were typed in 元 and now stand in 万元.
	Converted []string
}

// AuditRecord is one line of the record of changes: who, when, what, from, to.
type AuditRecord struct {
	ID         int64
	Revision   int64
	MemberID   int64
	MemberName string
	At         time.Time
	// Action is save, fill-zero, undo-fill, resolve, outline, answer, a step, or an account's action.
	Action string
	// Place is a cell id, a text place (with #n for its n-th paragraph), an outline key, or "".
	Place    string
	From, To string
}
