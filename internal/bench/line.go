package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"text/tabwriter"
)

// line is one figure beside its peer's, as it is written to the file.
type line struct {
	Group  string  `json:"group"`
	Name   string  `json:"name"`
	Unit   string  `json:"unit"`
	Ours   float64 `json:"ours"`
	Peer   string  `json:"peer"`
	Theirs float64 `json:"theirs"`
	Ratio  float64 `json:"ratio"`
	Goal   string  `json:"goal"`
	OK     bool    `json:"ok"`

	// spread is how far the samples lie apart, for people.
	spread string
}

// goal is what a line should reach. Text is empty for a line that only gives the others their measure.
type goal struct {
	text string
	met  func(l line) bool
}

func atMost(times float64) goal {
	return goal{fmt.Sprintf("≤ %v × peer", times), func(l line) bool { return l.Ratio <= times }}
}

func atLeast(times float64) goal {
	return goal{fmt.Sprintf("≥ %v × peer", times), func(l line) bool { return l.Ratio >= times }}
}

func below(limit float64, unit string) goal {
	return goal{fmt.Sprintf("< %v %s", limit, unit), func(l line) bool { return l.Ours < limit }}
}

func upTo(limit float64, unit string) goal {
	return goal{fmt.Sprintf("≤ %v %s", limit, unit), func(l line) bool { return l.Ours <= limit }}
}

var noGoal = goal{"", func(line) bool { return true }}

// compare is the line of two medians.
func compare(name, unit string, ours samples, peer string, theirs samples, g goal) line {
	l := line{Name: name, Unit: unit, Ours: round(ours.median()), Peer: peer, Theirs: round(theirs.median()), Goal: g.text,
		spread: ours.spread() + " / " + theirs.spread()}
	l.Ratio = round(ours.over(theirs))
	l.OK = g.met(l)
	return l
}

// over is the ratio of two samples. Where they were taken in turns it is the median of the pairs' ratios, so that a slow moment of
// the machine weighs on both sides.
func (s samples) over(theirs samples) float64 {
	if len(s) != len(theirs) {
		return s.median() / theirs.median()
	}
	ratios := make(samples, len(s))
	for i := range s {
		ratios[i] = s[i] / theirs[i]
	}
	return ratios.median()
}

// against is the line of a figure whose goal is absolute: its peer is the limit itself.
func against(name, unit string, ours float64, spread string, limit float64, g goal) line {
	l := line{Name: name, Unit: unit, Ours: round(ours), Peer: "the goal itself", Theirs: limit, Ratio: round(ours / limit), Goal: g.text, spread: spread}
	l.OK = g.met(l)
	return l
}

// round keeps four significant digits: the others are noise.
func round(x float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 4, 64), 64)
	if err != nil {
		return x
	}
	return rounded
}

// samples are repeated measurements of one thing.
type samples []float64

// quantile is the value below which a share of the samples lies.
func (s samples) quantile(share float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(int(share*float64(len(s))), len(s)-1)]
}

func (s samples) median() float64 { return s.quantile(0.5) }

func (s samples) spread() string {
	return fmt.Sprintf("%v…%v", round(s.quantile(0)), round(s.quantile(1)))
}

// writeTable prints the lines for people.
func writeTable(w io.Writer, lines []line) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "group\twhat\tours\tpeer\ttheirs\tunit\tratio\tgoal\t\tmin…max of ours / theirs")
	for _, l := range lines {
		verdict := "ok"
		switch {
		case l.Goal == "":
			verdict = ""
		case !l.OK:
			verdict = "MISSED"
		}
		fmt.Fprintf(t, "%s\t%s\t%v\t%s\t%v\t%s\t%v\t%s\t%s\t%s\n", l.Group, l.Name, l.Ours, l.Peer, l.Theirs, l.Unit, l.Ratio, l.Goal, verdict, l.spread)
	}
	return t.Flush()
}

func writeJSON(file string, lines []line) error {
	data, err := json.MarshalIndent(lines, "", "  ")
	if err != nil {
		return fmt.Errorf("write the results: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}
