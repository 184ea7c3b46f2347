package review

import (
	"strings"
	"testing"

	"nianbao/report"
)

func TestContact(t *testing.T) {
	testWordingCases(t, contacts, []wordingCase{
		{"可在（http//:www.qingxi.gov.cn/）下载。", []string{"http//:www.qingxi.gov.cn/"}, "可在（http://www.qingxi.gov.cn/）下载。"},
		{"网址：http:/www.qingxi.gov.cn。", []string{"http:/www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn。"},
		{"网址：htttp://www.qingxi.gov.cn", []string{"htttp://www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：http:www.qingxi.gov.cn", []string{"http:www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：http：//www.qingxi.gov.cn，欢迎", []string{"http：//www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn，欢迎"},
		{"网址：http:\\\\www.qingxi.gov.cn", []string{"http:\\\\www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：https//www.qingxi.gov.cn", []string{"https//www.qingxi.gov.cn"}, "网址：https://www.qingxi.gov.cn"},
		{"网址：http://http://www.qingxi.gov.cn", []string{"http://http://www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：http:// www.qingxi.gov.cn", []string{"http:// www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：http;//www.qingxi.gov.cn", []string{"http;//www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：http:///www.qingxi.gov.cn", []string{"http:///www.qingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：www。qingxi.gov.cn", []string{"www。qingxi.gov.cn"}, "网址：www.qingxi.gov.cn"},
		{"网址：www.qingxi,gov.cn", []string{"www.qingxi,gov.cn"}, "网址：www.qingxi.gov.cn"},
		{"网址：www.qingxi.gov，cn", []string{"www.qingxi.gov，cn"}, "网址：www.qingxi.gov.cn"},
		{"网址：www.qingxi. gov.cn", []string{"www.qingxi. gov.cn"}, "网址：www.qingxi.gov.cn"},
		{"网址：wwwqingxi.gov.cn", []string{"wwwqingxi.gov.cn"}, "网址：www.qingxi.gov.cn"},
		{"网址：www..qingxi.gov.cn", []string{"www..qingxi.gov.cn"}, ""},
		{"网址：www.qingxi.govcn", []string{"www.qingxi.govcn"}, "网址：www.qingxi.gov.cn"},
		{"网址：www.qingxi.gov.c", []string{"www.qingxi.gov.c"}, ""},
		{"网址：wwww.qingxi.gov.cn", []string{"wwww.qingxi.gov.cn"}, "网址：www.qingxi.gov.cn"},
		{"联系电话：0999-123456O。", []string{"0999-123456O"}, "联系电话：0999-1234560。"},
		{"联系电话：0999-123456789012。", []string{"0999-123456789012"}, ""},
		{"邮箱：qxslj 163.com", []string{"qxslj 163.com"}, ""},
		{"热线：1234５", []string{"1234５"}, ""},
		{"网址：http://wwwqingxi.gov.cn", []string{"http://wwwqingxi.gov.cn"}, "网址：http://www.qingxi.gov.cn"},
		{"网址：www.qingxi.gov.cn.cn/a", []string{"www.qingxi.gov.cn.cn/a"}, "网址：www.qingxi.gov.cn/a"},
		{"电话：081-72345678", []string{"081-72345678"}, ""},
		{"电话：0101-2345678", []string{"0101-2345678"}, ""},
		{"邮箱：qxslj@qq", []string{"qxslj@qq"}, ""},
		{"网址：www.qingxi.con", []string{"www.qingxi.con"}, ""},
		{"网址：ｗｗｗ．ｑｉｎｇｘｉ．ｇｏｖ．ｃｎ。", []string{"ｗｗｗ．ｑｉｎｇｘｉ．ｇｏｖ．ｃｎ"}, "网址：www.qingxi.gov.cn。"},
		{"联系电话：0999—1234567。", []string{"0999—1234567"}, "联系电话：0999-1234567。"},
		{"（0999–1234567）", []string{"0999–1234567"}, "（0999-1234567）"},
		{"电话：0999——1234567", []string{"0999——1234567"}, "电话：0999-1234567"},
		{"电话：0999－1234567", []string{"~0999－1234567"}, "电话：0999-1234567"},
		{"电话：999-1234567", []string{"999-1234567"}, "电话：0999-1234567"},
		{"电话：0999-123456", []string{"0999-123456"}, ""},
		{"电话：0999-123456789", []string{"0999-123456789"}, ""},
		{"电话：09990-1234567", []string{"09990-1234567"}, ""},
		{"手机：1390000000", []string{"1390000000"}, ""},
		{"联系电话：139000000001", []string{"139000000001"}, ""},
		{"电话：123456789", []string{"123456789"}, ""},
		{"电话：0999-1234567、0999—7654321", []string{"0999—7654321"}, "电话：0999-1234567、0999-7654321"},
		{"电话：（0999）—1234567", []string{"（0999）—1234567"}, "电话：（0999）-1234567"},
		{"热线：400—123—4567", []string{"400—123—4567"}, "热线：400-123—4567"},
		{"电子邮箱：xxgk163.com", []string{"xxgk163.com"}, ""},
		{"邮箱：xxgk＠163.com", []string{"xxgk＠163.com"}, "邮箱：xxgk@163.com"},
		{"邮箱：xxgk@@163.com", []string{"xxgk@@163.com"}, ""},
		{"邮箱：xxgk@163。com", []string{"xxgk@163。com"}, "邮箱：xxgk@163.com"},
		{"邮箱：xxgk @163.com", []string{"xxgk @163.com"}, "邮箱：xxgk@163.com"},
		{"邮箱：xxgk@ 163.com", []string{"xxgk@ 163.com"}, "邮箱：xxgk@163.com"},
		{"邮箱：xxgk@163.con", []string{"xxgk@163.con"}, ""},
		{"邮箱：xxgk@163com", []string{"xxgk@163com"}, ""},
		{"邮箱：@qingxi.gov.cn", []string{"@qingxi.gov.cn"}, ""},
		{"邮箱：xxgk#163.com", []string{"xxgk#163.com"}, "邮箱：xxgk@163.com"},
		{"邮编：63560", []string{"63560"}, ""},
		{"邮政编码:6356000。", []string{"6356000"}, ""},
		{"（邮编：65110，电话：0999-1234567）", []string{"65110"}, ""},
	})
	testWordingSilent(t, contacts, []string{
		"网址：http://www.qingxi.gov.cn/。", "网址：https://www.qingxi.gov.cn/zwgk/index.html，", "可在www.qingxi.gov.cn下载。", "网址：http://qx.example.com:8080/a?b=1,2", "http://www.qingxi.gov.cn/col/col1229214366/index.html", "（http://10.0.0.1/）",
		"可登录www.qingxi.gov.cn。如有疑问请来电。", "www.qingxi.gov.cn、www.qingxi.com", "网址www.qingxi.gov.cn，邮编", "HTTP协议", "http：", "（http:）", "www.12345.gov.cn", "支持IPv6。", "WiFi全覆盖", "APP和QQ群", "5G+互联网",
		"电话：0999-1234567。", "电话：010-12345678", "电话：（0999）1234567", "电话：(0999) 1234567", "电话：09991234567", "电话：1234567", "电话：12345678", "电话：12345", "电话：400-123-4567", "电话：4001234567", "电话：0999-1234567转801", "电话：0999-1234567-801",
		"电话：0999-1234567、7654321", "电话：0999-1234567/7654321", "电话：+86-999-1234567", "电话：86-999-1234567", "手机：13900000000", "手机：139-0000-0000", "手机：139 0000 0000", "电话：0999-12345", "接听电话123456789次", "接听电话1200余次。", "电话咨询312人次",
		"传真：0999-1234567，邮编：123456", "邮编：123456", "邮编：１２３４５６", "邮编：123 456", "邮编：，电话：", "邮箱：xxgk@qingxi.gov.cn", "电子邮箱：xx.gk_01@163.com。", "邮箱：qingxi.gov.cn/mail", "书记邮箱：http://www.qingxi.gov.cn/mail", "微博@青溪发布", "[email protected]",
		"邮箱：@qq.com", "联系电话：8：30-12：00", "2022—2023年", "8221339—8221340", "2018-2023", "1—12月", "〔2021〕30号", "信用代码123456789012345678", "8:30—12:00", "QQ：123456789", "公众号qx_gov", "热线12345、110、119", "电话：0999-8800123，2023年共接听123次",
		"邮箱： 163.com", "电话：0999-12345677654321", "电话：０９９９-1234567转1", "12345热线", "电话：0999 1234567", "联系电话：020-12345678（传真）", "全年点击1234567890次", "第110报警中心", "备案号12345678号",
	})
}

func TestContactLostDigits(t *testing.T) {
	r := &report.Report{Preface: "电话：0999-12345，网址：www..gov.cn，邮编：12", Notes: []report.Note{{Code: "read.lost_digits"}}}
	s := newSubject(nil, r, report.Context{}, Settings{})
	contacts.check(s)
	if len(s.findings) > 0 {
		t.Errorf("what copying lost is no fault: %q", wordingQuotes(s.findings))
	}
}

func TestContactLongRuns(t *testing.T) {
	long := strings.Repeat("a", 100000)
	testLongRuns(t, contacts, []string{
		"网址：http//:www." + long + ".gov.cn",
		"网址：http://http://www." + long + ".gov.cn",
		"网址：www.qingxi.gov。cn/" + long,
		"网址：www.qingxi.gov." + long,
		"网址：http://" + long,
		"网址：ｗｗｗ．" + strings.Repeat("ａ", 100000) + "．ｃｎ",
		"邮箱：" + long + "@@163.com",
		"邮箱：" + long + "163.com",
		"邮箱：" + long + "＠163.com",
		"邮箱：" + long + " @163.com",
		"电话：0999-" + strings.Repeat("1", 14) + "２" + strings.Repeat("1", 100000),
		"邮编：" + strings.Repeat("1", 100000),
	})
}
