package views

import (
	"strconv"

	"nianbao/report"
)

// OutlinePage is where sections and attachments are added, renamed, moved, dropped and restored.
type OutlinePage struct {
	Page     Page
	Filing   report.Filing
	Nav      ReportNav
	Entries  []report.OutlineEntry
	Editions []*report.Edition
	Edition  *report.Edition
	Locked   string
	Rejected []FieldError
	// Deletable says that the report was never submitted and may be deleted.
	Deletable bool
}

func (p OutlinePage) sections(attachments, dropped bool) []report.OutlineEntry {
	var out []report.OutlineEntry
	for _, e := range p.Entries {
		if e.Attachment == attachments && e.Dropped == dropped {
			out = append(out, e)
		}
	}
	return out
}

func (p OutlinePage) dropped() []report.OutlineEntry {
	return append(p.sections(false, true), p.sections(true, true)...)
}

func (p OutlinePage) revision() string { return strconv.FormatInt(p.Filing.Revision, 10) }

// standard says that a section is one of the edition's own.
func (p OutlinePage) standard(key string) bool { return p.Edition != nil && p.Edition.Part(key) != nil }
