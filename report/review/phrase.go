package review

var phrases = family{check: func(*Subject) {}}
