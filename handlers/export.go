package handlers

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

// versions is where approved versions and the record of changes are kept.
type versions interface {
	Versions(ctx context.Context, who agency.Member, id int64) ([]report.Version, error)
	Version(ctx context.Context, who agency.Member, id int64, number int) (report.Version, error)
	Audit(ctx context.Context, who agency.Member, id, before int64, limit int) ([]report.AuditRecord, error)
}

// exportReport sends the document as it stands or, with ?version=N, as it was approved then.
func (s *Server) exportReport(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	format, ok := export.ByName(c.Param("format"))
	if !ok {
		return report.Errorf(report.NotBuilt, "这一版还不能导出 %s，目前有 Word、网页和 JSON。", strings.ToUpper(c.Param("format")))
	}
	r, options, err := s.exported(c, d)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := export.Write(&file, format.Name, s.editions.Get(r.Edition), r, options); err != nil {
		return report.Wrap(report.Internal, err, "write the "+format.Name)
	}
	name := d.Filing.AgencyName + strconv.Itoa(d.Filing.Year) + "年政府信息公开工作年度报告" + format.Extension
	c.Response().Header().Set(echo.HeaderContentDisposition, "attachment; filename*=UTF-8''"+url.PathEscape(name))
	return c.Blob(http.StatusOK, format.MediaType, file.Bytes())
}

// exported is what to write: the content, and what the file says of itself. The same state gives the same bytes.
func (s *Server) exported(c echo.Context, d *report.Dossier) (*report.Report, document.Options, error) {
	raw := c.QueryParam("version")
	if raw == "" && isDraft(d.Filing.State) {
		return d.Report, document.Options{Draft: true, Created: d.Filing.UpdatedAt, Identifier: fmt.Sprintf("nianbao-%d-r%d", d.Filing.ID, d.Filing.Revision)}, nil
	}
	number := d.Filing.Approved
	if raw != "" {
		var err error
		if number, err = strconv.Atoi(raw); err != nil || number < 1 {
			return nil, document.Options{}, report.Errorf(report.NotFound, "没有第 %s 版。", shortened(raw))
		}
	}
	v, err := s.reports.Version(c.Request().Context(), current(c.Request()).member, d.Filing.ID, number)
	if err != nil {
		return nil, document.Options{}, err
	}
	r, err := s.versionContent(v)
	if err == nil && number == d.Filing.Official {
		r.Published = d.Filing.PublishedOn // known only after the version was fixed
	}
	return r, document.Options{Created: v.ApprovedAt.Truncate(time.Second), Identifier: v.SHA256[:identifierLength]}, err
}

// identifierLength of a version's hex digest identifies its files.
const identifierLength = 32

// versionContent reads what an approved version says.
func (s *Server) versionContent(v report.Version) (*report.Report, error) {
	r, err := report.ReadJSON(s.editions, v.Content)
	if err != nil {
		return nil, report.Wrap(report.Internal, err, "read version "+strconv.Itoa(v.Number))
	}
	return r, nil
}

// shortened keeps foreign text in a sentence short.
func shortened(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}
