package review

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/report"
)

// longClause is a text of about so many characters without a single mark between them.
func longClause(words string, characters int) string {
	return strings.Repeat(words, characters/utf8.RuneCountInString(words)+1)
}

// A clause of 40,000 characters that nothing divides is read from its beginning and where it turns, and no dear search goes through it: as many
// names are judged in it as in one half as long, while a short one of the same words has one at every place.
func TestLongClauseIsCheap(t *testing.T) {
	const few = 1 + mostTurns
	for _, c := range []struct{ agency, words string }{
		{"望江县雷池镇人民政府", "切实做好太湖县政府信息公开工作总体"},
		{"望江县雷池镇人民政府", "通过太湖县人民政府网站发布"},
		{"望江县雷池镇人民政府", "本报告由太湖县民政局编制"},
		{"望江县雷池镇人民政府", "在铜山镇便民服务中心公开"},
		{"望江县财政局", "公开信息由太湖县水利局审签"},
		{"上海市公安局长宁分局", "普陀公安分局高度重视公开"},
		{"望江县雷池镇人民政府", "在区委领导下铜山镇认真落实"},
	} {
		us := newAgencySelf(newSubject(nil, agencyReport(c.agency, ""), report.Context{Mode: report.AsRead}, Settings{}))
		judged := func(text string) (mentions int) {
			clauses := 0
			eachClause(&Part{Text: text, room: new(room)}, func(start, end int, turns []int) {
				clauses++
				if len(turns) > mostTurns {
					t.Errorf("%s: got %d turns, want %d at most", c.words, len(turns), mostTurns)
				}
				mentions += len(us.mentionsIn(newAgencyClause(text, start, end), turns))
			}, func(int) {})
			if clauses != 1 {
				t.Fatalf("%s: got %d clauses, want 1", c.words, clauses)
			}
			return mentions
		}
		half, whole := judged(longClause(c.words, 20_000)), judged(longClause(c.words, 40_000))
		if half != whole || whole > few {
			t.Errorf("%s: got %d names judged in 20,000 characters and %d in 40,000, want as many and %d at most", c.words, half, whole, few)
		}
		if short := judged(strings.Repeat(c.words, 12)); short < 12 && !strings.Contains(c.words, "领导下") {
			t.Errorf("%s: got %d names judged in a short clause, want all 12", c.words, short)
		}
	}
}

// What is looked at around a place has a limit, however far its sentence goes on.
func TestLongSentenceIsCheap(t *testing.T) {
	text := longClause("国办公开办函〔2019〕60号和六部分", 40_000)
	at := strings.Index(text[len(text)/2:], "国") + len(text)/2
	from, to := editionSentence(text, at)
	for _, c := range []struct {
		name      string
		got, most int
	}{
		{"sentenceBefore", len(sentenceBefore(text, at)), 300},
		{"sentenceAt", len(sentenceAt(text, at)), 360},
		{"sentenceAround", len(sentenceAround(text, at)), 2 * sentenceReach},
		{"editionSentence", to - from, 2 * 600},
		{"announcements", len(announcements(text)), mostAnnounced},
	} {
		if c.got == 0 || c.got > c.most {
			t.Errorf("%s: got %d, want more than 0 and %d at most", c.name, c.got, c.most)
		}
	}
}

// A name that stands in every clause is looked up once in the whole text, not once for each clause.
func TestFormerNameIsLookedUpOnce(t *testing.T) {
	us := newAgencySelf(newSubject(nil, agencyReport("望江县雷池镇人民政府", longClause("铜山镇未收到申请，", 40_000)), report.Context{Mode: report.AsRead}, Settings{}))
	us.formerly("铜山镇")
	us.parts[len(us.parts)-1].Text = "原铜山镇" // what is asked again is not read again
	if us.formerly("铜山镇") {
		t.Error("the text was read again")
	}
}
