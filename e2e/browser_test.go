// Package e2e runs the real server with a real browser.
package e2e

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"nianbao/internal/app"
	"nianbao/internal/demo"
	"nianbao/internal/tooltest"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/layout"
)

// password is that of the demo accounts in these tests.
const password = "e2e-测试-county"

// today is when the tests take place: a January day in which reports are being written.
var today = time.Date(2027, 1, 12, 9, 30, 0, 0, time.FixedZone("CST", 8*60*60))

// newApp is the app over a database of the test's own, on a free port.
func newApp(t *testing.T) *app.App {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	loaded, _ := layout.LoadFonts(document.Fonts{}, os.DirFS(filepath.Join("..", "fonts")))
	a := &app.App{Config: app.Config{Addr: "127.0.0.1:0", DSN: "sqlite:" + filepath.Join(t.TempDir(), "e2e.db"), Editions: editions, Fonts: loaded,
		Logger: slog.New(slog.NewTextHandler(io.Discard, nil)), IdleTimeout: 30 * time.Minute,
		Now: func() time.Time { return today.Add(time.Since(begun)) }}}
	if err := a.Open(context.Background()); err != nil {
		t.Fatal(err)
	}
	return a
}

// start lets the app answer until the test ends.
func start(t *testing.T, a *app.App) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- a.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-stopped; err != nil {
			t.Error(err)
		}
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
}

// serve runs the app with the demo county.
func serve(t *testing.T) (url string, a *app.App) {
	t.Helper()
	a = newApp(t)
	if _, err := demo.Fill(context.Background(), a.Store, a.Config.Now(), password); err != nil {
		t.Fatal(err)
	}
	start(t, a)
	return a.URL(), a
}

// browser starts a headless Chromium with a new profile.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := tooltest.Need(t, "chromium", "chromium")
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(1440, 900))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	// The browser lives as long as the context of its first action, so that one has no time limit.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	return ctx
}

// page drives one tab and says where it failed.
type page struct {
	t   *testing.T
	ctx context.Context
	url string
	// shots is where screenshots go, with the story's name before theirs.
	shots string
}

// do runs actions, each within a bounded time.
func (p *page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.shot("failed")
		p.t.Fatalf("%s: %v", what, err)
	}
}

// read runs an action that gives a text.
func (p *page) read(what string, action chromedp.Action[string]) string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 30*time.Second)
	defer cancel()
	out, err := chromedp.Run(ctx, action)
	if err != nil {
		p.shot("failed")
		p.t.Fatalf("%s: %v", what, err)
	}
	return out
}

func (p *page) open(path string) {
	p.t.Helper()
	p.do("open "+path, chromedp.Navigate(p.url+path))
}

// click presses something that leads to another page, and waits for that page.
func (p *page) click(selector string) {
	p.t.Helper()
	p.leave("click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// leave does something that loads another page, and waits until that has loaded.
func (p *page) leave(what string, do chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 30*time.Second)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, do); err != nil {
		p.shot("failed")
		p.t.Fatalf("%s: %v", what, err)
	}
}

func (p *page) text(selector string) string {
	p.t.Helper()
	return p.read("read "+selector, chromedp.Text(chromedp.CSS(selector)))
}

// shot saves a screenshot under build/screenshots for people to look at.
func (p *page) shot(name string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, 20*time.Second)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Logf("screenshot %s: %v", name, err)
		return
	}
	folder := filepath.Join("..", "build", "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, p.shots+"-"+name+".png"), png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
