package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// liveBoard is a board whose moves are kept, as a store would.
type liveBoard struct {
	*kit.Board
	columns []kit.BoardColumn
	moves   []string
	opened  []int64
}

func newLiveBoard() *liveBoard {
	l := &liveBoard{columns: boardColumns()}
	l.Board = kit.NewBoard(l.columns, kit.BoardOptions{
		MoveTo: "Move to", OnMove: l.move, OnOpen: func(id int64) { l.opened = append(l.opened, id) },
	})
	return l
}

func (l *liveBoard) move(id int64, column string, index int) {
	l.moves = append(l.moves, fmt.Sprintf("%d %s %d", id, column, index))
	var item kit.BoardItem
	for i := range l.columns {
		for n, it := range l.columns[i].Items {
			if it.ID == id {
				item = it
				l.columns[i].Items = slices.Delete(slices.Clone(l.columns[i].Items), n, n+1)
				break
			}
		}
	}
	for i := range l.columns {
		if l.columns[i].ID == column {
			l.columns[i].Items = slices.Insert(slices.Clone(l.columns[i].Items), index, item)
		}
	}
	l.SetColumns(l.columns)
}

func (l *liveBoard) want(t *testing.T, moves ...string) {
	t.Helper()
	if !slices.Equal(l.moves, moves) {
		t.Errorf("moves %q, want %q", l.moves, moves)
	}
}

func altKey(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt}
}

func TestBoardDragsBetweenColumns(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)

	w.DragOnto("Start a book club", "Done")
	b.want(t, "3 done 0")
	if at := w.Find("Start a book club").At.X; at < w.Find("Done").At.X-30 {
		t.Errorf("the item stands at %v, its column at %v", at, w.Find("Done").At.X)
	}
	w.DragOnto("What we mean by “tested”", "Slow interface suite in Payments")
	b.want(t, "3 done 0", "1 ready 0") // a title stands above its item's middle
}

func TestBoardDragsWithinAColumn(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	w.Drag("What we mean by “tested”", 0, 500)
	b.want(t, "1 idea 2")
	w.Drag("What we mean by “tested”", 3, 3)
	w.Drag("What we mean by “tested”", 0, 400)
	b.want(t, "1 idea 2") // dropped where it was: nothing happened
}

func TestBoardGivesWhatWasDraggedTheFocus(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)

	w.DragOnto("Start a book club", "Done")
	if got := b.Focused(); got != 3 {
		t.Errorf("item %d has the focus", got)
	}
	w.Shortcut(altKey(fyne.KeyLeft))
	if n := len(b.moves); n != 2 {
		t.Errorf("moves %q: the keys do not go on with it", b.moves)
	}
}

func TestBoardDropBesideDoesNothing(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(kit.Pad(kit.All(100), b.Board))
	w.Drag("Start a book club", -400, 0)
	b.want(t)
}

func TestBoardTellsTheItemDraggedFromTheOthers(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	drag := w.ByID("item", "1").Object.(fyne.Draggable)
	drag.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 400, DY: -10}})
	copies := 0
	for _, s := range w.Texts() {
		if s == "What we mean by “tested”" {
			copies++
		}
	}
	if copies != 2 {
		t.Errorf("the item's title is there %d times while it is dragged, want 2: paper and ghost", copies)
	}
	drag.DragEnd()
	b.want(t, "1 ready 0")
}

func TestBoardMovesByKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	b.FocusItem(1)

	w.Shortcut(altKey(fyne.KeyDown))
	w.Shortcut(altKey(fyne.KeyRight))
	w.Shortcut(altKey(fyne.KeyRight))
	w.Shortcut(altKey(fyne.KeyUp))

	b.want(t, "1 idea 1", "1 ready 1", "1 doing 1", "1 doing 0")
	if w.FocusText() != "What we mean by “tested”" {
		t.Errorf("the focus is at %q", w.FocusText())
	}
	w.Shortcut(altKey(fyne.KeyUp)) // already at the top
	if len(b.moves) != 4 {
		t.Errorf("moves %q", b.moves)
	}
}

func TestBoardFocusByArrows(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	b.FocusItem(1)
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "Who knows contract tests?"}, {fyne.KeyRight, "Slow interface suite in Payments"},
		{fyne.KeyRight, "Test-data cookbook"}, {fyne.KeyRight, "Test-data cookbook"},
		{fyne.KeyLeft, "Slow interface suite in Payments"}, {fyne.KeyLeft, "What we mean by “tested”"},
	} {
		w.Key(c.key)
		if w.FocusText() != c.want {
			t.Errorf("after %s the focus is at %q, want %q", c.key, w.FocusText(), c.want)
		}
	}
	w.Key(fyne.KeyReturn)
	if !slices.Equal(b.opened, []int64{1}) {
		t.Errorf("opened %v", b.opened)
	}
}

func TestBoardMovesByMenu(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	w.TapSecondary("Start a book club")
	w.Hover("Move to")
	w.Tap("Parked")
	b.want(t, "3 parked 1")
}

func TestBoardRailOpensAndFolds(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	w.WantNot("Later")
	w.Tap("Parked 1")
	w.Want("Later", "Parked")
	w.TapNode(w.ByID("button", "rail"))
	w.WantNot("Later")
}

func TestBoardItemDroppedOnTheRail(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	w.DragOnto("Start a book club", "Parked 1")
	if len(b.moves) != 1 || b.moves[0][:8] != "3 parked" {
		t.Errorf("moves %q", b.moves)
	}
}

func TestBoardGivesUpTheFocusOfAnItemThatIsGone(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	b.FocusItem(1)
	b.columns[0].Items = nil // with all that might take it
	b.SetColumns(b.columns)
	if w.Win.Canvas().Focused() != nil {
		t.Error("a removed item still has the focus")
	}
}

func TestBoardFixedMovesNothing(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	moved := false
	b := kit.NewBoard(boardColumns(), kit.BoardOptions{Fixed: true, MoveTo: "Move to", OnMove: func(int64, string, int) { moved = true }})
	w.Show(b)
	w.Drag("Start a book club", 400, 0)
	b.FocusItem(1)
	w.Shortcut(altKey(fyne.KeyRight))
	if moved {
		t.Error("an item moved")
	}
}

// In a narrow column the title stands whole above the note, instead of being broken beside it.
func TestBoardTitlesStandWholeInNarrowColumns(t *testing.T) {
	for width, above := range map[float32]bool{560: true, 1200: false} {
		w := uitest.Open(t, uitest.Options{Width: width})
		columns := boardColumns()
		columns[0].Title = "Planned"
		for i := range columns {
			columns[i].Note, columns[i].NoteTone = "4 of 3", kit.WarnTone
		}
		w.Show(kit.NewBoard(columns, kit.BoardOptions{}))
		title, line := w.Find("Planned"), w.Find("Done")
		note := w.FindAll("4 of 3")[0]
		if title.Size.Height != line.Size.Height || (note.At.Y >= title.At.Y+title.Size.Height) != above {
			t.Errorf("%v wide: the title is %v at %v, the note at %v", width, title.Size, title.At, note.At)
		}
	}
}

// Given an item with the focus, when it is removed, then the one below it has the keys, or where there is none the one above.
func TestBoardPassesTheFocusOn(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	w.Show(b.Board)
	remove := func() {
		gone := b.Focused()
		for i := range b.columns {
			b.columns[i].Items = slices.DeleteFunc(slices.Clone(b.columns[i].Items), func(it kit.BoardItem) bool { return it.ID == gone })
		}
		b.SetColumns(b.columns)
		w.Settle()
	}
	first := boardColumns()[0].Items
	b.FocusItem(first[1].ID)
	remove()
	if got := b.Focused(); got != first[2].ID {
		t.Errorf("%d has the focus, want %d", got, first[2].ID)
	}
	remove()
	if got := b.Focused(); got != first[0].ID {
		t.Errorf("%d has the focus, want %d", got, first[0].ID)
	}
}

// countedPaper is what stands on an item; it counts how often it is drawn anew.
type countedPaper struct {
	widget.BaseWidget
	content fyne.CanvasObject
	drawn   int
}

// HeightFor is that of the content.
func (p *countedPaper) HeightFor(width float32) float32 { return kit.HeightFor(p.content, width) }

// Parts are the children.
func (p *countedPaper) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }

// CreateRenderer draws the content.
func (p *countedPaper) CreateRenderer() fyne.WidgetRenderer {
	return kit.Render(p, kit.Drawing{Objects: p.Parts(), Layout: p.content.Resize, Least: p.content.MinSize, Refresh: func() { p.drawn++ }})
}

// Given a board, when what is stored is shown again, moved and changed in one place, then only what changed is drawn anew, and it stands
// where it belongs.
func TestBoardDrawsWhatChanged(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newLiveBoard()
	papers := map[int64]*countedPaper{}
	for c := range b.columns {
		for i := range b.columns[c].Items {
			item := &b.columns[c].Items[i]
			p := &countedPaper{content: item.Content}
			p.ExtendBaseWidget(p)
			papers[item.ID], item.Content = p, p
		}
	}
	b.SetColumns(b.columns)
	w.Show(b.Board)
	for _, p := range papers {
		p.drawn = 0
	}
	b.move(3, "done", 0)
	for id, p := range papers {
		if p.drawn != 0 {
			t.Errorf("item %d was drawn anew %d times", id, p.drawn)
		}
	}
	if at := w.Find("Start a book club").At.X; at < w.Find("Done").At.X-30 {
		t.Errorf("the item stands at %v, its column at %v", at, w.Find("Done").At.X)
	}
	b.columns[3].Items[0].Content = kit.NewBody(kit.Plain("Another text, of so many words that it takes several lines in its column, whichever they are"))
	b.SetColumns(b.columns)
	w.Want("Another text, of so many words that it takes several lines in its column, whichever they are")
	if faults := w.Misfits(); len(faults) > 0 {
		t.Error(faults)
	}
}
