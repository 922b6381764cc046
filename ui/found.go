package ui

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// found is a community that lies where communities or their copies usually do.
type found struct {
	name     string
	identity string // what its copies are known by; of a file that can't be read, its name
	path     string // its file, "" where only a copy is left
	on       data.Date
	founded  data.Date
	members  int
	apart    string          // tells it from others of its name, "" where there are none
	unread   bool            // the file is there and can't be read
	copied   *store.KeptCopy // the newest copy of it, nil for none
}

// The most that looking for communities may take: so long, so many files in one folder.
const (
	lookingMost  = 2 * time.Second
	lookedAtMost = 200
)

// lookAround finds the communities in a folder and in those of copies: the files, the latest first, then those of which only copies
// are left.
func lookAround(folder string, copiesIn []string, now time.Time) []found {
	ctx, stop := context.WithTimeout(context.Background(), lookingMost)
	defer stop()
	var all []found
	for _, path := range communitiesIn(folder) {
		all = append(all, glance(ctx, path))
	}
	slices.SortStableFunc(all, func(a, b found) int { return b.on.Sub(a.on) })
	for _, c := range store.CopiesIn(ctx, now, copiesIn...) {
		all = addCopy(all, c)
	}
	return all
}

// addCopy notes the newest copy of a community; they come in the order of store.Copies.
func addCopy(all []found, c store.KeptCopy) []found {
	at := slices.IndexFunc(all, func(f found) bool {
		return f.identity == c.Identity || f.unread && strings.HasPrefix(filepath.Base(c.Path), f.identity+" ")
	})
	switch {
	case at < 0:
		return append(all, found{name: cmp.Or(c.Community, stemOf(c.Path)), identity: c.Identity, copied: &c, founded: c.Founded, members: c.Members})
	case all[at].copied == nil:
		all[at].copied = &c
	}
	return all
}

func stemOf(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// glance says whose a file is.
func glance(ctx context.Context, path string) found {
	stem := stemOf(path)
	g, err := store.Look(ctx, path)
	if err != nil {
		return found{name: stem, identity: stem, path: path, unread: true}
	}
	name := cmp.Or(g.Community, stem)
	return found{name: name, identity: cmp.Or(g.Identity, name), path: path, on: data.DateOf(g.Changed), founded: g.Founded, members: g.Members}
}

// communitiesIn lists the files of communities in a folder.
func communitiesIn(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // without the folder there are none
	}
	var paths []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.EqualFold(filepath.Ext(e.Name()), store.Ext) && !strings.HasPrefix(e.Name(), ".") {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	// Beyond the most, the last in the order of names stay: of copies the newest.
	return paths[max(0, len(paths)-lookedAtMost):]
}

// foundAround looks for communities off the window's goroutine.
func (w *Window) foundAround(then func([]found)) {
	copiesIn := w.copiesFolders()
	if usual := w.setup.Folders.Backups(); !slices.Contains(copiesIn, usual) {
		copiesIn = append(copiesIn, usual)
	}
	folder, now := w.setup.Folders.Communities(), w.setup.Clock.Now()
	w.work.Run(func() func() {
		all := lookAround(folder, copiesIn, now)
		w.tellApart(all)
		return func() { then(all) }
	})
}

// tellApart says of communities that are called the same when each was founded, or how many are in it.
func (w *Window) tellApart(all []found) {
	say := w.say()
	names := make([]string, len(all))
	for i := range all {
		names[i] = all[i].name
	}
	founded := func(i int) string {
		if all[i].founded == 0 {
			return ""
		}
		return say.Text("founded on %s", all[i].founded)
	}
	members := func(i int) string { return say.Count(all[i].members, "%d member", "%d members") }
	both := func(i int) string { return joined(members(i), founded(i)) }
	for i, mark := range marksApart(names, members, founded, both) {
		if all[i].apart = mark; all[i].unread {
			all[i].apart = ""
		}
	}
}

// foundShown is how many communities are listed.
const foundShown = 8

// foundList shows communities that were found, each with the way into it; first is how loud the way into the first one is.
func (w *Window) foundList(all []found, first kit.BtnKind) fyne.CanvasObject {
	list := kit.VStack(12)
	for i := range all[:min(len(all), foundShown)] {
		list.Objects = append(list.Objects, w.foundRow(&all[i], first))
		first = kit.Outlined
	}
	if len(all) > foundShown {
		list.Objects = append(list.Objects, kit.Note(w.say().Text("More are in the folder %s.", w.setup.Folders.Communities())))
	}
	return list
}

// foundRow is one community: its name, where it lies, and the ways into it.
func (w *Window) foundRow(f *found, kind kit.BtnKind) fyne.CanvasObject {
	say := w.say()
	note := say.Text("Only a copy of it is here.")
	switch {
	case f.unread:
		note = say.Text("%s, can't be read", filepath.Base(f.path))
	case f.path != "":
		note = say.Text("%s, last changed %s", filepath.Base(f.path), f.on)
	}
	words := kit.VStack(2, kit.NewBody(kit.Bold(f.name)), kit.Note(joined(note, f.apart)))
	cells := []kit.Cell{kit.Weight(1, words)}
	restore := func() { w.restore(cmp.Or(f.path, w.fileName(f.name)+store.Ext), *f.copied) }
	if f.copied != nil && f.path != "" {
		words.Objects = append(words.Objects, kit.Left(kit.NewLinkBtn(say.Text("Restore the copy of %s", f.copied.Day()), restore)))
	}
	lies := f.path
	deed, label := func() { w.open(f.path, store.Options{}) }, say.Text("Open")
	if f.path == "" {
		lies, deed, label = f.copied.Path, restore, say.Text("Restore the copy of %s", f.copied.Day())
	}
	btn := kit.NewBtn(kind, label, deed)
	btn.ID = "found." + filepath.Base(lies)
	return kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, append(cells, kit.Own(btn))...)
}
