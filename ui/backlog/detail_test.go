package backlog

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

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
	b.Want("Þórdís Jónsdóttir · due Thu 24 Dec · good first step")
	b.Undo()
	b.WantNot(title)
}

// Given the dialog of an item, when its fields are changed, then each is kept as one act, and undo shows the old.
func TestEditEveryField(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	want := b.item("Monthly digest")
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
	b.Choose("Event", "Sat 5 Dec · Second lightning round")
	b.Choose("Health card it answers", "Time and backing")
	b.Choose("Box of the canvas", "What we need")
	b.Tap("A good first step for a newcomer")
	b.Tap("Came from a survey")
	b.Type("What came of it", "Something")
	b.Leave()
	b.Type("Links, one a line", "https://example.org/a\nhttps://example.org/b")
	b.Tap("Close")
	want.Title, want.Kind, want.Description, want.OwnerID, want.ProposerID = "Weekly digest", data.KindVisit, "first\nsecond", 6, 7
	want.Due, want.Votes, want.Size, want.EventID, want.Card = data.NewDate(2027, 1, 8), 9, data.SizeM, 10, "support"
	want.Box, want.FirstStep, want.FromSurvey, want.Outcome = data.BoxResources, true, true, "Something"
	want.Links = data.Lines{"https://example.org/a", "https://example.org/b"}
	if i := b.item("Weekly digest"); !reflect.DeepEqual(i, want) {
		t.Errorf("the file has %+v, want %+v", i, want)
	}
	b.Want("王晓梅 · due Fri 8 Jan · from the card “Time and backing”")
	b.Undo()
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
	b.Type("Due", "31/31")
	b.Leave()
	if got := b.ErrorAt("Due"); !strings.HasPrefix(got, "Please write a day") {
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
	if n := len(b.Read().Reuses); n != 10 {
		t.Errorf("the file has %d reuses", n)
	}
	b.TapNode(b.FindAll("Remove")[0])
	if n := len(b.Read().Reuses); n != 9 {
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
	id, moves := b.item("Monthly digest").ID, len(b.Read().Moves)
	b.Tap("Monthly digest")
	b.Tap("Remove")
	b.WantNot("Monthly digest")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "“Monthly digest” was removed." || n.Action != "Undo" {
		t.Fatalf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	if got := b.item("Monthly digest").ID; got != id || len(b.Read().Moves) != moves {
		t.Errorf("it came back as %d with %d moves of %d", got, len(b.Read().Moves), moves)
	}
	b.Fire("backlog.remove")
	if err := b.Store.AddVotes(context.Background(), 1, 1); err != nil {
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
	if err := store.Rows(b.Store, store.Items).Save(context.Background(), &item); err != nil {
		t.Fatal(err)
	}
	b.screen.open(item.ID)
	b.Type("Title", "half typ")
	b.Undo()
	if b.screen.detail != nil || b.Win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still open")
	}
	if len(b.Notices) != 0 {
		t.Errorf("it complained: %q", b.LastNotice())
	}
}

// Given an item, when it is opened, then it is read: no field stands there before somebody goes into one, its title has the focus and is
// changed with F2, and nothing moves when it is gone into.
func TestAnItemIsReadFirst(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1200})
	b.Tap("Monthly digest")
	b.Want("Monthly digest", "Kind", "Owner", "nothing noted yet")
	for _, key := range []string{"title", "description", "due", "votes"} {
		if r, is := b.ByID("reading", key).Object.(*kit.Reading); !is || r.Shown() != nil {
			t.Errorf("%s is not read first", key)
		}
	}
	places := func() (at [3]fyne.Position) {
		for i, label := range []string{"Kind", "Why, and what exactly", "What came of it"} {
			at[i] = b.Find(label).At
		}
		return at
	}
	before := places()
	b.Key(fyne.KeyF2)
	if f, is := b.Win.Canvas().Focused().(*kit.TextField); !is || f.Text != "Monthly digest" {
		t.Fatalf("F2 leads to %T", b.Win.Canvas().Focused())
	}
	b.Keys("Weekly digest\n")
	for _, key := range []string{"description", "due", "votes"} {
		b.TapNode(b.ByID("reading", key))
		if at := places(); at != before {
			t.Errorf("in %s what stands around moves from %v to %v", key, before, at)
		}
	}
	b.Key(fyne.KeyEscape)
	b.Key(fyne.KeyEscape)
	if b.item("Weekly digest").ID == 0 {
		t.Error("the title is not kept")
	}
}
