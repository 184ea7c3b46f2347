package handlers

import (
	"context"
	"net/http"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"

	"nianbao/agency"
	"nianbao/report"
)

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
		if session.IsNew {
			err = s.rows.BeginSession(r.Context(), rowKey(session.ID), in.member.ID, data)
		} else {
			err = s.rows.SaveSession(r.Context(), rowKey(session.ID), data)
		}
		if err != nil {
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
	if len(values) == 0 {
		return nil, nil // gob would write and read what says nothing, on every request
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
