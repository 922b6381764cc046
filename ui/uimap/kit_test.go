package uimap_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uimap"
)

// one finds the one node of a kind that is called so, by its words or by its label.
func one(t *testing.T, m uimap.Map, kind, called string) uimap.Node {
	t.Helper()
	var found []uimap.Node
	for _, n := range m.Nodes {
		if n.Kind == kind && (n.Text == called || n.Label == called) {
			found = append(found, n)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d nodes %s %q in %+v", len(found), kind, called, m.Nodes)
	}
	return found[0]
}

func show(t *testing.T, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light, 1))
	window := test.NewTempWindow(t, content)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(1000, 600))
	return window
}

// Given the parts that every screen is built from, then the map names each, knows what it holds, and its centre
// is where a click reaches it.
func TestPartsOfTheKitAreInTheMap(t *testing.T) {
	pressed := false
	name := kit.NewEntry("Ann")
	tick := kit.NewCheck("Came", false, nil)
	level := kit.NewSelect(kit.Options("Core", "Active"), "Core", nil)
	window := show(t, kit.NewPage(kit.VStack(12,
		kit.PageTitle("Members"),
		kit.NewBtn(kit.Primary, "Add member", func() { pressed = true }),
		kit.NewLabelled("Name", name),
		kit.NewLabelled("Level", level),
		kit.NewCard("People", "3 of 7", tick),
	)))
	tap := func(n uimap.Node) {
		test.TapCanvas(window.Canvas(), fyne.NewPos(n.Centre.X, n.Centre.Y))
	}
	m := uimap.Of(window)

	one(t, m, "text", "Members")
	if got := one(t, m, "field", "Name"); got.Value != "Ann" || got.Offscreen {
		t.Errorf("field: %+v", got)
	}
	if got := one(t, m, "select", "Level"); got.Value != "Core" {
		t.Errorf("select: %+v", got)
	}
	tap(one(t, m, "button", "Add member"))
	if !pressed {
		t.Error("the centre of the button does not press it")
	}
	tap(one(t, m, "check", "Came"))
	if !tick.Ticked() || one(t, uimap.Of(window), "check", "Came").Value != "true" {
		t.Error("the centre of the check does not tick it")
	}
	tap(one(t, m, "select", "Level"))
	tap(one(t, uimap.Of(window), "menuitem", "Active"))
	if level.Chosen() != "Active" {
		t.Errorf("chosen: %q", level.Chosen())
	}
}

// Given a list longer than its room, then the rows in sight are in the map with their words, and tapping one's
// centre selects that row, also after scrolling.
func TestRowsOfAListAreInTheMap(t *testing.T) {
	selected := -1
	list := kit.NewList(kit.ListOptions[int]{
		Columns: []kit.Column[int]{
			{ID: "name", Title: "Name", Text: func(row int) []kit.Span { return []kit.Span{{Text: fmt.Sprintf("Person %d", row)}} }},
			{ID: "unit", Title: "Unit", Text: func(int) []kit.Span { return []kit.Span{{Text: "Unit"}} }},
		},
		Key:      func(row int) int64 { return int64(row) },
		OnSelect: func(row int) { selected = row },
	})
	window := show(t, list)
	rows := make([]int, 500)
	for i := range rows {
		rows[i] = i
	}
	list.SetRows(rows)

	for _, offset := range []float32{0, 4000} {
		test.Scroll(window.Canvas(), fyne.NewPos(200, 300), 0, -offset)
		var seen []uimap.Node
		for _, n := range uimap.Of(window).Nodes {
			if n.Kind == "row" && !n.Offscreen {
				seen = append(seen, n)
			}
		}
		if len(seen) < 5 || len(seen) > 40 {
			t.Fatalf("%d rows in sight: %+v", len(seen), seen)
		}
		third := seen[2]
		test.TapCanvas(window.Canvas(), fyne.NewPos(third.Centre.X, third.Centre.Y))
		if third.ID != fmt.Sprint(selected) {
			t.Errorf("the centre of row %+v selects %d", third, selected)
		}
	}
}

// Given a board, then its items are in the map inside their columns.
func TestItemsOfABoardAreInTheMap(t *testing.T) {
	item := func(id int64, title string) kit.BoardItem {
		return kit.BoardItem{ID: id, Title: title, Content: kit.NewBody(kit.Span{Text: title})}
	}
	window := show(t, kit.NewBoard([]kit.BoardColumn{
		{ID: "ideas", Title: "Ideas", Items: []kit.BoardItem{item(1, "Testing guide"), item(2, "Mutation testing")}},
		{ID: "doing", Title: "Doing"},
	}, kit.BoardOptions{MoveTo: "Move to"}))
	m := uimap.Of(window)

	first, second := one(t, m, "item", "Testing guide"), one(t, m, "item", "Mutation testing")
	ideas, doing := one(t, m, "column", "Ideas"), one(t, m, "column", "Doing")
	if first.ID != "1" || first.Offscreen || second.Centre.Y <= first.Centre.Y {
		t.Errorf("items: %+v, %+v", first, second)
	}
	inside := func(n, column uimap.Node) bool {
		return n.Centre.X >= column.Rect.X && n.Centre.X <= column.Rect.X+column.Rect.Width
	}
	if !inside(first, ideas) || inside(first, doing) || !inside(second, ideas) {
		t.Errorf("the items do not lie in their column: %+v in %+v", first, ideas)
	}
	kinds := []string{}
	for _, n := range m.Nodes {
		kinds = append(kinds, n.Kind)
	}
	if !slices.Contains(kinds, "board") {
		t.Errorf("kinds: %v", kinds)
	}
}
