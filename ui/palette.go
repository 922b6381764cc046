package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// paletteMost is how many things the palette offers at once.
const paletteMost = 9

// palette goes to a page, a member, an event or an item, or fires a command, by a few letters of its name.
type palette struct {
	window *Window
	dialog *kit.Dialog
	field  *paletteField
	list   *fyne.Container
	empty  *kit.Para
	all    []find
	found  []find
	rows   []*navRow // as many as have room
	at     int
}

// paletteRest is what the palette's title, field and edges take of the window's height, in points at 100 %.
const paletteRest float32 = 190

// paletteRoom is how many rows have room in the window, so that none is out of sight.
func paletteRoom(height, row float32) int {
	return max(2, min(paletteMost, int((height-paletteRest*look.TextScale())/(row+1))))
}

func (w *Window) openPalette() {
	w.shell.makeAll()
	say := w.say()
	w.newPalette(paletteWords{say.Text("Go to…"), say.Text("A page, a name, an event, an item, a command"), say.Text("Nothing is called that.")},
		w.everything())
}

// openSearch looks for words in everything that somebody typed, and in what documents are called.
func (w *Window) openSearch() {
	if w.shell.snapshot == nil {
		return
	}
	say := w.say()
	w.newPalette(paletteWords{say.Text("Find everywhere…"), say.Text("People, events, items, minutes, worksheets, stories, documents"),
		say.Text("Nothing holds these words.")}, written(w.shell.shown, say, w.deps.Clock.Today()))
}

// paletteWords are its title, what its field asks for, and what it says where nothing is found.
type paletteWords struct{ title, asks, nothing string }

// newPalette opens one over what it can go to.
func (w *Window) newPalette(words paletteWords, all []find) {
	p := &palette{window: w, all: all, empty: kit.Note(words.nothing)}
	p.field = newPaletteField(p)
	p.field.SetPlaceHolder(words.asks)
	p.field.OnChanged = func(string) { p.search() }
	for i := range paletteRoom(w.Canvas().Size().Height, newNavRow("", "", nil).HeightFor(0)) {
		p.rows = append(p.rows, newNavRow("found", "", func() { p.choose(i) }))
	}
	p.list = &fyne.Container{Layout: &paletteLayout{rows: p.rows}}
	p.dialog = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: words.title, Width: 560,
		Body: kit.VStack(10, p.field, p.list)})
	w.Canvas().Focus(p.field)
	p.search()
}

// everything lists pages, then commands, then what is in the community.
func (w *Window) everything() []find {
	return fold(slices.Concat(w.findPages(), w.findCommands(), w.findHeld()))
}

// findPages are the pages that the window has, each with the keys of the command that shows it.
func (w *Window) findPages() (all []find) {
	for _, c := range w.deps.Commands.All() {
		note := kit.ShortcutWords(c.Shortcut)
		if page, ok := strings.CutPrefix(c.ID, "view."); ok && w.shell.place(page) != nil {
			all = append(all, find{text: c.Words(), note: strings.TrimSpace(w.say().Text("Page") + "  " + note), page: page})
		}
	}
	return all
}

// findCommands are the commands that can be fired, without those that show a page, since the page itself is there to be found.
func (w *Window) findCommands() (all []find) {
	for _, c := range w.deps.Commands.All() {
		page, _, _ := strings.Cut(c.ID, ".")
		if page == "view" && w.shell.place(strings.TrimPrefix(c.ID, "view.")) != nil || c.ID == "help.palette" {
			continue
		}
		if c.Here && (w.shell.at == nil || w.shell.at.spec.name != page) {
			continue
		}
		if c.IsTwin() {
			continue
		}
		// A page's own command may be enabled only once the page is shown; the window's own must be so now.
		if ofPage := w.shell.place(page) != nil; ofPage || c.Can() {
			here := w.shell.at != nil && w.shell.at.spec.name == page
			all = append(all, find{text: c.Words(), note: kit.ShortcutWords(c.Shortcut), command: c.ID, deed: c.Title, here: here})
		}
	}
	return all
}

// findHeld is what the community holds, where the window has the page that shows it.
func (w *Window) findHeld() []find {
	if w.shell.snapshot == nil {
		return nil
	}
	return slices.DeleteFunc(findable(w.shell.shown, w.say(), w.deps.Clock.Today()), func(f find) bool { return w.shell.place(f.page) == nil })
}

// search shows what fits the text typed so far.
func (p *palette) search() {
	p.found = search(p.all, p.field.Text, len(p.rows))
	p.list.Objects = nil
	for i, f := range p.found {
		row := p.rows[i]
		row.text, row.note = f.shown(p.field.Text), f.note
		p.list.Objects = append(p.list.Objects, row)
	}
	if len(p.found) == 0 {
		p.list.Objects = []fyne.CanvasObject{p.empty}
	}
	p.mark(0)
	if wanted := data.SearchedFor(p.field.Text); len(p.found) > 0 && p.found[0].removesElsewhere(wanted) {
		p.mark(nothingMarked)
	}
	p.list.Refresh()
}

// nothingMarked is the place of what Enter would choose while that is nothing.
const nothingMarked = -1

// mark shows which one Enter would choose.
func (p *palette) mark(at int) {
	if len(p.found) == 0 {
		return
	}
	if p.at = at; at != nothingMarked {
		p.at = (at + len(p.found)) % len(p.found)
	}
	for i, row := range p.rows {
		row.selected = i == p.at
		row.Refresh()
	}
}

// choose goes there, after the palette has gone, since nothing is fired behind a dialog.
func (p *palette) choose(i int) {
	if i < 0 || i >= len(p.found) {
		return
	}
	f := p.found[i]
	p.dialog.Close()
	if f.command == "" {
		p.window.goTo(f.page, f.at)
		return
	}
	page, _, _ := strings.Cut(f.command, ".")
	at := p.window.shell.place(page)
	if at == nil {
		p.window.fire(f)
		return
	}
	p.window.goTo(page, nil)
	if later, waits := at.page.(interface{ WhenLoaded(func()) }); waits {
		later.WhenLoaded(func() { p.window.fire(f) }) // before, its page knows nothing that it could be done to
		return
	}
	p.window.fire(f)
}

// fire does what was chosen, or says that it can't be done.
func (w *Window) fire(f find) {
	if w.deps.Commands.Fire(f.command) {
		return
	}
	why := ""
	if c := w.deps.Commands.Get(f.command); c != nil && c.WhyNot != nil {
		why = c.WhyNot()
	}
	w.deps.Tell(cmp.Or(why, w.say().Text("“%s” can't be done just now: choose here what it is about, and try again.", f.text)))
}

// paletteField is the palette's search field: arrows go through what was found, Enter chooses.
type paletteField struct {
	widget.Entry
	palette *palette
}

func newPaletteField(p *palette) *paletteField {
	f := &paletteField{palette: p}
	f.ExtendBaseWidget(f)
	return f
}

// AccessibilityLabel is what is looked for, or what can be.
func (f *paletteField) AccessibilityLabel() string { return cmp.Or(f.Text, f.PlaceHolder) }

// AccessibilityRole is text.
func (f *paletteField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// TypedKey takes the keys that are not typing.
func (f *paletteField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		f.palette.mark(f.palette.at + 1)
	case fyne.KeyUp:
		f.palette.mark((max(f.palette.at, 0) + len(f.palette.found) - 1) % max(1, len(f.palette.found)))
	case fyne.KeyReturn, fyne.KeyEnter:
		f.palette.choose(f.palette.at)
	case fyne.KeyEscape:
		f.palette.dialog.Close()
	default:
		f.Entry.TypedKey(e)
	}
}

// UINode tells those who walk the window what this is.
func (f *paletteField) UINode() (kind, id, text string) {
	return "field", "palette.field", f.PlaceHolder
}

// paletteLayout stacks rows and keeps room for as many as there can be, so that the palette doesn't jump while one types.
type paletteLayout struct{ rows []*navRow }

// height is that of all rows.
func (l *paletteLayout) height() float32 { return float32(len(l.rows)) * (l.rows[0].HeightFor(0) + 1) }

// Layout stacks the rows.
func (l *paletteLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := l.rows[0].HeightFor(0)
	for i, o := range objects {
		put(o, 0, float32(i)*(h+1), size.Width, h)
	}
}

// MinSize keeps the room.
func (l *paletteLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, l.height()) }
