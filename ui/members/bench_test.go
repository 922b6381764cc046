package members

import (
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	b.screen = New(b.Deps(), st, "")
	b.Put(b.screen)
	return b
}

// member reads somebody from the file.
func (b *bench) member(id int64) data.Member {
	b.T.Helper()
	m, ok := b.Read().MemberByID(id)
	if !ok {
		b.T.Fatalf("member %d is not in the file", id)
	}
	return m
}

// fieldText is what stands in a field of the person shown.
func (b *bench) fieldText(name string) string {
	b.T.Helper()
	f, ok := b.screen.pane.fields.Input(name).(*kit.TextField)
	if !ok {
		b.T.Fatalf("no field %q", name)
	}
	return f.Text
}

// pick selects somebody in the list.
func (b *bench) pick(name string) {
	b.T.Helper()
	b.Tap(name)
	if got := b.screen.pane.detail.Member.Name; got != name {
		b.T.Fatalf("the pane shows %q, want %q", got, name)
	}
}

// tapMore opens the menu of what can be done with the person: it stands below the one of the chips.
func (b *bench) tapMore() {
	b.T.Helper()
	all := b.FindAll("More")
	b.TapNode(all[len(all)-1])
}
