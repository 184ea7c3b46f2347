package intake

import (
	"slices"
	"testing"
)

func TestHeadingsThatAreOff(t *testing.T) {
	official := []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}
	keys := []string{"overview", "disclosure", "requests", "appeals", "problems", "other"}
	for _, c := range []struct {
		name     string
		headings []string
		aspects  []string // below the first heading
	}{
		{"remarks", []string{"", "二、主动公开政府信息情况（单位：件）", "三、收到和处理政府信息公开申请情况（见附表）", "四、行政复议、行政诉讼情况（件）", "", ""}, nil},
		{"in brackets", []string{"【总体情况】", "【主动公开政府信息情况】", "【收到和处理政府信息公开申请情况】", "【政府信息公开行政复议、行政诉讼情况】", "【存在的主要问题及改进情况】", "【其他需要报告的事项】"}, nil},
		{"short names", []string{"", "二、公开情况一览", "三、申请情况", "四、争议情况", "", ""}, nil},
		{"readings", []string{"一、總(zǒng)體(tǐ)情況", "", "三、收到和處理政府信息公開申請(qǐng)情況", "四、政府信息公開行政復(fù)議、行政訴訟情況", "", ""}, nil},
		{"Roman numbers", []string{"I、总体情况", "II、主动公开政府信息情况", "III、收到和处理政府信息公开申请情况", "IV、政府信息公开行政复议、行政诉讼情况", "V、存在的主要问题及改进情况", "VI、其他需要报告的事项"}, nil},
		{"Roman numbers of one character", []string{"Ⅰ、总体情况", "Ⅱ、主动公开政府信息情况", "Ⅲ、收到和处理政府信息公开申请情况", "Ⅳ、政府信息公开行政复议、行政诉讼情况", "Ⅴ、存在的主要问题及改进情况", "Ⅵ、其他需要报告的事项"}, nil},
		{"garbage in front", []string{"??一、总体情况", "??二、主动公开政府信息情况", "● 三、收到和处理政府信息公开申请情况", "", "", ""}, nil},
		{"the first has no number", []string{"概述", "", "", "", "", ""}, nil},
		{"to be told", []string{"", "", "", "", "", "六、其他需要汇报事项"}, nil},
		{"parts numbered as sections, arabic", []string{"1、总体情况", "2、主动公开政府信息情况", "3、收到和处理政府信息公开申请情况", "4、政府信息公开行政复议、行政诉讼情况", "5、存在的主要问题和改进措施", "6、其他需要报告的事项"},
			[]string{"1、主动公开。" + oneSentence, "2、依申请公开。" + oneSentence, "3、政府信息管理。" + oneSentence, "4、平台建设。" + oneSentence, "5、监督保障。" + oneSentence}},
		{"parts numbered as sections, in brackets", []string{"（一）总体情况", "（二）主动公开政府信息情况", "（三）收到和处理政府信息公开申请情况", "（四）政府信息公开行政复议、行政诉讼情况", "（五）存在的主要问题及改进情况", "（六）其他需要报告的事项"},
			[]string{"（一）主动公开。", oneSentence, "（二）依申请公开。", oneSentence, "（三）政府信息管理。", oneSentence}},
	} {
		lines, want := []string{"青溪县水利局2022年政府信息公开工作年度报告", prefaceLine}, []string(nil)
		for i, h := range c.headings {
			if h == "" {
				h = official[i]
			}
			want = append(want, keys[i]+" "+h)
			lines = append(lines, h)
			switch {
			case i >= 1 && i <= 3:
				lines = append(lines, "《table "+keys[i]+"》")
			default:
				lines = append(lines, oneSentence)
			}
			if i == 0 {
				lines = append(lines, c.aspects...)
			}
		}
		if got := outlineOf(readPage(t, "gb-2021", lines...)); !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, want)
		}
	}
}
