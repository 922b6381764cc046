package forhealthcheck

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// ballotForm is the version of the printed forms.
const ballotForm = "1"

// Ballots makes what is needed on paper for a health check in the room
// (data/README.md, Health cards): the sheet for whoever leads it, the tally sheet, the action
// sheet, the secret ballot, and votes to hold up.
func Ballots(d *press.Draft) (press.Product, error) {
	round, ok := surveyRound(d)
	if !ok {
		return nil, data.Fault(data.CodeNothing,
			"There is no round of the health check yet. Start one, then its ballots can be printed.")
	}
	cards := d.CardsOf(round.ID)
	if len(cards) == 0 {
		return nil, data.Fault(data.CodeNothing, "The round “%s” has no cards, so there is nothing to ask.", round.Name)
	}
	b := &ballots{Pages: press.NewPages(d, true), round: round, cards: cards,
		code: data.FormCode(round.Code, d.Say.Lang(), ballotForm)}
	b.Foot = b.code
	b.facilitator()
	b.tally()
	b.actions()
	b.ballot()
	if b.round.Scale == data.TrafficLight {
		b.lights()
	} else {
		b.numbers()
	}
	return b.Doc, b.Doc.Err()
}

// ballots draws the printed forms of a round.
type ballots struct {
	*press.Pages
	round data.Round
	cards []data.CardVersion
	code  string
}

// facilitator is the page for whoever leads the session.
func (b *ballots) facilitator() {
	say := b.Say
	col := b.Begin(say.Text("For whoever leads the health check"), say.Text("%s, %s", b.Community.Name, b.round.Name))
	col.Text(say.Text("Time"), press.SectionText, 1)
	format, _ := data.FormatOf("health_check_session")
	at := 0
	for _, step := range format.Agenda {
		b.timed(col, at, step.Minutes, say.Of(data.Phrase{Key: step.Text}))
		at += step.Minutes
	}
	col.Area = col.Area.Trimmed(0, 4, 0, 0)
	col.Text(say.Text("To say at the start"), press.SectionText, 1)
	col.Text(say.Text("“We look at how our community is doing, not at who is to blame. There is no good or bad result. We all show our votes at the same moment, nobody has to explain a vote, and only counts are written down. With the secret ballot nobody sees yours.”"), press.BodyText, 5)
	col.Text(say.Text("Choosing two or three cards to talk about"), press.SectionText, 1)
	for i, text := range []string{
		say.Text("First the cards on which you differ most: at least a third low and a third high."),
		say.Text("Then those with the most low votes, and those that are getting worse."),
		say.Text("If there are more than three, let people put dots."),
		say.Text("Ask the question on the back of the card. Look for one small step, not for the whole answer."),
	} {
		col.Numbered(say.Text("%d", i+1), text, press.BodyText, 1.2)
	}
	col.Area = col.Area.Trimmed(0, 4, 0, 0)
	col.Text(say.Text("To bring"), press.SectionText, 1)
	col.Text(say.Text("The health cards; a vote set or a ballot for each person; the tally sheet and the action sheet; pens; a clock."), press.BodyText, 5)
	col.Text(say.Text("Afterwards"), press.SectionText, 1)
	col.Text(say.Text("Enter the counts from the tally sheet under Health, put the steps on the board, and throw the ballots away."), press.BodyText, 0)
}

// timed is a line of the agenda: when, how long, what.
func (b *ballots) timed(col *press.Column, at, minutes int, text string) {
	const clock, long = 16.0, 22.0
	quiet := press.BodyText
	quiet.Color = page.Muted
	b.Doc.Text(page.Rect{X: col.Area.X, Y: col.Area.Y, W: clock}, data.Clock(at).String()[1:], quiet)
	b.Doc.Text(page.Rect{X: col.Area.X + clock, Y: col.Area.Y, W: long}, b.Say.Count(minutes, "%d min", "%d min"), quiet)
	inner := press.Column{Doc: b.Doc, Area: col.Area.Trimmed(clock+long, 0, 0, 0)}
	inner.Text(text, press.BodyText, 1)
	_, col.Area = col.Area.CutTop(inner.Area.Y - col.Area.Y)
}

// tally is the table into which the votes are counted.
func (b *ballots) tally() {
	say := b.Say
	col := b.Begin(say.Text("Tally sheet"), say.Text("%s, %s: counts only, no names", b.Community.Name, b.round.Name))
	line, rest := col.Area.CutTop(12)
	half := line.W / 2
	b.Blank(page.Rect{X: line.X, Y: line.Y, W: half - 5, H: 10}, say.Text("Invited (N)"))
	b.Blank(page.Rect{X: line.X + half, Y: line.Y, W: half, H: 10}, say.Text("Answered (r)"))
	rest = rest.Trimmed(0, 4, 0, 0)
	options := b.options()
	const votes, titleShare = 3, 0.42
	title := rest.W * titleShare
	cell := (rest.W - title) / float64(options+1+votes)
	head, body := rest.CutTop(12)
	b.tallyHead(head.Trimmed(title, 0, 0, 0), cell, options)
	row := min(14, body.H/float64(len(b.cards)))
	pen := page.Pen{Color: page.Muted, Width: 0.5}
	for i, card := range b.cards {
		y := body.Y + float64(i)*row
		b.Line(page.Rect{X: body.X, Y: y, W: title - 3, H: row}, say.Text("%d  %s", i+1, card.Title))
		for k := range options + 1 + votes {
			look := page.Look{Stroke: pen}
			if k > options {
				look.Fill = page.Canvas
			}
			b.Doc.Box(page.Rect{X: body.X + title + float64(k)*cell, Y: y, W: cell, H: row}, look)
		}
	}
}

// options is how many answers the round's scale has beside "no opinion".
func (b *ballots) options() int {
	if b.round.Scale == data.TrafficLight {
		return 3
	}
	return 5
}

func (b *ballots) tallyHead(r page.Rect, cell float64, options int) {
	_, y := r.Center()
	for k := range options {
		b.option(r.X+(float64(k)+0.5)*cell, y, 5, k, options)
	}
	b.Doc.Text(page.Rect{X: r.X + float64(options)*cell, Y: r.Y, W: cell, H: r.H}, b.Say.Text("no opinion"),
		page.Style{Size: 7, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1.1})
	for k, trend := range []page.Trend{page.Rising, page.Steady, page.Falling} {
		b.Doc.Arrow(trend, r.X+(float64(options+1+k)+0.5)*cell, y, 4.5, page.Pen{Color: page.Ink, Width: 1.2})
	}
}

// option draws an answer of the scale: a light's shape or a number. Low comes first.
func (b *ballots) option(x, y, size float64, k, options int) {
	if options == 3 {
		mark := []page.Mark{page.Square, page.Triangle, page.Disc}[k]
		b.Doc.Mark(mark, x, y, size, []page.Color{page.Bad, page.Warn, page.Good}[k])
		return
	}
	b.Doc.Text(page.Rect{X: x - size*2, Y: y - size, W: size * 4, H: size * 2}, b.Say.Text("%d", k+1),
		page.Style{Size: size * 2.6, Bold: true, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1})
}

// actions is the sheet for what is agreed: three lines (data/README.md, Health cards).
func (b *ballots) actions() {
	say := b.Say
	col := b.Begin(say.Text("What we do about it"), say.Text("One to three small steps; each with an owner and a date"))
	const steps, gap = 3, 5.0
	high := (col.Area.H - (steps-1)*gap) / steps
	for range steps {
		box, rest := col.Area.CutTop(high)
		col.Area = rest.Trimmed(0, gap, 0, 0)
		b.Doc.Box(box, page.Look{Stroke: page.Pen{Color: page.Muted, Width: 0.6}, Radius: 3})
		inner := box.Inset(6)
		card, inner := inner.CutTop(12)
		b.Blank(card, say.Text("Card"))
		foot := page.Rect{X: inner.X, Y: inner.Bottom() - 10, W: inner.W, H: 10}
		b.Doc.Text(page.Rect{X: inner.X, Y: inner.Y + 3, W: inner.W}, say.Text("Next small step"), page.Style{Size: 10, Color: page.Muted})
		for y := inner.Y + 18; y < foot.Y-4; y += 10 {
			b.Doc.Rule(inner.X, y, inner.Right(), y, page.Pen{Color: page.Line, Width: 0.7})
		}
		half := foot.W / 2
		b.Blank(page.Rect{X: foot.X, Y: foot.Y, W: half - 5, H: foot.H}, say.Text("Owner"))
		b.Blank(page.Rect{X: foot.X + half, Y: foot.Y, W: half, H: foot.H}, say.Text("Until"))
	}
}
