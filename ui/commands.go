package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/share"
)

// register makes the window's own commands; pages add theirs when they are made.
func (w *Window) register() {
	w.registerFile()
	w.registerEdit()
	w.registerView()
	w.registerHelp()
}

// isOpen tells whether a community is shown.
func (w *Window) isOpen() bool { return w.shell != nil && w.shell.at != nil }

func (w *Window) registerFile() {
	say := w.say()
	w.deps.Commands.Add(
		&kit.Command{ID: "file.new", Title: say.Text("New community…"), Do: w.askNew},
		&kit.Command{ID: "file.open", Title: say.Text("Open…"), Shortcut: kit.Ctrl(fyne.KeyO), Do: w.askOpen},
		&kit.Command{ID: "file.save", Title: say.Text("Save"), Shortcut: kit.Ctrl(fyne.KeyS), Enabled: w.isOpen, Do: w.saveNow},
		&kit.Command{ID: "file.copy", Title: say.Text("Save a copy…"), Shortcut: kit.CtrlShift(fyne.KeyS), Enabled: w.isOpen, Do: w.askCopy},
		&kit.Command{ID: "file.restore", Title: say.Text("Restore a copy…"), Enabled: w.mayRestore, Do: w.askRestore},
		&kit.Command{ID: "file.paste", Title: say.Text("Bring in what was copied"), Shortcut: kit.CtrlShift(fyne.KeyV), Enabled: w.mayBringIn,
			Do: func() { w.bringIn(kit.Bring{Text: kit.Copied()}) }},
		&kit.Command{ID: "file.print", Title: say.Text("Print…"), Shortcut: kit.Ctrl(fyne.KeyP), Enabled: w.isOpen,
			Do: w.print},
		&kit.Command{ID: "file.demo", Title: say.Text("Open the demo"), Do: w.openDemo},
	)
	w.registerRecent()
	w.deps.Commands.Add(
		&kit.Command{ID: "file.quit", Title: say.Text("Quit"), Shortcut: kit.Ctrl(fyne.KeyQ), Overlaid: true, Do: w.Close},
	)
}

func (w *Window) registerEdit() {
	say := w.say()
	w.deps.Commands.Add(
		&kit.Command{ID: "edit.undo", Title: say.Text("Undo"), Named: w.undoWords, Shortcut: &fyne.ShortcutUndo{}, Overlaid: true,
			Enabled: w.isOpen, Idle: func() bool { return w.undoWords() == "" && entryOf(w.Canvas().Focused()) == nil }, Do: func() { w.shell.takeBack() }},
		&kit.Command{ID: "edit.redo", Title: say.Text("Redo"), Named: w.redoWords, Shortcut: kit.CtrlShift(fyne.KeyZ), Overlaid: true,
			Enabled: w.isOpen, Idle: func() bool { return w.redoWords() == "" && entryOf(w.Canvas().Focused()) == nil }, Do: func() { w.shell.doAgain() }},
		&kit.Command{ID: "edit.new", Title: say.Text("New here"), Shortcut: kit.Ctrl(fyne.KeyN),
			Enabled: func() bool { return w.adder() != nil }, Do: func() { w.adder().New() }},
		&kit.Command{ID: "edit.all", Title: say.Text("Choose all shown"), Shortcut: &fyne.ShortcutSelectAll{}, Overlaid: true, Do: w.chooseAll},
		&kit.Command{ID: "edit.find", Title: say.Text("Find"), Shortcut: kit.Ctrl(fyne.KeyF),
			Enabled: func() bool { return w.finder() != nil }, Do: func() { w.finder().Find() }},
		&kit.Command{ID: "edit.findAll", Title: say.Text("Find everywhere…"), Shortcut: kit.CtrlShift(fyne.KeyF), Enabled: w.isOpen, Do: w.openSearch},
	)
}

// chooseAll chooses all that is in the field or list with the focus, else all that the page shows.
func (w *Window) chooseAll() {
	if takes, ok := w.Canvas().Focused().(fyne.Shortcutable); ok {
		takes.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	if w.isOpen() && w.Canvas().Overlays().Top() == nil {
		if page, chooses := w.shell.at.page.(kit.AllChooser); chooses {
			page.ChooseAll()
		}
	}
}

// print makes a document of the list that the page shows, or of what is chosen in it; elsewhere it prints the document that is looked at.
func (w *Window) print() {
	if page, lists := w.shell.at.page.(kit.ListPrinter); lists && w.deps.Commands.Fire(page.PrintsList()) {
		return
	}
	w.shell.deps.Go(share.Page, share.Printing{})
}

// undoWords name the deed that would be undone, if any.
func (w *Window) undoWords() string {
	if w.shell == nil || w.shell.undo == "" || w.guests {
		return ""
	}
	return w.say().Text("Undo: %s", w.shell.undo)
}

func (w *Window) redoWords() string {
	if w.shell == nil || w.shell.redo == "" || w.guests {
		return ""
	}
	return w.say().Text("Redo: %s", w.shell.redo)
}

// adder is the visible page if something can be added there.
func (w *Window) adder() kit.Adder {
	if !w.isOpen() || w.shell.deps.ReadOnly {
		return nil
	}
	a, _ := w.shell.at.page.(kit.Adder)
	return a
}

// finder is the visible page if it has a search field.
func (w *Window) finder() kit.Finder {
	if !w.isOpen() {
		return nil
	}
	f, _ := w.shell.at.page.(kit.Finder)
	return f
}

func (w *Window) registerView() {
	say := w.say()
	for _, spec := range pageSpecs {
		c := &kit.Command{ID: "view." + spec.name, Title: spec.title(say), Enabled: w.isOpen, Do: func() { w.goTo(spec.name, nil) }}
		if spec.writes {
			c.Enabled, c.Do = w.mayBringIn, func() { w.bringIn(kit.Bring{}) }
		}
		if spec.key != "" {
			c.Shortcut = kit.Ctrl(spec.key)
		}
		w.deps.Commands.Add(c)
	}
	theme := func(v look.Variant) func() { return func() { w.setLook(v, w.prefs.scale()) } }
	size := func(step int) func() { return func() { w.setLook(w.prefs.variant(), w.prefs.scale()+step) } }
	w.deps.Commands.Add(
		&kit.Command{ID: "view.guests", Title: say.Text("Guest view"), Shortcut: kit.CtrlShift(fyne.KeyG), Enabled: w.isOpen, Do: w.turnGuestView},
		&kit.Command{ID: "view.light", Title: say.Text("Light"), Do: theme(look.Light)},
		&kit.Command{ID: "view.dark", Title: say.Text("Dark"), Do: theme(look.Dark)},
		&kit.Command{ID: "view.high", Title: say.Text("High contrast"), Do: theme(look.High)},
		&kit.Command{ID: "view.system", Title: say.Text("Light or dark as the system"), Do: theme(look.System)},
		&kit.Command{ID: "view.larger", Title: say.Text("Larger text"), Shortcut: kit.Ctrl(fyne.KeyPlus),
			Enabled: func() bool { return w.prefs.scale() < len(scales)-1 }, Do: size(1)},
		&kit.Command{ID: "view.smaller", Title: say.Text("Smaller text"), Shortcut: kit.Ctrl(fyne.KeyMinus),
			Enabled: func() bool { return w.prefs.scale() > 0 }, Do: size(-1)},
		&kit.Command{ID: "view.ordinary", Title: say.Text("Ordinary text size"), Shortcut: kit.Ctrl(fyne.Key0),
			Do: func() { w.setLook(w.prefs.variant(), ordinaryScale) }},
	)
}

func (w *Window) registerHelp() {
	say := w.say()
	w.deps.Commands.Add(
		&kit.Command{ID: "help.palette", Title: say.Text("Go to…"), Shortcut: kit.Ctrl(fyne.KeyK), Enabled: w.isOpen, Do: w.openPalette},
		&kit.Command{ID: "help.manual", Title: say.Text("Manual"), Do: w.showManual},
		&kit.Command{ID: "help.keys", Title: say.Text("Keys and shortcuts"),
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF1}, Do: w.showKeys},
		&kit.Command{ID: "help.privacy", Title: say.Text("What is stored where"), Do: w.showPrivacy},
		&kit.Command{ID: "help.folder", Title: say.Text("Open the folder of this file"), Enabled: w.isOpen, Do: w.openFolder},
		&kit.Command{ID: "help.about", Title: say.Text("About CoP Leader"), Do: w.showAbout},
	)
}

// typedKey takes keys without Ctrl that nothing else wants.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1:
		w.deps.Commands.Fire("help.keys")
	case fyne.KeyF10:
		w.openMenu()
	case fyne.KeyEscape:
		w.Canvas().Unfocus()
		if w.isOpen() {
			w.shell.stepOut()
		}
	default:
		taken := false
		if page := w.takesKeys(); page != nil {
			kit.Guard(func() { taken = page.TakeKey(e) })
		}
		if !taken && w.isOpen() {
			kit.Guard(func() { kit.KeyAtRest(w.Canvas(), w.shell.at.page, e) })
		}
	}
}

// openMenu goes into the main menu, as Alt alone does.
func (w *Window) openMenu() {
	if bar, has := w.Canvas().(interface{ ToggleMenu() }); has {
		bar.ToggleMenu()
	}
}

// saveNow writes down what is being typed, and says that nothing else has to be done.
func (w *Window) saveNow() {
	say := w.say()
	w.shell.leave()
	w.work.whenSettled(func() {
		switch {
		case len(w.deps.Unkept.Refused()) > 0:
			w.showUnkept()
		case w.shell == nil || w.shell.deps.ReadOnly:
			w.deps.Tell(say.Text("This file is open for reading only."))
		case w.demo:
			w.deps.Tell(say.Text("This is the demo community: nothing here is kept. Start a community of your own to keep what you do."))
		default:
			w.deps.Tell(say.Text("Everything is saved as you type; there is nothing else to do."))
		}
	})
}

// typedRune takes letters that nothing else wants.
func (w *Window) typedRune(r rune) {
	taken := false
	if page := w.takesKeys(); page != nil {
		kit.Guard(func() { taken = page.TakeRune(r) })
	}
	if !taken && w.isOpen() {
		kit.Guard(func() { kit.RuneAtRest(w.Canvas(), w.shell.at.page, r) })
	}
}

// takesKeys is the page shown, where it has a use for single keys; nil for none.
func (w *Window) takesKeys() kit.KeyTaker {
	if w.shell == nil || w.shell.at == nil {
		return nil
	}
	page, _ := w.shell.at.page.(kit.KeyTaker)
	return page
}

// listenShortcuts takes second ways to commands whose first way is in the menu; they work while no field has the focus.
func (w *Window) listenShortcuts() {
	for id, also := range map[string]fyne.Shortcut{
		"edit.redo":   &fyne.ShortcutRedo{},                                                                       // Ctrl+Y; a field has its own
		"view.larger": &desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault}, // the key of + without Shift
	} {
		w.win.Canvas().AddShortcut(also, func(fyne.Shortcut) { w.deps.Commands.Fire(id) })
	}
	w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { w.openMenu() })
	w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEqual,
		Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, func(fyne.Shortcut) { w.deps.Commands.Fire("view.larger") })
}

// drawMenus draws the main menu from the commands, if it would say anything else than before.
func (w *Window) drawMenus() {
	say, c := w.say(), w.deps.Commands
	view := []string{}
	for _, spec := range pageSpecs {
		if !spec.apart {
			view = append(view, "view."+spec.name)
		}
	}
	view = append(view, "", "view.guests", "view.light", "view.dark", "view.high", "view.system", "", "view.larger", "view.smaller", "view.ordinary")
	menus := []*fyne.Menu{
		c.Menu(say.Text("File"), "file.new", "file.open", "view.intake", "file.paste", "", "file.save", "file.copy", "file.restore", "", "file.print", "", "file.demo", "", "file.quit"),
		c.Menu(say.Text("Edit"), "edit.undo", "edit.redo", "view.history", "", "edit.new", "edit.all", "edit.find", "edit.findAll", "", "view.settings"),
		c.Menu(say.Text("View"), view...),
	}
	if here := w.pageMenu(); here != nil {
		menus = append(menus, here)
	}
	menus = append(menus, c.Menu(say.Text("Help"), "help.palette", "help.manual", "help.keys", "", "help.privacy", "help.folder", "help.about"))
	file := slices.Insert(menus[0].Items, 2, w.recentMenu())
	file[len(file)-1].IsQuit = true // so that Fyne adds no other one
	menus[0].Items = file
	w.tick(menus[2])
	if words := menuWords(menus); words != w.menus && !menuOpen(w.Canvas()) {
		w.menus = words
		w.win.SetMainMenu(fyne.NewMainMenu(menus...))
	}
}

// menuOpen tells whether a person is in the main menu. It is not drawn anew then, since keys would be lost that are meant for it; the
// next beat does it. Only the name of the type tells that it is the driver's menu that has the keys.
func menuOpen(c fyne.Canvas) bool {
	return strings.HasSuffix(fmt.Sprintf("%T", c.Focused()), ".menuBarItem")
}

// tick marks the theme in use.
func (w *Window) tick(view *fyne.Menu) {
	say := w.say()
	for _, item := range view.Items {
		switch kit.MenuWords(item) {
		case say.Text("Guest view"):
			item.Checked = w.guests
		case say.Text("Light"):
			item.Checked = w.prefs.variant() == look.Light
		case say.Text("Dark"):
			item.Checked = w.prefs.variant() == look.Dark
		case say.Text("High contrast"):
			item.Checked = w.prefs.variant() == look.High
		case say.Text("Light or dark as the system"):
			item.Checked = w.prefs.variant() == look.System
		}
	}
}

// pageMenu holds the visible page's own commands; a field with the focus lets shortcuts through from the menu only.
func (w *Window) pageMenu() *fyne.Menu {
	if !w.isOpen() {
		return nil
	}
	spec := w.shell.at.spec
	var ids []string
	for _, c := range w.deps.Commands.All() {
		if strings.HasPrefix(c.ID, spec.name+".") {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	menu := w.deps.Commands.Menu(spec.title(w.say()), ids...)
	keepLow(menu, w.say().Text("More"))
	return menu
}

// menuMost is how many items a menu may have at 100 %, so that it stays below the height of the least window.
const menuMost = 14

// keepLow puts what a menu has no room for into one beside its last item.
func keepLow(menu *fyne.Menu, more string) {
	most := max(4, int(menuMost/look.TextScale()))
	if len(menu.Items) <= most {
		return
	}
	rest := fyne.NewMenu(more, slices.Clone(menu.Items[most-1:])...)
	keepLow(rest, more)
	last := fyne.NewMenuItem(more, nil)
	last.ChildMenu = rest
	menu.Items = append(menu.Items[:most-1:most-1], last)
}

// menuWords is everything a menu shows, as one text to compare.
func menuWords(menus []*fyne.Menu) string {
	var b strings.Builder
	for _, m := range menus {
		b.WriteString(m.Label)
		for _, i := range m.Items {
			b.WriteString("\n" + i.Label)
			if i.Disabled {
				b.WriteString(" off")
			}
			if i.Checked {
				b.WriteString(" on")
			}
			if i.ChildMenu != nil {
				b.WriteString("\n" + menuWords([]*fyne.Menu{i.ChildMenu}))
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
