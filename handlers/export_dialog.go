package handlers

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/report/export"
	"nianbao/report/export/html"
	"nianbao/report/layout"
	"nianbao/views"
)

// purposes say what a format is for.
var purposes = map[string]string{
	"docx": "继续修改、走内部流程用。字体要电脑上有才显示得对。",
	"pdf":  "打印、作网站附件用，哪里打开都一样。",
	"ofd":  "进电子公文系统、归档用，版面和 PDF 一样。",
	"html": "一个完整的网页，可以直接放到网站上。",
	"xlsx": "报告里的表，核对数字、交上级汇总用，合计是公式。",
	"json": "和别的系统交换用，也可以再导入回来。",
}

// showExport offers the files of one version of a report. js/export.js shows the same page as a dialog over another one.
func (s *Server) showExport(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	from, err := s.exported(c, d)
	if err != nil {
		return err
	}
	versions, err := s.reports.Versions(c.Request().Context(), current(c.Request()).member, d.Filing.ID)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "export", "导出")
	if err != nil {
		return err
	}
	p := views.ExportPage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, Draft: from.options.Draft, Sealed: from.options.Sealed}
	p.Versions, p.Version = exportVersions(d.Filing, versions, c.QueryParam("version"))
	for _, f := range export.Formats() {
		p.Formats = append(p.Formats, views.ExportFormat{Name: f.Name, Label: f.Label, Purpose: purposes[f.Name], Href: exportPath(d.Filing.ID, f, p, "")})
		if f.Name == "html" {
			p.PasteHref = exportPath(d.Filing.ID, f, p, pasteForm)
		}
	}
	files := s.files(from)
	var paste strings.Builder
	if err := html.Paste(&paste, files.Document(), from.options); err != nil {
		return report.Wrap(report.Internal, err, "write the fragment")
	}
	p.Paste = paste.String()
	if s.exporter.Fonts != nil {
		pages, err := files.Pages()
		if err != nil {
			return err
		}
		p.Fonts = s.fontRows()
		for _, n := range pages.Notes {
			p.Notes = append(p.Notes, views.ExportNote{Message: n.Message, Near: n.Near})
		}
	}
	return s.render(c, http.StatusOK, views.Export(p))
}

// exportVersions are the versions to choose from, the report as it stands first where it is a draft; chosen is the number of the
// one that the page is about, 0 for the draft. The caller has found that the version is there.
func exportVersions(f report.Filing, approved []report.Version, raw string) (all []views.ExportVersion, chosen int) {
	chosen, _ = chosenVersion(raw, f)
	if isDraft(f.State) {
		all = append(all, views.ExportVersion{At: f.UpdatedAt, Chosen: chosen == 0})
	}
	for _, v := range approved {
		all = append(all, views.ExportVersion{Number: v.Number, At: v.ApprovedAt, Official: v.Official, Chosen: v.Number == chosen})
	}
	return all, chosen
}

// exportPath is the address of a file as the page has it.
func exportPath(id int64, f export.Format, p views.ExportPage, form string) string {
	query := p.Query(p.Version, p.Sealed)
	if form != "" {
		query.Set("form", form)
	}
	return views.WithQuery(views.ReportPath(id, "report"+f.Extension), query)
}

// roleNames are the words for what a font is for, in the order of layout's roles.
var roleNames = []struct {
	role       layout.Role
	name, used string
}{
	{layout.Title, "小标宋", "标题"},
	{layout.Hei, "黑体", "一级标题"},
	{layout.Kai, "楷体", "二级标题"},
	{layout.Fang, "仿宋", "正文、表格"},
	{layout.Song, "宋体", "页码"},
	{layout.Latin, "西文", "数字和字母"},
}

// fontRows say for each role which font is wanted and which one there is. Where no font is wanted for digits and letters of their
// own, they are set in that of the text around them.
func (s *Server) fontRows() []views.FontRow {
	faces := s.exporter.Fonts.Faces()
	var rows []views.FontRow
	for _, r := range roleNames {
		row := views.FontRow{Role: r.name, Used: r.used}
		switch face := faces[r.role]; {
		case face != nil:
			row.Wanted, row.Name, row.Own = face.Wanted, face.Name, face.Own
		case r.role == layout.Latin && s.fontNames.Latin != "":
			row.Wanted, row.Name = s.fontNames.Latin, faces[layout.Fang].Name
		default:
			continue
		}
		rows = append(rows, row)
	}
	return rows
}
