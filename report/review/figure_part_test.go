package review

import (
	"strings"
	"testing"
)

// Numbers of a part, of another year's, or of what others did prove nothing; the same words about the whole do.
func TestFigureOfPart(t *testing.T) {
	const (
		carried = "requests.received.total=86 requests.carried_in.total=5 requests.granted.total=60 requests.partial.total=10 requests.unavailable_not_held.total=13 requests.result_total.total=83 requests.carried_over.total=8 "
		two     = "requests.received.total=10 requests.carried_in.total=2 requests.granted.total=8 requests.refused_process.total=1 requests.unavailable_not_held.total=3 requests.result_total.total=12 "
		plain   = "requests.received.total=18 requests.granted.total=11 requests.partial.total=1 requests.unavailable_not_held.total=6 requests.result_total.total=18 "
		judges  = "agency:青溪县人民政府 appeals.cases.review_upheld=2 appeals.cases.review_total=2 "
		pending = "appeals.cases.review_upheld=3 appeals.cases.review_corrected=1 appeals.cases.review_pending=1 appeals.cases.review_total=5 appeals.cases.direct_suit_upheld=2 appeals.cases.direct_suit_pending=2 appeals.cases.direct_suit_total=4 "
	)
	for _, c := range []struct{ figures, text, want string }{
		// What came from last year is told apart.
		{carried, "全年收到政府信息公开申请86件，办结78件，其余8件结转下年。另有上年度结转的5件已全部办结。", ""},
		{carried, "新收86件申请的办理情况：已答复78件，结转8件；上年度结转5件全部答复。", ""},
		{carried, "上年结转5件均于年初办结。本年新收申请86件，已办结78件，8件结转下年度继续办理。", ""},
		{carried, "2022年结转的5件申请全部办理完毕；2023年新收申请86件，答复78件。", ""},
		{carried, "当年收到的申请86件中办结78件。此外，往年结转的5件也已办结。", ""},
		{carried, "全年收到政府信息公开申请86件，办结80件，其余结转下年。另有上年度结转的5件已全部办结。", "warning 80件"},
		{carried, "全年收到政府信息公开申请86件，办结78件。", "warning 78件"},
		{two, "上年结转2件，结果均为予以公开；当年新收申请10件全部办结，予以公开6件、不予公开1件、无法提供3件。", ""},
		{two, "上年结转的2件申请均予以公开。新收的10件申请，予以公开6件、不予公开1件、无法提供3件。", ""},
		{two, "新收申请10件，予以公开6件、不予公开1件、无法提供3件；结转申请2件，均予以公开。", ""},
		{two, "上年结转2件，予以公开1件、无法提供1件；新收申请10件，予以公开7件、不予公开1件、无法提供2件。", ""},
		{two, "企业申请4件，其中予以公开2件，其余无法提供；自然人申请予以公开6件。", ""},
		{two, "全年办结12件申请，予以公开6件，不予公开1件，无法提供3件。", "warning 6件"},
		{two, "上年结转2件，当年新收申请10件全部办结，予以公开6件、不予公开1件、无法提供3件。", "warning 6件"},
		// The whole before what follows.
		{plain, "全年答复申请18件。18件中予以公开11件，部分公开1件，无法提供6件。", ""},
		{plain, "18件申请中予以公开11件，部分公开1件。", ""},
		{plain, "收到的18件政府信息公开申请中，予以公开11件，部分公开1件。", ""},
		{plain, "18件申请的答复中，予以公开11件，部分公开1件。", ""},
		{plain, "18件的结果为予以公开11件、部分公开1件、无法提供6件。", ""},
		{plain, "2023年18件申请予以公开11件、无法提供6件。", ""},
		{plain, "答复的18件当中予以公开11件。", ""},
		{plain, "申请18件，办结件中11件予以公开、1件部分公开、6件无法提供。", ""},
		{plain, "全年办结申请18件。办结件中11件予以公开、3件部分公开、6件无法提供。", "warning 3件"},
		{plain, "全年答复申请18件。18件中予以公开12件，部分公开1件，无法提供6件。", "warning 12件"},
		{plain, "全年收到申请18件，18件中予以公开11件，部分公开2件。", "warning 2件"},
		// A whole that is not the year's.
		{plain, "全年共有5件申请涉及第三方权益。5件中，予以公开3件、部分公开1件、无法提供1件。全年共收到申请18件。", ""},
		{plain, "自然人申请13件，企业申请5件。13件自然人申请中予以公开6件、部分公开1件、无法提供6件；5件企业申请均予以公开。", ""},
		{plain, "收到申请18件。涉及征地的7件申请中，予以公开4件，无法提供3件。", ""},
		{plain, "收到申请18件，通过邮寄提交的6件申请中，予以公开2件，无法提供4件。", ""},
		{plain, "全年申请18件，其中延期答复4件，4件中予以公开3件，部分公开1件。", ""},
		{two, "办结的12件中，有2件为上年度结转，8件为本年新收。本年新收申请共10件。", ""},
		{two, "办结的申请中，新收件中予以公开6件、无法提供3件。", ""},
		{plain, "收到申请18件，当年收到的申请中予以公开12件。", "warning 12件"},
		{plain, "对当面提交的2件申请当场答复，予以公开2件；对信函提交的6件申请，予以公开3件、无法提供3件。", ""},
		{plain, "收到申请18件，其中4件来自同一村，涉及的4件申请予以公开2件，无法提供2件。", ""},
		{plain, "延期答复4件，占22.2%，延期答复的4件中予以公开2件，部分公开1件，无法提供1件。", ""},
		{plain, "抽查申请案卷9件，其中予以公开类5件、无法提供类4件。", ""},
		{plain, "协助县自然资源局答复申请3件，其中予以公开2件、部分公开1件。", ""},
		{plain, "18件申请共涉及文件40份，其中予以公开31份、部分公开9份。", ""},
		{plain, "通过“一件事”平台受理申请8件，予以公开5件、无法提供3件；通过邮寄收到10件。", ""},
		{plain, "2024年1月又收到申请2件，予以公开1件，不计入本年度。", ""},
		{plain, "局机关予以公开7件，下属中心予以公开4件。", ""},
		{plain, "网络申请12件，予以公开8件；信函申请6件，予以公开3件。", ""},
		{plain, "收到申请18件，其中予以公开10件，部分公开1件，无法提供6件，撤回1件。", "warning 10件"},
		// Other years.
		{plain, "2021年、2022年、2023年分别收到政府信息公开申请12件、15件和18件。", ""},
		{plain, "2022年的4件申请全部属于执法案卷，依法不予公开4件。", ""},
		{plain, "对照2022年：收到申请9件、办结8件。", ""},
		{plain, "四季度办结申请8件，其中予以公开4件。", ""},
		{plain, "上半年收到政府信息公开申请5件，办结4件；下半年收到13件。全年办结申请17件。", "warning 17件"},
		{plain, "另有1件申请于2023年12月26日收到，已于2024年1月10日答复。", ""},
		{plain, "2023年收到申请18件；2022年收到申请25件，其中予以公开12件、部分公开4件、无法提供9件。", ""},
		{plain, "2023年收到申请18件，较2022年减少1件，2022年19件中予以公开10件、无法提供9件。", ""},
		{plain, "全年18件申请均已办结；上年14件申请中，8件予以公开，2件部分公开，4件无法提供。", ""},
		{plain, "与2022年收到申请11件、办结11件相比，分别增长63.6%和63.6%。", ""},
		{plain, "予以公开由14件减少到11件，部分公开由4件减少到1件，无法提供由10件减少到6件。", ""},
		{plain, "受理申请18件，去年同期20件（其中予以公开15件、部分公开5件），减少2件。", ""},
		{plain, "2022年办结申请20件，予以公开15件。2023年办结申请18件，予以公开12件。", "warning 12件"},
		{plain, "受理申请18件，去年同期20件，减少2件，其中予以公开12件。", "warning 12件"},
		{judges, "因政府信息公开被提起行政复议2件，均维持；上年同期3件，2件维持，1件纠正。", ""},
		// One by one.
		{"disclosure.licensing.decisions=1124 disclosure.penalties.decisions=63 disclosure.coercion.decisions=2", "行政许可、行政处罚、行政强制分别作出决定1124件、63件和2件。", ""},
		{"disclosure.licensing.decisions=1124 disclosure.penalties.decisions=63 disclosure.coercion.decisions=2", "行政许可、行政处罚、行政强制分别作出决定1124件、65件和2件。", "warning 65件"},
		{"disclosure.licensing.decisions=1124 disclosure.penalties.decisions=63", "作出行政许可决定和行政处罚决定分别为1124件、63件。", ""},
		{plain, "予以公开、部分公开、无法提供分别为11件、1件、6件。", ""},
		{plain, "予以公开和部分公开的分别为11件和1件。", ""},
		// How they were answered.
		{plain, "全年依申请公开答复方式为：书面答复10件、电子邮件答复5件、当面答复3件，共18件。", ""},
		{plain, "全年办理申请，一次性答复13件、补正后答复3件、延期答复2件，合计18件。", ""},
		{plain, "结转的3件申请，1件于2024年1月5日答复，2件于1月12日答复。", ""},
		{plain, "全年18件申请涉及第三方，征求第三方意见31人次，第三方同意公开19人次、不同意公开8人次。", ""},
		{plain, "征求第三方意见后，第三方同意公开3件，不同意公开2件。", ""},
		{plain, "对拟公开信息开展保密审查，审查后公开1842条，不予公开7条。", ""},
		// Who decides and against whom.
		{judges, "县政府作为复议机关全年审理政府信息公开类行政复议案件12件，其中维持8件、责令重新答复2件；作为被申请人的复议案件2件，结果均为维持。", ""},
		{judges, "办理政府信息公开复议答复案件（作为被申请人）2件，均予维持；审理复议案件（作为复议机关）14件，其中维持4件、撤销1件。", ""},
		{judges, "县行政复议局审结政府信息公开行政复议案件9件，其中维持6件，纠正3件。", ""},
		{judges, "以复议机关身份办理政府信息公开行政复议7件。其中维持5件、纠正2件。", ""},
		{judges, "因政府信息公开被申请行政复议3件，复议机关均维持。", "warning 3件"},
		{judges, "以县政府为被申请人的政府信息公开行政复议3件，维持3件。", "warning 3件"},
		{"agency:青溪县司法局 ", "县司法局共办结涉政府信息公开行政复议案件11件，其中维持9件、纠正1件。", ""},
		{judges, "涉及政府信息公开的行政复议案件共3件，其中1件以市政府为被申请人、不计入本报告表格。", ""},
		{pending, "政府信息公开行政复议案件审结4件，尚未审结1件。", ""},
		{pending, "政府信息公开行政诉讼已审结2件，2件尚未审结。", ""},
		{pending, "政府信息公开行政复议收到4件，上年结转1件。", ""},
		{judges, "近五年政府信息公开行政复议共9件，其中维持7件、其他2件，2023年2件。", ""},
		{judges, "全部行政复议案件29件，其中工伤认定27件、信息公开2件。", ""},
		{judges, "涉及我局的行政复议案件10件，其中政府信息公开类2件，维持2件；婚姻登记类8件，维持5件，撤销3件。", ""},
		{judges, "县政府本级受理政府信息公开行政复议申请8件，审结7件，维持5件，纠正2件。作为被申请人的行政复议2件，均维持。", ""},
		{judges, "政府信息公开行政复议7件，其中维持5件，纠正2件。", "warning 7件; warning 5件; warning 2件"},
		{pending, "政府信息公开行政复议案件4件。", "warning 4件"},
		{pending, "涉及政府信息公开的案件如下：行政复议类6件。", "warning 6件"},
		{pending, "政府信息公开行政复议案件审结3件。", "warning 3件"},
		// Documents of others, and of several years.
		{figureDisclosed, "县政府公报全年编发12期，刊登文件96份，其中规范性文件21份。", ""},
		{figureDisclosed, "政策文件库收录规范性文件58件。", ""},
		{figureDisclosed, "自2021年至2023年底，三年累计制发规范性文件17件，其中2023年4件；累计废止11件，其中2023年2件。", ""},
		{figureDisclosed, "现行有效规范性文件由年初的31件减为年末的20件。", ""},
		{figureDisclosed, "“十四五”以来，制发规范性文件14件、废止22件，今年分别为4件和2件。", ""},
		{figureDisclosed, "清理规范性文件26件，拟保留18件、拟修改6件、拟废止2件。", ""},
		{figureDisclosed, "开展规范性文件清理：废止1件，宣布失效1件。", ""},
		{figureDisclosed, "126件文件中标注“主动公开”52件、“依申请公开”33件、“不予公开”41件。", ""},
		{figureDisclosed, "动态更新文件库，现行有效的行政规范性文件共24件。", "warning 24件"},
		{figureDisclosed, "全年制发规范性文件6件，均在政府公报刊登。", "warning 6件"},
		// Who has none, and who something else.
		{figureRequests, "新收申请中，自然人申请10件、商业企业申请2件，科研机构、社会公益组织等其他主体均未提出申请。", ""},
		{figureRequests, "自然人申请10件，科研机构、法律服务机构均没有提出申请。", ""},
		{figureRequests, "依申请公开专栏运行正常。“互动交流”板块受理事项153件，来源包括网站90件、微信50件。", ""},
		// What goes on to the next year, and why.
		{plain, "截至2023年12月31日，尚有2件申请因未到答复期限结转下年度继续办理。", "warning 2件"},
		{plain, "年末有2件申请因补正期未满，结转2024年办理。", "warning 2件"},
		{plain, "尚有2件申请未到答复期限，转入下一年度继续办理。", "warning 2件"},
		{plain, "2件申请因12月下旬收到，结转至2024年答复。", "warning 2件"},
		{plain, "另有2件许可申请因补正未到期，结转2024年办理。", ""},
		{plain, "尚有2件建议因承办周期较长结转下年度继续办理。", ""},
	} {
		var got []string
		for _, f := range figureFindings(t, "gb-2021", c.figures, c.text) {
			if !strings.HasPrefix(f, "hint") && strings.Contains(f, CodeFigure) {
				got = append(got, strings.Replace(f, CodeFigure+" ", "", 1))
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, got, c.want)
		}
	}
}
