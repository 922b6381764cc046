package ui

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

func TestUndoNamesTheDeed(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	st.Want("After")
	if st.Win.Title() != "After — CoP Leader" {
		t.Errorf("the title is %q", st.Win.Title())
	}
	st.menuItem("Edit", "Undo: change the charter").Action()
	st.Settle()
	st.Want("Before", "Undone: change the charter.")
	st.menuItem("Edit", "Redo: change the charter")
	st.Tap("Redo")
	st.Want("After", "Done again: change the charter.")
	if st.Win.Title() != "After — CoP Leader" {
		t.Errorf("the title is %q", st.Win.Title())
	}
}

func TestNothingToUndoSaysSo(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for range 3 {
		st.Fire("edit.undo")
	}
	if n := st.notice(); !strings.Contains(n, "nothing to undo") {
		t.Errorf("notice %q", n)
	}
}

// A field takes back its own typing first; only then the deed before is undone.
func TestUndoInAFieldComesFirst(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	field := kit.NewEntry("")
	st.w.frame.set(nil, field)
	st.Win.Canvas().Focus(field)
	st.Keys("typed")
	st.Fire("edit.undo")
	if field.Text != "" {
		t.Errorf("the field still says %q", field.Text)
	}
	if communityName(t, st) != "After" {
		t.Error("the deed was undone with the typing")
	}
	st.Fire("edit.undo")
	if communityName(t, st) != "Before" {
		t.Error("the deed was not undone once the field had nothing left")
	}
}

// Behind a dialog nothing is undone.
func TestNoUndoBehindADialog(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	st.Fire("help.about")
	st.Want("About CoP Leader", "0.0")
	st.Fire("edit.undo")
	if communityName(t, st) != "After" {
		t.Error("undone behind a dialog")
	}
	st.Tap("Close")
	st.WantNot("About CoP Leader")
}

// askAbout types into a field of the first member without leaving it.
func (st *stage) askAbout(text string) {
	st.t.Helper()
	st.Fire("view.members")
	st.Type("Ask about", text)
	if e := entryOf(st.Win.Canvas().Focused()); e == nil || e.Text != text {
		st.t.Fatalf("%q is not in the field with the focus", text)
	}
}

func (st *stage) asksAbout(path string) string {
	st.t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
	if err != nil {
		st.t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	snapshot, err := s.Snapshot(context.Background())
	if err != nil {
		st.t.Fatal(err)
	}
	return snapshot.Members[0].Knows.String()
}

// What was typed is kept when the page is left, and when the window is closed with the cursor still in the field.
func TestTypedTextIsKept(t *testing.T) {
	for name, leave := range map[string]func(*stage){
		"page":   func(st *stage) { st.Fire("view.overview") },
		"window": func(st *stage) { st.w.Close() },
		"file":   func(st *stage) { st.w.openDemo() },
		"system": func(st *stage) { st.w.End(true) },
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			path := st.community("Ours")
			st.start(Start{File: path})
			st.askAbout("compilers")
			if got := st.asksAbout(path); got != "" {
				t.Fatalf("%q is kept before it was left", got)
			}
			leave(st)
			if got := st.asksAbout(path); !strings.Contains(got, "compilers") {
				t.Errorf("%q is kept", got)
			}
		})
	}
}

// What is added, undone and redone is named each time, also while it is gone.
func TestUndoneMemberKeepsItsName(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	m := data.Member{Name: "Łukasz", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	st.menuItem("Edit", "Undo: add Łukasz").Action()
	st.Settle()
	st.Want("Undone: add Łukasz.")
	if st.menuItem("Edit", "Redo: add Łukasz").Disabled {
		t.Error("there is something to redo, and it is grey")
	}
	st.menuItem("Edit", "Redo: add Łukasz").Action()
	st.Settle()
	st.Want("Done again: add Łukasz.")
	if !st.menuItem("Edit", "Redo").Disabled {
		t.Error("there is nothing to redo, and it is not grey")
	}
}

// A notice that offers to take back a deed goes with the next deed, since its button would take back that one.
func TestAnOfferToUndoGoesWithTheNextDeed(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	st.Fire("edit.undo")
	st.Fire("edit.redo")
	st.Want("Done again: change the charter.")
	if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &data.Member{Name: "Zoë", Kind: data.KindMember, JoinedOn: st.Clock.Today()}); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	if n := st.notice(); n != "" {
		t.Errorf("after the next deed the notice still says %q", n)
	}
}
