package handlers

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// steppers is where a report goes from one state to the next.
type steppers interface {
	TakeStep(ctx context.Context, who agency.Member, id int64, request report.StepRequest) (report.Filing, error)
	Approvers(ctx context.Context, who agency.Member, id int64) ([]agency.Member, error)
	Decisions(ctx context.Context, who agency.Member, id int64) ([]report.Decision, error)
}

// doneWords tell what a step has done.
var doneWords = map[report.Step]string{
	report.Submit:   "已提交审核。审核期间不能修改，需要改动可以撤回。",
	report.Withdraw: "已撤回，可以继续修改。",
	report.Return:   "已退回，填报人会看到您的意见。",
	report.Approve:  "已通过，这一版已固定下来。",
	report.Accept:   "已备案。",
	report.Publish:  "公布信息已登记。",
	report.Amend:    "已开始更正。新的一版公布之前，原来公布的仍然有效。",
	report.Confirm:  "已核对，存为历史报告。",
	report.Reopen:   "可以重新核对了。改好以后再点“核对无误”。",
}

// takeStep makes the handler of a step.
func (s *Server) takeStep(step report.Step) echo.HandlerFunc {
	place := "review"
	if step == report.Submit {
		place = "findings"
	}
	return func(c echo.Context) error {
		id, err := pathID(c, "id")
		if err != nil {
			return err
		}
		request, err := stepRequest(c.Request(), step)
		if err != nil {
			return s.stepRefused(c, place, err)
		}
		if _, err := s.reports.TakeStep(c.Request().Context(), current(c.Request()).member, id, request); err != nil {
			return s.stepRefused(c, place, err)
		}
		if err := s.flash(c, views.FlashDone, doneWords[step]); err != nil {
			return err
		}
		return c.Redirect(http.StatusSeeOther, views.ReportPath(id, "review"))
	}
}

func stepRequest(r *http.Request, step report.Step) (report.StepRequest, error) {
	changes, err := changeSet(r.PostForm, "")
	if err != nil {
		return report.StepRequest{}, err
	}
	request := report.StepRequest{Step: step, Revision: changes.Base, Comment: strings.TrimSpace(r.PostFormValue("comment")), Reasons: changes.Reasons,
		URL: strings.TrimSpace(r.PostFormValue("url")), AcceptedNumber: strings.TrimSpace(r.PostFormValue("accepted_number"))}
	if request.PublishedOn, err = report.ParseDate(r.PostFormValue("published_on")); err != nil {
		return request, err
	}
	request.AcceptedOn, err = report.ParseDate(r.PostFormValue("accepted_on"))
	return request, err
}

// stepRefused shows the page from which a step was taken with the reason why it was not done, and what was typed.
func (s *Server) stepRefused(c echo.Context, place string, why error) error {
	status, message := explain(why)
	if status == http.StatusNotFound || status >= http.StatusInternalServerError {
		return why
	}
	s.logError(c, status, why)
	rejected := []views.FieldError{{Message: message}}
	if typed := typedWords(c.Request().PostForm); typed != "" {
		rejected = append(rejected, views.FieldError{Message: "您刚才填的：" + typed})
	}
	if place == "findings" {
		return s.findingsPage(c, status, rejected)
	}
	return s.reviewPage(c, status, rejected)
}

// typedFields are the fields of steps and of the outline by their names on the page.
var typedFields = []struct{ name, label string }{{"comment", "意见"}, {"published_on", "公布日期"}, {"url", "公布网址"}, {"accepted_number", "备案号"},
	{"accepted_on", "备案日期"}, {"heading", "标题"}, {"title", "名称"}}

// typedWords repeats what was typed into a form that was refused, since the page that comes back may not have its fields any more.
func typedWords(form url.Values) string {
	var out []string
	for _, f := range typedFields {
		if v := strings.TrimSpace(form.Get(f.name)); v != "" {
			out = append(out, f.label+"“"+clipped(v)+"”")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if v := strings.TrimSpace(form.Get(name)); strings.HasPrefix(name, "reason.") && v != "" {
			out = append(out, "原因“"+clipped(v)+"”")
		}
	}
	return strings.Join(out, "，")
}

// clipped keeps a page from growing without bounds; what is longer was refused for that.
func clipped(s string) string {
	if r := []rune(s); len(r) > 2*report.RemarkLimit {
		return string(r[:2*report.RemarkLimit]) + "…"
	}
	return s
}

// stepForms are the steps that a member may take now, the one that goes on first.
func stepForms(who agency.Member, f report.Filing, typed func(string) string) []views.StepForm {
	var out []views.StepForm
	for _, t := range report.Transitions {
		if t.From != f.State || t.Step == report.Submit || !agency.Allowed(who, agency.Action(t.Step), f.AgencyPath, f.State) {
			continue
		}
		form := views.StepForm{Step: t.Step, Comment: t.Comment, Primary: t.Step == report.Approve || t.Step == report.Publish || t.Step == report.Confirm,
			Publication: t.Step == report.Publish, Filing: t.Step == report.Accept}
		if t.Comment {
			form.Value = typed("comment")
		}
		out = append(out, form)
	}
	return out
}
