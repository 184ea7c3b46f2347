package intake

import "regexp"

// What stands before an agency's name in a sentence (2022年，某某镇人民政府在…; 现公布某某局2016年年度报告; 由某某局编制) and behind it.
var (
	agencyCuePat      = regexp.MustCompile(`^|[,。;:、]|由|公布|发布|现将|编制了?|涵盖了?|包括了?`)
	sentenceAgencyPat = regexp.MustCompile(`^(?:(?:20[0-9]{2}|[一二][〇○零O0一二三四五六七八九]{3})年(?:度|以来|来)?,?)?([\p{Han}()]{1,26}?(?:` + agencyEndings + `))` +
		`(?:在|认真|全面|积极|坚持|严格|始终|高度|深入|紧紧|紧扣|按照|根据|依据|依照|以|围绕|切实|不断|继续|持续|扎实|进一步|主动|依法|共|未|没有|无|将|把|通过|对|政府信息|政务信息|信息公开|政务公开|编制|汇总|汇编|` +
		`向社会|结合|贯彻|落实|着力|大力|牢固|充分|党委|党工委|机关|加强|强化|推进|聚焦|突出|立足|认识|就|现|特|按|从|关于|办公室编制|[\p{Han}]{2,4}科编制|20[0-9]{2}年|[一二][〇○零O0一二三四五六七八九]{3}年|,根据|,按照|,现)`)
	labelAgencyPat = regexp.MustCompile(`(?:发布机构|发布单位|公开责任部门|责任单位|编制单位|报告单位|填报单位|单位名称|单位|信息来源|来源)[:|]([\p{Han}()]{2,30}?(?:` + agencyEndings + `))(?:[^\p{Han}]|$)`)
	quotedTitlePat = regexp.MustCompile(`《([^《》]{4,80})》`)
)

// textLooked is how many lines of text are looked at for the name of the agency.
const textLooked = 12

// agencyInText is the agency that the preface or the first paragraphs name, the title of the report that they quote first, else the
// one that the page gives as its source.
func (s *structuring) agencyInText() string {
	isHeading := map[int]bool{}
	for _, h := range s.headings {
		isHeading[h.item] = true
	}
	var lines []string
	for i := range s.items {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody && s.places[i] != placePreface || isHeading[i] && !it.prose() {
			continue
		}
		if lines = append(lines, it.text); len(lines) == textLooked {
			break
		}
	}
	for _, find := range []func(string) string{agencyInQuotedTitle, agencyInSentence} {
		for _, line := range lines {
			if name := find(line); name != "" {
				return name
			}
		}
	}
	for i := range s.items {
		if p := s.places[i]; p == placeChrome || p == placeUnplaced || p == placeAttachment {
			head, _ := firstCharacters(s.items[i].all(), 2000)
			folded, origin := foldWithOrigin(head)
			if name := submatch(labelAgencyPat, head, folded, origin); name != "" {
				return name
			}
		}
	}
	return ""
}

// agencyInQuotedTitle is the agency of the report that a sentence names: 现发布《某某局2022年…报告》.
func agencyInQuotedTitle(text string) string {
	head, _ := firstCharacters(text, foldedLength)
	for _, quoted := range quotedTitlePat.FindAllStringSubmatch(head, 3) {
		if t, ok := parseTitle(plainBlanks(quoted[1])); ok && t.year != 0 && agencyLike(fold(t.agency)) {
			return withoutSuffix(t.agency)
		}
	}
	return ""
}

func agencyInSentence(text string) string {
	head, _ := firstCharacters(text, foldedLength)
	folded, origin := foldWithOrigin(head)
	whole := string(folded)
	// Each beginning is tried on its own: what 由 begins may be a name where what the comma before it begins is none.
	for _, cue := range agencyCuePat.FindAllStringIndex(whole, -1) {
		at := len([]rune(whole[:cue[1]]))
		if name := submatch(sentenceAgencyPat, head, folded[at:], origin[at:]); name != "" {
			return name
		}
	}
	return ""
}

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
