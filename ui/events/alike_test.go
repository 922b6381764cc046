package events

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
)

// Given one of a series with another place and time than the later ones, then days afterwards they can have the same, of which what is
// not ticked stays; where nothing differs there is nothing to do.
func TestLaterOnesAreMadeAlike(t *testing.T) {
	b, ids := planned(t)
	for i := range data.EventFields {
		if f := &data.EventFields[i]; !slices.Contains(ownOfEach, f.Key) && b.Say.Of(f.Label) == "" {
			t.Errorf("%s would be offered without words", f.Key)
		}
	}
	if c := b.screen.deps.Commands.Get("events.alike"); c.Can() {
		t.Error("it can be done where nothing differs")
	}
	b.Type("Where", "Room Kepler")
	b.Type("Time", "9:30")
	b.Type("What it is for", "To see how others do it")
	b.Leave()
	b.Fire("events.alike")
	b.Want("Change the 2 later ones to be like “Thu 24 Dec · Coffee”", "They take over what is ticked, and keep their days.")
	b.Tap("Time")
	b.Tap("Change them")
	var got []string
	for _, id := range ids {
		e := b.event(id)
		got = append(got, e.Place+" "+e.Start.String()+" "+e.Purpose)
	}
	want := []string{" 16:00 ", "Room Kepler 09:30 To see how others do it", "Room Kepler 16:00 To see how others do it", "Room Kepler 16:00 To see how others do it"}
	if !slices.Equal(got, want) || b.series() != "12-10 12-24 01-07 01-21" {
		t.Errorf("the series is %q on %s", got, b.series())
	}
	b.Undo()
	if got := b.event(ids[3]).Place; got != "" {
		t.Errorf("after undo the last is in %q", got)
	}
}

// Given a time that was read with how often, when that is written anew without one, then the time is the usual one again.
func TestATimeOfASeriesGoesWithItsWords(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Fire("events.series")
	b.Type("How often", "every Tuesday and Thursday 10:00, 3 times")
	b.Want("Every Tuesday and Thursday, from Tue 24 November 2026 to Tue 1 December 2026, 10:00 to 11:00 in Berlin", "10:00 to 11:00")
	b.Type("How often", "1st and 3rd Tuesday until 15 Jan")
	b.Want("Every month on the first Tuesday and the third Tuesday, from Tue 1 December 2026 to Tue 5 January 2027, 16:00 to 17:00 in Berlin")
	b.WantNot("10:00 to 11:00")
}
