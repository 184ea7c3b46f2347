package report

import (
	"slices"
	"strings"
	"testing"
)

func headings(entries []OutlineEntry) string {
	var out []string
	for _, o := range entries {
		if !o.Dropped {
			out = append(out, o.Heading)
		}
	}
	return strings.Join(out, "|")
}

func TestChangeOutline(t *testing.T) {
	e := editions(t).Get("gb-2008")
	start := StandardOutline(e, 2012)
	const all = "一、概述|二、主动公开政府信息的情况|三、依申请公开政府信息的情况|四、政府信息公开的收费及减免情况|五、因政府信息公开申请行政复议、提起行政诉讼的情况|六、存在的主要问题及改进情况|七、其他需要报告的事项"
	for _, c := range []struct {
		name    string
		changes []OutlineChange
		want    string
	}{
		{"add", []OutlineChange{{Action: OutlineAdd, Heading: "咨询处理情况"}}, all + "|八、咨询处理情况"},
		{"add and move up", []OutlineChange{{Action: OutlineAdd, Heading: "咨询处理情况"}, {Action: OutlineUp, Key: "extra_1"}},
			strings.Replace(all, "七、其他", "七、咨询处理情况|八、其他", 1)},
		{"drop renumbers", []OutlineChange{{Action: OutlineDrop, Key: "fees"}}, "一、概述|二、主动公开政府信息的情况|三、依申请公开政府信息的情况|四、因政府信息公开申请行政复议、提起行政诉讼的情况|五、存在的主要问题及改进情况|六、其他需要报告的事项"},
		{"drop and restore", []OutlineChange{{Action: OutlineDrop, Key: "fees"}, {Action: OutlineRestore, Key: "fees"}}, all},
		{"move over a dropped one", []OutlineChange{{Action: OutlineDrop, Key: "requests"}, {Action: OutlineUp, Key: "fees"}},
			"一、概述|二、政府信息公开的收费及减免情况|三、主动公开政府信息的情况|四、因政府信息公开申请行政复议、提起行政诉讼的情况|五、存在的主要问题及改进情况|六、其他需要报告的事项"},
		{"rename", []OutlineChange{{Action: OutlineRename, Key: "overview", Heading: "一、总体情况"}}, strings.Replace(all, "概述", "总体情况", 1)},
		{"reset", []OutlineChange{{Action: OutlineRename, Key: "overview", Heading: "别的"}, {Action: OutlineDrop, Key: "fees"}, {Action: OutlineDown, Key: "requests"}, {Action: OutlineReset}}, all},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries := start
			for _, change := range c.changes {
				var err error
				if entries, err = ChangeOutline(e, entries, change); err != nil {
					t.Fatal(err)
				}
			}
			if got := headings(entries); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	for _, c := range []struct {
		name   string
		change OutlineChange
		want   Code
	}{
		{"no heading", OutlineChange{Action: OutlineAdd, Heading: " "}, Invalid},
		{"unknown key", OutlineChange{Action: OutlineDrop, Key: "nowhere"}, NotFound},
		{"first up", OutlineChange{Action: OutlineUp, Key: "overview"}, Invalid},
		{"unknown action", OutlineChange{Action: "explode", Key: "overview"}, Invalid},
		{"endless heading", OutlineChange{Action: OutlineAdd, Heading: strings.Repeat("长", 300)}, Invalid},
	} {
		if _, err := ChangeOutline(e, start, c.change); ErrorCode(err) != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestReoutlineKeepsWhatWasWritten(t *testing.T) {
	from, to := editions(t).Get("gb-2014"), editions(t).Get("gb-2021")
	entries, renamed := Reoutline(to, 2021, StandardOutline(from, 2018), func(key string) bool { return key == "overview" || key == "secrecy" })
	if want := map[string]string{"secrecy": "extra_1"}; len(renamed) != 1 || renamed["secrecy"] != want["secrecy"] {
		t.Errorf("renamed %v, want %v", renamed, want)
	}
	if got := headings(entries); !strings.HasSuffix(got, "六、其他需要报告的事项|七、保密审查及监督检查情况") {
		t.Errorf("outline %s", got)
	}
	if slices.ContainsFunc(entries, func(o OutlineEntry) bool { return o.Attachment }) {
		t.Errorf("the empty statistics attachment came along: %v", entries)
	}
}

// There and back again: a section of the first edition that the second lacks is in its place once more.
func TestReoutlineBack(t *testing.T) {
	new, old := editions(t).Get("gb-2021"), editions(t).Get("gb-2014")
	there, renamed := Reoutline(old, 2018, StandardOutline(new, 2018), func(key string) bool { return key == "other" })
	extra := renamed["other"]
	if extra == "" {
		t.Fatalf("renamed %v", renamed)
	}
	back, renamed := Reoutline(new, 2021, there, func(key string) bool { return key == extra })
	if renamed[extra] != "other" || len(back) != 6 {
		t.Errorf("renamed %v, %d sections", renamed, len(back))
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want, printed string }{
		{"2023-01-17", "2023-01-17", "2023年1月17日"},
		{"2023年1月7日", "2023-01-07", "2023年1月7日"},
		{" ２０２４.2.29 ", "2024-02-29", "2024年2月29日"},
		{"", "", ""},
	} {
		got, err := ParseDate(c.in)
		if err != nil || got != c.want || PrintDate(got) != c.printed {
			t.Errorf("ParseDate(%q) = %q, %v, printed %q", c.in, got, err, PrintDate(got))
		}
	}
	for _, in := range []string{"2023-02-29", "2023-13-1", "昨天", "2023-1"} {
		if got, err := ParseDate(in); ErrorCode(err) != Invalid || got != in {
			t.Errorf("ParseDate(%q) = %q, %v, want it back with a complaint", in, got, err)
		}
	}
}
