package layout

import (
	"fmt"
	"testing"

	"nianbao/report/document"
)

// BenchmarkLay lays out a report of ten pages, and one of three hundred.
func BenchmarkLay(b *testing.B) {
	for _, paragraphs := range []int{28, 1400} {
		d := long(b, paragraphs)
		pages := len(Lay(d, testFonts(), document.Options{}).Pages)
		b.Run(fmt.Sprintf("%d pages", pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Lay(d, testFonts(), document.Options{})
			}
		})
	}
}
