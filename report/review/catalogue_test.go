package review

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"nianbao/report"
)

var update = flag.Bool("update", false, "write docs/rules.md anew")

func standard(t testing.TB) report.Editions {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return editions
}

func TestRulesAreWrittenDown(t *testing.T) {
	var got bytes.Buffer
	if err := WriteCatalogue(&got, standard(t)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("..", "..", "docs", "rules.md")
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(got.Bytes(), want) {
		t.Errorf("docs/rules.md is stale (%v): make rules", err)
	}
}

func TestEveryRuleIsDescribed(t *testing.T) {
	for _, r := range Catalogue(standard(t)) {
		if r.Code == "" || len(r.Severities) == 0 || r.Finds == "" || r.Example == "" {
			t.Errorf("incomplete: %+v", r)
		}
	}
}
