package export_test

import (
	"bytes"
	"io"
	"testing"

	"nianbao/report/compose"
	"nianbao/report/export"
)

func BenchmarkCompose(b *testing.B) {
	e, r := sample(b, "gb-2021")
	for b.Loop() {
		compose.Compose(e, r)
	}
}

// BenchmarkWrite is a whole export in process, from the report to the bytes. The goals are for a report of ten pages, of which this
// is about half, and `make bench` measures them: docx 1.5 ms, pdf 10 ms, ofd a tenth more than pdf, xlsx 5 ms, html 0.5 ms.
func BenchmarkWrite(b *testing.B) {
	e, r := sample(b, "gb-2021")
	for _, f := range export.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			var size bytes.Buffer
			if _, err := exporter.Write(&size, f.Name, e, r, options); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := exporter.Write(io.Discard, f.Name, e, r, options); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(size.Len()), "bytes/file")
		})
	}
}
