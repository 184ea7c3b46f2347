package main

import (
	"io/fs"
	"os"
	"strings"

	"nianbao/fonts"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/layout"
)

// fontFlags say which fonts documents are set in. The names are those by which Word files name the fonts, and by which PDF and OFD
// look for them in the folder.
type fontFlags struct {
	Fonts     string `placeholder:"文件夹" help:"放有授权字体文件的文件夹，PDF 和 OFD 先用这里的字体；没有的用随程序带的。"`
	FontTitle string `placeholder:"字体名" help:"标题的字体，默认方正小标宋简体。"`
	FontHei   string `placeholder:"字体名" help:"一级标题的字体，默认黑体。"`
	FontKai   string `placeholder:"字体名" help:"二级标题的字体，默认楷体_GB2312。"`
	FontFang  string `placeholder:"字体名" help:"正文和表格的字体，默认仿宋_GB2312。"`
	FontSong  string `placeholder:"字体名" help:"页码的字体，默认宋体。"`
	FontLatin string `placeholder:"字体名" help:"数字和字母的字体，例如 Times New Roman；默认随前后的汉字。"`
}

func (f fontFlags) names() document.Fonts {
	return document.Fonts{Title: f.FontTitle, Hei: f.FontHei, Kai: f.FontKai, Fang: f.FontFang, Song: f.FontSong, Latin: f.FontLatin}
}

// check refuses a folder that cannot be read: that mistake would show only in the files, much later.
func (f fontFlags) check() error {
	if f.Fonts == "" {
		return nil
	}
	if _, err := os.ReadDir(f.Fonts); err != nil {
		return report.Wrap(report.Invalid, err, "字体文件夹“"+f.Fonts+"”打不开，请看看 --fonts 写得对不对。")
	}
	return nil
}

// load reads the fonts: the operator's folder first, then what lies beside the program, then what is in it.
func (f fontFlags) load() (*layout.Fonts, []document.Note) {
	var folders []fs.FS
	if f.Fonts != "" {
		folders = append(folders, os.DirFS(f.Fonts))
	}
	folders = append(folders, fonts.Beside(), fonts.FS)
	return layout.LoadFonts(f.names(), folders...)
}

// substitutes says in one sentence which wanted fonts are not there, "" where all are.
func substitutes(fonts *layout.Fonts) string {
	if fonts == nil {
		return ""
	}
	var names []string
	for _, face := range fonts.Faces() {
		if face != nil && !face.Own {
			names = append(names, "“"+face.Wanted+"”用“"+face.Name+"”")
		}
	}
	if names == nil {
		return ""
	}
	return "没有规定的字体，" + strings.Join(names, "、") + "代替；有这些字体的，请用 --fonts 指出它们的文件夹。"
}
