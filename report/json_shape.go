package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// shape is what may stand at a place of Report JSON. encoding/json would name neither the place of an unknown key nor that of a
// wrong type, and takes a key that stands twice; a clerk's colleague has to find the fault among hundreds of lines.
type shape struct {
	kind   string // text, number, object, list, figures
	null   bool
	fields map[string]*shape
	item   *shape
}

var (
	textShape  = &shape{kind: "text"}
	textsShape = &shape{kind: "list", item: textShape}
	chartShape = &shape{kind: "object", fields: map[string]*shape{"key": textShape, "years": {kind: "list",
		item: &shape{kind: "object", fields: map[string]*shape{"year": {kind: "number"}, "values": textsShape}}}}}
	blockShape = &shape{kind: "object", fields: map[string]*shape{"text": textShape, "table": textShape,
		"grid": {kind: "list", item: textsShape}, "chart": chartShape}}
	blocksShape  = &shape{kind: "list", item: blockShape}
	sectionShape = &shape{kind: "object", fields: map[string]*shape{"key": textShape, "heading": textShape, "blocks": blocksShape, "text": textShape,
		"tables": textsShape}}
	attachmentShape = &shape{kind: "object", fields: map[string]*shape{"label": textShape, "title": textShape, "heading": textShape,
		"blocks": blocksShape, "text": textShape, "tables": textsShape}}
	noteShape      = &shape{kind: "object", fields: map[string]*shape{"code": textShape, "message": textShape, "near": textShape}}
	signatureShape = &shape{kind: "object", fields: map[string]*shape{"agency": textShape, "date": textShape}}
	reportShape    = &shape{kind: "object", fields: map[string]*shape{"edition": textShape, "year": {kind: "number", null: true}, "agency": textShape,
		"number": textShape, "title": textShape, "preface": textShape, "sections": {kind: "list", item: sectionShape},
		"figures": {kind: "figures", item: textShape}, "signature": signatureShape, "closing": textShape, "published": textShape,
		"attachments": {kind: "list", item: attachmentShape}, "notes": {kind: "list", item: noteShape}}}
)

var kindNames = map[string]string{"text": "文字（要加引号）", "number": "整数", "object": "{…}", "list": "[…]", "figures": "{…}"}

// misshapen is what is wrong with Report JSON and where, in a few Chinese words; "" for nothing. Syntax errors are left to
// encoding/json.
func misshapen(data []byte) string {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	problem, err := reportShape.walk(d, "")
	if err != nil {
		return ""
	}
	return problem
}

func (s *shape) walk(d *json.Decoder, path string) (problem string, err error) {
	token, err := d.Token()
	if err != nil {
		return "", err
	}
	where := path
	if where == "" {
		where = "整个文件"
	}
	wrong := fmt.Sprintf("%s 应当是%s", where, kindNames[s.kind])
	switch value := token.(type) {
	case json.Delim:
		switch {
		case value == '{' && (s.kind == "object" || s.kind == "figures"):
			return s.walkObject(d, path)
		case value == '[' && s.kind == "list":
			for i := 0; d.More(); i++ {
				if problem, err := s.item.walk(d, fmt.Sprintf("%s[%d]", path, i)); problem != "" || err != nil {
					return problem, err
				}
			}
			_, err := d.Token()
			return "", err
		}
		return wrong, nil
	case string:
		if s.kind == "text" {
			return "", nil
		}
	case json.Number:
		if _, err := value.Int64(); err == nil && s.kind == "number" {
			return "", nil
		}
	case nil:
		if s.null {
			return "", nil
		}
	}
	return wrong, nil
}

func (s *shape) walkObject(d *json.Decoder, path string) (problem string, err error) {
	var seen []string
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		key, _ := token.(string)
		at := strings.TrimPrefix(path+"."+key, ".")
		inner := s.fields[key]
		if s.kind == "figures" {
			inner = s.item
		}
		switch {
		case inner == nil:
			return fmt.Sprintf("不认识 %s 这一项，请对照 docs/report.schema.json 改正", clip(at, 120)), nil
		case slices.Contains(seen, key):
			return fmt.Sprintf("%s 写了两遍", clip(at, 120)), nil
		}
		seen = append(seen, key)
		if problem, err := inner.walk(d, at); problem != "" || err != nil {
			return problem, err
		}
	}
	if s == blockShape && len(seen) != 1 {
		return fmt.Sprintf("%s 应当只有 text、table、grid 中的一项", path), nil
	}
	_, err = d.Token()
	return "", err
}
