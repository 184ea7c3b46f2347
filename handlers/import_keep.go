package handlers

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/views"
)

// keptWords tell what became of an import.
var keptWords = map[report.KeepAs]string{
	report.KeepNot:     "改动已存下。",
	report.KeepHistory: "已存为历史报告，下一年的报告会用它的数作上年数。",
	report.KeepLater:   "已存下，等待核对。下一年的报告已能看到这些数，对不上只提醒。",
	report.KeepDraft:   "已建好草稿，接着填就行。",
}

// keepImport takes over the corrections of the page and keeps the import as it was chosen. The corrections are kept in any case.
func (s *Server) keepImport(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	ctx, who, form := c.Request().Context(), current(c.Request()).member, c.Request().PostForm
	i, err := s.imports.Import(ctx, who, id)
	if err != nil {
		return err
	}
	if i.Report == nil {
		return report.Errorf(report.Invalid, "%s", i.Problem)
	}
	k := report.Keep{As: report.KeepAs(form.Get("as")), Year: formYear(strings.TrimSpace(form.Get("year"))), Edition: i.Report.Edition, Report: i.Report}
	if k.Edition == "" {
		k.Edition = form.Get("edition")
	}
	if k.As == report.KeepDraft && form.Has("draft_year") {
		k.Year = formYear(strings.TrimSpace(form.Get("draft_year")))
	}
	k.AgencyID, _ = strconv.ParseInt(form.Get("agency"), 10, 64)
	rejected := s.correct(&k, form)
	switch f := i.Filing; {
	case f != nil && f.State != report.Imported:
		rejected = nil // the store knows whether this is only the same sent twice
	default:
		if f != nil && k.As == report.KeepNot {
			k.As = report.KeepLater
		}
		rejected = append(rejected, s.unready(k, form)...)
	}
	if len(rejected) > 0 {
		return s.importRejected(c, i, k, http.StatusUnprocessableEntity, rejected)
	}
	if k.As == report.KeepNot {
		if err := s.chosen(c, k); err != nil {
			return err
		}
	}
	f, err := s.imports.KeepImport(ctx, who, id, k)
	if err != nil {
		status, message := explain(err)
		if status == http.StatusNotFound || status >= http.StatusInternalServerError {
			return err
		}
		s.logError(c, status, err)
		return s.importRejected(c, i, k, status, []views.FieldError{{Message: message}})
	}
	if err := s.flash(c, views.FlashDone, keptWords[k.As]); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, s.keptAt(c, k.As, id, f))
}

// chosen keeps with an import what was chosen for it, though it is kept as no report yet.
func (s *Server) chosen(c echo.Context, k report.Keep) error {
	if report.CheckYear(k.Year, s.now().Year()) == nil {
		k.Report.Year = k.Year
	}
	if s.editions.Get(k.Edition) != nil {
		k.Report.Edition = k.Edition
	}
	all, err := s.importAgencies(c)
	if err != nil {
		return err
	}
	if found, ok, _ := agency.Match(all, k.Report.Agency); ok && found.ID == k.AgencyID {
		return nil
	}
	if at := slices.IndexFunc(all, func(a agency.Agency) bool { return a.ID == k.AgencyID }); at >= 0 {
		k.Report.Agency = all[at].Name
	}
	return nil
}

// keptAt is where to go on: to the other files that wait, or to the report.
func (s *Server) keptAt(c echo.Context, as report.KeepAs, id int64, f report.Filing) string {
	switch as {
	case report.KeepNot:
		return views.ImportPath(id)
	case report.KeepDraft:
		return "/reports/" + strconv.FormatInt(f.ID, 10)
	}
	waiting, err := s.imports.Imports(c.Request().Context(), current(c.Request()).member)
	if err == nil && slices.ContainsFunc(waiting, func(i report.Import) bool { return i.Problem == "" }) {
		return "/imports"
	}
	return views.ReportPath(f.ID, "preview")
}

// importRejected shows the page again. What was corrected is kept, so that nothing that was typed is lost.
func (s *Server) importRejected(c echo.Context, i report.Import, k report.Keep, status int, rejected []views.FieldError) error {
	k.As = report.KeepNot
	if f := i.Filing; f != nil {
		k.As, k.AgencyID, k.Year, k.Edition = report.KeepLater, f.AgencyID, f.Year, f.EditionID
	}
	if i.Filing == nil || i.Filing.State == report.Imported {
		if _, err := s.imports.KeepImport(c.Request().Context(), current(c.Request()).member, i.ID, k); err != nil {
			return err
		}
	}
	return s.importPage(c, status, c.Request().PostForm, rejected)
}

// correct puts what was typed into the report's figures, and takes away the doubts about those that were ticked off or changed. A
// figure that is far too long is refused.
func (s *Server) correct(k *report.Keep, form url.Values) []views.FieldError {
	e := s.editions.Get(k.Edition)
	if e == nil {
		return nil
	}
	var rejected []views.FieldError
	r, seen := k.Report, map[string]bool{} // "*" are all of them
	for _, id := range form["ok"] {
		seen[id] = true
	}
	for _, name := range slices.Sorted(maps.Keys(form)) {
		cell, typed := e.Cell(name), form.Get(name)
		if cell == nil || form.Has("was."+name) && form.Get("was."+name) == typed {
			continue
		}
		if utf8.RuneCountInString(typed) > report.CellLimit {
			rejected = append(rejected, views.FieldError{Field: name, Message: fmt.Sprintf("%s太长，一格最多 %d 个字。", cell.Name(), report.CellLimit)})
			continue
		}
		was, on := r.Figures[name]
		if !on && cell.Optional {
			continue
		}
		if v := report.ParseValue(cell.Kind, typed); v.Text != was {
			if r.Figures == nil {
				r.Figures = report.Figures{}
			}
			r.Figures[name], seen[name] = v.Text, true
		}
	}
	r.Notes = slices.DeleteFunc(r.Notes, func(n report.Note) bool { return n.Code == intake.NoteDoubtful && (seen[n.Near] || seen["*"]) })
	k.Doubts = len(doubtful(r))
	return rejected
}

// unconfirmedShown bounds how many figures the page names that are still to be confirmed.
const unconfirmedShown = 5

// unready says what is still to be chosen or confirmed before the import can be kept so.
func (s *Server) unready(k report.Keep, form url.Values) []views.FieldError {
	if k.As == report.KeepNot {
		return nil
	}
	var out []views.FieldError
	if k.As.State() == "" {
		out = append(out, views.FieldError{Message: "不认识的操作，请刷新后再试。"})
	}
	if k.AgencyID == 0 {
		out = append(out, views.FieldError{Field: "agency", Message: "请选定是哪个单位的报告。"})
	}
	err := report.CheckYear(k.Year, s.now().Year())
	if err == nil && k.As != report.KeepDraft {
		err = report.CheckPast(k.Year, s.now().Year())
	}
	if err != nil {
		out = append(out, views.FieldError{Field: "year", Message: report.ErrorMessage(err)})
	}
	e := s.editions.Get(k.Edition)
	if e == nil {
		out = append(out, views.FieldError{Field: "edition", Message: "请选定报告用的格式。"})
	}
	if k.As != report.KeepHistory || e == nil {
		return out
	}
	for _, id := range doubtful(k.Report) {
		cell := e.Cell(id)
		if cell == nil {
			continue
		}
		out = append(out, views.FieldError{Field: id, Message: cell.Name() + "还没有核对。对照原文后打勾，或者先存下、以后核对。"})
		if len(out) == unconfirmedShown {
			break
		}
	}
	if form.Get("sure") == "" {
		out = append(out, views.FieldError{Message: "存为历史报告后不能再改。请对照原文核对，勾选“已对照原文核对”后再存。"})
	}
	return out
}
