package charter

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// Sponsors are those who back the community, as the page of the people shows them: when they were last spoken with, what they were asked
// and told.
type Sponsors struct{ *Screen }

// Around is the page on which the sponsors stand.
type Around struct {
	// Show brings them into view before something is done with them.
	Show func(then func())
	// Wanted tells that the community has or wants any.
	Wanted func() bool
}

// NewSponsors makes them; Load fills them.
func NewSponsors(deps kit.Deps, st *store.Store, page Around) Sponsors {
	s := Sponsors{newScreen(deps, st, PartSponsors)}
	s.page.Edges = kit.Edges{Top: 2, Right: 12, Bottom: 2, Left: 2}
	s.LayOut(kit.Space(0, 0), s.page, s.showTrouble)
	s.register(page)
	return s
}

// Search shows the sponsors in whom every word is found: names, what they do, and what is noted of talks with them.
func (s Sponsors) Search(query string) {
	s.sought = data.SearchedFor(query)
	if s.Loaded() {
		s.show()
	}
}

// Content is the page without a header of its own.
func (s Sponsors) Content() fyne.CanvasObject { return s.page }

// register makes the deeds on sponsors known.
func (s Sponsors) register(page Around) {
	say := s.deps.Say
	wanted := func() bool { return !s.deps.ReadOnly && page.Wanted() }
	begin := func(row any) func() {
		return func() { page.Show(func() { s.Begin(kit.Begun{Row: row}) }) }
	}
	s.deps.Commands.Add(
		&kit.Command{ID: "members.addSponsor", Title: say.Text("Add sponsor"), Enabled: wanted, Do: begin(data.Sponsor{})},
		&kit.Command{ID: "members.contact", Title: say.Text("Note a talk or report with a sponsor"), Enabled: wanted, Do: begin(data.SponsorContact{})},
		&kit.Command{ID: "members.followUp", Title: say.Text("Note what you asked of a sponsor"), Enabled: wanted, Do: begin(data.FollowUp{})},
		&kit.Command{ID: "members.report", Title: say.Text("Note a report to the sponsors"), Enabled: wanted, Do: begin(data.SponsorReport{})},
		&kit.Command{ID: "members.askSponsors", Title: say.Text("Ask the sponsors"), Enabled: wanted, Do: s.addAsk},
	)
}

// Begin opens the form of what is known of a sponsor, a contact with one, a follow-up or a report.
func (s Sponsors) Begin(b kit.Begun) {
	s.WhenLoaded(func() {
		switch row := b.Row.(type) {
		case data.Sponsor:
			s.openSponsor(row, b.Finish)
		case data.SponsorContact:
			s.withSponsor(func() { s.openContact(row, b.Finish) })
		case data.FollowUp:
			s.withSponsor(func() { s.openFollowUp(row, b.Finish) })
		case data.SponsorReport:
			s.openReport(row, b.Finish)
		}
	})
}

// withSponsor does something that needs a sponsor; while there is none, one is
// named first.
func (s *Screen) withSponsor(do func()) {
	if len(s.state.View().snapshot.Sponsors) == 0 {
		s.openSponsor(data.Sponsor{}, nil)
		return
	}
	do()
}
