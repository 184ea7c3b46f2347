package npmtest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Several tests that ask at a time get the same whole package.
func TestInstall(t *testing.T) {
	var together sync.WaitGroup
	folders := make([]string, 3)
	for i := range folders {
		together.Go(func() {
			folder, err := install("axe-core@4.14.1")
			if err != nil && err != errMissing {
				t.Error(err)
			}
			folders[i] = folder
		})
	}
	together.Wait()
	folder := Install(t, "axe-core@4.14.1")
	for _, got := range folders {
		if got != folder {
			t.Errorf("got %q, want %q", got, folder)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")); err != nil {
		t.Error(err)
	}
}

func TestInstallWantsExactVersions(t *testing.T) {
	for _, pkg := range []string{"axe-core", "axe-core@", "axe-core@latest", "@axe-core/cli"} {
		if folder, err := install(pkg); err == nil {
			t.Errorf("%s went to %s", pkg, folder)
		}
	}
}
