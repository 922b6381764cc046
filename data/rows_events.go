package data

import "time"

// EventStatus is how far an event has come.
type EventStatus string

// The states of an event, in the order it goes through them.
const (
	StatusIdea      EventStatus = "idea"
	StatusPlanned   EventStatus = "planned"
	StatusAnnounced EventStatus = "announced"
	StatusHeld      EventStatus = "held"
	StatusCancelled EventStatus = "cancelled"
)

// EventStatuses lists the states in order.
var EventStatuses = []EventStatus{StatusIdea, StatusPlanned, StatusAnnounced, StatusHeld, StatusCancelled}

// Phrase says how far the event has come.
func (s EventStatus) Phrase() Phrase { return named(statusNames, s) }

var statusNames = map[EventStatus]Phrase{
	StatusIdea:      {Key: "Idea"},
	StatusPlanned:   {Key: "Planned"},
	StatusAnnounced: {Key: "Announced"},
	StatusHeld:      {Key: "Held"},
	StatusCancelled: {Key: "Cancelled"},
}

// Audience is who may come.
type Audience string

// The audiences; open events are the norm.
const (
	MembersOnly Audience = "members"
	OpenEvent   Audience = "open"
)

// Phrase says who may come.
func (a Audience) Phrase() Phrase { return named(audienceNames, a) }

var audienceNames = map[Audience]Phrase{
	MembersOnly: {Key: "Members only"},
	OpenEvent:   {Key: "Open to all"},
}

// Event is a dated session with a format (data/README.md, Formats).
type Event struct {
	ID           int64
	Title        string
	Format       string // key of an EventFormat
	On           Date   // local date in TimeZone
	Start        Clock  // local start time
	TimeZone     string // IANA zone
	Minutes      int    // planned length
	Place        string
	Link         string
	Purpose      string
	Boxes        Lines // keys of the canvas boxes it serves
	Audience     Audience
	Status       EventStatus
	Guests       int // how many guests came
	Brought      int // how many brought something to a retrospective; NotCounted if unknown
	Confidential bool
	Cost         string
	SeriesID     int64  // 0 for an event that belongs to none
	LastDay      Date   // of an event over several days, 0 for one day
	SecondHour   bool   // Start comes twice on this day, and the second one is meant
	CalendarMark string // of the calendar that it came from (CalendarMark); empty for none
}

// NotCounted stands for a number that nobody noted.
const NotCounted = -1

// formatKeys are the keys of all formats.
func formatKeys() []string {
	var keys []string
	for _, f := range Formats {
		keys = append(keys, f.Key)
	}
	return keys
}

// EventFields describes an event.
var EventFields = Fields[Event]{
	bare("id", func(e *Event) *int64 { return &e.ID }),
	line("title", Say("Title"), 120, func(e *Event) *string { return &e.Title }).must().outside(),
	choice("format", Say("Format"), func(e *Event) *string { return &e.Format }, formatKeys()...).called(FormatName).otherwise(Say("Please choose a format.")),
	date("on", Say("Day"), func(e *Event) *Date { return &e.On }).in("day").must(),
	clock("start", Say("Time"), func(e *Event) *Clock { return &e.Start }).in("start_time"),
	zone("timeZone", Say("Time zone"), func(e *Event) *string { return &e.TimeZone }),
	number("minutes", Say("Minutes"), 5, 24*60, func(e *Event) *int { return &e.Minutes }).in("length_minutes"),
	line("place", Say("Where"), 120, func(e *Event) *string { return &e.Place }).community(),
	line("link", Say("Link"), 500, func(e *Event) *string { return &e.Link }).community(),
	text("purpose", Say("What it is for"), 300, func(e *Event) *string { return &e.Purpose }).community(),
	choices("boxes", Say("Boxes of the canvas"), func(e *Event) *Lines { return &e.Boxes }, Boxes...),
	choice("audience", Say("Who may come"), func(e *Event) *Audience { return &e.Audience }, OpenEvent, MembersOnly),
	choice("status", Say("Status"), func(e *Event) *EventStatus { return &e.Status }, EventStatuses...),
	number("guests", Say("Guests"), 0, 10000, func(e *Event) *int { return &e.Guests }),
	number("brought", Say("How many brought something"), 0, 10000, func(e *Event) *int { return &e.Brought }).orNone(NotCounted),
	tick("confidential", Say("Confidential: what was said stays there"), func(e *Event) *bool { return &e.Confidential }),
	line("cost", Say("Cost"), 60, func(e *Event) *string { return &e.Cost }),
	link("series", unseen, func(e *Event) *int64 { return &e.SeriesID }),
	date("lastDay", Say("Last day"), func(e *Event) *Date { return &e.LastDay }).saying(Say("Only for an event over several days; the hours are those of its last day.")),
	tick("secondHour", unseen, func(e *Event) *bool { return &e.SecondHour }),
	word("calendarMark", unseen, 60, func(e *Event) *string { return &e.CalendarMark }),
}

// The most days an event lasts.
const maxEventDays = 31

// Validate cleans the texts and checks the limits; an event of one day has no last day, and a time that comes once no second hour.
func (e *Event) Validate() error {
	if e.LastDay == e.On {
		e.LastDay = 0
	}
	e.SecondHour = e.SecondHour && e.StartHour() == HourTwice
	return EventFields.validate(e, func(k *check) {
		k.failing(e.LastDay != 0 && e.LastDay < e.On, "lastDay", "The last day comes before the first.")
		k.failing(e.LastDay >= e.On.AddDays(maxEventDays), "lastDay", "An event lasts %d days at most.", maxEventDays)
	})
}

// Called is what the event is called wherever it is named: those of a series share their title, so that the day stands before it.
func (e *Event) Called(today Date) Phrase { return Dated(e.On, today, e.Title) }

// Until is the day on which the event ends.
func (e *Event) Until() Date { return max(e.On, e.LastDay) }

// EndsAt is the moment the event ends: its length after the beginning; over several days,
// when the clocks of the last of them show the end.
func (e *Event) EndsAt() time.Time {
	if e.Until() == e.On {
		return e.StartsAt().Add(time.Duration(e.Minutes) * time.Minute)
	}
	last := *e
	last.On, last.Start = e.Until(), e.Start.Add(e.Minutes)
	return last.StartsAt()
}

// MoveTo puts the event on another day; an event over several days stays as long.
func (e *Event) MoveTo(on Date) {
	if e.LastDay != 0 {
		e.LastDay = e.LastDay.AddDays(on.Sub(e.On))
	}
	e.On = on
}

// StartsAt is the moment the event begins.
func (e *Event) StartsAt() time.Time {
	at, _ := e.startsAt()
	return at
}

// Begins is the time of day that the clocks of its zone show when the event begins: Start, but the hour that is meant where they skip that.
func (e *Event) Begins() Clock {
	at, hour := e.startsAt()
	if hour != HourSkipped {
		return e.Start
	}
	return Clock(60*at.Hour() + at.Minute())
}

// StartHour tells whether the clocks show the time at which the event begins once.
func (e *Event) StartHour() Hour {
	_, hour := e.startsAt()
	return hour
}

func (e *Event) startsAt() (time.Time, Hour) {
	zone := time.UTC
	if loc, err := zoneNamed(e.TimeZone); err == nil && e.TimeZone != "" {
		zone = loc
	}
	first, second, hour := moments(e.On, e.Start, zone)
	if e.SecondHour {
		return second, hour
	}
	return first, hour
}

// EventPart is what somebody does at an event.
type EventPart string

// The parts at an event; each makes a contribution once the event is held.
const (
	PartFacilitator EventPart = "facilitator"
	PartSpeaker     EventPart = "speaker"
	PartMinutes     EventPart = "minutes"
	PartPrepared    EventPart = "prepared"
)

// EventParts lists the parts in the order they are shown.
var EventParts = []EventPart{PartFacilitator, PartSpeaker, PartMinutes, PartPrepared}

// EventRole is who does what at an event.
type EventRole struct {
	ID       int64
	EventID  int64
	MemberID int64
	Part     EventPart
	Rank     int
}

// EventRoleFields describes a part at an event.
var EventRoleFields = Fields[EventRole]{
	bare("id", func(r *EventRole) *int64 { return &r.ID }),
	belongs("event", unseen, func(r *EventRole) *int64 { return &r.EventID }),
	belongs("member", unseen, func(r *EventRole) *int64 { return &r.MemberID }),
	choice("part", unseen, func(r *EventRole) *EventPart { return &r.Part }, EventParts...),
	bare("rank", func(r *EventRole) *int { return &r.Rank }),
}

// Validate cleans the texts and checks the limits.
func (r *EventRole) Validate() error { return EventRoleFields.validate(r, nil) }

// AgendaLine is one step of an event.
type AgendaLine struct {
	ID      int64
	EventID int64
	Rank    int
	Minutes int
	Text    string
	Who     string
}

// AgendaLineFields describes a step of an event.
var AgendaLineFields = Fields[AgendaLine]{
	bare("id", func(a *AgendaLine) *int64 { return &a.ID }),
	belongs("event", unseen, func(a *AgendaLine) *int64 { return &a.EventID }),
	bare("rank", func(a *AgendaLine) *int { return &a.Rank }),
	number("minutes", Say("Minutes"), 0, 24*60, func(a *AgendaLine) *int { return &a.Minutes }).in("length_minutes"),
	line("text", Say("What happens"), 200, func(a *AgendaLine) *string { return &a.Text }).in("step").must().community(),
	line("who", Say("Who"), 120, func(a *AgendaLine) *string { return &a.Who }).maybe().community(),
}

// Validate cleans the texts and checks the limits.
func (a *AgendaLine) Validate() error { return AgendaLineFields.validate(a, nil) }

// Reply is whether somebody said they would come.
type Reply string

// The replies; "" means nothing was said.
const (
	ReplyNone Reply = ""
	ReplyYes  Reply = "yes"
	ReplyNo   Reply = "no"
)

// Attendance joins a member to an event: what they said beforehand and whether
// they were there.
type Attendance struct {
	ID             int64
	EventID        int64
	MemberID       int64
	Expected       Reply
	Present        bool
	MinutesPresent int // 0 means the whole event
}

// AttendanceFields describes who was at an event.
var AttendanceFields = Fields[Attendance]{
	bare("id", func(a *Attendance) *int64 { return &a.ID }),
	belongs("event", unseen, func(a *Attendance) *int64 { return &a.EventID }),
	belongs("member", unseen, func(a *Attendance) *int64 { return &a.MemberID }),
	choice("expected", unseen, func(a *Attendance) *Reply { return &a.Expected }, ReplyNone, ReplyYes, ReplyNo),
	tick("present", unseen, func(a *Attendance) *bool { return &a.Present }),
	number("minutesPresent", unseen, 0, 24*60, func(a *Attendance) *int { return &a.MinutesPresent }),
}

// Validate cleans the texts and checks the limits.
func (a *Attendance) Validate() error { return AttendanceFields.validate(a, nil) }

// Minutes is the shared memory of an event.
type Minutes struct {
	ID          int64
	EventID     int64
	Text        string
	Decisions   string
	PublishedOn Date
	Where       string
}

// MinutesFields describes the minutes of an event.
var MinutesFields = Fields[Minutes]{
	bare("id", func(m *Minutes) *int64 { return &m.ID }),
	belongs("event", unseen, func(m *Minutes) *int64 { return &m.EventID }),
	text("text", Say("What was said and made"), 10000, func(m *Minutes) *string { return &m.Text }).in("account").community(),
	text("decisions", Say("What was decided"), 4000, func(m *Minutes) *string { return &m.Decisions }).community(),
	date("publishedOn", unseen, func(m *Minutes) *Date { return &m.PublishedOn }),
	line("where", Say("Where they are"), 500, func(m *Minutes) *string { return &m.Where }).in("published_where").outside(),
}

// Validate cleans the texts and checks the limits.
func (m *Minutes) Validate() error { return MinutesFields.validate(m, nil) }

// RotiTally counts the votes on the return on time invested: 1–5, where 3 means
// "got back what I put in" (data/README.md, Feedback).
type RotiTally struct {
	ID      int64
	EventID int64
	Votes   Counts
}

// RotiTallyFields describes the votes on an event.
var RotiTallyFields = Fields[RotiTally]{
	bare("id", func(r *RotiTally) *int64 { return &r.ID }),
	belongs("event", unseen, func(r *RotiTally) *int64 { return &r.EventID }),
	counts("votes", func(r *RotiTally) *Counts { return &r.Votes }),
}

// Validate cleans the texts and checks the limits.
func (r *RotiTally) Validate() error { return RotiTallyFields.validate(r, nil) }

// RotiVotesForMean is the fewest votes that have a mean
// (data/README.md, Feedback).
const RotiVotesForMean = 3

// Mean is the mean of the votes; there is none below three.
func (r *RotiTally) Mean() (mean Tenths, ok bool) {
	if r.Votes.Sum() < RotiVotesForMean {
		return 0, false
	}
	return meanOf(r.Votes), true
}

// PerfectionNote is a note of the perfection game; its score is never averaged
// as satisfaction (data/README.md, Feedback).
type PerfectionNote struct {
	ID      int64
	EventID int64
	Score   int
	Liked   string
	Better  string
}

// PerfectionNoteFields describes a note of the perfection game.
var PerfectionNoteFields = Fields[PerfectionNote]{
	bare("id", func(p *PerfectionNote) *int64 { return &p.ID }),
	belongs("event", unseen, func(p *PerfectionNote) *int64 { return &p.EventID }),
	number("score", Say("Points, 1 to 10"), 1, 10, func(p *PerfectionNote) *int { return &p.Score }),
	text("liked", Say("What was liked"), 500, func(p *PerfectionNote) *string { return &p.Liked }),
	text("better", Say("What would make it a 10"), 500, func(p *PerfectionNote) *string { return &p.Better }),
}

// Validate cleans the texts and checks the limits.
func (p *PerfectionNote) Validate() error {
	return PerfectionNoteFields.validate(p, func(k *check) {
		k.failing(p.Score < 10 && p.Better == "", "better", "Below 10, please say what would make it a 10.")
	})
}

// Announcement notes that something was announced in a channel.
type Announcement struct {
	ID      int64
	EventID int64 // 0 when it was about no event
	Channel string
	On      Date
	Text    string
}

// AnnouncementFields describes an announcement.
var AnnouncementFields = Fields[Announcement]{
	bare("id", func(a *Announcement) *int64 { return &a.ID }),
	link("event", unseen, func(a *Announcement) *int64 { return &a.EventID }),
	line("channel", Say("Where it was announced"), 80, func(a *Announcement) *string { return &a.Channel }).must(),
	date("on", Say("On"), func(a *Announcement) *Date { return &a.On }).in("day").must(),
	text("text", unseen, 4000, func(a *Announcement) *string { return &a.Text }).in("wording"),
}

// Validate cleans the texts and checks the limits.
func (a *Announcement) Validate() error { return AnnouncementFields.validate(a, nil) }
