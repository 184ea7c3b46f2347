package handlers

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/export/html"
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
		return report.Errorf(report.NotFound, "没有“%s”这种格式，请从“导出”里选。", shortened(c.Param("format")))
	}
	from, err := s.exported(c, d)
	if err != nil {
		return err
	}
	name := fileStem(d.Filing.AgencyName, d.Filing.Year)
	var file bytes.Buffer
	if format.Name == "html" && c.QueryParam("form") == pasteForm {
		name += "（网页片段）"
		err = html.Paste(&file, s.files(from).Document(), from.options)
	} else {
		_, err = s.files(from).Write(&file, format.Name)
	}
	if report.ErrorCode(err) == report.NotBuilt {
		return err // no fonts: the sentence says so
	}
	if err != nil {
		return report.Wrap(report.Internal, err, "write the "+format.Name)
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentDisposition, attachment(name+format.Extension))
	h.Set(echo.HeaderContentLength, strconv.Itoa(file.Len()))
	return c.Blob(http.StatusOK, format.MediaType, file.Bytes())
}

// pasteForm asks for the part of the web page that is pasted into a website's editor: report.html?form=paste.
const pasteForm = "paste"

// attachment is the header by which a browser saves a file under a Chinese name.
func attachment(name string) string { return "attachment; filename*=UTF-8''" + url.PathEscape(name) }

// source is what a file is made from: the content, and what the file says of itself. The same state gives the same bytes.
type source struct {
	report  *report.Report
	options document.Options
}

// files are what a source can be written as.
func (s *Server) files(from source) *export.Files {
	return s.exporter.Files(s.editions.Get(from.report.Edition), from.report, from.options)
}

// exported is what the address asks for: ?version=, and ?sealed=1 for a signature that a seal goes on.
func (s *Server) exported(c echo.Context, d *report.Dossier) (source, error) {
	number, err := chosenVersion(c.QueryParam("version"), d.Filing)
	if err != nil {
		return source{}, err
	}
	from := s.draft(d)
	if number > 0 {
		if from, err = s.approved(c.Request().Context(), current(c.Request()).member, d.Filing, number); err != nil {
			return source{}, err
		}
	}
	from.options.Sealed = c.QueryParam("sealed") != ""
	return from, nil
}

// chosenVersion is the version that ?version= names; without one the document as it stands, which is 0 for a draft and
// otherwise the newest approved version.
func chosenVersion(raw string, f report.Filing) (int, error) {
	switch {
	case raw == "" && isDraft(f.State):
		return 0, nil
	case raw == "":
		return f.Approved, nil
	}
	number, err := strconv.Atoi(raw)
	if err != nil || number < 1 {
		return 0, report.Errorf(report.NotFound, "没有第 %s 版。", shortened(raw))
	}
	return number, nil
}

// draft is a report as it stands.
func (s *Server) draft(d *report.Dossier) source {
	f := d.Filing
	return source{d.Report, document.Options{Draft: isDraft(f.State), Created: f.UpdatedAt, Identifier: fmt.Sprintf("nianbao-%d-r%d", f.ID, f.Revision), Fonts: s.fontNames}}
}

// approved is one approved version of a report.
func (s *Server) approved(ctx context.Context, who agency.Member, f report.Filing, number int) (source, error) {
	v, err := s.reports.Version(ctx, who, f.ID, number)
	if err != nil {
		return source{}, err
	}
	r, err := s.versionContent(v)
	if err != nil {
		return source{}, err
	}
	if number == f.Official {
		r.Published = f.PublishedOn // known only after the version was fixed
	}
	return source{r, document.Options{Created: v.ApprovedAt.Truncate(time.Second), Identifier: v.SHA256[:identifierLength], Fonts: s.fontNames}}, nil
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
