package agency

import (
	"reflect"
	"testing"

	"nianbao/report"
)

func TestIdentity(t *testing.T) {
	city := Agency{ID: 1, Path: "1/", Name: "清河市人民政府", Kind: Government}
	county := Agency{ID: 4, Path: "1/4/", Name: "云溪县人民政府", Kind: Government}
	a := Agency{ID: 9, Path: "1/4/9/", Name: "柳河镇人民政府", ShortName: "柳河镇", FormerNames: "柳河乡人民政府\r\n\n 柳河公社 ", Kind: Township}
	below := []Agency{{Path: "1/4/9/20/", Name: "柳河镇财政所"}}
	beside := []Agency{{Path: "1/4/8/", Name: "石桥镇人民政府"}, {Path: "1/4/7/", Name: "云溪县水利局"}}
	got := Identity(a, []Agency{city, county}, below, beside)
	want := report.Identity{Name: "柳河镇人民政府", ShortName: "柳河镇", FormerNames: []string{"柳河乡人民政府", "柳河公社"}, Kind: "township",
		Superiors: []string{"云溪县人民政府", "清河市人民政府"}, Subordinates: []string{"柳河镇财政所"}, Neighbours: []string{"石桥镇人民政府", "云溪县水利局"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got := Identity(Agency{Name: "云溪县人民政府", Kind: Government}, nil, nil, nil); got.FormerNames != nil || got.Superiors != nil {
		t.Errorf("got %+v", got)
	}
}
