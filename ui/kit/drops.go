package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Drops hands the files that are dropped on the window to whoever asked for them last.
type Drops struct{ takers []*func(paths []string) }

// Take lets dropped files come to take until release is called.
func (d *Drops) Take(take func(paths []string)) (release func()) {
	if d == nil {
		return func() {}
	}
	mine := &take
	d.takers = append(d.takers, mine)
	return func() {
		d.takers = slices.DeleteFunc(d.takers, func(t *func([]string)) bool { return t == mine })
	}
}

// Dropped is called by the window; what is no file of this computer is left alone.
func (d *Drops) Dropped(_ fyne.Position, dropped []fyne.URI) {
	var paths []string
	for _, uri := range dropped {
		if uri.Scheme() == "file" {
			paths = append(paths, uri.Path())
		}
	}
	if len(paths) > 0 && len(d.takers) > 0 {
		Guard(func() { (*d.takers[len(d.takers)-1])(paths) })
	}
}
