package intake

import (
	"fmt"
	"regexp"

	"nianbao/report"
)

// settleAgency takes the agency of the title, or the signature's where that is a fuller form of the same. Without a title that names
// one it is the signature's, that of another title on the page, that under the title, or the one that the first sentences name.
func (s *structuring) settleAgency() {
	r := s.report
	signed := plainAgency(r.Signature.Agency)
	titled := ""
	if len(s.titles) > 0 {
		titled = withoutSuffix(s.titles[0].agency)
	}
	switch {
	case titled != "" && signed != "":
		r.Agency = titled
		switch {
		case !sameAgency(titled, signed):
			s.notes = append(s.notes, report.Note{Code: NoteAgency, Near: titled + "；" + signed,
				Message: fmt.Sprintf("标题写的是“%s”，落款写的是“%s”，请核对单位名称。", titled, signed)})
		case len(fold(signed)) > len(fold(titled)):
			r.Agency = signed
		}
	case titled != "":
		r.Agency = titled
	case signed != "":
		r.Agency = signed
	default:
		for _, t := range s.titles {
			if t.agency != "" {
				r.Agency = withoutSuffix(t.agency)
				return
			}
		}
		if r.Agency = s.byline; r.Agency == "" {
			r.Agency = s.agencyInText()
		}
	}
}

// What stands around an agency's name at the start of a sentence (2022年，某某镇人民政府在…), and in 现公布某某局2016年年度报告.
var (
	sentenceAgencyPat = regexp.MustCompile(`(?:^|[,。;:、]|现公布|现将|公布|由)(?:(?:20[0-9]{2}|[一二][〇○零O0一二三四五六七八九]{3})年(?:度|以来|来)?,?)?` +
		`([\p{Han}()]{1,26}?(?:` + agencyEndings + `))` +
		`(?:在|认真|全面|积极|坚持|严格|始终|高度|深入|紧紧|紧扣|按照|根据|依据|依照|以|围绕|切实|不断|继续|持续|扎实|进一步|主动|依法|共|未|没有|无|将|把|通过|对|政府信息|政务信息|信息公开|政务公开|编制|汇总|汇编|` +
		`向社会|结合|贯彻|落实|着力|大力|牢固|充分|党委|党工委|机关|加强|强化|推进|聚焦|突出|立足|认识|就|现|特|按|从|关于|办公室编制|20[0-9]{2}年|[一二][〇○零O0一二三四五六七八九]{3}年|,根据|,按照|,现)`)
	labelAgencyPat = regexp.MustCompile(`(?:发布机构|发布单位|公开责任部门|责任单位|编制单位|报告单位|填报单位|单位名称|单位|信息来源|来源)[:|]([\p{Han}()]{2,30}?(?:` + agencyEndings + `))(?:[^\p{Han}]|$)`)
)

// agencyInText is the agency that the preface or the first paragraphs name, else the one that the page gives as its source.
func (s *structuring) agencyInText() string {
	looked := 0
	for i := range s.items {
		if s.items[i].text == "" || s.places[i] != placeBody && s.places[i] != placePreface {
			continue
		}
		if looked++; looked > 12 {
			break
		}
		if name := agencyInSentence(s.items[i].text); name != "" {
			return name
		}
	}
	for i := range s.items {
		if p := s.places[i]; p == placeChrome || p == placeUnplaced || p == placeAttachment {
			whole := s.items[i].all()
			head, _ := firstCharacters(whole, 2000)
			if folded, origin := foldWithOrigin(head); len(folded) > 0 {
				if name := submatch(labelAgencyPat, head, folded, origin); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

func agencyInSentence(text string) string {
	head, _ := firstCharacters(text, foldedLength)
	folded, origin := foldWithOrigin(head)
	// Matches may overlap: each boundary of a clause is tried on its own.
	for at := 0; at < len(folded); at++ {
		if at > 0 && !isClauseEnd(folded[at-1]) {
			continue
		}
		if name := submatch(sentenceAgencyPat, head, folded[at:], origin[at:]); name != "" {
			return name
		}
	}
	return ""
}

func isClauseEnd(r rune) bool { return r == ',' || r == '。' || r == ';' || r == ':' }

// submatch is what the first group of a pattern matches in the folded text, as it stands in the text.
func submatch(pat *regexp.Regexp, text string, folded []rune, origin []int) string {
	whole := string(folded)
	for _, m := range pat.FindAllStringSubmatchIndex(whole, 3) {
		name := whole[m[2]:m[3]]
		if len([]rune(name)) < 3 || notNamePat.MatchString(name) || !agencyLikePat.MatchString(name) {
			continue
		}
		from, to := len([]rune(whole[:m[2]])), len([]rune(whole[:m[3]]))
		end := len(text)
		if to < len(origin) {
			end = origin[to]
		}
		return plainAgency(text[origin[from]:end])
	}
	return ""
}
