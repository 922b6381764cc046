package ui

import (
	"time"

	"copleader/data"
	"copleader/ui/kit"
)

// SystemClock is the system's clock, moved to a day unless that is 0; time goes on from there.
func SystemClock(day data.Date) kit.Clock {
	if day == 0 {
		return systemClock{}
	}
	return systemClock{days: day.Sub(data.DateOf(time.Now()))}
}

// systemClock is the system's clock, some days off.
type systemClock struct{ days int }

func (c systemClock) Now() time.Time   { return time.Now().AddDate(0, 0, c.days) }
func (c systemClock) Today() data.Date { return data.DateOf(c.Now()) }

// FrozenClock always says noon of a day, so that what is made by it is the same each time.
func FrozenClock(day data.Date) kit.Clock { return frozenClock{day} }

type frozenClock struct{ day data.Date }

func (c frozenClock) Now() time.Time {
	y, m, d := c.day.Civil()
	return time.Date(y, m, d, 12, 0, 0, 0, time.Local)
}
func (c frozenClock) Today() data.Date { return c.day }
