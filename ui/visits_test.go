package ui

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// The last visit is kept for each file, the latest twenty.
func TestVisitsAreKept(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	p := preferences{fyne.CurrentApp().Preferences()}
	if v := p.visit("/a.cop"); v != (coach.Visit{}) {
		t.Errorf("a visit nobody made: %+v", v)
	}
	first := coach.Visit{On: data.NewDate(2026, 11, 1), Answers: 12}
	p.setVisit("/with a space /b.cop", first)
	p.setVisit("/b.cop", coach.Visit{On: first.On + 1, Answers: 0})
	if v := p.visit("/with a space /b.cop"); v != first {
		t.Errorf("kept %+v", v)
	}
	p.setVisit("/b.cop", coach.Visit{On: first.On + 2, Answers: 5})
	if v := p.visit("/b.cop"); v.On != first.On+2 || v.Answers != 5 || len(p.kept.StringList(keptVisits)) != 2 {
		t.Errorf("kept %+v of %v", v, p.kept.StringList(keptVisits))
	}
	for i := range visitsKept {
		p.setVisit(fmt.Sprintf("/%d.cop", i), first)
	}
	if v := p.visit("/b.cop"); v.On != 0 || p.visit("/0.cop") != first {
		t.Errorf("too many or too few files are remembered: %v", p.kept.StringList(keptVisits))
	}
	p.kept.SetStringList(keptVisits, []string{"", "nonsense", "2026-13-40 1 /x.cop", "2026-11-01 x /x.cop"})
	if v := p.visit("/x.cop"); v != (coach.Visit{}) {
		t.Errorf("nonsense was read: %+v", v)
	}
}

// At the second start what came between is told; the first has nothing to tell, and the demo tells its own.
func TestSinceTheLastVisit(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Second")
	st.start(Start{File: path})
	st.WantNot("Since you were last here")
	err := st.w.shell.store.SaveFollowUp(context.Background(), &data.FollowUp{MemberID: 1, What: "Ask about a talk", State: data.Asked,
		On: st.Clock.Day, Due: st.Clock.Day.AddDays(2)})
	if err != nil {
		t.Fatal(err)
	}
	st.w.closeCommunity()
	st.Clock.Day, st.Clock.Time = st.Clock.Day.AddDays(3), st.Clock.Time.AddDate(0, 0, 3)
	st.again()
	st.start(Start{File: path})
	st.Want("Since you were last here", "Due: Ask about a talk")
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.WantNot("Since you were last here")
	st.again()
	st.start(Start{Demo: true})
	st.Want("Since you were last here")
	if v := st.w.prefs.visit(st.w.shell.store.Path()); v.On != 0 {
		t.Errorf("the visit to the demo is kept: %+v", v)
	}
}

// What a community begins with opens the forms for it.
func TestFirstStepsOpenForms(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Second")})
	for button, form := range map[string]string{"Add members": "Joined on", "Plan an event": "Leads", "Start a round": "Answers until"} {
		st.TapNode(st.FindAll(button)[0])
		st.Want(form)
		st.Tap("Cancel")
		st.Fire("view.overview")
	}
}

// Arriving with an announcement opens its form.
func TestArriveAtAnAnnouncement(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.goTo("events", kit.Begun{Row: data.Announcement{EventID: 10}})
	st.Settle()
	st.Want("Announce “Second lightning round”", "Where it was announced")
}
