package handlers

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// fixText saves what the page sent and then changes the text as a finding proposes (一键改正). The answer of the next page offers to
// take it back.
func (s *Server) fixText(ctx context.Context, who agency.Member, id int64, key, finding string, changes report.ChangeSet) (next string, saved report.Saved, err error) {
	here := views.SectionPath(id, key)
	if saved, err = s.reports.Save(ctx, who, id, changes); err != nil || len(saved.TooLong) > 0 {
		return here, saved, err
	}
	d, err := s.reports.Load(ctx, who, id)
	if err != nil {
		return here, saved, err
	}
	findings := d.Findings()
	i := slices.IndexFunc(findings, func(f report.Finding) bool {
		return f.ID() == finding && f.Fix != nil && views.PageOf(f.Section) == key
	})
	if i < 0 {
		return here, saved, report.Errorf(report.Stale, "这一处刚才已经变了，没有替您改动。您写的都已保存，请再看一遍。")
	}
	f, fix := findings[i], *findings[i].Fix
	field := views.NewTexts(d.Report).At(f.Section, fix.Start, fix.End)
	if field == nil {
		return here, saved, report.Errorf(report.Stale, "这一处不能自动改，请在正文里改。您写的都已保存。")
	}
	change := views.FixedText{Name: field.Name, Start: fix.Start - field.From, Was: string(field.Text[fix.Start-field.From : fix.End-field.From]), Now: fix.Text}
	after, err := s.replaceText(ctx, who, d, key, field.Text, change)
	after.Revision = max(after.Revision, saved.Revision)
	if err == nil && utf8.RuneCountInString(change.Was+change.Now) <= undoneLimit {
		here += "?" + url.Values{"fixed": {change.Name}, "start": {strconv.Itoa(change.Start)}, "was": {change.Was}, "now": {change.Now}}.Encode()
	}
	return here, after, err
}

// undoneLimit is the longest change, in characters, that can be taken back: it travels in the address.
const undoneLimit = 200

// undoFix saves what the page sent and gives a text back what a fix changed in it.
func (s *Server) undoFix(ctx context.Context, who agency.Member, id int64, key, raw string, changes report.ChangeSet) (next string, saved report.Saved, err error) {
	here := views.SectionPath(id, key)
	if saved, err = s.reports.Save(ctx, who, id, changes); err != nil || len(saved.TooLong) > 0 {
		return here, saved, err
	}
	change, ok := fixedText(raw)
	if !ok {
		return here, saved, report.Errorf(report.Invalid, "没有可以撤销的改动。")
	}
	d, err := s.reports.Load(ctx, who, id)
	if err != nil {
		return here, saved, err
	}
	change.Was, change.Now = change.Now, change.Was
	text := textIn(d.Report, key, change.Name)
	// Where the fix made a text longer (办, 办公室), what it was before still stands at the beginning of it.
	undone := len(change.Now) > len(change.Was) && standsAt(text, change.Start, change.Now)
	if undone || !standsAt(text, change.Start, change.Was) {
		return here, saved, report.Errorf(report.Stale, "改过的地方又有了新的改动，没有撤销。您写的都已保存。")
	}
	after, err := s.replaceText(ctx, who, d, key, text, change)
	after.Revision = max(after.Revision, saved.Revision)
	return here, after, err
}

// standsAt reports whether words stand at a place of a text.
func standsAt(text []rune, start int, words string) bool {
	length := utf8.RuneCountInString(words)
	return start <= len(text) && length <= len(text)-start && string(text[start:start+length]) == words
}

// replaceText saves a text with one change made in it, against the revision that it was read at.
func (s *Server) replaceText(ctx context.Context, who agency.Member, d *report.Dossier, key string, text []rune, change views.FixedText) (report.Saved, error) {
	place, known := sectionPlaces(key)[change.Name]
	fix := report.Fix{Start: change.Start, End: change.Start + utf8.RuneCountInString(change.Was), Text: change.Now}
	fixed, ok := fix.Apply(string(text))
	if !known || !ok {
		return report.Saved{}, report.Errorf(report.Stale, "这一处不能自动改，请在正文里改。您写的都已保存。")
	}
	return s.reports.Save(ctx, who, d.Filing.ID, report.ChangeSet{Base: d.Filing.Revision, Texts: map[string]string{place: fixed}})
}

// textIn is what a field of a page holds.
func textIn(r *report.Report, key, name string) []rune {
	sections := []string{key}
	switch key {
	case report.PartTitle:
		sections = append(sections, report.PartNumber)
	case report.PartSignature:
		sections = append(sections, report.PartClosing)
	}
	return views.NewTexts(r).Field(sections, name)
}

// fixedText reads a change that was made, from an address or a button.
func fixedText(raw string) (change views.FixedText, ok bool) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return change, false
	}
	start, err := strconv.Atoi(values.Get("start"))
	change = views.FixedText{Name: values.Get("name"), Start: start, Was: values.Get("was"), Now: values.Get("now")}
	return change, err == nil && start >= 0 && change.Name != "" && utf8.RuneCountInString(change.Was+change.Now) <= undoneLimit
}

// fixedOffer reads from the address what the fix just before changed, so that it can be taken back without JavaScript too.
func fixedOffer(c echo.Context, locked string) *views.FixedText {
	query := c.QueryParams()
	if !query.Has("fixed") || locked != "" {
		return nil
	}
	change, ok := fixedText(url.Values{"name": {query.Get("fixed")}, "start": {query.Get("start")}, "was": {query.Get("was")}, "now": {query.Get("now")}}.Encode())
	if !ok {
		return nil
	}
	return &change
}
