package intake

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
)

// Given a list that says a name nearly that of one of ours, when the leader says that it is them and ours stays, and brings it in, then
// nothing of ours changes and the same list asks nothing any more.
func TestOursStaysAndTheNameIsKnown(t *testing.T) {
	st := datatest.Demo(t)
	b, s := open(t, st)
	who := b.Read().Members[1] // Łukasz Wiśniewski
	list := "Name;E-mail\nŁ. Wiśniewski;old@elsewhere.example\n"
	b.Paste("Paste here", list)
	b.Tap("Read this")
	b.Want("Please look 1")
	s.choose1(0)
	b.Choose("What to do", s.state.choice(0, s.state.plan.Choices(0)[1]))
	b.Want("ours stays; the name is remembered")
	b.Keep("intake-keep")
	b.Tap("Bring 1 row in")
	after := b.Read()
	if m, _ := after.MemberByID(who.ID); m.Name != who.Name || m.Email != who.Email || len(after.KnownNames) != 2 || after.KnownNames[0] != (data.KnownName{ID: 1, Name: data.NameKey("Ł. Wiśniewski"), MemberID: who.ID}) {
		t.Errorf("%+v is known as %v", m, after.KnownNames)
	}
	b.Paste("Paste here", list)
	b.Tap("Read this")
	b.Want("Nothing new 1")
}
