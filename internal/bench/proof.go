package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"nianbao/internal/proofset"
	"nianbao/report"
	"nianbao/report/review"
)

const (
	proofSeed    = 1
	proofReports = 250
	// proofRounds is how often the reports of a half are proofread for the speed.
	proofRounds = 10
	// proofGrowth is how many times longer the longer text is, for linearity.
	proofGrowth  = 8
	proofSamples = 15
)

// measureProofreading counts the planted mistakes that are found and the errors and warnings that are right, on the halves that the
// checks were built with and on the one that is only measured; then the speed and how it grows.
func measureProofreading(ctx context.Context, b *bench) ([]line, error) {
	reviewer := review.New(review.Settings{})
	var lines []line
	var cases []proofset.Case
	for _, half := range proofset.Halves {
		loaded, err := proofset.Load(b.editions, half, proofSeed, proofReports)
		if err != nil {
			return lines, err
		}
		cases = append(cases, loaded...)
		score := proofset.Measure(loaded, reviewer)
		of := fmt.Sprintf(", %d reports of the half %s", len(loaded), half)
		lines = append(lines, percentage("planted mistakes found"+of, score.Recall(), score.Found, score.Planted, 95),
			percentage("errors and warnings that are right"+of, score.Precision(), score.Right, score.Raised, 98))
	}
	lines = append(lines, proofSpeed(cases, reviewer), b.proofGrowth(reviewer))
	found, err := measureSimilar(ctx, b)
	return append(lines, found...), err
}

func percentage(name string, percent float64, part, whole int, least float64) line {
	return against(name, "%", percent, fmt.Sprintf("%d of %d", part, whole), least, goal{fmt.Sprintf("≥ %v %%", least), func(line) bool { return percent >= least }})
}

// proofSpeed proofreads whole reports on one core.
func proofSpeed(cases []proofset.Case, reviewer *review.Reviewer) line {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var rates samples
	for range proofRounds {
		start := time.Now()
		for _, c := range cases {
			reviewer.Proofread(c.Edition, c.Report, c.Context)
		}
		rates = append(rates, float64(len(cases))/time.Since(start).Seconds())
	}
	const least = 1000
	return against("reports proofread in a second on one core", "reports", rates.median(), rates.spread(), least,
		goal{fmt.Sprintf("≥ %d", least), func(l line) bool { return l.Ours >= least }})
}

// proofGrowth compares the time for each character of a long text with that of a short one.
func (b *bench) proofGrowth(reviewer *review.Reviewer) line {
	e := b.editions.Get("gb-2021")
	paragraph := "全年通过县政府网站公开信息174条，其中通知公告81条、工作动态93条，收到申请3件，办结率100%；（一）2025年以来，我镇加强管理。"
	proofread := func(times int) float64 {
		text := strings.Repeat(paragraph+"\n", times)
		r := &report.Report{Edition: e.ID, Year: 2025, Agency: "柳河镇人民政府", Figures: report.Figures{},
			Sections: []report.Section{{Key: "overview", Heading: "一、总体情况", Blocks: []report.Block{{Text: text}}}}}
		start := time.Now()
		reviewer.Proofread(e, r, report.Context{Mode: report.AsRead})
		return float64(time.Since(start).Nanoseconds()) / float64(len([]rune(text)))
	}
	var long, short samples
	for range proofSamples {
		short, long = append(short, proofread(100)), append(long, proofread(100*proofGrowth))
	}
	return compare(fmt.Sprintf("proofreading a text of %d characters", 100*proofGrowth*len([]rune(paragraph))), "ns a character", long,
		fmt.Sprintf("a text of an %dth of that", proofGrowth), short, atMost(1.5))
}
