package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/report"
)

// later are inputs that a coming release reads.
var later = []string{".docx", ".html", ".htm", ".xlsx", ".txt", ".md"}

// readReport reads a report file. The error is one sentence: what, where, what to do.
func readReport(editions report.Editions, file string) (*report.Report, error) {
	extension := strings.ToLower(filepath.Ext(file))
	switch {
	case slices.Contains(later, extension):
		return nil, report.Errorf(report.NotBuilt, "%s：这一版还不能读 %s 文件，目前只能读 .json。", file, extension)
	case extension != ".json":
		return nil, report.Errorf(report.Invalid, "%s：认不出这种文件，请用 .json。", file)
	}
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, report.Errorf(report.NotFound, "%s：没有这个文件，请核对路径。", file)
	case err != nil:
		return nil, report.Wrap(report.Invalid, err, file+"：读不出来，请看看有没有权限。")
	}
	if data, err = decoded(data); err != nil {
		return nil, &report.Error{Code: report.Invalid, Message: file + "：" + report.ErrorMessage(err), Err: err}
	}
	r, err := report.ReadJSON(editions, data)
	if err != nil {
		return nil, &report.Error{Code: report.Invalid, Message: file + "：" + report.ErrorMessage(err) + "。", Err: errors.Unwrap(err)}
	}
	return r, nil
}
