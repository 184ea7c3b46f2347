package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/agency"
	"nianbao/report"
)

// TakeStep takes a report from one state to the next (contract.md, "States"). The same step of the same member on the same
// revision is taken once and answered alike every time.
func (s *Store) TakeStep(ctx context.Context, who agency.Member, id int64, req report.StepRequest) (report.Filing, error) {
	req, err := cleanStep(req)
	if err != nil {
		return report.Filing{}, err
	}
	var out report.Filing
	err = s.write(ctx, func(t *tx) error {
		f, err := t.lock(id)
		if err != nil {
			return err
		}
		if err := agency.Check(who, agency.See, f.AgencyPath, f.State); err != nil {
			return err
		}
		done, err := t.alreadyDone(&f, who, req)
		if err != nil {
			return err
		}
		if !done {
			if err := t.takeStep(&f, who, req); err != nil {
				return err
			}
		}
		out, err = t.withTally(f)
		return err
	})
	return out, err
}

func cleanStep(req report.StepRequest) (report.StepRequest, error) {
	req.Comment, req.URL, req.AcceptedNumber = strings.TrimSpace(clean(req.Comment)), strings.TrimSpace(clean(req.URL)), strings.TrimSpace(clean(req.AcceptedNumber))
	var err error
	if req.PublishedOn, err = report.ParseDate(clean(req.PublishedOn)); err != nil {
		return req, err
	}
	if req.AcceptedOn, err = report.ParseDate(clean(req.AcceptedOn)); err != nil {
		return req, err
	}
	if utf8.RuneCountInString(req.Comment) > report.RemarkLimit || utf8.RuneCountInString(req.URL+req.AcceptedNumber) > report.LineLimit {
		return req, report.Errorf(report.Invalid, "意见最多 %d 字，网址和备案号最多 %d 字，请写得短一些。", report.RemarkLimit, report.LineLimit)
	}
	if req.URL != "" && !strings.HasPrefix(req.URL, "http://") && !strings.HasPrefix(req.URL, "https://") {
		return req, report.Errorf(report.Invalid, "网址要以 http:// 或 https:// 开头。")
	}
	return req, nil
}

func (t *tx) alreadyDone(f *filing, who agency.Member, req report.StepRequest) (bool, error) {
	if req.Revision <= 0 {
		return false, nil
	}
	if req.Step == report.Publish && (req.PublishedOn != f.PublishedOn || req.URL != f.PublishedURL) {
		return false, nil // corrected on the page before: not the same, and not to be dropped silently
	}
	return t.one("find the same step", `SELECT id FROM decisions WHERE report_id = $1 AND step = $2 AND member_id = $3 AND asked_at = $4 LIMIT 1`,
		args{f.ID, string(req.Step), who.ID, req.Revision}, new(int64))
}

func (t *tx) takeStep(f *filing, who agency.Member, req report.StepRequest) error {
	if err := agency.Check(who, agency.Action(req.Step), f.AgencyPath, f.State); err != nil {
		return err
	}
	transition, ok := report.Next(f.State, req.Step)
	if !ok {
		return report.Errorf(report.Stale, "报告现在是“%s”，不能%s。请刷新页面看最新状态。", report.StateNames[f.State], report.StepNames[req.Step])
	}
	if err := t.sameState(f, req); err != nil {
		return err
	}
	if transition.Comment && req.Comment == "" {
		return report.Errorf(report.Invalid, "%s要写明原因。", report.StepNames[req.Step])
	}
	if err := t.mayStep(f, who, req); err != nil {
		return err
	}
	asked := req.Revision
	if asked <= 0 {
		asked = f.Revision
	}
	if err := t.advance(f, who); err != nil {
		return err
	}
	if err := t.applyStep(f, who, transition, req); err != nil {
		return err
	}
	if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: string(req.Step), from: string(transition.From), to: string(transition.To)}); err != nil {
		return err
	}
	if _, err := t.exec("insert decision", `INSERT INTO decisions (report_id, step, from_state, to_state, member_id, decided_at, comment, asked_at, revision, version)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, f.ID, string(req.Step), string(transition.From), string(transition.To), who.ID, millis(t.now),
		req.Comment, asked, f.Revision, subject(f, transition)); err != nil {
		return err
	}
	if req.Step == report.Submit || req.Step == report.Withdraw {
		return nil
	}
	return t.judgeAgain(f.AgencyID, f.Year+1)
}

// subject is the version that a step is about: the one that is proposed, or that was approved.
func subject(f *filing, transition report.Transition) int {
	if transition.From.Editable() || transition.From == report.Submitted && transition.To != report.Approved {
		return f.Version
	}
	return f.Approved
}

// sameState refuses a step on a page that showed an earlier state: what would be approved is not what was read.
func (t *tx) sameState(f *filing, req report.StepRequest) error {
	if req.Revision <= 0 {
		return nil
	}
	found, err := t.one("find later steps", `SELECT id FROM decisions WHERE report_id = $1 AND revision > $2 LIMIT 1`, args{f.ID, req.Revision}, new(int64))
	if err == nil && found {
		err = report.Errorf(report.Stale, "报告的状态刚刚变过，现在是“%s”。请刷新页面看过再定。", report.StateNames[f.State])
	}
	return err
}

// mayStep are the rules of single steps beyond who and when.
func (t *tx) mayStep(f *filing, who agency.Member, req report.StepRequest) error {
	switch req.Step {
	case report.Submit:
		return t.mayBeSubmitted(f, who, req)
	case report.Approve:
		return t.mayApprove(f, who)
	case report.Accept:
		return t.mayBeAccepted(f)
	case report.Confirm:
		return t.mayBeConfirmed(f)
	}
	return nil
}

// mayBeConfirmed wants every figure of an import looked at that its reading doubts.
func (t *tx) mayBeConfirmed(f *filing) error {
	var doubts int
	_, err := t.one("count doubts", `SELECT COALESCE(MAX(doubts), 0) FROM imports WHERE report_id = $1`, args{f.ID}, &doubts)
	if err == nil && doubts > 0 {
		err = report.Errorf(report.Invalid, "还有 %d 格没有核对。请到导入页对照原文，打勾或改正后再确认。", doubts)
	}
	return err
}

// mayBeSubmitted wants no error and a reason for every group of warnings, those of the request included.
func (t *tx) mayBeSubmitted(f *filing, who agency.Member, req report.StepRequest) error {
	s := &saving{tx: t, f: f, who: who, next: f.Revision + 1}
	if err := s.saveReasons(req.Reasons); err != nil {
		return err
	}
	c, err := t.content(f)
	if err != nil {
		return err
	}
	answers, err := t.answers(f.ID)
	if err != nil {
		return err
	}
	findings := c.proof(f, t.store.Proof).Findings
	errors, open := report.Count(findings).Errors, len(report.Unanswered(findings, answers))
	switch {
	case errors > 0 && open > 0:
		return report.Errorf(report.Invalid, "还有 %d 处错误要改、%d 组提醒要改正或写明原因，改好后才能提交。", errors, open)
	case errors > 0:
		return report.Errorf(report.Invalid, "还有 %d 处错误要改，改好后才能提交。", errors)
	case open > 0:
		return report.Errorf(report.Invalid, "还有 %d 组提醒要改正或写明原因，之后才能提交。", open)
	}
	return nil
}

// mayApprove wants a second pair of eyes: who edited what is submitted now does not approve it.
func (t *tx) mayApprove(f *filing, who agency.Member) error {
	editors, err := t.editors(f.ID)
	if err != nil || !slices.Contains(editors, who.ID) {
		return err
	}
	able, err := t.approvers(f)
	if err != nil {
		return err
	}
	others := "目前没有别的审核人，请管理员增设一位。"
	if len(able) > 0 {
		others = "可以审核的有：" + agency.Names(able) + "。"
	}
	return report.Errorf(report.Forbidden, "这次提交的内容有您改过的，要由另一位审核人通过。%s", others)
}

// editors are those whose edits are part of the newest submission and were not in the one before that a supervisor decided on. A
// submission that was withdrawn does not count: nobody has read it.
func (q queries) editors(id int64) ([]int64, error) {
	var since int64
	if _, err := q.one("find the submission before", `SELECT COALESCE(MAX(s.revision), 0) FROM decisions s WHERE s.report_id = $1 AND s.step = $2
		AND (SELECT d.step FROM decisions d WHERE d.report_id = s.report_id AND d.revision > s.revision ORDER BY d.revision LIMIT 1) IN ($3, $4)`,
		args{id, string(report.Submit), string(report.Return), string(report.Approve)}, &since); err != nil {
		return nil, err
	}
	var out []int64
	err := q.each("list editors", `SELECT DISTINCT member_id FROM audit WHERE report_id = $1 AND revision > $2 AND action IN ($3, $4, $5, $6, $7, $8, $9, $10)`,
		args{id, since, actionSave, actionFill, actionNone, actionUndo, actionResolve, actionOutline, actionEdition, actionImport}, func(row scanner) error {
			var member int64
			err := row.Scan(&member)
			out = append(out, member)
			return err
		})
	return out, err
}

// Approvers lists who may approve a report: supervisors of its agency and of the superiors who did not edit what is submitted.
func (s *Store) Approvers(ctx context.Context, who agency.Member, id int64) ([]agency.Member, error) {
	var out []agency.Member
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, id)
		if err != nil {
			return err
		}
		out, err = q.approvers(&f)
		return err
	})
	return out, err
}

func (q queries) approvers(f *filing) ([]agency.Member, error) {
	editors, err := q.editors(f.ID)
	if err != nil {
		return nil, err
	}
	var out []agency.Member
	// From the agency itself upwards.
	for _, id := range slices.Backward(pathIDs(f.AgencyPath)) {
		err := q.each("list supervisors", `SELECT `+memberColumns+` FROM `+memberTables+` WHERE m.agency_id = $1 ORDER BY m.id`, args{id}, func(row scanner) error {
			m, err := scanMember(row)
			if err == nil && agency.Allowed(m, agency.Approve, f.AgencyPath, report.Submitted) && !slices.Contains(editors, m.ID) {
				out = append(out, m)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// mayBeAccepted wants a superior with whom approved reports are filed.
func (t *tx) mayBeAccepted(f *filing) error {
	ids := pathIDs(f.AgencyPath)
	for _, id := range ids[:len(ids)-1] {
		if a, err := t.findAgency("a.id = $1", id); err != nil || a.Accepts {
			return err
		}
	}
	return report.Errorf(report.Forbidden, "上级单位没有启用备案，这一步用不上。")
}

// applyStep changes the report's own columns.
func (t *tx) applyStep(f *filing, who agency.Member, transition report.Transition, req report.StepRequest) error {
	switch req.Step {
	case report.Approve:
		if err := t.addVersion(f, who); err != nil {
			return err
		}
		f.Approved, f.Version = f.Version, f.Version+1
		f.AcceptedNumber, f.AcceptedOn = "", ""
	case report.Accept:
		f.AcceptedNumber, f.AcceptedOn = req.AcceptedNumber, cmp.Or(req.AcceptedOn, t.now.Format(time.DateOnly))
	case report.Publish:
		if transition.From != report.Published {
			f.Official, f.PublishedOn, f.PublishedURL = f.Approved, req.PublishedOn, req.URL
			break
		}
		if req.PublishedOn != "" {
			f.PublishedOn = req.PublishedOn
		}
		if req.URL != "" {
			f.PublishedURL = req.URL
		}
	}
	if transition.From != transition.To {
		f.State, f.StateSince = transition.To, t.now
		if _, err := t.exec("set state", `UPDATE reports SET state = $1, state_since = $2, state_by = $3 WHERE id = $4`,
			string(f.State), millis(t.now), who.ID, f.ID); err != nil {
			return err
		}
	}
	_, err := t.exec("apply step", `UPDATE reports SET version = $1, approved = $2, official = $3, published_on = $4, published_url = $5,
		accepted_number = $6, accepted_on = $7 WHERE id = $8`,
		f.Version, f.Approved, f.Official, f.PublishedOn, f.PublishedURL, f.AcceptedNumber, f.AcceptedOn, f.ID)
	return err
}

// Dispute confirms, or takes back, that last year's published figures are wrong, so that they bind this year's less.
func (s *Store) Dispute(ctx context.Context, who agency.Member, id int64, on bool) error {
	return s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Dispute, id)
		if err != nil || f.LastDisputed == on {
			return err
		}
		if err := t.advance(&f, who); err != nil {
			return err
		}
		if _, err := t.exec("set dispute", `UPDATE reports SET last_disputed = $1 WHERE id = $2`, on, id); err != nil {
			return err
		}
		values := map[bool]string{true: "有误", false: "无误"}
		if err := t.audit(entry{report: id, revision: f.Revision, member: who.ID, action: actionDispute, from: values[!on], to: values[on]}); err != nil {
			return err
		}
		if f, err = t.lock(id); err != nil {
			return err
		}
		return t.judge(&f)
	})
}

// Decisions lists the steps that were taken, the oldest first.
func (s *Store) Decisions(ctx context.Context, who agency.Member, id int64) ([]report.Decision, error) {
	var out []report.Decision
	err := s.read(ctx, func(q queries) error {
		if _, err := q.visible(who, id); err != nil {
			return err
		}
		return q.each("list decisions", `SELECT d.id, d.step, d.from_state, d.to_state, d.member_id, m.name, d.decided_at, d.comment, d.revision, d.version
			FROM decisions d JOIN members m ON m.id = d.member_id WHERE d.report_id = $1 ORDER BY d.id`, args{id}, func(row scanner) error {
			var d report.Decision
			var at int64
			err := row.Scan(&d.ID, &d.Step, &d.From, &d.To, &d.MemberID, &d.MemberName, &at, &d.Comment, &d.Revision, &d.Version)
			d.At = fromMillis(at)
			out = append(out, d)
			return err
		})
	})
	return out, err
}
