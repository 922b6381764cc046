package meeting

import (
	"context"
	"slices"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/reports/chartertext"
)

// Ending is what the end of a meeting says before it is the end.
type Ending struct {
	Lines []string   // what was written down, counted
	Left  []string   // what was not come to, and what was parked until there is time
	To    data.Event // the event that could take what is left; one that is planned for it has no ID yet
	Found string     // what the kick-off workshop made that may be taken up; "" for nothing
}

// Ending sums the meeting up.
func (s *State) Ending() Ending {
	say := s.say
	count := func(kind data.LineKind) int { return len(s.snapshot.LinesOf(s.event.ID, kind)) }
	e := Ending{To: s.takesLeft(), Lines: []string{
		say.Text("Came: %s", s.Came()),
		say.Count(count(data.LineDecision), "%d decision", "%d decisions"),
		say.Count(count(data.LineAction), "%d action", "%d actions"),
		say.Count(count(data.LineThanks), "%d thank-you", "%d thank-yous"),
		say.Count(count(data.LineParked), "%d thing parked", "%d things parked"),
	}}
	for _, line := range s.left() {
		e.Left = append(e.Left, line.Text)
	}
	e.Found = s.FoundedWords(s.Founded())
	return e
}

// parkedTime is what something parked is given at the event that takes it, in minutes.
const parkedTime = 5

// left are the steps that the next event may take: what was not come to, and what was parked for no reason but the time.
func (s *State) left() []data.AgendaLine {
	var lines []data.AgendaLine
	for _, p := range s.run.LeftOver() {
		lines = append(lines, data.AgendaLine{Minutes: int(p.Planned / time.Minute), Text: p.Text, Who: p.Who})
	}
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineParked) {
		if item, there := s.snapshot.ItemByID(l.ItemID); there && item.ParkedReason == "" {
			lines = append(lines, data.AgendaLine{Minutes: parkedTime, Text: cutTo(l.Text, data.AgendaLineFields.Of("text").Limit)})
		}
	}
	return lines
}

// takesLeft is the event that could take what is left: the next one, else one that is planned for it, one spacing on.
func (s *State) takesLeft() data.Event {
	if e, there := s.nextEvent(); there {
		return e
	}
	format, _ := data.FormatOf(data.UsualFormat)
	e := s.snapshot.Again(&s.event, s.clock.Today())
	e.Format, e.Title, e.Minutes = format.Key, s.say.Of(data.FormatName(format.Key)), format.Minutes
	e.Purpose, e.Boxes, e.Status, e.Brought = "", nil, data.StatusPlanned, data.NotCounted
	return e
}

// dueNext are the actions of this meeting that are due at the next event while there is none: on the day that was guessed for it.
func (s *State) dueNext() (ids []int64) {
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineAction) {
		guessed := data.DateOf(time.UnixMilli(l.Written).In(s.clock.Now().Location())).AddDays(guessedDays)
		if item, there := s.snapshot.ItemByID(l.ItemID); there && item.EventID == s.event.ID && item.Due == guessed && item.Column != data.ColumnDone {
			ids = append(ids, item.ID)
		}
	}
	return ids
}

// HowToEnd is what the leader answered at the end.
type HowToEnd struct {
	Carry bool   // what is left over goes to the next event, which is planned where there is none
	Found bool   // what the workshop made is taken up
	Made  string // what others can use from now on
}

// End is the deed that ends the meeting: the event is held, the minutes are nearly written, what is left over goes to the next event
// where that is wished, else into the minutes, and what a workshop founded is taken up where that is.
func (s *State) End(how HowToEnd) func(context.Context) (store.Done, error) {
	end := store.Ending{EventID: s.event.ID, Made: data.CleanLine(how.Made), Left: s.left(), Below: s.belowMinutes()}
	workshop := s.event.Format == data.VisionWorkshop
	at := State{store: s.store, say: s.say, event: s.event}
	if to := s.takesLeft(); how.Carry && to.ID != 0 {
		end.To = to.ID
	} else if how.Carry {
		end.Plan, end.DueThen = &to, s.dueNext()
	}
	if how.Found {
		end.Taken, end.Agreed = s.Founded(), s.agreeing()
		year, month, day := end.Agreed.AgreedOn.Civil()
		end.ReviewOn = data.NewDate(year+1, month, day)
	}
	return func(ctx context.Context) (store.Done, error) {
		if workshop { // read anew: what was being typed on the wall is in the file only now
			now, err := at.store.Snapshot(ctx)
			if err != nil {
				return store.Done{}, err
			}
			at.snapshot = now
			end.Below = linesOf(at.workshopInMinutes(), end.Below)
			if how.Found {
				end.Agreed.Text = at.charterWith(now, end.Taken)
			}
		}
		return at.store.EndMeeting(ctx, end)
	}
}

// charterWith is the charter as it will stand once what was taken from the canvas is in it.
func (s *State) charterWith(now *data.Snapshot, taken store.Taken) string {
	with := *now
	with.Measures = slices.Concat(now.Measures, taken.Measures)
	with.Channels = slices.Concat(now.Channels, taken.Channels)
	return chartertext.Lines(&with, s.say)
}

// HoldToday is the deed that moves the event to today, as it is held before its day, and what follows from it.
func (s *State) HoldToday() (deed func(context.Context) error, then func()) {
	e := s.event
	e.MoveTo(s.clock.Today())
	return func(ctx context.Context) error { return store.Rows(s.store, store.Events).Save(ctx, &e) }, func() { s.event = e }
}

// belowMinutes are the parts of the minutes that stand nowhere else yet: the topics, guests by name, thanks, what was parked, what is left over.
// Decisions have a field of their own, and actions stand on the board, from where documents take them.
func (s *State) belowMinutes() string {
	var text []string
	add := func(heading string, lines []string) { text = append(text, s.headed(heading, lines)) }
	of := func(kind data.LineKind) (lines []string) {
		for _, l := range s.snapshot.LinesOf(s.event.ID, kind) {
			lines = append(lines, s.lineText(&l))
		}
		return lines
	}
	if s.event.Format == data.UsualFormat {
		add(s.say.Text("Topics"), s.ideasInMinutes())
	} else if s.event.Format != data.VisionWorkshop { // of which workshopInMinutes tells
		add(s.say.Text("Ideas"), s.ideasInMinutes())
	}
	add(s.say.Text("Guests"), of(data.LineGuest))
	add(s.say.Text("Thank you"), of(data.LineThanks))
	add(s.say.Text("Parked"), of(data.LineParked))
	var left []string
	for _, p := range s.run.LeftOver() {
		left = append(left, p.Text)
	}
	add(s.say.Text("Left for next time"), left)
	return linesOf(text...)
}

// headed is a line of the minutes with its heading, "" for nothing to say.
func (s *State) headed(heading string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return s.say.Text("%s: %s", heading, strings.Join(lines, "; "))
}

// linesOf puts texts that say something below one another.
func linesOf(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n")
}

// ideasInMinutes are the ideas with their dots, the most voted first, and what was decided on each topic.
func (s *State) ideasInMinutes() []string {
	var lines []string
	for _, l := range ordered(s.snapshot.LinesOf(s.event.ID, data.LineIdea)) {
		text := s.ideaLine(&l)
		for _, decided := range s.snapshot.LinesOf(s.event.ID, data.LineDecision) {
			if decided.Step == l.Text {
				text = s.say.Text("%s – decided: %s", text, decided.Text)
			}
		}
		lines = append(lines, text)
	}
	return lines
}
