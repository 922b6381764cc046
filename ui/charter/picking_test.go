package charter

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given sponsors, when all are chosen, then a letter to them is begun, and removing them is one deed that one undo takes back; Escape ends
// the choosing.
func TestSeveralSponsors(t *testing.T) {
	st := datatest.Demo(t)
	third := data.Sponsor{Name: "Ana Prado", Email: "ana@meridian.example"}
	if err := store.Rows(st, store.Sponsors).Save(t.Context(), &third); err != nil {
		t.Fatal(err)
	}
	b := openSponsors(t, st, uitest.Options{})
	before := b.Read()
	b.TapNode(b.ByID("button", "several.sponsors"))
	b.TapNode(b.ByID("check", "pick.1"))
	b.Key(fyne.KeySpace)
	b.WantNot("1 chosen")
	b.Key(fyne.KeySpace)
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeySpace)
	b.Want("2 chosen")
	b.Keep("sponsors-chosen")
	b.TapNode(b.ByID("button", "chosen.mail.sponsors"))
	if m, is := b.Visits[len(b.Visits)-1].Args.(kit.Message); !is || len(m.Sponsors) != 2 || m.Sponsors[0] != 1 || m.Sponsors[1] != 2 {
		t.Errorf("the letter is %+v", b.Visits[len(b.Visits)-1])
	}
	b.Want("2 chosen")
	b.TapNode(b.ByID("button", "chosen.remove.sponsors"))
	if now := b.Read(); len(now.Sponsors) != 1 || now.Sponsors[0].Name != "Ana Prado" {
		t.Errorf("the file has %+v", now.Sponsors)
	}
	b.WantNot("2 chosen", "Choose several")
	if got := b.LastNotice(); got != "2 entries were removed." {
		t.Errorf("the notice says %q", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if now := b.Read(); len(now.Sponsors) != 3 || len(now.Contacts) != len(before.Contacts) {
		t.Errorf("after undo there are %d sponsors, %d contacts of %d", len(now.Sponsors), len(now.Contacts), len(before.Contacts))
	}
	b.screen.ChooseAll()
	b.Settle()
	b.Want("3 chosen")
	if !b.screen.StepOut() || b.screen.StepOut() {
		t.Error("it does not end at once, or twice")
	}
	b.WantNot("3 chosen")
	b.Want("Choose several")
}

// Given measures, when two are chosen with Ctrl and Shift held, then Delete takes both away by one deed.
func TestSeveralMeasures(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartMeasures)
	before := b.Read().Measures
	rows := b.screen.tables[TableMeasures].picks
	tap := func(i int, held fyne.KeyModifier) {
		defer kit.HoldKeys(held)()
		b.Tap(before[i].Wording)
		b.Settle()
	}
	tap(0, 0)
	if rows.Begun() {
		t.Error("a tap alone begins to choose")
	}
	tap(0, fyne.KeyModifierControl)
	tap(2, fyne.KeyModifierShift)
	if got := rows.Marked(); len(got) != 3 {
		t.Errorf("chosen are %v", got)
	}
	tap(0, 0)
	rows.FocusFirst()
	b.Key(fyne.KeyDelete)
	if now := b.Read().Measures; len(now) != len(before)-2 || now[0].ID != before[0].ID {
		t.Errorf("left are %+v", now)
	}
	b.Undo()
	if now := b.Read(); len(now.Measures) != len(before) {
		t.Errorf("after undo there are %d measures", len(now.Measures))
	}
}

// Given things asked of sponsors, when all are chosen, then they are done by one deed; a file that is only read offers no choosing.
func TestSeveralFollowUps(t *testing.T) {
	st := datatest.Demo(t)
	for _, what := range []string{"Two hours", "A room"} {
		f := data.FollowUp{SponsorID: 1, What: what, State: data.Asked, On: datatest.Today}
		if err := store.Rows(st, store.FollowUps).Save(t.Context(), &f); err != nil {
			t.Fatal(err)
		}
	}
	b := openSponsors(t, st, uitest.Options{})
	open := func() (n int) {
		for _, f := range b.Read().FollowUps {
			if f.SponsorID == 1 && f.State == data.Asked {
				n++
			}
		}
		return n
	}
	b.TapNode(b.ByID("button", "several.followUps"))
	b.screen.ChooseAll()
	b.Settle()
	b.TapNode(b.ByID("button", "chosen.done.followUps"))
	if open() != 0 || b.LastNotice() != "2 follow-ups are done." {
		t.Errorf("%d are open, the notice says %q", open(), b.LastNotice())
	}
	b.Undo()
	if open() != 2 {
		t.Errorf("after undo %d are open", open())
	}
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	w.ShowPage(NewSponsors(w.Deps(), st, Around{Show: func(func()) {}, Wanted: func() bool { return true }}))
	w.Want("Amélie Fournier")
	w.WantNot("Choose several")
}

// Given all sponsors chosen and removed by key, then no key chooses who is gone: the focus is at the way to add one.
func TestARemovedSponsorIsNotChosen(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.Tap(b.Read().Sponsors[0].Name)
	b.screen.ChooseAll()
	b.Settle()
	b.Key(fyne.KeyDelete)
	if n := len(b.Read().Sponsors); n != 0 {
		t.Fatalf("%d sponsors are left", n)
	}
	if at := b.Win.Canvas().Focused(); at != fyne.Focusable(b.ByID("button", "add.sponsors").Object.(*kit.LinkBtn)) {
		t.Errorf("the focus is at %T", at)
	}
	b.WantNot("1 chosen")
	b.Want("Who gives the community time, means or a word in the right place?")
	b.Key(fyne.KeySpace)
	b.Want("Kind of sponsor")
	b.Key(fyne.KeyEscape)
	b.screen.ChooseAll()
	b.Settle()
	b.WantNot("1 chosen", "Done choosing")
}
