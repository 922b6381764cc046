package overview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
	"copleader/ui/kit"
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
		if i > 0 {
			rows.Objects = append(rows.Objects, kit.NewRule())
		}
		rows.Objects = append(rows.Objects, s.step(&shown[i], i == 0))
	}
	if hidden := s.view.Steps[len(shown):]; len(hidden) > 0 {
		more := kit.NewLinkBtn(s.state.rest(hidden), func() { s.showSteps(s.reach + 1) })
		more.ID = "overview.more"
		rows.Objects = append(rows.Objects, kit.Left(more))
	} else if len(shown) > coach.OnOverview {
		rows.Objects = append(rows.Objects, kit.Left(kit.NewLinkBtn(say.Text("Show fewer"), func() { s.showSteps(few) })))
	}
	return kit.NewCard(say.Text("Next best steps"), "", rows)
}

func (s *Screen) showSteps(r reach) {
	s.reach = r
	s.show()
}

// step is one row; the first has the page's one primary button.
func (s *Screen) step(step *Step, first bool) fyne.CanvasObject {
	kind := kit.Quiet
	if first {
		kind = kit.Primary
	}
	words := kit.VStack(1, kit.NewBody(kit.Bold(step.Title)), kit.NewSmall(kit.Muted(step.Reason)))
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
		s.deps.Notice(kit.Notice{Text: say.Text("Once your sponsors have it, note the report in the charter."),
			Action: say.Text("Note the report"), Do: func() { s.begin(data.PlaceCharter, contact) }})
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
	rows := kit.VStack(8)
	if len(v.News) > 0 {
		text := v.News[0]
		for _, n := range v.News[1:] {
			text += " · " + n
		}
		if v.More != "" {
			text += " · " + v.More
		}
		rows.Objects = append(rows.Objects, kit.NewBody(kit.Plain(text)))
	}
	if v.Thanks != "" {
		rows.Objects = append(rows.Objects, kit.NewBody(kit.Bold(say.Text("Worth a thank-you:")+" "), kit.Plain(v.Thanks)))
	}
	return kit.NewCard(say.Text("Since you were last here"), "", rows)
}

// begin opens a form on another page.
func (s *Screen) begin(at data.PlaceKind, row any) {
	s.deps.BeginAt(data.Place{Kind: at}, kit.Begun{Row: row})
}

func (s *Screen) plan()       { s.begin(data.PlaceEvents, data.Event{}) }
func (s *Screen) startRound() { s.begin(data.PlaceHealth, data.Round{}) }
