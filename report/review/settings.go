package review

import "nianbao/report"

// Settings are what an installation changes.
type Settings struct {
	// Rules switch codes off or soften them.
	Rules []Setting
	// OverviewLimit is the longest overview, in characters, beyond which phrase.official says so; 0 for the default of 1,000.
	OverviewLimit int
	// Phrases are the installation's own set phrases: what is written wrong, and right.
	Phrases []Phrase
}

// Setting changes one rule, with a dated reason.
type Setting struct {
	Code string
	// Severity is the gravest that it may still have; "" switches the rule off.
	Severity report.Severity
	// Since is the day (yyyy-mm-dd) of the decision, Reason why.
	Since, Reason string
}

// Phrase is a set phrase.
type Phrase struct {
	Wrong, Right string
}

func (s Settings) soften(findings []report.Finding) []report.Finding { return findings }
