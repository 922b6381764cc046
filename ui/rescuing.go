package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// salvage takes what can be read of a damaged file into a new one, among the communities and under a name nothing has yet, and says what
// could not be read; the damaged file stays as it is.
func (w *Window) salvage(path string) {
	name := w.say().Text("%s rescued", stemOf(path)) + store.Ext
	w.notice(kit.Notice{Text: w.say().Text("Reading what can be read…")})
	w.work.Run(func() func() {
		r, err := rescuedTo(w.setup.Folders, name, path, w.setup.Clock)
		return func() {
			w.frame.bar.Dismiss()
			if err != nil {
				w.showClosed(err, path)
				return
			}
			w.showRescued(r)
		}
	})
}

// rescuedTo makes the new file in the folder of communities.
func rescuedTo(folders desk.Folders, name, path string, clock kit.Clock) (store.Rescue, error) {
	folder, err := folders.MakeCommunities()
	if err != nil {
		return store.Rescue{}, err
	}
	return store.RescueInto(context.Background(), path, freeName(folder, name), store.Options{Clock: clock.Now})
}

// lostShown is how many sentences about what could not be read are shown; the report has them all.
const lostShown = 12

// showRescued says what is in the new file and what is not, before it is opened.
func (w *Window) showRescued(r store.Rescue) {
	say := w.say()
	w.standClosed()
	open := kit.NewBtn(kit.Primary, say.Text("Open the new file"), func() { w.open(r.Path, store.Options{}) })
	open.ID = "rescued.open"
	report := kit.NewBtn(kit.Outlined, say.Text("Save this report…"), func() { w.askSaveReport(r) })
	report.ID = "rescued.report"
	parts := []fyne.CanvasObject{kit.PageTitle(say.Text("What could be read is in a new file")), kit.NewPara(kit.Plain(wentOver(say, r))), kit.Note(r.Path),
		kit.Wrap(look.GapInRow, open, report), kit.NewRule()}
	lines := lostLines(say, r)
	if len(lines) == 0 {
		parts = append(parts, kit.NewBody(kit.Plain(say.Text("Nothing was found missing."))))
	} else {
		parts = append(parts, kit.CardTitle(say.Text("What could not be read")))
	}
	for _, line := range lines[:min(len(lines), lostShown)] {
		parts = append(parts, kit.NewBody(kit.Plain(line)))
	}
	if more := len(lines) + r.More - lostShown; more > 0 {
		parts = append(parts, kit.Note(say.Count(more, "and %d more, in the report", "and %d more, in the report")))
	}
	w.frame.set(nil, lonely(kit.VStack(12, parts...)))
	w.Canvas().Focus(open)
	w.drawMenus()
}

// wentOver says in one breath what went over.
func wentOver(say *words.Say, r store.Rescue) string {
	return say.Text("“%s”: %s. The damaged file was left as it is. What was done before can't be taken back in the new file.", r.Community,
		say.List([]string{say.Count(r.Members, "%d member", "%d members"), say.Count(r.Events, "%d event", "%d events"),
			say.Count(r.Items, "%d item", "%d items"), say.Count(r.Others, "%d other entry", "%d other entries")}))
}

func lostLines(say *words.Say, r store.Rescue) (lines []string) {
	for _, p := range r.Lost {
		lines = append(lines, say.Of(p))
	}
	return lines
}

// reportText is the report as a text.
func reportText(say *words.Say, r store.Rescue, today data.Date) string {
	lines := append([]string{say.Text("Taken over from a damaged file on %s", today), "", wentOver(say, r), r.Path, "", say.Text("What could not be read"), ""}, lostLines(say, r)...)
	if len(r.Lost) == 0 {
		lines = append(lines, say.Text("Nothing was found missing."))
	}
	if r.More > 0 {
		lines = append(lines, say.Count(r.More, "and %d more", "and %d more"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// askSaveReport saves what could not be read as a text.
func (w *Window) askSaveReport(r store.Rescue) {
	say := w.say()
	text := reportText(say, r, w.deps.Clock.Today())
	w.deps.Files.ChooseSave(say.Text("Save the report"), stemOf(r.Path)+".txt", func(path string) {
		w.work.Run(func() func() {
			err := reports.WriteFile(path, []byte(text))
			return func() {
				if err != nil {
					w.deps.Fail(err)
					return
				}
				w.notice(kit.Notice{Text: say.Text("The report is saved as “%s” in %s.", filepath.Base(path), filepath.Dir(path))})
			}
		})
	})
}
