// Package tooltest finds the programs that tests check our files with, and settles what becomes of a test without them.
package tooltest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Need gives the path of a program. Without it the test is skipped, or fails where everything must run; pkg is the package of
// Debian that has it.
func Need(t testing.TB, tool, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		Missing(t, tool+" is not here; apt-get install "+pkg)
	}
	return path
}

// Missing skips a test that lacks something of the machine, or fails it when NIANBAO_TEST_REQUIRE_ALL=1.
func Missing(t testing.TB, what any) {
	t.Helper()
	if os.Getenv("NIANBAO_TEST_REQUIRE_ALL") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// Root is the folder of go.mod, above the one that a test runs in.
func Root() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", errors.New("there is no go.mod above the tests")
		}
		folder = above
	}
}
