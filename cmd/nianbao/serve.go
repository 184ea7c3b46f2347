package main

import (
	"fmt"
	"log/slog"
	"time"

	"nianbao/internal/app"
)

// china is the time zone in which pages write times: the whole country has one, and no daylight saving.
var china = time.FixedZone("CST", 8*60*60)

// serverFlags are common to serve and demo.
type serverFlags struct {
	Addr          string        `default:"127.0.0.1:8080" help:"监听地址，例如 0.0.0.0:8080。"`
	DB            string        `name:"db" default:"sqlite:data/nianbao.db" help:"数据库：sqlite:文件 或 postgres://…。"`
	SecureCookies bool          `help:"用户经 https 访问时打开。"`
	IdleTimeout   time.Duration `default:"30m" help:"多久不操作就退出登录。"`
	fontFlags
	ruleFlags
}

func (f serverFlags) app(env *environment) (*app.App, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	reviewer, editions, err := f.reviewer(env.editions)
	if err != nil {
		return nil, err
	}
	app.Tune()
	logger := slog.New(slog.NewTextHandler(env.err, nil))
	fonts, notes := f.load()
	for _, n := range notes {
		logger.Warn("font", slog.String("note", n.Message))
	}
	if line := substitutes(fonts); line != "" && f.Fonts != "" { // who has set a folder wants to know what is not in it
		logger.Warn("font", slog.String("note", line))
	}
	return &app.App{Config: app.Config{Addr: f.Addr, DSN: f.DB, SecureCookies: f.SecureCookies, IdleTimeout: f.IdleTimeout, Editions: editions, Proofreader: reviewer,
		Fonts: fonts, FontNames: f.names(), Logger: logger, Now: func() time.Time { return time.Now().In(china) }}}, nil
}

type serveCommand struct {
	serverFlags
}

func (c *serveCommand) Run(env *environment) error {
	server, err := c.app(env)
	if err != nil {
		return err
	}
	defer server.Close()
	if err := server.Open(env.ctx); err != nil {
		return err
	}
	admin, err := server.Store.HasAdmin(env.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(env.out, "地址：", server.URL())
	if !admin {
		fmt.Fprintln(env.out, "还没有管理员，现在谁也登录不了。请先建一个：")
		fmt.Fprintf(env.out, "  nianbao user add --db %s --login admin --name 管理员 --role admin --agency 单位名称\n", c.DB)
	}
	return server.Run(env.ctx)
}
