package handlers_test

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/handlers"
	"nianbao/report"
	"nianbao/report/layout"
)

// unzipped are the files of a ZIP by name.
func unzipped(t *testing.T, body string) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := files[f.Name]; twice {
			t.Errorf("%s twice", f.Name)
		}
		files[f.Name] = string(data)
	}
	return files
}

// listed are the lines of the list by agency.
func listed(t *testing.T, list string) map[string][]string {
	t.Helper()
	text, marked := strings.CutPrefix(list, "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked || len(rows) == 0 || rows[0][0] != "单位" {
		t.Fatalf("the list: %v, %.100q", err, list)
	}
	out := map[string][]string{}
	for _, row := range rows[1:] {
		out[row[0]] = row[1:]
	}
	return out
}

// batchHouse is the test county with a published, an approved and a begun report of 2026; the county office has none.
func batchHouse(t *testing.T, cfg handlersConfig) (s *site, published report.Filing) {
	t.Helper()
	s = siteWith(t, cfg)
	f := s.finished(2026)
	s.step("clerk", f.ID, report.StepRequest{Step: report.Submit})
	s.step("supervisor", f.ID, report.StepRequest{Step: report.Approve})
	s.step("clerk", f.ID, report.StepRequest{Step: report.Publish, PublishedOn: "2027-01-18"})
	s.begin("water", 2026)
	return s, f
}

func TestBatch(t *testing.T) {
	s, _ := batchHouse(t, handlersConfig{})
	county := s.as("county")
	const town, water = "柳河镇人民政府2026年政府信息公开工作年度报告", "云溪县水利局2026年政府信息公开工作年度报告"

	t.Run("the page", func(t *testing.T) {
		page := county.get("/exports?year=2026").wants(http.StatusOK)
		checkPage(t, page.page)
		page.says("batch", "2026 年：已通过或公布 1 份，没有通过的 1 份")
		if n := county.get("/").page.Find(`[data-testid="to-batch"]`).Length(); n == 0 {
			t.Error("no way to it from the board")
		}
	})
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"one format, approved only", "year=2026&format=docx", []string{town + ".docx", "清单.csv"}},
		{"two formats, with drafts", "year=2026&format=json&format=docx&drafts=1",
			[]string{"Word 文档/" + water + ".docx", "Word 文档/" + town + ".docx", "交换数据（JSON）/" + water + ".json", "交换数据（JSON）/" + town + ".json", "清单.csv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := county.get("/exports/reports.zip?" + c.query).wants(http.StatusOK)
			if kind := got.Header.Get("Content-Type"); kind != "application/zip" {
				t.Errorf("media type %q", kind)
			}
			files := unzipped(t, got.body)
			if names := slices.Sorted(maps.Keys(files)); !slices.Equal(names, c.want) {
				t.Errorf("got %q, want %q", names, c.want)
			}
			if again := county.get("/exports/reports.zip?" + c.query); again.body != got.body {
				t.Error("not the same twice")
			}
		})
	}
	t.Run("the files are those of the report's own page", func(t *testing.T) {
		files := unzipped(t, county.get("/exports/reports.zip?year=2026&format=docx&format=json&drafts=1").body)
		if draft := unzipped(t, files["Word 文档/"+water+".docx"]); !strings.Contains(draft["word/header1.xml"]+draft["word/document.xml"]+draft["word/header2.xml"], "草稿") {
			t.Error("a draft is not marked")
		}
		if !strings.Contains(files["交换数据（JSON）/"+town+".json"], `"published": "2027-01-18"`) {
			t.Error("the published version does not say when")
		}
	})
	t.Run("the list", func(t *testing.T) {
		rows := listed(t, unzipped(t, county.get("/exports/reports.zip?year=2026&format=docx").body)["清单.csv"])
		for name, want := range map[string][]string{
			"柳河镇人民政府": {"2026", "已公布", "已导出", "第 1 版（已公布）", town, ""},
			"云溪县水利局":  {"2026", "填报中", "没有导出", "", "", "还没有通过审核"},
			"云溪县人民政府": {"2026", "未开始", "没有导出", "", "", "还没有新建报告"},
		} {
			if !slices.Equal(rows[name], want) {
				t.Errorf("%s: got %q, want %q", name, rows[name], want)
			}
		}
		if len(rows) != 3 {
			t.Errorf("%d agencies, want 3: %v", len(rows), rows)
		}
	})
	t.Run("what cannot be", func(t *testing.T) {
		county.get("/exports/reports.zip?year=2026").wants(http.StatusUnprocessableEntity).says("errors", "至少选一种格式")
		county.get("/exports/reports.zip?format=docx").wants(http.StatusUnprocessableEntity).says("errors", "请选年度")
		county.get("/exports/reports.zip?year=2019&format=docx").wants(http.StatusUnprocessableEntity).says("errors", "2019 年没有可以导出的报告")
	})
	t.Run("everybody gets what they may see", func(t *testing.T) {
		stranger := s.as("stranger")
		stranger.get("/exports").wants(http.StatusOK).says("empty", "还没有报告")
		stranger.get("/exports/reports.zip?year=2026&format=docx&drafts=1").wants(http.StatusUnprocessableEntity)
		clerk := unzipped(t, s.as("clerk").get("/exports/reports.zip?year=2026&format=docx&drafts=1").wants(http.StatusOK).body)
		if names := slices.Sorted(maps.Keys(clerk)); !slices.Equal(names, []string{town + ".docx", "清单.csv"}) {
			t.Errorf("a clerk of the town gets %q", names)
		}
		s.browser().get("/exports/reports.zip?year=2026&format=docx").wants(http.StatusSeeOther)
	})
}

// TestBatchAmended exports the published version while the next one is written, and no version that was sent back.
func TestBatchAmended(t *testing.T) {
	s, f := batchHouse(t, handlersConfig{})
	s.step("supervisor", f.ID, report.StepRequest{Step: report.Amend, Comment: "漏了一项"})
	if _, err := s.store.Save(context.Background(), s.member("clerk"), f.ID, report.ChangeSet{Texts: map[string]string{"overview": "还在写的一句。"}}); err != nil {
		t.Fatal(err)
	}
	files := unzipped(t, s.as("county").get("/exports/reports.zip?year=2026&format=json&drafts=1").wants(http.StatusOK).body)
	if strings.Contains(files["柳河镇人民政府2026年政府信息公开工作年度报告.json"], "还在写的一句") {
		t.Error("the draft of the next version was exported in place of the published one")
	}
	water := s.begin("water", 2025)
	s.submit("water", water.ID)
	s.step("county", water.ID, report.StepRequest{Step: report.Approve})
	s.step("county", water.ID, report.StepRequest{Step: report.Return, Comment: "再核一次"})
	s.as("county").get("/exports/reports.zip?year=2025&format=json").wants(http.StatusUnprocessableEntity)
}

// TestBatchNames gives agencies of one name files of their own, and keeps names that file systems take.
func TestBatchNames(t *testing.T) {
	s, _ := batchHouse(t, handlersConfig{})
	ctx := context.Background()
	parent, err := s.store.AgencyByName(ctx, "云溪县人民政府")
	if err != nil {
		t.Fatal(err)
	}
	for login, name := range map[string]string{"a": "柳河镇/人民政府", "b": "柳河镇:人民政府", "c": strings.Repeat("长", 90) + "办公室"} {
		made, err := s.store.CreateAgency(ctx, agency.Agency{Name: name, Kind: agency.Township, ParentID: parent.ID})
		if err != nil {
			t.Fatal(err)
		}
		m, err := s.store.CreateMember(ctx, agency.Member{Login: "name-" + login, Name: login, Role: agency.Clerk, AgencyID: made.ID}, testPassword)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.store.CreateReport(ctx, m, made.ID, 2026, "gb-2021"); err != nil {
			t.Fatal(err)
		}
	}
	names := slices.Sorted(maps.Keys(unzipped(t, s.as("county").get("/exports/reports.zip?year=2026&format=json&drafts=1").wants(http.StatusOK).body)))
	const rest = "2026年政府信息公开工作年度报告"
	for _, want := range []string{"柳河镇人民政府" + rest + ".json", "柳河镇人民政府" + rest + "（2）.json", "柳河镇人民政府" + rest + "（3）.json"} {
		if !slices.Contains(names, want) {
			t.Errorf("no %s among %q", want, names)
		}
	}
	for _, name := range names {
		if len(name) > 255 || strings.ContainsAny(name, `\/:*?"<>|`) {
			t.Errorf("%d bytes: %s", len(name), name)
		}
	}
}

// oddStore is a store in which one report cannot be read, and in which reading takes a while, or as long as somebody waits for it.
type oddStore struct {
	handlers.Store
	broken  int64
	slow    time.Duration
	endless func()
	loads   atomic.Int32
}

func (o *oddStore) Load(ctx context.Context, who agency.Member, id int64) (*report.Dossier, error) {
	o.loads.Add(1)
	time.Sleep(o.slow)
	if o.endless != nil {
		o.endless()
		<-ctx.Done()
	}
	if id == o.broken {
		return nil, errors.New("the disk is gone")
	}
	return o.Store.Load(ctx, who, id)
}

// TestBatchTrouble goes on when a report cannot be read or written, and says so.
func TestBatchTrouble(t *testing.T) {
	odd := &oddStore{}
	s, f := batchHouse(t, handlersConfig{wrap: func(s handlers.Store) handlers.Store { odd.Store = s; return odd }, noFonts: true})
	filings, err := s.store.Filings(context.Background(), s.member("county"))
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range filings {
		if other.ID != f.ID {
			odd.broken = other.ID
		}
	}
	got := s.as("county").get("/exports/reports.zip?year=2026&format=docx&format=pdf&drafts=1").wants(http.StatusOK)
	files := unzipped(t, got.body)
	if len(files) != 2 {
		t.Errorf("files: %q", slices.Sorted(maps.Keys(files)))
	}
	rows := listed(t, files["清单.csv"])
	number := got.Header.Get("X-Request-Id")
	if row := rows["云溪县水利局"]; row[2] != "没有导出" || !strings.Contains(row[5], number) {
		t.Errorf("the report that cannot be read: %q", row)
	}
	if row := rows["柳河镇人民政府"]; row[2] != "已导出" || !strings.Contains(row[5], "PDF没有写成：没有字体") {
		t.Errorf("the report without its PDF: %q", row)
	}
	if log := s.log.String(); !strings.Contains(log, "the disk is gone") || !strings.Contains(log, number) {
		t.Error("the log does not say what happened")
	}
}

// TestBatchPanic loses the file whose writer panics, and no other: the answer is half sent, and the pages' own net cannot mend it.
func TestBatchPanic(t *testing.T) {
	s, _ := batchHouse(t, handlersConfig{fonts: &layout.Fonts{}}) // no layout can be made with these
	got := s.as("county").get("/exports/reports.zip?year=2026&format=docx&format=pdf&format=json&drafts=1").wants(http.StatusOK)
	files := unzipped(t, got.body)
	if len(files) != 5 {
		t.Errorf("got %q, want two Word files, two of JSON and the list", slices.Sorted(maps.Keys(files)))
	}
	number := got.Header.Get("X-Request-Id")
	for name, row := range listed(t, files["清单.csv"]) {
		if row[2] == "已导出" && !strings.Contains(row[5], "PDF没有写成：系统出了问题，请把编号 "+number) {
			t.Errorf("%s: got %q", name, row)
		}
	}
	if log := s.log.String(); !strings.Contains(log, "goroutine") || !strings.Contains(log, number) {
		t.Error("the log does not say where")
	}
}

// TestBatchFormulas lets no name become a formula when the list is opened as a table.
func TestBatchFormulas(t *testing.T) {
	s, _ := batchHouse(t, handlersConfig{})
	ctx := context.Background()
	parent, err := s.store.AgencyByName(ctx, "云溪县人民政府")
	if err != nil {
		t.Fatal(err)
	}
	names := []string{`=HYPERLINK("http://example.test")`, "+1", "-1+1", "@SUM(1)", "＝1+1", `"=1+1`, "平常的 - 单位"}
	for _, name := range names {
		if _, err := s.store.CreateAgency(ctx, agency.Agency{Name: name, Kind: agency.Township, ParentID: parent.ID}); err != nil {
			t.Fatal(err)
		}
	}
	rows := listed(t, unzipped(t, s.as("county").get("/exports/reports.zip?year=2026&format=json").wants(http.StatusOK).body)["清单.csv"])
	for _, name := range names {
		want := "'" + name
		if name == "平常的 - 单位" {
			want = name
		}
		if _, ok := rows[want]; !ok {
			t.Errorf("%s: not listed as %s: %v", name, want, rows)
		}
	}
}

// TestBatchOutlivesTimeouts takes longer than the server gives any other answer.
func TestBatchOutlivesTimeouts(t *testing.T) {
	odd := &oddStore{slow: 900 * time.Millisecond}
	s, _ := batchHouse(t, handlersConfig{wrap: func(s handlers.Store) handlers.Store { odd.Store = s; return odd }, timeout: time.Second})
	ctx := context.Background()
	stranger := s.member("stranger")
	if _, err := s.store.CreateReport(ctx, stranger, stranger.AgencyID, 2026, "gb-2021"); err != nil {
		t.Fatal(err)
	}
	m, err := s.store.CreateMember(ctx, agency.Member{Login: "second", Name: "second", Role: agency.Clerk, AgencyID: s.member("county").AgencyID}, testPassword)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.CreateReport(ctx, m, m.AgencyID, 2026, "gb-2021"); err != nil {
		t.Fatal(err)
	}
	files := unzipped(t, s.as("county").get("/exports/reports.zip?"+url.Values{"year": {"2026"}, "format": {"json"}, "drafts": {"1"}}.Encode()).wants(http.StatusOK).body)
	if len(files) != 4 {
		t.Errorf("files: %q", slices.Sorted(maps.Keys(files)))
	}
}

// TestBatchBrokenOff stops when the client goes, and that is no trouble of ours.
func TestBatchBrokenOff(t *testing.T) {
	odd := &oddStore{}
	var s *site
	t.Cleanup(func() { // runs after the server has answered everything
		if n := odd.loads.Load(); n != 1 {
			t.Errorf("%d reports were read, want 1", n)
		}
		if log := s.log.String(); strings.Contains(log, "level=ERROR") {
			t.Errorf("the log has errors: %s", log)
		}
	})
	s, _ = batchHouse(t, handlersConfig{wrap: func(s handlers.Store) handlers.Store { odd.Store = s; return odd }})
	county := s.as("county")
	chief := s.member("county")
	m, err := s.store.CreateMember(context.Background(), agency.Member{Login: "second", Name: "second", Role: agency.Clerk, AgencyID: chief.AgencyID}, testPassword)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.CreateReport(context.Background(), m, m.AgencyID, 2026, "gb-2021"); err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(context.Background())
	odd.endless = leave
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/exports/reports.zip?year=2026&format=json&drafts=1", nil)
	if err != nil {
		t.Fatal(err)
	}
	if answer, err := county.client.Do(request); err == nil {
		answer.Body.Close()
		t.Error("the answer came although nobody waited")
	}
}
