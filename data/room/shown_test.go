package room_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/room"
)

// ofDemo is the demo on a day, with its event of a format.
func ofDemo(t *testing.T, format string) (*data.Snapshot, *data.Event, []data.AgendaLine, data.Date) {
	t.Helper()
	day := data.NewDate(2026, time.November, 21)
	s, err := demo.Snapshot(day)
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.Format == format {
			var agenda []data.AgendaLine
			for _, line := range s.Agenda {
				if line.EventID == e.ID {
					agenda = append(agenda, line)
				}
			}
			return s, e, agenda, day
		}
	}
	t.Fatalf("the demo has no %s", format)
	return nil, nil, nil, 0
}

// inEnglish says a phrase as it stands in the source.
func inEnglish(p data.Phrase) string { return fmt.Sprintf(p.Key, p.Args...) }

// texts are all texts that a value holds, however deep, but for the names of its fields.
func textsIn(v any) string {
	return strings.ToLower(fmt.Sprintf("%q", gather(reflect.ValueOf(v))))
}

func gather(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.String:
		all = append(all, v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			all = gather(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, gather(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			all = append(all, gather(v.Index(i))...)
		}
	case reflect.Int:
		all = append(all, fmt.Sprint(v.Int()))
	}
	return all
}

// Given the demo's retrospective, then its programme keeps its length, the cards to talk about stand within Meaning, the most split
// first, and share its time; what is still open from earlier events stands within the opening.
func TestChaptersOfARetrospective(t *testing.T) {
	s, e, agenda, day := ofDemo(t, "retrospective")
	parts := room.Chapters(s, e, agenda, day, inEnglish)
	var minutes, planned int
	var kinds []string
	for _, p := range parts {
		minutes += int(p.Given / time.Minute)
		kinds = append(kinds, string(p.Kind))
	}
	for _, line := range agenda {
		planned += line.Minutes
	}
	if minutes != planned {
		t.Errorf("the parts take %d minutes, the agenda %d", minutes, planned)
	}
	cards := room.CardsToTalkAbout(s, day)
	if len(cards) == 0 || cards[0].Figures.Word != data.WordSplit {
		t.Fatalf("to talk about are %v", cards)
	}
	t.Log(kinds)
	for i, p := range parts {
		if p.Text == "Meaning" && (p.Given != 0 || !parts[i+1].Within || parts[i+1].Of != cards[0].Card.Card) {
			t.Errorf("below Meaning stands %+v, want %s", parts[i+1], cards[0].Card.Card)
		}
	}
}

// Given every private text of the community marked, and every member absent, then nothing of it is in what everybody sees, at any part
// of any format.
func TestNothingPrivateHasAPlaceInTheRoom(t *testing.T) {
	s, _, _, day := ofDemo(t, "retrospective")
	marks := plant(s)
	for _, f := range data.Formats {
		e := data.Event{ID: 9999, Title: "Shown title", Format: f.Key, On: day, Status: data.StatusAnnounced}
		var agenda []data.AgendaLine
		for i, step := range f.Agenda {
			agenda = append(agenda, data.AgendaLine{EventID: e.ID, Rank: i, Minutes: step.Minutes, Text: step.Text})
		}
		now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
		run := room.Begin(room.Chapters(s, &e, agenda, day, inEnglish), now)
		for ; ; run.Forward(now) {
			texts := textsIn(room.Show(s, &e, run, day, now))
			for _, mark := range marks {
				if strings.Contains(texts, mark) {
					t.Errorf("%s, part %d: everybody sees %q in %s", f.Key, run.At, mark, texts)
				}
			}
			if run.Through() {
				break
			}
		}
	}
}

// plant marks what is private in a community, and names every member so that they would be found.
func plant(s *data.Snapshot) (marks []string) {
	mark := func(what string) string {
		marks = append(marks, strings.ToLower("Private "+what))
		return "Private " + what
	}
	for i := range s.Members {
		s.Members[i].Name, s.Members[i].Note, s.Members[i].Email = mark(fmt.Sprint("name", i)), mark("note"), mark("address")+"@example.org"
	}
	for i := range s.FollowUps {
		s.FollowUps[i].What, s.FollowUps[i].Note = mark("follow-up"), mark("note of follow-up")
	}
	for i := range s.HelpReceived {
		s.HelpReceived[i].Note = mark("help")
	}
	for i := range s.Responses {
		s.Responses[i].Next = mark("next thing")
	}
	for i := range s.Sponsors {
		s.Sponsors[i].Name = mark("sponsor")
	}
	return marks
}

// atACard is a meeting that has come to the first card to talk about.
func atACard(t *testing.T, parts []room.Part) *room.Run {
	t.Helper()
	run := room.Begin(parts, time.Time{})
	for run.Now() != nil && run.Now().Kind != room.Card {
		run.Forward(time.Time{})
	}
	if run.Through() {
		t.Fatal("no card is talked about")
	}
	return run
}

// answeredByOne leaves a single answer to a card in the last round.
func answeredByOne(s *data.Snapshot, day data.Date, card string) {
	round, _ := s.LastRound(day)
	for i := range s.Tallies {
		if s.Tallies[i].RoundID == round.ID && s.Tallies[i].Card == card {
			s.Tallies[i].Counts = data.Counts{1}
		}
	}
	for i := range s.Answers {
		if s.Answers[i].Card == card {
			s.Answers[i].Value = 0
		}
	}
}

// Given a round that fewer than five answered on a card, then everybody sees that it is withheld, and no count.
func TestAWithheldCardShowsNoCount(t *testing.T) {
	s, e, agenda, day := ofDemo(t, "retrospective")
	run := atACard(t, room.Chapters(s, e, agenda, day, inEnglish))
	if c := room.Show(s, e, run, day, time.Time{}).Card; c == nil || c.Withheld || c.Counts.Sum() == 0 || c.Low == "" || c.High == "" {
		t.Errorf("shown is %+v", c)
	}
	answeredByOne(s, day, run.Now().Of)
	if c := room.Show(s, e, run, day, time.Time{}).Card; c == nil || !c.Withheld || c.Counts.Sum() != 0 || c.Sides != [3]int{} {
		t.Errorf("with a single answer, shown is %+v", c)
	}
}

// Given the workshop, then the wall is shown on agreeing once its block has lines, with the boxes of the block marked, and in the break.
func TestTheWallFills(t *testing.T) {
	s, _, _, today := ofDemo(t, "retrospective")
	e := data.Event{ID: 9999, Title: "Kick-off", Format: data.VisionWorkshop}
	s.Forces = []data.Force{{ID: 1, Side: data.ForceSlows, Text: "Deadlines", Strength: 3}}
	f, _ := data.FormatOf(e.Format)
	var agenda []data.AgendaLine
	for _, step := range f.Agenda {
		agenda = append(agenda, data.AgendaLine{EventID: e.ID, Minutes: step.Minutes, Text: step.Text})
	}
	now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	r := room.Begin(room.Chapters(s, &e, agenda, today, func(p data.Phrase) string { return p.Key }), now)
	walls := map[string]int{}
	for ; !r.Through(); r.Forward(now) {
		shown := room.Show(s, &e, r, today, now)
		for _, column := range shown.Wall {
			for _, b := range column {
				if b.Now {
					walls[r.Step()+"/"+string(r.Now().Kind)]++
				}
			}
		}
		if r.Now().Kind == room.Alone && shown.Question.IsZero() {
			t.Errorf("in silence at %q nothing is asked", r.Step())
		}
		if r.Now().Kind == room.Break && len(shown.Wall) != 3 {
			t.Errorf("in the break is shown %+v", shown.Wall)
		}
	}
	want := map[string]int{"Vision and importance/agree": 2, "How and measures/agree": 2, "Impact/agree": 1, "Resources and channels/agree": 2, "Force field: helps and brakes/agree": 2}
	if !maps.Equal(walls, want) {
		t.Errorf("boxes being filled: %v, want %v", walls, want)
	}
}

// Given actions at the close, then everybody sees what is to be done, and by whom only where that one came.
func TestWhoDoesItIsNamedIfHere(t *testing.T) {
	s, _, _, today := ofDemo(t, "retrospective")
	e := data.Event{ID: 10, Title: "Round", Format: "retrospective"}
	s.Items = append(s.Items, data.Item{ID: 901, Title: "Ask", OwnerID: 2}, data.Item{ID: 902, Title: "Tell", OwnerID: 3})
	s.MeetingLines = []data.MeetingLine{{EventID: 10, Kind: data.LineAction, Text: "Ask", ItemID: 901}, {EventID: 10, Kind: data.LineAction, Text: "Tell", ItemID: 902}}
	s.Attendance = []data.Attendance{{EventID: 10, MemberID: 2, Present: true}, {EventID: 10, MemberID: 3}}
	now := time.Now()
	r := room.Begin([]room.Part{{Kind: room.Close, Text: "Close", Given: time.Minute}}, now)
	if got := room.Show(s, &e, r, today, now).Lines; !slices.Equal(got, []string{"Ask · Łukasz Wiśniewski", "Tell"}) {
		t.Errorf("everybody sees %q", got)
	}
}

// Given people who never met before, then the meeting doesn't begin with what they tried since.
func TestAFirstMeetingAsksAFirstQuestion(t *testing.T) {
	today := data.NewDate(2026, 12, 1)
	e := data.Event{ID: 1, Title: "First", Format: "retrospective", On: today, Minutes: 60, Status: data.StatusPlanned}
	s := &data.Snapshot{Events: []data.Event{e}}
	r := room.Begin([]room.Part{{Kind: room.CheckIn, Text: "Opening", Given: time.Minute}}, at(0, 0))
	if got := room.Show(s, &e, r, today, at(0, 0)).Question; !reflect.DeepEqual(got, data.Say("What would make this hour worth it for you?")) {
		t.Errorf("it begins with %v", got)
	}
}

// Given a lightning talk, then its cue is none for a discussion.
func TestASpeakersTurnIsNoDiscussion(t *testing.T) {
	cue := room.CueOf("lightning_talks", &room.Part{Kind: room.Talk, Text: "Talk 1", Within: true})
	if talk := room.CueOf("social", &room.Part{Kind: room.Talk, Text: "Whatever"}); reflect.DeepEqual(cue, talk) {
		t.Errorf("a talk has the cue %v", cue)
	}
}

// partsOf are the parts of a format's agenda in the demo, which has open actions of earlier events, with the minutes of all.
func partsOf(t *testing.T, format string) (parts []room.Part, minutes int) {
	t.Helper()
	s, _, _, today := ofDemo(t, "retrospective")
	f, _ := data.FormatOf(format)
	var agenda []data.AgendaLine
	for _, step := range f.Agenda {
		agenda = append(agenda, data.AgendaLine{Minutes: step.Minutes, Text: step.Text})
	}
	parts = room.Chapters(s, &data.Event{ID: 9999, Format: format}, agenda, today, inEnglish)
	for _, p := range parts {
		minutes += int(p.Given / time.Minute)
	}
	return parts, minutes
}

// Given a lean coffee, then what was agreed last time comes before its topics are written, not in between; the hour stays an hour.
func TestALeanCoffeeBeginsWithLastTime(t *testing.T) {
	parts, minutes := partsOf(t, "lean_coffee")
	if parts[0].Kind != room.Actions || parts[0].Within || parts[1].Text != "Write topics" || parts[2].Text != "Pitch" || minutes != 60 {
		t.Errorf("it takes %d minutes and begins with %+v", minutes, parts[:3])
	}
}

// Given a retrospective or a lean coffee, whose agendas have no feedback, then it is asked once whether it was worth the time, before the
// close and of its time; a format with feedback asks once too.
func TestEveryHourIsAskedWhetherItWasWorthIt(t *testing.T) {
	for format, whole := range map[string]int{"retrospective": 75, "lean_coffee": 60, "brown_bag": 60, data.VisionWorkshop: 120} {
		parts, minutes := partsOf(t, format)
		asked := 0
		for i, p := range parts {
			if p.Kind == room.Feedback {
				asked++
				if i < len(parts)-2 {
					t.Errorf("%s asks at %d of %d", format, i, len(parts))
				}
			}
		}
		if asked != 1 || minutes != whole {
			t.Errorf("%s asks %d times, and takes %d minutes", format, asked, minutes)
		}
	}
}
