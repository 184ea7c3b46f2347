package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"nianbao/agency"
	"nianbao/report"
)

// scope is the range of agency paths that a member may see: low ≤ path < high. Paths are digits and slashes, in byte order.
func scope(who agency.Member) (low, high string) {
	low = who.AgencyPath
	switch {
	case !agency.Allowed(who, agency.See, low, ""):
		return "", ""
	case agency.Allowed(who, agency.See, agency.ChildPath(low, 0), ""):
		return low, strings.TrimSuffix(low, "/") + "0" // the byte behind the slash
	}
	return low, low + " "
}

const agencyColumns = `a.id, COALESCE(a.parent_id, 0), a.path, a.name, a.short_name, a.former_names, a.kind, a.reorganised_in, a.accepts`

func scanAgency(row scanner) (a agency.Agency, err error) {
	err = row.Scan(&a.ID, &a.ParentID, &a.Path, &a.Name, &a.ShortName, &a.FormerNames, &a.Kind, &a.ReorganisedIn, &a.Accepts)
	return a, err
}

func (q queries) findAgency(where string, values ...any) (agency.Agency, error) {
	var found []agency.Agency
	err := q.each("find agency", `SELECT `+agencyColumns+` FROM agencies a WHERE `+where, values, func(row scanner) error {
		a, err := scanAgency(row)
		found = append(found, a)
		return err
	})
	if err != nil {
		return agency.Agency{}, err
	}
	if len(found) == 0 {
		return agency.Agency{}, report.Errorf(report.NotFound, "没有找到这个单位。")
	}
	return found[0], nil
}

// CreateAgency adds an agency to the tree; ParentID 0 makes a root. ID and Path are given here.
func (s *Store) CreateAgency(ctx context.Context, a agency.Agency) (agency.Agency, error) {
	a.Name = strings.TrimSpace(clean(a.Name))
	if a.Name == "" || agency.KindNames[a.Kind] == "" {
		return agency.Agency{}, report.Errorf(report.Invalid, "单位要有名称和类别（政府、部门、乡镇、街道）。")
	}
	err := s.write(ctx, func(t *tx) error {
		parent, err := t.parentPath(a.ParentID)
		if err != nil {
			return err
		}
		_, err = t.one("insert agency", `INSERT INTO agencies (parent_id, name, short_name, former_names, kind, reorganised_in, accepts)
			VALUES (NULLIF(CAST($1 AS BIGINT), 0), $2, $3, $4, $5, $6, $7) RETURNING id`,
			args{a.ParentID, a.Name, clean(a.ShortName), clean(a.FormerNames), a.Kind, a.ReorganisedIn, a.Accepts}, &a.ID)
		if violation(err) == duplicate {
			return report.Wrap(report.Invalid, err, "已经有一个叫“"+a.Name+"”的单位。")
		}
		if err != nil {
			return err
		}
		a.Path = agency.ChildPath(parent, a.ID)
		if _, err := t.exec("set agency path", `UPDATE agencies SET path = $1 WHERE id = $2`, a.Path, a.ID); err != nil {
			return err
		}
		return t.audit(entry{action: "agency", place: a.Name, to: a.Path})
	})
	return a, err
}

func (t *tx) parentPath(id int64) (string, error) {
	if id == 0 {
		return "", nil
	}
	parent, err := t.findAgency("a.id = $1", id)
	if err != nil {
		return "", err
	}
	return parent.Path, nil
}

// AgencyByName finds an agency by its full name, for the command line.
func (s *Store) AgencyByName(ctx context.Context, name string) (agency.Agency, error) {
	a, err := s.readOne(ctx).findAgency("a.name = $1", clean(name))
	return a, explain(err)
}

// Agency finds one that a member may see.
func (s *Store) Agency(ctx context.Context, who agency.Member, id int64) (agency.Agency, error) {
	low, high := scope(who)
	a, err := s.readOne(ctx).findAgency("a.id = $1 AND a.path >= $2 AND a.path < $3", id, low, high)
	return a, explain(err)
}

// Agencies lists those that a member may see, a superior before those below it.
func (s *Store) Agencies(ctx context.Context, who agency.Member) ([]agency.Agency, error) {
	var out []agency.Agency
	low, high := scope(who)
	err := s.readOne(ctx).each("list agencies", `SELECT `+agencyColumns+` FROM agencies a WHERE a.path >= $1 AND a.path < $2`, args{low, high},
		func(row scanner) error {
			a, err := scanAgency(row)
			out = append(out, a)
			return err
		})
	slices.SortFunc(out, func(a, b agency.Agency) int { return slices.Compare(pathIDs(a.Path), pathIDs(b.Path)) })
	return out, explain(err)
}

// aroundMost bounds how many agencies below and beside an agency its identity names.
const aroundMost = 500

// identity is who an agency is, by what stands around it in the tree.
func (q queries) identity(id int64) (report.Identity, error) {
	a, err := q.findAgency("a.id = $1", id)
	if err != nil {
		return report.Identity{}, err
	}
	ids := pathIDs(a.Path)
	var above []agency.Agency
	for _, id := range ids[:len(ids)-1] {
		superior, err := q.findAgency("a.id = $1", id)
		if err != nil {
			return report.Identity{}, err
		}
		above = append(above, superior)
	}
	below, err := q.children(a.ID, 0)
	if err != nil || a.ParentID == 0 {
		return agency.Identity(a, above, below, nil), err
	}
	beside, err := q.children(a.ParentID, a.ID)
	return agency.Identity(a, above, below, beside), err
}

// children are the agencies directly below one, but for one of them.
func (q queries) children(id, without int64) ([]agency.Agency, error) {
	var out []agency.Agency
	err := q.each("list agencies below", `SELECT `+agencyColumns+` FROM agencies a WHERE a.parent_id = $1 AND a.id <> $2 ORDER BY a.id LIMIT $3`,
		args{id, without, aroundMost}, func(row scanner) error {
			a, err := scanAgency(row)
			out = append(out, a)
			return err
		})
	return out, err
}

// pathIDs are the ids of a path from the root down.
func pathIDs(path string) []int64 {
	var out []int64
	for part := range strings.SplitSeq(strings.TrimSuffix(path, "/"), "/") {
		id, _ := strconv.ParseInt(part, 10, 64) // we wrote it
		out = append(out, id)
	}
	return out
}

// SetReorganised notes the last year in which an agency was merged, split or took over another; 0 for none.
func (s *Store) SetReorganised(ctx context.Context, who agency.Member, id int64, year int) error {
	return s.write(ctx, func(t *tx) error {
		a, err := t.manageAgency(who, id)
		if err != nil || a.ReorganisedIn == year {
			return err
		}
		if year != 0 {
			if err := report.CheckYear(year, t.now.Year()); err != nil {
				return err
			}
		}
		if _, err := t.exec("set reorganised", `UPDATE agencies SET reorganised_in = $1 WHERE id = $2`, year, id); err != nil {
			return err
		}
		if err := t.audit(entry{member: who.ID, action: "reorganised", place: a.Name, from: strconv.Itoa(a.ReorganisedIn), to: strconv.Itoa(year)}); err != nil {
			return err
		}
		// Last year's figures bind less in such a year.
		for _, y := range []int{a.ReorganisedIn, year} {
			if err := t.judgeAgain(id, y); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetAccepts switches on or off that the agencies below file their approved reports here.
func (s *Store) SetAccepts(ctx context.Context, who agency.Member, id int64, on bool) error {
	return s.write(ctx, func(t *tx) error {
		a, err := t.manageAgency(who, id)
		if err != nil || a.Accepts == on {
			return err
		}
		if _, err := t.exec("set accepts", `UPDATE agencies SET accepts = $1 WHERE id = $2`, on, id); err != nil {
			return err
		}
		return t.audit(entry{member: who.ID, action: "accepts", place: a.Name, from: strconv.FormatBool(a.Accepts), to: strconv.FormatBool(on)})
	})
}

func (t *tx) manageAgency(who agency.Member, id int64) (agency.Agency, error) {
	a, err := t.findAgency("a.id = $1", id)
	if err != nil {
		return a, err
	}
	err = agency.Check(who, agency.ManageAgencies, a.Path, "")
	if report.ErrorCode(err) == report.NotFound {
		err = report.Errorf(report.NotFound, "没有找到这个单位。")
	}
	return a, err
}

// Empty reports whether there is no agency yet.
func (s *Store) Empty(ctx context.Context) (bool, error) {
	var one int
	found, err := s.readOne(ctx).one("look for an agency", `SELECT 1 FROM agencies LIMIT 1`, nil, &one)
	return !found, explain(err)
}
