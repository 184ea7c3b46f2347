package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The wire shapes of Report JSON (docs/report.schema.json). text and tables are derived from the blocks and always written.
type (
	reportJSON struct {
		Edition     string           `json:"edition"`
		Year        *int             `json:"year"`
		Agency      string           `json:"agency"`
		Number      string           `json:"number"`
		Title       string           `json:"title"`
		Preface     string           `json:"preface"`
		Sections    []sectionJSON    `json:"sections"`
		Figures     Figures          `json:"figures"`
		Signature   Signature        `json:"signature"`
		Closing     string           `json:"closing"`
		Published   string           `json:"published"`
		Attachments []attachmentJSON `json:"attachments"`
		Notes       []Note           `json:"notes"`
	}
	sectionJSON struct {
		Key     string    `json:"key"`
		Heading string    `json:"heading"`
		Blocks  []Block   `json:"blocks"`
		Text    *string   `json:"text"`
		Tables  *[]string `json:"tables"`
	}
	attachmentJSON struct {
		Label   string    `json:"label"`
		Title   string    `json:"title"`
		Heading string    `json:"heading"`
		Blocks  []Block   `json:"blocks"`
		Text    *string   `json:"text"`
		Tables  *[]string `json:"tables"`
	}
	blockJSON struct {
		Text  *string     `json:"text,omitempty"`
		Table *string     `json:"table,omitempty"`
		Grid  *[][]string `json:"grid,omitempty"`
		Chart *Chart      `json:"chart,omitempty"`
	}
)

// MarshalJSON writes a block as the one thing that it is.
func (b Block) MarshalJSON() ([]byte, error) {
	switch {
	case b.Grid != nil:
		return marshal(blockJSON{Grid: &b.Grid})
	case b.Chart != nil:
		return marshal(blockJSON{Chart: b.Chart})
	case b.Table != "":
		return marshal(blockJSON{Table: &b.Table})
	default:
		return marshal(blockJSON{Text: &b.Text})
	}
}

// UnmarshalJSON refuses a block that is not exactly one thing.
func (b *Block) UnmarshalJSON(data []byte) error {
	var w blockJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	things := 0
	for _, there := range []bool{w.Text != nil, w.Table != nil, w.Grid != nil, w.Chart != nil} {
		if there {
			things++
		}
	}
	if things != 1 {
		return errors.New("a block is exactly one of text, table, grid, chart")
	}
	*b = Block{Chart: w.Chart}
	switch {
	case w.Text != nil:
		b.Text = *w.Text
	case w.Table != nil:
		b.Table = *w.Table
	case w.Grid != nil:
		b.Grid = *w.Grid
	}
	return nil
}

// MarshalJSON writes Report JSON (contract.md).
func (r Report) MarshalJSON() ([]byte, error) {
	w := reportJSON{Edition: r.Edition, Agency: r.Agency, Number: r.Number, Title: r.Title, Preface: r.Preface, Sections: []sectionJSON{},
		Figures: r.Figures, Signature: r.Signature, Closing: r.Closing, Published: r.Published, Attachments: []attachmentJSON{}, Notes: r.Notes}
	if r.Year != 0 {
		w.Year = &r.Year
	}
	if w.Figures == nil {
		w.Figures = Figures{}
	}
	if w.Notes == nil {
		w.Notes = []Note{}
	}
	for _, s := range r.Sections {
		text, tables := TextOf(s.Blocks), TablesOf(s.Blocks)
		w.Sections = append(w.Sections, sectionJSON{s.Key, s.Heading, nonNil(s.Blocks), &text, &tables})
	}
	for _, a := range r.Attachments {
		text, tables := TextOf(a.Blocks), TablesOf(a.Blocks)
		w.Attachments = append(w.Attachments, attachmentJSON{a.Label, a.Title, a.Heading, nonNil(a.Blocks), &text, &tables})
	}
	return marshal(w)
}

// UnmarshalJSON reads Report JSON. Unknown keys are refused with their path; a section may have text and tables instead of
// blocks. Attachments get their keys by their order.
func (r *Report) UnmarshalJSON(data []byte) error {
	if problem := misshapen(data); problem != "" {
		return Errorf(Invalid, "%s", problem)
	}
	var w reportJSON
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*r = Report{Edition: w.Edition, Agency: w.Agency, Number: w.Number, Title: w.Title, Preface: w.Preface, Figures: w.Figures,
		Signature: w.Signature, Closing: w.Closing, Published: w.Published, Notes: w.Notes}
	if w.Year != nil {
		r.Year = *w.Year
	}
	for i, s := range w.Sections {
		blocks, err := blocksOf(s.Blocks, s.Text, s.Tables, fmt.Sprintf("sections[%d]", i))
		if err != nil {
			return err
		}
		r.Sections = append(r.Sections, Section{Key: s.Key, Heading: s.Heading, Blocks: blocks})
	}
	for i, a := range w.Attachments {
		blocks, err := blocksOf(a.Blocks, a.Text, a.Tables, fmt.Sprintf("attachments[%d]", i))
		if err != nil {
			return err
		}
		r.Attachments = append(r.Attachments, Attachment{Key: AttachmentKey(i + 1), Label: a.Label, Title: a.Title, Heading: a.Heading, Blocks: blocks})
	}
	return nil
}

// AttachmentKey names the n-th attachment, from 1.
func AttachmentKey(n int) string { return "attachment_" + itoa(n) }

// blocksOf are the blocks of a section, or what text and tables say instead. Where both stand they must agree: what is derived is
// never dropped silently.
func blocksOf(blocks []Block, text *string, tables *[]string, path string) ([]Block, error) {
	if blocks != nil {
		if text != nil && *text != TextOf(blocks) {
			return nil, Errorf(Invalid, "%s 的 text 与 blocks 不一致，请只留一个", path)
		}
		if tables != nil && !slices.Equal(*tables, TablesOf(blocks)) {
			return nil, Errorf(Invalid, "%s 的 tables 与 blocks 不一致，请只留一个", path)
		}
		return blocks, nil
	}
	if text != nil {
		for _, p := range Paragraphs(*text) {
			blocks = append(blocks, Block{Text: p})
		}
	}
	if tables != nil {
		for _, t := range *tables {
			blocks = append(blocks, Block{Table: t})
		}
	}
	return blocks, nil
}

func nonNil(blocks []Block) []Block {
	if blocks == nil {
		return []Block{}
	}
	return blocks
}

// ReadJSON understands Report JSON and holds it against the editions: the edition must be known or "", its tables and figures
// must be the edition's, and a section or a table stands once. Figures come out in canonical form, with a note where an amount was
// in 元. The error is one Chinese sentence.
func ReadJSON(editions Editions, data []byte) (*Report, error) {
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		message := "不是有效的报告 JSON"
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			message = fmt.Sprintf("不是有效的 JSON，第 %d 行附近写法不对", 1+bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n")))
		} else if e, ok := errors.AsType[*Error](err); ok {
			message = e.Message
		}
		return nil, &Error{Code: Invalid, Message: message, Err: err}
	}
	if r.Year != 0 && (r.Year < 1900 || r.Year > 2999) {
		return nil, Errorf(Invalid, "year 是 %d，不是报告年度；不知道年度的写 null", r.Year)
	}
	seen := map[string]bool{}
	for _, s := range r.Sections {
		if seen[s.Key] {
			return nil, Errorf(Invalid, "sections 里 %s 出现了两次", clip(s.Key, 40))
		}
		seen[s.Key] = true
	}
	if r.Edition == "" {
		return &r, nil
	}
	e := editions.Get(r.Edition)
	if e == nil {
		var ids []string
		for _, e := range editions {
			ids = append(ids, e.ID)
		}
		return nil, Errorf(Invalid, "不认识格式 %s，可用的有 %s", clip(r.Edition, 40), strings.Join(ids, "、"))
	}
	return &r, e.adopt(&r)
}

// adopt holds a report against its edition and puts its figures into canonical form.
func (e *Edition) adopt(r *Report) error {
	placed := map[string]bool{}
	for _, t := range slices.Concat(sectionTables(r)...) {
		switch {
		case e.Table(t) == nil:
			return Errorf(Invalid, "%s没有名为 %s 的表", e.Name, clip(t, 40))
		case placed[t]:
			return Errorf(Invalid, "表 %s 放在了两个地方", t)
		}
		placed[t] = true
	}
	for c := range r.charts() {
		if err := e.adoptChart(c, r.Year); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Figures)) {
		c := e.Cell(id)
		if c == nil {
			return Errorf(Invalid, "figures 里的 %s 不是%s的格，请对照附表改正", clip(id, 80), e.Name)
		}
		v := ParseValue(c.Kind, r.Figures[id])
		if v.Converted {
			r.Notes = append(r.Notes, Note{Code: "read.converted", Near: r.Figures[id], Message: ConvertedHint(c, r.Figures[id], v)})
		}
		r.Figures[id] = v.Text
	}
	for _, t := range e.Tables {
		if placed[t.Key] {
			complete(t, r)
		}
	}
	return nil
}

// complete adds the cells of a table that a report leaves out: blank, but a total as it is worked out.
func complete(t *Table, r *Report) {
	if r.Figures == nil {
		r.Figures = Figures{}
	}
	totals := NewSheet(t, r.Figures, nil, AsRead)
	for _, c := range t.Cells {
		if _, there := r.Figures[c.ID]; there || c.Optional {
			continue
		}
		r.Figures[c.ID] = ""
		if c.Computed {
			r.Figures[c.ID] = totals.Value(c).Text
		}
	}
}

func sectionTables(r *Report) (out [][]string) {
	for _, s := range r.Sections {
		out = append(out, TablesOf(s.Blocks))
	}
	for _, a := range r.Attachments {
		out = append(out, TablesOf(a.Blocks))
	}
	return out
}

// marshal leaves <, > and & as they are: Chinese texts are full of 《》 but URLs and brackets stay readable too.
func marshal(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}
