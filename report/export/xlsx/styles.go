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
	// size is that of the text, in points. Where shrink is set, it gets smaller before a number does not fit; else lines break.
	size   int
	shrink bool
	// border draws thin lines around; open cells may be typed into on a protected sheet; total ones are computed.
	border, open, total bool
}

// Sizes of text, in points.
const bodySize, smallSize = 11, 9

func (b *book) style(s style) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	look := &excelize.Style{
		Font:       &excelize.Font{Family: b.options.Fonts.Song, Size: float64(s.size), Bold: s.bold},
		Alignment:  &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: !s.shrink, ShrinkToFit: s.shrink},
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
