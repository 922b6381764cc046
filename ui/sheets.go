package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// nameWindow gives the window the community's name.
func (w *Window) nameWindow(s *data.Snapshot) {
	title := w.setup.App.Metadata().Name
	if title == "" {
		title = "CoP Leader" // the tests' app has no metadata
	}
	if s.Community.Name != "" {
		title = w.entitled(w.called(s.Community.Name)) + " — " + title
	}
	if w.win.Title() != title {
		w.win.SetTitle(title)
	}
}

// entitled is what the title calls a community: one that is only read here says so, and who has it open.
func (w *Window) entitled(community string) string {
	if w.shell == nil || !w.shell.deps.ReadOnly {
		return community
	}
	if who, _, held := w.shell.store.Holder(); held && who != "" {
		return w.say().Text("%s (read only, %s has it open)", community, who)
	}
	return w.say().Text("%s (read only)", community)
}

// showKeys shows every shortcut there is, drawn from the commands.
func (w *Window) showKeys() {
	if w.shell != nil {
		w.shell.makeAll()
	}
	say := w.say()
	rows := kit.VStack(6)
	line := func(what, keys string) {
		rows.Objects = append(rows.Objects, kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle},
			kit.Weight(3, kit.NewBody(kit.Plain(what))), kit.Weight(2, kit.NewBody(kit.Bold(keys)))))
	}
	for _, c := range w.deps.Commands.All() {
		if keys := kit.ShortcutWords(c.Shortcut); keys != "" && !strings.HasPrefix(c.ID, recentID) {
			line(c.Words(), keys)
		}
	}
	line(say.Text("Open one of the files opened last"), kit.ShortcutWords(kit.CtrlShift(fyne.Key1))+" … 9")
	line(say.Text("From field to field, and back"), "Tab, Shift+Tab")
	line(say.Text("Press what has the focus"), "Space, Enter")
	line(say.Text("Open a field's calendar"), "F4, Alt+Down")
	line(say.Text("Change what is selected in a list, or remove it"), "F2, Del")
	line(say.Text("Find in a list"), say.Text("type"))
	line(say.Text("Go into the menu"), "F10, Alt+F")
	line(say.Text("Save a form"), "Ctrl+Enter")
	line(say.Text("Close a dialog or menu, end a search, go back"), "Esc")
	w.sheet(say.Text("Keys and shortcuts"), rows)
}

// sheet shows something to be read.
func (w *Window) sheet(title string, body fyne.CanvasObject) *kit.Dialog {
	var d *kit.Dialog
	done := kit.NewBtn(kit.Primary, w.say().Text("Close"), func() { d.Close() })
	done.ID = "sheet.close"
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: title, Body: body, Width: 600,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(done))})
	w.Canvas().Focus(done)
	return d
}

// showPrivacy says what is stored where.
func (w *Window) showPrivacy() {
	say := w.say()
	body := kit.VStack(12,
		kit.NewBody(kit.Plain(say.Text("Everything you enter is in one file of your own, and in the copies you make of it. Nothing is sent anywhere: the program has no connection to a network."))))
	add := func(what, where string) {
		body.Objects = append(body.Objects, kit.NewBody(kit.Bold(what+" "), kit.Plain(where)))
	}
	if w.shell != nil {
		add(say.Text("This community:"), w.shell.store.Path())
	}
	add(say.Text("New communities:"), w.setup.Folders.Communities())
	add(say.Text("What can be made again, and the log of faults:"), w.setup.Folders.Cache)
	add(say.Text("What this window remembers:"), w.prefs.path)
	add(say.Text("What you typed and could not be saved, until it is:"), w.setup.Folders.Settings)
	body.Objects = append(body.Objects,
		kit.NewBody(kit.Plain(say.Text("That is its size, the last page, the theme, the text size, the folders of copies, and of the files opened last their places, their communities' names, when you looked at them and whether they may stay in a shared folder."))),
		kit.NewBody(kit.Plain(say.Text("What is marked private, such as notes about a person, stays out of every document made for others."))))
	w.sheet(say.Text("What is stored where"), body)
}

// showAbout says what the program is, what it is built with, and what has changed.
func (w *Window) showAbout() {
	say := w.say()
	body := kit.VStack(12,
		kit.NewBody(kit.Bold("CoP Leader "), kit.Plain(w.setup.Version)),
		kit.NewBody(kit.Plain(say.Text("A workbench for whoever leads one Community of Practice: who takes part, what happens when, what is to be done, how it is going, and what others get to see of it."))),
		kit.Note(strings.Join(BuiltWith(say, w.setup.Commit), " · ")))
	if changes := releases(w.setup.Changes); len(changes) > 0 {
		body.Objects = append(body.Objects, kit.NewBody(kit.Bold(say.Text("What has changed"))))
		body.Objects = append(body.Objects, changes...)
	}
	w.sheet(say.Text("About CoP Leader"), body)
}
