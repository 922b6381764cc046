package ui

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given the charter was looked at and a workshop was planned elsewhere since, then the deed says that it runs the workshop, and leads to
// the one that is planned instead of planning another.
func TestTheWorkshopIsRunAsTheFileIsByNow(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("view.charter")
	st.Fire("view.events")
	e := data.Event{Title: "Our picture", Format: data.VisionWorkshop, On: datatest.Today.AddDays(5), Start: 600, Minutes: 120,
		TimeZone: "Europe/Berlin", Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted}
	if err := store.Rows(st.w.shell.store, store.Events).Save(t.Context(), &e); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	if got := st.w.deps.Commands.Get("charter.workshop").Words(); got != "Run the workshop" {
		t.Errorf("the deed is called %q", got)
	}
	st.Fire("charter.workshop")
	st.Want("Our picture")
	if st.w.shell.at.spec.name != "events" || st.Win.Canvas().Overlays().Top() != nil {
		t.Errorf("it leads to %s, with %T over it", st.w.shell.at.spec.name, st.Win.Canvas().Overlays().Top())
	}
}
