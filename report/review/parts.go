package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

var parts = family{
	rules: []Rule{{
		Code:       report.CodeParts,
		Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds: "Sections of the outline that are missing or empty; an overview without one of the five aspects, without appraisal and accountability " +
			"(for governments), or with the preface only; nothing on the fee for processing information from 2021.",
		Example: "“一、总体情况”没有写政府信息管理；“六、其他需要报告的事项”只写“无”，没有写信息处理费。",
	}, {
		Code:       report.CodeExtra,
		Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:      "Sections beyond the edition's outline, its sections in another order, headings that differ from the notice.",
		Example:    "2021 年格式的报告有九个部分，多出“三、加强公开平台建设”等。",
	}, {
		Code:       "parts.count",
		Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:      "An announced number of parts or points that differs from those that are named, listed or there.",
		Example:    "本报告由……等六个部分组成，列出的只有五个；存在以下三个问题，只有一是、二是。",
	}},
	check: checkParts,
}

func checkParts(s *Subject) {
	checkOverview(s)
	checkFee(s)
	checkPartCount(s)
	checkPointCount(s)
}

// feeNil is how the last section says that no fee was charged.
const feeNil = "本年度未收取信息处理费。"

// checkFee looks for the statement on the fee for processing information (信息处理费), which the last section owes even when it is nil.
func checkFee(s *Subject) {
	if s.Edition == nil || s.Edition.From < 2021 || s.Report.Year > 0 && s.Report.Year < 2021 || report.FeeStated(s.Report) {
		return
	}
	for _, p := range s.Parts {
		if p.Means != "other" || strings.TrimSpace(p.Text) == "" {
			continue // missing or empty is said already
		}
		f := report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: p.Key,
			Message: "没有写信息处理费的情况。", Hint: "写明收取了多少；没有收取的，也写一句。", Expected: feeNil}
		end := len(strings.TrimRight(p.Text, " \n\t　"))
		text := "\n" + feeNil
		if last, _ := utf8.DecodeLastRuneInString(p.Text[:end]); !strings.ContainsRune("。！？.；;”）)", last) {
			text = "。" + text
		}
		f.Fix = p.Fix(end, len(p.Text), text, "加一句“"+strings.TrimSuffix(feeNil, "。")+"”")
		s.Add(f)
	}
}
