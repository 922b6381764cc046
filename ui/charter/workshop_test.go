package charter

import (
	"context"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given no kick-off workshop is planned, when it is to be run, then planning one begins; given one is planned, it is shown.
func TestRunTheWorkshop(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	if words := b.Commands.Get("charter.workshop").Words(); words != "Plan the workshop" {
		t.Errorf("the command says %q", words)
	}
	b.Fire("charter.workshop")
	last := b.Visits[len(b.Visits)-1]
	if begun, ok := last.Args.(kit.Begun); last.Page != "events" || !ok || begun.Row.(data.Event).Format != data.VisionWorkshop {
		t.Errorf("went to %+v", last)
	}
	e := data.Event{Title: "Our picture", Format: data.VisionWorkshop, On: datatest.Today.AddDays(5), Start: 600, Minutes: 120,
		Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted}
	if err := store.Rows(b.Store, store.Events).Save(context.Background(), &e); err != nil {
		t.Fatal(err)
	}
	b.Fire("charter.workshop")
	if last := b.Visits[len(b.Visits)-1]; last.Page != "events" || last.Args != (kit.Running{EventID: e.ID}) {
		t.Errorf("went to %+v", last)
	}
	if words := b.Commands.Get("charter.workshop").Words(); words != "Run the workshop" {
		t.Errorf("the command says %q", words)
	}
}

// Given the charter, then the poster is printed from the page Share.
func TestPrintThePoster(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Workshop and print")
	b.Tap("Print the poster")
	if last := b.Visits[len(b.Visits)-1]; last.Page != "share" || last.Args != (kit.Paper{Document: "poster"}) {
		t.Errorf("went to %+v", last)
	}
}
