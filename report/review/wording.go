package review

var wordings = family{check: func(*Subject) {}}
