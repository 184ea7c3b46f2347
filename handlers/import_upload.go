package handlers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/views"
)

const (
	// uploadMost is how many files one request may bring.
	uploadMost = 200
	// uploadTime is how long one request reads files, well within the server's time for an answer. What is left then is named.
	uploadTime = 40 * time.Second
	// readAtOnce bounds the files that are read at the same time in the whole process: each may take a hundred megabytes.
	readAtOnce = 2
	// nameLength bounds the name of a file, in characters.
	nameLength = 200
)

// sendImports reads the files of a form one after another. One that cannot be read gets its sentence in the list; the others go
// on. With the field row, as js/upload.js sends it, the answer is the line of the list alone.
func (s *Server) sendImports(c echo.Context) error {
	r, who := c.Request(), current(c.Request()).member
	if err := agency.Check(who, agency.Import, who.AgencyPath, ""); err != nil {
		return err
	}
	var files []*multipart.FileHeader
	if r.MultipartForm != nil {
		files = r.MultipartForm.File["files"]
	}
	refuse := func(message string) error {
		return s.importsPage(c, http.StatusUnprocessableEntity, []views.FieldError{{Field: "files", Message: message}})
	}
	switch {
	case len(files) == 0 || len(files) == 1 && files[0].Filename == "":
		return refuse("还没有选文件。先选好文件，再点“读取”。")
	case len(files) > uploadMost:
		return refuse("一次最多 200 个文件，请分几次传。")
	}
	ctx, cancel := context.WithTimeout(r.Context(), uploadTime)
	defer cancel()
	failed := 0
	for _, file := range files {
		i, err := s.readImport(ctx, file)
		if err != nil {
			return err
		}
		if i, err = s.imports.AddImport(r.Context(), who, i); err != nil {
			return err
		}
		failed += one(i.Problem != "")
		if r.PostForm.Get("row") != "" {
			return s.render(c, http.StatusOK, views.ImportRow(s.page(c, ""), i))
		}
		if len(files) == 1 && i.Problem == "" {
			return c.Redirect(http.StatusSeeOther, views.ImportPath(i.ID))
		}
	}
	if failed > 0 {
		if err := s.flash(c, views.FlashWarning, "有的文件没有读出来，原因写在下面的列表里；其余的已读好。"); err != nil {
			return err
		}
	}
	return c.Redirect(http.StatusSeeOther, "/imports")
}

// readImport reads one file. What is wrong with the file is in the import; the error is ours.
func (s *Server) readImport(ctx context.Context, file *multipart.FileHeader) (report.Import, error) {
	i := report.Import{Name: fileName(file.Filename), Size: file.Size}
	select {
	case s.reading <- struct{}{}:
		defer func() { <-s.reading }()
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		i.Problem = "这一批文件太多，没有轮到它，请再传一次。"
		return i, nil
	}
	body, err := file.Open()
	if err != nil {
		return i, report.Wrap(report.Internal, err, "open an upload")
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	if err != nil {
		return i, report.Wrap(report.Internal, err, "read an upload")
	}
	sum := sha256.Sum256(data)
	i.SHA256 = hex.EncodeToString(sum[:])
	reading, err := intake.Read(s.editions, i.Name, data, intake.Options{})
	if err != nil {
		i.Problem = report.ErrorMessage(err)
		return i, nil
	}
	i.Report, i.Doubts = reading.Report, len(doubtful(reading.Report))
	if i.Source, err = json.Marshal(newImportSource(s.editions, reading)); err != nil {
		return i, report.Wrap(report.Internal, err, "keep the document as read")
	}
	return i, nil
}

// fileName is a file's name without the folders that some browsers send.
func fileName(name string) string {
	name = strings.TrimSpace(filepath.Base(strings.ReplaceAll(name, `\`, "/")))
	if utf8.RuneCountInString(name) > nameLength {
		end := filepath.Ext(name)
		name = string([]rune(name)[:nameLength-min(len([]rune(end)), 10)]) + "…" + string([]rune(end)[:min(len([]rune(end)), 10)])
	}
	return name
}

// doubtful are the ids of the figures that somebody has to look at, in the order of the notes.
func doubtful(r *report.Report) []string {
	var out []string
	for _, n := range r.Notes {
		if n.Code == intake.NoteDoubtful && n.Near != "" {
			out = append(out, n.Near)
		}
	}
	return out
}
