// Package agency knows the tree of agencies (机关), their members, and who may do what.
package agency

import (
	"strconv"
	"strings"
	"time"
)

// Kind is what an agency is; deadlines and some checks depend on it.
type Kind string

const (
	Government  Kind = "government"  // 县级以上政府
	Department  Kind = "department"  // 部门
	Township    Kind = "township"    // 乡镇
	Subdistrict Kind = "subdistrict" // 街道
)

// KindNames are the words for the kinds.
var KindNames = map[Kind]string{Government: "政府", Department: "部门", Township: "乡镇", Subdistrict: "街道"}

// Agency is one node of the tree.
type Agency struct {
	ID, ParentID int64
	// Path holds the ids from the root down to the agency, each followed by a slash: 1/4/. What lies below starts with it.
	Path            string
	Name, ShortName string
	// FormerNames are those that it had before, one a line.
	FormerNames string
	Kind        Kind
	// ReorganisedIn is the last year in which the agency was merged, split or took over another; 0 for none.
	ReorganisedIn int
	// Accepts says that the agencies below file their approved reports here (备案).
	Accepts bool
}

// Role is what a member is for.
type Role string

const (
	Clerk      Role = "clerk"      // 填报人
	Supervisor Role = "supervisor" // 审核人; of a superior agency also for those below it
	Admin      Role = "admin"      // 管理员
	Auditor    Role = "auditor"    // 查阅人: sees, changes nothing
)

// RoleNames are the words for the roles.
var RoleNames = map[Role]string{Clerk: "填报人", Supervisor: "审核人", Admin: "管理员", Auditor: "查阅人"}

// Member is a person with an account.
type Member struct {
	ID          int64
	Login, Name string
	Role        Role
	AgencyID    int64
	AgencyPath  string
	AgencyName  string
	// MustChange says that the password was given by somebody else.
	MustChange bool
	// LockedUntil is in the future while the account is locked after repeated failures.
	LockedUntil time.Time
	Disabled    bool
}

// ChildPath is the path of agency id under a parent's path.
func ChildPath(parent string, id int64) string { return parent + strconv.FormatInt(id, 10) + "/" }

// Relation is how a member's agency stands to another.
type Relation string

const (
	Own   Relation = "own"
	Below Relation = "below" // the other lies below the member's
	Alien Relation = "alien"
)

// RelationTo tells how m's agency stands to the agency with a path.
func (m Member) RelationTo(path string) Relation {
	switch {
	case m.AgencyPath == "" || path == "":
		return Alien
	case path == m.AgencyPath:
		return Own
	case strings.HasPrefix(path, m.AgencyPath):
		return Below
	}
	return Alien
}

// Names lists people with their agencies: 何建国（柳河镇人民政府）、林远航（云溪县人民政府）.
func Names(members []Member) string {
	var names []string
	for _, m := range members {
		names = append(names, m.Name+"（"+m.AgencyName+"）")
	}
	return strings.Join(names, "、")
}
