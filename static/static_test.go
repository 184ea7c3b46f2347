package static

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestURL(t *testing.T) {
	got := URL("css/base.css")
	if !regexp.MustCompile(`^/static/[0-9a-f]{12}/css/base\.css$`).MatchString(got) {
		t.Fatalf("URL %q", got)
	}
	answer := httptest.NewRecorder()
	Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, got, nil))
	if answer.Code != http.StatusOK || !strings.Contains(answer.Body.String(), "--ink") {
		t.Errorf("%s: status %d", got, answer.Code)
	}
}

// TestNothingFromElsewhere holds the policy that pages use only what this program serves.
func TestNothingFromElsewhere(t *testing.T) {
	foreign := regexp.MustCompile(`url\(\s*["']?(https?:|//)|@import|from\s+["']https?:`)
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := files.ReadFile(path)
		if found := foreign.Find(data); found != nil {
			t.Errorf("%s uses %q", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
