package handlers

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/docs"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export/html"
	"nianbao/views"
)

// showPreview shows the document as it stands.
func (s *Server) showPreview(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "preview", "预览")
	if err != nil {
		return err
	}
	paper, err := fragment(d)
	if err != nil {
		return err
	}
	p := views.PreviewPage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, Document: paper, Draft: isDraft(d.Filing.State)}
	return s.render(c, http.StatusOK, views.Preview(p))
}

// fragment is the document as HTML inside one of our pages.
func fragment(d *report.Dossier) (string, error) {
	var b strings.Builder
	if err := html.Fragment(&b, compose.Compose(d.Edition, d.Report), document.Options{}); err != nil {
		return "", report.Wrap(report.Internal, err, "compose the preview")
	}
	return b.String(), nil
}

// isDraft says that a document in this state is marked 草稿.
func isDraft(state report.State) bool { return state.Editable() || state == report.Submitted }

// documentCSS serves the rules of the document's own HTML, so that a preview looks like the file.
func (s *Server) documentCSS(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "max-age=3600")
	return c.Blob(http.StatusOK, "text/css; charset=utf-8", []byte(html.CSS()))
}

// reportSchema serves the schema of Report JSON.
func (s *Server) reportSchema(c echo.Context) error {
	return c.Blob(http.StatusOK, "application/schema+json", docs.ReportSchema)
}
