package settings

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Window is what can be set of the window and of this computer; none of it stands in the community's file.
type Window interface {
	// Theme is "system", "light" or "dark".
	Theme() string
	SetTheme(name string)
	// TextSizes are the sizes to choose from in percent, TextSize the one in use.
	TextSizes() []int
	TextSize() int
	SetTextSize(percent int)
	// WeekStart is the day on which weeks begin: "monday", "saturday", "sunday", or "" for the region's.
	WeekStart() string
	SetWeekStart(name string)
	// CopiesFolder is where the copy of each day is put; usual tells that it is the program's own choice.
	CopiesFolder() (path string, usual bool)
	// ChooseCopiesFolder asks for another folder; UsualCopiesFolder goes back. Both call changed once it is another one.
	ChooseCopiesFolder(changed func())
	UsualCopiesFolder(changed func())
	OpenCopiesFolder()
}

// general is the card of what is chosen, beside the numbers.
type general struct {
	screen *Screen
	rows   []generalRow

	theme, size, week *kit.Select
	paper             *kit.Select
	years, megabytes  *kit.Select // of the history
	balance, sponsors *kit.Check
	folder            *kit.Para
	usual             *kit.Btn
}

// generalRow is one choice with the words it is found by.
type generalRow struct {
	key    string
	words  string
	object fyne.CanvasObject
	focus  fyne.Focusable
	// inFile tells that the community's file keeps it.
	inFile bool
}

func newGeneral(s *Screen) *general {
	g := &general{screen: s}
	g.addLook()
	g.addCopies()
	g.addCommunity()
	return g
}

func (g *general) add(r generalRow) {
	r.words = data.Fold(r.words)
	g.rows = append(g.rows, r)
}

// addLook adds how the window looks.
func (g *general) addLook() {
	say, window := g.screen.deps.Say, g.screen.window
	g.theme = kit.NewSelect([]kit.Option{{Key: "system", Text: say.Text("Light or dark as the system")}, {Key: "light", Text: say.Text("Light")},
		{Key: "dark", Text: say.Text("Dark")}, {Key: "high", Text: say.Text("High contrast")}}, window.Theme(), window.SetTheme)
	g.theme.ID = "settings.theme"
	var sizes []kit.Option
	for _, percent := range window.TextSizes() {
		sizes = append(sizes, kit.Option{Key: say.Text("%d %%", percent), Text: say.Text("%d %%", percent)})
	}
	g.size = kit.NewSelect(sizes, "", func(key string) {
		for _, percent := range window.TextSizes() {
			if say.Text("%d %%", percent) == key {
				window.SetTextSize(percent)
			}
		}
	})
	g.size.ID = "settings.textSize"
	g.add(labelled("theme", say.Text("Light or dark"), g.theme))
	g.add(labelled("textSize", say.Text("Size of the text"), g.size))
	g.week = kit.NewSelect([]kit.Option{{Key: "", Text: say.Text("As in your region")}, {Key: "monday", Text: say.Text("Monday")},
		{Key: "saturday", Text: say.Text("Saturday")}, {Key: "sunday", Text: say.Text("Sunday")}}, window.WeekStart(), window.SetWeekStart)
	g.week.ID = "settings.week"
	g.add(labelled("week", say.Text("Weeks begin on"), g.week))
}

// labelled is a choice under its label.
func labelled(key, label string, input *kit.Select) generalRow {
	return generalRow{key: key, words: label, object: kit.NewLabelled(label, input), focus: input}
}

// addCopies adds where the copies are put.
func (g *general) addCopies() {
	say, window := g.screen.deps.Say, g.screen.window
	g.folder = kit.NewBody()
	other := kit.NewBtn(kit.Outlined, say.Text("Choose a folder…"), func() { window.ChooseCopiesFolder(g.screen.show) })
	other.ID = "settings.copies.choose"
	open := kit.NewBtn(kit.Quiet, say.Text("Open"), window.OpenCopiesFolder)
	open.ID = "settings.copies.open"
	g.usual = kit.NewBtn(kit.Quiet, say.Text("Use the usual folder"), func() { window.UsualCopiesFolder(g.screen.show) })
	g.usual.ID = "settings.copies.usual"
	label := say.Text("A checked copy of each day is kept in")
	g.add(generalRow{key: "copies", words: label, focus: other,
		object: kit.VStack(6, kit.Note(label), g.folder, kit.Wrap(8, other, open, g.usual))})
}

// addCommunity adds what is kept in the community's file.
func (g *general) addCommunity() {
	s, say := g.screen, g.screen.deps.Say
	g.paper = kit.NewSelect([]kit.Option{{Key: "A4", Text: "A4"}, {Key: "Letter", Text: "Letter"}}, "A4", func(key string) { s.choose(keyPaper, key) })
	g.paper.ID = "settings.paper"
	paper := labelled(keyPaper, say.Text("Paper to print on"), g.paper)
	paper.inFile = true
	g.add(paper)

	words := say.Text("Show giving and receiving of a person")
	g.balance = kit.NewCheck(words, false, func(ticked bool) { s.choose(keyBalance, on(ticked)) })
	g.balance.ID = "settings.balance"
	more := say.Text("A question to ask yourself or the person, on their page and nowhere else: never in a list, never in a document. Coming to an event counts as neither.")
	g.add(generalRow{key: keyBalance, words: words + " " + more, object: kit.VStack(2, g.balance, kit.Note(more)), focus: g.balance, inFile: true})

	words = say.Text("Sponsors and hours for leading matter here too")
	g.sponsors = kit.NewCheck(words, false, func(ticked bool) { s.choose(keySponsors, on(ticked)) })
	g.sponsors.ID = "settings.sponsors"
	more = say.Text("At work they always do. Switched on, the charter asks for them, and the hints speak of them.")
	g.add(generalRow{key: keySponsors, words: words + " " + more, object: kit.VStack(2, g.sponsors, kit.Note(more)), focus: g.sponsors, inFile: true})
	g.addHistory()
	if s.deps.ReadOnly {
		for _, able := range []fyne.Disableable{g.paper, g.balance, g.sponsors, g.years, g.megabytes} {
			able.Disable()
		}
	}
}

// show fills the choices.
func (g *general) show() {
	v, window := g.screen.state.View(), g.screen.window
	g.theme.Set(window.Theme())
	g.week.Set(window.WeekStart())
	g.size.Set(g.screen.deps.Say.Text("%d %%", window.TextSize()))
	paper := v.Values[keyPaper]
	if paper == "" {
		paper = "A4"
	}
	g.paper.Set(paper)
	g.years.Set(v.Values[data.HistoryYearsSetting])
	g.megabytes.Set(v.Values[data.HistorySizeSetting])
	g.balance.Set(v.Values[keyBalance] == on(true))
	g.sponsors.Set(v.Values[keySponsors] == on(true))
	path, usual := window.CopiesFolder()
	g.folder.SetText(path)
	g.usual.Hidden = usual
}

// cards are the choices that have the words typed: on this computer, and in this community; nil for none.
func (g *general) cards(typed string) fyne.CanvasObject {
	say := g.screen.deps.Say
	wanted := data.SearchedFor(typed)
	here, file := kit.VStack(16), kit.VStack(16)
	for _, r := range g.rows {
		switch {
		case r.key == keySponsors && !g.screen.state.View().AsksSponsors, !data.HoldsAll(r.words, wanted):
		case r.inFile:
			file.Objects = append(file.Objects, r.object)
		default:
			here.Objects = append(here.Objects, r.object)
		}
	}
	var cells []kit.Cell
	if len(here.Objects) > 0 {
		cells = append(cells, kit.Weight(1, kit.NewCard(say.Text("On this computer"), "", here)))
	}
	if len(file.Objects) > 0 {
		cells = append(cells, kit.Weight(1, kit.NewCard(say.Text("In this community"), "", file)))
	}
	if len(cells) == 0 {
		return nil
	}
	return kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 640}, cells...)
}

// focus puts the cursor on the choice of a key.
func (g *general) focus(key string) {
	for _, r := range g.rows {
		if r.key == key {
			g.screen.deps.Focus(r.focus)
		}
	}
}
