package kit

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
)

// RowForm is the fields of a dialog in which a row is filled in: they begin with what the row holds, and saving reads them back into
// it. Label, hint, kind and limits are those of the fields' descriptions.
type RowForm struct {
	deps   Deps
	row    any // the pointer to it
	fields []data.Field
	layout []FormField
	reads  map[string]func(row any) error // puts what stands in an input into a row
}

// NewRowForm makes a form without fields; the keys given to its methods are those of the fields, and any other is a mistake in the
// program that panics.
func NewRowForm[T any](deps Deps, row *T, fields data.Fields[T]) *RowForm {
	return &RowForm{deps: deps, row: row, fields: fields, reads: map[string]func(any) error{}}
}

// Line puts fields below those before, side by side.
func (r *RowForm) Line(keys ...string) *RowForm {
	for i, key := range keys {
		f := r.field(key)
		rows := 0
		if f.Input == data.InputText {
			rows = usualRows
		}
		r.layout = append(r.layout, FormField{Name: key, Label: r.label(f), Hint: r.deps.Say.Of(f.Hint), Input: r.make(f, rows), Beside: i > 0,
			about: f.ID(), private: f.Private})
	}
	return r
}

// usualRows is how many lines a text of several has in a form.
const usualRows = 2

// Also puts something of the dialog's own below the fields before, such as the Layout of another row.
func (r *RowForm) Also(f ...FormField) *RowForm {
	r.layout = append(r.layout, f...)
	return r
}

// AlsoRead does so for an input that is read, after all before it, with the fields of the row.
func (r *RowForm) AlsoRead(f FormField, read func()) *RowForm {
	r.reads[f.Name] = func(any) error { read(); return nil }
	return r.Also(f)
}

// Layout is the fields as they stand, without those that guests are not shown, for a dialog that reads them with Read.
func (r *RowForm) Layout() []FormField {
	if !r.deps.ForGuests() {
		return r.layout
	}
	return slices.DeleteFunc(slices.Clone(r.layout), func(f FormField) bool { return f.private })
}

// Tall gives a text, or a list with an entry a line, so many lines.
func (r *RowForm) Tall(rows int, keys ...string) *RowForm {
	for _, key := range keys {
		r.at(key).Input = r.make(r.field(key), rows)
	}
	return r
}

// Ask has a dialog ask for a field in words of its own, where it asks for more than the field's name says.
func (r *RowForm) Ask(key, label string) *RowForm {
	r.at(key).Label = label
	return r
}

// Hint puts below a field, after the hint of its description, what a dialog knows beyond that: what was written there last.
func (r *RowForm) Hint(key, hint string) *RowForm {
	at := r.at(key)
	if at.Hint != "" {
		hint = at.Hint + " · " + hint
	}
	at.Hint = hint
	return r
}

// Offer has a field choose among options: a reference by its id, any other by its word.
func (r *RowForm) Offer(key string, options []Option) *Select {
	f := r.field(key)
	input := NewSelect(options, chosen(f, r.row), nil).In(r.deps.Say)
	input.Placeholder = r.deps.Say.Text("Choose…")
	r.reads[key] = func(row any) error { choose(f, row, input.Chosen()); return nil }
	r.at(key).Input = input
	return input
}

// Select is the input of a field that chooses.
func (r *RowForm) Select(key string) *Select { return r.at(key).Input.(*Select) }

// Entry is the input of a field for a text or a number that is typed.
func (r *RowForm) Entry(key string) *TextField {
	if n, is := r.at(key).Input.(*NumberField); is {
		return &n.TextField
	}
	return r.at(key).Input.(*TextField)
}

// Addressed has a form with a name and an e-mail take apart what was typed as a name with an address beside it, "Ada Lovelace
// <ada@firm.example>": once the name is left, and when the form is saved. A name that holds several addresses is refused.
func (r *RowForm) Addressed() *RowForm {
	name := r.Entry("name")
	name.onLeft = r.takeApart
	read := r.reads["name"]
	r.reads["name"] = func(row any) error {
		r.takeApart()
		if strings.Count(name.Text, "@") > 1 {
			return data.Invalid("name", "These are several people. Please add them one by one, or bring them in together as a list.")
		}
		return read(row)
	}
	return r
}

// takeApart puts the address that was typed beside a name where it belongs, as far as there is room for all of it.
func (r *RowForm) takeApart() {
	name := r.Entry("name")
	one, is := exchange.OnePerson(name.Text)
	if !is {
		return
	}
	parts := map[string]string{"email": one.Email, "unit": one.Unit, "phone": one.Phone}
	for key, part := range parts {
		has := slices.ContainsFunc(r.layout, func(f FormField) bool { return f.Name == key })
		if part != "" && (!has || r.Entry(key).Text != "" && r.Entry(key).Text != part) {
			return
		}
	}
	for key, part := range parts {
		if part != "" {
			r.Entry(key).Reset(part)
		}
	}
	if name.Reset(one.Name); name.OnTyped != nil {
		name.OnTyped(one.Name)
	}
}

// Open shows the form in a dialog. Its Save is called once every input is read into the row; what can't be read is told at its field.
func (r *RowForm) Open(form Form) *FormDialog {
	save := form.Save
	form.Fields = r.Layout()
	form.Save = func() error {
		if err := r.Read(); err != nil {
			return err
		}
		return save()
	}
	return OpenForm(r.deps, form)
}

// Read puts what stands in the inputs into the row, all that can be read.
func (r *RowForm) Read() error { return r.ReadInto(r.row) }

// ReadInto does so for another row: one that was changed elsewhere since the form began with it.
func (r *RowForm) ReadInto(row any) error {
	wrong := map[string]data.Phrase{}
	var first error
	for _, f := range r.layout {
		read := r.reads[f.Name]
		if read == nil {
			continue
		}
		if err := read(row); err != nil {
			var fault *data.Error
			if !errors.As(err, &fault) {
				return err
			}
			maps.Copy(wrong, fault.Fields)
			if first == nil {
				first = err
			}
		}
	}
	if len(wrong) > 1 {
		return &data.Error{Code: data.CodeInvalid, Key: "Please look at the marked fields.", Fields: wrong}
	}
	return first
}

// field is the description of a field.
func (r *RowForm) field(key string) *data.Field {
	for i := range r.fields {
		if r.fields[i].Key == key {
			return &r.fields[i]
		}
	}
	panic("kit: the row has no field " + key)
}

// at is the place of a field in the layout.
func (r *RowForm) at(key string) *FormField {
	for i := range r.layout {
		if r.layout[i].Name == key {
			return &r.layout[i]
		}
	}
	panic("kit: the form has no field " + key)
}

// label says also what may stay empty, as dialogs do.
func (r *RowForm) label(f *data.Field) string {
	say := r.deps.Say
	switch {
	case f.Input == data.InputTick:
		return "" // its words stand beside the box
	case f.Maybe && f.Private:
		return say.Text("%s (only for you; may stay empty)", say.Of(f.Label))
	case f.Maybe:
		return say.Text("%s (may stay empty)", say.Of(f.Label))
	default:
		return say.Of(f.ForLeader())
	}
}

// make makes the input of a field, and says how it is read.
func (r *RowForm) make(f *data.Field, rows int) fyne.CanvasObject {
	read := func(how func(row any) error) { r.reads[f.Key] = how }
	switch f.Input {
	case data.InputDate:
		input := NewDateField(r.deps, nil, *f.Date(r.row), nil)
		input.OnHour = r.takeHour
		read(func(row any) (err error) { *f.Date(row), err = input.DateIn(f.Key); return err })
		return input
	case data.InputNumber:
		input := NewNumberField(nil, *f.Number(r.row), !f.NoneFits || *f.Number(r.row) != f.None, nil)
		read(func(row any) error { return readNumber(f, row, input) })
		return input
	case data.InputTick:
		input := NewCheck(r.deps.Say.Of(f.ForLeader()), *f.Tick(r.row), nil)
		read(func(row any) error { *f.Tick(row) = input.Ticked(); return nil })
		return input
	case data.InputChoice:
		input := NewSelect(choicesOf(r.deps.Say, f), f.Word(r.row), nil).In(r.deps.Say)
		read(func(row any) error { f.Choose(row, input.Chosen()); return nil })
		return input
	case data.InputLink:
		input := NewSelect(nil, chosen(f, r.row), nil).In(r.deps.Say) // there is nothing to choose until Offer or the screen says what
		read(func(row any) error { choose(f, row, input.Chosen()); return nil })
		return input
	}
	input := NewEntry(typed(f, r.row, rows))
	if rows > 0 {
		input = NewArea(rows, typed(f, r.row, rows))
	}
	if f.Input == data.InputClock {
		readsTimes(input, f.Key)
	}
	read(func(row any) error { return take(f, row, input.Text, rows) })
	return input
}

// readsTimes has a field write a time as fields show times once it is left, or say that it is none.
func readsTimes(input *TextField, key string) {
	input.written = clockText
	input.check = func(text string) error {
		_, err := readClock(key, text)
		return err
	}
}

// takeHour takes a time that was written along with the day into the form's field for it, if it has one.
func (r *RowForm) takeHour(at data.Clock) {
	for _, l := range r.layout {
		if r.reads[l.Name] != nil && r.field(l.Name).Input == data.InputClock {
			r.Entry(l.Name).Reset(at.String())
		}
	}
}

func readNumber(f *data.Field, row any, input *NumberField) error {
	n, known, err := input.Value()
	if err != nil {
		return data.Invalid(f.Key, "Write a whole number.")
	}
	if !known {
		n = f.None // which the row itself refuses where it doesn't fit
	}
	*f.Number(row) = n
	return nil
}

// OpenMany shows the form in a dialog for a deed on several rows at once, which may take its time: it is done away from the window,
// and told is given then what takes it back.
func (r *RowForm) OpenMany(deeds *Deeds, form Form, deed func(context.Context) (store.Done, error), told func(store.Done)) *FormDialog {
	form.Fields = r.layout
	under := false // it is being done: Enter pressed twice does it once
	form.Later = func(done func(error)) {
		if under {
			return
		}
		if err := r.Read(); err != nil {
			done(err)
			return
		}
		under = true
		deeds.Run(func() func() {
			undo, err := deed(context.Background())
			return func() {
				under = false
				if done(err); err == nil {
					told(undo)
				}
			}
		})
	}
	return OpenForm(r.deps, form)
}
