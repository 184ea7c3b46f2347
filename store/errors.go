package store

import (
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"nianbao/report"
)

var (
	errReadOnly = errors.New("this transaction only reads")
	errClosed   = errors.New("the store is closed")
)

// breach is which rule of the database an error broke.
type breach string

const (
	duplicate breach = "duplicate" // unique or primary key
	orphan    breach = "orphan"    // foreign key
	immutable breach = "immutable" // a trigger refused
	busy      breach = "busy"      // try again
)

// violation understands the errors of both drivers by their codes; "" for all others.
func violation(err error) breach {
	if e, ok := errors.AsType[*driver.Error](err); ok {
		switch e.Code() {
		case codes.SQLITE_CONSTRAINT_UNIQUE, codes.SQLITE_CONSTRAINT_PRIMARYKEY:
			return duplicate
		case codes.SQLITE_CONSTRAINT_FOREIGNKEY:
			return orphan
		case codes.SQLITE_CONSTRAINT_TRIGGER:
			return immutable
		case codes.SQLITE_BUSY:
			return busy
		}
	}
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch e.Code {
		case "23505":
			return duplicate
		case "23503":
			return orphan
		case "23000":
			return immutable
		case "40001", "40P01":
			return busy
		}
	}
	return ""
}

// explain gives what a method returns a sentence where its caller had no better one. Errors of ours stay as they are.
func explain(err error) error {
	if _, ours := errors.AsType[*report.Error](err); ours {
		return err
	}
	switch violation(err) {
	case duplicate:
		return report.Wrap(report.Invalid, err, "同样的已经有了。")
	case orphan:
		return report.Wrap(report.NotFound, err, "要用的记录已经不在了，请刷新后再试。")
	}
	return err
}
