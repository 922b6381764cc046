package meeting

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
	"copleader/data/store"
)

// Written is a line that is about to be kept: its words, and what goes with them.
type Written struct {
	Kind    data.LineKind
	Text    string
	Who     int64 // who is thanked, or does it
	Due     data.Date
	Chose   bool   // somebody was chosen by hand: names in the text don't count
	Unknown string // who is thanked before a colon, and is nobody's name; "" for nothing of the kind
	Item    int64  // what stands on the board already and takes the action, 0 for none
}

// Keys are the keys that begin a line, in the order of the buttons.
var Keys = []struct {
	Key  rune
	Kind data.LineKind
}{{'d', data.LineDecision}, {'a', data.LineAction}, {'t', data.LineThanks}, {'n', data.LineNote}, {'p', data.LineParked}}

// Begin begins a line of a kind: an action is the leader's until somebody else is named, and due at the next event.
func (s *State) Begin(kind data.LineKind) Written {
	w := Written{Kind: kind}
	if kind == data.LineAction {
		w.Who, w.Due = s.snapshot.Community.LeaderID, s.nextDay()
	}
	return w
}

// guessedDays is in how many days the next event is guessed to be where none is planned.
const guessedDays = 14

// nextDay is the day of the event after this one; without one, two weeks on.
func (s *State) nextDay() data.Date {
	if e, there := s.nextEvent(); there {
		return e.On
	}
	return s.clock.Today().AddDays(guessedDays)
}

// nextEvent is the event after this one.
func (s *State) nextEvent() (data.Event, bool) {
	for _, e := range s.snapshot.ComingEvents(s.clock.Today()) {
		if e.ID != s.event.ID && e.Status != data.StatusIdea && e.On >= s.event.On {
			return e, true
		}
	}
	return data.Event{}, false
}

// Read reads what was typed: who is meant, as long as nobody was chosen by hand. “Ada: ask for it” is Ada's action, and so is “ad: ask
// for it” where nobody else begins so.
func (s *State) Read(w Written, typed string) Written {
	w.Text = data.CleanLine(typed)
	if w.Chose || w.Kind != data.LineThanks && w.Kind != data.LineAction {
		return w
	}
	who, rest, colon := strings.Cut(w.Text, ":")
	rest = data.CleanLine(rest)
	if id := s.Meant(who); colon && id != 0 && rest != "" {
		w.Who, w.Text = id, rest
	} else if w.Kind == data.LineThanks {
		w.Who, w.Unknown = s.Named(typed), ""
		if w.Who == 0 && colon && rest != "" && len(strings.Fields(who)) <= wordsOfName {
			w.Unknown = who
		}
	}
	return w
}

// wordsOfName is how many words before a colon are taken for a name at most.
const wordsOfName = 3

// Needs says how much more a line is than its words.
func (w Written) Needs() (who, due bool) {
	return w.Kind == data.LineAction || w.Kind == data.LineThanks, w.Kind == data.LineAction
}

// KeepLine is the deed of writing a line down. What is parked may give a reason after a colon.
func (s *State) KeepLine(w Written) func(context.Context) (store.Done, error) {
	l := data.MeetingLine{EventID: s.event.ID, Kind: w.Kind, Text: w.Text, Step: s.run.Step(), Written: s.clock.Now().UnixMilli()}
	also := store.Written{Due: w.Due, ItemID: w.Item}
	switch w.Kind {
	case data.LineAction:
		also.OwnerID = w.Who
	case data.LineThanks:
		l.MemberID = w.Who
	case data.LineParked:
		if text, reason, colon := strings.Cut(w.Text, ":"); colon && data.CleanLine(text) != "" && data.CleanLine(reason) != "" {
			l.Text, also.Reason = data.CleanLine(text), data.CleanLine(reason)
		}
	}
	return func(ctx context.Context) (store.Done, error) { return s.store.WriteDown(ctx, &l, also) }
}

// Words of fewer letters than wordLetters say too little to tell what is near; so many of them have to be shared.
const (
	wordLetters = 4
	wordsShared = 2
)

// Near is the item on the board that an action is likely about: one that is not done and shares most words with it, at least two and
// half of the fewer ones.
func (s *State) Near(text string) (near data.Item, there bool) {
	sought, most := telling(text), 0
	for i := range s.snapshot.Items {
		item := &s.snapshot.Items[i]
		if item.Column == data.ColumnDone || item.EventID == s.event.ID && item.Kind == data.KindAction {
			continue
		}
		words := telling(item.Title)
		shared := 0
		for _, w := range words {
			if slices.Contains(sought, w) {
				shared++
			}
		}
		if shared >= wordsShared && 2*shared >= min(len(words), len(sought)) && shared > most {
			near, most = *item, shared
		}
	}
	return near, most > 0
}

// telling are the words of a text that tell something, folded, each once.
func telling(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(data.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len([]rune(w)) >= wordLetters && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// NameOf is the name of a member, "" for nobody.
func (s *State) NameOf(id int64) string {
	m, _ := s.snapshot.MemberByID(id)
	return m.Name
}

// Days are the days that an action is offered to be due on, with what they are called.
func (s *State) Days() []data.Date {
	today := s.clock.Today()
	days := []data.Date{today.AddDays(7), today.AddDays(14), today.AddDays(28)}
	if e, there := s.nextEvent(); there {
		days = append([]data.Date{e.On}, days...)
	}
	return append(days, 0)
}

// DayWords is what a day is called that an action may be due on.
func (s *State) DayWords(day data.Date) string {
	e, there := s.nextEvent()
	switch {
	case day == 0:
		return s.say.Text("no day")
	case there && day == e.On:
		return s.say.Text("next event, %s", s.say.InWords(day))
	}
	return s.say.InWords(day)
}
