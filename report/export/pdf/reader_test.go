package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

var (
	endPat    = regexp.MustCompile(`(?s)\nendstream\nendobj\nstartxref\n(\d+)\n%%EOF\n$`)
	streamPat = regexp.MustCompile(`^(\d+) 0 obj\n(<<.*?/Length (\d+)>>)\nstream\n`)
	packPat   = regexp.MustCompile(`/Type/ObjStm/N (\d+)/First (\d+)`)
	refPat    = regexp.MustCompile(`\b(\d+) 0 R\b`)
	stringPat = regexp.MustCompile(`<[0-9A-F]*>|\([^()]*\)`)
)

// objects takes a file apart by the letter of ISO 32000-1, 7.5, without the leniency of other readers: the body of each object, a
// stream's dictionary. Between the objects is nothing, and nothing refers to an object that is not there.
func objects(data []byte) (map[int]string, error) {
	const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
	if !bytes.HasPrefix(data, []byte(header)) {
		return nil, fmt.Errorf("begins with %.20q", data)
	}
	end := endPat.FindSubmatch(data)
	if end == nil {
		return nil, fmt.Errorf("ends with %q", data[max(len(data)-40, 0):])
	}
	start := number(end[1])
	_, dict, table, next, err := streamAt(data, start)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(dict, "/Type/XRef") || !strings.Contains(dict, "/W[1 4 2]") || !strings.Contains(dict, fmt.Sprintf("/Size %d/", len(table)/7)) {
		return nil, fmt.Errorf("cross-reference stream of %d entries: %s", len(table)/7, dict)
	}
	if !bytes.HasPrefix(data[next:], []byte("startxref")) {
		return nil, fmt.Errorf("%d bytes after the cross-reference stream", len(data)-next)
	}
	all, packs, covered := map[int]string{}, map[int][]byte{}, len(header)
	for n := 1; n < len(table)/7; n++ {
		if e := table[7*n:]; e[0] == 1 {
			is, dict, content, next, err := streamAt(data, int(binary.BigEndian.Uint32(e[1:])))
			if err != nil || is != n {
				return nil, fmt.Errorf("object %d: is %d: %v", n, is, err)
			}
			all[n], packs[n] = dict, content
			covered += next - int(binary.BigEndian.Uint32(e[1:]))
		}
	}
	if rest := len(data) - covered - len(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start)); rest != 0 {
		return nil, fmt.Errorf("%d bytes are in no object", rest)
	}
	for n := 1; n < len(table)/7; n++ {
		if e := table[7*n:]; e[0] == 2 {
			in, i := int(binary.BigEndian.Uint32(e[1:])), int(binary.BigEndian.Uint16(e[5:]))
			if all[n], err = packed(all[in], packs[in], n, i); err != nil {
				return nil, fmt.Errorf("object %d, number %d of %d: %w", n, i, in, err)
			}
		}
	}
	for n, body := range all {
		for _, r := range refPat.FindAllStringSubmatch(stringPat.ReplaceAllString(body, ""), -1) {
			if all[number([]byte(r[1]))] == "" {
				return nil, fmt.Errorf("object %d: %s is not there", n, r[0])
			}
		}
	}
	return all, nil
}

// streamAt reads a stream: its number, its dictionary, its content, and where the next object begins.
func streamAt(data []byte, at int) (n int, dict string, content []byte, next int, err error) {
	if at >= len(data) {
		return 0, "", nil, 0, fmt.Errorf("offset %d is behind the end", at)
	}
	m := streamPat.FindSubmatch(data[at:])
	if m == nil {
		return 0, "", nil, 0, fmt.Errorf("no stream at %d: %.40q", at, data[at:])
	}
	from := at + len(m[0])
	next = from + number(m[3])
	const end = "\nendstream\nendobj\n"
	if next > len(data) || !bytes.HasPrefix(data[next:], []byte(end)) {
		return 0, "", nil, 0, fmt.Errorf("the stream at %d is longer or shorter than %s", at, m[3])
	}
	content = data[from:next]
	if bytes.Contains(m[2], []byte("/FlateDecode")) {
		z, err := zlib.NewReader(bytes.NewReader(content))
		if err != nil {
			return 0, "", nil, 0, err
		}
		if content, err = io.ReadAll(z); err != nil {
			return 0, "", nil, 0, err
		}
	}
	return number(m[1]), string(m[2]), content, next + len(end), nil
}

// packed is the object n, which is number i of an object stream.
func packed(dict string, content []byte, n, i int) (string, error) {
	m := packPat.FindStringSubmatch(dict)
	if m == nil {
		return "", fmt.Errorf("in no object stream: %.60s", dict)
	}
	first := number([]byte(m[2]))
	index := strings.Fields(string(content[:first]))
	if len(index) != 2*number([]byte(m[1])) || index[2*i] != strconv.Itoa(n) {
		return "", fmt.Errorf("the index has %q", index)
	}
	from, to := first+number([]byte(index[2*i+1])), len(content)
	if 2*i+3 < len(index) {
		to = first + number([]byte(index[2*i+3]))
	}
	return string(content[from:to]), nil
}

func number(b []byte) int {
	n, err := strconv.Atoi(string(b))
	if err != nil {
		panic(err)
	}
	return n
}

// operation is an operator of a page's content with what stands before it.
type operation struct {
	operator string
	operands []string
}

var tokenPat = regexp.MustCompile(`<<|>>|<[0-9A-F]*>|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+`)

// operations takes the content of a page apart. A dictionary or an array is one operand, its tokens with blanks between them.
func operations(content []byte) (ops []operation) {
	var op operation
	depth := 0
	for _, token := range tokenPat.FindAllString(string(content), -1) {
		if token == "<<" || token == "[" {
			if depth++; depth == 1 {
				op.operands = append(op.operands, token)
				continue
			}
		}
		switch {
		case depth > 0:
			op.operands[len(op.operands)-1] += " " + token
			if token == ">>" || token == "]" {
				depth--
			}
		case strings.ContainsAny(token[:1], "<[/-.0123456789"):
			op.operands = append(op.operands, token)
		default:
			op.operator = token
			ops = append(ops, op)
			op = operation{}
		}
	}
	return ops
}
