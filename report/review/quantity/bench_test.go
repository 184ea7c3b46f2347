package quantity

import (
	"os"
	"path/filepath"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	files, _ := filepath.Glob("../../../../shared/seeds/002*.txt")
	if len(files) == 0 {
		b.Skip("no real report here")
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Read(string(data))
	}
}
