package main

import (
	"archive/zip"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"nianbao/agency"
	"nianbao/internal/app"
	"nianbao/internal/demo"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export"
)

//go:embed docx.mjs
var docxScript []byte

const (
	docxSamples = 300
	docxWarmUp  = 50
)

// docxCase is what the peer's script reads from standard input.
type docxCase struct {
	Tables  []*document.Table `json:"tables"`
	Samples int               `json:"samples"`
	WarmUp  int               `json:"warmUp"`
}

// docxResult is what it prints: milliseconds a file, and the last file.
type docxResult struct {
	Times samples `json:"times"`
	File  []byte  `json:"file"`
}

// measureDocx times one report as a Word file, from the report to the bytes, beside a general library that builds only its tables.
func measureDocx(ctx context.Context, b *bench) ([]line, error) {
	if err := b.install(ctx, npmDocx); err != nil {
		return nil, err
	}
	r, err := fullReport(ctx, b)
	if err != nil {
		return nil, fmt.Errorf("a report of the demo county: %w", err)
	}
	edition := b.editions.Get(r.Edition)
	tables := tablesOf(compose.Compose(edition, r))
	ours, file, err := writeReports(edition, r)
	if err != nil {
		return nil, err
	}
	theirs, err := runDocx(ctx, b, tables)
	if err != nil {
		return nil, err
	}
	// Both files must have the tables, ours with the text as well.
	for who, data := range map[string][]byte{"ours": file, npmDocx.name: theirs.File} {
		if err := wantTables(data, tables); err != nil {
			return nil, fmt.Errorf("%s: %w", who, err)
		}
	}
	name := fmt.Sprintf("one report as DOCX in process, text and %d tables", len(tables))
	return []line{compare(name, "ms", ours, npmDocx.String()+", the tables only", theirs.Times, below(3, "ms"))}, nil
}

// fullReport is last year's report of the demo clerk's township, as published.
func fullReport(ctx context.Context, b *bench) (*report.Report, error) {
	var r *report.Report
	_, end, err := b.serve(ctx, filepath.Join(b.temp, "docx.db"), func(a *app.App) error {
		now := a.Config.Now()
		if _, err := demo.Fill(ctx, a.Store, now, password); err != nil {
			return err
		}
		var clerk agency.Member
		clerk, err := a.Store.SignIn(ctx, "clerk", password)
		if err != nil {
			return err
		}
		filing, err := a.Store.FilingOf(ctx, clerk, clerk.AgencyID, demo.ThisYear(now)-1)
		if err != nil {
			return err
		}
		d, err := a.Store.Load(ctx, clerk, filing.ID)
		if err == nil {
			r = d.Report
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, end()
}

func tablesOf(d *document.Document) []*document.Table {
	var tables []*document.Table
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			if t, ok := block.(*document.Table); ok {
				tables = append(tables, t)
			}
		}
	}
	return tables
}

// writeReports writes the report again and again, in milliseconds; the last file comes with it.
func writeReports(edition *report.Edition, r *report.Report) (times samples, file []byte, err error) {
	options := document.Options{Created: time.Date(2026, 1, 20, 9, 0, 0, 0, china), Identifier: "bench"}
	var out bytes.Buffer
	for i := range docxWarmUp + docxSamples {
		out.Reset()
		start := time.Now()
		if err := export.Write(&out, "docx", edition, r, options); err != nil {
			return nil, nil, err
		}
		if i >= docxWarmUp {
			times = append(times, time.Since(start).Seconds()*1000)
		}
	}
	return times, out.Bytes(), nil
}

func runDocx(ctx context.Context, b *bench, tables []*document.Table) (docxResult, error) {
	var result docxResult
	node, err := exec.LookPath("node")
	if err != nil {
		return result, errors.New("node is not installed; try: apt-get install nodejs npm")
	}
	// Beside node_modules, where it finds its library.
	script := filepath.Join(b.folder, "docx.mjs")
	if err := os.WriteFile(script, docxScript, 0o644); err != nil {
		return result, err
	}
	input, err := json.Marshal(docxCase{tables, docxSamples, docxWarmUp})
	if err != nil {
		return result, err
	}
	var complaints bytes.Buffer
	command := exec.CommandContext(ctx, node, script)
	command.Stdin, command.Stderr = bytes.NewReader(input), &complaints
	output, err := command.Output()
	if err != nil {
		return result, fmt.Errorf("node docx.mjs: %w: %s", err, shorten(complaints.Bytes()))
	}
	if err := json.Unmarshal(output, &result); err != nil {
		return result, fmt.Errorf("answer of docx.mjs: %w", err)
	}
	if len(result.Times) != docxSamples {
		return result, fmt.Errorf("docx.mjs took %d samples", len(result.Times))
	}
	return result, nil
}

// wantTables looks whether a Word file has as many tables as it should, with every label.
func wantTables(file []byte, tables []*document.Table) error {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		return err
	}
	defer part.Close()
	data, err := io.ReadAll(part)
	if err != nil {
		return err
	}
	text := string(data)
	if got := strings.Count(text, "</w:tbl>"); got != len(tables) {
		return fmt.Errorf("%d tables, want %d", got, len(tables))
	}
	for _, t := range tables {
		for _, row := range t.Rows {
			for _, cell := range row.Cells {
				if !strings.Contains(text, cell.Text) {
					return fmt.Errorf("a table lacks %q", cell.Text)
				}
			}
		}
	}
	return nil
}
