package backlog

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
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
	b.screen = New(b.Deps(), st)
	b.Put(b.screen)
	return b
}

// item reads an item from the file by its title.
func (b *bench) item(title string) data.Item {
	b.T.Helper()
	for _, i := range b.Read().Items {
		if i.Title == title {
			return i
		}
	}
	b.T.Fatalf("there is no item %q in the file", title)
	return data.Item{}
}

// column reads the titles of a column from the file, in their order.
func (b *bench) column(c data.Column) []string {
	b.T.Helper()
	items := slices.Clone(b.Read().Items)
	slices.SortFunc(items, func(x, y data.Item) int { return x.Rank - y.Rank })
	var titles []string
	for _, i := range items {
		if i.Column == c {
			titles = append(titles, i.Title)
		}
	}
	return titles
}

// shown are the titles a column shows.
func (b *bench) shown(c data.Column) []string {
	var titles []string
	for _, i := range b.screen.state.column(c).Items {
		titles = append(titles, i.Title)
	}
	return titles
}

func (b *bench) wantColumn(c data.Column, titles ...string) {
	b.T.Helper()
	if got := b.column(c); !slices.Equal(got, titles) {
		b.T.Errorf("the file has in %s %q, want %q", c, got, titles)
	}
}

// focus puts the focus on an item.
func (b *bench) focus(title string) {
	b.T.Helper()
	b.screen.board.FocusItem(b.item(title).ID)
	if got := b.FocusText(); got != title {
		b.T.Fatalf("the focus is on %q, want %q", got, title)
	}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// Given the demo, then the board shows what data/README.md, Demo says: columns with counts, the limit passed, owners, days,
// kinds.
func TestDemoBoard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Idea", "Ready", "Planned", "Doing", "Done", "4 of 3", "Parked 1", "Library 3", "Stories 2",
		"Ελένη Παπαδοπούλου · from the card “Pace and rhythm”", "waits 21 days", "Zoë Marchand-Núñez · 28 days here",
		"63 days here", "good first step", "Who knows?", "Standard", "Ask", "Help")
	for c, n := range map[data.Column]int{data.ColumnIdea: 5, data.ColumnReady: 3, data.ColumnPlanned: 2, data.ColumnDoing: 4, data.ColumnDone: 2} {
		if got := len(b.shown(c)); got != n {
			t.Errorf("%s shows %d items, want %d", c, got, n)
		}
	}
	if got := b.shown(data.ColumnDoing)[0]; got != "Two protected hours a month" {
		t.Errorf("on top of Doing stands %q", got)
	}
	b.WantNot("No budget this year", "Welcome note for newcomers")
}

// Given an item, when it is dragged onto another column, then the file has it there with the day, the board shows it, and undo
// takes it back.
func TestDrag(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.DragOnto("Monthly digest", "Second lightning round")
	if got := b.item("Monthly digest").Column; got != data.ColumnPlanned {
		t.Fatalf("the file has it in %s", got)
	}
	if !slices.Contains(b.shown(data.ColumnPlanned), "Monthly digest") {
		t.Error("the board does not show it in Planned")
	}
	moves := b.Read().Moves
	if last := moves[len(moves)-1]; last.ItemID != b.item("Monthly digest").ID || last.Column != data.ColumnPlanned || last.On != datatest.Today {
		t.Errorf("the move is kept as %+v", last)
	}
	b.Undo()
	if got := b.shown(data.ColumnIdea); !slices.Contains(got, "Monthly digest") {
		t.Errorf("after undo Idea shows %q", got)
	}
}

// Given an item with the focus, when arrows are pressed, then the focus moves; with Alt the item moves; Enter opens it.
func TestKeyboard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.focus("Second lightning round")
	b.Key(fyne.KeyDown)
	if got := b.FocusText(); got != "Guest: exploratory testing" {
		t.Errorf("Down leads to %q", got)
	}
	b.Shortcut(alt(fyne.KeyUp))
	b.wantColumn(data.ColumnPlanned, "Guest: exploratory testing", "Second lightning round")
	b.Shortcut(alt(fyne.KeyRight))
	b.wantColumn(data.ColumnPlanned, "Second lightning round")
	if got := b.item("Guest: exploratory testing").Column; got != data.ColumnDoing {
		t.Errorf("it is in %s", got)
	}
	if got := b.FocusText(); got != "Guest: exploratory testing" {
		t.Errorf("after the move the focus is on %q", got)
	}
	b.Want("5 of 3")
	b.Key(fyne.KeyReturn)
	b.Want("Why, and what exactly", "21 Nov 2026: Doing, 0 days, over the limit")
	b.Tap("Close")
	b.Commands.Fire("backlog.left")
	if got := b.item("Guest: exploratory testing").Column; got != data.ColumnPlanned {
		t.Errorf("after the command it is in %s", got)
	}
	if title := b.Commands.Get("backlog.move.ready").Words(); title != "Move “Guest: exploratory testing” to Ready" {
		t.Errorf("the palette says %q", title)
	}
	b.Fire("backlog.move.ready")
	if got := b.item("Guest: exploratory testing").Column; got != data.ColumnReady {
		t.Errorf("after the palette it is in %s", got)
	}
}

// Given an item, when its menu is used, then it is moved, voted for, answered; deeds that make no sense are not offered.
func TestContextMenu(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapSecondary("Monthly digest")
	b.Want("Open", "Add a vote", "Remove", "Move to")
	menu := b.screen.lastOf(b.item("Monthly digest").ID)
	if texts := b.Texts(); slices.Index(texts, "Move to") > slices.Index(texts, "Remove") || menu[len(menu)-1].Label != "Remove" {
		t.Errorf("Remove does not stand last: %q", texts)
	}
	b.WantNot("Take a vote away", "Note who answered", "Tell what came of it")
	b.Tap("Add a vote")
	if got := b.item("Monthly digest").Votes; got != 1 {
		t.Errorf("it has %d votes", got)
	}
	b.TapSecondary("Monthly digest")
	b.Tap("Take a vote away")
	if got := b.item("Monthly digest").Votes; got != 0 {
		t.Errorf("it has %d votes", got)
	}
	b.TapSecondary("Slow interface suite in Payments")
	b.Tap("Note who answered")
	b.Tap("Note it")
	if got := b.item("Slow interface suite in Payments").AnsweredOn; got != datatest.Today {
		t.Errorf("answered on %s", got)
	}
	b.WantNot("waits 21 days")
	b.Undo()
	b.Want("waits 21 days")
}

// Given an item, when it is parked, then a reason is asked for and kept; without one, or on Cancel, it stays.
func TestParkingAsksForAReason(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.focus("Start a book club")
	b.Fire("backlog.move.parked")
	b.Want("Park “Start a book club”")
	b.Tap("Park it")
	if got := b.ErrorAt("Why it has to wait"); got != "Please fill this in." {
		t.Errorf("at the field stands %q", got)
	}
	b.Tap("Cancel")
	if got := b.item("Start a book club").Column; got != data.ColumnIdea {
		t.Errorf("after Cancel it is in %s", got)
	}
	b.Fire("backlog.move.parked")
	b.Type("Why it has to wait", "Nobody has time\n")
	if got := b.item("Start a book club"); got.Column != data.ColumnParked || got.ParkedReason != "Nobody has time" {
		t.Errorf("the file has %s, %q", got.Column, got.ParkedReason)
	}
	b.Want("Parked 2")
	b.TapNode(b.ByID("button", "rail"))
	b.Want("Nobody has time", "No budget this year")
	b.Undo()
	b.WantNot("Nobody has time")
}

// Given search and filters, then only what matches is shown, a move among the shown keeps the hidden in place, and all comes back.
func TestSearchAndFilter(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Type("Find…", "CHECKLIST")
	b.Want("1 of 4 shown", "0 of 5 shown", "Accessibility test checklist", "Flaky-test checklist")
	b.WantNot("Test-data cookbook")
	b.Type("Find…", "zzz")
	b.Want("No item is found.")
	b.Tap("Show all items")
	b.Want("Test-data cookbook")
	b.Tap("Everyone")
	b.Tap("Nobody yet")
	b.Want("5 of 5 shown", "0 of 4 shown", "Kata evening for beginners")
	b.WantNot("Try an earlier time slot")
	b.TapNode(b.ByID("button", "backlog.owner"))
	b.Tap("Everyone")
	b.TapNode(b.ByID("button", "backlog.kind"))
	b.Tap("Standard")
	b.Want("1 of 5 shown", "What we mean by “tested”")
	b.focus("What we mean by “tested”")
	b.Fire("backlog.move.doing")
	b.wantColumn(data.ColumnDoing, "Two protected hours a month", "Accessibility test checklist", "What we mean by “tested”", "Test-data cookbook", "Mutation testing on one service")
}

// Given something to show from elsewhere, then the screen goes there whether or not it is loaded yet.
func TestArrive(t *testing.T) {
	st := datatest.Demo(t)
	w := uitest.Open(t, uitest.Options{})
	s := New(w.Deps(), st)
	w.Show(s.Content())
	s.Arrive(int64(20)) // parked
	s.Load()
	w.Settle()
	w.Want("No budget this year")
	if got := w.FocusText(); got != "Host an outside meetup" {
		t.Errorf("the focus is on %q", got)
	}
	w.Type("Find…", "digest")
	s.Arrive(int64(9))
	if got := w.FocusText(); got != "Two protected hours a month" {
		t.Errorf("the focus is on %q", got)
	}
	s.Arrive(int64(2)) // off the board
	w.Settle()
	w.Want("Welcome note for newcomers")
	if row, _ := s.library.list.Selected(); row.ID != 2 {
		t.Errorf("selected in the library is %+v", row)
	}
	s.Arrive(Stories)
	w.Settle()
	w.Want("Fewer reruns in Payments")
	s.Arrive(data.ColumnReady)
	if got := w.FocusText(); got != "Try an earlier time slot" {
		t.Errorf("the focus is on %q", got)
	}
	s.Arrive(data.KindAction)
	w.Want("1 of 3 shown")
}
