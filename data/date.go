package data

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a civil date without time or zone: the count of days since
// 31 December of the year 0, so that 1 is 1 January of the year 1 and the zero
// value means "no date". Dates compare with < and subtract with Sub.
type Date int32

const (
	dateLayout    = "2006-01-02"
	unixEpochDay  = 719163 // 1970-01-01 as a Date
	secondsPerDay = 24 * 60 * 60
	lastDate      = 3652059 // 9999-12-31, the last that fits the four-digit form
)

// DateOf is the civil date that the clock shows in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// NewDate is the given day; a day out of range moves on as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date(t.Unix()/secondsPerDay + unixEpochDay)
}

// ParseDate reads "2026-12-05", as files keep it; DayReader reads what people type. The
// empty text is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(dateLayout, s)
	if err != nil || t.Year() < 1 {
		return 0, NoDate("date")
	}
	return DateOf(t), nil
}

// NoDate is the error of a field whose text is no date.
func NoDate(field string) error {
	return Invalid(field, "Please write a day, for example %s.", NewDate(2026, time.December, 5))
}

// Time is midnight UTC of the date, for arithmetic with months and weekdays.
func (d Date) Time() time.Time {
	return time.Unix((int64(d)-unixEpochDay)*secondsPerDay, 0).UTC()
}

// Civil gives year, month and day, for those who word a date.
func (d Date) Civil() (year int, month time.Month, day int) { return d.Time().Date() }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// AddDays is the date n days later.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddMonths is the same day n months later, or the last of a shorter month.
func (d Date) AddMonths(n int) Date {
	year, month, day := d.Civil()
	first := time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return NewDate(first.Year(), first.Month(), min(day, last))
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// WeekFrom is the first day of the week that begins on start.
func (d Date) WeekFrom(start time.Weekday) Date {
	return d.AddDays(-((int(d.Weekday()-start) + 7) % 7))
}

// Sub is the number of days from o to d.
func (d Date) Sub(o Date) int { return int(d) - int(o) }

// Within reports whether d lies in the days from first to last, both included.
func (d Date) Within(first, last Date) bool { return d >= first && d <= last }

// String is "2026-12-05", or "" for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(dateLayout)
}

// Value writes the date as text, or NULL when there is none.
func (d Date) Value() (driver.Value, error) {
	if d == 0 {
		return nil, nil
	}
	if d < 1 || d > lastDate {
		return nil, fmt.Errorf("date %d is out of range", int(d))
	}
	return d.String(), nil
}

// Scan reads what Value wrote.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = 0
		return nil
	case string:
		parsed, err := ParseDate(v)
		*d = parsed
		return err
	case []byte:
		return d.Scan(string(v))
	case time.Time:
		*d = DateOf(v)
		return nil
	}
	return fmt.Errorf("cannot read a date from %T", src)
}

// MarshalText and UnmarshalText let dates stand in JSON as "2026-12-05".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	parsed, err := ParseDate(string(b))
	*d = parsed
	return err
}

// Ago is how many days ago something was, in a sentence: told as every distance is. Days ahead are negative.
type Ago int

// DaysAgo is the number of days, for those who word it.
func (a Ago) DaysAgo() int { return int(a) }

// NearDay is a day as lists and menus tell it, in a sentence: with the day of the week, and with its year only where it lies half a year
// away.
type NearDay struct {
	Date
	From Date // today
}

// DaysAhead is how far away the day is, for those who word it; negative days lie behind.
func (d NearDay) DaysAhead() int { return d.Sub(d.From) }

// Dated is what something is called whose day tells it from others of its name, in the one way in which it is told anywhere: "Thu 10 Dec ·
// Lean coffee". What has no day is told by its name alone.
func Dated(on, today Date, title string) Phrase {
	if on == 0 {
		return Say("%s", title)
	}
	return Say("%s · %s", NearDay{on, today}, title)
}
