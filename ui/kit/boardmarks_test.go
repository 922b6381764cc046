package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// markingBoard is a board on which several items can be chosen, and what it asked for.
type markingBoard struct {
	*kit.Board
	asked []string
	told  int
}

func newMarkingBoard() *markingBoard {
	m := &markingBoard{}
	columns := boardColumns()
	for i := range columns {
		columns[i].Add = "Add to " + columns[i].Title
	}
	m.Board = kit.NewBoard(columns, kit.BoardOptions{
		MoveTo: "Move to", OnMark: func() { m.told++ },
		OnOpen: func(id int64) { m.asked = append(m.asked, fmt.Sprintf("open %d", id)) },
		OnMove: func(id int64, column string, index int) {
			m.asked = append(m.asked, fmt.Sprintf("move %d %s %d", id, column, index))
		},
		OnMoveMany: func(ids []int64, column string, index int) {
			m.asked = append(m.asked, fmt.Sprintf("move %v %s %d", ids, column, index))
		},
		OnDelete: func(id int64) { m.asked = append(m.asked, fmt.Sprintf("delete %d", id)) },
		OnAdd:    func(column string) { m.asked = append(m.asked, "add "+column) },
		Several:  func(n int) string { return fmt.Sprintf("%d items", n) },
	})
	return m
}

func (m *markingBoard) wantMarked(t *testing.T, what string, want ...int64) {
	t.Helper()
	if got := m.Marked(); !slices.Equal(got, want) {
		t.Errorf("%s: marked are %v, want %v", what, got, want)
	}
}

func (m *markingBoard) wantAsked(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(m.asked, want) {
		t.Errorf("asked for %q, want %q", m.asked, want)
	}
	m.asked = nil
}

// Given a board, when items are tapped with Ctrl and Shift, then they are chosen and none is opened; a plain tap opens one alone.
func TestBoardChoosesSeveralByPointer(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	tap := func(id int64) { w.TapNode(w.ByID("item", fmt.Sprint(id))) }
	w.Holding(ctrl, func() { tap(1) })
	b.wantMarked(t, "Ctrl", 1)
	w.Holding(fyne.KeyModifierShift, func() { tap(3) })
	b.wantMarked(t, "Shift", 1, 2, 3)
	w.Holding(ctrl, func() { tap(2) })
	b.wantMarked(t, "Ctrl takes out", 1, 3)
	w.Holding(ctrl, func() { tap(4) })
	b.wantMarked(t, "Ctrl in another column", 1, 3, 4)
	b.wantAsked(t)
	tap(4)
	b.wantMarked(t, "a plain tap")
	b.wantAsked(t, "open 4")
}

// Given a board, when keys are pressed with Shift and Ctrl, then items are chosen; Delete asks for all, Escape leaves one.
func TestBoardChoosesSeveralByKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	b.FocusItem(1)
	shift := func(key fyne.KeyName) { w.Holding(fyne.KeyModifierShift, func() { w.Key(key) }) }
	shift(fyne.KeyDown)
	shift(fyne.KeyDown)
	b.wantMarked(t, "Shift+Down twice", 1, 2, 3)
	shift(fyne.KeyUp)
	b.wantMarked(t, "Shift+Up", 1, 2)
	shift(fyne.KeyRight)
	if got := b.Marked(); len(got) != 3 {
		t.Errorf("Shift+Right: marked are %v", got)
	}
	w.Key(fyne.KeyDelete)
	b.wantAsked(t, fmt.Sprintf("delete %d", b.Focused()))
	w.Key(fyne.KeyEscape)
	b.wantMarked(t, "Escape")
	if b.Focused() == 0 {
		t.Error("Escape left the board too")
	}
	w.Shortcut(&fyne.ShortcutSelectAll{})
	if b.MarkCount() < 5 {
		t.Errorf("Ctrl+A marks %d", b.MarkCount())
	}
	w.Key(fyne.KeyEscape)
	b.FocusItem(1)
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: ctrl})
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: ctrl})
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: ctrl})
	b.wantMarked(t, "Ctrl+Space", 1, 3)
}

// Given several chosen, when one of them is dragged, or moved by keys, then all are; one that is not among them goes alone.
func TestBoardMovesSeveral(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	b.Mark(1, 2)
	b.FocusItem(1)
	w.Shortcut(altKey(fyne.KeyRight))
	w.Shortcut(altKey(fyne.KeyDown))
	w.Shortcut(altKey(fyne.KeyUp))
	b.wantAsked(t, "move [1 2] ready 0", "move [1 2] idea 1")
	w.DragOnto("What we mean by “tested”", "Done")
	b.wantAsked(t, "move [1 2] done 0")
	w.DragOnto("Start a book club", "Done")
	b.wantAsked(t, "move 3 done 0")
}

// Given several chosen, when some are shown no more, then the others stay chosen, and the screen is told.
func TestBoardChoosesOnlyWhatIsShown(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	b.Mark(1, 2, 3, 99)
	before := b.told
	columns := boardColumns()
	columns[0].Items = columns[0].Items[1:]
	b.SetColumns(columns)
	b.wantMarked(t, "one gone", 2, 3)
	if b.told == before {
		t.Error("nobody was told")
	}
}

// Given columns with a plus, then it says to which it adds.
func TestBoardPlus(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	w.TapNode(w.ByID("button", "add.ready"))
	b.wantAsked(t, "add ready")
}

// Given a board from which all items go while one has the focus, then its keys choose nothing any more, nor does Ctrl+A.
func TestBoardWithoutItemsChoosesNothing(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	b := newMarkingBoard()
	w.Show(b.Board)
	b.FocusItem(1)
	gone := w.Win.Canvas().Focused()
	columns := boardColumns()
	for i := range columns {
		columns[i].Items = nil
	}
	b.SetColumns(columns)
	w.Settle()
	b.MarkAll()
	keys, _ := gone.(fyne.Shortcutable)
	for _, s := range []fyne.Shortcut{&fyne.ShortcutSelectAll{}, &desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: ctrl}, altKey(fyne.KeyDown)} {
		keys.TypedShortcut(s)
	}
	if b.MarkCount() != 0 {
		t.Errorf("%d are marked", b.MarkCount())
	}
}
