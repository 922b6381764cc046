package ui

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// preferences are what the window remembers about itself and this computer; what a community's file says is not kept there.
type preferences struct {
	path string
	now  kept
	// damaged tells that there was a file which could not be read.
	damaged bool
	// writing writes in the order of the changes, off the window's goroutine; failed is told, once, that it can't.
	writing *kit.InOrder
	failed  func(error)
}

// kept is the content of the preferences' file.
type kept struct {
	Width    float32 `json:"width,omitempty"`
	Height   float32 `json:"height,omitempty"`
	Page     string  `json:"page,omitempty"`
	Theme    string  `json:"theme,omitempty"`
	TextSize float32 `json:"textSize,omitempty"`
	// Week is the day on which weeks begin, "" for the region's.
	Week string `json:"week,omitempty"`
	// Copies are the folders that copies are or were put into, the one in use first; an empty one is the usual folder.
	Copies []string `json:"copiesIn,omitempty"`
	// MayStay are files of which the leader said that they stay in a folder into which others write, the latest first.
	MayStay []string `json:"mayStay,omitempty"`
	// Printed tells that a document was printed from here.
	Printed bool `json:"printed,omitempty"`
	// Zone is the time zone that the leader said, where the computer doesn't.
	Zone string `json:"zone,omitempty"`
	// Lists are how the columns of lists were arranged, by the names of the lists.
	Lists map[string][]kit.ColumnKept `json:"lists,omitempty"`
	// Opened are the files opened last, the latest first.
	Opened []opened `json:"opened,omitempty"`
}

// opened is a community that was opened here: where its file lies, what it was called and is known by, when it was last looked at and
// how many answers it held then.
type opened struct {
	Path     string `json:"path"`
	Name     string `json:"name,omitempty"`
	Identity string `json:"identity,omitempty"`
	On       string `json:"on,omitempty"` // as "2026-12-05"; a strange one is none
	Answers  int    `json:"answers,omitempty"`
	// CopiedInto is the folder into which a copy of it was put last.
	CopiedInto string `json:"copiedInto,omitempty"`
}

// openedMost is how many files are remembered.
const openedMost = 20

// The window's size at the first start, and the least one.
var (
	firstSize = fyne.NewSize(1280, 800)
	leastSize = fyne.NewSize(960, 640)
)

func (p *preferences) size() fyne.Size {
	size := fyne.NewSize(p.now.Width, p.now.Height)
	if size.Width < smallestSize.Width || size.Height < smallestSize.Height || size.Width > 10000 || size.Height > 10000 {
		return firstSize
	}
	return size
}

func (p *preferences) setSize(s fyne.Size) {
	p.change(func(k *kept) { k.Width, k.Height = s.Width, s.Height })
}

func (p *preferences) page() string        { return p.now.Page }
func (p *preferences) setPage(name string) { p.change(func(k *kept) { k.Page = name }) }

// zone is the time zone that the leader said last, "" before the first.
func (p *preferences) zone() string { return p.now.Zone }
func (p *preferences) setZone(name string) {
	p.change(func(k *kept) { k.Zone = name })
}

// printed tells that a document was printed from here.
func (p *preferences) printed() bool { return p.now.Printed }
func (p *preferences) setPrinted()   { p.change(func(k *kept) { k.Printed = true }) }

// Columns are how the columns of a list were arranged, none before the first time.
func (p *preferences) Columns(list string) []kit.ColumnKept { return p.now.Lists[list] }

// KeepColumns remembers how the columns of a list are arranged.
func (p *preferences) KeepColumns(list string, columns []kit.ColumnKept) {
	p.change(func(k *kept) {
		k.Lists = maps.Clone(k.Lists)
		if k.Lists == nil {
			k.Lists = map[string][]kit.ColumnKept{}
		}
		k.Lists[list] = columns
	})
}

// file is the file opened last, "" before the first.
func (p *preferences) file() string {
	if len(p.now.Opened) == 0 {
		return ""
	}
	return p.now.Opened[0].Path
}

// setFile remembers that a file was opened, and what the community in it is known by; of another one that it held before nothing stays.
func (p *preferences) setFile(path, identity string) {
	p.change(func(k *kept) {
		k.open(path)
		if first := &k.Opened[0]; first.Identity != identity {
			if first.Identity != "" {
				*first = opened{Path: path}
			}
			first.Identity = identity
		}
	})
}

// identities are what the communities are known by that files held when they were open last, by path.
func (p *preferences) identities() map[string]string {
	all := map[string]string{}
	for _, o := range p.now.Opened {
		all[o.Path] = o.Identity
	}
	return all
}

// forgetFile takes a file off those that were opened.
func (p *preferences) forgetFile(path string) {
	p.change(func(k *kept) {
		k.Opened = slices.DeleteFunc(slices.Clone(k.Opened), func(o opened) bool { return o.Path == path })
	})
}

// open puts a file first among those opened.
func (k *kept) open(path string) {
	first := opened{Path: path}
	rest := make([]opened, 0, openedMost)
	for _, o := range k.Opened {
		if o.Path == path {
			first = o
		} else if len(rest) < openedMost-1 {
			rest = append(rest, o)
		}
	}
	k.Opened = append([]opened{first}, rest...)
}

// visit is when a file was looked at last, a zero Visit if that is not known.
func (p *preferences) visit(path string) coach.Visit {
	for _, o := range p.now.Opened {
		if on, err := data.ParseDate(o.On); o.Path == path && err == nil && on != 0 {
			return coach.Visit{On: on, Answers: o.Answers}
		}
	}
	return coach.Visit{}
}

// copiedInto is the folder into which a copy of a file was put last, "" before the first.
func (p *preferences) copiedInto(path string) string {
	for _, o := range p.now.Opened {
		if o.Path == path {
			return o.CopiedInto
		}
	}
	return ""
}

func (p *preferences) setCopiedInto(path, folder string) {
	p.change(func(k *kept) {
		k.Opened = slices.Clone(k.Opened)
		for i := range k.Opened {
			if k.Opened[i].Path == path {
				k.Opened[i].CopiedInto = folder
			}
		}
	})
}

// setVisit remembers when a file was looked at last, and what its community is called.
func (p *preferences) setVisit(path, name string, v coach.Visit) {
	p.change(func(k *kept) {
		k.open(path)
		first := &k.Opened[0]
		first.Name, first.On, first.Answers = name, v.On.String(), v.Answers
	})
}

// copies are the folders that copies are or were put into, the one in use first; an empty path is the usual folder.
func (p *preferences) copies() []string {
	if len(p.now.Copies) > 0 {
		return p.now.Copies
	}
	return []string{""}
}

// setCopies puts a folder first; those before are remembered, since copies lie there still.
func (p *preferences) setCopies(folder string) {
	p.change(func(k *kept) {
		before := k.Copies
		if len(before) == 0 {
			before = []string{""}
		}
		before = slices.DeleteFunc(slices.Clone(before), func(known string) bool { return known == folder })
		k.Copies = append([]string{folder}, before...)
	})
}

// mayStay tells whether the leader said that a file stays where others write too.
func (p *preferences) mayStay(path string) bool { return slices.Contains(p.now.MayStay, path) }

// setMayStay remembers that a file stays where it lies.
func (p *preferences) setMayStay(path string) {
	p.change(func(k *kept) {
		if !slices.Contains(k.MayStay, path) {
			k.MayStay = append([]string{path}, k.MayStay[:min(len(k.MayStay), openedMost-1)]...)
		}
	})
}

// variants are the choices of theme by the words they are kept under.
var variants = map[string]look.Variant{"light": look.Light, "dark": look.Dark, "high": look.High, "system": look.System}

func (p *preferences) variant() look.Variant { return variants[p.now.Theme] }

func (p *preferences) setVariant(v look.Variant) {
	for name, known := range variants {
		if known == v {
			p.change(func(k *kept) { k.Theme = name })
		}
	}
}

// scales are the steps of the text size.
var scales = []float32{0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2}

// ordinaryScale is the index of 100 %.
const ordinaryScale = 2

// scale is the index of the text size in scales.
func (p *preferences) scale() int {
	if p.now.TextSize <= 0 {
		return ordinaryScale
	}
	for i, s := range scales {
		if p.now.TextSize <= s+0.01 {
			return i
		}
	}
	return len(scales) - 1
}

func (p *preferences) setScale(i int) { p.change(func(k *kept) { k.TextSize = scales[i] }) }
