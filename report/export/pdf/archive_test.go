package pdf_test

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"nianbao/report/layout"
)

// TestPDFA goes through ISO 19005-2 clause by clause, as far as a clause is about anything that the writer writes; what the
// remaining clauses are about (images, forms, signatures, layers, files inside) must not be there at all.
func TestPDFA(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages *layout.Pages
	}{{"by hand", byHand()}, {"ten pages", tenPages(t)}} {
		t.Run(c.name, func(t *testing.T) {
			a := parsed(t, written(t, c.pages, options))
			for _, clause := range []struct {
				number string
				check  func(*archive)
			}{
				{"6.1.2, 6.1.3, 6.1.4, 6.1.7.1, 6.1.9: syntax", (*archive).syntax},
				{"6.1.6, 6.1.7, 6.1.8, 6.1.13: strings, filters, names, limits", (*archive).limits},
				{"6.1.12, 6.4, 6.5.2, 6.8, 6.9, 6.10, 6.11: what is not there", (*archive).absent},
				{"6.2.2, 6.2.4.3, 6.2.5, 6.2.10: contents", (*archive).contents},
				{"6.2.3: output intent", (*archive).intent},
				{"6.2.11: fonts", (*archive).embedded},
				{"6.2.11.5, 6.2.11.7, 6.2.11.8: characters", (*archive).characters},
				{"6.3: annotations", (*archive).annotations},
				{"6.5: actions", (*archive).actions},
				{"6.6: metadata", (*archive).metadata},
				{"6.7: structure", (*archive).structure},
				{"6.7.3.3: everything is marked", (*archive).marked},
				{"6.7.4: language", (*archive).language},
			} {
				t.Run(clause.number, func(t *testing.T) {
					a.t = t
					clause.check(a)
				})
			}
		})
	}
}

func (a *archive) syntax() {
	if _, err := objects(a.data); err != nil {
		a.t.Error(err)
	}
	if a.ctx.ID == nil || len(a.ctx.ID) != 2 || a.ctx.Encrypt != nil {
		a.t.Errorf("ID %v, Encrypt %v", a.ctx.ID, a.ctx.Encrypt)
	}
}

func (a *archive) limits() {
	filters := 0
	a.each(func(o types.Object) {
		switch o := o.(type) {
		case types.HexLiteral:
			if len(o)%2 != 0 || len(o) > 2*32767 {
				a.t.Errorf("6.1.6, 6.1.13: a string of %d digits", len(o))
			}
		case types.StringLiteral:
			if len(o) > 32767 {
				a.t.Errorf("6.1.13: a string of %d bytes", len(o))
			}
		case types.Name:
			if len(o) > 127 || !utf8.ValidString(string(o)) {
				a.t.Errorf("6.1.8, 6.1.13: name %q", o)
			}
		case types.Integer:
			if o > math.MaxInt32 || o < math.MinInt32 {
				a.t.Errorf("6.1.13: %d", o)
			}
		case types.StreamDict:
			for _, key := range []string{"F", "FFilter", "FDecodeParms"} {
				if o.Dict[key] != nil {
					a.t.Errorf("6.1.7.1: a stream has %s", key)
				}
			}
			if f := o.Dict["Filter"]; f != nil {
				filters++
				if f != types.Name("FlateDecode") {
					a.t.Errorf("6.1.7.2: filter %v", f)
				}
			}
		}
	})
	if filters == 0 {
		a.t.Error("no stream was looked at")
	}
	for _, page := range a.pages() {
		for _, box := range []string{"MediaBox", "CropBox"} {
			if w, h := a.number(page, box, "2"), a.number(page, box, "3"); math.Abs(w-595.276) > 0.001 || math.Abs(h-841.89) > 0.001 {
				a.t.Errorf("%s of %v × %v", box, w, h)
			}
		}
	}
}

func (a *archive) absent() {
	a.each(func(o types.Object) {
		d, _ := o.(types.Dict)
		for _, key := range []string{"AcroForm", "AA", "OpenAction", "Perms", "EF", "EmbeddedFiles", "AF", "OCProperties", "AlternatePresentations", "PresSteps",
			"Requirements", "NeedsRendering", "ExtGState", "XObject", "ColorSpace", "Pattern", "Shading", "Group", "SMask", "Metadata", "Names", "JavaScript"} {
			if d[key] != nil && (key != "Metadata" || d["Type"] != types.Name("Catalog")) {
				a.t.Errorf("%s is there: %v", key, d)
			}
		}
	})
}

func (a *archive) contents() {
	// the operands of the operators that the writer uses; all of them are in ISO 32000-1
	known := map[string]int{"BT": 0, "ET": 0, "BDC": 2, "EMC": 0, "Tf": 2, "Td": 2, "Tm": 6, "TJ": 1, "Tc": 1, "g": 1, "re": 4, "f": 0}
	for _, page := range a.pages() {
		if d := page.(types.IndirectRef); a.get(d).(types.Dict)["Resources"] == nil {
			a.t.Error("6.2.2: the page has no Resources of its own")
		}
		for _, op := range operations(a.content(page, "Contents")) {
			if n, ok := known[op.operator]; !ok || n != len(op.operands) {
				a.t.Errorf("6.2.2: operator %q with %q", op.operator, op.operands)
			}
			for _, token := range strings.Fields(strings.Join(op.operands, " ")) {
				if len(token) > 2*32767 {
					a.t.Errorf("6.1.13: a string of %d digits", len(token))
				}
			}
		}
	}
	// g is DeviceGray: 6.2.4.3 wants an output intent then, which intent looks at
}

func (a *archive) intent() {
	intents := a.array(*a.ctx.Root, "OutputIntents")
	if len(intents) != 1 || a.name(intents[0], "S") != "GTS_PDFA1" || a.text(intents[0], "OutputConditionIdentifier") == "" || a.number(intents[0], "DestOutputProfile", "N") != 1 {
		a.t.Fatalf("got %v", intents)
	}
	// ICC.1:2001-04, 6
	p := a.content(intents[0], "DestOutputProfile")
	for at, want := range map[int]string{8: "\x02\x40", 12: "mntrGRAYXYZ ", 36: "acsp"} {
		if got := string(p[at : at+len(want)]); got != want {
			a.t.Errorf("profile at %d: got %q, want %q", at, got, want)
		}
	}
	if n := binary.BigEndian.Uint32(p); int(n) != len(p) {
		a.t.Errorf("the profile says that it has %d bytes, and has %d", n, len(p))
	}
	tags := map[string]string{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		from, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		if from%4 != 0 || int(from+size) > len(p) {
			a.t.Fatalf("tag %q lies at %d + %d", e[:4], from, size)
		}
		tags[string(e[:4])] = string(p[from : from+4])
	}
	for tag, kind := range map[string]string{"desc": "desc", "cprt": "text", "wtpt": "XYZ ", "kTRC": "curv"} {
		if tags[tag] != kind {
			a.t.Errorf("tag %s is %q, want %q", tag, tags[tag], kind)
		}
	}
}

func (a *archive) embedded() {
	fonts := a.get(a.pages()[0], "Resources", "Font").(types.Dict)
	if len(fonts) == 0 {
		a.t.Error("no fonts")
	}
	for _, f := range fonts {
		d := a.get(f, "DescendantFonts", "0")
		base := a.name(f, "BaseFont")
		for path, want := range map[string]string{"Type": "Font", "Subtype": "Type0", "Encoding": "Identity-H"} { // 6.2.11.2, 6.2.11.3.1, 6.2.11.3.3
			if got := a.name(f, path); got != want {
				a.t.Errorf("%s of %s: got %q, want %q", path, base, got, want)
			}
		}
		for path, want := range map[string]string{"Type": "Font", "Subtype": "CIDFontType2", "BaseFont": base} {
			if got := a.name(d, path); got != want {
				a.t.Errorf("%s of the descendant of %s: got %q, want %q", path, base, got, want)
			}
		}
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+$`).MatchString(base) || a.name(d, "FontDescriptor", "FontName") != base {
			a.t.Errorf("name %q", base)
		}
		descriptor := a.get(d, "FontDescriptor").(types.Dict)
		for _, key := range []string{"Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV", "FontFile2"} {
			if descriptor[key] == nil {
				a.t.Errorf("the descriptor of %s has no %s", base, key)
			}
		}
		if descriptor["CIDSet"] != nil { // 6.2.11.4.2
			a.t.Errorf("%s has a CIDSet", base)
		}
		if length := len(a.content(descriptor, "FontFile2")); int(a.number(descriptor, "FontFile2", "Length1")) != length {
			a.t.Errorf("the file of %s has %d bytes", base, length)
		}
		if a.get(d, "CIDToGIDMap") == nil { // 6.2.11.3.2
			a.t.Errorf("%s has no CIDToGIDMap", base)
		}
	}
}

func (a *archive) characters() {
	n := 0
	for _, page := range a.pages() {
		for _, c := range a.shown(page) {
			n++
			if c.glyph == 0 {
				a.t.Errorf("6.2.11.8: CID %d is .notdef", c.cid)
			}
			if c.font.program.Check() != nil {
				a.t.Fatal(c.font.program.Check())
			}
			own := float64(c.font.program.Advance(c.glyph)) * 1000 / float64(c.font.program.UnitsPerEm)
			if w := c.font.width(c.cid); math.Abs(w-own) > 1 {
				a.t.Errorf("6.2.11.5: %s is %v wide, and %v in its font", c.text, w, own)
			}
			if c.text == "" || strings.ContainsAny(c.text, "\x00\ufeff\ufffe") {
				a.t.Errorf("6.2.11.7.2: CID %d is %q", c.cid, c.text)
			}
			for _, r := range c.text {
				if r >= 0xe000 && r < 0xf900 || r >= 0xf0000 {
					a.t.Errorf("6.2.11.7.3: %q", r)
				}
			}
		}
	}
	if n < 50 {
		a.t.Errorf("only %d characters", n)
	}
}

func (a *archive) annotations() {
	for _, page := range a.pages() {
		for _, o := range a.array(page, "Annots") {
			d := a.get(o).(types.Dict)
			if a.name(d, "Subtype") != "Link" { // 6.3.1, 6.3.3: no other kind goes without an appearance
				a.t.Errorf("6.3.1: %v", d)
			}
			if a.number(d, "F") != 4 { // printed, neither hidden nor without a view
				a.t.Errorf("6.3.2: F %v", d["F"])
			}
			if a.text(d, "Contents") == "" {
				a.t.Error("6.3.4: no Contents")
			}
			if a.get(d, "AP") != nil || a.get(d, "C") != nil || a.get(d, "IC") != nil {
				a.t.Errorf("%v", d)
			}
		}
	}
}

func (a *archive) actions() {
	a.each(func(o types.Object) {
		if d, _ := o.(types.Dict); d["A"] != nil && d["S"] == nil { // a structure element has attributes in A
			if s := a.name(d, "A", "S"); s != "URI" && s != "GoTo" {
				a.t.Errorf("6.5.1: %q", s)
			}
		}
	})
}

func (a *archive) metadata() {
	r, ok := a.get(*a.ctx.Root).(types.Dict)["Metadata"].(types.IndirectRef)
	if !ok || a.name(r, "Type") != "Metadata" || a.name(r, "Subtype") != "XML" || a.get(r, "Filter") != nil {
		a.t.Fatalf("6.6.2.1: got %v", a.get(r))
	}
	xmp := a.content(r)
	header, _, _ := bytes.Cut(xmp, []byte("?>"))
	if !bytes.HasPrefix(header, []byte("<?xpacket begin=\"\ufeff\" id=")) || bytes.Contains(header, []byte("bytes=")) || bytes.Contains(header, []byte("encoding=")) {
		a.t.Errorf("6.6.2.1: header %q", header)
	}
	if !bytes.HasSuffix(xmp, []byte(`<?xpacket end="r"?>`)) || !utf8.Valid(xmp) {
		a.t.Errorf("6.6.2.1: %q", xmp)
	}
	properties := a.properties(xmp)
	// 6.6.2.3.1: only properties that the schemas of XMP have
	predefined := []string{"dc:format", "dc:language", "dc:title", "dc:creator", "dc:description", "dc:identifier", "xmp:CreatorTool", "pdf:Producer",
		"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "pdfaid:part", "pdfaid:conformance"}
	for p := range properties {
		if !slices.Contains(predefined, p) {
			a.t.Errorf("6.6.2.3.1: %s", p)
		}
	}
	if properties["pdfaid:part"] != "2" || properties["pdfaid:conformance"] != "A" {
		a.t.Errorf("6.6.4: %v", properties)
	}
	// 6.6.3: the older properties say the same
	for key, property := range map[string]string{"Title": "dc:title", "Author": "dc:creator", "Subject": "dc:description", "Creator": "xmp:CreatorTool", "Producer": "pdf:Producer"} {
		if got := a.text(*a.ctx.Info, key); got == "" || got != properties[property] {
			a.t.Errorf("6.6.3: %s %q, %s %q", key, got, property, properties[property])
		}
	}
	for key, property := range map[string]string{"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"} {
		if got := a.text(*a.ctx.Info, key); got != "D:20230118090000+00'00'" || properties[property] != "2023-01-18T09:00:00Z" {
			a.t.Errorf("6.6.3: %s %q, %s %q", key, got, property, properties[property])
		}
	}
}

// properties are those of an XMP packet, by their usual prefixes.
func (a *archive) properties(xmp []byte) map[string]string {
	prefixes := map[string]string{"http://purl.org/dc/elements/1.1/": "dc:", "http://ns.adobe.com/xap/1.0/": "xmp:", "http://ns.adobe.com/pdf/1.3/": "pdf:",
		"http://www.aiim.org/pdfa/ns/id/": "pdfaid:"}
	properties, in := map[string]string{}, ""
	for d := xml.NewDecoder(bytes.NewReader(xmp)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return properties
		}
		if err != nil {
			a.t.Fatalf("6.6.2.1: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if prefix := prefixes[token.Name.Space]; prefix != "" {
				in = prefix + token.Name.Local
				properties[in] = ""
			}
		case xml.CharData:
			if in != "" {
				properties[in] += strings.TrimSpace(string(token))
			}
		}
	}
}

// structure checks that tree, pages and parent tree say the same of each other (6.7.3; ISO 32000-1, 14.7.4).
func (a *archive) structure() {
	if a.root("MarkInfo", "Marked") != types.Boolean(true) {
		a.t.Error("6.7.2.2: not marked")
	}
	tree, ok := a.root("StructTreeRoot").(types.Dict)
	if !ok || tree["RoleMap"] != nil {
		a.t.Fatalf("6.7.3.3: %v", tree)
	}
	parents := map[int]types.Object{}
	for nums := a.array(tree, "ParentTree", "Nums"); len(nums) > 0; nums = nums[2:] {
		parents[int(a.number(nums[0]))] = nums[1]
	}
	owned := map[string]bool{}
	standard := regexp.MustCompile(`^(Document|Sect|H[1-6]|P|Span|Figure|Link|Table|THead|TBody|TR|TH|TD)$`) // 6.7.3.4
	var walk func(element types.Object, parent string)
	walk = func(element types.Object, parent string) {
		self := element.(types.IndirectRef).String()
		d := a.get(element).(types.Dict)
		if !standard.MatchString(a.name(d, "S")) || d["P"].(types.IndirectRef).String() != parent {
			a.t.Errorf("element %v below %s", d, parent)
		}
		if a.name(d, "S") == "Figure" && a.text(d, "Alt") == "" {
			a.t.Errorf("6.7.3.4: figure %v", d)
		}
		for _, k := range a.array(d, "K") {
			page, key := d["Pg"], ""
			switch kid := a.get(k).(type) {
			case types.Integer:
				key = a.piece(page, int(kid))
			case types.Dict:
				if kid["Pg"] != nil {
					page = kid["Pg"]
				}
				switch a.name(kid, "Type") {
				case "MCR":
					key = a.piece(page, int(a.number(kid, "MCID")))
				case "OBJR":
					key = kid["Obj"].(types.IndirectRef).String()
					if got := parents[int(a.number(kid, "Obj", "StructParent"))].(types.IndirectRef).String(); got != self {
						a.t.Errorf("annotation %s belongs to %s and to %s", key, self, got)
					}
				default:
					walk(k, self)
					continue
				}
			}
			if owned[key] {
				a.t.Errorf("%s belongs to two elements", key)
			}
			owned[key] = true
		}
	}
	top := tree["K"].(types.IndirectRef)
	walk(top, a.get(*a.ctx.Root).(types.Dict)["StructTreeRoot"].(types.IndirectRef).String())
	// the other way round: what is on the pages belongs to an element, the one that the parent tree names
	for _, page := range a.pages() {
		belongs := a.array(parents[int(a.number(page, "StructParents"))])
		mcids := 0
		for _, op := range operations(a.content(page, "Contents")) {
			if op.operator != "BDC" || op.operands[0] == "/Artifact" {
				continue
			}
			var mcid int
			if _, err := fmt.Sscanf(op.operands[1], "<< /MCID %d >>", &mcid); err != nil || mcid != mcids || mcid >= len(belongs) {
				a.t.Fatalf("%q: %v", op.operands, err)
			}
			mcids++
			if !owned[a.piece(page, mcid)] || op.operands[0][1:] != a.name(belongs[mcid], "S") {
				a.t.Errorf("%q: %v", op.operands, a.get(belongs[mcid]))
			}
			delete(owned, a.piece(page, mcid))
		}
		if mcids != len(belongs) {
			a.t.Errorf("the parent tree has %d pieces of a page that has %d", len(belongs), mcids)
		}
		for _, link := range a.array(page, "Annots") {
			if !owned[link.(types.IndirectRef).String()] {
				a.t.Errorf("annotation %v belongs to nobody", link)
			}
			delete(owned, link.(types.IndirectRef).String())
		}
		if a.name(page, "Tabs") != "S" {
			a.t.Error("the keys do not follow the structure")
		}
	}
	if len(owned) > 0 {
		a.t.Errorf("elements have what is on no page: %v", owned)
	}
}

// piece names a piece of marked content.
func (a *archive) piece(page types.Object, mcid int) string {
	return fmt.Sprint("content ", mcid, " of ", page.(types.IndirectRef))
}

// marked checks that what is drawn is in one piece of the structure or an artifact, never in two.
func (a *archive) marked() {
	for _, page := range a.pages() {
		mark := ""
		for _, op := range operations(a.content(page, "Contents")) {
			switch op.operator {
			case "BDC":
				if mark != "" {
					a.t.Errorf("%q inside %s", op.operands, mark)
				}
				mark = op.operands[0]
			case "EMC":
				mark = ""
			case "TJ", "f":
				if mark == "" || op.operator == "f" && mark != "/Artifact" && mark != "/Figure" {
					a.t.Errorf("%s in %q", op.operator, mark)
				}
			}
		}
		if mark != "" {
			a.t.Errorf("%s has no end", mark)
		}
	}
}

func (a *archive) language() {
	if got := a.text(*a.ctx.Root, "Lang"); got != "zh-CN" {
		a.t.Errorf("got %q", got)
	}
}
