package views

import (
	"slices"

	"nianbao/report"
)

// Twin (雷同段落) is a passage beside what another report says there, with what differs marked.
type Twin struct {
	Ours, Theirs []run
}

// twinsShown bounds the passages that one card shows.
const twinsShown = 10

func twinsOf(matches []report.Match) []Twin {
	var out []Twin
	for _, m := range matches[:min(len(matches), twinsShown)] {
		ours, theirs := differences([]rune(m.Quote), []rune(m.Other))
		out = append(out, Twin{Ours: ours, Theirs: theirs})
	}
	return out
}

// quadratic bounds the table of the longest common subsequence; what is larger counts as different throughout.
const quadratic = 1 << 18

// differences lays two passages out in runs: what both have is plain, what only one has is marked.
func differences(a, b []rune) (ours, theirs []run) {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	sameA, sameB := make([]bool, len(a)), make([]bool, len(b))
	for i := range a {
		sameA[i] = i < head || i >= len(a)-tail
	}
	for i := range b {
		sameB[i] = i < head || i >= len(b)-tail
	}
	common(a[head:len(a)-tail], b[head:len(b)-tail], sameA[head:], sameB[head:])
	return runsOf(a, sameA, runGone), runsOf(b, sameB, runNew)
}

// common notes which characters of a and b belong to their longest common subsequence.
func common(a, b []rune, inA, inB []bool) {
	n, m := len(a), len(b)
	if n == 0 || m == 0 || n*m > quadratic {
		return
	}
	length := make([]int32, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[at(i, j)] = length[at(i+1, j+1)] + 1
			} else {
				length[at(i, j)] = max(length[at(i+1, j)], length[at(i, j+1)])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case a[i] == b[j]:
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case length[at(i+1, j)] >= length[at(i, j+1)]:
			i++
		default:
			j++
		}
	}
}

// runsOf cuts a text into runs that both have and runs of a kind that only it has.
func runsOf(text []rune, same []bool, kind int) []run {
	var out []run
	for len(text) > 0 {
		n := slices.Index(same, !same[0])
		if n < 0 || n > len(text) {
			n = len(text)
		}
		r := run{kind, string(text[:n])}
		if same[0] {
			r.kind = runSame
		}
		out = append(out, r)
		text, same = text[n:], same[n:]
	}
	return out
}
