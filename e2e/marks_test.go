package e2e

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestMarksStandBehindTheirWords compares pictures: the text as the field shows it, and the same text as the ground behind it has it.
func TestMarksStandBehindTheirWords(t *testing.T) {
	p := &page{t: t, ctx: browser(t), url: desk(t), shots: "marks"}
	p.signIn("clerk")
	overview := p.beginReport("2027") + "/sections/overview"
	p.open(overview)
	paragraph := "（一）主动公开。按照按照要求，我镇在县政府门户网站公开政府信息1,286条（其中：通知公告30条、财政预决算12条），“五公开”专栏运行正常：。详见" +
		" https://www.example.gov.cn/zwgk/a/very/long/path/index.html，共100%。AVATAR  office fi 😀，，；《》！\n"
	p.evaluate("text.value = `" + strings.Repeat(paragraph, 6) + "`; text.dispatchEvent(new Event('input', {bubbles: true}))")
	p.until("marks", `document.querySelectorAll(".marks mark").length >= 12`)
	for _, width := range []int64{1440, 900, 400} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p.do("size", chromedp.EmulateViewport(width, 900))
			p.open(overview)
			p.evaluate(`text.style.cssText = "height: 500px; caret-color: transparent"; text.scrollTop = 260`)
			p.evaluate(`document.querySelectorAll(".marks mark").forEach(m => { m.style.cssText = "color: inherit; background: none; border-color: transparent"; })`)
			shown := p.picture()
			p.evaluate(`text.style.color = "transparent"; document.querySelector(".marks").style.color = "#1d2733"`)
			behind := p.picture()
			// A shift by a pixel would change most of the ink, which is a tenth of the picture; a few characters may round otherwise.
			if different, all := compare(shown, behind); different*50 > all {
				p.shot(fmt.Sprint("failed-", width))
				t.Errorf("%d of %d pixels are different", different, all)
			}
		})
	}
}

// picture is what the window shows, once it stands still.
func (p *page) picture() image.Image {
	p.t.Helper()
	time.Sleep(300 * time.Millisecond)
	ctx, cancel := context.WithTimeout(p.ctx, 20*time.Second)
	defer cancel()
	data, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		p.t.Fatal(err)
	}
	return picture
}

// compare counts the pixels that differ, and those with ink.
func compare(a, b image.Image) (different, ink int) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				different++
			}
			if r1 < 0xc000 {
				ink++
			}
		}
	}
	return different, ink
}
