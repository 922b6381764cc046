package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Rule is a quiet line between rows. It has neither stroke nor radius and lies on whole points, so every painter draws it
// sharp.
type Rule struct{ widget.BaseWidget }

// NewRule makes one.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// Parts are the children: none.
func (r *Rule) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	bar := canvas.NewRectangle(look.Color(look.ColorLine))
	return &drawn{
		widget: r, objects: always(bar),
		layout:  func(size fyne.Size) { bar.Resize(fyne.NewSize(size.Width, 1)) },
		least:   func() fyne.Size { return fyne.NewSize(1, 1) },
		refresh: func() { bar.FillColor = look.Color(look.ColorLine) },
	}
}

// Progress is a bar that fills from the left. It says nothing by itself: put the figures beside it.
type Progress struct {
	widget.BaseWidget
	share float32
}

// NewProgress makes a bar filled by a share from 0 to 1.
func NewProgress(share float32) *Progress {
	p := &Progress{share: share}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes the share.
func (p *Progress) Set(share float32) { p.share = share; p.Refresh() }

// Parts are the children: none.
func (p *Progress) Parts() []fyne.CanvasObject { return nil }

// CreateRenderer links the widget to its drawing.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	back, front := &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{CornerRadius: 4}
	paint := func() {
		back.FillColor, front.FillColor = look.Color(look.ColorColumn), look.Color(look.ColorPrimary)
	}
	paint()
	return &drawn{
		widget: p, objects: always(back, front), refresh: paint,
		layout: func(size fyne.Size) {
			back.Resize(fyne.NewSize(size.Width, 8))
			front.Resize(fyne.NewSize(whole(size.Width*min(1, max(0, p.share))), 8))
		},
		least: func() fyne.Size { return fyne.NewSize(24, 8) },
	}
}

// Avatar is a round with a person's initials.
type Avatar struct {
	widget.BaseWidget
	name string
	side float32 // at text scale 1
	loud bool    // it stands for the one person who is looked at
}

// NewAvatar makes one for a name.
func NewAvatar(name string) *Avatar {
	return newAvatar(name, 52, true)
}

// NewFace makes a small one, for one of several people in a line; of nobody yet where the name is empty.
func NewFace(name string) *Avatar { return newAvatar(name, 28, false) }

func newAvatar(name string, side float32, loud bool) *Avatar {
	a := &Avatar{name: name, side: side, loud: loud}
	a.ExtendBaseWidget(a)
	return a
}

// SetName changes whose initials are shown.
func (a *Avatar) SetName(name string) { a.name = name; a.Refresh() }

// Parts are the children: none.
func (a *Avatar) Parts() []fyne.CanvasObject { return nil }

// Initials are the first letters of the first and the last word of a name; one character for a name in a script without
// spaces.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) })
	out := make([]rune, 0, 2)
	take := func(word string) {
		for _, r := range word {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = append(out, unicode.ToUpper(r))
				return
			}
		}
	}
	if len(words) > 0 {
		take(words[0])
	}
	if len(words) > 1 {
		take(words[len(words)-1])
	}
	if len(out) == 0 {
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(name))
		if r != utf8.RuneError {
			out = append(out, r)
		}
	}
	return string(out)
}

func (a *Avatar) high() float32 { return evenSide(scaled(a.side)) }

// CreateRenderer links the widget to its drawing.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	disc, text := &canvas.Circle{}, boldText("")
	paint := func() {
		disc.FillColor, disc.StrokeWidth = look.Color(look.ColorPrimarySoft), 0
		text.Text = Initials(a.name)
		switch {
		case a.loud:
			paintText(text, look.ColorPrimary, look.SizePageHeading)
		case a.name == "":
			text.Text = "?"
			disc.FillColor, disc.StrokeColor, disc.StrokeWidth = look.Color(look.ColorSurface), look.Color(look.ColorField), 1
			paintText(text, look.ColorMuted, look.SizeSmall)
		default:
			paintText(text, look.ColorPrimary, look.SizeSmall)
		}
	}
	paint()
	return &drawn{
		widget: a, objects: always(disc, text), refresh: paint,
		layout: func(size fyne.Size) {
			side := a.high()
			disc.Resize(fyne.NewSquareSize(side))
			ts := text.MinSize()
			text.Move(fyne.NewPos(whole((side-ts.Width)/2), whole((side-ts.Height)/2)))
			text.Resize(ts)
		},
		least: func() fyne.Size { return fyne.NewSquareSize(a.high()) },
	}
}

// maxVoteDots is the number of votes drawn as dots; more are written as a number.
const maxVoteDots = 10

// Votes shows votes as a row of small dots at the right of its room, or as a number and one dot when there are many or the
// room is too narrow for them.
type Votes struct {
	widget.BaseWidget
	count int
}

// NewVotes makes one.
func NewVotes(count int) *Votes {
	v := &Votes{count: count}
	v.ExtendBaseWidget(v)
	return v
}

// Parts are the children: none.
func (v *Votes) Parts() []fyne.CanvasObject { return nil }

// voteStep is the distance of vote dots, voteSide their diameter.
const (
	voteSide float32 = 4
	voteStep float32 = 6
)

// dotsWidth is the width of so many dots.
func dotsWidth(dots int) float32 {
	if dots <= 0 {
		return 0
	}
	return voteStep*float32(dots-1) + voteSide
}

// counted is the width of the number with its dot.
func (v *Votes) counted() float32 {
	return up(textSize(itoa(v.count), look.SizeSmall, fyne.TextStyle{}).Width) + 3 + voteSide
}

// NaturalWidth is the width that shows the votes as they are best seen.
func (v *Votes) NaturalWidth() float32 {
	if v.count > maxVoteDots {
		return v.counted()
	}
	return dotsWidth(v.count)
}

// CreateRenderer links the widget to its drawing.
func (v *Votes) CreateRenderer() fyne.WidgetRenderer {
	number := canvas.NewText(itoa(v.count), nil)
	objects := []fyne.CanvasObject{number}
	for range min(v.count, maxVoteDots) {
		objects = append(objects, &canvas.Circle{})
	}
	paint := func() {
		paintText(number, look.ColorMuted, look.SizeSmall)
		for _, o := range objects[1:] {
			if c, ok := o.(*canvas.Circle); ok {
				c.FillColor = look.Color(look.ColorMuted)
			}
		}
	}
	paint()
	return &drawn{
		widget: v, objects: always(objects...), refresh: paint,
		layout: func(size fyne.Size) {
			x, counted := size.Width-dotsWidth(v.count), v.count > maxVoteDots || v.count > 1 && dotsWidth(v.count) > size.Width
			if counted {
				x = size.Width - voteSide
			}
			number.Hidden = !counted
			number.Move(fyne.NewPos(size.Width-v.counted(), whole((size.Height-number.MinSize().Height)/2)))
			for i, o := range objects[1:] {
				if counted && i > 0 {
					o.Hide()
				} else {
					o.Show()
				}
				o.Move(fyne.NewPos(x, whole((size.Height-voteSide)/2)))
				o.Resize(fyne.NewSquareSize(voteSide))
				x += voteStep
			}
		},
		least: func() fyne.Size {
			return fyne.NewSize(min(dotsWidth(min(v.count, maxVoteDots)), v.counted()), lineHeightOf(look.SizeSmall, false))
		},
	}
}
