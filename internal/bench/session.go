package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// session is one member who has signed in, as a browser does it.
type session struct {
	base   string
	client *http.Client
}

func signIn(base, login string) (*session, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	s := &session{base: base, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
	hidden, err := s.hidden("/login")
	if err != nil {
		return nil, err
	}
	form := url.Values{"login": {login}, "password": {password}, "_csrf": {hidden["_csrf"]}}
	answer, err := s.client.PostForm(base+"/login", form)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusSeeOther {
		return nil, fmt.Errorf("sign in as %s: %s", login, answer.Status)
	}
	return s, nil
}

// hidden are the hidden fields of a page's forms.
func (s *session) hidden(path string) (map[string]string, error) {
	answer, err := s.client.Get(s.base + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(io.LimitReader(answer.Body, 200)) // for the message
		return nil, fmt.Errorf("GET %s: %s %s", path, answer.Status, strings.TrimSpace(string(body)))
	}
	page, err := goquery.NewDocumentFromReader(answer.Body)
	if err != nil {
		return nil, err
	}
	fields := map[string]string{}
	page.Find("input[type=hidden]").Each(func(_ int, field *goquery.Selection) {
		fields[field.AttrOr("name", "")] = field.AttrOr("value", "")
	})
	return fields, nil
}

// cookie is what the session is known by.
func (s *session) cookie() (*http.Cookie, error) {
	base, err := url.Parse(s.base)
	if err != nil {
		return nil, err
	}
	if cookies := s.client.Jar.Cookies(base); len(cookies) == 1 {
		return cookies[0], nil
	}
	return nil, fmt.Errorf("a session should have one cookie")
}
