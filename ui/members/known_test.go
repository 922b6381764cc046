package members

import (
	"context"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given somebody whom lists call otherwise, then their page says how, and a name that means somebody else is taken away there, and comes back by one undo.
func TestWhatListsCallSomebody(t *testing.T) {
	st := datatest.Demo(t)
	if _, err := st.TakeIn(context.Background(), data.Intake{Names: []data.KnownName{{Name: "zoe phone", MemberID: 1}, {Name: "zoe@home.example", MemberID: 1}}}); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{})
	b.screen.selectPerson(2)
	b.Settle()
	b.WantNot("Lists call them")
	b.screen.selectPerson(1)
	b.Settle()
	b.Want("Lists call them", "“zoe phone”", "“zoe@home.example”")
	b.Keep("members-known")
	b.Tap("That is not them")
	if left := b.Read().KnownNames; len(left) != 1 || left[0].Name != "zoe@home.example" {
		t.Errorf("left are %v", left)
	}
	b.Undo()
	b.screen.Load()
	b.Settle()
	b.Want("“zoe phone”")
}
