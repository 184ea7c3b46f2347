package views

import "nianbao/report"

// clipped shortens a value for a list.
func clipped(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

func commentLabel(s report.Step) string {
	if s == report.Return {
		return "退回意见，填报人会看到"
	}
	return "原因"
}

// stepName is the word on a step's button; publishing again only adds where and when.
func stepName(s report.Step, state report.State) string {
	if s == report.Publish && state == report.Published {
		return "更新公布信息"
	}
	return report.StepNames[s]
}

// Runs of a changed paragraph: what both sides have at its ends, and the different middle.
const (
	runSame = iota
	runGone
	runNew
)

type run struct {
	kind int
	text string
}

// changedRuns marks what changed inside a paragraph: the common beginning and end stay plain.
func changedRuns(c report.ParagraphChange) []run {
	from, to := []rune(c.From), []rune(c.To)
	head := 0
	for head < len(from) && head < len(to) && from[head] == to[head] {
		head++
	}
	tail := 0
	for tail < len(from)-head && tail < len(to)-head && from[len(from)-1-tail] == to[len(to)-1-tail] {
		tail++
	}
	var out []run
	for _, r := range []run{
		{runSame, string(from[:head])},
		{runGone, string(from[head : len(from)-tail])},
		{runNew, string(to[head : len(to)-tail])},
		{runSame, string(to[len(to)-tail:])},
	} {
		if r.text != "" {
			out = append(out, r)
		}
	}
	return out
}
