package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"nianbao/internal/tooltest"
	"nianbao/report/compose"
	"nianbao/report/document"
)

// squeeze drops all white space: where a line breaks is the layout's affair.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// render has LibreOffice print files as PDF, in the shipped fonts and no others, under the names that agencies have theirs by.
func render(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	config, err := filepath.Abs("testdata/fonts.conf")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tooltest.Need(t, "soffice", "libreoffice-writer"), args...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+config, "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

// LibreOffice opens the file, and its PDF has the text in order.
func TestLibreOfficeReadsDOCX(t *testing.T) {
	pdftotext, dir := tooltest.Need(t, "pdftotext", "poppler-utils"), t.TempDir()
	ids, files := []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"}, map[string][]byte{}
	for _, id := range ids {
		e, r := everything(t, id)
		files[id+".docx"] = written(t, "docx", e, r, options)
	}
	render(t, dir, files)
	for _, id := range ids {
		t.Run(id, func(t *testing.T) {
			out, err := exec.CommandContext(t.Context(), pdftotext, "-raw", filepath.Join(dir, id+".pdf"), "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			e, r := everything(t, id)
			// page numbers stand between the pages
			rest := squeeze(regexp.MustCompile(`— ?\d+ ?—`).ReplaceAllString(string(out), ""))
			for _, want := range lines(compose.Compose(e, r)) {
				_, after, found := strings.Cut(rest, squeeze(want))
				if !found {
					t.Fatalf("%q is not there, or not in its place, before %.80q", want, rest)
				}
				rest = after
			}
		})
	}
}

// lines lists what a document says, in reading order: its paragraphs, and of a table the row labels. The cells beside them come
// out of a PDF in an order of its own.
func lines(d *document.Document) (out []string) {
	add := func(s ...string) {
		for _, s := range s {
			if s != "" {
				out = append(out, s)
			}
		}
	}
	blocks := func(bs []document.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case *document.Paragraph:
				add(b.Text)
			case *document.Table:
				if b.Labels == 1 {
					for _, row := range b.Rows {
						add(row.Cells[0].Text)
					}
				}
			}
		}
	}
	add(d.Number, d.Title)
	for _, s := range d.Sections {
		add(s.Heading)
		blocks(s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		add(l.Label + l.Number + l.Title)
	}
	add(d.Signature.Agency, d.Signature.Date)
	blocks(d.Closing)
	for _, a := range d.Attachments {
		add(a.Label, a.Heading)
		blocks(a.Blocks)
	}
	return out
}
