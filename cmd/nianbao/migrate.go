package main

import (
	"fmt"

	"nianbao/store"
)

// databaseFlag is for commands that work on a database without serving.
type databaseFlag struct {
	DB string `name:"db" default:"sqlite:data/nianbao.db" help:"数据库：sqlite:文件 或 postgres://…。"`
}

type migrateCommand struct {
	databaseFlag
}

func (c *migrateCommand) Run(env *environment) error {
	s, err := store.Open(env.ctx, c.DB, env.editions)
	if err != nil {
		return err
	}
	defer s.Close()
	from, to, err := s.Migrate(env.ctx)
	if err != nil {
		return err
	}
	if from == to {
		fmt.Fprintf(env.out, "数据库已是第 %d 版，不用升级。\n", to)
	} else {
		fmt.Fprintf(env.out, "数据库已从第 %d 版升级到第 %d 版。\n", from, to)
	}
	return nil
}
