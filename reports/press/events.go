package press

import (
	"copleader/data"
)

// PublicTitle is an event's title, or only its format where it is confidential.
func (d *Draft) PublicTitle(e *data.Event) string {
	if e.Confidential {
		return d.Say.Of(data.FormatName(e.Format))
	}
	return e.Title
}

// PublicPlace is the room and the link of an event; of a confidential one they are
// told to those it is for alone.
func (d *Draft) PublicPlace(e *data.Event) string {
	if e.Confidential {
		return ""
	}
	return Listed(e.Place, e.Link)
}

// PublishedMinutes are the minutes of an event if everyone may read them.
func (d *Draft) PublishedMinutes(e *data.Event) (data.Minutes, bool) {
	minutes := d.MinutesOf(e.ID)
	return minutes, !e.Confidential && minutes.PublishedOn != 0 && minutes.PublishedOn <= d.Opt.Today
}

// NextEvent is the event asked for, else the one that comes next.
func (d *Draft) NextEvent() (data.Event, bool) {
	if d.Opt.EventID != 0 {
		return d.EventByID(d.Opt.EventID)
	}
	if coming := d.ComingEvents(d.Opt.Today); len(coming) > 0 {
		return coming[0], true
	}
	return data.Event{}, false
}

// AgendaOf are the steps planned for an event, else those of its format.
func (d *Draft) AgendaOf(event data.Event) []data.AgendaLine {
	var lines []data.AgendaLine
	for _, line := range d.Agenda {
		if line.EventID == event.ID {
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	format, _ := data.FormatOf(event.Format)
	for _, step := range format.Agenda {
		lines = append(lines, data.AgendaLine{Minutes: step.Minutes, Text: d.Say.Of(data.Phrase{Key: step.Text})})
	}
	return lines
}

// WhoDoes lists who has a part at an event.
func (d *Draft) WhoDoes(eventID int64, part data.EventPart) []string {
	var names []string
	for _, role := range d.EventRoles {
		if role.EventID != eventID || role.Part != part {
			continue
		}
		if m, ok := d.MemberByID(role.MemberID); ok {
			names = append(names, m.Name)
		}
	}
	return names
}

// When is "Monday, 23 Nov 2026, 16:00–17:00", or from when to when over several days.
func (d *Draft) When(e data.Event) string {
	return d.Say.HoursOver(e.On, e.Begins().String(), e.LastDay, e.Begins().Add(e.Minutes).String())
}

// MinutesOf are the minutes of an event as far as they are written.
func (d *Draft) MinutesOf(eventID int64) data.Minutes {
	for _, minutes := range d.Minutes {
		if minutes.EventID == eventID {
			return minutes
		}
	}
	return data.Minutes{}
}

// LastEvent is the event asked for, else the one held last.
func (d *Draft) LastEvent() (data.Event, bool) {
	if d.Opt.EventID != 0 {
		return d.EventByID(d.Opt.EventID)
	}
	held := d.HeldEvents(d.Opt.Today)
	if len(held) == 0 {
		return data.Event{}, false
	}
	return held[len(held)-1], true
}
