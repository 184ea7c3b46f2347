package layout

import (
	"strings"

	"nianbao/report/document"
)

// spans are the text of a node: one, or where it has addresses of pages or of mail, a part for each and for what is beside them.
func (l *layouter) spans(text string, s style, node int) []span {
	if text == "" {
		return nil
	}
	links := document.Links(text)
	if links == nil {
		return []span{{text: text, style: s, node: node}}
	}
	var spans []span
	from := 0
	for _, link := range links {
		if link.From > from {
			spans = append(spans, span{text: text[from:link.From], style: s, node: l.node(Node{Kind: KindSpan, Parent: node})})
		}
		spans = append(spans, span{text: text[link.From:link.To], style: s, node: l.node(Node{Kind: KindLink, Parent: node}), link: &Link{URI: link.URI},
			anywhere: !strings.HasPrefix(link.URI, "mailto:")})
		from = link.To
	}
	if from < len(text) {
		spans = append(spans, span{text: text[from:], style: s, node: l.node(Node{Kind: KindSpan, Parent: node})})
	}
	return spans
}
