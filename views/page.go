// Package views holds the pages: one templ file and one view model each. A view gets a struct shaped like its page; it asks no
// store, no clock and no configuration.
package views

import (
	"time"

	"github.com/a-h/templ"

	"nianbao/agency"
	"nianbao/report"
)

// Page is what every page has: the header's contents and what the layout needs.
type Page struct {
	// Title is the page's name in the tab.
	Title string
	// Member is who is signed in; the zero Member when nobody is.
	Member agency.Member
	// Crumbs stand behind the brand, from the outside in; the last one is where we are.
	Crumbs []Link
	// State is shown as a pill behind the crumbs where HasState; "" is 未开始.
	State    report.State
	HasState bool
	// Nav are the places at the right; Actions, if any, stand before them: the page's own buttons.
	Nav     []Link
	Actions templ.Component
	// Styles and Scripts are names of files in package static beyond css/base.css: css/form.css, js/form.js. Scripts are modules.
	Styles, Scripts []string
	// DocumentStyle adds the rules of the finished document, for pages that show it.
	DocumentStyle bool
	// Full gives the page the whole width of the window, for pages that lay out their own columns.
	Full bool
	// CSRF goes into every form (component CSRF), and into a meta element for scripts.
	CSRF  string
	Flash []Flash
	// RequestID is the number that people read out to the administrator.
	RequestID string
	// Now is the time of the request, in the time zone in which the page writes times.
	Now time.Time
}

// Link is a word that leads somewhere; without Href it is only a word.
type Link struct {
	Label, Href string
	Current     bool
}

// Flash is a message that is shown once, on the page after an action.
type Flash struct {
	Kind FlashKind
	Text string
}

// FlashKind says how a message looks.
type FlashKind string

const (
	FlashDone    FlashKind = "done"    // it worked
	FlashNote    FlashKind = "note"    // something to know
	FlashWarning FlashKind = "warning" // something to do
)

// Sign is the character that goes with a kind, since colour alone says nothing to some people.
func (k FlashKind) Sign() string {
	switch k {
	case FlashDone:
		return "✓"
	case FlashWarning:
		return "!"
	}
	return "i"
}

// SignedIn reports whether the page knows who looks at it.
func (p Page) SignedIn() bool { return p.Member.ID != 0 }

func (p Page) tabTitle() string {
	if p.Title == "" {
		return "政府信息公开年报"
	}
	return p.Title + " · 年报"
}
