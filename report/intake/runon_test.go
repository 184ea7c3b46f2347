package intake

import (
	"slices"
	"strings"
	"testing"
)

func TestRunOn(t *testing.T) {
	long := strings.Repeat("各科室按时报送了应当公开的内容。", 4)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a whole report", "清河镇2023年政府信息公开工作年度报告 根据条例编制本报告。" + long + " 一、总体情况 2023年，" + long + " （一）主动公开。" + long + " 二、主动公开政府信息情况 " + long +
			" 清河镇人民政府 2024年1月9日",
			[]string{"清河镇2023年政府信息公开工作年度报告", "根据条例编制本报告。" + long, "一、总体情况", "2023年，" + long, "（一）主动公开。" + long, "二、主动公开政府信息情况", long,
				"清河镇人民政府", "2024年1月9日"}},
		{"two sections", "一、总体情况 " + long + " 二、存在的主要问题及改进情况 " + long, []string{"一、总体情况", long, "二、存在的主要问题及改进情况", long}},
		{"a list of parts in a sentence", "本报告由一、总体情况，二、主动公开情况，三、存在问题组成。" + long, nil},
		{"one run-in heading", "一、总体情况 " + long, nil},
		{"headings behind each other", "一、总体情况 " + long + " 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况", []string{"一、总体情况", long, "二、主动公开政府信息情况",
			"三、收到和处理政府信息公开申请情况"}},
		{"short", "一、总体情况 二、存在问题", nil},
	} {
		if got := runOnParts(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
