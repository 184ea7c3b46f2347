package review

import (
	"strings"
	"testing"

	"nianbao/report"
)

func TestIdentityOfNames(t *testing.T) {
	for _, c := range []struct{ name, kind, superiors string }{
		{"铜陵市郊区安庆矿区办事处", "subdistrict", "郊区 铜陵市 安徽省"},
		{"铜厂彝族乡人民政府", "township", "易门县 玉溪市 云南省"},
		{"大通镇人民政府", "township", ""}, // there are several
		{"杭州市滨江区人民政府长河街道办事处", "subdistrict", "滨江区 杭州市 浙江省"},
		{"大冶市市场监督管理局", "department", "大冶市 黄石市 湖北省"},
		{"易门县人民政府办公室", "department", "易门县 玉溪市 云南省"},
		{"上海市浦东新区人民政府", "government", "上海市"},
		{"望江县", "government", "安庆市 安徽省"},
		{"云溪县柳河镇人民政府", "township", "云溪县"},
		{"云溪县水利局", "department", "云溪县"},
		{"滨水市望岭区水利局", "department", "望岭区 滨水市"},
		{"滨水市望岭区北关街道办事处", "subdistrict", "望岭区 滨水市"},
		{"县财政局", "department", ""},
		{"凉山州教育局", "department", "凉山彝族自治州 四川省"},
		{"安徽望江经济开发区管理委员会", "department", ""},
		{"国家税务总局望江县税务局", "department", "望江县 安庆市 安徽省"},
		{"望江县人民医院", "department", "望江县 安庆市 安徽省"},
		{"", "", ""},
	} {
		s := newSubject(nil, &report.Report{Agency: c.name}, report.Context{}, Settings{})
		if id := s.Identity(); id.Name != c.name || id.Kind != c.kind || strings.Join(id.Superiors, " ") != c.superiors {
			t.Errorf("%s: got %+v, want %s and %s", c.name, id, c.kind, c.superiors)
		}
	}
}
