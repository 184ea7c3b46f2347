package handlers

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// showSection is GET of one page of the form.
func (s *Server) showSection(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	return s.sectionPage(c, d, http.StatusOK, nil, nil)
}

// sectionPage shows a page of the form. Where typed is given, what was just sent stands in the fields instead of what is saved,
// with the reasons why it was rejected.
func (s *Server) sectionPage(c echo.Context, d *report.Dossier, status int, typed url.Values, rejected []views.FieldError) error {
	key := c.Param("key")
	heading, ok := sectionHeading(d, key)
	if !ok {
		return report.Errorf(report.NotFound, "这份报告没有这一节，可能已被省去。可以在“提纲与附件”里恢复。")
	}
	frame, err := s.frame(c, d, key, heading)
	if err != nil {
		return err
	}
	frame.Scripts = append(frame.Scripts, "js/form.js")
	who := current(c.Request()).member
	p := views.SectionPage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, Key: key, Heading: heading, Rejected: rejected,
		Locked: lockedWords(who, agency.Edit, d.Filing), Base: d.Filing.Revision}
	if base, err := strconv.ParseInt(typed.Get("revision"), 10, 64); err == nil && base > 0 {
		p.Base = min(base, d.Filing.Revision)
	}
	if p.Locked == "" {
		p.Page.Actions = views.ReportActions(d.Filing.ID, agency.Allowed(who, agency.Submit, d.Filing.AgencyPath, d.Filing.State), key, views.SavedWords(d.Filing, s.now()))
	}
	here := slices.DeleteFunc(slices.Clone(frame.findings), func(f report.Finding) bool { return views.PageOf(f.Section) != key })
	s.sectionFields(&p, d, typed)
	s.sectionTables(&p, d, here, typed, who)
	s.sectionFindings(&p, d, here, typed, agency.Allowed(who, agency.Explain, d.Filing.AgencyPath, d.Filing.State))
	for _, conflict := range d.Conflicts {
		if conflict.Section == key && !conflict.Cell {
			p.Conflicts = append(p.Conflicts, conflict)
		}
	}
	p.Undo, p.Fixed = undoOffer(c, p.Locked), fixedOffer(c, p.Locked)
	parked, err := s.parked.Parked(c.Request().Context(), who, d.Filing.ID)
	if err != nil {
		return err
	}
	p.Parked = len(parked) > 0
	return s.render(c, status, views.Section(p))
}

// sectionHeading is the h1 of a page; false where the report has no such page.
func sectionHeading(d *report.Dossier, key string) (string, bool) {
	if d == nil {
		return "", false
	}
	switch key {
	case report.PartTitle:
		return "标题", true
	case report.PartPreface:
		return "前言", true
	case report.PartSignature:
		return "落款", true
	}
	entry := d.Entry(key)
	if entry == nil {
		return "", false
	}
	if entry.Attachment {
		return entry.Label + "：" + entry.Title, true
	}
	return entry.Heading, true
}

// closingRows is the height of the field for what stands after the signature; it may have several paragraphs.
const closingRows = 3

// sectionFields fills in the page's text and single-line fields.
func (s *Server) sectionFields(p *views.SectionPage, d *report.Dossier, typed url.Values) {
	value := func(name, saved string) string {
		if typed.Has(name) {
			return typed.Get(name)
		}
		return saved
	}
	field := func(name, label, saved, hint string) views.Field {
		return views.Field{Name: name, Label: label, Value: value(name, saved), Hint: hint, Error: views.ErrorOf(p.Rejected, name)}
	}
	r := d.Report
	switch p.Key {
	case report.PartTitle:
		p.Fields = []views.Field{field("text", "报告标题", r.Title, ""), field("number", "文号", r.Number, "标题上方的发文字号，没有的留空。")}
	case report.PartPreface:
		p.HasText, p.Text, p.TextLabel = true, value("text", r.Preface), "前言，没有的留空"
	case report.PartSignature:
		p.Fields = []views.Field{field("agency", "落款单位", r.Signature.Agency, ""), field("date", "成文日期", report.PrintDate(r.Signature.Date), "例如 2027-01-15。"),
			field("closing", "文末", r.Closing, "落款之后的联系方式一类，没有的留空。")}
		p.Fields[2].Rows = closingRows
	default:
		p.HasText, p.TextLabel = true, "正文"
		if a := r.Attachment(p.Key); a != nil {
			p.Text = value("text", report.TextOf(a.Blocks))
			p.Fields = []views.Field{field("label", "序号", a.Label, "附件，或附件1。"), field("title", "名称", a.Title, "正文后面附件说明里的名称。"),
				field("heading", "附件标题", a.Heading, "")}
		} else if section := r.Section(p.Key); section != nil {
			p.Text = value("text", report.TextOf(section.Blocks))
		}
	}
}

// sectionFindings adds what is not said at a table of the page.
func (s *Server) sectionFindings(p *views.SectionPage, d *report.Dossier, findings []report.Finding, typed url.Values, explain bool) {
	loose := slices.DeleteFunc(slices.Clone(findings), func(f report.Finding) bool { return !f.OnText() && (f.Table != "" || f.Cell != "") })
	cards := views.NewCards(d, p.Key, p.Locked == "")
	p.Findings, p.Count = cards.ByWeight(loose, explain), views.CountWords(loose)
	for i, g := range p.Findings.Warnings {
		if reason, ok := typedReason(typed, g.Findings); ok && (explain || reason != "") {
			p.Findings.Warnings[i].Reason = reason
		}
	}
}

// typedReason is what was typed as the reason for a group of findings and has not been saved.
func typedReason(typed url.Values, group []report.Finding) (string, bool) {
	for _, f := range group {
		if name := "reason." + f.ID(); typed.Has(name) {
			return typed.Get(name), true
		}
	}
	return "", false
}

// sectionTables adds the tables of the page.
func (s *Server) sectionTables(p *views.SectionPage, d *report.Dossier, findings []report.Finding, typed url.Values, who agency.Member) {
	var blocks []report.Block
	if section := d.Report.Section(p.Key); section != nil {
		blocks = section.Blocks
	} else if a := d.Report.Attachment(p.Key); a != nil {
		blocks = a.Blocks
	}
	findings = slices.Clone(findings)
	for i, f := range findings {
		if f.OnText() {
			findings[i].Cell = "" // its card stands with the text
		}
	}
	reasons := map[string]string{}
	for _, a := range d.Answers {
		if !slices.Contains(report.Unanswered(findings, d.Answers), a.Group) {
			reasons[a.Group] = a.Reason
		}
	}
	_, groups := report.Groups(findings)
	for group, members := range groups {
		if reason, ok := typedReason(typed, members); ok {
			reasons[group] = reason
		}
	}
	for _, b := range blocks {
		if b.Grid != nil {
			p.Grids = append(p.Grids, b.Grid)
		}
	}
	for _, key := range report.TablesOf(blocks) {
		t := d.Edition.Table(key)
		if t == nil {
			continue
		}
		figures := d.Report.Figures
		if typed != nil {
			figures = overlaid(t, figures, typed)
		}
		p.Tables = append(p.Tables, views.NewTableForm(views.TableInput{Sheet: report.NewSheet(t, figures, d.Last, d.Filing.State.Mode()), Last: d.Last,
			Year: d.Filing.Year, Section: p.Key, Findings: findings, Reasons: reasons, Conflicts: d.Conflicts,
			Locked: p.Locked != "" && len(p.Rejected) == 0, Fixed: !agency.Allowed(who, agency.Arrange, d.Filing.AgencyPath, d.Filing.State), Charts: chartSwitches(d.Edition, key, blocks)}))
	}
	if len(p.Tables) == 0 {
		return
	}
	p.LastNote = fmt.Sprintf("统计期限 %d 年 1 月 1 日至 12 月 31 日。", d.Filing.Year)
	switch {
	case d.Last == nil:
		p.LastNote += fmt.Sprintf("%d 年的报告不在系统里，没有上年数可比。", d.Filing.Year-1)
	case d.Last.Doubt != "":
		p.LastNote += fmt.Sprintf("小字为 %d 年数。%s，上年结转对不上只提醒。", d.Filing.Year-1, d.Last.Doubt)
	default:
		p.LastNote += fmt.Sprintf("小字为 %d 年数。", d.Filing.Year-1)
	}
}

// chartSwitches are the charts that may stand behind a table of a section.
func chartSwitches(e *report.Edition, table string, blocks []report.Block) []views.ChartSwitch {
	var out []views.ChartSwitch
	for _, form := range e.ChartsOf(table) {
		c := views.ChartSwitch{Key: form.Key, Title: form.Title}
		for _, b := range blocks {
			if b.Chart != nil && b.Chart.Key == form.Key {
				c.On = true
				for _, y := range b.Chart.Years {
					c.Years = append(c.Years, y.Year)
				}
			}
		}
		out = append(out, c)
	}
	return out
}

// overlaid are the figures with what was typed over them.
func overlaid(t *report.Table, figures report.Figures, typed url.Values) report.Figures {
	out := report.Figures{}
	for _, c := range t.Cells {
		v, on := figures[c.ID]
		if typed.Has(c.ID) && !c.Computed {
			v, on = typed.Get(c.ID), true
		}
		if on {
			out[c.ID] = v
		}
	}
	return out
}

// undoOffer reads from the address what the fill just before made, so that it can be taken back without JavaScript too.
func undoOffer(c echo.Context, locked string) *views.UndoFill {
	revision, err1 := strconv.ParseInt(c.QueryParam("filled"), 10, 64)
	n, err2 := strconv.Atoi(c.QueryParam("cells"))
	if err1 != nil || err2 != nil || n <= 0 || locked != "" {
		return nil
	}
	return &views.UndoFill{Revision: revision, Filled: n}
}
