package handlers

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// parkedView makes a parked form readable: cells by their names, without what is blank or technical.
func (s *Server) parkedView(post agency.ParkedPost) (views.ParkedPost, error) {
	fields, err := url.ParseQuery(string(post.Body))
	if err != nil {
		return views.ParkedPost{}, report.Wrap(report.Internal, err, "parked form")
	}
	action := fmt.Sprintf("/reports/%d/%s", post.ReportID, post.Section)
	m := views.ParkedPost{At: post.ParkedAt, Title: s.placeName(post.Section), Action: action}
	for _, name := range s.inOrder(fields) {
		for _, value := range fields[name] {
			m.Hidden = append(m.Hidden, views.TypedField{Name: name, Value: value})
			if !slices.Contains(technical, name) && value != "" {
				m.Shown = append(m.Shown, views.TypedField{Name: s.fieldName(name), Value: value})
			}
		}
	}
	if post.ID != 0 { // kept in the database
		m.Discard = fmt.Sprintf("/reports/%d/parked/%d/discard", post.ReportID, post.ID)
		m.Hidden = append(m.Hidden, views.TypedField{Name: "parked", Value: strconv.FormatInt(post.ID, 10)})
	}
	return m, nil
}

// cell finds a figure by its id in the newest edition that has it; the id means the same in all of them.
func (s *Server) cell(id string) *report.Cell {
	for _, e := range slices.Backward(s.editions) {
		if c := e.Cell(id); c != nil {
			return c
		}
	}
	return nil
}

// inOrder puts fields as people read them: what is no figure first, then the figures as in their table.
func (s *Server) inOrder(fields url.Values) []string {
	position := map[string]int{}
	for _, e := range slices.Backward(s.editions) {
		for _, t := range e.Tables {
			for _, c := range t.Cells {
				if position[c.ID] == 0 {
					position[c.ID] = len(position) + 1
				}
			}
		}
	}
	names := slices.Sorted(maps.Keys(fields))
	slices.SortStableFunc(names, func(a, b string) int { return position[a] - position[b] })
	return names
}

// technical fields are nothing that anybody typed.
var technical = []string{"revision", "action", "key", "sure", "attachment"}

// fieldNames are the fields of reports' forms that are no figures.
var fieldNames = map[string]string{
	"text": "正文", "comment": "意见", "title": "标题", "number": "文号", "preface": "前言", "agency": "落款单位", "date": "落款日期",
	"published_on": "公布日期", "url": "公布网址", "closing": "文末", "label": "附件序号", "heading": "标题", "accepted_number": "备案号", "accepted_on": "备案日期",
}

// fieldName is how people call a field.
func (s *Server) fieldName(name string) string {
	if c := s.cell(name); c != nil {
		return c.Name()
	}
	if strings.HasPrefix(name, "reason.") {
		return "原因说明"
	}
	if word := fieldNames[name]; word != "" {
		return word
	}
	return name
}

// placeName is the heading of the section that a form belongs to, or the word on its button.
func (s *Server) placeName(place string) string {
	key, isSection := strings.CutPrefix(place, "sections/")
	if !isSection {
		if word := report.StepNames[report.Step(place)]; word != "" {
			return word
		}
		return "表单"
	}
	for _, e := range slices.Backward(s.editions) {
		if part := e.Part(key); part != nil {
			return part.Heading
		}
	}
	if word := placeNames[key]; word != "" {
		return word
	}
	return key
}

// placeNames are the pages of a report that are no sections.
var placeNames = map[string]string{"title": "标题", "preface": "前言", "signature": "落款", "closing": "文末"}
