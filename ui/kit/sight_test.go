package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// wantInSight fails when a part of an object, given by its top and height, lies outside the window's height below top.
func wantInSight(t *testing.T, w *uitest.Window, o fyne.CanvasObject, top, height float32) {
	t.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + top
	if room := w.Win.Canvas().Size().Height; at < 0 || at+height > room {
		t.Errorf("stands from %v to %v in a window %v high", at, at+height, room)
	}
}

// wantFocusInSight fails when what has the focus is not in the window.
func wantFocusInSight(t *testing.T, w *uitest.Window) {
	t.Helper()
	o, ok := w.Win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		t.Fatal("nothing has the focus")
	}
	wantInSight(t, w, o, 0, o.Size().Height)
}

func TestTabScrollsToWhatGetsTheFocus(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
	stack := kit.VStack(30)
	for i := range 20 {
		stack.Add(kit.NewLabelled(fmt.Sprint("Name ", i), kit.NewEntry("")))
		stack.Add(kit.NewCheck(fmt.Sprint("Tick ", i), false, nil))
		stack.Add(kit.NewSelect(kit.Options("One", "Two"), "One", nil))
		stack.Add(kit.Left(kit.NewBtn(kit.Quiet, fmt.Sprint("Press ", i), nil)))
		stack.Add(kit.NewDateField(w.Deps(), w.Timer, w.Clock.Today(), nil))
	}
	page := kit.NewPage(stack)
	w.Show(page)

	for range 60 {
		w.Key(fyne.KeyTab)
		wantFocusInSight(t, w)
	}
	if page.Offset() == 0 {
		t.Fatal("the page has not been scrolled")
	}
	for range 60 {
		w.Win.Canvas().FocusPrevious()
		wantFocusInSight(t, w)
	}
	if w.Win.Canvas().FocusNext(); page.Offset() != 0 {
		t.Errorf("at the first field the page is scrolled to %v", page.Offset())
	}
}

func TestTabShowsTheLabelOfAField(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
	name := kit.NewLabelled("Name", kit.NewEntry(""))
	below := kit.NewEntry("")
	w.Show(kit.NewPage(kit.VStack(400, name, below)))

	w.Win.Canvas().Focus(below)
	w.Win.Canvas().FocusPrevious()

	wantInSight(t, w, name, 0, name.Size().Height)
}

func TestTabScrollsInADialogAndThroughScrollsInScrolls(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 400})
	var fields []kit.FormField
	for i := range 12 {
		fields = append(fields, kit.FormField{Name: fmt.Sprint(i), Label: fmt.Sprint("Field ", i), Input: kit.NewEntry("")})
	}
	form := kit.OpenForm(w.Deps(), kit.Form{Title: "Add member", Fields: fields, Save: func() error { return nil }})
	for range 11 {
		w.Key(fyne.KeyTab)
		wantInSight(t, w, w.Win.Canvas().Focused().(fyne.CanvasObject), 0, 60) // the buttons stand below
	}
	form.Close()

	inner := kit.VStack(20)
	for range 12 {
		inner.Add(kit.NewEntry(""))
	}
	box := kit.NewScroll(inner)
	board := kit.NewBoard([]kit.BoardColumn{
		{ID: "a", Title: "A", Items: []kit.BoardItem{boardItem(1, "First", "", 0)}}, {ID: "b", Title: "B"}, {ID: "c", Title: "C"},
		{ID: "d", Title: "D"}, {ID: "e", Title: "E", Items: []kit.BoardItem{boardItem(2, "Last", "", 0)}},
	}, kit.BoardOptions{MoveTo: "Move to"})
	w.Show(kit.NewPage(kit.VStack(10, kit.Space(10, 500), box)))
	for range 12 {
		w.Key(fyne.KeyTab)
		wantFocusInSight(t, w)
	}

	w.Resize(500, 400)
	w.Show(board)
	board.FocusItem(2)
	last := w.Win.Canvas().Focused().(fyne.CanvasObject)
	if x := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).X; x < 0 || x+last.Size().Width > 500 {
		t.Errorf("the item stands from %v to %v in a window 500 wide", x, x+last.Size().Width)
	}
}

func TestFocusByPointerLeavesThePageWhereItIs(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
	f := kit.NewEntry("")
	page := kit.NewPage(kit.VStack(0, kit.Space(10, 280), f, kit.Space(10, 400)))
	w.Show(page) // the field's lower half lies below the window

	f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if page.Offset() != 0 {
		t.Errorf("pressed, the page is scrolled to %v under the pointer", page.Offset())
	}
	w.Keys("a")
	wantFocusInSight(t, w)
}

func TestTypingOnKeepsTheLineInSight(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
	f := kit.NewTextArea(w.Timer, 2, strings.Repeat("line\n", 30), nil)
	page := kit.NewPage(f)
	w.Show(page)
	w.Win.Canvas().Focus(f)
	if page.Offset() != 0 {
		t.Errorf("with the cursor in its first line the page is scrolled to %v", page.Offset())
	}

	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	for range 5 {
		w.Keys("x\n")
		wantInSight(t, w, f, f.CursorPosition().Y, 20)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	wantInSight(t, w, f, f.CursorPosition().Y, 20)
}

func TestWholeListScrollsItsPageToTheRow(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
	l := kit.NewList(kit.ListOptions[person]{
		Key: func(p person) int64 { return p.id }, Whole: true,
		Columns: []kit.Column[person]{{Title: "Name", Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.name)} }}},
	})
	l.SetRows(bigList(40).Rows())
	page := kit.NewPage(kit.VStack(0, kit.Space(10, 200), kit.NewCard("Coming up", "", l)))
	w.Show(page)
	wantRow := func(name string) {
		t.Helper()
		n := w.Find(name)
		if n.At.Y < 0 || n.At.Y+n.Size.Height > 300 {
			t.Errorf("%s stands from %v to %v in a window 300 high", name, n.At.Y, n.At.Y+n.Size.Height)
		}
	}

	l.Select(30)
	wantRow("Person 00030")
	w.Win.Canvas().Focus(l)
	wantRow("Person 00030")
	for i := 31; i <= 40; i++ {
		w.Key(fyne.KeyDown)
		wantRow(fmt.Sprintf("Person %05d", i))
	}
	w.Key(fyne.KeyHome)
	wantRow("Person 00001")

	page.SetOffset(900)
	before := page.Offset()
	w.Leave()
	test.TapCanvas(w.Win.Canvas(), fyne.NewPos(300, 150))
	if page.Offset() != before {
		t.Errorf("a tap on a row that can be seen scrolls from %v to %v", before, page.Offset())
	}
}

// BenchmarkFocusInSight is what a Tab costs on a page of 200 fields.
func BenchmarkFocusInSight(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	stack := kit.VStack(8)
	for i := range 200 {
		stack.Add(kit.NewLabelled(fmt.Sprint("Name ", i), kit.NewEntry("")))
	}
	last := kit.NewEntry("")
	stack.Add(last)
	w.Show(kit.NewPage(stack))
	w.Win.Canvas().Focus(last)
	for range b.N {
		kit.FocusInSight()
	}
}

// The pointer rests on a field almost anywhere in a form: the wheel still moves what the field stands in.
func TestWheelOverAFieldScrollsThePage(t *testing.T) {
	for name, field := range map[string]fyne.CanvasObject{
		"one line":      kit.NewEntry(strings.Repeat("A long line. ", 100)),
		"several lines": kit.NewArea(4, "Three\nshort\nlines"),
		"number":        kit.NewNumberField(nil, 3, true, nil),
	} {
		t.Run(name, func(t *testing.T) {
			w := uitest.Open(t, uitest.Options{Width: 960, Height: 300})
			page := kit.NewPage(kit.VStack(400, field, kit.NewEntry("")))
			w.Show(page)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).AddXY(30, 12)

			test.Scroll(w.Win.Canvas(), at, 0, -50)

			if page.Offset() != 50 {
				t.Errorf("the page has been scrolled by %v, not by 50", page.Offset())
			}
		})
	}
}
