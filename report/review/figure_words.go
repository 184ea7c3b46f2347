package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// figureRole is what a word does in a statement about a figure.
type figureRole uint8

const (
	roleFiller    figureRole = iota + 1 // says nothing about what is counted: 共, 的, 依法
	roleOwn                             // the organ itself, or its year: 我局, 全年
	roleWide                            // more than the organ: 全县各部门
	roleElsewhen                        // another period than the year: 去年, 上半年
	rolePart                            // 其中
	roleNot                             // 未, 没有
	roleEach                            // 各, 均, 分别: of each of several things
	roleSum                             // 共, 合计: of several things together
	roleVerb                            // what was done: 收到, 办结, 制发
	roleObject                          // what is counted: 申请, 规范性文件, 行政复议
	roleResult                          // how it ended: 予以公开, 维持
	roleApplicant                       // who applied
	roleWay                             // through which channel
	roleForeign                         // counts something that is in no table: 留言, 提案
	roleList                            // 、 and 和
	roleSoft                            // a comma or a colon
	roleHard                            // the end of a sentence
	roleParagraph                       // the end of a paragraph
	roleOpaque                          // 《…》, or a bracket without a figure
)

// figureWord is an entry of the lexicon.
type figureWord struct {
	role figureRole
	code string
}

// figureToken is a word that was found, in bytes of the text.
type figureToken struct {
	start, end int
	role       figureRole
	code       string
	number     int // of roleNumber: the index of the quantity
}

// figureVocabulary is all that the statements are made of. A word that is not here makes a statement vague, and what is vague is never
// compared: so whoever adds a word says that it changes nothing (fillers) or what it changes.
var figureVocabulary = []struct {
	role  figureRole
	code  string
	words string
}{
	{roleFiller, "", `目前 现在 当前 截至目前 截止目前 迄今 为 是 达 达到 达到了 有 了 的 地 得 已 已经 现已 也 并 且 又 还 即 则 等 其 数 量 数量 件数 总数 总量 数据 类 情况 情形 事项 事件 现象 问题 工作 方面 方式 形式 相关 有关 各类 各种
		任何 任一 一件 任意 全部 全 皆 都 正式 实际 有效 依法 依规 依法依规 及时 规范 认真 妥善 按规定 按要求 按照规定 按程序 按照程序 法定期限内 法定时限内 规定时限内 规定期限内 规定时间内 期限内 时限内 在
		给予 作 提出 提交 递交 提起的 寄来 送来 发来 因 由 引起 引发 导致 所 而 被 对 就 关于 涉及 针对 向 于 以 至 到 自 从 该 此 另 另外 同时 期间 之 内 中 当中 起 宗 申请人 群众 社会公众 公众 当事人 市民 社会各界
		公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人、其他组织 公民、法人和其它组织 公民、企业和其他社会组织 公民、企业和其他组织 公民、企业和社会组织 公民、法人和社会组织 企业和社会组织 公民、法人或其它组织 公民法人和其他组织 公民法人或其他组织 公民和法人 公民或法人
		单位和个人 任何单位和个人 任何单位或个人 任何组织和个人 任何组织或个人 任何个人和单位 任何个人或单位 任何个人和组织 任何个人或组织 任何单位及个人 任何企业和个人 任何公民 任何自然人、法人和其他组织 任何公民、法人和其他组织 任何公民、法人或其他组织 任何公民、法人或者其他组织 自然人、法人和其他组织 自然人、法人或其他组织 自然人、法人或者其他组织 自然人和法人 单位或个人 个人和单位 个人或单位 单位及个人 个人和组织 组织和个人 组织或个人 企业和个人 企业群众 任何人 任何单位 一 曾 过 暂 尚 出具 进行 发起 申诉 申诉案 申诉案件 予以 均已 共计为 先后 陆续 一并 实施的
		年度 行政机关 表格 具体 如下 分别是 包括 包含 含 渠道 通过 利用 依托 新 新增 办理结果 处理结果 结果 答复结果 办理情况 答复行为
		主体 本级 本级政府 主动 对外 向社会 向社会公开的 全文 截至 截止 底 末 止 年底 受理情况 量为 后 时 相应 均按时 申请处理 来自 来源于 截至年末 到年末 年末尚有 年末有 年底有 年末仍有 年底尚有 年底仍有 将 清理后 经清理 经清理后 加上 连同 加之 相关材料 有关材料 属于 答复意见 答复类型 答复方式 办理意见 申请主体 申请者 申请人类型 申请主体类型 申请来源 系 件 仅 仅有 只有 年初 以 不服 因不服 依职权 经审查 经审核 经研究 经核实 经核查 经检索 经查询 经复核 经认定 判决 裁定 一审 二审 终审`},
	{roleFiller, "info", `政府信息公开 信息公开 政务公开 政府信息公开工作 信息公开工作 政务公开工作 政府信息公开类 信息公开类 政府信息公开类案件 政府信息公开案件 信息公开案件 政府信息公开事项 政府信息公开答复 政府信息公开事务 信息公开事务 有关政府信息公开事务 信息公开答复 政府信息公开申请答复`},
	{roleSum, "cumulative", `累计 累计共`},
	{roleSum, "", `共 共有 一共 总共 共计 合计 总计 总`},
	{roleEach, "", `各 均 均为 分别 分别为 皆为 都为 各为`},
	{rolePart, "", `其中`},
	{roleOwn, "", `我局 我委 我办 我镇 我乡 我街道 我街 我院 我厅 我中心 我队 我所 我站 我支队 我大队 我单位 我部门 我机关 我处 我会 我科 我校 我馆 我社 我行 我旗 我园区 我区管委会
		本局 本委 本办 本镇 本乡 本街道 本院 本厅 本中心 本队 本所 本站 本单位 本部门 本机关 本处 本会 本馆 本行政机关 局机关 委机关 镇政府 乡政府 街道办 街道办事处 办事处 全局 全镇 全乡 全街道 全办 全委 全院 全厅
		镇机关 乡机关 街道机关`},
	{roleOwn, "year", `全年 全年度 年内 本年 本年度 今年 今年以来 当年 一年来 年来 本报告期 报告期内 报告期 本年内 年度内`},
	{roleOwn, "place", `我县 我市 我区 我省 我州 我盟 本县 本市 本区 本省`},
	{roleWide, "", `全县 全市 全区 全省 全旗 全州 全盟 全国 全系统 本系统 系统内 各系统 各乡镇 各镇 各乡 各街道 各镇街 各部门 各单位 各级 各地 各县 各区 各市 各州 各旗 各委办局 各局 县直 市直 区直 省直 州直 直属 所属 局属 下属 下级
		下辖 辖区 辖内 镇街 镇（街道） 乡镇（街道） 乡镇街道 基层 各村 各社区 村级 村（社区） 县级部门 市级部门 区级部门 县区 区县 县市区 两级 部门和乡镇 乡镇和部门 各行政机关 各级行政机关 政府部门 区属 县属 市属 成员单位`},
	{roleElsewhen, "", `去年 上年 上一年 上年度 上一年度 上年同期 去年同期 往年 前年 同比 同期 环比 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 季度 上季度 每季度 每月 每年 每周 月均 年均 平均 近年来 历年 近三年 近五年 近两年 几年来 多年来
		明年 下年 下一年 次年 十三五 十四五 比上年 较上年 较去年 比去年 相比 与上年 与去年 上月 本月 当月`},

	{roleNot, "", `未 不 没有 无 零 暂未 尚未 从未 并未 均未 也未 未曾 没 并无 均无 暂无 尚无 也没有 无人 无一例 无一件 无一起 无一 没有一例 没有一件 没有一起 未有一例 未有一件`},
	{roleObject, "case", `案件 案`},

	{roleVerb, "receive", `收件 收件量 收到 接到 受理 接收 收悉 接受 收 受到 登记 登记在册 登记备案 登记入册 收到了 接收到 登记受理 收到并受理 受理了`},
	{roleVerb, "new", `新收 新收到 新受理 新接收 新增受理`},
	{roleVerb, "handle", `办理 处理 受理办理 收到并办理 收到和办理 受理和办理 办理了 处理了 收到并处理 收到和处理`},
	{roleVerb, "close", `办结 办结了 办理完毕 办理完成 办理完结 处理完毕 审结 结案 已办结 全部办结`},
	{roleVerb, "close_on_time", `按时办结 按期办结 及时办结 按时办理完毕 如期办结`},
	{roleVerb, "close_extended", `延期办结 延期答复`},
	{roleVerb, "answer", `答复 回复 依法答复 书面答复 作出答复 已答复 答复了 按时答复 按期答复 及时答复 依申请答复`},
	{roleVerb, "in", `上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年 结转上年度 结转自上年 上年转结 上年度转结 上年转入 上年度转入 上年结转的 由上年结转 上年度未办结结转 上年结转来 往年结转`},
	{roleVerb, "over", `结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年度 结转至下一年 结转到下年 结转到下年度 结转到下一年度 转下年 转下年度 转下一年 转下一年度 转至下年 转至下年度 转至下一年度 下年度结转 结转下年度继续办理
		结转下一年度继续办理 结转到下年度继续办理 结转至下一年度继续办理 结转至下年度继续办理 结转下年继续办理 结转次年 结转至次年 转入下年度 转入下一年度 延至下年度 延至下一年度 延至下年 延至下一年 延至次年 顺延至下年 顺延至下年度 顺延至下一年度 延期至下年度 延期至下一年度 留待下年 留待下年度 留待下一年度 跨年度结转 结转明年 结转下年度办理 结转下一年度办理 结转至下一年度办理 转下一年办理 转下年度办理 转下年办理`},
	{roleVerb, "carry", `结转 转结 转入`},
	{roleVerb, "open", `正在办理 尚在办理 正在办理中 未办结 尚未办结 在办 仍在办理 办理中 还在办理`},
	{roleVerb, "issue", `制发 制定 印发 出台 制定出台 制定印发 制定发布 印发实施 出台实施 下发 新制发 新制定 新出台 新印发 起草并印发 起草印发 起草并出台 起草制定 研究制定 制定并印发 制定并出台 制定并发布 制定下发 印发出台 印发并公布 审议印发 制发了 制定了 印发了 出台了 以政府名义制发 新发`},
	{roleVerb, "make", `制作 新制作`},
	{roleVerb, "repeal", `废止 废止失效 废除 废止和失效 宣布废止 废止了 废止或失效 废止（失效） 废止(失效)`},
	{roleVerb, "lapse", `失效 宣布失效 自动失效 到期失效`},
	{roleVerb, "force", `现有 现行有效 继续有效 保留 正在实施 正在执行 现行 继续保留 仍在执行 仍在施行 仍在实施 仍然有效 仍有效 继续执行 继续施行`},
	{roleVerb, "revise", `修订 修改 清理 审查 备案 审核 解读 起草 修正`},
	{roleVerb, "publish", `公开 主动公开 公布 对外公开 主动公开了 公开了 依法公开`},
	{roleVerb, "publish_new", `新公开`},
	{roleVerb, "public_total", `对外公开总数 对外公开总数量 对外公开总计 累计对外公开`},
	{roleVerb, "spread", `发布 公开发布 发布了 主动发布 发布公开 公开公示 发布各类 已发布`},
	{roleVerb, "post", `更新 上传 推送 推出 公示 发布更新 编发 刊发`},
	{roleVerb, "repost", `转发 转载 转发布`},
	{roleVerb, "decide", `作出 做出 作出了 做出了 决定 处理决定 作出处理决定 下达 实施 实施了 采取 采取了`},
	{roleVerb, "deal", `查处 办结案件 立案 审批 核发`},
	{roleVerb, "occur", `发生 出现 存在 提起 提请 引发了 产生 被申请 被提起 发生过 出现过 涉及到 引起的 引发的 产生的 导致的`},
	{roleVerb, "charge", `收取 收取了 征收 收费 收入 收费金额 收取金额 征收金额 收取费用 收取的费用 收取了费用 收取费用共`},
	{roleVerb, "hold", `召开 举办 开展 组织 举行 组织召开 组织举办 组织开展 召开了 举办了 开展了 组织了 参加或举办 举办和参加 参加和举办`},
	{roleVerb, "reply", `回应`},
	{roleVerb, "attend", `参加`},
	{roleVerb, "keep", `从事 设置 设立 设有 配备 配有 建立 明确 拥有 确定 安排 落实 投入 支出`},

	{roleObject, "request", `申请获取政府信息 申请获取信息 获取政府信息的申请 获取政府信息申请 政府信息公开申请 政府信息公开申请材料 信息公开申请材料 依申请公开材料 政府信息公开的申请 政府信息依申请公开 政府信息公开依申请 政府信息依申请 政府信息公开申请书 政府信息公开申请表 政府信息公开申请件 政府信息公开申请事项 依申请公开政府信息申请 依申请公开政府信息 依申请公开信息 依申请公开申请
		依申请公开的申请 依申请公开件 依申请公开事项 依申请公开案件 依申请公开政务信息 依申请公开 依申请信息公开 依申请公开办件 依申请信息公开件 依申请信息公开申请 依申请政府信息公开 依申请政府信息公开件 政府信息公开依申请件 依申请件 依申请 信息公开申请 信息公开申请件 信息公开申请表 信息公开申请书 信息公开的申请 公开申请 政务公开申请 申请公开政府信息 申请公开信息
		申请政府信息公开 申请信息公开 政府信息申请 信息申请 公开政府信息申请 公开政府信息的申请 公开信息的申请 信息公开类申请 政府信息公开类申请 申请公开 政务信息公开申请 政府信息公开有效申请 政府信息公开申请总数 政府信息公开申请数 政府信息公开申请数量 政府信息公开申请量
		要求公开政府信息的申请 要求公开信息的申请 关于政府信息公开的申请 关于政府信息公开申请 依申请公开政府信息公开申请 政府信息公开申请案件 政府信息申请公开 依申请公开政府信息的申请 依申请公开信息公开申请 依申请公开政府信息公开`},
	{roleObject, "apply", `申请 申请总量 申请总件数 申请材料 新收件 申请件 申请数 申请量 申请总数 申请数量 申请书 申请表 公开件`},
	{roleObject, "review", `行政复议 复议 复议案件 行政复议案件 行政复议案 行政复议申请 申请行政复议 被申请行政复议 提起行政复议 政府信息公开申请行政复议 信息公开申请行政复议 信息公开行政复议 政府信息公开行政复议 政府信息公开类行政复议 信息公开类行政复议 行政复议件
		政府信息公开申请提起行政复议 政府信息公开申请引起的行政复议 政府信息公开申请引发的行政复议 政府信息公开申请被申请行政复议 政府信息公开申请的行政复议 复议机关 行政复议机关`},
	{roleObject, "suit", `行政诉讼 诉讼 诉讼案件 行政诉讼案件 行政诉讼案 提起行政诉讼 被提起行政诉讼 提起诉讼 政府信息公开行政诉讼 信息公开行政诉讼 政府信息公开类行政诉讼 信息公开类行政诉讼 政府信息公开申请行政诉讼 政府信息公开申请提起行政诉讼
		政府信息公开申请引起的行政诉讼 政府信息公开申请引发的行政诉讼 被起诉 被诉`},
	{roleObject, "direct_suit", `未经复议直接起诉 直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接提起行政诉讼 未经复议直接诉讼 未经复议直接行政诉讼 直接诉讼 未经复议起诉 未经行政复议直接起诉 未经行政复议直接提起行政诉讼`},
	{roleObject, "suit_after_review", `复议后起诉 经复议后起诉 复议后提起诉讼 复议后提起行政诉讼 经复议后提起行政诉讼 复议后诉讼 经复议后诉讼 复议后行政诉讼 复议后再起诉 行政复议后起诉 经行政复议后起诉 行政复议后提起行政诉讼`},
	{roleObject, "documents", `规范性文件 行政规范性文件 政府规范性文件 政府行政规范性文件`},
	{roleObject, "regulations", `规章 政府规章 部门规章 地方政府规章`},
	{roleObject, "licensing", `行政许可 行政许可决定 行政许可处理决定 行政许可件 行政许可案件 行政许可办件`},
	{roleObject, "penalties", `行政处罚 行政处罚行为 行政处罚决定 行政处罚处理决定 行政处罚案件 行政处罚决定书`},
	{roleObject, "coercion", `行政强制 行政强制行为 行政强制决定 行政强制措施 行政强制处理决定 行政强制执行 行政强制措施决定`},
	{roleObject, "fees", `行政事业性收费 行政事业性收费总额 行政事业性收费金额 行政事业性收费收入 行政事业性收费总金额`},
	{roleObject, "procurement", `政府集中采购 集中采购 政府集中采购项目 集中采购项目 政府集中采购总金额 政府集中采购金额 采购项目 采购总金额 采购金额`},
	{roleObject, "items", `政府信息 政府信息公开信息 公开政府信息 公开信息 主动公开信息 主动公开政府信息 主动公开的政府信息 政府公开信息 政府信息总数 政府信息数 政府信息公开数`},
	{roleObject, "news", `信息 政务信息 讯息 信息总量 政务公开信息`},
	{roleObject, "response", `公众关注热点或重大舆情 公众关注热点和重大舆情 公众关注热点及重大舆情 公众关注热点 重大舆情 社会热点 热点或重大舆情 社会关切 公众关切`},
	{roleObject, "press", `新闻发布会 政府新闻发布会 新闻发布会总次数`},
	{roleObject, "interview", `在线访谈 政府网站在线访谈 网站在线访谈 在线访谈活动`},
	{roleObject, "explained", `政策解读稿件 解读稿件 政策解读材料 政策解读信息 政策解读文章 政策解读`},
	{roleObject, "offices", `专门机构 政府信息公开工作专门机构 政府信息公开专门机构 信息公开工作专门机构 工作专门机构`},
	{roleObject, "reading_points", `查阅点 政府信息公开查阅点 信息公开查阅点 政府信息查阅点 公共查阅点 查阅场所`},
	{roleObject, "staff", `从事政府信息公开工作人员 从事信息公开工作人员 政府信息公开工作人员 从事政府信息公开工作的人员 政府信息公开工作人员总数`},
	{roleObject, "full_time", `专职人员 专职工作人员 政府信息公开专职人员 信息公开专职人员 专职`},
	{roleObject, "part_time", `兼职人员 兼职工作人员 政府信息公开兼职人员 信息公开兼职人员 兼职`},
	{roleObject, "budget", `政府信息公开专项经费 专项经费 信息公开专项经费 政府信息公开工作专项经费`},
	{roleObject, "meeting", `政府信息公开工作会议 政府信息公开工作会议或专题会议 政府信息公开专题会议 信息公开工作会议 信息公开专题会议 政府信息公开工作专题会议 工作会议或专题会议`},
	{roleObject, "training", `培训班 各类培训班 政府信息公开培训班 信息公开培训班 业务培训班 各类业务培训班`},
	{roleObject, "trained", `接受培训人员 接受培训 培训人员 参训人员 受训人员 参加培训人员 培训工作人员`},
	{roleObject, "complaint", `举报投诉 被举报投诉 政府信息公开举报投诉 信息公开举报投诉 投诉举报 政府信息公开投诉举报 有关政府信息公开的举报投诉`},
	{roleObject, "copy_fee", `检索、复制、邮寄等费用 检索、复制、邮寄费用 检索、复制费用 检索复制费用 检索费 复制费 邮寄费 检索、复制等费用 信息处理费 信息公开处理费 政府信息公开信息处理费 依申请公开费用 依申请公开信息费用 依申请公开信息收取的费用 依申请公开收费`},

	{roleResult, "granted", `予以公开 同意公开 准予公开 全部公开 完全公开 给予公开 予以全部公开 决定公开 决定予以公开 同意公开答复 予以公开答复 同意公开的答复 予以公开决定 予以公开处理 同意公开决定`},
	{roleResult, "partial", `部分公开 予以部分公开 同意部分公开 决定部分公开 给予部分公开 同意部分公开答复 部分公开答复 部分公开决定 部分公开处理`},
	{roleResult, "refused", `不予公开 不同意公开 决定不予公开 未予公开 依法不予公开 不予公开答复 不同意公开答复 不予公开决定 不予公开处理`},
	{roleResult, "unavailable", `无法提供 依法无法提供 无法提供信息 无法提供政府信息`},
	{roleResult, "unprocessed", `不予处理 依法不予处理 不予受理`},
	{roleResult, "result_total", `办理结果总计 办理结果合计 办理结果共计 办理结果总数 办理结果总量 办理结果共 处理结果总计 处理结果合计 处理结果共计 答复结果总计 答复结果合计 答复结果共计`},
	{roleResult, "other_handling", `其他处理 作其他处理 其它处理 作出其他处理`},
	{roleResult, "state_secret", `属于国家秘密 属于国家秘密信息 国家秘密信息 涉及国家秘密 国家秘密`},
	{roleResult, "prohibited_by_law", `其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开`},
	{roleResult, "security_stability", `危及“三安全一稳定” 危及"三安全一稳定" 三安全一稳定 “三安全一稳定”`},
	{roleResult, "third_party", `保护第三方合法权益 第三方合法权益 涉及第三方合法权益 第三方不同意 第三方不同意公开`},
	{roleResult, "internal_affairs", `属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息 三类内部事务`},
	{roleResult, "process", `属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息`},
	{roleResult, "enforcement_file", `属于行政执法案卷 属于行政执法案卷信息 行政执法案卷 行政执法案卷信息`},
	{roleResult, "inquiry", `属于行政查询事项 行政查询事项 行政查询`},
	{roleResult, "not_held", `本机关不掌握相关政府信息 不掌握相关政府信息 不掌握相关信息 本机关不掌握 本机关不掌握相关信息 我局不掌握相关政府信息 不掌握政府信息 不掌握的政府信息 不掌握的信息 不掌握的相关信息`},
	{roleResult, "nonexistent", `信息不存在 政府信息不存在 申请信息不存在 申请的信息不存在 申请公开的信息不存在 所申请信息不存在`},
	{roleResult, "not_ours", `不属于本行政机关公开 不属于本机关公开 不属于本行政机关制作或保留 不属于本行政机关公开范围 不属于本机关公开范围 非本机关公开 不属于本单位公开 不属于我局公开`},
	{roleResult, "needs_making", `没有现成信息需要另行制作 没有现成信息 无现成信息 需要另行制作 没有现成信息、需要另行制作 没有现成信息，需要另行制作`},
	{roleResult, "unclear", `补正后申请内容仍不明确 补正后仍不明确 补正后申请内容不明确`},
	{roleResult, "petition", `信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类 信访投诉举报类申请 信访举报投诉申请`},
	{roleResult, "repeated", `重复申请 属于重复申请 不予重复处理 不再重复处理`},
	{roleResult, "publication", `要求提供公开出版物 公开出版物`},
	{roleResult, "excessive", `无正当理由大量反复申请 大量反复申请`},
	{roleResult, "reissue", `要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息`},
	{roleResult, "overdue_correction", `逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正`},
	{roleResult, "overdue_fee", `逾期未缴费 逾期未缴纳费用 逾期未按收费通知要求缴纳费用`},
	{roleResult, "already_public", `属于已主动公开范围 已主动公开范围 属于主动公开范围 主动公开范围 属于已主动公开`},
	{roleResult, "trade_secret", `涉及商业秘密 商业秘密 属于商业秘密`},
	{roleResult, "privacy", `涉及个人隐私 个人隐私 属于个人隐私`},
	{roleResult, "amend", `告知作出更改补充 告知更改补充 更改补充 作出更改补充 告知作出更改、补充`},
	{roleResult, "other_channel", `告知通过其他途径办理 通过其他途径办理 告知申请人通过其他途径办理 其他途径办理`},
	{roleResult, "upheld", `维持 结果维持 予以维持 被维持 维持原行政行为 维持具体行政行为 维持结果 维持原答复 维持原决定 维持原答复意见 维持原答复决定 复议维持 驳回诉讼请求 驳回原告诉讼请求 维持具体行政行为或者驳回原告诉讼请求`},
	{roleResult, "corrected", `纠正 结果纠正 被纠正 予以纠正 纠错 被纠错 被依法纠错 依法纠错 败诉 被撤销 责令重新答复 确认违法 复议纠错 复议被纠错 诉讼败诉`},
	{roleResult, "pending", `尚未审结 未审结 正在审理 正在审理中 审理中 在审 尚在审理 未结案`},
	{roleResult, "other_end", `其他结果 其他情形 其它结果 结果其他 其他情况`},

	{roleApplicant, "natural_person", `自然人 自然人申请 公民 公民个人 个人申请 个人 自然人提出 公民申请`},
	{roleApplicant, "business", `商业企业 商业企业申请 企业申请 企业法人 来自企业 由企业`},
	{roleApplicant, "research", `科研机构 科研机构申请`},
	{roleApplicant, "public_welfare", `社会公益组织 社会公益组织申请`},
	{roleApplicant, "legal_service", `法律服务机构 法律服务机构申请`},
	{roleApplicant, "organisations", `法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人 法人申请 法人或其他组织申请 法人和其他组织申请 单位申请 法人组织`},

	{roleWay, "in_person", `当面 当面申请 现场申请 当面提交 现场提交 当面递交 当面提出 当面提交申请`},
	{roleWay, "fax", `传真 传真申请`},
	{roleWay, "online", `网络申请 网上申请 在线申请 网络 网上 在线 互联网 网络提交 网上提交 在线提交 网络渠道 网站申请 网络平台 政府网站申请 网络平台申请 互联网申请`},
	{roleWay, "letter", `信函 信函申请 邮寄申请 邮寄 信件 信函邮寄 书信 书面邮寄 信函方式`},
	{roleWay, "other_form", `其他形式 其他形式申请 其他方式申请 其他渠道申请`},
	{roleWay, "website", `政府网站 政府门户网站 门户网站 官方网站 网站 政务网站 县政府网站 市政府网站 区政府网站 县政府门户网站 市政府门户网站 区政府门户网站 县人民政府网站 市人民政府网站 区人民政府网站 县人民政府门户网站 市人民政府门户网站 区人民政府门户网站`},
	{roleWay, "own_website", `局网站 局门户网站 局官网 委网站 镇网站 乡网站 我局网站 我局门户网站 本局网站 本单位网站`},
	{roleWay, "weibo", `政务微博 政务微博平台 官方微博 微博 新浪微博 政府微博`},
	{roleWay, "wechat", `政务微信 政务微信平台 政府微信平台 微信公众号平台 微信公众号 政务微信公众号 微信公众平台 微信 公众号 官方微信 微信平台 政府微信 官方微信公众号`},
	{roleWay, "gazette", `政府公报 公报`},
	{roleWay, "any", `书面 书面申请 线上 线上申请 线下 线下申请 线上线下 电子邮箱`},
	{roleWay, "board", `公开栏 公示栏 宣传栏 电子显示屏 电子屏 公告栏 广播 报纸 电视 政务新媒体 新媒体 微博微信 微博、微信 两微一端 客户端 抖音 其他方式 其他渠道 专栏 平台专栏 平台 政府信息公开平台 信息公开平台 政府信息公开网 信息公开网 信息公开专栏
		政府信息公开专栏 政府信息公开目录 电子邮件 邮箱 电话 口头 窗口 依申请公开系统 依申请公开平台 大厅`},

	{roleForeign, "named", `人大代表建议 政协提案 政协委员提案 人大建议 建议提案 人大代表建议和政协提案 人大代表建议、政协提案 人大代表建议和政协委员提案 人大代表建议、政协委员提案 网民留言 群众留言 网友留言 12345热线 12345热线工单 12345工单 12345政务服务热线工单
		领导信箱 县长信箱 市长信箱 区长信箱 镇长信箱 乡长信箱 局长信箱 书记信箱 书记县长信箱 县长信箱来信 市长信箱来信 领导信箱来信 政务公开培训 政府信息公开培训 政务公开业务培训 政府信息公开业务培训 政务公开培训会 政府信息公开培训会 政务公开专题培训 政府信息公开工作培训
		政务公开工作培训 政务公开工作培训会 政务公开推进会 意见征集 民意征集 网上调查 重大事项公示公告`},
	{roleForeign, "", `留言 来信 来电 来访 咨询 投诉 举报 信访 信访件 信访举报 提案 建议 意见 议案 热线 工单 邮件 信箱 线索 诉求 求助 调研 稿件 视频 图片 新闻 许可申请 行政许可申请 补贴 救助 低保 公共服务 公共服务事项 清单 目录 权力 职权 信用 双公示 证照 证明
		调解 仲裁 合同 督查 问题线索 规章制度 制度 行政许可信息 行政处罚信息 行政强制信息 行政许可项目 行政处罚项目 行政许可和行政处罚信息 行政许可、行政处罚信息 行政许可、行政处罚等信息
		应诉案件 行政应诉 出庭应诉 执法案件 文件解读 会议 讲座 党务 财务 村务 居务 业务 办件 事务 申请复议期限 收费标准 收费依据 减免 不动产 登记申请 公证 法律援助 仲裁案件 民事诉讼 刑事 公益诉讼 文稿 栏目 专题 答复率 办结率 满意率 回复率 公开率 合格率`},
	{roleForeign, "licensing", `行政许可事项`},
	{roleForeign, "penalties", `行政处罚事项`},
	{roleForeign, "coercion", `行政强制事项`},
	{roleApplicant, "other", `其他 其它 其他组织 其它组织`},

	{roleList, "", `、 和 及 与 以及 或 或者 和/或`},
	{roleSoft, "", `， , ： : 。） ） ) （ (`},
	{roleHard, "", `。 ； ; ！ ? ？ !`},
}

// figureHeads are the words of the lexicon by how they begin.
type figureHeads struct {
	// begins are the first characters, and 《.
	begins runeSet
	// single are the words of one character, found by at: the index, plus one; longer are the others.
	at     [1 << 16]uint8
	single []figureWord
	longer *wordIndex[figureWord]
}

// figureLexicon is the vocabulary laid out for finding its words.
var figureLexicon = func() *figureHeads {
	h := &figureHeads{}
	h.begins.add('《')
	var longer []indexedWord[figureWord]
	for _, v := range figureVocabulary {
		for w := range strings.FieldsSeq(v.words) {
			first, size := utf8.DecodeRuneInString(w)
			h.begins.add(first)
			if size < len(w) {
				longer = append(longer, indexedWord[figureWord]{w, figureWord{v.role, v.code}})
			} else if h.at[first] == 0 {
				h.single = append(h.single, figureWord{v.role, v.code})
				h.at[first] = uint8(len(h.single)) // there are far fewer than 255
			}
		}
	}
	h.longer = newWordIndex(longer)
	return h
}()

// figureTokens finds the words of a line of a text, from a byte to another, from left to right, the longest at each place. What is in 《》
// is a name and not looked into.
func figureTokens(out []figureToken, p *Part, from, to int) []figureToken {
	runes, starts := p.Runes()
	k, _ := slices.BinarySearch(starts, int32(from))
	done := from // where the last word ends
next:
	for ; int(starts[k]) < to; k++ {
		if int(starts[k]) < done {
			continue
		}
		at, end, r := int(starts[k]), int(starts[k+1]), runes[k]
		if !figureLexicon.begins.has(r) {
			continue
		}
		if r == '《' {
			if n := strings.Index(p.Text[at:min(to, at+figureLongestName)], "》"); n > 0 {
				done = at + n + len("》")
				out = append(out, figureToken{start: at, end: done, role: roleOpaque})
				continue
			}
		}
		if end < to && figureLexicon.longer.may(r, runes[k+1]) {
			for w := range figureLexicon.longer.at(p.Text[at:to], r, runes[k+1]) {
				done = at + len(w.word)
				out = append(out, figureToken{start: at, end: done, role: w.means.role, code: w.means.code})
				continue next
			}
		}
		if i := figureLexicon.at[r]; i > 0 {
			w := &figureLexicon.single[i-1]
			out = append(out, figureToken{start: at, end: end, role: w.role, code: w.code})
		}
	}
	return out
}

// figureLongestName bounds how far the end of a 《name》 is looked for, in bytes, so that unpaired marks do not cost more.
const figureLongestName = 600
