package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"nianbao/report"
	"nianbao/report/document"
)

// What cannot be read is one sentence for the person.
func TestRefused(t *testing.T) {
	whole := file(t, p("正文"))
	locked := bytes.Clone(whole)
	for at := 0; ; { // the flag of encryption in each entry of the directory
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		locked[at+4] |= 1
	}
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := range 100_000 {
		if _, err := z.Create(fmt.Sprintf("word/%d.xml", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	body := func(s string) []byte { return zipped(t, map[string]string{"word/document.xml": s}) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "不是 .docx"},
		{"text", []byte("这不是压缩包"), "不是 .docx"},
		{"NUL bytes", make([]byte, 5000), "不是 .docx"},
		{"half a file", whole[:len(whole)/2], "不是 .docx"},
		{"password", locked, "有密码"},
		{"100,000 parts", many.Bytes(), "部件太多"},
		{"no document", zipped(t, map[string]string{"word/styles.xml": headingStyles}), "没有 Word 正文"},
		{"a workbook", zipped(t, map[string]string{"_rels/.rels": strings.Replace(packageRelations, "word/document", "xl/workbook", 1), "xl/workbook.xml": "<workbook/>"}), "没有 Word 正文"},
		{"empty document", body(""), "没有 Word 正文"},
		{"broken at once", body("<w:document"), "坏了"},
		{"NUL bytes in the document", body(strings.Repeat("\x00", 100)), "坏了"},
		{"unknown entity", body(`<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ` + spaces + `><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`), "坏了"},
		{"unknown encoding", body(`<?xml version="1.0" encoding="none"?><w:document/>`), "坏了"},
		{"one endless tag", body(`<w:document ` + spaces + strings.Repeat(` a=""`, 3<<20)), "坏了"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _, err := Read(c.data)
			if err == nil {
				t.Fatalf("read as %q", outline(doc))
			}
			if message := report.ErrorMessage(err); !strings.Contains(message, c.want) || !strings.HasSuffix(message, "。") || strings.Count(message, "。") != 1 {
				t.Errorf("got %s, want one sentence with %s", message, c.want)
			}
		})
	}
}

// What is broken further down is read up to there.
func TestCut(t *testing.T) {
	head := `<w:document ` + spaces + `><w:body>` + p("前面")
	for _, c := range []struct {
		name, document string
		want           string
	}{
		{"broken off", head + `<w:p><w:r><w:t>半`, `["前面" "半"]`},
		{"broken off in a table", head + `<w:tbl><w:tr>` + tc("甲") + `<w:tc><w:p><w:r><w:t>乙</w:t></w:p>`, `["前面" "[甲|乙]"]`},
		{"half a character", head + "<w:p><w:r><w:t>后\xe5\xb9</w:t></w:r></w:p></w:body></w:document>", `["前面"]`},
		{"NUL bytes", head + p("后\x00面") + `</w:body></w:document>`, `["前面"]`},
		{"entity", head + p("后&nbsp;面") + `</w:body></w:document>`, `["前面"]`},
		{"deep", head + strings.Repeat(`<w:tbl><w:tr><w:tc>`, 100_000) + p("深处") + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 100_000) + p("后面") + `</w:body></w:document>`, `["前面" "后面"]`},
		{"deep drawing", head + `<w:p><w:r><w:drawing>` + strings.Repeat(`<a:x>`, 100_000) + strings.Repeat(`</a:x>`, 100_000) + `</w:drawing></w:r></w:p>` + p("后面") + `</w:body></w:document>`, `["前面" "后面"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, cut, err := Read(zipped(t, map[string]string{"word/document.xml": c.document}))
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprintf("%q", outline(doc)); got != c.want || !cut {
				t.Errorf("got %s, cut %v, want %s, cut", got, cut, c.want)
			}
		})
	}
	t.Run("a limit inside a table", func(t *testing.T) {
		doc, cut, err := Read(file(t, tbl(tr(holds(strings.Repeat(p("文"), maxItems))))))
		if err != nil || !cut || len(outline(doc)) < 1000 {
			t.Errorf("got cut %v, %v, want some of it", cut, err)
		}
	})
	t.Run("styles", func(t *testing.T) {
		doc, cut, err := Read(file(t, styled("1", run("标题")), "styles.xml", headingStyles[:strings.Index(headingStyles, "toc 1")]))
		if err != nil || !cut || outline(doc)[0] != "1# 标题" {
			t.Errorf("got %v, %v, %v", doc, cut, err)
		}
	})
}

// Bombs are read within 2 s and 256 MB, as far as the limits go.
func TestBombs(t *testing.T) {
	noise := make([]byte, 1<<20)
	rand.NewChaCha8([32]byte{}).Read(noise)
	nested := func(depth int, cell, inner string) string {
		return strings.Repeat(`<w:tbl><w:tr>`+cell+`<w:tc>`, depth) + inner + strings.Repeat(`</w:tc></w:tr><w:tr>`+cell+cell+`</w:tr></w:tbl>`, depth)
	}
	var styles, styledParagraphs strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&styles, `<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, i+1)
		fmt.Fprintf(&styledParagraphs, `<w:p><w:pPr><w:pStyle w:val="s%d"/></w:pPr></w:p>`, i)
	}
	// Of each, unit is repeated until it goes beyond the limits.
	for _, c := range []struct{ name, before, unit, after, part, content string }{
		{name: "one text", before: `<w:p><w:r><w:t>`, unit: "文", after: `</w:t></w:r></w:p>`},
		{name: "many texts", unit: p("一段文字")},
		{name: "empty paragraphs", unit: `<w:p/>`},
		{name: "empty cells", before: `<w:tbl><w:tr>`, unit: `<w:tc/>`, after: `</w:tr></w:tbl>`},
		{name: "empty rows", before: `<w:tbl>`, unit: `<w:tr/>`, after: `</w:tbl>`},
		{name: "10,000 columns", before: `<w:tbl>`, unit: tr(strings.Repeat(tc("1"), 10_000)), after: `</w:tbl>`},
		{name: "wide cells", before: `<w:tbl>`, unit: tr(merged(`<w:gridSpan w:val="999999999"/>`+goOn, "1")), after: `</w:tbl>`},
		{name: "empty elements", unit: `<a:a/>`},
		{name: "attributes", before: `<a:a`, unit: ` a=""`, after: `/>`},
		{name: "namespaces", unit: `<a:a` + strings.Repeat(` xmlns:a="a"`, 1000) + `>`},
		{name: "marks deleted", unit: withProperties(`<w:rPr><w:del/></w:rPr>`, run("删"))},
		{name: "fields", unit: `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r></w:p>`},
		{name: "nested layout", unit: nested(60, "", strings.Repeat(p("深"), 3000))},
		{name: "nested data", unit: nested(60, tc(strings.Repeat("浅", 2000)), strings.Repeat(p("深"), 3000))},
		{name: "styles", before: styledParagraphs.String(), part: "styles.xml", content: `<w:styles ` + spaces + `>` + styles.String() + `</w:styles>`},
		{name: "number texts", unit: withProperties(`<w:numPr><w:numId w:val="1"/></w:numPr>`, ""), part: "numbering.xml",
			content: numbers(listOf("0", lvl(0, "upperRoman", strings.Repeat("%1", 1<<19), "")) + numOf("1", "0", ""))},
		{name: "noise", unit: string(noise)},
	} {
		t.Run(c.name, func(t *testing.T) {
			times := 0
			if c.unit != "" {
				times = maxBytes*5/4/len(c.unit) + 1
			}
			data := file(t, p("前")+c.before+strings.Repeat(c.unit, times)+c.after, cmp.Or(c.part, "none"), c.content)
			doc, cut, took, memory, err := measured(data)
			t.Logf("%v, %d MB, cut %v, %v", took.Round(time.Millisecond), memory>>20, cut, err)
			// The limit is 2 s; other programs may keep the machine busy.
			if took > 10*time.Second || memory > 256<<20 {
				t.Errorf("took %v and %d MB", took, memory>>20)
			}
			if err != nil || !cut || len(outline(doc)) == 0 {
				t.Errorf("got %v, cut %v, %v; want what comes first, cut", doc, cut, err)
			}
		})
	}
}

// measured reads a file and tells how long it took and how far the heap grew.
func measured(data []byte) (doc *document.Document, cut bool, took time.Duration, memory int64, err error) {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before, most := stats.HeapInuse, uint64(0)
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			select {
			case <-stop:
				return
			case <-tick.C:
				runtime.ReadMemStats(&stats)
				most = max(most, stats.HeapInuse)
			}
		}
	}()
	start := time.Now()
	doc, cut, err = Read(data)
	took = time.Since(start)
	close(stop)
	<-stopped
	return doc, cut, took, int64(most) - int64(before), err
}
