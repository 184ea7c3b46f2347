package ofd_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"nianbao/internal/npmtest"
	"nianbao/internal/tooltest"
	"nianbao/report/export/pdf"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// viewer is ofd.js, the reader that websites use, at the last version that wants no licence.
const viewer = "ofd.js@0.2.6"

// scale is in pixels a millimetre.
const scale = 4

// ofd.js shows every page and all text, in the fonts of the file, and the pages look as those of the PDF do.
func TestViewer(t *testing.T) {
	folder := npmtest.Install(t, viewer)
	common := sample(t)
	common.Pages[0].Runs = slices.DeleteFunc(common.Pages[0].Runs, rare)
	for name, p := range map[string]*layout.Pages{"sample": common, "report": laidOut(t)} {
		t.Run(name, func(t *testing.T) {
			texts, shots := show(t, folder, written(t, p, options))
			if len(texts) != len(p.Pages) {
				t.Fatalf("%d pages are shown, want %d", len(texts), len(p.Pages))
			}
			prints := printed(t, p)
			for i := range p.Pages {
				if got, want := texts[i], pageText(p.Pages[i]); got != want {
					t.Errorf("page %d: got %q, want %q", i+1, got, want)
				}
				alike(t, i+1, shots[i], prints[i])
			}
		})
	}
}

// rare says that a run has what ofd.js does not draw: it takes the glyphs of characters, so what no font has looks otherwise, and
// cuts characters beyond the first plane in two.
func rare(r layout.Run) bool {
	return slices.ContainsFunc(r.Glyphs, func(g layout.Glyph) bool { return g.ID == truetype.Box || g.Text > 0xffff })
}

// What ofd.js does not draw, it has as text nevertheless.
func TestViewerText(t *testing.T) {
	p := sample(t)
	texts, _ := show(t, npmtest.Install(t, viewer), written(t, p, options))
	if got, want := texts[0], pageText(p.Pages[0]); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func pageText(p layout.Page) string {
	var b strings.Builder
	for _, r := range p.Runs {
		for _, g := range r.Glyphs {
			b.WriteRune(g.Text)
		}
	}
	return b.String()
}

// show lets ofd.js show a file, and gives the text of each page and its picture.
func show(t *testing.T, folder string, file []byte) (texts []string, shots []image.Image) {
	t.Helper()
	chromium := tooltest.Need(t, "chromium", "chromium")
	entries := unpacked(t, file)
	all := parts(t, file)
	var ids []string
	mux := http.NewServeMux()
	for _, f := range all["Doc_0/PublicRes.xml"].all("Font") {
		ids = append(ids, f.at["ID"])
		mux.HandleFunc("/font/"+f.at["ID"], send(entries["Doc_0/Res/"+f.one(t, "FontFile")]))
	}
	mux.HandleFunc("/file.ofd", send(file))
	mux.HandleFunc("/ofd.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(folder, "node_modules", "ofd.js", "lib", "ofd.umd.min.js"))
	})
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "testdata/viewer.html") })
	server := httptest.NewServer(mux)
	defer server.Close()

	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("force-device-scale-factor", "1"),
		chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(900, 1300))
	allocator, end := chromedp.NewExecAllocator(t.Context(), flags...)
	defer end()
	tab, endTab := chromedp.NewContext(allocator)
	defer endTab()
	list, err := json.Marshal(ids)
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tab, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	texts, err = chromedp.Run(tab, chromedp.Evaluate[[]string]("show("+string(list)+")", chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for i := range texts {
		shot, err := chromedp.Run(tab, chromedp.Screenshot(chromedp.CSS(fmt.Sprintf("body > div:nth-child(%d)", i+1))))
		if err != nil {
			t.Fatal(err)
		}
		shots = append(shots, decoded(t, shot))
	}
	return texts, shots
}

// send answers with some bytes.
func send(data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.Write(data) }
}

// printed are the pages as the PDF has them, at four pixels a millimetre.
func printed(t *testing.T, p *layout.Pages) (pages []image.Image) {
	t.Helper()
	pdftoppm := tooltest.Need(t, "pdftoppm", "poppler-utils")
	var file bytes.Buffer
	if err := pdf.Write(&file, p, options); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), pdftoppm, "-r", "101.6", "-png", in, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	if err != nil || len(names) != len(p.Pages) {
		t.Fatalf("%d pages are printed, want %d (%v)", len(names), len(p.Pages), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, decoded(t, data))
	}
	return pages
}

func decoded(t *testing.T, data []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// alike checks that wherever one picture has ink the other has some within half a millimetre.
func alike(t *testing.T, page int, shown, printed image.Image) {
	t.Helper()
	const near = 2
	both := shown.Bounds().Intersect(printed.Bounds()) // what is left of a point at the right and at the foot is a point to some
	if got, want := both.Size(), image.Pt(210*scale, 297*scale); got != want {
		t.Fatalf("page %d is of %v, want %v", page, got, want)
	}
	for _, way := range []struct {
		what     string
		from, to image.Image
	}{{"shown but not printed", shown, printed}, {"printed but not shown", printed, shown}} {
		from, to := darker(way.from, 128), darker(way.to, 210) // a thin rule may spread over two rows of gray
		ink, alone := 0, 0
		var first image.Point
		for y := near; y < both.Dy()-near; y++ {
			for x := near; x < both.Dx()-near; x++ {
				if !from[y][x] {
					continue
				}
				ink++
				found := false
				for _, row := range to[y-near : y+near+1] {
					found = found || slices.Contains(row[x-near:x+near+1], true)
				}
				if !found {
					if alone == 0 {
						first = image.Pt(x, y)
					}
					alone++
				}
			}
		}
		if ink == 0 || alone > 0 {
			t.Errorf("page %d: %d of %d points are %s, the first at %.1f, %.1f mm", page, alone, ink, way.what,
				float64(first.X)/scale, float64(first.Y)/scale)
		}
	}
}

// darker says which points of a picture are darker than a gray, by rows.
func darker(m image.Image, gray uint8) [][]bool {
	rows := make([][]bool, m.Bounds().Dy())
	for y := range rows {
		rows[y] = make([]bool, m.Bounds().Dx())
		for x := range rows[y] {
			rows[y][x] = color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y < gray
		}
	}
	return rows
}
