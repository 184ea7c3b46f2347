package handlers

import (
	"context"
	"net/http"
	"time"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"

	"nianbao/agency"
	"nianbao/report"
)

// absoluteLimit ends a session however busy it is; touchEvery bounds how often being busy is written down.
const (
	absoluteLimit = 12 * time.Hour
	touchEvery    = time.Minute
)

// sessionRows is where sessions are kept.
type sessionRows interface {
	// LoadSession finds a session, also one whose time is up, and its member; NotFound when there is none.
	LoadSession(ctx context.Context, key string) (agency.Session, agency.Member, error)
	BeginSession(ctx context.Context, key string, memberID int64, data []byte) error
	// SaveSession writes what changed; a session that was ended meanwhile stays ended.
	SaveSession(ctx context.Context, key string, data []byte) error
	TouchSession(ctx context.Context, key string) error
	DeleteSession(ctx context.Context, key string) error
}

var _ sessions.Store = (*sessionStore)(nil)

// sessionStore keeps gorilla sessions: the cookie holds a random id and nothing else; the row is found by the id's digest, so
// that whoever reads the database cannot sign in with it. Visitors who are not signed in have an id but no row.
type sessionStore struct {
	rows   sessionRows
	now    func() time.Time
	idle   time.Duration
	secure bool
}

// signIn is the one value of a member's session beside the flashes. It is written from the row, not into its data.
type signIn struct {
	member agency.Member
	seen   time.Time
	// ended says that the time is up; the session is then only good for keeping what was just being sent.
	ended bool
}

// signInKey is where a session's Values hold the signIn.
type signInKey struct{}

// cookieName carries the prefix by which browsers refuse a cookie that another host of the same domain has planted.
func (s *sessionStore) cookieName() string {
	if s.secure {
		return "__Host-nianbao"
	}
	return "nianbao"
}

// Get is the request's session, read once.
func (s *sessionStore) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New reads the session that the cookie names, or begins one.
func (s *sessionStore) New(r *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(s, name)
	session.Options = &sessions.Options{Path: "/", HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode}
	cookie, err := r.Cookie(name)
	if err != nil || !plausible(cookie.Value) {
		session.ID, session.IsNew = newSessionID(), true
		return session, nil
	}
	session.ID = cookie.Value
	row, member, err := s.rows.LoadSession(r.Context(), rowKey(session.ID))
	switch {
	case report.ErrorCode(err) == report.NotFound:
		return session, nil
	case err != nil:
		return session, err
	}
	if len(row.Data) > 0 {
		if err := (securecookie.GobEncoder{}).Deserialize(row.Data, &session.Values); err != nil {
			return session, report.Wrap(report.Internal, err, "data of a session")
		}
	}
	if member.ID != 0 && !member.Disabled {
		now := s.now()
		ended := now.Sub(row.SeenAt) >= s.idle || now.Sub(row.CreatedAt) >= absoluteLimit
		session.Values[signInKey{}] = signIn{member: member, seen: row.SeenAt, ended: ended}
	}
	return session, nil
}
