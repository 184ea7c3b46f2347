package store

import (
	"context"
	"strings"

	"nianbao/report"
	"nianbao/report/review/likeness"
)

// KeysOfSection is how many keys a section has in the index of what is alike.
const KeysOfSection = likeness.Bands

// DoneStates are those of reports that are shown to everybody.
var DoneStates = doneStates

// Exec runs SQL past all rules, for tests.
func (s *Store) Exec(ctx context.Context, query string, values ...any) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("test", query, values...)
		return err
	})
}

// Write runs a function in a write transaction.
func (s *Store) Write(ctx context.Context, do func(exec func(query string, values ...any) error) error) error {
	return s.write(ctx, func(t *tx) error {
		return do(func(query string, values ...any) error {
			_, err := t.exec("test", query, values...)
			return err
		})
	})
}

// Text reads one value as text.
func (s *Store) Text(ctx context.Context, query string, values ...any) (string, error) {
	var out string
	_, err := s.readOne(ctx).one("test", query, values, &out)
	return out, err
}

// Queued is how many writes wait for the writer.
func (s *Store) Queued() int {
	s.commits.mu.Lock()
	defer s.commits.mu.Unlock()
	return len(s.commits.queue)
}

// IsPostgres tells which database it is.
func (s *Store) IsPostgres() bool { return s.dialect == postgres }

// Plan is how SQLite answers a statement.
func (s *Store) Plan(ctx context.Context, query string, values ...any) (string, error) {
	var lines []string
	err := s.readOne(ctx).each("explain", "EXPLAIN QUERY PLAN "+query, values, func(row scanner) error {
		var id, parent, unused int
		var detail string
		err := row.Scan(&id, &parent, &unused, &detail)
		lines = append(lines, detail)
		return err
	})
	return strings.Join(lines, "\n"), err
}

// Statements are the SQL texts that were prepared so far, for reading and for writing.
func (s *Store) Statements() []string {
	var out []string
	s.prepared.Range(func(query, _ any) bool {
		out = append(out, query.(string))
		return true
	})
	for query := range s.commits.stmts {
		out = append(out, query)
	}
	return out
}

// Cached is how many reports have evaluated sheets in memory.
func (s *Store) Cached() int { return s.sheets.order.Len() }

// TallyOf counts as a save does.
func TallyOf(s *report.Sheet) report.Tally { return tally(s) }
