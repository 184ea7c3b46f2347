package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/signintech/gopdf"

	"nianbao/report/layout"
)

const (
	gopdfSamples  = 50
	printSamples  = 10
	officeSamples = 3
)

// fontFiles are what a peer sets the type in: the shipped fonts by role, as files.
var fontFiles = map[layout.Role]string{layout.Title: "NotoSerifCJKsc-Bold.ttf", layout.Hei: "NotoSansCJKsc-Regular.ttf", layout.Kai: "NianbaoKai-Regular.ttf",
	layout.Fang: "FandolFang-Regular.ttf", layout.Song: "NotoSerifCJKsc-Regular.ttf"}

// pdfPeers draws the same pages with gopdf, and lets a browser and an office program make a PDF of our own HTML and DOCX.
func pdfPeers(ctx context.Context, b *bench, x *exporting, times map[string]samples, files map[string][]byte) ([]line, error) {
	var lines []line
	for _, peer := range []struct {
		name    string
		measure func(context.Context, *bench, *exporting, map[string][]byte) (samples, error)
	}{
		{"gopdf, the same pages", gopdfTimes},
		{"Chromium's print of our html, warm", printTimes},
		{"LibreOffice's conversion of our docx, a process", officeTimes},
	} {
		theirs, err := peer.measure(ctx, b, x, files)
		if err != nil {
			return lines, fmt.Errorf("%s: %w", peer.name, err)
		}
		lines = append(lines, compare("ten pages as pdf", "ms", times["pdf"], peer.name, theirs, noGoal))
	}
	return lines, nil
}

// gopdfTimes places our laid-out runs with gopdf; laying them out is not timed.
func gopdfTimes(ctx context.Context, _ *bench, x *exporting, _ map[string][]byte) (samples, error) {
	pages := layout.Lay(x.document, x.exporter.Fonts, x.options)
	data := map[layout.Role][]byte{}
	for _, f := range pages.Faces {
		if f == nil {
			continue // no Latin font is wanted
		}
		file, err := os.ReadFile(filepath.Join("fonts", fontFiles[f.Role]))
		if err != nil {
			return nil, err
		}
		data[f.Role] = file
	}
	var times samples
	for i := range gopdfSamples + 5 {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		start := time.Now()
		if err := drawWithGopdf(pages, data); err != nil {
			return nil, err
		}
		if i >= 5 {
			times = append(times, time.Since(start).Seconds()*1000)
		}
	}
	return times, nil
}

func drawWithGopdf(pages *layout.Pages, data map[layout.Role][]byte) error {
	points := func(l layout.Length) float64 { return float64(l) / 1000 }
	var pdf gopdf.GoPdf
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	for i, f := range pages.Faces {
		if f == nil {
			continue
		}
		if err := pdf.AddTTFFontData(strconv.Itoa(i), data[f.Role]); err != nil {
			return err
		}
	}
	for _, p := range pages.Pages {
		pdf.AddPage()
		for _, r := range p.Rules {
			pdf.RectFromUpperLeftWithStyle(points(r.X), points(r.Y), points(r.Width), points(r.Height), "F")
		}
		for _, r := range p.Runs {
			text := make([]rune, len(r.Glyphs))
			for i, g := range r.Glyphs {
				text[i] = g.Text
			}
			if err := pdf.SetFont(strconv.Itoa(r.Face), "", points(r.Size)); err != nil {
				return err
			}
			pdf.SetXY(points(r.X), points(r.Y-r.Size))
			if err := pdf.Text(string(text)); err != nil {
				return err
			}
		}
	}
	var out bytes.Buffer
	_, err := pdf.WriteTo(&out)
	return err
}

func printTimes(ctx context.Context, b *bench, _ *exporting, files map[string][]byte) (samples, error) {
	tab, end, err := b.browse(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	if err := chromedp.Do(tab, chromedp.Navigate("data:text/html;base64,"+base64.StdEncoding.EncodeToString(files["html"]))); err != nil {
		return nil, err
	}
	var times samples
	preferred := true
	for i := range printSamples + 1 {
		start := time.Now()
		print, err := chromedp.Call(tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &preferred})
		if err == nil && len(print.Data) == 0 {
			err = errors.New("the print is empty")
		}
		if err != nil {
			return nil, err
		}
		if i > 0 {
			times = append(times, time.Since(start).Seconds()*1000)
		}
	}
	return times, nil
}

func officeTimes(ctx context.Context, b *bench, _ *exporting, files map[string][]byte) (samples, error) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		return nil, errors.New("LibreOffice is not installed; try: apt-get install libreoffice-writer-nogui")
	}
	file := filepath.Join(b.temp, "office.docx")
	if err := os.WriteFile(file, files["docx"], 0o644); err != nil {
		return nil, err
	}
	var times samples
	for i := range officeSamples + 1 {
		start := time.Now()
		output, err := exec.CommandContext(ctx, soffice, "-env:UserInstallation=file://"+filepath.Join(b.temp, "office"), "--headless", "--convert-to", "pdf",
			"--outdir", b.temp, file).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("soffice: %w: %s", err, shorten(output))
		}
		if i > 0 { // the first one makes its profile
			times = append(times, time.Since(start).Seconds()*1000)
		}
	}
	if _, err := os.Stat(filepath.Join(b.temp, "office.pdf")); err != nil {
		return nil, err
	}
	return times, nil
}
