package main

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"nianbao/fonts"
	"nianbao/internal/specimen"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/layout"
)

const (
	exportSamples = 300
	exportWarmUp  = 50
	exportPages   = 10
)

// exporting is what the lines of the group share: a full report of ten pages, and what it is written with.
type exporting struct {
	edition  *report.Edition
	report   *report.Report
	document *document.Document
	exporter export.Exporter
	options  document.Options
}

func newExporting(b *bench) *exporting {
	r := specimen.Long(b.editions, readingSeed).Want
	x := &exporting{edition: b.editions.Get(r.Edition), report: r,
		options: document.Options{Created: time.Date(2026, 1, 20, 9, 0, 0, 0, china), Identifier: "bench"}}
	x.exporter.Fonts, _ = layout.LoadFonts(document.Fonts{}, fonts.Beside(), fonts.FS)
	for i := uint64(1); ; i++ {
		for _, s := range specimen.Long(b.editions, readingSeed+i).Want.Sections {
			for _, block := range s.Blocks {
				x.document = compose.Compose(x.edition, r)
				if len(layout.Lay(x.document, x.exporter.Fonts, x.options).Pages) >= exportPages {
					return x
				}
				// Not long enough on paper: the text of another one goes into the first section.
				if block.Text != "" {
					r.Sections[0].Blocks = append(r.Sections[0].Blocks, block)
				}
			}
		}
	}
}

// write writes the report again and again, from the report to the bytes, in milliseconds; the last file comes with it.
func (x *exporting) write(format string) (times samples, file []byte, err error) {
	var out bytes.Buffer
	for i := range exportWarmUp + exportSamples {
		out.Reset()
		start := time.Now()
		if _, err := x.exporter.Write(&out, format, x.edition, x.report, x.options); err != nil {
			return nil, nil, err
		}
		if i >= exportWarmUp {
			times = append(times, time.Since(start).Seconds()*1000)
		}
	}
	return times, out.Bytes(), nil
}

// measureExport writes a full report in every format, in process and warm, beside libraries and programs that make such files.
func measureExport(ctx context.Context, b *bench) ([]line, error) {
	x := newExporting(b)
	times, files := map[string]samples{}, map[string][]byte{}
	for _, f := range export.Formats() {
		var err error
		if times[f.Name], files[f.Name], err = x.write(f.Name); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	limit := func(format string, most float64) line {
		t := times[format]
		return against(fmt.Sprintf("ten pages as %s (%d KB)", format, len(files[format])/1000), "ms", t.median(), t.spread(), most, upTo(most, "ms"))
	}
	lines := []line{limit("docx", 1.5), limit("pdf", 10), compare("ten pages as ofd", "ms", times["ofd"], "ours as pdf", times["pdf"], atMost(1.1)),
		limit("xlsx", 5), limit("html", 0.5)}
	for _, peers := range []func(context.Context, *bench, *exporting, map[string]samples, map[string][]byte) ([]line, error){docxPeers, pdfPeers, archiveMemory, coldStart} {
		more, err := peers(ctx, b, x, times, files)
		lines = append(lines, more...)
		if err != nil {
			return lines, err
		}
	}
	return lines, nil
}
