package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/report/review"
	"nianbao/views"
)

type checkCommand struct {
	Files    []string `arg:"" name:"file" help:"要检查的报告文件。"`
	JSON     bool     `help:"每个文件输出一行 JSON。"`
	Previous string   `help:"上一年的报告，只能和一个文件一起用。"`
	Agency   string   `help:"机关名称，文件里没有写时用。"`
	HTML     string   `name:"html" placeholder:"FILE" help:"另写一个网页文件，列出全部问题，可以发给填报单位。"`
	ruleFlags
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

// checking is a file under check.
type checking struct {
	file string
	// report is nil where why says that the file cannot be judged.
	report *report.Report
	why    error
	last   *report.Report
}

func (c *checkCommand) Run(env *environment) error {
	reviewer, editions, err := c.reviewer(env.editions)
	if err != nil {
		return exit{statusUnreadable, err}
	}
	env.editions = editions
	files, err := c.read(env)
	if err != nil {
		return exit{statusUnreadable, err}
	}
	alike := peers(env.editions, files)
	status := 0
	var sheets []views.CheckedFile
	for i, f := range files {
		if f.why != nil {
			status = statusUnreadable
			sheets = append(sheets, views.CheckedFile{File: f.file, Problem: report.ErrorMessage(f.why)})
			if err := c.unreadable(env, f); err != nil {
				return exit{1, err}
			}
			continue
		}
		proof := reviewer.Proofread(env.editions.Get(f.report.Edition), f.report, f.context(env.editions, alike[i]))
		report.SortFindings(proof.Findings)
		if report.HasErrors(proof.Findings) {
			status = max(status, statusFindings)
		}
		sheets = append(sheets, views.CheckedFile{File: f.file, Report: f.report, Edition: env.editions.Get(f.report.Edition), Findings: proof.Findings})
		if err := c.print(env, f, proof.Findings); err != nil {
			return exit{1, err}
		}
	}
	if len(files) > 1 && !c.JSON {
		if _, err := fmt.Fprint(env.out, summary(sheets)); err != nil {
			return exit{1, err}
		}
	}
	if err := c.writeHTML(env, sheets); err != nil {
		return exit{1, err}
	}
	return exit{status: status}
}

// peers are for each file the sections of the others that may say the same. A file that is given twice is no peer of itself.
func peers(editions report.Editions, files []*checking) [][]report.Likeness {
	reports, first := make([]*report.Report, len(files)), map[string]int{}
	for i, f := range files {
		if _, again := first[filepath.Clean(f.file)]; !again {
			first[filepath.Clean(f.file)], reports[i] = i, f.report
		}
	}
	alike := review.Peers(editions, reports)
	for i, f := range files {
		alike[i] = alike[first[filepath.Clean(f.file)]]
	}
	return alike
}

// read reads the files and last year's.
func (c *checkCommand) read(env *environment) ([]*checking, error) {
	if c.Previous != "" && len(c.Files) != 1 {
		return nil, report.Errorf(report.Invalid, "--previous 只能和一个文件一起用，这里给了 %d 个。", len(c.Files))
	}
	var out []*checking
	for _, file := range c.Files {
		if env.ctx.Err() != nil {
			return nil, report.Errorf(report.Invalid, "已中断，没有检查完。")
		}
		f := &checking{file: file}
		if c.Previous != "" {
			f.last, f.why = readReport(env.editions, c.Previous, intake.Options{})
		}
		if f.why == nil {
			f.report, f.why = readReport(env.editions, file, intake.Options{})
		}
		if f.why == nil && f.last != nil && f.report.Year != 0 && f.last.Year != 0 && f.last.Year != f.report.Year-1 {
			// Every relation over it would be wrong.
			f.why = report.Errorf(report.Invalid, "--previous 应当是 %d 年的报告，给的是 %d 年的。", f.report.Year-1, f.last.Year)
		}
		if f.why == nil && f.report.Agency == "" {
			f.report.Agency = c.Agency
		}
		out = append(out, f)
	}
	return out, nil
}

// context is what is known beside the report.
func (f *checking) context(editions report.Editions, alike []report.Likeness) report.Context {
	out := report.Context{Mode: report.AsRead, LastReport: f.last, Alike: alike}
	if f.last != nil {
		if e := editions.Get(f.last.Edition); e != nil {
			out.Last = &report.LastYear{Edition: e, Figures: f.last.Figures}
		}
	}
	return out
}

// unreadable says why a file cannot be judged, as a line of JSON or as a sentence.
func (c *checkCommand) unreadable(env *environment, f *checking) error {
	if c.JSON {
		return encodeLine(env, unreadable{File: f.file, Error: report.ErrorMessage(f.why)})
	}
	_, err := fmt.Fprintln(env.err, "nianbao:", report.ErrorMessage(f.why))
	return err
}

func (c *checkCommand) print(env *environment, f *checking, findings []report.Finding) error {
	if !c.JSON {
		_, err := fmt.Fprint(env.out, listing(f.file, env.editions.Get(f.report.Edition), findings))
		return err
	}
	line := checked{File: f.file, Edition: f.report.Edition, Findings: findings}
	if line.Findings == nil {
		line.Findings = []report.Finding{}
	}
	if f.report.Year != 0 {
		line.Year = &f.report.Year
	}
	return encodeLine(env, line)
}

func encodeLine(env *environment, line any) error {
	enc := json.NewEncoder(env.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(line)
}

func listing(file string, e *report.Edition, findings []report.Finding) string {
	var b strings.Builder
	tally := report.Count(findings)
	fmt.Fprintf(&b, "%s：错误 %d，提醒 %d，提示 %d\n", file, tally.Errors, tally.Warnings, tally.Hints)
	for _, f := range views.Condensed(e, findings) {
		place := f.Section
		if f.Cell != "" {
			place = f.Cell
		}
		fmt.Fprintf(&b, "  %s  %s  [%s %s]\n", views.SeverityWords[f.Severity], f.Message, f.Code, place)
		if f.OnText() {
			fmt.Fprintf(&b, "        原文：%s\n", strings.ReplaceAll(f.Quote, "\n", " "))
		}
		if f.Hint != "" {
			fmt.Fprintf(&b, "        %s\n", f.Hint)
		}
	}
	return b.String()
}

// summary is the table behind the lists of several files; the name comes last, since its width is anybody's guess.
func summary(files []views.CheckedFile) string {
	var b strings.Builder
	var sum report.Tally
	row := func(errors, warnings, hints, year, edition any, file string) {
		fmt.Fprintf(&b, "%4v  %4v  %4v  %4v  %-7v  %s\n", errors, warnings, hints, year, edition, file)
	}
	b.WriteString("\n错误  提醒  提示  年度  格式     文件\n")
	for _, f := range files {
		if f.Problem != "" {
			row("-", "-", "-", "-", "-", f.File+"（读不了）")
			continue
		}
		t := report.Count(f.Findings)
		sum = sum.Plus(t)
		year := "?"
		if f.Report.Year != 0 {
			year = fmt.Sprint(f.Report.Year)
		}
		row(t.Errors, t.Warnings, t.Hints, year, f.Report.Edition, f.File)
	}
	row(sum.Errors, sum.Warnings, sum.Hints, "", "", fmt.Sprintf("合计 %d 份", len(files)))
	return b.String()
}

// writeHTML writes the page of findings, if one was asked for. It is sent to others, whom the folders of this machine do not concern.
func (c *checkCommand) writeHTML(env *environment, files []views.CheckedFile) error {
	if c.HTML == "" {
		return nil
	}
	files = slices.Clone(files)
	for i := range files {
		f := &files[i]
		name := filepath.Base(f.File)
		f.File, f.Problem = name, strings.ReplaceAll(f.Problem, f.File, name)
	}
	var page strings.Builder
	if err := views.CheckSheet(files).Render(context.WithoutCancel(env.ctx), &page); err != nil {
		return fmt.Errorf("write the page of findings: %w", err)
	}
	if err := os.WriteFile(c.HTML, []byte(page.String()), 0o644); err != nil {
		return unwritable(c.HTML, err)
	}
	return nil
}

// ruleFlags choose the installation's own rules.
type ruleFlags struct {
	Rules string `placeholder:"FILE" help:"本单位的规则调整（YAML），写法见 docs/rules.md。"`
}

// reviewer makes the reviewer, and the editions with the relations as the installation wants them.
func (f ruleFlags) reviewer(editions report.Editions) (*review.Reviewer, report.Editions, error) {
	var settings review.Settings
	if f.Rules != "" {
		data, err := readFile(f.Rules)
		if err != nil {
			return nil, nil, err
		}
		if settings, err = review.LoadSettings(f.Rules, data, editions); err != nil {
			return nil, nil, err
		}
	}
	return review.New(settings), settings.Editions(editions), nil
}
