package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
	}
)

// MarshalJSON writes a block as the one thing that it is.
func (b Block) MarshalJSON() ([]byte, error) {
	switch {
	case b.Grid != nil:
		return marshal(blockJSON{Grid: &b.Grid})
	case b.Table != "":
		return marshal(blockJSON{Table: &b.Table})
	default:
		return marshal(blockJSON{Text: &b.Text})
	}
}

// UnmarshalJSON refuses a block that is not exactly one thing.
func (b *Block) UnmarshalJSON(data []byte) error {
	var w blockJSON
	if err := strict(data, &w); err != nil {
		return err
	}
	switch {
	case w.Text != nil && w.Table == nil && w.Grid == nil:
		*b = Block{Text: *w.Text}
	case w.Table != nil && w.Text == nil && w.Grid == nil:
		*b = Block{Table: *w.Table}
	case w.Grid != nil && w.Text == nil && w.Table == nil:
		*b = Block{Grid: *w.Grid}
	default:
		return errors.New("a block is exactly one of text, table, grid")
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
	if path := unknownKey(data); path != "" {
		return fmt.Errorf("unknown key %s", path)
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
	for _, s := range w.Sections {
		r.Sections = append(r.Sections, Section{Key: s.Key, Heading: s.Heading, Blocks: blocksOf(s.Blocks, s.Text, s.Tables)})
	}
	for i, a := range w.Attachments {
		r.Attachments = append(r.Attachments, Attachment{Key: AttachmentKey(i + 1), Label: a.Label, Title: a.Title, Heading: a.Heading,
			Blocks: blocksOf(a.Blocks, a.Text, a.Tables)})
	}
	return nil
}

// AttachmentKey names the n-th attachment, from 1.
func AttachmentKey(n int) string { return "attachment_" + itoa(n) }

func blocksOf(blocks []Block, text *string, tables *[]string) []Block {
	if blocks != nil {
		return blocks
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
	return blocks
}

func nonNil(blocks []Block) []Block {
	if blocks == nil {
		return []Block{}
	}
	return blocks
}

// ReadJSON understands Report JSON and checks it against the editions: the edition must be known or "", and figures must be
// cells of it. The error is one Chinese sentence.
func ReadJSON(editions Editions, data []byte) (*Report, error) {
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		message := "不是有效的报告 JSON：" + clip(err.Error(), 120)
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			message = fmt.Sprintf("不是有效的 JSON，第 %d 行附近写法不对", 1+bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n")))
		} else if path, found := strings.CutPrefix(err.Error(), "unknown key "); found {
			message = fmt.Sprintf("不认识 %s 这一项，请对照 docs/report.schema.json 改正", path)
		}
		return nil, &Error{Code: Invalid, Message: message, Err: err}
	}
	if r.Edition == "" {
		return &r, nil
	}
	e := editions.Get(r.Edition)
	if e == nil {
		return nil, Errorf(Invalid, "不认识格式 %s，可用的有 gb-2008、gb-2014、gb-2019、gb-2021", clip(r.Edition, 40))
	}
	for id := range r.Figures {
		if e.Cell(id) == nil {
			return nil, Errorf(Invalid, "figures 里的 %s 不是%s的格，请对照附表改正", clip(id, 80), e.Name)
		}
	}
	return &r, nil
}

// strict decodes with unknown keys refused.
func strict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return d.Decode(into)
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

// The keys that Report JSON knows, by the place where they stand.
var knownKeys = map[string][]string{
	"":              {"edition", "year", "agency", "number", "title", "preface", "sections", "figures", "signature", "closing", "published", "attachments", "notes"},
	"sections[]":    {"key", "heading", "blocks", "text", "tables"},
	"attachments[]": {"label", "title", "heading", "blocks", "text", "tables"},
	"signature":     {"agency", "date"},
	"notes[]":       {"code", "message", "near"},
}

// unknownKey is the path of the first key that Report JSON does not know (sections[2].blocks[0].txt), "" for none.
// encoding/json names the key but not its place, and a clerk's colleague has to find it among hundreds of lines.
func unknownKey(data []byte) string {
	var top map[string]json.RawMessage
	if json.Unmarshal(data, &top) != nil {
		return ""
	}
	if bad := stranger(top, knownKeys[""]); bad != "" {
		return bad
	}
	var signature map[string]json.RawMessage
	if json.Unmarshal(top["signature"], &signature) == nil {
		if bad := stranger(signature, knownKeys["signature"]); bad != "" {
			return "signature." + bad
		}
	}
	for _, list := range []string{"sections", "attachments", "notes"} {
		var items []map[string]json.RawMessage
		if json.Unmarshal(top[list], &items) != nil {
			continue
		}
		for i, item := range items {
			at := fmt.Sprintf("%s[%d]", list, i)
			if bad := stranger(item, knownKeys[list+"[]"]); bad != "" {
				return at + "." + bad
			}
			var blocks []map[string]json.RawMessage
			if json.Unmarshal(item["blocks"], &blocks) != nil {
				continue
			}
			for j, b := range blocks {
				if bad := stranger(b, []string{"text", "table", "grid"}); bad != "" {
					return fmt.Sprintf("%s.blocks[%d].%s", at, j, bad)
				}
			}
		}
	}
	return ""
}

// stranger is the alphabetically first key that is not known, so that the same file gives the same sentence.
func stranger(object map[string]json.RawMessage, known []string) string {
	bad := ""
	for key := range object {
		ok := false
		for _, k := range known {
			ok = ok || k == key
		}
		if !ok && (bad == "" || key < bad) {
			bad = key
		}
	}
	return bad
}
