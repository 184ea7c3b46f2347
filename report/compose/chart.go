package compose

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// Measures of a chart in thousandths of a point: as wide as the text block, seven lines high.
const (
	chartWidth  = 442_200
	chartHeight = 202_650
	chartMargin = 24_000
	titleLine   = 18_000
	legendLine  = 40_000
	barsTop     = 66_000
	barsFoot    = chartHeight - 28_000
	yearLine    = chartHeight - 10_000
	widestBar   = 36_000
	titleSize   = 12_000
	labelSize   = 10_500
	leastSize   = 5_000
	thin        = 500
)

// grays fill the bars of the series; every bar has a black frame, so that they tell apart on a copy as well.
var grays = []uint8{64, 160, 230}

// chart draws a chart of the report; nil when the edition does not have it.
func (c composer) chart(chart *report.Chart) *document.Picture {
	if c.edition == nil {
		return nil
	}
	form := c.edition.Chart(chart.Key)
	if form == nil {
		return nil
	}
	years := append(slices.Clone(chart.Years), form.This(c.edition, c.report))
	d := drawing{&document.Picture{Key: form.Key, Width: chartWidth, Height: chartHeight, Alt: inWords(form, years)}}
	d.label(chartWidth/2, titleLine, titleSize, document.AnchorMiddle, form.Title)
	d.label(chartWidth-chartMargin, legendLine, labelSize, document.AnchorEnd, "单位："+form.Unit)
	d.legend(form)
	d.bars(form, years)
	return d.Picture
}

type drawing struct{ *document.Picture }

func (d drawing) label(x, y, size int, anchor document.Anchor, text string) {
	d.Labels = append(d.Labels, document.Label{X: x, Y: y, Size: size, Anchor: anchor, Text: text})
}

func (d drawing) box(x, y, width, height int, gray uint8) {
	d.Boxes = append(d.Boxes, document.Box{X: x, Y: y, Width: width, Height: height, Gray: gray})
}

// framed is a box with a thin black frame inside its edges.
func (d drawing) framed(x, y, width, height int, gray uint8) {
	d.box(x, y, width, height, 0)
	if width > 2*thin && height > 2*thin {
		d.box(x+thin, y+thin, width-2*thin, height-2*thin, gray)
	}
}

// legend says which gray is which series.
func (d drawing) legend(form *report.ChartForm) {
	if len(form.Series) < 2 {
		return
	}
	x := chartMargin
	for i, s := range form.Series {
		d.framed(x, legendLine-8_000, 8_000, 8_000, grays[i%len(grays)])
		d.label(x+12_000, legendLine, labelSize, document.AnchorStart, s.Label)
		x += 12_000 + textWidth(s.Label, labelSize) + 16_000
	}
}

// bars draws a group of bars a year, each with its figure over it, on one line.
func (d drawing) bars(form *report.ChartForm, years []report.ChartYear) {
	slot := (chartWidth - 2*chartMargin) / len(years) // of a year
	bar := min(slot*4/5/len(form.Series), widestBar)
	size, highest := labelSize, 0.0
	for _, y := range years {
		for _, v := range y.Values {
			highest = max(highest, number(v))
			if n := document.Width(v); n > 0 { // figures side by side must not touch
				size = max(min(size, 2*(bar-thin)/n), leastSize)
			}
		}
	}
	for i, y := range years {
		middle := chartMargin + i*slot + slot/2
		x := middle - bar*len(form.Series)/2
		for j, v := range y.Values {
			if v != "" {
				height := 0
				if highest > 0 {
					height = int(number(v) / highest * (barsFoot - barsTop))
				}
				d.framed(x+bar/10, barsFoot-height, bar-bar/5, height, grays[j%len(grays)])
				d.label(x+bar/2, barsFoot-height-3_000, size, document.AnchorMiddle, v)
			}
			x += bar
		}
		d.label(middle, yearLine, labelSize, document.AnchorMiddle, strconv.Itoa(y.Year)+"年")
	}
	d.box(chartMargin, barsFoot, chartWidth-2*chartMargin, thin, 0)
}

// inWords is what a chart shows, for those who do not see it.
func inWords(form *report.ChartForm, years []report.ChartYear) string {
	var b strings.Builder
	b.WriteString(form.Title + "（单位：" + form.Unit + "）。")
	for i, y := range years {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(strconv.Itoa(y.Year) + "年：")
		for j, s := range form.Series {
			if j > 0 {
				b.WriteString("，")
			}
			value := y.Values[j]
			if value == "" {
				value = "不详"
			}
			b.WriteString(s.Label + " " + value)
		}
	}
	b.WriteString("。")
	return b.String()
}

// number is a figure as a height; all figures of charts are numbers.
func number(v string) float64 {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return 0
	}
	return max(n, 0)
}

func textWidth(s string, size int) int { return document.Width(s) * size / 2 }
