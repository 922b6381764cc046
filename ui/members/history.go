package members

import (
	"fmt"
	"slices"

	"copleader/data"
)

// Happening is one line of a person's history.
type Happening struct {
	On   data.Date
	Ago  string
	Text string
	// Kind says under which chip the line stands.
	Kind HappeningKind
	// ContributionID and HelpID are the row noted by hand that the line tells of, which can be changed and removed; 0 for
	// what follows from events, the board and dated rows.
	ContributionID, HelpID int64
}

// HappeningKind tells apart what a history holds.
type HappeningKind int

// The kinds of line. Help received stands under its own chip only: attending and being helped is nothing to be reckoned up
// (data/README.md, Styles).
const (
	Came     HappeningKind = iota // came to an event, joined, took on a role
	Gave                          // an act of giving or organising (data/README.md, Contributions)
	Received                      // was helped
)

// history is what is known of a person, the latest first.
func (s *State) history(p *person) []Happening {
	h := historian{state: s, member: p.member}
	h.acts()
	h.byHand()
	h.help()
	h.thanked()
	h.attendance()
	h.standing()
	h.levels()
	slices.SortStableFunc(h.found, func(a, b Happening) int { return b.On.Sub(a.On) })
	return h.found
}

// historian gathers one person's history.
type historian struct {
	state  *State
	member *data.Member
	active map[int64]bool  // events at which the person did something
	counts map[string]bool // sources of the acts that count, "note 7"
	found  []Happening
}

func (h *historian) tell(on data.Date, text string) { h.add(Happening{On: on, Text: text}) }

func (h *historian) gave(on data.Date, text string) { h.add(Happening{On: on, Text: text, Kind: Gave}) }

func (h *historian) add(line Happening) {
	if line.On == 0 || line.On > h.state.roster.today {
		return
	}
	line.Ago = h.state.say.Ago(h.state.roster.today.Sub(line.On))
	h.found = append(h.found, line)
}

// acts tells the acts of giving that follow from events and the board; what somebody did at one event is one line.
func (h *historian) acts() {
	s, say := h.state.roster.snapshot, h.state.say
	h.active, h.counts = map[int64]bool{}, map[string]bool{}
	parts := map[int64][]string{}
	acts := s.ActsOf(h.member.ID, h.state.roster.today)
	for _, a := range acts {
		h.counts[a.Source] = true
		if a.ItemID == 0 && a.EventID != 0 {
			parts[a.EventID] = append(parts[a.EventID], say.Of(a.Kind.Did()))
		}
	}
	for _, a := range acts {
		switch {
		case a.Kind == data.ItemDone:
			item, _ := s.ItemByID(a.ItemID)
			h.gave(a.On, say.Text("finished “%s”", item.Title))
		case a.EventID != 0 && !h.active[a.EventID]:
			h.active[a.EventID] = true
			event, _ := s.EventByID(a.EventID)
			h.gave(a.On, say.Text("%s: “%s”", say.List(parts[a.EventID]), event.Title))
		}
	}
}

// byHand tells the acts noted by hand. One that counts already, with the finished item it is about, says so, so that it can be
// taken away.
func (h *historian) byHand() {
	s, say := h.state.roster.snapshot, h.state.say
	for i := range s.Contributions {
		c := &s.Contributions[i]
		if c.MemberID != h.member.ID {
			continue
		}
		word := say.Of(c.Kind.Did())
		if whom := h.state.NameOf(c.WhomID); whom != "" {
			word = say.Text("%s: %s", word, whom)
		}
		word = h.about(word, c.ItemID, c.Note)
		if !h.counts[fmt.Sprintf("note %d", c.ID)] {
			word = say.Text("%s (counted once already)", word)
		}
		h.add(Happening{On: c.On, Text: word, Kind: Gave, ContributionID: c.ID})
	}
}

// thanked tells what the person was thanked for at meetings.
func (h *historian) thanked() {
	s := h.state.roster.snapshot
	for _, l := range s.MeetingLines {
		if e, there := s.EventByID(l.EventID); there && l.MemberID == h.member.ID {
			h.gave(e.On, h.state.say.Text("was thanked at “%s”: %s", e.Title, l.Text))
		}
	}
}

// help tells when the person was helped.
func (h *historian) help() {
	s := h.state.roster.snapshot
	for i := range s.HelpReceived {
		if r := &s.HelpReceived[i]; r.MemberID == h.member.ID {
			h.add(Happening{On: r.On, Text: h.about(h.state.say.Text("was helped"), r.ItemID, r.Note), Kind: Received, HelpID: r.ID})
		}
	}
}

// about adds the item something was about, and the leader's note.
func (h *historian) about(word string, itemID int64, note string) string {
	if item, there := h.state.roster.snapshot.ItemByID(itemID); there {
		word = h.state.say.Text("%s: “%s”", word, item.Title)
	}
	if note != "" {
		word = h.state.say.Text("%s: %s", word, note)
	}
	return word
}

func (h *historian) attendance() {
	s := h.state.roster.snapshot
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if a.MemberID != h.member.ID || !a.Present || h.active[a.EventID] {
			continue
		}
		if event, there := s.EventByID(a.EventID); there && event.HeldBy(h.state.roster.today) {
			h.tell(event.On, h.state.say.Text("came to “%s”", event.Title))
		}
	}
}

// standing tells how the person stood: roles, levels set by hand, joining, leaving.
func (h *historian) standing() {
	s, say, id := h.state.roster.snapshot, h.state.say, h.member.ID
	for i := range s.Roles {
		r := &s.Roles[i]
		if r.MemberID != id {
			continue
		}
		if r.From != h.member.JoinedOn {
			h.tell(r.From, say.Text("took on a role: %s", say.Of(r.Role.Phrase())))
		}
		h.tell(r.To, say.Text("laid down a role: %s", say.Of(r.Role.Phrase())))
	}
	for i := range s.LeaderTerms {
		if t := &s.LeaderTerms[i]; t.MemberID == id {
			h.tell(t.From, say.Text("began to lead the community"))
			h.tell(t.To, say.Text("passed the lead on"))
		}
	}
	h.declared()
	h.tell(h.member.LeftOn, say.Text("left"))
	h.tell(h.member.JoinedOn, say.Text("joined"))
}

// declared tells the levels set by the leader's own word, with the reason, and when the data decided again. One that another
// took the place of on the same day, or that was taken back on its own day, is not told.
func (h *historian) declared() {
	s, say := h.state.roster.snapshot, h.state.say
	began := map[data.Date]bool{}
	for i := range s.Declared {
		if d := &s.Declared[i]; d.MemberID == h.member.ID && d.EndedOn != d.DeclaredOn {
			began[d.DeclaredOn] = true
		}
	}
	for i := range s.Declared {
		d := &s.Declared[i]
		if d.MemberID != h.member.ID || d.EndedOn == d.DeclaredOn {
			continue
		}
		text := say.Text("level set by you: %s", say.Of(d.Level.Phrase()))
		if d.Reason != "" {
			text = say.Text("%s (%s)", text, d.Reason)
		}
		h.tell(d.DeclaredOn, text)
		if !began[d.EndedOn] {
			h.tell(d.EndedOn, say.Text("level worked out again"))
		}
	}
}

// quartersTold is how many whole quarters a history tells the levels of.
const quartersTold = 8

// levels tells how the level went, as the data showed it at the end of each quarter (data/README.md, Levels); the same level
// again is no news, nor that nothing of a newcomer can be told yet.
func (h *historian) levels() {
	if h.member.Kind == data.KindContact {
		return
	}
	roster, say := h.state.roster, h.state.say
	var before data.Level
	for _, q := range roster.snapshot.QuarterStandings(h.member.ID, roster.today, quartersTold) {
		level := q.Inferred
		switch {
		case level == "", level == before, before == "" && q.Flag != data.FlagNone:
			continue
		case before == "":
			h.tell(q.Until, say.Text("level worked out: %s", say.Of(level.Phrase())))
		default:
			h.tell(q.Until, say.Text("level worked out: from %s to %s", say.Of(before.Phrase()), say.Of(level.Phrase())))
		}
		before = level
	}
}
