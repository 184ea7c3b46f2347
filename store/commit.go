package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
)

// batchMost bounds how many writes share one commit.
const batchMost = 128

// committer writes to SQLite for everybody. A durable commit costs far more than the statements of a save, so the writes that
// wait are done in one transaction, each in a savepoint of its own, and all are acknowledged after the one commit. Nobody waits
// for company: a batch is what has queued up while the last one was committed.
type committer struct {
	conn  *sql.Conn
	cache *sheetCache
	stmts map[string]*sql.Stmt // of whoever is committing

	mu     sync.Mutex
	queue  []*job
	busy   bool // somebody is committing, and will look at the queue again
	closed bool
	idle   sync.WaitGroup
}

// job is one write that waits, then its outcome.
type job struct {
	ctx  context.Context
	do   func(ctx context.Context, run runner) (*tx, error)
	tx   *tx
	err  error
	done chan struct{}
}

func newCommitter(conn *sql.Conn, cache *sheetCache) *committer {
	return &committer{conn: conn, cache: cache, stmts: map[string]*sql.Stmt{}}
}

// submit queues a write and waits for its commit. A context that ends before the write starts cancels it; once it has started
// it is carried through. Who finds nobody at work commits himself: waking another goroutine would cost a lone writer a good part
// of a commit.
func (c *committer) submit(ctx context.Context, do func(ctx context.Context, run runner) (*tx, error)) error {
	j := &job{ctx: ctx, do: do, done: make(chan struct{})}
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return errClosed
	}
	c.queue = append(c.queue, j)
	first := !c.busy
	if first {
		c.busy = true
		c.idle.Add(1)
	}
	c.mu.Unlock()
	if first {
		c.commit(c.next())
		if c.rest() {
			go c.loop()
		}
	}
	<-j.done
	return j.err
}

// loop commits until the queue is empty, so that no writer has to work for the others after his own.
func (c *committer) loop() {
	for more := true; more; more = c.rest() {
		c.commit(c.next())
	}
}

// rest ends the work when nobody waits any more; true when somebody does.
func (c *committer) rest() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.queue) > 0 {
		return true
	}
	c.busy = false
	c.idle.Done()
	return false
}

// spare reads on the connection that writes while nobody wants to write; false when somebody does. Every commit of this
// connection costs the readers their page caches, but not its own.
func (c *committer) spare(read func(run runner) error) (bool, error) {
	c.mu.Lock()
	if c.busy || c.closed {
		c.mu.Unlock()
		return false, nil
	}
	c.busy = true
	c.idle.Add(1)
	c.mu.Unlock()
	defer func() {
		if c.rest() {
			go c.loop()
		}
	}()
	return true, read(c)
}

func (c *committer) close() error {
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return nil
	}
	c.closed = true
	c.mu.Unlock()
	c.idle.Wait()
	for _, stmt := range c.stmts {
		stmt.Close()
	}
	return c.conn.Close()
}

func (c *committer) next() []*job {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := min(len(c.queue), batchMost)
	batch := c.queue[:n:n]
	c.queue = c.queue[n:]
	return batch
}

// commit does a batch and acknowledges all of it.
func (c *committer) commit(batch []*job) {
	if err := c.transaction(batch); err != nil {
		for _, j := range batch {
			if j.err == nil {
				j.err = err
			}
			if j.tx != nil {
				c.cache.drop(j.tx.sheets)
			}
		}
	}
	for _, j := range batch {
		close(j.done)
	}
}

func (c *committer) transaction(batch []*job) error {
	if err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for _, j := range batch {
		if j.err = j.ctx.Err(); j.err != nil {
			continue
		}
		if len(batch) == 1 {
			// A write by itself needs no savepoint: what undoes it undoes the transaction.
			if j.tx, j.err = c.attempt(j); j.err != nil {
				return c.exec("ROLLBACK")
			}
			c.cache.put(j.tx.sheets)
			continue
		}
		if err := c.run(j); err != nil {
			return errors.Join(err, c.exec("ROLLBACK"))
		}
	}
	if err := c.exec("COMMIT"); err != nil {
		// After some failures SQLite has rolled back already, and says so; the first error is the one to tell.
		_ = c.exec("ROLLBACK")
		return err
	}
	return nil
}

// run does one job in a savepoint. Its own failure is the job's; an error returned means that the transaction is unusable.
func (c *committer) run(j *job) error {
	if err := c.exec("SAVEPOINT job"); err != nil {
		return err
	}
	j.tx, j.err = c.attempt(j)
	if j.err != nil {
		if err := c.exec("ROLLBACK TO job"); err != nil {
			return err
		}
	}
	if err := c.exec("RELEASE job"); err != nil {
		return err
	}
	if j.err == nil {
		// The next job of the batch already builds on these; a failed commit drops them again.
		c.cache.put(j.tx.sheets)
	}
	return nil
}

// attempt keeps a panic to the job that caused it.
func (c *committer) attempt(j *job) (t *tx, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a write: %v\n%s", p, debug.Stack())
		}
	}()
	return j.do(context.WithoutCancel(j.ctx), c)
}

func (c *committer) exec(query string) error {
	if _, err := c.ExecContext(context.Background(), query); err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	return nil
}

// ExecContext and QueryContext make the committer a runner with prepared statements on its one connection.
func (c *committer) ExecContext(ctx context.Context, query string, values ...any) (sql.Result, error) {
	stmt, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(ctx, values...)
}

func (c *committer) QueryContext(ctx context.Context, query string, values ...any) (*sql.Rows, error) {
	stmt, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, values...)
}

func (c *committer) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := c.stmts[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := c.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.stmts[query] = stmt
	return stmt, nil
}
