package intake

import (
	"regexp"
	"strings"
)

var (
	numberLinePat = regexp.MustCompile(`^[\p{Han}A-Za-z]{1,16}\([0-9]{0,4}\)第?[0-9]{0,4}号$|^[\p{Han}A-Za-z]{1,16}(?:\([0-9]{1,4}|[0-9]{1,4}\)|字?第?[0-9])[0-9]{0,6}号$`)
	prefacePat    = regexp.MustCompile(`^(?:根据|依据|依照|按照|遵照|为|现将|现公布|现向|本报告|本年报|本年度报告|特)|现将.{0,60}(?:报告|公布|如下|公开|通报)|现(?:予)?公布|编制(?:本|了|而成|形成)|编制.{0,16}年度?报告|本(?:年度)?报告|统计期限|统计时间|如下[:。]*$|电子版|下载|` +
		`联系(?:电话|人|方式)|请与.{0,40}联系|查阅|组成|包括.{0,80}(?:部分|方面|内容)|地址[:]|邮编|邮政编码|传真|电子邮箱|报告如下|汇报如下|公布如下`)
	// What goes on with a preface: not another 现将….
	prefaceMorePat = regexp.MustCompile(`^本(?:年度)?报告|^现予?公布|统计期限|统计时间|电子版|联系(?:电话|人|方式)|请与.{0,40}联系|如[有对].{0,20}(?:疑问|意见)|组成[。:]*$|地址:|邮编|邮政编码|传真|电子邮箱|(?:报告|公布|汇报)如下`)
	contentsPat    = regexp.MustCompile(`^目录?$|^目次$|^contents$`)
)

// readHead places what stands before the first heading: page, number, title, preface, or text of the overview.
func (s *structuring) readHead() {
	end := s.headEnd()
	prose, numbered := false, -1
	s.overview = -1
	for i := 0; i < end; i++ {
		it := &s.items[i]
		if prose && len(s.headings) == 0 {
			break // what stands around the end of a text without headings is the tail's
		}
		switch {
		case s.places[i] != placeBody:
		case it.grid != nil:
			if i < s.body || chromeGrid(it) {
				s.places[i] = placeChrome
			}
		case it.table != "":
		case !prose && numberOf(it) != "" && (numbered < 0 || i < s.body):
			if numbered >= 0 {
				s.places[numbered] = placeChrome // the one nearest the title is its number
			}
			s.report.Number, s.places[i], numbered = numberOf(it), placeNumber, i
		case !prose && (datedLinePat.MatchString(it.folded) || isByline(it) || s.body > 0 && unclearDatePat.MatchString(it.folded)):
			s.places[i] = placeChrome
		case i < s.body || isChrome(it.folded) && !(it.length > 100 && prefacePat.MatchString(it.folded)):
			s.places[i] = placeChrome
		case s.marks[i].toc || contentsPat.MatchString(strings.ToLower(it.folded)):
			if !prose {
				s.places[i] = placeUnplaced
			}
		case !prose && agencyLike(it.folded):
			s.places[i], s.byline = placeUnplaced, plainAgency(it.text)
		case !prose && isAddressee(it.folded):
			s.places[i] = placeUnplaced
		case !prose && !it.prose() && s.body == 0 && s.marks[i].style == styleNone && it.length < 40:
			s.places[i] = placeUnplaced // a line of its own above the text of a report without title
		case !prose && siteNamePat.MatchString(it.folded):
			s.places[i] = placeChrome
		default:
			prose = true
		}
	}
	s.readPublished(end)
	s.splitPreface(end)
}

// headEnd is the first heading or, without headings, the end: the tail is looked for later.
func (s *structuring) headEnd() int {
	if len(s.headings) > 0 {
		return s.headings[0].item
	}
	for i := range s.items {
		if s.items[i].table != "" {
			return i
		}
	}
	return len(s.items)
}

// readPublished takes the page's date: one that says so, else that of the document's number, else one that stands alone or first in a
// line below the title, else above it.
func (s *structuring) readPublished(end int) {
	issued, bare := "", ""
	for i := 0; i < end; i++ {
		if s.places[i] != placeChrome {
			continue
		}
		head, _ := firstCharacters(s.items[i].all(), 2000)
		for line := range strings.SplitSeq(head, "\n") {
			folded := fold(line)
			if m := labelledDatePat.FindStringSubmatch(folded); m != nil {
				if s.report.Published = isoDate(m[1], m[2], m[3]); s.report.Published != "" {
					return
				}
			}
			if m := issuedDatePat.FindStringSubmatch(folded); m != nil && issued == "" {
				issued = isoDate(m[1], m[2], m[3])
			}
			if (datedLinePat.MatchString(folded) || bylineDatePat.MatchString(folded)) && (bare == "" || i >= s.body) {
				bare = dateIn(folded)
			}
		}
	}
	if s.report.Published = issued; issued == "" {
		s.report.Published = bare
	}
}

// splitPreface divides the text before the first heading. Before an overview with a heading all of it is preface; else what reads
// like one is, and the rest is the overview.
func (s *structuring) splitPreface(end int) {
	begun := false
	whole := len(s.headings) > 0 && s.headings[0].n <= 1 && s.headings[0].scores["overview"] >= headingFits
	for i := 0; i < end; i++ {
		it := &s.items[i]
		if s.places[i] != placeBody {
			continue
		}
		if it.text == "" || !whole && !s.readsLikePreface(i, begun) {
			s.overview = i
			break
		}
		s.places[i], begun = placePreface, true
	}
	if s.overview < 0 {
		return
	}
	if whole {
		// A table stands in the preface: the text below it is still preface.
		for i := s.overview; i < end; i++ {
			switch it := &s.items[i]; {
			case s.places[i] == placeBody && it.text != "":
				s.places[i] = placePreface
			case s.places[i] == placeBody && it.grid != nil:
				s.places[i] = placeUnplaced
			}
		}
		s.overview = -1
	}
}

func (s *structuring) readsLikePreface(i int, begun bool) bool {
	it := &s.items[i]
	if num := s.marks[i]; num.text != "" && num.style != styleNone && !num.toc {
		return false
	}
	whole := it.folded
	if it.length > foldedLength {
		whole = fold(it.text)
	}
	if begun {
		return s.marks[i].toc || prefaceMorePat.MatchString(whole)
	}
	return s.marks[i].toc || prefacePat.MatchString(whole)
}
