package charter

import (
	"context"
	"image/color"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/reports/press"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// leaderRow says who leads, with the way to pass leadership.
type leaderRow struct {
	screen *Screen
	box    *fyne.Container
	name   *kit.Para
	pass   *kit.Select
}

func (s *Screen) leaderRow() *leaderRow {
	say := s.deps.Say
	l := &leaderRow{screen: s, name: kit.NewPara(kit.Bold(""))}
	l.pass = kit.NewSelect(nil, "", l.chosen).In(say)
	l.pass.Placeholder = say.Text("Pass leadership to…")
	l.pass.ID = "charter.lead"
	cells := []kit.Cell{kit.Weight(1, l.name)}
	if !s.deps.ReadOnly {
		cells = append(cells, kit.Weight(1, l.pass))
	}
	l.box = kit.VStack(4, kit.Note(say.Text("Leader")), kit.Row(kit.RowOptions{Gap: 14, Align: kit.Middle, StackBelow: 380, StackGap: 4}, cells...))
	s.spot("leader", l.box, func() fyne.Focusable { return l.pass })
	return l
}

func (l *leaderRow) show() {
	name := l.screen.state.View().Leader
	l.name.Set(kit.Bold(name))
	if name == "" {
		l.name.Set(kit.Muted(l.screen.deps.Say.Text("Nobody leads at present.")))
	}
	options := make([]kit.Option, len(l.screen.state.View().MayLead))
	for i, p := range l.screen.state.View().MayLead {
		options[i] = kit.Option{Key: kit.KeyOf(p.ID), Text: p.Text}
	}
	l.pass.SetOptions(options, "")
}

// chosen asks before leadership changes hands: a community has exactly one leader
// (data/README.md, Roles).
func (l *leaderRow) chosen(key string) {
	s, say := l.screen, l.screen.deps.Say
	l.pass.Set("") // the field says what it does, not who was chosen
	id, _ := strconv.ParseInt(key, 10, 64)
	m, _ := s.state.View().snapshot.MemberByID(id)
	text, leader := say.Text("From today %s leads the community.", m.Name), s.state.View().Leader
	if leader != "" {
		text = say.Text("From today %s leads the community in place of %s, who stays a member.", m.Name, leader)
	}
	kit.Ask(s.deps.Canvas(), kit.Question{
		Title: say.Text("Pass leadership to %s?", m.Name), Text: text,
		Yes: say.Text("Pass leadership"), No: say.Text("Keep as it is"),
		Do: func() {
			before := s.state.View().snapshot.Community.LeaderID
			s.deeds.Do(func(ctx context.Context) error { return s.state.store.PassLeadership(ctx, id, 0) }, func() {
				if s.deps.Go != nil {
					s.deps.Go("members", kit.PassedOn{To: id, Was: before, By: leader, From: s.deps.Clock.Today()})
				}
			})
		},
	})
}

// pictureCard shows the picture for prints.
type pictureCard struct {
	screen *Screen
	card   *kit.Card
	hash   string
	drawn  bool
}

// pictureSide is the height of the picture on screen, in points.
const pictureSide = 96

func (s *Screen) pictureCard() *pictureCard {
	p := &pictureCard{screen: s, card: kit.NewCard(s.deps.Say.Text("Picture for prints"), "", kit.Space(0, 0))}
	s.spot("logo", p.card, func() fyne.Focusable { return nil })
	return p
}

func (p *pictureCard) show() {
	s, v := p.screen, p.screen.state.View()
	if p.drawn && p.hash == v.Community.LogoHash {
		return
	}
	p.hash, p.drawn = v.Community.LogoHash, true
	say, commands := s.deps.Say, s.deps.Commands
	body := kit.VStack(10)
	switch {
	case v.Picture != nil:
		image := canvas.NewImageFromImage(v.Picture)
		image.FillMode, image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
		image.SetMinSize(fyne.NewSquareSize(pictureSide))
		body.Objects = append(body.Objects, kit.Left(image))
	case v.Community.LogoHash != "":
		body.Objects = append(body.Objects, kit.NewBody(kit.Muted(say.Text("The picture in the file can't be drawn. Choose another."))))
	default:
		body.Objects = append(body.Objects, kit.NewBody(kit.Muted(say.Text("A PNG or JPEG picture of at most 2 MB, for the head of printed pages."))))
	}
	if !s.deps.ReadOnly {
		row := []fyne.CanvasObject{commands.Button(kit.Quiet, "charter.picture")}
		if v.Community.LogoHash != "" {
			row = append(row, commands.Button(kit.Quiet, "charter.removePicture"))
		}
		body.Objects = append(body.Objects, kit.Wrap(look.GapInRow, row...))
	}
	p.card.SetContent(body)
}

// colourRow chooses the colour of what is printed, and shows it.
type colourRow struct {
	screen *Screen
	box    *fyne.Container
	patch  *canvas.Rectangle
}

func (s *Screen) colourRow() *colourRow {
	c := &colourRow{screen: s, patch: canvas.NewRectangle(color.Transparent)}
	c.patch.CornerRadius = look.RadiusField
	c.patch.SetMinSize(fyne.NewSquareSize(patchSide))
	c.box = kit.Row(kit.RowOptions{Gap: 10, Align: kit.Bottom}, kit.Weight(1, s.field("colour")), kit.Own(c.patch))
	return c
}

// patchSide is the side of the patch of colour, in points.
const patchSide = 34

func (c *colourRow) show() {
	r, g, b := press.ShadesOf(c.screen.state.View().Community.Colour).RGB()
	c.patch.FillColor = color.NRGBA{R: r, G: g, B: b, A: 255}
	c.patch.Refresh()
}

// choosePicture asks for a picture on this computer.
func (s *Screen) choosePicture() {
	say := s.deps.Say
	filter := kit.Filter{Name: say.Text("Pictures"), Extensions: []string{".png", ".jpg", ".jpeg"}}
	s.deps.Files.ChooseOpen(say.Text("Choose a picture"), filter, func(path string) {
		s.deeds.Do(func(ctx context.Context) error {
			return unwrapped(s.state.SetPicture(ctx, path))
		}, nil)
	})
}

// offerPicture asks whether a picture that was dropped on the window is to stand on what is printed.
func (s *Screen) offerPicture(path string) {
	say := s.deps.Say
	text := say.Text("It stands at the head of printed pages.")
	if s.state.View().Community.LogoHash != "" {
		text = say.Text("It stands at the head of printed pages, in place of the picture that is there now. Undo brings that back.")
	}
	kit.Ask(s.deps.Canvas(), kit.Question{Title: say.Text("Use “%s” for what is printed?", filepath.Base(path)), Text: text,
		Yes: say.Text("Use the picture"), No: say.Text("Leave it"), Loses: s.state.View().Community.LogoHash != "", Do: func() {
			s.deeds.Do(func(ctx context.Context) error { return unwrapped(s.state.SetPicture(ctx, path)) }, func() {
				s.deps.Tell(say.Text("“%s” stands on what is printed from now on.", filepath.Base(path)))
			})
		}})
}

// removePicture takes the picture away.
func (s *Screen) removePicture() {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.SetLogo(ctx, nil) }, nil)
}
