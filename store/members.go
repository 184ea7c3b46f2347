package store

import (
	"context"
	"crypto/rand"
	"strings"
	"unicode/utf8"

	"nianbao/agency"
	"nianbao/report"
)

const (
	memberColumns = `m.id, m.login, m.name, m.role, m.agency_id, a.path, a.name, m.must_change, m.locked_until, m.disabled`
	memberTables  = `members m JOIN agencies a ON a.id = m.agency_id`
	loginMost     = 64 // characters
)

func scanMember(row scanner, more ...any) (m agency.Member, err error) {
	var locked int64
	err = row.Scan(append([]any{&m.ID, &m.Login, &m.Name, &m.Role, &m.AgencyID, &m.AgencyPath, &m.AgencyName, &m.MustChange, &locked, &m.Disabled}, more...)...)
	m.LockedUntil = fromMillis(locked)
	return m, err
}

func (q queries) findMember(id int64) (agency.Member, error) {
	var m agency.Member
	err := q.each("find member", `SELECT `+memberColumns+` FROM `+memberTables+` WHERE m.id = $1`, args{id}, func(row scanner) (err error) {
		m, err = scanMember(row)
		return err
	})
	if err == nil && m.ID == 0 {
		err = report.Errorf(report.NotFound, "没有找到这个账号。")
	}
	return m, err
}

// CreateMember opens an account. The password is only kept as a digest; MustChange makes its owner change it at the first
// sign-in. ID, AgencyPath and AgencyName are given here.
func (s *Store) CreateMember(ctx context.Context, m agency.Member, password string) (agency.Member, error) {
	m.Login, m.Name = strings.TrimSpace(clean(m.Login)), strings.TrimSpace(clean(m.Name))
	switch {
	case m.Login == "" || strings.ContainsAny(m.Login, " \t\r\n") || utf8.RuneCountInString(m.Login) > loginMost:
		return agency.Member{}, report.Errorf(report.Invalid, "登录名不能空着，不能有空格，最多 %d 个字符。", loginMost)
	case m.Name == "":
		return agency.Member{}, report.Errorf(report.Invalid, "请填姓名。")
	case agency.RoleNames[m.Role] == "":
		return agency.Member{}, report.Errorf(report.Invalid, "没有“%s”这个角色，可用的有 clerk、supervisor、admin、auditor。", m.Role)
	case password == "":
		return agency.Member{}, report.Errorf(report.Invalid, "密码不能空着。")
	}
	digest, err := agency.HashPassword(password, rand.Reader)
	if err != nil {
		return agency.Member{}, err
	}
	err = s.write(ctx, func(t *tx) error {
		a, err := t.findAgency("a.id = $1", m.AgencyID)
		if err != nil {
			return err
		}
		m.AgencyPath, m.AgencyName = a.Path, a.Name
		_, err = t.one("insert member", `INSERT INTO members (agency_id, login, login_key, name, role, digest, must_change, disabled)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
			args{m.AgencyID, m.Login, strings.ToLower(m.Login), m.Name, string(m.Role), digest, m.MustChange, m.Disabled}, &m.ID)
		if violation(err) == duplicate {
			return report.Wrap(report.Invalid, err, "登录名“"+m.Login+"”已经有人用了，请换一个。")
		}
		if err != nil {
			return err
		}
		return t.audit(entry{action: "member", place: m.Login, to: string(m.Role)})
	})
	return m, err
}

// Member finds an account by its id.
func (s *Store) Member(ctx context.Context, id int64) (agency.Member, error) {
	m, err := s.readOne(ctx).findMember(id)
	return m, explain(err)
}

// Members lists the accounts that an administrator looks after: of his agency and of those below it.
func (s *Store) Members(ctx context.Context, who agency.Member) ([]agency.Member, error) {
	if err := agency.Check(who, agency.ManageMembers, who.AgencyPath, ""); err != nil {
		return nil, err
	}
	var out []agency.Member
	low, high := scope(who)
	err := s.readOne(ctx).each("list members", `SELECT `+memberColumns+` FROM `+memberTables+` WHERE a.path >= $1 AND a.path < $2 ORDER BY a.path, m.id`,
		args{low, high}, func(row scanner) error {
			m, err := scanMember(row)
			out = append(out, m)
			return err
		})
	return out, explain(err)
}

// HasAdmin reports whether somebody can administrate. Without, nobody may sign in.
func (s *Store) HasAdmin(ctx context.Context) (bool, error) {
	var n int
	_, err := s.readOne(ctx).one("count administrators", `SELECT COUNT(*) FROM members WHERE role = $1 AND NOT disabled`, args{string(agency.Admin)}, &n)
	return n > 0, explain(err)
}
