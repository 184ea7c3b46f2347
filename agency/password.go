package agency

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"nianbao/report"
)

// Passwords are kept as argon2id digests with the parameters of RFC 9106's second choice scaled to 19 MiB (OWASP).
const (
	argonMemory  = 19 * 1024 // KiB
	argonTime    = 2
	argonThreads = 1
	argonKey     = 32
	argonSalt    = 16
)

// PasswordMinimum is the shortest password, in characters.
const PasswordMinimum = 10

// HashPassword gives the digest of a password in the usual text form; random is crypto/rand's Reader but for tests.
func HashPassword(password string, random io.Reader) (string, error) {
	salt := make([]byte, argonSalt)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("salt of a password: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonThreads, argonKey)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonThreads,
		b64.EncodeToString(salt), b64.EncodeToString(key)), nil
}

// VerifyPassword reports whether a password has a digest. It takes as long for an account that does not exist (digest "").
func VerifyPassword(digest, password string) bool {
	var memory, time uint32
	var threads uint8
	parts := strings.Split(digest, "$")
	exists := len(parts) == 6 && parts[1] == "argon2id"
	if exists {
		_, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &threads)
		exists = err == nil
	}
	if !exists {
		argon2.IDKey([]byte(password), make([]byte, argonSalt), argonTime, argonMemory, argonThreads, argonKey)
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	want, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, time, memory, threads, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}

// CheckNewPassword says in one sentence what is wrong with a new password, nil when nothing is.
func CheckNewPassword(login, old, password string) error {
	switch {
	case utf8.RuneCountInString(password) < PasswordMinimum:
		return report.Errorf(report.Invalid, "新密码至少要 %d 个字符。", PasswordMinimum)
	case len(password) > 512:
		return report.Errorf(report.Invalid, "新密码太长，请不要超过 500 个字符。")
	case password == old:
		return report.Errorf(report.Invalid, "新密码不能和原密码相同。")
	case strings.Contains(strings.ToLower(password), strings.ToLower(login)) && login != "":
		return report.Errorf(report.Invalid, "新密码里不要包含登录名。")
	}
	return nil
}

// RandomPassword is an initial password that can be read out over the telephone.
func RandomPassword() string { return strings.ToLower(rand.Text())[:12] }
