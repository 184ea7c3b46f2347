package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"nianbao/report"
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
	var last *report.LastYear
	if c.Previous != "" {
		if len(c.Files) != 1 {
			return exit{statusUnreadable, report.Errorf(report.Invalid, "--previous 只能和一个文件一起用，这里给了 %d 个。", len(c.Files))}
		}
		previous, err := readReport(env.editions, c.Previous)
		if err != nil {
			return exit{statusUnreadable, err}
		}
		if e := env.editions.Get(previous.Edition); e != nil {
			last = &report.LastYear{Edition: e, Figures: previous.Figures}
		}
	}
	status := 0
	for _, file := range c.Files {
		s, err := c.file(env, file, last)
		if err != nil {
			return exit{1, err}
		}
		status = max(status, s)
	}
	if status != 0 {
		return exit{status: status}
	}
	return nil
}

func (c *checkCommand) file(env *environment, file string, last *report.LastYear) (status int, err error) {
	r, err := readReport(env.editions, file)
	if err != nil {
		if c.JSON {
			return statusUnreadable, json.NewEncoder(env.out).Encode(unreadable{File: file, Error: report.ErrorMessage(err)})
		}
		_, err = fmt.Fprintln(env.err, "nianbao:", report.ErrorMessage(err))
		return statusUnreadable, err
	}
	if r.Agency == "" {
		r.Agency = c.Agency
	}
	findings := report.Check(env.editions.Get(r.Edition), r, report.Context{Mode: report.AsRead, Last: last})
	report.SortFindings(findings)
	if report.HasErrors(findings) {
		status = statusFindings
	}
	if !c.JSON {
		_, err := fmt.Fprint(env.out, listing(file, findings))
		return status, err
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
	return status, enc.Encode(line)
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
