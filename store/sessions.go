package store

import (
	"context"
	"time"

	"nianbao/agency"
	"nianbao/report"
)

// LoadSession finds a session by the hash of its identifier, with its member, in one query: every request begins with it. An
// expired session is found too; the caller judges by SeenAt. An unknown one is NotFound.
func (s *Store) LoadSession(ctx context.Context, hash string) (agency.Session, agency.Member, error) {
	var session agency.Session
	var m agency.Member
	var created, seen, locked int64
	found, err := s.readRow(ctx, "load session", `SELECT COALESCE(s.member_id, 0), s.data, s.created_at, s.seen_at, COALESCE(m.id, 0), COALESCE(m.login, ''),
		COALESCE(m.name, ''), COALESCE(m.role, ''), COALESCE(m.agency_id, 0), COALESCE(a.path, ''), COALESCE(a.name, ''),
		COALESCE(m.must_change, FALSE), COALESCE(m.locked_until, 0), COALESCE(m.disabled, FALSE)
		FROM sessions s LEFT JOIN members m ON m.id = s.member_id LEFT JOIN agencies a ON a.id = m.agency_id WHERE s.hash = $1`, args{hash},
		&session.MemberID, &session.Data, &created, &seen, &m.ID, &m.Login, &m.Name, &m.Role, &m.AgencyID, &m.AgencyPath, &m.AgencyName,
		&m.MustChange, &locked, &m.Disabled)
	if err != nil {
		return agency.Session{}, agency.Member{}, explain(err)
	}
	if !found {
		return agency.Session{}, agency.Member{}, report.Errorf(report.NotFound, "没有找到这次登录，请重新登录。")
	}
	session.CreatedAt, session.SeenAt, m.LockedUntil = fromMillis(created), fromMillis(seen), fromMillis(locked)
	return session, m, nil
}

// BeginSession writes a new session. memberID is 0 before the sign-in.
func (s *Store) BeginSession(ctx context.Context, hash string, memberID int64, data []byte) error {
	return s.write(ctx, func(t *tx) error {
		now := millis(t.now)
		_, err := t.exec("begin session", `INSERT INTO sessions (hash, member_id, data, created_at, seen_at) VALUES ($1, NULLIF(CAST($2 AS BIGINT), 0), $3, $4, $4)
			ON CONFLICT (hash) DO UPDATE SET member_id = excluded.member_id, data = excluded.data, seen_at = excluded.seen_at`,
			hash, memberID, append([]byte{}, data...), now)
		return err
	})
}

// SaveSession writes what changed in a session. One that was ended meanwhile stays ended.
func (s *Store) SaveSession(ctx context.Context, hash string, data []byte) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("save session", `UPDATE sessions SET data = $1 WHERE hash = $2`, append([]byte{}, data...), hash)
		return err
	})
}

// TouchSession notes that a session was used just now.
func (s *Store) TouchSession(ctx context.Context, hash string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("touch session", `UPDATE sessions SET seen_at = $1 WHERE hash = $2`, millis(t.now), hash)
		return err
	})
}

// DeleteSession ends a session.
func (s *Store) DeleteSession(ctx context.Context, hash string) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("delete session", `DELETE FROM sessions WHERE hash = $1`, hash)
		return err
	})
}

// endSessions signs a member out everywhere.
func (t *tx) endSessions(memberID int64) error {
	_, err := t.exec("delete sessions", `DELETE FROM sessions WHERE member_id = $1`, memberID)
	return err
}

// PurgeSessions forgets the sessions that were last used before a time.
func (s *Store) PurgeSessions(ctx context.Context, before time.Time) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("purge sessions", `DELETE FROM sessions WHERE seen_at < $1`, millis(before))
		return err
	})
}
