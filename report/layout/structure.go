package layout

// nowhere is the page of a node of which nothing has been set yet.
const nowhere = -1

// node adds a node of the structure.
func (l *layouter) node(n Node) int {
	n.Page = nowhere
	l.pages.Nodes = append(l.pages.Nodes, n)
	return len(l.pages.Nodes) - 1
}

// stands tells a node, and what it is part of, where it stands, unless it stands somewhere already.
func (l *layouter) stands(node, page int, top Length) {
	for node >= 0 && l.pages.Nodes[node].Page == nowhere {
		l.pages.Nodes[node].Page, l.pages.Nodes[node].Top = page, top
		node = l.pages.Nodes[node].Parent
	}
}

// finish gives a place to what has no text, that of what stands before it, and its target to each link inside the document.
func (l *layouter) finish() {
	page, top := 0, Length(0)
	for i := range l.pages.Nodes {
		n := &l.pages.Nodes[i]
		if n.Page == nowhere {
			n.Page, n.Top = page, top
		}
		page, top = n.Page, n.Top
	}
	for i := range l.pages.Pages {
		for j := range l.pages.Pages[i].Links {
			if link := &l.pages.Pages[i].Links[j]; link.URI == "" {
				link.Target = l.attachments[link.Target]
			}
		}
	}
}
