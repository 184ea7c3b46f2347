package review

import (
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// figureTopic is something of which texts say how many there are.
type figureTopic struct {
	// name is what messages call it.
	name string
	// means are the sums of meanings that it is, one for each way in which editions count it; the first that the edition has holds.
	means []string
	// also are sums that the same words may lawfully stand for: 受理 of this year's new ones, or with those from last year.
	also []string
	// most says that the text may have less, where an edition has no figure of its own: 按时办结.
	most bool
	// within are sums above which no number of it can be, where the edition has no cell for it: one channel of all that came in.
	within []string
}

// Sums of meanings that several topics need. A + stands between the meanings.
const (
	figureRefused = "requests.refused.state_secret+requests.refused.prohibited_by_law+requests.refused.security_stability+requests.refused.third_party+" +
		"requests.refused.internal_affairs+requests.refused.process+requests.refused.enforcement_file+requests.refused.inquiry"
	figureUnavailable = "requests.unavailable.not_held+requests.unavailable.needs_making+requests.unavailable.unclear"
	figureUnprocessed = "requests.unprocessed.petition+requests.unprocessed.repeated+requests.unprocessed.publication+requests.unprocessed.excessive+requests.unprocessed.reissue"
	figureAllIn       = "requests.received+requests.carried_in"
)

// figureTotals are the sums of all applications that there were in a year.
var figureTotals = []string{figureAllIn, "requests.received"}

// figureTopics are all topics by their key. Keys of results end in what the lexicon calls the result.
var figureTopics = map[string]figureTopic{
	"received":        {name: "收到申请", means: []string{"requests.received"}, also: []string{figureAllIn}},
	"new":             {name: "新收申请", means: []string{"requests.received"}},
	"handled":         {name: "办理申请", means: []string{"requests.received"}, also: []string{figureAllIn, "requests.result_total", "requests.closed", "requests.answered"}},
	"closed":          {name: "办结申请", means: []string{"requests.result_total", "requests.closed"}, also: []string{"requests.answered"}},
	"closed_on_time":  {name: "按时办结", means: []string{"requests.closed.on_time", "requests.result_total"}, also: []string{"requests.closed"}, most: true},
	"closed_extended": {name: "延期办结", means: []string{"requests.closed.extended"}},
	"answered": {name: "答复申请", means: []string{"requests.result_total", "requests.answered"}, also: []string{figureAllIn, "requests.received", "requests.closed",
		"requests.granted+requests.partial+" + figureRefused + "+" + figureUnavailable,
		"requests.granted+requests.partial+" + figureRefused + "+" + figureUnavailable + "+" + figureUnprocessed}},
	"in":                              {name: "上年结转", means: []string{"requests.carried_in"}},
	"over":                            {name: "结转下年", means: []string{"requests.carried_over"}},
	"result_total":                    {name: "办理结果总计", means: []string{"requests.result_total", "requests.closed"}, also: []string{"requests.answered"}},
	"way.any":                         {name: "经这些渠道收到的申请", within: figureTotals},
	"others.applicant.natural_person": figureOthers("自然人以外的申请", figureApplicants, "natural_person"),
	"others.applicant.business":       figureOthers("商业企业以外的申请", figureApplicants, "business"),
	"others.upheld.review":            {name: "行政复议其他结果", means: []string{"appeals.review.corrected+appeals.review.other+appeals.review.pending"}},
	"others.upheld.direct_suit":       {name: "行政诉讼其他结果", means: []string{"appeals.direct_suit.corrected+appeals.direct_suit.other+appeals.direct_suit.pending"}},
	"others.upheld.suit_after_review": {name: "行政诉讼其他结果", means: []string{"appeals.suit_after_review.corrected+appeals.suit_after_review.other+appeals.suit_after_review.pending"}},
	"others.granted":                  {name: "其他办理结果", means: []string{"requests.partial+" + figureRefused + "+" + figureUnavailable + "+" + figureUnprocessed}},
	"others.way.online":               figureOthers("网络以外的申请", figureWays, "online"),
	"others.way.letter":               figureOthers("信函以外的申请", figureWays, "letter"),
	"others.way.in_person":            figureOthers("当面以外的申请", figureWays, "in_person"),
	"some":                            {name: "这一类申请", within: figureTotals},
	"way.in_person":                   {name: "当面申请", means: []string{"requests.received.in_person"}, within: figureTotals},
	"way.fax":                         {name: "传真申请", means: []string{"requests.received.fax"}, within: figureTotals},
	"way.online":                      {name: "网络申请", means: []string{"requests.received.online"}, within: figureTotals},
	"way.letter":                      {name: "信函申请", means: []string{"requests.received.letter"}, within: figureTotals},
	"way.other_form":                  {name: "其他形式的申请", means: []string{"requests.received.other_form"}, within: figureTotals},
	"granted":                         {name: "予以公开", means: []string{"requests.granted", "requests.answered.granted"}, also: []string{"requests.answered.already_public+requests.answered.granted"}},
	"partial":                         {name: "部分公开", means: []string{"requests.partial", "requests.answered.partial"}},
	"refused":                         {name: "不予公开", means: []string{figureRefused, "requests.answered.refused"}},
	"unavailable":                     {name: "无法提供", means: []string{figureUnavailable}},
	"unprocessed":                     {name: "不予处理", means: []string{figureUnprocessed}},
	"other_handling":                  {name: "其他处理", means: []string{"requests.other"}, also: []string{"requests.other_rest"}},
	"state_secret":                    {name: "属于国家秘密", means: []string{"requests.refused.state_secret", "requests.answered.refused.state_secret"}},
	"prohibited_by_law":               {name: "法律行政法规禁止公开", means: []string{"requests.refused.prohibited_by_law"}},
	"security_stability":              {name: "危及“三安全一稳定”", means: []string{"requests.refused.security_stability"}},
	"third_party":                     {name: "保护第三方合法权益", means: []string{"requests.refused.third_party"}},
	"internal_affairs":                {name: "内部事务信息", means: []string{"requests.refused.internal_affairs"}},
	"process":                         {name: "过程性信息", means: []string{"requests.refused.process"}},
	"enforcement_file":                {name: "行政执法案卷", means: []string{"requests.refused.enforcement_file"}},
	"inquiry":                         {name: "行政查询事项", means: []string{"requests.refused.inquiry"}},
	"not_held":                        {name: "不掌握相关政府信息", means: []string{"requests.unavailable.not_held"}},
	"nonexistent":                     {name: "信息不存在", means: []string{"requests.answered.nonexistent"}},
	"not_ours":                        {name: "不属于本行政机关公开", means: []string{"requests.answered.not_ours"}},
	"needs_making":                    {name: "需要另行制作", means: []string{"requests.unavailable.needs_making"}},
	"unclear":                         {name: "补正后仍不明确", means: []string{"requests.unavailable.unclear"}},
	"petition":                        {name: "信访举报投诉类申请", means: []string{"requests.unprocessed.petition"}},
	"repeated":                        {name: "重复申请", means: []string{"requests.unprocessed.repeated"}},
	"publication":                     {name: "要求提供公开出版物", means: []string{"requests.unprocessed.publication"}},
	"excessive":                       {name: "无正当理由大量反复申请", means: []string{"requests.unprocessed.excessive"}},
	"reissue":                         {name: "重新出具已获取信息", means: []string{"requests.unprocessed.reissue"}},
	"overdue_correction":              {name: "逾期不补正", means: []string{"requests.other_overdue_correction"}},
	"overdue_fee":                     {name: "逾期未缴费", means: []string{"requests.other_overdue_fee"}},
	"already_public":                  {name: "属于已主动公开范围", means: []string{"requests.answered.already_public"}},
	"trade_secret":                    {name: "涉及商业秘密", means: []string{"requests.answered.refused.trade_secret"}},
	"privacy":                         {name: "涉及个人隐私", means: []string{"requests.answered.refused.privacy"}},
	"amend":                           {name: "告知作出更改补充", means: []string{"requests.answered.amend"}},
	"other_channel":                   {name: "告知通过其他途径办理", means: []string{"requests.answered.other_channel"}},
	"documents.issue":                 {name: "制发规范性文件", means: []string{"documents.issued", "documents.made"}, also: []string{"documents.published"}},
	"documents.make":                  {name: "制作规范性文件", means: []string{"documents.made", "documents.issued"}},
	"documents.repeal":                {name: "废止规范性文件", means: []string{"documents.repealed"}},
	"documents.force":                 {name: "现行有效规范性文件", means: []string{"documents.in_force"}, also: []string{"documents.public_total"}},
	"documents.publish_new":           {name: "新公开规范性文件", means: []string{"documents.published"}},
	"documents.public_total":          {name: "对外公开规范性文件", means: []string{"documents.public_total"}},
	"documents.publish": {name: "公开规范性文件", means: []string{"disclosure.documents", "documents.published", "documents.issued"},
		also: []string{"documents.made", "documents.public_total", "documents.in_force", "documents.issued"}},
	"documents.": {name: "规范性文件", means: []string{"documents.issued", "documents.made"},
		also: []string{"documents.in_force", "documents.repealed", "documents.published", "documents.public_total", "disclosure.documents"}},
	"regulations.issue":        {name: "制发规章", means: []string{"regulations.issued", "regulations.made"}, also: []string{"regulations.published"}},
	"regulations.make":         {name: "制作规章", means: []string{"regulations.made", "regulations.issued"}},
	"regulations.repeal":       {name: "废止规章", means: []string{"regulations.repealed"}},
	"regulations.force":        {name: "现行有效规章", means: []string{"regulations.in_force"}, also: []string{"regulations.public_total"}},
	"regulations.publish_new":  {name: "新公开规章", means: []string{"regulations.published"}},
	"regulations.public_total": {name: "对外公开规章", means: []string{"regulations.public_total"}},
	"regulations.publish": {name: "公开规章", means: []string{"regulations.published", "regulations.issued"},
		also: []string{"regulations.made", "regulations.public_total", "regulations.in_force", "regulations.issued"}},
	"regulations.": {name: "规章", means: []string{"regulations.issued", "regulations.made"},
		also: []string{"regulations.in_force", "regulations.repealed", "regulations.published", "regulations.public_total"}},
	"licensing":                   {name: "行政许可处理决定", means: []string{"licensing.decisions"}},
	"penalties":                   {name: "行政处罚处理决定", means: []string{"penalties.decisions"}},
	"coercion":                    {name: "行政强制处理决定", means: []string{"coercion.decisions"}},
	"fees":                        {name: "行政事业性收费", means: []string{"fees.amount"}},
	"procurement.projects":        {name: "政府集中采购项目", means: []string{"procurement.projects"}},
	"procurement.amount":          {name: "政府集中采购总金额", means: []string{"procurement.amount"}},
	"items":                       {name: "主动公开政府信息", means: []string{"disclosure.items"}},
	"items.website":               {name: "政府网站公开信息", means: []string{"disclosure.via.website"}, within: []string{"disclosure.items"}},
	"items.own_website":           {name: "本单位网站公开信息", means: nil},
	"items.weibo":                 {name: "政务微博公开信息", means: []string{"disclosure.via.weibo"}, within: []string{"disclosure.items"}},
	"items.wechat":                {name: "政务微信公开信息", means: []string{"disclosure.via.wechat"}, within: []string{"disclosure.items"}},
	"items.gazette":               {name: "政府公报公开信息", means: []string{"disclosure.via.gazette"}, within: []string{"disclosure.items"}},
	"response":                    {name: "回应公众关注热点或重大舆情", means: []string{"responses.items"}},
	"press":                       {name: "新闻发布会", means: []string{"responses.press_conferences"}},
	"interview":                   {name: "在线访谈", means: []string{"responses.interviews"}},
	"explained":                   {name: "政策解读稿件", means: []string{"responses.interpretations"}},
	"offices":                     {name: "政府信息公开工作专门机构", means: []string{"resources.offices"}},
	"reading_points":              {name: "政府信息公开查阅点", means: []string{"resources.reading_points"}},
	"staff":                       {name: "从事政府信息公开工作人员", means: []string{"resources.staff"}},
	"full_time":                   {name: "专职人员", means: []string{"resources.staff.full_time"}},
	"part_time":                   {name: "兼职人员", means: []string{"resources.staff.part_time"}},
	"budget":                      {name: "政府信息公开专项经费", means: []string{"resources.budget"}},
	"meeting":                     {name: "政府信息公开会议", means: []string{"meetings"}},
	"training":                    {name: "培训班", means: []string{"trainings"}},
	"trained":                     {name: "接受培训人员", means: []string{"trainings.people"}},
	"complaint":                   {name: "被举报投诉", means: []string{"complaints"}},
	"copy_fee":                    {name: "依申请公开收费", means: []string{"requests.fees"}},
	"review":                      {name: "行政复议", means: []string{"appeals.review"}, also: figureEnds("appeals.review")},
	"review.upheld":               {name: "行政复议维持", means: []string{"appeals.review.upheld"}},
	"review.corrected":            {name: "行政复议纠正", means: []string{"appeals.review.corrected"}},
	"review.pending":              {name: "行政复议尚未审结", means: []string{"appeals.review.pending"}},
	"review.other":                {name: "行政复议其他结果", means: []string{"appeals.review.other"}},
	"suit":                        {name: "行政诉讼", means: []string{"appeals.direct_suit+appeals.suit_after_review", "appeals.suits"}, also: []string{"appeals.direct_suit", "appeals.suit_after_review"}},
	"suit.upheld":                 {name: "行政诉讼维持", means: []string{"appeals.direct_suit.upheld+appeals.suit_after_review.upheld", "appeals.suits.upheld"}},
	"suit.corrected":              {name: "行政诉讼纠正", means: []string{"appeals.direct_suit.corrected+appeals.suit_after_review.corrected", "appeals.suits.corrected"}},
	"suit.pending":                {name: "行政诉讼尚未审结", means: []string{"appeals.direct_suit.pending+appeals.suit_after_review.pending"}},
	"suit.other":                  {name: "行政诉讼其他结果", means: []string{"appeals.direct_suit.other+appeals.suit_after_review.other", "appeals.suits.other"}},
	"direct_suit":                 {name: "未经复议直接起诉", means: []string{"appeals.direct_suit"}, also: figureEnds("appeals.direct_suit")},
	"direct_suit.upheld":          {name: "直接起诉维持", means: []string{"appeals.direct_suit.upheld"}},
	"direct_suit.corrected":       {name: "直接起诉纠正", means: []string{"appeals.direct_suit.corrected"}},
	"direct_suit.pending":         {name: "直接起诉尚未审结", means: []string{"appeals.direct_suit.pending"}},
	"direct_suit.other":           {name: "直接起诉其他结果", means: []string{"appeals.direct_suit.other"}},
	"suit_after_review":           {name: "复议后起诉", means: []string{"appeals.suit_after_review"}, also: figureEnds("appeals.suit_after_review")},
	"suit_after_review.upheld":    {name: "复议后起诉维持", means: []string{"appeals.suit_after_review.upheld"}},
	"suit_after_review.corrected": {name: "复议后起诉纠正", means: []string{"appeals.suit_after_review.corrected"}},
	"suit_after_review.pending":   {name: "复议后起诉尚未审结", means: []string{"appeals.suit_after_review.pending"}},
	"suit_after_review.other":     {name: "复议后起诉其他结果", means: []string{"appeals.suit_after_review.other"}},
	"applicant.natural_person":    figureApplicant("自然人申请", "natural_person"),
	"applicant.business":          figureApplicant("商业企业申请", "business"),
	"applicant.research":          figureApplicant("科研机构申请", "research"),
	"applicant.public_welfare":    figureApplicant("社会公益组织申请", "public_welfare"),
	"applicant.legal_service":     figureApplicant("法律服务机构申请", "legal_service"),
	"applicant.organisations":     figureApplicant("法人或其他组织申请", "business", "research", "public_welfare", "legal_service", "other_org"),
}

// figureEnds is the sum of the ends of cases of a kind: where it differs from their total, sum.appeals says so, and the text may be right.
func figureEnds(kind string) []string {
	return []string{kind + ".upheld+" + kind + ".corrected+" + kind + ".other+" + kind + ".pending"}
}

// figureApplicant is the topic of the applications by applicants of some kinds: of the new ones, or of all that were there.
func figureApplicant(name string, kinds ...string) figureTopic {
	sum := func(rows ...string) string {
		var out []string
		for _, row := range rows {
			for _, k := range kinds {
				out = append(out, row+"."+k)
			}
		}
		return strings.Join(out, "+")
	}
	return figureTopic{name: name, means: []string{sum("requests.received")}, also: []string{sum("requests.received", "requests.carried_in"), sum("requests.result_total")}, within: figureTotals}
}

// figureOthers is the topic of the applications of all kinds but one.
func figureOthers(name string, kinds []string, but string) figureTopic {
	var means []string
	for _, k := range kinds {
		if k != but {
			means = append(means, "requests.received."+k)
		}
	}
	return figureTopic{name: name, means: []string{strings.Join(means, "+")}}
}

// figureWays are the channels of the older editions.
var figureWays = []string{"in_person", "fax", "online", "letter", "other_form"}

// figureApplicants are the columns of the applicants.
var figureApplicants = []string{"natural_person", "business", "research", "public_welfare", "legal_service", "other_org"}

// figureSum is the sum of the cells of some meanings.
type figureSum struct {
	cells []*report.Cell
	value quantity.Value
	// known is false when the edition has no such cells, or one holds no number.
	known bool
}

// figureOf adds up the cells of meanings joined by +. A sum in which every cell is blank says nothing.
func (s *Subject) figureOf(means string) figureSum {
	out := figureSum{}
	filled := false
	for m := range strings.SplitSeq(means, "+") {
		cells := s.Edition.Meaning(m)
		if len(cells) == 0 || s.Report.SectionOfTable(cells[0].Table) == "" {
			return figureSum{}
		}
		for _, c := range cells {
			v, _ := s.Value(c)
			if v.Condition == report.Malformed {
				return figureSum{}
			}
			n, ok := figureValue(v.Plain(), c.Kind)
			if !ok {
				return figureSum{}
			}
			filled = filled || v.Condition != report.Blank
			out.cells = append(out.cells, c)
			out.value += n
		}
	}
	out.known = filled
	return out
}

// figureValue reads the plain form of a cell's value; amounts are in 万元 and become 元, as quantities are.
func figureValue(plain string, kind report.Kind) (quantity.Value, bool) {
	whole, fraction, _ := strings.Cut(plain, ".")
	const most = 11 // digits before the point: far below what a Value holds, even in 元
	if len(whole) > most || len(fraction) > 6 || strings.HasPrefix(whole, "-") {
		return 0, false
	}
	v := quantity.Value(0)
	for _, d := range whole + fraction + "000000"[len(fraction):] {
		v = v*10 + quantity.Value(d-'0')
	}
	if kind != report.KindAmount {
		return v, true
	}
	if v > 1<<62/figureWan {
		return 0, false
	}
	return v * figureWan, true
}

// figureWan is 万.
const figureWan = 10_000

// figureCellName is what a message calls a cell: a table with one column of figures needs no name for it.
func (s *Subject) figureCellName(c *report.Cell) string {
	if t := s.Edition.Table(c.Table); t != nil && len(t.Blocks) == 1 && len(t.Blocks[0].LeafColumns()) == 1 {
		return c.RowName
	}
	return c.Name()
}
