// Package quantity reads quantities (数量) in Chinese text: numbers in all their forms with their units, whether exact or not, what is
// counted, what is said to be none, and which of them are the parts of which whole.
//
// It works in layers, each with small tables that can be extended (docs/quantities.md), each linear in the text:
//
//	text → tokens (numbers, units, words that matter, brackets, stops)   scan.go, number.go, words.go
//	     → quantities in clauses of sentences                            clause.go
//	     → breakdowns: a whole and its parts                             breakdown.go, gather.go
//
// Offsets are bytes of the text. Nothing here knows what an annual report is; that is the business of report/review.
package quantity

// Value is a number in millionths; what does not fit is no quantity.
type Value int64

// One is the value 1.
const One Value = 1_000_000

// Form is what kind of number it is. Only counts, money and percentages take part in arithmetic.
type Form int

const (
	Count   Form = iota // 12 件, 三次, 4.13 万余条; Unit is the classifier, "" where none is written
	Money               // 3.5 万元, in 元 whatever is written; Unit is 元
	Percent             // 65.29 %, 百分之五; Value is 65.29, Unit %, ‰, 成 or 百分点
	Times               // 2 倍
	Time                // a year, a date, a duration: 2024年, 1—12月, 20 个工作日
	Ordinal             // 第三, （一）, the 2 of 2．
	Label               // digits that count nothing: 〔2021〕30号, telephone numbers, addresses on the web, 24小时热线12345
)

// Bound says how the written number stands to the true one.
type Bound int

const (
	Exact   Bound = iota
	AtLeast       // 40余次, 300多条, 超过5件, 5件以上: the true number is not less
	AtMost        // 近3万, 不足5件, 5件以下: not more
	About         // 约, 左右, 大约
)

// Sense is what the number is said of.
type Sense int

const (
	Plain      Sense = iota // the quantity of this report's period
	Difference              // 增加12件, 下降10%, 比上年多3件: how far from another
	Previous                // 去年为12件, 上年同期
	Cumulative              // 累计 since an earlier time, 自2008年以来
	Planned                 // 力争, 计划, 明年
)

// Span is a range of bytes of the text.
type Span struct{ Start, End int }

// Of is the range of a text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Quantity is one number with its unit.
type Quantity struct {
	// Span is the number with its unit and with 约, 余 and the like around it; Digits is the number alone.
	Span, Digits Span
	Form         Form
	Value        Value
	// Step is the worth of one of the last digit written: 4.13 万 has 100, 65.29 % has 0.01.
	Step  Value
	Bound Bound
	Sense Sense
	Unit  string
	// None says that words stand for 0: 未收到, 无, 没有, 暂未. Span are those words then.
	None bool
	// Before and After are the words of its clause on both sides that say what is counted: 共受理政府信息公开申请 and "" in
	// 共受理政府信息公开申请312件, 收到 and 政府信息公开申请 in 收到3件政府信息公开申请.
	Before, After Span
	// Sentence and Clause are indices into Reading; Depth is how many brackets stand around it.
	Sentence, Clause, Depth int
}

// Breakdown (其中) is a whole with the parts that the text lists for it.
type Breakdown struct {
	// Whole is an index into Reading.Quantities.
	Whole int
	// Lead is the word that says that these are parts: 其中, 包括, 分为, 分别为, or the bracket.
	Lead Span
	// Parts are all of one level; what stands in a bracket behind a part is a Breakdown of its own whose Whole is that part.
	Parts []Part
	// Exhaustive says that the parts claim to be all (分为, 分别为, 包括 … 共, shares that cover the whole); 其中 alone does not.
	Exhaustive bool
}

// Part is one item of a breakdown.
type Part struct {
	// Quantity is an index into Reading.Quantities; Share that of the percentage stated for it (占65.29%), -1 for none.
	Quantity, Share int
	// Label is what the item is called.
	Label Span
}

// Reading is a text with its quantities.
type Reading struct {
	Text       string
	Sentences  []Span
	Clauses    []Span
	Quantities []Quantity
	Breakdowns []Breakdown
}

// Read finds the quantities of a text. It takes time and memory linear in the text and never fails.
func Read(text string) *Reading { return new(Reader).Read(text) }
