package handlers_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"nianbao/agency"
	"nianbao/fonts"
	"nianbao/handlers"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/layout"
	"nianbao/store"
)

const testPassword = "correct-horse-7"

// people are the accounts of the test county; new has a password that somebody else knows.
var people = []struct {
	login, agency string
	role          agency.Role
	mustChange    bool
}{
	{"admin", "云溪县人民政府", agency.Admin, false},
	{"county", "云溪县人民政府", agency.Supervisor, false},
	{"auditor", "云溪县人民政府", agency.Auditor, false},
	{"clerk", "柳河镇人民政府", agency.Clerk, false},
	{"supervisor", "柳河镇人民政府", agency.Supervisor, false},
	{"new", "柳河镇人民政府", agency.Clerk, true},
	{"water", "云溪县水利局", agency.Clerk, false},
	{"stranger", "外县人民政府", agency.Clerk, false},
}

// template is a database with the test county, made once: digests of passwords take their time.
var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "nianbao-handlers-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "template.db")
	s, err := openStore(path)
	if err != nil {
		return nil, err
	}
	ids := map[string]int64{}
	for _, a := range []struct {
		name, parent string
		kind         agency.Kind
	}{
		{"云溪县人民政府", "", agency.Government},
		{"云溪县水利局", "云溪县人民政府", agency.Department},
		{"柳河镇人民政府", "云溪县人民政府", agency.Township},
		{"外县人民政府", "", agency.Government},
	} {
		made, err := s.CreateAgency(context.Background(), agency.Agency{Name: a.name, Kind: a.kind, ParentID: ids[a.parent]})
		if err != nil {
			return nil, err
		}
		ids[a.name] = made.ID
	}
	for _, p := range people {
		m := agency.Member{Login: p.login, Name: p.login + "氏", Role: p.role, AgencyID: ids[p.agency], MustChange: p.mustChange}
		if _, err := s.CreateMember(context.Background(), m, testPassword); err != nil {
			return nil, err
		}
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func openStore(path string) (*store.Store, error) {
	editions, err := report.Standard()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(context.Background(), "sqlite:"+path, editions)
	if err != nil {
		return nil, err
	}
	_, _, err = s.Migrate(context.Background())
	return s, err
}

// site is a running server with its database, its clock and its log.
type site struct {
	t     *testing.T
	url   string
	store *store.Store
	mu    sync.Mutex
	at    time.Time
	log   *logged
}

// logged is what the server wrote to its log.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func newSite(t *testing.T) *site {
	t.Helper()
	return siteWith(t, handlersConfig{})
}

// handlersConfig is what a test may want otherwise than usual.
type handlersConfig struct {
	fontNames document.Fonts
	// noFonts leaves PDF and OFD out.
	noFonts bool
	// fonts are there in place of those that come with the program.
	fonts *layout.Fonts
	// wrap puts something between the pages and the database.
	wrap func(handlers.Store) handlers.Store
	// timeout is the server's for reading and answering a request.
	timeout time.Duration
}

// siteWith is a site with the test county.
func siteWith(t *testing.T, cfg handlersConfig) *site {
	t.Helper()
	data, err := template()
	if err != nil {
		t.Fatal(err)
	}
	return serveSite(t, data, cfg)
}

// shippedFonts are read once.
var shippedFonts = sync.OnceValue(func() *layout.Fonts {
	loaded, _ := layout.LoadFonts(document.Fonts{}, fonts.FS)
	return loaded
})

// siteOver serves over a copy of a database; nil for an empty one.
func siteOver(t *testing.T, data []byte) *site {
	t.Helper()
	return serveSite(t, data, handlersConfig{})
}

func serveSite(t *testing.T, data []byte, cfg handlersConfig) *site {
	t.Helper()
	path := filepath.Join(t.TempDir(), "web.db")
	if data != nil {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := openStore(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &site{t: t, store: db, at: time.Date(2027, 1, 19, 15, 0, 0, 0, time.FixedZone("CST", 8*3600)), log: &logged{}}
	db.Now = s.now
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	config := handlers.Config{Store: db, Editions: editions, FontNames: cfg.fontNames, Now: s.now, Logger: slog.New(slog.NewTextHandler(s.log, nil))}
	switch {
	case cfg.fonts != nil:
		config.Exporter.Fonts = cfg.fonts
	case !cfg.noFonts:
		config.Exporter.Fonts = shippedFonts()
	}
	if cfg.wrap != nil {
		config.Store = cfg.wrap(db)
	}
	server := httptest.NewUnstartedServer(handlers.New(config))
	server.Config.ReadTimeout, server.Config.WriteTimeout = cfg.timeout, cfg.timeout
	server.Start()
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *site) now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at
}

// wait lets time pass.
func (s *site) wait(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at = s.at.Add(d)
}

// member finds an account, for calls to the store in somebody's name.
func (s *site) member(login string) agency.Member {
	s.t.Helper()
	m, err := s.store.SignIn(context.Background(), login, testPassword)
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}

// browser is somebody's browser: it keeps cookies, follows nothing, and remembers the token of the last page.
type browser struct {
	*site
	client *http.Client
	token  string
}

func (s *site) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &browser{site: s, client: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// as is the browser of somebody who has signed in.
func (s *site) as(login string) *browser {
	s.t.Helper()
	b := s.browser()
	b.get("/login")
	b.post("/login", url.Values{"login": {login}, "password": {testPassword}}).wants(http.StatusSeeOther)
	if login != "new" {
		b.get("/").wants(http.StatusOK)
	}
	return b
}

// answer is what came back.
type answer struct {
	t *testing.T
	*http.Response
	body string
	page *goquery.Document
}

func (b *browser) get(path string) *answer {
	b.t.Helper()
	req, err := http.NewRequest(http.MethodGet, b.url+path, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return b.do(req)
}

// post sends a form with the token of the last page.
func (b *browser) post(path string, form url.Values) *answer {
	b.t.Helper()
	if form == nil {
		form = url.Values{}
	}
	if !form.Has("_csrf") {
		form.Set("_csrf", b.token)
	}
	req, err := http.NewRequest(http.MethodPost, b.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(req)
}

func (b *browser) do(req *http.Request) *answer {
	b.t.Helper()
	res, err := b.client.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	a := &answer{t: b.t, Response: res, body: string(body)}
	if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		if a.page, err = goquery.NewDocumentFromReader(bytes.NewReader(body)); err != nil {
			b.t.Fatal(err)
		}
		if token, ok := a.page.Find(`meta[name="csrf"]`).Attr("content"); ok {
			b.token = token
		}
	}
	return a
}

// sessionID is the browser's cookie, "" when it has none.
func (b *browser) sessionID() string {
	u, err := url.Parse(b.url)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range b.client.Jar.Cookies(u) {
		if c.Name == "nianbao" {
			return c.Value
		}
	}
	return ""
}

// wants fails the test unless the status is the expected one.
func (a *answer) wants(status int) *answer {
	a.t.Helper()
	if a.StatusCode != status {
		a.t.Fatalf("%s %s: status %d, want %d\n%s", a.Request.Method, a.Request.URL.Path, a.StatusCode, status, a.text("main"))
	}
	return a
}

// leads fails the test unless the answer is a redirect to an address.
func (a *answer) leads(to string) *answer {
	a.t.Helper()
	a.wants(http.StatusSeeOther)
	if got := a.Header.Get("Location"); got != to {
		a.t.Fatalf("%s %s leads to %q, want %q", a.Request.Method, a.Request.URL.Path, got, to)
	}
	return a
}

// text is what stands in an element, its blanks collapsed.
func (a *answer) text(selector string) string {
	if a.page == nil {
		return a.body
	}
	return strings.Join(strings.Fields(a.page.Find(selector).Text()), " ")
}

func (a *answer) id(testid string) string { return a.text(`[data-testid="` + testid + `"]`) }

// says fails the test unless an element's text contains a part.
func (a *answer) says(testid, part string) *answer {
	a.t.Helper()
	if got := a.id(testid); !strings.Contains(got, part) {
		a.t.Errorf("%s: %q, want it to contain %q", testid, got, part)
	}
	return a
}
