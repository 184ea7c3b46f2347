package main

import (
	"encoding/json"

	"nianbao/report/intake"
)

type readCommand struct {
	File    string `arg:"" help:"报告文件：.docx .html .htm .xlsx .txt .md .json。"`
	Edition string `help:"按这种格式读表；不写就看表里的文字。"`
}

func (c *readCommand) Run(env *environment) error {
	r, err := readReport(env.editions, c.File, intake.Options{Edition: c.Edition})
	if err != nil {
		return exit{statusUnreadable, err}
	}
	enc := json.NewEncoder(env.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r); err != nil {
		return exit{1, err}
	}
	return nil
}
