// Package fonts holds the fonts that documents are set in where an installation has none of its own. What they are and how they
// were made is in README.md.
package fonts

import (
	"embed"
	"io/fs"
	"os"
	"path/filepath"
)

// FS has the fonts that are part of the program, with their licences: substitutes for 小标宋, 宋体, 黑体 and 楷体. Its files are
// io.ReaderAt, so that a font takes no memory before it is used.
//
//go:embed NotoSerifCJKsc-Bold.ttf NotoSerifCJKsc-Regular.ttf NotoSansCJKsc-Regular.ttf NianbaoKai-Regular.ttf
//go:embed NotoCJK-OFL.txt NianbaoKai-OFL.txt
var FS embed.FS

// fang is the substitute for 仿宋. Its licence is the GPL, so it is a file of its own beside the program and no part of it.
const fang = "FandolFang-Regular.ttf"

// Beside is the folder of the font that is no part of the program: fonts beside the program's file or beside its folder, as with
// build/nianbao and bin/nianbao, else fonts in the working directory. It is empty where none of them has it.
func Beside() fs.FS {
	folders := []string{"fonts"}
	if program, err := os.Executable(); err == nil {
		folders = append(around(program), folders...)
	}
	return firstWith(fang, folders)
}

// around are the folders that belong to a program's file.
func around(program string) []string {
	folder := filepath.Dir(program)
	return []string{filepath.Join(folder, "fonts"), filepath.Join(filepath.Dir(folder), "fonts")}
}

// firstWith is the first of the folders that has a file.
func firstWith(file string, folders []string) fs.FS {
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(folder, file)); err == nil {
			return os.DirFS(folder)
		}
	}
	return embed.FS{}
}
