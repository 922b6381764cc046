package history

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

func open(t *testing.T, st *store.Store, o uitest.Options) (*uitest.Bench, *Screen) {
	t.Helper()
	b := uitest.NewBench(t, st, o)
	s := New(b.Deps(), st)
	b.Put(s)
	return b, s
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Given several changes of one person, then each line says which field it was, undone ones too; one of two fields says none.
func TestHistoryNamesTheField(t *testing.T) {
	st := datatest.Demo(t)
	change := func(f func(m *data.Member)) {
		do(t, store.Rows(st, store.Members).Change(t.Context(), 2, store.Visit{}, f))
	}
	change(func(m *data.Member) { m.Email = "one@example.org" })
	change(func(m *data.Member) { m.Organisation = "Elsewhere" })
	change(func(m *data.Member) { m.Unit, m.Site = "Here", "There" })
	change(func(m *data.Member) { m.Called = "Łuki" })
	_, err := st.Undo(t.Context())
	do(t, err)
	b, _ := open(t, st, uitest.Options{})
	b.Want("change Łukasz Wiśniewski: E-mail", "change Łukasz Wiśniewski: Organisation", "Undone: change Łukasz Wiśniewski: ")
	lines := 0
	for _, n := range b.FindAll("change Łukasz Wiśniewski") {
		if n.Text == "change Łukasz Wiśniewski" {
			lines++
		}
	}
	if lines != 1 {
		t.Errorf("%d lines without a field, not the one of two fields", lines)
	}
}

// Given deeds in the file, then each is listed, told before and after, found by words and by whom it is about, and taken back from some
// deed on after it was said what that takes back; what was removed comes back.
func TestHistory(t *testing.T) {
	st := datatest.Demo(t)
	members := store.Rows(st, store.Members)
	do(t, members.Change(t.Context(), 2, store.Visit{}, func(m *data.Member) { m.Organisation = "Πυξίδα AG" }))
	m := data.Member{Name: "Zaphod Beeblebrox", Kind: data.KindMember, JoinedOn: datatest.Today}
	do(t, members.Save(t.Context(), &m))
	_, err := members.Remove(t.Context(), m.ID)
	do(t, err)
	do(t, st.SetSetting(t.Context(), "level.fewEvents", store.Visit{}, "5"))
	b, s := open(t, st, uitest.Options{})
	b.Want("add Zaphod Beeblebrox", "remove Zaphod Beeblebrox", "change a setting", "21 Nov 2026")

	b.Type("Find…", "πυξιδα ag")
	b.WantNot("remove Zaphod Beeblebrox")
	b.TapNode(b.FindAll("change Łukasz Wiśniewski")[0])
	b.Want("Organisation: ", "Πυξίδα AG")
	b.Type("Find…", "xyzzy")
	b.Want("Nothing that was done fits.")
	s.search.Reset("")
	s.about.Choose("member:2")
	b.WantNot("remove Zaphod Beeblebrox")
	s.about.Choose("")
	b.Tap("Documents and settings")
	b.Want("change a setting")
	b.WantNot("remove Zaphod Beeblebrox")
	b.Tap("change a setting")
	b.Want("Rule: “Levels are shown from 5 events on”, before “Levels are shown from 3 events on”")
	b.WantNot("level.fewEvents")

	b.Tap("Removed")
	b.WantNot("change a setting")
	b.Tap("remove Zaphod Beeblebrox")
	b.Want("Removed: Zaphod Beeblebrox")
	b.TapNode(b.ByID("button", "history.bringBack"))
	if got, there := b.Read().MemberByID(m.ID); !there || got.Name != m.Name {
		t.Errorf("not there again: %+v", got)
	}
	b.Tap("All")
	b.Tap("remove Zaphod Beeblebrox")
	b.TapNode(b.ByID("button", "history.undoFrom"))
	b.Want("This takes 2 deeds back, the newest first:", "bring back Zaphod Beeblebrox")
	b.Tap("Keep")
	b.TapNode(b.ByID("button", "history.undoFrom"))
	b.Tap("Undo")
	if _, can := st.NextRedo(t.Context()); !can || b.LastNotice() != "2 deeds are taken back." {
		t.Errorf("notice %q", b.LastNotice())
	}
	if _, there := b.Read().MemberByID(m.ID); !there {
		t.Error("the removal is not taken back")
	}
}

// Given three people removed one by one, and one of them back already, when all that is away still is chosen and brought back, then the others
// are there again by one deed, which one undo takes back.
func TestSeveralAreBroughtBackTogether(t *testing.T) {
	st := datatest.Demo(t)
	for _, id := range []int64{5, 6, 7} {
		_, err := store.Rows(st, store.Members).Remove(t.Context(), id)
		do(t, err)
	}
	b, s := open(t, st, uitest.Options{})
	b.Tap("Removed")
	b.Tap("remove ليلى حدّاد")
	b.TapNode(b.ByID("button", "history.bringBack"))
	b.Tap("Removed")
	s.ChooseAll()
	b.Settle()
	b.Want("2 chosen", "2 deeds are chosen. What they removed can be brought back together, below the list.")
	b.TapNode(b.ByID("button", "chosen.history.bringBack"))
	there := func() (n int) {
		for _, id := range []int64{5, 6, 7} {
			if _, is := b.Read().MemberByID(id); is {
				n++
			}
		}
		return n
	}
	if there() != 3 || b.LastNotice() != "What 2 deeds removed is there again." {
		t.Errorf("%d of 3 are there, the notice says %q", there(), b.LastNotice())
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if there() != 1 {
		t.Errorf("after undo %d of 3 are there", there())
	}
	s.StepOut()
	b.Tap("remove Олена Шевченко")
	b.Fire("history.bringBack")
	if there() != 2 {
		t.Errorf("one brought back, %d are there", there())
	}
}

// Given two deeds chosen, when they are printed, then just they are, in words, under their day; without a choice, all that is listed is.
func TestWhatWasDoneIsPrinted(t *testing.T) {
	st := datatest.Demo(t)
	for n := range 80 { // more than are worded at first
		do(t, store.Rows(st, store.Members).Change(t.Context(), 2, store.Visit{}, func(m *data.Member) { m.Site = strings.Repeat("x", n+1) }))
	}
	b, s := open(t, st, uitest.Options{})
	printed := func() []reports.ListRow {
		t.Helper()
		b.Fire("history.print")
		b.Settle()
		shown, is := b.Visits[len(b.Visits)-1].Args.(kit.Listed)
		if !is || shown.List == nil {
			t.Fatalf("went to %+v", b.Visits)
		}
		return shown.List.Rows
	}
	if rows := printed(); len(rows) < 80 || rows[79].Cells[1] != "change Łukasz Wiśniewski: Site" {
		t.Errorf("%d rows are printed, the eightieth is %+v", len(rows), rows[79])
	}
	s.list.Mark(s.marks[0].ID, s.marks[70].ID)
	b.Settle()
	b.Want("2 chosen")
	if rows := printed(); len(rows) != 2 || rows[1].Cells[1] != "change Łukasz Wiśniewski: Site" || rows[0].Section != "21 Nov 2026" {
		t.Errorf("printed are %+v", rows)
	}
	if !s.StepOut() || s.StepOut() {
		t.Error("Escape does not leave what was chosen")
	}
}

// Given a person who was removed, when History is asked to erase them for good, then it says first what that changes, asks for a tick, and
// afterwards neither the file nor History knows the name, though nobody brought it back; for somebody who is there nothing is offered.
func TestRemovedPersonIsErased(t *testing.T) {
	st := datatest.Demo(t)
	members := store.Rows(st, store.Members)
	do(t, members.Change(t.Context(), 2, store.Visit{}, func(m *data.Member) { m.Organisation = "Elsewhere" }))
	m := data.Member{Name: "Zaphod Beeblebrox", Kind: data.KindMember, JoinedOn: datatest.Today}
	do(t, members.Save(t.Context(), &m))
	do(t, store.Rows(st, store.Items).Save(t.Context(), &data.Item{Title: "Ask Zaphod Beeblebrox", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today}))
	_, err := members.Remove(t.Context(), m.ID)
	do(t, err)
	b := uitest.NewBench(t, st, uitest.Options{})
	deps, asked, forgot := b.Deps(), 0, map[int64]bool{}
	deps.Beyond = kit.Beyond{Copies: func() []string { asked++; return nil }, Erased: func(id int64, names func(string) bool) { forgot[id] = names("Zaphod Beeblebrox said") }}
	b.Put(New(deps, st))
	b.TapNode(b.FindAll("change Łukasz Wiśniewski")[0])
	b.WantNot("Forget for good…")
	b.Tap("Removed")
	b.Tap("remove Zaphod Beeblebrox")
	b.Tap("Forget for good…")
	b.Want("Forget Zaphod Beeblebrox", "what the history and the copies know of them goes", "the item “Ask Zaphod Beeblebrox”", "In 1 text the name is replaced by “a former member”.")
	b.Tap("Forget for good")
	b.Want("Please tick this first; there is no way back.")
	b.TapNode(b.ByID("check", "erase.sure"))
	b.Tap("Forget for good")
	b.Settle()
	if got := b.LastNotice(); got != "The person was forgotten. The figures are as they were." || asked != 1 || !forgot[m.ID] {
		t.Errorf("the notice says %q; copies were asked for %d times, told of %v", got, asked, forgot)
	}
	b.Tap("All")
	b.Want("remove a former member", "forget a person")
	b.WantNot("Zaphod")
	b.Tap("remove a former member")
	b.Want("This was about somebody who was forgotten for good, so it can't be brought back.")
	b.WantNot("Bring back")
	b.Want("add “Ask a former member”")
}

// Given a ballot, which changes a row for each card that shows nothing of what it holds, then it is told in a line and not in one for each;
// rows without a name of their own say of what kind they are.
func TestRowsThatLookAlikeAreToldTogether(t *testing.T) {
	st := datatest.Demo(t)
	r := data.Round{Code: "CT-X", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	var cards []string
	var marks []data.Mark
	for _, c := range data.Deck {
		cards, marks = append(cards, c.Card), append(marks, data.Mark{Card: c.Card, Value: 4})
	}
	do(t, st.StartRound(t.Context(), &r, cards))
	_, err := st.AddBallot(t.Context(), r.ID, marks)
	do(t, err)
	b, _ := open(t, st, uitest.Options{})
	b.Tap("count 1 ballot")
	b.Want("Added: Ballots counted, Round 3", "14 entries")
	if n := len(b.FindAll("Round 3")); n > 3 {
		t.Errorf("“Round 3” stands %d times", n)
	}
}

// A file that is only read offers nothing to do.
func TestReadOnly(t *testing.T) {
	st := datatest.Demo(t)
	_, err := store.Rows(st, store.Events).Remove(t.Context(), 1)
	do(t, err)
	b, s := open(t, st, uitest.Options{ReadOnly: true})
	s.choose(s.marks[0])
	b.WantNot("Bring back", "Undo from here…")
}

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "huge": {Width: 960, Height: 640, Scale: 2}} {
		st := datatest.Demo(t)
		do(t, store.Rows(st, store.Members).Change(t.Context(), 2, store.Visit{}, func(m *data.Member) { m.Organisation = "Πυξίδα AG" }))
		_, err := store.Rows(st, store.Events).Remove(t.Context(), 1)
		do(t, err)
		b, s := open(t, st, o)
		s.list.Select(s.marks[0].ID)
		s.choose(s.marks[0])
		b.Keep("history-" + name)
	}
}
