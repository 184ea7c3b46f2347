package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
)

type userAddCommand struct {
	databaseFlag
	Login  string      `required:"" help:"登录名。"`
	Name   string      `required:"" help:"姓名。"`
	Role   agency.Role `required:"" enum:"clerk,supervisor,admin,auditor" help:"clerk 填报人，supervisor 审核人，admin 管理员，auditor 查阅人。"`
	Agency string      `required:"" help:"单位全称。"`
	Under  string      `help:"单位还不在库里时，在这个上级单位下面新建。"`
	Kind   agency.Kind `default:"government" enum:"government,department,township,subdistrict" help:"新建单位的类别。"`
}

func (c *userAddCommand) Run(env *environment) error {
	password := os.Getenv("NIANBAO_PASSWORD")
	if password == "" {
		line, err := bufio.NewReader(env.in).ReadString('\n')
		if password = strings.TrimRight(line, "\r\n"); password == "" {
			return report.Wrap(report.Invalid, err, "没有密码。请放在环境变量 NIANBAO_PASSWORD 里，或从标准输入给一行。")
		}
	}
	if err := agency.CheckNewPassword(c.Login, "", password); err != nil {
		return err
	}
	s, err := store.Open(env.ctx, c.DB, env.editions)
	if err != nil {
		return err
	}
	defer s.Close()
	if _, _, err := s.Migrate(env.ctx); err != nil {
		return err
	}
	a, err := c.agency(env, s)
	if err != nil {
		return err
	}
	m, err := s.CreateMember(env.ctx, agency.Member{Login: c.Login, Name: c.Name, Role: c.Role, AgencyID: a.ID, MustChange: true}, password)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.out, "已新建账号 %s（%s，%s），首次登录要修改密码。\n", m.Login, agency.RoleNames[m.Role], a.Name)
	return nil
}

// agency finds the member's agency. It makes one only where that is meant: the very first, or with --under, so that a slip in a
// name does not become an agency.
func (c *userAddCommand) agency(env *environment, s *store.Store) (agency.Agency, error) {
	a, err := s.AgencyByName(env.ctx, c.Agency)
	if report.ErrorCode(err) != report.NotFound {
		return a, err
	}
	first, err := s.Empty(env.ctx)
	switch {
	case err != nil:
		return a, err
	case c.Under != "":
		above, err := s.AgencyByName(env.ctx, c.Under)
		if err != nil {
			return a, err
		}
		return s.CreateAgency(env.ctx, agency.Agency{Name: c.Agency, Kind: c.Kind, ParentID: above.ID})
	case !first:
		return a, report.Errorf(report.NotFound, "没有名为“%s”的单位，请核对全称；要新建，请用 --under 写明上级单位。", c.Agency)
	}
	return s.CreateAgency(env.ctx, agency.Agency{Name: c.Agency, Kind: c.Kind})
}
