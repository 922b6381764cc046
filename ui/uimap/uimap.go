// Package uimap writes down what stands in the window and where, for whoever drives the program from outside:
// a journey in a real window finds a button by its words in this map and clicks its middle. It is off unless
// the environment names a file to write to.
package uimap

import (
	"encoding/json"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Variable is the environment variable that names the file.
const Variable = "COPLEADER_UIMAP"

// pause lies between two looks at the window.
const pause = 100 * time.Millisecond

// Map is what stands in a window at one moment.
type Map struct {
	// Seq grows whenever anything in the map changes.
	Seq   int     `json:"seq"`
	Title string  `json:"title"`
	Scale float32 `json:"scale"` // pixels a point
	Size  Size    `json:"size"`  // of the canvas, in points
	// Layers counts what lies one upon the other: 1 with nothing open, one more for each dialog, menu or list.
	Layers int `json:"layers"`
	// Focus is the index of the node with the focus, or -1.
	Focus int    `json:"focus"`
	Menus []Menu `json:"menus,omitempty"`
	Nodes []Node `json:"nodes"`
	// Others are the program's other windows: the one for everybody, while a meeting is under way.
	Others []Map `json:"others,omitempty"`
}

// Node is one thing a person can see or use.
type Node struct {
	// Kind says what it is: button, field, select, check, text, link, menuitem, or the word an own widget uses.
	Kind string `json:"kind"`
	// ID stays the same in every language; empty where the widget has none.
	ID string `json:"id,omitempty"`
	// Text is what stands on it: a button's words, a field's placeholder.
	Text string `json:"text"`
	// Label is what stands beside it: the text of the "labelled" thing that it lies in.
	Label string `json:"label,omitempty"`
	// Value is what it holds: a field's text, the chosen option, "true" or "false" for a check.
	Value string `json:"value,omitempty"`
	// Rect is the visible part, in points; empty where nothing of it can be seen.
	Rect Rect `json:"rect"`
	// Centre of the visible part, in pixels of the window.
	Centre    Point `json:"centre"`
	Offscreen bool  `json:"offscreen,omitempty"`
	Focused   bool  `json:"focused,omitempty"`
	Disabled  bool  `json:"disabled,omitempty"`
	// Layer is 0 for the window's content and counts upward through what is open above it.
	Layer int `json:"layer"`
}

// Point is a place.
type Point struct {
	X float32 `json:"x"`
	Y float32 `json:"y"`
}

// Size is a width and a height.
type Size struct {
	Width  float32 `json:"w"`
	Height float32 `json:"h"`
}

// Rect is a place with a size.
type Rect struct {
	Point
	Size
}

// Watch begins to write the map of a window to the file that the environment names, and does nothing where it
// names none. Every tenth of a second it looks on the window's goroutine, and writes only what has changed.
func Watch(window fyne.Window) (stop func()) {
	path := os.Getenv(Variable)
	if path == "" {
		return func() {}
	}
	fmt.Fprintf(os.Stderr, "%s is set: what stands in the window is written to %s\n", Variable, path)
	w := &watcher{window: window, path: path}
	// Wound only once it is kept, since the first look winds it again.
	w.timer = time.AfterFunc(time.Hour, w.next)
	w.timer.Reset(pause)
	return func() {
		w.stopped.Store(true)
		w.timer.Stop()
	}
}

type watcher struct {
	window fyne.Window
	path   string
	timer  *time.Timer
	seq    int
	last   string // what was written last, without its number
	failed bool

	stopped atomic.Bool
}

// next looks once and winds the timer again only then, so that looks never pile up behind a busy window.
func (w *watcher) next() {
	fyne.Do(func() {
		if err := w.look(); err != nil && !w.failed {
			w.failed = true
			fmt.Fprintf(os.Stderr, "%s: %v\n", Variable, err)
		}
		if !w.stopped.Load() {
			w.timer.Reset(pause)
		}
	})
}

// look writes the map if it is another than before. Readers never see half a map, since it is written beside
// and renamed.
func (w *watcher) look() error {
	now := Of(w.window)
	for _, other := range fyne.CurrentApp().Driver().AllWindows() {
		if other != w.window {
			now.Others = append(now.Others, Of(other))
		}
	}
	text, err := json.Marshal(now)
	if err != nil {
		return err
	}
	if string(text) == w.last {
		return nil
	}
	w.last = string(text)
	w.seq++
	now.Seq = w.seq
	if text, err = json.MarshalIndent(now, "", " "); err != nil {
		return err
	}
	beside := w.path + ".tmp"
	if err := os.WriteFile(beside, text, 0o600); err != nil {
		return err
	}
	return os.Rename(beside, w.path)
}
