package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"

	"github.com/chromedp/chromedp"

	"nianbao/report"
	"nianbao/static"
)

//go:embed form.js
var formScript []byte

const (
	formSamples = 1000
	// formBatch is how many changes one sample times: one alone takes about as long as the browser's clock ticks.
	formBatch  = 20
	formWarmUp = 200
)

// formCase is what the page computes: the same for both engines.
type formCase struct {
	// Module is the address of our engine.
	Module string            `json:"module"`
	Rules  report.RuleSet    `json:"rules"`
	Raws   map[string]string `json:"raws"`
	// Changes are what is typed: cell index, value.
	Changes [][2]int `json:"changes"`
	Batch   int      `json:"batch"`
	WarmUp  int      `json:"warmUp"`
}

// formResult are microseconds a change, by sample.
type formResult struct {
	Ours, Theirs samples
}

// measureForm times the rules of the requests table beside a general formula engine, and a key on the real page.
func measureForm(ctx context.Context, b *bench) ([]line, error) {
	if err := b.install(ctx, hyperformula); err != nil {
		return nil, err
	}
	tab, end, err := b.browse(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	result, err := measureRules(tab, b)
	if err != nil {
		return nil, fmt.Errorf("one cell in, changed cells and relations out: %w", err)
	}
	lines := []line{compare("requests table: one cell in, changes out, median of "+strconv.Itoa(formSamples), "µs", result.Ours, hyperformula.String(),
		result.Theirs, atMost(0.5))}
	rounds, err := measureKeys(tab, b)
	if err != nil {
		return lines, fmt.Errorf("key event to layout: %w", err)
	}
	const limit = 8
	var late, middle samples
	for _, keys := range rounds {
		late, middle = append(late, keys.quantile(0.95)), append(middle, keys.median())
	}
	name := fmt.Sprintf("requests page: key event to forced layout, p95 of %d keys, the middle of %d rounds", roundKeys, keyRounds)
	spread := fmt.Sprintf("%s, half of the keys within %v", late.spread(), round(middle.median()))
	return append(lines, against(name, "ms", late.median(), spread, limit, upTo(limit, "ms"))), nil
}

func measureRules(tab context.Context, b *bench) (formResult, error) {
	var result formResult
	input, err := json.Marshal(requestsCase(b.editions.Get("gb-2021")))
	if err != nil {
		return result, err
	}
	mux := http.NewServeMux()
	mux.Handle(static.Prefix, static.Handler())
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><script src="hyperformula.js"></script><script src="form.js"></script>`)
	})
	mux.HandleFunc("/form.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(formScript)
	})
	mux.HandleFunc("/hyperformula.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(hyperformula.folder(b), "dist", "hyperformula.full.min.js"))
	})
	// A page that shares its process with no other has a clock of 5 µs instead of 100.
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		mux.ServeHTTP(w, r)
	}))
	defer server.Close()
	if err := chromedp.Do(tab, chromedp.Navigate(server.URL)); err != nil {
		return result, err
	}
	result, err = chromedp.Run(tab, chromedp.Evaluate[formResult](fmt.Sprintf("measure(%s)", input), chromedp.EvalAwaitPromise))
	if err == nil && (len(result.Ours) != formSamples || len(result.Theirs) != formSamples) {
		err = fmt.Errorf("%d and %d samples", len(result.Ours), len(result.Theirs))
	}
	return result, err
}

// requestsCase is the requests table with every cell filled and last year's report there, and a series of single changes.
func requestsCase(e *report.Edition) formCase {
	table := e.Table("requests")
	random := rand.New(rand.NewPCG(2021, 19))
	c := formCase{Module: static.URL("js/rules.js"), Raws: map[string]string{}, Batch: formBatch, WarmUp: formWarmUp}
	last := report.Figures{}
	now := make([]int, len(table.Cells))
	var typed []int
	for i, cell := range table.Cells {
		last[cell.ID] = strconv.Itoa(random.IntN(100))
		if !cell.Computed {
			typed = append(typed, i)
			now[i] = random.IntN(1000)
			c.Raws[cell.ID] = strconv.Itoa(now[i])
		}
	}
	c.Rules = report.NewSheet(table, nil, &report.LastYear{Edition: e, Figures: last}, report.InForm).Rules()
	for range (formWarmUp + formSamples) * formBatch {
		at := typed[random.IntN(len(typed))]
		// Another value than before: an engine may skip what does not change.
		now[at] = (now[at] + 1 + random.IntN(998)) % 1000
		c.Changes = append(c.Changes, [2]int{at, now[at]})
	}
	return c
}
