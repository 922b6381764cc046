package kit

import (
	"errors"
	"slices"
	"sync/atomic"
	"time"

	"copleader/data"
)

// Spot is where a text belongs in the file: a field of a row. ID is 0 where the table has one row, or rows that go by the field's name.
type Spot struct {
	Table string `json:"table"`
	ID    int64  `json:"id,omitempty"`
	Field string `json:"field"`
}

// Unkept is a text that a person typed and that the file does not hold.
type Unkept struct {
	Spot
	// Row is whose the field is, and Label its name, as spoken.
	Row   string `json:"row,omitempty"`
	Label string `json:"label"`
	Text  string `json:"text"`
	// Why says why it is not kept, "" while nothing is wrong with it.
	Why string `json:"why,omitempty"`
	// Helps tells that trying again may help.
	Helps bool `json:"-"`
	// Form marks what stands in a dialog that is still being filled in.
	Form bool `json:"form,omitempty"`
	// Inputs are those of the dialog that were filled in, to be filled in again where it can be opened again: by the Command, which said
	// Words then. There is no command where they stand on a page. Without Inputs there is no way back.
	Inputs  string `json:"inputs,omitempty"`
	Command string `json:"command,omitempty"`
	Words   string `json:"words,omitempty"`
}

// Register is what was typed and is not in the file: the one place that foot, closing, leaving a row and the note for the next start ask.
// Use it from the window's goroutine only.
type Register struct {
	// OnChange is called when a text has come or gone; refused tells that the file refused one just now.
	OnChange func(refused bool)
	// OnKept, where given, is called with a text that is in the file now.
	OnKept func(u Unkept)

	deps     Deps
	fillings int64       // so many forms were filled in
	open     []*Filling  // those there are now, the newest last
	held     []*heldText // in the order in which they came
	stop     func()      // of the next try, nil while none is due
}

// heldText is one text. It is there from the moment in which it is given to the file, so that a row that is shown anew shows it.
type heldText struct {
	Unkept
	refused bool              // the file or a check refused it, or nobody tries to keep it
	trying  bool              // it is on its way to the file
	try     func()            // gives it to the file in its turn; nil where that is no use
	told    func(mark string) // shows at the field what came of it, "" for kept
	kept    atomic.Bool       // the file has it, though that has not come back to the window yet
}

// RetryEvery is how often what could not be kept is tried again.
const RetryEvery = 5 * time.Second

// NewRegister makes an empty one that tries again by the timer and tells faults in the notice bar.
func NewRegister(deps Deps) *Register { return &Register{deps: deps} }

// At is the text held for a spot.
func (r *Register) At(s Spot) (Unkept, bool) {
	if h := r.at(s); h != nil {
		return h.Unkept, true
	}
	return Unkept{}, false
}

// Holds tells whether the very text is held.
func (r *Register) Holds(u Unkept) bool {
	h := r.at(u.Spot)
	return h != nil && h.Text == u.Text && !h.kept.Load()
}

func (r *Register) at(s Spot) *heldText {
	for _, h := range r.held {
		if h.Spot == s {
			return h
		}
	}
	return nil
}

// All are the texts held, those on their way to the file too.
func (r *Register) All() []Unkept { return r.those(func(h *heldText) bool { return !h.kept.Load() }) }

// Refused are the texts that the file or a check refused.
func (r *Register) Refused() []Unkept {
	return r.those(func(h *heldText) bool { return h.refused && !h.Form })
}

// filling numbers the forms that are filled in.
func (r *Register) filling() int64 {
	r.fillings++
	return r.fillings
}

// Filling tells whether a dialog is half filled.
func (r *Register) Filling() bool {
	return slices.ContainsFunc(r.held, func(h *heldText) bool { return h.Form })
}

func (r *Register) those(wanted func(*heldText) bool) []Unkept {
	var texts []Unkept
	for _, h := range r.held {
		if wanted(h) {
			texts = append(texts, h.Unkept)
		}
	}
	return texts
}

// put holds a text in place of what was held for its spot.
func (r *Register) put(h *heldText) {
	if i := slices.IndexFunc(r.held, func(old *heldText) bool { return old.Spot == h.Spot }); i >= 0 {
		h.refused = h.refused || r.held[i].refused && h.try != nil // until the new text is kept, the field is not
		r.held[i] = h
		return
	}
	r.held = append(r.held, h)
}

// Keeping is how a text is given to the file.
type Keeping struct {
	Unkept
	// In is the page's queue of deeds.
	In *InOrder
	// Deed writes the text; it is called away from the window, again for every try.
	Deed func() error
	// Told shows at the field what came of it, "" for kept.
	Told func(mark string)
}

// Keep gives a text to the file in its turn. What fails is held, and tried again where that may help. A later text of the same spot
// takes its place.
func (r *Register) Keep(k Keeping) {
	h := &heldText{Unkept: k.Unkept, told: k.Told}
	first := true
	h.try = func() {
		h.trying = true
		k.In.Run(func() func() {
			err := k.deed()
			h.kept.Store(err == nil)
			return func() {
				h.trying = false
				if r.at(h.Spot) == h {
					r.came(h, err, first)
					first = false
				}
			}
		})
	}
	r.put(h)
	h.try()
	r.changed(false)
}

// deed writes the text; a fault of ours is an error like any other, so that the text is held.
func (k *Keeping) deed() (err error) {
	if _, fault := Caught(func() func() { err = k.Deed(); return nil }); fault != nil {
		return fault
	}
	return err
}

// came takes in what came of a try.
func (r *Register) came(h *heldText, err error, tell bool) {
	if err == nil {
		r.held = slices.DeleteFunc(r.held, func(old *heldText) bool { return old == h })
		h.tell("")
		if r.OnKept != nil {
			r.OnKept(h.Unkept)
		}
		r.changed(false)
		return
	}
	h.refused = true
	mark, about := r.sentenceAt(h.Field, err)
	h.Why = mark
	if !about {
		h.Why = r.deps.Say.Sentence(err)
	}
	if h.Helps = helps(err); !h.Helps {
		h.try = nil
	}
	if tell && !about {
		r.deps.fail(err, true)
	}
	h.tell(mark)
	r.changed(true)
}

func (h *heldText) tell(mark string) {
	if h.told != nil {
		h.told(mark)
	}
}

// sentenceAt is what stands at a field with which something went wrong; about tells that the error is about what was typed there.
func (r *Register) sentenceAt(field string, err error) (mark string, about bool) {
	var fault *data.Error
	if errors.As(err, &fault) && len(fault.Fields) > 0 {
		if p, named := fault.Fields[field]; named {
			return r.deps.Say.Of(p), true
		}
		return fieldSentence(r.deps.Say, err), true
	}
	return r.deps.Say.Text("This is not kept yet."), false
}

// helps tells whether trying again may help: not where the text is at fault, or the file is not ours to write.
func helps(err error) bool {
	var fault *data.Error
	if !errors.As(err, &fault) {
		return true
	}
	switch fault.Code {
	case data.CodeInvalid, data.CodeNotFound, data.CodeReadOnly, data.CodeChangedElsewhere, data.CodeDamaged:
		return false
	}
	return true
}

// Hold holds a text that nobody tries to keep: a check refused it, a dialog is not saved yet, or an older start left it.
func (r *Register) Hold(u Unkept) {
	u.Helps = false
	r.put(&heldText{Unkept: u, refused: true})
	r.changed(!u.Form)
}

// Drop lets go of what is held for a spot.
func (r *Register) Drop(s Spot) { r.Forget(func(u Unkept) bool { return u.Spot == s }) }

// Forget lets go of all texts that match.
func (r *Register) Forget(matches func(Unkept) bool) {
	before := len(r.held)
	r.held = slices.DeleteFunc(r.held, func(h *heldText) bool { return matches(h.Unkept) })
	if len(r.held) != before {
		r.changed(false)
	}
}

// TryAgain gives the file once more what it refused, where that may help.
func (r *Register) TryAgain() {
	for _, h := range slices.Clone(r.held) {
		if h.refused && h.try != nil && !h.trying {
			h.try()
		}
	}
}

// changed has the surroundings know, and sees to the next try.
func (r *Register) changed(refused bool) {
	due := slices.ContainsFunc(r.held, func(h *heldText) bool { return h.refused && h.try != nil })
	switch {
	case due && r.stop == nil && r.deps.Timer != nil:
		r.stop = r.deps.Timer.After(RetryEvery, func() {
			r.stop = nil
			r.TryAgain()
			r.changed(false)
		})
	case !due && r.stop != nil:
		r.stop()
		r.stop = nil
	}
	if r.OnChange != nil {
		r.OnChange(refused)
	}
}
