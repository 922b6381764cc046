package ui

import (
	"context"
	"os"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// broughtUp is said of a file that a version before this one made.
const broughtUp = "This file was made by an older version and has been brought up to date. A copy of it as it was lies beside it."

// greet says at once what is special about the open file.
func (w *Window) greet() {
	s, say := w.shell.store, w.say()
	switch {
	case w.crash != "" || s.AfterCrash():
		w.tellCutOff()
	case w.demo:
		w.notice(kit.Notice{Text: say.Text("This is the demo community: try anything, nothing here is kept."),
			Action: say.Text("Start your own…"), Do: func() { w.deps.Commands.Fire("file.new") }})
	case s.Because() != nil:
		n := kit.Notice{Kind: kit.Warning, Text: say.Sentence(s.Because())}
		if who, _, held := s.Holder(); held && onAnotherComputer(who) {
			n.Action, n.Do = say.Text("It is closed there…"), func() { w.askTakeOver(s.Path(), who) }
		}
		w.notice(n)
	case s.ReadOnly():
		w.notice(kit.Notice{Text: say.Text("This file is open for reading only.")})
	case s.Upgraded() != nil:
		w.notice(kit.Notice{Text: say.Text(broughtUp)})
	}
}

// standClosed is called when a page without a community is shown.
func (w *Window) standClosed() {
	w.starting = false
	w.rescue.look()
	if w.crash != "" {
		w.notice(kit.Notice{Details: w.crash, Text: w.say().Text("The program was cut off last time. Everything up to then is kept.")})
		w.crash = ""
	}
}

// tellCutOff says, once, that the program was cut off last time, and what the file holds: everything up to its newest act.
func (w *Window) tellCutOff() {
	sh, say, details := w.shell, w.say(), w.crash
	w.crash = ""
	w.work.Run(func() func() {
		acts, err := sh.store.Acts(context.Background(), 1)
		return func() {
			if w.shell != sh || sh.stopped {
				return
			}
			n := kit.Notice{Details: details, Text: say.Text("The program was cut off last time. Everything up to then is kept.")}
			if err == nil && len(acts) == 1 && !acts[0].At.IsZero() {
				at := acts[0].At.Local()
				n.Text = say.Text("The program was cut off last time. Everything is kept up to %s, %s: “%s”.", data.DateOf(at), at.Format("15:04"), acts[0].Deed)
			}
			if sh.store.Upgraded() != nil {
				n.Text += " " + say.Text(broughtUp)
			}
			sh.cutOff = n
			if sh.at != nil { // else it is told with what was read
				n = sh.withMeeting(n)
			}
			w.notice(n)
		}
	})
}

// onAnotherComputer tells whether a holder, "name @ computer", sits elsewhere: whether that program still lives cannot be seen
// from here.
func onAnotherComputer(who string) bool {
	_, there, named := strings.Cut(who, " @ ")
	here, err := os.Hostname()
	return named && err == nil && there != here
}

// askTakeOver opens a file for changes after the person has made sure that nobody else does.
func (w *Window) askTakeOver(path, who string) {
	say := w.say()
	kit.Ask(w.Canvas(), kit.Question{Title: say.Text("Is it closed there?"),
		Text: say.Text("A crash may have left the note that %s has this file open. If it is still open there, changes made in both places get in one another's way.", who),
		Yes:  say.Text("Open for changes"), No: say.Text("Keep reading only"), Loses: true,
		Do: func() { w.open(path, store.Options{TakeOver: true}) }})
}
