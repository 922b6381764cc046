package ui

import (
	"context"
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// At the second start what came between is told; the first has nothing to tell, and the demo tells its own.
func TestSinceTheLastVisit(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Second")
	st.start(Start{File: path})
	st.WantNot("Since you were last here")
	err := store.Rows(st.w.shell.store, store.FollowUps).Save(context.Background(), &data.FollowUp{MemberID: 1, What: "Ask about a talk", State: data.Asked,
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
	st.Want("Announce “Sat 5 Dec · Second lightning round”", "Where it was announced")
}
