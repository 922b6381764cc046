package overview

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// beatSigns are how the kinds of the beat are drawn.
var beatSigns = map[data.BeatKind]kit.Sign{data.BeatHeld: kit.Dot, data.BeatUnclear: kit.Ring, data.BeatPlanned: kit.Ring,
	data.BeatRound: kit.Diamond, data.BeatReview: kit.EmptyBox, data.BeatMeasure: kit.EmptyBox}

// beat is the card of the year around today.
func (s *Screen) beat() fyne.CanvasObject {
	v, say := &s.view.Beat, s.deps.Say
	view := kit.BeatView{Today: s.deps.Clock.Today(), TodayWord: say.Text("today"), Month: s.monthWord, Nothing: v.Nothing, Would: v.Would}
	for i := range v.Marks {
		m := &v.Marks[i]
		view.Marks = append(view.Marks, kit.BeatMark{On: m.On, Sign: beatSigns[m.Kind], Name: m.Name, Day: m.Day, Warn: m.Warn, Said: m.Said, Strong: m.Next})
	}
	for _, g := range v.Gaps {
		view.Gaps = append(view.Gaps, kit.BeatGap{After: g.After, Until: g.Until, Next: g.Next})
	}
	if !s.deps.ReadOnly {
		view.Plan = say.Text("Plan")
	}
	line, title := kit.NewBeat(view), kit.CardTitle("")
	title.MaxLines = 1
	entitle := func(also string) {
		title.Set(kit.Bold(say.Text("The beat")), kit.Span{Text: "  " + also, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	entitle(v.Rhythm)
	line.PlanButton().ID = "overview.plan"
	line.OnPlan = func(on data.Date) { s.begin(data.PlaceEvents, data.Event{On: on}) }
	line.OnOpen = func(i int) { s.deps.GoTo(v.Marks[i].At) }
	line.OnPoint = func(i int) {
		if i < 0 {
			entitle(v.Rhythm)
			return
		}
		entitle(v.Marks[i].Said)
	}
	head := kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 760, StackGap: 6}, kit.Weight(1, title), kit.Own(s.beatLegend()))
	return kit.NewCard("", "", kit.VStack(8, head, line))
}

// monthWord is what a month is called on the beat.
func (s *Screen) monthWord(first data.Date, withYear bool) string {
	year, _, _ := first.Civil()
	if withYear {
		return s.deps.Say.Text("%[1]s %[2]d", s.deps.Say.ShortMonth(first), year)
	}
	return s.deps.Say.ShortMonth(first)
}

// beatLegend says what the signs mean.
func (s *Screen) beatLegend() fyne.CanvasObject {
	say := s.deps.Say
	entry := func(sign kit.Sign, ink fyne.ThemeColorName, words string) fyne.CanvasObject {
		return kit.Row(kit.RowOptions{Gap: 5, Align: kit.Middle}, kit.Own(kit.NewMark(sign, ink, look.SizeSmall)), kit.Own(kit.Note(words)))
	}
	return kit.Wrap(14, entry(kit.Dot, look.ColorPrimary, say.Text("held")), entry(kit.Ring, look.ColorPrimary, say.Text("planned")),
		entry(kit.Diamond, look.ColorInk, say.Text("health round")), entry(kit.EmptyBox, look.ColorInk, say.Text("due")),
		entry(kit.Dashes, look.ColorMuted, say.Text("nothing yet")))
}
