package backlog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

const ctrl = fyne.KeyModifierShortcutDefault

// choose chooses items on the board by Ctrl and the pointer.
func (b *bench) choose(titles ...string) []int64 {
	b.T.Helper()
	var ids []int64
	for _, title := range titles {
		ids = append(ids, b.item(title).ID)
		b.Holding(ctrl, func() { b.TapNode(b.ByID("item", fmt.Sprint(b.item(title).ID))) })
	}
	b.Want(fmt.Sprintf("%d items chosen", len(titles)))
	return ids
}

// of are some items, in the file.
func (b *bench) of(ids []int64) []data.Item {
	var items []data.Item
	for _, i := range b.Read().Items {
		if slices.Contains(ids, i.ID) {
			items = append(items, i)
		}
	}
	return items
}

// three are items of two columns.
var three = []string{"Monthly digest", "Start a book club", "Second lightning round"}

// Given three items chosen, then each deed is done to all of them as one, said with how many, and one undo takes it back.
func TestDeedsOnThree(t *testing.T) {
	for name, tc := range map[string]struct {
		do   func(b *bench)
		done func(i data.Item) bool
		told string
	}{
		"owner by menu": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.backlog.owner"))
			b.Tap("Zoë Marchand-Núñez")
		}, func(i data.Item) bool { return i.OwnerID == 1 }, "3 items are with Zoë Marchand-Núñez now."},
		"owner by form": {func(b *bench) {
			b.Fire("backlog.owner")
			b.Want("Change the owner of 3 items")
			b.Choose("Owner", "Олена Шевченко")
			b.Tap("Change the owner")
		}, func(i data.Item) bool { return i.OwnerID == 5 }, "3 items are with Олена Шевченко now."},
		"due": {func(b *bench) {
			b.Fire("backlog.due")
			b.Type("Due", "in 2 weeks\n")
		}, func(i data.Item) bool { return i.Due == datatest.Today.AddDays(14) }, "3 items are due Sat 5 Dec 2026."},
		"due by menu": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.backlog.due"))
			b.Tap("In a week, Sat 28 Nov")
		}, func(i data.Item) bool { return i.Due == datatest.Today.AddDays(7) }, "3 items are due Sat 28 Nov 2026."},
		"kind": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.backlog.kind"))
			b.Tap("Experiment")
		}, func(i data.Item) bool { return i.Kind == data.KindExperiment }, "3 items are of the kind “Experiment” now."},
		"link": {func(b *bench) {
			b.Fire("backlog.link")
			b.Type("Link", "https://wiki.example/board")
			b.Tap("Add the link")
		}, func(i data.Item) bool { return slices.Contains(i.Links, "https://wiki.example/board") }, "3 items have the link."},
		"move": {func(b *bench) { b.Fire("backlog.move.doing") },
			func(i data.Item) bool { return i.Column == data.ColumnDoing }, "3 items were moved to Doing."},
		"park": {func(b *bench) {
			b.Fire("backlog.move.parked")
			b.Want("Park 3 items")
			b.Type("Why it has to wait", "Not this year\n")
		}, func(i data.Item) bool { return i.Column == data.ColumnParked && i.ParkedReason == "Not this year" }, "3 items are parked."},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), uitest.Options{})
			ids := b.choose(three...)
			before := b.of(ids)
			tc.do(b)
			for _, i := range b.of(ids) {
				if !tc.done(i) {
					t.Errorf("not done to %+v", i)
				}
			}
			if at := b.screen.board.Focused(); !slices.Contains(ids, at) {
				t.Errorf("the focus is on the item %d, %T", at, b.Win.Canvas().Focused())
			}
			if got := b.LastNotice(); got != tc.told {
				t.Errorf("told is %q", got)
			}
			b.Undo()
			if got := b.of(ids); fmt.Sprint(got) != fmt.Sprint(before) {
				t.Errorf("after the undo\n%+v, before\n%+v", got, before)
			}
		})
	}
}

// Given three items chosen, when Delete is pressed, then they are gone, and the notice brings them back, chosen again; one with the focus
// goes alone.
func TestDeleteOnTheBoard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.choose(three...)
	b.Key(fyne.KeyDelete)
	if left := b.of(ids); len(left) != 0 {
		t.Fatalf("%d are left", len(left))
	}
	if n := b.LastNotice(); n != "3 items were removed." {
		t.Errorf("told is %q", n)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if back := b.of(ids); len(back) != 3 {
		t.Errorf("%d are back", len(back))
	}
	b.Want("3 items chosen")
	b.Key(fyne.KeyEscape)
	b.WantNot("3 items chosen")
	b.focus("Monthly digest")
	b.Key(fyne.KeyDelete)
	if n := b.LastNotice(); n != "“Monthly digest” was removed." {
		t.Errorf("told is %q", n)
	}
}

// Given the board, when all is chosen, then Escape leaves none chosen, and what a search hides is not chosen.
func TestChooseAllOnTheBoard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.ChooseAll()
	b.Want("16 items chosen")
	b.Type("Find…", "checklist")
	b.Want("2 items chosen")
	if !b.screen.StepOut() || b.screen.several() {
		t.Error("Escape leaves some chosen")
	}
	if b.screen.StepOut() {
		t.Error("a second Escape is taken too")
	}
}

// Given several chosen, when one of them is dragged, then all are moved; the right click on one of them offers what can be done with all.
func TestDragAndMenuOfThree(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.choose("Monthly digest", "Start a book club")
	b.DragOnto("Monthly digest", "Second lightning round")
	for _, i := range b.of(ids) {
		if i.Column != data.ColumnPlanned {
			t.Errorf("“%s” is in %s", i.Title, i.Column)
		}
	}
	b.Want("2 items chosen")
	b.TapSecondary("Monthly digest")
	b.Want("Owner", "Due", "Kind", "Add a link…", "Remove")
	b.WantNot("Open", "Add a vote")
}

// Given an item, when its own menu is opened, then owner, due day, kind and link are set there, ticked as they are now.
func TestMenuOfOne(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	id := b.item("Monthly digest").ID
	child := func(of, words string) *fyne.MenuItem {
		t.Helper()
		for _, item := range b.screen.menuOf(id) {
			if item.Label != of || item.ChildMenu == nil {
				continue
			}
			for _, c := range item.ChildMenu.Items {
				if c.Label == words {
					return c
				}
			}
		}
		t.Fatalf("no %q in %q", words, of)
		return nil
	}
	if !child("Owner", "Nobody yet").Checked || !child("Due", "No day").Checked {
		t.Error("what is so now is not ticked")
	}
	child("Owner", "Zoë Marchand-Núñez").Action()
	child("Due", "At the next event, Sat 5 Dec").Action()
	child("Kind", "Knowledge gap")
	child("Kind", "Action").Action()
	b.Settle()
	got := b.item("Monthly digest")
	if got.OwnerID != 1 || got.Due != datatest.Today.AddDays(14) || got.Kind != data.KindAction {
		t.Errorf("the file has %+v", got)
	}
	b.Want("Zoë Marchand-Núñez · due Sat 5 Dec")
	if !child("Due", "At the next event, Sat 5 Dec").Checked {
		t.Error("the day is not ticked")
	}
}

// Given the plus of a column, when several lines are written, then each is an item there, all in sight and chosen; the next time the same
// kind is proposed.
func TestQuickAddByLines(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapNode(b.ByID("button", "add.ready"))
	b.Choose("Kind", "Experiment")
	b.Type("What, one a line", "Pair on a test\n\n- Try the new runner\nAsk Ops")
	b.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: ctrl})
	for _, title := range []string{"Pair on a test", "Try the new runner", "Ask Ops"} {
		if i := b.item(title); i.Column != data.ColumnReady || i.Kind != data.KindExperiment {
			t.Errorf("“%s” is a %s in %s", title, i.Kind, i.Column)
		}
	}
	b.Want("3 items chosen")
	if got := b.FocusText(); got != "Pair on a test" {
		t.Errorf("the focus is on %q", got)
	}
	if acts, err := b.Store.Acts(t.Context(), 1); err != nil || acts[0].Deed.N != 3 {
		t.Errorf("the deed is %+v, %v", acts, err)
	}
	b.TapNode(b.ByID("button", "add.idea"))
	b.Want("Experiment")
	b.Tap("Add them")
	if got := b.ErrorAt("What, one a line"); got != "Please fill this in." {
		t.Errorf("at the field stands %q", got)
	}
	b.Type("What, one a line", "Short\n"+longLine)
	b.Tap("Add them")
	if got := b.ErrorAt("What, one a line"); got != "Line 2 is longer than 100 characters. Please shorten it." {
		t.Errorf("at the field stands %q", got)
	}
}

// Given the board, then each of its columns has a plus that adds there; what is parked, with a reason.
func TestPlusOfEveryColumn(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1500, Height: 900})
	for _, c := range data.Columns {
		if c == data.ColumnParked {
			continue // what is not gone on with has been somewhere before, and has a reason
		}
		title := "Added to " + string(c)
		b.TapNode(b.ByID("button", "add."+string(c)))
		b.Type("What, one a line", title)
		b.Tap("Add them")
		if got := b.item(title).Column; got != c {
			t.Errorf("the plus of %s adds to %s", c, got)
		}
	}
}

var longLine = strings.Repeat("x", 101)

// Given a long column, when one is added there, then it comes into sight.
func TestWhatWasAddedIsSeen(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640})
	b.TapNode(b.ByID("button", "add.idea"))
	b.Type("What, one a line", "a\nb\nc\nd\ne\nf\ng\nh")
	b.Tap("Add them")
	b.Key(fyne.KeyEscape)
	b.TapNode(b.ByID("button", "add.idea"))
	b.Type("What, one a line", "The newest")
	b.Tap("Add them")
	node := b.Find("The newest")
	if bottom := node.At.Y + node.Object.Size().Height; bottom > b.Win.Canvas().Size().Height {
		t.Errorf("it stands at %v, below the window", node.At)
	}
	if got := b.FocusText(); got != "The newest" {
		t.Errorf("the focus is on %q", got)
	}
}

// Given things in the library chosen by their boxes, when they are removed, then one deed takes all; columns can be arranged.
func TestSeveralInTheLibrary(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Library 3")
	ids := []int64{b.screen.state.LibraryRows()[0].ID, b.screen.state.LibraryRows()[1].ID}
	for _, id := range ids {
		b.TapBox(fmt.Sprint(id))
	}
	b.Want("2 items chosen")
	b.Key(fyne.KeyDelete)
	if left := b.of(ids); len(left) != 0 {
		t.Errorf("%d are left", len(left))
	}
	b.Undo()
	b.Fire("backlog.columns")
	b.Tap("Owner")
	b.WantNot("Łukasz Wiśniewski")
	b.Fire("backlog.columns")
	b.Tap("As at first")
	b.Want("Łukasz Wiśniewski")
}

// listed is the list that was last asked to be made a document: its headings and the first of its cells, in their order.
func (b *bench) listed() (told []string) {
	b.T.Helper()
	shown, is := b.Visits[len(b.Visits)-1].Args.(kit.Listed)
	if !is || shown.List == nil {
		b.T.Fatalf("went to %+v", b.Visits)
	}
	for _, r := range shown.List.Rows {
		told = append(told, r.Section+": "+r.Cells[0])
	}
	return told
}

// Given a board, a library or stories, when the list is printed, then what is chosen there is in it; without a choice, what is shown is.
func TestWhatIsChosenIsPrinted(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1000})
	b.choose(three...)
	if words := b.Commands.Get("backlog.print").Words(); words != "Print or save the 3 chosen…" {
		t.Errorf("the command says %q", words)
	}
	b.Fire("backlog.print")
	got := b.listed()
	if len(got) != 3 || !slices.Contains(got, "Idea: Start a book club") {
		t.Errorf("printed is %q", got)
	}
	b.screen.StepOut()
	b.Type("Find…", "digest")
	b.Fire("backlog.print")
	if got := b.listed(); len(got) != 1 || !strings.HasSuffix(got[0], "Monthly digest") {
		t.Errorf("with a search, printed is %q", got)
	}
	b.screen.EndFind()
	b.Tap("Library 3")
	b.TapBox(fmt.Sprint(b.item("Flaky-test checklist").ID))
	b.Fire("backlog.print")
	if got := b.listed(); len(got) != 1 || !strings.Contains(got[0], "Flaky-test checklist") {
		t.Errorf("of the library, printed is %q", got)
	}
	b.Tap("Stories 2")
	b.TapNode(b.ByID("button", "backlog.print"))
	if got := b.listed(); len(got) != 2 {
		t.Errorf("of the stories, printed is %q", got)
	}
}

// Given two stories chosen, when they are removed, then one deed takes both, and one undo brings both back and chooses them.
func TestSeveralStories(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1000})
	b.Tap("Stories 2")
	b.screen.ChooseAll()
	b.Settle()
	b.Want("2 chosen")
	b.TapNode(b.ByID("button", "chosen.backlog.untell"))
	if left := b.Read().Stories; len(left) != 0 {
		t.Errorf("%d stories are left", len(left))
	}
	if n := b.Notices[len(b.Notices)-1]; n.Text != "2 stories were removed." {
		t.Errorf("told is %q", n.Text)
	}
	b.Undo()
	if back := b.Read().Stories; len(back) != 2 {
		t.Errorf("%d stories are back", len(back))
	}
}
