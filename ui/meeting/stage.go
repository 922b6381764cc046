package meeting

import (
	"image"
	"image/color"
	"math"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/room"
	"copleader/data/words"
	"copleader/reports/page"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// stage is what everybody sees, drawn from room.Shown alone. All its sizes are parts of its height, so that it is read from three metres
// on a beamer as in a small picture of it on a telephone.
type stage struct {
	widget.BaseWidget
	say     *words.Say
	shown   room.Shown
	face    *ringFace
	objects []fyne.CanvasObject
	drawn   []string // the texts, before they were broken into lines
	painted int      // how often it was painted anew
}

func newStage(say *words.Say) *stage {
	s := &stage{say: say, face: newRingFace()}
	s.ExtendBaseWidget(s)
	return s
}

// shares is in how many steps the bar of the part under way grows, so that it isn't drawn anew every second.
const shares = 50

// set shows something else; where only the clock differs, only the clock is drawn.
func (s *stage) set(now room.Shown) {
	for i := range now.Chapters {
		now.Chapters[i].Share = math.Floor(now.Chapters[i].Share*shares) / shares
	}
	before := s.shown
	s.shown = now
	before.Left, now.Left = 0, 0
	if reflect.DeepEqual(before, now) {
		s.tick()
		return
	}
	s.Refresh()
}

// tick draws the clock alone.
func (s *stage) tick() {
	if s.setFace() {
		s.painted++
		for _, o := range s.face.objects() {
			o.Refresh()
		}
	}
}

// setFace puts the time into the ring, and tells whether it is another.
func (s *stage) setFace() bool {
	before := s.face.text.Text
	share := float32(0)
	if s.shown.Given > 0 {
		share = float32(s.shown.Left) / float32(s.shown.Given)
	}
	s.face.set(countdown(s.shown.Left), share, s.shown.Left < 0)
	return s.face.text.Text != before
}

// Parts are the children that those who walk the window should see: none, as UIValue says all that is drawn.
func (s *stage) Parts() []fyne.CanvasObject { return nil }

// UINode tells those who walk the window what this is.
func (s *stage) UINode() (kind, id, text string) { return "stage", "meeting.stage", s.shown.Head }

// UIValue is what is drawn, a line each, the step of the programme under way first.
func (s *stage) UIValue() string {
	step := ""
	for _, c := range s.shown.Chapters {
		if c.Now {
			step = c.Text
		}
	}
	return strings.Join(append([]string{step, s.face.text.Text}, s.drawn...), "\n")
}

// CreateRenderer links the widget to its drawing.
func (s *stage) CreateRenderer() fyne.WidgetRenderer { return &stageRenderer{s} }

// stageRenderer draws the stage anew whenever it says something else.
type stageRenderer struct{ stage *stage }

// Objects are in painting order.
func (r *stageRenderer) Objects() []fyne.CanvasObject { return r.stage.objects }

// Layout draws everything at a size.
func (r *stageRenderer) Layout(size fyne.Size) { r.stage.draw(size) }

// MinSize lets the window be as small as anybody wants.
func (r *stageRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 180) }

// Refresh draws everything anew.
func (r *stageRenderer) Refresh() {
	r.stage.painted++
	r.stage.draw(r.stage.Size())
	canvas.Refresh(r.stage)
}

// Destroy has nothing to give back.
func (r *stageRenderer) Destroy() {}

// chapters is the programme, where it has come to. Where the chapters are too many for their names, only the one under way has its name.
func (d *drawing) chapters() {
	list := d.shown.Chapters
	y, size := d.size.Height*0.042, d.unit*1.04
	if len(list) == 0 {
		d.top = y
		return
	}
	gap := d.size.Width * 0.0102
	each := (d.width() - gap*float32(len(list)-1)) / float32(len(list))
	all := true
	for _, c := range list {
		all = all && measured(c.Text, size, c.Now) <= each
	}
	bar := y + d.lineHeight(size) + d.unit*0.25
	for i, c := range list {
		x := d.edge + float32(i)*(each+gap)
		words := ink{size: size, bold: c.Now, lines: 1, color: look.ColorMuted}
		if c.Now {
			words.color = look.ColorInk
		}
		if all {
			d.write(c.Text, x, y, each, words)
		} else if c.Now {
			d.write(d.say.Text("%d of %d: %s", i+1, len(list), c.Text), d.edge, y, d.width(), words)
		}
		d.box(x, bar, each, d.unit*0.27, d.unit*0.13, look.ColorLine)
		switch {
		case c.Done:
			d.box(x, bar, each, d.unit*0.27, d.unit*0.13, look.ColorPrimary)
		case c.Now && c.Share > 0:
			d.box(x, bar, max(each*float32(c.Share), d.unit*0.3), d.unit*0.27, d.unit*0.13, look.ColorPrimary)
		}
	}
	d.top = bar + d.unit*1.35
}

// head is what is talked about, with the clock as a quiet ring at its right.
func (d *drawing) head() {
	side := whole(d.unit * 4.8)
	room := d.width()
	if d.shown.Head != "" {
		d.setFace()
		d.face.place(fyne.NewPos(whole(d.size.Width-d.edge-side), whole(d.top-d.unit*0.4)), side, d.unit*1.4)
		d.out = append(d.out, d.face.objects()...)
		room -= side + 2*d.unit
	}
	y := d.top
	if over := d.of(d.shown.Over); over != "" {
		y += d.write(over, d.edge, y, room, ink{size: d.unit * 1.06, color: look.ColorMuted, lines: 1})
	}
	text := d.shown.Head
	if text == "" {
		text = d.say.Text("Thank you all")
	}
	size := d.unit * 2.65
	for size > d.unit*1.5 && len(wrap(text, room, size, true)) > 1 {
		size -= d.unit * 0.2
	}
	y += d.write(text, d.edge, y, room, ink{size: size, bold: true, lines: 2})
	if d.shown.Who != "" {
		y += d.write(d.shown.Who, d.edge, y, room, ink{size: d.unit * 1.2, color: look.ColorMuted, lines: 1})
	}
	d.top = max(y, d.top+side) + d.unit*0.7
}

func (d *drawing) of(p data.Phrase) string {
	if p.IsZero() {
		return ""
	}
	return d.say.Of(p)
}

// footer is the question, where the room above holds something else, and what comes next.
func (d *drawing) footer() {
	y := d.size.Height * 0.863
	d.foot = y - d.unit*0.5
	question, next := d.question(), d.shown.Next
	if !d.filled() {
		question = "" // it has the room above for itself
	}
	if question == "" && next == "" {
		d.foot = d.size.Height - d.edge
		return
	}
	d.box(d.edge, y, d.width(), max(1, d.unit*0.04), 0, look.ColorLine)
	half := d.width()
	if next != "" {
		words := d.say.Text("Next: %s", next)
		w := min(measured(words, d.unit*1.15, false)+1, d.width())
		if question != "" {
			w = min(w, d.width()*0.4)
		}
		d.write(words, d.size.Width-d.edge-w, y+d.unit*1.2, w, ink{size: d.unit * 1.15, color: look.ColorMuted, right: true, lines: 1})
		half -= w + d.unit
	}
	size := d.unit * 1.7
	for size > d.unit*1.05 && len(wrap(question, half, size, true)) > 1 {
		size -= d.unit * 0.1
	}
	d.write(question, d.edge, y+d.unit*0.95, half, ink{size: size, bold: true, color: look.ColorPrimary, lines: 2})
}

// filled reports whether something stands between head and foot beside the question.
func (d *drawing) filled() bool {
	s := &d.shown
	return s.Card != nil || s.Wall != nil || s.Votes != nil || len(s.Lines) > 0 || s.Link != "" || d.dates()
}

// dates reports whether the dates that lie ahead are shown.
func (d *drawing) dates() bool {
	return len(d.shown.Coming) > 0 && (d.shown.Kind == room.Close || d.shown.Head == "")
}

// body fills the room between head and foot.
func (d *drawing) body() {
	switch s := &d.shown; {
	case s.Link != "":
		d.link()
	case s.Votes != nil:
		d.votes()
	case s.Card != nil:
		d.card()
	case s.Wall != nil:
		d.wall()
	case len(s.Lines) > 0 || d.dates():
		d.lines()
	default:
		d.ask()
	}
}

// question is what is asked, without the marks that what is said has in the leader's window.
func (d *drawing) question() string {
	return strings.Trim(d.of(d.shown.Question), "“”„«»\"\u00a0 ")
}

// ask has the whole room for the question.
func (d *drawing) ask() {
	text := d.question()
	size := d.unit * 2.4
	for size > d.unit*1.3 && float32(len(wrap(text, d.width(), size, true)))*d.lineHeight(size) > d.foot-d.top {
		size -= d.unit * 0.2
	}
	high := float32(len(wrap(text, d.width(), size, true))) * d.lineHeight(size)
	d.write(text, d.edge, d.top+max(0, (d.foot-d.top-high)/2.6), d.width(), ink{size: size, bold: true, color: look.ColorPrimary})
}

// lines are what stands there, one below the other, and the dates that lie ahead.
func (d *drawing) lines() {
	y := d.top
	list := d.shown.Lines
	var dates []string
	if d.dates() {
		for _, e := range d.shown.Coming {
			dates = append(dates, d.say.Text("%s, %s: %s", d.say.InWords(e.On), e.Start, e.Title))
		}
	}
	room := d.foot - d.top
	if len(dates) > 0 {
		room -= float32(len(dates)+1) * d.lineHeight(d.unit*1.15)
	}
	size := d.unit * 1.6
	for size > d.unit*1.05 && d.high(list, size) > room {
		size -= d.unit * 0.1
	}
	for i, line := range list {
		if left := len(list) - i; left > 1 && y+2*d.lineHeight(size) > d.top+room {
			y += d.write(d.say.Count(left, "and %d more", "and %d more"), d.edge+d.unit*1.4, y, d.width()-d.unit*1.4, ink{size: size, color: look.ColorMuted})
			break
		}
		dot := canvas.NewCircle(look.Color(look.ColorPrimary))
		side := whole(size * 0.4)
		dot.Resize(fyne.NewSquareSize(side))
		dot.Move(fyne.NewPos(d.edge, whole(y+d.lineHeight(size)/2-side/2)))
		d.out = append(d.out, dot)
		y += d.write(line, d.edge+d.unit*1.4, y, d.width()-d.unit*1.4, ink{size: size, lines: 2}) + d.unit*0.35
	}
	y += d.unit * 0.6
	for _, line := range dates {
		y += d.write(line, d.edge, y, d.width(), ink{size: d.unit * 1.15, color: look.ColorMuted, lines: 1})
	}
}

// high is how high lines are in a size.
func (d *drawing) high(list []string, size float32) float32 {
	var high float32
	for _, line := range list {
		high += float32(min(2, len(wrap(line, d.width()-d.unit*1.4, size, false))))*d.lineHeight(size) + d.unit*0.35
	}
	return high
}

// card is a card of the health check: both statements, and the counts.
func (d *drawing) card() {
	c := d.shown.Card
	bar := d.unit * 1.3
	barTop := d.foot - d.unit*0.9 - d.lineHeight(d.unit*1.1) - 2*bar
	gap := d.unit * 0.8
	half := (d.width() - gap) / 2
	high := barTop - d.top - d.unit*1.1
	if c.Voting {
		high = d.foot - d.top - d.unit
	}
	d.statement(c.Low, d.say.Text("low"), d.edge, half, high, statementLook{look.ColorBadSoft, look.ColorBad, true})
	d.statement(c.High, d.say.Text("high"), d.edge+half+gap, half, high, statementLook{look.ColorGoodSoft, look.ColorGood, false})
	if c.Voting {
		return
	}
	if c.Withheld {
		d.write(d.say.Text("Too few answers to show any."), d.edge, barTop+d.unit*0.6, d.width(), ink{size: d.unit * 1.15, color: look.ColorMuted})
		return
	}
	counts := c.Counts[:]
	switch {
	case c.Merged:
		counts = c.Sides[:]
	case c.Scale == data.TrafficLight:
		counts = c.Counts[:3]
	}
	answers := kit.NewTallBar(bar, counts...)
	answers.Move(fyne.NewPos(d.edge, whole(barTop)))
	answers.Resize(fyne.NewSize(whole(d.width()), whole(2*bar)))
	d.out = append(d.out, answers)
	y := barTop + 2*bar + d.unit*0.5
	words := ink{size: d.unit * 1.1, lines: 1}
	d.write(d.say.Text("%d low", c.Sides[0]), d.edge, y, d.width()/4, words)
	words.mid, words.color = true, look.ColorMuted
	d.write(d.of(c.Answered), d.edge+d.width()/4, y, d.width()/2, words)
	d.write(d.say.Text("%d high", c.Sides[2]), d.edge+d.width()*0.75, y, d.width()/4, ink{size: d.unit * 1.1, lines: 1, right: true})
}

// statementLook is the ground and the sign of a side of a card.
type statementLook struct {
	ground, ink fyne.ThemeColorName
	square      bool
}

// statement is one side of a card, told by sign and word as well as by colour.
func (d *drawing) statement(text, side string, x, width, high float32, k statementLook) {
	d.box(x, d.top, width, high, d.unit*0.5, k.ground)
	word := measured(side, d.unit*1.02, true)
	mark := whole(d.unit * 1.35)
	signs := mark + d.lineHeight(d.unit*1.02)
	y := d.top + (high-signs)/2
	at := fyne.NewPos(whole(x+d.unit*1.4+max(0, (word-mark)/2)), whole(y))
	var sign fyne.CanvasObject = canvas.NewCircle(look.Color(k.ink))
	if k.square {
		sign = canvas.NewRectangle(look.Color(k.ink))
	}
	sign.Move(at)
	sign.Resize(fyne.NewSquareSize(mark))
	d.out = append(d.out, sign)
	d.write(side, x+d.unit*1.4, y+mark, word+2, ink{size: d.unit * 1.02, bold: true, color: k.ink})
	left := x + d.unit*2.6 + max(word, mark)
	room := width - (left - x) - d.unit
	size := d.unit * 1.25
	for size > d.unit && float32(len(wrap(text, room, size, false)))*d.lineHeight(size) > high-d.unit {
		size -= d.unit * 0.05
	}
	lines := float32(len(wrap(text, room, size, false))) * d.lineHeight(size)
	d.write(text, left, d.top+max(d.unit*0.4, (high-lines)/2), room, ink{size: size})
}

// votes are counts shown together, a bar for each answer.
func (d *drawing) votes() {
	v := d.shown.Votes
	y := d.top
	if asked := d.of(v.Asked); asked != "" {
		y += d.write(asked, d.edge, y, d.width(), ink{size: d.unit * 1.3, lines: 2}) + d.unit*0.4
	}
	foot := d.foot - d.lineHeight(d.unit*1.1)
	row := min((foot-y)/float32(max(1, len(v.Answers))), d.unit*2.4)
	most, widest := 1, float32(0)
	size := min(d.unit*1.3, max(d.unit, row*0.6))
	for i, answer := range v.Answers {
		most = max(most, v.Votes[i])
		widest = max(widest, measured(answer, size, true))
	}
	widest = min(widest, d.width()*0.45)
	for i, answer := range v.Answers {
		at := y + float32(i)*row
		d.write(answer, d.edge, at, widest+1, ink{size: size, bold: true, lines: 1})
		full := d.width() - widest - d.unit*4
		high := min(row*0.6, d.unit*1.2)
		w := full * float32(v.Votes[i]) / float32(most)
		if v.Votes[i] > 0 {
			d.box(d.edge+widest+d.unit, at+(d.lineHeight(size)-high)/2, w, high, d.unit*0.2, look.ColorPrimary)
		}
		d.write(d.say.Text("%d", v.Votes[i]), d.edge+widest+d.unit*1.5+w, at, d.unit*3, ink{size: size, bold: true})
	}
	d.write(d.say.Count(v.Voters, "%d vote", "%d votes"), d.edge, foot, d.width(), ink{size: d.unit * 1.1, color: look.ColorMuted})
}

// link is where everybody is to go, as words and as a code for telephones.
func (d *drawing) link() {
	side := whole(d.foot - d.top)
	code, err := page.NewCode(d.shown.Link)
	left := d.edge
	if err == nil {
		dark := code.Dark()
		r := canvas.NewRaster(func(w, h int) image.Image { return codeImage(dark, w, h) })
		r.Move(fyne.NewPos(d.edge, whole(d.top)))
		r.Resize(fyne.NewSquareSize(side))
		d.out = append(d.out, r)
		left += side + d.unit*1.5
	}
	room, text := d.size.Width-d.edge-left, d.unit*1.4
	for text > d.unit && len(wrap(d.shown.Link, room, text, true)) > 1 {
		text -= d.unit * 0.1
	}
	d.write(d.shown.Link, left, d.top+d.unit, room, ink{size: max(text, d.unit), bold: true})
}

// codeImage draws a code, on white in the dark too.
func codeImage(dark [][]bool, w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{255, 255, 255, 255}
			if dark[y*len(dark)/h][x*len(dark)/w] {
				c = color.NRGBA{0, 0, 0, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}
