package handlers

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
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
	SaveSession(ctx context.Context, key string, memberID int64, data []byte) error
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

// Save writes the row of a member's session and sends a new session's cookie; a negative MaxAge removes both.
func (s *sessionStore) Save(r *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	if session.Options.MaxAge < 0 {
		http.SetCookie(w, sessions.NewCookie(session.Name(), "", session.Options))
		return s.rows.DeleteSession(r.Context(), rowKey(session.ID))
	}
	if in, ok := session.Values[signInKey{}].(signIn); ok {
		data, err := encodeValues(session)
		if err != nil {
			return err
		}
		if err := s.rows.SaveSession(r.Context(), rowKey(session.ID), in.member.ID, data); err != nil {
			return err
		}
	}
	if session.IsNew {
		http.SetCookie(w, sessions.NewCookie(session.Name(), session.ID, session.Options))
		session.IsNew = false
	}
	return nil
}

// encodeValues writes what a session holds but for the signIn, which the row has in columns.
func encodeValues(session *sessions.Session) ([]byte, error) {
	values := map[any]any{}
	for key, value := range session.Values {
		if key != (signInKey{}) {
			values[key] = value
		}
	}
	data, err := securecookie.GobEncoder{}.Serialize(values)
	if err != nil {
		return nil, report.Wrap(report.Internal, err, "data of a session")
	}
	return data, nil
}

// begin makes a session a member's, under a new id, so that an id that somebody planted before is worth nothing.
func (s *sessionStore) begin(r *http.Request, w http.ResponseWriter, session *sessions.Session, m agency.Member) error {
	if err := s.rows.DeleteSession(r.Context(), rowKey(session.ID)); err != nil {
		return err
	}
	session.ID, session.IsNew = newSessionID(), true
	session.Values = map[any]any{signInKey{}: signIn{member: m, seen: s.now()}}
	return s.Save(r, w, session)
}

// touch notes that a member is still there, at most once in a while.
func (s *sessionStore) touch(ctx context.Context, session *sessions.Session, in signIn) error {
	now := s.now()
	if now.Sub(in.seen) < touchEvery {
		return nil
	}
	in.seen = now
	session.Values[signInKey{}] = in
	return s.rows.TouchSession(ctx, rowKey(session.ID))
}

func newSessionID() string {
	id := make([]byte, 32)
	rand.Read(id) // never fails
	return base64.RawURLEncoding.EncodeToString(id)
}

// plausible keeps foreign bytes away from the rest: an id is 43 characters of base64url.
func plausible(id string) bool {
	raw, err := base64.RawURLEncoding.DecodeString(id)
	return err == nil && len(raw) == 32
}

func rowKey(id string) string {
	digest := sha256.Sum256([]byte(id))
	return hex.EncodeToString(digest[:])
}
