package agency

import (
	"slices"
	"testing"
)

func TestMatch(t *testing.T) {
	county := Agency{ID: 1, Path: "1/", Name: "云溪县人民政府"}
	water := Agency{ID: 2, Path: "1/2/", Name: "云溪县水利局", ShortName: "县水利局", FormerNames: "云溪县水务局\n云溪县水利电力局"}
	willow := Agency{ID: 3, Path: "1/3/", Name: "柳河镇人民政府", FormerNames: "柳河乡人民政府"}
	street := Agency{ID: 4, Path: "1/4/", Name: "东山街道办事处", ShortName: "东山街道"}
	bridge := Agency{ID: 5, Path: "1/5/", Name: "大石桥镇人民政府"}
	park := Agency{ID: 6, Path: "1/6/", Name: "云溪县产业园（东区）管理委员会"}
	all := []Agency{county, water, willow, street, bridge, park}
	east, west := Agency{ID: 7, Path: "7/", Name: "东县水利局"}, Agency{ID: 8, Path: "8/", Name: "西县水利局"}
	for _, c := range []struct {
		name string
		all  []Agency
		read string
		want int64
		near []int64
	}{
		{"full name", all, "柳河镇人民政府", 3, nil},
		{"blanks and full width", all, " 云溪县产业园(东区)　管理委员会 ", 6, nil},
		{"short name", all, "县水利局", 2, nil},
		{"former name", all, "云溪县水务局", 2, nil},
		{"without its ending", all, "柳河镇", 3, nil},
		{"政府 for 人民政府", all, "云溪县政府", 1, nil},
		{"the place before it", all, "云溪县柳河镇人民政府", 3, nil},
		{"all places before it", all, "江北省南州市云溪县柳河镇人民政府", 3, nil},
		{"the place of a former name", all, "云溪县柳河乡人民政府", 3, nil},
		{"without the place", all, "水利局", 2, nil},
		{"subdistrict by its place", all, "云溪县东山街道办事处", 4, nil},
		{"subdistrict in short", all, "东山街道", 4, nil},
		{"another county's township", all, "青川县柳河镇人民政府", 0, nil},
		{"a name that only ends alike", all, "石桥镇人民政府", 0, nil},
		{"an office of the government is not the government", all, "云溪县人民政府办公室", 0, nil},
		{"unknown", all, "白沙镇人民政府", 0, nil},
		{"no name", all, "  ", 0, nil},
		{"two that fit", []Agency{east, west}, "水利局", 0, []int64{7, 8}},
		{"the own agency alone, whose county is not known", []Agency{willow}, "云溪县柳河镇人民政府", 3, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok, near := Match(c.all, c.read)
			if got.ID != c.want || ok != (c.want != 0) {
				t.Errorf("got %d %s, %v, want %d", got.ID, got.Name, ok, c.want)
			}
			var ids []int64
			for _, a := range near {
				ids = append(ids, a.ID)
			}
			if !slices.Equal(ids, c.near) {
				t.Errorf("near %v, want %v", ids, c.near)
			}
		})
	}
}
