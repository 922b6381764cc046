package events

import (
	"testing"

	"copleader/data/datatest"
)

// Given the form for an event, when a time is left that is none, then its field says so until it is one, which is then written as times are.
func TestTheFormReadsTimesAsTheyAreLeft(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Fire("events.plan")
	for _, tc := range []struct{ typed, trouble, shown string }{
		{"zo", "Please write the time as hours and minutes, for example 16:00.", "zo"},
		{"4pm", "", "16:00"},
		{"2500", "There is no hour 25. Please write the time as hours and minutes, for example 16:00.", "2500"},
		{"16h", "", "16:00"},
		{"1630", "", "16:30"},
	} {
		b.Type("Time", tc.typed)
		b.Leave()
		if got := b.ErrorAt("Time"); got != tc.trouble {
			t.Errorf("after %q stands %q below the field", tc.typed, got)
		}
		b.Want(tc.shown)
	}
	b.Type("Day", "31.2.2027")
	b.Leave()
	if got := b.ErrorAt("Day"); got == "" {
		t.Error("a day that there is none of stands there without a word")
	}
}
