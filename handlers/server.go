// Package handlers answers requests. routes.go lists every address; each page or action has its own file, which declares the
// small interface that it needs and never imports the store.
package handlers

import (
	"encoding/gob"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/views"
)

// Config is what the server needs from outside; New takes it as it stands.
type Config struct {
	Store    Store
	Editions report.Editions
	// Exporter writes the files; FontNames are those that Word files name, "" for the usual ones.
	Exporter  export.Exporter
	FontNames document.Fonts
	Logger    *slog.Logger
	// Now gives the time, in the time zone in which pages write times.
	Now func() time.Time
	// SecureCookies is for servers that people reach by https.
	SecureCookies bool
	// IdleTimeout ends the session of a member who does nothing; 30 minutes when zero.
	IdleTimeout time.Duration
}

// Store is everything that the pages ask of the database; each file sees only its own line of it.
type Store interface {
	sessionRows
	signIns
	passwords
	accounts
	desk
	parkedPosts
	offices
	pinger
	reports
	imports
}

// Server holds what handlers share.
type Server struct {
	log         *slog.Logger
	now         func() time.Time
	editions    report.Editions
	exporter    export.Exporter
	fontNames   document.Fonts
	crossOrigin *http.CrossOriginProtection
	sessions    *sessionStore

	signIns   signIns
	passwords passwords
	accounts  accounts
	desk      desk
	parked    parkedPosts
	offices   offices
	pinger    pinger
	reports   reports
	imports   imports
	// reading has a place for each file that is being read.
	reading chan struct{}
	// batch is held while a batch writes one report, so that many batches take one processor from those who fill in forms.
	batch sync.Mutex
}

// New is the whole web program as one handler.
func New(cfg Config) http.Handler {
	idle := cfg.IdleTimeout
	if idle == 0 {
		idle = 30 * time.Minute
	}
	gob.Register(views.Flash{}) // sessions hold flashes
	s := &Server{
		log: cfg.Logger, now: cfg.Now, editions: cfg.Editions, exporter: cfg.Exporter, fontNames: cfg.FontNames, crossOrigin: http.NewCrossOriginProtection(),
		sessions: &sessionStore{rows: cfg.Store, now: cfg.Now, idle: idle, secure: cfg.SecureCookies},
		signIns:  cfg.Store, passwords: cfg.Store, accounts: cfg.Store, desk: cfg.Store, parked: cfg.Store, offices: cfg.Store, pinger: cfg.Store,
		reports: cfg.Store, imports: cfg.Store, reading: make(chan struct{}, readAtOnce),
	}
	e := echo.New()
	e.HTTPErrorHandler = s.errorHandler
	e.Use(numbered, recovered, guarded, limited, s.recognised, s.csrfChecked, s.membersOnly, s.unparking)
	s.routes(e)
	return e
}
