// Package meeting is the meeting day of the page Events: what the leader sees and does while an event is under way, and the window that
// may be shared with everybody (data/README.md, The room).
package meeting

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"copleader/data"
	"copleader/data/room"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Options are what the view gets from the page it stands on.
type Options struct {
	Deps  kit.Deps
	State *State
	// Shown tells whether the view is on screen.
	Shown func() bool
	// Left is called when the clock is taken away; ended tells that the event was held.
	Left func(ended bool)
	// Note asks for a note of the perfection game.
	Note func()
	// Others leads back to the list of events.
	Others func()
}

// View is the leader's page of a meeting under way.
type View struct {
	Options
	state *State
	deeds *kit.Deeds

	title   *kit.Para
	running *kit.Chip
	stands  *kit.Para
	header  *fyne.Container

	ring                      *ring
	over, text, who           *kit.Para
	chip                      *kit.Chip
	figures, gives, how, says *kit.Para
	cue                       fyne.CanvasObject
	next                      *kit.KeyBtn
	pause, perfect            *kit.LinkBtn
	list                      *kit.List[Row]
	programme                 *kit.Card
	last                      *lastActions
	wall                      *wall
	putting                   *putting
	forces                    *forces
	choosing                  *choosing
	writing                   *writing
	coming                    *coming
	share                     *share
	scroll                    *kit.Scroll
	content                   fyne.CanvasObject

	stop    func() // of the timer
	ended   bool
	asked   *kit.Dialog // whether it ends, nil for not yet; closed or open
	seeing  bool        // the last second is being kept
	drawn   string      // what of the clock's card was drawn
	ends    string      // when the meeting ends, as drawn
	noticed bool        // that seconds can't be kept was told
}

// tick is how often the clock is drawn.
const tick = time.Second

// New makes the view and starts its clock.
func New(o Options) *View {
	say := o.Deps.Say
	v := &View{Options: o, state: o.State, deeds: kit.NewDeeds(o.Deps, nil), stop: func() {}, ring: newRing(),
		title: kit.PageTitle(o.State.Title()), running: kit.NewChip(kit.GoodTone, say.Text("Running")), stands: kit.Note(""),
		over: kit.NewPara(kit.Muted("")), text: kit.NewPara(kit.Bold("")), who: kit.Note(""), chip: kit.NewChip(kit.PlainTone, ""),
		figures: kit.NewBody(), gives: kit.Note(""), how: kit.NewPara(), says: kit.NewPara()}
	v.text.TextSize = look.SizePageHeading
	v.share = newShare(v)
	v.build()
	v.keep()
	v.run()
	return v
}

func (v *View) build() {
	say := v.Deps.Say
	share := kit.NewMenuBtn(kit.Outlined, say.Text("Shared window"), v.share.menu)
	share.ID = "meeting.share"
	end := kit.NewBtn(kit.Outlined, say.Text("End meeting"), v.askEnd)
	end.ID = "meeting.end"
	others := kit.NewLinkBtn(say.Text("All events"), func() { v.Others() })
	share.PassKeys(v)
	end.PassKeys(v)
	others.PassKeys(v)
	v.header = kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle, StackBelow: 560}, kit.Weight(1, kit.Wrap(12, v.title, v.running, v.stands)),
		kit.Own(kit.Wrap(look.GapInRow, others, share, end)))
	v.last, v.wall, v.putting, v.writing, v.coming = newLastActions(v), newWall(v), newPutting(v), newWriting(v), newComing(v)
	v.forces, v.choosing = newForces(v), newChoosing(v)
	left := kit.VStack(look.GapCards, v.clockCard(), v.last.content, v.putting.content, v.programmeCard())
	// What ideas are dragged onto stands beside them.
	right := kit.VStack(look.GapCards, v.wall.content, v.forces.content, v.choosing.content, v.writing.content, v.coming.content)
	v.scroll = kit.NewScroll(kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: kit.BesideBelow}, kit.Weight(1.16, left), kit.Weight(1, right)))
	v.content = container.NewStack(v.scroll, v.putting.drag.ghost.Layer)
}

// clockCard is the part under way with its clock and what comes next.
func (v *View) clockCard() fyne.CanvasObject {
	say := v.Deps.Say
	button := func(id, words string, press func()) *kit.Btn {
		b := kit.NewBtn(kit.Outlined, words, press)
		b.ID = id
		b.PassKeys(v)
		return b
	}
	more := button("meeting.more", say.Text("+ 1 min"), func() { v.back(v.giveMore) })
	less := button("meeting.less", say.Text("– 1 min"), func() { v.back(v.giveLess) })
	v.pause = kit.NewLinkBtn("", func() { v.back(v.hold) })
	back := kit.NewLinkBtn(say.Text("Back"), func() { v.back(v.backward) })
	v.pause.ID, back.ID = "meeting.pause", "meeting.back"
	v.pause.PassKeys(v)
	back.PassKeys(v)
	v.next = kit.NewWideKeyBtn(say.Text("Space"), "", v.forward)
	v.next.ID = "meeting.next"
	v.next.PassKeys(v)
	votes := kit.NewLinkBtn(say.Text("Votes… (V)"), v.openVoting)
	votes.ID = "meeting.votes"
	votes.PassKeys(v)
	v.perfect = kit.NewLinkBtn(say.Text("Make it a 10… (M)"), v.askPerfect)
	v.perfect.ID = "meeting.perfect"
	v.perfect.PassKeys(v)
	what := kit.VStack(4, v.over, v.text, v.who, kit.Wrap(8, v.chip, v.figures), v.gives)
	v.cue = kit.NewBox(kit.BoxStyle{Fill: look.ColorPrimarySoft, Radius: look.RadiusField, Padding: kit.Sides(12, 16)}, kit.VStack(8, v.how, v.says))
	return kit.NewCard("", "", kit.VStack(14,
		kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 280}, kit.Own(v.ring), kit.Weight(1, what)),
		kit.Wrap(10, more, less, v.pause, back, votes, v.perfect),
		v.cue, v.next))
}

// programmeCard is the programme, where it has come to.
func (v *View) programmeCard() fyne.CanvasObject {
	say := v.Deps.Say
	v.list = kit.NewList(kit.ListOptions[Row]{
		Whole: true, Keys: v, Key: func(r Row) int64 { return int64(r.Place) + 1 },
		Columns: []kit.Column[Row]{
			{Fixed: 44, Text: func(r Row) []kit.Span { return []kit.Span{kit.Muted(r.Time)} }},
			{Weight: 1, Text: rowSpans},
			{Fixed: 34, Text: func(r Row) []kit.Span { return []kit.Span{kit.Muted(r.Minutes)} }},
		},
		OnOpen: func(r Row) { v.goTo(r.Place) }, Menu: v.menuOf,
	})
	link := func(id, words string, press func()) *kit.LinkBtn {
		b := kit.NewLinkBtn(words, press)
		b.ID = id
		b.PassKeys(v)
		return b
	}
	v.programme = kit.NewCard(say.Text("Programme"), "", v.list)
	v.programme.SetCorner(kit.Line(link("meeting.add", say.Text("Add a part"), v.askPart),
		link("meeting.move", say.Text("Move"), v.moveMenu), link("meeting.skip", say.Text("Skip"), v.skip)))
	return v.programme
}

// indent stands before parts that are within another.
const indent = "\u2002\u2002"

func rowSpans(r Row) []kit.Span {
	text := kit.Span{Text: " " + r.Text}
	sign := kit.Span{Sign: kit.Ring, Color: look.ColorMuted}
	switch {
	case r.Skipped:
		text.Color, text.Italic = look.ColorMuted, true
	case r.Done:
		text.Color, sign = look.ColorMuted, kit.Span{Sign: kit.Dot, Color: look.ColorPrimary}
	case r.Now:
		text.Bold, sign = true, kit.Span{Sign: kit.Ring, Color: look.ColorPrimary}
	}
	spans := []kit.Span{sign, text}
	if r.Within {
		spans = append([]kit.Span{{Text: indent}}, spans...)
	}
	if r.Who != "" {
		spans = append(spans, kit.Span{Text: "  " + r.Who, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

// Content is the view.
func (v *View) Content() fyne.CanvasObject { return v.content }

// Header is what stands above it.
func (v *View) Header() fyne.CanvasObject { return v.header }

// State is what the view shows, without a window.
func (v *View) State() *State { return v.state }

// Focus puts the keys where they lead the meeting on.
func (v *View) Focus() { v.Deps.Focus(v.next) }

// Take shows what was read of the file.
func (v *View) Take(s *data.Snapshot) {
	v.state.Take(s)
	v.Show()
}

// Show draws everything; fields keep what is being typed.
func (v *View) Show() {
	v.title.SetText(v.state.Title())
	v.showProgramme()
	v.writing.show()
	v.coming.show()
	v.last.show()
	v.wall.show()
	v.putting.show()
	v.forces.show()
	v.choosing.show()
	v.showClock()
	v.share.show()
	v.relayout()
}

// relayout places everything anew; before the view is put together there is nothing to place.
func (v *View) relayout() {
	if v.scroll == nil {
		return
	}
	v.scroll.Refresh()
	v.scroll.Relayout()
}

// showClock draws what changes from second to second, and the rest only where it says something else than before.
func (v *View) showClock() {
	n := v.state.Now()
	v.ring.set(n.Clock, n.Share, n.Late)
	set(v.stands, joined(v.state.Standing(), v.share.words()))
	tone, word := kit.GoodTone, v.Deps.Say.Text("Running")
	if n.Held {
		tone, word = kit.WarnTone, v.Deps.Say.Text("Paused")
	}
	v.showProgramme()
	drawn := strings.Join([]string{strconv.FormatBool(n.Feedback), n.Over, n.Text, n.Who, n.Chip, n.Figures, n.Gives, n.How, n.Say, n.Next, word}, "\n")
	if drawn == v.drawn {
		return
	}
	v.drawn = drawn
	v.running.Set(tone, word)
	v.over.Set(kit.Muted(n.Over))
	v.text.SetText(n.Text)
	v.who.SetText(n.Who)
	v.chip.Set(chipTone(n.Chip, v.Deps.Say.Of(data.WordSplit.Phrase())), n.Chip)
	v.figures.Set(kit.Plain(n.Figures))
	v.gives.SetText(n.Gives)
	cue(v.how, v.Deps.Say.Text("How"), n.How)
	cue(v.says, v.Deps.Say.Text("Say"), n.Say)
	v.next.SetText(n.Next)
	v.pause.SetText(v.Deps.Say.Text("Pause"))
	if n.Held {
		v.pause.SetText(v.Deps.Say.Text("Go on"))
	}
	for o, hidden := range map[fyne.CanvasObject]bool{v.over: n.Over == "", v.who: n.Who == "", v.chip: n.Chip == "", v.figures: n.Figures == "",
		v.gives: n.Gives == "", v.perfect: !n.Feedback, v.how: n.How == "", v.says: n.Say == "", v.cue: n.How == "" && n.Say == ""} {
		if hidden {
			o.Hide()
		} else {
			o.Show()
		}
	}
	v.relayout()
}

// showProgramme draws the programme, where it is another than before: times of what lies ahead move with the clock.
func (v *View) showProgramme() {
	if ends := v.state.Ends(); ends != v.ends {
		v.ends = ends
		v.programme.SetTitle(v.Deps.Say.Text("Programme"), kit.Span{Text: "  " + ends, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	if rows := v.state.Rows(); !slices.Equal(rows, v.list.Rows()) {
		v.list.SetRows(rows)
	}
}

// set changes a text that is another.
func set(p *kit.Para, text string) {
	if p.Text() != text {
		p.SetText(text)
	}
}

func cue(p *kit.Para, what, words string) {
	p.Set(kit.Bold(what), kit.Plain("  "+words))
}

// chipTone is that of a card's word: split wears warn, any other is plain (look: words to talk about, not errors).
func chipTone(word, split string) kit.Tone {
	if word == split {
		return kit.WarnTone
	}
	return kit.PlainTone
}

// askPart asks for a part that comes next.
func (v *View) askPart() {
	row := data.AgendaLine{Minutes: 5}
	kit.NewRowForm(v.Deps, &row, data.AgendaLineFields).Line("text").Line("minutes", "who").Open(kit.Form{
		Title: v.Deps.Say.Text("Add a part"), Intro: v.Deps.Say.Text("It comes after the one under way; the programme of the event stays as it was."),
		SaveText: v.Deps.Say.Text("Add"),
		Save: func() error {
			if err := row.Validate(); err != nil {
				return err
			}
			v.state.run.Add(room.Part{Kind: room.Talk, Text: row.Text, Who: row.Who, Given: time.Duration(row.Minutes) * time.Minute})
			v.moved()
			return nil
		},
	})
}

// Leave takes the clock away and goes back to the event, which stays as it is.
func (v *View) Leave() {
	v.Flush()
	if !v.Deps.ReadOnly {
		v.deeds.Do(v.state.store.DropMeeting, nil)
	}
	v.Close()
	v.Left(false)
}

// Close ends the clock and closes the window for everybody; what the file keeps stays.
func (v *View) Close() {
	v.ended = true
	v.stop()
	v.share.close()
	v.writing.drop()
	if v.asked != nil {
		v.asked.Close() // a key pressed while the end was being kept asked for it again
	}
}

// Flush keeps what was typed into fields.
func (v *View) Flush() { v.wall.flush() }

// number reads a text as a number of guests.
func number(text string) (n int, is bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n >= 0 && n <= 10000
}
