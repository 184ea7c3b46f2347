package pdf

import (
	"nianbao/report/layout"
)

// bookmark is an item of the outline (ISO 32000-1, 12.3.3).
type bookmark struct {
	node, level                     int
	parent, prev, next, first, last int // indexes of the list, or none
	children                        int
}

const none = -1

// bookmarks are the outline: the title, then the headings, each below the last one of a lower level.
func bookmarks(nodes []layout.Node) []bookmark {
	var list []bookmark
	last := none // of the top level
	for i, n := range nodes {
		if n.Title == "" || n.Kind != layout.KindTitle && n.Kind != layout.KindHeading {
			continue
		}
		b := bookmark{node: i, level: max(n.Level, 1), parent: len(list) - 1, prev: none, next: none, first: none, last: none}
		if n.Kind == layout.KindTitle {
			b.level = 1
		}
		for b.parent != none && list[b.parent].level >= b.level {
			b.parent = list[b.parent].parent
		}
		siblings := &last
		if b.parent != none {
			above := &list[b.parent]
			above.children++
			if above.first == none {
				above.first = len(list)
			}
			siblings = &above.last
		}
		if b.prev = *siblings; b.prev != none {
			list[b.prev].next = len(list)
		}
		*siblings = len(list)
		list = append(list, b)
	}
	return list
}

// writeOutline writes the outline and is its entry in the catalog; "" where there is nothing to go to. What lies below the first
// level is folded.
func writeOutline(f *file, p *layout.Pages, page0 ref) string {
	list := bookmarks(p.Nodes)
	if len(list) == 0 {
		return ""
	}
	root := f.reserve(1 + len(list))
	item := func(i int) ref { return root + 1 + ref(i) }
	top, last := 0, 0
	for i, b := range list {
		if b.parent == none {
			top, last = top+1, i
		}
		c := &code{}
		for _, e := range []struct {
			key string
			to  int
		}{{"/Prev ", b.prev}, {"/Next ", b.next}, {"/First ", b.first}, {"/Last ", b.last}} {
			if e.to != none {
				c.raw(e.key).ref(item(e.to))
			}
		}
		if b.children > 0 {
			c.raw("/Count ").int(-b.children)
		}
		f.object(item(i), "<</Title%s/Parent %v/Dest%s%s>>", text(p.Nodes[b.node].Title), item(b.parent), destination(p, p.Nodes[b.node], page0), *c)
	}
	f.object(root, "<</Type/Outlines/First %v/Last %v/Count %d>>", item(0), item(last), top)
	return "/Outlines " + root.String()
}
