package members

import (
	"fmt"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// twinOf adds a second record of somebody of the demo.
func twinOf(t testing.TB, st *store.Store, m data.Member) int64 {
	t.Helper()
	m.Kind, m.JoinedOn = data.KindMember, today.AddDays(-20)
	if err := store.Rows(st, store.Members).Save(t.Context(), &m); err != nil {
		t.Fatal(err)
	}
	return m.ID
}

// Given somebody there, when a name or an address of theirs is typed into the form for another, then the form says so and leads to
// them; without it nothing is said, and one may still be added.
func TestAddingSomebodyWhoIsThereAlready(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	before := len(b.Read().Members)
	b.Tap("Add member")
	b.WantNot("Show the record")
	for _, c := range []struct{ field, typed, want string }{
		{"Name", "lukasz wisniewski", "Łukasz Wiśniewski (Payments) is there already."},
		{"Name", "Lukas Wisniewski", "Almost the name of Łukasz Wiśniewski (Payments)."},
		{"E-mail (may stay empty)", "M02@meridian.example", "The address is that of Łukasz Wiśniewski (Payments)."},
	} {
		b.Type("Name", "")
		b.Type("E-mail (may stay empty)", "")
		b.WantNot("Show the record")
		b.Type(c.field, c.typed)
		b.Want(c.want)
	}
	b.Keep("members-add-twin")
	b.Tap("Show the record")
	if got := b.screen.pane.detail.Member.ID; got != 2 || b.Win.Canvas().Overlays().Top() != nil {
		t.Errorf("shown is %d, the form is open: %v", got, b.Win.Canvas().Overlays().Top() != nil)
	}
	b.Tap("Add member")
	b.Type("Name", "Łukasz Wiśniewski")
	b.Type("Unit", "Elsewhere")
	b.Tap("Show the record")
	b.Want("Drop what you filled in?")
	b.Tap("Go on writing")
	b.TapNode(b.ByID("button", "save"))
	if now := len(b.Read().Members); now != before+1 {
		t.Errorf("%d people are there, want %d", now, before+1)
	}
	b.Want("May be the same person as Łukasz Wiśniewski (Payments).")
}

// Given two records of one person, when they are joined from the hint, the other one staying, then what hangs on both hangs on one, and
// one Undo gives both back.
func TestJoiningTwoRecords(t *testing.T) {
	st := datatest.Demo(t)
	id := twinOf(t, st, data.Member{Name: "Lukasz Wisniewski", Email: "lw@example.org", Pronouns: "he/him", Unit: "Data", Knows: data.Lines{"Kafka"}})
	if err := st.SetPresent(t.Context(), 8, []int64{id}, true); err != nil {
		t.Fatal(err)
	}
	came := func(id int64) int { return timesPresent(datatest.Read(t, st), id) }
	b := open(t, st, uitest.Options{Width: 1280, Height: 900})
	before := came(2)
	b.screen.Arrive(id)
	b.Settle()
	b.Want("May be the same person as Łukasz Wiśniewski (Payments).")
	b.Keep("members-twin")
	b.Tap("Look at both")
	b.Want("Join Lukasz Wisniewski with another record", "Łukasz Wiśniewski · Payments", "Stays", "Goes", "Afterwards", "came to 8 events")
	b.Tap("Let the other one stay")
	b.Want("came to 1 event", "he/him", "The same on both: ")
	b.Keep("members-join")
	b.Tap("Join them")
	after := b.member(2)
	if after.Name != "Łukasz Wiśniewski" || after.Email != "m02@meridian.example" || after.Pronouns != "he/him" || after.Unit != "Payments" {
		t.Errorf("it stays as %+v", after)
	}
	if _, there := b.Read().MemberByID(id); there {
		t.Error("the other record is still there")
	}
	if now := came(2); now < before || came(id) != 0 || b.screen.state.Selected() != 2 {
		t.Errorf("came to %d events, %d before; shown is %d", now, before, b.screen.state.Selected())
	}
	if got := b.LastNotice(); got != "The two records of Łukasz Wiśniewski are one now." {
		t.Errorf("told %q", got)
	}
	b.WantNot("May be the same person")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if m := b.member(id); m.Name != "Lukasz Wisniewski" || came(id) != 1 {
		t.Errorf("after Undo it is %+v at %d events", m, came(id))
	}
}

// timesPresent is at how many events somebody was.
func timesPresent(s *data.Snapshot, id int64) (n int) {
	for _, a := range s.Attendance {
		if a.MemberID == id && a.Present {
			n++
		}
	}
	return n
}

// Given the deed on somebody without a twin, when nobody is chosen, then it says so; when somebody is, then both stand there, and Keep
// both changes nothing.
func TestJoiningAsksWhom(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 900})
	b.screen.Arrive(int64(7))
	b.Settle()
	if !b.Fire("members.join") {
		t.Fatal("the deed can't be done")
	}
	b.Want("Join ليلى حدّاد with another record", "Those who may be the same person stand first.")
	b.Tap("Join them")
	if got := b.ErrorAt("The other record"); got != "Please choose who it is." {
		t.Errorf("below it stands %q", got)
	}
	acts, _ := b.Store.Acts(t.Context(), 1)
	b.screen.openJoin(7, 8)
	b.Settle()
	b.Want("Žofie Dvořáková", "Moves to the record that stays: ")
	b.Keep("members-join-arabic")
	b.Tap("Keep both")
	if now, _ := b.Store.Acts(t.Context(), 1); now[0].ID != acts[0].ID {
		t.Error("something was changed")
	}
}

// Given two people of nearly one name, when it is said that they are two, then neither is asked about the other again, until that is undone, but about a
// third; in a file that is only read the hint stands without its deeds.
func TestTwoPeopleAreToldApart(t *testing.T) {
	st := datatest.Demo(t)
	id := twinOf(t, st, data.Member{Name: "Jose Ibanez Peña"})
	b := open(t, st, uitest.Options{})
	b.screen.Arrive(id)
	b.Settle()
	b.Tap("They are two people")
	b.WantNot("May be the same person")
	b.screen.Arrive(int64(15))
	b.Settle()
	b.WantNot("May be the same person")
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("May be the same person as Jose Ibanez Peña.")
	r := open(t, st, uitest.Options{ReadOnly: true})
	r.screen.Arrive(id)
	r.Settle()
	r.Want("May be the same person as José Ibáñez Peña")
	r.WantNot("Look at both", "They are two people")

	b.screen.Arrive(id)
	b.Settle()
	b.Tap("They are two people")
	b.screen.Arrive(twinOf(t, st, data.Member{Name: "José Ibáñez-Peña"})) // nobody told this one from either
	b.Settle()
	b.Want("May be the same person as")
}

// Given the buttons that lead to what comes in, then they lead there with people in view, also from a roster of the leader alone.
func TestWaysToBringPeopleIn(t *testing.T) {
	leads := func(b *bench, words string) {
		t.Helper()
		b.Tap(words)
		v := b.Visits[len(b.Visits)-1]
		if bring, is := v.Args.(kit.Bring); v.Page != "intake" || !is || bring.Likely != exchange.People {
			t.Errorf("%s leads to %+v", words, v)
		}
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.WantNot("Paste a list or drop a file")
	leads(b, "Bring in…")
	alone := open(t, datatest.Founded(t), uitest.Options{})
	alone.Want("a name is enough")
	alone.Keep("members-first")
	leads(alone, "Paste a list or drop a file")
	open(t, datatest.Demo(t), uitest.Options{ReadOnly: true}).WantNot("Bring in…")
}

// Given 10,000 people, when whom a name may mean is looked for at each key, then no key waits.
func BenchmarkTwinOf(b *testing.B) {
	s := &data.Snapshot{}
	for i := range 10_000 {
		s.Members = append(s.Members, data.Member{ID: int64(i + 1), Name: fmt.Sprintf("Anna%d Müller", i), Kind: data.KindMember, JoinedOn: today})
	}
	state := stateOf(b, s)
	b.ResetTimer()
	for range b.N {
		state.TwinOf("Anna77 Muller", "anna@example.org")
	}
}

// Joining in large text and in the dark, with long names.
func TestTwinPictures(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("set COPLEADER_PICTURES to a folder")
	}
	st := datatest.Demo(t)
	long := "Maximiliane-Philippa von Donaudampfschifffahrtsgesellschaft-Hohenlohe-Langenburg zu Waldeck"
	one := twinOf(t, st, data.Member{Name: long, Unit: "Research and Development of Everything", Email: "m@example.org", Note: "From the meeting in March."})
	other := twinOf(t, st, data.Member{Name: long, Unit: "R&D", Knows: data.Lines{"steam", "ships"}, Note: "Called twice."})
	for _, scale := range []float32{1, 2} {
		b := open(t, st, uitest.Options{Width: 960, Height: 640})
		b.SetTheme(look.Dark, scale)
		b.screen.Arrive(one)
		b.Settle()
		b.Keep(fmt.Sprintf("members-twin-dark-%v", scale))
		b.screen.openJoin(one, other)
		b.Settle()
		b.Keep(fmt.Sprintf("members-join-dark-%v", scale))
	}
}
