package handlers

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/views"
)

// showImport is what was made of a file beside the file.
func (s *Server) showImport(c echo.Context) error { return s.importPage(c, http.StatusOK, nil, nil) }

// importPage shows an import. Where typed is given, what was chosen stands in the fields, with the reasons why it was rejected.
func (s *Server) importPage(c echo.Context, status int, typed url.Values, rejected []views.FieldError) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	who := current(c.Request()).member
	i, err := s.imports.Import(c.Request().Context(), who, id)
	if err != nil {
		return err
	}
	if i.Report == nil {
		return report.Errorf(report.Invalid, "%s", i.Problem)
	}
	page, err := s.pageWithFlash(c, i.Name)
	if err != nil {
		return err
	}
	page.Crumbs = []views.Link{{Label: who.AgencyName}, {Label: "导入已有报告", Href: "/imports"}, {Label: i.Name}}
	page.Full = true
	page.Styles, page.Scripts = []string{"css/form.css", "css/report.css", "css/import.css"}, []string{"js/import.js"}
	p := views.ImportPage{Page: page, Import: i, Rejected: rejected, Sure: typed.Get("sure") != ""}
	if f := i.Filing; f != nil {
		p.Page.State, p.Page.HasState = f.State, true
		if f.State != report.Imported {
			p.Locked = fmt.Sprintf("已存成%s %d 年的报告，现在是“%s”，这里不能再改。", f.AgencyName, f.Year, report.StateNames[f.State])
		}
	}
	if err := s.importChoices(c, &p, typed); err != nil {
		return err
	}
	var source importSource
	if err := json.Unmarshal(i.Source, &source); err != nil {
		return report.Wrap(report.Internal, err, "read the source of an import")
	}
	links := source.links()
	e := s.editions.Get(p.Edition)
	doubts := map[string]bool{}
	for _, id := range doubtful(i.Report) {
		if e != nil && e.Cell(id) != nil {
			doubts[id] = true
		}
	}
	p.Source, p.Cut = source.view(links, doubts)
	p.Doubts = importDoubts(e, i.Report, source, links)
	p.Lines = importLines(i.Report)
	p.Notes = noteGroups(i.Report.Notes, doubts)
	s.importContent(&p, e, source, links, doubts)
	return s.render(c, status, views.ImportResult(p))
}

// importChoices are the agency, the year and the format: as chosen, as it is kept, or as the file says.
func (s *Server) importChoices(c echo.Context, p *views.ImportPage, typed url.Values) error {
	who, r := current(c.Request()).member, p.Import.Report
	var err error
	if p.Agencies, err = s.importAgencies(c); err != nil {
		return err
	}
	p.AgencyRead = r.Agency
	if found, ok, near := agency.Match(p.Agencies, r.Agency); ok {
		p.Agency = found.ID
	} else if len(near) > 0 {
		// Those that might be meant stand first.
		slices.SortStableFunc(p.Agencies, func(a, b agency.Agency) int { return one(slices.Contains(near, b)) - one(slices.Contains(near, a)) })
	}
	if r.Year != 0 {
		p.Year = strconv.Itoa(r.Year)
	}
	p.Edition = r.Edition
	if f := p.Import.Filing; f != nil {
		p.Agency, p.Year, p.Edition = f.AgencyID, strconv.Itoa(f.Year), f.EditionID
	}
	if typed != nil {
		p.Agency, _ = strconv.ParseInt(typed.Get("agency"), 10, 64)
		p.Year = typed.Get("year")
	}
	if r.Edition == "" {
		if typed != nil {
			p.Edition = typed.Get("edition")
		}
		for _, e := range slices.Backward(s.editions) {
			p.Editions = append(p.Editions, views.EditionChoice{ID: e.ID, Label: editionLabel(e)})
		}
	} else if e := s.editions.Get(r.Edition); e != nil {
		p.EditionName = editionLabel(e)
	}
	p.MayDraft = p.Import.Filing == nil && agency.Allowed(who, agency.Create, who.AgencyPath, "")
	p.DraftYear = strconv.Itoa(max(s.currentYear(), r.Year))
	if typed.Has("draft_year") {
		p.DraftYear = typed.Get("draft_year")
	}
	if p.Agency != 0 && p.Locked == "" {
		there, err := s.reports.FilingOf(c.Request().Context(), who, p.Agency, formYear(p.Year))
		if err == nil && (p.Import.Filing == nil || there.ID != p.Import.Filing.ID) {
			p.There = &there
		} else if err != nil && report.ErrorCode(err) != report.NotFound {
			return err
		}
	}
	return nil
}

// importDoubts are the figures to be looked at, with where they stood.
func importDoubts(e *report.Edition, r *report.Report, source importSource, links map[string]string) []views.Doubt {
	var out []views.Doubt
	if e == nil {
		return nil
	}
	for _, n := range r.Notes {
		cell := e.Cell(n.Near)
		if n.Code != intake.NoteDoubtful || cell == nil || slices.ContainsFunc(out, func(d views.Doubt) bool { return d.ID == cell.ID }) {
			continue
		}
		o := source.Origins[cell.ID]
		out = append(out, views.Doubt{ID: cell.ID, Name: cell.Name(), Value: r.Figures[cell.ID], Row: o.Row, Column: o.Column, Text: o.Text, Source: links[cell.ID],
			Message: n.Message, InputMode: views.InputMode(cell.Kind)})
	}
	return out
}

// importLines are the parts of a report that are single lines; those that are not there are left out.
func importLines(r *report.Report) []views.ImportLine {
	all := []views.ImportLine{{Label: "标题", Text: r.Title}, {Label: "文号", Text: r.Number}, {Label: "前言", Text: r.Preface},
		{Label: "落款", Text: strings.TrimSpace(r.Signature.Agency + " " + report.PrintDate(r.Signature.Date))}, {Label: "文末", Text: r.Closing},
		{Label: "网页日期", Text: report.PrintDate(r.Published)}}
	return slices.DeleteFunc(all, func(l views.ImportLine) bool { return l.Text == "" })
}

// importContent are the sections with their tables, and what the rules say about the figures as they were read.
func (s *Server) importContent(p *views.ImportPage, e *report.Edition, source importSource, links map[string]string, doubts map[string]bool) {
	r := p.Import.Report
	if e == nil {
		for _, section := range r.Sections {
			p.Sections = append(p.Sections, views.ImportSection{Key: section.Key, Heading: section.Heading, Paragraphs: report.Paragraphs(report.TextOf(section.Blocks))})
		}
		return
	}
	// As it will be kept, so that every table has its place.
	over := report.TakeOver(e, r)
	kept := *r
	kept.Edition, kept.Year, kept.Sections, kept.Attachments = e.ID, formYear(p.Year), nil, nil
	for _, o := range over.Outline {
		section := views.ImportSection{Key: o.Key, Heading: o.Heading, As: takenFor(e, o), Paragraphs: report.Paragraphs(over.Texts[o.Key])}
		if o.Attachment {
			section.Heading = strings.TrimSpace(o.Label + " " + o.Heading)
			if o.Heading == "" {
				section.Heading = strings.TrimSpace(o.Label + " " + o.Title)
			}
		}
		blocks := report.PutTogether(report.Paragraphs(over.Texts[o.Key]), o.Fixtures)
		if o.Attachment {
			kept.Attachments = append(kept.Attachments, report.Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			kept.Sections = append(kept.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
		for _, f := range o.Fixtures {
			if f.Grid != nil {
				section.Grids = append(section.Grids, f.Grid)
			} else if t := e.Table(f.Table); t != nil {
				section.Tables = append(section.Tables, importTable(t, r, p, source, links, doubts))
			}
		}
		p.Sections = append(p.Sections, section)
	}
	var loose []report.Finding
	for _, f := range report.Check(e, &kept, report.Context{Mode: report.AsRead}) {
		if f.Table == "" && f.Severity != report.SeverityHint { // a heading that was worded otherwise then stays so
			loose = append(loose, f)
		}
	}
	for _, section := range p.Sections {
		for _, t := range section.Tables {
			p.Findings = append(p.Findings, t.Findings...)
		}
	}
	report.SortFindings(loose)
	p.Findings = append(p.Findings, views.ListFindings(loose, report.RuleSet{}, nil, true)...)
	for i, f := range p.Findings {
		if strings.HasPrefix(f.ID, "f-"+report.CodeMissing) || strings.HasPrefix(f.ID, "f-"+report.CodeNil) {
			p.Findings[i].Hint = "原文就是这样的不用改；读漏的，对照原文补上。"
		}
	}
}

// importTable is an official table with the figures as they were read, blank totals too.
func importTable(t *report.Table, r *report.Report, p *views.ImportPage, source importSource, links map[string]string, doubts map[string]bool) views.ImportTable {
	sheet := report.NewSheet(t, r.Figures, nil, report.AsRead)
	out := views.ImportTable{TableForm: views.NewTableForm(views.TableInput{Sheet: sheet, Year: formYear(p.Year), Fixed: true, Locked: true}), Sources: links, Doubted: doubts,
		Absent: map[string]bool{}}
	for _, rows := range [][]views.TableRow{out.Head, out.Body} {
		for _, row := range rows {
			for _, c := range row.Cells {
				if c.Figure != nil {
					c.Figure.Value = r.Figures[c.Figure.ID]
				}
			}
		}
	}
	for _, c := range t.Cells {
		_, stood := source.Origins[c.ID]
		out.Absent[c.ID] = len(source.Origins) > 0 && !stood && r.Figures[c.ID] == ""
	}
	return out
}

// takenFor says what part of the edition a section was recognised as.
func takenFor(e *report.Edition, o report.OutlineEntry) string {
	switch p := e.Part(o.Key); {
	case o.Attachment:
		return "附件"
	case p == nil:
		return "不在规定的提纲里，作为另加的一节"
	default:
		return "认作“" + report.HeadingName(p.Heading) + "”"
	}
}

// noteKinds are the kinds of notes in the order of the page.
var noteKinds = []struct {
	kind, title string
	codes       []string
	texts, open bool
}{
	{"unplaced", "没有归到报告里的内容", []string{intake.NoteUnplaced}, true, true},
	{"missing", "没有找到的表、行或列", []string{intake.NoteMissing}, false, true},
	{"damage", "可能丢字或损坏的地方", []string{intake.NoteLostDigits, intake.NoteDamage, intake.NoteCut}, true, true},
	{"other", "别的说明", nil, true, true},
	{"chrome", "网页上不属于报告的内容", []string{intake.NoteChrome}, true, false},
}

// noteGroups sorts the notes by kind. Doubts that have a field of their own are not among them.
func noteGroups(notes []report.Note, doubts map[string]bool) []views.NoteGroup {
	groups := make([]views.NoteGroup, len(noteKinds))
	for i, k := range noteKinds {
		groups[i] = views.NoteGroup{Kind: k.kind, Title: k.title, Texts: k.texts, Open: k.open}
	}
	other := slices.IndexFunc(groups, func(g views.NoteGroup) bool { return g.Kind == "other" })
	for _, n := range notes {
		if n.Code == intake.NoteDoubtful && doubts[n.Near] {
			continue
		}
		at := other
		for i, k := range noteKinds {
			if slices.Contains(k.codes, n.Code) {
				at = i
			}
		}
		groups[at].Notes = append(groups[at].Notes, n)
	}
	return slices.DeleteFunc(groups, func(g views.NoteGroup) bool { return len(g.Notes) == 0 })
}
