package views

import (
	"testing"
	"time"
)

func TestWordsForTimes(t *testing.T) {
	china := time.FixedZone("CST", 8*3600)
	now := time.Date(2027, 1, 19, 0, 30, 0, 0, china)
	at := func(y int, m time.Month, d, h int) time.Time { return time.Date(y, m, d, h, 5, 0, 0, time.UTC) }
	for _, c := range []struct{ name, got, want string }{
		{"today by the clock of the page", Moment(at(2027, 1, 18, 16), now), "今天 00:05"},
		{"yesterday, half an hour ago", Moment(at(2027, 1, 18, 15), now), "昨天 23:05"},
		{"this year", Moment(at(2027, 1, 16, 1), now), "1 月 16 日"},
		{"another year", Moment(at(2026, 12, 31, 1), now), "2026 年 12 月 31 日"},
		{"never", Moment(time.Time{}, now), "—"},
		{"ahead", Deadline{time.Date(2027, 1, 31, 0, 0, 0, 0, china)}.DaysLeft(now), "还有 12 天"},
		{"the day itself", Deadline{time.Date(2027, 1, 19, 0, 0, 0, 0, china)}.DaysLeft(now), "今天截止"},
		{"past", Deadline{time.Date(2027, 1, 16, 0, 0, 0, 0, china)}.DaysLeft(now), "已过 3 天"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}
