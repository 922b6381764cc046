package charter

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// versionsPart lists the versions that were agreed and shows what changed since.
func (s *Screen) versionsPart() *part {
	say := s.deps.Say
	l := &versionList{screen: s, list: kit.VStack(10), detail: kit.NewCard("", "", kit.Space(0, 0))}
	l.detail.Hide()
	card := kit.NewCard(say.Text("Agreed versions"), "", l.list)
	review := s.field("reviewOn")
	review.Hinted(say.Text("At most twelve months ahead."))
	s.spot("versions", l.detail, func() fyne.Focusable { return nil })
	s.versions = l
	return &part{left: []fyne.CanvasObject{card, l.detail}, right: []fyne.CanvasObject{kit.NewCard(say.Text("Review"), "", review)},
		shows: []func(){l.show}}
}

// versionList is the list of versions with one of them in detail below.
type versionList struct {
	screen *Screen
	list   *fyne.Container
	shown  []Version
	drawn  bool

	detail *kit.Card
	chosen int64 // 0 for none
	shows  aspect
}

// aspect is what is shown of a version.
type aspect int

// The aspects of a version.
const (
	since   aspect = iota // what changed since it was agreed
	whatNew               // what was new in it
	asText                // the charter as it was
)

func (l *versionList) show() {
	versions := l.screen.state.View().Versions.List
	if !l.drawn || !slices.Equal(versions, l.shown) {
		l.shown, l.drawn = versions, true
		l.draw()
	}
	l.showDetail()
}

func (l *versionList) draw() {
	say := l.screen.deps.Say
	l.list.Objects = nil
	for i, v := range l.shown {
		if i > 0 {
			l.list.Objects = append(l.list.Objects, kit.NewRule())
		}
		text := kit.VStack(0, kit.NewBody(kit.Bold(v.Title), kit.Muted("  "+v.When)))
		if v.Note != "" {
			text.Objects = append(text.Objects, kit.NewSmall(kit.Muted(v.Note)))
		}
		var deeds []rowDeed
		if v.Compares {
			deeds = append(deeds, rowDeed{"compare", say.Text("What changed since"), func() { l.choose(v.ID, since) }})
		}
		if v.Follows {
			deeds = append(deeds, rowDeed{"new", say.Text("What was new"), func() { l.choose(v.ID, whatNew) }})
		}
		if v.Compares {
			deeds = append(deeds, rowDeed{"read", say.Text("Read"), func() { l.choose(v.ID, asText) }})
		}
		l.list.Objects = append(l.list.Objects, l.screen.withDeeds(text, "version", deeds))
	}
	if len(l.shown) == 0 {
		l.list.Objects = append(l.list.Objects, kit.NewPara(kit.Muted(
			say.Text("Nothing is agreed yet. Typing changes the charter; agreeing keeps it as it stands, with its day and who was there."))))
	}
}

// choose shows one version in detail.
func (l *versionList) choose(id int64, shows aspect) {
	l.chosen, l.shows = id, shows
	l.showDetail()
	l.screen.relayout()
	if l.detail.Visible() {
		l.screen.page.ScrollTo(l.detail)
	}
}

func (l *versionList) showDetail() {
	v, say := l.screen.state.View(), l.screen.deps.Say
	at := slices.IndexFunc(l.shown, func(x Version) bool { return x.ID == l.chosen && x.Compares })
	l.detail.Hidden = at < 0
	if at < 0 {
		return
	}
	switch title := l.shown[at].Title; l.shows {
	case asText:
		l.detail.SetTitle(title)
		l.detail.SetContent(agreedText(v.TextOf(l.chosen)))
	case whatNew:
		l.detail.SetTitle(say.Text("New in %s", title))
		l.detail.SetContent(l.changed(v.ChangesIn(l.chosen), say.Text("Nothing was new.")))
	default:
		l.detail.SetTitle(say.Text("Changed since %s", title))
		l.detail.SetContent(l.changed(v.ChangesSince(l.chosen), say.Text("Nothing changed since.")))
	}
}

// linesShown is how many lines of a version or of its changes are shown: only a
// file of another hand has more.
const linesShown = 400

// agreedText is a version to be read.
func agreedText(text string) fyne.CanvasObject {
	out := kit.VStack(3)
	lines := chartertext.Places(strings.Split(text, "\n"))
	for i, l := range lines[:min(linesShown, len(lines))] {
		switch {
		case l.Text == "":
			out.Objects = append(out.Objects, kit.Space(0, 6))
		case l.Heading && l.Under != l.Text && (i == 0 || lines[i-1].Text == ""):
			out.Objects = append(out.Objects, kit.NewPara(kit.Bold(l.Text)))
		default:
			out.Objects = append(out.Objects, kit.NewBody(kit.Plain(l.Text)))
		}
	}
	return out
}

// changed shows what is new and what is gone, each under its heading; a sign and a
// word tell them apart, not colour alone.
func (l *versionList) changed(all []chartertext.Change, nothing string) fyne.CanvasObject {
	say := l.screen.deps.Say
	if len(all) == 0 {
		return kit.NewBody(kit.Muted(nothing))
	}
	out := kit.VStack(4)
	for _, c := range all[:min(linesShown, len(all))] {
		if c.Under != "" {
			out.Objects = append(out.Objects, kit.Pad(kit.Edges{Top: 4}, kit.NewSmall(kit.Muted(c.Under))))
		}
		if c.Added {
			out.Objects = append(out.Objects, kit.NewBox(kit.BoxStyle{Fill: look.ColorPrimarySoft, Radius: 4, Padding: kit.Sides(3, 8)},
				kit.NewBody(kit.Bold(say.Text("+ now:")), kit.Plain(" "+c.Text))))
		} else {
			out.Objects = append(out.Objects, kit.NewBox(kit.BoxStyle{Fill: look.ColorColumn, Radius: 4, Padding: kit.Sides(3, 8)},
				kit.NewBody(kit.Muted(say.Text("− before:")), kit.Muted(" "+c.Text))))
		}
	}
	return out
}

// openAgree asks what is needed to agree the charter as it stands.
func (s *Screen) openAgree() {
	say, today := s.deps.Say, s.deps.Clock.Today()
	v, c := data.CharterVersion{AgreedOn: today}, data.Community{ReviewOn: yearAfter(today)}
	next := kit.NewRowForm(s.deps, &c, data.CommunityFields).Line("reviewOn")
	form := kit.NewRowForm(s.deps, &v, data.CharterVersionFields).Line("note").Line("agreedBy").Line("agreedOn").Tall(1, "note")
	form.Also(next.Layout()...).Open(kit.Form{
		Title:    say.Text("Agree this version"),
		Intro:    say.Text("The charter is kept as it stands now, to compare with later. You can go on changing it."),
		SaveText: say.Text("Agree"),
		Save: func() error {
			if err := next.Read(); err != nil {
				return err
			}
			return s.state.Agree(context.Background(), v.Note, v.AgreedBy, v.AgreedOn, c.ReviewOn)
		},
		OnClose: kit.OnceSaved(func() {
			s.deps.Tell(say.Text("The charter as it stands is kept. Looking at it again is due %s.", say.Date(c.ReviewOn)))
		}),
	})
}
