package ui

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// recentShown is how many of the files opened last the menu offers, each with a digit as its key.
const recentShown = 9

// recent is a file that was opened before and is still there.
type recent struct {
	path string
	name string // of the community, "" where it is not known
	text string // as the menu calls it
}

// recents are the files opened last that are not open now, called by their communities; where two would be called the same, the
// folder tells them apart.
func recents(all []opened, open string, there func(path string) bool) []recent {
	var list []recent
	var texts []string
	for _, o := range all {
		if o.Path == open || !filepath.IsAbs(o.Path) || len(list) == recentShown || !there(o.Path) {
			continue
		}
		r := recent{path: o.Path, name: o.Name, text: filepath.Base(o.Path)}
		if o.Name != "" {
			r.text = o.Name + " (" + r.text + ")"
		}
		list, texts = append(list, r), append(texts, r.text)
	}
	for i, place := range marksApart(texts, placesOf(func(i int) string { return list[i].path })...) {
		if place != "" {
			list[i].text += " – " + place
		}
	}
	return list
}

// lookForRecent finds out which of the files opened last are there. A disk that doesn't answer must not hold up anything, so this
// is no work that closing waits for, and it is not begun again while it goes on.
func (w *Window) lookForRecent() {
	if w.looking {
		return
	}
	w.looking = true
	all, open := slices.Clone(w.prefs.now.Opened), ""
	if w.shell != nil && !w.demo {
		open = w.shell.store.Path()
	}
	w.setup.Runner.Run(func() func() {
		list := recents(all, open, isFile)
		return func() {
			w.looking = false
			if w.recent = list; !w.ended {
				w.drawMenus()
				if w.shell != nil && w.shell.snapshot != nil {
					w.nameWindow(w.shell.snapshot)
				}
			}
		}
	})
}

// isFile tells whether there is a file of that path.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// registerRecent makes a command of each of the files opened last.
func (w *Window) registerRecent() {
	say := w.say()
	for i := range recentShown {
		digit := fyne.KeyName(rune('1' + i))
		w.deps.Commands.Add(&kit.Command{ID: recentID + string(digit), Title: say.Text("Open recent"), Shortcut: kit.CtrlShift(digit),
			Enabled: func() bool { return i < len(w.recent) },
			Do:      func() { w.openRecent(w.recent[i].path) },
			Named: func() string {
				if i >= len(w.recent) {
					return ""
				}
				return say.Text("Open recent: %s", w.recent[i].text)
			}})
	}
}

// recentID begins the IDs of those commands; the digit follows.
const recentID = "file.recent."

// recentMenu is the entry of the menu with the files opened last under it.
func (w *Window) recentMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.say().Text("Open recent"), nil)
	item.Disabled = len(w.recent) == 0
	item.ChildMenu = fyne.NewMenu("")
	for i, r := range w.recent {
		entry := w.deps.Commands.MenuItem(recentID + string(rune('1'+i)))
		entry.Label = w.say().Text("%d  %s", i+1, r.text)
		item.ChildMenu.Items = append(item.ChildMenu.Items, entry)
	}
	return item
}

// openRecent opens a file that was opened before. If it has gone since, the open community stays.
func (w *Window) openRecent(path string) {
	w.work.Run(func() func() {
		there := isFile(path)
		return func() {
			if there {
				w.open(path, store.Options{})
				return
			}
			w.prefs.forgetFile(path)
			w.lookForRecent()
			w.deps.Fail(data.Fault(data.CodeNotFound, "“%s” is not there any more, so it was taken off the list. If it was moved, please open it where it is now.",
				filepath.Base(path)))
		}
	})
}
