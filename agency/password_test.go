package agency

import (
	"crypto/rand"
	"strings"
	"testing"

	"nianbao/report"
)

func TestPasswords(t *testing.T) {
	digest, err := HashPassword("云溪-2026-测试", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(digest, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("digest %s", digest)
	}
	for _, c := range []struct {
		name, digest, password string
		want                   bool
	}{
		{"right", digest, "云溪-2026-测试", true},
		{"wrong", digest, "云溪-2026-測試", false},
		{"no account", "", "云溪-2026-测试", false},
		{"broken digest", "$argon2id$v=19$m=19456,t=2,p=1$$", "", false},
	} {
		if got := VerifyPassword(c.digest, c.password); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	if again, _ := HashPassword("云溪-2026-测试", rand.Reader); again == digest {
		t.Error("two digests of one password are equal")
	}
}

func TestCheckNewPassword(t *testing.T) {
	for _, c := range []struct {
		name, login, old, password string
		want                       report.Code
	}{
		{"good", "clerk", "old-password", "一个够长的新密码吧好", ""},
		{"short", "clerk", "old-password", "short", report.Invalid},
		{"same", "clerk", "old-password", "old-password", report.Invalid},
		{"holds the login", "clerk", "old-password", "myClerk-2026", report.Invalid},
		{"endless", "clerk", "old-password", strings.Repeat("x", 600), report.Invalid},
	} {
		if got := report.ErrorCode(CheckNewPassword(c.login, c.old, c.password)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
