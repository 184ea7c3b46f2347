package quantity

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// proper checks what holds for every reading of every text.
func proper(t *testing.T, r *Reading) {
	t.Helper()
	valid := utf8.ValidString(r.Text)
	within := func(name string, s Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
			t.Fatalf("%s %v lies outside of %d bytes", name, s, len(r.Text))
		}
		if valid && !utf8.ValidString(s.Of(r.Text)) {
			t.Fatalf("%s %v cuts a character: %q", name, s, s.Of(r.Text))
		}
	}
	last := 0
	for i, q := range r.Quantities {
		within("quantity", q.Span)
		within("digits", q.Digits)
		within("before", q.Before)
		within("after", q.After)
		if q.Span.End == q.Span.Start || q.Digits.Start < q.Span.Start || q.Digits.End > q.Span.End {
			t.Fatalf("quantity %d: digits %v in %v", i, q.Digits, q.Span)
		}
		if q.Digits.Start < last {
			t.Fatalf("quantity %d at %d overlaps the one that ends at %d", i, q.Digits.Start, last)
		}
		last = q.Digits.End
		if q.Value < 0 || q.Step < 1 && q.Form != Label {
			t.Fatalf("quantity %d %q: value %d, step %d", i, q.Span.Of(r.Text), q.Value, q.Step)
		}
		if q.Sentence < 0 || q.Sentence >= len(r.Sentences) || q.Clause < 0 || q.Clause >= len(r.Clauses) {
			t.Fatalf("quantity %d: sentence %d of %d, clause %d of %d", i, q.Sentence, len(r.Sentences), q.Clause, len(r.Clauses))
		}
	}
	for _, s := range r.Sentences {
		within("sentence", s)
	}
	for _, s := range r.Clauses {
		within("clause", s)
	}
	for _, b := range r.Breakdowns {
		within("lead", b.Lead)
		if b.Whole < 0 || b.Whole >= len(r.Quantities) || len(b.Parts) == 0 || len(b.Parts) > mostParts {
			t.Fatalf("breakdown of %d with %d parts", b.Whole, len(b.Parts))
		}
		for _, p := range b.Parts {
			within("label", p.Label)
			if p.Quantity < 0 || p.Quantity >= len(r.Quantities) || p.Quantity == b.Whole || p.Share >= len(r.Quantities) {
				t.Fatalf("part %+v of %+v", p, b)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", "共受理申请12件，其中当面申请9件、网络申请3件。", "(1)1.2023年，1,113条（占65.29%）；百分之五点五", "1—12月，0827-8221339，〔2021〕30号", "分别为3、4、5件，占比分别为20%、30%、50%",
		"亿亿亿万亿件", "（（（1件）2件）3件", "《第3号“5件", "10余万多千百条", "7万余元\n其中：3万元；\n4万元", "-1:2:3/4", "１２３．４５％", "\xff1\xfe件\xe5", "近3至5件以上", "第二十条、二十一条", "一一一一二次",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { proper(t, Read(text)) })
}

// TestReadIsLinear reads hundreds of thousands of bytes of what is hard to read: what is not linear does not come back.
func TestReadIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"no punctuation":  "公开政府信息工作情况",
		"all digits":      "1",
		"all numerals":    "一",
		"powers":          "万亿",
		"numbers":         "公开3条",
		"leads":           "其中",
		"lists":           "其中3条、",
		"lists in lists":  "其中公开3条、包括4条，",
		"totals":          "3条，共3条",
		"brackets":        "（",
		"pairs":           "（3件）",
		"shares":          "3条占1%",
		"respect":         "分别为3条、4条",
		"dashes":          "1-",
		"groups":          "1,",
		"titles":          "《“",
		"blanks":          "1 ",
		"letters":         "a.",
		"percent numeral": "百分之",
		"lines":           "其中：3条；\n",
	} {
		t.Run(name, func(t *testing.T) {
			proper(t, Read(strings.Repeat(piece, 300_000/len(piece))))
		})
	}
}

func TestNestedBrackets(t *testing.T) {
	r := Read("公开10件" + strings.Repeat("（其中9件", 50) + strings.Repeat("）", 50) + "，受理3件。")
	proper(t, r)
	if got := r.Quantities[len(r.Quantities)-1]; got.Depth != 0 || r.Quantities[50].Depth != 50 {
		t.Errorf("depths %d and %d, want 0 and 50", got.Depth, r.Quantities[50].Depth)
	}
}
