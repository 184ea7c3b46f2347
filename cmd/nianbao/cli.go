package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"nianbao/report"
)

// cli is the command line (contract.md, "Command line"). Every flag is also an environment variable NIANBAO_….
type cli struct {
	Serve   serveCommand   `cmd:"" help:"启动服务。"`
	Demo    demoCommand    `cmd:"" help:"启动服务；数据库是空的就先放进一个示范县。"`
	Migrate migrateCommand `cmd:"" help:"把数据库升级到这一版。"`
	User    struct {
		Add userAddCommand `cmd:"" help:"新建账号；密码取自 NIANBAO_PASSWORD 或标准输入，首次登录须修改。"`
	} `cmd:"" help:"账号。"`
	Read    readCommand    `cmd:"" help:"读一份报告文件，输出 JSON。"`
	Check   checkCommand   `cmd:"" help:"检查报告文件，列出问题。"`
	Convert convertCommand `cmd:"" help:"把报告文件转成另一种格式。"`
	Version versionCommand `cmd:"" help:"显示版本。"`
}

// environment is what commands get beside their flags.
type environment struct {
	streams
	ctx      context.Context
	editions report.Editions
}

// exit is an error that carries its exit status; the message has been written already, or Err says it.
type exit struct {
	status int
	err    error
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// usageStatus is the exit status for a command line that cannot be understood: that of unreadable input where a command has one.
func usageStatus(args []string) int {
	if len(args) > 0 && slices.Contains([]string{"read", "check", "convert"}, args[0]) {
		return statusUnreadable
	}
	return 1
}

// misused says what is wrong with a command line, in the words of the one who typed it. What kong says that is not known here stays
// as it is: it names the place.
func misused(err error) string {
	message := err.Error()
	for _, m := range []struct{ says, words string }{
		{"expected one of ", "要写明做什么，可以是 "}, {"expected ", "还缺 "}, {"missing flags: ", "还缺选项 "}, {"unknown flag ", "没有这个选项："},
		{"unexpected argument ", "多了 "},
	} {
		if rest, ok := strings.CutPrefix(message, m.says); ok {
			rest, _, _ = strings.Cut(rest, ", did you mean")
			message = m.words + strings.NewReplacer(`"`, "", ", ", "、").Replace(rest)
			break
		}
	}
	return "命令写得不对：" + message + "。加上 --help 看用法。"
}

// run is the whole program as a function: arguments in, exit status out.
func run(ctx context.Context, args []string, std streams) int {
	editions, err := report.Standard()
	if err != nil {
		fmt.Fprintln(std.err, "nianbao:", report.ErrorMessage(err))
		return 1
	}
	var c cli
	stopped := -1
	parser, err := kong.New(&c, kong.Name("nianbao"), kong.Description("政府信息公开工作年度报告：填报、审核、检查、成文。"), kong.UsageOnError(),
		kong.PostBuild(func(k *kong.Kong) error {
			k.Model.HelpFlag.Help = "显示用法。"
			return nil
		}),
		kong.DefaultEnvars("NIANBAO"), kong.Writers(std.out, std.err), kong.Exit(func(status int) { stopped = status }))
	if err != nil {
		fmt.Fprintln(std.err, "nianbao:", err)
		return 1
	}
	command, err := parser.Parse(args)
	if stopped >= 0 {
		return stopped // --help
	}
	if err != nil {
		fmt.Fprintln(std.err, "nianbao:", misused(err))
		return usageStatus(args)
	}
	err = command.Run(&environment{streams: std, ctx: ctx, editions: editions})
	if err == nil {
		return 0
	}
	status := 1
	if e, ok := errors.AsType[exit](err); ok {
		status, err = e.status, e.err
	}
	if err != nil {
		fmt.Fprintln(std.err, "nianbao:", plain(err))
	}
	return status
}

// plain is an error for the person at the terminal: the sentence, and its cause where that is all there is to go by.
func plain(err error) string {
	e, ok := errors.AsType[*report.Error](err)
	if !ok {
		return err.Error()
	}
	if e.Err != nil && e.Code == report.Internal {
		return fmt.Sprintf("%s（%v）", e.Message, e.Err)
	}
	return e.Message
}
