package review

import (
	"fmt"
	"time"

	"nianbao/report"
)

const codeTiming = "timing"

// timings compares the day of publication with the period and the deadline.
var timings = family{rules: []Rule{{
	Code: codeTiming, Severities: []report.Severity{report.SeverityHint},
	Finds:   "A report published (or else signed) before its year was over, or after the day by which its kind of agency had to publish.",
	Example: "2023 年的报告 2023 年 12 月 25 日公布；部门 2023 年的报告 2024 年 3 月公布。",
}}, check: checkTiming}

// timingDefault is the last day (mm-dd) for everybody under Decree 492; since the reports on 2019 the editions say it by kind.
const timingDefault = "03-31"

func checkTiming(s *Subject) {
	r := s.Report
	date, verb := r.Published, "公布"
	place := report.PartTitle
	if date == "" {
		date, verb, place = r.Signature.Date, "落款", report.PartSignature
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil || r.Year == 0 {
		return
	}
	said := fmt.Sprintf("%d 年 %d 月 %d 日", day.Year(), day.Month(), day.Day())
	f := report.Finding{Code: codeTiming, Severity: report.SeverityHint, Section: place, Found: date}
	due := timingDue(s)
	switch {
	case day.Year() <= r.Year:
		f.Message = fmt.Sprintf("%s日期是 %s，%d 年还没有结束。", verb, said, r.Year)
		f.Hint = "核对日期；数据应统计到 12 月 31 日。"
	case due != "" && date > due:
		f.Message = fmt.Sprintf("%s日期是 %s，过了 %s的期限。", verb, said, timingSaid(due))
		f.Hint, f.Expected = "核对日期；确实晚了的，下一年请按时公布。", due
	default:
		return
	}
	s.Add(f)
}

// timingDue is the last day for the report, yyyy-mm-dd; "" where it is not known: townships and sub-districts have it from their superior.
func timingDue(s *Subject) string {
	last := timingDefault
	if s.Report.Year >= 2019 {
		if s.Edition == nil {
			return ""
		}
		last = s.Edition.Deadlines[s.Identity().Kind]
	}
	if last == "" {
		return ""
	}
	return fmt.Sprintf("%d-%s", s.Report.Year+1, last)
}

func timingSaid(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d 年 %d 月 %d 日", day.Year(), day.Month(), day.Day())
}
