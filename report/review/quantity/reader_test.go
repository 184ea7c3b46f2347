package quantity

import (
	"fmt"
	"strings"
	"testing"
)

// What a reader gives stays as it is while it reads on, and is what a new one gives, also in memory that was lent before.
func TestReader(t *testing.T) {
	texts := []string{"全年公开信息12条，其中政策文件5条、工作动态7条。", "", "没有收到申请。", strings.Repeat("召开会议3次，参加45人次；", 200), "接待群众6人次。"}
	r := new(Reader)
	for round := range 3 {
		var got []*Reading
		for _, text := range texts {
			got = append(got, r.Read(text))
		}
		for i, text := range texts {
			if got, want := fmt.Sprintf("%+v", *got[i]), fmt.Sprintf("%+v", *Read(text)); got != want {
				t.Errorf("round %d, text %d: %s instead of %s", round, i, got, want)
			}
		}
		r.Reset()
	}
}
