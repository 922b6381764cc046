package events

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
)

// turns are the turns that the programme shows, as they are read.
func (b *bench) turns() []string {
	var out []string
	for _, row := range rowsOf(b.screen.pane.detail.Agenda) {
		if row.turn == 0 {
			continue
		}
		var words strings.Builder
		for _, span := range b.screen.pane.steps.turnSpans(row.Turns[row.turn-1]) {
			words.WriteString(map[kit.Sign]string{kit.Dot: "●", kit.Ring: "○"}[span.Sign] + span.Text)
		}
		out = append(out, row.clock()+" "+words.String())
	}
	return out
}

// turnID is the row of the programme with the turn of somebody.
func (b *bench) turnID(name string) string {
	b.T.Helper()
	for _, row := range rowsOf(b.screen.pane.detail.Agenda) {
		if row.turn > 0 && strings.HasPrefix(row.Turns[row.turn-1].Who.Name, name) {
			return fmt.Sprint(row.Line.ID*turnsAtMost + int64(row.turn))
		}
	}
	b.T.Fatalf("no turn is of %s", name)
	return ""
}

// Given a round of talks, then the programme says whose turn is when; a free turn takes a speaker, and a speaker is taken off on their own.
func TestTurnsOfThoseWhoSpeak(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	want := []string{"16:05 ● Žofie Dvořáková first talk", "16:12 ● Ægir Strømø first talk", "16:19 ○ still free", "16:26 ○ still free", "16:33 ○ still free", "16:40 ○ still free"}
	same := func(when string) {
		t.Helper()
		got := b.turns()
		for i := range got {
			got[i] = strings.Join(strings.Fields(strings.ReplaceAll(got[i], gap, " ")), " ")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%q, want\n%q", when, got, want)
		}
	}
	same("at first")
	b.Want("Six talks of 5 + 2", "16:19", "still free", "first talk")
	b.Tap("still free")
	b.Keys("egir")
	b.Key(fyne.KeyReturn)
	b.Want("Cancel") // who speaks already is not there to be chosen
	b.Tap("Cancel")
	b.Tap("still free")
	b.Tap("Łukasz Wiśniewski")
	want[2] = "16:19 ● Łukasz Wiśniewski"
	same("with a third")
	b.Undo()
	want[2] = "16:19 ○ still free"
	same("after undo")

	b.TapNode(b.ByID("row", b.turnID("Ægir")))
	b.Tap("Take Ægir Strømø off")
	want[1] = "16:12 ○ still free"
	same("without the second")
	b.Undo()
	want[1] = "16:12 ● Ægir Strømø first talk"

	guest := data.FollowUp{Guest: "Grace from outside", EventID: 10, What: "Speak", State: data.SaidYes, On: datatest.Today}
	if err := store.Rows(b.Store, store.FollowUps).Save(t.Context(), &guest); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	want[2] = "16:19 ● Grace from outside"
	same("with a guest")
}

// Given a round of talks that is over, then turns nobody took are not told.
func TestTurnsOfWhatIsOver(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(4)
	b.Want("Six tools in one hour")
	for _, turn := range b.turns() {
		if strings.Contains(turn, "free") {
			t.Errorf("%q of an event that is over", turn)
		}
	}
}
