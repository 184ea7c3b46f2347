package review

import "testing"

func TestContactKinds(t *testing.T) {
	testKinds(t, contacts, [][2]string{
		// Telephones.
		{"受理电话：0556.5358032。", "0556.5358032"}, {"联系方式：0556/5358032。", "0556/5358032"}, {"咨询电话为0556，5358032。", "0556，5358032"}, {"联系电话：0556：5358032。", "0556：5358032"}, {"咨询电话为010*62358032。", "010*62358032"},
		{"联系电话0556-535803X。", "0556-535803X"}, {"咨询电话：0556-53580X2。", "0556-53580X2"}, {"咨询电话：0556-535S032。", "0556-535S032"}, {"办公电话：0556-5358-032。", "~0556-5358-032"}, {"咨询电话：0556-0358032。", "0556-0358032"},
		{"咨询电话：0556-1358032。", "~0556-1358032"}, {"咨询电话：00556-5358032。", "00556-5358032"}, {"联系电话：0586-5358032。", "~0586-5358032"}, {"受理电话：07156233588899，工作日受理。", "07156233588899"},
		{"受理12354政务服务便民热线工单32件。", "12354"}, {"拨打123456热线咨询。", "123456"}, {"受理1234５热线工单32件。", "1234５"}, {"办理“13245”热线转办件。", "13245"},
		// Addresses on the web.
		{"网址：www.qingxi.gov.cn./zwgk。", "www.qingxi.gov.cn./zwgk"}, {"网址：www.qingxi gov.cn。", "www.qingxi gov.cn"}, {"网址：www qingxi.gov.cn。", "www qingxi.gov.cn"}, {"网址：www.www.qingxi.gov.cn。", "www.www.qingxi.gov.cn"},
		{"网址：www.qingxi.gov.cn.com。", "www.qingxi.gov.cn.com"}, {"网址：www.qingxigovcn。", "www.qingxigovcn"},
		// E-mail.
		{"申请表可发送至ysqgk@xinxigk。", "ysqgk@xinxigk"}, {"电子邮箱：qxzxxgk@613.com。", "~qxzxxgk@613.com"}, {"电子邮箱：qxz xxgk@163.com。", "qxz xxgk@163.com"}, {"电子邮箱：qxzxxgk@163.com.com。", "qxzxxgk@163.com.com"}, {"E-mail：qxzdzb@.com。", "~qxzdzb@.com"},
	})
	testWordingSilent(t, contacts, []string{
		"联系电话：0556-5358032、5358033，传真：0556-5358034。", "电话咨询。0556、0558两地联动。", "电话：00852-23456789", "电话：0556-5358032QQ：12345", "咨询电话：0556-5358032，12345热线。",
		"拨打12345、12315、12333、110、12328热线，全年受理1234件。", "12315消费者投诉举报热线、12319城建服务热线、96116热线。", "热线电话：工作日8:00-12:00。", "受理1235件热线工单。",
		"网址www.qingxi.gov.cn 公开栏目", "邮箱：Email xxgk@163.com", "电子邮箱：xxgk@163.com xxgk@126.com", "邮箱：xxgk@qx.gov.cn",
	})
}

func TestContactRound(t *testing.T) {
	testKinds(t, contacts, [][2]string{
		{"网址：www.liuhe.go.cn。", "www.liuhe.go.cn"}, {"登录w w w.liuhe.gov.cn查询。", "w w w.liuhe.gov.cn"}, {"网站：www.liu he.gov.cn。", "www.liu he.gov.cn"}, {"邮箱：lhz@liuhe.gov.vn。", "lhz@liuhe.gov.vn"}, {"邮箱：lhz@liuhe.gov。", "lhz@liuhe.gov"},
		{"电话：09991-234567。", "09991-234567"}, {"电话：0999-2345678-。", "0999-2345678-"}, {"电话：0999-2345678转。", "~0999-2345678转"}, {"电话：0999-2345678、234567。", "~234567"}, {"电话：09992345。", "09992345"}, {"电话：0999-234-56。", "0999-234-56"},
		{"邮编：23300O。", "23300O"}, {"邮编：２３３0００。", "２３３0００"}, {"政务热线：123455。", "123455"},
	})
	testWordingSilent(t, contacts, []string{
		"网站：www.liuhe.gov.cn www.he.gov.cn。", "电话：0999-2345678转801，0999-12345。", "邮箱：lhz@liuhe.gov.cn，邮编：233000。", "政务热线：12345，接听电话123456次。", "见www.liuhe.gov.cn we are open。", "电话：0999-2345678、2345679。",
	})
}

func TestContactMixed(t *testing.T) {
	testKinds(t, contacts, [][2]string{
		{"邮编：239-300。", "239-300"}, {"网址：www.qingxi.gov.cn/zwgk /index.html。", "www.qingxi.gov.cn/zwgk /index.html"},
		{"受理1２345热线工单。", "1２345"}, {"举报电话：1２388。", "1２388"}, {"联系电话：5566-123。", "~5566-123"}, {"电子邮箱：qxzw@16３.com。", "qxzw@16３"}, {"电子邮箱：qxzw@sina.con.cn", "qxzw@sina.con.cn"}, {"网址：www.qingxi.gov.cn//zwgk。", "www.qingxi.gov.cn//zwgk"}, {"网址：http:∥www.qingxi.gov.cn", "http:∥www.qingxi.gov.cn"},
	})
	testWordingSilent(t, contacts, []string{"公开1２条。", "网址：www.qingxi.gov.cn/zwgk / www.qingxi.gov.cn/hd。", "邮编：239300-239399。", "电话：6623-4518。", "联系电话：662-3451。", "网址：http://www.qingxi.gov.cn/go?to=http://www.ah.gov.cn/。", "电子邮箱：qxzw@163.com，联系人：张三。"})
}
