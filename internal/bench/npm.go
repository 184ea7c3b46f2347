package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// npmPackage is a peer that is fetched for the benchmark only.
type npmPackage struct{ name, version string }

// The peers, at versions that do not move, so that two runs measure against the same.
var (
	hyperformula  = npmPackage{"hyperformula", "3.5.0"}
	npmDocx       = npmPackage{"docx", "9.15.2"}
	docxtemplater = npmPackage{"docxtemplater", "3.71.0"}
	pizzip        = npmPackage{"pizzip", "3.3.0"} // what docxtemplater unzips with
)

func (p npmPackage) String() string { return "npm " + p.name + " " + p.version }

// folder is where the package stands when it is installed.
func (p npmPackage) folder(b *bench) string { return filepath.Join(b.folder, "node_modules", p.name) }

// install fetches a package, unless a run before has.
func (b *bench) install(ctx context.Context, p npmPackage) error {
	var installed struct {
		Version string `json:"version"`
	}
	if data, err := os.ReadFile(filepath.Join(p.folder(b), "package.json")); err == nil && json.Unmarshal(data, &installed) == nil &&
		installed.Version == p.version {
		return nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return errors.New("npm is not installed; try: apt-get install npm")
	}
	// Exact: a caret in the package.json that npm keeps would let the next install move the other package.
	output, err := exec.CommandContext(ctx, npm, "install", "--prefix", b.folder, "--no-audit", "--no-fund", "--save-exact", "--loglevel=error",
		p.name+"@"+p.version).CombinedOutput()
	if err != nil {
		return fmt.Errorf("npm install %s: %w: %s", p.name, err, shorten(output))
	}
	return nil
}
