package ui

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/overview"
)

// questions are the three things a new community is asked, and its time zone where this computer doesn't say.
type questions struct {
	window       *Window
	name, leader *kit.TextField
	next         *kit.DateField
	zone         *kit.Select // the known one alone where it is known
	asksZone     bool
}

func newQuestions(w *Window) *questions {
	zone := w.zone()
	q := &questions{window: w, name: kit.NewEntry(""), leader: kit.NewEntry(""), next: kit.NewDateField(w.deps, nil, 0, nil),
		zone: kit.NewSelect(zonesToChoose(zone.Name, w.deps.Clock.Now()), zone.Name, nil).In(w.say()), asksZone: !zone.Sure}
	q.name.ID, q.leader.ID, q.next.Entry.ID, q.zone.ID = "start.name", "start.leader", "start.next", "start.zone"
	q.next.WithHour = true
	q.zone.Placeholder = w.say().Text("Choose…")
	return q
}

// zone is what this computer says, or what the leader said when it was asked.
func (w *Window) zone() desk.Zone {
	if said := w.prefs.zone(); said != "" && !w.setup.Zone.Sure {
		return desk.Zone{Name: said, Sure: true}
	}
	return w.setup.Zone
}

// rememberZone keeps what the leader said of the time zone where the computer doesn't.
func (w *Window) rememberZone(name string) {
	if !w.setup.Zone.Sure {
		w.prefs.setZone(name)
	}
}

// zonesToChoose are the zones of the world from west to east, with what they differ from UTC by today; one that is none of them stands
// first.
func zonesToChoose(first string, now time.Time) []kit.Option {
	names := slices.Collect(data.WindowsZones)
	if first != "" && !slices.Contains(names, first) {
		names = slices.Insert(names, 0, first)
	}
	var options []kit.Option
	for _, name := range names {
		if place, err := time.LoadLocation(name); err == nil && !strings.HasPrefix(name, "Etc/GMT") {
			options = append(options, kit.Option{Key: name, Text: name + " " + now.In(place).Format("(UTC-07:00)")})
		}
	}
	return options
}

// fields are the questions with their words.
func (q *questions) fields() []kit.FormField {
	say := q.window.say()
	fields := []kit.FormField{
		{Name: "name", Label: say.Text("What is your community called?"), Input: q.name},
		{Name: "leader", Label: say.Text("Who leads it?"), Input: q.leader},
		{Name: "next", Label: say.Text("When do you meet next?"), Hint: say.Text("It may stay empty until you know."), Input: q.next},
	}
	if q.asksZone {
		fields = append(fields, kit.FormField{Name: "zone", Label: say.Text("Which city has your time?"),
			Hint: say.Text("This computer does not say. Another city with the same clock will do; the charter can tell yours later."), Input: q.zone})
	}
	return fields
}

// answers reads the fields. What the file itself would refuse, it says.
func (q *questions) answers() (store.Founding, error) {
	f := store.Founding{Name: strings.TrimSpace(q.name.Text), Leader: strings.TrimSpace(q.leader.Text), TimeZone: q.zone.Chosen()}
	if one, is := exchange.OnePerson(f.Leader); is {
		f.Leader, f.LeaderEmail = one.Name, one.Email
	}
	wrong := map[string]data.Phrase{}
	community, leader := data.NewCommunity(f.Name), data.Member{Name: f.Leader, Kind: data.KindMember, JoinedOn: q.window.deps.Clock.Today()}
	if p, bad := fieldFault(community.Validate(), "name"); bad {
		wrong["name"] = p
	}
	if p, bad := fieldFault(leader.Validate(), "name"); bad {
		wrong["leader"] = p
	}
	if f.Name == "" {
		wrong["name"] = data.Say("Please give the community a name; it can be changed later.")
	}
	if f.Leader == "" {
		wrong["leader"] = data.Say("Please say who leads; one name is enough.")
	}
	if f.TimeZone == "" {
		wrong["zone"] = data.Say("Please choose a city, so that your meetings have the right time everywhere.")
	}
	day, err := q.next.Date()
	switch {
	case err != nil:
		wrong["next"] = data.Say("Please write a day, for example %s, or leave it empty.", data.NewDate(2026, time.December, 5))
	case day != 0 && day < q.window.deps.Clock.Today():
		wrong["next"] = data.Say("This day has passed. Please choose the next one, or leave it empty.")
	}
	f.NextDate = day
	f.NextStart, _ = q.next.Hour()
	if len(wrong) > 0 {
		return f, &data.Error{Code: data.CodeInvalid, Key: "Please look at the marked fields.", Fields: wrong}
	}
	return f, nil
}

// fieldFault is what an error says about a field, if anything.
func fieldFault(err error, field string) (data.Phrase, bool) {
	var fault *data.Error
	if !errors.As(err, &fault) {
		return data.Phrase{}, false
	}
	p, bad := fault.Fields[field]
	return p, bad
}

// askNew asks the questions in a dialog, so that the open community is there still when they are not answered.
func (w *Window) askNew() {
	if w.shell == nil {
		w.askOnFirstPage()
		return
	}
	say, q := w.say(), newQuestions(w)
	var d *kit.FormDialog
	d = kit.OpenForm(w.deps, kit.Form{Title: say.Text("A new community"), Fields: q.fields(), SaveText: say.Text("Start"),
		Later: func(done func(error)) {
			f, err := q.answers()
			if err != nil {
				done(err)
				return
			}
			w.begin(f, d.Spot(), done)
		}})
}

// begin makes the file of a new community, whose answers are held in a spot, and shows it. What else is not kept is asked about first.
// Where the community can't be made, done is told why; done with nil lets go of the answers.
func (w *Window) begin(f store.Founding, answers kit.Spot, done func(error)) {
	w.keptThen(func() {
		if w.founding {
			return
		}
		w.founding = true
		w.work.Run(func() func() {
			made, err := w.found(f)
			return func() {
				w.founding = false
				if done(err); err == nil {
					w.rememberZone(f.TimeZone)
					w.closeCommunity() // that it goes was answered
					w.prefs.setPage(overview.Page)
					w.show(made, false)
				}
			}
		})
	}, answers)
}

// askOnFirstPage shows the questions, or leads to them where they are shown already: what was answered stays.
func (w *Window) askOnFirstPage() {
	if w.first != nil && w.frame.page == w.first.page {
		w.Canvas().Focus(w.first.name)
		return
	}
	w.showStart()
}

// startPage asks the questions in an empty window.
type startPage struct {
	*questions
	labels  map[string]*kit.Labelled
	trouble *kit.Para
	begin   func(f store.Founding)
	filling *kit.Filling
	page    fyne.CanvasObject
}

// showStart shows the page without a community: those that lie in the usual folders, and the questions of a new one.
func (w *Window) showStart() {
	w.foundAround(func(all []found) {
		var p *startPage
		p = w.newStartPage("", all, func(f store.Founding) { w.begin(f, p.filling.Spot(), p.show) })
	})
}

// showUnfounded asks the questions for a file that was cut off while it was made.
func (w *Window) showUnfounded(s *shell) {
	if s.deps.ReadOnly {
		w.closeCommunity()
		w.showClosed(errNoCommunity, "")
		return
	}
	var p *startPage
	p = w.newStartPage(w.say().Text("This file holds no community yet."), nil, func(f store.Founding) {
		w.work.Run(func() func() {
			err := s.store.Found(context.Background(), f)
			return func() {
				if p.show(err); err == nil {
					w.rememberZone(f.TimeZone)
					s.read(s.enter)
				}
			}
		})
	})
}

func (w *Window) newStartPage(intro string, there []found, begin func(store.Founding)) *startPage {
	say := w.say()
	w.standClosed()
	p := &startPage{questions: newQuestions(w), trouble: kit.NewSmall(), labels: map[string]*kit.Labelled{}, begin: begin}
	var parts []fyne.CanvasObject
	title, loudness := kit.PageTitle(say.Text("A new community")), kit.Primary
	if len(there) > 0 {
		parts = append(parts, kit.PageTitle(say.Text("Your communities")), w.foundList(there, kit.Primary), kit.NewRule())
		title, loudness = kit.CardTitle(say.Text("A new community")), kit.Outlined
	}
	parts = append(parts, title)
	if intro != "" {
		parts = append(parts, kit.NewPara(kit.Plain(intro)))
	}
	parts = append(parts, kit.NewPara(kit.Muted(say.Text("Three answers are enough to begin; everything else waits until you want it."))))
	for _, f := range p.fields() {
		label := kit.NewLabelled(f.Label, f.Input)
		if f.Hint != "" {
			label.Hinted(f.Hint)
		}
		p.labels[f.Name] = label
		parts = append(parts, label)
	}
	for _, f := range []*kit.TextField{p.name, p.leader, p.next.Entry} {
		f.OnSubmitted = func(string) { p.start() }
	}
	p.trouble.Hide()
	start := kit.NewBtn(loudness, say.Text("Start"), p.start)
	start.ID = "start.go"
	parts = append(parts, p.trouble, kit.Left(start), kit.NewRule(), w.otherWays())
	stack := kit.VStack(16, parts...)
	p.filling = kit.HoldFilled(w.deps, say.Text("A new community"), stack)
	p.page = lonely(stack)
	for _, label := range p.labels {
		label.OnResized = p.page.Refresh
	}
	w.first = p
	w.frame.set(nil, p.page)
	w.Canvas().Unfocus()
	if len(there) == 0 {
		w.Canvas().Focus(p.name)
	}
	w.drawMenus()
	return p
}

// start begins the community, or says at the fields what is missing.
func (p *startPage) start() {
	f, err := p.answers()
	if err != nil {
		p.show(err)
		return
	}
	p.begin(f)
}

// show puts what is wrong at its fields, and the cursor into the first of them; nil, which is that it is begun, takes everything away and
// lets go of the answers.
func (p *startPage) show(err error) {
	if err == nil {
		p.filling.Done()
	}
	say, placed := p.window.say(), false
	for _, field := range []struct {
		name  string
		focus fyne.Focusable
	}{{"name", p.name}, {"leader", p.leader}, {"next", p.next.Entry}, {"zone", p.zone}} {
		label, shown := p.labels[field.name]
		if !shown {
			continue
		}
		phrase, wrong := fieldFault(err, field.name)
		if !wrong {
			label.SetError("")
			continue
		}
		label.Ask(say.Of(phrase))
		if !placed {
			p.window.Canvas().Focus(field.focus)
		}
		placed = true
	}
	p.trouble.Hidden = placed || err == nil
	if !p.trouble.Hidden {
		p.trouble.Set(kit.Span{Sign: kit.Square, Text: say.Sentence(err), Color: look.ColorBad})
		p.window.setup.Log.Printf("a new community: %v", err)
	}
	p.window.frame.root.Refresh()
}

// otherWays are the ways on from a page without a community.
func (w *Window) otherWays() fyne.CanvasObject {
	say := w.say()
	open := kit.NewBtn(kit.Quiet, say.Text("Open a file…"), w.askOpen)
	demo := kit.NewBtn(kit.Quiet, say.Text("Look at the demo"), w.openDemo)
	return kit.Wrap(look.GapInRow, open, demo)
}

// lonely puts a card of a comfortable width in the middle of an empty window.
func lonely(content fyne.CanvasObject) fyne.CanvasObject {
	card := kit.NewCard("", "", kit.Pad(kit.All(12), content))
	return kit.NewPage(&fyne.Container{Layout: lonelyLayout{}, Objects: []fyne.CanvasObject{card}})
}

// lonelyLayout gives a card at most 520 points, times the text scale, and leaves some air above.
type lonelyLayout struct{}

const lonelyAir float32 = 56

func (lonelyLayout) width(room float32) float32 { return min(room, float32(int(520*look.TextScale()))) }

// HeightFor is the card's and the air.
func (l lonelyLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return lonelyAir + kit.HeightFor(o[0], l.width(width))
}

// Layout centres the card.
func (l lonelyLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := l.width(size.Width)
	put(o[0], float32(int((size.Width-w)/2)), lonelyAir, w, kit.HeightFor(o[0], w))
}

// MinSize is narrow: the page scrolls.
func (l lonelyLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, l.HeightFor(o, 520))
}

// found makes the file of a new community, called as it is, under a name nothing has yet.
func (w *Window) found(f store.Founding) (*store.Store, error) {
	folder, err := w.setup.Folders.MakeCommunities()
	if err != nil {
		return nil, err
	}
	path := freeName(folder, w.fileName(f.Name)+store.Ext)
	made, err := store.Create(context.Background(), path, store.Options{Clock: w.setup.Clock.Now})
	if err != nil {
		return nil, err
	}
	if err := made.Found(context.Background(), f); err != nil {
		_ = made.Close()
		return nil, errors.Join(err, removeCommunity(path))
	}
	return made, nil
}

// fileName is what the file of a community is called.
func (w *Window) fileName(community string) string {
	return cmp.Or(data.FileName(community), w.say().Text("My community"))
}

// showClosed says why a file could not be opened, and offers the ways on; where it is gone, also the communities that are there.
func (w *Window) showClosed(err error, path string) {
	w.setup.Log.Printf("opening %s: %v", path, err)
	folders, now, known := w.copiesFolders(), w.setup.Clock.Now(), w.prefs.identities()
	draw := func(there []found) {
		w.work.Run(func() func() {
			var copies []store.KeptCopy
			switch {
			case data.IsCode(err, data.CodeOtherCommunity):
				identity := known[wholePath(path)]
				copies = store.CopiesIn(context.Background(), now, folders...)
				copies = slices.DeleteFunc(copies, func(c store.KeptCopy) bool { return c.Identity != identity })
			case path != "":
				copies = store.CopiesOf(context.Background(), path, now, folders...)
			}
			return func() { w.drawClosed(err, path, copies, there) }
		})
	}
	if data.IsCode(err, data.CodeNotFound) {
		w.foundAround(draw)
		return
	}
	draw(nil)
}

func (w *Window) drawClosed(err error, path string, copies []store.KeptCopy, there []found) {
	say := w.say()
	w.standClosed()
	another := kit.NewBtn(kit.Primary, say.Text("Choose another file…"), w.askOpen)
	another.ID = "closed.open"
	fresh := kit.NewBtn(kit.Outlined, say.Text("Start a new community"), func() { w.showStart() })
	ways := []fyne.CanvasObject{another}
	if path != "" {
		ways = append(ways, kit.NewBtn(kit.Outlined, say.Text("Try again"), func() { w.open(path, store.Options{}) }))
	}
	if path != "" && maybeReadable(err) {
		look := kit.NewBtn(kit.Outlined, say.Text("Open for reading only"), func() { w.open(path, store.Options{ReadOnly: true}) })
		look.ID = "closed.read"
		ways = append(ways, look)
	}
	if data.IsCode(err, data.CodeStrayJournal) {
		without := kit.NewBtn(kit.Outlined, say.Text("Open without it"), func() { w.open(path, store.Options{WithoutJournal: true}) })
		without.ID = "closed.without"
		ways = append(ways, without)
	}
	if data.IsCode(err, data.CodeOtherCommunity) {
		all := kit.NewBtn(kit.Outlined, say.Text("Open it all the same"), func() { w.openWhatever(path) })
		all.ID = "closed.whatever"
		ways = append(ways, all)
	}
	if len(copies) > 0 {
		newest := copies[0]
		restore := kit.NewBtn(kit.Outlined, say.Text("Restore “%s” as of %s, %s", newest.Community, newest.Day(), newest.At.Format("15:04")),
			func() { w.restore(path, newest) })
		restore.ID = "closed.restore"
		ways = append(ways, restore)
	}
	if path != "" && store.MayBeRescued(err) {
		rescue := kit.NewBtn(kit.Outlined, say.Text("Take what can be read into a new file"), func() { w.salvage(path) })
		rescue.ID = "closed.rescue"
		ways = append(ways, rescue)
	}
	ways = append(ways, fresh)
	parts := []fyne.CanvasObject{kit.PageTitle(say.Text("This file could not be opened")), kit.NewPara(kit.Plain(say.Sentence(err)))}
	if path != "" {
		parts = append(parts, kit.Note(path))
	}
	parts = append(parts, kit.Wrap(look.GapInRow, ways...),
		kit.Left(kit.NewLinkBtn(say.Text("Copy details"), func() { w.setup.App.Clipboard().SetContent(say.Sentence(err) + "\n" + err.Error()) })))
	if len(there) > 0 {
		parts = append(parts, kit.NewRule(), kit.CardTitle(say.Text("Your communities")), w.foundList(there, kit.Outlined))
	}
	w.frame.set(nil, lonely(kit.VStack(16, parts...)))
	w.drawMenus()
}

// maybeReadable tells whether a file that could not be opened might be read: not one that is gone, foreign, newer or damaged.
func maybeReadable(err error) bool {
	var fault *data.Error
	if !errors.As(err, &fault) {
		return true
	}
	switch fault.Code {
	case data.CodeInUse, data.CodeNoWrite, data.CodeFull, data.CodeReadOnly:
		return true
	}
	return false
}
