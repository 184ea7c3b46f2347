package review

var parts = family{check: func(*Subject) {}}
