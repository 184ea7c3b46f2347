package intake

import (
	"fmt"
	"regexp"
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// otherKinds are documents that agencies publish beside the annual report, by what their titles say.
var otherKinds = []struct {
	pat  *regexp.Regexp
	name string
}{
	{regexp.MustCompile(`预算|决算|三公经费`), "预决算"},
	{regexp.MustCompile(`法治政府建设|依法行政`), "法治政府建设报告"},
	{regexp.MustCompile(`政府工作报告`), "政府工作报告"},
	{regexp.MustCompile(`公开指南`), "政府信息公开指南"},
	{regexp.MustCompile(`(?:公开|工作)要点`), "工作要点"},
	{regexp.MustCompile(`(?:工作|实施)方案|(?:工作|发展)计划|规划`), "方案或计划"},
	{regexp.MustCompile(`管理办法|制度$|规定$|条例$`), "规章制度"},
	{regexp.MustCompile(`通知$|公告$|通报$|公示$|批复$|复函$`), "公文"},
	{regexp.MustCompile(`网站(?:工作)?年度(?:工作)?报表|网站工作年度报表`), "政府网站工作年度报表"},
	{regexp.MustCompile(`工作(?:总结|报告|汇报)|述职|总结$`), "工作总结"},
}

var openMentionPat = regexp.MustCompile(`信息公开|政务公开|政府信息|主动公开|依申请公开|資訊公開|信息公開|政務公開`)

// notReport says in one sentence what a document is that is not an annual report on information disclosure, and what to do; "" for one
// that is, or may be.
func notReport(doc *document.Document, f found) string {
	if len(f.placed) > 0 {
		return ""
	}
	names := newHeadingNames(nil)
	s := &structuring{found: f, items: itemsOf(doc, f, names), names: names, report: &report.Report{}}
	s.places = make([]place, len(s.items))
	length, mentions := 0, 0
	for i := range s.items {
		it := &s.items[i]
		text := it.text
		if it.grid != nil {
			text = it.all()
		}
		n := len([]rune(text))
		length += n
		mentions += len(openMentionPat.FindAllStringIndex(text, 20))
	}
	if length == 0 {
		return "这个文件里没有文字，可能是扫描件或图片；请换成可以复制文字的版本（如 .docx）再试。"
	}
	s.readHeadings(0)
	specific := 0
	for means := range s.allMeans() {
		if means != "overview" && means != "problems" && means != "other" && means != "organisation" {
			specific++
		}
	}
	s.findTitle()
	if len(s.titles) > 0 || specific >= 2 {
		return ""
	}
	kind := ""
	for i := 0; i < len(s.items) && i < 40 && kind == ""; i++ {
		it := &s.items[i]
		if it.text == "" || it.length > 60 || it.prose() || strings.Contains(it.folded, ">") || labelPat.MatchString(it.folded) || s.marks[i].style != styleNone {
			continue
		}
		for _, k := range otherKinds {
			if k.pat.MatchString(it.folded) {
				kind = k.name
				break
			}
		}
	}
	const advice = "请选择政府信息公开工作年度报告的文件。"
	switch {
	case kind != "" && (specific == 0 || mentions < 5):
		return fmt.Sprintf("这份文件看起来是%s，不是政府信息公开工作年度报告；%s", kind, advice)
	case mentions == 0:
		return "这份文件里没有提到政府信息公开，不像是年度报告；" + advice
	case specific == 0 && mentions*500 < length:
		return "这份文件很少提到政府信息公开，不像是年度报告；" + advice
	}
	return ""
}

// allMeans are the sections that any line of the document is called like.
func (s *structuring) allMeans() map[string]bool {
	means := map[string]bool{}
	for i := range s.marks {
		if m := &s.marks[i]; m.text != "" && (m.style != styleNone && m.known() || m.best >= headingCertain) {
			means[m.means] = true
		}
	}
	return means
}
