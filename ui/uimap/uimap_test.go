package uimap

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// chip is a widget of our own, with a child that nobody outside could reach.
type chip struct {
	widget.BaseWidget
	label *widget.Label
}

func newChip(text string) *chip {
	c := &chip{label: widget.NewLabel(text)}
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(c.label))
}
func (c *chip) Parts() []fyne.CanvasObject      { return []fyne.CanvasObject{c.label} }
func (c *chip) UINode() (kind, id, text string) { return "chip", "level.core", "Core" }
func (c *chip) UIValue() string                 { return "chosen" }

// name is an entry of our own, made from Fyne's.
type name struct {
	widget.Entry
}

func open(t *testing.T, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	window := test.NewTempWindow(t, content)
	window.SetPadded(false)
	window.SetTitle("Πυξίδα — CoP Leader")
	window.Resize(fyne.NewSize(400, 300))
	return window
}

// only finds the one node of a kind and text.
func only(t *testing.T, m Map, kind, text string) Node {
	t.Helper()
	var found []Node
	for _, node := range m.Nodes {
		if node.Kind == kind && node.Text == text {
			found = append(found, node)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d nodes %s %q in %+v", len(found), kind, text, m.Nodes)
	}
	return found[0]
}

// labelled puts words beside a field, as a widget of our own.
type labelled struct {
	widget.BaseWidget
	row *fyne.Container
}

func (l *labelled) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.row) }
func (l *labelled) Parts() []fyne.CanvasObject          { return []fyne.CanvasObject{l.row} }
func (l *labelled) UINode() (kind, id, text string)     { return "labelled", "", "Purpose" }

func TestFieldKnowsItsLabel(t *testing.T) {
	field := &labelled{row: container.NewVBox(widget.NewLabel("Purpose"), widget.NewEntry())}
	field.ExtendBaseWidget(field)
	m := Of(open(t, container.NewVBox(field, widget.NewButton("Outside", nil))))
	for _, node := range m.Nodes {
		want := ""
		if node.Kind == "field" {
			want = "Purpose"
		}
		if node.Label != want {
			t.Errorf("the label of %+v, want %q", node, want)
		}
	}
	if len(m.Nodes) != 4 {
		t.Errorf("%d nodes: %+v", len(m.Nodes), m.Nodes)
	}
}

func TestMapNamesWhatStandsInTheWindow(t *testing.T) {
	entry := widget.NewEntry()
	entry.SetPlaceHolder("Name")
	entry.SetText("王晓梅")
	own := &name{}
	own.ExtendBaseWidget(own)
	own.SetPlaceHolder("Own")
	off := widget.NewButton("Remove", nil)
	off.Disable()
	hidden := widget.NewButton("Hidden", nil)
	hidden.Hide()
	check := widget.NewCheck("Came", nil)
	check.SetChecked(true)
	choice := widget.NewSelect([]string{"Core", "Active"}, nil)
	choice.SetSelected("Active")
	window := open(t, container.NewVBox(widget.NewButton("Add", nil), entry, own, off, hidden, check, choice,
		widget.NewLabel("two\nlines"), newChip("within"), canvas.NewText("drawn", nil)))
	window.Resize(fyne.NewSize(400, 600))
	window.Canvas().Focus(entry)

	m := Of(window)

	if m.Title != "Πυξίδα — CoP Leader" || m.Scale != 1 || m.Layers != 1 || m.Size.Width != 400 {
		t.Errorf("the head is %+v", m)
	}
	for _, want := range []Node{
		{Kind: "button", Text: "Add"},
		{Kind: "field", Text: "Name", Value: "王晓梅", Focused: true},
		{Kind: "field", Text: "Own"},
		{Kind: "button", Text: "Remove", Disabled: true},
		{Kind: "check", Text: "Came", Value: "true"},
		{Kind: "select", Text: "(Select one)", Value: "Active"},
		{Kind: "text", Text: "two lines"},
		{Kind: "chip", ID: "level.core", Text: "Core", Value: "chosen"},
		{Kind: "text", Text: "within"},
		{Kind: "text", Text: "drawn"},
	} {
		got := only(t, m, want.Kind, want.Text)
		got.Rect, got.Centre = Rect{}, Point{}
		if got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	if len(m.Nodes) != 10 {
		t.Errorf("%d nodes: %+v", len(m.Nodes), m.Nodes)
	}
	// The chip's part lies in a padding that the chip does not hand out: only the driver knows its place.
	if outer, inner := only(t, m, "chip", "Core").Rect, only(t, m, "text", "within").Rect; inner.X <= outer.X || inner.Y <= outer.Y {
		t.Errorf("a part at %+v within %+v", inner, outer)
	}
	if m.Nodes[m.Focus].Text != "Name" {
		t.Errorf("the focus is said to be on %+v", m.Nodes[m.Focus])
	}
}

// Given a button found in the map, when its centre is tapped, then it is that button that answers; also for a
// child of an own widget.
func TestCentreHitsWhatItNames(t *testing.T) {
	tapped := ""
	var rows []fyne.CanvasObject
	for _, text := range []string{"a", "b", "c"} {
		rows = append(rows, widget.NewButton(text, func() { tapped = text }))
	}
	window := open(t, container.NewBorder(widget.NewLabel("above"), nil, widget.NewLabel("left"), nil,
		container.NewVBox(rows...)))
	for _, text := range []string{"a", "b", "c"} {
		centre := only(t, Of(window), "button", text).Centre
		test.TapCanvas(window.Canvas(), fyne.NewPos(centre.X, centre.Y))
		if tapped != text {
			t.Errorf("the centre of %q hits %q", text, tapped)
		}
	}
}

func TestScrollCutsWhatItHides(t *testing.T) {
	rows := container.NewVBox()
	for i := range 20 {
		rows.Add(newChip(fmt.Sprintf("row %d", i)))
	}
	scroll := container.NewVScroll(rows)
	window := open(t, scroll)

	if first := only(t, Of(window), "text", "row 0"); first.Offscreen || first.Rect.Y <= 0 {
		t.Errorf("the first row: %+v", first)
	}
	last := only(t, Of(window), "text", "row 19")
	if !last.Offscreen || last.Rect != (Rect{}) || last.Centre != (Point{}) {
		t.Errorf("the last row, out of sight: %+v", last)
	}

	scroll.ScrollToBottom()
	m := Of(window)
	if first := only(t, m, "text", "row 0"); !first.Offscreen {
		t.Errorf("the first row, scrolled away: %+v", first)
	}
	if last := only(t, m, "text", "row 19"); last.Offscreen || last.Rect.Y+last.Rect.Height > 300 {
		t.Errorf("the last row, scrolled to: %+v", last)
	}

	scroll.ScrollToOffset(fyne.NewPos(0, 25))
	row := only(t, Of(window), "text", "row 0")
	if row.Offscreen || row.Rect.Y != 0 || row.Rect.Height >= 30 || row.Centre.Y >= 15 {
		t.Errorf("a row half hidden is not cut: %+v", row)
	}
}

// Given a dialog, a list of options or a menu above the content, then its entries are in the map, on the topmost
// layer, and their centres work.
func TestOverlaysAreLayers(t *testing.T) {
	choice := widget.NewSelect([]string{"Core", "Active", "Occasional"}, nil)
	window := open(t, container.NewVBox(widget.NewButton("Under", nil), choice))

	test.Tap(choice)
	m := Of(window)
	option := only(t, m, "menuitem", "Active")
	if m.Layers != 2 || option.Layer != 1 || only(t, m, "button", "Under").Layer != 0 {
		t.Fatalf("with an open list: %+v", m)
	}
	test.TapCanvas(window.Canvas(), fyne.NewPos(option.Centre.X, option.Centre.Y))
	if choice.Selected != "Active" || Of(window).Layers != 1 {
		t.Errorf("the option was not chosen: %q, %d layers", choice.Selected, Of(window).Layers)
	}

	answer := false
	dialog.ShowConfirm("Remove?", "Sure?", func(yes bool) { answer = yes }, window)
	if title := only(t, Of(window), "text", "Remove?"); title.Offscreen {
		t.Errorf("a dialog's title: %+v", title)
	}
	yes := only(t, Of(window), "button", "Yes")
	if yes.Layer != 1 || yes.Offscreen {
		t.Errorf("a dialog's button: %+v", yes)
	}
	test.TapCanvas(window.Canvas(), fyne.NewPos(yes.Centre.X, yes.Centre.Y))
	if !answer {
		t.Error("the dialog's button was not hit")
	}

	off := fyne.NewMenuItem("Rename", nil)
	off.Disabled = true
	marked := fyne.NewMenuItem("Pinned", nil)
	marked.Checked = true
	within := fyne.NewMenuItem("Move to", nil)
	within.ChildMenu = fyne.NewMenu("", fyne.NewMenuItem("Doing", nil))
	menu := widget.NewPopUpMenu(fyne.NewMenu("", off, fyne.NewMenuItemSeparator(), marked, within), window.Canvas())
	menu.ShowAtPosition(fyne.NewPos(40, 40))
	m = Of(window)
	if !only(t, m, "menuitem", "Rename").Disabled || only(t, m, "menuitem", "Pinned").Value != "true" {
		t.Errorf("a menu's entries: %+v", m.Nodes)
	}
	for range 3 {
		menu.ActivateNext()
	}
	menu.ActivateLastSubmenu()
	if doing := only(t, Of(window), "menuitem", "Doing"); doing.Offscreen {
		t.Errorf("an entry of the menu beside: %+v", doing)
	}
}

func TestMenuBarIsListed(t *testing.T) {
	window := open(t, widget.NewLabel("x"))
	if menus := Of(window).Menus; menus != nil {
		t.Errorf("menus of a window without: %+v", menus)
	}
	undo := fyne.NewMenuItem("Undo", nil)
	undo.Disabled = true
	within := fyne.NewMenuItem("Move to", nil)
	within.ChildMenu = fyne.NewMenu("", fyne.NewMenuItem("Doing", nil))
	window.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu("File", fyne.NewMenuItem("Open…", nil)),
		fyne.NewMenu("Edit", undo, fyne.NewMenuItemSeparator(), within)))

	menus := Of(window).Menus

	if len(menus) != 2 || menus[0].Title != "File" || menus[0].Entries[0].Text != "Open…" {
		t.Fatalf("menus: %+v", menus)
	}
	edit := menus[1].Entries
	if len(edit) != 2 || !edit[0].Disabled || edit[1].Text != "Move to" || edit[1].Entries[0].Text != "Doing" {
		t.Errorf("entries: %+v", edit)
	}
	if menus[1].Centre.X <= menus[0].Centre.X || menus[0].Centre.Y <= 0 {
		t.Errorf("places: %+v, %+v", menus[0].Centre, menus[1].Centre)
	}
}

// Given a window that does not change, then the file is written once; given a change, it is written again under
// a higher number, and no half-written file is left beside it.
func TestFileIsWrittenOnlyWhenSomethingChanged(t *testing.T) {
	label := widget.NewLabel("before")
	window := open(t, label)
	path := filepath.Join(t.TempDir(), "map.json")
	w := &watcher{window: window, path: path}

	look := func() Map {
		t.Helper()
		if err := w.look(); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var m Map
		if err := json.Unmarshal(text, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	first := look()
	if first.Seq != 1 || only(t, first, "text", "before").Offscreen {
		t.Errorf("first: %+v", first)
	}
	if again := look(); again.Seq != 1 {
		t.Errorf("nothing changed, yet it is number %d", again.Seq)
	}
	label.SetText("after")
	second := look()
	if second.Seq != 2 {
		t.Errorf("number %d after a change", second.Seq)
	}
	only(t, second, "text", "after")
	if _, err := os.Stat(path + ".tmp"); !os.IsNotExist(err) {
		t.Errorf("left beside: %v", err)
	}
}

func TestFolderThatIsNotThereIsAnError(t *testing.T) {
	w := &watcher{window: open(t, widget.NewLabel("x")), path: filepath.Join(t.TempDir(), "none", "map.json")}
	if err := w.look(); err == nil || !strings.Contains(err.Error(), "map.json") {
		t.Errorf("the error is %v", err)
	}
}

func TestWatchIsOffUnlessAsked(t *testing.T) {
	t.Setenv(Variable, "")
	Watch(nil)() // nothing that would look at the window

	path := filepath.Join(t.TempDir(), "map.json")
	t.Setenv(Variable, path)
	stop := Watch(open(t, widget.NewLabel("x")))
	defer stop()
	for range 100 {
		if _, err := os.Stat(path); err == nil {
			return
		}
		time.Sleep(pause / 4)
	}
	t.Error("no map was written")
}

// A full page: how long one look takes.
func BenchmarkOf(b *testing.B) {
	test.NewTempApp(b)
	rows := container.NewVBox()
	for i := range 200 {
		rows.Add(container.NewHBox(newChip(fmt.Sprint(i)), widget.NewButton("Edit", nil), widget.NewLabel("x")))
	}
	window := test.NewTempWindow(b, container.NewVScroll(rows))
	window.Resize(fyne.NewSize(1280, 800))
	b.ReportAllocs()
	for b.Loop() {
		Of(window)
	}
}

// undrawn is a widget that has placed its child, but not drawn it yet.
type undrawn struct {
	widget.BaseWidget
	child *widget.Button
}

func (u *undrawn) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
func (u *undrawn) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{u.child} }

// Given a dialog in the window's corner of which no frame was drawn yet, then the map has none of its parts, rather than all in that corner,
// where a click would hit nothing.
func TestNothingIsMappedBeforeItIsDrawn(t *testing.T) {
	u := &undrawn{child: widget.NewButton("Save", func() {})}
	u.ExtendBaseWidget(u)
	u.child.Move(fyne.NewPos(120, 80))
	u.child.Resize(fyne.NewSize(60, 30))
	for _, node := range Of(open(t, u)).Nodes {
		if node.Text == "Save" {
			t.Errorf("it stands at %+v", node.Rect)
		}
	}
}

// title is a title of the menu bar as the driver has one.
type title struct {
	chip
	Menu  *fyne.Menu
	child *widget.Menu
}

func (m *title) Child() *widget.Menu { return m.child }
func (m *title) FocusGained()        {}
func (m *title) FocusLost()          {}
func (m *title) TypedRune(rune)      {}
func (m *title) TypedKey(*fyne.KeyEvent) {
}

// Given a menu of the bar, then its entries are the topmost layer while it is open, and nothing while it is not.
func TestOpenMenuOfTheBarIsALayer(t *testing.T) {
	menu := fyne.NewMenu("Edit", fyne.NewMenuItem("Undo", nil))
	bar := &title{chip: *newChip("Edit"), Menu: menu, child: widget.NewMenu(menu)}
	bar.ExtendBaseWidget(bar)
	bar.child.Hide()
	window := open(t, container.NewWithoutLayout(bar, bar.child))
	bar.child.Move(fyne.NewPos(20, 30))
	bar.child.Resize(bar.child.MinSize())
	window.Canvas().Focus(bar)
	if m := Of(window); m.Layers != 1 {
		t.Errorf("closed: %d layers", m.Layers)
	}
	bar.child.Show()
	m := Of(window)
	at := slices.IndexFunc(m.Nodes, func(n Node) bool { return n.Kind == "menuitem" && n.Text == "Undo" && n.Layer == 1 })
	if m.Layers != 2 || at < 0 || m.Nodes[at].Centre.Y < 30 {
		t.Errorf("open: %d layers, %+v", m.Layers, m.Nodes)
	}
}
