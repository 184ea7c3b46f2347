package proofset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

var ordinals = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}

// write puts the report together: clean sentences, traps and the planted ones.
func (c *composer) write() error {
	title, err := c.draw("title", "")
	if err != nil {
		return err
	}
	c.report.Title = cmp.Or(title, c.agency.Name+c.slots["year"]+"年政府信息公开工作年度报告")
	c.report.Signature = report.Signature{Agency: c.agency.Name, Date: fmt.Sprintf("%d-01-%02d", c.year+1, 8+c.IntN(18))}
	preface, err := c.paragraphs("preface", "", 1)
	if err != nil {
		return err
	}
	c.report.Preface = strings.Join(preface, "\n")
	for _, o := range report.StandardOutline(c.edition, c.year) {
		means := ""
		if p := c.edition.Part(o.Key); p != nil {
			means = p.Means
		}
		var text []string
		if means == "overview" && c.current() {
			text, err = c.overview()
		} else if !o.Attachment && len(o.Fixtures) == 0 {
			text, err = c.paragraphs(means, "", 3+c.IntN(3))
		}
		if err != nil {
			return err
		}
		blocks := report.PutTogether(text, o.Fixtures)
		if o.Attachment {
			c.report.Attachments = append(c.report.Attachments, report.Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			c.report.Sections = append(c.report.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
	}
	return nil
}

// overview is a paragraph for each aspect, with or without numbered headings.
func (c *composer) overview() ([]string, error) {
	omitted := ""
	for _, i := range c.plants {
		if o := c.pool.Plants[i].Omit; o != "" {
			omitted = o
		}
	}
	var out []string
	numbered, number := omitted != "" || c.IntN(4) > 0, 0
	for _, aspect := range aspects {
		if aspect == omitted {
			continue
		}
		text, err := c.paragraphs("overview", aspect, 3+c.IntN(4))
		if err != nil {
			return nil, err
		}
		body := strings.Join(text, "")
		if numbered {
			body = "（" + ordinals[number] + "）" + aspect + "情况。" + body
			number++
		} else {
			body = aspect + "方面：" + body
		}
		out = append(out, body)
	}
	return out, nil
}

// paragraphs are n clean sentences for a place, with those planted there among them.
func (c *composer) paragraphs(at, aspect string, n int) ([]string, error) {
	var out []string
	for range n {
		s, err := c.draw(at, aspect)
		if err != nil {
			return nil, err
		}
		if s != "" {
			out = append(out, strings.Split(s, "\n")...)
		}
	}
	for _, i := range c.plants {
		p := &c.pool.Plants[i]
		if p.Text == "" || p.At != at || p.Aspect != aspect {
			continue
		}
		filled, err := c.fill(p.Where, p.Text, p.Quote)
		if err != nil {
			return nil, err
		}
		if filled[1] != "" && !strings.Contains(filled[0], filled[1]) {
			return nil, fmt.Errorf("the quote %q does not stand in %q", filled[1], filled[0])
		}
		out = slices.Insert(out, c.IntN(len(out)+1), strings.Split(filled[0], "\n")...)
		c.want(p, c.section(at), filled[1])
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no sentence for %s %s in %s of a %s in %d", at, aspect, c.edition.ID, c.agency.Kind, c.year)
	}
	return out, nil
}

// section is the key of the place of a plant.
func (c *composer) section(at string) string {
	if p := c.part(at); p != nil {
		return p.Key
	}
	if at == "attachment" {
		return "attachment_1"
	}
	return at
}

func (c *composer) want(p *plant, section, quote string, cells ...string) {
	why := p.Text
	if why == "" {
		why = fmt.Sprintf("%+v", *p)
	}
	c.made.Want = append(c.made.Want, Want{Codes: append([]string{p.Code}, p.Also...), Section: section, Quote: quote, Cells: append(cells, p.Leads...), Why: why})
}

// change makes the changes of a plant that are not sentences.
func (c *composer) change(p *plant) error {
	r := c.report
	section := c.section(p.At)
	filled, err := c.fill(p.Where, p.Titled, p.Signed, p.Signs, p.Table, p.Extra, p.Quote)
	if err != nil {
		return err
	}
	titled, signed, signs, table, extra, quote := filled[0], filled[1], filled[2], filled[3], filled[4], filled[5]
	switch {
	case p.Text != "":
		return nil // stands in it already
	case p.Omit != "":
		c.want(p, "overview", "")
	case p.Drop != "":
		part := c.part(p.Drop)
		r.Sections = slices.DeleteFunc(r.Sections, func(s report.Section) bool { return s.Key == part.Key })
		for _, t := range part.Tables {
			for _, cell := range c.edition.Table(t).Cells {
				delete(r.Figures, cell.ID)
			}
		}
		c.renumber()
		c.want(p, part.Key, "")
	case p.Empty != "":
		s := r.Section(c.section(p.Empty))
		s.Blocks = slices.DeleteFunc(s.Blocks, func(b report.Block) bool { return b.Text != "" })
		c.want(p, s.Key, "")
	case p.Extra != "":
		number := ordinals[min(len(r.Sections), len(ordinals)-1)]
		r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: number + "、" + extra, Blocks: []report.Block{{Text: "有关工作按要求推进，未发现问题。"}}})
		c.want(p, "extra_1", "")
	case p.Heading != nil:
		i := slices.IndexFunc(r.Sections, func(s report.Section) bool { return strings.Contains(s.Heading, p.Heading.From) })
		if i < 0 {
			return fmt.Errorf("no heading with %q", p.Heading.From)
		}
		r.Sections[i].Heading = strings.Replace(r.Sections[i].Heading, p.Heading.From, p.Heading.To, 1)
		c.want(p, r.Sections[i].Key, "")
	case p.Replace != nil:
		return c.replace(p, section)
	case p.Cells != nil:
		c.cells(p)
	case p.Last != nil:
		c.lastYear(p)
	case p.Use != "":
		c.want(p, "", "")
	case p.Copy != "":
		c.copied(p, section)
	case table != "":
		r.Attachments[0].Heading = table
		c.want(p, "attachment_1", quote)
	case signed != "":
		r.Signature.Date = signed
		c.want(p, report.PartSignature, "")
	case signs != "":
		r.Signature.Agency = signs
		c.want(p, report.PartSignature, quote)
	case titled != "":
		r.Title = titled
		c.want(p, report.PartTitle, quote)
	default:
		return fmt.Errorf("nothing to plant")
	}
	return nil
}

// halfWidth writes the report as many do, with the punctuation of a keyboard in half width, in all of it.
func (c *composer) halfWidth() {
	narrow := strings.NewReplacer("，", ",", "：", ":", "；", ";", "（", "(", "）", ")").Replace
	r := c.report
	r.Title, r.Preface, r.Signature.Agency = narrow(r.Title), narrow(r.Preface), narrow(r.Signature.Agency)
	for i := range r.Sections {
		r.Sections[i].Heading = narrow(r.Sections[i].Heading)
		for j := range r.Sections[i].Blocks {
			r.Sections[i].Blocks[j].Text = narrow(r.Sections[i].Blocks[j].Text)
		}
	}
	for i := range c.made.Want {
		c.made.Want[i].Quote = narrow(c.made.Want[i].Quote)
	}
}

// renumber numbers the sections anew after one was taken out, as people do.
func (c *composer) renumber() {
	for i := range c.report.Sections {
		if _, name, found := strings.Cut(c.report.Sections[i].Heading, "、"); found {
			c.report.Sections[i].Heading = ordinals[i] + "、" + name
		}
	}
}

// replace changes the first of the words at a place.
func (c *composer) replace(p *plant, section string) error {
	words, err := c.fill(p.Where, p.Replace.From, p.Replace.To, p.Quote)
	if err != nil {
		return err
	}
	change := func(text string) (string, bool) {
		for _, from := range strings.Split(words[0], "|") {
			if strings.Contains(text, from) {
				return strings.Replace(text, from, words[1], 1), true
			}
		}
		return text, false
	}
	done := false
	switch section {
	case report.PartTitle:
		c.report.Title, done = change(c.report.Title)
	case report.PartPreface:
		c.report.Preface, done = change(c.report.Preface)
	default:
		if s := c.report.Section(section); s != nil {
			for i := range s.Blocks {
				if !done && s.Blocks[i].Text != "" {
					s.Blocks[i].Text, done = change(s.Blocks[i].Text)
				}
			}
		}
	}
	if done { // otherwise this report does not have the words, and nothing is planted
		c.want(p, section, words[2])
	}
	return nil
}

// cells sets figures.
func (c *composer) cells(p *plant) {
	if changed := c.set(c.report.Figures, p.Cells); changed != nil {
		c.want(p, c.report.SectionOfTable(strings.SplitN(changed[0], ".", 2)[0]), "", changed...)
	}
}

// set changes figures and tells the cells; a value may be +3 or -1, to what stands there.
func (c *composer) set(figures report.Figures, values map[string]string) []string {
	var changed []string
	for _, t := range c.edition.Tables {
		for _, cell := range t.Cells {
			value, planted := values[cell.ID]
			if !planted {
				continue
			}
			if by, err := strconv.Atoi(value); err == nil && strings.ContainsAny(value[:1], "+-") {
				was, _ := strconv.Atoi(figures[cell.ID])
				value = strconv.Itoa(was + by)
			}
			figures[cell.ID] = value
			changed = append(changed, cell.ID)
		}
	}
	return changed
}
