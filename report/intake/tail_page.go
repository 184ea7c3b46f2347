package intake

import (
	"regexp"
	"strings"
)

var (
	// Lines that pages have below a text: who put it there, what else there is.
	belowPat = regexp.MustCompile(`^[\[(]?(?:责任编辑|编辑|责编|美编|校对|作者|撰稿|供稿|录入|审核|审核人|初审|复审|终审|签发|来源|信息来源|稿件来源|文章来源|图片来源|点击下载|点击查看|下载|` +
		`浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|访问量|发布时间|发布日期|更新时间|扫码阅读|文件预览)(?:人|员|者)?[:|]|` +
		`^(?:更多(?:精彩|内容|信息|资讯|>|$)|敬请关注|欢迎关注|您感兴趣的|你可能感兴趣|猜你喜欢|您访问的|您即将离开|即将离开|ProducedBy|PoweredBy|Producedby|Poweredby|已有[0-9]+人|共[0-9]+条评论)|` +
		`^(?:用户登录|用户注册|个人中心|(?:文字|图文|视频|音频|媒体|专家)解读):?$|二维码.{0,12}$|(?:扫描|长按).{0,8}二维码|访问的链接.{0,6}离开|是否继续[?]?$`)
	siteTitlePat = regexp.MustCompile(`^(.{2,40})[-_|]+([^-_|]{3,30})$`)
	openPagePat  = regexp.MustCompile(`年报|年度报告|信息公开|政务公开`)
	// The titles of other documents, as they stand in a list of links.
	linkPat   = regexp.MustCompile(`^关于.{2,40}的?(?:通知|公告|通告|公示|意见|批复|函|通报|报告|决定)$`)
	bulletPat = regexp.MustCompile(`^[-·•●■◆▲>»]+[^-0-9]`)
	endingPat = regexp.MustCompile(`[。;:,!?)"]$`)
)

// isBelow reports whether a line is one that pages have below a text. It may look like text further up.
func isBelow(folded string) bool {
	return !strings.HasSuffix(folded, "。") && (belowPat.MatchString(folded) || siteTitle(folded))
}

// siteTitle reports whether a line is the title that a browser shows: what the page is, and whose site it is on.
func siteTitle(folded string) bool {
	m := siteTitlePat.FindStringSubmatch(folded)
	return m != nil && openPagePat.MatchString(m[1]) && (agencyLike(m[2]) || siteNamePat.MatchString(m[2]))
}

// pageLine reports whether a line below the text belongs to the page: by its wording, or as the title of another report.
func (s *structuring) pageLine(i int) bool {
	it := &s.items[i]
	if it.text == "" || it.prose() && strings.HasSuffix(it.folded, "。") {
		return false
	}
	if isFoot(it.folded) || buttonPat.MatchString(it.folded) || crumbPat.MatchString(it.folded) || isBelow(it.folded) {
		return true
	}
	_, title := parseTitle(plainBlanks(it.text))
	return title && !it.prose()
}

// linksFrom is the first of the links that end a page from an item on: lines without any mark at their end behind a sentence, one of
// them a bullet or called like another document; len(items) for none.
func (s *structuring) linksFrom(start int) int {
	first, links := len(s.items), false
	for i := len(s.items) - 1; i > start; i-- {
		it := &s.items[i]
		if s.places[i] != placeBody {
			continue
		}
		if it.text == "" || it.prose() || endingPat.MatchString(it.folded) || s.marks[i].style != styleNone || contactPat.MatchString(it.folded) {
			break
		}
		links = links || linkPat.MatchString(it.folded) || bulletPat.MatchString(it.folded)
		first = i
	}
	if !links || first == len(s.items) || !strings.HasSuffix(s.items[first-1].folded, "。") {
		return len(s.items)
	}
	return first
}
