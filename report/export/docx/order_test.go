package docx

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/report/document"
)

// children are the elements that may stand in an element, in the order of the schema of ECMA-376 (wml.xsd and its neighbours), as
// far as we write them. Word opens a file that has them in another order only after a repair, or not at all. In an element that
// begins with * they stand in any order.
var children = map[string]string{
	"document":      "body",
	"body":          "* p tbl sectPr",
	"hdr":           "* p tbl",
	"ftr":           "* p tbl",
	"p":             "pPr *r *fldSimple *hyperlink",
	"hyperlink":     "r",
	"fldSimple":     "r",
	"pPr":           "pStyle keepNext keepLines pageBreakBefore widowControl kinsoku wordWrap overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing ind jc outlineLvl rPr",
	"r":             "rPr *t *br *tab *pict *drawing",
	"drawing":       "inline",
	"inline":        "extent docPr graphic",
	"graphic":       "graphicData",
	"graphicData":   "pic",
	"pic":           "nvPicPr blipFill spPr",
	"nvPicPr":       "cNvPr cNvPicPr",
	"blipFill":      "blip stretch",
	"stretch":       "fillRect",
	"spPr":          "xfrm prstGeom",
	"xfrm":          "off ext",
	"prstGeom":      "avLst",
	"rPr":           "rStyle rFonts b i noProof color spacing kern sz szCs lang",
	"tbl":           "tblPr tblGrid *tr",
	"tblPr":         "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tblBorders":    "top left bottom right insideH insideV",
	"tblCellMar":    "top left bottom right",
	"tblGrid":       "*gridCol",
	"tr":            "trPr *tc",
	"trPr":          "* cantSplit trHeight tblHeader",
	"tc":            "tcPr *p",
	"tcPr":          "tcW gridSpan vMerge vAlign",
	"sectPr":        "*headerReference *footerReference pgSz pgMar docGrid",
	"styles":        "docDefaults *style",
	"docDefaults":   "rPrDefault pPrDefault",
	"rPrDefault":    "rPr",
	"pPrDefault":    "pPr",
	"style":         "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
	"settings":      "zoom evenAndOddHeaders characterSpacingControl compat themeFontLang",
	"compat":        "*compatSetting",
	"fonts":         "*font",
	"font":          "altName charset",
	"pict":          "shapetype shape",
	"shapetype":     "formulas path textpath",
	"formulas":      "*f",
	"shape":         "* fill textpath",
	"Types":         "* Default Override",
	"Relationships": "*Relationship",
	"Properties":    "* Application Company",
}

// coreProperties stand in any order.
const coreElements = "title creator identifier language contentStatus created modified"

func TestOrderOfChildren(t *testing.T) {
	for name, part := range unpack(t, write(t, example(), document.Options{Draft: true, Created: time.Unix(1e9, 0), Identifier: "r1"})) {
		type open struct {
			name string
			at   int // the place of its last child in the order
			seen []string
		}
		stack := []open{{name: "", at: -1}}
		for d := xml.NewDecoder(strings.NewReader(part)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			switch token := token.(type) {
			case xml.StartElement:
				parent, child := &stack[len(stack)-1], token.Name.Local
				switch order, known := children[parent.name]; {
				case parent.name == "":
				case parent.name == "coreProperties":
					if !slices.Contains(strings.Fields(coreElements), child) {
						t.Errorf("%s: %s is no core property", name, child)
					}
				case !known:
					t.Errorf("%s: %s has no children, but %s", name, parent.name, child)
				default:
					any, at, repeats := strings.HasPrefix(order, "* "), -1, false
					for i, one := range strings.Fields(order) {
						if strings.TrimPrefix(one, "*") == child {
							at, repeats = i, any || one != child
						}
					}
					switch {
					case at < 0:
						t.Errorf("%s: %s in %s", name, child, parent.name)
					case !any && at < parent.at && !(repeats && strings.HasPrefix(strings.Fields(order)[parent.at], "*")):
						t.Errorf("%s: %s in %s after %v", name, child, parent.name, parent.seen)
					case !repeats && slices.Contains(parent.seen, child):
						t.Errorf("%s: %s twice in %s", name, child, parent.name)
					}
					parent.at = at
				}
				parent.seen = append(parent.seen, child)
				stack = append(stack, open{name: child, at: -1})
			case xml.EndElement:
				stack = stack[:len(stack)-1]
			}
		}
	}
}

// The section closes the body, every cell ends with a paragraph, and what is on and off is said by words of the schema.
func TestWordsOfTheSchema(t *testing.T) {
	parts := unpack(t, write(t, example(), document.Options{Draft: true}))
	body := parts["word/document.xml"]
	if !strings.HasSuffix(body, `</w:sectPr></w:body></w:document>`) || strings.Count(body, "<w:sectPr>") != 1 {
		t.Error("the section does not close the body")
	}
	if strings.Count(body, "</w:p></w:tc>") != strings.Count(body, "</w:tc>") || strings.Contains(body, "</w:tbl></w:tc>") {
		t.Error("a cell does not end with a paragraph")
	}
	if strings.Contains(body, "</w:tbl><w:tbl>") {
		t.Error("tables touch")
	}
	for name, part := range parts {
		for _, c := range []struct{ element, words string }{
			{"jc", "left center right both"}, {"vAlign", "center"}, {"vMerge", "restart"}, {"overflowPunct", "1"}, {"widowControl", "0"}, {"snapToGrid", "0"},
		} {
			for _, got := range attributes(t, part, c.element, "val") {
				if !slices.Contains(strings.Fields(c.words), got) {
					t.Errorf("%s: %s is %q", name, c.element, got)
				}
			}
		}
		for _, got := range attributes(t, part, "spacing", "lineRule") {
			if got != "exact" && !(got == "auto" && name == "word/styles.xml") {
				t.Errorf("%s: lines are %q", name, got)
			}
		}
	}
}
