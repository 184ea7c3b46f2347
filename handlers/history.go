package handlers

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/views"
)

// historyLength is how many changes a page of the history shows.
const historyLength = 100

// showHistory lists versions, decisions and changes, the newest first.
func (s *Server) showHistory(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "history", "历史")
	if err != nil {
		return err
	}
	ctx, who := c.Request().Context(), current(c.Request()).member
	p := views.HistoryPage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav}
	if p.Versions, err = s.reports.Versions(ctx, who, d.Filing.ID); err != nil {
		return err
	}
	if p.Decisions, err = s.reports.Decisions(ctx, who, d.Filing.ID); err != nil {
		return err
	}
	before, _ := strconv.ParseInt(c.QueryParam("before"), 10, 64)
	records, err := s.reports.Audit(ctx, who, d.Filing.ID, before, historyLength)
	if err != nil {
		return err
	}
	for _, r := range records {
		if report.StepNames[report.Step(r.Action)] != "" {
			r.From, r.To = report.StateNames[report.State(r.From)], report.StateNames[report.State(r.To)]
		}
		p.Records = append(p.Records, views.HistoryRecord{AuditRecord: r, PlaceName: placeName(d, r.Place), ActionName: actionNames[r.Action]})
	}
	if len(records) == historyLength {
		p.Older = records[len(records)-1].ID
	}
	return s.render(c, http.StatusOK, views.History(p))
}

// actionNames are the words for what the record of changes calls an action.
var actionNames = map[string]string{"create": "新建", "save": "填写", "fill-zero": "空白填 0", "nil-zero": "“无”改成 0", "undo-fill": "撤销填 0", "conflict": "两人填得不同，待选定", "resolve": "选定", "outline": "调整提纲",
	"edition": "换格式", "answer": "说明原因", "dispute": "确认去年数有误", "submit": "提交审核", "withdraw": "撤回", "return": "退回", "approve": "通过",
	"accept": "备案", "publish": "公布", "amend": "更正", "import": "导入", "confirm": "核对无误", "reopen": "重新核对"}

// placeName says in words where a change was made.
func placeName(d *report.Dossier, place string) string {
	if cell := d.Edition.Cell(place); cell != nil {
		return cell.Name()
	}
	key, paragraph, _ := strings.Cut(place, "#")
	name := map[string]string{report.PlaceTitle: "标题", report.PlaceNumber: "文号", report.PlacePreface: "前言", report.PlaceSignatureAgency: "落款单位",
		report.PlaceSignatureDate: "成文日期", report.PlaceClosing: "文末"}[key]
	for _, o := range d.Outline {
		if o.Key == key && name == "" {
			name = o.Heading
			if o.Attachment {
				name = o.Label
			}
		}
	}
	if name == "" {
		name = place
	}
	if paragraph != "" {
		name += "，第 " + paragraph + " 段"
	}
	return name
}
