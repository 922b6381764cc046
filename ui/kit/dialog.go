package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/look"
)

// Dialog is a modal pop-up of our own: Fyne's own ones know neither Escape nor Enter and don't move the focus in.
type Dialog struct {
	canvas  fyne.Canvas
	below   *Dialog // over which it was opened, nil for the window
	veil    *veil
	width   float32
	head    fyne.CanvasObject
	scroll  *Scroll
	foot    fyne.CanvasObject
	cancel  func()
	save    func()
	keys    func(*fyne.KeyEvent) // who had the keys before
	closed  bool
	onClose func()
	uncarry func() // has the notice over it stand elsewhere; nil where there is none

	deps    Deps
	title   string
	heading *Para
	body    fyne.CanvasObject
	filling *Filling // nil where others keep what is typed
}

// DialogOptions say what stands in a dialog.
type DialogOptions struct {
	Title string
	Body  fyne.CanvasObject
	// Foot stands below the body and doesn't scroll: usually the buttons.
	Foot fyne.CanvasObject
	// Width in points at text scale 1; 460 when 0.
	Width float32
	// Deps, where given, has the dialog ask before what was filled in is dropped, and hold it with Unkept until then: for dialogs whose
	// inputs are kept by nobody else.
	Deps Deps
	// Cancel is called on Escape; Close is called when nil.
	Cancel func()
	// Save is called on Ctrl+Enter wherever the focus is.
	Save func()
	// OnClose is called once, when the dialog has gone.
	OnClose func()
}

var saveKeys = []*desktop.CustomShortcut{
	{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault},
	{KeyName: fyne.KeyEnter, Modifier: fyne.KeyModifierShortcutDefault},
}

// OpenDialog shows a dialog on a canvas.
func OpenDialog(c fyne.Canvas, o DialogOptions) *Dialog {
	d := &Dialog{canvas: c, width: o.Width, cancel: o.Cancel, save: o.Save, onClose: o.OnClose, deps: o.Deps, title: o.Title, body: o.Body}
	if d.width == 0 {
		d.width = 460
	}
	if d.cancel == nil {
		d.cancel = d.Close
	}
	d.heading = newPara(look.SizeName, []Span{Bold(o.Title)})
	d.head = Pad(Edges{20, 24, 10, 24}, d.heading)
	// The scroll reaches the dialog's edges, so that focus rings inside it aren't cut.
	d.scroll = newScroll(Edges{4, 24, 8, 24}, o.Body)
	foot := o.Foot
	if foot == nil {
		foot = Space(0, 0)
	}
	d.foot = Pad(Edges{10, 24, 20, 24}, foot)
	d.below = TopDialog(c)
	d.veil = newVeil(d, &fyne.Container{Layout: dialogLayout{d}, Objects: []fyne.CanvasObject{d.head, d.scroll, d.foot}})
	c.Overlays().Add(d.veil)
	d.veil.Resize(c.Size())
	d.listen()
	d.watch()
	return d
}

// watch remembers how the inputs stand, and holds what is filled in.
func (d *Dialog) watch() {
	if d.deps.Unkept != nil && !d.deps.ReadOnly {
		d.filling = HoldFilled(d.deps, d.title, d.body)
		d.filling.dialog = true
		d.filling.opener = d.deps.Commands.now()
	}
}

// HalfFilled tells whether the inputs hold something else than when the dialog was opened.
func (d *Dialog) HalfFilled() bool { return d.filling != nil && d.filling.half() }

// Hold holds what stands in the inputs, where the program itself put something into them.
func (d *Dialog) Hold() {
	if d.filling != nil {
		d.filling.hold()
	}
}

// Spot is where what is filled in is held.
func (d *Dialog) Spot() (s Spot) {
	if d.filling != nil {
		s = d.filling.Spot()
	}
	return s
}

// TopDialog is the dialog that is open over all else on a canvas, nil for none.
func TopDialog(c fyne.Canvas) (top *Dialog) {
	for _, o := range c.Overlays().List() {
		if v, is := o.(*veil); is {
			top = v.dialog
		}
	}
	return top
}

// Carry has a notice float over the dialog, nil for none any more; closed is called once the dialog has gone with it.
func (d *Dialog) Carry(n *NoticeBar, closed func()) {
	d.veil.notice, d.uncarry = n, closed
	d.veil.Refresh()
}

// Leave closes the dialog as Escape does; what was filled in is asked about first.
func (d *Dialog) Leave() {
	if !d.HalfFilled() {
		d.cancel()
		return
	}
	at, say := escaped, d.deps.Say
	if at == nil {
		at = d.canvas.Focused()
	}
	Ask(d.canvas, Question{Title: say.Text("Drop what you filled in?"), Text: say.Text("It is not saved yet."),
		Yes: say.Text("Drop it"), No: say.Text("Go on writing"), Loses: true, Do: d.cancel, Not: func() {
			if at != nil {
				comeBack(d.canvas, at)
			}
		}})
}

// listen takes Escape and Ctrl+Enter that no field has taken.
func (d *Dialog) listen() {
	d.keys = d.canvas.OnTypedKey()
	d.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			Guard(d.Leave)
		}
	})
	d.takeSaveKeys()
}

// takeSaveKeys has Ctrl+Enter save this dialog, and nothing where it has nothing to save: not the one below it.
func (d *Dialog) takeSaveKeys() {
	for _, key := range saveKeys {
		d.canvas.RemoveShortcut(key)
		if d.save != nil {
			d.canvas.AddShortcut(key, func(fyne.Shortcut) { Guard(d.save) })
		}
	}
}

// giveSaveKeys gives Ctrl+Enter back to the dialog below.
func (d *Dialog) giveSaveKeys() {
	for _, key := range saveKeys {
		d.canvas.RemoveShortcut(key)
	}
	if d.below != nil && !d.below.closed {
		d.below.takeSaveKeys()
	}
}

// Close takes the dialog away and gives the keys back to the window.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	d.canvas.SetOnTypedKey(d.keys)
	d.giveSaveKeys()
	d.canvas.Overlays().Remove(d.veil)
	if d.uncarry != nil {
		d.veil.notice = nil
		d.uncarry()
	}
	if d.filling != nil {
		d.filling.Done()
	}
	if d.onClose != nil {
		d.onClose()
	}
}

// SetTitle gives the dialog another title, and the height its content wants now.
func (d *Dialog) SetTitle(words string) {
	d.heading.Set(Bold(words))
	d.Relayout()
}

// Open tells whether the dialog is still there.
func (d *Dialog) Open() bool { return !d.closed }

// Relayout gives the dialog the height its content wants now; its top stays where it is.
func (d *Dialog) Relayout() {
	if d.closed {
		return
	}
	if d.filling != nil {
		d.filling.listen() // there may be other inputs now
	}
	d.veil.Refresh()
}

// size is as high as the content, within the window.
func (d *Dialog) size() fyne.Size {
	room := d.canvas.Size()
	w := min(up(scaled(d.width)), max(280, room.Width-48))
	h := HeightFor(d.head, w) + d.scroll.HeightFor(w) + HeightFor(d.foot, w)
	return fyne.NewSize(w, min(h, max(160, room.Height-2*dialogEdge)))
}

type dialogLayout struct{ d *Dialog }

func (l dialogLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	head, foot := HeightFor(l.d.head, size.Width), HeightFor(l.d.foot, size.Width)
	place(l.d.head, 0, 0, size.Width, head)
	place(l.d.scroll, 0, head, size.Width, size.Height-head-foot)
	place(l.d.foot, 0, size.Height-foot, size.Width, foot)
}

func (l dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 120) }

// Question asks before a deed that cannot be undone.
type Question struct {
	Title, Text string
	// Yes and No are verbs: "Erase", "Keep".
	Yes, No string
	Do      func()
	// Not, where given, is called after the question was answered with no.
	Not func()
	// Loses tells that yes loses or replaces something: no has the focus then, so that Enter alone never does it.
	Loses bool
}

// Ask shows a question; Enter presses the button that has the focus, Escape says no.
func Ask(c fyne.Canvas, q Question) *Dialog {
	var d *Dialog
	kinds, answered := [2]BtnKind{Outlined, Primary}, false
	if q.Loses {
		kinds = [2]BtnKind{Primary, Outlined}
	}
	no := NewBtn(kinds[0], q.No, func() { d.Close() })
	yes := NewBtn(kinds[1], q.Yes, func() {
		answered = true
		d.Close()
		q.Do()
	})
	no.ID, yes.ID = "question.no", "question.yes"
	d = OpenDialog(c, DialogOptions{
		Title: q.Title, Body: NewPara(Plain(q.Text)),
		Foot: Row(RowOptions{Gap: look.GapInRow}, Spring(), Own(no), Own(yes)),
		OnClose: func() {
			if !answered && q.Not != nil {
				q.Not()
			}
		},
	})
	c.Focus(yes)
	if q.Loses {
		c.Focus(no)
	}
	return d
}
