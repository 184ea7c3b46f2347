package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

var (
	prefaceLine = "根据《条例》要求编制本报告，现予公布。"
	oneSentence = "全年发布水情通报十二期，群众随时可查。"
)

// official is a page with the six sections under the given headings.
func official(title string, headings ...string) []string {
	lines := []string{title, prefaceLine}
	for i, h := range headings {
		lines = append(lines, h)
		switch {
		case i >= 1 && i <= 3:
			lines = append(lines, "《table "+[]string{"disclosure", "requests", "appeals"}[i-1]+"》")
		default:
			lines = append(lines, oneSentence)
		}
	}
	return lines
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		name            string
		lines           []string
		title, agency   string
		year            int
		number, publish string
	}{
		{"year behind", []string{"青溪县水利局2022年政府信息公开工作年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"year in front", []string{"2023年岚山省市监局政府信息公开工作年度报告"}, "2023年岚山省市监局政府信息公开工作年度报告", "岚山省市监局", 2023, "", ""},
		{"年度 twice", []string{"2023年度青溪街道政府信息公开工作年度报告"}, "2023年度青溪街道政府信息公开工作年度报告", "青溪街道", 2023, "", ""},
		{"工作 behind the year", []string{"青溪街道政府信息公开工作2025年度报告"}, "青溪街道政府信息公开工作2025年度报告", "青溪街道", 2025, "", ""},
		{"政务信息", []string{"青溪镇2019年政务信息公开工作总结报告"}, "青溪镇2019年政务信息公开工作总结报告", "青溪镇", 2019, "", ""},
		{"年报", []string{"青溪县教育局2020年信息公开年报"}, "青溪县教育局2020年信息公开年报", "青溪县教育局", 2020, "", ""},
		{"关于…的报告", []string{"青溪海关关于2021年度政府信息公开工作情况的报告"}, "青溪海关关于2021年度政府信息公开工作情况的报告", "青溪海关", 2021, "", ""},
		{"government without year between", []string{"2022年青溪县人民政府信息公开年度报告"}, "2022年青溪县人民政府信息公开年度报告", "青溪县人民政府", 2022, "", ""},
		{"office for openness", []string{"青溪县政务公开办公室2022年政府信息公开工作年度报告"}, "青溪县政务公开办公室2022年政府信息公开工作年度报告", "青溪县政务公开办公室", 2022, "", ""},
		{"two lines", []string{"青溪乡2022年政府信息公开工作", "年度报告"}, "青溪乡2022年政府信息公开工作年度报告", "青溪乡", 2022, "", ""},
		{"three lines", []string{"青溪县水利局", "2022年政府信息公开工作", "年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"with suffix", []string{"青溪县人民政府本级2022年政府信息公开工作年度报告"}, "青溪县人民政府本级2022年政府信息公开工作年度报告", "青溪县人民政府", 2022, "", ""},
		{"defect", []string{"青溪县水利局2022年政府信息公开工作告年度报告"}, "青溪县水利局2022年政府信息公开工作告年度报告", "青溪县水利局", 2022, "", ""},
		{"cut off", []string{"青溪县水利局2022年政府信息公开工作年度报"}, "青溪县水利局2022年政府信息公开工作年度报", "青溪县水利局", 2022, "", ""},
		{"Chinese year", []string{"青溪县水利局二〇二二年政府信息公开工作年度报告"}, "青溪县水利局二〇二二年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"full width", []string{"青溪县水利局２０２２年政府信息公开工作年度报告"}, "青溪县水利局２０２２年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"spaced", []string{"青溪县水利局　2022 年政府信息公开工作年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"year in brackets below", []string{"青溪县水利局政府信息公开工作年度报告", "（2022年度）"}, "青溪县水利局政府信息公开工作年度报告（2022年度）", "青溪县水利局", 2022, "", ""},
		{"number above, date below", []string{"青水发〔2023〕7号", "青溪县水利局2022年政府信息公开工作年度报告", "（2023年1月9日）"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022,
			"青水发〔2023〕7号", "2023-01-09"},
		{"crumbs and counters", []string{"您的位置: 首页 > 政府信息公开 > 年报", "索引号|A7|发布日期|2023-01-11", "青溪县水利局2022年政府信息公开工作年度报告", "来源：县水利局 字号：[大 中 小] 浏览次数：3 打印"},
			"青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-11"},
		{"page title and inner title", []string{"青溪县水利局2022年信息公开年报", "2023-01-12 08:30", "青溪县水利局2022年政府信息公开工作年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"inner title without agency", []string{"青溪县水利局2022年信息公开年报", "2022年政府信息公开工作年度报告"}, "2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"absent", []string{"2022年，青溪县水利局认真落实公开要求，现将情况报告如下："}, "", "青溪县水利局", 2022, "", ""},
		{"absent, agency in the period", []string{"现公布2021年区便民服务中心政府信息公开工作年度报告。"}, "", "区便民服务中心", 2021, "", ""},
		{"absent, compiled by", []string{"本报告按照《岚山省政府信息公开规定》的要求，由青溪县柳林街道办事处编制。"}, "", "青溪县柳林街道办事处", 0, "", ""},
		{"absent, compiled by a section of the agency", []string{"本报告由青溪县人民政府柳林街道党政办公室综合科编制。"}, "", "青溪县人民政府柳林街道党政办公室", 0, "", ""},
		{"absent, compiled in the middle of a sentence", []string{"本报告由青溪县高新技术产业园管理委员会根据有关要求编制。"}, "", "青溪县高新技术产业园管理委员会", 0, "", ""},
		{"absent, made public", []string{"根据有关要求，现公布青溪县石坪乡2021年政府信息公开工作年度报告。"}, "", "青溪县石坪乡", 2021, "", ""},
		{"absent, made public in quotes", []string{"根据有关要求，现发布《青溪县教育局2021年政府信息公开工作年度报告》。"}, "", "青溪县教育局", 2021, "", ""},
		{"absent, the quoted title is fuller", []string{"石坪街道依法开展公开工作，现编制《石坪街道办事处2021年政府信息公开工作年度报告》。"}, "", "石坪街道办事处", 2021, "", ""},
		{"absent, covers", []string{"本报告由六部分组成，内容涵盖石坪乡人民政府2021年1月1日至2021年12月31日的情况。"}, "", "石坪乡人民政府", 2021, "", ""},
		{"absent, nobody named", []string{"根据有关要求编制2021年的报告。"}, "", "", 2021, "", ""},
		{"title only in the grid", []string{"标 题|青溪县水利局2022年政府信息公开工作年度报告|发文日期|2023-01-11"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-11"},
		{"title in a row of its own of a table", []string{"|青溪县水利局2022年政府信息公开工作年度报告||/|2023年01月11日 （点击：）||"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-11"},
		{"date of publishing before that of issuing", []string{"索引号|A7|发文日期|2023-01-10|发布日期|2023-01-11", "青溪县水利局2022年政府信息公开工作年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-11"},
		{"name of the site behind", []string{"青溪县水利局2022年政府信息公开工作年度报告-青溪县人民政府门户网站"}, "青溪县水利局2022年政府信息公开工作年度报告-青溪县人民政府门户网站", "青溪县水利局", 2022, "", ""},
		{"agency behind a dash", []string{"2022年政府信息公开工作年度报告——青溪县水利局"}, "2022年政府信息公开工作年度报告——青溪县水利局", "青溪县水利局", 2022, "", ""},
		{"with plans", []string{"青溪县水利局2022年政府信息公开工作总结及2023年工作打算"}, "青溪县水利局2022年政府信息公开工作总结及2023年工作打算", "青溪县水利局", 2022, "", ""},
		{"in pictures below", []string{"青溪县水利局2022年政府信息公开工作年度报告", "（图解）青溪县水利局2022年政府信息公开工作年度报告"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"in pictures alone", []string{"（图解）青溪县水利局2022年政府信息公开工作年度报告"}, "（图解）青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"decorated", []string{"【2022年年报】青溪县水利局2022年政府信息公开工作年度报告"}, "【2022年年报】青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"agency of a place in brackets", []string{"青溪县2022年政府信息公开工作年度报告（县水利局）"}, "青溪县2022年政府信息公开工作年度报告（县水利局）", "县水利局", 2022, "", ""},
		{"report to report", []string{"青溪县水利局关于报送2022年政府信息公开工作年度报告的报告", "县人民政府办公室："}, "青溪县水利局关于报送2022年政府信息公开工作年度报告的报告", "青溪县水利局", 2022, "", ""},
		{"pinyin", []string{"青溪縣(xiàn)柳林鎮(zhèn)2022年政府信息公開工(gōng)作年度報告"}, "青溪縣(xiàn)柳林鎮(zhèn)2022年政府信息公開工(gōng)作年度報告", "青溪縣柳林鎮", 2022, "", ""},
		{"number in brackets below", []string{"青溪县水利局2022年政府信息公开工作年度报告", "（青水〔2023〕7号）", "（2023年1月9日）"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "青水〔2023〕7号", "2023-01-09"},
		{"month below", []string{"青溪县水利局2022年政府信息公开工作年度报告", "2023年1月"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
		{"byline: date, time, source", []string{"青溪县水利局2022年政府信息公开工作年度报告", "2023-01-12 09:30:00 来源： 县水利局 作者： 办公室 字体： 大 中 小"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: date and counter", []string{"青溪县水利局2022年政府信息公开工作年度报告", "2023年01月12日 09:30  点击：[ 12 ]"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: address and date", []string{"青溪县水利局2022年政府信息公开工作年度报告", "http://www.qingxi.example 2023-01-12 10:20 来源：县水利局"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: site and date", []string{"青溪县水利局2022年政府信息公开工作年度报告", "www.qingxi.example 青溪县人民政府门户网站 2023-01-12"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: publisher and bars", []string{"青溪县水利局2022年政府信息公开工作年度报告", "发布者：青溪县水利局 | 日期：2023-01-12"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: labels in brackets", []string{"青溪县水利局2022年政府信息公开工作年度报告", "[ 索引号 ] A7 [ 成文日期 ] 2023-01-11 [ 发布日期 ] 2023-01-12"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline: lines of labels", []string{"青溪县水利局2022年政府信息公开工作年度报告", "【发布日期】2023-01-12", "【文号】无", "〖 字体： 大 中 小 〗", "语音播报：播放 暂停"}, "青溪县水利局2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", "2023-01-12"},
		{"byline", []string{"2022年政府信息公开工作年度报告", "青溪县水利局"}, "2022年政府信息公开工作年度报告", "青溪县水利局", 2022, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := append(slices.Clone(c.lines), official("", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
				"五、存在的主要问题及改进情况", "六、其他需要报告的事项")[1:]...)
			r := readPage(t, "gb-2021", lines...)
			if r.Title != c.title || r.Agency != c.agency || r.Year != c.year || r.Number != c.number || r.Published != c.publish {
				t.Errorf("got %q %q %d %q %q, want %q %q %d %q %q", r.Title, r.Agency, r.Year, r.Number, r.Published, c.title, c.agency, c.year, c.number, c.publish)
			}
			titled := r.Title != "" && r.Preface != prefaceLine // nothing of the page goes into the preface
			if len(r.Sections) != 6 || !strings.HasSuffix(r.Preface, prefaceLine) || titled {
				t.Errorf("preface %q, sections %q", r.Preface, outlineOf(r))
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	keys := []string{"overview", "disclosure", "requests", "appeals", "problems", "other"}
	for _, c := range []struct {
		name     string
		headings []string
	}{
		{"official", []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}},
		{"blank for a mark", []string{"一 工作基本情况", "二 行政机关主动公开政府信息情况", "三 收到和处理政府信息公开申请情况", "四 行政复议行政诉讼情况", "五 存在主要问题和改进措施", "六 其它需要说明的情况"}},
		{"brackets", []string{"（一）概述", "（二）主动公开政府政府情况", "（三）依申请公开政府信息情况", "（四）行政复议", "（五）存在的问题及改进措施", "（六）其他需要报告的情况"}},
		{"arabic", []string{"1.主要工作概述", "2.主动公开政府信息的情况", "3.收到和处理政府信息公开申请情况", "4.政府信息公开行政复议、行政诉讼情况", "5.存在的主要问题及改进情况", "6.其他需要报告的事项"}},
		{"ordinals", []string{"第一，总体情况", "第二，主动公开政府信息情况", "第三，收到和处理政府信息公开申请情况", "第四，行政复议、行政诉讼情况", "第五，存在的主要问题及改进情况", "第六，其他需要报告的事项"}},
		{"none", []string{"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"}},
		{"marks behind", []string{"一、总体情况。", "二、主动公开政府信息情况：", "三、收到和处理政府信息公开申请情况。", "四、政府信息公开行政复议、行政诉讼情况。", "五、存在的主要问题及改进情况：", "六、其他需要报告的事项。"}},
		{"traditional", []string{"一、總體情況", "二、主動公開政府信息情況", "三、收到和處理政府信息公開申請情況", "四、政府信息公開行政復議、行政訴訟情況", "五、存在的主要問題及改進情況", "六、其他需要報告的事項"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readPage(t, "gb-2021", official("青溪县水利局2022年政府信息公开工作年度报告", c.headings...)...)
			var want []string
			for i, h := range c.headings {
				want = append(want, keys[i]+" "+h)
			}
			if got := outlineOf(r); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestSections(t *testing.T) {
	const title = "青溪县水利局2022年政府信息公开工作年度报告"
	for _, c := range []struct {
		name, edition string
		lines         []string
		want          []string
	}{
		{"aspects are no sections", "gb-2021", []string{title, prefaceLine, "一、总体情况", "（一）主动公开", oneSentence, "（二）依申请公开", oneSentence, "（五）监督保障", oneSentence, "二、主动公开政府信息情况", "《table disclosure》"},
			[]string{"overview 一、总体情况", "disclosure 二、主动公开政府信息情况"}},
		{"local sections", "gb-2021", []string{title, "一、总体情况", oneSentence, "二、加强河湖公开", oneSentence, "三、主动公开政府信息情况", "《table disclosure》", "四、存在的问题", oneSentence, "五、下一步工作计划", oneSentence},
			[]string{"overview 一、总体情况", "extra_1 二、加强河湖公开", "disclosure 三、主动公开政府信息情况", "problems 四、存在的问题", "extra_2 五、下一步工作计划"}},
		{"run-in", "gb-2021", []string{title, "一、总体情况。" + oneSentence, "二、主动公开政府信息情况", "《table disclosure》"}, []string{"overview 一、总体情况。", "disclosure 二、主动公开政府信息情况"}},
		{"numbered text is no heading", "gb-2021", []string{title, "一、总体情况", oneSentence, "二、主动公开政府信息情况", "《table disclosure》", "五、存在的主要问题及改进情况", "一、水情信息更新不够及时", oneSentence, "二、解读形式单一", oneSentence, "六、其他需要报告的事项", oneSentence},
			[]string{"overview 一、总体情况", "disclosure 二、主动公开政府信息情况", "problems 五、存在的主要问题及改进情况", "other 六、其他需要报告的事项"}},
		{"overview without heading", "gb-2021", []string{title, "2022年，全局认真落实要求，现将情况报告如下：", "（一）主动公开。" + oneSentence, "（二）平台建设。" + oneSentence, "二、主动公开政府信息情况", "《table disclosure》", "六、其他需要报告的事项", oneSentence},
			[]string{"overview ", "disclosure 二、主动公开政府信息情况", "other 六、其他需要报告的事项"}},
		{"tables without headings", "gb-2021", []string{title, prefaceLine, "一、总体情况", oneSentence, "《table disclosure》", "《table requests》", "《table appeals》", "五、存在的主要问题及改进情况", oneSentence},
			[]string{"overview 一、总体情况", "disclosure ", "requests ", "appeals ", "problems 五、存在的主要问题及改进情况"}},
		{"table of contents", "gb-2021", []string{title, "目录", "一、总体情况", "二、主动公开政府信息情况", "三、其他需要报告的事项", "一、总体情况", oneSentence, "二、主动公开政府信息情况", "《table disclosure》", "三、其他需要报告的事项", oneSentence},
			[]string{"overview 一、总体情况", "disclosure 二、主动公开政府信息情况", "other 三、其他需要报告的事项"}},
		{"number on a line of its own", "gb-2021", []string{title, "一、", "总体情况", oneSentence, "二、主动公开政府信息情况", "《table disclosure》"}, []string{"overview 一、总体情况", "disclosure 二、主动公开政府信息情况"}},
		{"narrative of 2008", "", []string{"青溪县水利局2010年政府信息公开工作年度报告", prefaceLine, "一、概述", oneSentence, "二、主动公开政府信息情况", oneSentence, "三、依申请公开政府信息情况", oneSentence, "四、政府信息公开的收费及减免情况", oneSentence, "五、复议、诉讼情况", oneSentence, "六、存在的主要问题", oneSentence},
			[]string{"overview 一、概述", "disclosure 二、主动公开政府信息情况", "requests 三、依申请公开政府信息情况", "fees 四、政府信息公开的收费及减免情况", "appeals 五、复议、诉讼情况", "problems 六、存在的主要问题"}},
		{"no heading at all", "", []string{"青溪县水利局2010年政府信息公开工作年度报告", "一年来，全局工作平稳。", oneSentence}, []string{"overview "}},
		{"nothing but a title", "", []string{title}, nil},
		{"nothing", "", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readPage(t, c.edition, c.lines...)
			if got := outlineOf(r); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q\npreface %q", got, c.want, r.Preface)
			}
		})
	}
}

// Only the first part of a long paragraph is looked at: where it is cut, no line of the page ends.
func TestLongPreface(t *testing.T) {
	for cut := foldedLength - 8; cut < foldedLength+8; cut++ {
		preface := "根据《条例》要求编制本报告。"
		preface += strings.Repeat("水", cut-len([]rune(preface))-len([]rune("可查门户网站"))) + "可查门户网站（www.example.cn）。"
		if r := readPage(t, "", "青溪县水利局2010年政府信息公开工作年度报告", preface, "一、概述", oneSentence); r.Preface != preface {
			t.Errorf("cut at %d: preface %q", cut, r.Preface)
		}
	}
}

func TestEditionByOutline(t *testing.T) {
	of := func(year string, headings ...string) []string {
		lines := []string{"青溪县水利局" + year + "年政府信息公开工作年度报告", prefaceLine}
		for _, h := range headings {
			lines = append(lines, h, oneSentence)
		}
		return lines
	}
	old := []string{"一、概述", "二、主动公开政府信息情况", "三、依申请公开政府信息情况", "四、咨询和投诉情况", "五、申请行政复议和提起行政诉讼情况", "六、存在的主要问题", "七、其他需要报告的事项"}
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"2010", of("2010", old...), "gb-2008"},
		{"an old form in 2018", of("2018", old...), "gb-2008"},
		{"2016", of("2016", "一、概述", "二、组织领导、机构建设情况", "三、发布解读、回应社会关切以及互动交流情况", "四、主动公开政府信息以及公开平台建设情况", "五、保密审查及监督检查情况", "六、推进重点领域信息公开情况"), "gb-2014"},
		{"2020, its tables lost", of("2020", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"), "gb-2019"},
		{"2023, its tables lost", of("2023", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"), "gb-2021"},
	} {
		if got := readPage(t, "", c.lines...).Edition; got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTails(t *testing.T) {
	body := []string{"青溪镇2022年政府信息公开工作年度报告", "一、总体情况", oneSentence, "六、其他需要报告的事项", "无"}
	for _, c := range []struct {
		name        string
		lines       []string
		signature   report.Signature
		closing     string
		attachments []report.Attachment
		chrome      []string
	}{
		{"two lines", []string{"青溪镇人民政府", "2023年1月9日"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "", nil, nil},
		{"one line", []string{"青溪镇人民政府　2023年1月9日"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "", nil, nil},
		{"dashes", []string{"青溪镇人民政府", "2023-01-09"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "", nil, nil},
		{"dots", []string{"青溪镇人民政府", "2023.1.9"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "", nil, nil},
		{"Chinese date", []string{"青溪镇人民政府", "二○二三年一月十九日"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-19"}, "", nil, nil},
		{"date without day", []string{"青溪镇人民政府", "二〇二三年一月"}, report.Signature{Agency: "青溪镇人民政府", Date: "二〇二三年一月"}, "", nil, nil},
		{"agency alone", []string{"青溪镇人民政府"}, report.Signature{Agency: "青溪镇人民政府"}, "", nil, nil},
		{"closing and page", []string{"青溪镇人民政府", "2023年1月9日", "（联系电话：0000-12345）", "扫一扫在手机打开当前页", "-", "主办：青溪县人民政府 网站地图", "地址：青溪县长街1号", "备案号：岚ICP备1号", "网站支持IPv6"},
			report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "（联系电话：0000-12345）", nil, []string{"扫一扫", "主办：青溪县", "地址：青溪县长街1号", "IPv6"}},
		{"page without signature", []string{"相关链接", "上一篇：青溪镇2021年政府信息公开工作年度报告", "版权所有：青溪县"}, report.Signature{}, "", nil, []string{"相关链接", "上一篇", "版权所有"}},
		{"attachment", []string{"附件：全镇统计表", "青溪镇人民政府", "2023年1月9日", "附件", "青溪镇统计表", "单位|数", "联系人：王一"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "",
			[]report.Attachment{{Label: "附件", Title: "全镇统计表", Heading: "青溪镇统计表"}}, nil},
		{"two attachments", []string{"附件：1．统计表", "2．问答", "青溪镇人民政府", "2023年1月9日", "附件1", "统计表", "略。", "附件2", "问答", "问：水从哪里来？"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "",
			[]report.Attachment{{Label: "附件1", Title: "统计表", Heading: "统计表"}, {Label: "附件2", Title: "问答", Heading: "问答"}}, nil},
		{"named, not there", []string{"附件：全镇统计表.xls", "青溪镇人民政府", "2023年1月9日"}, report.Signature{Agency: "青溪镇人民政府", Date: "2023-01-09"}, "",
			[]report.Attachment{{Label: "附件", Title: "全镇统计表.xls"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readPage(t, "", append(slices.Clone(body), c.lines...)...)
			if r.Signature != c.signature || r.Closing != c.closing {
				t.Errorf("got %+v %q, want %+v %q", r.Signature, r.Closing, c.signature, c.closing)
			}
			if got := report.TextOf(r.Sections[len(r.Sections)-1].Blocks); got != "无" {
				t.Errorf("last section %q", got)
			}
			if r.Agency != "青溪镇人民政府" && c.signature.Agency != "" {
				t.Errorf("agency %q", r.Agency)
			}
			if len(r.Attachments) != len(c.attachments) {
				t.Fatalf("attachments %+v", r.Attachments)
			}
			for i, want := range c.attachments {
				if got := r.Attachments[i]; got.Label != want.Label || got.Title != want.Title || got.Heading != want.Heading {
					t.Errorf("attachment %+v, want %+v", got, want)
				}
			}
			var chrome strings.Builder
			for _, n := range r.Notes {
				if n.Code == NoteChrome {
					chrome.WriteString(n.Near + "\n")
				}
			}
			for _, want := range c.chrome {
				if !strings.Contains(chrome.String(), want) {
					t.Errorf("%q is in no note: %q", want, chrome.String())
				}
			}
			if len(c.chrome) == 0 && chrome.Len() > 0 {
				t.Errorf("taken for the page: %q", chrome.String())
			}
		})
	}
}

// The table of the old editions is an attachment although nothing says so, and its year is its own.
func TestStatisticsAttachment(t *testing.T) {
	r := readPage(t, "gb-2014", "青溪镇2016年政府信息公开工作年度报告", "一、概述", oneSentence, "二、存在的主要问题及改进情况", oneSentence, "附件：2016年度统计表", "2015年度政府信息公开情况统计表", "（青溪镇）", "《table statistics》")
	if r.Year != 2016 || len(r.Attachments) != 1 {
		t.Fatalf("year %d, attachments %+v", r.Year, r.Attachments)
	}
	a := r.Attachments[0]
	if a.Label != "附件" || a.Title != "2016年度统计表" || a.Heading != "2015年度政府信息公开情况统计表" || report.TextOf(a.Blocks) != "（青溪镇）" || !slices.Equal(report.TablesOf(a.Blocks), []string{"statistics"}) {
		t.Errorf("%+v", a)
	}
}

func TestAgencies(t *testing.T) {
	for _, c := range []struct {
		name, titled, signed, want string
		note                       bool
	}{
		{"fuller with nation", "石坪乡", "石坪彝族乡人民政府", "石坪彝族乡人民政府", false},
		{"fuller with government", "青溪镇", "青溪镇人民政府", "青溪镇人民政府", false},
		{"fuller with place", "教育局", "青溪县教育局", "青溪县教育局", false},
		{"shorter", "青溪县教育局", "县教育局", "青溪县教育局", false},
		{"short for committee", "青溪县发改委", "青溪县发展和改革委员会", "青溪县发展和改革委员会", false},
		{"sub-district", "青溪街道", "岚山区青溪街道办事处", "岚山区青溪街道办事处", false},
		{"its office", "青溪县人民政府", "青溪县人民政府办公室", "青溪县人民政府", true},
		{"another bureau", "青溪县教育局", "青溪县水利局", "青溪县教育局", true},
		{"a bureau of the place", "青溪县", "青溪县水利局", "青溪县", true},
		{"seal", "青溪镇", "青溪镇人民政府（公章）", "青溪镇人民政府", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readPage(t, "", c.titled+"2022年政府信息公开工作年度报告", "一、总体情况", oneSentence, c.signed, "2023年1月9日")
			note := slices.ContainsFunc(r.Notes, func(n report.Note) bool { return n.Code == NoteAgency })
			if r.Agency != c.want || note != c.note {
				t.Errorf("got %q %v, want %q %v", r.Agency, note, c.want, c.note)
			}
		})
	}
}

func TestDamage(t *testing.T) {
	for _, c := range []struct{ name, text, code string }{
		{"year and month lost", "数据自202511日至20251231日。", NoteLostDigits},
		{"digits before 年月日 lost", "自年月日起统计。", NoteLostDigits},
		{"bracket of a number lost", "按照办函〔202130号通知执行。", NoteLostDigits},
		{"number lost", "按照办函〔2021〕号通知执行。", NoteLostDigits},
		{"link lost", "可在本局网站（）下载。", NoteDamage},
		{"replacement character", "全年发\ufffd三期。", NoteDamage},
		{"mojibake", "全年锟斤拷三期。", NoteDamage},
		{"pinyin", "水庫（kù）公开。", NoteDamage},
		{"escaped", "网址&lt;www.example.cn&gt;。", NoteDamage},
		{"whole date", "自2025年1月1日至2025年12月31日，按办函〔2021〕30号执行（以下简称要求），2025年12月底前完成。", ""},
		{"years and months in words", "近年来每月公开，全年12月31日前完成，年度月度均有。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readPage(t, "", "青溪镇2025年政府信息公开工作年度报告", "一、总体情况", c.text)
			if got := report.TextOf(r.Sections[0].Blocks); got != c.text {
				t.Errorf("text changed to %q", got)
			}
			codes := []string{}
			for _, n := range r.Notes {
				codes = append(codes, n.Code)
				if !strings.HasPrefix(n.Message, "可能丢字：") || !strings.Contains(c.text, n.Near) {
					t.Errorf("note %+v", n)
				}
			}
			if c.code == "" && len(codes) > 0 || c.code != "" && !slices.Contains(codes, c.code) {
				t.Errorf("notes %+v, want %q", r.Notes, c.code)
			}
		})
	}
}

func TestNotReport(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string // a part of the oneSentence
	}{
		{"budget", []string{"青溪县水利局2022年部门预算公开说明", "一、部门基本情况", "主要职责为防汛抗旱。", "二、收支总体情况", "全年收入三百万元。", "六、其他需要说明的事项", "无"}, "预决算"},
		{"work summary", []string{"青溪县水利局2022年工作总结", "一、主要工作", "完成堤防加固三处。", "二、存在的问题", "人手不足。"}, "工作总结"},
		{"recipe", []string{"红烧豆腐", "豆腐切块，下锅煎至两面金黄。"}, "没有提到"},
		{"nothing", nil, "没有文字"},
		{"narrative without title", []string{"2010年，我局认真开展政府信息公开工作，主动公开水情信息。", "一、概述", oneSentence, "二、主动公开政府信息情况", oneSentence, "三、依申请公开政府信息情况", "未收到申请。"}, ""},
		{"narrative without headings", []string{"青溪镇2009年政府信息公开工作年度报告", "一年来主动公开信息若干条。"}, ""},
		{"no title and no heading", []string{"2009年，青溪镇政府信息公开工作稳步推进，主动公开信息二百条，依申请公开零件。"}, ""},
		{"summary of openness", []string{"青溪镇2019年政务公开工作总结", "全年主动公开信息若干条。"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, f := page(t, "", c.lines...)
			got := notReport(doc, f)
			if c.want == "" && got != "" || c.want != "" && !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got != "" && !strings.HasSuffix(got, "。") {
				t.Errorf("no oneSentence: %q", got)
			}
		})
	}
}
