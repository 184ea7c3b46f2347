package quantity

import (
	"strings"
	"unicode/utf8"
)

// units are the classifiers and units of measure (量词) that make a number a count. A new one is a word in this list.
var units = strings.Fields(`
	条 条次 件 件次 次 个 篇 篇次 项 项次 宗 份 份次 起 例 家 家次 名 人 人次 场 场次 期 部 部分 部门 批 批次 类 大类
	小类 种 本 册 张 幅 卷 套 台 台次 辆 户 户次 处 栏 块 块次 版 组 段 则 封 通 笔 宗次 单 道 座 所 所次 支 款 章
	节 点 方面 子栏目 栏目 专栏 专题 页 字 字节 面 只 枚 盒 袋 箱 艘 班 班次 村 站 个次 轮 轮次 回 遍 趟 档 路 员 位
	股 首 棵 亩 公里 公顷 平方米 平方公里 立方米 米 吨 公斤 千克 岁 分 分贝 度 千瓦时 美元 港元 欧元`)

// timeUnits make a number a point or a length of time.
var timeUnits = strings.Fields(`
	年 年度 年来 年内 年间 年期 周年 月 月份 月底 月初 月末 个月 日 日内 天 周 星期 季度 个季度 小时 个小时 分钟 秒 秒钟 时
	点钟 工作日 个工作日 个自然日 自然日 个年度 世纪 年代 刻钟`)

// labelUnits stand behind numbers that are names: 30号, 4楼, 十九届.
var labelUnits = strings.Fields(`
	号 号令 号文 号线 号楼 号院 号门 楼 室 层 栋 弄 幢 届 环 中 线 码 版本 频道 热线 路公交 窗口号`)

// unitKind is what a unit makes of its number.
type unitKind uint8

const (
	unitNone unitKind = iota
	unitCount
	unitTime
	unitLabel
	unitMoney
	unitPercent
	unitPoint // 个百分点
	unitTimes
	unitFraction // 三分之一
	unitTenth    // 八成
)

// notUnits are words that begin like a unit and are none: 12条例, 三部门会议 (the unit is 部门), 十分重要.
var notUnits = strings.Fields(`
	条例 条款 条件 项目组 例外 例如 家庭 家人 名单 名录
	名称 名义 人民 人大 人员 期间 期限 期满 部长 部委 部署 部队 类似 类别 本级 本市 本县 本区 本镇 本乡 本局 本街 本部 本机关
	本单位 本年 套餐 处理 处罚 处于 处级 处室 段落 则是 通过 通知 通报 通办 单位 单独 座谈 所有 所以 支持 支部 支撑
	款项 章程 节点 节约 点击 点对 面向 面对 面临 只有 只要 只能 站式 站点 回应 回复 回访 回答 档案 路径 员工 位于 位置 股室
	股份 首页 首次 度假 分别 分之 分为 分类 分级 分管 分布 分析 分工 分批 分散 分配 分解 分步 分期 中心 中央 中国 线上 线下
	版面 组织 组建 组成 时间 时限 时期 时刻 日常 日益 周边 周密 层级 层面 环节 环境 道路 米小圈 字样
	成立 成员 成为 成功 成效 成果 成绩 成熟 成本 成都 成因 成交 成型 成品 成年 成长 成套 成文 成册 成就 成立于 成片 成分 村级
	村务 村居 站群 班子 轮流 封面 封闭 笔试 户外 户籍 页面`)

// A word is something that matters beside numbers.
type wordKind uint8

const (
	shield      wordKind = iota // keeps its characters from shorter words: 无法 is not 无
	wordLead                    // 其中
	wordAll                     // 分为: the parts claim to be all
	wordRespect                 // 分别: parts in the order of the names before it
	wordWithout                 // 不含: what follows is no part
	wordShare                   // 占
	wordNone                    // 未收到
	wordMore                    // 增加: difference
	wordReach                   // 增至: not a difference after all
	wordCompare                 // 较上年
	wordLast                    // 去年
	wordNow                     // 今年: ends 去年
	wordSince                   // 开通以来
	wordPlan                    // 明年: planned, to the end of the sentence
	wordAim                     // 力争: planned, in its clause
)

type word struct {
	text string
	kind wordKind
}

// lexicon are the words by kind. Where one begins with another the longer one holds.
var lexicon = map[wordKind]string{
	shield: `去年以来 上年结转 上年度结转 上一年结转 上一年度结转 去年结转 去年度结转 上年末结转 上年转入 上年遗留 上年未办结 上年接转
		上年继续办理 计划总结 计划生育 计划类 计划信息 计划财务 计划规划 规划计划 工作计划 年度计划 发展计划 计划和总结 包括但不限于 占地
		占用 抢占 侵占 占道 共计划 无法 无障碍 无正当 无关 无偿 无线 无形 无论 无须 无需 无私 无锡 无效 无纸 无缝 无果 无条件 无人
		无视 无疑 无处 无愧 无力 无故 无证 无主 无害 无土 无不 无为 无证明 无差别 无接触 无感 无一 无理由 没有现成 没有及时 没有按照
		没有按 没有形成 没有完全 没有得到 没有做到 没有统一 没有明确 没有专门 没有跟上 没有达到 没有严格 没有进一步 没有真正 没有充分
		没有建立 没有完善 没有落实 没有形 没有很好 结转下年 结转下一年 结转至下年 结转至下一年 结转到下年 结转到下一年 转入下年 转入下一年
		转至下年 转下年 转到下年 延至下年 延至下一年 顺延至下年 至下年 至下一年 到下年 到下一年 入下年 入下一年 留待下年 增加值 多次 多个
		多项 多种 多样 总计划 零距离 零售 零星 零碎 零散 分别按 有无 毫无 今年底 共同 公共 一共同 未来 未能 未成年 未经 提高认识
		同期声 含在 计划单列 删除 清除 废除 解除 消除 免除 排除 拆除 开除 撤除 去除 根除 破除 除夕 除了 除尘 除险 除患 扶持 无一遗漏 没有遗漏 占比较`,
	wordLead: `其中 其中包括 其中含 其中有 其中为 包括 具体包括 主要包括 分别包括 包含 具体包含 内容包括 涵盖 内容涵盖 含 含有 内含 主要有
		主要为 主要是 具体有 囊括 具体如下 情况如下 明细如下 如下 组成如下 分布在 分布于`,
	wordAll: `分为 分成 具体分为 共分为 具体为 具体是 构成为 按类别分 按内容分 按类型分 按类别统计为 按内容统计为 按类型统计为 按方式分 按结果分 按渠道分 按申请方式分 按主体分
		按申请人分 按来源分 按层级分 按形式分 按领域分 按性质分 按载体分 按主题分 按结果看 按办理结果分 按答复结果分 按季度分 按时间分 按区域分 按单位分 按申请人类型分 按申请渠道分
		按平台分 按对象分 按级别分 按解读形式分 按信息类别分`,
	wordRespect: `分别为 分别是 分别有 分别公开 分别发布 分别收到 分别受理 分别办理 分别办结 分别达 分别达到 分别占 分别设在 分别设于 分别位于 分别用于 分别来自 分别分布在 分别`,
	wordWithout: `不含 不包括 不包含 不计 不计入 除 扣除 剔除 除去`,
	wordShare:   `占 占比 占比为 占比达 占总数 占总量 占全部 占全年 占到 占了 占据 各占 约占 比重 比例为 比例达 所占比例`,
	wordNone: `未收到 没有收到 没收到 未接到 没有接到 未接收 未接收到 未受理 没有受理 未发生 没有发生 未产生 没有产生 未出现 没有出现 未收取
		没有收取 未收费 不收费 不收取 未涉及 没有涉及 未制定 没有制定 未制发 没有制发 未出台 没有出台 未发布 没有发布 未引发 没有引发
		未发现 没有发现 未被 没有被 未因 没有因 未对 没有对 未就 未向 没有向 未有 未办理 没有办理 未作出 没有作出 未做出 未新增
		没有新增 没有结转 未开展 没有开展 未组织 未召开 没有召开 未举办 没有举办 未废止 没有废止 未印发 没有印发 未新收 没有新收 未收
		未接 没有 无 为零 是零 零申请 零受理 零发生 零复议 零诉讼 零投诉 零收费 零举报 零纠错 零费用 零结转 未公开 没有公开 未实施 没有实施 未采取
		未制作 未编发 未编印 未开设 未开通 未发放 未接待 未张贴 未推送 未安排 未设 未设立 未设置 没有设立 没有设置
		未减免 未产 未提起 没有提起 未提出 没有人 未征收`,
	wordMore: `增加 增长 减少 下降 上升 提高 降低 提升 净增 净增加 净减 压减 压缩 缩减 多出 新增加 增幅 降幅 涨幅 下滑 增多`,
	wordReach: `增加到 增加至 增至 减至 降至 升至 增长到 增长至 减少到 减少至 下降到 下降至 上升到 上升至 提高到 提高至 降低到 降低至 提升到
		提升至 压减至 压缩至 缩减至 缩短至`,
	wordCompare: `较上 比上 较去 比去 较往 较同期 比同期 同比 环比 相比 相较 与上 与去 同去 同上`,
	wordLast:    `去年 上年 上一年 上年度 上一年度 去年度 上年同期 去年同期 同期 前年 往年 上年末 去年底 上年底`,
	wordNow:     `今年 本年 本年度 当年 本期`,
	wordSince: `开通以来 成立以来 施行以来 实施以来 上线以来 运行以来 建成以来 开设以来 设立以来 创办以来 组建以来 颁布以来 历年 历年来 迄今
		迄今为止 有史以来 近年来 近三年 三年来 五年来 多年来`,
	wordPlan: `力争 争取 预计 明年 来年 下一步 计划在 计划于 计划对 计划将 计划新 计划开展 计划组织 计划举办 计划召开 计划完成 计划公开 计划发布 计划制定
		计划出台 计划培训 计划建 计划年 计划全年 拟于 拟在 拟对 拟开展 将开展 将组织 将举办 下一年 下年`,
}

// before are words that stand right before a number and say how exact it is; the first that fits holds, so longer ones come first.
var before = []struct {
	text  string
	bound Bound
}{
	{"不少于", AtLeast}, {"不低于", AtLeast}, {"至少", AtLeast}, {"超过了", AtLeast}, {"超过", AtLeast}, {"突破", AtLeast}, {"多于", AtLeast}, {"高于", AtLeast}, {"逾", AtLeast},
	{"不超过", AtMost}, {"未超过", AtMost}, {"不高于", AtMost}, {"不多于", AtMost}, {"不足", AtMost}, {"不到", AtMost}, {"少于", AtMost}, {"低于", AtMost}, {"最多", AtMost}, {"至多", AtMost},
	{"将近", AtMost}, {"接近", AtMost}, {"近", AtMost}, {"大约", About}, {"大概", About}, {"约", About}, {"超", AtLeast}, {"上", AtLeast}, {"过", AtLeast},
}

// beforeEnds are the characters that they end with.
var beforeEnds = func() string {
	var ends strings.Builder
	for _, w := range before {
		r, _ := utf8.DecodeLastRuneInString(w.text)
		ends.WriteRune(r)
	}
	return ends.String()
}()

// notBefore are words that end like one of before.
var notBefore = []string{"最近", "附近", "就近", "邻近", "合约", "节约", "预约", "履约", "违约", "大于", "通过", "经过", "网上", "线上", "以上", "会上", "报上", "之上", "栏上", "站上", "不过", "均超", "手上", "平台上", "公约", "条约", "契约",
	"超过", "集约", "简约", "基础上", "途径上", "渠道上", "早上", "晚上", "台上", "号上", "际上", "体上", "总过", "历史上", "上上"}

// after are words that stand right behind a number or its unit.
var after = []struct {
	text  string
	bound Bound
}{{"以上", AtLeast}, {"及以上", AtLeast}, {"以下", AtMost}, {"以内", AtMost}, {"之内", AtMost}, {"左右", About}, {"上下", About}, {"余", AtLeast}, {"之多", About}, {"有余", AtLeast}}
