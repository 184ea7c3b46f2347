package views

import (
	"fmt"
	"time"
)

// Day writes a day as people do: 1 月 31 日, with the year where it is not this year's.
func Day(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Year() != now.Year() {
		return fmt.Sprintf("%d 年 %d 月 %d 日", t.Year(), t.Month(), t.Day())
	}
	return fmt.Sprintf("%d 月 %d 日", t.Month(), t.Day())
}

// Moment writes when something happened: 今天 14:32, 昨天 09:05, 1 月 16 日. "—" for never.
func Moment(t, now time.Time) string {
	if t.IsZero() {
		return "—"
	}
	t = t.In(now.Location())
	switch daysBetween(t, now) {
	case 0:
		return "今天 " + t.Format("15:04")
	case 1:
		return "昨天 " + t.Format("15:04")
	}
	return Day(t, now)
}

// Clock writes the time of day, 14:32.
func Clock(t, now time.Time) string { return t.In(now.Location()).Format("15:04") }

// Deadline is a day by which something is due.
type Deadline struct {
	On time.Time
}

// Left counts the days from now to the deadline: 0 on the day itself, negative when it has passed.
func (d Deadline) Left(now time.Time) int { return daysBetween(now, d.On.In(now.Location())) }

// DaysLeft says how long it is to a deadline: 还有 12 天, 今天截止, 已过 3 天.
func (d Deadline) DaysLeft(now time.Time) string {
	switch left := d.Left(now); {
	case left > 0:
		return fmt.Sprintf("还有 %d 天", left)
	case left == 0:
		return "今天截止"
	default:
		return fmt.Sprintf("已过 %d 天", -left)
	}
}

// Pressing reports whether the deadline is so near, or past, that it should stand out.
func (d Deadline) Pressing(now time.Time) bool { return d.Left(now) <= 7 }

// daysBetween counts midnights from one time to another, by the calendar of the first.
func daysBetween(from, to time.Time) int {
	a := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC)
	b := time.Date(to.Year(), to.Month(), to.Day(), 0, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours() / 24)
}
