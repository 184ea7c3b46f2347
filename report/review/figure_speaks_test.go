package review

import (
	"strings"
	"testing"
)

// What a sentence speaks of although it does not say it in full, or names other things, too.
func TestFigureSpeaksOf(t *testing.T) {
	for _, c := range []struct{ edition, figures, text, want string }{
		{"gb-2021", figureRequests, "坚持依法、便民原则，健全登记、审核、答复、归档各环节制度，全年新收申请33件，没有出现逾期答复。", "warning 33件"},
		{"gb-2021", figureRequests, "完善办理清单和目录，全年新收申请33件。", "warning 33件"},
		{"gb-2021", figureRequests, "上年结转3件，本年新收12件，均按规定办理。", "warning 3件"},
		{"gb-2021", figureRequests, "年初结转1件，本年新收32件。", "warning 32件"},
		{"gb-2021", figureRequests + "requests.carried_over.natural_person=2", "全年共收到政府信息公开申请12件，均已办结。", "hint 均已办结"},
		{"gb-2021", figureRequests + "requests.carried_over.natural_person=2", "全年收到申请12件，全部按时办结。", "hint 全部按时办结"},
		{"gb-2021", figureDisclosed, "受职能调整影响，本年度未办理行政许可事项。", "hint 未办理"},
		{"gb-2021", figureDisclosed, "全年未办理行政处罚事项。", "hint 未办理"},
		{"gb-2021", figureDisclosed, "严格落实行政执法公示制度，公开本年作出的行政处罚决定38件，处罚文书均隐去个人信息。", "hint 38件"},
		{"gb-2021", figureDisclosed, "公示作出的行政许可决定210件。", "hint 210件"},
		{"gb-2014", figureStats, "目前从事政府信息公开工作的人员共有19人，分布在办公室和各业务科室。", "warning 19人"},
		{"gb-2014", figureStats, "本年度未参加在线访谈。", "hint 未参加"},
		{"gb-2014", figureStats, "当前专职人员5人。", "warning 5人"},
		{"gb-2014", figureStats, "因故未参加上级培训班。", ""},
		{"gb-2014", figureStats, "未按时办结的申请为零。", ""},
		{"gb-2021", figureRequests, "三年来，共收到政府信息公开申请40件。", ""},
		{"gb-2021", figureRequests, "2021至2023年收到政府信息公开申请40件。", ""},
		{"gb-2021", figureRequests, "最多的一个月收到政府信息公开申请3件。", ""},
		{"gb-2021", figureRequests, "健全登记制度，全年新收申请12件。", ""},
		{"gb-2021", figureRequests, "完善收费清单，全年受理业务申请330件。", ""},
		{"gb-2021", figureRequests, "更新栏目12个，收到网民留言申请补证8件。", ""},
		{"gb-2021", figureRequests, "上年结转提案2件，本年新收提案15件。", ""},
		{"gb-2021", figureRequests, "热线工单上年结转2件，本年新收150件，全部办结。", ""},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，其中信函申请3件均已办结。", ""},
		{"gb-2021", figureRequests, "全年收到信访件12件，均已办结。", ""},
		{"gb-2021", figureDisclosed, "本年度未新增行政许可事项。", ""},
		{"gb-2021", figureDisclosed, "未取消行政处罚事项。", ""},
		{"gb-2021", figureDisclosed, "办理行政许可事项45项，行政许可事项办理时限压缩30%。", ""},
		{"gb-2021", figureDisclosed, "公开行政处罚典型案例5件。", ""},
		{"gb-2021", figureDisclosed, "对2020年以来制发的规范性文件开展清理，继续有效8件。", ""},
		// A paragraph that leaves out what it counts.
		{"gb-2021", figureRequests, "上年结转6件，已全部办结。", "warning 6件"},
		{"gb-2021", figureRequests, "结转下年度继续办理6件。", "warning 6件"},
		{"gb-2021", figureRequests, "上年结转0件，申请办理工作平稳衔接。", "warning 0件"},
		{"gb-2021", figureRequests, "截至年底，结转下年度6件。", "warning 6件"},
		{"gb-2021", figureRequests, "作出予以公开26件。", "warning 26件"},
		{"gb-2021", figureRequests, "其中予以公开的26件，已按期送达申请人。", "warning 26件"},
		{"gb-2021", figureRequests, "全年办结26件，均在法定期限内答复。", "hint 26件"},
		{"gb-2021", figureRequests, "共答复26件，答复率达到要求。", "hint 26件"},
		{"gb-2021", figureRequests, "本年度网络、信函等渠道均未收到政府信息公开申请。", "warning 均未收到"},
		{"gb-2021", figureRequests, "全年当面、网络、信函等各种方式都没有收到政府信息公开申请。", "warning 没有收到"},
		{"gb-2021", figureRequests, "信函、传真等渠道均未收到政府信息公开申请，群众知晓度有待提高。", "warning 均未收到"},
		{"gb-2021", figureRequests, "当面、传真等渠道未收到政府信息公开申请。", ""},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，均为网络申请，当面、信函等渠道均未收到申请。", ""},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件。当面、信函等渠道均未收到政府信息公开申请。", ""},
		{"gb-2021", figureRequests, "当面、信函等渠道均未收到政府信息公开申请，仅通过网络收到申请12件。", ""},
		{"gb-2021", figureRequests, "建议提案办理。\n上年结转6件，已全部办结。", ""},
		{"gb-2021", figureRequests, "承办12345工单200件。上年结转6件，已全部办结。", ""},
		{"gb-2021", figureRequests, "全年受理行政调解纠纷30起，上年结转6件。", ""},
		{"gb-2021", figureRequests, "上年结转案件6件，均已审结。", ""},
		{"gb-2021", figureRequests, "全年办结26件，群众满意。", ""},
		{"gb-2021", figureRequests, "全年办结26件，均按时回复来信人。", ""},
		{"gb-2021", figureRequests, "审核拟发信息30件，予以公开26件。", ""},
	} {
		if got := strings.ReplaceAll(strings.Join(figureFindings(t, c.edition, c.figures, c.text), "; "), " text.figure", ""); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
