package export_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"nianbao/internal/tooltest"
)

// TestFilesAreValid has other people's programs look at files of all kinds of reports. What LibreOffice makes of them is in
// TestPDFAgreesWithDOCX, TestLibreOfficeReadsDOCX and TestLibreOfficeComputesXLSX.
func TestFilesAreValid(t *testing.T) {
	v := newValidator(t)
	for _, s := range bodies(t) {
		v.pdf(s.name, written(t, "pdf", s.edition, s.report, options))
		v.ofd(s.name, written(t, "ofd", s.edition, s.report, options))
		v.html(s.name, written(t, "html", s.edition, s.report, options), pasted(t, s.edition, s.report, options))
	}
	v.validate()
}

// validator gathers files for the programs that are slow to start.
type validator struct {
	t                       *testing.T
	qpdf, pdffonts, xmllint string
	folder                  string
	parts                   []string // of OFD files
	pages, pastes           []string // of HTML
}

func newValidator(t *testing.T) *validator {
	t.Helper()
	return &validator{t: t, qpdf: tooltest.Need(t, "qpdf", "qpdf"), pdffonts: tooltest.Need(t, "pdffonts", "poppler-utils"),
		xmllint: tooltest.Need(t, "xmllint", "libxml2-utils"), folder: t.TempDir()}
}

// pdf has three programs read a PDF: every font must be inside, as a part, with its characters.
func (v *validator) pdf(name string, file []byte) {
	v.t.Helper()
	path := v.save(name+".pdf", file)
	if out, err := exec.CommandContext(v.t.Context(), v.qpdf, "--check", path).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
		v.t.Errorf("%s: qpdf: %v\n%s", name, err, out)
	}
	api.DisableConfigDir()
	strict := model.NewDefaultConfiguration()
	strict.ValidationMode = model.ValidationStrict
	if _, err := api.ReadAndValidate(bytes.NewReader(file), strict); err != nil {
		v.t.Errorf("%s: pdfcpu: %v", name, err)
	}
	out, err := exec.CommandContext(v.t.Context(), v.pdffonts, path).CombinedOutput()
	if err != nil {
		v.t.Errorf("%s: pdffonts: %v\n%s", name, err, out)
	}
	rows := strings.Split(strings.TrimSpace(string(out)), "\n")
	for _, row := range rows[min(2, len(rows)):] {
		if !inside.MatchString(row) {
			v.t.Errorf("%s: pdffonts: %s", name, row)
		}
	}
	if len(rows) < 3 {
		v.t.Errorf("%s: pdffonts: no fonts", name)
	}
}

var inside = regexp.MustCompile(`^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes `)

func (v *validator) ofd(name string, file []byte) {
	for part, data := range unpacked(v.t, file) {
		if path.Ext(part) == ".xml" {
			v.parts = append(v.parts, v.save(name+"+"+strings.ReplaceAll(part, "/", "+"), data))
		}
	}
}

func (v *validator) html(name string, page, paste []byte) {
	v.pages = append(v.pages, v.save(name+".html", page))
	v.pastes = append(v.pastes, v.save(name+"-paste.html", paste))
}

func (v *validator) save(name string, data []byte) string {
	v.t.Helper()
	path := filepath.Join(v.folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		v.t.Fatal(err)
	}
	return path
}

// validate looks at the files that were gathered.
func (v *validator) validate() {
	v.t.Helper()
	args := append([]string{"--noout", "--schema", "ofd/testdata/ofd.xsd"}, v.parts...)
	out, err := exec.CommandContext(v.t.Context(), v.xmllint, args...).CombinedOutput()
	if err != nil {
		v.t.Errorf("xmllint: %v\n%s", err, complaints(string(out)))
	}
	for config, files := range map[string][]string{asPage: v.pages, asPaste: v.pastes} {
		if len(files) == 0 {
			continue
		}
		if out := validateHTML(v.t, v.folder, config, files); out != "" {
			v.t.Errorf("html-validate: %s", out)
		}
	}
}

// complaints are the lines of xmllint that complain, the first of them.
func complaints(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		if !strings.HasSuffix(line, " validates\n") {
			lines = append(lines, line)
		}
	}
	return fmt.Sprint(len(lines), " lines:\n", strings.Join(lines[:min(10, len(lines))], ""))
}
