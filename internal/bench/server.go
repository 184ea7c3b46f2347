package main

import (
	"context"
	"time"

	"nianbao/internal/app"
)

// china is the time zone of the pages, as in cmd/nianbao.
var china = time.FixedZone("CST", 8*60*60)

// password is that of all accounts here.
const password = "bench-县里-county"

// serve runs the real server over a SQLite file on a free port; end stops it. prepare fills the database before it answers.
func (b *bench) serve(ctx context.Context, file string, prepare func(a *app.App) error) (a *app.App, end func() error, err error) {
	a = &app.App{Config: app.Config{Addr: "127.0.0.1:0", DSN: "sqlite:" + file, Editions: b.editions, Logger: quiet(), IdleTimeout: time.Hour,
		Now: func() time.Time { return time.Now().In(china) }}}
	if err = a.Open(ctx); err == nil {
		err = prepare(a)
	}
	if err != nil {
		a.Close()
		return nil, nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	stopped := make(chan error, 1)
	go func() { stopped <- a.Run(ctx) }()
	return a, func() error {
		cancel()
		if err := <-stopped; err != nil {
			a.Close()
			return err
		}
		return a.Close()
	}, nil
}
