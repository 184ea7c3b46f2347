package docx

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"nianbao/internal/tooltest"
)

// What LibreOffice makes of a web page: its styles, its numbering, its tables.
func TestLibreOfficeFile(t *testing.T) {
	soffice := tooltest.Need(t, "soffice", "libreoffice-writer")
	const page = `<html><head><meta charset="utf-8"></head><body><h1>一、总体情况</h1><p>全年公开<b>12</b>件，<br>较上年增加3件。</p>
<h2>（一）主动公开</h2><ol><li>目录</li><li>平台</li></ol><ul><li>要点</li></ul>
<table border="1"><tr><td rowspan="2">内容</td><td colspan="2">件数</td></tr><tr><td>甲</td><td>乙</td></tr><tr><td>新收</td><td>1</td><td>&nbsp;</td></tr></table>
<table border="0"><tr><td><p>表前</p><table border="1"><tr><td>左</td><td>右</td></tr></table></td></tr></table><p>以上。</p></body></html>`
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.CommandContext(t.Context(), soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--infilter=HTML (StarWriter)", "--convert-to", "docx:Office Open XML Text", "--outdir", dir, filepath.Join(dir, "page.html"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "page.docx"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, data, "1# 一、总体情况", "全年公开12件，", "较上年增加3件。", "2# （一）主动公开", "1.目录", "2.平台", "要点",
		"[内容(1×2)|件数(2×1) / 甲|乙 / 新收|1|]", "表前", "[左|右]", "以上。")
}
