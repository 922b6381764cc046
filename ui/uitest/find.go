package uitest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
)

// Node is one thing on screen with the words it shows.
type Node struct {
	Object fyne.CanvasObject
	Text   string
	// At and Size are where it stands in the window.
	At   fyne.Position
	Size fyne.Size
	// scroll is the innermost scroll it stands in, at scrollAt.
	scroll   *container.Scroll
	scrollAt fyne.Position
}

// Centre is the node's middle in the window.
func (n Node) Centre() fyne.Position { return n.At.AddXY(n.Size.Width/2, n.Size.Height/2) }

// walker collects nodes from the top downwards.
type walker struct {
	nodes []Node
	all   bool // also those without words
}

func (k *walker) visit(o fyne.CanvasObject, at fyne.Position, scroll *container.Scroll, scrollAt fyne.Position) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	text, leaf := wordsOf(o)
	if text != "" || k.all {
		// Tests write a space where a sentence has one that no line breaks at.
		text = kit.WithoutKeys(strings.ReplaceAll(text, "\u00a0", " "))
		k.nodes = append(k.nodes, Node{Object: o, Text: text, At: at, Size: o.Size(), scroll: scroll, scrollAt: scrollAt})
	}
	if leaf {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			k.visit(child, at, scroll, scrollAt)
		}
	case *container.Scroll:
		for _, child := range test.WidgetRenderer(o).Objects() {
			k.visit(child, at, o, at)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			k.visit(child, at, scroll, scrollAt)
		}
	}
}

// wordsOf is what an object itself shows, and whether that is all there is in it.
func wordsOf(o fyne.CanvasObject) (text string, leaf bool) {
	switch o := o.(type) {
	case *canvas.Text:
		return o.Text, true
	case *widget.Entry:
		return o.Text, true
	case interface {
		UINode() (kind, id, text string)
	}:
		kind, _, text := o.UINode()
		if kind == "field" {
			if v, ok := o.(interface{ UIValue() string }); ok && v.UIValue() != "" {
				text = v.UIValue()
			}
			return text, true
		}
		parted, ok := o.(interface{ Parts() []fyne.CanvasObject })
		if ok && len(parted.Parts()) == 0 {
			return text, true
		}
	}
	return "", false
}

// top is what taps reach: the uppermost dialog or menu, else the window.
func (w *Window) top() fyne.CanvasObject {
	if o := w.Win.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return w.Win.Canvas().Content()
}

func (w *Window) nodes(all bool) []Node {
	w.Settle()
	k := walker{all: all}
	k.visit(w.top(), fyne.Position{}, nil, fyne.Position{})
	return k.nodes
}

// Texts are the words of everything that is shown, top to bottom as drawn; behind an open dialog nothing counts.
func (w *Window) Texts() []string {
	var out []string
	for _, n := range w.nodes(false) {
		out = append(out, n.Text)
	}
	return out
}

// HasText tells whether some text on screen contains the words.
func (w *Window) HasText(words string) bool { return anyHas(w.Texts(), words) }

func anyHas(texts []string, words string) bool {
	return slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, words) })
}

// Want fails the test unless all of the words are on screen.
func (w *Window) Want(words ...string) {
	w.t.Helper()
	shown := w.Texts()
	for _, text := range words {
		if !anyHas(shown, text) {
			w.t.Errorf("%q is not on screen; there is:\n  %s", text, strings.Join(shown, "\n  "))
		}
	}
}

// WantNot fails the test if any of the words is on screen.
func (w *Window) WantNot(words ...string) {
	w.t.Helper()
	shown := w.Texts()
	for _, text := range words {
		if anyHas(shown, text) {
			w.t.Errorf("%q is on screen and should not be", text)
		}
	}
}

// FindAll are all nodes that say exactly this; where there are none, those that contain it.
func (w *Window) FindAll(text string) []Node {
	var exact, partly []Node
	for _, n := range w.nodes(false) {
		switch {
		case n.Text == text:
			exact = append(exact, n)
		case strings.Contains(n.Text, text):
			partly = append(partly, n)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return partly
}

// Find is the thing that says this; one that can be tapped goes before one that is only read. The test fails when there is
// none.
func (w *Window) Find(text string) Node {
	w.t.Helper()
	found := w.FindAll(text)
	for _, n := range found {
		if _, ok := n.Object.(fyne.Tappable); ok {
			return n
		}
	}
	if len(found) == 0 {
		w.t.Fatalf("%q is not on screen; there is:\n  %s", text, strings.Join(w.Texts(), "\n  "))
	}
	return found[0]
}

// ByID is the kit part with an ID: a button by its command, a board item by its number. The test fails when there is none.
func (w *Window) ByID(kind, id string) Node {
	w.t.Helper()
	for _, n := range w.nodes(true) {
		if named, ok := n.Object.(interface {
			UINode() (kind, id, text string)
		}); ok {
			if k, i, _ := named.UINode(); k == kind && i == id {
				return n
			}
		}
	}
	w.t.Fatalf("there is no %s with the ID %q on screen", kind, id)
	return Node{}
}

// AllOf are the kit parts of a kind that are on screen.
func (w *Window) AllOf(kind string) (found []Node) {
	for _, n := range w.nodes(true) {
		if named, ok := n.Object.(interface {
			UINode() (kind, id, text string)
		}); ok {
			if k, _, _ := named.UINode(); k == kind {
				found = append(found, n)
			}
		}
	}
	return found
}

// Each does something with each thing on screen, as it is drawn.
func (w *Window) Each(do func(o fyne.CanvasObject)) {
	for _, n := range w.nodes(true) {
		do(n.Object)
	}
}

// Field is the input under a label, or the one that shows this as its placeholder. The test fails when there is none.
func (w *Window) Field(label string) Node {
	w.t.Helper()
	nodes := w.nodes(true)
	var labels []string
	for _, n := range nodes {
		if l, ok := n.Object.(*kit.Labelled); ok {
			if l.Label() == label {
				return w.inputIn(l, nodes)
			}
			labels = append(labels, l.Label())
		}
	}
	for _, n := range nodes {
		if f, ok := n.Object.(interface {
			UINode() (kind, id, text string)
		}); ok {
			if kind, _, text := f.UINode(); kind == "field" && text == label {
				return n
			}
		}
	}
	w.t.Fatalf("no field %q; there are: %s", label, strings.Join(labels, ", "))
	return Node{}
}

// entered is the field itself at a place that has one, with what stands in it: nothing where somebody is told that there is nothing.
func entered(n Node) Node {
	if r, is := n.Object.(*kit.Reading); is {
		n.Text = r.Text()
		if r.Shown() != nil {
			n.Object = r.Shown()
		}
	}
	if d, is := n.Object.(*kit.DateField); is {
		n.Object = d.Entry
	}
	if f, is := n.Object.(interface{ UIValue() string }); is {
		if _, chooses := n.Object.(*kit.Select); !chooses {
			n.Text = f.UIValue()
		}
	}
	return n
}

func (w *Window) inputIn(l *kit.Labelled, nodes []Node) Node {
	w.t.Helper()
	for _, n := range nodes {
		if n.Object == l.Input() {
			return entered(n)
		}
	}
	w.t.Fatalf("the field %q is not on screen", l.Label())
	return Node{}
}

// Nameless are the parts of our own in the window, or in the uppermost dialog, that can have the focus, or be pressed and hold nothing else,
// and tell assistive technology nothing.
func (w *Window) Nameless() []string {
	var out []string
	for _, n := range w.nodes(true) {
		if !wantsName(n.Object) {
			continue
		}
		if said, names := n.Object.(fyne.Accessible); !names || said.AccessibilityLabel() == "" {
			out = append(out, fmt.Sprintf("%T has no name for assistive technology", n.Object))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func wantsName(o fyne.CanvasObject) bool {
	if able, is := o.(fyne.Disableable); is && able.Disabled() {
		return false
	}
	_, focused := o.(fyne.Focusable)
	_, pressed := o.(fyne.Tappable)
	parted, ours := o.(interface{ Parts() []fyne.CanvasObject })
	own := strings.HasPrefix(reflect.Indirect(reflect.ValueOf(o)).Type().PkgPath(), "copleader/")
	return own && (focused || pressed && ours && len(parted.Parts()) == 0)
}
