package handlers

import (
	"strconv"
	"strings"
	"unicode"
)

// stemAgency bounds the agency's part of a file's name: file systems take 255 bytes, 85 Chinese characters.
const stemAgency = 50

// fileStem is the name of a report's files, without the ending.
func fileStem(agency string, year int) string {
	return safeName(agency) + strconv.Itoa(year) + "年政府信息公开工作年度报告"
}

// safeName leaves out what a file's name may not have on Windows.
func safeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	if r := []rune(name); len(r) > stemAgency {
		name = string(r[:stemAgency])
	}
	return strings.TrimSpace(name)
}

// distinctNames gives each name once: a second one gets （2） behind it. Capitals make no difference to Windows.
type distinctNames map[string]bool

func (d distinctNames) add(name string) string {
	out := name
	for n := 2; d[strings.ToLower(out)]; n++ {
		out = name + "（" + strconv.Itoa(n) + "）"
	}
	d[strings.ToLower(out)] = true
	return out
}
