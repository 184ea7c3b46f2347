package html

// skip is an element that is passed over with all that is in it. Its end is where the element ends in a browser, as far as that can
// be said without a tree: an unclosed hidden span must not take the rest of the page along.
type skip struct {
	name  string
	class class
	// within counts the elements of the same name that are open in it, tables and blocks the tables and other blocks.
	within, tables, blocks int
}

// skipsStart reports whether a start tag is passed over; where it ends the skipped element, it is not.
func (r *reader) skipsStart() bool {
	s := &r.skip
	rank := tableRank(r.name)
	switch {
	case rank > 0 && s.tables == 0 && s.name != "table" && len(r.tables) > 0 && rank >= tableRank(s.name), // the next cell or row
		s.name == "p" && r.class == block,
		s.name == "li" && r.name == "li" && s.blocks == 0,
		(s.name == "rt" || s.name == "rp") && (r.name == "rt" || r.name == "rp" || r.name == "rb"):
		*s = skip{}
		return false
	case r.closed, r.class == void:
	case r.name == s.name:
		s.within++
	case r.name == "table":
		s.tables++
	case r.class == block && rank == 0:
		s.blocks++
	}
	return true
}

// skipsEnd reports whether an end tag is passed over; where it is that of an element around the skipped one, it is not.
func (r *reader) skipsEnd() bool {
	s := &r.skip
	rank := tableRank(r.name)
	switch {
	case r.name == s.name:
		if s.within == 0 {
			*s = skip{}
		} else {
			s.within--
		}
		return true
	case r.name == "table":
		if s.tables > 0 {
			s.tables--
			return true
		}
		if len(r.tables) == 0 {
			return true
		}
	case rank > 0 && (s.tables > 0 || len(r.tables) == 0 || rank < tableRank(s.name)):
		return true
	case r.class != block && r.name != "ruby", r.name == "ruby" && s.name != "rt" && s.name != "rp":
		return true
	case rank == 0 && s.blocks > 0:
		s.blocks--
		return true
	case r.name == "p" && s.class == block: // an end tag without a beginning
		return true
	}
	*s = skip{}
	return false
}
