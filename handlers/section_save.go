package handlers

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// savers is where a page of the form is saved.
type savers interface {
	Save(ctx context.Context, who agency.Member, id int64, changes report.ChangeSet) (report.Saved, error)
	FillBlanks(ctx context.Context, who agency.Member, id int64, table string, changes report.ChangeSet) (int, report.Saved, error)
	ReplaceNone(ctx context.Context, who agency.Member, id int64, table string, changes report.ChangeSet) (int, report.Saved, error)
	UndoFill(ctx context.Context, who agency.Member, id, revision int64) (int, error)
	Resolve(ctx context.Context, who agency.Member, id, conflict int64, mine bool) error
}

// saveSection is POST of one page of the form. It never refuses a value: what is wrong with it the next page says.
func (s *Server) saveSection(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	key, form := c.Param("key"), c.Request().PostForm
	changes, err := changeSet(form, key)
	if err != nil {
		return s.rejectSection(c, form, err)
	}
	next, saved, err := s.saveAction(c, id, key, form.Get("action"), changes)
	switch code := report.ErrorCode(err); {
	case err != nil && code != report.Internal && saved.Revision > 0:
		// The fields were saved; only what the button asked for besides could not be done.
		if err := s.flash(c, views.FlashWarning, report.ErrorMessage(err)); err != nil {
			return err
		}
	case err != nil:
		return s.rejectSection(c, form, err)
	case len(saved.TooLong) > 0:
		return s.rejectSection(c, form, tooLong(saved.TooLong, key))
	}
	if err := s.tell(c, saved); err != nil {
		return err
	}
	if saved.Dropped {
		next = views.ReportPath(id, "outline")
		if err := s.flash(c, views.FlashWarning, "这一节已被省去，刚才写的文字已存下，恢复这一节就能看到。"); err != nil {
			return err
		}
	}
	return c.Redirect(http.StatusSeeOther, next)
}

// tooLong says what exceeded a limit.
func tooLong(places []string, key string) error {
	if slices.Contains(places, key) {
		return report.Errorf(report.TooLarge, "正文最多 %d 万字，这一节超过了，没有保存；同页其他内容已保存。请删减后再保存。", report.TextLimit/10_000)
	}
	return report.Errorf(report.TooLarge, "有 %d 处内容太长（一行最多 %d 字，一格最多 %d 字），没有保存；同页其他内容已保存。请删减后再保存。",
		len(places), report.LineLimit, report.CellLimit)
}

// tell leaves a message about what a save did that its writer may not expect.
func (s *Server) tell(c echo.Context, saved report.Saved) error {
	for _, text := range saved.Converted {
		if err := s.flash(c, views.FlashNote, text); err != nil {
			return err
		}
	}
	if len(saved.Unknown) == 0 {
		return nil
	}
	var lost []string
	for _, id := range slices.Sorted(maps.Keys(saved.Unknown)) {
		lost = append(lost, shortened(id)+" 填的是“"+shortened(saved.Unknown[id])+"”")
	}
	return s.flash(c, views.FlashWarning, "有 "+strconv.Itoa(len(lost))+" 格现在的报告里没有，可能刚换过格式，没有地方保存："+strings.Join(lost, "；")+"。")
}

// saveAction saves, does what else the button asks for, and tells where to go on.
func (s *Server) saveAction(c echo.Context, id int64, key, action string, changes report.ChangeSet) (next string, saved report.Saved, err error) {
	ctx, who := c.Request().Context(), current(c.Request()).member
	here := views.SectionPath(id, key)
	if err := s.withoutStanding(ctx, who, id, changes.Reasons); err != nil {
		return here, saved, err
	}
	name, rest, _ := strings.Cut(action, ":")
	switch name {
	case "fill-zero", "nil-zero":
		fill := s.reports.FillBlanks
		if name == "nil-zero" {
			fill = s.reports.ReplaceNone
		}
		filled, saved, err := fill(ctx, who, id, rest, changes)
		if filled > 0 {
			here += fmt.Sprintf("?filled=%d&cells=%d", saved.Revision, filled)
		}
		return here, saved, err
	case "undo-fill":
		if saved, err = s.reports.Save(ctx, who, id, changes); err == nil {
			revision, _ := strconv.ParseInt(rest, 10, 64)
			_, err = s.reports.UndoFill(ctx, who, id, revision)
		}
		return here, saved, err
	case "fix":
		return s.fixText(ctx, who, id, key, rest, changes)
	case "undo-fix":
		return s.undoFix(ctx, who, id, key, rest, changes)
	case "choose":
		if saved, err = s.reports.Save(ctx, who, id, changes); err == nil {
			number, which, _ := strings.Cut(rest, ":")
			conflict, _ := strconv.ParseInt(number, 10, 64)
			err = s.reports.Resolve(ctx, who, id, conflict, which == "mine")
		}
		return here, saved, err
	case string(report.RowOn), string(report.RowOff), string(report.ChartOn), string(report.ChartOff):
		if saved, err = s.reports.Save(ctx, who, id, changes); err == nil {
			err = s.reports.ChangeOutline(ctx, who, id, report.OutlineChange{Action: report.OutlineAction(name), Key: rest})
		}
		return here, saved, err
	}
	saved, err = s.reports.Save(ctx, who, id, changes)
	if name == "next" && err == nil {
		here = views.ReportPath(id, "sections/"+key+"/next")
	}
	return here, saved, err
}

// withoutStanding takes the reasons out that are given already: the page sends them along with everything else. Where the save
// changes the place that such a reason is about, nobody has said that it fits the new words, and it is asked for again.
func (s *Server) withoutStanding(ctx context.Context, who agency.Member, id int64, reasons map[string]string) error {
	if !slices.ContainsFunc(slices.Collect(maps.Values(reasons)), func(r string) bool { return strings.TrimSpace(r) != "" }) {
		return nil
	}
	d, err := s.reports.Load(ctx, who, id)
	if err != nil {
		return err
	}
	_, groups := report.Groups(d.Findings())
	for _, a := range d.Answers {
		if !a.Covers(groups[a.Group]) {
			continue
		}
		for _, f := range groups[a.Group] {
			if name := f.ID(); strings.TrimSpace(reasons[name]) == a.Reason {
				delete(reasons, name)
			}
		}
	}
	return nil
}

// nextSection leads to the page of the form behind one.
func (s *Server) nextSection(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	key := c.Param("key")
	if next := views.NewReportNav(d.Filing.ID, d.Outline, nil, nil, key).Next(key); next != "" {
		return c.Redirect(http.StatusSeeOther, views.SectionPath(d.Filing.ID, next))
	}
	return c.Redirect(http.StatusSeeOther, views.ReportPath(d.Filing.ID, "findings"))
}

// rejectSection shows the page again with everything that was typed, and why it was not saved.
func (s *Server) rejectSection(c echo.Context, form url.Values, why error) error {
	status, message := explain(why)
	s.logError(c, status, why)
	d, err := s.dossier(c)
	if _, there := sectionHeading(d, c.Param("key")); err != nil || !there {
		// The page itself is gone or cannot be read; what was typed is not.
		return s.showTyped(c, status, message, why)
	}
	rejected := []views.FieldError{{Message: message}}
	if report.ErrorCode(why) == report.TooLarge {
		rejected[0].Field = "text"
	} else if len(form) > 0 {
		rejected = append(rejected, views.FieldError{Message: "您刚才输入的内容都在下面，还没有保存。"})
	}
	return s.sectionPage(c, d, status, form, rejected)
}

// changeSet reads a page of the form: cell ids, the section's text, its single lines, reasons.
func changeSet(form url.Values, key string) (report.ChangeSet, error) {
	changes := report.ChangeSet{Cells: map[string]string{}, Texts: map[string]string{}, Reasons: map[string]string{}}
	if raw := form.Get("revision"); raw != "" {
		base, err := strconv.ParseInt(raw, 10, 64)
		if err != nil || base < 0 {
			return changes, report.Errorf(report.Invalid, "这一页的版本号不对，没法和别人的修改对照。核对下面的内容后，请再保存一次。")
		}
		changes.Base = base
	}
	places := sectionPlaces(key)
	for name, values := range form {
		value := values[len(values)-1]
		if place, ok := places[name]; ok {
			changes.Texts[place] = value
		} else if id, ok := strings.CutPrefix(name, "reason."); ok {
			changes.Reasons[id] = value
		} else if strings.Count(name, ".") == 2 {
			changes.Cells[name] = value
		}
	}
	return changes, nil
}

// sectionPlaces maps the field names of a page to the places of texts.
func sectionPlaces(key string) map[string]string {
	switch {
	case key == report.PartTitle:
		return map[string]string{"text": report.PlaceTitle, "number": report.PlaceNumber}
	case key == report.PartSignature:
		return map[string]string{"agency": report.PlaceSignatureAgency, "date": report.PlaceSignatureDate, "closing": report.PlaceClosing}
	case strings.HasPrefix(key, "attachment_"):
		return map[string]string{"text": key, "label": key + ".label", "title": key + ".title", "heading": key + ".heading"}
	}
	return map[string]string{"text": key}
}
