package html

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// tokens are what a scanner makes of a page, as lines: a text decoded, a tag with its name and its attributes.
func tokens(page string) string {
	var b strings.Builder
	s := scanner{in: page}
	for s.next() {
		switch s.kind {
		case text:
			b.WriteString(newlines(html.UnescapeString(s.text)))
			continue
		case startTag:
			b.WriteString("\n<" + s.name)
			seen := map[string]bool{}
			for _, a := range s.attributes {
				if key := strings.ToLower(a.key); !seen[key] { // the first counts
					seen[key] = true
					b.WriteString("|" + key + "=" + newlines(html.UnescapeString(a.value)))
				}
			}
			if s.closed {
				b.WriteString("/")
			}
		case endTag:
			b.WriteString("\n</" + s.name)
		}
		b.WriteString(">\n")
	}
	return b.String()
}

func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// reference is the same by golang.org/x/net/html, without what is in raw elements.
func reference(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	inRaw := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if inRaw == "" {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			b.WriteString("\n<" + token.Data)
			for _, a := range token.Attr {
				b.WriteString("|" + strings.ToLower(a.Key) + "=" + a.Val)
			}
			if token.Type == html.SelfClosingTagToken {
				b.WriteString("/")
			}
			b.WriteString(">\n")
			if classes[token.Data] == raw {
				inRaw = token.Data
			}
		case html.EndTagToken:
			token := z.Token()
			b.WriteString("\n</" + token.Data + ">\n")
			inRaw = ""
		}
	}
}

var scanned = []struct{ name, page string }{
	{"text", "甲 &lt; 乙 &amp;nbsp; 1 < 2 <3 <"},
	{"tags", "<P Class='a b' id=x checked>甲</P><br/><br class=x/><td colspan = 2 rowspan= \"3\">"},
	{"comments", "a<!-- b -->c<!-->d<!--->e<!--f--!>g<!----->h<!-- i -- j -->k"},
	{"conditional comments", "<!--[if gte mso 9]><xml>a</xml><![endif]--><![if !supportLists]>1.<![endif]>b<!--[if !mso]><!-->c<!--<![endif]-->"},
	{"declarations", "<!DOCTYPE html><?xml version='1.0'?>a</>b</ c>d<![CDATA[e]]>f"},
	{"raw elements", "<title>a<b></title>b<style>p>a{}</style>c<script>if(a</b>)'<p>'</SCRIPT >d<textarea><p></textarea>e"},
	{"unclosed raw", "a<script>b</scrip>"},
	{"broken off in a tag", "a<p title='b"},
	{"broken off in a comment", "a<!-- b"},
	{"broken off in an end tag", "a</p"},
	{"odd attributes", `<a =x ==y "z" a='>' b=">" c=a>b<a/b/c><a b='1'c='2'>`},
	{"entities", "<a title='&quot;&#x4e2d;&copy;'>&nbsp;&#65;&hellip&notit;&#0;</a>"},
}

func TestScanner(t *testing.T) {
	for _, c := range scanned {
		if got, want := tokens(c.page), reference(c.page); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func FuzzScanner(f *testing.F) {
	for _, c := range scanned {
		f.Add(c.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		lower := strings.ToLower(page)
		if !utf8.ValidString(page) || strings.Count(page, " ") > maxAttributes {
			return
		}
		for _, other := range []string{"<plaintext", "<script", "\x00", "&"} { // read otherwise on purpose
			if strings.Contains(lower, other) {
				return
			}
		}
		if got, want := tokens(page), reference(page); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}
