package events

import (
	"bytes"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// spreading is the dialog in which a text for the members is read, changed, and taken to where they look: an announcement, or minutes.
// What was done with it is noted by itself.
type spreading struct {
	*kit.Dialog
	screen   *Screen
	event    data.Event
	document string
	title    string
	intro    string
	noteWord string
	then     func() // called once it was noted, nil for nobody who waits
	made     string // the text as it was made

	where   *kit.TextField
	at      *kit.Labelled // where with its label
	on      *kit.DateField
	read    *fyne.Container // the text as it reads
	text    *kit.TextField  // and as it is changed
	sheet   fyne.CanvasObject
	change  *kit.LinkBtn
	channel *kit.Btn
	note    *kit.Btn
	told    *fyne.Container // what was noted
	noted   string          // where, "" for nothing yet

	// keep notes it, and says so in words.
	keep func(ctx context.Context) (store.Done, error)
	said func() string
}

// openAnnounce shows the announcement of the event shown.
func (s *Screen) openAnnounce(then func()) {
	say, e := s.deps.Say, s.pane.detail.Event
	p := &spreading{screen: s, event: e, document: "announce", title: say.Text("Announce “%s”", s.called(&e)), noteWord: say.Text("Note as announced"), then: then,
		intro: say.Text("Take it to where the members look; what you do here is noted at the event.")}
	p.where = kit.NewEntry(s.channelFor(data.UseAnnounce))
	p.at = p.about(data.AnnouncementFields.Of("channel"), p.where)
	p.on = kit.NewDateField(s.deps, nil, s.deps.Clock.Today(), nil)
	p.keep = func(ctx context.Context) (store.Done, error) {
		on, err := p.on.NeededIn("on")
		if err != nil {
			return store.Done{}, err
		}
		return s.state.store.AnnounceEvents(ctx, []int64{e.ID}, data.Announcement{Channel: p.where.Text, On: on, Text: p.text.Text})
	}
	p.said = func() string { return say.Text("Noted as announced: %s.", p.noted) }
	p.open()
}

// openPublish shows the minutes of the event shown, as they go out.
func (s *Screen) openPublish() {
	say, e := s.deps.Say, s.pane.detail.Event
	p := &spreading{screen: s, event: e, document: "minutes", title: say.Text("Publish the minutes of “%s”", s.called(&e)), noteWord: say.Text("Note as published"),
		intro: say.Text("Take them to where everybody can read them; what you do here is noted at the event.")}
	if e.Confidential {
		p.intro = say.Text("The event was confidential: publish only what those concerned agree to, and note it here.")
	}
	p.where = kit.NewEntry(s.channelFor(data.UseArchive))
	p.at = p.about(data.MinutesFields.Of("where"), p.where)
	p.keep = func(ctx context.Context) (store.Done, error) {
		return s.state.store.PublishMinutes(ctx, e.ID, p.where.Text)
	}
	p.said = func() string { return say.Text("Noted as published: %s.", p.noted) }
	p.open()
}

// about puts the label of a field above an input for it.
func (p *spreading) about(f *data.Field, input fyne.CanvasObject) *kit.Labelled {
	say := p.screen.deps.Say
	l := kit.NewLabelled(say.Of(f.Label), input)
	l.About = f.ID()
	if hint := say.Of(f.Hint); hint != "" {
		l.Hinted(hint)
	}
	return l
}

// Text is a document about an event as a text.
func (s *State) Text(ctx context.Context, document string, o reports.Options) (string, error) {
	o.Today, o.Say = s.calendar.Today(), s.say
	var text bytes.Buffer
	_, err := reports.Write(ctx, document, s.store, o, &text)
	return strings.TrimSpace(text.String()), err
}

// options are what the document is made with.
func (p *spreading) options() reports.Options {
	deps := p.screen.deps
	return reports.Options{Today: deps.Clock.Today(), Now: deps.Clock.Now(), Say: deps.Say, EventID: p.event.ID}
}

// open makes the text away from the window, in its turn after what is being kept, and shows it.
func (p *spreading) open() {
	s, o := p.screen, p.options()
	s.pane.flush()
	s.deeds.Run(func() func() {
		text, err := s.state.Text(context.Background(), p.document, o)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			if s.deps.Canvas() != nil {
				p.show(text)
			}
		}
	})
}

func (p *spreading) show(text string) {
	s, say := p.screen, p.screen.deps.Say
	p.made = text
	p.text, p.read, p.told = kit.NewArea(10, text), kit.Prose(text), kit.VStack(0)
	p.where.ID, p.text.ID = "spread.where", "spread.text"
	p.sheet = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusField, Padding: kit.All(14)}, p.read)
	p.text.Hide()
	p.told.Hide()
	p.change = kit.NewLinkBtn(say.Text("Change the text"), p.turn)
	p.change.ID = "spread.change"
	where := fyne.CanvasObject(p.at)
	if p.on != nil {
		day := p.about(data.AnnouncementFields.Of("on"), p.on).Watch(say)
		day.OnResized = func() { p.Relayout() }
		where = kit.Row(kit.RowOptions{Gap: 14, StackBelow: 340, StackGap: 12}, kit.Weight(1.6, p.at), kit.Weight(1, day))
	}
	body := kit.VStack(12, kit.NewPara(kit.Muted(p.intro)), where, p.deeds(), p.told, kit.Left(p.change), p.sheet, p.text)
	close := kit.NewBtn(kit.Outlined, say.Text("Close"), func() { p.Leave() })
	p.note = kit.NewBtn(kit.Outlined, p.noteWord, func() { p.noteIt(p.Close) })
	close.ID, p.note.ID = "cancel", "spread.note"
	p.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: p.title, Body: body, Width: 640, Deps: s.deps,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(p.note), kit.Own(close)), Save: func() { p.noteIt(p.Close) }})
	p.at.OnResized = p.Relayout
	p.where.OnEnter(func() { p.noteIt(p.Close) })
	p.where.OnTyped = func(string) { p.showChannel() }
	p.showChannel()
}

// deeds are what can be done with the text.
func (p *spreading) deeds() fyne.CanvasObject {
	say := p.screen.deps.Say
	copied := kit.NewBtn(kit.Primary, say.Text("Copy"), func() { p.copy() })
	mail := kit.NewBtn(kit.Outlined, say.Text("E-mail…"), p.mail)
	save := kit.NewBtn(kit.Outlined, say.Text("Save…"), p.save)
	p.channel = kit.NewBtn(kit.Outlined, say.Text("Open the channel"), p.openChannel)
	copied.ID, mail.ID, save.ID, p.channel.ID = "spread.copy", "spread.mail", "spread.save", "spread.channel"
	return kit.Wrap(look.GapInRow, copied, mail, save, p.channel)
}

// turn shows the text as it reads, or to be changed.
func (p *spreading) turn() {
	say, changes := p.screen.deps.Say, !p.text.Visible()
	kit.SetShown(p.text, changes)
	kit.SetShown(p.sheet, !changes)
	if changes {
		p.change.SetText(say.Text("Show as it reads"))
	} else {
		p.change.SetText(say.Text("Change the text"))
		kit.FillProse(p.read, p.text.Text)
	}
	p.Relayout()
	if changes {
		p.screen.deps.Focus(p.text)
	}
}

// link is the page of the channel that is named, "" for none that is known.
func (p *spreading) link() string {
	for _, c := range p.screen.state.programme.snapshot.Channels {
		if data.Fold(c.Name) == data.Fold(strings.TrimSpace(p.where.Text)) && kit.IsLink(c.Link) {
			return c.Link
		}
	}
	return ""
}

// showChannel offers to open the channel that is named, where its page is known.
func (p *spreading) showChannel() {
	if kit.SetShown(p.channel, p.link() != "") {
		p.Relayout()
	}
}

// copy copies the text, and notes it.
func (p *spreading) copy() {
	fyne.CurrentApp().Clipboard().SetContent(p.text.Text + "\n")
	p.screen.deps.Tell(p.screen.deps.Say.Text("The text is copied; paste it where it goes."))
	if data.CleanLine(p.where.Text) != "" {
		p.noteIt(nil)
	}
}

// openChannel opens the page of the channel, with the text copied to be pasted there; where no program opens it, nothing is noted.
func (p *spreading) openChannel() { p.screen.deps.OpenLink(p.link(), p.copy) }

// mail begins a letter with the text; that it was sent is noted there.
func (p *spreading) mail() {
	text := ""
	if p.text.Text != p.made {
		text = p.text.Text
	}
	s := p.screen
	p.Close()
	s.deps.Go("share", kit.Paper{Document: p.document, EventID: p.event.ID, Mail: true, Text: text})
}

// save keeps the text as a file; the file's name is noted under "Sent and saved".
func (p *spreading) save() {
	s, say := p.screen, p.screen.deps.Say
	doc, err := reports.Find(p.document)
	if err != nil {
		s.deps.Fail(err)
		return
	}
	text := p.text.Text + "\n"
	s.deps.Files.ChooseSave(say.Text("Save “%s”", say.Of(doc.Title)), doc.Called(s.state.programme.snapshot, p.options()), func(path string) {
		s.deeds.Do(func(ctx context.Context) error {
			if err := reports.WriteFile(path, []byte(text)); err != nil {
				return err
			}
			return s.state.store.NoteExports(ctx, data.Outgoing{}, data.ExportOf(p.document, path))
		}, func() {
			s.deps.Notice(kit.Notice{Text: say.Text("The text is saved in %s.", path), Action: say.Text("Open"), Do: func() { s.deps.OpenWithSystem(path) }})
		})
	})
}

// noteIt notes where the text went, and calls then; a place that is empty is marked.
func (p *spreading) noteIt(then func()) {
	s, say := p.screen, p.screen.deps.Say
	where := data.CleanLine(p.where.Text)
	switch where {
	case "":
		p.at.Ask(say.Text("Please fill this in."))
		s.deps.Focus(p.where)
		return
	case p.noted:
		if then != nil {
			then()
		}
		return
	}
	p.at.SetError("")
	keep := p.keep
	s.deeds.Run(func() func() {
		done, err := keep(context.Background())
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			p.wasNoted(where, done, then)
		}
	})
}

// wasNoted says what was noted, with the way back.
func (p *spreading) wasNoted(where string, done store.Done, then func()) {
	s, say := p.screen, p.screen.deps.Say
	p.noted = where
	first := p.then
	p.then = nil
	words := p.said()
	s.deeds.OfferUndo(words, done.Undo, nil)
	if then != nil {
		then()
	} else if p.Open() {
		back := kit.NewLinkBtn(say.Text("Undo"), func() {
			s.deeds.Do(done.Undo, func() {
				p.noted = ""
				kit.SetShown(p.told, false)
				kit.SetShown(p.note, true)
				p.Relayout()
			})
		})
		back.ID = "spread.undo"
		mark := kit.NewSmall(kit.Span{Sign: kit.Dot, Text: words, Color: look.ColorGood})
		p.told.Objects = []fyne.CanvasObject{kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, kit.Own(mark), kit.Own(back), kit.Spring())}
		kit.SetShown(p.told, true)
		kit.SetShown(p.note, false)
		p.Relayout()
	}
	if first != nil {
		first()
	}
}
