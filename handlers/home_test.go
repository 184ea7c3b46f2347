package handlers_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"nianbao/report"
)

// step takes a report on its way, in somebody's name.
func (s *site) step(login string, id int64, request report.StepRequest) {
	s.t.Helper()
	m := s.member(login)
	now, err := s.store.Filing(context.Background(), m, id)
	if err != nil {
		s.t.Fatal(err)
	}
	request.Revision = now.Revision
	if _, err := s.store.TakeStep(context.Background(), m, id, request); err != nil {
		s.t.Fatalf("%s by %s: %v", request.Step, login, err)
	}
}

// submit fills in a report with noughts and a sentence everywhere, gives a reason for every warning, and submits it.
func (s *site) submit(login string, id int64) {
	s.t.Helper()
	m := s.member(login)
	d, err := s.store.Load(context.Background(), m, id)
	if err != nil {
		s.t.Fatal(err)
	}
	changes := report.ChangeSet{Cells: map[string]string{}, Texts: map[string]string{report.PlacePreface: "本报告按规定编制。",
		report.PlaceSignatureAgency: d.Filing.AgencyName, report.PlaceSignatureDate: "2027-01-15"}}
	for _, table := range d.Edition.Tables {
		for _, c := range table.Cells {
			changes.Cells[c.ID] = "0"
		}
	}
	for _, o := range d.Outline {
		changes.Texts[o.Key] = "本年度做了这些工作。"
	}
	if _, err := s.store.Save(context.Background(), m, id, changes); err != nil {
		s.t.Fatal(err)
	}
	if d, err = s.store.Load(context.Background(), m, id); err != nil {
		s.t.Fatal(err)
	}
	reasons := map[string]string{}
	for _, f := range d.Findings() {
		reasons[f.ID()] = "属实。"
	}
	s.step(login, id, report.StepRequest{Step: report.Submit, Reasons: reasons})
}

func TestHomeOnTheWay(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	s.submit("clerk", f.ID)
	s.as("clerk").get("/").wants(http.StatusOK).says("filing", "待审核").says("steps", "审核：等待审核人").says("next", "查看")
	a := s.as("supervisor").get("/").wants(http.StatusOK).says("steps", "审核：等待您").says("next", "审阅")
	if got := a.page.Find(`[data-testid="next"]`).AttrOr("href", ""); got != "/reports/"+itoa(f.ID)+"/review" {
		t.Errorf("审阅 leads to %q", got)
	}
	s.as("county").get("/").says("board", "审阅")

	s.step("supervisor", f.ID, report.StepRequest{Step: report.Return, Comment: "请核对<b>新收</b>。"})
	a = s.as("clerk").get("/").wants(http.StatusOK).says("comment", "请核对<b>新收</b>。").says("comment", "supervisor氏").says("steps", "填报：已退回")
	if got := a.text("h1"); got != "今天需要处理" {
		t.Errorf("heading %q", got)
	}

	s.submit("clerk", f.ID)
	s.step("supervisor", f.ID, report.StepRequest{Step: report.Approve})
	s.as("clerk").get("/").says("steps", "公布：等待您").says("next", "登记公布")
	s.step("clerk", f.ID, report.StepRequest{Step: report.Publish, PublishedOn: "2027-01-19"})
	a = s.as("clerk").get("/").says("filing", "已公布").says("next", "查看")
	if got := a.page.Find(`[data-testid="steps"] .past`).Length(); got != 3 {
		t.Errorf("%d steps are past, want 3", got)
	}
	s.as("county").get("/").says("count-published", "已公布 1")
}

func TestHomeOfAClerk(t *testing.T) {
	s := newSite(t)
	t.Run("nothing begun", func(t *testing.T) {
		a := s.as("water").get("/").wants(http.StatusOK).says("start", "2026 年度的报告还没有开始")
		form := fields(a.page.Find(`[data-testid="start-suggested"]`))
		if form.Get("year") != "2026" || form.Get("edition") != "gb-2021" || form.Get("agency") != itoa(s.member("water").AgencyID) {
			t.Errorf("the form asks for %v", form)
		}
		choice := fields(a.page.Find(`[data-testid="start-form"]`))
		if choice.Get("year") != "2026" || choice.Get("edition") != "gb-2021" {
			t.Errorf("the choice is preset to %v", choice)
		}
	})
	t.Run("begun", func(t *testing.T) {
		s.begin("water", 2026)
		a := s.as("water").get("/").wants(http.StatusOK)
		a.says("filing", "云溪县水利局 2026 年度报告").says("filing", "填报中").says("meta", "截止 1 月 31 日，还有 12 天").says("meta", "2021 年格式")
		a.says("steps", "填报：等待您").says("next", "继续填报")
		if strings.Contains(a.id("board"), "县") || a.page.Find(`[data-testid="start-suggested"]`).Length() != 0 {
			t.Error("shows a board, or suggests a report in January for the year that has just begun")
		}
	})
	t.Run("late", func(t *testing.T) {
		s.wait(13 * 24 * time.Hour)
		s.as("water").get("/").says("days-left", "已过 1 天")
	})
	t.Run("in autumn the next report is suggested", func(t *testing.T) {
		s.wait(270 * 24 * time.Hour)
		a := s.as("water").get("/").wants(http.StatusOK)
		a.says("filing", "2026 年度报告").says("start", "2027 年度的报告还没有开始")
	})
}

func TestHomeOfSupervisors(t *testing.T) {
	s := newSite(t)
	s.begin("clerk", 2026)
	t.Run("own", func(t *testing.T) {
		a := s.as("supervisor").get("/").wants(http.StatusOK).says("filing", "填报：等待填报人").says("next", "查看")
		a.says("meta", "截止日期按上级要求")
		if a.page.Find(`[data-testid="start"]`).Length() != 0 {
			t.Error("a supervisor may not begin reports")
		}
	})
	t.Run("county", func(t *testing.T) {
		a := s.as("county").get("/").wants(http.StatusOK)
		a.says("board", "柳河镇人民政府填报中").says("board", "云溪县水利局未开始").says("share", "2 个单位").says("share", "部门截止 1 月 31 日，还有 12 天")
		a.says("count-draft", "填报中 1").says("count-none", "未开始 1").says("count-published", "已公布 0")
		if strings.Contains(a.body, "外县") {
			t.Error("shows another county")
		}
		only := s.as("county").get("/?show=none").wants(http.StatusOK)
		if got := only.page.Find(`[data-testid="board"] [data-testid="row"]`).Length(); got != 1 {
			t.Errorf("%d rows that have not begun, want 1", got)
		}
		s.as("county").get("/?show=%3Cx%3E").wants(http.StatusOK).says("board", "柳河镇")
	})
	t.Run("overdue", func(t *testing.T) {
		s.wait(13 * 24 * time.Hour)
		s.as("county").get("/").wants(http.StatusOK).says("overdue", "1 个单位").says("board", "逾期 1 天")
	})
	t.Run("auditor", func(t *testing.T) {
		a := s.as("auditor").get("/").wants(http.StatusOK).says("board", "柳河镇人民政府")
		if a.page.Find(`main form`).Length() != 0 {
			t.Error("an auditor changes nothing")
		}
	})
	t.Run("admin", func(t *testing.T) {
		page := s.as("admin").get("/").wants(http.StatusOK).says("place", "账号")
		if got := page.page.Find(`a[href="/exports"]`).Length(); got != 2 {
			t.Errorf("%d links to the export of many reports, want one in the header and one on the page", got)
		}
	})
}
