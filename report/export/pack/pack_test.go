package pack

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

func TestArchive(t *testing.T) {
	text := strings.Repeat("政府信息公开工作年度报告", 1000)
	beijing := time.FixedZone("", 8*60*60)
	for _, c := range []struct {
		name           string
		modified, want time.Time
	}{
		{"a day", time.Date(2027, 1, 18, 4, 30, 0, 0, beijing), time.Date(2027, 1, 17, 20, 30, 0, 0, time.UTC)},
		{"none", time.Time{}, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		t.Run(c.name, func(t *testing.T) {
			var file bytes.Buffer
			for range 2 { // the second time with tables that were used before
				file.Reset()
				a := New(&file, c.modified)
				for _, err := range []error{a.Add("b.xml", []byte(text)), a.AddFont("a/font.ttf", []byte(text)), a.Add("c", nil), a.Close()} {
					if err != nil {
						t.Fatal(err)
					}
				}
			}
			z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
			if err != nil {
				t.Fatal(err)
			}
			want := []struct{ name, text string }{{"b.xml", text}, {"a/font.ttf", text}, {"c", ""}}
			if len(z.File) != len(want) {
				t.Fatalf("%d entries, want %d", len(z.File), len(want))
			}
			for i, f := range z.File {
				r, err := f.Open()
				if err != nil {
					t.Fatal(err)
				}
				got, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				if f.Name != want[i].name || string(got) != want[i].text {
					t.Errorf("entry %d is %s with %d bytes, want %s with %d", i, f.Name, len(got), want[i].name, len(want[i].text))
				}
				if !f.Modified.Equal(c.want) {
					t.Errorf("%s is of %v, want %v", f.Name, f.Modified, c.want)
				}
				if f.UncompressedSize64 > 0 && f.CompressedSize64 >= f.UncompressedSize64 {
					t.Errorf("%s takes %d bytes of %d", f.Name, f.CompressedSize64, f.UncompressedSize64)
				}
			}
		})
	}
}
