package handlers

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/export"
	"nianbao/views"
)

// showBatch lets a member choose what to export of all the reports that they may see.
func (s *Server) showBatch(c echo.Context) error { return s.batchPage(c, http.StatusOK, nil) }

func (s *Server) batchPage(c echo.Context, status int, rejected []views.FieldError) error {
	who := current(c.Request()).member
	filings, err := s.desk.Filings(c.Request().Context(), who)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "批量导出")
	if err != nil {
		return err
	}
	page.Styles = []string{"css/export.css"}
	query := c.QueryParams()
	p := views.BatchPage{Page: page, Drafts: query.Get("drafts") != "", Rejected: rejected}
	for _, f := range filings { // the newest year first
		if len(p.Years) == 0 || p.Years[len(p.Years)-1].Year != f.Year {
			p.Years = append(p.Years, views.BatchYear{Year: f.Year, Chosen: strconv.Itoa(f.Year) == query.Get("year")})
		}
		y := &p.Years[len(p.Years)-1]
		y.Approved += one(f.Binding() > 0)
		y.Drafts += one(f.Binding() == 0)
	}
	chosen := query["format"]
	if len(chosen) == 0 && status == http.StatusOK {
		chosen = []string{"docx"}
	}
	for _, f := range export.Formats() {
		p.Formats = append(p.Formats, views.BatchFormat{Name: f.Name, Label: f.Label, Chosen: slices.Contains(chosen, f.Name)})
	}
	return s.render(c, status, views.Batch(p))
}

// batch is many reports of a year in some formats.
type batch struct {
	formats []export.Format
	items   []batchItem
}

// batchItem is the report of an agency; the Filing has no ID where the agency has not begun.
type batchItem struct {
	report.Filing
	// version is 0 for a draft. Missing says why the report is not exported; "" where it is.
	version int
	missing string
}

// sendBatch sends the reports as one ZIP.
func (s *Server) sendBatch(c echo.Context) error {
	b, rejected, err := s.newBatch(c)
	if err != nil {
		return err
	}
	if rejected != nil {
		return s.batchPage(c, http.StatusUnprocessableEntity, rejected)
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "application/zip")
	h.Set(echo.HeaderContentDisposition, attachment(c.QueryParam("year")+"年政府信息公开工作年度报告.zip"))
	if err := s.writeBatch(c, b); err != nil && c.Request().Context().Err() == nil {
		return err
	}
	return nil // done, or nobody is there any more
}

// newBatch finds out what there is to export. The order is that of the tree of agencies.
func (s *Server) newBatch(c echo.Context) (*batch, []views.FieldError, error) {
	ctx, who, query := c.Request().Context(), current(c.Request()).member, c.QueryParams()
	year, err := strconv.Atoi(query.Get("year"))
	if err != nil {
		return nil, []views.FieldError{{Field: "year", Message: "请选年度。"}}, nil
	}
	b := &batch{formats: slices.DeleteFunc(export.Formats(), func(f export.Format) bool { return !slices.Contains(query["format"], f.Name) })}
	if len(b.formats) == 0 {
		return nil, []views.FieldError{{Field: "format", Message: "请至少选一种格式。"}}, nil
	}
	agencies, err := s.desk.Agencies(ctx, who)
	if err != nil {
		return nil, nil, err
	}
	filings, err := s.desk.Filings(ctx, who)
	if err != nil {
		return nil, nil, err
	}
	found := map[int64]report.Filing{}
	for _, f := range filings {
		if f.Year == year {
			found[f.AgencyID] = f
		}
	}
	wanted := 0
	for _, a := range agencies {
		item := newBatchItem(a, year, found[a.ID], query.Get("drafts") != "")
		wanted += one(item.missing == "")
		b.items = append(b.items, item)
	}
	if wanted == 0 {
		return nil, []views.FieldError{{Field: "year", Message: strconv.Itoa(year) + " 年没有可以导出的报告：没有一份通过审核。要导出没有通过的，请勾上下面的选项。"}}, nil
	}
	return b, nil, nil
}

func newBatchItem(a agency.Agency, year int, f report.Filing, drafts bool) batchItem {
	if f.ID == 0 {
		return batchItem{Filing: report.Filing{AgencyName: a.Name, Year: year}, missing: "还没有新建报告"}
	}
	item := batchItem{Filing: f, version: f.Binding()}
	if item.version == 0 && !drafts {
		item.missing = "还没有通过审核"
	}
	return item
}
