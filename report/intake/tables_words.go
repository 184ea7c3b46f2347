package intake

// matches are the labels that say what a text says, but for brackets, numbers and punctuation.
func (r *recogniser) matches(w *tableWord) (whole, core []labelAt) {
	if w.holds != name {
		return nil, nil
	}
	whole = r.exact[w.label.key]
	if w.label.core != "" && w.label.core != w.label.key {
		core = r.exact[w.label.core]
	}
	return whole, core
}

// known reports whether a text is a label of some table.
func (r *recogniser) known(w *tableWord) bool {
	whole, core := r.matches(w)
	return len(whole)+len(core) > 0
}

// sims are how well a text agrees with each label of a form. A text that is a label of the form is not compared with the others.
func (r *recogniser) sims(w *tableWord, f *form) []float32 {
	if w.sims == nil {
		w.sims = make([][]float32, len(r.forms))
	}
	if s := w.sims[f.id]; s != nil {
		return s
	}
	s := make([]float32, len(f.nodes))
	w.sims[f.id] = s
	if w.holds != name {
		return s
	}
	whole, core := r.matches(w)
	found := false
	for _, m := range core {
		if m.form == f {
			s[m.node], found = 0.97, true
		}
	}
	for _, m := range whole {
		if m.form == f {
			s[m.node], found = exactly, true
			if m.core {
				s[m.node] = 0.97
			}
		}
	}
	if !found {
		r.compare(w, f, s)
	}
	return s
}

// compare holds a text against each label of a form.
func (r *recogniser) compare(w *tableWord, f *form, s []float32) {
	if r.patience == 0 {
		return
	}
	r.patience--
	for i := range f.nodes {
		s[i] = max(s[i], float32(similarity(&w.label, &f.nodes[i].label)))
	}
}

// tell finds the label of each form that a text agrees with most, and reports whether it agrees with any.
func (r *recogniser) tell(w *tableWord) bool {
	if w.best == nil {
		w.best, w.bestNode = make([]float32, len(r.forms)), make([]int16, len(r.forms))
		known := r.known(w)
		for _, f := range r.forms {
			if known {
				r.bestMatch(w, f)
				continue
			}
			for i, s := range r.sims(w, f) {
				if s > w.best[f.id] {
					w.best[f.id], w.bestNode[f.id] = s, int16(i)
				}
			}
		}
	}
	for _, s := range w.best {
		if s >= agreeing {
			return true
		}
	}
	return false
}

func (r *recogniser) bestMatch(w *tableWord, f *form) {
	whole, core := r.matches(w)
	for _, m := range core {
		if m.form == f && w.best[f.id] < 0.97 {
			w.best[f.id], w.bestNode[f.id] = 0.97, int16(m.node)
		}
	}
	for _, m := range whole {
		if m.form == f && w.best[f.id] < exactly {
			w.best[f.id], w.bestNode[f.id] = exactly, int16(m.node)
			if m.core {
				w.best[f.id] = 0.97
			}
		}
	}
}
