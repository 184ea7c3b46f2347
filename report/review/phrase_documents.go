package review

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"nianbao/report"
)

// officialDocument is what is known of a document that reports cite.
type officialDocument struct {
	Title    string   `yaml:"title"`
	Notice   string   `yaml:"notice"`  // the title of the notice with which it came
	Numbers  []string `yaml:"numbers"` // all that it ever had
	Force    []string `yaml:"force"`   // the days on which versions of it came into force
	Articles int      `yaml:"articles"`

	numbers []documentNumber
}

//go:embed phrase_documents.yaml
var documentFile []byte

// documentTable has the documents by the core of their titles and by their numbers.
var documentTable = func() (t struct {
	Documents []officialDocument `yaml:"documents"`
	byCore    map[string]*officialDocument
	byNumber  map[documentNumber]*officialDocument
}) {
	if err := yaml.UnmarshalWithOptions(documentFile, &t, yaml.Strict()); err != nil {
		panic("phrase_documents.yaml: " + err.Error())
	}
	t.byCore, t.byNumber = map[string]*officialDocument{}, map[documentNumber]*officialDocument{}
	for i := range t.Documents {
		d := &t.Documents[i]
		t.byCore[documentCore(d.Title)] = d
		if d.Notice != "" {
			t.byCore[documentCore(d.Notice)] = d
		}
		for _, number := range d.Numbers {
			n, ok := citedNumber(number, len(number)-len("号"))
			if !ok {
				panic("phrase_documents.yaml: " + number)
			}
			n.start, n.end = 0, 0
			d.numbers = append(d.numbers, n)
			t.byNumber[n] = d
		}
	}
	return t
}()

// documentIssuers stand before 关于 in the titles of the center's documents, the longest first.
var documentIssuers = []string{"中共中央办公厅国务院办公厅", noticeOffice, "国务院办公厅", "国务院", "国办"}

// documentCore is what is left of a title without its issuer, without 关于 and without what makes it the title of a notice that brings
// another document: reports name the same document in all these ways.
func documentCore(title string) string {
	core := plainTitle(title)
	core = strings.TrimPrefix(core, titleIssuer(core))
	core = strings.TrimPrefix(core, "关于")
	if rest, found := strings.CutPrefix(core, "印发"); found {
		core = strings.TrimPrefix(strings.TrimSuffix(rest, "的通知"), "关于")
	}
	return strings.TrimPrefix(core, republic)
}

// citedNumber reads the number of a document that ends with the 号 at a byte, also of a decree: 国务院令第711号, 国务院第711号令.
func citedNumber(text string, at int) (n documentNumber, ok bool) {
	if n, ok = documentNumberAt(text, at); ok {
		return n, true
	}
	i := at
	for i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && at-i < 5 {
		i--
		n.number += int(text[i]-'0') * [5]int{1, 10, 100, 1000, 10000}[at-i-1]
	}
	before := strings.TrimRight(text[:i], " ")
	before = strings.TrimRight(strings.TrimSuffix(before, "第"), " （(")
	n.end = at + len("号")
	if strings.HasPrefix(text[n.end:], "令") {
		n.end += len("令")
	}
	for _, issuer := range [][2]string{{"国务院令", "国务院令"}, {"国令", "国务院令"}, {"国务院", "国务院令"}, {"国家主席令", "主席令"}, {"主席令", "主席令"}, {"国发令", "国发令"}, {"国办令", "国办令"}, {"国家令", "国家令"}, {"政府令", "政府令"}} {
		if i < at && strings.HasSuffix(before, issuer[0]) {
			n.issuer, n.start = issuer[1], len(before)-len(issuer[0])
			return n, true
		}
	}
	return n, false
}

// documents looks at what stands beside a title: its number, the day on which it came into force, articles. start and end are the title's
// bytes between 《 and 》; known says that the title was reported already.
func (s *Subject) documents(p *Part, start, end int, known bool) {
	title := p.Text[start:end]
	n, cited := documentBeside(p.Text, start-len("《"), end+len("》"))
	of := documentTable.byCore[documentCore(title)]
	switch {
	case of != nil && cited && len(of.numbers) > 0:
		s.documentNumber(p, of, n)
	case of == nil && cited && !known:
		s.documentTitle(p, start, end, n)
	}
	if of == nil {
		return
	}
	if !known {
		s.documentIssued(p, of, start, end)
	}
	s.documentForce(p, of, start, end)
	s.documentArticles(p, of, end)
}

// documentIssued finds another issuer at the beginning of a title than the document's: 国务院关于… for 国务院办公厅关于….
func (s *Subject) documentIssued(p *Part, of *officialDocument, start, end int) {
	right, wrong := titleIssuer(of.Title), titleIssuer(plainTitle(p.Text[start:end]))
	if of.Notice != "" {
		right = titleIssuer(of.Notice)
	}
	if right == "" || wrong == "" || wrong == "国办" || right == wrong || !strings.HasPrefix(p.Text[start:], wrong) {
		return
	}
	f := p.Mark(codePhrase, report.SeverityHint, start, start+len(wrong), fmt.Sprintf("《%s》是%s印发的。", of.Title, right))
	f.Hint, f.Expected, f.Found = "核对发文机关。", right, wrong
	s.Add(f)
}

// titleIssuer is who a title says has issued it; "" where it does not.
func titleIssuer(title string) string {
	for _, issuer := range documentIssuers {
		if strings.HasPrefix(title, issuer) {
			return issuer
		}
	}
	return ""
}

// documentBeside is the number right behind a title, mostly in brackets, or right before it: 国办发〔2019〕54号《…》.
func documentBeside(text string, before, behind int) (n documentNumber, ok bool) {
	rest := text[behind:min(len(text), behind+90)]
	if i := indexAny(rest, "《》。；\n"); i >= 0 {
		rest = rest[:i]
	}
	if i := indexOf(rest, "号"); i >= 0 {
		if n, ok = citedNumber(text, behind+i); ok && n.start >= behind {
			gap := strings.Trim(text[behind:n.start], " （(〔[")
			at := n.start
			return n, documentIssuer(&n) && n.start == at && (gap == "" || gap == republic)
		}
	}
	lead := strings.TrimRight(text[max(0, before-90):before], " ")
	for _, w := range []string{"印发的", "公布的", "发布的", "下发的", "颁布的", "文件", "文", "令"} {
		lead = strings.TrimSuffix(lead, w)
	}
	if !strings.HasSuffix(lead, "号") {
		return n, false
	}
	n, ok = citedNumber(text, max(0, before-90)+len(lead)-len("号"))
	return n, ok && documentIssuer(&n)
}

// documentIssuer reports whether a number is the center's, not of those who passed a document on, and gives it as the table has it: words may
// stand before it, 根据国办发.
func documentIssuer(n *documentNumber) bool {
	if n.year == 0 {
		return true
	}
	for _, issuer := range []string{"国办", "中办", "国发", "国函", "国令"} {
		if k := strings.LastIndex(n.issuer, issuer); k >= 0 {
			n.start, n.issuer = n.start+k, n.issuer[k:]
			return true
		}
	}
	return false
}

// documentNumber judges the number beside the title of a document.
func (s *Subject) documentNumber(p *Part, of *officialDocument, n documentNumber) {
	plain := n
	plain.start, plain.end = 0, 0
	written := p.Text[n.start:n.end]
	right := slices.Contains(of.numbers, plain)
	if right && (n.year != 0 || contains(written, "令")) {
		return
	}
	want := of.Numbers[0]
	if len(of.Numbers) > 1 { // the Regulations
		if n.issuer == "国务院令" && !right && contains(written, "令") {
			return // noDecree says it
		}
		if s.Report.Year > 0 && s.Report.Year < 2019 {
			want = of.Numbers[1]
		}
	}
	severity := report.SeverityWarning
	if right {
		severity = report.SeverityHint // 国务院711号
	}
	f := p.Mark(codePhrase, severity, n.start, n.end, fmt.Sprintf("《%s》的文号是%s。", of.Title, want))
	f.Hint, f.Expected, f.Found = "核对文号。", want, written
	f.Fix = p.Fix(n.start, n.end, want, "改为“"+want+"”")
	s.Add(f)
}

// documentTitle finds a title beside the number of a document that has another one.
func (s *Subject) documentTitle(p *Part, start, end int, n documentNumber) {
	n.start, n.end = 0, 0
	of := documentTable.byNumber[n]
	title := p.Text[start:end]
	if of == nil || phraseTable.right[title] || contains(title, "转发") || contains(title, "贯彻") || contains(title, "年度报告") {
		return
	}
	has, want := []rune(documentCore(title)), []rune(documentCore(of.Title))
	common := commonRunes(has, want)
	if contains(string(has), string(want)) {
		return // 〈…〉的通知
	}
	name := of.Title
	if of.Notice != "" && strings.HasSuffix(title, "通知") {
		name = of.Notice
	}
	if 10*common < 3*(len(has)+len(want)) {
		f := p.Mark(codePhrase, report.SeverityHint, start, end, fmt.Sprintf("%s是《%s》的文号，和这个文件名对不上。", of.Numbers[0], of.Title))
		f.Hint, f.Found = "核对文件名和文号。", short(title)
		s.Add(f)
		return
	}
	severity := report.SeverityWarning
	if common == len(has) {
		severity = report.SeverityHint // it was shortened
	}
	s.misquote(p, start, end, name, severity)
}
