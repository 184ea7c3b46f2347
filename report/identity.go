package report

// Identity is who an agency is, as its report may speak of itself and of those around it. The agency tree gives it; for a document
// that was only read it is what the document itself says.
type Identity struct {
	// Name is the official name, ShortName how people call it; "" when unknown.
	Name, ShortName string
	// FormerNames are those that it had before (曾用名).
	FormerNames []string
	// Kind is government, department, township or subdistrict (agency.Kind), "" when unknown.
	Kind string
	// Superiors are the names of the agencies above, the nearest first; Subordinates of those directly below; Neighbours of the
	// others under the same superior.
	Superiors, Subordinates, Neighbours []string
}
