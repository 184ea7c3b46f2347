package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/review/likeness"
)

// comparedMeanings are those of the sections that are held against other reports'.
var comparedMeanings = []string{"overview", "problems"}

const (
	// alikeMost is how many sections of other reports are looked at for each.
	alikeMost = 5
	// alikePerKey is how many reports are considered that have a key in common with one.
	alikePerKey = 50
)

// compared is a section of a report as it is held against others.
type compared struct {
	key  string
	keys []int64
}

// AlikeKeys are the keys of a section in the index: none for a short one, and others for every year and section.
func AlikeKeys(year int, section, text string, names likeness.Names) []int64 {
	scope := fnv.New64a()
	scope.Write([]byte(strconv.Itoa(year) + " " + section))
	keys := likeness.Mask(text, names).Keys()
	for i := range keys {
		keys[i] ^= int64(scope.Sum64())
	}
	return keys
}

// compared are the sections of a report that are compared and long enough.
func (c *content) compared(f *filing) []compared {
	names := likeness.NewNames(append([]string{c.identity.Name, c.identity.ShortName}, c.identity.FormerNames...)...)
	var out []compared
	for _, o := range c.outline {
		if !isCompared(f.edition, o) {
			continue
		}
		if keys := AlikeKeys(f.Year, o.Key, c.texts[o.Key], names); keys != nil {
			out = append(out, compared{o.Key, keys})
		}
	}
	return out
}

func isCompared(e *report.Edition, o report.OutlineEntry) bool {
	part := e.Part(o.Key)
	return part != nil && !o.Dropped && slices.Contains(comparedMeanings, part.Means)
}

// index brings the keys of a report's sections up to date, where something changed that they rest on.
func (t *tx) index(f *filing, c *content) error {
	sum := c.indexSum(f)
	if f.indexed == sum {
		return nil
	}
	old, now := map[int64]bool{}, map[int64]bool{}
	if err := t.each("read keys", `SELECT key FROM alike WHERE report_id = $1`, args{f.ID}, func(row scanner) error {
		var key int64
		err := row.Scan(&key)
		old[key] = true
		return err
	}); err != nil {
		return err
	}
	for _, section := range c.compared(f) {
		for _, key := range section.keys {
			if now[key] = true; old[key] {
				continue
			}
			if _, err := t.exec("add key", `INSERT INTO alike (key, report_id) VALUES ($1, $2) ON CONFLICT (key, report_id) DO NOTHING`, key, f.ID); err != nil {
				return err
			}
		}
	}
	for key := range old {
		if !now[key] {
			if _, err := t.exec("take key out", `DELETE FROM alike WHERE key = $1 AND report_id = $2`, key, f.ID); err != nil {
				return err
			}
		}
	}
	f.indexed = sum
	_, err := t.exec("note what is indexed", `UPDATE reports SET indexed = $1 WHERE id = $2`, sum, f.ID)
	return err
}

// indexSum sums up what the keys rest on: texts, year and names. It is never 0.
func (c *content) indexSum(f *filing) int64 {
	h := fnv.New64a()
	add := func(s string) {
		h.Write(binary.AppendUvarint(nil, uint64(len(s))))
		h.Write([]byte(s))
	}
	add(strconv.Itoa(f.Year))
	add(c.identity.Name)
	add(c.identity.ShortName)
	add(strings.Join(c.identity.FormerNames, "\n"))
	for _, o := range c.outline {
		if isCompared(f.edition, o) {
			add(o.Key)
			add(c.texts[o.Key])
		}
	}
	return int64(h.Sum64() | 1)
}

// alike are the sections of other agencies' reports of the year that may say the same: of those that are published, or lie at or
// below the member's agency.
func (q queries) alike(who agency.Member, f *filing, c *content) ([]report.Likeness, error) {
	low, high := scope(who)
	var out []report.Likeness
	for _, section := range c.compared(f) {
		var near []int64
		if err := q.each("find sections alike", alikeQuery, alikeArgs(section.keys, f.ID, low, high), func(row scanner) error {
			var id int64
			var shared int
			err := row.Scan(&id, &shared)
			near = append(near, id)
			return err
		}); err != nil {
			return nil, err
		}
		for _, id := range near {
			other := report.Likeness{Section: section.key, Year: f.Year}
			found, err := q.one("read a section alike", `SELECT t.body, a.name FROM texts t JOIN reports r ON r.id = t.report_id JOIN agencies a ON a.id = r.agency_id
				WHERE t.report_id = $1 AND t.place = $2`, args{id, section.key}, &other.Text, &other.Agency)
			if err != nil {
				return nil, err
			}
			if found {
				out = append(out, other)
			}
		}
	}
	return out, nil
}

// alikeQuery has a parameter a key, then the report itself and the range of agency paths. Keys that many reports have, since they copied
// the same model, do not make it slow.
var alikeQuery = func() string {
	next := 0
	parameter := func() string {
		next++
		return "$" + strconv.Itoa(next)
	}
	var keys []string
	for range likeness.Bands {
		keys = append(keys, fmt.Sprintf(`SELECT * FROM (SELECT report_id FROM alike WHERE key = %s LIMIT %d) AS one`, parameter(), alikePerKey))
	}
	var done []string
	for _, s := range doneStates {
		done = append(done, "'"+string(s)+"'")
	}
	return `SELECT near.report_id, near.shared FROM (SELECT report_id, COUNT(*) AS shared FROM (` + strings.Join(keys, " UNION ALL ") + `) AS having_keys GROUP BY report_id) AS near
		JOIN reports r ON r.id = near.report_id JOIN agencies a ON a.id = r.agency_id
		WHERE r.id <> ` + parameter() + ` AND (r.state IN (` + strings.Join(done, ", ") + `) OR a.path >= ` + parameter() + ` AND a.path < ` + parameter() + `)
		ORDER BY near.shared DESC, near.report_id LIMIT ` + strconv.Itoa(alikeMost)
}()

// doneStates are those of reports that everybody may see: State.Done.
var doneStates = []report.State{report.Published, report.Imported, report.Historical}

func alikeArgs(keys []int64, id int64, low, high string) args {
	values := make(args, 0, len(keys)+3)
	for _, k := range keys {
		values = append(values, k)
	}
	return append(values, id, low, high)
}
