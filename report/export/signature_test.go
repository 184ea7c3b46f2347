package export_test

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"nianbao/internal/tooltest"
	"nianbao/report"
)

// TestSignaturePlace holds the signature's lines in the Word file, as LibreOffice prints it, to those of the PDF: the same lines at the
// same places, and no date that goes on on another line where it is about as long as the agency's name.
func TestSignaturePlace(t *testing.T) {
	const first, second = "云岭县高新技术产业开发区管理委员会", "营商环境建设与社会事务综合服务中心"
	pdftotext, dir := tooltest.Need(t, "pdftotext", "poppler-utils"), t.TempDir()
	type signed struct {
		name, agency, date string
		sealed             bool
		lines              int
	}
	var cases []signed
	for _, c := range []signed{
		{"date longer", "水务局", "2024-01-08", false, 2},
		{"about as long, seven characters", "云岭县市政管理", "2024-01-08", false, 2},
		{"about as long, eight characters", "云岭县公共事务局", "2024-12-28", false, 2},
		{"agency longer", "云岭县市场监督管理局", "2024-10-01", false, 2},
		{"much longer", first + "办公室", "2024-01-08", false, 2},
		{"two lines", first + second, "2024-01-08", false, 3},
	} {
		cases = append(cases, c)
		c.sealed = true
		cases = append(cases, c)
	}
	ours, files := make([][]byte, len(cases)), map[string][]byte{}
	for i, c := range cases {
		r := &report.Report{Sections: []report.Section{{Blocks: []report.Block{{Text: "正文。"}}}}, Signature: report.Signature{Agency: c.agency, Date: c.date}}
		o := options
		o.Sealed = c.sealed
		ours[i], files[fmt.Sprintf("%d.docx", i)] = written(t, "pdf", nil, r, o), written(t, "docx", nil, r, o)
	}
	render(t, dir, files)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%s, sealed %t", c.name, c.sealed), func(t *testing.T) {
			want := readPDF(t, pdftotext, ours[i]).lines[1:]
			got := readPDF(t, pdftotext, fileAt(t, filepath.Join(dir, fmt.Sprintf("%d.pdf", i)))).lines[1:]
			if len(want) != c.lines || len(got) != c.lines {
				t.Fatalf("%d lines in the PDF, %d in the Word file, want %d: %v %v", len(want), len(got), c.lines, want, got)
			}
			for i := range want {
				if got[i].text != want[i].text || math.Abs(got[i].x-want[i].x) > 1 {
					t.Errorf("%q at %.1f pt, in the PDF %q at %.1f pt", got[i].text, got[i].x, want[i].text, want[i].x)
				}
			}
		})
	}
}
