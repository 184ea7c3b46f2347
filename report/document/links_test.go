package document

import (
	"net/url"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	long := "https://example.gov.cn/" + strings.Repeat("a", maxAddress)
	for _, c := range []struct{ text, want string }{
		{"见https://www.example.gov.cn/zfxxgk/，或来电。", "https://www.example.gov.cn/zfxxgk/"},
		{"（http://example.gov.cn/a?b=1&c=2#d）", "http://example.gov.cn/a?b=1&c=2#d"},
		{"Open (http://example.gov.cn/a_(b)). Then http://example.gov.cn/c.", "http://example.gov.cn/a_(b) http://example.gov.cn/c"},
		{"网址：Http://example.gov.cn:8080/首页", "Http://example.gov.cn:8080/"},
		{"网址:www.example.gov.cn。WWW.example.cn/a", "www.example.gov.cn=http://www.example.gov.cn WWW.example.cn/a=http://WWW.example.cn/a"},
		{"邮箱：xx_gk.1@example-a.gov.cn，或者zwgk@mail.example.cn.", "xx_gk.1@example-a.gov.cn=mailto:xx_gk.1@example-a.gov.cn zwgk@mail.example.cn=mailto:zwgk@mail.example.cn"},
		{"a@b.cn@c.cn http://a.cn/@d", "a@b.cn=mailto:a@b.cn http://a.cn/@d"},
		{"http://例子.中国、http://、https://:、xhttp://a.cn、http、https、www.、www.。", ""},
		{"http://a..cn http://-a.cn http://甲@b.cn http://a@甲 @b.cn a@b a@b.1 a@b.c-d a@", "http://a"},
		{"http://a.cn:99999/ http://a.cn:/", "http://a.cn http://a.cn"},
		{"http://a.cn/\"><script>", "http://a.cn/"},
		{"http://a.cn/[1]", "http://a.cn/"},
		{long, ""},
		{"没有地址。", ""},
	} {
		var got []string
		for _, l := range Links(c.text) {
			found := c.text[l.From:l.To]
			if l.URI != found {
				found += "=" + l.URI
			}
			got = append(got, found)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%.80s: got %.200q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzLinks(f *testing.F) {
	f.Add("见https://www.example.gov.cn/zfxxgk/，邮箱a.b@c.cn。")
	f.Add("http://a@b.cn:1/((())) www.www.@")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, l := range Links(text) {
			if l.From < last || l.To <= l.From || l.To > len(text) || !strings.HasSuffix(l.URI, text[l.From:l.To]) {
				t.Fatalf("%+v behind %d of %d bytes", l, last, len(text))
			}
			last = l.To
			where, err := url.Parse(l.URI)
			if err != nil && !strings.Contains(err.Error(), "URL escape") || err == nil && where.Host == "" && where.Opaque == "" {
				t.Errorf("%q leads nowhere: %v", l.URI, err)
			}
		}
	})
}
