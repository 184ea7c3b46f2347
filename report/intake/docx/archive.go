package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"path"
	"strings"

	"nianbao/report"
)

// archive is the zip file with its parts by name.
type archive struct {
	files map[string]*zip.File
	// targets are the relations of a part, by part and kind.
	targets map[string]map[string]string
	budget  budget
	// cut says that a part was not read to its end.
	cut bool
}

var errNoPart = errors.New("no such part")

func openArchive(data []byte) (*archive, error) {
	// Counted before the directory is read: a million entries would take their memory first.
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > maxParts {
		return nil, report.Errorf(report.TooLarge, "这个文件里的部件太多，不像一份报告，%s", advice)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, report.Wrap(report.Invalid, err, "这个文件不是 .docx，或者已经损坏，"+advice)
	}
	a := &archive{files: map[string]*zip.File{}, targets: map[string]map[string]string{}, budget: budget{maxBytes, maxElements}}
	for _, f := range z.File {
		if key := partKey(f.Name); a.files[key] == nil {
			a.files[key] = f
		}
		if f.Flags&1 != 0 {
			return nil, report.Errorf(report.Invalid, "这个文件有密码，打不开；请先去掉密码，另存后再试。")
		}
	}
	return a, nil
}

// partKey is a part's name as it is looked up: names do not differ by case, and some programs write them with \ or a leading /.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (a *archive) has(name string) bool { return a.files[partKey(name)] != nil }

// read hands a part to a function, at most limit bytes of it. What came before an error has been handed over.
func (a *archive) read(name string, limit int64, use func(*tokens)) error {
	f := a.files[partKey(name)]
	if f == nil {
		return errNoPart
	}
	content, err := f.Open()
	if err != nil {
		a.cut = true
		return err
	}
	defer content.Close()
	t := newTokens(content, limit, &a.budget)
	use(t)
	for t.next() != nil { // what follows the root may be damaged, too
	}
	a.cut = a.cut || t.broken != nil || t.deep
	return t.broken
}

// target is the part of a kind that another part refers to, or a fallback. "" stands for the package itself.
func (a *archive) target(from, kind, fallback string) string {
	targets, known := a.targets[from]
	if !known {
		targets = map[string]string{}
		a.targets[from] = targets
		dir, file := path.Split(from)
		a.read(dir+"_rels/"+file+".rels", maxOther, func(t *tokens) {
			t.each(func(xml.StartElement) {
				t.each(func(s xml.StartElement) {
					// transitional and strict types differ in all but their last word
					kind := path.Base(attr(s, "Type"))
					if to := attr(s, "Target"); to != "" && attr(s, "TargetMode") != "External" && targets[kind] == "" {
						if !strings.HasPrefix(to, "/") {
							to = dir + to
						}
						targets[kind] = to
					}
				})
			})
		})
	}
	if to := targets[kind]; to != "" {
		return to
	}
	return fallback
}
