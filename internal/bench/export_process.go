package main

import (
	"archive/zip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"nianbao/internal/specimen"
	"nianbao/report/export"
)

const (
	archiveBatch   = 100
	archiveBatches = 10
	coldStarts     = 20
)

// archiveMemory writes 1,000 reports of all shapes into one ZIP, the formats in turn, and looks at the heap on the way. What grows is
// the archive's directory, two hundred bytes an entry.
func archiveMemory(ctx context.Context, b *bench, x *exporting, _ map[string]samples, _ map[string][]byte) ([]line, error) {
	archive, formats := zip.NewWriter(io.Discard), export.Formats()
	var first, last float64
	for batch := range uint64(archiveBatches) {
		for i, s := range specimen.Generate(b.editions, readingSeed+batch, archiveBatch) {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			f := formats[i%len(formats)]
			entry, err := archive.Create(fmt.Sprintf("%d-%d%s", batch, i, f.Extension))
			if err != nil {
				return nil, err
			}
			if _, err := x.exporter.Write(entry, f.Name, b.editions.Get(s.Want.Edition), s.Want, x.options); err != nil {
				return nil, fmt.Errorf("%s as %s: %w", s.Name, f.Name, err)
			}
		}
		if last = heapMB(); batch == 0 {
			first = last
		}
	}
	return []line{compare("heap after 1,000 reports into one ZIP", "MB", samples{last}, "after the first 100", samples{first}, atMost(1.1))},
		archive.Close()
}

// coldStart times the built program from its start to its end: a report of ten pages read as JSON and written as a file.
func coldStart(ctx context.Context, b *bench, x *exporting, _ map[string]samples, _ map[string][]byte) ([]line, error) {
	binary := filepath.Join(b.folder, "nianbao")
	if output, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/nianbao").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w: %s", err, shorten(output))
	}
	data, err := json.Marshal(x.report)
	if err != nil {
		return nil, err
	}
	in := filepath.Join(b.temp, "in.json")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		return nil, err
	}
	var lines []line
	for _, format := range []string{"docx", "pdf"} {
		var times samples
		for range coldStarts {
			start := time.Now()
			if output, err := exec.CommandContext(ctx, binary, "convert", in, filepath.Join(b.temp, "out."+format)).CombinedOutput(); err != nil {
				return lines, fmt.Errorf("convert to %s: %w: %s", format, err, shorten(output))
			}
			times = append(times, time.Since(start).Seconds()*1000)
		}
		const most = 100
		lines = append(lines, against("convert, ten pages from json to "+format+", a process", "ms", times.median(), times.spread(), most, below(most, "ms")))
	}
	return lines, nil
}
