package main

import (
	"archive/zip"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"nianbao/report/document"
	"nianbao/report/export/docx"
)

var (
	//go:embed docx.mjs
	docxScript []byte
	//go:embed docxtemplater.mjs
	templaterScript []byte
)

// docxBlock is a paragraph or a table for a peer's script.
type docxBlock struct {
	Text  string          `json:"text"`
	Table *document.Table `json:"table"`
}

// docxCase is what a script reads from standard input: the blocks, or a template and what belongs in it.
type docxCase struct {
	Blocks   []docxBlock       `json:"blocks,omitempty"`
	Template []byte            `json:"template,omitempty"`
	Values   map[string]string `json:"values,omitempty"`
	Samples  int               `json:"samples"`
	WarmUp   int               `json:"warmUp"`
}

// docxResult is what it prints: milliseconds a file, and the last file.
type docxResult struct {
	Times samples `json:"times"`
	File  []byte  `json:"file"`
}

// docxPeers builds the same text and tables with npm docx, and fills in a template made of our own file with docxtemplater.
func docxPeers(ctx context.Context, b *bench, x *exporting, times map[string]samples, files map[string][]byte) ([]line, error) {
	blocks := blocksOf(x.document)
	template, values, err := templateOf(x)
	if err != nil {
		return nil, err
	}
	var lines []line
	for _, peer := range []struct {
		name   string
		module npmPackage
		with   []npmPackage
		script []byte
		input  docxCase
	}{
		{"ten pages as docx, from the report", npmDocx, nil, docxScript, docxCase{Blocks: blocks}},
		{"ten pages as docx, beside filling in a template", docxtemplater, []npmPackage{pizzip}, templaterScript, docxCase{Template: template, Values: values}},
	} {
		for _, p := range append(peer.with, peer.module) {
			if err := b.install(ctx, p); err != nil {
				return lines, err
			}
		}
		peer.input.Samples, peer.input.WarmUp = exportSamples, exportWarmUp
		theirs, err := runDocx(ctx, b, peer.module.name+".mjs", peer.script, peer.input)
		if err != nil {
			return lines, err
		}
		for who, data := range map[string][]byte{"ours": files["docx"], peer.module.name: theirs.File} {
			if err := wantBlocks(data, blocks); err != nil {
				return lines, fmt.Errorf("%s: %w", who, err)
			}
		}
		lines = append(lines, compare(peer.name, "ms", times["docx"], peer.module.String(), theirs.Times, noGoal))
	}
	return lines, nil
}

// blocksOf are the paragraphs and tables of a document's sections.
func blocksOf(d *document.Document) []docxBlock {
	blocks := []docxBlock{{Text: d.Title}}
	for _, s := range d.Sections {
		blocks = append(blocks, docxBlock{Text: s.Heading})
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case *document.Paragraph:
				blocks = append(blocks, docxBlock{Text: block.Text})
			case *document.Table:
				blocks = append(blocks, docxBlock{Table: block})
			}
		}
	}
	return blocks
}

// templateOf is our own file with a placeholder for every paragraph and every cell, and what belongs in each.
func templateOf(x *exporting) (file []byte, values map[string]string, err error) {
	values = map[string]string{}
	place := func(text string) string {
		name := "v" + strconv.Itoa(len(values))
		values[name] = text
		return "{" + name + "}"
	}
	d := *x.document
	d.Sections = nil
	for _, s := range x.document.Sections {
		out := document.Section{Key: s.Key, Heading: s.Heading}
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case *document.Paragraph:
				out.Blocks = append(out.Blocks, &document.Paragraph{Text: place(block.Text)})
			case *document.Table:
				t := *block
				t.Rows = nil
				for _, row := range block.Rows {
					r := row
					r.Cells = nil
					for _, c := range row.Cells {
						c.Text = place(c.Text)
						r.Cells = append(r.Cells, c)
					}
					t.Rows = append(t.Rows, r)
				}
				out.Blocks = append(out.Blocks, &t)
			}
		}
		d.Sections = append(d.Sections, out)
	}
	var out bytes.Buffer
	err = docx.Write(&out, &d, x.options)
	return out.Bytes(), values, err
}

func runDocx(ctx context.Context, b *bench, name string, program []byte, input docxCase) (docxResult, error) {
	var result docxResult
	node, err := exec.LookPath("node")
	if err != nil {
		return result, errors.New("node is not installed; try: apt-get install nodejs npm")
	}
	// Beside node_modules, where it finds its library.
	script := filepath.Join(b.folder, name)
	if err := os.WriteFile(script, program, 0o644); err != nil {
		return result, err
	}
	data, err := json.Marshal(input)
	if err != nil {
		return result, err
	}
	var complaints bytes.Buffer
	command := exec.CommandContext(ctx, node, script)
	command.Stdin, command.Stderr = bytes.NewReader(data), &complaints
	output, err := command.Output()
	if err != nil {
		return result, fmt.Errorf("node %s: %w: %s", name, err, shorten(complaints.Bytes()))
	}
	if err := json.Unmarshal(output, &result); err != nil {
		return result, fmt.Errorf("answer of %s: %w", name, err)
	}
	if len(result.Times) != input.Samples {
		return result, fmt.Errorf("%s took %d samples", name, len(result.Times))
	}
	return result, nil
}

// wantBlocks looks whether a Word file has all tables and texts.
func wantBlocks(file []byte, blocks []docxBlock) error {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		return err
	}
	defer part.Close()
	data, err := io.ReadAll(part)
	if err != nil {
		return err
	}
	xml, text := string(data), stripTags(string(data))
	tables := 0
	for _, b := range blocks {
		if b.Table == nil {
			if !strings.Contains(text, b.Text) {
				return fmt.Errorf("%.60q is not there", b.Text)
			}
			continue
		}
		tables++
		for _, row := range b.Table.Rows {
			for _, cell := range row.Cells {
				if !strings.Contains(text, cell.Text) {
					return fmt.Errorf("a table lacks %q", cell.Text)
				}
			}
		}
	}
	if got := strings.Count(xml, "</w:tbl>"); got != tables {
		return fmt.Errorf("%d tables, want %d", got, tables)
	}
	return nil
}

// stripTags leaves the text of an XML file; nothing in it needs escapes.
func stripTags(xml string) string {
	var b strings.Builder
	for rest := xml; rest != ""; {
		text, tag, found := strings.Cut(rest, "<")
		b.WriteString(text)
		if !found {
			break
		}
		_, rest, _ = strings.Cut(tag, ">")
	}
	return b.String()
}
