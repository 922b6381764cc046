package charter

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// signalRows draws what the program looked at: a tick or a cross, the words, the
// figures, and for what is open a way to the place where it is done.
func (s *Screen) signalRows(signals []Signal) []fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(signals))
	for i, g := range signals {
		mark := kit.NewMark(kit.Cross, look.ColorMuted, look.SizeSmall)
		if g.Met {
			mark = kit.NewMark(kit.Tick, look.ColorGood, look.SizeSmall)
		}
		words := []kit.Span{kit.Plain(g.Text)}
		if g.Evidence != "" {
			words = append(words, kit.Muted("  "+g.Evidence))
		}
		lead := s.leadOf(g.Key)
		if g.Met || lead == nil {
			rows[i] = kit.Row(kit.RowOptions{Gap: 8}, kit.Own(kit.Pad(kit.Edges{Top: 2}, mark)), kit.Weight(1, kit.NewSmall(words...)))
			continue
		}
		link := kit.NewLinkBtn(s.deps.Say.Text("Go there"), lead)
		link.ID = "signal." + g.Key
		// The button keeps room for its ring; the words begin on its line.
		rows[i] = kit.Row(kit.RowOptions{Gap: 8}, kit.Own(kit.Pad(kit.Edges{Top: 5}, mark)),
			kit.Weight(1, kit.Pad(kit.Edges{Top: 3}, kit.NewSmall(words...))), kit.Own(link))
	}
	return rows
}

// signalFields are the fields of this page in which an open signal is answered.
var signalFields = map[string]string{
	"cadence": "cadenceDays", "channels": "channels", "leader": "leader", "sponsor": "sponsors",
	"purpose": "primaryPurpose", "interest": "domain", "community": "whoWeAre", "practice": "practice",
	"joining": "grow.joining", "future": "transform.future", "evolution": "reviewOn",
}

// signalPages are the other pages on which one is answered.
var signalPages = map[string]string{
	"formats": "events", "planned": "events", "held": "events", "led": "events", "dialogue": "events", "rhythm": "events",
	"items": "backlog", "finished": "backlog", "reused": "backlog", "stories": "backlog", "value": "backlog",
	"coreTeam": "members", "core": "members", "joined": "members", "levels": "members", "spaces": "members",
	"rounds": "health",
}

// leadOf is the way to where a signal is answered, nil for one that time alone or
// the leader's own word answers.
func (s *Screen) leadOf(key string) func() {
	if field := signalFields[key]; field != "" {
		return func() { s.goTo(s.openIn(field)) }
	}
	if page := signalPages[key]; page != "" && s.deps.Go != nil {
		return func() { s.deps.Go(page, nil) }
	}
	return nil
}

// openIn is the field itself; for a written one, which stands for all that its
// section asks for, the first of them that is open.
func (s *Screen) openIn(field string) string {
	section := sectionOf(field)
	if section == "" || !data.CommunityFields.Of(field).Written() {
		return field
	}
	for _, missing := range s.state.View().Missing {
		if missing.Section == section {
			return missing.Key
		}
	}
	return field
}

// bullets draws sentences below one another.
func bullets(sentences []string) fyne.CanvasObject {
	out := kit.VStack(4)
	for _, text := range sentences {
		out.Objects = append(out.Objects, kit.Row(kit.RowOptions{Gap: 6}, kit.Own(kit.NewSmall(kit.Muted("·"))),
			kit.Weight(1, kit.NewSmall(kit.Plain(text)))))
	}
	return out
}

// phaseCards say what a phase asks for before the leader moves on, and what helps
// in it (data/README.md, Phases and stages).
type phaseCards struct {
	screen      *Screen
	phase       data.Phase
	ready, help *kit.Card
	shown       *PhaseView
}

func (s *Screen) phaseCards(p data.Phase) *phaseCards {
	say := s.deps.Say
	c := &phaseCards{screen: s, phase: p, ready: kit.NewCard("", "", kit.Space(0, 0)),
		help: kit.NewCard("", "", bullets(s.state.View().Growth.Phases[p].Actions))}
	// Cards of several phases stand below one another.
	which := kit.Span{Text: "  " + say.Of(p.Phrase()), Color: look.ColorMuted, Size: look.SizeSmall}
	c.ready.SetTitle(say.Text("Ready to move on?"), which)
	c.help.SetTitle(say.Text("What helps now"), which)
	return c
}

func (c *phaseCards) show() {
	s, say := c.screen, c.screen.deps.Say
	v := s.state.View().Growth.Phases[c.phase]
	// The charter itself is the first phase's worksheet: its signals are shown only
	// while it is what the leader works on.
	c.ready.Hidden = c.phase == data.Define && !v.Current
	c.help.Hidden = !v.Current
	if c.shown != nil && c.shown.same(v) {
		return
	}
	c.shown = &v
	c.ready.SetNote(v.Progress)
	body := kit.VStack(6, s.signalRows(v.Signals)...)
	if v.Ready != "" {
		body.Objects = append(body.Objects, kit.Pad(kit.Edges{Top: 4}, kit.NewBody(kit.Plain(v.Ready))))
	}
	if deed := c.deed(v); deed != nil {
		body.Objects = append(body.Objects, kit.Left(deed))
	} else if v.Current && v.Ready == "" {
		body.Objects = append(body.Objects, kit.NewSmall(kit.Muted(say.Text("You move on when you think it is time; nothing does it for you."))))
	}
	c.ready.SetContent(body)
}

// deed moves on to the next phase once all is there, or takes up another phase.
func (c *phaseCards) deed(v PhaseView) *kit.Btn {
	s, say := c.screen, c.screen.deps.Say
	to, text := c.phase, say.Text("Work on this now")
	switch {
	case s.deps.ReadOnly, v.Current && (v.Next == "" || v.Ready == ""):
		return nil
	case v.Current:
		to, text = v.Next, say.Text("Go on to %s", v.Next.Phrase())
	}
	b := kit.NewBtn(kit.Quiet, text, func() { s.setPhase(to) })
	b.ID = "phase." + string(to)
	return b
}

// setPhase takes the leader's word for the phase and says that it can be taken back.
func (s *Screen) setPhase(p data.Phase) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.SetPhase(ctx, p) }, func() {
		s.deps.Tell(s.deps.Say.Text("You are working on %s now.", p.Phrase()))
	})
}

// same tells whether two views of a phase show the same.
func (v *PhaseView) same(o PhaseView) bool { return reflect.DeepEqual(*v, o) }
