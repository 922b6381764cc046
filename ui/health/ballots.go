package health

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// ballotPad is the dialog in which paper ballots are typed one after another, by keys alone: a digit answers a card and the next
// digit goes on to the card after it.
type ballotPad struct {
	*kit.Dialog
	screen *Screen
	round  data.Round
	cards  []data.CardVersion
	code   *kit.TextField
	label  *kit.Labelled
	fields []*kit.TextField
	told   *kit.Para // what is wrong with the ballot
	sum    *kit.Para
	back   *kit.LinkBtn
	keep   *kit.Btn
	again  *kit.LinkBtn
	kept   []store.Done // ballots counted since the dialog was opened
	opened int64        // when, and
	sent   int          // how many were typed since: together they tell ballots apart
}

// openBallots begins to type ballots into an open round.
func (s *Screen) openBallots(r data.Round) {
	say := s.deps.Say
	s.entry.flush()
	s.state.ChooseChannel(data.FromBallots)
	s.show()
	p := &ballotPad{screen: s, round: r, cards: s.state.Asked(), code: kit.NewEntry(""), told: kit.NewSmall(), sum: kit.Note(""),
		opened: s.deps.Clock.Now().UnixNano()}
	p.code.ID = "ballot.code"
	p.code.Aside()
	p.code.OnSubmitted = func(string) { p.checkCode(true) }
	p.label = kit.NewLabelled(say.Text("Code at the foot of the ballots"), p.code).Hinted(say.Text("Leave it empty if they carry none."))
	p.label.OnResized = func() {
		if p.Dialog != nil {
			p.Relayout()
		}
	}
	p.told.Hide()
	p.back = kit.NewLinkBtn(say.Text("Take back the last one"), p.takeBack)
	p.again = kit.NewLinkBtn(say.Text("Try again"), func() {
		s.deps.Unkept.TryAgain()
		p.focusFirst()
	})
	p.again.ID = "ballot.again"
	p.again.Hide()
	p.keep = kit.NewBtn(kit.Primary, say.Text("Count this ballot"), p.count)
	done := kit.NewBtn(kit.Outlined, say.Text("Done"), func() { p.Leave() })
	p.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: say.Text("Ballots of %s", r.Name), Width: 640, Save: p.count, Deps: s.deps,
		Body: kit.VStack(12, kit.NewSmall(kit.Muted(p.instruction())), kit.Row(kit.RowOptions{StackBelow: 300}, kit.Fixed(280, p.label), kit.Spring()), p.grid(), p.told, kit.Left(p.again)),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle, StackBelow: 420},
			kit.Own(p.sum), kit.Own(p.back), kit.Spring(), kit.Own(done), kit.Own(p.keep)),
		OnClose: func() { s.pad = nil },
	})
	s.pad = p
	p.show()
	p.focusFirst() // most piles carry no code
}

func (p *ballotPad) instruction() string {
	say := p.screen.deps.Say
	if p.round.Scale == data.TrafficLight {
		return say.Text("Type 1 for red, 2 for amber, 3 for green or 0 for no opinion, then + for better, = for the same or - for worse. " +
			"The next digit goes on to the next card, Enter leaves one out. After the last card Enter counts the ballot.")
	}
	return say.Text("Type 1 to 5, or 0 for no opinion, then + for better, = for the same or - for worse. " +
		"The next digit goes on to the next card, Enter leaves one out. After the last card Enter counts the ballot.")
}

// grid is a small field for each card, in two columns down which Tab goes.
func (p *ballotPad) grid() fyne.CanvasObject {
	say := p.screen.deps.Say
	columns := [2]*fyne.Container{kit.VStack(6), kit.VStack(6)}
	half := (len(p.cards) + 1) / 2
	for i, card := range p.cards {
		field := kit.NewEntry("")
		field.ID = "ballot." + card.Card
		field.Spoken = say.Text("%d. %s", i+1, card.Title)
		field.OnTyped = func(text string) { p.typed(i, text) }
		field.OnSubmitted = func(string) { p.goOn(i) }
		p.fields = append(p.fields, field)
		column := columns[0]
		if i >= half {
			column = columns[1]
		}
		column.Objects = append(column.Objects, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle},
			kit.Weight(1, kit.NewBody(kit.Plain(say.Text("%d. %s", i+1, card.Title)))), kit.Fixed(56, field)))
	}
	return kit.Row(kit.RowOptions{Gap: 24, StackBelow: 460, StackGap: 6}, kit.Weight(1, columns[0]), kit.Weight(1, columns[1]))
}

// typed reads what stands in a card's field now; a digit too many goes on to the next card.
func (p *ballotPad) typed(i int, text string) {
	mark, rest := data.ReadMark(text, p.round.Scale)
	p.say("")
	if typed := mark.Typed(); typed != text {
		p.put(i, typed)
	}
	if rest == "" || i+1 >= len(p.fields) {
		return
	}
	p.put(i+1, "")
	p.screen.deps.Focus(p.fields[i+1])
	p.typed(i+1, rest)
	if next, _ := data.ReadMark(rest, p.round.Scale); p.fields[i+1].Text == "" {
		p.put(i+1, next.Typed())
	}
}

// put writes into a field and leaves the cursor behind it.
func (p *ballotPad) put(i int, text string) {
	f := p.fields[i]
	f.Reset(text)
	f.CursorColumn = len([]rune(text))
	f.Refresh()
}

// goOn leaves a card as it is; behind the last one it counts the ballot.
func (p *ballotPad) goOn(i int) {
	if i+1 < len(p.fields) {
		p.screen.deps.Focus(p.fields[i+1])
		return
	}
	p.count()
}

// checkCode tells whether the ballots belong to this round; with on set the cursor goes on to the first card.
func (p *ballotPad) checkCode(on bool) bool {
	wrong := p.screen.state.CodeTrouble(p.code.Text, p.round)
	p.label.SetError(wrong)
	if wrong != "" {
		p.screen.deps.Focus(p.code)
		return false
	}
	if on && len(p.fields) > 0 {
		p.screen.deps.Focus(p.fields[0])
	}
	return true
}

// marks are those typed.
func (p *ballotPad) marks() []data.Mark {
	var out []data.Mark
	for i, card := range p.cards {
		mark, _ := data.ReadMark(p.fields[i].Text, p.round.Scale)
		mark.Card = card.Card
		out = append(out, mark)
	}
	return out
}

// count counts the ballot typed. The fields are ready for the next one at once: piles are typed faster than a file takes them.
func (p *ballotPad) count() {
	if !p.checkCode(false) {
		return
	}
	marks := p.marks()
	p.clear()
	p.screen.deps.Unkept.TryAgain()
	p.add(marks)
}

// add counts one ballot in its turn; one that can't be counted is held with what is not kept, and tried again.
func (p *ballotPad) add(marks []data.Mark) {
	s, id := p.screen, p.round.ID
	if !slices.ContainsFunc(marks, func(m data.Mark) bool { return !m.Empty() }) {
		p.say(s.deps.Say.Text("This ballot is empty; nothing was counted."))
		return
	}
	p.sent++
	spot := kit.Spot{Table: BallotTable, ID: id, Field: fmt.Sprintf("%d.%d", p.opened, p.sent)}
	var done store.Done
	s.deps.Unkept.Keep(kit.Keeping{
		Unkept: kit.Unkept{Spot: spot, Row: p.round.Name, Label: s.deps.Say.Text("A ballot"), Text: p.ballotText(marks)}, In: s.deeds.InOrder,
		Deed: func() (err error) {
			done, err = s.state.store.AddBallot(context.Background(), id, marks)
			return err
		},
		Told: func(mark string) {
			if held, is := s.deps.Unkept.At(spot); is {
				p.say(held.Why)
			} else {
				p.kept = append(p.kept, done)
				p.say("")
			}
			p.show()
		}})
}

// BallotTable stands for ballots among what is not kept: the file has only their counts.
const BallotTable = "ballot"

// ballotText is a ballot as it was typed, a line for each card that was answered.
func (p *ballotPad) ballotText(marks []data.Mark) string {
	var lines []string
	for i, m := range marks {
		if !m.Empty() {
			lines = append(lines, p.line(i)+m.Typed())
		}
	}
	return strings.Join(lines, "\n")
}

// line is how the line of a card begins.
func (p *ballotPad) line(i int) string { return fmt.Sprintf("%d. %s: ", i+1, p.cards[i].Title) }

// TypeAgain shows a ballot that was typed before in the dialog for ballots of its round, not counted yet; what is given is called when it
// stands there.
func (s *Screen) TypeAgain(u kit.Unkept, then func()) {
	s.Arrive(u.ID)
	s.WhenLoaded(func() {
		r, ok := s.state.Round()
		if !ok || r.ID != u.ID || !r.Open() {
			s.deps.Tell(s.deps.Say.Text("“%s” is closed. Please open the round again, then the ballot, or copy it.", u.Row))
			return
		}
		s.openBallots(r)
		for i := range s.pad.fields {
			for line := range strings.SplitSeq(u.Text, "\n") {
				if typed, is := strings.CutPrefix(line, s.pad.line(i)); is {
					s.pad.put(i, typed)
				}
			}
		}
		s.pad.Hold()
		then()
	})
}

// owed is how many ballots could not be counted so far.
func (p *ballotPad) owed() (n int) {
	for _, u := range p.screen.deps.Unkept.Refused() {
		if u.Table == BallotTable && u.ID == p.round.ID {
			n++
		}
	}
	return n
}

func (p *ballotPad) clear() {
	for i := range p.fields {
		p.put(i, "")
	}
	p.say("")
	p.focusFirst()
}

// takeBack takes back the ballot counted last, once those on their way are counted.
func (p *ballotPad) takeBack() {
	p.screen.deeds.Run(func() func() { return p.takeBackLast })
}

func (p *ballotPad) takeBackLast() {
	last := len(p.kept) - 1
	if last < 0 {
		return
	}
	p.screen.deeds.Do(p.kept[last].Undo, func() {
		p.kept = p.kept[:last]
		p.show()
		p.focusFirst()
	})
}

func (p *ballotPad) focusFirst() {
	if p.Open() && len(p.fields) > 0 {
		p.screen.deps.Focus(p.fields[0])
	}
}

// say shows what is wrong with the ballot, or takes it away; that ballots wait to be counted stands there until they are.
func (p *ballotPad) say(text string) {
	if n := p.owed(); n > 0 {
		text = strings.TrimSpace(p.screen.deps.Say.Count(n, "%d ballot is not counted yet.", "%d ballots are not counted yet.") + " " + text)
	}
	hidden := text == ""
	p.told.Set(kit.Span{Sign: kit.Square, Color: look.ColorBad, Text: text})
	if hidden != p.told.Hidden {
		p.told.Hidden = hidden
		p.Relayout()
	}
}

// show says how many were counted; without the open round the dialog closes.
func (p *ballotPad) show() {
	r, ok := p.screen.state.Round()
	if !ok || r.ID != p.round.ID || !r.Open() {
		p.Close()
		return
	}
	p.sum.SetText(p.screen.deps.Say.Count(len(p.kept), "%d counted now.", "%d counted now."))
	p.back.Hidden, p.again.Hidden = len(p.kept) == 0, p.owed() == 0
	p.Relayout()
}

// Asked are the cards of the round shown, in the order in which they stand on the ballot.
func (s *State) Asked() []data.CardVersion {
	res, _ := s.findings.result(s.round)
	out := make([]data.CardVersion, len(res.Cards))
	for i := range res.Cards {
		out[i] = res.Cards[i].Card
	}
	return out
}

// CodeTrouble says why ballots with a code can't be counted in a round; "" where they can, or carry none.
func (s *State) CodeTrouble(code string, round data.Round) string {
	code = strings.TrimSpace(code)
	if code == "" {
		return ""
	}
	mark, ok := data.ParseFormCode(code)
	switch {
	case !ok:
		return s.say.Text("This is not quite a ballot's code; the letter at its end doesn't fit. Please look again.")
	case !strings.EqualFold(mark.Round, round.Code):
		return s.say.Text("These ballots belong to another round. The code of %s begins with %s.", round.Name, strings.ToUpper(round.Code))
	}
	return ""
}
