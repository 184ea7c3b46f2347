package intake

import (
	"strings"
	"testing"

	"nianbao/report"
)

// What pages have below a report, with and without a signature between, is neither text nor closing.
func TestPageBelow(t *testing.T) {
	const last = "全镇水价听证记录已经公开。"
	signed := report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}
	for _, below := range []string{
		"责任编辑：赵一", "信息来源：镇党政办", "（来源：镇党政办）", "（编辑：赵一）", "审核人：钱二", "初审：赵一 复审：钱二 终审：孙三", "文字解读：\n图文解读：", "用户登录", "更多精彩，请长按下方二维码关注青溪发布",
		"点击下载：青溪镇年报全文.pdf", "Produced By 某某内容管理系统", "您访问的链接即将离开“青溪镇”网站，是否继续？", "政府信息公开年报-青溪县人民政府", "您感兴趣的内容\n- 全镇召开春灌会议\n- 关于停水的公告",
		"全镇召开春灌会议\n关于管网检修停水的公告", "返回顶部", "青溪镇2021年政府信息公开工作年度报告\n2022-01-11", "责任编辑：赵一\n【打印】【关闭】\n分享到：",
	} {
		for _, signature := range []report.Signature{{}, signed} {
			lines := []string{"青溪镇2022年政府信息公开工作年度报告", "一、总体情况", oneSentence, "六、其他需要报告的事项", last}
			if signature == signed {
				lines = append(lines, "青溪镇人民政府", "2023年1月9日")
			}
			r := readPage(t, "", append(lines, strings.Split(below, "\n")...)...)
			if got := report.TextOf(r.Sections[len(r.Sections)-1].Blocks); got != last || r.Closing != "" || r.Signature != signature {
				t.Errorf("%q: text %q, closing %q, signature %+v", below, got, r.Closing, r.Signature)
			}
			chrome := ""
			for _, n := range r.Notes {
				if n.Code == NoteChrome {
					chrome += n.Near
				}
			}
			for _, line := range strings.Split(below, "\n") {
				if !strings.Contains(chrome, line) {
					t.Errorf("%q is in no note: %q", line, chrome)
				}
			}
		}
	}
}

// What looks like a line of the page and is none.
func TestNoPageBelow(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"a label in the middle", "来源：镇党政办\n" + oneSentence},
		{"a list", "政策解读：发布解读十二篇；\n网上答问：答复群众八次"},
		{"a line without a mark", oneSentence + "\n无其他事项"},
		{"a table of two lines", "镇长信箱\n办结十二件"},
	} {
		r := readPage(t, "", "青溪镇2022年政府信息公开工作年度报告", "一、总体情况", oneSentence, "六、其他需要报告的事项", strings.Split(c.text, "\n")[0], strings.Split(c.text, "\n")[1])
		if got := report.TextOf(r.Sections[len(r.Sections)-1].Blocks); got != c.text {
			t.Errorf("%s: got %q, want %q", c.name, got, c.text)
		}
	}
}

func TestSignatures(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		want        report.Signature
		closing     string
	}{
		{"date above agency", "2023年1月9日\n青溪镇人民政府", report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, ""},
		{"with the time of day", "青溪镇人民政府\n2023-01-09 08:15", report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, ""},
		{"with readings", "青溪鎮(zhèn)人民政府\n2023年1月9日", report.Signature{Agency: "青溪鎮(zhèn)人民政府", Date: "2023-01-09"}, ""},
		{"with readings on one line", "青溪镇(zhèn)人民政府　2023年1月9日", report.Signature{Agency: "青溪镇(zhèn)人民政府", Date: "2023-01-09"}, ""},
		{"agency alone above the page", "青溪镇人民政府\n责任编辑：赵一", report.Signature{Agency: "青溪镇人民政府"}, ""},
		{"a date alone", "2023年1月9日\n责任编辑：赵一", report.Signature{Date: "2023-01-09"}, ""},
		{"contact without a mark", "青溪镇人民政府\n2023年1月9日\n党政办 0000-1234567", report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "党政办 0000-1234567"},
	} {
		lines := []string{"青溪镇2022年政府信息公开工作年度报告", "一、总体情况", oneSentence, "六、其他需要报告的事项", "无。"}
		r := readPage(t, "", append(lines, strings.Split(c.lines, "\n")...)...)
		if r.Signature != c.want || r.Closing != c.closing {
			t.Errorf("%s: got %+v %q, want %+v %q", c.name, r.Signature, r.Closing, c.want, c.closing)
		}
		if got := report.TextOf(r.Sections[len(r.Sections)-1].Blocks); got != "无。" {
			t.Errorf("%s: text %q", c.name, got)
		}
	}
}
