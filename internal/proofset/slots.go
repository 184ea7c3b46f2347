package proofset

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"
)

var slotPat = regexp.MustCompile(`\{([a-z_0-9]+)\}`)

// fill writes a text with its numbers; lets are drawn anew.
func (c *composer) fill(w Where, texts ...string) ([]string, error) {
	slots := maps.Clone(c.slots)
	for _, item := range w.Let {
		value, err := c.evaluate(fmt.Sprint(item.Value), slots)
		if err != nil {
			return nil, fmt.Errorf("%v: %w", item.Key, err)
		}
		slots[fmt.Sprint(item.Key)] = value
	}
	out := make([]string, len(texts))
	var missing error
	for i, text := range texts {
		out[i] = slotPat.ReplaceAllStringFunc(text, func(slot string) string {
			value, known := slots[slot[1:len(slot)-1]]
			if !known {
				missing = fmt.Errorf("no slot %s in %q", slot, text)
			}
			return value
		})
	}
	return out, missing
}

var rangePat = regexp.MustCompile(`^(\d+)-(\d+)$`)

var sharePat = regexp.MustCompile(`^([a-z_0-9]+)/([a-z_0-9]+)@(\d)$`)

// evaluate draws from 20-80, adds up a+b-3, or writes the share a/b in percent with so many places as stand behind the @.
func (c *composer) evaluate(expression string, slots map[string]string) (string, error) {
	m := sharePat.FindStringSubmatch(expression)
	if m == nil {
		sum, err := c.sum(expression, slots)
		return strconv.Itoa(sum), err
	}
	part, err := c.sum(m[1], slots)
	if err != nil {
		return "", err
	}
	whole, err := c.sum(m[2], slots)
	if err != nil || whole == 0 {
		return "", fmt.Errorf("share %q", expression)
	}
	places, _ := strconv.Atoi(m[3])
	scale := math.Pow10(places)
	return strconv.FormatFloat(math.Round(100*scale*float64(part)/float64(whole))/scale, 'f', places, 64), nil
}

func (c *composer) sum(expression string, slots map[string]string) (int, error) {
	if m := rangePat.FindStringSubmatch(expression); m != nil {
		low, _ := strconv.Atoi(m[1])
		high, _ := strconv.Atoi(m[2])
		if high < low {
			return 0, fmt.Errorf("empty range %s", expression)
		}
		return low + c.IntN(high-low+1), nil
	}
	sum := 0
	for _, term := range strings.Split(strings.ReplaceAll(strings.ReplaceAll(expression, " ", ""), "-", "+-"), "+") {
		sign, name := 1, term
		if rest, minus := strings.CutPrefix(term, "-"); minus {
			sign, name = -1, rest
		}
		if value, known := slots[name]; known {
			name = value
		}
		n, err := strconv.Atoi(name)
		if err != nil {
			return 0, fmt.Errorf("term %q of %q", term, expression)
		}
		sum += sign * n
	}
	return sum, nil
}
