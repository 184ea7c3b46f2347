package store_test

import (
	"strings"
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

func TestSignIn(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		m := must(s.SignIn(ctx, " ZHANG ", password))(t)
		if m.ID != h.clerk.ID || m.AgencyPath != h.town.Path || m.AgencyName != h.town.Name || m.Role != agency.Clerk {
			t.Errorf("got %+v", m)
		}
		fail := func(login, password, want string) {
			t.Helper()
			m, err := s.SignIn(ctx, login, password)
			if got := report.ErrorMessage(err); !strings.Contains(got, want) || m.ID != 0 {
				t.Errorf("%s: got %q and member %d, want %q", login, got, m.ID, want)
			}
		}
		const wrong = "密码或登录名不对。"
		fail("zhang' OR '1'='1", password, wrong)
		fail("nobody", password, wrong)
		fail("nobody\x00\xff"+strings.Repeat("长", 100), password, wrong)
		for range 4 {
			fail("zhang", "wrong", wrong)
		}
		must(s.SignIn(ctx, "zhang", password))(t)
		for range 5 {
			fail("zhang", "wrong", wrong)
		}
		fail("zhang", password, "17:45") // 09:45 UTC
		fail("zhang", "wrong", "17:45")
		h.now = h.now.Add(14 * time.Minute)
		fail("zhang", password, "17:45")
		if m := must(s.Member(ctx, h.clerk.ID))(t); !m.LockedUntil.After(h.now) {
			t.Errorf("locked until %v", m.LockedUntil)
		}
		h.now = h.now.Add(2 * time.Minute)
		fail("zhang", "wrong", wrong)
		if m := must(s.SignIn(ctx, "zhang", password))(t); !m.LockedUntil.IsZero() {
			t.Errorf("got %+v", m)
		}
		check(t, s.Exec(ctx, `UPDATE members SET disabled = TRUE WHERE id = $1`, h.clerk.ID))
		fail("zhang", password, "已停用")
		fail("zhang", "wrong", wrong)
		for action, want := range map[string]string{"sign-in": "3", "lock-out": "1", "sign-in-failed": "14"} {
			if got := must(s.Text(ctx, `SELECT CAST(COUNT(*) AS TEXT) FROM audit WHERE action = $1`, action))(t); got != want {
				t.Errorf("%s audit records of %s, want %s", got, action, want)
			}
		}
	})
}

func TestUnknownLoginTakesAsLong(t *testing.T) {
	h := newHouse(t, storetest.Open(t, storetest.SQLite(t)))
	took := func(login string) time.Duration {
		start := time.Now()
		for range 3 {
			h.s.SignIn(t.Context(), login, "wrong")
		}
		return time.Since(start)
	}
	if known, unknown := took("zhang"), took("nobody"); unknown < known/4 {
		t.Errorf("an unknown login took %v, a known one %v", unknown, known)
	}
}

func TestPasswords(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		wantCode(t, s.ChangePassword(ctx, h.clerk, "wrong", "a new password"), report.Invalid)
		wantCode(t, s.ChangePassword(ctx, h.clerk, password, "short"), report.Invalid)
		check(t, s.ChangePassword(ctx, h.clerk, password, "a new password"))
		if _, err := s.SignIn(ctx, "zhang", password); err == nil {
			t.Error("the old password still holds")
		}
		must(s.SignIn(ctx, "zhang", "a new password"))(t)

		check(t, s.BeginSession(ctx, "h1", h.clerk.ID, nil))
		for range 5 {
			s.SignIn(ctx, "zhang", "wrong")
		}
		initial := must(s.ResetPassword(ctx, h.admin, h.clerk.ID))(t)
		m := must(s.SignIn(ctx, "zhang", initial))(t)
		if !m.MustChange {
			t.Error("an initial password need not be changed")
		}
		_, _, err := s.LoadSession(ctx, "h1")
		wantCode(t, err, report.NotFound)
		check(t, s.ChangePassword(ctx, m, initial, "my own password"))
		if m := must(s.SignIn(ctx, "zhang", "my own password"))(t); m.MustChange {
			t.Error("must change it once more")
		}
		for _, c := range []struct {
			name string
			who  agency.Member
			id   int64
			want report.Code
		}{
			{"by a clerk", h.clerk, h.clerk2.ID, report.Forbidden},
			{"by a stranger", h.stranger, h.clerk.ID, report.NotFound},
			{"of nobody", h.admin, 999, report.NotFound},
		} {
			_, err := s.ResetPassword(ctx, c.who, c.id)
			if got := report.ErrorCode(err); got != c.want {
				t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			}
		}
	})
}

func TestCreateMember(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		if must(s.HasAdmin(ctx))(t) {
			t.Error("an empty store has an administrator")
		}
		h := newHouse(t, s)
		if !must(s.HasAdmin(ctx))(t) {
			t.Error("no administrator")
		}
		good := agency.Member{Login: "new", Name: "新人", Role: agency.Clerk, AgencyID: h.town.ID, MustChange: true}
		for _, c := range []struct {
			name   string
			change func(m *agency.Member)
			want   report.Code
		}{
			{"login taken, in other case", func(m *agency.Member) { m.Login = "Zhang" }, report.Invalid},
			{"no login", func(m *agency.Member) { m.Login = " " }, report.Invalid},
			{"blank in the login", func(m *agency.Member) { m.Login = "a b" }, report.Invalid},
			{"no name", func(m *agency.Member) { m.Name = "" }, report.Invalid},
			{"unknown role", func(m *agency.Member) { m.Role = "king" }, report.Invalid},
			{"unknown agency", func(m *agency.Member) { m.AgencyID = 999 }, report.NotFound},
			{"good", func(*agency.Member) {}, ""},
		} {
			m := good
			c.change(&m)
			got, err := s.CreateMember(ctx, m, password)
			if report.ErrorCode(err) != c.want {
				t.Errorf("%s: got %v, want %q", c.name, err, c.want)
			}
			if err == nil && (got.ID == 0 || got.AgencyPath != h.town.Path || !must(s.Member(ctx, got.ID))(t).MustChange) {
				t.Errorf("%s: got %+v", c.name, got)
			}
		}
		if got := must(s.Members(ctx, h.admin))(t); len(got) != 8 {
			t.Errorf("%d members, want 8", len(got))
		}
		for _, who := range []agency.Member{h.clerk, h.supervisor, h.chief, h.auditor} {
			_, err := s.Members(ctx, who)
			wantCode(t, err, report.Forbidden)
		}
		_, err := s.Member(ctx, 999)
		wantCode(t, err, report.NotFound)
	})
}

func TestAgencies(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		office := h.agency(agency.Agency{Name: "铜厂乡便民中心", Kind: agency.Department, ParentID: h.town.ID, FormerNames: "铜厂乡服务站"})
		for range 9 { // 12/ sorts before 2/ as text
			h.agency(agency.Agency{Name: "单位" + strings.Repeat("甲", int(office.ID)), Kind: agency.Department, ParentID: h.county.ID})
			office.ID++
		}
		names := func(who agency.Member) string {
			var out []string
			for _, a := range must(s.Agencies(ctx, who))(t) {
				out = append(out, a.Name)
			}
			return strings.Join(out, " ")
		}
		if got := names(h.admin); !strings.HasPrefix(got, "云岭县人民政府 桐岭乡人民政府 铜厂乡便民中心 石桥镇人民政府 单位") {
			t.Errorf("got %s", got)
		}
		if got := names(h.clerk); got != h.town.Name {
			t.Errorf("a clerk sees %s", got)
		}
		if got := names(h.supervisor); got != "桐岭乡人民政府 铜厂乡便民中心" {
			t.Errorf("a supervisor sees %s", got)
		}
		nobody := h.clerk
		nobody.Disabled = true
		for _, who := range []agency.Member{{}, nobody} {
			if got := names(who); got != "" {
				t.Errorf("%+v sees %s", who, got)
			}
		}
		_, err := s.Agency(ctx, h.clerk, h.other.ID)
		wantCode(t, err, report.NotFound)
		if got := must(s.AgencyByName(ctx, h.town.Name))(t); got != h.town {
			t.Errorf("got %+v, want %+v", got, h.town)
		}
		_, err = s.AgencyByName(ctx, "x' OR 1=1 --")
		wantCode(t, err, report.NotFound)
		_, err = s.CreateAgency(ctx, agency.Agency{Name: h.town.Name, Kind: agency.Township})
		wantCode(t, err, report.Invalid)
		_, err = s.CreateAgency(ctx, agency.Agency{Name: "甲", Kind: "castle"})
		wantCode(t, err, report.Invalid)
		_, err = s.CreateAgency(ctx, agency.Agency{Name: "甲", Kind: agency.Township, ParentID: 999})
		wantCode(t, err, report.NotFound)
		check(t, s.SetAccepts(ctx, h.admin, h.county.ID, true))
		if !must(s.Agency(ctx, h.chief, h.county.ID))(t).Accepts {
			t.Error("not switched on")
		}
		wantCode(t, s.SetAccepts(ctx, h.chief, h.county.ID, false), report.Forbidden)
		wantCode(t, s.SetAccepts(ctx, h.stranger, h.town.ID, false), report.NotFound)
	})
}

func TestSessions(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		start := h.now
		check(t, s.BeginSession(ctx, "before", 0, []byte("csrf")))
		check(t, s.BeginSession(ctx, "one", h.clerk.ID, []byte{0, 1, 255}))
		check(t, s.BeginSession(ctx, "two", h.clerk.ID, nil))
		session, m, err := s.LoadSession(ctx, "one")
		check(t, err)
		if m != h.clerk || session.MemberID != m.ID || string(session.Data) != "\x00\x01\xff" || !session.CreatedAt.Equal(start) || !session.SeenAt.Equal(start) {
			t.Errorf("got %+v of %+v", session, m)
		}
		session, m, err = s.LoadSession(ctx, "before")
		check(t, err)
		if m.ID != 0 || session.MemberID != 0 || string(session.Data) != "csrf" {
			t.Errorf("got %+v of %+v", session, m)
		}
		h.now = h.now.Add(time.Hour)
		check(t, s.TouchSession(ctx, "one"))
		check(t, s.BeginSession(ctx, "two", h.clerk.ID, []byte("new")))
		for _, hash := range []string{"one", "two"} {
			session, _, err = s.LoadSession(ctx, hash)
			check(t, err)
			if !session.SeenAt.Equal(h.now) || !session.CreatedAt.Equal(start) {
				t.Errorf("%s: got %+v", hash, session)
			}
		}
		gone := func(hash string) {
			t.Helper()
			_, _, err := s.LoadSession(ctx, hash)
			wantCode(t, err, report.NotFound)
		}
		check(t, s.PurgeSessions(ctx, h.now))
		gone("before")
		check(t, s.DeleteSession(ctx, "one"))
		check(t, s.SaveSession(ctx, "one", []byte("late"))) // a request that was under way
		gone("one")
		check(t, s.ChangePassword(ctx, h.clerk, password, "another good one"))
		gone("two")
		wantCode(t, s.BeginSession(ctx, "x", 999, nil), report.NotFound)
	})
}

func TestParked(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		check(t, s.Park(ctx, h.clerk.ID, f.ID, "overview", []byte("text=1")))
		check(t, s.Park(ctx, h.clerk.ID, f.ID, "overview", []byte("text=2")))
		check(t, s.Park(ctx, h.clerk2.ID, f.ID, "overview", []byte("text=3")))
		wantCode(t, s.Park(ctx, h.clerk.ID, f.ID, "other", make([]byte, 4<<20+1)), report.TooLarge)
		wantCode(t, s.Park(ctx, h.clerk.ID, 999, "other", nil), report.NotFound)
		posts := must(s.Parked(ctx, h.clerk, f.ID))(t)
		if len(posts) != 1 || string(posts[0].Body) != "text=2" || posts[0].Section != "overview" || posts[0].ReportID != f.ID || !posts[0].ParkedAt.Equal(h.now) {
			t.Fatalf("got %+v", posts)
		}
		check(t, s.Unpark(ctx, h.clerk2, posts[0].ID))
		if n := len(must(s.Parked(ctx, h.clerk, f.ID))(t)); n != 1 {
			t.Error("somebody else threw it away")
		}
		check(t, s.Unpark(ctx, h.clerk, posts[0].ID))
		if n := len(must(s.Parked(ctx, h.clerk, f.ID))(t)); n != 0 {
			t.Error("still there")
		}
		h.now = h.now.Add(24*time.Hour + time.Second)
		if n := len(must(s.Parked(ctx, h.clerk2, f.ID))(t)); n != 0 {
			t.Error("shown after a day")
		}
		check(t, s.Park(ctx, h.clerk.ID, f.ID, "other", nil))
		if got := must(s.Text(ctx, `SELECT CAST(COUNT(*) AS TEXT) FROM parked`))(t); got != "1" {
			t.Errorf("%s kept, want 1: the old one is purged", got)
		}
	})
}
