package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// pane shows one person: who they are, their level and why, roles, deeds, history.
type pane struct {
	screen *Screen
	detail Detail
	box    fyne.CanvasObject
	scroll *kit.Scroll
	back   *fyne.Container // to the list, where the pane stands in its place

	avatar *kit.Avatar
	name   *kit.Labelled
	about  *kit.Para // what they are here, and since when
	level  *kit.Select
	chosen *kit.Labelled   // the level, with its label
	stands *fyne.Container // where the person stands, and why

	fields  *kit.FieldSet[data.Member]
	main    fyne.CanvasObject
	knows   fyne.CanvasObject
	more    *fyne.Container // the fields shown when wanted
	moreBtn *kit.LinkBtn

	levelName *kit.Para
	why       *kit.LinkBtn
	sentence  *kit.Para
	remarks   *fyne.Container
	known     *fyne.Container // what lists call them
	twin      *fyne.Container // another record that may be of the same person
	hints     *fyne.Container // of the coach
	welcome   *fyne.Container
	follow    *followPane
	roles     *fyne.Container
	deeds     *fyne.Container
	balance   *fyne.Container
	history   *historyPane
}

func newPane(s *Screen) *pane {
	p := &pane{screen: s, avatar: kit.NewAvatar(""), about: kit.Note("")}
	say := s.deps.Say
	p.buildFields()
	p.level = kit.NewSelect(s.levelOptions(), "", p.chooseLevel).ReadFirst()
	p.level.ID = "level"
	p.levelName, p.sentence = kit.CardTitle(""), kit.NewSmall()
	p.remarks, p.roles, p.deeds = kit.VStack(6), kit.VStack(4), kit.VStack(8)
	p.known = kit.VStack(2)
	p.twin, p.hints, p.welcome, p.balance = kit.VStack(0), kit.VStack(8), kit.VStack(4), kit.VStack(0)
	p.follow, p.history = newFollowPane(p), newHistoryPane(p)
	why := kit.NewLinkBtn(say.Text("Why?"), func() { s.deps.Commands.Fire("members.reckoning") })
	why.ID = "members.reckoning"
	p.why = why
	p.moreBtn = kit.NewLinkBtn("", p.toggleMore)
	p.chosen = kit.NewLabelled(say.Text("Level"), p.level)
	p.stands = kit.VStack(6, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, p.levelName), kit.Own(p.why)), p.sentence, p.remarks)
	p.back = kit.Left(kit.NewLinkBtn(say.Text("Back to the list"), s.backToList))
	p.back.Hide()
	stack := kit.VStack(12, p.back,
		kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, kit.Own(p.avatar), kit.Weight(1, kit.VStack(0, p.name, p.about))),
		p.welcome, p.twin, p.hints, p.main, kit.Left(p.moreBtn), p.more, p.known, p.roles, p.deeds,
		kit.Row(kit.RowOptions{}, kit.Fixed(190, p.chosen), kit.Spring()), p.stands, p.follow.box, p.balance, p.history.box)
	p.scroll = kit.NewScroll(kit.Pad(kit.Sides(0, kit.ReadMargin), stack))
	p.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 12, Right: 2, Bottom: 12, Left: 12 - kit.ReadMargin}}, p.scroll)
	return p
}

// show draws the selected person; a field that is being typed into keeps its text.
func (p *pane) show() {
	d, ok := p.screen.state.Detail()
	if !ok {
		p.detail = Detail{}
		p.screen.beside.Offer(false)
		return
	}
	p.screen.beside.Offer(p.screen.state.AnyListed())
	other := d.Member.ID != p.detail.Member.ID
	p.detail = d
	p.avatar.SetName(d.Member.Name)
	p.about.Set(kit.Muted(d.About))
	p.fields.Show(&d.Member, other)
	p.fields.Able(!d.Member.Erased()) // nobody is to be put together again
	p.showLevel()
	p.showKnown()
	p.showTwin()
	p.showHints()
	p.showWelcome()
	p.follow.show(other)
	p.showRoles()
	p.showDeeds()
	p.showBalance()
	p.history.show(other)
	p.showMoreWords()
	p.showOwn(d)
	if other {
		p.scroll.SetOffset(0)
	}
	p.relayout()
}

// showOwn takes what is the leader's own off the screen while guests look on (data/README.md, Guest view).
func (p *pane) showOwn(d Detail) {
	own := !p.screen.deps.ForGuests()
	kit.SetShown(p.chosen, own)
	kit.SetShown(p.stands, own)
	kit.SetShown(p.history.box, own)
	kit.SetShown(p.knows, own || d.Member.AskOpenly)
}

// relayout gives the pane the height its content has now.
func (p *pane) relayout() {
	p.scroll.Refresh()
	p.scroll.Relayout()
	if p.screen.beside != nil {
		p.screen.beside.Refresh()
	}
}

func (p *pane) showLevel() {
	d := p.detail
	p.level.Set(string(d.Declared))
	if p.screen.deps.ReadOnly || !d.MayHaveLevel {
		p.level.Disable()
	} else {
		p.level.Enable()
	}
	p.levelName.Set(kit.Bold(d.Level))
	if d.Both != "" {
		p.levelName.Set(kit.Bold(d.Level), kit.Span{Text: "  " + d.Both, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	p.why.Hidden = !p.detail.MayHaveLevel
	p.sentence.Set(kit.Plain(d.Sentence))
	p.sentence.Hidden = d.Sentence == ""
	p.remarks.Objects = nil
	for _, r := range d.Remarks {
		text := kit.NewSmall(kit.Plain(r))
		p.remarks.Objects = append(p.remarks.Objects, kit.Band(look.ColorPrimarySoft, text))
	}
	if d.Overdue != "" {
		p.remarks.Objects = append(p.remarks.Objects, kit.NewSmall(kit.Warned(d.Overdue)))
	}
	if d.Declared != "" && !p.screen.deps.ReadOnly {
		say, id := p.screen.deps.Say, d.Member.ID
		change := kit.NewLinkBtn(say.Text("Change"), func() { p.screen.openDeclare([]int64{id}, d.Declared) })
		back := kit.NewLinkBtn(say.Text("Work it out again"), func() { p.chooseLevel("") })
		change.ID, back.ID = "level.change", "level.back"
		p.remarks.Objects = append(p.remarks.Objects, kit.Wrap(14, change, back))
	}
	p.remarks.Hidden = len(p.remarks.Objects) == 0
}

// chooseLevel asks for the reason of a declared level; going back to the data needs none.
func (p *pane) chooseLevel(key string) {
	s, id := p.screen, p.detail.Member.ID
	if key == "" {
		s.deeds.Do(func(ctx context.Context) error { return s.state.store.DeclareLevel(ctx, id, "", "", 0) }, nil)
		return
	}
	s.openDeclare([]int64{id}, data.Level(key))
}

// showRoles shows the roles of a member; core team first, the rare ones in a menu until somebody has them.
func (p *pane) showRoles() {
	p.roles.Objects = nil
	for _, r := range p.detail.Roles {
		if !p.detail.MayHaveLevel || !r.Holds && r.Role != data.RoleCoreTeam {
			continue
		}
		check := kit.NewCheck(r.Word, r.Holds, func(holds bool) { p.screen.setRole(p.detail.Member.ID, r.Role, holds) })
		check.ID = "role." + string(r.Role)
		if p.screen.deps.ReadOnly {
			check.Disable()
		}
		p.roles.Objects = append(p.roles.Objects, check)
	}
	p.roles.Hidden = len(p.roles.Objects) == 0
}

// showDeeds offers what can be done with the person.
func (p *pane) showDeeds() {
	p.deeds.Objects = nil
	p.deeds.Hidden = p.screen.deps.ReadOnly || p.detail.Member.Erased()
	if p.deeds.Hidden {
		return
	}
	say, commands := p.screen.deps.Say, p.screen.deps.Commands
	row := []fyne.CanvasObject{p.button("members.note", say.Text("Note a contribution"))}
	if p.detail.MayHaveLevel {
		row = append(row, kit.NewMenuBtn(kit.Outlined, say.Text("Roles"), p.roleItems))
	}
	row = append(row, kit.NewMenuBtn(kit.Outlined, say.Text("More"), func() []*fyne.MenuItem {
		return commands.Menu("", "members.ask", "members.help", "", "members.lead", "members.person", "members.join", "", "members.left", "members.remove", "members.erase").Items
	}))
	p.deeds.Objects = []fyne.CanvasObject{kit.Wrap(look.GapInRow, row...)}
}

// button fires a command under words that need not name the person, who is in view.
func (p *pane) button(id, words string) *kit.Btn {
	b := kit.NewBtn(kit.Outlined, words, func() { p.screen.deps.Commands.Fire(id) })
	b.ID = id
	return b
}

func (p *pane) roleItems() []*fyne.MenuItem {
	id := p.detail.Member.ID
	items := make([]*fyne.MenuItem, len(p.detail.Roles))
	for i, r := range p.detail.Roles {
		items[i] = fyne.NewMenuItem(r.Word, func() { p.screen.setRole(id, r.Role, !r.Holds) })
		items[i].Checked = r.Holds
	}
	return items
}

// showBalance asks what giving and being helped might mean, where the leader wants to be asked
// (data/README.md, Styles).
func (p *pane) showBalance() {
	p.balance.Objects, p.balance.Hidden = nil, p.detail.Balance == ""
	if !p.balance.Hidden {
		p.balance.Objects = []fyne.CanvasObject{kit.Note(p.detail.Balance)}
	}
}

// flush keeps what was typed about the person shown.
func (p *pane) flush() { p.fields.Flush() }

// rename puts the cursor into what the person is called.
func (p *pane) rename() {
	if !p.screen.deps.ReadOnly {
		p.screen.deps.Focus(p.fields.Input("name"))
	}
}
