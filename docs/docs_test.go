package docs

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/report"
)

// The schema and the reader agree on what Report JSON is.
func TestReportSchema(t *testing.T) {
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(ReportSchema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("report.schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	full, err := json.Marshal(report.Report{Edition: "gb-2014", Year: 2016, Figures: report.Figures{"statistics.staff.count": "2"},
		Sections:    []report.Section{{Key: "overview", Heading: "一、概述", Blocks: []report.Block{{Text: "甲"}, {Grid: [][]string{{"a"}}}}}},
		Attachments: []report.Attachment{{Key: "attachment_1", Label: "附件", Blocks: []report.Block{{Table: "statistics"}}}},
		Notes:       []report.Note{{Code: "read.lost_digits", Message: "可能丢字", Near: "202511日"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, json string
		want       bool
	}{
		{"a full report of our own", string(full), true},
		{"unknown year", `{"edition": "", "year": null}`, true},
		{"text and tables instead of blocks", `{"sections": [{"key": "a", "text": "x", "tables": ["requests"]}]}`, true},
		{"unknown key", `{"editon": "gb-2021"}`, false},
		{"two things in a block", `{"sections": [{"key": "a", "blocks": [{"text": "x", "table": "requests"}]}]}`, false},
		{"a number that is no string", `{"edition": "gb-2021", "figures": {"requests.received.total": 3}}`, false},
	} {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(c.json)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != c.want {
			t.Errorf("%s: the schema says %v", c.name, err)
		}
		if _, err := report.ReadJSON(editions, []byte(c.json)); (err == nil) != c.want {
			t.Errorf("%s: the reader says %v", c.name, err)
		}
	}
}
