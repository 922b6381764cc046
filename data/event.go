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

// Audience is who may come.
type Audience string

// The audiences; open events are the norm.
const (
	MembersOnly Audience = "members"
	OpenEvent   Audience = "open"
)

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
}

// NotCounted stands for a number that nobody noted.
const NotCounted = -1

// Validate cleans the texts and checks the limits of data/README.md, Formats.
func (e *Event) Validate() error {
	var k check
	k.needed("title", &e.Title, 120)
	_, known := FormatOf(e.Format)
	k.failing(!known, "format", "Please choose a format.")
	k.neededDate("on", e.On)
	k.failing(e.Start < 0 || e.Start >= 24*60, "start", "Please write the time as hours and minutes, for example 16:00.")
	k.zone("timeZone", e.TimeZone)
	k.between("minutes", e.Minutes, 5, 24*60)
	k.line("place", &e.Place, 120)
	k.line("link", &e.Link, 500)
	k.text("purpose", &e.Purpose, 300)
	for _, b := range e.Boxes {
		oneOf(&k, "boxes", BoxKey(b), Boxes...)
	}
	oneOf(&k, "audience", e.Audience, MembersOnly, OpenEvent)
	oneOf(&k, "status", e.Status, EventStatuses...)
	k.between("guests", e.Guests, 0, 10000)
	k.between("brought", e.Brought, NotCounted, 10000)
	k.line("cost", &e.Cost, 60)
	return k.err()
}

// StartsAt is the moment the event begins.
func (e *Event) StartsAt() time.Time {
	zone := time.UTC
	if loc, err := time.LoadLocation(e.TimeZone); err == nil && e.TimeZone != "" {
		zone = loc
	}
	y, m, d := e.On.Civil()
	return time.Date(y, m, d, int(e.Start)/60, int(e.Start)%60, 0, 0, zone)
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

// Validate checks the limits.
func (r *EventRole) Validate() error {
	var k check
	oneOf(&k, "part", r.Part, EventParts...)
	return k.err()
}

// AgendaLine is one step of an event.
type AgendaLine struct {
	ID      int64
	EventID int64
	Rank    int
	Minutes int
	Text    string
	Who     string
}

// Validate cleans the texts and checks the limits.
func (a *AgendaLine) Validate() error {
	var k check
	k.between("minutes", a.Minutes, 0, 24*60)
	k.needed("text", &a.Text, 200)
	k.line("who", &a.Who, 120)
	return k.err()
}

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

// Validate checks the limits.
func (a *Attendance) Validate() error {
	var k check
	oneOf(&k, "expected", a.Expected, ReplyNone, ReplyYes, ReplyNo)
	k.between("minutesPresent", a.MinutesPresent, 0, 24*60)
	return k.err()
}

// Minutes is the shared memory of an event.
type Minutes struct {
	ID          int64
	EventID     int64
	Text        string
	Decisions   string
	PublishedOn Date
	Where       string
}

// Validate cleans the texts and checks the limits.
func (m *Minutes) Validate() error {
	var k check
	k.text("text", &m.Text, 10000)
	k.text("decisions", &m.Decisions, 4000)
	k.date("publishedOn", m.PublishedOn)
	k.line("where", &m.Where, 500)
	return k.err()
}

// RotiTally counts the votes on the return on time invested: 1–5, where 3 means
// "got back what I put in" (data/README.md, Feedback).
type RotiTally struct {
	ID      int64
	EventID int64
	Votes   Counts
}

// Validate checks the limits.
func (r *RotiTally) Validate() error {
	var k check
	r.Votes.check(&k, "votes")
	return k.err()
}

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

// Validate cleans the texts and checks the limits.
func (p *PerfectionNote) Validate() error {
	var k check
	k.between("score", p.Score, 1, 10)
	k.text("liked", &p.Liked, 500)
	k.text("better", &p.Better, 500)
	k.failing(p.Score < 10 && p.Better == "", "better", "Below 10, please say what would make it a 10.")
	return k.err()
}

// Announcement notes that something was announced in a channel.
type Announcement struct {
	ID      int64
	EventID int64 // 0 when it was about no event
	Channel string
	On      Date
	Text    string
}

// Validate cleans the texts and checks the limits.
func (a *Announcement) Validate() error {
	var k check
	k.needed("channel", &a.Channel, 80)
	k.neededDate("on", a.On)
	k.text("text", &a.Text, 4000)
	return k.err()
}
