package health

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// entry is the page of an open round: how many answered, and the counts of every card, in number fields one after another.
type entry struct {
	screen   *Screen
	view     EntryView
	rows     []*entryRow
	channels *kit.ChipRow
	returned *kit.NumberField
	answers  *kit.Labelled // around it
	answered *kit.Para
	ways     *fyne.Container // deeds by which answers of this channel come in at once
	notes    *kit.Para
	grid     *fyne.Container
	asking   *fyne.Container // of a fresh round: the ways in which one may ask
	counts   *fyne.Container // what is filled in, once one of them has come to it
	counting int64           // the round of which counts are entered though none has any
	box      fyne.CanvasObject
}

// entryRow is one card.
type entryRow struct {
	entry   *entry
	tally   data.Tally // what the file has, or is about to have
	title   *kit.Para
	fields  [figures]*kit.NumberField
	invalid map[Figure]string // what is wrong with what stands in the fields
	mark    string            // that the counts are not kept
	warning string
	message *kit.Para
}

func newEntry(s *Screen) *entry {
	e := &entry{screen: s, answered: kit.NewPara(kit.Bold("")), notes: kit.Note(""), grid: kit.VStack(6),
		ways: kit.Wrap(look.GapInRow)}
	say := s.deps.Say
	e.channels = kit.NewChipRow(e.channelTexts(), 0, func(i int) {
		e.flush()
		s.state.ChooseChannel(data.AnswerChannels[i])
		s.show()
	})
	e.returned = e.number(func(n int, _ bool) { e.keepReturned(n) })
	e.returned.ID = "returned"
	e.answers = kit.NewLabelled(say.Text("How many answered this way"), e.returned)
	e.answers.OnResized = s.relayout
	e.returned.OnInvalid = e.wrongReturned
	e.asking = kit.VStack(10, kit.CardTitle(say.Text("How do you ask?")),
		e.way("health.mailSurvey", say.Text("E-mail the survey"), say.Text("Everybody fills in a workbook alone and sends it back.")),
		e.way("health.printBallots", say.Text("Print ballots"), say.Text("Filled in on paper at a meeting, without names; you type them in or count them.")),
		e.way("", say.Text("Enter counts"), say.Text("For a show of cards in the room, or ballots that are counted already.")))
	head := kit.Row(kit.RowOptions{Gap: 24, Align: kit.Bottom, StackBelow: 560, StackGap: 10},
		kit.Weight(1, kit.NewLabelled(say.Text("How they answered"), e.channels)),
		kit.Fixed(170, e.answers))
	e.counts = kit.VStack(12, head, e.ways, kit.NewRule(), e.grid)
	e.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: kit.All(look.CardPadding)},
		kit.VStack(12, e.answered, e.asking, e.counts))
	return e
}

// way is one way of asking with its button; the one without a command leads to the fields for counts.
func (e *entry) way(command, words, about string) fyne.CanvasObject {
	press := func() { e.screen.deps.Commands.Fire(command) }
	if command == "" {
		press = e.count
	}
	b := kit.NewBtn(kit.Outlined, words, press)
	b.ID = "way." + command
	return kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle, StackBelow: 420, StackGap: 4}, kit.Fixed(180, b), kit.Weight(1, kit.NewBody(kit.Muted(about))))
}

// count shows the fields for counts.
func (e *entry) count() {
	e.counting = e.view.Round.ID
	e.screen.show()
	e.screen.relayout()
	e.screen.deps.Focus(e.returned)
}

// number makes a field for a count; Enter goes on to the next one.
func (e *entry) number(commit func(n int, known bool)) *kit.NumberField {
	f := kit.NewNumberField(e.screen.deps.Timer, 0, false, commit)
	f.Max, f.Complaint = 100000, data.Say("Write a whole number from 0 up.")
	f.OnSubmitted = func(string) {
		f.Flush()
		if c := e.screen.deps.Canvas(); c != nil {
			c.FocusNext()
		}
	}
	if e.screen.deps.ReadOnly {
		f.Disable()
	}
	return f
}

// show fills the page from the state.
func (e *entry) show() []fyne.CanvasObject {
	v := e.screen.state.Entry()
	same := v.Round.ID == e.view.Round.ID && v.Channel == e.view.Channel
	if !same || !e.fits(v) {
		e.makeRows(v)
	}
	e.view = v
	for i, c := range data.AnswerChannels {
		if c == v.Channel && e.channels.Selected() != i {
			e.channels.Set(e.channelTexts(), i)
		}
	}
	e.answered.SetText(v.Answered)
	asking := v.Fresh && e.counting != v.Round.ID && !e.screen.deps.ReadOnly
	kit.SetShown(e.asking, asking)
	kit.SetShown(e.counts, !asking)
	e.showWays(v.Channel)
	notes := ""
	for i, n := range v.Notes {
		if i > 0 {
			notes += " "
		}
		notes += n
	}
	e.notes.SetText(notes)
	for i, row := range e.rows {
		row.warning = v.Rows[i].Warning
		row.tell()
	}
	if !same {
		e.returned.Reset("")
	}
	e.fill(v)
	return []fyne.CanvasObject{e.box, e.notes}
}

// showWays offers what suits the channel: ballots are typed one by one, workbooks are read in.
func (e *entry) showWays(c data.AnswerChannel) {
	s, say := e.screen, e.screen.deps.Say
	e.ways.Objects = nil
	deed := func(id, words string) {
		b := kit.NewBtn(kit.Outlined, words, func() { s.deps.Commands.Fire(id) })
		b.ID = id
		e.ways.Objects = append(e.ways.Objects, b)
	}
	switch c {
	case data.FromBallots:
		deed("health.ballots", say.Text("Type in ballot by ballot"))
	case data.FromWorkbook:
		deed("health.import", say.Text("Read in filled workbooks"))
	}
	deed("health.asked", say.Text("Who has replied"))
	e.ways.Hidden = s.deps.ReadOnly
}

func (e *entry) channelTexts() []string {
	texts := make([]string, len(data.AnswerChannels))
	for i, c := range data.AnswerChannels {
		texts[i] = channelWord(e.screen.deps.Say, c)
	}
	return texts
}

// fits tells whether the rows there are for these cards.
func (e *entry) fits(v EntryView) bool {
	if len(e.rows) != len(v.Rows) {
		return false
	}
	for i, row := range e.rows {
		if row.tally.Card != v.Rows[i].Card {
			return false
		}
	}
	return true
}

// makeRows makes the fields of every card.
func (e *entry) makeRows(v EntryView) {
	e.rows, e.grid.Objects = nil, []fyne.CanvasObject{e.headings(v.Round.Scale)}
	for _, r := range v.Rows {
		row := &entryRow{entry: e, tally: r.Tally, title: kit.NewBody(kit.Bold(r.Title)), invalid: map[Figure]string{}, message: kit.NewSmall()}
		row.message.Hide()
		var fields [figures]fyne.CanvasObject
		for f := range Figure(figures) {
			if f.Shown(v.Round.Scale) {
				row.fields[f] = row.number(f)
				fields[f] = row.fields[f]
			}
		}
		e.rows = append(e.rows, row)
		e.grid.Objects = append(e.grid.Objects, kit.VStack(2, gridLine(row.title, fields), row.message))
	}
}

// number makes the field of one figure.
func (r *entryRow) number(f Figure) *kit.NumberField {
	field := r.entry.number(func(n int, _ bool) {
		*f.At(&r.tally) = n
		r.keep()
	})
	field.ID = "tally." + r.tally.Card + "." + itoa(int(f)+1)
	field.OnInvalid = func(err error) { r.wrong(f, err) }
	return field
}

// tell shows below the row what can't be kept, or else what is worth a second look.
func (r *entryRow) tell() {
	hidden := r.message.Hidden
	wrong := r.mark
	for _, sentence := range r.invalid {
		wrong = sentence
	}
	r.message.Hidden = wrong == "" && r.warning == ""
	if wrong != "" {
		r.message.Set(kit.Span{Sign: kit.Square, Color: look.ColorBad, Text: wrong})
	} else {
		r.message.Set(kit.Warned(r.warning))
	}
	if hidden != r.message.Hidden {
		r.entry.screen.relayout()
	}
}

// flush keeps what was typed.
func (e *entry) flush() {
	e.returned.Flush()
	for _, row := range e.rows {
		for _, field := range row.fields {
			if field != nil {
				field.Flush()
			}
		}
	}
}

// unreadable is the first field whose text is no count, nil where all are.
func (e *entry) unreadable() *kit.NumberField {
	for _, row := range e.rows {
		for f, field := range row.fields {
			if row.invalid[Figure(f)] != "" {
				return field
			}
		}
	}
	return nil
}

// headings stand above the fields.
func (e *entry) headings(scale data.Scale) fyne.CanvasObject {
	say := e.screen.deps.Say
	var heads [figures]fyne.CanvasObject
	if scale == data.TrafficLight {
		heads[0] = kit.NewSmall(kit.Span{Sign: kit.Square, Color: look.ColorBad, Text: say.Text("red")})
		heads[1] = kit.NewSmall(kit.Span{Sign: kit.Triangle, Color: look.ColorWarn, Text: say.Text("amber")})
		heads[2] = kit.NewSmall(kit.Span{Sign: kit.Dot, Color: look.ColorGood, Text: say.Text("green")})
	} else {
		heads[0], heads[4] = kit.Note(say.Text("1 low fits")), kit.Note(say.Text("5 high fits"))
		for i, text := range []string{"2", "3", "4"} {
			heads[i+1] = kit.Note(text)
		}
	}
	arrow := func(sign kit.Sign, text string) fyne.CanvasObject {
		return kit.NewSmall(kit.Span{Sign: sign, Color: look.ColorMuted, Text: text})
	}
	heads[FigureNoOpinion] = kit.Note(say.Text("no opinion"))
	heads[FigureBetter] = arrow(kit.ArrowUp, say.Text("better"))
	heads[FigureSame] = arrow(kit.ArrowFlat, say.Text("same"))
	heads[FigureWorse] = arrow(kit.ArrowDown, say.Text("worse"))
	return gridLine(kit.Note(say.Text("Card")), heads)
}

// gridLine puts a card's name beside its figures in three groups; in a narrow window the name stands above them.
func gridLine(name fyne.CanvasObject, figures [figures]fyne.CanvasObject) fyne.CanvasObject {
	group := func(from, to Figure) (*fyne.Container, float32) {
		var cells []kit.Cell
		for f := from; f <= to; f++ {
			if figures[f] != nil {
				cells = append(cells, kit.Weight(1, figures[f]))
			}
		}
		return kit.Row(kit.RowOptions{Gap: 6, Align: kit.Bottom}, cells...), float32(len(cells))
	}
	answers, n := group(0, 4)
	felt, m := group(FigureBetter, FigureWorse)
	row := kit.Row(kit.RowOptions{Gap: 18, Align: kit.Bottom},
		kit.Weight(n, answers), kit.Weight(1.1, figures[FigureNoOpinion]), kit.Weight(m, felt))
	return kit.Row(kit.RowOptions{Gap: 18, Align: kit.Middle, StackBelow: 760, StackGap: 4}, kit.Weight(1, name), kit.Weight(2.6, row))
}
