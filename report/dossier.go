package report

import "slices"

// Dossier is a filing with all that its pages need: what it says, its outline, last year's report, what is open.
type Dossier struct {
	Filing  Filing
	Edition *Edition
	// Report is the content as it stands, totals computed, dropped sections left out.
	Report *Report
	// Outline has the dropped sections too.
	Outline []OutlineEntry
	// Last is last year's report for the rules, LastReport its content; both nil when it is not here.
	Last       *LastYear
	LastReport *Report
	Conflicts  []Conflict
	Answers    []Answer
	// Identity is whose report it is, Alike are sections of reports that the reader may see and that may say the same.
	Identity Identity
	Alike    []Likeness
	// Proofreader gives the verdict.
	Proofreader Proofreader

	proof *Proof
}

// Context is what the rules need to know beside the content.
func (d *Dossier) Context() Context {
	return Context{Mode: d.Filing.State.Mode(), Last: d.Last, Conflicts: d.Conflicts, Identity: d.Identity, LastReport: d.LastReport, Alike: d.Alike}
}

// Findings is the verdict on the content as it stands. It is worked out once, by whoever asks first; not safe for concurrent use.
func (d *Dossier) Findings() []Finding {
	if d.proof == nil {
		proof := d.Proofreader.Proofread(d.Edition, d.Report, d.Context())
		d.proof = &proof
	}
	return slices.Clone(d.proof.Findings)
}

// Entry finds a section or attachment that is not dropped; nil when there is none.
func (d *Dossier) Entry(key string) *OutlineEntry {
	i := slices.IndexFunc(d.Outline, func(o OutlineEntry) bool { return o.Key == key && !o.Dropped })
	if i < 0 {
		return nil
	}
	return &d.Outline[i]
}
