package report

import (
	"slices"
	"strings"
)

// tableBuilder turns the shape of a table in a file into a Table, complaining with the line.
type tableBuilder struct {
	file  string
	spec  tableSpec
	table *Table
	byID  map[string]*Cell
	// rows and columns in reading order, to expand "each".
	rows, columns []name
}

func buildTable(file string, spec tableSpec) (*Table, error) {
	if !keyPat.MatchString(spec.Key.text) {
		return nil, complaint(file, max(spec.Key.line, 1), "有一张表缺少 key，或 key “%s” 不合规", spec.Key.text)
	}
	b := &tableBuilder{file: file, spec: spec, byID: map[string]*Cell{},
		table: &Table{Key: spec.Key.text, Name: spec.Name, Widths: spec.Widths, derived: map[string][]*Cell{}}}
	for _, step := range []func() error{b.blocks, b.sums, b.order, b.relations, b.equivalents} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if n := b.table.Columns(); len(b.table.Widths) != n {
		return nil, complaint(file, spec.Key.line, "表 %s 有 %d 列，widths 却给了 %d 个宽度", spec.Key.text, n, len(spec.Widths))
	}
	b.table.reach = b.table.reaches()
	return b.table, nil
}

func (b *tableBuilder) complain(line int, format string, args ...any) error {
	return complaint(b.file, line, format, args...)
}

func (b *tableBuilder) blocks() error {
	if len(b.spec.Blocks) == 0 {
		return b.complain(b.spec.Key.line, "表 %s 没有 blocks", b.spec.Key.text)
	}
	for _, bs := range b.spec.Blocks {
		block := TableBlock{Title: bs.Title, Corner: bs.Corner, UnitHeading: bs.Unit, GroupRows: bs.GroupRows, Dash: bs.Dash}
		var err error
		if block.Columns, err = b.columnTree(bs.Columns); err != nil {
			return err
		}
		if block.Rows, err = b.rowTree(bs.Rows, bs.GroupRows); err != nil {
			return err
		}
		if len(block.LeafColumns()) == 0 || len(block.LeafRows()) == 0 {
			return b.complain(b.spec.Key.line, "表 %s 有一块没有行或没有列", b.spec.Key.text)
		}
		b.table.Blocks = append(b.table.Blocks, block)
		if err := b.cells(block); err != nil {
			return err
		}
	}
	return nil
}

func (b *tableBuilder) columnTree(specs []columnSpec) ([]Column, error) {
	var out []Column
	for _, cs := range specs {
		children, err := b.columnTree(cs.Columns)
		if err != nil {
			return nil, err
		}
		if len(children) == 0 {
			if !keyPat.MatchString(cs.Key.text) {
				return nil, b.complain(max(cs.Key.line, cs.Label.line), "列“%s”缺少 key，或 key “%s” 不合规", cs.Label.text, cs.Key.text)
			}
			b.columns = append(b.columns, cs.Key)
		} else if cs.Key.text != "" {
			return nil, b.complain(cs.Key.line, "列组“%s”不能有 key", cs.Label.text)
		}
		out = append(out, Column{Key: cs.Key.text, Label: cs.Label.text, Name: cs.Name, Unit: cs.Unit, PrintUnit: cs.PrintUnit,
			Means: cs.Means, Kind: cs.Kind, Columns: children})
	}
	return out, nil
}

func (b *tableBuilder) rowTree(specs []rowSpec, groupRows bool) ([]Row, error) {
	var out []Row
	for _, rs := range specs {
		if rs.Key.text != "" {
			if !keyPat.MatchString(rs.Key.text) {
				return nil, b.complain(rs.Key.line, "行“%s”的 key “%s” 不合规", rs.Label.text, rs.Key.text)
			}
			if slices.ContainsFunc(b.rows, func(n name) bool { return n.text == rs.Key.text }) {
				return nil, b.complain(rs.Key.line, "行 %s 出现了两次", rs.Key.text)
			}
			b.rows = append(b.rows, rs.Key)
		}
		children, err := b.rowTree(rs.Rows, groupRows)
		if err != nil {
			return nil, err
		}
		switch {
		case len(children) == 0 && rs.Key.text == "":
			return nil, b.complain(rs.Label.line, "行“%s”缺少 key", rs.Label.text)
		case len(children) > 0 && rs.Key.text != "" && !groupRows:
			return nil, b.complain(rs.Key.line, "行组“%s”不能有 key", rs.Label.text)
		case rs.Number != "" && numbering[rs.Number] == nil:
			return nil, b.complain(rs.Label.line, "行“%s”的编号样式 %s 不认识", rs.Label.text, rs.Number)
		}
		out = append(out, Row{Key: rs.Key.text, Label: rs.Label.text, Name: rs.Name, Unit: rs.Unit, Means: rs.Means, Kind: rs.Kind,
			Number: rs.Number, Optional: rs.Optional, Rows: children})
	}
	return out, nil
}

func (b *tableBuilder) cells(block TableBlock) error {
	for _, r := range block.LeafRows() {
		for _, c := range block.LeafColumns() {
			cell := &Cell{ID: b.table.Key + "." + r.Key + "." + c.Key, Table: b.table.Key, Row: r.Key, Column: c.Key,
				Kind: firstOf(r.Kind, c.Kind, b.spec.Kind), Unit: firstOf(r.Unit, c.Unit), PrintUnit: c.PrintUnit, Optional: r.Optional,
				RowName: firstOf(r.Name, r.Label), ColumnName: firstOf(c.Name, c.Label), index: len(b.table.Cells)}
			if !slices.Contains([]Kind{KindCount, KindChange, KindAmount}, cell.Kind) {
				return b.complain(b.spec.Key.line, "%s 的 kind “%s” 不认识", cell.ID, cell.Kind)
			}
			if b.byID[cell.ID] != nil {
				return b.complain(b.spec.Key.line, "%s 定义了两次", cell.ID)
			}
			switch {
			case r.Means != "" && c.Means != "":
				cell.Means = r.Means + "." + c.Means
			default:
				cell.Means = r.Means + c.Means
			}
			b.byID[cell.ID] = cell
			b.table.Cells = append(b.table.Cells, cell)
		}
	}
	return nil
}

func firstOf[T ~string](values ...T) T {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// expand calls f for each place of "each": every column, every row, or once.
func (b *tableBuilder) expand(each string, line int, f func(place name) error) error {
	var places []name
	switch each {
	case "column":
		places = b.columns
	case "row":
		places = b.rows
	case "":
		places = []name{{line: line}}
	default:
		return b.complain(line, "each 只能是 row 或 column，不能是 %s", each)
	}
	seen := map[string]bool{}
	for _, p := range places {
		if seen[p.text] {
			continue
		}
		seen[p.text] = true
		if err := f(p); err != nil {
			return err
		}
	}
	return nil
}

// find resolves a key at a place; nil without an error when this row or column simply has no such cell.
func (b *tableBuilder) find(each string, place name, key name) (*Cell, error) {
	var id string
	known := b.rows
	switch each {
	case "column":
		id = b.table.Key + "." + key.text + "." + place.text
	case "row":
		id, known = b.table.Key+"."+place.text+"."+key.text, b.columns
	default:
		id = b.table.Key + "." + key.text
		if b.byID[id] == nil {
			return nil, b.complain(key.line, "表 %s 没有 %s 这一格", b.table.Key, key.text)
		}
	}
	if each != "" && !slices.ContainsFunc(known, func(n name) bool { return n.text == key.text }) {
		return nil, b.complain(key.line, "表 %s 没有 %s 这一行或列", b.table.Key, key.text)
	}
	return b.byID[id], nil
}

func (b *tableBuilder) sums() error {
	for _, ss := range b.spec.Sums {
		if ss.Code.text == "" {
			return b.complain(max(ss.Total.line, b.spec.Key.line), "表 %s 有一个合计缺少 code", b.table.Key)
		}
		err := b.expand(ss.Each, ss.Code.line, func(place name) error {
			total, err := b.find(ss.Each, place, ss.Total)
			if err != nil || total == nil {
				return err
			}
			sum := Sum{Code: ss.Code.text, Cell: total, Check: total.Computed,
				Message: placeNames(ss.Message, ss.Each, total), Hint: placeNames(ss.Hint, ss.Each, total)}
			for _, of := range ss.Of {
				c, err := b.find(ss.Each, place, of)
				if err != nil {
					return err
				}
				if c == nil {
					return b.complain(of.line, "合计 %s 的加数 %s 在 %s 里没有", total.ID, of.text, place.text)
				}
				sum.Of = append(sum.Of, c)
			}
			total.Computed = true
			b.table.Sums = append(b.table.Sums, sum)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// order puts the sums so that each comes after those it builds on, and refuses a cycle.
func (b *tableBuilder) order() error {
	byCell := map[*Cell]Sum{}
	for _, s := range b.table.Sums {
		if !s.Check {
			byCell[s.Cell] = s
		}
	}
	const working, done = 1, 2
	state := map[*Cell]int{}
	var ordered []Sum
	var visit func(c *Cell) error
	visit = func(c *Cell) error {
		s, computed := byCell[c]
		if !computed || state[c] == done {
			return nil
		}
		if state[c] == working {
			i := slices.IndexFunc(b.spec.Sums, func(ss sumSpec) bool { return ss.Code.text == s.Code })
			return b.complain(b.spec.Sums[i].Code.line, "合计 %s 绕了一圈又用到自己", c.ID)
		}
		state[c] = working
		for _, of := range s.Of {
			if err := visit(of); err != nil {
				return err
			}
		}
		state[c] = done
		ordered = append(ordered, s)
		return nil
	}
	for _, s := range b.table.Sums {
		if err := visit(s.Cell); err != nil {
			return err
		}
	}
	for _, s := range b.table.Sums {
		if s.Check {
			ordered = append(ordered, s)
		}
	}
	b.table.Sums = ordered
	return nil
}

func (b *tableBuilder) relations() error {
	for _, rs := range b.spec.Relations {
		if rs.Code.text == "" {
			return b.complain(b.spec.Key.line, "表 %s 有一个关系缺少 code", b.table.Key)
		}
		if rs.Op != Equal && rs.Op != AtMost {
			return b.complain(rs.Code.line, "关系 %s 的 op 只能是 = 或 <=，不能是“%s”", rs.Code.text, rs.Op)
		}
		if severityRank[rs.Severity] == 0 && rs.Severity != SeverityError {
			return b.complain(rs.Code.line, "关系 %s 的 severity “%s” 不认识", rs.Code.text, rs.Severity)
		}
		if rs.Message == "" || len(rs.Left) == 0 || len(rs.Right) == 0 {
			return b.complain(rs.Code.line, "关系 %s 缺少 left、right 或 message", rs.Code.text)
		}
		subjects := rs.For
		if len(subjects) == 0 {
			subjects = []name{{}}
		}
		before := len(b.table.Relations)
		for _, subject := range subjects {
			err := b.expand(rs.Each, rs.Code.line, func(place name) error { return b.relation(rs, subject, place) })
			if err != nil {
				return err
			}
		}
		if len(b.table.Relations) == before {
			return b.complain(rs.Code.line, "关系 %s 在表 %s 里没有一处用得上", rs.Code.text, b.table.Key)
		}
	}
	for i, r := range b.table.Relations {
		for _, id := range r.Unless {
			if !slices.ContainsFunc(b.table.Relations[:i], func(o Relation) bool { return o.ID == id }) {
				return b.complain(b.spec.Key.line, "关系 %s 的 unless 要指向写在它前面的关系，找不到 %s", r.ID, id)
			}
		}
	}
	return nil
}

// relation adds one relation; none where this row or column lacks a cell of it.
func (b *tableBuilder) relation(rs relationSpec, subject, place name) error {
	side := func(names []name) (terms []Term, complete bool, err error) {
		for _, n := range names {
			if n.text == "$" {
				n = subject
			}
			t := Term{}
			n.text, t.Minus = strings.CutPrefix(n.text, "-")
			n.text, t.Last = strings.CutPrefix(n.text, "last:")
			if t.Cell, err = b.find(rs.Each, place, n); err != nil || t.Cell == nil {
				return nil, false, err
			}
			terms = append(terms, t)
		}
		return terms, true, nil
	}
	left, ok, err := side(rs.Left)
	if err != nil || !ok {
		return err
	}
	right, ok, err := side(rs.Right)
	if err != nil || !ok {
		return err
	}
	where := strings.Trim(subject.text+"."+place.text, ".")
	r := Relation{ID: rs.Code.text + "@" + b.table.Key + "." + where, Code: rs.Code.text, Severity: rs.Severity, Softens: rs.Softens, Op: rs.Op,
		Left: left, Right: right, Needs: rs.Needs}
	if rs.Each == "column" && len(b.columns) > 1 {
		r.Column = place.text
	}
	for _, u := range rs.Unless {
		r.Unless = append(r.Unless, u.text+"@"+b.table.Key+"."+where)
	}
	for _, s := range []struct {
		to   *string
		from string
	}{{&r.Equation, rs.Equation}, {&r.Message, rs.Message}, {&r.Hint, rs.Hint}} {
		*s.to = placeNames(s.from, rs.Each, left[0].Cell)
	}
	if slices.ContainsFunc(b.table.Relations, func(o Relation) bool { return o.ID == r.ID }) {
		return b.complain(rs.Code.line, "关系 %s 重复了", r.ID)
	}
	b.table.Relations = append(b.table.Relations, r)
	return nil
}

// placeNames fills {row} and {column} with the names of a cell.
func placeNames(form, each string, c *Cell) string {
	return strings.NewReplacer("{row}", c.RowName, "{column}", c.ColumnName).Replace(form)
}

func (b *tableBuilder) equivalents() error {
	for _, es := range b.spec.Equivalents {
		err := b.expand(es.Each, b.spec.Key.line, func(place name) error {
			var cells []*Cell
			for _, n := range es.Sum {
				c, err := b.find(es.Each, place, n)
				if err != nil || c == nil {
					return err
				}
				cells = append(cells, c)
			}
			means := es.Means
			if suffix, ok := strings.CutPrefix(cells[0].Means, b.rowMeans(cells[0].Row)); ok {
				means += suffix
			}
			b.table.derived[means] = cells
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// rowMeans is the meaning of a row by its key.
func (b *tableBuilder) rowMeans(key string) string {
	for _, block := range b.table.Blocks {
		for _, r := range block.LeafRows() {
			if r.Key == key {
				return r.Means
			}
		}
	}
	return ""
}

// LeafColumns are the columns of figures, left to right.
func (b TableBlock) LeafColumns() []Column { return leafColumns(b.Columns) }

func leafColumns(cs []Column) (out []Column) {
	for _, c := range cs {
		if len(c.Columns) == 0 {
			out = append(out, c)
		}
		out = append(out, leafColumns(c.Columns)...)
	}
	return out
}

// LeafRows are the rows of figures, top to bottom.
func (b TableBlock) LeafRows() []Row { return leafRows(b.Rows) }

func leafRows(rs []Row) (out []Row) {
	for _, r := range rs {
		if r.Key != "" {
			out = append(out, r)
		}
		out = append(out, leafRows(r.Rows)...)
	}
	return out
}

// OptionalRows lists the keys of the rows that a report may switch on.
func (t *Table) OptionalRows() []string {
	keys := map[string]bool{}
	var out []string
	for _, c := range t.Cells {
		if c.Optional && !keys[c.Row] {
			keys[c.Row] = true
			out = append(out, c.Row)
		}
	}
	return out
}
