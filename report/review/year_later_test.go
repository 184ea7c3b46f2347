package review

import "testing"

// What is told as done in a time that had not come when the report was written (on 18 January).
func TestYearNotYetCome(t *testing.T) {
	testSayings(t, years, codeYear, []sayingCase{
		{2023, "overview", "2024年5月，组织开展政务公开业务培训1次，参训45人。", "warning 2024年"},
		{2023, "overview", "2024年8月，对公开栏目进行了全面自查整改。", "warning 2024年"},
		{2023, "overview", "2024年11月，我镇迎接了全县政务公开检查。", "warning 2024年"},
		{2023, "overview", "2024年6月，结合环境日组织公众开放活动2场。", "warning 2024年"},
		{2023, "overview", "2024年7月底，镇里对栏目进行了检查。", "warning 2024年"},
		{2023, "overview", "2024年11月20日，镇党委会专题听取政务公开工作汇报。", "warning 2024年"},
		{2023, "overview", "按时公开2024年度部门决算、绩效自评结果，内容完整。", "warning 2024年度"},
		{2023, "overview", "及时发布2025年度部门预算。", "warning 2025年度"},
		{2023, "problems", "2024年的政务公开工作存在解读不够深入等问题。", "warning 2024年"},
		{2023, "overview", "相比于2023年，今年申请量增加2件。", "warning 2023年"},
	})
	testSilent(t, years, []sayingCase{
		{2023, "overview", "2024年1月12日，我镇在网站公开了2023年度工作总结。", ""},
		{2023, "overview", "2024年3月前，完成2023年度报告公开。", ""},
		{2023, "overview", "2024年春节前，发放公开指南300份。", ""},
		{2023, "overview", "我镇承接的试点任务将于2024年10月验收。", ""},
		{2023, "overview", "按照部署，专项行动持续到2024年6月底。", ""},
		{2023, "overview", "2024年3月31日前，各部门应公布年度报告。", ""},
		{2023, "overview", "2024年，我镇将公开2023年度决算。", ""},
		{2023, "overview", "公开2024年部门预算编制说明。", ""},
		{2023, "overview", "公布2022年度决算和2023年度预算。", ""},
		{2023, "overview", "公示2024年拟建项目12个。", ""},
		{2023, "overview", "到2024年，专区将覆盖全部行政村。", ""},
		{2023, "problems", "2024年，严格落实“三审三校”，杜绝错敏信息。", ""},
		{2023, "problems", "2024年，推进公开平台规范化建设，每月更新不少于10条。", ""},
		{2023, "problems", "2024年上半年，完成公开指南修订。", ""},
	})
}
