package review

import (
	"strings"

	"nianbao/report/review/quantity"
)

// extent is of how much a statement is: a bureau tells of itself, 局机关, and of all that belongs to it, 全系统, and the two differ.
type extent int

const (
	extentUnsaid extent = iota
	extentOrgan         // 局机关, 我局本级
	extentPlace         // 全县: of a county its own, of a bureau's more than its own
	extentSystem        // 全系统, 下属单位
)

// extentHead is how many characters of a clause are looked at for whom it is of.
const extentHead = 14

var (
	extentOrgans = []string{"机关", "局机关", "委机关", "厅机关", "院机关", "处机关", "我局", "本局", "我委", "本委", "我厅", "本厅", "我办", "本办", "我院", "本院", "我单位", "本单位", "我部门", "本部门", "本机关", "我机关", "本级", "局本级", "委本级", "厅本级",
		"省局", "市局", "县局", "区局", "州局", "旗局", "市委机关", "省本级", "市本级", "县本级", "区本级", "省政府办", "市政府办", "县政府办", "区政府办", "省政府本级", "市政府本级", "县政府本级", "区政府本级", "政府本级", "镇本级", "乡本级"}
	extentPlaces = []string{"全省", "全市", "全县", "全区", "全州", "全旗", "全盟"}
	// extentOwners may stand before the names of those below the organ: 我局机关及下属单位.
	extentOwners = newPrefixes(strings.Fields("我 本 各 局 委 厅 院 办 机关 单位 部门 级 省 市 县 区 州 旗 镇 乡 政府 全 及 和 与 、 所有 全部 其他 其它 从 据 经 由 将 涉及 另有 其中 的 全年 今年 共有 有")...)
	// extentSystems name those below it.
	extentSystems = []string{"全系统", "本系统", "我系统", "局系统", "委系统", "厅系统", "办系统", "系统内", "系统各", "系统上下", "系统单位", "系统所有", "下属", "所属", "直属", "局属", "委属", "厅属", "院属", "县属", "市属", "区属", "下设", "下级", "下辖", "二级单位", "二级机构", "二级预算单位", "二级事业单位",
		"各单位", "各部门", "各乡镇", "各镇", "各乡", "各街道", "各分局", "各县", "各区", "各站", "各所", "各学校", "各中心", "各支队", "各大队", "各院校", "各派出", "基层", "派出机构", "派驻机构", "事业单位", "站所", "垂管"}
)

// extentOf is of how much a number is, by the clauses of its sentence up to it: the last that says so counts.
func extentOf(p *Part, r *quantity.Reading, q *quantity.Quantity) (is extent) {
	text := p.Text[r.Sentences[q.Sentence].Start:q.Span.Start]
	if i := lastIndexAny(text, "；;"); i >= 0 {
		text = strings.TrimLeft(text[i:], "；;")
	}
	for clause := range strings.FieldsFuncSeq(text, twiceBreaks) {
		clause = strings.TrimPrefix(clause, "其中")
		from, _ := pastLeads(clause)
		head := firstRunes(clause[from:], extentHead)
		place := beginsWith(head, extentPlaces)
		switch {
		case beginsWith(pastExtents(head), extentSystems) || place && contains(head, "系统"):
			is = extentSystem
		case place:
			is = extentPlace
		case beginsWith(head, extentOrgans):
			is = extentOrgan
		}
	}
	return is
}

// pastExtents is the head of a clause behind what may stand before the names of those below the organ.
func pastExtents(head string) string {
	for !beginsWith(head, extentSystems) {
		w := extentOwners.of(head)
		if w == "" {
			break
		}
		head = head[len(w):]
	}
	return head
}

// extentsDiffer reports whether two numbers of a part are one of the organ itself and one of all that belongs to it.
func extentsDiffer(p *Part, a, b *quantity.Quantity) bool {
	r := p.Quantities()
	return extentOf(p, r, a).differs(extentOf(p, r, b))
}

// differs reports whether what is said of one extent need not hold of the other.
func (a extent) differs(b extent) bool {
	return a != b && (a == extentSystem || b == extentSystem) || a == extentOrgan && b == extentPlace || a == extentPlace && b == extentOrgan
}
