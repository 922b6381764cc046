package kit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// gallery shows every part once, laid out like the screens.
func gallery(w *uitest.Window) fyne.CanvasObject {
	deps := w.Deps()
	header := kit.NewHeader(kit.Header{
		Title: "Gallery",
		Chips: kit.NewChipRow([]string{"Everyone 24", "Core 3", "Active 5"}, 0, nil),
		Actions: []fyne.CanvasObject{
			kit.MinWidth(150, kit.NewSearch("Find…", nil)),
			kit.NewMenuBtn(kit.Outlined, "Print", nil), kit.NewBtn(kit.Outlined, "Import", nil),
			kit.NewBtn(kit.Primary, "Add member", nil),
		},
	})
	left := kit.VStack(look.GapCards, stepsCard(), fieldsCard(deps), chipsCard())
	right := kit.VStack(look.GapCards, barsCard(), ringsCard())
	body := kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 900}, kit.Weight(5, left), kit.Weight(4, right))
	return kit.Screen(header, kit.NewPage(body))
}

func stepsCard() fyne.CanvasObject {
	step := func(title, text, deed string, kind kit.BtnKind) fyne.CanvasObject {
		return kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle, StackBelow: 420, StackGap: 8},
			kit.Weight(1, kit.NewSmall(kit.Bold(title), kit.Muted("\n"+text))), kit.Own(kit.NewBtn(kind, deed, nil)))
	}
	return kit.NewCard("Next best steps", "", kit.VStack(10,
		step("Talk to your sponsors", "Last heard from you 18 weeks ago. Backing fades when its value is not seen.", "Prepare a report", kit.Primary),
		kit.NewRule(),
		step("Ask for more time to lead", "3 of 37.5 hours a week. Leading takes about a fifth of a week.", "Note the ask", kit.Quiet),
		kit.NewRule(),
		kit.Note("9 more, none of them urgent"),
	))
}

func fieldsCard(deps kit.Deps) fyne.CanvasObject {
	wrong := kit.NewLabelled("When", kit.NewDateField(deps, deps.Timer, deps.Clock.Today(), nil))
	wrong.SetError("Write the date as year-month-day.")
	off := kit.NewBtn(kit.Primary, "Disabled", nil)
	off.Disable()
	return kit.NewCard("Fields", "18 of 18 filled", kit.VStack(12,
		kit.NewLabelled("What we are here for, in one or two sentences",
			kit.NewTextArea(deps.Timer, 2, "We help everyone at Meridian who tests software to do it well, and to stop each team from learning the same lesson alone.", nil)),
		kit.Row(kit.RowOptions{Gap: 14, StackBelow: 420, StackGap: 12},
			kit.Weight(1, kit.NewLabelled("Unit", kit.NewEntry("Payments"))),
			kit.Weight(1, kit.NewLabelled("Level", kit.NewSelect(kit.Options("Worked out", "Core"), "Worked out", nil))),
			kit.Weight(1, wrong)),
		kit.Row(kit.RowOptions{Gap: 14}, kit.Own(kit.NewCheck("Announce", true, nil)),
			kit.Own(kit.NewCheck("Four more speakers", false, nil)), kit.Spring(), kit.Own(off)),
		kit.Line(kit.NewLinkBtn("Open", nil), kit.NewLinkBtn("Save as…", nil)),
	))
}

func chipsCard() fyne.CanvasObject {
	card := kit.NewCard("", "", kit.VStack(10,
		kit.Line(kit.NewAvatar("Olena Shevchenko"), kit.NewPara(kit.Bold("Olena Shevchenko"), kit.Muted("\nm05@meridian.example"))),
		kit.Wrap(8, kit.NewChip(kit.PlainTone, "mixed"), kit.NewChip(kit.GoodTone, "strong"), kit.NewChip(kit.WarnTone, "split"),
			kit.NewChip(kit.BadTone, "concern"), kit.NewBadge(kit.WarnTone, "2"), kit.NewVotes(7), kit.NewVotes(14)),
		kit.NewProgress(0.8),
		kit.NewSmall(kit.Muted("6 came · worth it 3.0 (6) · "), kit.Warned("minutes missing")),
		kit.Band(look.ColorPrimarySoft, kit.VStack(6, kit.NewSmall(kit.Plain("Organised three things without a role. "),
			kit.Bold("Invite into the core team?")), kit.Line(kit.NewBtn(kit.Outlined, "Write", nil), kit.NewBtn(kit.Quiet, "Done", nil)))),
		kit.Line(kit.NewMark(kit.Triangle, look.ColorWarn, look.SizeText), kit.NewMark(kit.Square, look.ColorBad, look.SizeText),
			kit.NewMark(kit.Dot, look.ColorGood, look.SizeText), kit.NewMark(kit.Ring, look.ColorInk, look.SizeText),
			kit.NewMark(kit.Tick, look.ColorInk, look.SizeText), kit.NewMark(kit.EmptyBox, look.ColorInk, look.SizeText),
			kit.NewMark(kit.TickedBox, look.ColorInk, look.SizeText), kit.NewMark(kit.Caret, look.ColorInk, look.SizeText),
			kit.NewMark(kit.CaretUp, look.ColorInk, look.SizeText), kit.NewMark(kit.Cross, look.ColorInk, look.SizeText)),
	))
	card.SetTitle("The road", kit.Span{Text: " 17 of 21", Bold: true, Color: look.ColorMuted, Size: look.SizeSmall})
	return card
}

func barsCard() fyne.CanvasObject {
	rows := kit.VStack(6)
	for _, r := range []struct {
		name   string
		counts []int
		tone   string
	}{
		{"Time and backing", []int{4, 4, 1, 3, 3}, "split"}, {"Pace and rhythm", []int{1, 5, 5, 3, 1}, "concern"},
		{"Growing in my craft", []int{0, 1, 3, 7, 4}, "strong"}, {"Safe to be honest", []int{0, 1, 4, 7, 3}, ""},
		{"Nobody yet", []int{0, 0, 0, 0, 0}, ""}, {"Traffic lights", []int{3, 4, 8}, ""},
	} {
		rows.Add(kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Fixed(140, kit.NewSmall(kit.Plain(r.name))),
			kit.Weight(1, kit.NewAnswerBar(r.counts...)), kit.Fixed(60, kit.NewSmall(kit.Plain(r.tone)))))
	}
	rows.Add(kit.NewThinBar(4, 4, 1, 3, 3))
	return kit.NewCard("Health, round 2", "15 of 23 answered", rows)
}

func ringsCard() fyne.CanvasObject {
	legend := kit.VStack(8)
	for i, s := range []string{"3 core", "5 active", "7 occasional", "8 peripheral, 2 of them new", "1 contact"} {
		legend.Add(kit.Line(kit.NewMark(kit.Dot, look.Levels[i], look.SizeSmall), kit.NewSmall(kit.Plain(s))))
	}
	return kit.NewCard("Participation", "", kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle, StackBelow: 400},
		kit.Own(kit.NewRings([5]int{3, 5, 7, 8, 1})), kit.Weight(1, legend)))
}

type person struct {
	id          int64
	name, role  string
	unit, level string
	seen        int
}

var people = []person{
	{1, "Zoë Marchand-Núñez", "Leader", "Platform", "Core", 1},
	{2, "Łukasz Wiśniewski", "Core team", "Payments", "Core", 4},
	{3, "Ελένη Παπαδοπούλου", "Core team", "Mobile", "Core", 1},
	{4, "Олена Шевченко", "", "Payments", "Active", 1},
	{5, "Žofie Dvořáková", "", "Platform", "Active", 1},
	{6, "Nguyễn Thị Hạnh", "", "Data", "Occasional", 13},
}

func peopleList() *kit.List[person] {
	l := kit.NewList(kit.ListOptions[person]{
		Key: func(p person) int64 { return p.id },
		Columns: []kit.Column[person]{
			{ID: "name", Title: "Name", Weight: 2, Compare: func(a, b person) int { return compareStrings(a.name, b.name) },
				Text: func(p person) []kit.Span {
					out := []kit.Span{kit.Bold(p.name)}
					if p.role != "" {
						out = append(out, kit.Span{Text: "\n" + p.role, Color: look.ColorMuted, Size: look.SizeSmall})
					}
					return out
				}},
			{ID: "unit", Title: "Unit", Weight: 1, Text: func(p person) []kit.Span { return []kit.Span{kit.Plain(p.unit)} }},
			{ID: "level", Title: "Level", Fixed: 90, Chip: func(p person) (kit.Tone, string) { return kit.PlainTone, p.level }},
			{ID: "seen", Title: "Last seen", Weight: 1, HideBelow: 420, Compare: func(a, b person) int { return a.seen - b.seen },
				Text: func(p person) []kit.Span { return []kit.Span{kit.Muted(data.Date(p.seen).String())} }},
		},
	})
	l.SetRows(people)
	return l
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func boardItem(id int64, title, who string, votes int) kit.BoardItem {
	foot := kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Own(kit.NewChip(kit.PlainTone, "Standard")), kit.Weight(1, kit.NewVotes(votes)))
	content := kit.VStack(5, kit.NewBody(kit.Bold(title)), kit.NewSmall(kit.Muted(who)), foot)
	return kit.BoardItem{ID: id, Title: title, Content: content}
}

func boardColumns() []kit.BoardColumn {
	return []kit.BoardColumn{
		{ID: "idea", Title: "Idea", Note: "3", Items: []kit.BoardItem{
			boardItem(1, "What we mean by “tested”", "", 3), boardItem(2, "Who knows contract tests?", "Łukasz Wiśniewski", 2), boardItem(3, "Start a book club", "", 1)}},
		{ID: "ready", Title: "Ready", Note: "1", Items: []kit.BoardItem{boardItem(4, "Slow interface suite in Payments", "waits 21 days", 5)}},
		{ID: "doing", Title: "Doing", Note: "4 of 3", NoteTone: kit.WarnTone, Items: []kit.BoardItem{boardItem(5, "Test-data cookbook", "Дмитрий Орлов · 35 days here", 8)}},
		{ID: "done", Title: "Done", Note: "0"},
		{ID: "parked", Title: "Parked", Note: "1", Rail: true, RailText: "Parked 1", Items: []kit.BoardItem{boardItem(6, "Later", "", 0)}},
	}
}

// TestGallery lays all parts out in every look. With COPLEADER_PICTURES set to a folder it draws them there for eyes; without,
// only one picture of each is drawn, since drawing takes time.
func TestGallery(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	picture := func(w *uitest.Window, name string) {
		switch {
		case folder != "":
			w.Picture(filepath.Join(folder, name))
		case strings.HasPrefix(name, "dark-parts"):
			w.Picture(filepath.Join(t.TempDir(), name))
		}
	}
	for _, c := range []struct {
		name    string
		options uitest.Options
	}{
		{"light", uitest.Options{}},
		{"dark", uitest.Options{Dark: true}},
		{"large", uitest.Options{Scale: 2}},
		{"small", uitest.Options{Width: 960, Height: 640, Scale: 0.8}},
		{"narrow", uitest.Options{Width: 960, Height: 640, Scale: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := uitest.Open(t, c.options)
			w.Show(gallery(w))
			w.Want("Gallery", "Next best steps", "Prepare a report", "Payments", "Time and backing")
			picture(w, c.name+"-parts.png")

			list := peopleList()
			list.Select(4)
			w.Show(kit.Screen(kit.NewHeader(kit.Header{Title: "Members"}), kit.Fit(kit.NewCard("", "", list))))
			w.Want("Олена Шевченко", "Core team")
			picture(w, c.name+"-list.png")

			board := kit.NewBoard(boardColumns(), kit.BoardOptions{MoveTo: "Move to"})
			w.Show(kit.Screen(kit.NewHeader(kit.Header{Title: "Backlog"}), board))
			w.Want("Doing", "4 of 3", "Parked 1")
			board.FocusItem(2)
			picture(w, c.name+"-board.png")

			deps := w.Deps()
			kit.OpenForm(deps, kit.Form{Title: "Add member", Intro: "Everything but the name can wait.", Fields: []kit.FormField{
				{Name: "name", Label: "Name", Input: kit.NewEntry("")},
				{Name: "unit", Label: "Unit", Input: kit.NewEntry("Payments")},
				{Name: "joined", Label: "Joined", Beside: true, Input: kit.NewDateField(deps, deps.Timer, deps.Clock.Today(), nil)},
				{Name: "note", Label: "Note", Hint: "Only you read this.", Input: kit.NewArea(3, "")},
			}, Save: func() error { return data.Invalid("name", "A name is needed.") }}).Save()
			w.Want("A name is needed.", "Cancel", "Save")
			picture(w, c.name+"-form.png")
		})
	}
}
