package gazetteer

import "strings"

// kinds are the suffixes of names of places, longer ones first.
var kinds = []string{"自治区", "自治州", "自治县", "自治旗", "特别行政区", "民族乡", "族乡", "街道", "苏木", "地区", "林区", "矿区", "特区", "省", "市", "州", "盟", "县", "区", "旗",
	"镇", "乡"}

// nations are the peoples (民族) whose names stand in names of autonomous places: 铜厂彝族乡.
var nations = []string{"维吾尔", "蒙古", "哈萨克", "柯尔克孜", "塔吉克", "乌孜别克", "俄罗斯", "塔塔尔", "达斡尔", "鄂温克", "鄂伦春", "朝鲜", "锡伯", "东乡", "撒拉", "保安", "裕固", "土家",
	"布依", "仡佬", "毛南", "仫佬", "哈尼", "傈僳", "拉祜", "纳西", "景颇", "布朗", "阿昌", "普米", "德昂", "独龙", "基诺", "高山", "赫哲", "门巴", "珞巴", "回", "藏", "苗", "彝", "壮", "满",
	"侗", "瑶", "白", "傣", "黎", "佤", "畲", "水", "土", "羌", "怒", "京", "各"}

// Stem cuts what kind of place it is from a name, and the peoples: 铜厂 and 乡 of 铜厂彝族乡. kind is "" where the name has no suffix.
func Stem(name string) (stem, kind string) {
	for _, k := range kinds {
		rest, cut := strings.CutSuffix(name, k)
		if !cut || rest == "" {
			continue
		}
		if k == "族乡" {
			rest, k = rest+"族", "乡"
		}
		return withoutNations(rest), strings.TrimPrefix(k, "民族")
	}
	return name, ""
}

// withoutPeoples is what an autonomous place is called for short: 凉山州 for 凉山彝族自治州, 铜厂乡 for 铜厂彝族乡.
func withoutPeoples(name string) string {
	if !strings.Contains(name, "族") {
		return name
	}
	stem, kind := Stem(name)
	return stem + strings.TrimPrefix(kind, "自治")
}

// withoutNations cuts the names of peoples off the end: 双江拉祜族佤族 gives 双江. A place that is called after one alone keeps it.
func withoutNations(name string) string {
	for {
		short, is := strings.CutSuffix(name, "族")
		if !is {
			return name
		}
		rest := short
		for _, n := range nations {
			if r, cut := strings.CutSuffix(short, n); cut {
				rest = r
				break
			}
		}
		if rest == short || rest == "" {
			return name
		}
		name = rest
	}
}
