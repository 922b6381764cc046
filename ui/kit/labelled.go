package kit

import (
	"cmp"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/look"
)

// Labelled is a field with its label above it, and below it a hint, what is wrong, or what is asked about what stands in it.
type Labelled struct {
	widget.BaseWidget
	// OnResized is called when a message has come or gone, so that the surroundings can be laid out again.
	OnResized func()
	// About is the ID of the described field of a row that stands here; empty for anything else.
	About string

	name    string
	label   *Para // says the name
	input   fyne.CanvasObject
	below   *fyne.Container // message and answers
	message *Para
	answers *fyne.Container // to what is asked
	asked   string
	hint    string
	trouble string
	asks    bool    // the trouble is what a form asks for, until something is typed or chosen
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
	wide := min(row, up(scaled(readable)), max(ownWidth(l.message), ownWidth(l.answers)))
	if l.below.Hidden || width >= wide {
		return spill{}
	}
	return spill{left: max(0, x+wide-row), down: taken, width: wide}
}

// spilt is the height of the message where it lies beyond its field, 0 where it doesn't.
func (l *Labelled) spilt(s spill) float32 {
	if s.width == 0 {
		return 0
	}
	return HeightFor(l.below, s.width) + l.gap
}

// labelGap stands between label, field and message, in points, and answersGap between the answers below that.
const (
	labelGap   float32 = 4
	answersGap float32 = 14
)

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
	l := &Labelled{name: label, label: Note(label), input: input, message: NewSmall(), answers: Wrap(answersGap), gap: labelGap}
	if isRead(input) {
		l.gap = readGap
	}
	l.answers.Hide()
	l.below = VStack(2, l.message, l.answers)
	l.below.Hide()
	l.stack = VStack(l.gap, l.label, input, l.below)
	callIn(input, l)
	l.ExtendBaseWidget(l)
	return l
}

// Hinted adds a hint below the field and gives the same Labelled back.
func (l *Labelled) Hinted(hint string) *Labelled {
	l.hint = hint
	l.showMessage()
	return l
}

// Watch shows at the field what a field for a day, a number or a time finds wrong with its text, in the words of say.
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
	case *TextField:
		f.onInvalid = show
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
	l.name = text
	l.label.SetText(text)
	callIn(l.input, l)
}

// Label is the label's text.
func (l *Labelled) Label() string { return l.name }

// Input is the field.
func (l *Labelled) Input() fyne.CanvasObject { return l.input }

// SetError shows what is wrong below the field; empty takes it away.
func (l *Labelled) SetError(message string) {
	l.asks = false
	if l.trouble == message {
		return
	}
	l.trouble = message
	l.changed()
}

// SetReading shows how the text is read, in place of the hint; empty takes it away. At a field that is read first it stands where the label
// stands, so that nothing around moves.
func (l *Labelled) SetReading(said string) {
	if l.reading == said {
		return
	}
	l.reading = said
	if r, is := l.input.(*Reading); is {
		if !r.tell(said) {
			l.label.SetText(cmp.Or(said, l.name))
		}
		return
	}
	l.changed()
}

// changed lays the field out anew with another message.
func (l *Labelled) changed() {
	l.showMessage()
	l.Refresh()
	if l.OnResized != nil {
		l.OnResized()
	}
}

// Ask shows why a form was refused below the field, until something is typed or chosen there.
func (l *Labelled) Ask(message string) {
	l.SetError(message)
	l.asks = message != ""
}

func (l *Labelled) answered() {
	if l.asks {
		l.SetError("")
	}
}

// Answer is one of the answers to what a field asks, and what it does.
type Answer struct {
	Text string
	Do   func()
}

// AskWhich asks what is meant by what stands in the field, below it; without a question nothing is asked any more.
func (l *Labelled) AskWhich(question string, answers ...Answer) {
	l.answers.Objects = nil
	for _, a := range answers {
		l.answers.Objects = append(l.answers.Objects, NewLinkBtn(a.Text, a.Do))
	}
	if l.asked == question {
		l.answers.Refresh()
		return
	}
	l.asked = question
	l.changed()
}

// Reading is how the text is said to be read, empty where that needs no saying.
func (l *Labelled) Reading() string { return l.reading }

// Trouble is what is shown as wrong, empty for nothing. It is not called Error, which would make a field an error to Go.
func (l *Labelled) Trouble() string { return l.trouble }

func (l *Labelled) showMessage() {
	reading := l.reading
	if _, is := l.input.(*Reading); is {
		reading = "" // it stands elsewhere
	}
	switch {
	case l.trouble != "":
		l.message.Set(Span{Sign: Square, Text: l.trouble, Color: look.ColorBad})
	case l.asked != "":
		l.message.Set(Plain(l.asked))
	case reading != "":
		l.message.Set(Muted(reading))
	case l.hint != "":
		l.message.Set(Muted(l.hint))
	}
	l.answers.Hidden = l.trouble != "" || l.asked == "" || len(l.answers.Objects) == 0
	l.below.Hidden = cmp.Or(l.trouble, l.asked, reading, l.hint) == ""
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
				place(l.below, -s.left, l.heightIn(size.Width, s)-l.spilt(s)+l.gap, s.width, HeightFor(l.below, s.width))
			}
		},
		least: func() fyne.Size {
			w := up(l.stack.MinSize().Width)
			return fyne.NewSize(w, l.HeightFor(lastWidth(l.Size().Width, w)))
		},
	}
}
