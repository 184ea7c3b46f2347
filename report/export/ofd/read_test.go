package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// node is an element as read.
type node struct {
	name     string
	at       map[string]string
	text     string
	children []*node
}

// all lists the elements of a name in and below this one.
func (n *node) all(name string) (found []*node) {
	if n.name == name {
		found = append(found, n)
	}
	for _, c := range n.children {
		found = append(found, c.all(name)...)
	}
	return found
}

// one is the text of the only element of a name.
func (n *node) one(t *testing.T, name string) string {
	t.Helper()
	found := n.all(name)
	if len(found) != 1 {
		t.Fatalf("%d elements %s", len(found), name)
	}
	return found[0].text
}

func (n *node) number(t *testing.T, attribute string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(n.at[attribute], 64)
	if err != nil {
		t.Fatalf("%s %s: %v", n.name, attribute, err)
	}
	return v
}

// numbers are those of an attribute, each g with its number and value unrolled.
func (n *node) numbers(t *testing.T, attribute string) []float64 {
	t.Helper()
	var out []float64
	words := strings.Fields(n.at[attribute])
	for len(words) > 0 {
		times := 1
		if words[0] == "g" {
			var err error
			if times, err = strconv.Atoi(words[1]); err != nil {
				t.Fatal(err)
			}
			words = words[2:]
		}
		v, err := strconv.ParseFloat(words[0], 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, slices.Repeat([]float64{v}, times)...)
		words = words[1:]
	}
	return out
}

func parse(data []byte) (*node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	open := []*node{root}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, at: map[string]string{}}
			for _, a := range token.Attr {
				n.at[a.Name.Local] = a.Value
			}
			last.children = append(last.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
}

// unpacked is what a file has, by name.
func unpacked(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	entries := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if entries[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return entries
}

// parts are the parsed XML parts of a file.
func parts(t *testing.T, file []byte) map[string]*node {
	t.Helper()
	parsed := map[string]*node{}
	for name, data := range unpacked(t, file) {
		if path.Ext(name) == ".xml" {
			var err error
			if parsed[name], err = parse(data); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	return parsed
}

// visit calls do with every element and the name of its part.
func visit(all map[string]*node, do func(part string, n *node)) {
	var walk func(string, *node)
	walk = func(part string, n *node) {
		do(part, n)
		for _, c := range n.children {
			walk(part, c)
		}
	}
	for part, n := range all {
		walk(part, n)
	}
}
