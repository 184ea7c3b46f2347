package review

import (
	"strings"
	"testing"

	"nianbao/report"
)

// implausibleFindings are what the values of a report give, as "severity cell".
func implausibleFindings(t *testing.T, edition, figures, last string) string {
	t.Helper()
	e, r := figureReport(t, edition, figures, "")
	c := report.Context{Mode: report.AsRead}
	if last != "" {
		_, l := figureReport(t, edition, last, "")
		c.Last, c.LastReport = &report.LastYear{Edition: e, Figures: l.Figures}, l
	}
	s := newSubject(e, r, c, Settings{})
	implausible.check(s)
	var out []string
	for _, f := range s.findings {
		out = append(out, string(f.Severity)+" "+f.Cell)
	}
	return strings.Join(out, "; ")
}

func TestImplausibleRegulations(t *testing.T) {
	const warning, hint = "warning disclosure.regulations.in_force", "hint disclosure.regulations.in_force"
	for agency, want := range map[string]string{
		"柳塘镇人民政府": warning, "铜厂彝族乡人民政府": warning, "联芳街道办事处": warning, "沙坪坝区人民政府联芳街道办事处": warning, "柳塘镇": warning, "青溪县柳塘镇人民政府": warning,
		"易门县司法局": warning, "江川区司法局": warning, "昆山市司法局": warning, "云南省司法厅": "", "青溪县人民政府": warning, "易门县人民政府": warning, "易门县教育局": warning, "青溪县水务局": warning, "玉溪市江川区人民政府": warning, "玉溪市江川区住房和城乡建设局": warning,
		"青溪县市场监督管理局": warning, "鄂托克旗人民政府": warning, "昆山市人民政府": warning, "昆山市公安局": warning, "江川区统计局": warning, "恩施土家族苗族自治州宣恩县财政局": warning,
		"云南省玉溪市易门县文化和旅游局": warning, "易门县人民政府办公室": warning, "南江县发展和改革局": warning, "巴中市巴州区民政局": warning,
		"玉溪市教育局": hint, "苏州市生态环境局": hint, "云南省财政厅": hint,
		"玉溪市人民政府": "", "苏州市人民政府": "", "云南省人民政府": "", "恩施土家族苗族自治州人民政府": "", "宁夏回族自治区人民政府": "", "玉溪市司法局": "", "教育局": "", "青溪市人民政府": "",
		"上海市浦东新区人民政府": "", "自然资源部": "", "铜川新区管理委员会": "",
	} {
		if got := implausibleFindings(t, "gb-2021", "agency:"+agency+"= disclosure.regulations.in_force=6", ""); got != want {
			t.Errorf("%s: got %q, want %q", agency, got, want)
		}
		if got := implausibleFindings(t, "gb-2021", "agency:"+agency+"= disclosure.documents.in_force=6", ""); got != "" {
			t.Errorf("%s: 规范性文件 are not 规章: %q", agency, got)
		}
	}
	if got, want := implausibleFindings(t, "gb-2019", "disclosure.regulations.made=2 disclosure.regulations.published=2 disclosure.regulations.public_total=5", ""), "warning disclosure.regulations.made"; got != want {
		t.Errorf("a row is one finding: got %q, want %q", got, want)
	}
	if got := implausibleFindings(t, "gb-2021", "disclosure.regulations.in_force=无", ""); got != "" {
		t.Errorf("无 is nothing: %q", got)
	}
}

func TestImplausibleJumps(t *testing.T) {
	const licences = "disclosure.licensing.decisions="
	for _, c := range []struct{ now, last, want string }{
		{licences + "1200", licences + "120", "hint disclosure.licensing.decisions"},
		{licences + "12", licences + "1200", "hint disclosure.licensing.decisions"},
		{licences + "300", licences + "120", ""},
		{licences + "90", licences + "8", ""},
		{licences + "90", licences + "0", ""},
		{licences + "1200", licences + "", ""},
		{"disclosure.fees.amount=123500", "disclosure.fees.amount=12.35", "hint disclosure.fees.amount"},
		{"requests.received.total=250", "requests.received.total=12", "hint requests.received.total"},
	} {
		if got := implausibleFindings(t, "gb-2021", c.now, c.last); got != c.want {
			t.Errorf("%s after %s: got %q, want %q", c.now, c.last, got, c.want)
		}
	}
}
