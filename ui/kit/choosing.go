package kit

import (
	"fyne.io/fyne/v2"
)

// Choosable are the rows of a list or a board, of which several can be chosen together.
type Choosable interface {
	MarkCount() int
	Unmark() (were bool)
}

// ChoosingOptions say what a page offers while several rows are chosen together.
type ChoosingOptions struct {
	Rows Choosable
	// Count words how many are chosen.
	Count func(n int) string
	// Buttons are the usual deeds, the likeliest first; More gives all of them.
	Buttons []*Btn
	More    func() []*fyne.MenuItem
	// Back puts the focus back to what the rows stand in; a list needs none.
	Back func()
	// Line stands below the rows while none are chosen together; nil leaves nothing there.
	Line fyne.CanvasObject
	// Changed is called when the deeds have come, or gone: what stands around them is to be placed anew.
	Changed func()
}

// Choosing is what stands below a list or a board: a line about it, and in its place, while several rows are chosen together, how many
// and what can be done with them.
type Choosing struct {
	o    ChoosingOptions
	bar  *ChosenBar
	foot fyne.CanvasObject
}

// NewChoosing makes what stands below the rows.
func NewChoosing(deps Deps, o ChoosingOptions) *Choosing {
	say := deps.Say
	if list, focusable := o.Rows.(fyne.Focusable); focusable && o.Back == nil {
		o.Back = func() { deps.Focus(list) }
	}
	c := &Choosing{o: o, bar: NewChosenBar(ChosenDeeds{Back: o.Back, Buttons: o.Buttons, More: o.More, MoreWord: say.Text("More"),
		Clear: func() { o.Rows.Unmark() }, ClearWord: say.Text("Clear")})}
	c.foot = c.bar
	if o.Line != nil {
		c.foot = &fyne.Container{Layout: &footLayout{c: c, fixed: deps.ReadOnly}, Objects: []fyne.CanvasObject{o.Line, c.bar}}
	}
	return c
}

// Foot is what is to stand below the rows.
func (c *Choosing) Foot() fyne.CanvasObject { return c.foot }

// Several tells that rows are chosen together.
func (c *Choosing) Several() bool { return c.o.Rows.MarkCount() > 0 }

// Show says how many are chosen, and offers what can be done with them.
func (c *Choosing) Show() {
	words := ""
	if n := c.o.Rows.MarkCount(); n > 0 {
		words = c.o.Count(n)
	}
	if !c.bar.Set(words) {
		return
	}
	if c.o.Line != nil {
		SetShown(c.o.Line, words == "")
	}
	c.o.Changed()
	Refloat()
	FocusInSight()
}

// OnMark is a ListOptions.OnMark or that of a board: it is nil in a file that is only read, where nothing is chosen together.
func (d Deps) OnMark(show func()) func() {
	if d.ReadOnly {
		return nil
	}
	return show
}

// ChosenBtn is a button of a bar that does a command with all that are chosen.
func (d Deps) ChosenBtn(id, words string) *Btn {
	b := NewBtn(Outlined, words, func() { d.Commands.Fire(id) })
	b.ID = "chosen." + id
	return b
}

// ChosenMenuBtn is a button of a bar with a menu; id is that of the command it is about.
func (d Deps) ChosenMenuBtn(id, words string, items func() []*fyne.MenuItem) *Btn {
	b := NewMenuBtn(Outlined, words, items)
	b.ID = "chosen." + id
	return b
}

// footLayout gives line and deeds the same room, so that the rows above stay where they are when one takes the other's place; where the
// line is left away, there is none without deeds.
type footLayout struct {
	c     *Choosing
	fixed bool // no deeds ever come
	width float32
}

// HeightFor is that of the higher one.
func (l *footLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	line := HeightFor(l.c.o.Line, width)
	if l.fixed || line == 0 && !l.c.bar.Visible() {
		return line
	}
	return max(line, up(l.c.bar.HeightFor(width)))
}

func (l *footLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range []fyne.CanvasObject{l.c.o.Line, l.c.bar} {
		h := HeightFor(o, size.Width)
		place(o, 0, whole((size.Height-h)/2), size.Width, h)
	}
}

func (l *footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(widest(objects), l.HeightFor(objects, lastWidth(l.width, guessedWidth)))
}
