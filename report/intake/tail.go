package intake

import (
	"regexp"
	"strings"
)

var (
	contactPat = regexp.MustCompile(`^\(?(?:联系人|联系电话|联系方式|咨询电话|监督电话|办公电话|电话|联系地址|通讯地址|通信地址|办公地址|地址|邮编|邮政编码|传真|传真号码|电子邮箱|电子邮件|邮箱|网址|网站|E-mail|email|Email)(?:及.{1,6})?[:(]|^如需|^如有疑问|^如对本`)
	phonePat   = regexp.MustCompile(`[0-9]{7}|[0-9]{3,4}-[0-9]{4}`)
	remarkPat  = regexp.MustCompile(`^\(.{2,40}\)$|^抄送|^信息公开选项|^此件`)
)

// tailWalk places what follows the text of the last section.
type tailWalk struct {
	s         *structuring
	signature signatureSpan
	// current is the attachment that is being read, heading whether its heading is still to come.
	current *attachmentRead
	heading bool
	// page says that the foot of the page has begun.
	page bool
}

// findTail finds where the text ends, and places what follows: the list of attachments, signature, closing, attachments, page.
func (s *structuring) findTail() {
	start := s.tailStart()
	s.findList(start)
	w := tailWalk{s: s, signature: s.findSignature(start)}
	if w.signature.from >= 0 {
		s.report.Signature = w.signature.is
	}
	s.bodyEnd = s.textEnd(start, w.signature)
	for i := s.bodyEnd; i < len(s.items); i++ {
		if s.places[i] == placeBody {
			w.place(i)
		}
	}
}

// tailStart is the first item that can be of the tail: behind the last heading and behind the tables that stand in sections.
func (s *structuring) tailStart() int {
	start := 0
	if n := len(s.headings); n > 0 {
		start = s.headings[n-1].last + 1
	} else {
		for start < len(s.items) && (s.places[start] != placeBody && s.places[start] != placePreface || !s.items[start].prose()) {
			start++
		}
		start = min(start+1, len(s.items))
		if start == len(s.items) {
			start = s.body
		}
	}
	for i := start; i < len(s.items); i++ {
		if t := s.items[i].table; t != "" && !s.attachedTable(t) {
			start = i + 1
		}
	}
	return start
}

// attachedTable reports whether a table is by default one of an attachment.
func (s *structuring) attachedTable(table string) bool {
	return s.home(table) == "" && s.outline != nil
}

// textEnd is the first item behind the text of the last section.
func (s *structuring) textEnd(start int, signature signatureSpan) int {
	end := len(s.items)
	if signature.from >= 0 {
		end = signature.from
	}
	for i := start; i < end; i++ {
		if s.places[i] == placeList || s.beginsAttachment(i) {
			end = i
		}
	}
	lastText := start - 1
	for i := start; i < end; i++ {
		it := &s.items[i]
		if it.grid != nil || it.prose() && !isChrome(it.folded) && !s.pageLine(i) && !contactPat.MatchString(it.folded) {
			lastText = i
		}
	}
	for i := start; i < end; i++ {
		it := &s.items[i]
		if s.places[i] != placeBody || !s.pageLine(i) {
			continue
		}
		if i > lastText && signature.from < 0 {
			end = i
			break
		}
		if !isFoot(it.folded) && !buttonPat.MatchString(it.folded) && !crumbPat.MatchString(it.folded) {
			continue
		}
		s.places[i] = placeChrome // a line of the page between text and text
	}
	if signature.from < 0 {
		end = min(end, s.linksFrom(start))
		// Contact lines at the end, which nothing else separates from the text of the section.
		first := end
		for first > start+1 && s.items[first-1].text != "" && contactPat.MatchString(s.items[first-1].folded) && s.items[first-1].length < 80 {
			first--
		}
		end = first
	}
	return end
}

func (w *tailWalk) place(i int) {
	s, it := w.s, &w.s.items[i]
	switch {
	case i >= w.signature.from && i <= w.signature.to:
		s.places[i] = placeSignature
		w.current = nil
	case s.beginsAttachment(i):
		w.begin(i)
	case it.text != "" && (isFoot(it.folded) || buttonPat.MatchString(it.folded) || crumbPat.MatchString(it.folded) || isBelow(it.folded)):
		w.current, w.page = nil, true
		s.places[i] = placeChrome
	case w.current != nil:
		s.places[i] = placeAttachment
		if w.heading && it.text != "" && !it.prose() && it.length <= 60 {
			w.current.Heading, w.heading, w.current.paragraph = it.text, false, it.paragraph
			return
		}
		if it.text != "" && w.current.Blocks == nil && w.current.paragraph == it.paragraph && w.current.Heading != "" {
			w.current.Heading = joinTitle([]string{w.current.Heading, it.text})
			return
		}
		w.heading = false
		w.current.Blocks = append(w.current.Blocks, it.block())
	case it.table != "":
		w.begin(i)
	case w.page:
		s.places[i] = placeChrome
		if it.prose() && !isChrome(it.folded) && !contactPat.MatchString(it.folded) && strings.HasSuffix(it.folded, "。") {
			s.places[i] = placeUnplaced
		}
	case it.grid != nil:
		s.places[i] = placeUnplaced
		if chromeGrid(it) {
			s.places[i], w.page = placeChrome, true
		}
	case contactPat.MatchString(it.folded) || remarkPat.MatchString(it.folded):
		s.places[i] = placeClosing
	case isChrome(it.folded) || datedLinePat.MatchString(it.folded):
		s.places[i], w.page = placeChrome, true
	case statisticsEndPat.MatchString(it.folded) && it.length <= 45:
		w.begin(i) // its table is an image, or did not come along
	case s.pageLine(i):
		s.places[i], w.page = placeChrome, true
	case !it.prose() && !phonePat.MatchString(it.folded):
		s.places[i] = placeChrome
	default:
		s.places[i] = placeClosing
	}
}
