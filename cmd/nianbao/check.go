package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"nianbao/report"
	"nianbao/report/intake"
)

type checkCommand struct {
	Files    []string `arg:"" name:"file" help:"要检查的报告文件。"`
	JSON     bool     `help:"每个文件输出一行 JSON。"`
	Previous string   `help:"上一年的报告，只能和一个文件一起用。"`
	Agency   string   `help:"机关名称，文件里没有写时用。"`
}

// checked is one line of the JSON output (contract.md, "Findings JSON").
type checked struct {
	File     string           `json:"file"`
	Edition  string           `json:"edition"`
	Year     *int             `json:"year"`
	Findings []report.Finding `json:"findings"`
}

type unreadable struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// Exit statuses of check: 2 beats 1.
const (
	statusFindings   = 1
	statusUnreadable = 2
)

func (c *checkCommand) Run(env *environment) error {
	var last *report.Report
	if c.Previous != "" {
		if len(c.Files) != 1 {
			return exit{statusUnreadable, report.Errorf(report.Invalid, "--previous 只能和一个文件一起用，这里给了 %d 个。", len(c.Files))}
		}
		var err error
		if last, err = readReport(env.editions, c.Previous, intake.Options{}); err != nil {
			return c.unreadable(env, c.Files[0], err)
		}
	}
	status := 0
	for _, file := range c.Files {
		outcome, _ := errors.AsType[exit](c.file(env, file, last))
		if outcome.err != nil {
			return outcome
		}
		status = max(status, outcome.status)
	}
	return exit{status: status}
}

// unreadable says why a file cannot be judged, as a line of JSON or as a sentence.
func (c *checkCommand) unreadable(env *environment, file string, why error) error {
	var err error
	if c.JSON {
		enc := json.NewEncoder(env.out)
		enc.SetEscapeHTML(false)
		err = enc.Encode(unreadable{File: file, Error: report.ErrorMessage(why)})
	} else {
		_, err = fmt.Fprintln(env.err, "nianbao:", report.ErrorMessage(why))
	}
	if err != nil {
		return exit{1, err}
	}
	return exit{status: statusUnreadable}
}

// lastYear is last year's report for the rules; one of another year is refused, since every relation over it would be wrong.
func lastYear(editions report.Editions, r, last *report.Report) (*report.LastYear, error) {
	if last == nil {
		return nil, nil
	}
	if r.Year != 0 && last.Year != 0 && last.Year != r.Year-1 {
		return nil, report.Errorf(report.Invalid, "--previous 应当是 %d 年的报告，给的是 %d 年的。", r.Year-1, last.Year)
	}
	e := editions.Get(last.Edition)
	if e == nil {
		return nil, nil
	}
	return &report.LastYear{Edition: e, Figures: last.Figures}, nil
}

func (c *checkCommand) file(env *environment, file string, previous *report.Report) error {
	r, err := readReport(env.editions, file, intake.Options{})
	if err != nil {
		return c.unreadable(env, file, err)
	}
	last, err := lastYear(env.editions, r, previous)
	if err != nil {
		return c.unreadable(env, file, err)
	}
	if r.Agency == "" {
		r.Agency = c.Agency
	}
	findings := report.Check(env.editions.Get(r.Edition), r, report.Context{Mode: report.AsRead, Last: last})
	report.SortFindings(findings)
	status := 0
	if report.HasErrors(findings) {
		status = statusFindings
	}
	if !c.JSON {
		if _, err := fmt.Fprint(env.out, listing(file, findings)); err != nil {
			return exit{1, err}
		}
		return exit{status: status}
	}
	line := checked{File: file, Edition: r.Edition, Findings: findings}
	if line.Findings == nil {
		line.Findings = []report.Finding{}
	}
	if r.Year != 0 {
		line.Year = &r.Year
	}
	enc := json.NewEncoder(env.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return exit{1, err}
	}
	return exit{status: status}
}

var severityNames = map[report.Severity]string{report.SeverityError: "错误", report.SeverityWarning: "提醒", report.SeverityHint: "提示"}

func listing(file string, findings []report.Finding) string {
	var b strings.Builder
	tally := report.Count(findings)
	fmt.Fprintf(&b, "%s：错误 %d，提醒 %d，提示 %d\n", file, tally.Errors, tally.Warnings, tally.Hints)
	for _, f := range findings {
		place := f.Section
		if f.Cell != "" {
			place = f.Cell
		}
		fmt.Fprintf(&b, "  %s  %s  [%s %s]\n", severityNames[f.Severity], f.Message, f.Code, place)
		if f.Hint != "" {
			fmt.Fprintf(&b, "        %s\n", f.Hint)
		}
	}
	return b.String()
}
