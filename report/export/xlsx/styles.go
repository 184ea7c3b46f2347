package xlsx

import "github.com/xuri/excelize/v2"

// style is the look of a cell; one of each is made when the first cell needs it.
type style struct {
	// format is the number format, "" for the usual one.
	format string
	// left cells are set from the left, indent characters in; others stand in the middle.
	left   bool
	indent int
	bold   bool
	// border draws thin lines around; open cells may be typed into on a protected sheet; total ones are computed.
	border, open, total bool
}

const bodySize = 11

func (b *book) style(s style) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	look := &excelize.Style{
		Font:       &excelize.Font{Family: b.options.Fonts.Song, Size: bodySize, Bold: s.bold},
		Alignment:  &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: !s.open},
	}
	if s.left {
		look.Alignment.Horizontal, look.Alignment.Indent = "left", s.indent
	}
	if s.format != "" {
		look.CustomNumFmt = &s.format
	}
	if s.border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			look.Border = append(look.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	if s.total {
		look.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	}
	id, err := b.file.NewStyle(look)
	if err != nil {
		return 0, err
	}
	b.styles[s] = id
	return id, nil
}

// broken is the look of figures that break a relation.
var broken = &excelize.Style{
	Font: &excelize.Font{Color: "9C0006"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}},
}
