package main

import (
	"crypto/rand"
	"fmt"
	"strings"

	"nianbao/agency"
	"nianbao/internal/demo"
)

type demoCommand struct {
	serverFlags
	Password string `env:"NIANBAO_DEMO_PASSWORD" help:"示范账号的密码，不给就随机生成。"`
}

func (c *demoCommand) Run(env *environment) error {
	app, err := c.app(env)
	if err != nil {
		return err
	}
	defer app.Close()
	if err := app.Open(env.ctx); err != nil {
		return err
	}
	empty, err := demo.Empty(env.ctx, app.Store)
	if err != nil {
		return err
	}
	fmt.Fprintln(env.out, "地址：", app.URL())
	if empty {
		password := c.Password
		if password == "" {
			password = strings.ToLower(rand.Text())[:12]
		}
		accounts, err := demo.Fill(env.ctx, app.Store, app.Config.Now(), password)
		if err != nil {
			return err
		}
		fmt.Fprintln(env.out, "示范县的账号，密码都是", password)
		for _, a := range accounts {
			fmt.Fprintf(env.out, "  %-12s %s，%s，%s\n", a.Login, a.Name, agency.RoleNames[a.Role], a.Agency)
		}
	} else {
		fmt.Fprintln(env.out, "数据库里已有内容，没有再放示范数据；账号和密码同上次。要重新开始，请删去", c.DB)
	}
	return app.Run(env.ctx)
}
