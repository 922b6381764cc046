package charter

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// sponsorsPart holds who backs the community, when they were last spoken with, what
// they were asked and told (data/README.md, Roles, Sponsors).
func (s *Screen) sponsorsPart() *part {
	say := s.deps.Say
	sponsors, followUps, reports := s.table(TableSponsors), s.table(TableFollowUps), s.table(TableReports)
	s.spot("sponsors", sponsors.box, sponsors.focus)
	asks := newAsksCard(s)
	talks := kit.NewCard(say.Text("Asked and promised"), "", followUps.box)
	told := kit.NewCard(say.Text("Reports"), "", reports.box)
	first := kit.Wrap(look.GapInRow + 4)
	left := kit.NewCard(say.Text("Sponsors"), "", kit.VStack(10, sponsors.box, first))
	starts := []struct {
		card          *kit.Card
		command, text string
	}{{talks, "members.followUp", say.Text("Note what you asked")}, {asks.card, "members.askSponsors", say.Text("Ask the sponsors")},
		{told, "members.report", say.Text("Note a report")}}
	for _, start := range starts {
		link := kit.NewLinkBtn(start.text, func() { s.deps.Commands.Fire(start.command) })
		link.ID = start.command
		first.Objects = append(first.Objects, link)
	}
	return &part{left: []fyne.CanvasObject{left, told}, right: []fyne.CanvasObject{talks, asks.card},
		shows: []func(){sponsors.show, followUps.show, reports.show, asks.show, func() {
			// What holds nothing keeps out of sight; its first row is begun from here.
			v := s.state.View()
			talks.Hidden = len(v.Tables[TableFollowUps]) == 0
			told.Hidden = len(v.Tables[TableReports]) == 0
			asks.card.Hidden = len(v.Asks) == 0
			first.Hidden = s.deps.ReadOnly || len(v.Tables[TableSponsors]) == 0
			for i, start := range starts {
				link, _ := first.Objects[i].(*kit.LinkBtn)
				link.Hidden = start.card.Visible()
			}
		}}}
}

// asksCard shows what was asked of the sponsors, and what became of it.
type asksCard struct {
	screen *Screen
	card   *kit.Card
	list   *fyne.Container
	shown  []Ask
}

func newAsksCard(s *Screen) *asksCard {
	a := &asksCard{screen: s, list: kit.VStack(8)}
	a.card = kit.NewCard(s.deps.Say.Text("What we asked for"), "", a.list)
	if !s.deps.ReadOnly {
		add := kit.NewLinkBtn(s.deps.Say.Text("Ask the sponsors"), func() { s.deps.Commands.Fire("members.askSponsors") })
		add.ID = "asks.add"
		a.card.SetCorner(add)
	}
	return a
}

func (a *asksCard) show() {
	s := a.screen
	asks := s.state.View().Asks
	if slices.Equal(asks, a.shown) {
		return
	}
	a.shown, a.list.Objects = asks, nil
	for _, ask := range asks {
		words := kit.NewSmall(kit.Bold(ask.Text), kit.Muted("\n"+ask.State))
		cells := []kit.Cell{kit.Weight(1, words)}
		if ask.ItemID != 0 {
			show := kit.NewLinkBtn(s.deps.Say.Text("Show"), func() {
				s.deps.GoTo(data.Place{Kind: data.PlaceItem, ID: ask.ItemID})
			})
			show.ID = "ask.show"
			cells = append(cells, kit.Own(show))
		}
		a.list.Objects = append(a.list.Objects, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, cells...))
	}
}

// addAsk begins an ask to the sponsors on the board, where asks live.
func (s *Screen) addAsk() {
	s.deps.Go("backlog", kit.Begun{Row: data.Item{Kind: data.KindSponsorAsk}})
}
