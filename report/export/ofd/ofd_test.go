package ofd_test

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/internal/tooltest"
	"nianbao/report/document"
	"nianbao/report/export/ofd"
	"nianbao/report/layout"
)

// Every part is as the standard has it.
func TestSchema(t *testing.T) {
	xmllint := tooltest.Need(t, "xmllint", "libxml2-utils")
	plain := sample(t)
	plain.Nodes, plain.Pages[0].Links = nil, nil
	for name, file := range map[string][]byte{
		"everything":                   written(t, sample(t), options),
		"no links, no outline, no day": written(t, plain, document.Options{}),
		"links without a day":          written(t, sample(t), document.Options{}),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			args := []string{"--noout", "--schema", "testdata/ofd.xsd"}
			for name, data := range unpacked(t, file) {
				if path.Ext(name) != ".xml" {
					continue
				}
				file := filepath.Join(dir, strings.ReplaceAll(name, "/", "+"))
				if err := os.WriteFile(file, data, 0o600); err != nil {
					t.Fatal(err)
				}
				args = append(args, file)
			}
			if out, err := exec.CommandContext(t.Context(), xmllint, args...).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// Identifiers are unique over all parts, none is greater than it is said, and what is referred to is there.
func TestReferences(t *testing.T) {
	file := written(t, sample(t), options)
	entries, all := unpacked(t, file), parts(t, file)
	most, err := strconv.Atoi(all["Doc_0/Document.xml"].one(t, "MaxUnitID"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	visit(all, func(_ string, n *node) {
		id, ok := n.at["ID"]
		if !ok {
			return
		}
		if other := kinds[id]; other != "" {
			t.Errorf("%s and %s are both %s", other, n.name, id)
		}
		kinds[id] = n.name
		if v, err := strconv.Atoi(id); err != nil || v > most {
			t.Errorf("the identifier %s is greater than %d", id, most)
		}
	})
	named := map[string]bool{"OFD.xml": true}
	visit(all, func(part string, n *node) {
		for attribute, kind := range map[string]string{"Font": "Font", "PageID": "Page"} {
			if id, ok := n.at[attribute]; ok && kinds[id] != kind {
				t.Errorf("%s names %s as its %s, which is %q", n.name, id, kind, kinds[id])
			}
		}
		location := ""
		switch n.name {
		case "DocRoot", "PublicRes", "Annotations", "FileLoc":
			location = strings.TrimSpace(n.text)
		case "FontFile":
			location = path.Join(all[part].children[0].at["BaseLoc"], n.text)
		case "Page":
			location = n.at["BaseLoc"]
		}
		if location == "" {
			return
		}
		location = path.Join(path.Dir(part), location)
		if entries[location] == nil {
			t.Errorf("%s of %s leads to %s, which is not there", n.name, part, location)
		}
		named[location] = true
	})
	for name := range entries {
		if !named[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
}

// Rules of one gray are one path, which is filled where they are.
func TestRules(t *testing.T) {
	p := sample(t)
	paths := parts(t, written(t, p, options))["Doc_0/Pages/Page_0/Content.xml"].all("PathObject")
	if len(paths) != 2 {
		t.Fatalf("%d paths, want 2", len(paths))
	}
	rules := p.Pages[0].Rules
	for _, o := range paths {
		bound := o.numbers(t, "Boundary")
		for _, data := range strings.SplitAfter(o.one(t, "AbbreviatedData"), "C") {
			fields := strings.Fields(data)
			if len(fields) == 0 {
				continue
			}
			at := func(i int) float64 {
				v, err := strconv.ParseFloat(fields[i], 64)
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
			r := rules[0]
			rules = rules[1:]
			for i, v := range [][2]float64{
				{bound[0] + at(1), mm(r.X)}, {bound[1] + at(2), mm(r.Y)}, {bound[0] + at(7), mm(r.X + r.Width)}, {bound[1] + at(8), mm(r.Y + r.Height)},
			} {
				if math.Abs(v[0]-v[1]) > 0.0011 {
					t.Errorf("side %d of %v: got %.4f, want %.4f", i, r, v[0], v[1])
				}
			}
			want := strings.TrimSpace(strings.Repeat(strconv.Itoa(int(r.Gray))+" ", 3))
			if got := o.all("FillColor")[0].at["Value"]; got != want || o.at["Fill"] != "true" || o.at["Stroke"] != "false" {
				t.Errorf("filled with %q, want %q", got, want)
			}
		}
	}
	if len(rules) > 0 {
		t.Errorf("%d rules are missing", len(rules))
	}
}

func TestOutline(t *testing.T) {
	all := parts(t, written(t, sample(t), options))
	pages := all["Doc_0/Document.xml"].all("Page")
	var got []string
	var walk func(n *node, depth int)
	walk = func(n *node, depth int) {
		if n.name == "OutlineElem" {
			dest := n.all("Dest")[0]
			page := slices.IndexFunc(pages, func(p *node) bool { return p.at["ID"] == dest.at["PageID"] })
			got = append(got, strings.Repeat("  ", depth)+n.at["Title"]+" "+strconv.Itoa(page)+" "+dest.at["Top"])
			depth++
		}
		for _, c := range n.children {
			walk(c, depth)
		}
	}
	walk(all["Doc_0/Document.xml"], 0)
	want := []string{"清溪县教育局 2026 年政府信息公开工作年度报告 0 30", "一、总体情况 0 37", "  （一）主动公开 0 50", "  （二）依申请公开 & 其他 0 70", "二、“存在的问题” 1 37.5"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinks(t *testing.T) {
	all := parts(t, written(t, sample(t), options))
	annots := all["Doc_0/Annots/Page_0/Annotation.xml"].all("Annot")
	if len(annots) != 2 {
		t.Fatalf("%d links, want 2", len(annots))
	}
	if got, want := annots[0].all("URI")[0].at["URI"], "https://example.gov.cn/?a=1&b=2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	second := all["Doc_0/Document.xml"].all("Page")[1].at["ID"]
	if dest := annots[1].all("Dest")[0].at; dest["PageID"] != second || dest["Top"] != "37.5" {
		t.Errorf("got %v, want the page %s at 37.5", dest, second)
	}
	if got, want := annots[0].all("Appearance")[0].at["Boundary"], "28 105 30 6"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if annots[0].at["LastModDate"] != "2027-01-18" {
		t.Errorf("changed on %s, want the day in China", annots[0].at["LastModDate"])
	}
}

func TestInfo(t *testing.T) {
	info := parts(t, written(t, sample(t), options))["OFD.xml"]
	for name, want := range map[string]string{
		"Title": "清溪县教育局 2026 年政府信息公开工作年度报告 <草>", "Author": "清溪县教育局",
		"CreationDate": "2027-01-18", "ModDate": "2027-01-18", "Creator": "nianbao", "DocRoot": "Doc_0/Document.xml",
	} {
		if got := info.one(t, name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	var got []string
	for _, d := range info.all("CustomData") {
		got = append(got, d.at["Name"]+"="+d.text)
	}
	if want := []string{"宋体的代用字体=思源宋体", "楷体_GB2312的代用字体=年报楷体"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	own := sample(t)
	for _, f := range own.Faces {
		f.Own = true
	}
	if found := parts(t, written(t, own, options))["OFD.xml"].all("CustomData"); len(found) > 0 {
		t.Errorf("%q stands in for the font itself", found[0].text)
	}
}

// Files may be written at a time, and do not mix.
func TestTogether(t *testing.T) {
	var all sync.WaitGroup
	for _, p := range []*layout.Pages{sample(t), laidOut(t)} {
		want := written(t, p, options)
		for range 4 {
			all.Go(func() {
				var got bytes.Buffer
				if err := ofd.Write(&got, p, options); err != nil || !bytes.Equal(got.Bytes(), want) {
					t.Errorf("a file is not what it is when it is written alone (%v)", err)
				}
			})
		}
	}
	all.Wait()
}

// The same pages and options give the same bytes; another version of the report has another identifier.
func TestReproducible(t *testing.T) {
	first := written(t, sample(t), options)
	later := options
	later.Created = later.Created.In(time.FixedZone("", -5*60*60))
	if !bytes.Equal(first, written(t, sample(t), later)) {
		t.Error("the same pages give other bytes")
	}
	later.Identifier = "清溪县教育局 2026 第 4 版"
	id := func(file []byte) string { return parts(t, file)["OFD.xml"].one(t, "DocID") }
	if id(first) == id(written(t, sample(t), later)) {
		t.Error("two versions have one identifier")
	}
}
