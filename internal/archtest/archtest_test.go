// Package archtest holds the table of docs/architecture.md: which folder may import which of ours.
package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "nianbao"

// everything may be imported by the rooms that wire the others together.
var everything = []string{"*"}

// allowed maps a folder to those of ours that it may import, besides itself. Where the house changes, docs/architecture.md changes
// in the same commit.
var allowed = map[string][]string{
	"cmd/nianbao":             everything,
	"report":                  {},
	"report/document":         {},
	"report/compose":          {"report", "report/document"},
	"report/document/gbt9704": {"report/document"},
	"report/layout":           {"report/document", "report/document/gbt9704", "report/layout/truetype"},
	"report/layout/truetype":  {},
	"report/export":           {"report", "report/document", "report/compose", "report/layout", "report/export/docx", "report/export/html", "report/export/ofd", "report/export/pdf", "report/export/xlsx"},
	"report/export/docx":      {"report/document", "report/document/gbt9704", "report/export/emf", "report/export/pack"},
	"report/export/emf":       {"report/document"},
	"report/export/ofd":       {"report/document", "report/export/pack", "report/layout", "report/layout/truetype"},
	"report/export/pack":      {},
	"report/export/pdf":       {"report/document", "report/document/gbt9704", "report/layout", "report/layout/truetype"},
	"fonts":                   {},
	"report/export/html":      {"report/document"},
	"report/export/xlsx":      {"report", "report/document", "report/export/emf", "report/export/pack"},
	"report/intake":           {"report", "report/document", "report/intake/docx", "report/intake/html", "report/intake/text", "report/intake/xlsx"},
	"report/intake/docx":      {"report", "report/document"},
	"report/intake/html":      {"report", "report/document"},
	"report/intake/text":      {"report", "report/document"},
	"report/intake/xlsx":      {"report", "report/document"},
	"report/review":           {"report", "report/review/quantity", "report/review/gazetteer", "report/review/likeness"},
	"report/review/quantity":  {},
	"report/review/gazetteer": {},
	"report/review/likeness":  {},
	"internal/proofset":       {"report"},
	"agency":                  {"report"},
	"store":                   {"report", "agency", "report/review/likeness"},
	"store/storetest":         {"report", "agency", "store", "internal/pgtest"},
	"views":                   {"report", "agency", "static"},
	"handlers":                {"report", "report/document", "report/compose", "report/export", "report/export/html", "report/layout", "report/intake", "agency", "views", "static", "docs"},
	"static":                  {},
	"docs":                    {},
	"internal/app":            {"report", "report/review", "report/document", "report/export", "report/layout", "store", "handlers"},
	"internal/demo":           {"report", "agency", "store"},
	"internal/specimen":       {"report", "report/document"},
	"internal/pgtest":         {"internal/tooltest"},
	"internal/npmtest":        {"internal/tooltest"},
	"internal/tooltest":       {},
	"internal/fonttest":       {"internal/tooltest", "report/document", "report/layout", "fonts"},
	"internal/archtest":       {},
	"internal/bench":          everything,
	"e2e":                     everything,
}

// Tests may also use what they test against: a real store, the app.
var allowedInTests = map[string][]string{
	"handlers":               {"store", "store/storetest", "internal/demo", "fonts"},
	"views":                  {"store", "internal/demo"},
	"store":                  {"store/storetest", "internal/pgtest"},
	"internal/demo":          {"store/storetest", "report/review"},
	"docs":                   {"report"},
	"fonts":                  {"report/layout/truetype"},
	"report/intake":          {"report/compose", "report/export", "report/export/html", "internal/specimen"},
	"report/intake/docx":     {"internal/tooltest"},
	"report/review":          {"report/intake"},
	"internal/proofset":      {"report/review"},
	"report/layout":          {"report", "report/compose", "fonts"},
	"report/layout/truetype": {"internal/tooltest"},
	"report/export":          {"fonts", "internal/fonttest", "internal/npmtest", "internal/tooltest", "report/layout/truetype", "internal/specimen", "report/intake"},
	"report/export/html":     {"internal/npmtest"},
	"report/export/ofd":      {"report", "report/compose", "report/document/gbt9704", "report/export/pdf", "fonts", "internal/fonttest", "internal/npmtest", "internal/tooltest"},
	"report/export/pdf":      {"report", "report/compose", "fonts", "internal/fonttest", "internal/tooltest"},
}

// Third-party modules belong to the rooms that need them; the domain has only its file format and exact numbers.
var thirdParty = map[string][]string{
	"report":                  {"github.com/goccy/go-yaml", "github.com/shopspring/decimal"},
	"report/document":         {},
	"report/compose":          {"github.com/shopspring/decimal"},
	"report/export":           {},
	"report/document/gbt9704": {},
	"report/layout":           {},
	"report/layout/truetype":  {"golang.org/x/text"},
	"report/export/docx":      {},
	"report/export/emf":       {},
	"report/export/ofd":       {},
	"report/export/pack":      {},
	"report/export/pdf":       {},
	"fonts":                   {},
	"report/export/html":      {},
	"report/export/xlsx":      {"github.com/xuri/excelize/v2"},
	"report/intake":           {"golang.org/x/text"},
	"report/intake/docx":      {"golang.org/x/text"},
	"report/intake/html":      {"golang.org/x/text"},
	"report/intake/text":      {"golang.org/x/text"},
	"report/intake/xlsx":      {"github.com/xuri/excelize/v2"},
	"report/review":           {"github.com/goccy/go-yaml"},
	"report/review/quantity":  {},
	"report/review/gazetteer": {},
	"report/review/likeness":  {},
	"agency":                  {"golang.org/x/crypto"},
	"static":                  {},
}

func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || d.Name() == "node_modules" || d.Name() == "build") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") {
			return nil
		}
		checkFile(t, root, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkFile(t *testing.T, root, file string) {
	t.Helper()
	rel, err := filepath.Rel(root, file)
	if err != nil {
		t.Fatal(err)
	}
	folder := path.Dir(filepath.ToSlash(rel))
	may, known := allowed[folder]
	if !known {
		t.Errorf("%s: the folder %s is not in the table", rel, folder)
		return
	}
	test := strings.HasSuffix(file, "_test.go")
	if test {
		may = slices.Concat(may, allowedInTests[folder])
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Errorf("%s: %v", rel, err)
		return
	}
	for _, spec := range parsed.Imports {
		imported := strings.Trim(spec.Path.Value, `"`)
		if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
			if ours != folder && !slices.Contains(may, ours) && !slices.Equal(may, everything) {
				t.Errorf("%s imports %s, which %s may not", rel, ours, folder)
			}
			continue
		}
		libraries, limited := thirdParty[folder]
		if first, _, _ := strings.Cut(imported, "/"); !test && limited && strings.Contains(first, ".") &&
			!slices.ContainsFunc(libraries, func(l string) bool { return imported == l || strings.HasPrefix(imported, l+"/") }) {
			t.Errorf("%s imports %s, which %s may not", rel, imported, folder)
		}
	}
}
