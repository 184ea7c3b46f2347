package intake

import (
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/intake/docx"
	"nianbao/report/intake/html"
	"nianbao/report/intake/text"
	"nianbao/report/intake/xlsx"
)

// readers make a document of a file; cut says that it goes beyond a limit or breaks off, and that the rest was not read.
var readers = map[kind]func(data []byte) (doc *document.Document, cut bool, err error){
	kindDocx: docx.Read, kindXlsx: xlsx.Read, kindHTML: html.Read, kindText: text.Read,
}

// Read reads a report from a file. Its content says what kind of file it is; the ending of its name counts only where the content
// does not tell. The error is one sentence for the person, without the file's name.
func Read(editions report.Editions, name string, data []byte, o Options) (reading *Reading, err error) {
	if o.Edition != "" && editions.Get(o.Edition) == nil {
		var ids []string
		for _, e := range editions {
			ids = append(ids, e.ID)
		}
		return nil, report.Errorf(report.Invalid, "不认识格式 %s，可用的有 %s。", o.Edition, strings.Join(ids, "、"))
	}
	if len(data) > MaxSize {
		return nil, report.Errorf(report.TooLarge, "文件超过 %d MB 的上限；请删去图片或者另存一份再试。", MaxSize>>20)
	}
	k, err := sniff(strings.ToLower(filepath.Ext(name)), data)
	if err != nil {
		return nil, err
	}
	// What is read comes from anywhere. A mistake of ours or of a library over one file must not end the server.
	defer func() {
		if p := recover(); p != nil {
			reading, err = nil, report.Wrap(report.Invalid, fmt.Errorf("panic: %v\n%s", p, debug.Stack()), "这个文件读不下去，可能已经损坏；请用 Word 或 WPS 打开后另存为 .docx 再试。")
		}
	}()
	if k == kindJSON {
		return readJSON(editions, data, o)
	}
	doc, cut, err := readers[k](data)
	if err != nil {
		return nil, err
	}
	doc.Sections = []document.Section{{Blocks: runOn(blocksOf(doc))}}
	doc = liftHeadings(editions, doc)
	f := findTables(editions, doc.Sections[0].Blocks, o.Edition)
	if why := notReport(doc, f); why != "" {
		return nil, report.Errorf(report.Invalid, "%s", why)
	}
	r := structure(editions, doc, f)
	if cut {
		r.Notes = append(r.Notes, report.Note{Code: NoteCut, Message: "文件没有读完：后面的内容超出上限，或者文件从那里起坏了，请对照原文补上。"})
	}
	if r.Notes == nil {
		r.Notes = []report.Note{}
	}
	return &Reading{Report: r, Figures: f.origins, Document: doc}, nil
}

// readJSON reads Report JSON, which says everything itself.
func readJSON(editions report.Editions, data []byte, o Options) (*Reading, error) {
	decoded, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	r, err := report.ReadJSON(editions, []byte(decoded))
	if err != nil {
		if e, ok := err.(*report.Error); ok {
			return nil, &report.Error{Code: e.Code, Message: e.Message + "。", Err: e.Err}
		}
		return nil, err
	}
	if o.Edition != "" && o.Edition != r.Edition {
		return nil, report.Errorf(report.Invalid, "这份 JSON 写明格式是 %s，不能按 %s 读；请去掉 --edition。", r.Edition, o.Edition)
	}
	return &Reading{Report: r, Figures: map[string]Origin{}}, nil
}

// blocksOf are the blocks that a reader found, in reading order.
func blocksOf(doc *document.Document) []document.Block {
	var blocks []document.Block
	for _, s := range doc.Sections {
		blocks = append(blocks, s.Blocks...)
	}
	return blocks
}
