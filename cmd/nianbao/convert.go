package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/intake"
)

type convertCommand struct {
	In     string `arg:"" help:"报告文件。"`
	Out    string `arg:"" help:"要写的文件，格式看扩展名：.docx .pdf .ofd .html .xlsx .json。"`
	Sealed bool   `help:"落款要盖章：给印章留位置。"`
	fontFlags
}

// Exit statuses of convert.
const statusUnwritable = 3

func (c *convertCommand) Run(env *environment) error {
	if err := c.check(); err != nil {
		return exit{statusUnwritable, err}
	}
	r, err := readReport(env.editions, c.In, intake.Options{})
	if err != nil {
		return exit{statusUnreadable, err}
	}
	var exporter export.Exporter
	var notes []document.Note
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(c.Out)), ".")
	if format == "" {
		return exit{statusUnwritable, report.Errorf(report.Invalid, "%s：没有扩展名，不知道要哪种格式，请加上 .docx、.pdf、.ofd、.html、.xlsx 或 .json。", c.Out)}
	}
	if format == "pdf" || format == "ofd" { // only pages need fonts, and reading those takes longer than all the rest
		exporter.Fonts, notes = c.load()
	}
	options := fileOptions(r)
	options.Fonts, options.Sealed = c.names(), c.Sealed
	var out bytes.Buffer
	more, err := exporter.Write(&out, format, env.editions.Get(r.Edition), r, options)
	if err != nil {
		return exit{statusUnwritable, err}
	}
	if line := substitutes(exporter.Fonts); line != "" {
		fmt.Fprintln(env.err, line)
	}
	for _, n := range append(notes, more...) {
		fmt.Fprintln(env.err, noteLine(n))
	}
	if err := writeFile(c.Out, out.Bytes()); err != nil {
		return exit{statusUnwritable, unwritable(c.Out, err)}
	}
	return nil
}

// noteLine is a note as one line for the terminal.
func noteLine(n document.Note) string {
	if n.Near == "" {
		return n.Message
	}
	return "“" + n.Near + "”：" + n.Message
}

// fileOptions make the same report give the same bytes: the time is the report's own date, the identifier its content.
func fileOptions(r *report.Report) document.Options {
	var o document.Options
	if date, err := time.Parse(time.DateOnly, r.Signature.Date); err == nil {
		o.Created = date
	}
	if data, err := r.MarshalJSON(); err == nil {
		sum := sha256.Sum256(data)
		o.Identifier = hex.EncodeToString(sum[:16])
	}
	return o
}

// writeFile writes beside the target and renames, so that a failure leaves no half a file.
func writeFile(name string, data []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(name), ".nianbao-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if _, err := temp.Write(data); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Chmod(0o644); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}
