package quantity

import "strings"

// totals (合计) end what stands before the number that sums up a list, the longer ones first; scopes may stand before them.
var (
	totals = strings.Fields(`
		合计共 合计为 合计有 合计达 总计为 总计有 总计达 共计为 共计有 共计达 合计数为 总数为 总数达 总数是 总量为 总量达 累计共 之和为 总和为 相加为 相加得
		合计 总计 共计 总共 一共 合共 共有 共为 小计 总数 相加 共`)
	scopes = strings.Fields(`
		全年 年内 本年度 本年 以上 上述 前述 两项 三项 四项 各项 几项 各类 三者 两者 二者 四者 两级 三级 四级 各级 相加 加起来 合起来 累计 线上线下 数量 四个季度 四季度 公开 发布`)
)

// restarts begin a statement of its own, which ends a list.
var restarts = strings.Fields(`
	另 此外 同时 全年 本年 今年 年内 共 累计 合计 总计 全县 全市 全区 全镇 全乡 全局 全街道 并 还 截至 截止 年度共 年度累计 年度内 年度公开 年度发布 年度收到 年度受理 年度办理 年度制发 目前
	现有 较 比 同比 上年 去年 以上 至此 其余各 均 总`)

// predicates are verbs that begin a statement rather than name an item; verbal ones may name an item too.
var (
	predicates = strings.Fields(`发布 收到 受理 接收 接到 办理 办结 答复 回应 回复 开展 举办 召开 接待 新收 编制 制定 制发 印发 转发 完成 新增 报送
		上报 接受 参加 出台 整改 废止 修订 发放 发送 编发 刊发 推送 推出 承办 排查 实现 建立 设立 设置 开设 开通 采纳
		回访`)
	verbal = strings.Fields(`公开 主动公开 组织 处理 更新 维护 解读 清理 结转 向 对 为 在 征集 培训 审核 审查 检查 通过`)
)

var (
	leftovers  = []string{"其他", "其它", "其余", "剩余"}
	remainders = leftovers[2:] // they are always of the list before
)

// respectful end the words of 分别 that say that parts follow: 分别为, 分别设在.
var respectful = []string{"为", "是", "有", "在", "于", "自"}

// groups are ends of clauses that speak of what was counted before.
var groups = strings.Fields(`
	信息中 申请中 文件中 留言中 建议中 提案中 事项中 案件中 件中 条中 总数中 总量中`)

// flowing are verbs of what is done beside what was counted; standing say that it is what there is after all of it.
var (
	flowing = strings.Fields(`注销 取消 取消关注 下线 下架 更正 撤销 撤回 撤除 关停 关闭 约谈 补办 换发 吊销 巡查 线上巡查 移送 转办 移交 清退 退出 停用 删除 标注失效 归档
		复查 回访 抽查 暂停 核销 变更 延续 续期 到期 废止 拆除 维修 修复 更换 改造 迁移 搬迁 修缮 维护 增设 补发 收回 报废 淘汰`)
	standing = strings.Fields(`年末 年底 期末 累计 存量 现有 现存 实有 在册 在库 在线运行`)
)

// moreOrLess say behind 较上年 that more or less was done: 较上年多发19篇.
var moreOrLess = strings.Fields(`多发 少发 多发布 少发布 多收 少收 多收到 少收到 多受理 少受理 多办 少办 多办结 多公开 少公开 多开 少开 多召开 多举办 多培训 多接 少接 多解读 多编 多印 多推 多答 多 少`)

// notAmong are words that begin with 中 and say nothing of which numbers are parts: 3家中央媒体.
var notAmong = []string{"央", "国", "共", "小", "学", "心", "标", "介", "外", "秋", "午", "旬", "期", "级", "队", "医", "药", "层", "文"}

// channels are ways of publishing, which divide what was published.
var channels = []string{"网站", "微信", "微博", "公众号", "公开栏", "公示栏", "公告栏", "专栏", "报纸", "报刊", "电视", "广播", "抖音", "客户端", "新媒体", "公报"}

// kinds are names that divide the same thing, so that a list with one of them may go on with another.
var kinds = [][]string{
	{"维持", "纠正", "纠错", "其他结果", "其他情形", "审结", "驳回", "撤销", "撤诉", "撤回", "确认违法", "胜诉", "败诉"},
	{"予以公开", "同意公开", "部分公开", "不予公开", "不同意公开", "无法提供", "不予处理", "其他处理", "已主动公开", "不存在", "不属于", "不掌握", "补正", "其他途径", "重复申请"},
	{"当面", "现场", "传真", "网络", "网上", "在线", "信函", "邮寄", "邮件", "来信", "来访", "来电", "其他形式", "其他方式"},
	{"自然人", "公民", "法人", "企业", "科研机构", "公益组织", "法律服务机构", "其他组织"},
	{"保留", "继续有效", "修改", "修订", "废止", "失效", "新制定", "新增"},
	{"主办", "会办", "协办", "分办", "承办", "独办"},
	{"咨询", "求助", "投诉", "建议", "举报", "求决", "表扬", "感谢"},
	{"专职", "兼职", "专兼职"},
	{"一级", "二级", "三级", "四级"},
	{"省级", "市级", "县级", "区级", "镇级", "乡镇", "村级", "街道", "部门", "社区"},
	{"按时", "延期", "超期", "逾期"},
	{"新收", "结转"},
}
