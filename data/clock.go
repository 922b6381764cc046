package data

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Clock is a local time of day in minutes since midnight.
type Clock int

// ParseClock reads "16:00", as the file keeps it; ReadClock reads what people type.
func ParseClock(s string) (Clock, error) {
	for _, layout := range []string{"15:04", "15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return Clock(t.Hour()*60 + t.Minute()), nil
		}
	}
	return 0, noClock()
}

func noClock() error {
	return Invalid("start", "Please write the time as hours and minutes, for example 16:00.")
}

// String is "16:00".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60%24, int(c)%60) }

// Add is the time of day n minutes later.
func (c Clock) Add(n int) Clock { return (c + Clock(n)) % (24 * 60) }

// Value writes the time as text.
func (c Clock) Value() (driver.Value, error) { return c.String(), nil }

// Scan reads what Value wrote.
func (c *Clock) Scan(src any) error {
	s, ok := src.(string)
	if b, is := src.([]byte); is {
		s, ok = string(b), true
	}
	if !ok {
		return fmt.Errorf("cannot read a time of day from %T", src)
	}
	parsed, err := ParseClock(s)
	*c = parsed
	return err
}
