package xlsx

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// The kinds of lines on the cover sheet, in its first column; the second holds the text. The reader knows the same words
// (report/intake/xlsx/ours.go).
const (
	kindHead       = "项目"
	kindDraft      = "状态"
	kindNumber     = "文号"
	kindTitle      = "标题"
	kindAgency     = "机关"
	kindYear       = "年度"
	kindEdition    = "格式"
	kindPreface    = "前言"
	kindSection    = "章节"
	kindText       = "正文"
	kindTable      = "表格"
	kindNamed      = "附件说明"
	kindSignature  = "落款"
	kindDate       = "日期"
	kindClosing    = "附注"
	kindAttachment = "附件"
	kindHeading    = "附件标题"
	kindMore       = "接上"
	kindPicture    = "图" // its cell is empty, the picture stands over it
)

// maxText is how many UTF-16 units a cell holds; the library cuts what is longer without a word.
const maxText = 32767

// cover writes the sheet 报告: one line of the report a row, in reading order.
func (b *book) cover(r *report.Report, d *document.Document) error {
	c := coverSheet{book: b}
	c.line(kindHead, "内容")
	if b.options.Draft {
		c.line(kindDraft, document.DraftMark)
	}
	c.line(kindNumber, d.Number)
	c.line(kindTitle, d.Title)
	c.line(kindAgency, d.Agency)
	if r.Year > 0 {
		c.line(kindYear, fmt.Sprintf("%d年", r.Year))
	}
	if b.edition != nil {
		c.line(kindEdition, b.edition.Name+"（"+b.edition.Source+"）")
	}
	for _, s := range d.Sections {
		text := kindText
		if s.Key == report.PartPreface {
			text = kindPreface
		}
		c.line(kindSection, s.Heading)
		c.blocks(text, s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		c.line(kindNamed, l.Label+l.Number+l.Title)
	}
	c.line(kindSignature, d.Signature.Agency)
	c.line(kindDate, d.Signature.Date)
	c.blocks(kindClosing, d.Closing)
	for _, a := range d.Attachments {
		c.line(kindAttachment, a.Label)
		c.line(kindHeading, a.Heading)
		c.blocks(kindText, a.Blocks)
	}
	return c.write()
}

type coverSheet struct {
	*book
	lines []coverLine
}

type coverLine struct {
	kind, text string
	picture    *document.Picture
}

// line adds a line; an empty one is left out, one that is too long for a cell or too high for a row goes on in the next.
func (c *coverSheet) line(kind, text string) {
	for text = document.Printable(text); text != ""; kind = kindMore {
		head := firstLines(clip(text, maxText), halves(textWidth, bodySize)-2, maxLines)
		if next, _ := utf8.DecodeRuneInString(text[len(head):]); len(head) < len(text) && latin(next) {
			// An address stays whole, unless it is all that is left.
			head = cmp.Or(strings.TrimRightFunc(head, latin), head)
		}
		c.lines = append(c.lines, coverLine{kind: kind, text: head})
		text = text[len(head):]
	}
}

func (c *coverSheet) blocks(kind string, blocks []document.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *document.Paragraph:
			c.line(kind, block.Text)
		case *document.Table:
			c.line(kindTable, c.sheets[block])
		case *document.Picture:
			c.lines = append(c.lines, coverLine{kind: kindPicture, picture: block})
		}
	}
}

// Widths of the two columns, in digits of the usual size.
const kindWidth, textWidth = 10, paperWidth - 10

func (c *coverSheet) write() error {
	kind, err := c.style(style{size: bodySize, left: true, border: true, total: true})
	if err != nil {
		return err
	}
	text, err := c.style(style{size: bodySize, left: true, border: true, open: true})
	if err != nil {
		return err
	}
	strong, err := c.style(style{size: bodySize, left: true, border: true, open: true, bold: true})
	if err != nil {
		return err
	}
	if err := c.page(Cover); err != nil {
		return err
	}
	for i, l := range c.lines {
		switch l.kind {
		case kindTable:
			link := fmt.Sprintf("'%s'!A1", l.text)
			if err := c.file.SetCellHyperLink(Cover, address(i, 1), link, "Location"); err != nil {
				return err
			}
		case kindPicture:
			if err := c.picture(Cover, address(i, 1), l.picture); err != nil {
				return err
			}
		}
	}
	s, err := c.file.NewStreamWriter(Cover)
	if err != nil {
		return err
	}
	if err := cmp.Or(s.SetColWidth(1, 1, kindWidth), s.SetColWidth(2, 2, textWidth), c.heads(s, Cover, 1)); err != nil {
		return err
	}
	for i, l := range c.lines {
		look := text
		if strings.Contains(kindHead+kindTitle+kindSection+kindHeading, l.kind) {
			look = strong
		}
		values := []any{excelize.Cell{StyleID: kind, Value: l.kind}, excelize.Cell{StyleID: look, Value: l.text}}
		high := height(linesOf(l.text, halves(textWidth, bodySize)), bodySize)
		if l.picture != nil {
			high = pictureHeight(l.picture)
		}
		if err := s.SetRow(address(i, 0), values, excelize.RowOpts{Height: high}); err != nil {
			return err
		}
	}
	return s.Flush()
}
