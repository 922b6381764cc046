package data

// Meeting is an event under way, kept from moment to moment, so that a kill or an empty battery loses nothing (data/README.md, The room).
// It hangs on no row: undoing the planning of an event passes over it. What it was stays after the end, so that an end that is undone
// can be gone on from; the next meeting takes its place. Times are milliseconds since 1970, 0 for none.
type Meeting struct {
	ID      int64
	EventID int64
	At      int    // the part under way
	Began   int64  // when that began
	Held    int64  // since when the clock stands still
	Start   int64  // when the meeting began
	Ends    int64  // when it ends by its programme
	Seen    int64  // when the clock was last seen running
	Asked   string // how the votes were asked for that everybody sees; "" for none
	Voters  int    // how many voted
	Votes   string // how often each answer was given, and behind a colon the line of the idea that it stands for: "3:12 1:14"
}

// MeetingFields describes an event under way.
var MeetingFields = Fields[Meeting]{
	bare("id", func(m *Meeting) *int64 { return &m.ID }),
	bare("event", func(m *Meeting) *int64 { return &m.EventID }).in("event_id"),
	number("at", unseen, 0, 1000, func(m *Meeting) *int { return &m.At }),
	bare("began", func(m *Meeting) *int64 { return &m.Began }),
	bare("held", func(m *Meeting) *int64 { return &m.Held }),
	bare("start", func(m *Meeting) *int64 { return &m.Start }).in("started"),
	bare("ends", func(m *Meeting) *int64 { return &m.Ends }),
	bare("seen", func(m *Meeting) *int64 { return &m.Seen }),
	word("asked", unseen, 20, func(m *Meeting) *string { return &m.Asked }),
	number("voters", unseen, 0, 99999, func(m *Meeting) *int { return &m.Voters }),
	word("votes", unseen, 400, func(m *Meeting) *string { return &m.Votes }),
}

// Validate cleans the texts and checks the limits.
func (m *Meeting) Validate() error { return MeetingFields.validate(m, nil) }

// MeetingPart is a part of the event under way. What the kinds are, data/room knows.
type MeetingPart struct {
	ID      int64
	EventID int64
	Rank    int
	Kind    string
	Text    string
	Who     string
	Of      string // the key of a card
	Within  bool   // it belongs to the last part before it that is within none
	Given   int    // seconds
	Planned int    // seconds
	Skipped bool
}

// MeetingPartFields describes a part of the event under way.
var MeetingPartFields = Fields[MeetingPart]{
	bare("id", func(p *MeetingPart) *int64 { return &p.ID }),
	bare("event", func(p *MeetingPart) *int64 { return &p.EventID }).in("event_id"),
	bare("rank", func(p *MeetingPart) *int { return &p.Rank }),
	word("kind", unseen, 20, func(p *MeetingPart) *string { return &p.Kind }),
	line("text", unseen, 200, func(p *MeetingPart) *string { return &p.Text }).in("step").must().community(),
	line("who", unseen, 120, func(p *MeetingPart) *string { return &p.Who }).community(),
	word("of", unseen, 40, func(p *MeetingPart) *string { return &p.Of }).in("about"),
	tick("within", unseen, func(p *MeetingPart) *bool { return &p.Within }),
	number("given", unseen, 0, 24*60*60, func(p *MeetingPart) *int { return &p.Given }),
	number("planned", unseen, 0, 24*60*60, func(p *MeetingPart) *int { return &p.Planned }),
	tick("skipped", unseen, func(p *MeetingPart) *bool { return &p.Skipped }),
}

// Validate cleans the texts and checks the limits.
func (p *MeetingPart) Validate() error { return MeetingPartFields.validate(p, nil) }

// LineKind is what a line written down at a meeting is.
type LineKind string

// The kinds of line.
const (
	LineDecision LineKind = "decision"
	LineAction   LineKind = "action"
	LineThanks   LineKind = "thanks"
	LineNote     LineKind = "note"
	LineParked   LineKind = "parked"
	LineGuest    LineKind = "guest" // the name of a guest who came
	LineIdea     LineKind = "idea"  // what somebody put forward, to be grouped and voted on
)

// LineKinds lists the kinds of line in the order of their keys.
var LineKinds = []LineKind{LineDecision, LineAction, LineThanks, LineNote, LineParked, LineGuest, LineIdea}

// Phrase says what a line is.
func (k LineKind) Phrase() Phrase { return named(lineKindNames, k) }

var lineKindNames = map[LineKind]Phrase{
	LineDecision: {Key: "Decision"},
	LineAction:   {Key: "Action"},
	LineThanks:   {Key: "Thank you"},
	LineNote:     {Key: "Note"},
	LineParked:   {Key: "Parked"},
	LineGuest:    {Key: "Guest"},
	LineIdea:     {Key: "Idea"},
}

// MeetingLine is what was written down at a meeting with one key; what it says stands in the minutes or on the board too, where those
// who look later find it.
type MeetingLine struct {
	ID       int64
	EventID  int64
	Written  int64 // milliseconds since 1970
	Kind     LineKind
	Text     string
	MemberID int64  // who is thanked
	ItemID   int64  // the action, or what was parked
	WithID   int64  // an idea that says the same
	Step     string // the part in which an idea was put forward
	Votes    int
}

// MeetingLineFields describes a line written down at a meeting.
var MeetingLineFields = Fields[MeetingLine]{
	bare("id", func(l *MeetingLine) *int64 { return &l.ID }),
	belongs("event", unseen, func(l *MeetingLine) *int64 { return &l.EventID }),
	bare("written", func(l *MeetingLine) *int64 { return &l.Written }),
	choice("kind", unseen, func(l *MeetingLine) *LineKind { return &l.Kind }, LineKinds...),
	line("text", Say("What was said"), 500, func(l *MeetingLine) *string { return &l.Text }).in("wording").must().community(),
	link("member", Say("Who is thanked"), func(l *MeetingLine) *int64 { return &l.MemberID }),
	link("item", unseen, func(l *MeetingLine) *int64 { return &l.ItemID }),
	link("with", unseen, func(l *MeetingLine) *int64 { return &l.WithID }),
	line("step", unseen, 200, func(l *MeetingLine) *string { return &l.Step }).community(),
	number("votes", Say("Votes"), 0, 9999, func(l *MeetingLine) *int { return &l.Votes }),
}

// Validate cleans the texts and checks the limits.
func (l *MeetingLine) Validate() error { return MeetingLineFields.validate(l, nil) }

// UnderWay is the meeting that was begun and not ended, with its parts.
func (s *Snapshot) UnderWay() (m Meeting, parts []MeetingPart, there bool) {
	for i := range s.Meetings {
		e, known := s.EventByID(s.Meetings[i].EventID)
		if !known || !e.NotYetHeld() || e.Status == StatusCancelled {
			continue
		}
		for _, p := range s.MeetingParts {
			if p.EventID == e.ID {
				parts = append(parts, p)
			}
		}
		return s.Meetings[i], parts, len(parts) > 0
	}
	return Meeting{}, nil, false
}

// LinesOf are the lines of a kind that were written down at an event, the earliest first; "" stands for every kind.
func (s *Snapshot) LinesOf(eventID int64, kind LineKind) []MeetingLine {
	return where(s.MeetingLines, func(l *MeetingLine) bool { return l.EventID == eventID && (kind == "" || l.Kind == kind) })
}
