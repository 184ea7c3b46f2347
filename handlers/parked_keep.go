package handlers

import (
	"cmp"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// parkLimit is the largest form that is kept, in bytes of what was typed (contract.md, "Saving").
const parkLimit = 1 << 20

// reportForm is the address of a form of a report; nothing else is kept.
var reportForm = regexp.MustCompile(`^/reports/([0-9]{1,18})/(sections/[a-z0-9_]+|[a-z]+)$`)

// importForm is the page of a form about files that were read: it is not kept, but led back to.
var importForm = regexp.MustCompile(`^/imports(/[0-9]{1,18})?`)

// keepPost parks the form that came too late, and tells what became of it and where to go on. The token was checked against the
// ended session, so the form is the member's own.
func (s *Server) keepPost(r *http.Request) (kept views.Kept, next string, err error) {
	v := current(r)
	post, ok := typedPost(r)
	if !ok {
		return views.KeptNot, cmp.Or(importForm.FindString(r.URL.Path), "/"), nil
	}
	home := "/reports/" + strconv.FormatInt(post.ReportID, 10)
	if v.ended.ID == 0 {
		return views.KeptNot, home, nil
	}
	if typedSize(r.PostForm) > parkLimit {
		return views.KeptTooBig, home, nil
	}
	err = s.parked.Park(r.Context(), v.ended.ID, post.ReportID, post.Section, post.Body)
	if report.ErrorCode(err) == report.NotFound {
		return views.KeptNot, "/", nil // the report was deleted meanwhile
	}
	return views.KeptAll, home + "/parked", err
}

// typedSize is how much was typed; on its way it is three times as long.
func typedSize(form url.Values) int {
	n := 0
	for name, values := range form {
		for _, v := range values {
			n += len(name) + len(v)
		}
	}
	return n
}

// typedPost is what was typed into a form of a report; false where the request is no such form. Uploads are not kept.
func typedPost(r *http.Request) (post agency.ParkedPost, ok bool) {
	match := reportForm.FindStringSubmatch(r.URL.Path)
	if match == nil || r.MultipartForm != nil {
		return post, false
	}
	id, err := strconv.ParseInt(match[1], 10, 64)
	if err != nil {
		return post, false
	}
	fields := url.Values{}
	for name, values := range r.PostForm {
		if name != "_csrf" && name != "parked" {
			fields[name] = values
		}
	}
	return agency.ParkedPost{ReportID: id, Section: match[2], Body: []byte(fields.Encode())}, len(fields) > 0
}
