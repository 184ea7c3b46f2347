package views

import (
	"strconv"
	"strings"

	"nianbao/report"
)

// upright is the number of rows from which on a group's label is written downwards beside its rows.
const upright = 12

func (c TableCell) header() bool {
	return c.Role == report.RoleTitle || c.Role == report.RoleHead || c.Role == report.RoleGroup || c.Role == report.RoleLabel
}

func (c TableCell) scope() string {
	switch {
	case c.Role == report.RoleLabel:
		return "row"
	case c.Role == report.RoleGroup || c.Role == report.RoleTitle:
		return "rowgroup"
	case c.ColumnSpan > 1:
		return "colgroup"
	}
	return "col"
}

// classes are the role, the column that a row label starts in, its depth, and whether it is written downwards.
func (c TableCell) classes() string {
	names := []string{string(c.Role)}
	switch c.Role {
	case report.RoleLabel, report.RoleGroup, report.RoleCorner:
		names = append(names, "at-"+strconv.Itoa(c.Column), "depth-"+strconv.Itoa(c.Level))
	}
	if c.Column == 0 {
		names = append(names, "first")
	}
	if c.Role == report.RoleGroup && c.RowSpan >= upright {
		names = append(names, "upright")
	}
	return strings.Join(names, " ")
}

// markWords say in words what the sign in a cell's corner means.
var markWords = map[string]string{"broken": "有错误", "doubted": "有提醒", "conflict": "两个人填得不一样"}

func orBlank(s string) string { return orElse(s, "空白") }
