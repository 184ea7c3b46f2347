package report

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestJSONRoundTrip(t *testing.T) {
	e := editions(t).Get("gb-2014")
	r := zeroReport(e, 2016)
	r.Sections[1].Blocks = []Block{{Text: "见下表。"}, {Grid: [][]string{{"项目", "数"}, {"会议", "2"}}}, {Text: "<完> & 毕"}}
	r.Notes = []Note{{Code: "read.lost_digits", Message: "可能丢字", Near: "202511日"}}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadJSON(editions(t), data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, r) {
		t.Errorf("came back different:\n%+v\n%+v", back, r)
	}
	if !strings.Contains(string(data), `"text":"见下表。\n`) {
		t.Errorf("text is not derived: %s", data)
	}
}

func TestReadJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text and tables instead of blocks", `{"edition":"gb-2021","sections":[{"key":"disclosure","heading":"二","text":"甲\n乙","tables":["disclosure"]}]}`, ""},
		{"unknown year", `{"edition":"","year":null}`, ""},
		{"unknown key", `{"edition":"gb-2021","sections":[{"key":"a","blocks":[{"text":"x"},{"txt":"y"}]}]}`, "sections[0].blocks[1].txt"},
		{"unknown key on top", `{"editon":"gb-2021"}`, "editon"},
		{"unknown key in the signature", `{"signature":{"day":""}}`, "signature.day"},
		{"not JSON", "{\n\"edition\": gb}", "第 2 行"},
		{"two things in a block", `{"sections":[{"key":"a","blocks":[{"text":"x","table":"requests"}]}]}`, "sections[0].blocks[0] 应当只有"},
		{"nothing", `null`, "整个文件"},
		{"a key twice", `{"title":"a","title":"b"}`, "title 写了两遍"},
		{"a number for a figure", `{"edition":"gb-2021","figures":{"requests.received.total":5}}`, "figures.requests.received.total 应当是文字"},
		{"a text for the year", `{"year":"2022"}`, "year 应当是整数"},
		{"a year before all reports", `{"year":-5}`, "year 是 -5"},
		{"unknown table", `{"edition":"gb-2021","sections":[{"key":"a","blocks":[{"table":"nope"}]}]}`, "没有名为 nope 的表"},
		{"a table twice", `{"edition":"gb-2021","sections":[{"key":"a","tables":["requests"]},{"key":"b","tables":["requests"]}]}`, "两个地方"},
		{"a section twice", `{"sections":[{"key":"a"},{"key":"a"}]}`, "a 出现了两次"},
		{"text that blocks contradict", `{"sections":[{"key":"a","text":"x","blocks":[{"text":"y"}]}]}`, "sections[0] 的 text"},
		{"unknown edition", `{"edition":"gb-1999"}`, "gb-1999"},
		{"cell of another edition", `{"edition":"gb-2021","figures":{"statistics.staff.count":"1"}}`, "statistics.staff.count"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := ReadJSON(editions(t), []byte(c.in))
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (err == nil || !strings.Contains(ErrorMessage(err), c.want)):
				t.Errorf("got %v, want a sentence with %q", err, c.want)
			case c.name == "text and tables instead of blocks" && len(r.Sections[0].Blocks) != 3:
				t.Errorf("blocks %v", r.Sections[0].Blocks)
			}
		})
	}
}

// What an agency typed becomes canonical, and what was converted is told.
func TestReadJSONCanonical(t *testing.T) {
	r, err := ReadJSON(editions(t), []byte(`{"edition":"gb-2021","sections":[{"key":"disclosure","tables":["disclosure"]}],"figures":{
		"disclosure.licensing.decisions":"１，２３４","disclosure.penalties.decisions":" 3件 \n","disclosure.coercion.decisions":"减4","disclosure.fees.amount":"2888290元"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"disclosure.licensing.decisions": "1234", "disclosure.penalties.decisions": "3", "disclosure.coercion.decisions": "减4",
		"disclosure.fees.amount": "288.829", "disclosure.documents.issued": ""} {
		if got, there := r.Figures[id]; got != want || !there {
			t.Errorf("%s is %q %v, want %q", id, got, there, want)
		}
	}
	if len(r.Notes) != 1 || r.Notes[0].Near != "2888290元" {
		t.Errorf("notes %v", r.Notes)
	}
}

func FuzzReadJSON(f *testing.F) {
	es, err := Standard()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(`{"edition":"gb-2021","year":2022,"sections":[{"key":"a","blocks":[{"grid":[["x"]]}]}],"figures":{"requests.received.total":"1"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadJSON(es, data)
		if err != nil {
			if ErrorCode(err) != Invalid {
				t.Errorf("code %s", ErrorCode(err))
			}
			return
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ReadJSON(es, out)
		if err != nil {
			t.Fatalf("our own JSON is refused: %v\n%s", err, out)
		}
		if again, _ := json.Marshal(back); string(again) != string(out) {
			t.Errorf("not stable:\n%s\n%s", out, again)
		}
		if e := es.Get(r.Edition); e != nil {
			Check(e, r, Context{Mode: AsRead})
		}
	})
}
