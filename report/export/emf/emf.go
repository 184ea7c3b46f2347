// Package emf writes a picture as an Enhanced Metafile ([MS-EMF]), the vector format that Word, WPS, LibreOffice and Excel all show
// in a document, however old they are.
package emf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"

	"nianbao/report/document"
)

// Record types and values of [MS-EMF] 2.1.
const (
	recordHeader       = 1
	recordEOF          = 14
	recordBkMode       = 18
	recordTextAlign    = 22
	recordSelectObject = 37
	recordCreateBrush  = 39
	recordDeleteObject = 40
	recordRectangle    = 43
	recordCreateFont   = 82
	recordTextOut      = 84

	transparent  = 1
	nullPen      = 0x80000008
	systemFont   = 0x8000000d
	nullBrush    = 0x80000005
	baseline     = 24
	alignRight   = 2
	alignCentre  = 6
	gb2312       = 134
	headerLength = 108
)

// aligns are what stands at a label's point.
var aligns = map[document.Anchor]uint32{document.AnchorStart: baseline, document.AnchorMiddle: baseline | alignCentre, document.AnchorEnd: baseline | alignRight}

// Picture is the picture as a file, its labels in a font. The unit of the file is a hundredth of a millimetre.
func Picture(p *document.Picture, font string) []byte {
	m := &metafile{}
	width, height := hundredths(p.Width), hundredths(p.Height)
	m.b = make([]byte, headerLength)
	m.records = 1
	m.record(recordBkMode, transparent)
	m.record(recordSelectObject, nullPen)
	m.boxes(p.Boxes)
	m.labels(p.Labels, font)
	m.record(recordEOF, 0, 16, 20)
	m.header(width, height)
	return m.b
}

// metafile grows the file record by record. Objects are numbered from 1; one is made, used and deleted at a time.
type metafile struct {
	b       []byte
	records uint32
}

const object = 1

func (m *metafile) record(kind uint32, values ...uint32) {
	m.records++
	m.b = binary.LittleEndian.AppendUint32(m.b, kind)
	m.b = binary.LittleEndian.AppendUint32(m.b, uint32(8+4*len(values)))
	for _, v := range values {
		m.b = binary.LittleEndian.AppendUint32(m.b, v)
	}
}

func (m *metafile) boxes(boxes []document.Box) {
	for _, b := range boxes {
		gray := uint32(b.Gray)
		m.record(recordCreateBrush, object, 0, gray|gray<<8|gray<<16, 0)
		m.record(recordSelectObject, object)
		left, top := hundredths(b.X), hundredths(b.Y)
		// Without a pen the last unit on the right and below is left out.
		m.record(recordRectangle, left, top, max(hundredths(b.X+b.Width), left+1)+1, max(hundredths(b.Y+b.Height), top+1)+1)
		m.record(recordSelectObject, nullBrush)
		m.record(recordDeleteObject, object)
	}
}

func (m *metafile) labels(labels []document.Label, font string) {
	for _, l := range labels {
		m.font(hundredths(l.Size), font)
		m.record(recordSelectObject, object)
		m.record(recordTextAlign, aligns[l.Anchor])
		m.text(l)
		m.record(recordSelectObject, systemFont)
		m.record(recordDeleteObject, object)
	}
}

// font makes a font; a negative height is that of the type, without the room above it.
func (m *metafile) font(size uint32, name string) {
	// LogFont, then full name, style and the rest of an ExtLogFontW, which nobody reads.
	values := make([]uint32, 1+320/4)
	values[0], values[1], values[5] = object, -size, 400
	values[6] = gb2312 << 24 // italic, underline and strike-out are the lower bytes
	for i, c := range utf16.Encode([]rune(name)) {
		if i < 31 {
			values[8+i/2] |= uint32(c) << (16 * (i % 2))
		}
	}
	m.record(recordCreateFont, values...)
}

func (m *metafile) text(l document.Label) {
	chars := utf16.Encode([]rune(document.Printable(l.Text)))
	const before = 76 // from the record's beginning to the characters
	letters := (len(chars) + 1) / 2
	one := math.Float32bits(1)
	values := []uint32{0, 0, 0xffffffff, 0xffffffff, 1, one, one, hundredths(l.X), hundredths(l.Y), uint32(len(chars)), before, 0, 0, 0, 0xffffffff, 0xffffffff,
		uint32(before + 4*letters)}
	at := len(values)
	values = append(values, make([]uint32, letters)...)
	for i, c := range chars {
		values[at+i/2] |= uint32(c) << (16 * (i % 2))
	}
	for _, c := range chars {
		values = append(values, hundredths(document.Width(string(rune(c)))*l.Size/2))
	}
	m.record(recordTextOut, values...)
}

// header fills in the first record, which tells how long the file is.
func (m *metafile) header(width, height uint32) {
	// The device is a sheet of A4 of which a hundredth of a millimetre is a pixel.
	const deviceWidth, deviceHeight = 210, 297
	signature := binary.LittleEndian.Uint32([]byte(" EMF"))
	head := []uint32{recordHeader, headerLength, 0, 0, width, height, 0, 0, width, height, signature, 0x10000, uint32(len(m.b)), m.records, 2, 0, 0, 0,
		deviceWidth * 100, deviceHeight * 100, deviceWidth, deviceHeight, 0, 0, 0, deviceWidth * 1000, deviceHeight * 1000}
	for i, v := range head {
		binary.LittleEndian.PutUint32(m.b[4*i:], v)
	}
}

// hundredths is a length in hundredths of a millimetre.
func hundredths(length int) uint32 { return uint32((length*2540 + 36_000) / 72_000) }
