package specimen

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// writeTable puts an official table on the page, as this agency prints it.
func (m *maker) writeTable(key string) {
	official := m.edition.Table(key)
	chosen := map[string]bool{}
	for _, row := range official.OptionalRows() {
		chosen[row] = m.shape("table.optional_row", 0.3)
	}
	on := func(row string) bool { return chosen[row] }
	t := newTable(official, on, m.figures(official, on))
	m.forgetUnprinted(t)
	if m.format != "xlsx" && m.shape("table.gone", 0.02) {
		for _, c := range official.Cells { // the page shows it as a picture
			m.lost[c.ID] = true
		}
		if key == "statistics" {
			m.lost["edition"] = true // its table is what tells it
		}
		return
	}
	m.labels(t)
	switch key {
	case "disclosure":
		m.varyDisclosure(t)
	case "requests":
		m.varyRequests(t)
	case "appeals":
		m.varyAppeals(t)
	case "statistics":
		m.varyStatistics(t)
	}
	if m.shape("table.empty_column", 0.08) {
		t.addColumn("")
	}
	if m.shape("table.remarks_column", 0.03) {
		t.addColumn("备注")
	}
	t.each(func(c *cell) {
		if c.id == "" {
			c.text = m.say(c.text)
		}
	})
	m.breakPage(t)
	if m.shape("table.title_row", 0.06) && key != "statistics" {
		caption := &cell{text: m.say(official.Name), role: report.RoleTitle}
		row := make([]*cell, t.width())
		for x := range row {
			row[x] = caption
		}
		t.insertRow(-1, row)
		t.heads++
		for i := range t.parts {
			t.parts[i]++
		}
	}
	m.loseCells(t)
	m.addTable(t)
}

// forgetUnprinted takes figures from the truth whose row is on while the row that it belongs to is off.
func (m *maker) forgetUnprinted(t *table) {
	printed := map[string]bool{}
	t.each(func(c *cell) { printed[c.id] = true })
	for id := range m.want.Figures {
		if strings.HasPrefix(id, t.key+".") && !printed[id] {
			delete(m.want.Figures, id)
		}
	}
}

// breakPage cuts long tables in two, as pages do; with rows that are taken for heads above the rest.
func (m *maker) breakPage(t *table) {
	if len(t.rows) < 12 || m.format != "docx" && m.format != "html" || !m.shape("table.split", 0.15) {
		return
	}
	at := m.between(t.heads+3, len(t.rows)-3)
	for at < len(t.rows)-1 && (t.rows[at][0].role == report.RoleTitle || t.rows[at][0].role == report.RoleCorner) {
		at++
	}
	t.parts = []int{at}
	t.repeat = t.heads > 0 && m.shape("table.split_repeats_head", 0.5)
}

// labels writes the labels as this agency has them, some of them cut or altered.
func (m *maker) labels(t *table) {
	alternatives := map[string][]string{
		"本年新制作数量": {"本年新 制作数量", "本年新\n制作数量", "本年新"}, "本年新公开数量": {"本年新 公开数量", "本年新\n公开数量", "本年新"}, "对外公开总数量": {"对外公开 总数量", "对外公开\n总数量"},
		"现行有效件数": {"现行有效件", "现行有\n效件数"}, "规范性文件": {"行政规范性文件"}, "行政规范性文件": {"规范性文件"}, "规章": {"规 章", "规\u3000章"},
		"行政事业性收费": {"行政事业型收费"}, "本年增/减": {"本年增\\减", "增减", "本年增／减", "本年增减"},
		"本年收费金额（单位：万元）": {"本年收费金额（万元）", "本年收费金额", "本年收费金额\n（单位：万元）"}, "采购总金额": {"采购总金额（万元）"}, "信息内容": {"信息\n内容", "内容"},
		"商业企业": {"商业\n企业", "商业 企业"}, "科研机构": {"科研\n机构", "科研 机构"}, "社会公益组织": {"社会公\n益组织"}, "法律服务机构": {"法律服\n务机构"},
		"（二）部分公开（区分处理的，只计这一情形，不计其他情形）":          {"（二）部分公开", "（二）部分公开\n（区分处理的，只计这一情形，不计其他情形）"},
		"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）":    {"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", "（本列数据的钩稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "（本列）数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"},
		"1．申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请":     {"1．申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请", "1．申请人无正当理由逾期不补正"},
		"2．申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": {"2．申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请", "2．申请人逾期未按收费通知要求缴纳费用"},
		"统计指标": {"指标", "项目"}, "统计数": {"数量", "数值"},
		"结果维持": {"结果\n维持"}, "结果纠正": {"结果\n纠正"}, "其他结果": {"其他\n结果"}, "尚未审结": {"尚未\n审结"},
	}
	chosen := map[string]string{}
	alter := m.shape("labels.altered", 0.6)
	shorten := t.key == "statistics" && m.shape("labels.notes_gone", 0.2)
	number := 0
	t.each(func(c *cell) {
		if c.id != "" {
			return
		}
		if _, seen := chosen[c.text]; !seen {
			chosen[c.text] = c.text
			if others := alternatives[c.text]; len(others) > 0 && alter && m.chance(0.3) {
				chosen[c.text] = pick(m, others)
			}
		}
		c.text = chosen[c.text]
		if rest, ok := strings.CutPrefix(c.text, "第二十条第（"); ok && c.role == report.RoleTitle {
			item, _, _ := strings.Cut(rest, "）")
			number = slices.Index([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, item)
			c.text = strings.NewReplacer("#", item, "@", strconv.Itoa(number)).Replace(m.words.blockTitle)
		}
		if c.role == report.RoleLabel || c.role == report.RoleGroup {
			c.text = strings.Replace(c.text, "．", m.words.dot, 1)
		}
		if m.words.quote != "“”" {
			quotes := []rune(m.words.quote + "  ")
			c.text = strings.NewReplacer("“", strings.TrimSpace(string(quotes[0])), "”", strings.TrimSpace(string(quotes[1]))).Replace(c.text)
		}
		if shorten {
			c.text = strings.NewReplacer("（不包括政府网站工作人员数）", "", "（不包括用于政府网站建设维护费用）", "").Replace(c.text)
		}
	})
}

func (m *maker) varyDisclosure(t *table) {
	if services := t.row("services"); services >= 0 && m.shape("rows.extra", 0.15) {
		for _, name := range some(m, []string{"行政检查", "行政确认", "行政奖励"}, m.between(1, 2)) {
			row := []*cell{{text: name, role: report.RoleLabel}}
			for range t.width() - 1 {
				row = append(row, &cell{text: strconv.Itoa(m.small(0.4, 30)), role: report.RoleEmpty})
			}
			t.insertRow(services, row)
		}
	}
	// Where one figure spans the columns, many tables have it in the first of them.
	if m.shape("disclosure.not_spanned", 0.4) {
		for y := range t.rows {
			for x := t.width() - 1; x > 1; x-- {
				if c := t.rows[y][x]; c == t.rows[y][x-1] && c.role != report.RoleTitle {
					t.rows[y][x] = &cell{role: report.RoleEmpty}
				}
			}
		}
	}
	if m.shape("rows.dropped", 0.04) {
		m.dropRow(t, pick(m, []string{"regulations", "fees", "coercion"}))
	}
}

// dropRow takes a row of figures out of the page and the truth.
func (m *maker) dropRow(t *table, key string) {
	y := t.row(key)
	if y < 0 {
		return
	}
	for _, c := range t.rows[y] {
		if c.id != "" {
			m.lost[c.id] = true
		}
	}
	t.removeRow(y)
}

func (m *maker) varyRequests(t *table) {
	if m.shape("requests.groups_unmerged", 0.2) {
		again := m.shape("requests.groups_repeated", 0.5)
		var groups []*cell
		t.each(func(c *cell) {
			if c.role == report.RoleGroup {
				groups = append(groups, c)
			}
		})
		for _, g := range groups {
			t.unmerge(g, again)
		}
	}
	last := t.width() - 1
	switch p := m.Float64(); {
	case p < 0.15: // 总计 beside 申请人情况
		m.mark("requests.total_above")
		t.rows[0][last] = t.rows[1][last]
	case p < 0.30: // 总计 in the last row of the head
		m.mark("requests.total_below")
		t.rows[1][last] = &cell{role: report.RoleEmpty}
	}
	if m.shape("requests.split_heads", 0.06) {
		m.splitHeads(t)
	}
	if m.shape("requests.corner_gone", 0.06) {
		t.rows[0][0].text = ""
	}
	if m.shape("requests.split_total", 0.06) {
		for y := range t.rows {
			c := t.rows[y][last]
			if c.id != "" {
				t.rows[y] = append(t.rows[y], &cell{role: report.RoleEmpty}, &cell{role: report.RoleEmpty})
			} else {
				t.rows[y] = append(t.rows[y], c, c)
			}
		}
	}
	if m.shape("rows.dropped", 0.04) {
		m.dropRow(t, pick(m, []string{"refused_inquiry", "unavailable_unclear", "unprocessed_reissue", "refused_security_stability"}))
	}
	if m.format != "text" && m.shape("requests.column_dropped", 0.03) { // a crawl loses values, not columns
		m.dropColumn(t, m.between(t.width()-6, t.width()-2))
	}
}

// dropColumn takes a column out of the page and the truth.
func (m *maker) dropColumn(t *table, x int) {
	for y := range t.rows {
		if id := t.rows[y][x].id; id != "" {
			m.lost[id] = true
		}
		t.rows[y] = slices.Delete(t.rows[y], x, x+1)
	}
}

// splitHeads writes 商业 above 企业 in two rows of the head.
func (m *maker) splitHeads(t *table) {
	row := slices.Clone(t.rows[2])
	for x, c := range row {
		if text := []rune(strings.Join(strings.Fields(c.text), "")); c.role == report.RoleHead && t.rows[1][x] != c && len(text) >= 4 {
			above, below := &cell{text: string(text[:len(text)/2]), role: c.role}, &cell{text: string(text[len(text)/2:]), role: c.role}
			t.rows[2][x], row[x] = above, below
		}
	}
	t.insertRow(2, row)
	t.heads++
}

func (m *maker) varyAppeals(t *table) {
	switch p := m.Float64(); {
	case p < 0.10: // 行政复议 above, 行政诉讼 below: 5 + 10
		m.mark("appeals.two_rows")
		m.stackAppeals(t)
	case p < 0.20:
		m.mark("appeals.heads_in_last_row")
		for x := range 5 {
			t.rows[2][x] = t.rows[1][x]
			t.rows[1][x] = t.rows[0][x]
		}
	}
}

// stackAppeals puts the five columns of 行政复议 over the ten of 行政诉讼.
func (m *maker) stackAppeals(t *table) {
	upper := make([][]*cell, 0, 3)
	for _, y := range []int{0, 1, 3} {
		var row []*cell
		for x := range 5 {
			row = append(row, t.rows[y][x], t.rows[y][x])
		}
		upper = append(upper, row)
	}
	var lower [][]*cell
	for _, row := range t.rows {
		lower = append(lower, row[5:15])
	}
	t.rows, t.heads = append(upper, lower...), 2
}

func (m *maker) varyStatistics(t *table) {
	if m.shape("statistics.other_dash", 0.3) {
		dash := pick(m, []string{"", "——", "—"})
		t.each(func(c *cell) {
			if c.text == "-------" {
				c.text = dash
			}
		})
	}
	if m.shape("statistics.extra_rows", 0.15) {
		at := t.row("via_other")
		for _, label := range some(m, []string{"政务客户端公开政府信息数", "电视广播公开政府信息数", "公开栏公开政府信息数"}, m.between(1, 2)) {
			t.insertRow(at, []*cell{{text: "6" + m.words.dot + label, role: report.RoleLabel}, {text: "条", role: report.RoleUnit},
				{text: strconv.Itoa(m.small(0.3, 500)), role: report.RoleEmpty}})
		}
	}
	if m.shape("rows.dropped", 0.04) {
		m.dropRow(t, pick(m, []string{"budget", "archived_paper", "refused_other", "interviews_head"}))
	}
	if m.shape("statistics.without_unit", 0.05) {
		for y := range t.rows {
			t.rows[y] = slices.Delete(t.rows[y], 1, 2)
		}
	}
	if m.shape("table.title_row", 0.2) {
		caption := &cell{text: "政府信息公开情况统计表", role: report.RoleTitle}
		t.insertRow(-1, slices.Repeat([]*cell{caption}, t.width()))
		t.heads++
	}
}
