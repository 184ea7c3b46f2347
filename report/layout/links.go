package layout

import (
	"regexp"
	"strings"
)

var addresses = regexp.MustCompile(`(?:https?://|www\.)[!-~]*[0-9A-Za-z/]|[0-9A-Za-z][0-9A-Za-z._+-]*@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*\.[A-Za-z]{2,}`)

// spans are the text of a node: one, or where it has addresses of pages or of mail, a part for each and for what is beside them.
func (l *layouter) spans(text string, s style, node int) []span {
	if text == "" {
		return nil
	}
	if !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "@") {
		return []span{{text: text, style: s, node: node}}
	}
	var spans []span
	from := 0
	for _, at := range addresses.FindAllStringIndex(text, -1) {
		if at[0] > from {
			spans = append(spans, span{text: text[from:at[0]], style: s, node: l.node(Node{Kind: KindSpan, Parent: node})})
		}
		address := text[at[0]:at[1]]
		spans = append(spans, span{text: address, style: s, node: l.node(Node{Kind: KindLink, Parent: node}), link: &Link{URI: uri(address)},
			anywhere: !strings.Contains(address, "@")})
		from = at[1]
	}
	if from == 0 {
		return []span{{text: text, style: s, node: node}}
	}
	if from < len(text) {
		spans = append(spans, span{text: text[from:], style: s, node: l.node(Node{Kind: KindSpan, Parent: node})})
	}
	return spans
}

// uri is an address in full.
func uri(address string) string {
	switch {
	case strings.HasPrefix(address, "http"):
		return address
	case strings.HasPrefix(address, "www."):
		return "http://" + address
	}
	return "mailto:" + address
}
