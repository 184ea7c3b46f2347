package quantity

import (
	"fmt"
	"strings"
	"testing"
)

var (
	formNames  = [...]string{"", "money ", "percent ", "times ", "time ", "ordinal ", "label "}
	boundNames = [...]string{"", "≥", "≤", "≈"}
	senseNames = [...]string{"", " difference", " previous", " cumulative", " planned"}
)

// written is a quantity in short: form, bound, value, unit, sense.
func written(r *Reading, q *Quantity) string {
	if q.Form == Label {
		return "label " + q.Span.Of(r.Text)
	}
	if q.None {
		return "none" + senseNames[q.Sense]
	}
	return formNames[q.Form] + boundNames[q.Bound] + q.Value.String() + q.Unit + senseNames[q.Sense]
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Digits and their marks.
		{"公开信息12条", "12条"}, {"公开信息 12 条", "12条"}, {"公开1,113条", "1113条"}, {"公开1，113条", "1113条"}, {"公开１２３条", "123条"}, {"公开1,234,567条", "1234567条"},
		{"收到3，其中", "3"}, {"公开2018,123", "label 2018; 123"}, {"阅读4.13万余次", "≥41300次"}, {"阅读10余万次", "≥100000次"}, {"投入3.5万元", "money 35000元"},
		{"投入288.829万元", "money 2888290元"}, {"投入9.8亿元", "money 980000000元"}, {"投入1770余万元", "money ≥17700000元"}, {"投入7万余元", "money ≥70000元"}, {"收费120元", "money 120元"},
		{"转发5百余条", "≥500条"}, {"3 万人次", "30000人次"},
		// Chinese numerals.
		{"召开三次会议", "3次"}, {"两家单位", "2家"}, {"十余次", "≥10次"}, {"公开一百二十三条", "123条"}, {"三千二百件", "3200件"}, {"一万零五件", "10005件"}, {"印发一百多份", "≥100份"},
		{"召开一次会议", "1次"}, {"二十一条措施", "21条"}, {"上百次", "≥100次"}, {"百余次", "≥100次"}, {"近百家企业", "≤100家"},
		{"数十次", ""}, {"几十次", ""}, {"三五次", ""}, {"二〇二三年", "time 2023年"},
		// Percentages.
		{"占65.29%", "percent 65.29%"}, {"占２％", "percent 2%"}, {"百分之五", "percent 5%"}, {"百分之六十五点二九", "percent 65.29%"}, {"百分之百", "percent 100%"}, {"百分之12.5", "percent 12.5%"}, {"千分之五", "percent 0.5‰"},
		{"千分比为3‰", "percent 0.3‰"}, {"提高2个百分点", "percent 2百分点 difference"}, {"95%以上", "percent ≥95%"}, {"增长了2倍", "times 2倍 difference"},
		{"占 2 %", "percent 2%"}, {"占八成", "percent 80成"}, {"八成以上", "percent ≥80成"}, {"成立三个小组", "3个"}, {"约三分之一", ""}, {"占总数的四分之三", "percent 75分之"},
		// Exactness.
		{"40余次", "≥40次"}, {"300多条", "≥300条"}, {"近3万条", "≤30000条"}, {"近3万余人次", "≈30000人次"}, {"约50件", "≈50件"}, {"50件左右", "≈50件"}, {"5件以上", "≥5件"}, {"不足5件", "≤5件"},
		{"超过100条", "≥100条"}, {"至少1次", "≥1次"}, {"不少于4次", "≥4次"}, {"最近3次", "3次"}, {"网上3件", "3件"}, {"预约3人", "3人"}, {"突破1万条", "≥10000条"}, {"3至5件", "≈5件"}, {"3—5件", "≈5件"},
		// Dates and lengths of time.
		{"2018年1月1日至12月31日", "time 2018年; time 1月; time 1日; time 12月; time 31日"}, {"1—12月", "time 1月; time 12月"}, {"1-12月", "time 1月; time 12月"},
		{"20个工作日内", "time 20个工作日"}, {"24小时", "time 24小时"}, {"3个月", "time 3个月"}, {"2019-02-14", "time 2019"}, {"15:40", "time 15"}, {"三年来", "time 3年来"}, {"2018-2019年", "time 2018年; time 2019年"},
		{"2023年度", "time 2023年度"}, {"四季度", "time 4季度"},
		// Counts that look like years.
		{"公开信息2017条", "2017条"}, {"受理2024 件", "2024件"},
		// Names.
		{"〔2021〕30号", "label 2021; label 30号"}, {"[2021]30号", "label 2021; label 30号"}, {"(2021)30号", "label 2021; label 30号"}, {"0827-8221339", "label 0827-8221339"}, {"0632—6616110", "label 0632—6616110"},
		{"12345热线", "label 12345热线"}, {"12345政务服务便民热线", "label 12345"}, {"“12345”", "label 12345"}, {"城山路1号", "label 1号"}, {"第711号", "ordinal 711号"}, {"5G网络", "label 5"}, {"IPv6", "label 6"},
		{"邮编353000", "353000"}, {"电话8221339", "label 8221339"}, {"B座107室", "label 107室"}, {"十九届二中全会", ""}, {"五届四次全会", "label 四次"}, {"www.a1.gov.cn/3", ""}, {"a@163.com", ""},
		{"第三", "ordinal 3"}, {"第二十条第（一）项", "ordinal 20条"}, {"第二十条、二十一条", "ordinal 20条; ordinal 21条"}, {"第一次", "ordinal 1次"}, {"第 3 季度", "ordinal 3季度"},
		{"1.主动公开", "ordinal 1"}, {"2、公开", "ordinal 2"}, {"（1）公开", "label 1"}, {"1.2023年", "ordinal 1; time 2023年"}, {"（一）公开", ""}, {"3）公开", "ordinal 3"},
		{"《2018年清单》3件", "label 2018年; 3件"}, {"2次全会", "label 2次"},
		// Idioms and set words.
		{"“三安全一稳定”", ""}, {"一是公开", ""}, {"一对一辅导", ""}, {"“两不愁三保障”", ""}, {"统一部署", ""}, {"一系列措施", ""}, {"一次性告知", ""}, {"进一步", ""}, {"一起推进", ""}, {"一起行政诉讼", "1起"},
		{"“三公”经费", ""}, {"一事一审", ""}, {"十分重要", ""}, {"每一件", ""}, {"同一类", ""}, {"一件事一次办", ""}, {"三审三校", ""}, {"一部分", ""}, {"万家企业", ""}, {"“一网通办”", ""}, {"三个代表", "3个"},
		{"一站式服务", ""}, {"星期三", ""}, {"五级书记", ""}, {"第一责任人", "ordinal 1"}, {"12条例", "12"}, {"一组287条", "287条"},
		{"无一例外", ""}, {"收到一件网上申请", "1件"}, {"收到一件通过信函提出的申请", "1件"}, {"清单一份", "1份"}, {"一张网", ""}, {"一户一策", ""}, {"开展3次日常检查", "3次"}, {"2次数据更新", "2次"}, {"办理12件事项", "12件"}, {"3月15日前", "time 3月; time 15日"}, {"2018年报告", "time 2018年"}, {"12处理", "12"},
		// Several at once.
		{"4大类19项任务", "4大类; 19项"}, {"六部分", "6部分"}, {"18个窗口部门", "18个"}, {"分别为3、4、5件", "3件; 4件; 5件"}, {"发布图文3篇次", "3篇次"}, {"96场次", "96场次"},
	} {
		r := Read(c.text)
		var got []string
		for i := range r.Quantities {
			got = append(got, written(r, &r.Quantities[i]))
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNone(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"本年度未收到政府信息公开申请。", "未收到|本年度|政府信息公开申请"},
		{"全年没有收到申请。", "没有收到|全年|申请"},
		{"2023年，我镇暂未收到政府信息公开申请。", "暂未收到|我镇|政府信息公开申请"},
		{"街道未接到信息公开申请。", "未接到|街道|信息公开申请"},
		{"未发生行政复议、行政诉讼。", "未发生||行政复议、行政诉讼"},
		{"均未产生行政复议和行政诉讼案件。", "均未产生||行政复议和行政诉讼案件"},
		{"我局无行政复议、行政诉讼案件。", "无|我局|行政复议、行政诉讼案件"},
		{"本机关没有收取任何费用。", "没有收取|本机关|任何费用"},
		{"部门未对信息公开收取任何费用。", "未对|部门|信息公开收取任何费用"},
		{"因信息公开引发的诉讼为零。", "为零|因信息公开引发的诉讼|"},
		{"监督平台保持零投诉。", "零投诉|监督平台保持|"},
		{"无", "无||"},
		{"没有其他需要报告的事项。", "没有||其他需要报告的事项"},
		{"尚无规章。", "尚无||规章"},
		{"全年未制发规范性文件。", "未制发|全年|规范性文件"},
		{"无法提供3件", ""},
		{"申请人无正当理由逾期不补正", ""},
		{"公开没有及时更新", ""},
		{"无障碍浏览", ""},
		{"毫无保留", ""},
		{"未能及时公开", ""},
		{"未来三年", ""},
	} {
		r := Read(c.text)
		var got []string
		for i := range r.Quantities {
			if q := &r.Quantities[i]; q.None {
				got = append(got, q.Span.Of(c.text)+"|"+q.Before.Of(c.text)+"|"+q.After.Of(c.text))
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSense(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"收到12件，比上年增加3件，增长33.3%", "12件; 3件 difference; percent 33.3% difference"},
		{"收到12件，较2021年多3件", "12件; time 2021年; 3件 difference"},
		{"收到12件，较上年的9件增加3件", "12件; 9件 previous; 3件 difference"},
		{"去年为9件，今年12件", "9件 previous; 12件"},
		{"去年，收到9件；今年，收到12件", "9件 previous; 12件"},
		{"上年结转2件", "2件"},
		{"上一年度结转政府信息公开申请2件", "2件"},
		{"结转下年度办理1件", "1件"},
		{"与上年相比，收到12件", "12件"},
		{"数量增至12件", "12件"},
		{"由9件增加到12件", "9件; 12件"},
		{"去年以来，收到12件", "12件"},
		{"自网站开通以来，累计发布3000条", "3000条 cumulative"},
		{"全年累计公开3000条", "3000条"},
		{"2024年，计划开展培训3次", "time 2024年; 3次 planned"},
		{"明年将公开100条，培训3次", "100条 planned; 3次 planned"},
		{"力争公开100条", "100条 planned"},
		{"计划总结类792条", "792条"},
		{"同比减少文件3件、信息5条", "3件 difference; 5条 difference"},
		{"上年同期受理9件", "9件 previous"},
		{"不断增加公开渠道，发布12条", "12条"},
	} {
		r := Read(c.text)
		var got []string
		for i := range r.Quantities {
			got = append(got, written(r, &r.Quantities[i]))
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBeforeAndAfter(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"全年共受理政府信息公开申请312件。", "全年共受理政府信息公开申请||0"},
		{"收到3件政府信息公开申请，", "收到|政府信息公开申请|0"},
		{"自然人申请3件、法人申请2件", "自然人申请||0; 法人申请||0"},
		{"收到3件申请、2件投诉和1件建议", "收到|申请|0; |投诉|0; |建议|0"},
		{"对公民、法人的申请3件", "对公民、法人的申请||0"},
		{"受理申请（含上年结转2件）312件", "含上年结转||1; 受理申请（含上年结转2件）||0"},
		{"2023年收到申请3件", "2023年收到申请||0"},
		{"公开及时的信息3条", "公开及时的信息||0"},
		{"公开12条，占20%", "公开||0; 占||0"},
	} {
		r := Read(c.text)
		var got []string
		for i := range r.Quantities {
			if q := &r.Quantities[i]; q.counts() {
				got = append(got, fmt.Sprintf("%s|%s|%d", q.Before.Of(c.text), q.After.Of(c.text), q.Depth))
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	text := "收到3件（其中网上2件。均已办结）。公开5条；\n解读2篇"
	r := Read(text)
	var got []string
	for _, q := range r.Quantities {
		got = append(got, fmt.Sprint(q.Sentence))
	}
	if got, want := strings.Join(got, " "), "0 0 1 2"; got != want {
		t.Errorf("sentences %s, want %s", got, want)
	}
	if got, want := r.Sentences[1].Of(text), "公开5条；\n"; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

// A word of two kinds would be read now as one, now as the other.
func TestWordsHaveOneKind(t *testing.T) {
	kinds := map[string]wordKind{}
	for kind, list := range lexicon {
		for _, w := range strings.Fields(list) {
			if other, ok := kinds[w]; ok {
				t.Errorf("%s is of kinds %d and %d", w, kind, other)
			}
			kinds[w] = kind
		}
	}
}
