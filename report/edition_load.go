package report

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

//go:embed editions/*.yaml
var editionFiles embed.FS

// Editions are the formats that the house knows, oldest first.
type Editions []*Edition

// Standard are the embedded editions; an error names the file and the line. They are read once and never change.
var Standard = sync.OnceValues(func() (Editions, error) {
	sub, err := fs.Sub(editionFiles, "editions")
	if err != nil {
		return nil, err
	}
	return LoadEditions(sub)
})

// Get finds an edition by its id; nil when there is none.
func (es Editions) Get(id string) *Edition {
	i := slices.IndexFunc(es, func(e *Edition) bool { return e.ID == id })
	if i < 0 {
		return nil
	}
	return es[i]
}

// ForYear is the edition in force for a report year; nil before the first.
func (es Editions) ForYear(year int) *Edition {
	i := slices.IndexFunc(es, func(e *Edition) bool { return e.InForce(year) })
	if i < 0 {
		return nil
	}
	return es[i]
}

// LoadEditions reads and validates every *.yaml of a folder. The error is one Chinese sentence with file and line.
func LoadEditions(fsys fs.FS) (Editions, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	var out Editions
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, Wrap(Internal, err, "读不到格式文件 "+name)
		}
		e, err := parseEdition(name, data)
		if err != nil {
			return nil, err
		}
		if out.Get(e.ID) != nil {
			return nil, Errorf(Invalid, "%s：格式 %s 已经在另一个文件里定义过", name, e.ID)
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *Edition) int { return a.From - b.From })
	return out, nil
}

// A name is a scalar that remembers its line, so that a wrong one can be pointed at.
type name struct {
	text string
	line int
}

func (n *name) UnmarshalYAML(node ast.Node) error {
	n.line = node.GetToken().Position.Line
	return yaml.NodeToValue(node, &n.text)
}

// The shapes of the files. Every key is known; an unknown one is an error.
type (
	editionSpec struct {
		ID          name              `yaml:"id"`
		Name        string            `yaml:"name"`
		Source      string            `yaml:"source"`
		From        int               `yaml:"from"`
		To          int               `yaml:"to"`
		Title       string            `yaml:"title"`
		Deadlines   map[string]string `yaml:"deadlines"`
		Outline     []partSpec        `yaml:"outline"`
		Attachments []partSpec        `yaml:"attachments"`
		Tables      []tableSpec       `yaml:"tables"`
		Charts      []chartSpec       `yaml:"charts"`
	}
	chartSpec struct {
		Key    name   `yaml:"key"`
		Table  name   `yaml:"table"`
		Title  string `yaml:"title"`
		Unit   string `yaml:"unit"`
		Series []struct {
			Label string `yaml:"label"`
			Means name   `yaml:"means"`
		} `yaml:"series"`
	}
	partSpec struct {
		Key     name   `yaml:"key"`
		Heading string `yaml:"heading"`
		Title   string `yaml:"title"`
		Means   string `yaml:"means"`
		Tables  []name `yaml:"tables"`
	}
	tableSpec struct {
		Key         name             `yaml:"key"`
		Name        string           `yaml:"name"`
		Kind        Kind             `yaml:"kind"`
		Widths      []int            `yaml:"widths"`
		Blocks      []blockSpec      `yaml:"blocks"`
		Sums        []sumSpec        `yaml:"sums"`
		Relations   []relationSpec   `yaml:"relations"`
		Equivalents []equivalentSpec `yaml:"equivalents"`
	}
	blockSpec struct {
		Title     string       `yaml:"title"`
		Corner    string       `yaml:"corner"`
		Unit      string       `yaml:"unit_heading"`
		GroupRows bool         `yaml:"group_rows"`
		Dash      string       `yaml:"dash"`
		Columns   []columnSpec `yaml:"columns"`
		Rows      []rowSpec    `yaml:"rows"`
	}
	columnSpec struct {
		Key       name         `yaml:"key"`
		Label     name         `yaml:"label"`
		Name      string       `yaml:"name"`
		Unit      string       `yaml:"unit"`
		PrintUnit bool         `yaml:"print_unit"`
		Means     string       `yaml:"means"`
		Kind      Kind         `yaml:"kind"`
		Columns   []columnSpec `yaml:"columns"`
	}
	rowSpec struct {
		Key      name      `yaml:"key"`
		Label    name      `yaml:"label"`
		Name     string    `yaml:"name"`
		Unit     string    `yaml:"unit"`
		Means    string    `yaml:"means"`
		Kind     Kind      `yaml:"kind"`
		Number   string    `yaml:"number"`
		Optional bool      `yaml:"optional"`
		Rows     []rowSpec `yaml:"rows"`
	}
	sumSpec struct {
		Code    name   `yaml:"code"`
		Each    string `yaml:"each"`
		Total   name   `yaml:"total"`
		Of      []name `yaml:"of"`
		Message string `yaml:"message"`
		Hint    string `yaml:"hint"`
	}
	relationSpec struct {
		Code     name     `yaml:"code"`
		Severity Severity `yaml:"severity"`
		Softens  bool     `yaml:"softens"`
		Each     string   `yaml:"each"`
		For      []name   `yaml:"for"`
		Left     []name   `yaml:"left"`
		Op       Op       `yaml:"op"`
		Right    []name   `yaml:"right"`
		Needs    []string `yaml:"needs"`
		Unless   []name   `yaml:"unless"`
		Equation string   `yaml:"equation"`
		Message  string   `yaml:"message"`
		Hint     string   `yaml:"hint"`
	}
	equivalentSpec struct {
		Means string `yaml:"means"`
		Each  string `yaml:"each"`
		Sum   []name `yaml:"sum"`
	}
)

// complaint is an error in an edition file.
func complaint(file string, line int, format string, args ...any) error {
	return Errorf(Invalid, "格式文件 %s 第 %d 行：%s", file, line, fmt.Sprintf(format, args...))
}

var (
	editionIDPat = regexp.MustCompile(`^[a-z0-9-]+$`)
	keyPat       = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

func parseEdition(file string, data []byte) (*Edition, error) {
	var spec editionSpec
	if err := yaml.UnmarshalWithOptions(data, &spec, yaml.Strict()); err != nil {
		line := 1
		var syntax yaml.Error
		if asYAMLError(err, &syntax) && syntax.GetToken() != nil {
			line = syntax.GetToken().Position.Line
		}
		return nil, &Error{Code: Invalid, Message: fmt.Sprintf("格式文件 %s 第 %d 行：写法不对（%s）", file, line, firstLine(err)), Err: err}
	}
	if !editionIDPat.MatchString(spec.ID.text) {
		return nil, complaint(file, max(spec.ID.line, 1), "缺少 id，或 id “%s” 不是小写字母、数字和连字符", spec.ID.text)
	}
	if spec.From == 0 || spec.Title == "" || spec.Name == "" {
		return nil, complaint(file, spec.ID.line, "缺少 name、title 或 from")
	}
	e := &Edition{ID: spec.ID.text, Name: spec.Name, Source: spec.Source, From: spec.From, To: spec.To, TitleForm: spec.Title,
		Deadlines: spec.Deadlines, cells: map[string]*Cell{}, meanings: map[string][]*Cell{}}
	for _, ts := range spec.Tables {
		t, err := buildTable(file, ts)
		if err != nil {
			return nil, err
		}
		if e.Table(t.Key) != nil {
			return nil, complaint(file, ts.Key.line, "表 %s 定义了两次", t.Key)
		}
		e.Tables = append(e.Tables, t)
		for _, c := range t.Cells {
			e.cells[c.ID] = c
			if c.Means == "" {
				continue
			}
			if other := e.meanings[c.Means]; other != nil {
				return nil, complaint(file, ts.Key.line, "%s 和 %s 的含义同是 %s", other[0].ID, c.ID, c.Means)
			}
			e.meanings[c.Means] = []*Cell{c}
		}
		for means, cells := range t.derived {
			if e.meanings[means] != nil {
				return nil, complaint(file, ts.Key.line, "含义 %s 已经有一格了，不能再由别的格相加", means)
			}
			e.meanings[means] = cells
		}
	}
	placed := map[string]bool{}
	add := func(ps partSpec, attachment bool) error {
		if !keyPat.MatchString(ps.Key.text) {
			return complaint(file, max(ps.Key.line, 1), "提纲里有一节缺少 key，或 key “%s” 不合规", ps.Key.text)
		}
		if e.Part(ps.Key.text) != nil {
			return complaint(file, ps.Key.line, "提纲里 %s 出现了两次", ps.Key.text)
		}
		p := Part{Key: ps.Key.text, Heading: ps.Heading, Title: ps.Title, Means: ps.Means, Attachment: attachment}
		for _, t := range ps.Tables {
			if e.Table(t.text) == nil {
				return complaint(file, t.line, "没有名为 %s 的表", t.text)
			}
			if placed[t.text] {
				return complaint(file, t.line, "表 %s 放在了两个地方", t.text)
			}
			placed[t.text] = true
			p.Tables = append(p.Tables, t.text)
		}
		e.Outline = append(e.Outline, p)
		return nil
	}
	for _, ps := range spec.Outline {
		if err := add(ps, false); err != nil {
			return nil, err
		}
	}
	for _, ps := range spec.Attachments {
		if err := add(ps, true); err != nil {
			return nil, err
		}
	}
	for _, ts := range spec.Tables {
		if !placed[ts.Key.text] {
			return nil, complaint(file, ts.Key.line, "表 %s 没有放进提纲的任何一节", ts.Key.text)
		}
	}
	for _, cs := range spec.Charts {
		if err := e.addChart(file, cs); err != nil {
			return nil, err
		}
	}
	return e, nil
}

func (e *Edition) addChart(file string, cs chartSpec) error {
	switch {
	case !keyPat.MatchString(cs.Key.text) || e.Chart(cs.Key.text) != nil:
		return complaint(file, max(cs.Key.line, 1), "图的 key “%s” 不合规，或已经有一个了", cs.Key.text)
	case e.Table(cs.Table.text) == nil:
		return complaint(file, cs.Table.line, "没有名为 %s 的表", cs.Table.text)
	case cs.Title == "" || cs.Unit == "" || len(cs.Series) == 0:
		return complaint(file, cs.Key.line, "图 %s 缺少 title、unit 或 series", cs.Key.text)
	}
	form := ChartForm{Key: cs.Key.text, Table: cs.Table.text, Title: cs.Title, Unit: cs.Unit}
	for _, s := range cs.Series {
		if e.meanings[s.Means.text] == nil {
			return complaint(file, s.Means.line, "没有含义是 %s 的格", s.Means.text)
		}
		form.Series = append(form.Series, ChartSeries{Label: s.Label, Means: s.Means.text})
	}
	e.Charts = append(e.Charts, form)
	return nil
}

func asYAMLError(err error, target *yaml.Error) bool {
	e, ok := err.(yaml.Error)
	if ok {
		*target = e
	}
	return ok
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

func itoa(n int) string { return strconv.Itoa(n) }
