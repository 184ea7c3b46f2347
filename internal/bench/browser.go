package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// browse starts a headless Chromium with a new profile; end closes it.
func (b *bench) browse(ctx context.Context) (tab context.Context, end func(), err error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, nil, errors.New("the browser chromium is not installed; try: apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.UserDataDir(filepath.Join(b.temp, "profile")), chromedp.WindowSize(1440, 900))
	allocator, endAllocator := chromedp.NewExecAllocator(ctx, options...)
	tab, endTab := chromedp.NewContext(allocator)
	end = func() { endTab(); endAllocator() }
	// The browser lives as long as the context of its first action.
	if err := chromedp.Do(tab); err != nil {
		end()
		return nil, nil, fmt.Errorf("start the browser: %w", err)
	}
	return tab, end, nil
}
