package press

import (
	"time"

	"copleader/data"
)

// DayOr speaks a day, or nothing for none.
func (d *Draft) DayOr(on data.Date) string {
	if on == 0 {
		return ""
	}
	return d.Say.Date(on)
}

// Stretch speaks the days from one to another: "1 Jan 2026 to 31 Mar 2026", a day alone by itself.
func (d *Draft) Stretch(from, until data.Date) string {
	if from == until {
		return d.Say.Date(from)
	}
	return d.Say.Text("%s to %s", from, until)
}

// MonthOf is the first day of a day's month.
func MonthOf(on data.Date) data.Date {
	year, month, _ := on.Civil()
	return data.NewDate(year, month, 1)
}

// MonthName is "Nov 2026" in the reader's language.
func (d *Draft) MonthName(first data.Date) string {
	names := map[time.Month]data.Phrase{
		time.January: {Key: "Jan"}, time.February: {Key: "Feb"}, time.March: {Key: "Mar"}, time.April: {Key: "Apr"},
		time.May: {Key: "May"}, time.June: {Key: "Jun"}, time.July: {Key: "Jul"}, time.August: {Key: "Aug"},
		time.September: {Key: "Sep"}, time.October: {Key: "Oct"}, time.November: {Key: "Nov"}, time.December: {Key: "Dec"},
	}
	year, month, _ := first.Civil()
	return d.Say.Text("%s %d", names[month], year)
}
