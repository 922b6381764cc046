package events

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// showParts shows who does what, who was asked, and whom one might ask.
func (p *pane) showParts() {
	p.parts.Objects = nil
	for _, row := range p.detail.Parts {
		p.parts.Objects = append(p.parts.Objects, partRow(row.Word, p.partLine(row)))
	}
	p.parts.Objects = append(p.parts.Objects, p.askedLines()...)
	p.parts.Objects = append(p.parts.Objects, p.hintLines()...)
	p.showAnnounced()
}

// partRow puts what somebody does before who does it.
func partRow(word string, who fyne.CanvasObject) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: 8}, kit.Fixed(66, kit.Pad(kit.Edges{Top: 6}, kit.Note(word))), kit.Weight(1, who))
}

// showAnnounced shows where an event that is over was announced; before, it stands among what is to be prepared.
func (p *pane) showAnnounced() {
	if len(p.detail.Announced) == 0 {
		return
	}
	p.parts.Objects = append(p.parts.Objects, kit.Pad(kit.Edges{Top: 8}, kit.CardTitle(p.screen.deps.Say.Text("Announced"))))
	for _, line := range p.detail.Announced {
		p.parts.Objects = append(p.parts.Objects, kit.NewSmall(kit.Span{Sign: kit.TickedBox, Color: look.ColorMuted}, kit.Plain(gap+line)))
	}
}

// gap stands between a drawn box and its words; it does not break.
const gap = "\u00a0"

// partLine shows those who take a part, each a chip with a menu, and the way to add somebody.
func (p *pane) partLine(row PartRow) fyne.CanvasObject {
	say := p.screen.deps.Say
	line := kit.Wrap(6)
	for _, who := range row.Who {
		var chip *kit.FilterChip
		chip = kit.NewFilterChip(who.Name, func() { kit.MenuBelow(chip, p.personItems(row.Part, who)) })
		chip.ID = "part." + string(row.Part) + "." + strconv.FormatInt(who.ID, 10)
		faced := kit.Line(kit.NewFace(who.Name), chip)
		if who.Asked != nil {
			faced = kit.Line(faced, p.askedChip(*who.Asked))
		}
		line.Objects = append(line.Objects, faced)
	}
	if len(row.Who) == 0 {
		line.Objects = append(line.Objects, kit.Line(kit.NewFace(""), kit.Note(say.Text("nobody yet"))))
	}
	if !p.screen.deps.ReadOnly {
		add := kit.NewLinkBtn(say.Text("Add"), func() { p.choosePerson(row.Part, row.Word) })
		add.ID = "add." + string(row.Part)
		line.Objects = append(line.Objects, add)
	}
	return line
}

// personItems are what can be done with somebody who takes a part.
func (p *pane) personItems(part data.EventPart, who Person) []*fyne.MenuItem {
	s, id := p.screen, p.detail.Event.ID
	var items []*fyne.MenuItem
	if s.deps.Go != nil {
		items = append(items, fyne.NewMenuItem(s.deps.Say.Text("Show %s", who.Name), func() { s.deps.Go("members", who.ID) }))
	}
	if !s.deps.ReadOnly {
		items = append(items, fyne.NewMenuItem(s.deps.Say.Text("Take %s off", who.Name), func() {
			s.deeds.Do(func(ctx context.Context) error { return s.state.store.SetPart(ctx, id, who.ID, part, false) }, nil)
		}))
	}
	return items
}

// choosePerson asks who takes a part, among everybody on the roster who has it not yet.
func (p *pane) choosePerson(part data.EventPart, word string) {
	s, id := p.screen, p.detail.Event.ID
	s.choose(choosing{title: s.deps.Say.Text("%s: “%s”", word, s.called(&p.detail.Event)),
		people: func(query string) []Candidate {
			return slices.DeleteFunc(s.state.Candidates(id, query, false), func(c Candidate) bool { return s.state.takesPart(id, c.ID, part) })
		},
		chosen: func(memberID int64) {
			s.deeds.Do(func(ctx context.Context) error { return s.state.store.SetPart(ctx, id, memberID, part, true) }, nil)
		}})
}

// showReplies shows guests how many mean to come; who is likely to is the leader's guess.
func (p *pane) showReplies() {
	if p.detail.Replies != "" {
		p.people.Objects = []fyne.CanvasObject{kit.CardTitle(p.screen.deps.Say.Text("Who means to come")), kit.NewSmall(kit.Plain(p.detail.Replies))}
	}
}

// showPeople shows who is likely to come, or who came.
func (p *pane) showPeople() {
	say, d := p.screen.deps.Say, p.detail
	p.people.Objects = nil
	if d.Section == Coming && p.screen.deps.ForGuests() {
		p.showReplies()
		return
	}
	add := func(o fyne.CanvasObject) { p.people.Objects = append(p.people.Objects, o) }
	link := func(words string) {
		if !p.screen.deps.ReadOnly {
			b := kit.NewLinkBtn(words, func() { p.screen.deps.Commands.Fire("events.came") })
			b.ID = "events.came"
			add(kit.Left(b))
		}
	}
	sum := func(text string) kit.Span {
		return kit.Span{Text: "  " + text, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true}
	}
	head := kit.CardTitle("")
	add(head)
	if d.Section == Coming {
		head.Set(kit.Bold(say.Text("Likely to come")), sum(d.LikelyOf))
		if len(d.Likely) == 0 {
			add(kit.Note(say.Text("Nobody can be told yet; after a few events those who come often stand here.")))
		} else {
			add(p.faces(d.Likely))
		}
		if d.Replies != "" {
			add(kit.NewSmall(kit.Plain(d.Replies)))
		}
		link(say.Text("Note who means to come"))
		return
	}
	if d.Section == Cancelled {
		p.people.Objects = nil
		return
	}
	came := say.Count(d.Here, "%d member", "%d members")
	if d.Event.Guests > 0 {
		came = say.Text("%s and %s", came, say.Count(d.Event.Guests, "%d guest", "%d guests"))
	}
	head.Set(kit.Bold(say.Text("Who came")), sum(came))
	if len(d.Came) > 0 {
		add(p.faces(d.Came))
	}
	link(say.Text("Tick who came"))
}

// facesShown is how many people are shown with a face; a whole company's are counted.
const facesShown = 16

// faces shows several people, two in a line.
func (p *pane) faces(names []string) fyne.CanvasObject {
	stack := kit.VStack(6)
	shown := names[:min(len(names), facesShown)]
	for i := 0; i < len(shown); i += 2 {
		right := kit.Space(0, 0)
		if i+1 < len(shown) {
			right = faced(shown[i+1])
		}
		stack.Objects = append(stack.Objects, kit.Row(kit.RowOptions{Gap: 10}, kit.Weight(1, faced(shown[i])), kit.Weight(1, right)))
	}
	if rest := len(names) - len(shown); rest > 0 {
		stack.Objects = append(stack.Objects, kit.Note(p.screen.deps.Say.Count(rest, "and %d more", "and %d more")))
	}
	return stack
}

// faced is somebody with a face.
func faced(name string) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Own(kit.NewFace(name)), kit.Weight(1, kit.NewSmall(kit.Plain(name))))
}
