package docx

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

// Addresses in paragraphs lead out of the file, each by a relation of its own, and look like the text; the text is what it was.
func TestLinks(t *testing.T) {
	const address = "https://www.example.gov.cn/?a=1&b=2"
	const heading, text = "（一）网址。", "见" + address + "，或写信到gk@example.gov.cn。"
	d := &document.Document{Title: address, Sections: []document.Section{{Heading: "一、" + address, Blocks: []document.Block{
		&document.Paragraph{Text: heading + text, Level: 2, HeadingEnd: len(heading)},
		&document.Table{Columns: 1, Rows: []document.Row{{Cells: []document.Cell{{Text: address, ColumnSpan: 1, RowSpan: 1}}}}},
		&document.Paragraph{Text: "www.example.gov.cn"}}}},
		Signature: document.Signature{Agency: address}}
	for range 2 { // the second one finds buffers of the first
		parts := unpack(t, write(t, d, document.Options{}))
		body, relations := parts["word/document.xml"], parts["word/_rels/document.xml.rels"]
		if got, want := attributes(t, body, "hyperlink", "id"), []string{"rLink1", "rLink2", "rLink3"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		for _, c := range []struct{ part, want string }{
			{body, `>见</w:t></w:r><w:hyperlink r:id="rLink1"><w:r><w:t xml:space="preserve">https://www.example.gov.cn/?a=1&amp;b=2</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve">，或`},
			{relations, `<Relationship Id="rLink1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.example.gov.cn/?a=1&amp;b=2" TargetMode="External"/>`},
			{relations, `Id="rLink2" Type="` + officeSpace + `relationships/hyperlink" Target="mailto:gk@example.gov.cn" TargetMode="External"/>`},
			{relations, `Target="http://www.example.gov.cn" TargetMode="External"/>`},
		} {
			if strings.Count(c.part, c.want) != 1 {
				t.Errorf("%s is not there", c.want)
			}
		}
		if n := strings.Count(relations, "TargetMode"); n != 3 {
			t.Errorf("%d links, want 3", n)
		}
	}
}
