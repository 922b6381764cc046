package formembers

import (
	"cmp"
	"io"
	"net/url"
	"strings"

	"github.com/arran4/golang-ical"

	"copleader/data"
	"copleader/reports/press"
)

// calendarBack is how many days before today the calendar begins: what was
// moved or cancelled lately is to change in the readers' calendars too.
const calendarBack = 31

// Calendar makes the dates for people's own calendars: each event for
// itself, in UTC, so that no reader has to know a time zone. Taken in again, a
// later file changes the events of an earlier one and cancels those called off.
func Calendar(d *press.Draft) (press.Product, error) {
	events := calendarEvents(d)
	if len(events) == 0 {
		return nil, data.Fault(data.CodeNothing, "No event with a date is planned yet, so there is nothing for a calendar.")
	}
	cal := ics.NewCalendar()
	cal.SetProductId("-//CoP Leader//" + strings.ToUpper(d.Say.Lang()))
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	if d.Opt.EventID != 0 && events[0].Status == data.StatusCancelled {
		cal.SetMethod(ics.MethodCancel)
	}
	if d.Opt.EventID == 0 {
		// Of a single event readers would make a calendar of its own.
		cal.SetXWRCalName(data.CleanLine(d.Community.Name))
	}
	for i := range events {
		if err := d.Begun(); err != nil {
			return nil, err
		}
		addToCalendar(d, cal, &events[i])
	}
	return calendarFile{cal}, nil
}

// calendarFile is a calendar in the form that can be written out.
type calendarFile struct{ cal *ics.Calendar }

// Write writes the calendar with the line ends the format asks for; the library
// would take those of the system.
func (f calendarFile) Write(w io.Writer) error { return f.cal.SerializeTo(w, ics.WithNewLineWindows) }

// calendarEvents are the event asked for, else all of the period: by default
// from a month ago on. Mere ideas are no dates yet.
func calendarEvents(d *press.Draft) []data.Event {
	from := d.Opt.From
	if from == 0 {
		from = d.Opt.Today.AddDays(-calendarBack)
	}
	var events []data.Event
	for _, e := range d.Events {
		switch {
		case e.Status == data.StatusIdea || e.On == 0:
		case d.Opt.EventID != 0:
			if e.ID == d.Opt.EventID {
				return []data.Event{e}
			}
		case e.Until() >= from && (d.Opt.Until == 0 || e.On <= d.Opt.Until):
			events = append(events, e)
		}
	}
	return events
}

func addToCalendar(d *press.Draft, cal *ics.Calendar, e *data.Event) {
	event := cal.AddEvent(d.EventUID(e.ID))
	event.SetDtStampTime(d.Opt.Now)
	event.SetModifiedAt(d.Opt.Now)
	event.SetSequence(sequence(d))
	event.SetStartAt(e.StartsAt())
	event.SetEndAt(e.EndsAt())
	event.SetSummary(data.CleanLine(calendarTitle(d, e)))
	event.SetStatus(calendarStatus(e.Status))
	event.AddCategory(data.CleanLine(d.Community.Name))
	if e.Confidential {
		event.SetClass(ics.ClassificationConfidential)
	}
	link := webAddress(e.Link)
	// Most readers show no URL; who comes looks at the place.
	if place := cmp.Or(data.CleanLine(e.Place), link); place != "" {
		event.SetLocation(place)
	}
	if link != "" {
		event.SetURL(link)
	}
	if about := calendarAbout(d, e); about != "" {
		event.SetDescription(about)
	}
}

// sequence grows with time, so that a later file always counts as the newer one.
func sequence(d *press.Draft) int { return int(d.Opt.Now.Unix() / 60) }

// calendarTitle hides what a confidential event is about.
func calendarTitle(d *press.Draft, e *data.Event) string {
	if e.Confidential {
		return d.Say.Text("%s (%s)", d.Community.Name, data.FormatName(e.Format))
	}
	return e.Title
}

func calendarAbout(d *press.Draft, e *data.Event) string {
	say := d.Say
	link := e.Link
	if web := webAddress(link); web != "" {
		link = ""
		if data.CleanLine(e.Place) != "" {
			link = say.Text("Join: %s", web)
		}
	}
	if e.Confidential {
		return data.CleanText(link)
	}
	lines := []string{e.Purpose, say.Of(data.FormatName(e.Format))}
	if speakers := d.WhoDoes(e.ID, data.PartSpeaker); len(speakers) > 0 {
		lines = append(lines, say.Text("With: %s", say.List(speakers)))
	}
	if hosts := d.WhoDoes(e.ID, data.PartFacilitator); len(hosts) > 0 {
		lines = append(lines, say.Text("Hosted by: %s", say.List(hosts)))
	}
	lines = append(lines, link)
	var kept []string
	for _, line := range lines {
		if line = data.CleanText(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

func calendarStatus(status data.EventStatus) ics.ObjectStatus {
	switch status {
	case data.StatusCancelled:
		return ics.ObjectStatusCancelled
	case data.StatusPlanned:
		return ics.ObjectStatusTentative
	}
	return ics.ObjectStatusConfirmed
}

// webAddress is a link that programs can follow, "" for any other text.
func webAddress(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
