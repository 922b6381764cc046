package meeting

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/room"
	"copleader/data/store"
	"copleader/data/words"
)

// Clock says what day and time it is.
type Clock interface {
	Today() data.Date
	Now() time.Time
}

// State is a meeting under way, without a window: its clock, who came, what is written down (data/README.md, The room).
type State struct {
	store    *store.Store
	clock    Clock
	say      *words.Say
	snapshot *data.Snapshot
	event    data.Event
	run      *room.Run
	votes    *votes    // shown together, nil for none
	cutOff   time.Time // when the clock was last seen running before it was taken up; zero for one that wasn't cut off
}

// Begin starts the clock of an event.
func Begin(st *store.Store, clock Clock, say *words.Say, snapshot *data.Snapshot, eventID int64) *State {
	s := &State{store: st, clock: clock, say: say}
	s.event.ID = eventID
	s.Take(snapshot)
	var agenda []data.AgendaLine
	for _, line := range snapshot.Agenda {
		if line.EventID == eventID {
			agenda = append(agenda, line)
		}
	}
	s.run = room.Begin(room.Chapters(snapshot, &s.event, agenda, clock.Today(), s.of), clock.Now())
	return s
}

// TakeUp goes on with the meeting that the file says was under way, at the second at which its clock was last seen; nil where there is none.
func TakeUp(st *store.Store, clock Clock, say *words.Say, snapshot *data.Snapshot) *State {
	kept, parts, there := snapshot.UnderWay()
	if !there {
		return nil
	}
	s := &State{store: st, clock: clock, say: say, run: room.FromRows(kept, parts)}
	s.event.ID = kept.EventID
	s.Take(snapshot)
	s.cutOff = room.SeenAt(kept)
	s.run.TakeUp(s.cutOff, clock.Now())
	s.takeUpVotes(&kept)
	return s
}

// CutOffLongAgo tells when a meeting that was taken up was cut off, where that was so long ago that it may be over.
func (s *State) CutOffLongAgo() (when time.Time, long bool) {
	return s.cutOff, !s.cutOff.IsZero() && s.clock.Now().Sub(s.cutOff) > room.LongOff
}

// of speaks a phrase; there are phrases that say nothing.
func (s *State) of(p data.Phrase) string {
	if p.IsZero() {
		return ""
	}
	return s.say.Of(p)
}

// Take shows what was read of the file.
func (s *State) Take(snapshot *data.Snapshot) {
	s.snapshot = snapshot
	if e, there := snapshot.EventByID(s.event.ID); there {
		s.event = e
	}
}

// EventID is the event under way.
func (s *State) EventID() int64 { return s.event.ID }

// Title is its title.
func (s *State) Title() string { return s.event.Title }

// Called is what dialogs name it by.
func (s *State) Called() string { return s.say.Of(s.event.Called(s.clock.Today())) }

// Keep writes down where the meeting is.
func (s *State) Keep() func(context.Context) error {
	m, parts := s.run.Rows(s.event.ID, s.clock.Now())
	if shown := s.shownVotes(); shown != nil {
		m.Asked, m.Voters, m.Votes = string(s.votes.asking), shown.Voters, s.votes.kept
	}
	return func(ctx context.Context) error { return s.store.KeepMeeting(ctx, &m, parts) }
}

// Now is the part under way, worded.
type Now struct {
	Through  bool
	Over     string // what it belongs to
	Text     string
	Who      string
	Clock    string
	Share    float32 // of its time that is left
	Late     bool    // over its time
	Held     bool
	Chip     string // the word of a card
	Figures  string
	Gives    string // what a minute more takes from the rest
	How      string
	Say      string
	Next     string
	Boxes    []data.BoxKey
	Feedback bool // people say whether it was worth their time
}

// Now words the part under way.
func (s *State) Now() Now {
	now := s.clock.Now()
	p := s.run.Now()
	if p == nil {
		return Now{Through: true, Text: s.say.Text("That was all"), Clock: countdown(0), Next: s.say.Text("End meeting")}
	}
	left := s.run.Left(now)
	n := Now{Text: p.Text, Who: p.Who, Clock: countdown(left), Late: left < 0, Held: s.run.Paused(), Next: s.say.Text("End meeting"),
		Gives: s.gives(), Over: s.over(p), Feedback: p.Kind == room.Feedback}
	if p.Given > 0 {
		n.Share = max(0, min(1, float32(left)/float32(p.Given)))
	}
	if next := s.run.Next(); next != nil {
		n.Next = s.say.Text("Next: %s", cmp.Or(next.Who, next.Text))
	}
	cue := room.CueOf(s.event.Format, p)
	n.How, n.Say = s.of(cue.How), s.of(cue.Say)
	n.Chip, n.Figures = s.cardWords(p)
	n.Boxes, _ = room.BoxesOf(s.event.Format, cmp.Or(p.Of, p.Text))
	return n
}

// over is what the part under way belongs to, and how manieth there it is.
func (s *State) over(p *room.Part) string {
	if !p.Within {
		return ""
	}
	above := s.run.Parts[s.run.Above(s.run.At)].Text
	if place, of := s.run.PlaceWithin(); p.Kind == room.Card {
		return s.say.Text("%s · card %d of %d", above, place, of)
	} else if p.Kind == room.Ask {
		return s.say.Text("%s · card %d of %d", above, place, of)
	} else if p.Kind == room.Topic {
		return s.say.Text("%s · topic %d of %d", above, place, of)
	}
	return above
}

// cardWords are the word of the card under way and its figures, as the leader may see them.
func (s *State) cardWords(p *room.Part) (chip, figures string) {
	if p.Kind != room.Card {
		return "", ""
	}
	round, there := s.snapshot.LastRound(s.clock.Today())
	if !there {
		return "", ""
	}
	result := s.snapshot.ClosedResult(round.ID)
	for _, c := range result.Cards {
		if c.Card.Card == p.Of && !c.Figures.Withheld {
			return s.of(c.Figures.Word.Phrase()), s.say.Text("%d low, %d high · %s", c.Figures.Low, c.Figures.High, s.of(result.AnsweredCard(&c)))
		}
	}
	return "", ""
}

// gives says what a minute more would take from the rest.
func (s *State) gives() string {
	try := *s.run
	try.Parts = slices.Clone(s.run.Parts)
	from := try.More()
	if from < 0 {
		return s.say.Text("One more, and it ends a minute later.")
	}
	left := int(try.Parts[from].Given / time.Minute)
	return s.say.Count(left, "One more leaves %d minute for “%s”.", "One more leaves %d minutes for “%s”.", try.Parts[from].Text)
}

// countdown writes a time that is left as "7:05", over its time as "+0:30".
func countdown(left time.Duration) string {
	sign := ""
	// A second that has begun counts, so that the clock shows 0:00 only when time is up.
	seconds := int((left + time.Second - 1) / time.Second)
	if left < 0 {
		sign, seconds = "+", int(-left/time.Second)
	}
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// Standing says what time it is and whether the meeting is on time.
func (s *State) Standing() string {
	now := s.clock.Now()
	minutes := int(s.run.Late(now).Round(time.Minute) / time.Minute)
	clock := clockOf(now)
	switch {
	case s.run.Paused():
		return s.say.Text("%s, the clock stands still", clock)
	case minutes > 0:
		return s.say.Count(minutes, "%[2]s, %[1]d minute late", "%[2]s, %[1]d minutes late", clock)
	case minutes < 0:
		return s.say.Count(-minutes, "%[2]s, %[1]d minute early", "%[2]s, %[1]d minutes early", clock)
	}
	return s.say.Text("%s, on time", clock)
}

// Ends says when the meeting ends.
func (s *State) Ends() string {
	now := s.clock.Now()
	end := s.run.Ends.Add(s.run.Late(now))
	if clockOf(end) == clockOf(s.run.Ends) {
		return s.say.Text("ends %s as planned", clockOf(end))
	}
	return s.say.Text("ends %s, planned was %s", clockOf(end), clockOf(s.run.Ends))
}

func clockOf(t time.Time) string { return data.Clock(t.Hour()*60 + t.Minute()).String() }

// Shown is what everybody sees now: what the part under way shows, the votes, and the ideas where nothing else has the room.
func (s *State) Shown() room.Shown {
	now := room.Show(s.snapshot, &s.event, s.run, s.clock.Today(), s.clock.Now())
	now.Votes = s.shownVotes()
	if now.Card == nil && now.Wall == nil {
		now.Lines = append(now.Lines, s.ideaLines()...)
	}
	return now
}

// Row is a part in the programme.
type Row struct {
	Place   int
	Time    string // when it begins; empty within another
	Text    string
	Who     string
	Minutes string
	Within  bool
	Done    bool
	Now     bool
	Skipped bool
}

// Rows are the parts of the programme; times of what lies ahead are those if all goes on as it stands. Of the blocks of the workshop only
// the one under way shows its steps.
func (s *State) Rows() []Row {
	var rows []Row
	under := s.run.Above(min(s.run.At, len(s.run.Parts)-1))
	at := s.run.Start
	now := s.clock.Now()
	for i := range s.run.Parts {
		p := &s.run.Parts[i]
		row := Row{Place: i, Text: p.Text, Who: p.Who, Within: p.Within, Done: i < s.run.At, Now: i == s.run.At, Skipped: p.Skipped}
		if i == s.run.At && !s.run.Through() {
			at = s.run.Began
		}
		if !p.Within && !p.Skipped {
			row.Time = clockOf(at)
		}
		if minutes := int(s.run.Whole(i) / time.Minute); minutes > 0 && !p.Skipped {
			row.Minutes = s.say.Text("%d", minutes)
		}
		switch {
		case p.Skipped:
		case row.Now:
			at = now.Add(max(0, s.run.Left(now)))
		default:
			at = at.Add(p.Given)
		}
		if !p.Kind.InBlock() || s.run.Above(i) == under {
			rows = append(rows, row)
		}
	}
	return rows
}

// Line is something written down, worded.
type Line struct {
	ID   int64
	When string
	What string
	Text string
}

// Lines are what was written down, the latest first.
func (s *State) Lines() []Line {
	var lines []Line
	for _, l := range s.snapshot.LinesOf(s.event.ID, "") {
		if l.Kind == data.LineIdea {
			continue
		}
		line := Line{ID: l.ID, When: clockOf(time.UnixMilli(l.Written).In(s.clock.Now().Location())), What: s.of(l.Kind.Phrase()), Text: s.lineText(&l)}
		lines = append(lines, line)
	}
	slices.Reverse(lines)
	return lines
}

// lineText is what a line says, with whom or why.
func (s *State) lineText(l *data.MeetingLine) string {
	switch item, there := s.snapshot.ItemByID(l.ItemID); {
	case l.Kind == data.LineThanks && l.MemberID != 0:
		if m, known := s.snapshot.MemberByID(l.MemberID); known && !data.NameIn(l.Text, m.Name) {
			return s.say.Text("%s: %s", m.Name, l.Text)
		}
	case there && l.Kind == data.LineParked && item.ParkedReason != "":
		return s.say.Text("%s: %s", l.Text, item.ParkedReason)
	case there && l.Kind == data.LineAction:
		owner, _ := s.snapshot.MemberByID(item.OwnerID)
		return joined(l.Text, owner.Name, s.byDay(item.Due))
	}
	return l.Text
}

// joined puts parts that are there beside one another.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// byDay is until when something is to be done, "" for no day.
func (s *State) byDay(day data.Date) string {
	if day == 0 {
		return ""
	}
	return s.say.Text("by %s", s.say.InWords(day))
}
