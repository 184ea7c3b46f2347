package intake_test

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"testing"

	"github.com/microcosm-cc/bluemonday"

	"nianbao/internal/specimen"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export/html"
	"nianbao/report/intake"
)

// editors are what websites leave of HTML that is pasted into them.
var editors = map[string]func(string) string{
	"as pasted": func(page string) string { return page },
	"sanitised": bluemonday.UGCPolicy().Sanitize,
	"without styles": func(page string) string {
		return regexp.MustCompile(` (?:style|title|align|width|border|cellspacing|cellpadding|scope)="[^"]*"`).ReplaceAllString(page, "")
	},
	"paragraphs and cells only": func(page string) string {
		p := bluemonday.NewPolicy()
		p.AllowElements("p", "br", "table", "tbody", "tr", "td", "th")
		p.AllowAttrs("colspan", "rowspan").OnElements("td", "th")
		return p.Sanitize(regexp.MustCompile(`(</?)h[2-6]\b`).ReplaceAllString(page, "${1}p"))
	},
}

// What was pasted into a website, whatever its editor left of it, reads back as the report.
func TestPastedReadsBack(t *testing.T) {
	all := editions(t)
	reports := map[string][]byte{}
	maps.Copy(reports, seeds(t))
	for _, s := range specimen.Generate(all, 23, 60) {
		reports[s.Name] = s.Data
	}
	for _, name := range slices.Sorted(maps.Keys(reports)) {
		first, err := intake.Read(all, name, reports[name], intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := first.Report
		var out bytes.Buffer
		if err := html.Paste(&out, compose.Compose(all.Get(want.Edition), want), document.Options{Draft: true}); err != nil {
			t.Fatal(err)
		}
		for editor, leave := range editors {
			t.Run(name+" "+editor, func(t *testing.T) {
				again, err := intake.Read(all, "网页.html", []byte(leave(out.String())), intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				samePaste(t, again.Report, want)
			})
		}
	}
}

func samePaste(t *testing.T, got, want *report.Report) {
	t.Helper()
	if !maps.Equal(got.Figures, want.Figures) {
		t.Errorf("figures: %s", figuresApart(got.Figures, want.Figures))
	}
	for _, part := range slices.Concat([][3]string{
		{"edition", got.Edition, want.Edition}, {"title", got.Title, want.Title}, {"number", got.Number, want.Number}, {"preface", got.Preface, want.Preface},
		{"signature", got.Signature.Agency, want.Signature.Agency}, {"date", got.Signature.Date, want.Signature.Date}, {"closing", got.Closing, want.Closing},
	}, parts(got, want)) {
		if part[1] != part[2] {
			t.Errorf("%s\n got %q\nwant %q", part[0], part[1], part[2])
		}
	}
}
