package ui

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// copyRow is one copy in the list from which is restored: one that can be used, or why it can't.
type copyRow struct {
	key     int64
	copy    store.KeptCopy
	at      time.Time
	seconds bool  // another copy is of the same minute
	early   bool  // its date is yet to come
	why     error // it can't be used
	unsure  bool  // nobody knows of which community it is
	compare *store.Difference
}

// copyList is the dialog with the copies of the open community.
type copyList struct {
	window  *Window
	store   *store.Store
	dialog  *kit.Dialog
	rows    []*copyRow
	list    *kit.List[*copyRow]
	body    *fyne.Container
	restore *kit.Btn
	does    *kit.Para // what restoring the selected copy does
	ctx     context.Context
	// unread is why the open file could not be read, nil while it can: then a copy doesn't go into it.
	unread error
}

// mayRestore tells whether there is a file into which a copy can be restored; of the demo there are no copies.
func (w *Window) mayRestore() bool { return w.isOpen() && !w.demo && !w.shell.deps.ReadOnly }

// askRestore lists the copies of the open community and says of the selected one what restoring it does: that is the one question.
func (w *Window) askRestore() {
	say := w.say()
	ctx, stop := context.WithCancel(context.Background())
	l := &copyList{window: w, store: w.shell.store, ctx: ctx, body: kit.VStack(12, kit.Note(say.Text("Looking through the copies…")))}
	l.list = kit.NewList(kit.ListOptions[*copyRow]{
		Key:      func(r *copyRow) int64 { return r.key },
		OnSelect: l.choose, OnOpen: l.ready,
		Columns: []kit.Column[*copyRow]{
			{ID: "when", Title: say.Text("Copy of"), Weight: 2, Text: l.when},
			{ID: "what", Title: say.Text("What is in it, and what differs from now"), Weight: 5, Text: l.what},
		},
	})
	keep := kit.NewBtn(kit.Primary, say.Text("Keep what is"), func() { l.dialog.Close() })
	l.does = kit.NewPara()
	l.restore = kit.NewBtn(kit.Outlined, say.Text("Restore"), func() {
		if r, ok := l.list.Selected(); ok {
			l.do(r)
		}
	})
	l.restore.ID = "restore.go"
	l.restore.Disable()
	l.dialog = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: say.Text("Restore a copy of “%s”", w.called(w.shellName())), Width: 720, Body: l.body,
		Foot:    kit.VStack(14, l.does, kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(keep), kit.Own(l.restore))),
		OnClose: stop})
	l.read()
}

// read lists the copies, away from the window.
func (l *copyList) read() {
	w := l.window
	folders, now := w.copiesFolders(), w.setup.Clock.Now()
	w.work.Run(func() func() {
		rows := rowsOf(now, l.store.Copies(l.ctx, folders...), l.store.SpoiltCopies(l.ctx, folders...))
		faults := make([]error, len(folders))
		for i, folder := range folders {
			faults[i] = store.CopiesFolderFault(folder)
		}
		return func() {
			if l.dialog.Open() {
				l.rows = rows
				l.show(faults)
				l.compareFrom(0)
			}
		}
	})
}

// rowsOf puts copies in one list, the newest first and last those dated later than now.
func rowsOf(now time.Time, good []store.KeptCopy, spoilt []store.SpoiltCopy) (rows []*copyRow) {
	for _, c := range good {
		rows = append(rows, &copyRow{copy: c, at: c.At, early: c.At.After(now)})
	}
	for _, c := range spoilt {
		rows = append(rows, &copyRow{at: c.At, why: c.Why, unsure: c.Unsure, early: c.At.After(now)})
	}
	slices.SortStableFunc(rows, func(a, b *copyRow) int { return store.ByAge(a.at, b.at, now) })
	for i, r := range rows {
		r.key = int64(i + 1)
		if i > 0 && r.at.Truncate(time.Minute).Equal(rows[i-1].at.Truncate(time.Minute)) {
			r.seconds, rows[i-1].seconds = true, true
		}
	}
	return rows
}

// show lists what was found, below what is wrong with the folders.
func (l *copyList) show(faults []error) {
	w, say := l.window, l.window.say()
	l.body.Objects = nil
	for i, fault := range faults {
		if fault == nil {
			continue
		}
		l.body.Objects = append(l.body.Objects, kit.NewBody(kit.Warned(say.Sentence(fault))))
		if i == 0 {
			l.body.Objects = append(l.body.Objects, kit.Left(kit.NewLinkBtn(say.Text("Choose another folder…"), func() {
				l.dialog.Close()
				windowSettings{w}.ChooseCopiesFolder(func() {})
			})))
		}
	}
	if len(l.rows) == 0 {
		l.body.Objects = append(l.body.Objects, kit.Note(say.Text("There is no copy of this community yet. One is made every day on which it is opened.")))
		l.dialog.Relayout()
		return
	}
	l.body.Objects = append(l.body.Objects, kit.High(min(copiesHigh, copyHigh*float32(len(l.rows)+1)), l.list))
	l.list.SetRows(l.rows)
	l.dialog.Relayout()
	w.Canvas().Focus(l.list)
	l.list.Select(l.rows[0].key)
	l.choose(l.rows[0])
}

// The most that the list is high, and what a copy takes of it, in points at text scale 1.
const (
	copiesHigh = 380
	copyHigh   = 60
)

// compareFrom finds out of one copy after another what differs from now, which proves it once more, for as long as the list is shown.
func (l *copyList) compareFrom(i int) {
	for i < len(l.rows) && l.rows[i].why != nil {
		i++
	}
	if i == len(l.rows) || !l.dialog.Open() {
		return
	}
	r := l.rows[i]
	l.window.work.Run(func() func() {
		d, err := l.store.DifferenceFrom(l.ctx, r.copy)
		return func() {
			if !l.dialog.Open() {
				return
			}
			switch r.why = err; {
			case err == nil && d.Unread != nil:
				l.cannotRead(d.Unread)
			case err == nil:
				r.compare = &d
			}
			l.list.SetRows(l.rows)
			if at, ok := l.list.Selected(); ok {
				l.choose(at)
			}
			l.compareFrom(i + 1)
		}
	})
}

// cannotRead says why copies can't be compared with the open file.
func (l *copyList) cannotRead(err error) {
	if l.unread == nil {
		l.unread = err
		fault := kit.NewBody(kit.Warned(l.window.say().Sentence(err)))
		l.body.Objects = append([]fyne.CanvasObject{fault}, l.body.Objects...)
		l.dialog.Relayout()
	}
}

// choose says what restoring the selected copy does, and offers it, if it can be used.
func (l *copyList) choose(r *copyRow) {
	l.does.SetText(l.says(r))
	if r.why == nil {
		l.restore.Enable()
	} else {
		l.restore.Disable()
	}
	l.dialog.Relayout()
}

func (l *copyList) when(r *copyRow) []kit.Span {
	say := l.window.say()
	spans := []kit.Span{kit.Bold(r.of(say))}
	switch r.copy.Before {
	case store.BeforeRestore:
		spans = append(spans, kit.Muted("\n"+say.Text("made before a copy was restored")))
	case store.BeforeImport:
		spans = append(spans, kit.Muted("\n"+say.Text("made before something was imported")))
	}
	if r.early {
		spans = append(spans, kit.Warned("\n"+say.Text("This date is yet to come: a clock was wrong.")))
	}
	return spans
}

// of is the moment the copy is of, to the second where another is of the same minute.
func (r *copyRow) of(say *words.Say) string {
	if !r.seconds {
		return moment(say, r.at)
	}
	at := r.at.Local()
	return say.Text("%s, %s", data.DateOf(at), at.Format("15:04:05"))
}

// moment is a day and the time of day.
func moment(say *words.Say, at time.Time) string {
	at = at.Local()
	return say.Text("%s, %s", data.DateOf(at), at.Format("15:04"))
}

func (l *copyList) what(r *copyRow) []kit.Span {
	say := l.window.say()
	if r.why != nil {
		spans := []kit.Span{kit.Warned(say.Text("Not usable.")), kit.Plain(" " + say.Sentence(r.why))}
		if r.unsure {
			spans = append(spans, kit.Muted("\n"+say.Text("Of which community it is can't be told; only its name is like those of this one.")))
		}
		return spans
	}
	holds := say.List([]string{say.Count(r.copy.Members, "%d member", "%d members"), say.Count(r.copy.Events, "%d event", "%d events"),
		say.Count(r.copy.Items, "%d item", "%d items")})
	if r.compare == nil {
		return []kit.Span{kit.Plain(holds)}
	}
	return []kit.Span{kit.Plain(holds), kit.Muted("\n" + differs(say, *r.compare))}
}

// differs says what has become different in the file since a copy was made.
func differs(say *words.Say, d store.Difference) string {
	if d.IsZero() {
		return say.Text("Nothing differs from now.")
	}
	return say.Text("Since then: %s.", say.List(changed(say, d)))
}

// changed counts what was added, removed and changed.
func changed(say *words.Say, d store.Difference) (all []string) {
	add := func(n int, text string) {
		if n > 0 {
			all = append(all, text)
		}
	}
	m, e, i := d.Members, d.Events, d.Items
	add(m.Added, say.Count(m.Added, "%d member added", "%d members added"))
	add(m.Removed, say.Count(m.Removed, "%d member removed", "%d members removed"))
	add(m.Changed, say.Count(m.Changed, "%d member changed", "%d members changed"))
	add(e.Added, say.Count(e.Added, "%d event added", "%d events added"))
	add(e.Removed, say.Count(e.Removed, "%d event removed", "%d events removed"))
	add(e.Changed, say.Count(e.Changed, "%d event changed", "%d events changed"))
	add(i.Added, say.Count(i.Added, "%d item added", "%d items added"))
	add(i.Removed, say.Count(i.Removed, "%d item removed", "%d items removed"))
	add(i.Changed, say.Count(i.Changed, "%d item changed", "%d items changed"))
	other := d.Others.Added + d.Others.Removed + d.Others.Changed
	add(other, say.Count(other, "%d other entry different", "%d other entries different"))
	return all
}

// says is all that restoring a copy will do.
func (l *copyList) says(r *copyRow) string {
	w, say := l.window, l.window.say()
	name := w.called(r.copy.Community)
	switch {
	case r.why != nil:
		return say.Text("This copy can't be used. Please choose another.")
	case l.unread != nil:
		return say.Text("“%s” as it was on %s goes into a new file, which is opened. What is in “%s” now is left as it is.", name, r.of(say), filepath.Base(l.store.Path()))
	}
	back := say.Text("Everything done since then is taken back.")
	switch {
	case r.compare != nil && r.compare.IsZero():
		back = say.Text("Nothing differs from now.")
	case r.compare != nil:
		back = say.Text("This is taken back: %s.", say.List(changed(say, *r.compare)))
	}
	return say.Text("“%s” becomes what it was on %s. %s Before that, a copy is made of what it is now, so this list leads back to it.", name, r.of(say), back)
}

// ready puts the cursor on what restores the copy, so that no single key does.
func (l *copyList) ready(r *copyRow) {
	if l.choose(r); r.why == nil {
		l.window.Canvas().Focus(l.restore)
	}
}

// do restores a copy; where the open file can't be read any more, into a new one.
func (l *copyList) do(r *copyRow) {
	if r.why != nil {
		return
	}
	l.dialog.Close()
	if l.unread != nil {
		l.window.restore(l.store.Path(), r.copy)
		return
	}
	l.window.restoreHere(r.copy)
}

// restoreHere puts a copy in the place of what is in the open file, which is copied first, and opens it anew.
func (w *Window) restoreHere(c store.KeptCopy) {
	folder, usual := w.copiesFolder(), w.setup.Folders.Backups()
	w.openThen(w.shell.store.Path(), func(s *store.Store) error {
		if err := folderStands(folder, usual); err != nil {
			return err
		}
		return s.Restore(context.Background(), c, folder)
	}, func(err error) {
		if err != nil {
			w.deps.Fail(err)
			return
		}
		w.notice(kit.Notice{Text: w.say().Text("“%s” is what it was on %s. What it was before is the newest in the list of copies.", c.Community, moment(w.say(), c.At)),
			Action: w.say().Text("Show the copies…"), Do: func() { w.deps.Commands.Fire("file.restore") }})
	})
}

// openThen opens a file in place of the one that is open, does something to it before it is shown, and tells of that afterwards.
func (w *Window) openThen(path string, before func(*store.Store) error, after func(err error)) {
	expected := w.shell.store.Identity()
	w.leaveThen(func() {
		w.work.Run(func() func() {
			s, err := store.Open(context.Background(), path, store.Options{Clock: w.setup.Clock.Now, Expect: expected})
			if err != nil {
				return func() { w.showClosed(err, path) }
			}
			err = before(s)
			return func() {
				w.show(s, false)
				after(err)
			}
		})
	})
}
