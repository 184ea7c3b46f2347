package xlsx

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// paperWidth is how many digits of the usual size stand side by side in the text block of A4, 156 mm: what is that wide is printed as
// large as it is.
const paperWidth = 76

// inches is a length as the format counts margins.
func inches(millimetres float64) *float64 {
	length := millimetres / 25.4
	return &length
}

// page sets what a sheet looks like on paper: A4 with the margins of GB/T 9704, its width on one page, the report's title and its own
// name above, the page's number below.
func (b *book) page(name string) error {
	const a4 = 9
	orientation, size, width, height, fit, centred := "portrait", a4, 1, 0, true, true
	header := "&C" + inHeader(b.title) + "\n" + inHeader(name)
	if b.options.Draft {
		header += "&R" + document.DraftMark
	}
	number := `&"` + strings.ReplaceAll(b.options.Fonts.Song, `"`, "") + `,Regular"&14— &P —`
	return cmp.Or(
		b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height}),
		b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Top: inches(37), Bottom: inches(35), Left: inches(28), Right: inches(26),
			Header: inches(22), Footer: inches(22), Horizontally: &centred}),
		b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{DifferentOddEven: true, OddHeader: header, EvenHeader: header,
			OddFooter: "&R" + number + "　", EvenFooter: "&L" + "　" + number}))
}

// inHeader makes a text part of a header, in which & begins a code. A header holds 255 characters; two such texts fit.
func inHeader(text string) string { return strings.ReplaceAll(clip(text, 60), "&", "&&") }

// heads lets the first rows stay in sight, and repeats them on each printed page.
func (b *book) heads(w *excelize.StreamWriter, name string, rows int) error {
	return cmp.Or(
		w.SetPanes(&excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: address(rows, 0), ActivePane: "bottomLeft"}),
		b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$%d", name, rows), Scope: name}))
}

// height is how high a row of so many lines is, in points, in a font with tall lines. Excel works it out where cells are not merged,
// other programs do not.
func height(lines, size int) float64 { return min(float64(lines*size)*1.45+2, excelize.MaxRowHeight) }

// maxLines is how many lines of the usual size the highest row holds.
const maxLines = 25

// halves is how many half characters of a size stand side by side in a column of a width in digits of the usual size. Half a digit
// stays free.
func halves(width float64, size int) int { return max(int((width-0.5)*bodySize/float64(size)), 4) }

// linesOf estimates over how many lines of a width in half characters a text breaks. Where it breaks, punctuation that may not begin a
// line takes a character along.
func linesOf(text string, width int) int {
	if len(firstLines(text, width, 1)) == len(text) && !strings.HasSuffix(text, "\n") {
		return 1
	}
	lines := 0
	for ; text != ""; lines++ {
		text = text[len(firstLines(text, width-2, 1)):]
	}
	return max(lines, 1)
}

// firstLines is the beginning of a text that fits into so many lines of a width in half characters, as far as can be estimated.
func firstLines(text string, width, lines int) string {
	used := 0
	for i := 0; i < len(text); {
		size, n := piece(text[i:], width*4/5)
		if used+n > width && used > 0 {
			lines, used = lines-1, 0
		}
		if lines == 0 {
			return text[:i]
		}
		i += size
		if used += n; text[i-1] == '\n' {
			lines, used = lines-1, 0
			if lines == 0 {
				return text[:i]
			}
		}
	}
	return text
}

// piece is how many bytes of a text stay on one line, and how wide they are: a Chinese character; a word, a number or an address whole.
// Of what is wider than most it is only a part, because every program breaks a long address at other places.
func piece(text string, most int) (size, width int) {
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		w := document.Width(string(r))
		if r >= 'A' && r <= 'Z' || r == 'm' || r == 'w' || r == '@' || r == '%' { // wider than a digit in most fonts
			w = 2
		}
		if size > 0 && (!latin(r) || width+w > most) {
			break
		}
		size, width = size+n, width+w
		if !latin(r) {
			break
		}
	}
	return size, width
}

// latin reports whether a character makes words with those beside it.
func latin(r rune) bool { return r > ' ' && r < 0x100 }
