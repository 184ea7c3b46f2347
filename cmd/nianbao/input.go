package main

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"nianbao/report"
	"nianbao/report/intake"
)

// readReport reads a report file of any kind that can be read. The error is one sentence: what, where, what to do.
func readReport(editions report.Editions, file string, o intake.Options) (*report.Report, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, err
	}
	reading, err := intake.Read(editions, file, data, o)
	if err != nil {
		code := report.ErrorCode(err)
		if code == report.Internal {
			return nil, err
		}
		return nil, &report.Error{Code: code, Message: file + "：" + report.ErrorMessage(err), Err: errors.Unwrap(err)}
	}
	return reading.Report, nil
}

// readFile reads no more of a file than can be read as a report, so that a huge one costs no memory.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, report.Errorf(report.NotFound, "%s：没有这个文件，请核对路径。", name)
	case err != nil:
		return nil, report.Wrap(report.Invalid, err, name+"：读不出来，请看看有没有权限。")
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > intake.MaxSize {
		return nil, report.Errorf(report.TooLarge, "%s：文件有 %d MB，超过 %d MB 的上限；请删去图片或者另存一份再试。", name, info.Size()>>20, intake.MaxSize>>20)
	}
	data, err := io.ReadAll(io.LimitReader(f, intake.MaxSize+1))
	if err != nil {
		return nil, report.Wrap(report.Invalid, err, name+"：读不出来，请看看是不是一个文件、有没有权限。")
	}
	return data, nil
}
