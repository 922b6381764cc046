package meeting

import (
	"context"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/reports/chartertext"
)

// Ending is what the end of a meeting says before it is the end.
type Ending struct {
	Lines []string // what was written down, counted
	Left  []string // what was not come to
	To    data.Event
	Asks  bool   // there is an event that could take what is left
	Found string // what the kick-off workshop made that may be taken up; "" for nothing
}

// Ending sums the meeting up.
func (s *State) Ending() Ending {
	say := s.say
	count := func(kind data.LineKind) int { return len(s.snapshot.LinesOf(s.event.ID, kind)) }
	e := Ending{Lines: []string{
		say.Text("Came: %s", s.Came()),
		say.Count(count(data.LineDecision), "%d decision", "%d decisions"),
		say.Count(count(data.LineAction), "%d action", "%d actions"),
		say.Count(count(data.LineThanks), "%d thank-you", "%d thank-yous"),
		say.Count(count(data.LineParked), "%d thing parked", "%d things parked"),
	}}
	for _, p := range s.run.LeftOver() {
		e.Left = append(e.Left, p.Text)
	}
	e.To, e.Asks = s.nextEvent()
	e.Asks = e.Asks && len(e.Left) > 0
	e.Found = s.FoundedWords(s.Founded())
	return e
}

// HowToEnd is what the leader answered at the end.
type HowToEnd struct {
	Carry bool   // what is left over goes to the next event
	Found bool   // what the workshop made is taken up
	Made  string // what others can use from now on
}

// End is the deed that ends the meeting: the event is held, the minutes are nearly written, and what is left over goes to the next event
// where that is wished, else into the minutes. Where what a workshop founded is taken up, that comes first.
func (s *State) End(how HowToEnd) func(context.Context) (store.Done, error) {
	end := store.Ending{EventID: s.event.ID, Made: data.CleanLine(how.Made)}
	next, there := s.nextEvent()
	var left []string
	for _, p := range s.run.LeftOver() {
		left = append(left, p.Text)
		end.Left = append(end.Left, data.AgendaLine{Minutes: int(p.Planned / time.Minute), Text: p.Text, Who: p.Who})
	}
	if how.Carry && there {
		end.To = next.ID
	}
	end.Below = s.belowMinutes(left)
	taken, version := s.Founded(), s.agreeing()
	return func(ctx context.Context) (store.Done, error) {
		if how.Found {
			if err := s.found(ctx, taken, version); err != nil {
				return store.Done{}, err
			}
		}
		return s.store.EndMeeting(ctx, end)
	}
}

// HoldToday is the deed that moves the event to today, as it is held before its day, and what follows from it.
func (s *State) HoldToday() (deed func(context.Context) error, then func()) {
	e := s.event
	e.MoveTo(s.clock.Today())
	return func(ctx context.Context) error { return store.Rows(s.store, store.Events).Save(ctx, &e) }, func() { s.event = e }
}

// found takes up what the workshop made, and keeps the charter as those who came agreed it.
func (s *State) found(ctx context.Context, taken store.Taken, v *data.CharterVersion) error {
	if taken.Count() > 0 {
		if err := s.store.TakeLines(ctx, taken); err != nil {
			return err
		}
	}
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	v.Text = chartertext.Lines(snapshot, s.say)
	year, month, day := v.AgreedOn.Civil()
	return s.store.AgreeVersion(ctx, v, data.NewDate(year+1, month, day))
}

// belowMinutes are the parts of the minutes that stand nowhere else yet: guests by name, thanks, what was parked, what is left over.
// Decisions have a field of their own, and actions stand on the board, from where documents take them.
func (s *State) belowMinutes(left []string) string {
	var text []string
	add := func(heading string, lines []string) {
		if len(lines) > 0 {
			text = append(text, s.say.Text("%s: %s", heading, strings.Join(lines, "; ")))
		}
	}
	of := func(kind data.LineKind) (lines []string) {
		for _, l := range s.snapshot.LinesOf(s.event.ID, kind) {
			lines = append(lines, s.lineText(&l))
		}
		return lines
	}
	add(s.say.Text("Guests"), of(data.LineGuest))
	add(s.say.Text("Thank you"), of(data.LineThanks))
	add(s.say.Text("Parked"), of(data.LineParked))
	add(s.say.Text("Left for next time"), left)
	return strings.Join(text, "\n")
}
