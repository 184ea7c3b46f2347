package review

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

func TestResidue(t *testing.T) {
	testWordingCases(t, residues, []wordingCase{
		{"现公布2022年度本级政府（本部门）信息公开报告。", []string{"本级政府（本部门）"}, ""},
		{"现公布本机关(本单位)年度报告。", []string{"本机关(本单位)"}, ""},
		{"本级政府(机关)信息公开情况。", []string{"本级政府(机关)"}, ""},
		{"该部分以表格形式报告。", []string{"该部分以表格形式报告"}, ""},
		{"（此部分以表格形式呈现）", []string{"此部分以表格形式呈现"}, ""},
		{"20XX年，我局公开信息120条。", []string{"20XX"}, ""},
		{"XX局坚持依法公开。", []string{"XX"}, ""},
		{"××县人民政府办公室编制本报告。", []string{"××"}, ""},
		{"统计期限自X年1月1日起。", []string{"X"}, ""},
		{"全年收到申请XX件。", []string{"XX"}, ""},
		{"公开规范性文件X件。", []string{"X"}, ""},
		{"全年公开信息____条。", []string{"____"}, ""},
		{"**镇人民政府办公室负责。", []string{"**"}, ""},
		{"根据无〔〕号文件要求。", []string{"无〔〕号"}, ""},
		{"由【单位名称】负责。", []string{"【单位名称】"}, ""},
		{"（请结合本单位实际填写，不超过500字）", []string{"（请结合本单位实际填写，不超过500字）"}, ""},
		{"总体情况（此处填写全年工作）。", []string{"（此处填写全年工作）"}, ""},
		{"（填写说明：没有的填0）", []string{"（填写说明：没有的填0）"}, ""},
		{"注：本表由办公室统一填写。", []string{"注：本表由办公室统一填写。"}, ""},
		{"（说明：此项如没有请删除）", []string{"（说明：此项如没有请删除）"}, ""},
		{"（不少于300字）", []string{"（不少于300字）"}, ""},
		{"没有其他事项。\n扫一扫在手机打开当前页", []string{"扫一扫在手机打开当前页"}, "没有其他事项。"},
		{"没有其他事项。打印本页 关闭窗口", []string{"打印本页", "关闭窗口"}, ""},
		{"【打印】", []string{"【打印】"}, ""},
		{"浏览次数：1234\n第二段。", []string{"浏览次数：1234"}, "第二段。"},
		{"责任编辑：小周", []string{"责任编辑：小周"}, ""},
		{"分享到：微信 微博", []string{"分享到：微信 微博"}, ""},
		{"上一篇：无\n正文。", []string{"上一篇：无"}, "正文。"},
		{"来源：本站原创", []string{"来源：本站原创"}, ""},
		{"字体：大 中 小", []string{"字体：大"}, ""},
		{"点击下载：统计表", []string{"点击下载：统计表"}, ""},
		{"统计表（点击查看）附后。", []string{"点击查看"}, ""},
		{"错误!未找到引用源。", []string{"错误!未找到引用源"}, ""},
		{"见Error! Reference source not found.", []string{"Error! Reference source not found"}, ""},
		{"我局&nbsp;公开信息。", []string{"&nbsp;"}, ""},
		{"我局<br/>公开信息。", []string{"<br/>"}, ""},
		{"<p style=\"a\">我局公开信息。</p>", []string{"<p style=\"a\">", "</p>"}, ""},
		{"undefined", []string{"undefined"}, ""},
		{"公开信息NaN条。", []string{"NaN"}, ""},
		{"公开信息[object Object]条。", []string{"[object Object]"}, ""},
		{"index_6871-None", []string{"index_6871-None"}, ""},
		{"图1- 依申请公开情况", []string{"图1-"}, ""},
		{"公开信息120条批注[a1]。", []string{"批注["}, ""},
		{"同上", []string{"同上"}, ""},
		{"示例：我局全年公开信息。", []string{"示例："}, ""},
		{"编制（单位名称）2023年年度报告。", []string{"（单位名称）"}, ""},
		{"（以下空一行）", []string{"（以下空一行）"}, ""},
		{"[图片1]公开平台运行正常。", []string{"[图片1]"}, ""},
		{"改进措施：待补充。", []string{"待补充"}, ""},
		{"（问题至少写两条，措施要具体）", []string{"（问题至少写两条，措施要具体）"}, ""},
		{"如有疑问请联系×××，地址略。", []string{"×××"}, ""},
		{"电话：XXXX-XXXXXXX。", []string{"XXXX-XXXXXXX"}, ""},
		{"经费有保障。责编：股室", []string{"责编："}, ""},
		{"我镇（街道）全年公开信息20条。", []string{"我镇（街道）"}, ""},
		{"本局（委、办）认真落实。", []string{"本局（委、办）"}, ""},
		{"全年收到申请N件。", []string{"N件"}, ""},
		{"公开信息120条（数据待核实）。", []string{"（数据待核实）"}, ""},
		{"公开信息120条。（模板）", []string{"（模板）"}, ""},
		{"没有其他事项。（略）", []string{"（略）"}, ""},
		{"详见XX文件。", []string{"XX"}, ""},
		{"按时办结率××%。", []string{"××"}, ""},
		{"没有其他事项。\n保存 打印 关闭", []string{"保存 打印 关闭"}, "没有其他事项。"},
		{"没有其他事项。\n附件：点击下载", []string{"附件：点击下载"}, "没有其他事项。"},
		{"Copyright © 青溪县", []string{"Copyright ©"}, ""},
		{"总体情况待写TODO", []string{"TODO"}, ""},
		{"没有其他事项。请各单位于1月10日前报送本单位年报。", []string{"请各单位于1月10日前报送本单位年报"}, ""},
		{"（备注：此处需补充数据）", []string{"（备注：此处需补充数据）"}, ""},
		{"某某局信息公开报告。", []string{"某某局"}, ""},
	})
	if got := wordingQuotes(wordingFindings(residues, "以上情况妥否，请批示。")); !slices.Equal(got, []string{"妥否，请批示"}) {
		t.Errorf("request: %q", got)
	}
	testWordingSilent(t, residues, []string{
		"群众可扫一扫二维码查询办事进度。", "扫一扫即可办理", "栏目点击率明显上升。", "浏览次数达3万次。", "群众点击查看更加方便。", "网站优化了打印本页、关闭窗口等功能。", "规范网站地图、无障碍阅读等栏目。", "落实网站标识码、公网安备标识要求。",
		"开通“政府网站找错”平台。", "本级政府及其部门公开信息。", "本部门（含下属单位）公开信息。", "各单位结合本部门（单位）实际抓好落实。", "申请时提供姓名（单位名称）和联系方式。", "结合本地区、本部门实际。", "以表格形式公开收费目录。", "政策问答以表格形式呈现。", "提供7×24小时服务。", "设备为X光机1台。", "规格3×5米。",
		"申请人王××的申请已答复。", "邮箱为xxgk@qingxi.gov.cn。", "网址www.xxgk.gov.cn。", "申请人填写《申请表》后提交。", "（申请人请填写申请表）", "请见附件。", "（请见附件）", "（注：数据截至12月31日）", "注：部分数据四舍五入。", "备注：含上年结转1件。",
		"《招投标管理办法（征求意见稿）》公开征求意见。", "对《办法》（征求意见稿）组织听证。", "制发公开目录示例供各单位参考。", "制作政策解读模板并推广。", "图1-1 公开情况", "图1：公开情况", "表1-2 收费", "共收到申请○件。", "二○二二年公开情况。", "二〇二三年。",
		"要求各镇（街道）按月报送。", "机构职能待完善的，督促整改。", "解读材料（要求写具体、写清楚）", "工作机制有待完善。", "其余事项待定期评估后公开。", "型号XX-100", "申请人（单位名称）和联系方式", "督促各单位对照我县（区）目录公开。", "在本区（含开发区）公布。", "我市（县级市）共有12个镇。", "执行“1+N条”措施。", "附统计表（略）", "印发答复文书（模板）供参考。", "参考《答复书（示例）》办理。",
		"首页设置打印、分享等按钮。", "打印机3台。", "返回首页按钮统一放在右上角。", "邀请各单位派员参加。", "提请各部门抓好落实情况公开。", "请各位代表审议。", "（待分配资金公示）", "提供附件点击下载服务。",
		"申报链接（）已发布。", "依据〔〕文件。", "<http://www.qingxi.gov.cn>", "<abc@qingxi.gov.cn>", "微信号qx_gov__01。", "无待定事项。", "与上年相同，本年未收取费用。", "来源于政务服务平台。", "下载附件并填报。", "本年度转发信息分享到微信群36次。",
		"领导小组办公室责任编辑2人。", "如有疑问，请批评指正。", "报请县政府审定后公开。", "设定返回首页按钮。", "（一）总体情况", "对标志性工程。", "企业A申请公开。", "XXGK平台上线。", "第二十次会议。", "来件注明：不予公开。",
	})
}

func TestResidueTitle(t *testing.T) {
	for title, want := range map[string][]string{
		"青溪县水利局2023年政府信息公开工作年度报告（送审稿）": {"（送审稿）"},
		"青溪县水利局2023年政府信息公开工作年度报告(草稿)":  {"(草稿)"},
		"青溪县水利局2023年政府信息公开工作年度报告终稿":    {"终稿"},
		"undefined2023年政府信息公开工作年度报告":   {"undefined"},
		"XX县水利局20XX年政府信息公开工作年度报告":      {"XX", "20XX"},
		"青溪县水利局2023年政府信息公开工作年度报告":      {},
		"关于《青溪县水利规划（草案）》公开情况的年度报告":     {},
	} {
		s := newSubject(nil, &report.Report{Title: title}, report.Context{}, Settings{})
		residues.check(s)
		if got := wordingQuotes(s.findings); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", title, got, want)
		}
	}
}

// What a page left in a document stands in its notes once it was read.
func TestResidueBeside(t *testing.T) {
	r := &report.Report{Notes: []report.Note{{Code: "read.chrome", Near: "当前位置：首页"}, {Code: "read.chrome", Near: "2024-01-19\n扫一扫在手机打开当前页"}, {Code: "read.chrome", Near: "index_12-None"}}}
	for mode, want := range map[report.Mode][]string{report.AsRead: {"~扫一扫在手机打开当前页"}, report.InForm: {}} {
		s := newSubject(nil, r, report.Context{Mode: mode}, Settings{})
		residues.check(s)
		if got := wordingQuotes(s.findings); !slices.Equal(got, want) {
			t.Errorf("mode %d: got %q, want %q", mode, got, want)
		}
	}
}

// A line is looked for once: bounds that no search would give are given back for every byte of it, and those of the next line after it.
func TestResidueLineKept(t *testing.T) {
	first := strings.Repeat("扫一扫", 1000)
	text := first + "\n 第二行 "
	kept := residueLine{start: 0, end: len(first), from: 7, to: 9, behind: 7}
	r := residueText{text: text, last: &kept}
	for at := 0; at <= len(first); at += 9 {
		if from, to := r.line(at); from != 7 || to != 9 {
			t.Fatalf("byte %d: %d to %d, so the line was looked for again", at, from, to)
		}
	}
	for at := len(first) + 1; at <= len(text); at++ {
		if from, to := r.line(at); text[from:to] != "第二行" || kept.start != len(first)+1 || kept.end != len(text) {
			t.Fatalf("byte %d: %q, kept %+v", at, text[from:to], kept)
		}
	}
}

func TestResidueShort(t *testing.T) {
	for _, tag := range []string{"<p " + strings.Repeat("甲", 90) + ">", "index" + strings.Repeat("a", 60) + "-None", "公开" + strings.Repeat("_", 100000) + "条"} {
		findings := wordingFindings(residues, tag)
		if len(findings) == 0 {
			t.Errorf("nothing is found in %.20s", tag)
		}
		for _, f := range findings {
			checkShort(t, f)
		}
	}
	s := newSubject(nil, &report.Report{Notes: []report.Note{{Code: "read.chrome", Near: "扫一扫" + strings.Repeat("长", 100000)}}}, report.Context{Mode: report.AsRead}, Settings{})
	residues.check(s)
	if len(s.findings) != 1 {
		t.Fatalf("%d findings", len(s.findings))
	}
	checkShort(t, s.findings[0])
}
