package kit

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/look"
)

// Labelled is a field with its label above it, and below it a hint or what is wrong.
type Labelled struct {
	widget.BaseWidget
	// OnResized is called when a message has come or gone, so that the surroundings can be laid out again.
	OnResized func()
	// About is the ID of the described field of a row that stands here; empty for anything else.
	About string

	label   *Para
	input   fyne.CanvasObject
	message *Para
	hint    string
	trouble string
	reading string  // how a text that may be read otherwise was read
	gap     float32 // between label, field and message
	stack   *fyne.Container
	spill   spill
}

// spill is how a message below a field that is too narrow for a sentence lies beyond it, in the width of the row the field stands in: how
// far to the left it begins and how much lower than usual, and how wide it is; zero for a message of the field's own width.
type spill struct{ left, down, width float32 }

// readable is the least width in which a sentence that is longer is read easily, in points at text scale 1.
const readable float32 = 230

// spillIn is how the message lies in a row of a width of which the field takes a part; taken is how much is taken below by the messages
// of the fields before.
func (l *Labelled) spillIn(row, x, width, taken float32) spill {
	wide := min(row, up(scaled(readable)), ownWidth(l.message))
	if l.message.Hidden || width >= wide {
		return spill{}
	}
	return spill{left: max(0, x+wide-row), down: taken, width: wide}
}

// spilt is the height of the message where it lies beyond its field, 0 where it doesn't.
func (l *Labelled) spilt(s spill) float32 {
	if s.width == 0 {
		return 0
	}
	return HeightFor(l.message, s.width) + l.gap
}

// labelGap stands between label, field and message, in points.
const labelGap float32 = 4

// heightIn is the height with a message that lies so.
func (l *Labelled) heightIn(width float32, s spill) float32 {
	if s.width == 0 {
		return HeightFor(l.stack, width)
	}
	above := HeightFor(l.label, width)
	if above > 0 {
		above += l.gap
	}
	return above + HeightFor(l.input, width) + s.down + l.spilt(s)
}

// NewLabelled puts a label above a field.
func NewLabelled(label string, input fyne.CanvasObject) *Labelled {
	l := &Labelled{label: Note(label), input: input, message: NewSmall(), gap: labelGap}
	if isRead(input) {
		l.gap = readGap
	}
	callIn(input, label)
	l.message.Hide()
	l.stack = VStack(l.gap, l.label, input, l.message)
	l.ExtendBaseWidget(l)
	return l
}

// Hinted adds a hint below the field and gives the same Labelled back.
func (l *Labelled) Hinted(hint string) *Labelled {
	l.hint = hint
	l.showMessage()
	return l
}

// Watch shows at the field what a DateField or NumberField finds wrong with its text, in the words of say.
func (l *Labelled) Watch(say *words.Say) *Labelled {
	l.watch(l.input, say)
	return l
}

// watch does so for the input that stands in the field, or is to.
func (l *Labelled) watch(input fyne.CanvasObject, say *words.Say) {
	show := func(err error) { l.SetError(fieldSentence(say, err)) }
	switch f := input.(type) {
	case *DateField:
		f.OnInvalid, f.onRead = show, l.SetReading
		f.Entry.SetPlaceHolder(say.Text("such as %s", say.DayMonth(data.NewDate(2026, time.December, 5))))
	case *NumberField:
		f.OnInvalid = show
	}
}

// fieldSentence words what is wrong with one field: the sentence about the field if the error has one, else its own.
func fieldSentence(say *words.Say, err error) string {
	if err == nil {
		return ""
	}
	var e *data.Error
	if errors.As(err, &e) && len(e.Fields) == 1 {
		for _, phrase := range e.Fields {
			return say.Of(phrase)
		}
	}
	return say.Sentence(err)
}

// Hint is the sentence of help below the field, if any.
func (l *Labelled) Hint() string { return l.hint }

// SetLabel changes the label.
func (l *Labelled) SetLabel(text string) {
	l.label.SetText(text)
	callIn(l.input, text)
}

// Label is the label's text.
func (l *Labelled) Label() string { return l.label.Text() }

// Input is the field.
func (l *Labelled) Input() fyne.CanvasObject { return l.input }

// SetError shows what is wrong below the field; empty takes it away.
func (l *Labelled) SetError(message string) {
	if l.trouble == message {
		return
	}
	l.trouble = message
	l.showMessage()
	l.Refresh()
	if l.OnResized != nil {
		l.OnResized()
	}
}

// SetReading shows how the text was read, in place of the hint; empty takes it away.
func (l *Labelled) SetReading(said string) {
	if l.reading == said {
		return
	}
	l.reading = said
	l.showMessage()
	l.Refresh()
	if l.OnResized != nil {
		l.OnResized()
	}
}

// Reading is how the text is said to be read, empty where that needs no saying.
func (l *Labelled) Reading() string { return l.reading }

// Trouble is what is shown as wrong, empty for nothing. It is not called Error, which would make a field an error to Go.
func (l *Labelled) Trouble() string { return l.trouble }

func (l *Labelled) showMessage() {
	switch {
	case l.trouble != "":
		l.message.Set(Span{Sign: Square, Text: l.trouble, Color: look.ColorBad})
	case l.reading != "":
		l.message.Set(Muted(l.reading))
	case l.hint != "":
		l.message.Set(Muted(l.hint))
	}
	l.message.Hidden = l.trouble == "" && l.reading == "" && l.hint == ""
}

// UINode tells those who walk the window what this is.
func (l *Labelled) UINode() (kind, id, text string) { return "labelled", l.About, l.Label() }

// Parts are the children.
func (l *Labelled) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.stack} }

// HeightFor is that of label, field and message.
func (l *Labelled) HeightFor(width float32) float32 { return l.heightIn(width, l.spill) }

// NaturalWidth is that of the widest part.
func (l *Labelled) NaturalWidth() float32 { return max(ownWidth(l.label), ownWidth(l.input)) }

// CreateRenderer links the widget to its drawing.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: l, objects: always(l.stack), refresh: func() { l.stack.Refresh() },
		layout: func(size fyne.Size) {
			l.stack.Resize(size)
			l.stack.Layout.Layout(l.stack.Objects, size)
			if s := l.spill; s.width > 0 {
				place(l.message, -s.left, l.heightIn(size.Width, s)-l.spilt(s)+l.gap, s.width, HeightFor(l.message, s.width))
			}
		},
		least: func() fyne.Size {
			w := up(l.stack.MinSize().Width)
			return fyne.NewSize(w, l.HeightFor(lastWidth(l.Size().Width, w)))
		},
	}
}
