package e2e

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// client is a browser without scripts and without a window: it keeps cookies and sends forms with their token.
type client struct {
	t    *testing.T
	url  string
	http *http.Client
}

func newClient(t *testing.T, base, login string) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, url: base, http: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	if status, _ := c.post("/login", "/login", url.Values{"login": {login}, "password": {password}}); status != http.StatusSeeOther {
		t.Fatalf("sign in as %s: %d", login, status)
	}
	return c
}

func (c *client) get(path string) *goquery.Document {
	c.t.Helper()
	response, err := c.http.Get(c.url + path)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	doc, err := goquery.NewDocumentFromReader(response.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		c.t.Fatalf("GET %s: %d %s", path, response.StatusCode, doc.Find("main").Text())
	}
	return doc
}

// file gets what is no page.
func (c *client) file(path string) []byte {
	c.t.Helper()
	response, err := c.http.Get(c.url + path)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		c.t.Fatalf("GET %s: %d %v", path, response.StatusCode, err)
	}
	return data
}

// post sends a form with the token, and the revision where there is one, of a page; it gives the status and where it leads, or the
// page that came back.
func (c *client) post(page, path string, form url.Values) (status int, answer string) {
	c.t.Helper()
	doc := c.get(page)
	for _, name := range []string{"_csrf", "revision"} {
		if value, ok := doc.Find(`main form input[name="` + name + `"]`).Attr("value"); ok && !form.Has(name) {
			form.Set(name, value)
		}
	}
	response, err := c.http.PostForm(c.url+path, form)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	if location := response.Header.Get("Location"); location != "" {
		return response.StatusCode, location
	}
	return response.StatusCode, string(body)
}

// must is a post that leads on.
func (c *client) must(page, path string, form url.Values) string {
	c.t.Helper()
	status, answer := c.post(page, path, form)
	if status != http.StatusSeeOther {
		doc, _ := goquery.NewDocumentFromReader(strings.NewReader(answer))
		c.t.Fatalf("POST %s: %d %s", path, status, doc.Find("main").Text())
	}
	return answer
}
