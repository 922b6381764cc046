package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// Align says where lower things stand in a row.
type Align int

// The ways lower things can stand in a row.
const (
	Top Align = iota
	Middle
	Bottom
)

// RowOptions say how a row is laid out.
type RowOptions struct {
	// Gap stands between cells, in points.
	Gap float32
	// Align places what is lower than the row.
	Align Align
	// Equal makes all cells as high as the row: cards side by side.
	Equal bool
	// StackBelow puts the cells below one another when the row is narrower than this, multiplied by the text scale.
	StackBelow float32
	// StackGap stands between stacked cells; Gap when 0.
	StackGap float32
}

// Cell is one object of a row with its kind of width.
type Cell struct {
	object fyne.CanvasObject
	fixed  float32
	weight float32
}

// Own is a cell as wide as its object wants to be.
func Own(o fyne.CanvasObject) Cell { return Cell{object: o} }

// Fixed is a cell of a fixed width, in points at text scale 1.
func Fixed(width float32, o fyne.CanvasObject) Cell { return Cell{object: o, fixed: width} }

// Weight is a cell that takes its share of the width the others leave.
func Weight(weight float32, o fyne.CanvasObject) Cell { return Cell{object: o, weight: weight} }

// Spring is an empty cell that takes the width that is left.
func Spring() Cell { return Weight(1, Space(0, 0)) }

// Row puts cells side by side.
func Row(options RowOptions, cells ...Cell) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(cells))
	for i, c := range cells {
		objects[i] = c.object
	}
	return &fyne.Container{Layout: &rowLayout{options: options, cells: cells}, Objects: objects}
}

// Line puts objects of their own width side by side, 8 apart, their middles on one line.
func Line(objects ...fyne.CanvasObject) *fyne.Container {
	cells := make([]Cell, len(objects))
	for i, o := range objects {
		cells[i] = Own(o)
	}
	return Row(RowOptions{Gap: look.GapInRow, Align: Middle}, cells...)
}

// Left keeps an object at its own width at the left of the room it gets: a button in a stack.
func Left(o fyne.CanvasObject) *fyne.Container { return Row(RowOptions{}, Own(o), Spring()) }

// Right keeps an object at its own width at the right of the room it gets.
func Right(o fyne.CanvasObject) *fyne.Container { return Row(RowOptions{}, Spring(), Own(o)) }

type rowLayout struct {
	options RowOptions
	cells   []Cell
	width   float32
}

// visible are the cells whose object is shown.
func (l *rowLayout) visible() []Cell {
	out := make([]Cell, 0, len(l.cells))
	for _, c := range l.cells {
		if c.object.Visible() {
			out = append(out, c)
		}
	}
	return out
}

// stacks tells whether the cells stand below one another at a width: where that was asked for, and where words would break otherwise.
func (l *rowLayout) stacks(width float32) bool {
	return l.options.StackBelow > 0 && width < scaled(l.options.StackBelow) || l.tight(width)
}

// tight tells whether the words of the cells have no room beside each other.
func (l *rowLayout) tight(width float32) bool {
	cells := l.visible()
	if len(cells) < 2 || width <= 0 {
		return false
	}
	room := width - l.options.Gap*float32(len(cells)-1)
	for _, c := range cells {
		room -= c.leastWidth()
	}
	return room < 0
}

func (l *rowLayout) stackGap() float32 {
	if l.options.StackGap > 0 {
		return l.options.StackGap
	}
	return l.options.Gap
}

// widths shares a width among cells: own and fixed first, what is left by weight, whole points.
func (l *rowLayout) widths(cells []Cell, width float32) []float32 {
	out := make([]float32, len(cells))
	left := width - l.options.Gap*float32(max(0, len(cells)-1))
	var weights float32
	for i, c := range cells {
		switch {
		case c.weight > 0:
			weights += c.weight
			continue
		case c.fixed > 0:
			out[i] = c.fixedWidth()
		default:
			out[i] = ownWidth(c.object)
		}
		left -= out[i]
	}
	if missing := l.weighted(cells) - left; missing > 0 {
		l.shrink(cells, out, missing)
		left += missing
	}
	l.share(cells, out, max(0, left), weights)
	return out
}

// fixedWidth is the width of a fixed cell: more where its words would break.
func (c Cell) fixedWidth() float32 { return max(up(scaled(c.fixed)), unbroken(c.object)) }

// leastWidth is what a cell needs so that no word breaks in it.
func (c Cell) leastWidth() float32 {
	switch {
	case c.fixed > 0:
		return c.fixedWidth()
	case c.weight > 0:
		return unbroken(c.object)
	}
	return up(c.object.MinSize().Width)
}

// unbroken is the width in which no word of an object breaks, 0 for what isn't words.
func unbroken(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case *Para:
		return o.leastWidth()
	case *Labelled:
		return unbroken(o.label)
	case *Btn:
		return o.leastWidth()
	case *KeyBtn:
		return o.least().Width
	case *Check:
		return o.leastWidth()
	case *fyne.Container:
		return unbrokenIn(o)
	}
	return 0
}

// unbrokenIn is the same of things that stand below one another, or in a frame.
func unbrokenIn(c *fyne.Container) (widest float32) {
	var beside float32
	switch l := c.Layout.(type) {
	case *padLayout:
		beside = l.edges.width()
	case *stackLayout, *fillLayout:
	default:
		return 0
	}
	for _, o := range shown(c.Objects) {
		widest = max(widest, unbroken(o))
	}
	return widest + beside
}

// weighted is what the cells that share the rest need.
func (l *rowLayout) weighted(cells []Cell) (sum float32) {
	for _, c := range cells {
		if c.weight > 0 {
			sum += c.leastWidth()
		}
	}
	return sum
}

// share gives the weighted cells their part of what is left, so that the parts add up to it exactly; one whose words would break gets what
// they need, where the others can spare it.
func (l *rowLayout) share(cells []Cell, out []float32, left, weights float32) {
	if weights == 0 {
		return
	}
	for spared := l.weighted(cells) <= left; spared; {
		spared = false
		for i, c := range cells {
			if least := c.leastWidth(); c.weight > 0 && out[i] == 0 && whole(left*c.weight/weights) < least {
				out[i], left, weights = least, left-least, weights-c.weight
				spared = true
			}
		}
	}
	var before float32
	for i, c := range cells {
		if c.weight > 0 && out[i] == 0 {
			from := whole(left * before / weights)
			before += c.weight
			out[i] = whole(left*before/weights) - from
		}
	}
}

// shrink takes what is missing from the widest cell that can wrap, so that a row of own widths doesn't run out of its room.
func (l *rowLayout) shrink(cells []Cell, out []float32, missing float32) {
	widest := -1
	for i, c := range cells {
		if c.fixed == 0 && (widest < 0 || out[i] > out[widest]) {
			widest = i
		}
	}
	if widest >= 0 {
		out[widest] = max(up(cells[widest].object.MinSize().Width), out[widest]-missing)
	}
}

func (l *rowLayout) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	cells := l.visible()
	if l.stacks(width) {
		var sum float32
		for i, c := range cells {
			if i > 0 {
				sum += l.stackGap()
			}
			sum += HeightFor(c.object, width)
		}
		return sum
	}
	var h float32
	widths := l.widths(cells, width)
	spills := l.spills(cells, widths, width)
	for i, w := range widths {
		h = max(h, cells[i].heightFor(w, spills[i]))
	}
	return h
}

// heightFor is the height of a cell's object, with a message that lies beyond it.
func (c Cell) heightFor(width float32, s spill) float32 {
	if l, is := c.object.(*Labelled); is {
		return up(l.heightIn(width, s))
	}
	return HeightFor(c.object, width)
}

// spills are how the messages below fields lie that are too narrow for a sentence, one below another.
func (l *rowLayout) spills(cells []Cell, widths []float32, width float32) []spill {
	all := make([]spill, len(cells))
	var x, taken float32
	for i, c := range cells {
		if field, is := c.object.(*Labelled); is {
			all[i] = field.spillIn(width, x, widths[i], taken)
			taken += field.spilt(all[i])
		}
		x += widths[i] + l.options.Gap
	}
	return all
}

func (l *rowLayout) NaturalWidth([]fyne.CanvasObject) float32 {
	cells := l.visible()
	sum := l.options.Gap * float32(max(0, len(cells)-1))
	for _, c := range cells {
		if c.fixed > 0 {
			sum += c.fixedWidth()
		} else {
			sum += ownWidth(c.object)
		}
	}
	return sum
}

func (l *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	cells := l.visible()
	if l.stacks(size.Width) {
		var y float32
		for _, c := range cells {
			c.lay(spill{})
			h := HeightFor(c.object, size.Width)
			place(c.object, 0, y, size.Width, h)
			y += h + l.stackGap()
		}
		return
	}
	var x float32
	widths := l.widths(cells, size.Width)
	spills := l.spills(cells, widths, size.Width)
	for i, w := range widths {
		cells[i].lay(spills[i])
		h := HeightFor(cells[i].object, w)
		if l.options.Equal {
			h = size.Height
		}
		place(cells[i].object, x, l.options.Align.offset(size.Height, h), w, h)
		x += w + l.options.Gap
	}
}

// lay has a field know how its message lies.
func (c Cell) lay(s spill) {
	if l, is := c.object.(*Labelled); is && l.spill != s {
		l.spill = s
		l.Refresh()
	}
}

// offset is where a thing of height h begins in a room of height room.
func (a Align) offset(room, h float32) float32 {
	switch a {
	case Middle:
		return whole((room - h) / 2)
	case Bottom:
		return room - h
	default:
		return 0
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	if l.options.StackBelow > 0 {
		w = widest(objects)
	} else {
		cells := l.visible()
		w = l.options.Gap * float32(max(0, len(cells)-1))
		for _, c := range cells {
			if c.fixed > 0 {
				w += c.fixedWidth()
			} else {
				w += up(c.object.MinSize().Width)
			}
		}
	}
	return fyne.NewSize(w, l.HeightFor(objects, lastWidth(l.width, w)))
}

// scaled multiplies a length at text scale 1 by the text scale in use.
func scaled(v float32) float32 { return v * look.TextScale() }
