package pdf

import (
	"strconv"

	"nianbao/report/layout"
)

// tree is the structure of the document (ISO 32000-1, 14.7): an element for each node, which knows what is its own on the pages.
// Elements come in the order of the nodes.
type tree struct {
	file  *file
	nodes []layout.Node
	// document is the element over all, first that of node 0.
	document, first ref
	kids            [][]kid
	top             []kid
	// marked are the nodes of the pages' marked content, by page; links those of the annotations.
	marked [][]int
	links  []int
	// shift is what is added to the level of a heading: the title is H1.
	shift int
}

// kid is one thing that belongs to an element: another element, marked content, or an annotation.
type kid struct {
	element, annotation ref
	page, mcid          int
}

func newTree(f *file, p *layout.Pages) *tree {
	t := &tree{file: f, nodes: p.Nodes, kids: make([][]kid, len(p.Nodes)), marked: make([][]int, len(p.Pages))}
	t.document, t.first = f.reserve(1), f.reserve(len(p.Nodes))
	for i, n := range p.Nodes {
		if n.Kind == layout.KindTitle {
			t.shift = 1
		}
		siblings := &t.top
		if n.Parent >= 0 {
			siblings = &t.kids[n.Parent]
		}
		*siblings = append(*siblings, kid{element: t.first + ref(i)})
	}
	return t
}

// mark is the number of a new piece of marked content of a node on a page.
func (t *tree) mark(page, node int) (mcid int) {
	mcid = len(t.marked[page])
	t.marked[page] = append(t.marked[page], node)
	t.kids[node] = append(t.kids[node], kid{page: page, mcid: mcid})
	return mcid
}

// begin begins a piece of a node on a page (14.7.4.2).
func (t *tree) begin(page, node int) string {
	return string(*new(code).raw("/").raw(t.role(node)).raw("<</MCID ").int(t.mark(page, node)).raw(">>BDC\n"))
}

// link gives an annotation to a node and is the key of the annotation in the parent tree.
func (t *tree) link(page, node int, annotation ref) (key int) {
	t.kids[node] = append(t.kids[node], kid{page: page, annotation: annotation})
	t.links = append(t.links, node)
	return len(t.marked) + len(t.links) - 1
}

// role is the standard type of a node (14.8.4).
func (t *tree) role(node int) string {
	switch n := t.nodes[node]; n.Kind {
	case layout.KindSection:
		return "Sect"
	case layout.KindTitle:
		return "H1"
	case layout.KindHeading:
		return "H" + strconv.Itoa(min(max(n.Level+t.shift, 1), 6))
	case layout.KindLink:
		return "Link"
	case layout.KindTable:
		return "Table"
	case layout.KindTableHead:
		return "THead"
	case layout.KindTableBody:
		return "TBody"
	case layout.KindRow:
		return "TR"
	case layout.KindHeadCell:
		return "TH"
	case layout.KindCell:
		return "TD"
	case layout.KindFigure:
		return "Figure"
	case layout.KindSpan:
		return "Span"
	}
	return "P"
}

// write writes the elements and the parent tree and is the root of the structure. page0 is the first page.
func (t *tree) write(page0 ref) ref {
	root, parents := t.file.reserve(1), t.file.reserve(1)
	var c code
	for i, n := range t.nodes {
		c = c[:0]
		c.raw("<</S/").raw(t.role(i)).raw("/P ")
		if n.Parent < 0 {
			c.ref(t.document)
		} else {
			c.ref(t.first + ref(n.Parent))
		}
		appendKids(&c, t.kids[i], page0)
		appendAttributes(&c, n)
		t.file.object(t.first+ref(i), "%s>>", c)
	}
	c = c[:0]
	appendKids(&c, t.top, page0)
	t.file.object(t.document, "<</S/Document/P %v%s>>", root, c)
	t.file.object(parents, "<</Nums[%s]>>", t.parents())
	t.file.object(root, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d>>", t.document, parents, len(t.marked)+len(t.links))
	return root
}

// appendKids appends what belongs to an element; pieces on its first page by their number alone.
func appendKids(c *code, kids []kid, page0 ref) {
	page := -1
	for _, k := range kids {
		if k.element == 0 {
			page = k.page
			c.raw("/Pg ").ref(page0 + ref(page))
			break
		}
	}
	if len(kids) == 0 {
		return
	}
	c.raw("/K[")
	for i, k := range kids {
		if i > 0 {
			c.raw(" ")
		}
		switch {
		case k.element != 0:
			c.ref(k.element)
		case k.annotation != 0:
			c.raw("<</Type/OBJR/Pg ").ref(page0 + ref(k.page)).raw("/Obj ").ref(k.annotation).raw(">>")
		case k.page == page:
			c.int(k.mcid)
		default:
			c.raw("<</Type/MCR/Pg ").ref(page0 + ref(k.page)).raw("/MCID ").int(k.mcid).raw(">>")
		}
	}
	c.raw("]")
}

// appendAttributes appends what an element says of itself: a table its name, a cell what it heads and how far it reaches
// (14.8.5.7), a picture what it shows (14.9.3).
func appendAttributes(c *code, n layout.Node) {
	switch n.Kind {
	case layout.KindTable:
		if n.Title != "" {
			c.raw("/T").text(n.Title)
		}
	case layout.KindFigure:
		c.raw("/Alt").text(n.Title)
	case layout.KindCell, layout.KindHeadCell:
		if a := cellAttributes(n); len(a) > 0 {
			c.raw("/A<</O/Table").raw(string(a)).raw(">>")
		}
	}
}

func cellAttributes(n layout.Node) (a code) {
	switch n.Scope {
	case layout.ScopeColumn:
		a.raw("/Scope/Column")
	case layout.ScopeRow:
		a.raw("/Scope/Row")
	}
	if n.ColumnSpan > 1 {
		a.raw("/ColSpan ").int(n.ColumnSpan)
	}
	if n.RowSpan > 1 {
		a.raw("/RowSpan ").int(n.RowSpan)
	}
	return a
}

// parents say for each page whose its marked content is, and for each annotation whose that is.
func (t *tree) parents() code {
	var nums code
	for page, nodes := range t.marked {
		nums.int(page).raw("[")
		for _, node := range nodes {
			nums.ref(t.first + ref(node)).raw(" ")
		}
		nums.raw("]")
	}
	for i, node := range t.links {
		nums.int(len(t.marked) + i).raw(" ").ref(t.first + ref(node)).raw(" ")
	}
	return nums
}
