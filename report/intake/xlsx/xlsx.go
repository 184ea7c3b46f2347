// Package xlsx reads workbooks: our own, and what agencies keep their figures in, whatever it looks like.
package xlsx

import (
	"fmt"
	"runtime/debug"

	"nianbao/report"
	"nianbao/report/document"
)

// Read reads the visible sheets of a workbook, values as they are shown; cut says that it goes beyond a limit and that the rest was
// not read. Formulas give the values that they were saved with.
func Read(data []byte) (doc *document.Document, cut bool, err error) {
	// The library was not made for files that mean harm.
	defer func() {
		if p := recover(); p != nil {
			doc, cut, err = nil, false, broken(fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
		}
	}()
	w, err := open(data)
	if err != nil {
		return nil, false, err
	}
	defer w.Close() // it keeps no temporary files within the limits
	sheets := w.sheets()
	b := &document.Builder{}
	agency := ""
	if ours := findCover(sheets); ours != nil {
		agency = ours.read(b, w)
	} else {
		for _, s := range sheets {
			blocks(b, s)
		}
	}
	doc = b.Document()
	doc.Agency = agency
	if cut = b.Cut || w.cut; len(b.Blocks()) == 0 && cut {
		return nil, false, errTooLarge
	} else if len(b.Blocks()) == 0 {
		return nil, false, report.Errorf(report.Invalid, "这个工作簿里没有可读的内容；图表、图片和隐藏的工作表不读，请看看是不是选错了文件。")
	}
	return doc, cut, nil
}
