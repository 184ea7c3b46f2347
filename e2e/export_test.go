package e2e

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestExport opens the dialog by keyboard from the page that one is on, copies the part for a website, and saves files.
func TestExport(t *testing.T) {
	url, a := serve(t)
	published := filingOf(t, a, "柳河镇人民政府", 2025)
	draft := filingOf(t, a, "柳河镇人民政府", 2026)
	p := &page{t: t, ctx: browser(t), url: url, shots: "export"}
	for _, name := range []string{"clipboard-read", "clipboard-write"} { // the test looks into the clipboard; the page does not
		if _, err := chromedp.CallBrowser(p.ctx, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
			Permission: &cdpbrowser.PermissionDescriptor{Name: name}, Setting: cdpbrowser.PermissionSettingGranted}); err != nil {
			t.Fatal(err)
		}
	}
	p.signIn("clerk")

	p.open(draft + "/sections/problems")
	p.typeInto(`#text`, "正在写、还没有保存的一句。")
	p.tabTo(`[data-testid="to-export"]`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("dialog[open] [data-testid=export-docx]") !== null`)
	if got := p.text(`dialog [data-testid="export"]`); !strings.Contains(got, "草稿") {
		t.Errorf("a draft is offered as %q", got)
	}
	if got := p.read("look where the focus is", chromedp.Evaluate[string](`document.activeElement.textContent`)); got != "导出" {
		t.Errorf("the focus is on %q, want the heading of the dialog", got)
	}
	p.shot("01-dialog")
	p.press(kb.Escape)
	p.waitFor(`document.querySelector("dialog[open]") === null && document.activeElement.matches('[data-testid="to-export"]')`)
	if got := p.read("read the text", chromedp.Value(chromedp.CSS("#text"))); !strings.Contains(got, "正在写、还没有保存的一句。") {
		t.Errorf("behind the dialog the text became %q", got)
	}
	p.save()

	p.open(published + "/preview")
	p.tabTo(`[data-testid="export-open"]`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("dialog[open] [data-testid=export-copy]:not([hidden])") !== null`)
	p.tabTo(`dialog [data-testid="export-copy"]`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("dialog [data-copied]").textContent.startsWith("已复制")`)
	p.shot("02-copied")
	source := p.read("read the fragment", chromedp.Value(chromedp.CSS(`dialog [data-testid="export-paste"]`)))
	for kind, want := range map[string]string{"text/plain": source, "text/html": "柳河镇人民政府"} {
		got := p.read("read the clipboard", chromedp.Evaluate[string](`navigator.clipboard.read().then(([item]) => item.getType("`+kind+`")).then((blob) => blob.text())`, chromedp.EvalAwaitPromise))
		if !strings.Contains(got, want) || !strings.Contains(got, "<table") {
			t.Errorf("the clipboard has as %s %.200q", kind, got)
		}
	}
	for name, begins := range map[string]string{"pdf": "%PDF-", "ofd": "PK", "docx": "PK"} {
		file := p.download(`dialog [data-testid="export-` + name + `"]`)
		if !strings.HasSuffix(file.name, "."+name) || !strings.Contains(file.name, "柳河镇人民政府2025年") || !bytes.HasPrefix(file.data, []byte(begins)) {
			t.Errorf("%s: saved as %q, %d bytes", name, file.name, len(file.data))
		}
	}
	for _, width := range []int64{700, 400} {
		p.do("narrow", chromedp.EmulateViewport(width, 900))
		p.shot(map[int64]string{700: "03-700", 400: "04-400"}[width])
		if got := p.read("measure", chromedp.Evaluate[string](`String(document.querySelector("dialog").scrollWidth <= document.querySelector("dialog").clientWidth)`)); got != "true" {
			t.Errorf("at %d something is wider than the dialog", width)
		}
	}
	p.do("wide", chromedp.EmulateViewport(1440, 900))

	p.signOut()
	p.signIn("county")
	p.click(`[data-testid="to-batch"]`)
	p.do("choose PDF", chromedp.Click(chromedp.CSS(`[name="format"][value="pdf"]`)))
	p.shot("05-batch")
	file := p.download(`[data-testid="batch-send"]`)
	archive, err := zip.NewReader(bytes.NewReader(file.data), int64(len(file.data)))
	if err != nil {
		t.Fatal(err)
	}
	pdfs := 0
	for _, f := range archive.File {
		if strings.HasPrefix(f.Name, "PDF/") && strings.HasSuffix(f.Name, ".pdf") {
			pdfs++
		}
	}
	if pdfs == 0 || archive.File[len(archive.File)-1].Name != "清单.csv" {
		t.Errorf("%d PDFs among %d files", pdfs, len(archive.File))
	}
}

// TestExportWithoutScripts gets to the same files by pages.
func TestExportWithoutScripts(t *testing.T) {
	url, a := serve(t)
	p := &page{t: t, ctx: browser(t), url: url, shots: "export-plain"}
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	p.signIn("clerk")
	p.open(filingOf(t, a, "柳河镇人民政府", 2026) + "/sections/overview")
	p.click(`[data-testid="to-export"]`)
	p.shot("01-page")
	if got := p.read("read the fragment", chromedp.Value(chromedp.CSS(`[data-testid="export-paste"]`))); !strings.Contains(got, "<table") {
		t.Errorf("the fragment is %.200q", got)
	}
	if file := p.download(`[data-testid="export-pdf"]`); !bytes.HasPrefix(file.data, []byte("%PDF-")) {
		t.Errorf("%q: %.20q", file.name, file.data)
	}
}

// waitFor waits until something is so.
func (p *page) waitFor(condition string) {
	p.t.Helper()
	p.read("wait for "+condition, chromedp.Evaluate[string](`(async () => {
		while (!(`+condition+`)) await new Promise((done) => setTimeout(done, 30));
		return "";
	})()`, chromedp.EvalAwaitPromise))
}

// savedFile is a file as the browser saved it.
type savedFile struct {
	name string
	data []byte
}

// download presses something that saves a file, and waits for it.
func (p *page) download(selector string) savedFile {
	p.t.Helper()
	folder := p.t.TempDir()
	listening, stop := context.WithCancel(p.ctx)
	defer stop()
	events := make(chan any, 100)
	if err := chromedp.ListenBrowser(listening, func(event any) {
		switch event.(type) {
		case *cdpbrowser.EventDownloadWillBegin, *cdpbrowser.EventDownloadProgress:
			events <- event
		}
	}); err != nil {
		p.t.Fatal(err)
	}
	tell := true
	if _, err := chromedp.CallBrowser(p.ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllowAndName, DownloadPath: folder, EventsEnabled: &tell}); err != nil {
		p.t.Fatal(err)
	}
	p.do("press "+selector, chromedp.Click(chromedp.CSS(selector)))
	var file savedFile
	limit := time.After(time.Minute)
	for {
		select {
		case event := <-events:
			switch e := event.(type) {
			case *cdpbrowser.EventDownloadWillBegin:
				file.name = e.SuggestedFilename
			case *cdpbrowser.EventDownloadProgress:
				if e.State != cdpbrowser.DownloadProgressStateCompleted {
					continue
				}
				data, err := os.ReadFile(filepath.Join(folder, e.GUID))
				if err != nil {
					p.t.Fatal(err)
				}
				file.data = data
				return file
			}
		case <-limit:
			p.shot("failed")
			p.t.Fatalf("%s saves nothing", selector)
		}
	}
}

// TestPreviewOnPaper holds that a preview shows what is printed: wide tables whole, headings as far apart as lines of text, and the
// chart that was switched on, with nothing in it that the page's own policy forbids.
func TestPreviewOnPaper(t *testing.T) {
	url, a := serve(t)
	draft := filingOf(t, a, "柳河镇人民政府", 2026)
	p := &page{t: t, ctx: browser(t), url: url, shots: "preview"}
	p.signIn("clerk")
	p.open(draft + "/sections/requests")
	p.do("open the charts", chromedp.Click(chromedp.CSS(`[data-testid="charts"] summary`)))
	p.click(`[data-testid="charts"] button[value="chart_on:requests"]`)
	for _, place := range []string{"/preview", "/review"} {
		p.open(draft + place)
		for what, script := range map[string]string{
			"a table is cut off":                             `[...document.querySelectorAll(".nb-table-box")].every((box) => box.scrollWidth <= box.clientWidth)`,
			"a heading stands closer than a line":            `[...document.querySelectorAll(".paper .nb-heading")].every((h) => getComputedStyle(h).lineHeight === getComputedStyle(document.querySelector(".paper .nb-text")).lineHeight)`,
			"there is not one chart":                         `document.querySelectorAll(".paper svg").length === 1`,
			"a style is written where the policy forbids it": `document.querySelectorAll(".paper [style], .paper style").length === 0`,
		} {
			if got := p.read("look at "+place, chromedp.Evaluate[string](`String(`+script+`)`)); got != "true" {
				t.Errorf("%s: %s", place, what)
			}
		}
	}
	p.shot("01-chart")
}
