// Command bench measures what the program promises about speed and size. Every figure stands beside a peer's from the same run,
// so that it means the same on a fast machine and on a slow one. It ends with 0 when everything was measured, whether the goals
// are met or not: that is in the table.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"

	"nianbao/internal/app"
	"nianbao/report"
)

// workFolder holds what the benchmarks fetch and build. It lies in the source tree, not among temporary files, which may be in
// memory: a durable commit would cost nothing there.
var workFolder = filepath.Join("build", "bench")

// group is what -group names.
type group struct {
	name    string
	measure func(context.Context, *bench) ([]line, error)
}

var groups = []group{{"form", measureForm}, {"save", measureSave}, {"export", measureExport}, {"reading", measureReading}, {"start", measureStart}, {"proofreading", measureProofreading}}

// bench is what the groups have in common.
type bench struct {
	editions report.Editions
	// folder is workFolder as an absolute path, temp an empty folder on the same disk that goes away at the end.
	folder, temp string
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run() error {
	chosen := flag.String("group", "all", "form, save, export, reading, start, proofreading or all")
	out := flag.String("out", filepath.Join("build", "bench.json"), "file for the results")
	profile := flag.String("cpuprofile", "", "file for a CPU profile of this process: server, peer and clients")
	flag.Parse()
	app.Tune() // server, peer and clients share this process, which is set up as the server's is
	picked := slices.DeleteFunc(slices.Clone(groups), func(g group) bool { return *chosen != "all" && *chosen != g.name })
	if len(picked) == 0 {
		return fmt.Errorf("there is no group %q", *chosen)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *profile != "" {
		file, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	b, err := newBench()
	if err != nil {
		return err
	}
	defer os.RemoveAll(b.temp)
	lines, failed := b.measure(ctx, picked)
	return errors.Join(failed, writeTable(os.Stdout, lines), writeJSON(*out, lines))
}

func newBench() (*bench, error) {
	if _, err := os.Stat("go.mod"); err != nil {
		return nil, errors.New("run it at the root of the repository, as make bench does")
	}
	folder, err := filepath.Abs(workFolder)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	editions, err := report.Standard()
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(folder, "run-")
	return &bench{editions: editions, folder: folder, temp: temp}, err
}

// measure runs the groups one after the other; one that fails does not keep the others from being measured.
func (b *bench) measure(ctx context.Context, picked []group) ([]line, error) {
	lines := []line{}
	var failed []error
	for _, g := range picked {
		fmt.Fprintf(os.Stderr, "measuring %s …\n", g.name)
		found, err := g.measure(ctx, b)
		for i := range found {
			found[i].Group = g.name
		}
		lines = append(lines, found...)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s could not be measured: %w", g.name, err))
		}
	}
	return lines, errors.Join(failed...)
}

// quiet is a log that nobody reads: errors show in the answers.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// shorten makes the output of another program fit an error.
func shorten(output []byte) string {
	const most = 2000
	text := strings.TrimSpace(string(output))
	if len(text) > most {
		text = "…" + text[len(text)-most:]
	}
	return text
}
