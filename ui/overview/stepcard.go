package overview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// reach is how many steps are shown: three at first, then five, then all (data/README.md, Coach).
type reach int

const (
	few reach = iota
	list
	all
)

func (r reach) of(steps []Step) []Step {
	switch r {
	case few:
		return steps[:min(coach.OnOverview, len(steps))]
	case list:
		return steps[:min(coach.InList, len(steps))]
	}
	return steps
}

// steps is the card of what to do next.
func (s *Screen) steps() fyne.CanvasObject {
	say := s.deps.Say
	rows := kit.VStack(9)
	if len(s.view.Steps) == 0 {
		rows.Objects = append(rows.Objects, kit.NewPara(kit.Muted(say.Text("Nothing waits for you. Enjoy it, or look a little further along the road."))))
	}
	shown := s.reach.of(s.view.Steps)
	for i := range shown {
		if i > 1 {
			rows.Objects = append(rows.Objects, kit.NewRule())
		}
		if i == 0 {
			rows.Objects = append(rows.Objects, s.firstStep(&shown[i]))
			continue
		}
		rows.Objects = append(rows.Objects, s.step(&shown[i]))
	}
	rows.Objects = append(rows.Objects, kit.NewRule(), kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle, StackBelow: 380, StackGap: 6},
		kit.Weight(1, kit.Left(s.moreSteps(shown))), kit.Own(s.roadLink())))
	return kit.NewCard(say.Text("Next best steps"), "", rows)
}

// moreSteps shows more steps, or fewer; nothing where there are no others.
func (s *Screen) moreSteps(shown []Step) fyne.CanvasObject {
	hidden := s.view.Steps[len(shown):]
	switch {
	case len(hidden) > 0:
		more := kit.NewLinkBtn(s.state.rest(hidden), func() { s.showSteps(s.reach + 1) })
		more.ID = "overview.more"
		return more
	case len(shown) > coach.OnOverview:
		return kit.NewLinkBtn(s.deps.Say.Text("Show fewer"), func() { s.showSteps(few) })
	}
	return kit.Space(0, 0)
}

// roadLink tells how far the road is gone and leads there.
func (s *Screen) roadLink() fyne.CanvasObject {
	r := s.view.Road
	link := kit.NewLinkBtn(s.deps.Say.Text("The road: %d of %d steps", r.Reached, r.Of), func() { s.deps.Go("road", nil) })
	link.ID = "overview.road"
	return link
}

func (s *Screen) showSteps(r reach) {
	s.reach = r
	s.show()
}

// firstStep is the one that presses most, with the page's one primary button.
func (s *Screen) firstStep(step *Step) fyne.CanvasObject {
	title := kit.NewPara(kit.Bold(step.Title))
	title.TextSize = look.SizeStep
	words := kit.VStack(2, title, kit.NewPara(kit.Plain(step.Reason)))
	return kit.Lifted(s.stepRow(step, kit.Primary, words))
}

// step is the row of another one.
func (s *Screen) step(step *Step) fyne.CanvasObject {
	return s.stepRow(step, kit.Quiet, kit.VStack(1, kit.NewPara(kit.Bold(step.Title)), kit.NewSmall(kit.Muted(step.Reason))))
}

// stepRow puts the deeds of a step beside its words.
func (s *Screen) stepRow(step *Step, kind kit.BtnKind, words fyne.CanvasObject) fyne.CanvasObject {
	deeds := kit.VStack(4)
	if step.Begun == nil || !s.deps.ReadOnly {
		take := kit.NewBtn(kind, step.Button, func() { s.take(step) })
		take.ID = "overview.step." + step.ID
		deeds.Objects = append(deeds.Objects, kit.Right(take))
	}
	if len(step.Aside) > 0 && !s.deps.ReadOnly {
		deeds.Objects = append(deeds.Objects, kit.Right(s.later(step)))
	}
	return kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 380, StackGap: 6}, kit.Weight(1, words), kit.Own(deeds))
}

// later is the small menu that sets a step aside.
func (s *Screen) later(step *Step) fyne.CanvasObject {
	say := s.deps.Say
	var link *kit.LinkBtn
	link = kit.NewLinkBtn(say.Text("Later"), func() {
		aside := say.Count(s.view.RestDays, "Set aside for %d day", "Set aside for %d days")
		kit.MenuBelow(link, []*fyne.MenuItem{fyne.NewMenuItem(aside, func() { s.setAside(step, "") }),
			fyne.NewMenuItem(say.Text("Set aside, and note why…"), func() { s.askWhy(step) })})
	})
	link.ID = "overview.later." + step.ID
	return link
}

// take goes where the step leads.
func (s *Screen) take(step *Step) {
	if step.Begun == nil {
		s.lead(step)
		s.afterwards(step)
		return
	}
	begun := kit.Begun{Row: step.Begun}
	if step.Rests {
		rows := slices.Clone(step.Aside)
		begun.Saved = func() {
			s.deeds.Do(func(ctx context.Context) error {
				_, err := s.state.SetAside(ctx, rows, "")
				return err
			}, nil)
		}
	}
	s.deps.BeginAt(step.At, begun)
}

// lead shows where the step leads, there those it is about.
func (s *Screen) lead(step *Step) {
	if step.Among != nil {
		s.deps.Go(kit.PageOf(step.At), step.Among)
		return
	}
	s.deps.GoTo(step.At)
}

// afterwards says what is left to do once the step was taken, where the file cannot know of it.
func (s *Screen) afterwards(step *Step) {
	if s.deps.ReadOnly || s.deps.Notice == nil {
		return
	}
	say := s.deps.Say
	switch {
	case step.Contact.Kind != "":
		contact := step.Contact
		s.deps.Notice(kit.Notice{Text: say.Text("Once your sponsors have it, note the report."),
			Action: say.Text("Note the report"), Do: func() { s.begin(data.PlaceSponsors, contact) }})
	case step.Rests && len(step.Aside) > 0:
		rested := *step
		s.deps.Notice(kit.Notice{Text: say.Text("“%s” can rest once you have done it.", step.Title), Action: say.Text("Done"),
			Do: func() { s.setAside(&rested, "") }})
	}
}

// askWhy sets a step aside with a reason, which only the leader reads.
func (s *Screen) askWhy(step *Step) {
	say, row := s.deps.Say, step.Aside[0]
	kit.NewRowForm(s.deps, &row, data.DismissalFields).Line("reason").Open(kit.Form{
		Title: say.Text("Set “%s” aside", step.Title), SaveText: say.Text("Set aside"),
		Save: func() error {
			err := row.Validate()
			if err == nil {
				s.setAside(step, row.Reason)
			}
			return err
		}})
}

// setAside lets a step rest and offers to bring it back.
func (s *Screen) setAside(step *Step, reason string) {
	rows, title, days := slices.Clone(step.Aside), step.Title, s.view.RestDays
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.SetAside(ctx, rows, reason) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Count(days, "“%[2]s” is set aside for %[1]d day, or until it gets worse.",
			"“%[2]s” is set aside for %[1]d days, or until it gets worse.", title), done.Undo, nil)
	})
}

// since is the card of what is new, nil if there is nothing.
func (s *Screen) since() fyne.CanvasObject {
	v, say := s.view.Since, s.deps.Say
	if v.IsZero() {
		return nil
	}
	rows := kit.VStack(5)
	for _, n := range v.News {
		rows.Objects = append(rows.Objects, kit.Row(kit.RowOptions{Gap: 8, StackBelow: 300, StackGap: 0},
			kit.Fixed(82, kit.NewBody(kit.Muted(n.Day))), kit.Weight(1, kit.NewBody(kit.Plain(n.Text)))))
	}
	if v.More != "" {
		rows.Objects = append(rows.Objects, kit.Note(v.More))
	}
	if v.Thanks != "" {
		rows.Objects = append(rows.Objects, kit.NewBody(kit.Bold(say.Text("Worth a thank-you:")+" "), kit.Plain(v.Thanks)))
	}
	card := kit.NewCard("", "", rows)
	card.SetTitle(say.Text("Since you were last here"), kit.Span{Text: "  " + v.Last, Color: look.ColorMuted, Size: look.SizeSmall})
	return card
}

// begin opens a form on another page.
func (s *Screen) begin(at data.PlaceKind, row any) {
	s.deps.BeginAt(data.Place{Kind: at}, kit.Begun{Row: row})
}

func (s *Screen) startRound() { s.begin(data.PlaceHealth, data.Round{}) }
