// Package fonttest gives tests the shipped fonts, that beside the program among them.
package fonttest

import (
	"os"
	"path/filepath"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/tooltest"
	"nianbao/report/document"
	"nianbao/report/layout"
)

// Shipped are the fonts that the program has where the operator has none. It panics without them: they are in the repository.
var Shipped = sync.OnceValue(func() *layout.Fonts {
	root, err := tooltest.Root()
	if err != nil {
		panic(err)
	}
	f, notes := layout.LoadFonts(document.Fonts{}, os.DirFS(filepath.Join(root, "fonts")), fonts.FS)
	if f == nil || len(notes) > 0 {
		panic(notes)
	}
	return f
})
