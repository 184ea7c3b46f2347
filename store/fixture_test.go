package store_test

import (
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
)

// house is a county with two townships, and the people in them.
type house struct {
	testing.TB
	s                                                          *store.Store
	now                                                        time.Time
	county, town, other                                        agency.Agency
	clerk, clerk2, supervisor, chief, admin, auditor, stranger agency.Member
}

const password = "correct horse"

func newHouse(t testing.TB, s *store.Store) *house {
	t.Helper()
	h := &house{TB: t, s: s, now: time.Date(2027, 1, 15, 9, 30, 0, 0, time.UTC)}
	s.Now = func() time.Time { return h.now }
	h.county = h.agency(agency.Agency{Name: "云岭县人民政府", Kind: agency.Government})
	h.town = h.agency(agency.Agency{Name: "桐岭乡人民政府", Kind: agency.Township, ParentID: h.county.ID})
	h.other = h.agency(agency.Agency{Name: "石桥镇人民政府", Kind: agency.Township, ParentID: h.county.ID})
	h.clerk = h.member("zhang", "张三", agency.Clerk, h.town)
	h.clerk2 = h.member("wang", "王五", agency.Clerk, h.town)
	h.supervisor = h.member("li", "李四", agency.Supervisor, h.town)
	h.chief = h.member("zhao", "赵六", agency.Supervisor, h.county)
	h.admin = h.member("admin", "管理员", agency.Admin, h.county)
	h.auditor = h.member("audit", "查阅人", agency.Auditor, h.county)
	h.stranger = h.member("sun", "孙七", agency.Clerk, h.other)
	return h
}

func (h *house) agency(a agency.Agency) agency.Agency {
	h.Helper()
	return must(h.s.CreateAgency(h.Context(), a))(h)
}

func (h *house) member(login, name string, role agency.Role, a agency.Agency) agency.Member {
	h.Helper()
	return must(h.s.CreateMember(h.Context(), agency.Member{Login: login, Name: name, Role: role, AgencyID: a.ID}, password))(h)
}

// report begins the township's report for a year.
func (h *house) report(year int, edition string) report.Filing {
	h.Helper()
	return must(h.s.CreateReport(h.Context(), h.clerk, h.town.ID, year, edition))(h)
}

func (h *house) load(id int64) *report.Dossier {
	h.Helper()
	return must(h.s.Load(h.Context(), h.chief, id))(h)
}

func (h *house) filing(id int64) report.Filing {
	h.Helper()
	return must(h.s.Filing(h.Context(), h.chief, id))(h)
}

func (h *house) save(who agency.Member, id int64, cs report.ChangeSet) report.Saved {
	h.Helper()
	return must(h.s.Save(h.Context(), who, id, cs))(h)
}

// cells saves figures as a page does that was loaded at a revision.
func (h *house) cells(who agency.Member, id, base int64, pairs ...string) report.Saved {
	h.Helper()
	cs := report.ChangeSet{Base: base, Cells: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		cs.Cells[pairs[i]] = pairs[i+1]
	}
	return h.save(who, id, cs)
}

// text saves one text as a page does that was loaded at a revision.
func (h *house) text(who agency.Member, id, base int64, place, text string) report.Saved {
	h.Helper()
	return h.save(who, id, report.ChangeSet{Base: base, Texts: map[string]string{place: text}})
}

func (h *house) figure(id int64, cell string) string {
	h.Helper()
	return h.load(id).Report.Figures[cell]
}

func (h *house) body(id int64, section string) string {
	h.Helper()
	return report.TextOf(h.load(id).Report.Section(section).Blocks)
}

// complete fills a report so that it can be submitted.
func (h *house) complete(who agency.Member, id int64) {
	h.Helper()
	d := h.load(id)
	texts := map[string]string{report.PlaceSignatureDate: "2027年1月15日"}
	for _, o := range d.Outline {
		texts[o.Key] = o.Heading + "的情况。"
	}
	h.save(who, id, report.ChangeSet{Texts: texts})
	for _, table := range d.Edition.Tables {
		_, _, err := h.s.FillBlanks(h.Context(), who, id, table.Key, report.ChangeSet{})
		check(h, err)
	}
}

func (h *house) step(who agency.Member, id int64, step report.Step) report.Filing {
	h.Helper()
	return must(h.s.TakeStep(h.Context(), who, id, report.StepRequest{Step: step, Comment: "因为"}))(h)
}

// judged fails the test unless the stored verdicts are those of the rules.
func (h *house) judged(id int64) {
	h.Helper()
	got, want := h.filing(id).Tally, report.Count(h.load(id).Findings())
	if got != want {
		h.Errorf("stored verdict %+v, the rules say %+v", got, want)
	}
}

// actions counts a report's audit records by action.
func (h *house) actions(id int64) map[string]int {
	h.Helper()
	out := map[string]int{}
	for _, r := range must(h.s.Audit(h.Context(), h.chief, id, 0, 10000))(h) {
		out[r.Action]++
	}
	return out
}

// must ends the test on an error: must(f())(t).
func must[T any](value T, err error) func(t testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantCode fails the test unless an error has a code.
func wantCode(t testing.TB, err error, want report.Code) {
	t.Helper()
	if got := report.ErrorCode(err); got != want {
		t.Errorf("got error %v (code %q), want code %q", err, got, want)
	}
}
