package events

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// buildRecord makes the fields of the minutes.
func (p *pane) buildRecord() {
	p.record = kit.NewFieldSet[data.Minutes](p.screen.deps, p.screen.deeds)
	p.record.Reads = true
	p.record.Change, p.record.OnResized, p.record.OnKept = p.changeRecord, p.relayout, p.wroteRecord
	p.record.Row = func() kit.RowShown { return p.rowShown("minutes") }
	p.said = kit.CardTitle("")
	p.brought = kit.Row(kit.RowOptions{}, kit.Fixed(180, p.field("brought")), kit.Spring())
	p.recorded = kit.VStack(kit.ReadBetween, p.said, p.record.Of(data.MinutesFields.Of("text"), 4), p.record.Of(data.MinutesFields.Of("decisions"), 2), p.brought)
}

func (p *pane) changeRecord(visit store.Visit, change func(*data.Minutes)) func(context.Context) error {
	id := p.detail.Event.ID
	if id == 0 {
		return nil
	}
	return func(ctx context.Context) error {
		return p.screen.state.store.ChangeMinutes(ctx, id, visit, change)
	}
}

// wroteRecord goes on with what waited for the minutes to be written.
func (p *pane) wroteRecord(string) {
	if written := p.written; written != nil {
		p.written = nil
		written()
	}
}

// showRecord shows the minutes of an event that was held.
func (p *pane) showRecord() {
	// What was said in confidence stays among those who were there.
	p.recorded.Hidden = p.detail.Section != Held || p.detail.Event.Confidential && p.screen.deps.ForGuests()
	p.brought.Hidden = p.detail.Event.Format != retrospective
	state := kit.Span{Text: "  " + p.detail.Record, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true}
	if p.detail.Late {
		state.Sign, state.Color = kit.Triangle, look.ColorWarn
	}
	p.said.Set(kit.Bold(p.screen.deps.Say.Text("Minutes")), state)
}

// retrospective is the format of which is noted how many brought something: nobody bringing anything is a sign that a
// community winds down (data/README.md, Coach, C25).
const retrospective = "retrospective"

// showVotes shows whether it was worth the time: the histogram, and a mean from three votes on
// (data/README.md, Feedback).
func (p *pane) showVotes() {
	say, d := p.screen.deps.Say, p.detail
	p.votes.Objects = nil
	p.votes.Hidden = d.Section != Held
	if p.votes.Hidden {
		return
	}
	head := kit.CardTitle(say.Text("Was it worth the time?"))
	if d.Mean != "" {
		head.Set(kit.Bold(say.Text("Was it worth the time?")), kit.Span{Text: "  " + d.Mean, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true})
	}
	p.votes.Objects = append(p.votes.Objects, head)
	if d.Votes.Sum() > 0 {
		p.votes.Objects = append(p.votes.Objects, votesHistogram(p.screen, d.Votes))
		if doubt, there := p.screen.state.programme.snapshot.TooManyVotes(d.Event.ID, d.Votes.Sum()); there {
			p.votes.Objects = append(p.votes.Objects, kit.Band(look.ColorWarnSoft, kit.NewSmall(kit.Plain(say.Text("%s Please look.", doubt)))))
		}
	} else {
		p.votes.Objects = append(p.votes.Objects, kit.Note(say.Text("No votes entered. Two minutes at the end are enough: 1 to 5, where 3 is “got back what I put in”.")))
	}
	if !p.screen.deps.ReadOnly {
		b := kit.NewLinkBtn(say.Text("Enter votes"), func() { p.screen.deps.Commands.Fire("events.vote") })
		p.votes.Objects = append(p.votes.Objects, kit.Left(b))
	}
}

// votesHistogram draws a line for each vote, as long as its share of the most frequent one.
func votesHistogram(s *Screen, votes data.Counts) fyne.CanvasObject {
	most := 1
	for _, n := range votes {
		most = max(most, n)
	}
	stack := kit.VStack(4)
	for i := len(votes) - 1; i >= 0; i-- {
		stack.Objects = append(stack.Objects, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle},
			kit.Fixed(158, kit.Note(voteWord(s.deps.Say, i+1))), kit.Weight(1, kit.NewProgress(float32(votes[i])/float32(most))),
			kit.Fixed(28, kit.NewSmall(kit.Plain(s.deps.Say.Text("%d", votes[i]))))))
	}
	return stack
}

// openVotes asks how often each vote was given.
func (s *Screen) openVotes() {
	say, d := s.deps.Say, s.pane.detail
	var inputs [5]*kit.NumberField
	fields := make([]kit.FormField, len(inputs))
	for i := range inputs {
		n := d.Votes[i]
		inputs[i] = kit.NewNumberField(nil, n, n > 0, nil)
		fields[i] = kit.FormField{Name: voteField(i), Label: voteWord(say, i+1), Input: inputs[i]}
	}
	asked := data.Counts{}
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("How often was each vote given?"), Intro: s.called(&d.Event), Fields: fields, SaveText: say.Text("Enter votes"), Width: 320,
		Save: func() error {
			var votes data.Counts
			for i, in := range inputs {
				n, _, err := in.Value()
				if err != nil || n < 0 {
					return data.Invalid(voteField(i), "Write a whole number.")
				}
				votes[i] = n
			}
			if doubt, there := s.state.programme.snapshot.TooManyVotes(d.Event.ID, votes.Sum()); there && votes != asked {
				asked = votes
				return data.Invalid(voteField(0), "%s Enter them once more if that is right.", doubt)
			}
			return s.state.store.SetRoti(context.Background(), d.Event.ID, votes)
		},
	})
}

func voteField(i int) string { return [5]string{"vote1", "vote2", "vote3", "vote4", "vote5"}[i] }
