package review

import "strings"

const (
	fromTemplate    = "模板里没有替换的文字"
	fromInstruction = "填写说明，不是报告内容"
	fromPage        = "网页上的文字，不属于报告"
	fromProgram     = "程序留下的痕迹"
	fromDraft       = "草稿的标记"
	fromOther       = "另一份文件留下的文字"
	fromTool        = "写作工具的答话，不是报告内容"
)

// residueGroups are the strings to look for, divided by |, with what tells a left-over from an ordinary word.
var residueGroups = []struct {
	what  string
	where func(t residueText, start, end int) (from, to int)
	texts string
}{
	{fromTemplate, residueEither, "本级政府（|本级政府(|本部门（|本部门(|本机关（|本机关(|本单位（|本单位(|本地区（|本地区(|本行政机关（|本行政机关("},
	{fromTemplate, residueChoice, "本镇（|本镇(|本乡（|本乡(|本街道（|本街道(|本局（|本局(|本委（|本委(|本办（|本办(|本县（|本县(|本市（|本市(|本区（|本区(|我镇（|我镇(|我乡（|我乡(|我街道（|我街道(|我局（|我局(|我委（|我委(|我办（|我办(|我县（|我县(|我市（|我市(|我区（|我区(|我单位（|我单位("},
	{fromTemplate, residueUnknown, "N件|N条|N次|N份|N篇|N期|N人|N项|N场|N起|Ｎ件|Ｎ条|……件|……条|……次|…件|…条|…次|——件|——条|——次|--件|--条"},
	{fromTemplate, residueUnwritten, "待核实|待补充|待填写|待填|待定|待更新|待确认|待统计|待核对|待完善|待补|待核|待审核|待审定|待提供|待报送"},
	{fromTemplate, residuePending, "空一行|空两行|以下空白|插入图片|此处插图|数据暂缺|需核实）|需核实)|再核实）|再核实)|请核实）|请核实)|需补充）|需补充)|需确认）|需确认)|请确认）|请确认)|请核对）|请核对)|再核对）|再核对)|请补充）|请补充)|请修改）|请修改)|需修改）|需修改)"},
	{fromInstruction, residueTold, "至少写|至少列|写两条|写三条|要写具体|要具体|字数不少于|字数不超过|字数控制|请结合实际填|根据实际填"},
	{fromInstruction, residueWritten, "填写|填报|填列|填“|填\"|填0|填无|填零|必填|选填|据实|不少于|不得少于|不能少于|至少|不超过|不得超过|不能空|不得空|不要空|不可空|不能为空|不得为空|留空|仅供参考|写明|写清|写出|写具体|列明|列举|简述|概述|阐述|分条|分点|实际情况|结合实际|根据实际|可删除|请删除|可自行|本段|此段|该段|这段|本节|此节|这部分|数据需|数据要|数据应|可从|可以从|可围绕|可结合|可参照|可参考|参考写法|参考表述|要求：|格式：|自行增|自行删|自行修|酌情|以内|左右"},
	{fromTemplate, residueLone, "（模板）|(模板)|（范本）|（范文）|（样例）|（示例）|（样表）|（略）|(略)|（模版）|（图略）|（附图略）|（完）|(完)|（全文完）"},
	{fromTemplate, residueAlways, "本级政府/本部门|本部门/本单位|本机关/本单位|本级政府／本部门|某某局|某某镇|某某街道|某某县|某某市|某某区|某某乡|某某单位|无〔〕号|无[]号|无【】号|无（）号|无()号|【】|{{|${|（？）|(?)|（?）|(？)|（？？）|（??）|????|？？？？|某月某日"},
	{fromTemplate, residueCross, "XX|xx|××|○○|△△|□□|ＸＸ|**|＊＊|╳╳|X年|X月|X日|X条|X件|X次|X个|X项|X局|X县|X镇|X市|X万|X号|X人|x年|x月|x日|x条|x件|x次|×年|×月|×日|×条|×件|×次|×号|Ｘ年|Ｘ月|Ｘ日|Ｘ条|Ｘ件"},
	{fromTemplate, residueCross, "##|＃＃|※※|■■|●●|▲▲|◎◎|n件|n条"},
	{fromTemplate, residueDoubt, "？？|??|？年|?年|？条|？件|？次|？份|？篇|？期|？项|？个|？人|？场|?条|?件|?次|?份|?篇|?期|?项|?个|?人|?场"},
	{fromTemplate, residueGap, " 件| 条| 次| 篇| 期| 份| 场|\u3000件|\u3000条|\u3000次|\u3000篇|\u3000期|\u3000份|\u3000场"},
	{fromTemplate, residueFillIn, "（ ）|( )|（\u3000）|(\u3000)|（  ）|(  )|（   ）|(   )|（\u3000\u3000）|（    ）|(    )"},
	{fromTemplate, residueNoDate, "年 月|年  月|年   月|年\u3000月|年\u3000\u3000月|年    月"},
	{fromTemplate, residueAlways, "20  年|20\u3000年|202 年|202  年|202\u3000年"},
	{fromTemplate, residueRule, "__|＿＿"},
	{fromTemplate, residueTableForm, "部分以表格形式|部分内容以表格形式|部分采用表格形式|部分用表格形式|部分以表格的形式"},
	{fromTemplate, residueWholeLine, "同上|同上年|同去年|与上年相同|与去年相同|同上一年|内容同上|待补充|待填写|待完善|待定|示例|样例|样表|模板|范本|测试|测试数据|test"},
	{fromTemplate, residueLineHead, "示例：|示例:|样例：|范例：|模板：|（示例）|(示例)|（样例）|（模板）|（范文）|（样表）|【示例】|【模板】"},
	{fromTemplate, residueInBracket, "单位名称|机关名称|行政机关名称|部门名称|填写单位|年份|请输入|插入|机构名称|单位全称|具体数字|具体数量|此处省略|空白|填空|示例|联系人姓名|负责人姓名|经办人姓名|领导姓名|填报人|填表人|填报日期|填表日期|填报单位|具体名称|具体地址|具体时间|具体日期|具体网址|公众号名称|网站名称"},
	{fromInstruction, residueTold, "仿宋|小标宋|标红|红色字体|加粗|行距|三号字|四号字"},
	{fromTemplate, residueSquare, "数字|数量|姓名|名称|日期|时间|年度|联系电话|联系人|地址|网址|单位|部门|机构|内容|标题|职务|文号|链接"},
	{fromInstruction, residueAsked, "此处填写|在此填写|在此处填写|请在此处|请填入|在此输入|单击此处|点击此处输入|单击或点击此处|此处插入|此处输入|填写本单位|填写本机关名称|填写本部门|无则填0|没有填0|没有则填0|如无请填|如没有请填|如无则填|若无则填|若无请填|如无，请填|如没有，请填|没有的填0|无的填0"},
	{fromInstruction, residueSentence, "请据实|请如实填|请按实际|请按照实际|请根据实际|请根据本|请结合实际|请结合本|请自行|请认真填|请逐项填|请务必填|请各单位据实|请各单位根据|请各单位结合|请各单位如实|请各单位填|请各部门据实|请各部门根据|请各部门结合|请各部门填"},
	{fromInstruction, residueFilledBy, "此项由|本项由|该项由|本表由|此表由|本栏由|此栏由|该栏由|该表由|本部分由|该部分由|此部分由|本段由|该段由|此处由|本节由"},
	{fromInstruction, residueInstruction, "请填|请结合|请根据|请简|请说明|请概|请列|请补|请删|请核|请注|请按|请在|请将|请参照|请写|请用|请阐|请总|请对|请勿|填写|填表说明|填报说明|填报要求|编写要求|编写说明|撰写要求|写作提示|需填写|应填写|须填写|不少于|不超过|字数|限1|限2|限3|限4|限5|限6|限8|限一|限二|限三|限五|简要说明|简要概述|如有|如无|若无|可根据|根据实际情况|参照|说明：|说明:|注：|注:|提示：|提示:|备注：|备注:|自行|此处"},
	{fromPage, residueAlways, "微信扫一扫在手机打开当前页|扫一扫在手机打开当前页面|扫一扫在手机打开当前页|扫一扫，在手机打开当前页|扫一扫 在手机打开当前页|扫一扫手机打开当前页|扫一扫用手机打开当前页|扫一扫在手机上打开当前页|在手机打开当前页|手机打开当前页|手机上打开当前页|" +
		"手机访问当前页|【打印】|[打印]|【关闭】|[关闭]|【打印本页】|【关闭窗口】|【字体|[字体|【字号|[字号|字体：大|字体:大|字体：小|字号：大|字号:大|字体：【|字体：[|字体:[|字号：【|字号：[|来源：本站|来源:本站|您访问的链接即将离开"},
	{fromPage, residueButton, "打印本页|打印此页|打印文章|关闭窗口|关闭本页|关闭页面|收藏本页|加入收藏|设为首页|返回顶部|返回列表|返回首页|返回上一页|网站地图|无障碍阅读|无障碍浏览|无障碍模式|长者模式|关怀版|适老化版|我要打印|我要纠错|网站纠错|页面纠错|一键分享|分享本页|转发本页|收藏本文|上一页|下一页|加载更多|展开全文|收起全文|阅读全文|站内搜索|高级搜索|联系我们|关于我们|网站声明|隐私声明|本页二维码|大 中 小|大中小"},
	{fromPage, residueButtonHead, "分享到朋友圈|分享到微信|分享到微博|分享到QQ|分享到：|分享到:|分享至：|分享至:|上一篇：|上一篇:|下一篇：|下一篇:|上一条：|上一条:|下一条：|下一条:|您现在的位置|您的位置：|您的位置:|您当前的位置|当前位置：|当前位置:|所在位置：|相关链接：|相关链接:|" +
		"责编：|责编:|责任编辑：|责任编辑:|（责任编辑|(责任编辑|浏览次数：|浏览次数:|阅读次数：|阅读次数:|点击次数：|点击次数:|点击数：|点击数:|浏览量：|浏览量:|阅读量：|阅读量:|访问量：|访问量:|信息来源：|信息来源:|文章来源：|文章来源:|稿件来源：|稿件来源:|发布时间：|发布时间:|发布日期：|发布日期:|" +
		"发布机构：|发布机构:|索引号：|索引号:|生成日期：|生成日期:|更新时间：|更新时间:|字体：|字体:|字号：|字号:|版权所有：|版权所有:|版权所有©|网站标识码：|网站标识码:|技术支持：|技术支持:|首页>|首页 >|首页 &gt;|附件下载：|附件下载:|主办单位：|主办单位:|承办单位：|承办单位:|发文字号：|发文字号:|发文机关：|发文机关:|成文日期：|成文日期:|主题分类：|主题分类:|组配分类：|组配分类:|体裁分类：|信息类别：|信息名称：|信息索引号：|索取号：|公开日期：|公开日期:|有效性：|原标题：|本文链接：|原文链接：|关键词：|访问次数：|访问次数:|下载次数：|供稿单位：|供稿单位:|信息员：|相关附件：|相关文档：|相关新闻：|相关文章：|相关阅读：|推荐阅读：|延伸阅读："},
	{fromPage, residueCredit, "编辑：|编辑:|审核：|审核:|校对：|校对:|初审：|初审:|复审：|复审:|终审：|终审:|一审：|一审:|二审：|二审:|三审：|三审:|撰稿：|撰稿:|供稿：|供稿:|审稿：|审稿:|签发：|签发:|拟稿：|拟稿:|作者：|作者:|来源：|来源:|主编：|主编:|值班编辑：|录入：|录入人：|发布人：|发布人:|发布者：|发布单位："},
	{fromPage, residueLineHead, "点击：|点击:|浏览：|浏览:|阅读：|阅读:|来源：|来源:|作者：|作者:|编辑：|编辑:|保护视力色|视力保护色|字体大小"},
	{fromPage, residueMore, "点击下载|点击查看|点击打开|点击阅读|点击此处|点击进入|点击这里|点击链接|点击展开|点击播放|点此下载|点此查看|查看原文|阅读原文|查看详情|查看更多|查看全文|查看附件|下载全文|附件下载|下载附件|更多内容|更多信息|更多详情|详情请点击|详情点击"},
	{fromPage, residueAlways, "更多>>|更多＞＞|更多»|more>>|More>>|MORE>>|[更多]|【更多】|[详细]|【详细】|[详情]|[查看]|[展开]|[收起]|[图]|【图】"},
	{fromPage, residuePicture, "图片|插图|照片|图1|图2|图3|图4|图5|图6"},
	{fromPage, residueFile, ".jpg|.jpeg|.png|.gif|.bmp|.JPG|.PNG"},
	{fromPage, residueAlways, "微信图片_|微信截图_|企业微信截图|QQ截图20|QQ图片20|屏幕截图20"},
	{fromPage, residueFiled, "ICP备|公网安备"},
	{fromPage, residuePageNumber, "— |- |－ |—1|—2|—3|—4|—5|-1|-2|-3|-4|-5|第1|第2|第3|第4|第5|第 "},
	{fromPage, residueScan, "扫码关注|扫描关注|关注公众号|欢迎关注|扫一扫|微信扫一扫|手机扫一扫|扫描二维码|扫码|用微信扫|长按识别|长按二维码"},
	{fromPage, residueButtons, "打印|关闭|保存|返回|顶部|首页|分享|收藏|相关链接|相关新闻|相关文章|上一篇|下一篇|上一条|下一条|字体"},
	{fromPage, residueAlways, "Copyright ©|Copyright©|Copyright (c)|Copyright(c)|All Rights Reserved|All rights reserved|ALL RIGHTS RESERVED"},
	{fromProgram, residueAlways, "错误!未找到引用源|错误！未找到引用源|错误!未定义书签|错误!未指定|错误！未指定|错误!文档中|错误！文档中|错误！未定义书签|Error! Reference source not found|Error! Bookmark not defined|Error! No text of specified style|[object Object]|[object HTML|MERGEFORMAT|PAGEREF|INCLUDEPICTURE|FORMTEXT|STYLEREF|\\* ARABIC|TOC \\o|" +
		"HYPERLINK \"|批注[|批注［|批注 [|document.write|javascript:|function(|&nbsp;|&ldquo;|&rdquo;|&lt;|&gt;|&amp;|&quot;|&mdash;|&middot;|&hellip;|&lsquo;|&rsquo;|&#160;|&emsp;|&ensp;|&#12288;|&nbsp|#NUM!|#NULL!|=SUM(|########|EMBED |SEQ 图|SEQ 表|{ PAGE|{PAGE|锟斤拷|烫烫烫|屯屯屯|ï¿½|â€|��|\\r\\n|#REF!|#N/A|#VALUE!|#DIV/0!|#NAME?|\\u00a0|\\u3000|<!--|-->"},
	{fromProgram, residueWord, "undefined|null|NaN|None|NULL"},
	{fromTemplate, residueWord, "TODO|FIXME|nan"},
	{fromProgram, residueAfterDigit, "E+0|E+1"},
	{fromTool, residueMarkdown, "**|##"},
	{fromTool, residueAlways, "作为AI|作为一个AI|作为一名AI|作为人工智能|作为一个人工智能|以下是为您|以下是根据您|以下为您|为您生成|希望以上内容|希望这份|希望对您有所帮助|可根据实际情况进行调整|可以根据实际情况进行调整|您可以根据|如需进一步修改|根据您的要求|根据您提供|```"},
	{fromProgram, residueTag, "<p|<br|<div|<span|<a|<img|<table|<td|<tr|<font|<strong|<b|<o:p|<style|<script|</"},
	{fromProgram, residueFigure, "图1|图2|图3|图4|图5|图6|表1|表2|表3|表4"},
	{fromDraft, residueTitle, "送审稿|征求意见稿|讨论稿|草稿|草案|初稿|审议稿|报批稿|代拟稿|修改稿|定稿|样稿|终稿|最终版|审核稿|发布稿|上报稿|副本|新建文档|模板|模版|范本|范文|样本|参考稿|修改版|修订稿|打印版|备份|复件|未命名|最新版|（1）|(1)|（2）|(2)|V1|V2|v1|v2"},
	{fromDraft, residueDraft, "送审稿|征求意见稿|讨论稿|草稿|初稿|审议稿|报批稿|代拟稿|修改稿|定稿|样稿|审核稿|上报稿"},
	{fromDraft, residueAlways, "请领导审阅|请领导批示|请领导审定|领导签批：|（领导签批|（待审）|(待审)|已审核可发布"},
	{fromOther, residueAlways, "此页无正文|本页无正文|以下无正文"},
	{fromOther, residueNotice, "请各单位|请各部门|请各乡镇|请各镇|请各街道|请各县|请各区|请各市|请各科室|请各股室|请各地|请各有关单位|请各成员单位|请各级"},
	{fromOther, residueSpeech, "特此通知|特此通报|特此批复|特此函复|特此函告|此致|同志们|各位领导|各位代表|各位委员|汇报完毕|发言完毕|谢谢大家|汇报到此"},
	{fromOther, residueClosing, "以上汇报|以上总结|以上述职|以上发言|以上报告|以上情况汇报|不妥之处|不当之处|如有不妥|如有不当|若有不妥"},
	{fromOther, residueSpeech, "以上汇报|以上发言|以上述职"},
	{fromOther, residueAlways, "根据贵办|根据贵局|根据贵厅|根据贵单位|按照贵办|按照贵局|按照贵厅|贵办《|贵局《|贵厅《|贵单位《|通知收悉|文件收悉|来函收悉|来文收悉"},
	{fromOther, residueExcerpt, "摘自|节选自|选自|转载自|转自|摘录自|引自"},
	{fromOther, residueOrder, "请认真贯彻执行|请遵照执行|请认真组织实施|请认真抓好贯彻落实|请抓好贯彻落实|请认真抓好落实|望认真贯彻执行|希认真贯彻执行"},
	{fromOther, residueInForce, "本办法自|本方案自|本规定自|本细则自|本制度自|本意见自"},
	{fromOther, residueLineHead, "抄送：|抄送:|主送：|主送:|主题词：|主题词:"},
	{fromOther, residueRequest, "请批示|请审示|请阅示|请予批准|请批复|请审定|请审核"},
}

var residueMarks = residueTable()

func residueTable() []residueMark {
	var marks []residueMark
	for _, g := range residueGroups {
		for text := range strings.SplitSeq(g.texts, "|") {
			marks = append(marks, residueMark{text, g.what, g.where})
		}
	}
	return marks
}
