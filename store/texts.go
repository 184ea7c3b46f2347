package store

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/agency"
	"nianbao/report"
)

// text is a text as it is stored.
type text struct {
	body             string
	revision, member int64
}

func (s *saving) saveTexts(typed map[string]string) error {
	if len(typed) == 0 {
		return nil
	}
	outline, err := s.entries()
	if err != nil {
		return err
	}
	for _, place := range slices.Sorted(maps.Keys(typed)) {
		limit := report.TextLimit
		if oneLine(place) {
			limit = report.LineLimit
		}
		// Browsers send CR LF; a line end counts once.
		if utf8.RuneCountInString(strings.ReplaceAll(typed[place], "\r\n", "\n")) > limit {
			s.outcome.TooLong = append(s.outcome.TooLong, place)
			continue
		}
		mine := paragraphsOf(place, clean(typed[place]))
		if !isPlace(outline, place) {
			if len(mine) == 0 {
				continue
			}
			return report.Errorf(report.Stale, "这一节已经不在提纲里了，提纲或格式刚被改过。请先把文字复制出来，再刷新页面。")
		}
		if err := s.saveTextAt(place, mine); err != nil {
			return err
		}
		key, _, _ := strings.Cut(place, ".")
		s.outcome.Dropped = s.outcome.Dropped || slices.ContainsFunc(outline, func(o report.OutlineEntry) bool { return o.Key == key && o.Dropped })
	}
	return nil
}

// oneLine reports whether a place holds a single line: everything but sections, attachments, preface and closing.
func oneLine(place string) bool {
	switch place {
	case report.PlaceTitle, report.PlaceNumber, report.PlaceSignatureAgency, report.PlaceSignatureDate:
		return true
	}
	return strings.Contains(place, ".")
}

// paragraphsOf is what was typed at a place, as it is stored.
func paragraphsOf(place, typed string) []string {
	out := report.Paragraphs(typed)
	if oneLine(place) && len(out) > 1 {
		out = []string{strings.Join(out, "")}
	}
	if place == report.PlaceSignatureDate && len(out) > 0 {
		if date, err := report.ParseDate(out[0]); err == nil {
			out[0] = date
		}
	}
	return out
}

// isPlace reports whether a report with an outline has a text place.
func isPlace(outline []report.OutlineEntry, place string) bool {
	switch place {
	case report.PlaceTitle, report.PlaceNumber, report.PlacePreface, report.PlaceSignatureAgency, report.PlaceSignatureDate, report.PlaceClosing:
		return true
	}
	key, field, of := strings.Cut(place, ".")
	return slices.ContainsFunc(outline, func(o report.OutlineEntry) bool {
		return o.Key == key && (!of || o.Attachment && slices.Contains(attachmentFields, field))
	})
}

// attachmentFields are the texts of an attachment beside its body; each is a column of sections.
var attachmentFields = []string{"label", "title", "heading"}

// saveTextAt merges one text into what is saved by now.
func (s *saving) saveTextAt(place string, mine []string) error {
	now, err := s.text(s.f.ID, place)
	if err != nil {
		return err
	}
	saved := report.Paragraphs(now.body)
	if slices.Equal(mine, saved) {
		return nil
	}
	base := saved
	if now.revision > s.base {
		if base, err = s.textAt(s.f.ID, place, s.base); err != nil || slices.Equal(mine, base) {
			return err
		}
	}
	merged, conflicts := mergeText(place, base, mine, saved)
	var others []clash
	if merged, others, err = s.ownWins(place, merged, conflicts); err != nil {
		return err
	}
	if utf8.RuneCountInString(strings.Join(merged, "\n")) > report.TextLimit {
		s.outcome.TooLong = append(s.outcome.TooLong, place)
		return nil
	}
	for _, c := range others {
		if err := s.conflict(report.Conflict{Place: place, Base: c.Base, Saved: c.Saved, Mine: c.Mine, At: c.At}, c.savedBy); err != nil {
			return err
		}
	}
	if !slices.Equal(merged, mine) {
		s.outcome.Merged = append(s.outcome.Merged, place)
	}
	changed := len(report.ChangedParagraphs(saved, merged))
	if changed == 0 {
		return nil
	}
	s.wide = true
	s.outcome.Changed += changed
	if s.f.conflicts > 0 && oneLine(place) {
		if err := s.settle(place, strings.Join(mine, "")); err != nil {
			return err
		}
	}
	if err := s.followConflicts(place, saved, merged); err != nil {
		return err
	}
	next := *s.f
	next.Revision = s.next
	return s.saveText(&next, s.who, actionSave, place, saved, merged)
}

// followConflicts lets open conflicts about paragraphs that are edited now show what stands there, so that the other value can
// still take its place.
func (s *saving) followConflicts(place string, old, now []string) error {
	if s.f.conflicts == 0 {
		return nil
	}
	for _, change := range report.ChangedParagraphs(old, now) {
		if change.From == "" {
			continue
		}
		if _, err := s.exec("follow conflict", `UPDATE conflicts SET saved = $1, at = $2, saved_by = $3 WHERE report_id = $4 AND place = $5 AND NOT is_cell AND saved = $6`,
			change.To, change.At, s.who.ID, s.f.ID, place, change.From); err != nil {
			return err
		}
	}
	return nil
}

// mergeText is report.MergeText, but a place of one line is taken or not as a whole.
func mergeText(place string, base, mine, saved []string) ([]string, []report.TextConflict) {
	if !oneLine(place) {
		return report.MergeText(base, mine, saved)
	}
	if slices.Equal(base, saved) {
		return mine, nil
	}
	return saved, []report.TextConflict{{Base: strings.Join(base, ""), Saved: strings.Join(saved, ""), Mine: strings.Join(mine, "")}}
}

// clash is a conflict with somebody else.
type clash struct {
	report.TextConflict
	savedBy int64
}

// ownWins takes this save's side in the conflicts of a member with himself, in another tab or a moment ago. The others stay.
func (s *saving) ownWins(place string, merged []string, conflicts []report.TextConflict) ([]string, []clash, error) {
	if len(conflicts) == 0 {
		return merged, nil, nil
	}
	since, err := s.textsSince(s.f.ID, place, s.base)
	if err != nil {
		return nil, nil, err
	}
	var others []clash
	moved := 0
	for _, c := range conflicts {
		c.At += moved
		by := writerOf(c, since)
		switch {
		case by != s.who.ID:
			others = append(others, clash{c, by})
		case c.Saved == "":
			merged = slices.Insert(merged, c.At, c.Mine)
			moved++
		case c.Mine == "":
			merged = slices.Delete(merged, c.At, c.At+1)
			moved--
		default:
			merged[c.At] = c.Mine
		}
	}
	return merged, others, nil
}

// writerOf is who first saved the paragraph that a conflict is about, or took it out, among the states of a text.
func writerOf(c report.TextConflict, since []text) int64 {
	for _, t := range since {
		paragraphs := report.Paragraphs(t.body)
		if c.Saved == "" && !slices.Contains(paragraphs, c.Base) || c.Saved != "" && slices.Contains(paragraphs, c.Saved) {
			return t.member
		}
	}
	return since[len(since)-1].member
}

func (q queries) text(id int64, place string) (text, error) {
	var t text
	_, err := q.one("read text", `SELECT body, revision, member_id FROM texts WHERE report_id = $1 AND place = $2`, args{id, place}, &t.body, &t.revision, &t.member)
	return t, err
}

// textAt are the paragraphs of a text as it was at a revision.
func (q queries) textAt(id int64, place string, revision int64) ([]string, error) {
	var body string
	_, err := q.one("find text at a revision", `SELECT body FROM text_history WHERE report_id = $1 AND place = $2 AND revision <= $3
		ORDER BY revision DESC LIMIT 1`, args{id, place, revision}, &body)
	return report.Paragraphs(body), err
}

// textsSince are the states of a text after a revision, the oldest first.
func (q queries) textsSince(id int64, place string, revision int64) ([]text, error) {
	var out []text
	err := q.each("list texts since a revision", `SELECT body, revision, member_id FROM text_history WHERE report_id = $1 AND place = $2 AND revision > $3
		ORDER BY revision`, args{id, place, revision}, func(row scanner) error {
		var t text
		err := row.Scan(&t.body, &t.revision, &t.member)
		out = append(out, t)
		return err
	})
	return out, err
}

// saveText writes a text at the filing's revision, with its history and one audit record a paragraph, and keeps the tables that
// stand among its paragraphs at their place.
func (t *tx) saveText(f *filing, who agency.Member, action, place string, old, now []string) error {
	body := strings.Join(now, "\n")
	if _, err := t.exec("save text", `INSERT INTO texts (report_id, place, body, revision, member_id) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (report_id, place) DO UPDATE SET body = excluded.body, revision = excluded.revision, member_id = excluded.member_id`,
		f.ID, place, body, f.Revision, who.ID); err != nil {
		return err
	}
	if _, err := t.exec("keep text", `INSERT INTO text_history (report_id, place, revision, body, member_id) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (report_id, place, revision) DO UPDATE SET body = excluded.body`, f.ID, place, f.Revision, body, who.ID); err != nil {
		return err
	}
	if key, field, of := strings.Cut(place, "."); of && slices.Contains(attachmentFields, field) {
		if _, err := t.exec("save attachment", `UPDATE sections SET `+field+` = $1 WHERE report_id = $2 AND section = $3`, body, f.ID, key); err != nil {
			return err
		}
	} else if err := t.moveFixtures(f, place, old, now); err != nil {
		return err
	}
	for _, change := range report.ChangedParagraphs(old, now) {
		at := place
		if !oneLine(place) {
			at += "#" + strconv.Itoa(change.At+1)
		}
		if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: action, place: at, from: change.From, to: change.To}); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) moveFixtures(f *filing, section string, old, now []string) error {
	var stored string
	found, err := t.one("read fixtures", `SELECT fixtures FROM sections WHERE report_id = $1 AND section = $2`, args{f.ID, section}, &stored)
	if err != nil || !found {
		return err
	}
	var fixtures []report.Fixture
	if err := json.Unmarshal([]byte(stored), &fixtures); err != nil {
		return err
	}
	moved, err := json.Marshal(report.MoveFixtures(fixtures, old, now))
	if err != nil || len(fixtures) == 0 || string(moved) == stored {
		return err
	}
	_, err = t.exec("move fixtures", `UPDATE sections SET fixtures = $1 WHERE report_id = $2 AND section = $3`, string(moved), f.ID, section)
	return err
}
