package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

func (q queries) answers(id int64) ([]report.Answer, error) {
	var out []report.Answer
	err := q.each("list answers", `SELECT a.subject, a.reason, a.fingerprint, m.name FROM answers a JOIN members m ON m.id = a.member_id
		WHERE a.report_id = $1 ORDER BY a.subject`, args{id}, func(row scanner) error {
		var a report.Answer
		err := row.Scan(&a.Group, &a.Reason, &a.Fingerprint, &a.MemberName)
		out = append(out, a)
		return err
	})
	return out, err
}

// saveReasons writes the reasons given for warnings as they stand after this save. A reason is named by any of the findings
// that it answers; for a warning that is gone there is nothing to answer.
func (s *saving) saveReasons(reasons map[string]string) error {
	if len(reasons) == 0 {
		return nil
	}
	c, err := s.content(s.f)
	if err != nil {
		return err
	}
	now, err := s.answers(s.f.ID)
	if err != nil {
		return err
	}
	order, groups := report.Groups(c.proof(s.f, s.store.Proof).Findings)
	for _, group := range order {
		reason, given := reasonFor(groups[group], reasons)
		if !given {
			continue
		}
		if utf8.RuneCountInString(reason) > report.RemarkLimit {
			return report.Errorf(report.Invalid, "原因最多 %d 字，请写得短一些。", report.RemarkLimit)
		}
		if err := s.saveAnswer(now, groups[group], report.Answer{Group: group, Reason: reason, Fingerprint: report.Fingerprint(groups[group])}); err != nil {
			return err
		}
	}
	return nil
}

// reasonFor is what was written for a group: the first of its findings with words, else "" where some field was left empty.
func reasonFor(group []report.Finding, reasons map[string]string) (reason string, given bool) {
	for _, f := range group {
		if r, ok := reasons[f.ID()]; ok {
			given = true
			if r = strings.TrimSpace(clean(r)); r != "" {
				return r, true
			}
		}
	}
	return "", given
}

// saveAnswer writes a reason for a group of findings, unless it is given for all of them already.
func (s *saving) saveAnswer(now []report.Answer, group []report.Finding, a report.Answer) error {
	var old report.Answer
	if i := slices.IndexFunc(now, func(o report.Answer) bool { return o.Group == a.Group }); i >= 0 {
		old = now[i]
	}
	if old.Reason == a.Reason && (a.Reason == "" || old.Covers(group)) {
		return nil
	}
	var err error
	if a.Reason == "" {
		_, err = s.exec("delete answer", `DELETE FROM answers WHERE report_id = $1 AND subject = $2`, s.f.ID, a.Group)
	} else {
		_, err = s.exec("save answer", `INSERT INTO answers (report_id, subject, reason, fingerprint, member_id) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (report_id, subject) DO UPDATE SET reason = excluded.reason, fingerprint = excluded.fingerprint, member_id = excluded.member_id`,
			s.f.ID, a.Group, a.Reason, a.Fingerprint, s.who.ID)
	}
	if err != nil {
		return err
	}
	s.answered++
	return s.audit(entry{report: s.f.ID, revision: s.next, member: s.who.ID, action: actionAnswer, place: a.Group, from: old.Reason, to: a.Reason})
}
