package meeting

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data/room"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// voting is the dialog in which votes are counted: by hand, or out of a meeting's chat. What is pasted is in no file and no note of what
// is not saved: it goes with the dialog.
type voting struct {
	view    *View
	dialog  *kit.Dialog
	ballot  Ballot
	ask     *kit.Select
	asked   *kit.Para
	numbers []*kit.NumberField
	fields  *fyne.Container
	chat    *kit.TextField
	counted *kit.Para
	unclear *kit.List[toDecide]
	left    []toDecide
	keeps   *kit.Check
	keep    *fyne.Container
}

// toDecide is a message nobody can count for sure, with its place in the chat.
type toDecide struct {
	room.Unclear
	place int
}

// chatRows is how many lines of a chat are seen: what it comes to is what is looked at.
const chatRows = 5

// openVoting opens it for the part under way.
func (v *View) openVoting() {
	if v.Deps.ReadOnly {
		return
	}
	say := v.Deps.Say
	d := &voting{view: v, fields: kit.VStack(8), counted: kit.Note(""), keep: kit.VStack(0), asked: kit.CardTitle("")}
	var options []kit.Option
	names := map[Asking]string{OnScale: say.Text("1 to 5"), ForIt: say.Text("For and against: +1, –1"), ByLetter: say.Text("The ideas, by letter")}
	for _, a := range v.state.Askings() {
		options = append(options, kit.Option{Key: string(a), Text: names[a]})
	}
	usual := v.state.Usual()
	d.ask = kit.NewSelect(options, string(usual), func(key string) { d.choose(Asking(key)) })
	d.chat = kit.NewArea(3, "")
	d.chat.ID = "meeting.chat"
	d.chat.SetPlaceHolder(say.Text("Paste the chat of the meeting here"))
	d.chat.Aside()
	d.chat.GrowTo(chatRows)
	d.chat.OnTyped = func(string) { d.count() }
	kit.SaveFrom(d.chat, d.show)
	kit.SaveFrom(d.ask, d.show)
	d.unclear = kit.NewList(kit.ListOptions[toDecide]{
		Whole: true, Key: func(m toDecide) int64 { return int64(m.place) + 1 },
		Columns: []kit.Column[toDecide]{{Weight: 1, Text: func(m toDecide) []kit.Span { return []kit.Span{kit.Warned(" " + m.Text)} }}},
		OnTap:   d.decide, OnOpen: d.decide, Menu: d.decisions,
	})
	show := kit.NewBtn(kit.Primary, say.Text("Show together"), d.show)
	show.ID = "meeting.together"
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { d.dialog.Close() })
	body := kit.VStack(12, d.asked, d.ask, d.chat,
		kit.Note(say.Text("All can see a chat. What should be secret goes on ballots and forms. Each person counts once, with the last vote; what you paste is kept nowhere.")),
		d.counted, d.unclear, d.fields, d.keep)
	d.dialog = kit.OpenDialog(v.Deps.Canvas(), kit.DialogOptions{Title: say.Text("Count votes"), Body: body, Width: 520, OnClose: v.Focus, Save: d.show,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(cancel), kit.Own(show))})
	d.choose(usual)
	v.Deps.Focus(d.chat)
}

// choose asks in another way.
func (d *voting) choose(asking Asking) {
	say := d.view.Deps.Say
	d.ballot = d.view.state.Ballot(asking)
	d.numbers, d.fields.Objects = nil, nil
	d.asked.SetText(say.Of(d.ballot.Asked))
	for i, answer := range d.ballot.Answers {
		n := kit.NewNumberField(nil, 0, false, nil)
		n.ID = "meeting.votes" + say.Text("%d", i+1)
		kit.SaveFrom(n, d.show)
		d.numbers = append(d.numbers, n)
		d.fields.Objects = append(d.fields.Objects, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle}, kit.Weight(1, kit.NewPara(kit.Plain(answer))), kit.Fixed(90, n)))
	}
	d.keep.Objects = nil
	if !d.ballot.Keeps.IsZero() {
		d.keeps = kit.NewCheck(say.Of(d.ballot.Keeps), true, func(bool) {})
		d.keep.Objects = append(d.keep.Objects, d.keeps)
	}
	d.count()
}

// count counts what was pasted.
func (d *voting) count() {
	say := d.view.Deps.Say
	d.left = nil
	words := ""
	if d.chat.Text != "" {
		c := d.ballot.Question.Count(room.ReadChat(d.chat.Text))
		for i, n := range c.Votes {
			d.numbers[i].Reset(say.Text("%d", n))
		}
		words = say.Count(c.Voters, "%d person voted.", "%d people voted.")
		if c.Nameless {
			words = say.Count(c.Voters, "There are no names in it, so each message counts: %d vote.", "There are no names in it, so each message counts: %d votes.")
		}
		if c.Changed > 0 {
			words += " " + say.Count(c.Changed, "%d of them voted more than once; the last one counts.", "%d of them voted more than once; the last one counts.")
		}
		if c.Others > 0 {
			words += " " + say.Count(c.Others, "%d other wrote, but no answer.", "%d others wrote, but no answer.")
		}
		if len(c.Unclear) > 0 {
			words += " " + say.Count(len(c.Unclear), "%d message is for you to decide: tap it.", "%d messages are for you to decide: tap each.")
		}
		for i, m := range c.Unclear {
			d.left = append(d.left, toDecide{m, i})
		}
	}
	set(d.counted, words)
	hide(d.counted, words == "")
	d.showLeft()
}

func (d *voting) showLeft() {
	d.unclear.SetRows(d.left)
	hide(d.unclear, len(d.left) == 0)
	if d.dialog != nil {
		d.dialog.Relayout()
	}
}

// decide asks what a message means.
func (d *voting) decide(m toDecide) { kit.MenuBelow(d.unclear, d.decisions(m)) }

func (d *voting) decisions(m toDecide) []*fyne.MenuItem {
	drop := func() {
		d.left = slices.DeleteFunc(slices.Clone(d.left), func(other toDecide) bool { return other == m })
		d.showLeft()
	}
	items := make([]*fyne.MenuItem, 0, len(d.ballot.Answers)+1)
	for i, answer := range d.ballot.Answers {
		items = append(items, fyne.NewMenuItem(answer, func() {
			if m.Before >= 0 { // the last one counts, and no person twice
				d.add(m.Before, -1)
			}
			d.add(i, 1)
			drop()
		}))
	}
	return append(items, fyne.NewMenuItem(d.view.Deps.Say.Text("It is no vote"), drop))
}

// add counts so many votes more for an answer.
func (d *voting) add(answer, more int) {
	n, _, _ := d.numbers[answer].Value()
	d.numbers[answer].Reset(d.view.Deps.Say.Text("%d", max(0, n+more)))
}

// show shows the votes to everybody, together; before more are kept than people came, it is asked.
func (d *voting) show() {
	counts := make([]int, len(d.numbers))
	for i, in := range d.numbers {
		n, _, err := in.Value()
		if err != nil || n < 0 || n > 9999 {
			d.view.Deps.Focus(in)
			set(d.counted, d.view.Deps.Say.Text("Write a whole number."))
			hide(d.counted, false)
			return
		}
		counts[i] = n
	}
	keep := !d.ballot.Keeps.IsZero() && d.keeps.Ticked()
	doubt, there := d.view.state.tooManyVotes(d.ballot, counts)
	if !keep || !there {
		d.together(counts, keep)
		return
	}
	say := d.view.Deps.Say
	kit.Ask(d.view.Deps.Canvas(), kit.Question{Title: say.Text("Keep more votes than people?"),
		Text: say.Text("%s Either a vote counts twice, or somebody who came is not ticked yet.", doubt),
		Yes:  say.Text("Keep them"), No: say.Text("Look again"), Loses: true, Do: func() { d.together(counts, true) }})
}

// together shows the votes, and keeps them where that is wished.
func (d *voting) together(counts []int, keep bool) {
	v := d.view
	v.state.ShowVotes(d.ballot, counts)
	if deed := v.state.KeepVotes(d.ballot, counts); deed != nil && keep {
		v.deeds.Do(deed, nil)
	}
	d.chat.Reset("")
	d.dialog.Close()
	v.moved()
}
