package intake

import "slices"

// fitInOrder gives each of n things one of m places, -1 for none, such that both stand in order and the scores of those that were given
// one add up to the most. score is 0 where a thing does not fit a place. It takes time and memory n × m.
func fitInOrder(n, m int, score func(thing, place int) float64) []int {
	whole := make([]float64, (n+1)*(m+1)) // the best of the first i things and j places
	at := func(i, j int) int { return i*(m+1) + j }
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best := max(whole[at(i-1, j)], whole[at(i, j-1)])
			if s := score(i-1, j-1); s > 0 {
				best = max(best, s+whole[at(i-1, j-1)])
			}
			whole[at(i, j)] = best
		}
	}
	places := slices.Repeat([]int{-1}, n)
	for i, j := n, m; i > 0 && j > 0; {
		switch w := whole[at(i, j)]; {
		case w == whole[at(i-1, j)]:
			i--
		case w == whole[at(i, j-1)]:
			j--
		default:
			places[i-1] = j - 1
			i, j = i-1, j-1
		}
	}
	return places
}
