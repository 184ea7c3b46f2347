package intake

import (
	"regexp"
	"strings"
)

// What belongs to a web page around a report, in folded form.
var (
	crumbPat = regexp.MustCompile(`^(?:您(?:的|现在的|当前的?|所在的?)|你(?:的|现在的)|当前|现在的?)?(?:所在)?(?:位置|栏目)(?:是|为)?[:>]|^(?:网站)?首页(?:$|[>»›/\-|→:])|[>»›→].*[>»›→]|首页.*[>»›→]`)
	// A label with its value: 索引号：…, 浏览次数：12.
	labelPat = regexp.MustCompile(`^[\[(|]?(?:索引号|索取号|信息索引|索引|发布机构|发布单位|发布机关|发文机关|发文机构|发文单位|发文字号|发文日期|发布日期|发布时间|发布人|发表时间|成文日期|成文时间|生成日期|印发日期|公开日期|公开时间|更新时间|更新日期|公开方式|` +
		`公开范围|公开形式|公开类型|公开属性|公开责任部门|公开目录|主题分类|主题词|主题|体裁分类|体裁|组配分类|信息分类|分类|公文种类|信息名称|信息标题|名称|标题|文号|有效性|有效期|时效性|时效|效力状态|废止日期|失效日期|实施日期|生效日期|关键词|关键字|` +
		`内容概述|内容概要|服务对象|语种|来源|信息来源|稿件来源|文章来源|作者|编辑|责任编辑|责编|审核|审核人|初审|终审|录入|撰稿|供稿|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击率|点击量|点击|访问量|访问次数|` +
		`字号|字体|字体大小|文字大小|视力保护色?|保护视力色?|背景色|打印|收藏|分享到?|分享至|我要分享|关闭|日期|时间)[\])]?[:|]`)
	// Buttons and counters alone on a line.
	buttonPat = regexp.MustCompile(`^(?:[\[({]?(?:视力保护色?|保护视力色?|字号|字体|大|中|小|默认|超大|打印(?:本页|此页|正文|本文|页面)?|关闭(?:窗口|本页|页面|此页)?|收藏(?:本页|此页)?|加入收藏|分享(?:到|至|本页)?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|` +
		`QQ|人人网|复制链接|复制网址|朗读|语音播报|下载(?:文档|全文|PDF)?|返回(?:顶部|首页|列表|上一页|上页)?|返回|顶部|TOP|top|Top|A\+|A-|A|a|纠错|我要纠错|点赞|无障碍(?:浏览|阅读)?|长者模式|老年模式|关怀版|适老化|繁体(?:版)?|简体(?:版)?|English|` +
		`EN|登录|注册|搜索|首页|手机版|移动版|客户端|微信公众号|官方微信|官方微博|浏览次数|浏览量|阅读(?:次数|量)?|次|草稿|[0-9]+次?|【|】)[\])}]?[|:/,;、·-]?)+$`)
	// Lines of a page's foot, or of the links below a text.
	footPat = regexp.MustCompile(`^(?:扫一扫|扫码|扫描二维码|用手机扫|手机扫|微信扫|主办(?:单位|方)?[:|]|承办(?:单位|方)?[:|]|协办(?:单位)?[:|]|主管(?:单位)?[:|]|运维(?:单位)?[:|]|维护(?:单位)?[:|]|技术支持|版权所有|版权归|版权声明|Copyright|copyright|COPYRIGHT|©|网站标识码|政府网站标识码|标识码|` +
		`备案(?:号|序号|编号)|ICP备|网站支持IPv|本站支持IPv|本网站支持IPv|网站已支持IPv|IPv6|IPV6|网站地图|站点地图|联系我们|关于我们|关于本站|隐私(?:声明|保护|政策)|免责声明|网站声明|使用帮助|网站管理|建议使用|推荐使用|最佳浏览|相关链接|相关附件|相关文章|相关信息|相关新闻|` +
		`相关阅读|相关文档|相关稿件|相关解读|友情链接|推荐阅读|热点推荐|最新信息|最新文章|热门文章|上一篇|下一篇|上一条|下一条|前一篇|后一篇|返回顶部|回到顶部|返回列表|关闭窗口|关闭本页|打印本页|您是第|你是第|访问统计|分享到|分享至|政府网站找错|党政机关|我为政府网站找错|` +
		`智能问答|常用链接|快速链接|下载附件|附件下载|文件下载|公网安备|[\p{Han}]{1,3}ICP备|[\p{Han}]{1,3}公网安备|本页二维码|二维码|中国政府网$|国务院部门网站|省政府网站|市政府网站|县\(?市?区?\)?政府网站|无障碍|适老)`)
	footWords   = regexp.MustCompile(`ICP备[0-9A-Za-z号]|公网安备[0-9号:]|网站标识码[:0-9]|版权所有|Copyright|扫一扫在手机|支持IPv6`)
	rulePat     = regexp.MustCompile(`^[-_=*·|.~#+°•●■◆▲>»<«]+$`)
	siteNamePat = regexp.MustCompile(`(?:门户网站|政府网|政务网|信息网|政府网站|信息公开网|政务服务网)$`)
	// A page number is never text, wherever it stands.
	pageNumberPat = regexp.MustCompile(`^(?:-+[0-9]{1,3}-+|第[0-9]{1,3}页(?:[,/]?共[0-9]{1,3}页)?|[0-9]{1,3}/[0-9]{1,3})$`)
)

// isChrome reports whether a folded line belongs to the page by its wording, wherever it stands outside the text.
func isChrome(folded string) bool {
	return isFoot(folded) || crumbPat.MatchString(folded) || labelPat.MatchString(folded) || buttonPat.MatchString(folded) || pageNumberPat.MatchString(folded)
}

// isFoot reports whether a line belongs to the foot of a page, which a report never has.
func isFoot(folded string) bool {
	if footPat.MatchString(folded) {
		return !strings.HasSuffix(folded, "。") || len(folded) < 3*40
	}
	return rulePat.MatchString(folded) || footWords.MatchString(folded)
}

var gridLabelPat = regexp.MustCompile(`索引号|索取号|发布机构|发布单位|发文机关|发文字号|公开方式|主题分类|信息分类|发布日期|成文日期|生成日期|公开日期|组配分类|体裁分类`)

// chromeGrid reports whether a table is one about the page, such as the 索引号 grid.
func chromeGrid(it *item) bool {
	head, _ := firstCharacters(it.all(), 2000)
	folded := fold(head)
	return gridLabelPat.MatchString(folded) || isFoot(folded) || strings.Trim(folded, "|-") == ""
}
