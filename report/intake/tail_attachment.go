package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// listedAttachment is an attachment as the text names it.
type listedAttachment struct{ label, title string }

// attachmentRead is an attachment that stands in the document.
type attachmentRead struct {
	report.Attachment
	paragraph int // that its heading stands in
}

var (
	attachmentListPat  = regexp.MustCompile(`^附(?:件|表)[0-9一二三四五六七八九十]{0,2}:.{2,80}$`)
	attachmentLabelPat = regexp.MustCompile(`^附(?:件|表)?[0-9一二三四五六七八九十]{0,3}:?$`)
	listNumberPat      = regexp.MustCompile(`^[0-9０-９]{1,2}[.．、]\s*`)
	statisticsEndPat   = regexp.MustCompile(`(?:统计表|情况表)(?:\(.{2,30}\))?$`)
	statisticsPat      = regexp.MustCompile(`统计表|情况表|附表|附件|报表$`)
)

// findList finds the lines between text and signature that name the attachments (附件说明).
func (s *structuring) findList(start int) {
	for i := start; i < len(s.items); i++ {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody {
			continue
		}
		if isFoot(it.folded) && !s.proseFollows(i) {
			return
		}
		open := attachmentLabelPat.MatchString(it.folded) && i+1 < len(s.items) && listNumberPat.MatchString(s.items[i+1].text) && s.items[i+1].length < 60
		if !open && (!attachmentListPat.MatchString(it.folded) || it.length > 90 || strings.Contains(it.folded, "。")) {
			continue
		}
		at := strings.IndexAny(it.text, "：:")
		if at < 0 {
			at = len(it.text)
		}
		label := plainBlanks(strings.TrimSpace(it.text[:at]))
		rest := it.text[at:]
		if rest != "" {
			_, size := utf8.DecodeRuneInString(rest)
			rest = strings.TrimSpace(rest[size:])
		}
		if rest == "无" || rest == "略" {
			continue
		}
		label = strings.TrimRight(label, "0123456789一二三四五六七八九十０１２３４５６７８９")
		for _, title := range splitList(rest) {
			s.listed = append(s.listed, listedAttachment{label, title})
		}
		s.places[i] = placeList
		for j := i + 1; j < len(s.items); j++ {
			next := &s.items[j]
			again := attachmentListPat.MatchString(next.folded) && next.length < 60 && !s.attachmentFollows(j)
			if next.text == "" || next.length > 60 || next.prose() && !again || !listNumberPat.MatchString(next.text) && !again {
				break
			}
			title := listNumberPat.ReplaceAllString(next.text, "")
			if again {
				title = strings.TrimLeft(next.text[strings.IndexAny(next.text, "：:"):], "：: \u3000")
			}
			s.listed = append(s.listed, listedAttachment{label, title})
			s.places[j] = placeList
		}
		return
	}
}

// proseFollows reports whether text follows within the next lines, so that a line of the page stands in the middle of it.
func (s *structuring) proseFollows(i int) bool {
	for j := i + 1; j < len(s.items) && j <= i+3; j++ {
		if s.items[j].prose() && !isChrome(s.items[j].folded) {
			return true
		}
	}
	return false
}

// splitList divides 1．甲 2．乙 on one line.
func splitList(text string) []string {
	if text == "" {
		return nil
	}
	if !listNumberPat.MatchString(text) {
		return []string{text}
	}
	var out []string
	for n := '1'; ; n++ {
		text = listNumberPat.ReplaceAllString(text, "")
		at := -1
		for _, next := range []string{string(n+1) + ".", string(n+1) + "．", string(n+1) + "、"} {
			if i := strings.Index(text, next); i > 0 && (at < 0 || i < at) {
				at = i
			}
		}
		if at < 0 || n == '9' {
			return append(out, text)
		}
		out = append(out, strings.TrimSpace(text[:at]))
		text = text[at:]
	}
}

// attachmentFollows reports whether a table stands within the next lines, below at most a heading and its remark.
func (s *structuring) attachmentFollows(i int) bool {
	for j := i + 1; j < len(s.items) && j <= i+4; j++ {
		it := &s.items[j]
		if it.grid != nil || it.table != "" && s.attachedTable(it.table) {
			return true
		}
		if it.text == "" || it.prose() || it.length > 60 {
			return false
		}
	}
	return false
}

// beginsAttachment reports whether an attachment begins with an item: its label, its heading as the text names it, or the caption of
// a table that only attachments have.
func (s *structuring) beginsAttachment(i int) bool {
	it := &s.items[i]
	if s.places[i] != placeBody || it.text == "" || it.length > 60 {
		return false
	}
	if attachmentLabelPat.MatchString(it.folded) {
		return true
	}
	if len(s.listed) > len(s.attached) {
		if attachmentListPat.MatchString(it.folded) {
			return true
		}
		if title := s.listed[len(s.attached)].title; !it.prose() && likeness(title, it.text) >= 0.6 {
			return true
		}
	}
	return statisticsPat.MatchString(it.folded) && !it.prose() && s.marks[i].style == styleNone && s.attachmentFollows(i) && s.statisticsFollow(i) && s.lastAttachmentDone(i)
}

// statisticsFollow reports whether the table below a caption is an official one of an attachment.
func (s *structuring) statisticsFollow(i int) bool {
	for j := i + 1; j < len(s.items) && j <= i+4; j++ {
		if s.items[j].table != "" {
			return s.attachedTable(s.items[j].table)
		}
	}
	return false
}

// lastAttachmentDone keeps the caption of a table from beginning a second attachment below the label of the first.
func (s *structuring) lastAttachmentDone(i int) bool {
	n := len(s.attached)
	return n == 0 || s.attached[n-1].Blocks != nil
}

// begin starts an attachment at its label, its heading or its table.
func (w *tailWalk) begin(i int) {
	s, it := w.s, &w.s.items[i]
	a := &attachmentRead{paragraph: -1}
	if n := len(s.attached); n < len(s.listed) {
		a.Label, a.Title = s.listed[n].label, s.listed[n].title
	}
	w.heading = false
	switch {
	case it.table != "" || it.grid != nil:
		a.Blocks = append(a.Blocks, it.block())
	case attachmentLabelPat.MatchString(it.folded):
		a.Label, w.heading = strings.TrimRight(plainBlanks(it.text), "：:"), true
	case attachmentListPat.MatchString(it.folded):
		at := strings.IndexAny(it.text, "：:")
		_, size := utf8.DecodeRuneInString(it.text[at:])
		a.Label, a.Heading, a.paragraph = plainBlanks(it.text[:at]), strings.TrimSpace(it.text[at+size:]), it.paragraph
	default:
		a.Heading, a.paragraph = it.text, it.paragraph
	}
	s.places[i] = placeAttachment
	s.attached = append(s.attached, a)
	w.current, w.page = a, false
}

// attachments are those that stand in the document, then those that it only names.
func (s *structuring) attachments() []report.Attachment {
	var out []report.Attachment
	for _, a := range s.attached {
		out = append(out, a.Attachment)
	}
	for n := len(out); n < len(s.listed); n++ {
		out = append(out, report.Attachment{Label: s.listed[n].label, Title: s.listed[n].title})
	}
	for i := range out {
		out[i].Key = report.AttachmentKey(i + 1)
	}
	return out
}

// likeness is how much two texts have in common, 0 to 1.
func likeness(a, b string) float64 {
	x, y := pairsOf(fold(a)), pairsOf(fold(b))
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	for pair := range x {
		if y[pair] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}
