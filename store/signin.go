package store

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"nianbao/agency"
	"nianbao/report"
)

// After so many wrong passwords in a row an account is locked for a while.
const (
	failuresMost = 5
	lockedFor    = 15 * time.Minute
)

// beijing is the time that sentences tell; the whole country has one.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// credentials are what a sign-in is checked against.
type credentials struct {
	agency.Member
	digest   string
	failures int
}

func (q queries) findCredentials(where string, value any) (credentials, error) {
	var c credentials
	err := q.each("find credentials", `SELECT `+memberColumns+`, m.digest, m.failures FROM `+memberTables+` WHERE `+where, args{value},
		func(row scanner) (err error) {
			c.Member, err = scanMember(row, &c.digest, &c.failures)
			return err
		})
	return c, err
}

// SignIn checks a login and its password. It tells neither which of the two was wrong nor, by its time, whether the login exists;
// that an account is locked it does tell, since its owner has to know when to come back.
func (s *Store) SignIn(ctx context.Context, login, password string) (agency.Member, error) {
	key := strings.ToLower(strings.TrimSpace(clean(login)))
	before, err := s.readOne(ctx).findCredentials("m.login_key = $1", key)
	if err != nil {
		return agency.Member{}, explain(err)
	}
	// This takes some 20 ms, so it stays outside of the transaction.
	right := agency.VerifyPassword(before.digest, password)
	var refusal error
	var member agency.Member
	err = s.write(ctx, func(t *tx) error {
		refusal = nil
		now, err := t.findCredentials("m.login_key = $1"+t.locking("m"), key)
		if err != nil {
			return err
		}
		member = now.Member
		switch {
		case now.LockedUntil.After(t.now):
			refusal = report.Errorf(report.Invalid, "密码连续输错 %d 次，账号已锁定，请在 %s 以后再试，或请管理员重置密码。", failuresMost, now.LockedUntil.In(beijing).Format("15:04"))
			return nil
		case !right || now.ID == 0 || now.digest != before.digest:
			refusal = report.Errorf(report.Invalid, "密码或登录名不对。")
			return t.signInFailed(now, key)
		case now.Disabled:
			refusal = report.Errorf(report.Forbidden, "这个账号已停用，请联系管理员。")
			return nil
		}
		member.LockedUntil = time.Time{}
		if _, err := t.exec("reset failures", `UPDATE members SET failures = 0, locked_until = 0 WHERE id = $1`, now.ID); err != nil {
			return err
		}
		return t.audit(entry{member: now.ID, action: "sign-in", place: now.Login})
	})
	if err == nil {
		err = refusal
	}
	if err != nil {
		return agency.Member{}, err
	}
	return member, nil
}

// signInFailed counts a failure. The attempt is recorded for unknown logins too, so that they take as long.
func (t *tx) signInFailed(c credentials, key string) error {
	if len(key) > loginMost {
		key = strings.ToValidUTF8(key[:loginMost], "")
	}
	if err := t.audit(entry{member: c.ID, action: "sign-in-failed", place: key}); err != nil || c.ID == 0 {
		return err
	}
	failures, until := c.failures+1, time.Time{}
	if failures >= failuresMost {
		failures, until = 0, t.now.Add(lockedFor)
		if err := t.audit(entry{member: c.ID, action: "lock-out", place: c.Login, to: until.UTC().Format(time.RFC3339)}); err != nil {
			return err
		}
	}
	_, err := t.exec("count failure", `UPDATE members SET failures = $1, locked_until = $2 WHERE id = $3`, failures, millis(until), c.ID)
	return err
}

// ChangePassword gives a member the password of his own choice and ends the sessions that were begun with the old one.
func (s *Store) ChangePassword(ctx context.Context, who agency.Member, old, password string) error {
	before, err := s.readOne(ctx).findCredentials("m.id = $1", who.ID)
	if err != nil {
		return explain(err)
	}
	if !agency.VerifyPassword(before.digest, old) {
		return report.Errorf(report.Invalid, "原密码不对。")
	}
	if err := agency.CheckNewPassword(before.Login, old, password); err != nil {
		return err
	}
	digest, err := agency.HashPassword(password, rand.Reader)
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		n, err := t.exec("change password", `UPDATE members SET digest = $1, must_change = FALSE WHERE id = $2 AND digest = $3`, digest, who.ID, before.digest)
		if err == nil && n == 0 {
			err = report.Errorf(report.Stale, "密码刚刚被改过，请用新密码重新登录。")
		}
		if err != nil {
			return err
		}
		if err := t.endSessions(who.ID); err != nil {
			return err
		}
		return t.audit(entry{member: who.ID, action: "password", place: before.Login})
	})
}

// ResetPassword gives a member an initial password, which must be changed at the next sign-in, lifts a lock and ends the
// member's sessions.
func (s *Store) ResetPassword(ctx context.Context, who agency.Member, memberID int64) (initial string, err error) {
	initial = agency.RandomPassword()
	digest, err := agency.HashPassword(initial, rand.Reader)
	if err != nil {
		return "", err
	}
	err = s.write(ctx, func(t *tx) error {
		m, err := t.findMember(memberID)
		if err != nil {
			return err
		}
		if err := agency.Check(who, agency.ManageMembers, m.AgencyPath, ""); err != nil {
			if report.ErrorCode(err) == report.NotFound {
				err = report.Errorf(report.NotFound, "没有找到这个账号。")
			}
			return err
		}
		if _, err := t.exec("reset password", `UPDATE members SET digest = $1, must_change = TRUE, failures = 0, locked_until = 0 WHERE id = $2`, digest, m.ID); err != nil {
			return err
		}
		if err := t.endSessions(m.ID); err != nil {
			return err
		}
		return t.audit(entry{member: who.ID, action: "password-reset", place: m.Login})
	})
	if err != nil {
		return "", err
	}
	return initial, nil
}
