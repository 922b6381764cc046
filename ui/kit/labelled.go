package kit

import (
	"errors"

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
	stack   *fyne.Container
}

// NewLabelled puts a label above a field.
func NewLabelled(label string, input fyne.CanvasObject) *Labelled {
	l := &Labelled{label: Note(label), input: input, message: NewSmall()}
	l.message.Hide()
	l.stack = VStack(4, l.label, input, l.message)
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
	show := func(err error) { l.SetError(fieldSentence(say, err)) }
	switch f := l.input.(type) {
	case *DateField:
		f.OnInvalid = show
		f.Entry.SetPlaceHolder(say.Text("year-month-day"))
	case *NumberField:
		f.OnInvalid = show
	}
	return l
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
func (l *Labelled) SetLabel(text string) { l.label.SetText(text) }

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

// Trouble is what is shown as wrong, empty for nothing. It is not called Error, which would make a field an error to Go.
func (l *Labelled) Trouble() string { return l.trouble }

func (l *Labelled) showMessage() {
	switch {
	case l.trouble != "":
		l.message.Set(Span{Sign: Square, Text: l.trouble, Color: look.ColorBad})
	case l.hint != "":
		l.message.Set(Muted(l.hint))
	}
	l.message.Hidden = l.trouble == "" && l.hint == ""
}

// UINode tells those who walk the window what this is.
func (l *Labelled) UINode() (kind, id, text string) { return "labelled", l.About, l.Label() }

// Parts are the children.
func (l *Labelled) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.stack} }

// HeightFor is that of label, field and message.
func (l *Labelled) HeightFor(width float32) float32 { return HeightFor(l.stack, width) }

// NaturalWidth is that of the widest part.
func (l *Labelled) NaturalWidth() float32 { return max(ownWidth(l.label), ownWidth(l.input)) }

// CreateRenderer links the widget to its drawing.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer { return wrapRenderer(l, l.stack) }
