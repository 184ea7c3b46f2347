package handlers

import (
	"archive/zip"
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

// batchFileTime is how long the server waits for a client to take the files of one report.
const batchFileTime = time.Minute

// writeBatch streams the ZIP, one report in memory at a time. What goes wrong with one report stands in the list at the end, and
// the others go on.
func (s *Server) writeBatch(c echo.Context, b *batch) error {
	ctx := c.Request().Context()
	archive := zip.NewWriter(c.Response())
	list := newBatchList()
	names := distinctNames{}
	var newest time.Time
	for _, item := range b.items {
		if item.missing != "" {
			list.missing(item)
			continue
		}
		extendDeadline(c)
		name := names.add(fileStem(item.AgencyName, item.Year))
		from, err := s.batchSource(c, item)
		if err != nil {
			if ctx.Err() != nil {
				return err // the client has gone
			}
			s.logBatch(c, item, "read", err)
			list.failed(item, "读不出来，请把编号 "+requestID(c.Request())+" 告诉管理员")
			continue
		}
		entry := listEntry{item: item, name: name}
		files := s.files(from)
		for _, format := range b.formats {
			data, notes, err := s.batchFile(files, format)
			if err != nil {
				s.logBatch(c, item, format.Name, err)
				entry.remarks = append(entry.remarks, format.Label+"没有写成："+batchReason(err, requestID(c.Request())))
				continue
			}
			entry.files++
			entry.note(format, notes)
			path := name + format.Extension
			if len(b.formats) > 1 {
				path = format.Label + "/" + path
			}
			if err := addToArchive(archive, path, from.options.Created.In(s.now().Location()), data); err != nil {
				return err
			}
		}
		if from.options.Created.After(newest) {
			newest = from.options.Created
		}
		list.add(entry)
	}
	if err := addToArchive(archive, "清单.csv", newest.In(s.now().Location()), list.bytes()); err != nil {
		return err
	}
	return archive.Close()
}

// batchSource reads one report.
func (s *Server) batchSource(c echo.Context, item batchItem) (source, error) {
	ctx, who := c.Request().Context(), current(c.Request()).member
	if item.version > 0 {
		return s.approved(ctx, who, item.Filing, item.version)
	}
	d, err := s.reports.Load(ctx, who, item.ID)
	if err != nil {
		return source{}, err
	}
	return s.draft(d), nil
}

// batchFile writes one file. A writer that panics spoils its own file only: half of the answer is gone by then, so the net under all
// pages could only break off the rest.
func (s *Server) batchFile(files *export.Files, format export.Format) (data []byte, notes []document.Note, err error) {
	s.batch.Lock()
	defer s.batch.Unlock()
	defer func() {
		if p := recover(); p != nil {
			err = report.Wrap(report.Internal, fmt.Errorf("%v\n%s", p, debug.Stack()), "panic")
		}
	}()
	var file bytes.Buffer
	notes, err = files.Write(&file, format.Name)
	return file.Bytes(), notes, err
}

// batchReason is why a file was not written, for the list.
func batchReason(err error, number string) string {
	if report.ErrorCode(err) == report.Internal {
		return "系统出了问题，请把编号 " + number + " 告诉管理员"
	}
	return strings.TrimSuffix(report.ErrorMessage(err), "。")
}

func (s *Server) logBatch(c echo.Context, item batchItem, doing string, err error) {
	r := c.Request()
	s.log.LogAttrs(r.Context(), slog.LevelError, "batch export", slog.String("number", requestID(r)), slog.Int64("report", item.ID),
		slog.Int("version", item.version), slog.String("doing", doing), slog.Any("cause", err))
}

func addToArchive(archive *zip.Writer, name string, at time.Time, data []byte) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err != nil {
		return fmt.Errorf("begin %s: %w", name, err)
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("send %s: %w", name, err)
	}
	return nil
}

// extendDeadline gives a long answer time for its next part; the server's own deadline is for the whole of an answer.
func extendDeadline(c echo.Context) {
	// A server without a deadline has none to move.
	_ = http.NewResponseController(c.Response()).SetWriteDeadline(time.Now().Add(batchFileTime))
}
