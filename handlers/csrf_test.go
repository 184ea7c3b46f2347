package handlers_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestCSRF(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	other := s.as("water")
	cases := []struct{ name, token string }{
		{"missing", ""},
		{"wrong", "AAAA"},
		{"of another session", other.token},
	}
	for _, path := range []string{"/logout", "/password", "/members/1/reset", "/reports", "/reports/1/sections/overview", "/login"} {
		for _, c := range cases {
			t.Run(path+" "+c.name, func(t *testing.T) {
				b.post(path, url.Values{"_csrf": {c.token}}).wants(http.StatusForbidden).says("message", "没有执行")
			})
		}
	}
	b.get("/").wants(http.StatusOK) // still signed in

	t.Run("in a header", func(t *testing.T) {
		req, err := http.NewRequest(http.MethodPost, s.url+"/password", strings.NewReader("old=x"))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("X-CSRF-Token", b.token)
		b.do(req).wants(http.StatusUnprocessableEntity)
	})
	t.Run("in an upload", func(t *testing.T) {
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		if err := w.WriteField("_csrf", b.token); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		req, err := http.NewRequest(http.MethodPost, s.url+"/password", &body)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", w.FormDataContentType())
		b.do(req).wants(http.StatusUnprocessableEntity)
	})
	for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
		t.Run("from another site by "+name, func(t *testing.T) {
			req, err := http.NewRequest(http.MethodPost, s.url+"/logout", strings.NewReader(url.Values{"_csrf": {b.token}}.Encode()))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set(name, value)
			b.do(req).wants(http.StatusForbidden).says("message", "别的网站")
		})
	}
}

func TestBodyLimit(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	form := url.Values{"old": {strings.Repeat("x", 33<<20)}}
	b.post("/password", form).wants(http.StatusRequestEntityTooLarge).says("message", "32 MB")

	// Without a Content-Length the limit is met while reading.
	send := func() (*http.Response, error) {
		req, err := http.NewRequest(http.MethodPost, s.url+"/password", struct{ *strings.Reader }{strings.NewReader(form.Encode())})
		if err != nil {
			t.Fatal(err)
		}
		req.ContentLength = -1
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return b.client.Do(req)
	}
	res, err := send()
	for range 9 { // the server may close the connection before the client has sent all, and the answer is lost
		if err != nil {
			res, err = send()
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d, want 413", res.StatusCode)
	}
}
