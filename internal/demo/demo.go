// Package demo fills an empty database with an invented county, in our own words: agencies, accounts, last year's published
// reports, and this year's in every state. It goes through the store as people would, so that history, record and versions are real.
package demo

import (
	"context"
	"slices"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
)

// Account is one that can sign in with the demo password.
type Account struct {
	Login, Name string
	Role        agency.Role
	Agency      string
}

// Accounts are all of them, those that the contract names first.
type Accounts []Account

// named are the logins that the contract names: two of one township, the county's supervisor, and who looks after all.
var named = []string{"clerk", "supervisor", "county", "admin", "auditor"}

// Named are the accounts that the contract names.
func (a Accounts) Named() Accounts { return a[:len(named)] }

// zone is the county's: its people work by day.
var zone = time.FixedZone("CST", 8*60*60)

// ThisYear is the report year whose reports are being written on a day: the work begins in November.
func ThisYear(today time.Time) int {
	today = today.In(zone)
	if today.Month() >= time.November {
		return today.Year()
	}
	return today.Year() - 1
}

// Empty reports whether nobody has begun to use the database.
func Empty(ctx context.Context, s *store.Store) (bool, error) { return s.Empty(ctx) }

// Fill makes the county in an empty database, as it stands on a day. All accounts get the password and need not change it.
// It moves the store's clock, so it runs before anybody else uses the store.
func Fill(ctx context.Context, s *store.Store, today time.Time, password string) (Accounts, error) {
	empty, err := Empty(ctx, s)
	if err != nil {
		return nil, err
	}
	if !empty {
		return nil, report.Errorf(report.Invalid, "数据库已经有人在用，演示数据只能填进空的数据库。")
	}
	all, err := offices()
	if err != nil {
		return nil, err
	}
	editions, err := report.Standard()
	if err != nil {
		return nil, err
	}
	now := s.Now
	defer func() { s.Now = now }()
	f := &filling{ctx: ctx, store: s, edition: editions.Get(edition), year: ThisYear(today), filed: map[int]int{}}
	staffs, accounts, err := f.people(all, password)
	if err != nil {
		return nil, err
	}
	for i, o := range all {
		f.plan(course{office: o, staff: staffs[i], content: o.Last, year: f.year - 1}, lastDay(o.Kind, f.year, i), i)
		if o.This != nil {
			f.plan(course{office: o, staff: staffs[i], content: *o.This, year: f.year}, workdays(today.In(zone), -1-i%3), i)
		}
	}
	slices.SortStableFunc(accounts, func(a, b Account) int { return rank(a) - rank(b) })
	return accounts, f.run()
}

// rank puts the named accounts first.
func rank(a Account) int {
	if i := slices.Index(named, a.Login); i >= 0 {
		return i
	}
	return len(named)
}
