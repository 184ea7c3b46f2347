package intake

import "regexp"

var (
	titleDecorationPat = regexp.MustCompile(`^(?:[\[(【（〔][^()（）【】\[\]]{0,12}(?:图解|图文|一图读懂|解读|年报|报告|公开)[\])】）〕]|(?:图解|一图读懂|图文解读)[:：|丨]?|(?:年报|年度报告)[】\])）])`)
	// A page's title goes on with the site's name, or with the agency behind a dash.
	titleBehindPat  = regexp.MustCompile(`^(.*(?:报告|年报|总结)(?:[(（][^()（）]*[)）])?)[-_|—–－]{1,3}([\p{Han}()（）]{2,38})$`)
	titlePlansPat   = regexp.MustCompile(`(?:及|和|与|暨|以及)(?:20[0-9]{2}年|[一二][〇○零O0一二三四五六七八九]{3}年|下一?年|明年|来年|下一步)度?(?:的)?(?:工作)?(?:打算|计划|安排|思路|要点)$`)
	titleVerbPat    = regexp.MustCompile(`(?:关于)?(?:报送|呈报|上报|印发|发布|公布)?$`)
	titleReportYear = regexp.MustCompile(`((?:19|20)[0-9]{2})年`)
)

// titleFrame takes from a title what stands around it: (图解) in front; the plans for the next year, the name of the site or the
// agency behind. The name behind comes back where it can be an agency's.
func titleFrame(t *titleParts, text string) (bare, behind string) {
	if at := titleDecorationPat.FindStringIndex(text); at != nil && at[1] < len(text) {
		if m := titleReportYear.FindStringSubmatch(text[:at[1]]); m != nil {
			t.year = parsedYear(m[1], "")
		}
		text, t.decorated = text[at[1]:], true
	}
	if m := titleBehindPat.FindStringSubmatch(text); m != nil {
		if site := siteNamePat.MatchString(fold(m[2])); site || agencyLike(fold(m[2])) {
			if text = m[1]; !site {
				behind = plainAgency(m[2])
			}
		}
	}
	if at := titlePlansPat.FindStringIndex(text); at != nil {
		text = text[:at[0]]
	}
	return text, behind
}

// isPlace reports whether a name is a place's, which stands for its government.
func isPlace(name string) bool {
	_, place := agencyCore(name)
	return place
}
