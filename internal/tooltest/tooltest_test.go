package tooltest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// outcome is a test that remembers how it ended.
type outcome struct {
	testing.TB
	how string
}

func (o *outcome) Helper()           {}
func (o *outcome) Skip(args ...any)  { o.end("skipped: ", args) }
func (o *outcome) Fatal(args ...any) { o.end("failed: ", args) }

// end remembers the first end only: a test that has ended does not go on, as this one does.
func (o *outcome) end(how string, args []any) {
	if o.how == "" {
		o.how = how + fmt.Sprint(args...)
	}
}

func TestNeed(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "atool"), nil, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	for _, c := range []struct{ name, all, tool, path, how string }{
		{"it is there", "1", "atool", filepath.Join(folder, "atool"), ""},
		{"it is not", "", "other", "", "skipped: other is not here; apt-get install tools"},
		{"everything must run", "1", "other", "", "failed: other is not here; apt-get install tools"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("NIANBAO_TEST_REQUIRE_ALL", c.all)
			test := &outcome{TB: t}
			if path := Need(test, c.tool, "tools"); path != c.path || test.how != c.how {
				t.Errorf("got %q, %q; want %q, %q", path, test.how, c.path, c.how)
			}
		})
	}
}

func TestRoot(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "internal", "tooltest")); err != nil {
		t.Error(err)
	}
	t.Chdir(t.TempDir())
	if root, err := Root(); err == nil {
		t.Errorf("outside the project: %s", root)
	}
}
