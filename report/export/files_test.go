package export_test

import (
	"bytes"
	"testing"

	"nianbao/report/export"
)

// TestFiles holds that files which share a document and its pages are those that each format has by itself: no writer leaves a mark
// on what it is given.
func TestFiles(t *testing.T) {
	e, r := sample(t, "gb-2021")
	x := shipped(t)
	shared := x.Files(e, r, options)
	for range 2 {
		for _, f := range export.Formats() {
			var got, want bytes.Buffer
			if _, err := shared.Write(&got, f.Name); err != nil {
				t.Fatal(err)
			}
			if _, err := x.Write(&want, f.Name, e, r, options); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%s: the shared file differs", f.Name)
			}
		}
	}
	composed := shared.Document()
	first, err := shared.Pages()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := shared.Pages(); again != first || shared.Document() != composed {
		t.Error("laid out or composed again")
	}
}
