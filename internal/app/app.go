// Package app wires the store and the pages into a running server, as a value: the commands run it, and tests run it on port 0
// over a database of their own.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"nianbao/handlers"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/layout"
	"nianbao/report/review"
	"nianbao/store"
)

// Config is what the server is started with.
type Config struct {
	// Addr is host:port; port 0 takes a free one.
	Addr string
	// DSN is sqlite:PATH or postgres://….
	DSN string
	// SecureCookies is for servers that people reach by https.
	SecureCookies bool
	// IdleTimeout ends the session of a member who does nothing.
	IdleTimeout time.Duration
	Editions    report.Editions
	// Proofreader judges reports; nil for one with the settings that the program comes with.
	Proofreader report.Proofreader
	// Fonts are what PDF and OFD are set in, FontNames what Word files name.
	Fonts     *layout.Fonts
	FontNames document.Fonts
	Logger    *slog.Logger
	Now       func() time.Time
}

// App is the server.
type App struct {
	Config Config
	// Store is open between Open and Close.
	Store *store.Store

	listener net.Listener
	server   *http.Server
}

// Tune sets up the process for serving: with a live heap of some ten megabytes, collecting it a quarter as often costs little
// memory and spares every request.
func Tune() { debug.SetGCPercent(400) }

// Open opens and migrates the database and takes the port; requests wait until Run.
func (a *App) Open(ctx context.Context) error {
	var err error
	if a.Store, err = store.Open(ctx, a.Config.DSN, a.Config.Editions); err != nil {
		return err
	}
	a.Store.Now = a.Config.Now
	if a.Store.Proof = a.Config.Proofreader; a.Store.Proof == nil {
		a.Store.Proof = review.New(review.Settings{})
	}
	if _, _, err := a.Store.Migrate(ctx); err != nil {
		return err
	}
	if a.listener, err = net.Listen("tcp", a.Config.Addr); err != nil {
		return report.Wrap(report.Invalid, err, "地址 "+a.Config.Addr+" 用不了，可能已被别的程序占用，请换一个 --addr。")
	}
	pages := handlers.New(handlers.Config{Store: a.Store, Editions: a.Config.Editions,
		Exporter: export.Exporter{Fonts: a.Config.Fonts}, FontNames: a.Config.FontNames, Logger: a.Config.Logger, Now: a.Config.Now,
		SecureCookies: a.Config.SecureCookies, IdleTimeout: a.Config.IdleTimeout})
	a.server = &http.Server{
		Handler:           pages,
		ErrorLog:          slog.NewLogLogger(a.Config.Logger.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	return nil
}

// URL is where the server listens.
func (a *App) URL() string { return "http://" + a.listener.Addr().String() }

// Run answers requests until the context ends, then lets those under way finish.
func (a *App) Run(ctx context.Context) error {
	go a.catchUp(ctx)
	go a.purge(ctx)
	stopped := make(chan error, 1)
	go func() { stopped <- a.server.Serve(a.listener) }()
	select {
	case err := <-stopped:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	if err := a.server.Shutdown(grace); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}

// catchUp proofreads what was written before this program came, beside the requests: until then lists count what an earlier one found.
func (a *App) catchUp(ctx context.Context) {
	n, err := a.Store.CatchUp(ctx)
	if err != nil && ctx.Err() == nil {
		a.Config.Logger.Error("proofread earlier reports", slog.Any("cause", err))
	}
	if n > 0 {
		a.Config.Logger.Info("proofread earlier reports", slog.Int("reports", n))
	}
}

// sessionsKept is how long an ended session stays, so that what its member was sending can still be kept for them.
const sessionsKept = 24 * time.Hour

// purge forgets old sessions, at the start and every hour.
func (a *App) purge(ctx context.Context) {
	tick := time.NewTicker(time.Hour)
	defer tick.Stop()
	for {
		if err := a.Store.PurgeSessions(ctx, a.Config.Now().Add(-sessionsKept)); err != nil && ctx.Err() == nil {
			a.Config.Logger.Error("purge sessions", slog.Any("cause", err))
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Close frees the port and the database. It may be called whatever Open and Run said.
func (a *App) Close() error {
	var errs []error
	if a.listener != nil {
		if err := a.listener.Close(); !errors.Is(err, net.ErrClosed) {
			errs = append(errs, err)
		}
	}
	if a.Store != nil {
		errs = append(errs, a.Store.Close())
	}
	return errors.Join(errs...)
}
