package handlers

import (
	"context"
	"mime/multipart"
	"testing"
	"time"

	"nianbao/report/document"
	"nianbao/report/intake"
)

// The cell of the file in which a figure stood is found by its labels; where it cannot be told, the table is.
func TestSourceLinks(t *testing.T) {
	var b document.Builder
	table := b.NewTable()
	for _, row := range [][]string{{"情形", "自然人", "企业"}, {"维持 ", "1", "0"}, {"其他", "0", "0"}, {"四、诉讼", "", ""}, {"维持", "2", "1"}, {"其他", "5", "5"}} {
		table.Row()
		for _, text := range row {
			table.Cell(text, 1, 1)
		}
	}
	b.Paragraph("前面的一段。", 0)
	b.Table(table)
	src := newImportSource(nil, &intake.Reading{Document: b.Document(), Figures: map[string]intake.Origin{
		"a": {Table: 1, Row: "维持", Column: "自然人", Text: "1"},
		"b": {Table: 1, Row: "四、诉讼 / 其他", Column: "企业", Text: "5"},
		"c": {Table: 1, Row: "其他", Column: "企业", Text: "0"},
		"d": {Table: 1, Row: "没有的一行", Column: "企业", Text: "0"},
		"e": {Table: 1, Row: "四、诉讼 / 维持", Column: "", Text: "2"},
		"f": {Table: 7, Row: "维持", Text: "1"},
	}})
	links := src.links()
	for id, want := range map[string]string{"a": "s-1-1-1", "b": "s-1-5-2", "c": "s-1-2-2", "d": "s-1", "e": "s-1-4-1", "f": ""} {
		if links[id] != want {
			t.Errorf("%s leads to %q, want %q", id, links[id], want)
		}
	}
	shown, cut := src.view(links, map[string]bool{"b": true})
	if cut || len(shown) != 2 || shown[1].Table.Rows[5][2].ID != "s-1-5-2" || !shown[1].Table.Rows[5][2].Doubted || shown[1].Table.Rows[1][1].Doubted {
		t.Errorf("shown %+v, cut %v", shown, cut)
	}
	// A file without end is shown up to a limit.
	for range sourceShown {
		src.Blocks = append(src.Blocks, sourceBlock{Text: "一段。"})
	}
	if shown, cut := src.view(links, nil); !cut || len(shown) > sourceShown {
		t.Errorf("%d blocks shown, cut %v", len(shown), cut)
	}
}

// No more than the bound are read at once; who waits too long is told so.
func TestReadingTakesTurns(t *testing.T) {
	s := &Server{reading: make(chan struct{}, readAtOnce)}
	for range readAtOnce {
		s.reading <- struct{}{}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	i, err := s.readImport(ctx, &multipart.FileHeader{Filename: "报告.docx"})
	if err != nil || i.Problem == "" || i.Report != nil {
		t.Errorf("got %+v, %v", i, err)
	}
	if len(s.reading) != readAtOnce {
		t.Errorf("%d places taken", len(s.reading))
	}
}
