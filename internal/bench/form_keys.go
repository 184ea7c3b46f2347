package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"nianbao/agency"
	"nianbao/internal/app"
	"nianbao/internal/demo"
)

// The keys come in rounds, and the line is the round in the middle: on two cores that a browser, its raster threads and this
// program share, a slow moment of the machine is in one round and not in all.
const (
	keyRounds = 5
	roundKeys = 100
)

// keyTimer times from the key event, before any handler of the page, to the layout behind all of them: a listener of the window
// comes last when an event rises, and it was added last.
const keyTimer = `
	var keyTimes = [], keyDown = 0;
	addEventListener("keydown", () => { keyDown = performance.now(); }, true);
	addEventListener("input", () => {
		document.body.offsetHeight;
		keyTimes.push(performance.now() - keyDown);
	});`

// keyCheck adds up a row of the page, so that a page that computes nothing is no fast page.
const keyCheck = `Array.from(document.querySelectorAll("[data-table=requests] tbody tr")).every((tr) => {
		const fields = Array.from(tr.querySelectorAll("[data-cell] input"));
		const sum = fields.reduce((n, field) => n + Number(field.value), 0);
		return fields.length === 0 || Number(tr.querySelector(".value").textContent) === sum;
	})`

// nextFrame lets the page paint, as it does between the keys of a person.
const nextFrame = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true))))`

// measureKeys types single digits into cells of the demo clerk's report; milliseconds by round.
func measureKeys(tab context.Context, b *bench) ([]samples, error) {
	var clerk agency.Member
	a, end, err := b.serve(tab, filepath.Join(b.temp, "keys.db"), func(a *app.App) error {
		_, err := demo.Fill(tab, a.Store, a.Config.Now(), password)
		if err == nil {
			clerk, err = a.Store.SignIn(tab, "clerk", password)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	defer end()
	filing, err := a.Store.FilingOf(tab, clerk, clerk.AgencyID, demo.ThisYear(a.Config.Now()))
	if err != nil {
		return nil, err
	}
	s, err := signIn(a.URL(), "clerk")
	if err != nil {
		return nil, err
	}
	cookie, err := s.cookie()
	if err != nil {
		return nil, err
	}
	ids, err := openRequests(tab, a.URL(), fmt.Sprintf("/reports/%d/sections/requests", filing.ID), cookie)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("the page has no cells")
	}
	random := rand.New(rand.NewPCG(2021, 19))
	digit := 0
	for range keyRounds * roundKeys {
		digit = (digit + 1 + random.IntN(9)) % 10 // another than before
		if err := typeDigit(tab, ids[random.IntN(len(ids))], digit); err != nil {
			return nil, err
		}
	}
	times, err := chromedp.Run(tab, chromedp.Evaluate[samples]("keyTimes"))
	if err != nil {
		return nil, err
	}
	right, err := chromedp.Run(tab, chromedp.Evaluate[bool](keyCheck))
	if err != nil {
		return nil, err
	}
	if len(times) != keyRounds*roundKeys || !right {
		return nil, fmt.Errorf("%d keys made %d input events; totals right: %v", keyRounds*roundKeys, len(times), right)
	}
	return slices.Collect(slices.Chunk(times, roundKeys)), nil
}

// openRequests opens the page as a member, starts the timer, and tells the ids of the cells that are typed.
func openRequests(tab context.Context, base, path string, cookie *http.Cookie) ([]string, error) {
	signIn := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.SetCookie, network.SetCookieParams{Name: cookie.Name, Value: cookie.Value, URL: base})
		return err
	})
	if err := chromedp.Do(tab, signIn, chromedp.Navigate(base+path), chromedp.Evaluate[chromedp.Void](keyTimer)); err != nil {
		return nil, err
	}
	return chromedp.Run(tab, chromedp.Evaluate[[]string](`Array.from(document.querySelectorAll("[data-table=requests] [data-cell] input"), (i) => i.id)`))
}

// typeDigit goes to a cell, which selects what stands there, and presses a key. The key and its character are one message to the
// browser, so that no time passes between them that a keyboard would not take.
func typeDigit(tab context.Context, id string, digit int) error {
	text := strconv.Itoa(digit)
	event := input.DispatchKeyEventParams{Key: text, Code: "Digit" + text, WindowsVirtualKeyCode: int64('0' + digit)}
	press := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		down, up := event, event
		down.Type, down.Text = input.DispatchKeyEventTypeKeyDown, text
		up.Type = input.DispatchKeyEventTypeKeyUp
		if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, down); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, up)
		return err
	})
	focus := chromedp.Evaluate[chromedp.Void](fmt.Sprintf("document.getElementById(%q).focus(); %s", id, nextFrame), chromedp.EvalAwaitPromise)
	return chromedp.Do(tab, focus, press, chromedp.Evaluate[chromedp.Void](nextFrame, chromedp.EvalAwaitPromise))
}
