package charter

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// unwrapped gives the sentence about the one field of an error its own place: what
// has no field on screen is told in the notice bar.
func unwrapped(err error) error {
	fault, ok := err.(*data.Error) //nolint:errorlint // only an error of our own making is reworded
	if !ok || len(fault.Fields) != 1 {
		return err
	}
	for _, p := range fault.Fields {
		return &data.Error{Code: fault.Code, Key: p.Key, Args: p.Args, Cause: err}
	}
	return err
}

// missingCard names the needed fields that are open, each leading to its place.
type missingCard struct {
	screen *Screen
	card   *kit.Card
	shown  []Missing
}

func newMissingCard(s *Screen) *missingCard {
	return &missingCard{screen: s, card: kit.NewCard(s.deps.Say.Text("Still open"), "", kit.Space(0, 0))}
}

func (m *missingCard) show() {
	v := m.screen.state.View()
	m.card.Hidden = len(v.Missing) == 0
	m.card.SetNote(v.Progress)
	if slices.Equal(m.shown, v.Missing) {
		return
	}
	m.shown = v.Missing
	list := kit.VStack(2)
	for _, f := range v.Missing {
		link := kit.NewLinkBtn(f.Label, func() { m.screen.goTo(f.Key) })
		link.ID = "open." + f.Key
		list.Objects = append(list.Objects, kit.Left(link))
	}
	m.card.SetContent(list)
}

// versionCard says which version was agreed, and what happened since.
type versionCard struct {
	screen *Screen
	card   *kit.Card
	since  *kit.Para
	deeds  *fyne.Container
}

func newVersionCard(s *Screen) *versionCard {
	v := &versionCard{screen: s, since: kit.NewBody(), deeds: kit.Wrap(look.GapInRow)}
	v.card = kit.NewCard("", "", kit.VStack(8, v.since, v.deeds))
	return v
}

func (c *versionCard) show() {
	s := c.screen
	say, v := s.deps.Say, s.state.View().Versions
	if v.Sentence != "" {
		c.card.SetTitle(v.Title, kit.Span{Text: "  " + v.Sentence, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true})
	} else {
		c.card.SetTitle(v.Title)
	}
	spans := []kit.Span{kit.Plain(v.Since)}
	switch {
	case v.ReviewDue:
		spans = append(spans, kit.Plain(" "), kit.Warned(v.Review))
	case v.Review != "":
		spans = append(spans, kit.Plain(" "+v.Review))
	}
	c.since.Set(spans...)
	if len(c.deeds.Objects) == 0 {
		compare := kit.NewBtn(kit.Quiet, say.Text("See what changed"), func() { s.deps.Commands.Fire("charter.compare") })
		compare.ID = "charter.compare"
		agree := kit.NewBtn(kit.Quiet, say.Text("Agree this version"), func() { s.deps.Commands.Fire("charter.agree") })
		agree.ID = "charter.agree"
		c.deeds.Objects = []fyne.CanvasObject{compare, agree}
	}
	c.deeds.Objects[0].(*kit.Btn).Hidden = len(v.List) == 0 || !v.List[0].Compares || !v.Changed
	// When agreeing is the next thing to do, the button at the head of the page offers it.
	c.deeds.Objects[1].(*kit.Btn).Hidden = s.deps.ReadOnly || len(s.state.View().Missing) == 0 && v.Changed
	c.deeds.Hidden = !c.deeds.Objects[0].Visible() && !c.deeds.Objects[1].Visible()
}

// notesCard shows the dated notes of the sections in view (data/README.md, Charter).
type notesCard struct {
	screen *Screen
	card   *kit.Card
	list   *fyne.Container
	shown  []Note
	drawn  bool
}

func newNotesCard(s *Screen) *notesCard {
	n := &notesCard{screen: s, list: kit.VStack(10)}
	n.card = kit.NewCard(s.deps.Say.Text("Notes"), "", n.list)
	if !s.deps.ReadOnly {
		add := kit.NewLinkBtn(s.deps.Say.Text("Add note"), func() { s.deps.Commands.Fire("charter.note") })
		add.ID = "charter.note"
		n.card.SetCorner(add)
	}
	return n
}

func (n *notesCard) show(chip int) {
	s := n.screen
	var sections []data.Section
	if chip >= 0 {
		for _, p := range chips[chip] {
			sections = append(sections, sectionsOf(p)...)
		}
	}
	var notes []Note
	for _, note := range s.state.View().Notes {
		if slices.Contains(sections, note.Section) {
			notes = append(notes, note)
		}
	}
	if n.drawn && slices.Equal(notes, n.shown) {
		return
	}
	n.shown, n.drawn = notes, true
	n.list.Objects = nil
	for _, note := range notes {
		n.list.Objects = append(n.list.Objects, n.row(note))
	}
	if len(notes) == 0 {
		n.list.Objects = append(n.list.Objects, kit.NewBody(kit.Muted(
			s.deps.Say.Text("What was said when you wrote this, and why: a note keeps it, with its day."))))
	}
}

func (n *notesCard) row(note Note) fyne.CanvasObject {
	s := n.screen
	var deeds []rowDeed
	if !s.deps.ReadOnly {
		deeds = []rowDeed{
			{"edit", s.deps.Say.Text("Edit"), func() { s.editNote(note.ID) }},
			{"remove", s.deps.Say.Text("Remove"), func() { s.remove(TableNotes, note.ID, s.deps.Say.Text("The note was removed.")) }},
		}
	}
	return kit.VStack(0, s.withDeeds(kit.Note(note.Head), string(TableNotes), deeds), kit.NewBody(kit.Plain(note.Text)))
}

// editNote opens a note again.
func (s *Screen) editNote(id int64) {
	s.openNote(rowOf(s.state.View().snapshot.Notes, id, func(r *data.CharterNote) int64 { return r.ID }), nil)
}

// openNote asks for a note in a section.
func (s *Screen) openNote(r data.CharterNote, done func()) {
	say := s.deps.Say
	r.On = cmp.Or(r.On, s.deps.Clock.Today())
	if r.Section == "" {
		r.Section = data.SectionPurpose
		if here := sectionsOf(s.at); len(here) > 0 {
			r.Section = here[0]
		}
	}
	kit.NewRowForm(s.deps, &r, data.CharterNoteFields).Line("text").Line("section", "on").Tall(3, "text").Open(kit.Form{
		Title:   title(r.ID, say.Text("Add note"), say.Text("Change note")),
		Save:    func() error { return s.state.rows.notes.Save(context.Background(), &r) },
		OnClose: kit.OnceSaved(done),
	})
}
