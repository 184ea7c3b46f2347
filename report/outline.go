package report

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// OutlineEntry is a section or an attachment of a report being written. A dropped one keeps its text and can be restored.
type OutlineEntry struct {
	Key, Heading string
	Attachment   bool
	Dropped      bool
	// Label (附件1) and Title (how the text names it) belong to attachments.
	Label, Title string
	Fixtures     []Fixture
}

// holds reports whether an official table stands in the entry.
func (o OutlineEntry) holds(table string) bool {
	return slices.ContainsFunc(o.Fixtures, func(f Fixture) bool { return f.Table == table })
}

// StandardOutline is an edition's outline for a report of a year.
func StandardOutline(e *Edition, year int) []OutlineEntry {
	var out []OutlineEntry
	for _, p := range e.Outline {
		entry := OutlineEntry{Key: p.Key, Heading: p.Heading, Attachment: p.Attachment, Title: fillIn(p.Title, "", year)}
		if p.Attachment {
			entry.Label = "附件"
		}
		for _, t := range p.Tables {
			entry.Fixtures = append(entry.Fixtures, Fixture{Table: t})
		}
		out = append(out, entry)
	}
	return out
}

// OutlineAction is what can be done to an outline.
type OutlineAction string

const (
	OutlineAdd     OutlineAction = "add"     // a section; with Attachment an attachment
	OutlineRename  OutlineAction = "rename"  // Heading; of an attachment also Label and Title
	OutlineUp      OutlineAction = "up"      // before the section above it
	OutlineDown    OutlineAction = "down"    // behind the section below it
	OutlineDrop    OutlineAction = "drop"    // out of the report; the text stays for restoring
	OutlineRestore OutlineAction = "restore" // back at its place
	OutlineReset   OutlineAction = "reset"   // the edition's own sections, headings and order; added sections stay at the end
	RowOn          OutlineAction = "row_on"  // Key is table.row of an optional row
	RowOff         OutlineAction = "row_off"
	ChartOn        OutlineAction = "chart_on" // Key is a chart's; the store adds Chart
	ChartOff       OutlineAction = "chart_off"
)

// OutlineChange is one change to an outline. Revision is the report's revision that the page showed.
type OutlineChange struct {
	Action       OutlineAction
	Key          string
	Heading      string
	Attachment   bool
	Label, Title string
	Revision     int64
	// Chart is what ChartOn puts behind its table.
	Chart *Chart
}

// headingMax bounds a heading, in characters.
const headingMax = 200

// ChangeOutline does one change and numbers the sections anew where their headings are numbered 一、. It leaves entries as it is.
func ChangeOutline(e *Edition, entries []OutlineEntry, c OutlineChange) ([]OutlineEntry, error) {
	out := slices.Clone(entries)
	heading := strings.Join(strings.Fields(c.Heading), " ")
	c.Label, c.Title = strings.Join(strings.Fields(c.Label), " "), strings.Join(strings.Fields(c.Title), " ")
	for _, s := range []string{heading, c.Label, c.Title} {
		if utf8.RuneCountInString(s) > headingMax {
			return nil, Errorf(Invalid, "标题、序号和名称最多 %d 个字。", headingMax)
		}
	}
	at := slices.IndexFunc(out, func(o OutlineEntry) bool { return o.Key == c.Key })
	if at < 0 && !slices.Contains([]OutlineAction{OutlineAdd, OutlineReset, ChartOn, ChartOff}, c.Action) {
		return nil, Errorf(NotFound, "提纲里没有这一节，可能刚被别人改过。请刷新后再试。")
	}
	switch c.Action {
	case OutlineAdd:
		if heading == "" {
			return nil, Errorf(Invalid, "请先填标题。")
		}
		entry := OutlineEntry{Key: freeKey(out, c.Attachment), Heading: heading, Attachment: c.Attachment, Label: c.Label, Title: c.Title}
		where := len(out)
		if c.Attachment {
			if entry.Title == "" {
				entry.Title = heading
			}
		} else if first := slices.IndexFunc(out, func(o OutlineEntry) bool { return o.Attachment }); first >= 0 {
			where = first
		}
		if !c.Attachment && HeadingName(heading) == heading {
			entry.Heading = HanNumber(1) + "、" + heading // renumbered below
		}
		out = slices.Insert(out, where, entry)
	case OutlineRename:
		if heading == "" && !out[at].Attachment {
			return nil, Errorf(Invalid, "标题不能是空的。")
		}
		out[at].Heading = heading
		if out[at].Attachment {
			out[at].Label, out[at].Title = strings.TrimSpace(c.Label), strings.TrimSpace(c.Title)
		}
	case OutlineUp, OutlineDown:
		to, step := at, 1
		if c.Action == OutlineUp {
			step = -1
		}
		for to += step; to >= 0 && to < len(out) && out[to].Dropped; {
			to += step
		}
		if to < 0 || to >= len(out) || out[to].Attachment != out[at].Attachment {
			return nil, Errorf(Invalid, "已经在最前或最后了。")
		}
		entry := out[at]
		out = slices.Insert(slices.Delete(out, at, at+1), to, entry)
	case OutlineDrop:
		out[at].Dropped = true
	case OutlineRestore:
		out[at].Dropped = false
	case OutlineReset:
		out = reset(e, out)
	case ChartOn, ChartOff:
		return switchChart(e, out, c)
	default:
		return nil, Errorf(Invalid, "不认识的操作，请刷新后再试。")
	}
	renumber(out)
	return out, nil
}

// switchChart puts a chart behind its table, in the place of an older one, or takes it away.
func switchChart(e *Edition, entries []OutlineEntry, c OutlineChange) ([]OutlineEntry, error) {
	form := e.Chart(c.Key)
	if form == nil {
		return nil, Errorf(NotFound, "这种格式没有这幅图。请刷新后再试。")
	}
	for i, o := range entries {
		entries[i].Fixtures = slices.DeleteFunc(slices.Clone(o.Fixtures), func(f Fixture) bool { return f.Chart != nil && f.Chart.Key == c.Key })
		at := slices.IndexFunc(entries[i].Fixtures, func(f Fixture) bool { return f.Table == form.Table })
		if c.Action == ChartOn && at >= 0 {
			entries[i].Fixtures = slices.Insert(entries[i].Fixtures, at+1, Fixture{After: entries[i].Fixtures[at].After, Chart: c.Chart})
		}
	}
	return entries, nil
}

func freeKey(entries []OutlineEntry, attachment bool) string {
	for n := 1; ; n++ {
		key := "extra_" + itoa(n)
		if attachment {
			key = AttachmentKey(n)
		}
		if !slices.ContainsFunc(entries, func(o OutlineEntry) bool { return o.Key == key }) {
			return key
		}
	}
}

func reset(e *Edition, entries []OutlineEntry) []OutlineEntry {
	var out, extras []OutlineEntry
	for _, std := range StandardOutline(e, 0) {
		// A report that was read may have a table elsewhere, where it stays.
		std.Fixtures = slices.DeleteFunc(std.Fixtures, func(f Fixture) bool {
			return slices.ContainsFunc(entries, func(o OutlineEntry) bool { return o.holds(f.Table) })
		})
		if i := slices.IndexFunc(entries, func(o OutlineEntry) bool { return o.Key == std.Key }); i >= 0 {
			kept := entries[i]
			kept.Heading, kept.Dropped = std.Heading, false
			out = append(out, kept)
		} else {
			out = append(out, std)
		}
	}
	for _, o := range entries {
		if e.Part(o.Key) == nil {
			extras = append(extras, o)
		}
	}
	out = append(out, extras...)
	slices.SortStableFunc(out, func(a, b OutlineEntry) int { return boolRank(a.Attachment) - boolRank(b.Attachment) })
	return out
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

var hanHeading = regexp.MustCompile(`^[一二三四五六七八九十]+、`)

// renumber makes 一、 二、 三、 follow each other in the headings that are numbered so.
func renumber(entries []OutlineEntry) {
	n := 0
	for i, o := range entries {
		if o.Attachment || o.Dropped || !hanHeading.MatchString(o.Heading) {
			continue
		}
		n++
		entries[i].Heading = HanNumber(n) + "、" + hanHeading.ReplaceAllString(o.Heading, "")
	}
}

// Reoutline is the outline for another edition: its own sections, and what was written under keys that it does not have as
// added sections. Renamed maps those old keys to the new ones.
func Reoutline(to *Edition, year int, entries []OutlineEntry, written func(key string) bool) (out []OutlineEntry, renamed map[string]string) {
	out = StandardOutline(to, year)
	renamed = map[string]string{}
	for _, o := range entries {
		part := to.Part(o.Key)
		if part != nil && part.Attachment == o.Attachment {
			keepFixtures(out, o, o.Key)
			continue
		}
		if !written(o.Key) && !o.hasGrid() {
			continue
		}
		// What an earlier change of edition made an added section goes back to where it belongs.
		if i := slices.IndexFunc(to.Outline, func(p Part) bool {
			return !p.Attachment && !o.Attachment && HeadingName(p.Heading) == HeadingName(o.Heading) && !written(p.Key)
		}); i >= 0 && !slices.Contains(slices.Collect(maps.Values(renamed)), to.Outline[i].Key) {
			renamed[o.Key] = to.Outline[i].Key
			keepFixtures(out, o, to.Outline[i].Key)
			continue
		}
		o.Fixtures = slices.DeleteFunc(slices.Clone(o.Fixtures), func(f Fixture) bool { return f.Grid == nil })
		key := freeKey(append(slices.Clone(entries), out...), o.Attachment)
		renamed[o.Key], o.Key = key, key
		where := len(out)
		if first := slices.IndexFunc(out, func(o OutlineEntry) bool { return o.Attachment }); first >= 0 && !o.Attachment {
			where = first
		}
		out = slices.Insert(out, where, o)
	}
	renumber(out)
	return out, renamed
}

// keepFixtures takes over what stood among the paragraphs of an entry that goes on under a key: other tables than the official
// ones, and the places of those that the new entry has as well.
func keepFixtures(out []OutlineEntry, from OutlineEntry, key string) {
	at := slices.IndexFunc(out, func(o OutlineEntry) bool { return o.Key == key })
	for _, f := range from.Fixtures {
		i := slices.IndexFunc(out[at].Fixtures, func(n Fixture) bool { return n.Table != "" && n.Table == f.Table })
		switch {
		case f.Grid != nil:
			out[at].Fixtures = append(out[at].Fixtures, f)
		case i >= 0:
			out[at].Fixtures[i].After = f.After
		}
	}
}

func (o OutlineEntry) hasGrid() bool {
	return slices.ContainsFunc(o.Fixtures, func(f Fixture) bool { return f.Grid != nil })
}

// CheckYear refuses report years that nobody may create: 条例 came into force in 2008.
func CheckYear(year, now int) error {
	if year < 2008 || year > now+1 {
		return Errorf(Invalid, "报告年度要在 2008 到 %s 之间。", strconv.Itoa(now+1))
	}
	return nil
}

// CheckPast refuses the year of a report that was read in as it had been published: it is over.
func CheckPast(year, now int) error {
	if year >= now {
		return Errorf(Invalid, "%d 年还没有过完，不会有当年已公布的报告。请核对年度；要接着填的，请当作草稿。", year)
	}
	return nil
}

// ParseDate reads a date as people type it (2023-1-7, 2023.1.7, 2023年1月7日, 2023/1/7) into yyyy-mm-dd; "" for "".
func ParseDate(s string) (string, error) {
	s = strings.Trim(s, trimBlanks)
	if s == "" {
		return "", nil
	}
	m := datePat.FindStringSubmatch(digitFold.Replace(s))
	if m == nil {
		return s, Errorf(Invalid, "日期“%s”看不懂，请写成 2027-01-15 这样。", clip(s, 30))
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return s, Errorf(Invalid, "日期“%s”不存在，请核对月和日。", clip(s, 30))
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), nil
}

var datePat = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$`)

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	}
	return 31
}

// PrintDate writes yyyy-mm-dd as 2023年1月17日 (GB/T 9704-2012, 7.3.5.4); what is no such date stays as it stands.
func PrintDate(iso string) string {
	if m := datePat.FindStringSubmatch(iso); m != nil {
		return m[1] + "年" + strings.TrimLeft(m[2], "0") + "月" + strings.TrimLeft(m[3], "0") + "日"
	}
	return iso
}
