package ui

import (
	"cmp"
	"math"
	"time"

	"copleader/data"
	"copleader/data/store"
)

// windowSettings lets the page Settings set what belongs to the window and this computer.
type windowSettings struct{ window *Window }

// Theme is the theme chosen, by the word it is kept under.
func (s windowSettings) Theme() string {
	for name, v := range variants {
		if v == s.window.prefs.variant() {
			return name
		}
	}
	return "system"
}

// SetTheme chooses a theme.
func (s windowSettings) SetTheme(name string) {
	s.window.setLook(variants[name], s.window.prefs.scale())
}

// TextSizes are the sizes of the text in percent.
func (s windowSettings) TextSizes() []int {
	sizes := make([]int, len(scales))
	for i := range scales {
		sizes[i] = percentOf(scales[i])
	}
	return sizes
}

func percentOf(scale float32) int { return int(math.Round(float64(scale) * 100)) }

// TextSize is the size in use in percent.
func (s windowSettings) TextSize() int { return percentOf(scales[s.window.prefs.scale()]) }

// SetTextSize chooses one of the sizes.
func (s windowSettings) SetTextSize(percent int) {
	for i := range scales {
		if percentOf(scales[i]) == percent {
			s.window.setLook(s.window.prefs.variant(), i)
			return
		}
	}
}

// weekDays are the days on which a week may begin, by the words they are kept under.
var weekDays = map[string]time.Weekday{"monday": time.Monday, "saturday": time.Saturday, "sunday": time.Sunday}

// WeekStart is the day on which weeks begin, by the word it is kept under, "" for the region's.
func (s windowSettings) WeekStart() string {
	if _, known := weekDays[s.window.prefs.now.Week]; !known {
		return ""
	}
	return s.window.prefs.now.Week
}

// SetWeekStart chooses the day on which weeks begin.
func (s windowSettings) SetWeekStart(name string) {
	w := s.window
	w.prefs.change(func(k *kept) { k.Week = name })
	w.setWeek(name)
	w.shell.reload()
}

// setWeek has weeks begin on a day.
func (w *Window) setWeek(name string) {
	day, chosen := weekDays[name]
	if !chosen {
		day = w.weekFromRegion
	}
	w.deps.Days.WeekStart = day
}

// CopiesFolder is where the copy of each day is put.
func (s windowSettings) CopiesFolder() (path string, usual bool) {
	path = s.window.copiesFolder()
	return path, path == s.window.setup.Folders.Backups()
}

// ChooseCopiesFolder asks for another folder. What was copied before stays where it is.
func (s windowSettings) ChooseCopiesFolder(changed func()) {
	files(s).chooseFolder(func(path string) { s.keepCopiesFolder(path, changed) })
}

// UsualCopiesFolder goes back to the program's own choice.
func (s windowSettings) UsualCopiesFolder(changed func()) { s.keepCopiesFolder("", changed) }

// keepCopiesFolder puts today's copy there at once, so that it shows whether it can be.
func (s windowSettings) keepCopiesFolder(path string, changed func()) {
	w := s.window
	w.prefs.setCopies(path)
	changed()
	if w.shell != nil {
		w.copyNow(w.shell)
	}
}

// OpenCopiesFolder shows the folder in the system's program for files.
func (s windowSettings) OpenCopiesFolder() {
	w := s.window
	folder, usual := s.CopiesFolder()
	switch {
	case isFolder(folder):
	case usual:
		w.deps.Fail(data.Fault(data.CodeNotFound, "There is no copy yet: the folder “%s” is made with the first one.", folder))
		return
	default:
		w.deps.Fail(store.CopiesFolderFault(folder))
		return
	}
	w.deps.OpenWithSystem(folder)
}

// copiesFolder is where copies are put: the folder chosen, else the usual one.
func (w *Window) copiesFolder() string { return w.folderOfCopies(w.prefs.copies()[0]) }

func (w *Window) folderOfCopies(kept string) string { return cmp.Or(kept, w.setup.Folders.Backups()) }

// copiesFolders are the folders copies are or were put into, the one in use first.
func (w *Window) copiesFolders() []string {
	var all []string
	for _, kept := range w.prefs.copies() {
		all = append(all, w.folderOfCopies(kept))
	}
	return all
}
