package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/charter"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// ownThings are what is the leader's own, each planted into the demo under a mark of its own, or as it is found there.
var ownThings = []string{"privatenote", "whatwasasked", "noteonasking", "askedforevent", "askedofsponsor", "guestasked", "helpnoted", "reasonoflevel",
	"charternote", "only you see this", "talknoted", "reportnoted", "hopenoted", "tobetter", "askaboutit", "confidentialminutes",
	"Last seen", "stopped coming", "worked out:", "You might ask to speak", "Likely to come", "Set by you on",
	"Follow-ups", "Welcome sent", "Handover binder", "Undo: "}

// plant puts them there.
func plant(t *testing.T, s *store.Store, today data.Date) {
	t.Helper()
	ctx := context.Background()
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sponsor := snapshot.Sponsors[0].ID
	asked := func(u data.FollowUp) func() error {
		u.On, u.Due, u.State = today.AddDays(-3), today, data.Asked
		return func() error { return store.Rows(s, store.FollowUps).Save(ctx, &u) }
	}
	for _, do := range []func() error{
		func() error {
			return store.Rows(s, store.Members).Change(ctx, 6, store.Visit{}, func(m *data.Member) {
				m.Note, m.Knows, m.AskOpenly = "privatenote", data.Lines{"askaboutit"}, false
			})
		},
		asked(data.FollowUp{MemberID: 6, What: "whatwasasked", Note: "noteonasking"}),
		asked(data.FollowUp{MemberID: 6, EventID: 10, What: "askedforevent"}),
		asked(data.FollowUp{SponsorID: sponsor, What: "askedofsponsor"}),
		asked(data.FollowUp{Guest: "guestasked", EventID: 10, What: "Speak"}),
		func() error {
			return store.Rows(s, store.Help).Save(ctx, &data.HelpReceived{MemberID: 6, On: today, Note: "helpnoted"})
		},
		func() error { return s.DeclareLevel(ctx, 6, data.Core, "reasonoflevel", 0) },
		func() error {
			return store.Rows(s, store.Notes).Save(ctx, &data.CharterNote{Section: data.SectionPurpose, On: today, Text: "charternote"})
		},
		func() error {
			return store.Rows(s, store.Stakeholders).Save(ctx, &data.Stakeholder{Name: "The works council", Attitude: data.Doubts})
		},
		func() error {
			return store.Rows(s, store.Contacts).Save(ctx, &data.SponsorContact{SponsorID: sponsor, On: today, Kind: data.ContactTalk, Note: "talknoted"})
		},
		func() error {
			return store.Rows(s, store.Reports).Save(ctx, &data.SponsorReport{From: today.AddDays(-91), Until: today, Lines: "reportnoted"})
		},
		func() error {
			return store.Rows(s, store.Sponsors).Change(ctx, sponsor, store.Visit{}, func(r *data.Sponsor) { r.HopesFor = "hopenoted" })
		},
		func() error {
			return store.Rows(s, store.PerfectionNotes).Save(ctx, &data.PerfectionNote{EventID: 8, Score: 8, Better: "tobetter"})
		},
		func() error {
			return store.Rows(s, store.Events).Change(ctx, 7, store.Visit{}, func(e *data.Event) { e.Confidential = true })
		},
		func() error {
			return s.ChangeMinutes(ctx, 7, store.Visit{}, func(m *data.Minutes) { m.Text = "confidentialminutes" })
		},
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
}

// everywhere is all that any page shows, those of its things that hold what was planted among them, and what can be found.
func (st *stage) everywhere() string {
	st.t.Helper()
	var all strings.Builder
	look := func(page string, at any) {
		st.w.goTo(page, at)
		st.Settle()
		all.WriteString(strings.Join(st.Texts(), "\n") + "\n")
	}
	for _, spec := range pageSpecs {
		look(spec.name, nil)
	}
	for _, id := range []int64{6, 21, 1} {
		look("members", id)
		for _, link := range []string{"Dates and more", "Help received"} {
			if len(st.FindAll(link)) > 0 {
				st.Tap(link)
			}
		}
		look("members", nil)
	}
	look("members", data.Place{Kind: data.PlaceSponsors})
	for _, id := range []int64{7, 8, 10} {
		look("events", id)
	}
	for _, part := range charter.Parts {
		look("charter", part)
		for len(st.FindAll("Show more")) > 0 {
			st.Tap("Show more")
		}
		look("charter", nil)
	}
	for _, words := range append(slices.Clone(ownThings[:16]), "Undo") {
		for _, open := range []string{"help.palette", "edit.findAll"} {
			st.Fire(open)
			st.Keys(words)
			found := st.Texts()
			all.WriteString(strings.Join(slices.DeleteFunc(found, func(text string) bool { return text == words }), "\n") + "\n")
			st.w.Canvas().Overlays().Remove(st.w.Canvas().Overlays().Top())
		}
	}
	for _, menu := range st.Win.MainMenu().Items {
		for _, item := range menu.Items {
			all.WriteString(kit.MenuWords(item) + "\n")
		}
	}
	return all.String()
}

// Given everything that is the leader's own, planted in the demo, then it is seen on some page; in guest view none of it is on any, the
// foot says so, and the same key brings all of it back. Nothing is written by it.
func TestGuestViewTakesWhatIsTheLeadersOffEveryPage(t *testing.T) {
	st := setStage(t, uitest.Options{Width: 1400, Height: 2600})
	st.start(Start{Demo: true})
	plant(t, st.w.shell.store, st.Clock.Today())
	st.Settle()
	before := st.everywhere()
	for _, thing := range ownThings {
		if !strings.Contains(before, thing) {
			t.Errorf("%q is on no page, so that this test can't miss it", thing)
		}
	}
	st.WantNot("End guest view")
	last := st.lastAct()

	if keys := kit.ShortcutWords(st.Commands.Get("view.guests").Shortcut); keys != "Ctrl+Shift+G" {
		t.Errorf("its keys are %s", keys)
	}
	st.Fire("view.guests")
	st.Want("Guest view", "End guest view")
	if !st.menuItem("View", "Guest view").Checked {
		t.Error("the menu doesn't tell that it is on")
	}
	shown := st.everywhere()
	for _, thing := range ownThings {
		if at := strings.Index(shown, thing); at >= 0 {
			t.Errorf("%q is on a page: %s", thing, shown[max(0, at-200):at+len(thing)])
		}
	}
	st.noTrouble()

	st.TapNode(st.ByID("button", "foot.guests"))
	st.WantNot("End guest view")
	st.w.goTo("members", int64(6))
	st.Settle()
	st.Want("Last seen", "whatwasasked", "Set by you on")
	if st.lastAct() != last {
		t.Error("guest view wrote something")
	}
}

// lastAct is the newest deed of the file.
func (st *stage) lastAct() int64 {
	st.t.Helper()
	acts, err := st.w.shell.store.Acts(context.Background(), 1)
	if err != nil || len(acts) == 0 {
		st.t.Fatal(err)
	}
	return acts[0].ID
}

// Given guest view, when a person is changed whose private note is not there, then the note stays.
func TestGuestViewLosesNothing(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	plant(t, st.w.shell.store, st.Clock.Today())
	st.Fire("view.guests")
	st.w.goTo("members", int64(6))
	st.Settle()
	st.Type("Unit", "Elsewhere")
	st.Leave()
	st.w.goTo("charter", charter.Parts[0])
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if m, _ := s.MemberByID(6); m.Unit != "Elsewhere" || m.Note != "privatenote" {
		t.Errorf("the person is %+v", m)
	}
	if len(s.FollowUps) == 0 || len(s.Declared) == 0 {
		t.Error("what was planted is gone")
	}
}

// Given guest view, then no list is made a document: the way there says so, and Ctrl+P leads to none.
func TestGuestViewPutsNoListOnPaper(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("view.guests")
	for _, page := range []string{"members", "events"} {
		st.Fire("view." + page)
		st.TapNode(st.ByID("button", page+".print"))
		if st.w.shell.at.spec.name != page || st.notice() != "In guest view no list is put on paper." {
			t.Errorf("of %s one is at %s, the notice says %q", page, st.w.shell.at.spec.name, st.notice())
		}
	}
	st.Fire("file.print")
	st.Settle()
	st.WantNot("As the window shows it")
}

// Guest view goes on when another file is opened.
func TestGuestViewStaysForAnotherFile(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("view.guests")
	st.w.open(st.community("Ours"), store.Options{})
	st.Settle()
	st.Want("Ours", "End guest view")
	if !st.w.shell.store.ForGuests() {
		t.Error("the other file is shown as to the leader")
	}
}

// Pictures of guest view, to be looked at.
func TestGuestViewPictures(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]struct {
		variant look.Variant
		scale   int
		empty   bool
	}{"light": {look.Light, ordinaryScale, false}, "dark": {look.Dark, ordinaryScale, false}, "200": {look.Light, len(scales) - 1, false}, "empty": {look.Light, ordinaryScale, true}} {
		st := setStage(t, uitest.Options{})
		if o.empty {
			st.start(Start{File: st.community("Ours")})
		} else {
			st.start(Start{Demo: true})
		}
		st.w.setLook(o.variant, o.scale)
		st.Fire("view.guests")
		for _, page := range []string{"overview", "members", "events", "history", "share"} {
			st.w.goTo(page, nil)
			st.Keep("guests-" + page + "-" + name)
		}
	}
}
