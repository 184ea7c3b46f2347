package emf

import (
	"encoding/binary"
	"reflect"
	"testing"
	"unicode/utf16"

	"nianbao/report/document"
)

// records reads a file as [MS-EMF] lays it out: type, length, values.
func records(t *testing.T, file []byte) (kinds []uint32, values [][]uint32) {
	t.Helper()
	for rest := file; len(rest) > 0; {
		length := binary.LittleEndian.Uint32(rest[4:])
		if length < 8 || length%4 != 0 || int(length) > len(rest) {
			t.Fatalf("record %d is %d bytes long", len(kinds), length)
		}
		kinds = append(kinds, binary.LittleEndian.Uint32(rest))
		var v []uint32
		for i := 8; i < int(length); i += 4 {
			v = append(v, binary.LittleEndian.Uint32(rest[i:]))
		}
		values = append(values, v)
		rest = rest[length:]
	}
	return kinds, values
}

func TestPicture(t *testing.T) {
	// 72,000 thousandths of a point are 2540 hundredths of a millimetre.
	p := &document.Picture{Width: 144_000, Height: 72_000, Boxes: []document.Box{{X: 72_000, Y: 0, Width: 36_000, Height: 72_000, Gray: 0x40}},
		Labels: []document.Label{{X: 72_000, Y: 36_000, Size: 10_500, Anchor: document.AnchorMiddle, Text: "2021年"}}}
	file := Picture(p, "仿宋_GB2312")
	kinds, values := records(t, file)
	want := []uint32{recordHeader, recordBkMode, recordSelectObject, recordCreateBrush, recordSelectObject, recordRectangle, recordSelectObject, recordDeleteObject,
		recordCreateFont, recordSelectObject, recordTextAlign, recordTextOut, recordSelectObject, recordDeleteObject, recordEOF}
	if !reflect.DeepEqual(kinds, want) {
		t.Fatalf("records %v, want %v", kinds, want)
	}
	head := values[0]
	if !reflect.DeepEqual(head[4:8], []uint32{0, 0, 5080, 2540}) || string(file[40:44]) != " EMF" || head[10] != uint32(len(file)) || head[11] != uint32(len(kinds)) {
		t.Errorf("header %v", head)
	}
	if got := values[3][2]; got != 0x404040 {
		t.Errorf("colour %x", got)
	}
	if got, want := values[5], []uint32{2540, 0, 3811, 2541}; !reflect.DeepEqual(got, want) {
		t.Errorf("box %v, want %v", got, want)
	}
	if size, charset := int32(values[8][1]), values[8][6]>>24; size != -370 || charset != gb2312 {
		t.Errorf("font of %d, character set %d", size, charset)
	}
	if name := utf16.Decode(halves(values[8][8:12])); string(name[:8]) != "仿宋_GB231" {
		t.Errorf("font %q", string(name))
	}
	if values[10][0] != baseline|alignCentre {
		t.Errorf("label stands %d", values[10][0])
	}
	text := values[11]
	if text[7] != 2540 || text[8] != 1270 || text[9] != 5 || string(utf16.Decode(halves(text[17:20])[:5])) != "2021年" {
		t.Errorf("label %v", text)
	}
	if got, want := text[20:], []uint32{185, 185, 185, 185, 370}; !reflect.DeepEqual(got, want) {
		t.Errorf("advances %v, want %v", got, want)
	}
}

func halves(values []uint32) (out []uint16) {
	for _, v := range values {
		out = append(out, uint16(v), uint16(v>>16))
	}
	return out
}

// A bar of nothing is still a line that can be seen.
func TestNought(t *testing.T) {
	_, values := records(t, Picture(&document.Picture{Width: 72_000, Height: 72_000, Boxes: []document.Box{{X: 100, Y: 72_000, Width: 10}}}, "宋体"))
	if r := values[5]; r[2] <= r[0] || r[3] <= r[1] {
		t.Errorf("box %v", r)
	}
}
