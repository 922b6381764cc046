package share

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// posting is the dialog that shows what would leave this computer, before anything does.
type posting struct {
	*kit.Dialog
	screen *Screen
	order  Order
	letter reports.Letter

	leaving *fyne.Container
	readers *kit.TextField
	field   *kit.Labelled // of the readers
	subject *kit.TextField
	text    *kit.TextField
	open    *kit.Btn
	show    *kit.Btn
	copy    *kit.Btn

	then   func(handed bool) // called once the letter was handed over or put aside, nil for nobody who waits
	handed bool
}

// post words a letter about a document and shows what would leave with it.
func (s *Screen) post(d Document, c Choices) { s.postOrder(s.order(d, c), func() {}) }

// backTo leads back to the page on which a letter was begun, nil where it was here.
func (s *Screen) backTo(page string) func(handed bool) {
	if page == "" {
		return nil
	}
	return func(bool) { s.deps.Go(page, nil) }
}

// postWith does so with a text in the letter in place of what it would say, where one is given; ready is called before it is shown.
func (s *Screen) postWith(d Document, c Choices, text string, ready func()) {
	o := s.order(d, c)
	s.begin(o, func(ctx context.Context) (reports.Letter, error) {
		letter, err := s.state.Letter(ctx, o)
		if text != "" {
			letter.Text = text + "\n"
		}
		return letter, err
	}, ready)
}

// postOrder does so for what was ordered; ready is called before it is shown.
func (s *Screen) postOrder(o Order, ready func()) {
	s.begin(o, func(ctx context.Context) (reports.Letter, error) { return s.state.Letter(ctx, o) }, ready)
}

// write begins a letter without a document.
func (s *Screen) write(m kit.Message) {
	o := s.order(Document{}, Choices{})
	s.begin(o, func(ctx context.Context) (reports.Letter, error) {
		return s.state.Message(ctx, m.To, m.Sponsors, reports.Note{Subject: m.Subject, Text: m.Text, By: m.By}, o)
	}, func() {
		s.then = m.Then
		if m.Then == nil {
			s.then = s.backTo(m.Back)
		}
	})
}

// begin shows a letter, and what would leave with it; ready is called before.
func (s *Screen) begin(o Order, word func(context.Context) (reports.Letter, error), ready func()) {
	s.making.Run(func() func() {
		letter, err := word(context.Background())
		var leaving reports.Leaving
		if err == nil {
			leaving, err = s.state.Leaving(context.Background(), letter)
		}
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			ready()
			s.openPosting(o, letter, leaving)
		}
	})
}

// letterTitle says what a letter is about.
func (s *Screen) letterTitle(o Order) string {
	if o.Title == "" {
		return s.deps.Say.Text("Write an e-mail")
	}
	return s.deps.Say.Text("E-mail “%s”", o.Title)
}

// forWhom chooses whose letter it is, where each goes to one member; nil for others.
func (p *posting) forWhom() fyne.CanvasObject {
	doc, err := reports.Find(p.order.Name)
	if err != nil || !doc.Lets(reports.ChooseMember) {
		return nil
	}
	say := p.screen.deps.Say
	options := []kit.Option{{Key: "0", Text: say.Text("Please choose")}}
	for _, who := range p.screen.state.View().People {
		options = append(options, kit.Option{Key: strconv.FormatInt(who.ID, 10), Text: who.Text})
	}
	field := kit.NewSelect(options, strconv.FormatInt(p.order.MemberID, 10), func(key string) {
		o := p.order
		o.MemberID, _ = strconv.ParseInt(key, 10, 64)
		p.screen.postOrder(o, func() {
			p.handed = true // on to the next letter, which whoever waits is told of
			p.Close()
			p.screen.then = p.then
		})
	})
	field.In(say).ID = "mail.member"
	return kit.NewLabelled(say.Text("For whom"), field)
}

// mostReaders is how many readers are seen at once: with more of them, subject and text would be out of sight.
const mostReaders = 4

func (s *Screen) openPosting(o Order, letter reports.Letter, leaving reports.Leaving) {
	if s.deps.Canvas() == nil {
		return
	}
	say := s.deps.Say
	p := &posting{screen: s, order: o, letter: letter, leaving: kit.VStack(4)}
	label, list := say.Text("To; they see one another"), letter.To
	if len(letter.Bcc) > 0 {
		label, list = say.Text("Readers, who don't see one another"), letter.Bcc
	}
	p.readers = kit.NewArea(3, strings.Join(addresses(list), "\n"))
	p.readers.GrowTo(mostReaders)
	p.subject, p.text = kit.NewEntry(letter.Subject), kit.NewArea(8, letter.Text)
	p.readers.ID, p.subject.ID, p.text.ID = "mail.readers", "mail.subject", "mail.text"
	p.readers.OnTyped = func(string) { p.look() }
	p.field = kit.NewLabelled(label, p.readers)
	p.field.Hinted(missed(say, letter))
	body := kit.VStack(12)
	if whom := p.forWhom(); whom != nil {
		body.Add(whom)
	}
	for _, part := range []fyne.CanvasObject{p.leaving, p.field, kit.NewLabelled(say.Text("Subject"), p.subject), kit.NewLabelled(say.Text("Text"), p.text)} {
		body.Add(part)
	}
	then := s.then
	s.then = nil
	p.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: s.letterTitle(o), Body: body, Foot: p.foot(), Width: 640,
		Deps: s.deps, OnClose: func() {
			if then != nil && !p.handed {
				then(false)
			}
		}})
	p.then = then
	p.field.OnResized = p.Relayout
	p.tell(leaving)
	if o.Title == "" {
		s.deps.Focus(p.text) // there is nothing in it yet
		return
	}
	s.deps.Focus(p.open)
}

// missed says whom a letter is meant for and does not reach, "" if nobody.
func missed(say *words.Say, l reports.Letter) string {
	var lines []string
	if l.Without > 0 {
		lines = append(lines, say.Count(l.Without, "%d more is meant, whose address is not known.", "%d more are meant, whose addresses are not known."))
	}
	if n := len(l.Unreached); n > 0 {
		lines = append(lines, say.Count(n, "%d address has letters that a draft cannot carry; please write there yourself: %s.",
			"%d addresses have letters that a draft cannot carry; please write there yourself: %s.", say.List(l.Unreached)))
	}
	return strings.Join(lines, " ")
}

func (p *posting) foot() fyne.CanvasObject {
	say := p.screen.deps.Say
	p.open = kit.NewBtn(kit.Primary, say.Text("Open in the mail program"), func() { p.send(true) })
	p.show = kit.NewBtn(kit.Outlined, say.Text("Show the files"), func() { p.send(false) })
	p.copy = kit.NewBtn(kit.Outlined, say.Text("Copy the text"), func() { p.screen.copyText(p.text.Text) })
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { p.Leave() })
	p.open.ID, p.show.ID, p.copy.ID, cancel.ID = "mail.open", "mail.show", "mail.copy", "cancel"
	return kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 540},
		kit.Own(kit.Wrap(look.GapInRow, p.copy, p.show)), kit.Spring(), kit.Own(kit.Wrap(look.GapInRow, cancel, p.open)))
}

// copyText is for mail programs that leave something out.
func (s *Screen) copyText(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.deps.Tell(s.deps.Say.Text("The text is copied; paste it into your message."))
}

// tell says what would leave this computer, and whether it may.
func (p *posting) tell(l reports.Leaving) {
	say := p.screen.deps.Say
	lines := []fyne.CanvasObject{kit.CardTitle(say.Text("This leaves your computer, once you send it"))}
	for _, f := range l.Files {
		title := say.Of(f.Title)
		if f.File != "" {
			title = f.File
		}
		lines = append(lines, kit.NewSmall(kit.Bold(title), kit.Muted("  "+say.Of(f.Holds)+". "+say.Of(f.Names))))
	}
	lines = append(lines, kit.NewSmall(kit.Plain(say.Of(l.Readers))))
	for _, reason := range l.Refused {
		text := kit.NewSmall(kit.Warned(say.Of(reason)))
		text.Ground = look.ColorWarnSoft
		lines = append(lines, kit.Band(look.ColorWarnSoft, text))
	}
	p.leaving.Objects = lines
	for _, button := range []*kit.Btn{p.open, p.show, p.copy} {
		able(button, len(l.Refused) == 0)
	}
	p.leaving.Refresh()
	p.Relayout()
}

// edited is the letter as it stands in the fields.
func (p *posting) edited() (reports.Letter, bool) {
	say := p.screen.deps.Say
	list, wrong := people(p.readers.Text)
	if wrong > 0 {
		p.field.Ask(say.Text("Line %d is no e-mail address. Please write one on each line, such as Ann <ann@example.org>.", wrong))
		return reports.Letter{}, false
	}
	p.field.SetError("")
	l := p.letter
	if len(l.Bcc) > 0 {
		l.Bcc = list
	} else {
		l.To = list
	}
	l.Subject, l.Text = p.subject.Text, p.text.Text
	return l, true
}

// look tells anew what would leave, as the readers are now.
func (p *posting) look() {
	l, ok := p.edited()
	if !ok {
		return
	}
	s := p.screen
	s.making.Run(func() func() {
		leaving, err := s.state.Leaving(context.Background(), l)
		return func() {
			if err == nil && p.Open() {
				p.tell(leaving)
			}
		}
	})
}

// send makes the draft and hands it to the system's mail program, or shows where it lies with its files. The program itself
// sends nothing.
func (p *posting) send(open bool) {
	l, ok := p.edited()
	if !ok {
		return
	}
	p.handed = true
	p.Close()
	s, say := p.screen, p.screen.deps.Say
	s.making.Run(func() func() {
		posted, err := s.state.Post(context.Background(), l)
		return func() {
			h := handed{screen: s, letter: l, order: p.order, posted: posted, then: p.then}
			switch {
			case err != nil:
				s.deps.Fail(err)
			case open:
				s.deps.Tell(asking(say))
				h.compose()
			default:
				h.look(func(error) {}) // where they lie is said all the same
				h.open(say.Text("The draft and its files lie in %s.", posted.Folder))
			}
		}
	})
}

// handed is a letter that lies ready and was handed over.
type handed struct {
	screen *Screen
	letter reports.Letter
	order  Order
	posted Posted
	then   func(handed bool) // called once it is done with, nil for nobody who waits
}

// asking is said until the mail program has answered.
func asking(say *words.Say) string { return say.Text("Your mail program is being asked…") }

// compose has the mail program open the letter, and tells which way it took. Other documents don't wait for the answer.
func (h handed) compose() {
	deps := h.screen.deps
	deps.Runner.Run(func() func() {
		outcome := deps.Mailer.Compose(context.Background(), handOver(h.letter, h.posted))
		return func() {
			deps.Untell(asking(deps.Say))
			h.open(Handed(deps.Say, outcome, len(h.posted.Files) > 0))
		}
	})
}

// open shows what became of the letter, with what helps where the mail program left something out.
func (h handed) open(words string) {
	deps, say := h.screen.deps, h.screen.deps.Say
	if deps.Canvas() == nil {
		return
	}
	parts := []fyne.CanvasObject{kit.NewPara(kit.Plain(words))}
	if len(h.posted.Files) > 0 {
		names := make([]string, len(h.posted.Files))
		for i, path := range h.posted.Files {
			names[i] = filepath.Base(path)
		}
		parts = append(parts, kit.Note(say.Text("With it go: %s", say.List(names))))
	}
	var d *kit.Dialog
	text := kit.NewBtn(kit.Outlined, say.Text("Copy the text"), h.copyText)
	files := kit.NewBtn(kit.Outlined, say.Text("Show the files"), h.showFiles)
	done := kit.NewBtn(kit.Outlined, say.Text("Close"), func() { d.Close() })
	text.ID, files.ID, done.ID = "handed.copy", "handed.show", "handed.close"
	foot := []kit.Cell{kit.Own(text), kit.Own(files), kit.Spring(), kit.Own(done)}
	if Noted(h.letter) && !deps.ReadOnly {
		sent := kit.NewBtn(kit.Primary, say.Text("Note that it was sent"), func() {
			d.Close()
			h.screen.noteSent(h.letter, h.order)
		})
		sent.ID = "handed.sent"
		foot = append(foot, kit.Own(sent))
	}
	d = kit.OpenDialog(deps.Canvas(), kit.DialogOptions{Title: h.screen.letterTitle(h.order), Width: 640,
		Body: kit.VStack(12, parts...), Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 540}, foot...), OnClose: func() {
			if h.then != nil {
				h.then(true)
			}
		}})
	deps.Focus(done)
}

func (h handed) copyText() { h.screen.copyText(h.letter.Text) }

func (h handed) showFiles() {
	deps := h.screen.deps
	h.look(func(error) {
		deps.Notice(kit.Notice{Kind: kit.Warning, Passing: true, Text: deps.Say.Text("This computer has no program that shows folders. The letter and its files lie in %s.", h.posted.Folder)})
	})
}

// look opens the folder in which the letter lies, and calls failed where nothing shows folders.
func (h handed) look(failed func(error)) {
	h.screen.deps.Runner.Run(func() func() {
		err := h.screen.deps.Files.OpenWithSystem(h.posted.Folder)
		return func() {
			if err != nil {
				failed(err)
			}
		}
	})
}

func (s *Screen) noteSent(l reports.Letter, o Order) {
	s.deps.Runner.Run(func() func() {
		err := s.state.NoteSent(context.Background(), l, o)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			s.deps.Tell(s.deps.Say.Text("Noted: sent on %s.", s.deps.Clock.Today()))
		}
	})
}
