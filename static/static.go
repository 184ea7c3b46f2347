// Package static holds the style sheets, scripts and icons, inside the binary.
package static

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"strings"
	"sync"
)

//go:embed css js icons
var files embed.FS

// Prefix is where Handler is served.
const Prefix = "/static/"

// sum is one checksum over all files. It stands in the path, not in a query, so that what a script imports or a style sheet
// refers to by a relative address carries it too.
var sum = sync.OnceValue(func() string {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := files.ReadFile(path)
		h.Write([]byte(path + "\x00"))
		h.Write(data)
		return err
	})
	if err != nil {
		panic(err) // the files are compiled in: this cannot fail on one machine and not on another
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
})

// URL is the address of a file, such as css/base.css.
func URL(name string) string { return Prefix + sum() + "/" + name }

// Text is the content of a file, for pages that stand alone. It panics where there is no such file: the name is written in the program.
func Text(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// Handler serves the files under Prefix. With today's checksum they may be kept for ever; a page from before an update still
// gets its files, but must not keep them.
func Handler() http.Handler {
	server := http.FileServerFS(files)
	return http.StripPrefix(Prefix, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		version, name, found := strings.Cut(r.URL.Path, "/")
		if info, err := fs.Stat(files, name); !found || err != nil || info.IsDir() {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		if version == sum() {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		r.URL.Path = "/" + name
		server.ServeHTTP(w, r)
	}))
}
