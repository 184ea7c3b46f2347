package review

var sums = family{check: func(*Subject) {}}
