// Package pgtest gives tests a PostgreSQL of their own: a cluster in a temporary folder that ends with the test binary.
package pgtest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx

	"nianbao/internal/tooltest"
)

// errMissing says that PostgreSQL is not installed.
var errMissing = errors.New("PostgreSQL's initdb is not here; apt-get install postgresql")

// server is the running cluster. lifeline is its standard input, held open until this process ends.
type server struct {
	folder   string
	lifeline io.Closer
}

// cluster is started for the first test that asks.
var cluster = sync.OnceValues(start)

// DSN makes an empty database for a test and gives its address. Without PostgreSQL the test is skipped, or fails where
// everything must run.
func DSN(t testing.TB) string {
	t.Helper()
	running, err := cluster()
	if errors.Is(err, errMissing) {
		tooltest.Missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	folder := running.folder
	name := "t_" + strings.ToLower(rand.Text())
	if err := run(folder, "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := run(folder, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return address(folder, name)
}

func address(folder, name string) string {
	return "postgres:///" + name + "?" + url.Values{"host": {folder}, "user": {"postgres"}}.Encode()
}

func run(folder, query string) error {
	db, err := sql.Open("pgx", address(folder, "postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), query); err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	return nil
}

// keeper runs the server until its standard input closes, which happens when the test binary ends in whatever way, and then
// removes the folder.
const keeper = `"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$2"`

func start() (*server, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "nianbao-pg-")
	if err != nil {
		return nil, err
	}
	who := &syscall.SysProcAttr{Setpgid: true}
	if os.Geteuid() == 0 {
		// PostgreSQL refuses to run as root.
		if who.Credential, err = postgresUser(folder); err != nil {
			return nil, err
		}
	}
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", filepath.Join(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	initdb.SysProcAttr, initdb.Dir = who, folder
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	keep := exec.Command("sh", "-c", keeper, "keeper", bin, folder)
	keep.SysProcAttr, keep.Dir = who, folder
	lifeline, err := keep.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := keep.Start(); err != nil {
		return nil, err
	}
	for range 200 {
		if err = run(folder, "SELECT 1"); err == nil {
			return &server{folder, lifeline}, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(folder, "log"))
	return nil, fmt.Errorf("PostgreSQL does not answer: %w\n%s", err, log)
}

// binaries is the folder of PostgreSQL's programs: Debian keeps those of the server out of PATH.
func binaries() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", errMissing
	}
	return filepath.Dir(slices.Max(found)), nil
}

func postgresUser(folder string) (*syscall.Credential, error) {
	account, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errMissing, err)
	}
	uid, err := strconv.Atoi(account.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(account.Gid)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, os.Chown(folder, uid, gid)
}
