package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/static"
)

// openRoutes are for everybody; "" is an address that does not exist. machineRoutes have no session at all. Every other route
// is for members only, whether somebody remembered to say so or not.
var (
	openRoutes    = []string{"/login", "/logout", ""}
	machineRoutes = []string{"/static/*", "/healthz", "/readyz", "/report.schema.json"}
)

// routes is every address of the program.
func (s *Server) routes(e *echo.Echo) {
	// Coming and going
	e.GET("/login", s.showLogin)
	e.POST("/login", s.signIn)
	e.POST("/logout", s.signOut)
	e.GET("/password", s.showPassword)
	e.POST("/password", s.changePassword)

	// What waits for me
	e.GET("/", s.showHome)

	// What was sent after a session had run out
	e.GET("/reports/:id/parked", s.showParked)
	e.POST("/reports/:id/parked/:post/discard", s.discardParked)

	// A report: its pages
	e.POST("/reports", s.createReport)
	e.GET("/reports/:id", s.showReport)
	e.GET("/reports/:id/sections/:key", s.showSection)
	e.POST("/reports/:id/sections/:key", s.saveSection)
	e.GET("/reports/:id/sections/:key/next", s.nextSection)
	e.GET("/reports/:id/outline", s.showOutline)
	e.POST("/reports/:id/outline", s.changeOutline)
	e.POST("/reports/:id/edition", s.changeEdition)
	e.POST("/reports/:id/delete", s.deleteReport)
	e.GET("/reports/:id/findings", s.showFindings)
	e.POST("/reports/:id/findings", s.saveReasons)
	e.POST("/reports/:id/last-year", s.disputeLastYear)
	e.GET("/reports/:id/preview", s.showPreview)
	e.GET("/reports/:id/history", s.showHistory)
	e.GET("/reports/:id/compare", s.showComparison)
	e.GET("/reports/:id/review", s.showReview)

	// A report: its steps
	for _, step := range report.Steps {
		e.POST("/reports/:id/"+string(step), s.takeStep(step))
	}

	// A report: its files
	e.GET("/reports/:id/export", s.showExport)
	e.Match([]string{http.MethodGet, http.MethodHead}, "/reports/:id/report.:format", s.exportReport)
	e.GET("/document.css", s.documentCSS)
	e.GET("/exports", s.showBatch)
	e.GET("/exports/reports.zip", s.sendBatch)

	// Reports that exist already, read in
	e.GET("/imports", s.showImports)
	e.POST("/imports", s.sendImports)
	e.GET("/imports/:id", s.showImport)
	e.POST("/imports/:id", s.keepImport)
	e.POST("/imports/:id/discard", s.discardImport)
	e.GET("/reports/:id/import", s.showImportOf)

	// Accounts and agencies, for administrators
	e.GET("/members", s.showMembers)
	e.POST("/members/:id/reset", s.resetPassword)
	e.GET("/agencies", s.showAgencies)
	e.POST("/agencies/:id", s.changeAgency)

	// For machines
	e.GET("/static/*", echo.WrapHandler(static.Handler()))
	e.GET("/healthz", s.alive)
	e.GET("/readyz", s.ready)
	e.GET("/report.schema.json", s.reportSchema)
}
