package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/report"

	"github.com/xuri/excelize/v2"
)

// The library that reads workbooks trusts them: it makes room for what a file claims, and takes its time over what a file repeats.
// So it gets a workbook of only those parts that hold cells, each read and measured before. A tag is some 3 µs and 200 bytes of work.
const (
	maxXML     = 16 << 20 // bytes of the parts together
	maxParts   = 10_000   // in the file
	maxWidth   = 1_000    // attributes of a tag
	maxSheets  = 600_000  // tags of all sheets; what lies beyond is not read
	maxStrings = 400_000  // tags of the strings that sheets share
	maxStyles  = 100_000
	maxOther   = 40_000
	maxRels    = 1_000
	maxTabs    = 500       // sheets
	maxFormats = 8_000_000 // tags of all sheets times the longest number format, in bytes: what formatting may cost
)

// partPat are the parts that hold cells, strings and number formats, and what leads to them.
var partPat = regexp.MustCompile(`(?i)^(?:\[content_types\]\.xml|_rels/\.rels|xl/_rels/workbook[^/]*\.rels|xl/(?:workbook[^/]*|sharedstrings|styles)\.xml|xl/worksheets/[^/]+\.xml)$`)

var (
	errTooLarge = report.Errorf(report.TooLarge, "这个工作簿太大了；请只留下年度报告的几张表，另存一份再试。")
	errBroken   = errors.New("a part is not to be read")
)

func broken(err error) error {
	return report.Wrap(report.Invalid, err, "工作簿坏了，打不开；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。")
}

// workbook is an open workbook.
type workbook struct {
	*excelize.File
	// parts are the sheets' XML by their path, targets the paths by relation id.
	parts   map[string][]byte
	targets map[string]string
	// cut says that a sheet goes beyond a limit and was shortened.
	cut bool
}

// open reads the parts of a workbook within the limits and opens what they make.
func open(data []byte) (*workbook, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, broken(err)
	}
	if len(archive.File) > maxParts {
		return nil, errTooLarge
	}
	w := &workbook{parts: map[string][]byte{}}
	var small bytes.Buffer
	out := zip.NewWriter(&small)
	left, tags := maxXML, 0
	var styles, rels []byte
	for _, f := range archive.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if !partPat.MatchString(name) {
			continue
		}
		part, err := readPart(f, left)
		if err != nil {
			return nil, err
		}
		left -= len(part)
		part = repaired(part)
		n, width := measure(part)
		if width > maxWidth {
			return nil, broken(errBroken)
		}
		limit := maxOther
		switch lower := strings.ToLower(name); {
		case strings.HasPrefix(lower, "xl/worksheets/"):
			// Only the cells are shortened: w.parts keeps the whole part, for the merged ranges that stand behind them.
			w.parts[name] = part
			// A sheet that breaks off is read as far as it goes.
			w.cut = w.cut || bytes.Count(part, []byte("sheetData")) == 1 && !bytes.Contains(part, []byte("sheetData/>"))
			if tags+n > maxSheets {
				part, w.cut = shorten(part, maxSheets-tags), true
			}
			tags += n
			limit = n
		case lower == "xl/styles.xml":
			styles = part
			continue
		case lower == "xl/sharedstrings.xml":
			limit = maxStrings
		case strings.HasSuffix(lower, ".rels"):
			limit = maxRels
			if lower != "_rels/.rels" {
				rels = part
			}
		}
		if n > limit || limit == maxOther && bytes.Count(part, []byte("sheetId")) > maxTabs {
			return nil, errTooLarge
		}
		if err := store(out, name, part); err != nil {
			return nil, err
		}
	}
	// Without its styles a number is read as it is stored.
	if n, _ := measure(styles); n <= maxStyles && longestFormat(styles)*min(tags, maxSheets) <= maxFormats {
		if err := store(out, "xl/styles.xml", styles); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	w.File, err = excelize.OpenReader(&small, excelize.Options{UnzipSizeLimit: 2 * maxXML, UnzipXMLSizeLimit: 2 * maxXML,
		ShortDatePattern: "yyyy-m-d", CultureInfo: excelize.CultureNameZhCN})
	if err != nil {
		return nil, broken(err)
	}
	if w.targets, err = targets(rels); err != nil {
		return nil, broken(err)
	}
	return w, nil
}

// readPart unpacks a part. What its header says of its size does not count.
func readPart(f *zip.File, left int) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, int64(left)+1))
	if err != nil {
		return nil, broken(err)
	}
	if len(part) > left {
		return nil, errTooLarge
	}
	return part, nil
}

var foreignPat = regexp.MustCompile(`(?i)^\xef?\xbb?\xbf?<\?xml[^>]*encoding=["'](?:[^u]|utf-16)`)

// repaired replaces what XML may not hold, half a character or a control character: the library would stop reading there.
func repaired(part []byte) []byte {
	if bytes.HasPrefix(part, []byte("\xff\xfe")) || bytes.HasPrefix(part, []byte("\xfe\xff")) || foreignPat.Match(part[:min(len(part), 200)]) {
		return part
	}
	if !utf8.Valid(part) {
		part = bytes.ToValidUTF8(part, []byte("\ufffd"))
	}
	for i, c := range part {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			part[i] = ' '
		}
	}
	return part
}

// store puts a part into the workbook that the library gets, without packing it again.
func store(out *zip.Writer, name string, part []byte) error {
	w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = w.Write(part)
	return err
}

// measure counts the tags of a part and the attributes of the one that has most.
func measure(part []byte) (tags, width int) {
	inside, attributes := false, 0
	for _, c := range part {
		switch c {
		case '<':
			tags++
			inside, attributes = true, 0
		case '>':
			inside = false
		case '=':
			if inside {
				attributes++
				width = max(width, attributes)
			}
		}
	}
	return tags, width
}

// shorten is the beginning of a part with so many tags.
func shorten(part []byte, tags int) []byte {
	for i, c := range part {
		if c == '<' {
			if tags--; tags < 0 {
				return part[:i]
			}
		}
	}
	return part
}

// longestFormat is the length of the longest number format in the styles, in bytes.
func longestFormat(styles []byte) int {
	longest := 0
	for {
		_, rest, found := bytes.Cut(styles, []byte("formatCode"))
		if !found {
			return longest
		}
		start := bytes.IndexAny(rest, `"'`)
		if start < 0 {
			return longest
		}
		end := bytes.IndexByte(rest[start+1:], rest[start])
		longest = max(longest, end)
		styles = rest[start+1:]
	}
}
