package backlog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file, loaded again after every change as the shell does it.
type bench struct {
	*uitest.Window
	screen *Screen
	store  *store.Store
	t      testing.TB
}

// sidebar is the room that the shell keeps at the left of a page.
const sidebar = 204

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	w := uitest.Open(t, o)
	b := &bench{Window: w, store: st, t: t, screen: New(w.Deps(), st)}
	t.Cleanup(st.Subscribe(func(store.Change) { b.screen.Load() }))
	w.Show(kit.Pad(kit.Edges{Left: sidebar}, b.screen.Content()))
	b.screen.Load()
	w.Settle()
	return b
}

// item reads an item from the file by its title.
func (b *bench) item(title string) data.Item {
	b.t.Helper()
	for _, i := range datatest.Read(b.t, b.store).Items {
		if i.Title == title {
			return i
		}
	}
	b.t.Fatalf("there is no item %q in the file", title)
	return data.Item{}
}

// column reads the titles of a column from the file, in their order.
func (b *bench) column(c data.Column) []string {
	b.t.Helper()
	items := slices.Clone(datatest.Read(b.t, b.store).Items)
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
	b.t.Helper()
	if got := b.column(c); !slices.Equal(got, titles) {
		b.t.Errorf("the file has in %s %q, want %q", c, got, titles)
	}
}

// undo takes the last deed back, as the shell's menu does.
func (b *bench) undo() {
	b.t.Helper()
	if _, err := b.store.Undo(context.Background()); err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
}

// focus puts the focus on an item.
func (b *bench) focus(title string) {
	b.t.Helper()
	b.screen.board.FocusItem(b.item(title).ID)
	if got := b.FocusText(); got != title {
		b.t.Fatalf("the focus is on %q, want %q", got, title)
	}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// Given the demo, then the board shows what domain.md 17.3 says: columns with counts, the limit passed, owners, days, kinds.
func TestDemoBoard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Idea", "Ready", "Planned", "Doing", "Done", "4 of 3", "Parked 1", "Archive 3",
		"Ελένη Παπαδοπούλου\u00a0· from the card “Pace and rhythm”", "waits 21 days", "Zoë Marchand-Núñez\u00a0· 28 days here",
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
	moves := datatest.Read(t, b.store).Moves
	if last := moves[len(moves)-1]; last.ItemID != b.item("Monthly digest").ID || last.Column != data.ColumnPlanned || last.On != datatest.Today {
		t.Errorf("the move is kept as %+v", last)
	}
	b.undo()
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
	b.WantNot("Take a vote away", "Note the first answer")
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
	b.Tap("Note the first answer")
	if got := b.item("Slow interface suite in Payments").AnsweredOn; got != datatest.Today {
		t.Errorf("answered on %s", got)
	}
	b.WantNot("waits 21 days")
	b.undo()
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
	b.undo()
	b.WantNot("Nobody has time")
}

// Given the form, when an item is added by typing, then the file has it and the board shows it with the focus.
func TestAddItem(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.New()
	b.Tap("Add item")
	if got := b.ErrorAt("Title"); got != "Please fill this in." {
		t.Errorf("below Title stands %q", got)
	}
	title := `Pair on "flaky" 测试 👩‍💻`
	b.Type("Title", title)
	b.Choose("Kind", "Experiment")
	b.Choose("Column", "Ready")
	b.Choose("Owner", "Þórdís Jónsdóttir")
	b.Choose("Size", "S – up to 2 hours")
	b.Type("Why, and what exactly", "Two runs differ")
	b.Type("Due", "2026-12-24")
	b.Tap("A good first step for a newcomer")
	b.Tap("Add item")
	i := b.item(title)
	if i.Kind != data.KindExperiment || i.Column != data.ColumnReady || i.OwnerID != 16 || i.Size != data.SizeS || !i.FirstStep ||
		i.Description != "Two runs differ" || i.Due.String() != "2026-12-24" || i.CreatedOn != datatest.Today {
		t.Errorf("the file has %+v", i)
	}
	if got := b.FocusText(); got != title {
		t.Errorf("the focus is on %q", got)
	}
	b.Want("Þórdís Jónsdóttir\u00a0· good first step")
	b.undo()
	b.WantNot(title)
}

// Given the dialog of an item, when its fields are changed, then each is kept as one act, and undo shows the old.
func TestEditEveryField(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	b.Tap("Monthly digest")
	b.Type("Title", "Weekly digest")
	b.Leave()
	b.Choose("Kind", "Visit")
	b.Type("Why, and what exactly", "first\nsecond")
	b.Leave()
	b.Choose("Owner", "王晓梅")
	b.Choose("Proposed by", "ليلى حدّاد")
	b.Type("Due", "2027-01-08")
	b.Leave()
	b.Type("Votes", "9")
	b.Leave()
	b.WantNot("Links, one a line")
	b.Tap("More about it")
	b.Choose("Size", "M – up to a day")
	b.Choose("Event", "Second lightning round, 5 Dec 2026")
	b.Choose("Health card it answers", "Time and backing")
	b.Choose("Box of the canvas", "Resources")
	b.Tap("A good first step for a newcomer")
	b.Tap("Came from a survey")
	b.Type("What came of it", "Something")
	b.Leave()
	b.Type("Links, one a line", "https://example.org/a\nhttps://example.org/b")
	b.Tap("Close")
	i := b.item("Weekly digest")
	if i.Kind != data.KindVisit || i.Description != "first\nsecond" || i.OwnerID != 6 || i.ProposerID != 7 || i.Due.String() != "2027-01-08" ||
		i.Votes != 9 || i.Size != data.SizeM || i.EventID != 10 || i.Card != "support" || i.Box != data.BoxResources || !i.FirstStep ||
		!i.FromSurvey || i.Outcome != "Something" || len(i.Links) != 2 {
		t.Errorf("the file has %+v", i)
	}
	b.Want("王晓梅\u00a0· from the card “Time and backing”")
	b.undo()
	if got := b.item("Weekly digest").Links; len(got) != 0 {
		t.Errorf("after undo the links are %q", got)
	}
}

// Given the dialog, when something is typed that can't be kept, then it is said at the field and stays to be mended.
func TestFieldErrors(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Monthly digest")
	b.Type("Title", "")
	b.Leave()
	if got := b.ErrorAt("Title"); got != "Please fill this in." {
		t.Errorf("below Title stands %q", got)
	}
	b.Type("Votes", "many")
	b.Leave()
	if got := b.ErrorAt("Votes"); got != "Write a whole number." {
		t.Errorf("below Votes stands %q", got)
	}
	b.Type("Due", "31/12")
	b.Leave()
	if got := b.ErrorAt("Due"); !strings.HasPrefix(got, "Write the date") {
		t.Errorf("below Due stands %q", got)
	}
	b.Key(fyne.KeyEscape)
	if i := b.item("Monthly digest"); i.Votes != 0 || i.Due != 0 {
		t.Errorf("the file has %+v", i)
	}
}

// Given a finished item, when a reuse is noted and removed in its dialog, then the file has it, and has it no more.
func TestReuse(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	b.Tap("How we name tests")
	b.Want("Used again", "12 Nov 2026")
	b.Tap("Note that it was used again")
	b.Type("Where, in a few words", "Payments\n")
	b.Want("21 Nov 2026: Payments")
	if n := len(datatest.Read(t, b.store).Reuses); n != 10 {
		t.Errorf("the file has %d reuses", n)
	}
	b.TapNode(b.FindAll("Remove")[0])
	if n := len(datatest.Read(t, b.store).Reuses); n != 9 {
		t.Errorf("after removing one the file has %d reuses", n)
	}
}

// Given the dialog, when another column is chosen, then the item moves to its foot, and the dialog shows the move.
func TestMoveInDialog(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1400})
	b.Tap("Monthly digest")
	b.Choose("Column", "Ready")
	b.wantColumn(data.ColumnReady, "Try an earlier time slot", "Slow interface suite in Payments", "Kata evening for beginners", "Monthly digest")
	b.Want("21 Nov 2026: Ready, 0 days", "25 Jul 2026: Idea, 119 days")
	b.Choose("Column", "Parked")
	b.Tap("Cancel")
	if got := b.screen.detail.column.Chosen(); got != "ready" {
		t.Errorf("after Cancel the dialog shows %q", got)
	}
}

// Given an item, when it is removed, then the notice offers Undo, which brings it back with its moves.
func TestRemoveAndUndo(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	id, moves := b.item("Monthly digest").ID, len(datatest.Read(t, b.store).Moves)
	b.Tap("Monthly digest")
	b.Tap("Remove")
	b.WantNot("Monthly digest")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "“Monthly digest” was removed." || n.Action != "Undo" {
		t.Fatalf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	if got := b.item("Monthly digest").ID; got != id || len(datatest.Read(t, b.store).Moves) != moves {
		t.Errorf("it came back as %d with %d moves of %d", got, len(datatest.Read(t, b.store).Moves), moves)
	}
	b.Fire("backlog.remove")
	if err := b.store.AddVotes(context.Background(), 1, 1); err != nil {
		t.Fatal(err)
	}
	b.Notices[len(b.Notices)-1].Do()
	if got := b.LastNotice(); !strings.HasPrefix(got, "Something else was done since") {
		t.Errorf("undoing after another deed says %q", got)
	}
}

// Given an open dialog, when its item is undone away, then the dialog closes by itself.
func TestDialogOfAVanishedItem(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	item := data.Item{Title: "Short-lived", Kind: data.KindAction, Column: data.ColumnIdea}
	if err := b.store.AddItem(context.Background(), &item); err != nil {
		t.Fatal(err)
	}
	b.screen.open(item.ID)
	b.Type("Title", "half typ")
	b.undo()
	if b.screen.detail != nil || b.Win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still open")
	}
	if len(b.Notices) != 0 {
		t.Errorf("it complained: %q", b.LastNotice())
	}
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

// Given finished items older than 90 days, then the archive says how many, lists them, and one can be taken up again.
func TestArchive(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Archive 3")
	b.Want("Six tools in one hour", "Welcome note for newcomers", "Note in the wiki", "1 Aug 2026", "8 Aug 2026")
	b.WantNot("Flaky-test checklist")
	b.Tap("Six tools in one hour")
	b.Fire("backlog.move.planned")
	if got := b.item("Six tools in one hour"); got.Column != data.ColumnPlanned || got.DoneOn != 0 {
		t.Errorf("the file has %s, done on %s", got.Column, got.DoneOn)
	}
	b.Want("Archive 2")
	b.Tap("Board")
	b.Want("Six tools in one hour", "Flaky-test checklist")
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
	s.Arrive(int64(2)) // archived
	w.Settle()
	w.Want("Welcome note for newcomers")
	s.Arrive(data.ColumnReady)
	if got := w.FocusText(); got != "Try an earlier time slot" {
		t.Errorf("the focus is on %q", got)
	}
	s.Arrive(data.KindAction)
	w.Want("1 of 3 shown")
}

// Given a community without items, then the screen says what belongs there and offers the first step.
func TestFounded(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("Here stands what the community might do", "New item")
	b.WantNot("Idea", "Parked 0")
	b.Tap("Add the first item")
	b.Type("Title", "Ask around\n")
	b.Want("Idea", "Ask around")
}

// Given a file that is only read, then items can be looked at and nothing can be done.
func TestReadOnly(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	deps := w.Deps()
	deps.ReadOnly = true
	st := datatest.Demo(t)
	s := New(deps, st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.WantNot("New item")
	w.DragOnto("Monthly digest", "Second lightning round")
	s.board.FocusItem(18)
	for _, id := range []string{"backlog.add", "backlog.vote", "backlog.remove", "backlog.move.ready", "backlog.right"} {
		if w.Fire(id) {
			t.Errorf("%s did something", id)
		}
	}
	w.Tap("Monthly digest")
	w.Want("Its way so far")
	w.WantNot("Remove")
	if f, ok := s.detail.fields.Input("title").(fyne.Disableable); ok && !f.Disabled() {
		t.Error("the title can be typed into")
	}
	if i, _ := datatest.Read(t, st).ItemByID(18); i.Column != data.ColumnIdea {
		t.Errorf("it moved to %s", i.Column)
	}
}

// Given a store that fails, then the screen says so with a way to try again; a deed that fails is told and the board stays.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := &failing{Store: datatest.Demo(t), err: data.Fault(data.CodeUnreadable, "The file cannot be read just now.")}
	s := New(w.Deps(), st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.Want("The file cannot be read just now.", "Try again")
	if w.Fire("backlog.open") {
		t.Error("an item could be opened")
	}
	st.err = errors.New("disk on fire")
	w.Tap("Try again")
	w.Want("Something went wrong.")
	st.err = nil
	w.Tap("Try again")
	w.Want("Monthly digest")
	st.move = data.Fault(data.CodeFull, "There is no space left; nothing was changed.")
	w.DragOnto("Monthly digest", "Second lightning round")
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	if got := len(s.state.visible(data.ColumnIdea)); got != 5 {
		t.Errorf("Idea shows %d items", got)
	}
}

// failing is a store whose reading or moving fails as told.
type failing struct {
	*store.Store
	err, move error
}

func (f *failing) Snapshot(ctx context.Context) (*data.Snapshot, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.Store.Snapshot(ctx)
}

func (f *failing) MoveItem(ctx context.Context, id int64, to data.Column, index int, reason string) error {
	if f.move != nil {
		return f.move
	}
	return f.Store.MoveItem(ctx, id, to, index, reason)
}

// Given some of the sizes and shades the window can have, then the screen is drawn without a fault. With PICTURES set to a
// folder all of them are drawn and kept there, to be looked at.
func TestPictures(t *testing.T) {
	dir, all := os.Getenv("PICTURES"), true
	if dir == "" {
		dir, all = t.TempDir(), false
	}
	for name, o := range map[string]uitest.Options{
		"backlog":           {},
		"backlog-dark":      {Dark: true},
		"backlog-80":        {Scale: 0.8},
		"backlog-200":       {Scale: 2},
		"backlog-small":     {Width: 960, Height: 640},
		"backlog-200-small": {Width: 960, Height: 640, Scale: 2},
		"backlog-long":      {},
		"backlog-item":      {},
		"backlog-item-200":  {Scale: 2},
		"backlog-form":      {},
		"backlog-archive":   {},
		"backlog-parked":    {},
		"backlog-founded":   {},
	} {
		if !all && !slices.Contains([]string{"backlog-dark", "backlog-200-small", "backlog-item"}, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if name == "backlog-founded" {
				st = datatest.Founded(t)
			}
			if name == "backlog-long" {
				lengthen(t, st)
			}
			b := open(t, st, o)
			switch name {
			case "backlog-item", "backlog-item-200":
				b.screen.open(9)
			case "backlog-form":
				b.screen.New()
			case "backlog-archive":
				b.Tap("Archive 3")
			case "backlog-parked":
				b.screen.Arrive(int64(20))
			}
			b.Settle()
			b.Picture(filepath.Join(dir, name+".png"))
		})
	}
}

// lengthen gives items a long title and an owner with a long name, and an owner whose name is Arabic.
func lengthen(t *testing.T, st *store.Store) {
	ctx := context.Background()
	long := strings.Repeat("W", 60) + " " + strings.Repeat("W", 59)
	if err := st.ChangeMember(ctx, 5, "", func(m *data.Member) { m.Name = long }); err != nil {
		t.Fatal(err)
	}
	if err := st.ChangeItem(ctx, 17, "", func(i *data.Item) { i.Title = strings.Repeat("W", 100); i.Votes = 44 }); err != nil {
		t.Fatal(err)
	}
	if err := st.ChangeItem(ctx, 14, "", func(i *data.Item) { i.Title, i.OwnerID = "عرض الأدوات الستة", 7 }); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkSearch types one letter into the search over a board of 300 items in a community of 10,000.
func BenchmarkSearch(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for i := range b.N {
		w.screen.state.Search(string(rune('a' + i%2)))
		w.screen.show()
	}
}

// BenchmarkLoad reads and shows a board of 300 items in a community of 10,000.
func BenchmarkLoad(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for range b.N {
		w.screen.Load()
	}
}

func benchBoard(b *testing.B) *bench {
	s := datatest.Large(10_000, 1_000, 0)
	for i := len(s.Items); i < 300; i++ {
		s.Items = append(s.Items, data.Item{ID: int64(i + 1), Title: fmt.Sprintf("Item number %d about tests", i), Kind: data.ItemKinds[i%len(data.ItemKinds)],
			Column: data.Columns[i%5], Rank: 1024 * (i + 1), OwnerID: int64(i*31%10_000 + 1), CreatedOn: datatest.Today.AddDays(-i), DoneOn: doneOn(i)})
	}
	return open(b, datatest.Filled(b, s), uitest.Options{})
}

func doneOn(i int) data.Date {
	if data.Columns[i%5] == data.ColumnDone {
		return datatest.Today.AddDays(-i % 80)
	}
	return 0
}

// BenchmarkOpenItem opens an item's dialog, which offers all 10,000 people as owners.
func BenchmarkOpenItem(b *testing.B) {
	w := benchBoard(b)
	b.ResetTimer()
	for range b.N {
		w.screen.open(1)
		w.screen.detail.leave()
	}
}
