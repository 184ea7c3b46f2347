package review

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"nianbao/report"
	"nianbao/report/review/likeness"
)

const (
	codeSimilarPrevious = "similar.previous"
	codeSimilarPeer     = "similar.peer"
)

var likenesses = family{
	rules: []Rule{
		{codeSimilarPrevious, []report.Severity{report.SeverityHint},
			"Overview or problems repeat last year's report of the same agency, after figures, years and names are masked.",
			"去年：我镇通过政务公开栏公开信息 32 条……；今年：我镇通过政务公开栏公开信息 45 条……，其余一字不差"},
		{codeSimilarPeer, []report.Severity{report.SeverityHint},
			"Overview or problems say what another agency's report of the same year says, after figures, years and names are masked.",
			"两个镇的“存在的主要问题”除镇名外完全相同"},
	},
	check: checkLikeness,
}

const (
	// similarShare of a section that another has too is 雷同: half of it copied is above, what the trade's set phrases make is far below.
	similarShare = 0.35
	// similarRunes must be the same at least, or as many as similarPassage in one piece, whatever else the section says.
	similarRunes   = 60
	similarPassage = 120
	similarPeers   = 3
	// A text that is shorter than what can be compared otherwise must be the same nearly all over.
	similarLeast = 40
	similarWhole = 0.85
)

// similarAdvice is what to do about a section, by its meaning.
var similarAdvice = map[string]string{
	"overview": "写出今年做了什么、和以前有什么不同；确实没有变化的可以保留。",
	"problems": "写出本单位今年的问题，并说明上一年的问题改进得怎样。",
}

// likeSection is a section of another report beside one of this.
type likeSection struct {
	code string
	// whose names the other report.
	whose  string
	common likeness.Common
	text   string
}

// checkLikeness holds overview and problems against last year's and against those that the context knows to be alike.
func checkLikeness(s *Subject) {
	if s.Last == nil && len(s.Context.Alike) == 0 {
		return
	}
	id := s.Identity()
	names := slices.Concat([]string{s.Report.Agency, id.Name, id.ShortName}, id.FormerNames, id.Superiors)
	if s.Last != nil {
		names = append(names, s.Last.Agency)
	}
	for _, other := range s.Context.Alike {
		names = append(names, other.Agency)
	}
	masked := likeness.NewNames(names...)
	for _, p := range s.Parts {
		if advice := similarAdvice[p.Means]; advice != "" {
			s.checkLikePart(p, masked, advice)
		}
	}
}

func (s *Subject) checkLikePart(p *Part, names likeness.Names, advice string) {
	own := likeness.Mask(p.Text, names)
	if own.Len() < similarLeast {
		return
	}
	hold := func(code, whose, text string) likeSection {
		return likeSection{code, whose, own.Compare(likeness.Mask(text, names)), text}
	}
	var found []likeSection
	for _, other := range s.Context.Alike {
		if other.Section == p.Key {
			found = append(found, hold(codeSimilarPeer, othersReport(other), other.Text))
		}
	}
	slices.SortStableFunc(found, func(a, b likeSection) int { return cmp.Compare(b.common.Runes, a.common.Runes) })
	found = found[:min(similarPeers, len(found))]
	if s.Last != nil {
		if last := s.Last.Section(p.Key); last != nil {
			found = append([]likeSection{hold(codeSimilarPrevious, lastYearsReport(s.Last), report.TextOf(last.Blocks))}, found...)
		}
	}
	alike := func(c likeness.Common, longest likeness.Passage) bool {
		if own.Len() < likeness.Enough {
			return c.Share >= similarWhole
		}
		return c.Share >= similarShare && c.Runes >= similarRunes || longest.Runes >= similarPassage
	}
	for _, l := range found {
		if longest, ok := l.common.Longest(); ok && alike(l.common, longest) {
			s.Add(l.finding(p, longest, advice))
		}
	}
}

func lastYearsReport(last *report.Report) string {
	if last.Year == 0 {
		return "上一年的报告"
	}
	return fmt.Sprintf("本单位 %d 年的报告", last.Year)
}

func othersReport(other report.Likeness) string {
	whose := cmp.Or(other.Agency, "另一份文件")
	if other.Year == 0 {
		return whose + "的报告"
	}
	return fmt.Sprintf("%s %d 年的报告", whose, other.Year)
}

// finding shows the longest passage, with the others beside it.
func (l likeSection) finding(p *Part, longest likeness.Passage, advice string) report.Finding {
	where := report.HeadingName(p.Heading)
	if where == "" {
		where = "这一节"
	}
	message := fmt.Sprintf("“%s”约 %.0f%% 的文字与%s相同（数字、年份和名称不计）。", where, math.Round(100*l.common.Share), l.whose)
	if l.common.Share < similarShare {
		message = fmt.Sprintf("“%s”里有一大段与%s相同（数字、年份和名称不计）。", where, l.whose)
	}
	f := p.Mark(l.code, report.SeverityHint, longest.Start, longest.End, message)
	f.Hint = advice
	for _, passage := range l.common.Passages {
		f.Matches = append(f.Matches, report.Match{Start: p.Rune(passage.Start), End: p.Rune(passage.End), Quote: p.Text[passage.Start:passage.End],
			Other: l.text[passage.OtherStart:passage.OtherEnd]})
	}
	return f
}
