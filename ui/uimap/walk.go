package uimap

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Parted is a widget of our own that hands out its children, since nobody outside can reach its renderer.
type Parted interface{ Parts() []fyne.CanvasObject }

// Named is a widget of our own that says what it is.
type Named interface {
	UINode() (kind, id, text string)
}

// Valued is a widget of our own that says what it holds.
type Valued interface{ UIValue() string }

// Of reads the map of a window, on the window's goroutine. Seq is left at 0.
func Of(window fyne.Window) Map {
	canvas := window.Canvas()
	size := canvas.Size()
	w := &walk{driver: fyne.CurrentApp().Driver(), canvas: canvas, scale: canvas.Scale(), focus: -1}
	whole := area{size: size}
	if content := canvas.Content(); content != nil {
		w.visit(content, w.absolute(content), whole)
	}
	opened := canvas.Overlays().List()
	if menu := openMenu(canvas.Focused()); menu != nil {
		opened = append(slices.Clone(opened), menu)
	}
	for _, overlay := range opened {
		w.layer++
		w.visit(overlay, w.absolute(overlay), whole)
	}
	return Map{
		Title:  window.Title(),
		Scale:  w.scale,
		Size:   Size{size.Width, size.Height},
		Layers: w.layer + 1,
		Focus:  w.focus,
		Menus:  menusOf(window, w.scale),
		Nodes:  w.nodes,
	}
}

// area is a rectangle in points of the canvas.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// cut is the part of a that lies in b.
func (a area) cut(b area) area {
	left, top := max(a.at.X, b.at.X), max(a.at.Y, b.at.Y)
	right := min(a.at.X+a.size.Width, b.at.X+b.size.Width)
	bottom := min(a.at.Y+a.size.Height, b.at.Y+b.size.Height)
	return area{fyne.NewPos(left, top), fyne.NewSize(max(right-left, 0), max(bottom-top, 0))}
}

func (a area) isEmpty() bool { return a.size.Width < 1 || a.size.Height < 1 }

type walk struct {
	driver fyne.Driver
	canvas fyne.Canvas
	scale  float32
	layer  int
	focus  int
	label  string // of what is being walked
	nodes  []Node
}

// visit notes an object that stands at a place, cut by what lies around it, and goes on to its children.
func (w *walk) visit(o fyne.CanvasObject, at fyne.Position, around area) {
	if o == nil || !o.Visible() {
		return
	}
	seen := area{at, o.Size()}.cut(around)
	if said, ok := describe(o); ok {
		w.note(o, said, area{at, drawnSize(o, said)}.cut(around))
		if said.kind == "labelled" {
			outer := w.label
			w.label = said.text
			defer func() { w.label = outer }()
		}
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			w.visit(child, at.Add(child.Position()), around)
		}
	case *container.Scroll:
		if o.Content != nil {
			w.visit(o.Content, at.Add(o.Content.Position()), seen)
		}
	case *container.Clip:
		w.visitParts(o, at, seen)
	default:
		// Asking for a place walks the whole window, so nothing asks for one that cannot be seen.
		if seen.isEmpty() && !o.Size().IsZero() {
			around = area{}
		}
		w.visitParts(o, at, around)
	}
}

// visitParts goes on to what lies within an object that is neither container nor scroll. Where such parts stand
// only the driver knows.
func (w *walk) visitParts(o fyne.CanvasObject, at fyne.Position, around area) {
	for _, child := range children(o) {
		if around.isEmpty() {
			w.visit(child, at, around)
			continue
		}
		place := w.absolute(child)
		// A part that is not drawn at present, such as a list's spare row or a dialog before its first frame, has no place: the driver
		// answers 0, 0.
		if place.IsZero() && (!at.IsZero() || !child.Position().IsZero()) {
			continue
		}
		w.visit(child, place, around)
	}
}

// drawnSize is the room that an object takes on the screen. Text is drawn whole even where its layout gave it no
// height, as the title of Fyne's dialogs.
func drawnSize(o fyne.CanvasObject, said description) fyne.Size {
	if said.kind == "text" {
		return o.Size().Max(o.MinSize())
	}
	return o.Size()
}

func (w *walk) absolute(o fyne.CanvasObject) fyne.Position {
	return w.driver.AbsolutePositionForObject(o)
}

func (w *walk) note(o fyne.CanvasObject, said description, seen area) {
	node := Node{Kind: said.kind, ID: said.id, Text: said.text, Value: said.value, Layer: w.layer, Disabled: said.disabled}
	if said.kind != "text" {
		node.Label = w.label
	}
	if switchable, can := o.(fyne.Disableable); can {
		node.Disabled = switchable.Disabled()
	}
	if focused := w.canvas.Focused(); focused != nil && any(focused) == any(o) {
		node.Focused = true
		w.focus = len(w.nodes)
	}
	if seen.isEmpty() {
		node.Offscreen = true
	} else {
		node.Rect = Rect{Point{seen.at.X, seen.at.Y}, Size{seen.size.Width, seen.size.Height}}
		node.Centre = Point{
			X: (seen.at.X + seen.size.Width/2) * w.scale,
			Y: (seen.at.Y + seen.size.Height/2) * w.scale,
		}
	}
	w.nodes = append(w.nodes, node)
}

// children finds what lies within an object that is neither container nor scroll: what an own widget hands out,
// else what stands in the exported fields by which Fyne's wrappers hold theirs, many of them of types that
// have no exported name.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	if parted, ok := o.(Parted); ok {
		return parted.Parts()
	}
	var found []fyne.CanvasObject
	for _, name := range []string{"Content", "Leading", "Trailing"} {
		if child, ok := held(o, name).(fyne.CanvasObject); ok {
			found = append(found, child)
		}
	}
	if items, ok := held(o, "Items").([]fyne.CanvasObject); ok {
		found = append(found, items...)
	}
	return append(found, subMenu(o)...)
}

// openMenu is the menu of the bar that is open, nil for none: while it is, its title in the bar has the focus.
func openMenu(focused fyne.Focusable) fyne.CanvasObject {
	title, is := focused.(fyne.CanvasObject)
	if !is {
		return nil
	}
	if _, ofBar := held(title, "Menu").(*fyne.Menu); !ofBar {
		return nil
	}
	if menu := childOf(title); menu != nil && menu.Visible() {
		return menu
	}
	return nil
}

// subMenu is the menu that opens beside a menu's entry.
func subMenu(o fyne.CanvasObject) []fyne.CanvasObject {
	if menuItemOf(o) == nil || menuItemOf(o).ChildMenu == nil {
		return nil
	}
	if child := childOf(o); child != nil {
		return []fyne.CanvasObject{child}
	}
	return nil
}

// childOf is the menu that belongs to a title or an entry of a menu. Its type is known, but theirs is not.
func childOf(o fyne.CanvasObject) fyne.CanvasObject {
	method := reflect.ValueOf(o).MethodByName("Child")
	if !method.IsValid() || method.Type().NumIn() != 0 || method.Type().NumOut() != 1 {
		return nil
	}
	child, _ := method.Call(nil)[0].Interface().(fyne.CanvasObject)
	return child
}

// held is what stands in an exported field of the struct behind an object, or in one of a struct that it embeds;
// nil where there is no such field. A struct is handed out by its address, never copied.
func held(o fyne.CanvasObject, name string) any {
	value := reflect.ValueOf(o)
	if value.Kind() != reflect.Pointer || value.IsNil() || value.Elem().Kind() != reflect.Struct {
		return nil
	}
	field, has := value.Elem().Type().FieldByName(name)
	if !has || !field.IsExported() {
		return nil
	}
	inner, err := value.Elem().FieldByIndexErr(field.Index)
	if err != nil || !inner.CanInterface() {
		return nil
	}
	if inner.Kind() == reflect.Struct {
		return inner.Addr().Interface()
	}
	return inner.Interface()
}

// oneLine keeps a map readable: the words of a text that runs over several lines stand in one.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
