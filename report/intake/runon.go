package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/report/document"
)

// A copy that has lost its line ends leaves whole reports in one paragraph, with blanks where paragraphs began. runOn finds such
// paragraphs by the headings inside them and gives their parts back as paragraphs; everything else stays as it is.
func runOn(blocks []document.Block) []document.Block {
	var out []document.Block
	for i, b := range blocks {
		p, ok := b.(*document.Paragraph)
		parts := []string(nil)
		if ok && p.Level == 0 {
			parts = runOnParts(p.Text)
		}
		if len(parts) < 2 {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		if out == nil {
			out = append(out, blocks[:i]...)
		}
		for _, part := range parts {
			out = append(out, &document.Paragraph{Text: part})
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

var (
	// A heading between blanks: 一、总体情况 or （一）主动公开情况。 with no sentence in it.
	innerHeadPat = regexp.MustCompile(`(?:^|[\s\x{3000}\x{a0}]+)([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\s\x{3000}\x{a0}。，,；;]{2,40}(?:[。：:]|[\s\x{3000}\x{a0}]|$)`)
	runTitlePat  = regexp.MustCompile(`^(.{4,60}?年度?(?:工作)?(?:报告|年报))[\s\x{3000}\x{a0}]+`)
	runSignPat   = regexp.MustCompile(`[\s\x{3000}\x{a0}]+(\S{3,30})[\s\x{3000}\x{a0}]+([0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)\s*$`)
)

// runOnParts are the paragraphs of a paragraph with sections inside it; none where there are fewer than two of them.
func runOnParts(text string) []string {
	if utf8.RuneCountInString(text) < 60 {
		return nil
	}
	var heads [][]int
	sections := 0
	for from := 0; ; {
		h := innerHeadPat.FindStringSubmatchIndex(text[from:])
		if h == nil {
			break
		}
		for i := range h {
			h[i] += from
		}
		heads = append(heads, h)
		if strings.HasSuffix(text[h[2]:h[3]], "、") {
			sections++
		}
		// The blank behind one heading may be the one before the next.
		_, last := utf8.DecodeLastRuneInString(text[:h[1]])
		from = h[1] - last
	}
	if sections < 2 {
		return nil
	}
	var parts []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	at := 0
	if m := runTitlePat.FindStringSubmatch(text); m != nil {
		add(m[1])
		at = len(m[0])
	}
	sign := []string(nil)
	if m := runSignPat.FindStringSubmatchIndex(text); m != nil && m[0] > at {
		sign = []string{text[m[2]:m[3]], text[m[4]:m[5]]}
		text = text[:m[0]]
	}
	for _, h := range heads {
		if h[2] < at || h[1] > len(text) {
			continue
		}
		add(text[at:h[2]])
		at = h[2]
		// A section's name stands by itself; a run-in heading of a lower level goes on with its text.
		if strings.HasSuffix(text[h[2]:h[3]], "、") {
			add(text[h[2]:h[1]])
			at = h[1]
		}
	}
	add(text[at:])
	for _, s := range sign {
		add(s)
	}
	return parts
}
