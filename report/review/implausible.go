package review

var implausible = family{check: func(*Subject) {}}
