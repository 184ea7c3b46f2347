package specimen

import "strings"

// agency is an invented agency.
type agency struct {
	// full is its whole name, short how titles cut it ("" where they do not), self how it calls itself.
	full, short, self string
	// size is how many applications it gets a year, roughly.
	size int
	// office is another agency that signs for it, as a government's office does; "" for none.
	office string
}

var (
	placeFirst  = strings.Split("澄 岚 沁 栖 稷 曜 濯 翎 霁 棠 樾 浔 砚 筠 鹭 鹤 砾 槿 汀 榆", " ")
	placeSecond = strings.Split("川 州 溪 原 陵 浦 岭 泽 湾 屏 桥 坪", " ")
	nations     = strings.Split("苗族 彝族 回族 瑶族 土家族 布依族", " ")
	countyTasks = strings.Split("交通运输 教育 民政 财政 水利 农业农村 市场监督管理 卫生健康 应急管理 文化和旅游 自然资源 生态环境 审计 统计 司法 林业 医疗保障 住房和城乡建设 "+
		"人力资源和社会保障 退役军人事务 城市管理 综合行政执法 行政审批 地方金融监督管理", " ")
	wholeStates = strings.Split("国家水文局 国家粮仓管理局 工业发展部 公共阅读部 国家测深局 城乡建筑部", " ")
	centres     = strings.Split("公共资源交易中心 融媒体中心 政务服务中心 大数据发展中心 机关事务服务中心 疾病预防控制中心 政务服务中心管理办公室", " ")
	zones       = strings.Split("经济技术开发区管理委员会 高新技术产业开发区管委会 临港产业园区管理委员会 生态旅游度假区管委会 综合保税区管理委员会", " ")
)

func (m *maker) place() string { return pick(m, placeFirst) + pick(m, placeSecond) }

func (m *maker) inventAgency() agency {
	county, city, province := m.place(), m.place(), m.place()
	ward := pick(m, []string{"县", "区", "县", "市"})
	above := ""
	if m.chance(0.4) {
		above = county + ward
	}
	task := pick(m, countyTasks)
	switch m.IntN(17) {
	case 0:
		m.mark("agency.ministry")
		name := pick(m, wholeStates)
		return agency{full: name, self: "我" + name[len(name)-len("局"):], size: 900}
	case 1, 2:
		m.mark("agency.province")
		return agency{full: province + "省" + task + "厅", short: "省" + task + "厅", self: "我厅", size: 300}
	case 3:
		m.mark("agency.city")
		return agency{full: city + "市人民政府", short: city + "市", self: "我市", size: 2500, office: city + "市人民政府办公厅"}
	case 4, 5:
		m.mark("agency.county")
		return agency{full: county + ward + "人民政府", short: county + ward, self: "我" + ward, size: 350, office: county + ward + "人民政府办公室"}
	case 6, 7:
		m.mark("agency.bureau")
		if m.chance(0.3) {
			return agency{full: city + "市" + county + "区" + task + "局", short: county + "区" + task + "局", self: "我局", size: 40}
		}
		return agency{full: county + ward + task + "局", short: task + "局", self: "我局", size: 40}
	case 8:
		m.mark("agency.no_place")
		return agency{full: pick(m, []string{"县", "区", "市"}) + task + "局", self: "我局", size: 30}
	case 9, 10:
		m.mark("agency.township")
		kind, town := pick(m, []string{"镇", "乡"}), m.place()
		return agency{full: above + town + kind + "人民政府", short: town + kind, self: "我" + kind, size: 8}
	case 11:
		m.mark("agency.ethnic_township")
		town, nation := m.place(), pick(m, nations)
		return agency{full: above + town + nation + "乡人民政府", short: town + "乡", self: "我乡", size: 5}
	case 12, 13:
		m.mark("agency.subdistrict")
		street := pick(m, []string{m.place(), m.place() + "路", "新" + m.place()})
		return agency{full: above + street + "街道办事处", short: street + "街道", self: "我街道", size: 6}
	case 14:
		m.mark("agency.centre")
		centre := pick(m, centres)
		if m.chance(0.3) {
			return agency{full: "区" + centre, self: "我中心", size: 4}
		}
		return agency{full: city + "市" + centre, short: centre, self: "我中心", size: 12}
	case 15:
		m.mark("agency.zone")
		return agency{full: city + pick(m, zones), self: "我区", size: 60}
	}
	m.mark("agency.branch")
	return pick(m, []agency{
		{full: "国家税务总局" + county + ward + "税务局", short: county + ward + "税务局", self: "我局", size: 15},
		{full: city + "海关", self: "我关", size: 25},
		{full: county + ward + "人民政府办公室", short: county + ward + "政府办公室", self: "我办", size: 20},
		{full: county + ward + "公安局", self: "我局", size: 45},
	})
}
