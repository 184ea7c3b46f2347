package html

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// published are the names under which pages state the day of their publication.
var published = []string{"pubdate", "publishdate", "publishtime", "firstpublishedtime", "article:published_time", "og:published_time",
	"datepublished", "dc.date", "dc.date.issued"}

var datePat = regexp.MustCompile(`^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})`)

// meta takes the day of publication from a meta element; the first that has one counts.
func (r *reader) meta() {
	if r.published != "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if slices.Contains(published, strings.ToLower(strings.TrimSpace(r.get(key)))) {
			r.published = day(strings.TrimSpace(r.get("content")))
			return
		}
	}
}

// day is the day of a time as pages write it, yyyy-mm-dd; "" where it is none.
func day(s string) string {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.In(time.FixedZone("", 8*60*60)).Format(time.DateOnly) // a day in China
	}
	m := datePat.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	t, err := time.Parse("2006-1-2", m[1]+"-"+m[2]+"-"+m[3])
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
