package xlsx

import (
	"encoding/binary"
	"image"
	"io"
	"sort"

	"nianbao/report/document"
	"nianbao/report/export/emf"

	"github.com/xuri/excelize/v2"
)

// The library asks Go's image package how large a picture is.
func init() { image.RegisterFormat("emf", "\x01\x00\x00\x00", nil, metafileSize) }

// metafileSize reads the frame of an Enhanced Metafile, which is in hundredths of a millimetre, in points of a screen.
func metafileSize(r io.Reader) (image.Config, error) {
	var head [40]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return image.Config{}, err
	}
	at := func(i int) int { return int(int32(binary.LittleEndian.Uint32(head[i:]))) }
	return image.Config{Width: (at(32) - at(24)) * 96 / 2540, Height: (at(36) - at(28)) * 96 / 2540}, nil
}

// pictureScale makes a picture that is as wide as the text block as wide as the column of texts.
const pictureScale = 0.8

// picture puts a picture over a cell.
func (b *book) picture(sheet, cell string, p *document.Picture) error {
	err := b.file.AddPictureFromBytes(sheet, cell, &excelize.Picture{Extension: ".emf", File: emf.Picture(p, b.options.Fonts.Song),
		Format: &excelize.GraphicOptions{AltText: document.Printable(p.Alt), Name: p.Key, Positioning: "oneCell", LockAspectRatio: true,
			ScaleX: pictureScale, ScaleY: pictureScale, OffsetX: 4, OffsetY: 4}})
	if err != nil {
		return err
	}
	// The library lists all kinds of pictures in no certain order.
	kinds := b.file.ContentTypes.Defaults
	sort.Slice(kinds, func(i, j int) bool { return kinds[i].Extension < kinds[j].Extension })
	return nil
}

// pictureHeight is the height of a row for a picture, in points.
func pictureHeight(p *document.Picture) float64 {
	return min(float64(p.Height)/1000*pictureScale+8, excelize.MaxRowHeight)
}
