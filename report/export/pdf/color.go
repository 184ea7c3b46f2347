package pdf

import (
	"encoding/binary"
	"fmt"
)

// writeIntent writes what the grays of the file mean (ISO 19005-2, 6.2.3) and is the dictionary that says so.
func writeIntent(f *file) string {
	r := f.reserve(1)
	f.stream(r, "/N 1", grayProfile())
	return fmt.Sprintf("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%s)/Info(%s)/DestOutputProfile %v>>", grayName, grayName, r)
}

const grayName = "Gray gamma 2.2"

// grayProfile is an ICC profile (ICC.1:2001-04) of a monitor that shows grays: the white of D50 and a gamma of 2.2.
func grayProfile() []byte {
	const white = "\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d" // X, Y, Z of D50 in 65536ths
	tags := []struct{ name, data string }{
		{"desc", "desc\x00\x00\x00\x00" + string(binary.BigEndian.AppendUint32(nil, uint32(len(grayName)+1))) + grayName + "\x00" + string(make([]byte, 4+4+2+1+67))},
		{"cprt", "text\x00\x00\x00\x00No copyright\x00"},
		{"wtpt", "XYZ \x00\x00\x00\x00" + white},
		{"kTRC", "curv\x00\x00\x00\x00\x00\x00\x00\x01\x02\x33"}, // 2.2 in 256ths
	}
	const header = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at := header + 4 + 12*len(tags)
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(data)&3)...) // each begins at a multiple of four
	}
	p := make([]byte, header)
	binary.BigEndian.PutUint32(p, uint32(at+len(data)))
	copy(p[8:], "\x02\x40\x00\x00mntrGRAYXYZ ")
	binary.BigEndian.PutUint16(p[24:], 2001) // the year, month and day of the standard: a profile must have a date
	binary.BigEndian.PutUint16(p[26:], 4)
	binary.BigEndian.PutUint16(p[28:], 1)
	copy(p[36:], "acsp")
	copy(p[68:], white)
	return append(append(p, table...), data...)
}
