package pdf_test

import (
	"bytes"
	"regexp"
	"strconv"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"nianbao/report/layout/truetype"
)

// archive is a file as pdfcpu reads it.
type archive struct {
	t    testing.TB
	data []byte
	ctx  *model.Context
	// fonts are those of the file, by object number.
	fonts map[int]*readFont
}

// parsed reads a file, which pdfcpu must find valid.
func parsed(t testing.TB, data []byte) *archive {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	ctx, err := api.ReadAndValidate(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatal(err)
	}
	return &archive{t: t, data: data, ctx: ctx, fonts: map[int]*readFont{}}
}

// get follows keys from an object, nil where one is missing.
func (a *archive) get(o types.Object, keys ...string) types.Object {
	a.t.Helper()
	o, err := a.ctx.Dereference(o)
	if err != nil {
		a.t.Fatal(err)
	}
	if len(keys) == 0 {
		return o
	}
	switch o := o.(type) {
	case types.Dict:
		return a.get(o[keys[0]], keys[1:]...)
	case types.StreamDict:
		return a.get(o.Dict[keys[0]], keys[1:]...)
	case types.Array:
		i, err := strconv.Atoi(keys[0])
		if err != nil || i >= len(o) {
			return nil
		}
		return a.get(o[i], keys[1:]...)
	}
	return nil
}

func (a *archive) root(keys ...string) types.Object { return a.get(*a.ctx.Root, keys...) }

func (a *archive) array(o types.Object, keys ...string) types.Array {
	array, _ := a.get(o, keys...).(types.Array)
	return array
}

func (a *archive) number(o types.Object, keys ...string) float64 {
	switch n := a.get(o, keys...).(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return 0
}

// name is a name, "" for anything else.
func (a *archive) name(o types.Object, keys ...string) string {
	name, _ := a.get(o, keys...).(types.Name)
	return string(name)
}

// text is a text string.
func (a *archive) text(o types.Object, keys ...string) string {
	s, err := a.ctx.DereferenceText(a.get(o, keys...))
	if err != nil {
		a.t.Error(err)
	}
	return s
}

// content is what is in a stream.
func (a *archive) content(o types.Object, keys ...string) []byte {
	a.t.Helper()
	s, ok := a.get(o, keys...).(types.StreamDict)
	if !ok {
		a.t.Fatalf("%v %q is no stream", o, keys)
	}
	if err := s.Decode(); err != nil {
		a.t.Fatal(err)
	}
	return s.Content
}

func (a *archive) pages() []types.Object { return a.array(*a.ctx.Root, "Pages", "Kids") }

// each goes over all objects of the file, and what is in them.
func (a *archive) each(visit func(types.Object)) {
	var walk func(types.Object)
	walk = func(o types.Object) {
		visit(o)
		switch o := o.(type) {
		case types.Dict:
			for _, v := range o {
				walk(v)
			}
		case types.StreamDict:
			walk(o.Dict)
		case types.Array:
			for _, v := range o {
				walk(v)
			}
		}
	}
	for n, e := range a.ctx.Table {
		if !e.Free {
			walk(a.get(*types.NewIndirectRef(n, 0)))
		}
	}
}

// readFont is a font as a viewer sees it.
type readFont struct {
	program *truetype.Font
	glyphs  map[int]truetype.GlyphID // by CID; nil for the identity
	widths  map[int]float64
	texts   map[int]string
}

func (f *readFont) glyph(cid int) truetype.GlyphID {
	if f.glyphs == nil {
		return truetype.GlyphID(cid)
	}
	return f.glyphs[cid]
}

func (f *readFont) width(cid int) float64 {
	if w, ok := f.widths[cid]; ok {
		return w
	}
	return 1000
}

var unicodePat = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>\n`)

func (a *archive) font(o types.Object) *readFont {
	r := o.(types.IndirectRef)
	if a.fonts[r.ObjectNumber.Value()] != nil {
		return a.fonts[r.ObjectNumber.Value()]
	}
	f := &readFont{widths: map[int]float64{}, texts: map[int]string{}}
	a.fonts[r.ObjectNumber.Value()] = f
	descendant := a.get(o, "DescendantFonts", "0")
	program := a.content(descendant, "FontDescriptor", "FontFile2")
	var err error
	if f.program, err = truetype.Parse(bytes.NewReader(program), int64(len(program)), 0); err != nil {
		a.t.Fatal(err)
	}
	if _, identity := a.get(descendant, "CIDToGIDMap").(types.Name); !identity {
		f.glyphs = map[int]truetype.GlyphID{}
		for m, cid := a.content(descendant, "CIDToGIDMap"), 0; cid < len(m)/2; cid++ {
			f.glyphs[cid] = truetype.GlyphID(m[2*cid])<<8 | truetype.GlyphID(m[2*cid+1])
		}
	}
	for w := a.array(descendant, "W"); len(w) > 0; w = w[2:] {
		for i := range a.array(w[1]) {
			f.widths[int(a.number(w[0]))+i] = a.number(w[1], strconv.Itoa(i))
		}
	}
	for _, m := range unicodePat.FindAllSubmatch(a.content(o, "ToUnicode"), -1) {
		var units []uint16
		for s := m[2]; len(s) > 0; s = s[4:] {
			units = append(units, hexNumber(s[:4]))
		}
		f.texts[int(hexNumber(m[1]))] = string(utf16.Decode(units))
	}
	return f
}

func hexNumber(b []byte) uint16 {
	n, err := strconv.ParseUint(string(b), 16, 16)
	if err != nil {
		panic(err)
	}
	return uint16(n)
}

// shownChar is a character that is shown on a page.
type shownChar struct {
	font  *readFont
	cid   int
	glyph truetype.GlyphID
	text  string
	// mark is the marked content that it is in: the tag and its properties.
	mark string
}

// shown are the characters that a page shows.
func (a *archive) shown(page types.Object) (all []shownChar) {
	var font *readFont
	mark := ""
	for _, op := range operations(a.content(page, "Contents")) {
		switch op.operator {
		case "Tf":
			font = a.font(a.get(page, "Resources", "Font").(types.Dict)[op.operands[0][1:]])
		case "BDC":
			mark = op.operands[0] + " " + op.operands[1]
		case "EMC":
			mark = ""
		case "TJ":
			for _, s := range regexp.MustCompile(`<([0-9A-F]*)>`).FindAllStringSubmatch(op.operands[0], -1) {
				for s := []byte(s[1]); len(s) > 0; s = s[4:] {
					cid := int(hexNumber(s[:4]))
					all = append(all, shownChar{font, cid, font.glyph(cid), font.texts[cid], mark})
				}
			}
		}
	}
	return all
}
