package kit

import (
	"errors"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/look"
)

// OnceSaved is what a form does when it has gone: the deed given, if it was saved. There may be none.
func OnceSaved(then func()) func(saved bool) {
	return func(saved bool) {
		if saved && then != nil {
			then()
		}
	}
}

// FormField is one field of a form.
type FormField struct {
	// Name is what data.Error calls the field.
	Name string
	// Label and Hint are spoken; a Check needs no label.
	Label, Hint string
	// Input is a TextField, Select, DateField, Check or any other object.
	Input fyne.CanvasObject
	// Beside puts the field at the right of the one before.
	Beside bool

	about string // the ID of the described field of a row, if it is one
	// private ones are not shown to guests.
	private bool
}

// Form is what a form dialog shows and does.
type Form struct {
	Title string
	// Intro is a sentence above the fields; may be empty.
	Intro  string
	Fields []FormField
	// SaveText and CancelText are the words on the buttons; "Save" and "Cancel" when empty.
	SaveText, CancelText string
	// Save does the deed with what stands in the inputs. An error keeps the form open and is shown: at its fields if it is a
	// data.Error that names some, else at the foot.
	Save func() error
	// Later, in place of Save, does a deed that takes its time and may come to nothing: the form is there, and what was filled in is held,
	// until it calls done with nil; done with an error shows it as Save would.
	Later func(done func(error))
	// OnClose is called when the form has gone; saved tells how.
	OnClose func(saved bool)
	// Width in points at text scale 1; 460 when 0.
	Width float32
}

// FormDialog is an open form.
type FormDialog struct {
	*Dialog
	deps    Deps
	form    Form
	labels  []*Labelled
	trouble *Para
	band    *Box
	saved   bool
}

// OpenForm shows a form with the focus in its first field. Save is always enabled: pressing it tells what is missing.
func OpenForm(deps Deps, f Form) *FormDialog {
	o := &FormDialog{deps: deps, form: f, trouble: NewSmall()}
	o.band = Band(look.ColorBadSoft, o.trouble)
	o.trouble.Ground = look.ColorBadSoft
	o.band.Hide()
	o.Dialog = OpenDialog(deps.Canvas(), DialogOptions{
		Title: f.Title, Body: o.body(), Foot: o.foot(), Width: f.Width, Save: o.Save, Deps: deps,
		OnClose: func() {
			if f.OnClose != nil {
				f.OnClose(o.saved)
			}
		},
	})
	for _, field := range f.Fields {
		o.wire(field.Input)
	}
	o.focusFirst()
	return o
}

// body is the intro, the fields and the band for what is wrong with the whole.
func (o *FormDialog) body() fyne.CanvasObject {
	stack := VStack(12)
	if o.form.Intro != "" {
		stack.Objects = append(stack.Objects, NewPara(Muted(o.form.Intro)))
	}
	var beside []Cell
	flush := func() {
		if len(beside) > 0 {
			stack.Objects = append(stack.Objects, Row(RowOptions{Gap: 14, StackBelow: 340, StackGap: 12}, beside...))
		}
		beside = nil
	}
	for _, f := range o.form.Fields {
		l := NewLabelled(f.Label, f.Input).Watch(o.deps.Say)
		if f.Label == "" {
			l.label.Hide()
		}
		l.About = f.about
		if f.Hint != "" {
			l.Hinted(f.Hint)
		}
		// The dialog opens after its body is made, and grows or shrinks with every message.
		l.OnResized = func() {
			if o.Dialog != nil {
				o.Relayout()
			}
		}
		o.labels = append(o.labels, l)
		if !f.Beside {
			flush()
		}
		beside = append(beside, Weight(1, l))
	}
	flush()
	stack.Objects = append(stack.Objects, o.band)
	return stack
}

func (o *FormDialog) foot() fyne.CanvasObject {
	saveText, cancelText := o.form.SaveText, o.form.CancelText
	if saveText == "" {
		saveText = o.deps.Say.Text("Save")
	}
	if cancelText == "" {
		cancelText = o.deps.Say.Text("Cancel")
	}
	cancel := NewBtn(Outlined, cancelText, func() { o.Leave() })
	cancel.ID = "cancel"
	save := NewBtn(Primary, saveText, o.Save)
	save.ID = "save"
	return Row(RowOptions{Gap: look.GapInRow}, Spring(), Own(cancel), Own(save))
}

// wire makes Enter in a single line and Ctrl+Enter anywhere save.
func (o *FormDialog) wire(input fyne.CanvasObject) {
	SaveFrom(input, o.Save)
	switch f := input.(type) {
	case *TextField:
		if f.rows == 0 {
			f.onEnter = o.Save
		}
	case *NumberField:
		f.onEnter = o.Save
	case *DateField:
		f.Entry.onEnter = o.Save
	}
}

// SaveFrom makes Ctrl+Enter in an input save, as a field takes it before the dialog hears of it.
func SaveFrom(input fyne.CanvasObject, save func()) {
	switch f := input.(type) {
	case *TextField:
		f.onSave = save
	case *NumberField:
		f.onSave = save
	case *DateField:
		f.Entry.onSave = save
	case *Select:
		f.onSave = save
	}
}

// Save tries to do the deed and closes the form if it went well.
func (o *FormDialog) Save() {
	if !o.Open() {
		return
	}
	if o.form.Later != nil {
		o.form.Later(o.done)
		return
	}
	o.done(o.form.Save())
}

// done closes the form, or shows what was wrong.
func (o *FormDialog) done(err error) {
	if err != nil {
		o.show(err)
		return
	}
	o.saved = true
	o.Close()
}

// show puts an error where it belongs.
func (o *FormDialog) show(err error) {
	var e *data.Error
	fields := map[string]data.Phrase{}
	if errors.As(err, &e) {
		fields = e.Fields
	}
	placed, first := 0, -1
	for i, f := range o.form.Fields {
		phrase, wrong := fields[f.Name]
		if !wrong {
			o.labels[i].SetError("")
			continue
		}
		placed++
		o.labels[i].Ask(o.deps.Say.Of(phrase))
		if first < 0 {
			first = i
		}
	}
	whole := ""
	if placed < len(fields) || len(fields) == 0 {
		whole = o.deps.Say.Sentence(err)
	}
	o.showWhole(whole)
	if first >= 0 {
		o.Focus(first)
	}
}

// showWhole shows a sentence about the whole form below its fields.
func (o *FormDialog) showWhole(sentence string) {
	o.band.Hidden = sentence == ""
	o.trouble.Set(Span{Sign: Square, Text: sentence, Color: look.ColorBad})
	o.Relayout()
	if sentence != "" {
		o.scroll.ScrollTo(o.band)
	}
}

// Trouble is the sentence shown about the whole form, if any.
func (o *FormDialog) Trouble() string {
	if o.band.Hidden {
		return ""
	}
	return o.trouble.Text()
}

// Label is the labelled field of a name, or nil.
func (o *FormDialog) Label(name string) *Labelled {
	for i, f := range o.form.Fields {
		if f.Name == name {
			return o.labels[i]
		}
	}
	return nil
}

// Focus puts the cursor into a field and scrolls to it.
func (o *FormDialog) Focus(index int) {
	if f := focusable(o.labels[index].input); f != nil {
		o.canvas.Focus(f)
		o.scroll.ScrollTo(o.labels[index])
	}
}

func (o *FormDialog) focusFirst() {
	for i := range o.labels {
		if focusable(o.labels[i].input) != nil {
			o.Focus(i)
			return
		}
	}
}

// focusable is the part of an input that takes the focus.
func focusable(input fyne.CanvasObject) fyne.Focusable {
	if d, ok := input.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	switch f := input.(type) {
	case *DateField:
		return f.Entry
	case fyne.Focusable:
		return f
	case *fyne.Container:
		for _, o := range f.Objects {
			if found := focusable(o); found != nil {
				return found
			}
		}
	}
	return nil
}
