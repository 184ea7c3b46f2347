package handlers_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"testing"
	"time"
)

func rowKey(id string) string {
	digest := sha256.Sum256([]byte(id))
	return hex.EncodeToString(digest[:])
}

func TestTimeOuts(t *testing.T) {
	t.Run("idle", func(t *testing.T) {
		s := newSite(t)
		b := s.as("clerk")
		s.wait(29 * time.Minute)
		b.get("/").wants(http.StatusOK)
		s.wait(29 * time.Minute)
		b.get("/").wants(http.StatusOK)
		s.wait(31 * time.Minute)
		b.get("/password").leads("/login?ended=1&next=%2Fpassword")
		b.get("/login?ended=1").says("notice", "登录已超时")
	})
	t.Run("absolute", func(t *testing.T) {
		s := newSite(t)
		b := s.as("clerk")
		for range 35 {
			s.wait(20 * time.Minute)
			b.get("/").wants(http.StatusOK)
		}
		s.wait(20 * time.Minute)
		b.get("/").wants(http.StatusSeeOther)
	})
	t.Run("being there is written down once a minute", func(t *testing.T) {
		s := newSite(t)
		b := s.as("clerk")
		began := s.now()
		s.wait(50 * time.Second)
		b.get("/")
		row, _, err := s.store.LoadSession(t.Context(), rowKey(b.sessionID()))
		if err != nil || !row.SeenAt.Equal(began) {
			t.Errorf("after 50 s: seen at %v (%v), want %v", row.SeenAt, err, began)
		}
		s.wait(10 * time.Second)
		b.get("/")
		row, _, err = s.store.LoadSession(t.Context(), rowKey(b.sessionID()))
		if err != nil || !row.SeenAt.Equal(s.now()) {
			t.Errorf("after 60 s: seen at %v (%v), want %v", row.SeenAt, err, s.now())
		}
	})
}

func TestCookie(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.get("/login")
	c := b.post("/login", url.Values{"login": {"clerk"}, "password": {testPassword}}).Cookies()[0]
	if len(c.Value) != 43 || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.MaxAge != 0 || c.Domain != "" {
		t.Errorf("cookie %+v", c)
	}
	for _, value := range []string{"x", "%00", c.Value + "A", "../../etc"} {
		req, err := http.NewRequest(http.MethodGet, s.url+"/login", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.AddCookie(&http.Cookie{Name: "nianbao", Value: value})
		s.browser().do(req).wants(http.StatusOK)
	}
}
