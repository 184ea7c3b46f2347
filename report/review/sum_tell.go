package review

import (
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// sumGeneral are classifiers of so many things that a part and its whole may be different ones.
var sumGeneral = map[string]bool{"个": true, "次": true, "项": true, "处": true}

// sumExceeds is the finding on a single part larger than its whole.
func sumExceeds(p *Part, whole, part *quantity.Quantity, exact bool) report.Finding {
	severity := report.SeverityError
	if !exact || sumGeneral[whole.Unit] {
		severity = report.SeverityWarning
	}
	f := p.Mark(codeSum, severity, part.Span.Start, part.Span.End,
		"其中一项是"+part.Span.Of(p.Text)+"，比总数"+whole.Span.Of(p.Text)+"还多。")
	f.Found = part.Span.Of(p.Text)
	f.Hint = "核对总数和这一项，改正写错的一个。"
	return f
}

// sumDiffers is the finding on a whole that its parts do not make up.
func sumDiffers(p *Part, whole *quantity.Quantity, sum sumParts, severity report.Severity) report.Finding {
	show := sumScale(whole.Digits.Of(p.Text))
	difference, word := sum.written-whole.Value, "多"
	if difference < 0 {
		difference, word = -difference, "少"
	}
	f := p.Mark(codeSum, severity, whole.Span.Start, whole.Span.End,
		"各项相加是 "+sumWritten(sum.of, show)+"="+show(sum.written)+"，比合计 "+show(whole.Value)+" "+word+" "+show(difference)+"。")
	f.Expected, f.Found = show(sum.written), show(whole.Value)
	f.Hint = "核对合计和各项，改正写错的数；分项有重复统计的，请在文中说明。"
	return f
}

// sumScale writes values the way a number is written: in 万 where that is.
func sumScale(written string) func(quantity.Value) string {
	for _, scale := range []struct {
		word string
		of   quantity.Value
	}{{"亿", 100_000_000}, {"万", 10_000}} {
		if strings.HasSuffix(written, scale.word) {
			return func(v quantity.Value) string { return (v / scale.of).String() + scale.word }
		}
	}
	return quantity.Value.String
}

// sumShown is how many addends a message shows in full.
const sumShown = 16

// sumWritten writes a sum out: 664+792+4.
func sumWritten(of []quantity.Quantity, show func(quantity.Value) string) string {
	var b strings.Builder
	for i := range of {
		switch {
		case i == sumShown-1 && len(of) > sumShown:
			b.WriteString("+…")
			continue
		case i >= sumShown && i < len(of)-1:
			continue
		case i > 0:
			b.WriteByte('+')
		}
		b.WriteString(show(of[i].Value))
	}
	return b.String()
}
