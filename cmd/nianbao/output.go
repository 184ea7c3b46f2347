package main

import (
	"errors"
	"io"
	"syscall"

	"nianbao/report"
)

// unwritable is the error where a result could not be written: where, why as far as its reader can help it, what to do.
func unwritable(name string, err error) error {
	why := "写不进去，请看看文件夹在不在、有没有权限。"
	if errors.Is(err, syscall.ENOSPC) {
		why = "写不进去，磁盘满了，请腾出地方再试。"
	}
	return report.Wrap(report.Invalid, err, name+"："+why)
}

// results is standard output with errors in the words of the one who reads them.
type results struct{ io.Writer }

func (r results) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if err != nil {
		err = unwritable("结果", err)
	}
	return n, err
}
