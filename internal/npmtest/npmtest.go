// Package npmtest gives tests npm packages to test with: validators and viewers that exist only there. Nothing of them is shipped.
package npmtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nianbao/internal/tooltest"
)

// errMissing says that npm is not installed.
var errMissing = errors.New("npm is not here; apt-get install nodejs npm")

// Install has a package installed and gives the folder that its node_modules is in. The package is named with an exact version,
// html-validate@9.0.0, and is fetched once into build/npm, whatever number of tests ask for it at a time. Where it cannot be had
// the test is skipped, or fails where everything must run.
func Install(t testing.TB, pkg string) (folder string) {
	t.Helper()
	folder, err := install(pkg)
	if err != nil {
		tooltest.Missing(t, err) // no npm, or no way to the registry
	}
	return folder
}

// Node gives the program that runs them, under the same conditions.
func Node(t testing.TB) string {
	t.Helper()
	return tooltest.Need(t, "node", "nodejs npm")
}

// install fetches a package beside its place and moves it there, so that what stands in its place is whole.
func install(pkg string) (string, error) {
	at := strings.LastIndex(pkg, "@")
	if at < 1 || at == len(pkg)-1 || pkg[at+1] < '0' || pkg[at+1] > '9' {
		return "", fmt.Errorf("npm package %q has no exact version", pkg)
	}
	root, err := tooltest.Root()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(root, "build", "npm", strings.ReplaceAll(pkg, "/", "+"))
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	lock, err := os.Create(folder + ".lock")
	if err != nil {
		return "", err
	}
	defer lock.Close() // which ends the lock too
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return "", err
	}
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return "", errMissing
	}
	part := folder + ".part"
	if err := os.RemoveAll(part); err != nil { // of a test that was stopped
		return "", err
	}
	if err := os.Mkdir(part, 0o755); err != nil {
		return "", err
	}
	output, err := exec.Command(npm, "install", "--prefix", part, "--no-audit", "--no-fund", "--save-exact", "--ignore-scripts",
		"--loglevel=error", pkg).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("npm install %s: %w\n%s", pkg, err, output)
	}
	return folder, os.Rename(part, folder)
}
