package review

var contradictions = family{check: func(*Subject) {}}
