package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// span is where a table stands in the file.
type span struct{ offset, length int64 }

// maxFonts of a collection are far more than any has; a broken file says millions.
const maxFonts = 256

// Count is how many fonts a file has: more than one in a collection (.ttc).
func Count(file io.ReaderAt, size int64) (int, error) {
	tag, err := readAt(file, size, 0, 4)
	if err != nil {
		return 0, err
	}
	if string(tag) != "ttcf" {
		return 1, nil
	}
	head, err := readAt(file, size, 0, 12)
	if err != nil {
		return 0, err
	}
	n := u32(head, 8)
	if n == 0 || n > maxFonts {
		return 0, fmt.Errorf("a collection of %d fonts", n)
	}
	return int(n), nil
}

// directory is the list of a font's tables. Tables that would lie beyond the end of the file are left out of it.
func directory(file io.ReaderAt, size int64, index int) (map[string]span, error) {
	n, err := Count(file, size)
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= n {
		return nil, fmt.Errorf("font %d of %d", index, n)
	}
	start := int64(0)
	if tag, err := readAt(file, size, 0, 4); err != nil {
		return nil, err
	} else if string(tag) == "ttcf" {
		offset, err := readAt(file, size, 12+4*int64(index), 4)
		if err != nil {
			return nil, err
		}
		start = int64(u32(offset, 0))
	}
	head, err := readAt(file, size, start, 12)
	if err != nil {
		return nil, err
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
	default:
		return nil, errors.New("not a TrueType font")
	}
	count := int(u16(head, 4))
	list, err := readAt(file, size, start+12, int64(count)*16)
	if err != nil {
		return nil, err
	}
	tables := make(map[string]span, count)
	for at := 0; at < len(list); at += 16 {
		s := span{int64(u32(list, at+8)), int64(u32(list, at+12))}
		if s.offset <= size && s.length <= size-s.offset {
			tables[string(list[at:at+4])] = s
		}
	}
	return tables, nil
}

// readAt reads a piece of a file, all of it.
func readAt(file io.ReaderAt, size, offset, length int64) ([]byte, error) {
	if offset < 0 || offset > size || length > size-offset {
		return nil, errors.New("the file is cut off")
	}
	data := make([]byte, length)
	if n, err := file.ReadAt(data, offset); n < len(data) {
		return nil, fmt.Errorf("read %d bytes of %d: %w", n, length, err)
	}
	return data, nil
}

func (f *Font) has(tag string) bool {
	_, ok := f.tables[tag]
	return ok
}

// need is the beginning of a table, of exactly a length.
func (f *Font) need(tag string, length int) ([]byte, error) { return f.some(tag, length, length) }

// some is the beginning of a table, between two lengths.
func (f *Font) some(tag string, least, most int) ([]byte, error) {
	s, ok := f.tables[tag]
	if !ok {
		return nil, fmt.Errorf("no table %s", tag)
	}
	if s.length < int64(least) {
		return nil, fmt.Errorf("table %s has %d bytes, not %d", tag, s.length, least)
	}
	data, err := readAt(f.file, s.offset+s.length, s.offset, min(s.length, int64(most)))
	if err != nil {
		return nil, fmt.Errorf("table %s: %w", tag, err)
	}
	return data, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func i16(b []byte, at int) int16  { return int16(u16(b, at)) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
