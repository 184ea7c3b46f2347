package review

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

func TestTitleAndSignature(t *testing.T) {
	for _, c := range []struct{ title, signed, want string }{
		{"大通镇", "铜山镇人民政府", "铜山镇人民政府"},
		{"铜陵市郊区大通镇", "大通镇人民政府", ""},
		{"大通镇", "桥南街道办事处", "桥南街道办事处"},
		{"大通镇", "大通镇党政办公室", ""},
		{"铜厂乡", "铜厂彝族乡人民政府", ""},
		{"联芳街道", "沙坪坝区人民政府联芳街道办事处", ""},
		{"联芳街道办事处", "联芳街道党政办公室", ""},
		{"望江县财政局", "望江县水利局", "望江县水利局"},
		{"望江县财政局", "太湖县财政局", "太湖县财政局"},
		{"望江县财政局", "望江县财政局办公室", ""},
		{"县财政局", "望江县财政局", ""},
		{"望江县卫健委", "望江县卫生健康委员会", ""},
		{"望江县卫生和计划生育委员会", "望江县卫生健康委员会", ""},
		{"望江县发改委", "望江县发展和改革委员会", ""},
		{"望江县市场监管局", "望江县市场监督管理局", ""},
		{"望江县城管局", "望江县城市管理行政执法局", ""},
		{"望江县", "望江县人民政府", ""},
		{"望江县", "望江县人民政府办公室", ""},
		{"望江县人民政府", "望江县政务服务和数据管理局", ""},
		{"望江县人民政府", "太湖县人民政府", "太湖县人民政府"},
		{"望江县人民政府", "太湖县人民政府办公室", "太湖县人民政府办公室"},
		{"望江县人民政府", "安庆市人民政府", ""},
		{"大通镇", "郊区水利局", "郊区水利局"},
		{"大通镇", "", ""},
		{"滨水市人民政府", "临泽市人民政府", "临泽市人民政府"},
		{"滨水市望岭区住房和城乡建设局", "麻溪县林业局", "麻溪县林业局"},
		{"关于大通镇", "铜山镇人民政府", "铜山镇人民政府"},
		{"2023年度大通镇", "大通镇人民政府", ""},
		{"2023年度大通镇", "铜山镇人民政府", "铜山镇人民政府"},
		{"", "大通镇人民政府", ""},
	} {
		r := agencyReport(c.title, "")
		r.Signature.Agency = c.signed
		if got, want := foreignIn(r, report.Context{}), strings.Fields(c.want); !slices.Equal(got, want) {
			t.Errorf("%s, %s: got %q, want %q", c.title, c.signed, got, want)
		}
	}
}

// Where text and signature agree, the title is the one that is wrong, and the text is not reported.
func TestWrongTitle(t *testing.T) {
	for _, signed := range []string{"大通镇人民政府", ""} {
		r := agencyReport("铜山镇人民政府", "2023年，大通镇坚持公开。大通镇共公开信息20条。我镇落实。大通镇未收到申请。")
		r.Signature.Agency = signed
		if got, want := foreignIn(r, report.Context{}), []string{"铜山镇人民政府"}; !slices.Equal(got, want) {
			t.Errorf("signed %q: got %q, want %q", signed, got, want)
		}
	}
}

func TestAgencyOfTheTree(t *testing.T) {
	id := report.Identity{Name: "柳河镇人民政府", ShortName: "柳河镇", FormerNames: []string{"柳河乡人民政府", "白石乡人民政府"}, Kind: "township",
		Superiors: []string{"云溪县人民政府", "清河市人民政府"}, Neighbours: []string{"石桥镇人民政府", "云溪县水利局", "云溪县供销合作社联合社"}}
	for _, c := range []struct{ text, want string }{
		{"2023年，石桥镇未收到申请。", "石桥镇"},
		{"2023年，柳河镇未收到申请，柳河公开信息。", ""},
		{"2023年，白石乡未收到申请。", ""},
		{"2023年，云溪县认真落实，清河市高度重视。", ""},
		{"我镇落实。我县、我市部署。", ""},
		{"结合我区实际。", "我区"},
		{"2023年，供销合作社联合社高度重视公开工作。", "供销合作社联合社"},
	} {
		r := agencyReport("柳河镇人民政府", c.text)
		if got, want := foreignIn(r, report.Context{Identity: id}), strings.Fields(c.want); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.text, got, want)
		}
	}
	r := agencyReport("石桥镇", "")
	if got, want := foreignIn(r, report.Context{Identity: id}), []string{"石桥镇", "石桥镇"}; !slices.Equal(got, want) {
		t.Errorf("title and signature of another: got %q, want %q", got, want)
	}
	for title, want := range map[string][]string{"云溪县人民政府": {"云溪县人民政府"}, "清河市人民政府": {"清河市人民政府"}, "云溪县人民政府柳河镇": nil, "云溪县柳河镇人民政府": nil} {
		r := agencyReport("柳河镇人民政府", "")
		r.Title = title + "2023年政府信息公开工作年度报告"
		if got := foreignIn(r, report.Context{Identity: id}); !slices.Equal(got, want) {
			t.Errorf("title of %s: got %q, want %q", title, got, want)
		}
	}
}

// Where the name was read from the document and everything in it speaks of another, it was read wrongly.
func TestDoubtfulAgency(t *testing.T) {
	r := agencyReport("", "2023年，大通镇认真落实。大通镇公开信息20条。大通镇未收到申请。")
	r.Agency = "石桥镇"
	if got := foreignIn(r, report.Context{}); got != nil {
		t.Errorf("got %q, want nothing", got)
	}
}
