package export_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

func written(t testing.TB, format string, e *report.Edition, r *report.Report, o document.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := exporter.Write(&out, format, e, r, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFormats(t *testing.T) {
	for _, f := range export.Formats() {
		got, ok := export.ByName(f.Name)
		if !ok || got.Name != f.Name || f.Extension != "."+f.Name || f.MediaType == "" || f.Label == "" {
			t.Errorf("%+v", f)
		}
	}
	for _, name := range []string{"doc", "exe", ""} {
		if _, ok := export.ByName(name); ok {
			t.Errorf("%q is there", name)
		}
		_, err := exporter.Write(&bytes.Buffer{}, name, nil, &report.Report{}, document.Options{})
		if report.ErrorCode(err) != report.NotBuilt || !strings.HasSuffix(report.ErrorMessage(err), "。") {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

func TestJSON(t *testing.T) {
	e, r := sample(t, "gb-2021")
	b := written(t, "json", e, r, options)
	if !bytes.HasPrefix(b, []byte("{\n  \"edition\": \"gb-2021\"")) || bytes.Contains(b, []byte(`\u003c`)) {
		t.Errorf("got %.60s", b)
	}
	var got report.Report
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if again := written(t, "json", e, &got, options); !bytes.Equal(b, again) {
		t.Error("not the same when read and written again")
	}
	if !reflect.DeepEqual(got.Figures, r.Figures) {
		t.Error("figures differ")
	}
}

func TestReproducible(t *testing.T) {
	for _, f := range export.Formats() {
		e, r := sample(t, "gb-2014")
		first := written(t, f.Name, e, r, options)
		if again := written(t, f.Name, e, r, options); !bytes.Equal(first, again) {
			t.Errorf("%s: two files differ", f.Name)
		}
	}
}

// An empty report and one of an unknown edition make files too.
func TestWriteLittle(t *testing.T) {
	_, r := sample(t, "gb-2021")
	for _, f := range export.Formats() {
		if len(written(t, f.Name, nil, &report.Report{}, document.Options{})) == 0 || len(written(t, f.Name, nil, r, document.Options{})) == 0 {
			t.Errorf("%s: nothing written", f.Name)
		}
	}
}
