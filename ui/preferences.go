package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// preferences are what the window remembers about itself; nothing of a community is kept there, since the file they are written
// to is not written safely.
type preferences struct{ kept fyne.Preferences }

// The names of what is remembered.
const (
	keptWidth  = "window.width"
	keptHeight = "window.height"
	keptPage   = "window.page"
	keptTheme  = "look.theme"
	keptScale  = "look.textSize"
	keptFile   = "file"
	keptVisits = "visits"
	keptCopies = "copies"
)

// The window's size at the first start, and the least one.
var (
	firstSize = fyne.NewSize(1280, 800)
	leastSize = fyne.NewSize(960, 640)
)

// set writes a value only if it is another one, since every write makes the file anew.
func set[T comparable](name string, value T, get func(string) T, put func(string, T)) {
	if get(name) != value {
		put(name, value)
	}
}

func (p preferences) size() fyne.Size {
	kept := fyne.NewSize(float32(p.kept.Float(keptWidth)), float32(p.kept.Float(keptHeight)))
	if kept.Width < leastSize.Width || kept.Height < leastSize.Height || kept.Width > 10000 || kept.Height > 10000 {
		return firstSize
	}
	return kept
}

func (p preferences) setSize(s fyne.Size) {
	set(keptWidth, float64(s.Width), p.kept.Float, p.kept.SetFloat)
	set(keptHeight, float64(s.Height), p.kept.Float, p.kept.SetFloat)
}

func (p preferences) page() string     { return p.kept.String(keptPage) }
func (p preferences) setPage(s string) { set(keptPage, s, p.kept.String, p.kept.SetString) }

func (p preferences) file() string     { return p.kept.String(keptFile) }
func (p preferences) setFile(s string) { set(keptFile, s, p.kept.String, p.kept.SetString) }

// copies are the folders that copies are or were put into, the one in use first; an empty path is the usual folder.
func (p preferences) copies() []string {
	if folders := p.kept.StringList(keptCopies); len(folders) > 0 {
		return folders
	}
	return []string{""}
}

// setCopies puts a folder first; those before are remembered, since copies lie there still.
func (p preferences) setCopies(folder string) {
	before := slices.DeleteFunc(slices.Clone(p.copies()), func(known string) bool { return known == folder })
	p.kept.SetStringList(keptCopies, append([]string{folder}, before...))
}

// variants are the three choices of theme by the words they are kept under.
var variants = map[string]look.Variant{"light": look.Light, "dark": look.Dark, "system": look.System}

func (p preferences) variant() look.Variant { return variants[p.kept.String(keptTheme)] }

func (p preferences) setVariant(v look.Variant) {
	for name, known := range variants {
		if known == v {
			set(keptTheme, name, p.kept.String, p.kept.SetString)
		}
	}
}

// scales are the steps of the text size.
var scales = []float32{0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2}

// ordinaryScale is the index of 100 %.
const ordinaryScale = 2

// scale is the index of the text size in scales.
func (p preferences) scale() int {
	kept := float32(p.kept.FloatWithFallback(keptScale, 1))
	for i, s := range scales {
		if kept <= s+0.01 {
			return i
		}
	}
	return len(scales) - 1
}

func (p preferences) setScale(i int) {
	set(keptScale, float64(scales[i]), p.kept.Float, p.kept.SetFloat)
}
