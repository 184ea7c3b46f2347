package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/report/document/gbt9704"
)

const poem = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔"

// ends are the texts of the lines of a paragraph, ours and those of a word processor.
func ends(text string) (ours, plain []string) {
	t := newTypesetter(testFonts())
	m := body()
	var spans []span
	for i, part := range strings.Split(text, "@") { // addresses stand between two @
		spans = append(spans, span{text: part, style: in(Fang), anywhere: i%2 == 1})
	}
	f := filler{chars: t.shape(spans), measure: m}
	said := func(from, to int) string {
		var b strings.Builder
		for _, c := range f.chars[from:to] {
			b.WriteRune(c.r)
		}
		return b.String()
	}
	for f.start < len(f.chars) {
		from := f.start
		f.next()
		ours = append(ours, said(from, f.start))
	}
	room := m.width - m.indent
	for i := 0; i < len(f.chars); room = m.width {
		end := fill(f.chars, i, room, false)
		plain, i = append(plain, said(i, end)), end
	}
	return ours, plain
}

// A line that a word processor would end between a number and its unit is ended beside it, and the lines below end again where they
// would have.
func TestMovedEnds(t *testing.T) {
	han := []rune(poem)
	text := func(n int, text string) string { return string(han[:n]) + text + string(han[n:]) }
	for _, c := range []struct {
		name, text  string
		ours, plain string // how the first lines end
	}{
		{"all the same", text(24, "开"), "开闰 阙珠", "开闰 阙珠"},
		{"the unit comes up", text(23, "2022年"), "2022年 剑号", "2022 剑号"},
		{"the number goes down", text(25, "3万条"), "藏闰 剑号巨", "闰3 剑号巨"},
		{"with a comma", text(24, "43条，"), "冬藏 剑号", "43 剑号"},
		{"the second dash comes up", text(25, "——"), "闰—— 巨阙", "闰— 巨阙"},
		{"a number that stands behind another", text(22, "2021-2022公开"), "2021-2022 丽水玉", "2021- 丽水玉"},
		{"three lines are set closer", text(23, "10.89余万人次，") + poem, "秋收冬 生丽水 翔天 成岁律吕", "10.89 玉出 翔天地 成岁律吕"},
		{"in the last line", text(23, "2022年")[:len(text(23, "2022年"))-len(string(han[23:]))], "秋收冬 2022年", "2022 年"},
		{"a line feed while they are", text(23, "10.89余万人次，")[:len("10.89")+3*(23+5+23)] + "\n" + poem, "秋收冬 生丽水 玉出 闰余成岁 夜光", "10.89 玉出 闰余成岁 夜光"},
		{"a line feed behind a number", "截至2022\n年初", "2022 年初", "2022 年初"},
		{"an address goes down", text(24, "@https://www.example.gov.cn/zwgk/2022/index.html@"), "冬藏 l闰余成岁律", "冬藏 l闰余成岁律"},
		{"an address is cut", text(20, "@www.example.cn@"), "www.exampl 玉出", "暑往 结为霜"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ours, plain := ends(c.text)
			for _, c := range []struct {
				name, want string
				lines      []string
			}{{"ours", c.ours, ours}, {"plain", c.plain, plain}} {
				for i, want := range strings.Fields(c.want) {
					if i >= len(c.lines) || !strings.HasSuffix(strings.TrimSuffix(c.lines[i], "\n"), want) {
						t.Errorf("%s: line %d of %q, want …%s", c.name, i+1, c.lines, want)
					}
				}
			}
		})
	}
}

// Text that is not justified is not set closer.
func TestMovedEndsAreJustified(t *testing.T) {
	for _, align := range []align{left, centred, right} {
		m := body()
		m.align, m.indent = align, 0
		for n := range 8 {
			text := string([]rune(poem)[:20+n]) + "2022年" + poem
			for i, l := range newTypesetter(testFonts()).set([]span{{text: text, style: in(Fang)}}, m) {
				if r := l.runs[0]; r.X < m.x || r.X+r.width() > m.x+m.width {
					t.Errorf("align %d, number at %d, line %d: %s-%s", align, 20+n, i+1, points(r.X), points(r.X+r.width()))
				}
			}
		}
	}
}

// Numbers at all places of a line: none is taken off its unit, no gap is closer than by ¾ pt, what is set closer fills its line,
// numbers stay as they are, and most lines end where those of a word processor do.
func TestMovedEndsStayInStep(t *testing.T) {
	phrases := []string{"全年公开", "信息%d条", "，其中", "图解%d件。", "自20%02d年起", "——", "…", "……", "办公室", "、", "（第%d页）", "占%d.5%%", "约%d余万人次，", "OFFICE", "2021-20%02d年", "群众“来信”"}
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	ts := newTypesetter(testFonts())
	same, lines, moved := 0, 0, 0
	for range 300 {
		var b strings.Builder
		for range 60 {
			phrase := phrases[next(len(phrases))]
			if strings.Contains(phrase, "%") {
				phrase = fmt.Sprintf(phrase, next(99)+1)
			}
			b.WriteString(phrase)
		}
		text := b.String()
		ours, plain := ends(text)
		lines += len(plain)
		ourEnds, plainEnds := places(ours), places(plain)
		for _, at := range plainEnds {
			if slices.Contains(ourEnds, at) {
				same++
			}
		}
		spans := []span{{text: text, style: in(Fang)}}
		held := slices.Clone(ts.shape(spans))
		for _, at := range plainEnds {
			if at < len(held) && held[at].held {
				moved++
			}
		}
		for _, at := range ourEnds {
			if at < len(held) && !held[at].ends() {
				t.Errorf("%q ends at %d", ours, at)
			}
		}
		for i, l := range ts.set(spans, body()) {
			r := l.runs[0]
			if edge := gbt9704.TextLeft + gbt9704.TextWidth; r.X+r.width() > edge || i+1 < len(ours) && r.X+r.width() < edge {
				t.Errorf("line %d of %q ends at %s", i+1, ours, points(r.X+r.width()))
			}
			for j, g := range r.Glyphs[:len(r.Glyphs)-1] {
				own := gbt9704.San*Length(ts.faces[r.Face].Advance(g.ID))/Length(ts.faces[r.Face].UnitsPerEm) + gbt9704.Tighten
				digits := traitsOf(g.Text)&digit != 0 && traitsOf(r.Glyphs[j+1].Text)&digit != 0
				if (traitsOf(g.Text)^traitsOf(r.Glyphs[j+1].Text))&wide != 0 {
					own -= gbt9704.Tighten
					if traitsOf(g.Text)&traitsOf(r.Glyphs[j+1].Text)&word != 0 {
						own += gbt9704.AutoSpace(gbt9704.San)
					}
				}
				if g.Advance < own-750 || digits && g.Advance != own {
					t.Errorf("line %d of %q: %c has %s, its own is %s", i+1, ours, g.Text, points(g.Advance), points(own))
				}
			}
		}
	}
	if moved < lines/20 {
		t.Errorf("only %d of %d lines would be parted", moved, lines)
	}
	if (same+moved)*100 < lines*90 {
		t.Errorf("%d of %d lines end where they would have, %d may not", same, lines, moved)
	}
	t.Logf("%d of %d lines end where they would have, %d may not", same, lines, moved)
}

// places are where lines end, in characters.
func places(lines []string) (ends []int) {
	at := 0
	for _, l := range lines {
		at += len([]rune(l))
		ends = append(ends, at)
	}
	return ends
}
