package backlog

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// detail is the dialog in which an item is read, and every field of it changed where it stands.
type detail struct {
	*kit.Dialog
	screen *Screen
	id     int64
	title  string
	fields *kit.FieldSet[data.Item]
	column *kit.Select
	moves  *fyne.Container
	reuses *fyne.Container
	parked *kit.Labelled   // why it is parked; out of sight elsewhere
	answer *fyne.Container // a help request's first answer
	helped *fyne.Container // who gave it
	done   *kit.Labelled   // the day on which it was finished
	thread *kit.Thread
	gone   bool // the item is not there any more

	more    *fyne.Container // fields that many items never need
	moreBtn *kit.LinkBtn
}

// open shows an item in its dialog.
func (s *Screen) open(id int64) {
	if _, ok := s.state.Item(id); !ok || s.deps.Canvas() == nil {
		return
	}
	d := &detail{screen: s, id: id, moves: kit.VStack(4), reuses: kit.VStack(4), helped: kit.VStack(2), thread: kit.NewThread(s.deps)}
	d.thread.Before, d.thread.Mend = d.leave, d.mend
	body := d.build()
	d.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: s.deps.Say.Text("On the board"), Body: body, Foot: d.foot(), Width: 620, Cancel: d.leave, Save: d.leave,
		OnClose: func() {
			d.flush()
			s.detail = nil
			if s.state.View() == Board {
				s.board.FocusItem(id)
			}
		},
	})
	s.detail = d
	d.show()
	d.fields.FocusFirst()
}

// rename shows an item in its dialog, with the cursor in what it is called.
func (s *Screen) rename(id int64) {
	if s.open(id); s.detail != nil && !s.deps.ReadOnly {
		s.deps.Focus(s.detail.fields.Input("title"))
	}
}

// leave writes down what was typed before the dialog goes.
func (d *detail) leave() {
	d.flush()
	d.Close()
}

func (d *detail) flush() {
	if !d.gone {
		d.fields.Flush()
	}
}

func (d *detail) relayout() {
	if d.Dialog != nil {
		d.Relayout()
	}
}

// pair puts two fields side by side where there is room.
func pair(left, right fyne.CanvasObject) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 380, StackGap: 12}, kit.Weight(1, left), kit.Weight(1, right))
}

func (d *detail) build() fyne.CanvasObject {
	s, say := d.screen, d.screen.deps.Say
	item, _ := s.state.Item(d.id)
	f := d.newFields()
	d.fields = f
	d.column = kit.NewSelect(kit.OptionsOf(say, data.Columns), "", d.moveTo).ReadFirst()
	d.column.ID = "column"
	if s.deps.ReadOnly {
		d.column.Disable()
	}
	d.buildMore()
	people := s.state.People(item.OwnerID, item.ProposerID)
	d.parked, d.done = d.field("parkedReason", 0), d.field("doneOn", 0)
	d.buildAnswer()
	return kit.Pad(kit.Sides(0, kit.ReadMargin), kit.VStack(kit.ReadBetween,
		kit.Pad(kit.Edges{Bottom: 4}, d.fields.Headline(data.ItemFields.Of("title"))),
		pair(d.fields.Choose(data.ItemFields.Of("kind"), kindOptions(say, data.ItemKinds)), kit.NewLabelled(say.Of(data.ItemFields.Of("column").Label), d.column)), d.parked, d.done, d.answer,
		d.field("description", 3),
		pair(d.choose("owner", say.Text("Nobody yet"), people), d.choose("proposer", say.Text("Nobody named"), people)),
		pair(d.field("due", 0), d.field("votes", 0)),
		d.field("firstStep", 0),
		d.field("outcome", 2),
		kit.Left(d.moreBtn), d.more, d.reuses, d.thread.Content(), kit.VStack(6, kit.CardTitle(say.Text("Its way so far")), d.moves), d.howToChange()))
}

// howToChange says how what is read is changed; in a file that is only read nothing is.
func (d *detail) howToChange() fyne.CanvasObject {
	if d.screen.deps.ReadOnly {
		return kit.Space(0, 0)
	}
	return kit.Note(d.screen.deps.Say.Text("Click a line to change it, or press F2."))
}

// buildAnswer makes the part of a help request about its answers.
func (d *detail) buildAnswer() {
	s, say := d.screen, d.screen.deps.Say
	d.answer = kit.VStack(4, d.field("answeredOn", 0), d.helped)
	if !s.deps.ReadOnly {
		d.answer.Objects = append(d.answer.Objects, kit.Left(kit.NewLinkBtn(say.Text("Note who answered"), func() { s.askAnswered(d.id) })))
	}
}

// mend words the deed that closes a hole of the red thread here.
func (d *detail) mend(h data.Hole) (text string, do func()) {
	if h.Kind != data.HoleUntold {
		return "", nil
	}
	return d.screen.deps.Say.Text("Tell it"), d.tell
}

// tell leaves the dialog and begins a story about the item.
func (d *detail) tell() {
	d.leave()
	d.screen.tellOf(d.id)
}

// buildMore makes the fields that many items never need.
func (d *detail) buildMore() {
	s, none := d.screen, d.screen.deps.Say.Text("None")
	cards := append([]kit.Option{{Text: none}}, options(s.state.Cards())...)
	boxes := append([]kit.Option{{Text: none}}, kit.OptionsOf(s.deps.Say, data.Boxes)...)
	d.more = kit.VStack(kit.ReadBetween, pair(d.field("size", 0), d.choose("event", none, s.state.Events())),
		pair(d.fields.Choose(data.ItemFields.Of("card"), cards), d.fields.Choose(data.ItemFields.Of("box"), boxes)),
		d.choose("measure", none, s.state.Measures()), d.field("fromSurvey", 0), d.field("links", 1))
	d.more.Hide()
	d.moreBtn = kit.NewLinkBtn(s.deps.Say.Text("More about it"), d.toggleMore)
}

// leadTo puts the cursor into a field, wherever it keeps.
func (d *detail) leadTo(field string) {
	if d.more.Hidden && slices.Contains([]string{"size", "links"}, field) {
		d.toggleMore()
	}
	d.screen.deps.Focus(d.fields.Input(field))
}

func (d *detail) toggleMore() {
	say := d.screen.deps.Say
	d.more.Hidden = !d.more.Hidden
	d.moreBtn.SetText(say.Text("Less"))
	if d.more.Hidden {
		d.moreBtn.SetText(say.Text("More about it"))
	}
	d.relayout()
}

// show fills the dialog from the state; without its item it closes.
func (d *detail) show() {
	v, ok := d.screen.state.Details(d.id)
	if !ok {
		d.gone = true // nothing to write down any more
		d.Close()
		return
	}
	d.title = v.Item.Title
	d.fields.Show(&v.Item, false)
	d.column.Set(string(v.Item.Column))
	d.parked.Hidden = v.Item.Column != data.ColumnParked
	d.done.Hidden = v.Item.Column != data.ColumnDone
	d.showAnswer(v)
	d.showMoves(v)
	d.showReuses(v)
	d.relayout()
	d.screen.showThread(d.thread, data.Place{Kind: data.PlaceItem, ID: d.id}, func() bool { return d.screen.detail == d }, d.relayout)
}

// showAnswer says who answered a help request.
func (d *detail) showAnswer(v Details) {
	d.answer.Hidden = v.Item.Kind != data.KindHelpRequest
	d.helped.Objects = nil
	for _, line := range v.Helped {
		d.helped.Objects = append(d.helped.Objects, kit.Note(line))
	}
	d.helped.Hidden = len(v.Helped) == 0
}

func (d *detail) showMoves(v Details) {
	d.moves.Objects = nil
	for _, m := range v.Moves {
		d.moves.Objects = append(d.moves.Objects, kit.Note(m))
	}
}

// showReuses shows who used a finished item again, and lets that be noted.
func (d *detail) showReuses(v Details) {
	say := d.screen.deps.Say
	d.reuses.Objects = nil
	d.reuses.Hidden = v.Item.Column != data.ColumnDone && len(v.Reuses) == 0
	if d.reuses.Hidden {
		return
	}
	d.reuses.Objects = append(d.reuses.Objects, kit.CardTitle(say.Text("Used again")))
	for _, r := range v.Reuses {
		cells := []kit.Cell{kit.Weight(1, kit.Note(r.Text))}
		if !d.screen.deps.ReadOnly {
			drop := kit.NewLinkBtn(say.Text("Remove"), func() {
				d.screen.deeds.Do(func(ctx context.Context) error {
					_, err := d.screen.state.rows.reuses.Remove(ctx, r.ID)
					return err
				}, nil)
			})
			cells = append(cells, kit.Own(drop))
		}
		d.reuses.Objects = append(d.reuses.Objects, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, cells...))
	}
	if !d.screen.deps.ReadOnly {
		note := kit.NewLinkBtn(say.Text("Note that it was used again"), func() { d.screen.askReuse(d.id) })
		tell := kit.NewLinkBtn(say.Text("Tell what came of it"), d.tell)
		d.reuses.Objects = append(d.reuses.Objects, kit.Wrap(16, note, tell))
	}
}

// moveTo moves the item to the foot of another column.
func (d *detail) moveTo(column string) {
	d.flush()
	d.screen.moved([]int64{d.id}, column, atEnd)
	if item, ok := d.screen.state.Item(d.id); ok {
		d.column.Set(string(item.Column)) // until the store has told of the move
	}
}

func (d *detail) foot() fyne.CanvasObject {
	say := d.screen.deps.Say
	closing := kit.NewBtn(kit.Primary, say.Text("Close"), d.leave)
	if d.screen.deps.ReadOnly {
		return kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(closing))
	}
	remove := kit.NewBtn(kit.Outlined, say.Text("Remove"), func() {
		d.leave()
		d.screen.remove([]int64{d.id})
	})
	return kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Own(remove), kit.Spring(), kit.Own(closing))
}
