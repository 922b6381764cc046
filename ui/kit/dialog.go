package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// Dialog is a modal pop-up of our own: Fyne's own ones know neither Escape nor Enter and don't move the focus in.
type Dialog struct {
	canvas  fyne.Canvas
	pop     *widget.PopUp
	width   float32
	head    fyne.CanvasObject
	scroll  *Scroll
	foot    fyne.CanvasObject
	cancel  func()
	save    func()
	before  func(*fyne.KeyEvent)
	closed  bool
	onClose func()
}

// DialogOptions say what stands in a dialog.
type DialogOptions struct {
	Title string
	Body  fyne.CanvasObject
	// Foot stands below the body and doesn't scroll: usually the buttons.
	Foot fyne.CanvasObject
	// Width in points at text scale 1; 460 when 0.
	Width float32
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
	d := &Dialog{canvas: c, width: o.Width, cancel: o.Cancel, save: o.Save, onClose: o.OnClose}
	if d.width == 0 {
		d.width = 460
	}
	if d.cancel == nil {
		d.cancel = d.Close
	}
	title := newPara(look.SizeName, []Span{Bold(o.Title)})
	d.head = Pad(Edges{20, 24, 10, 24}, title)
	// The scroll reaches the dialog's edges, so that focus rings inside it aren't cut.
	d.scroll = newScroll(Edges{4, 24, 8, 24}, o.Body)
	foot := o.Foot
	if foot == nil {
		foot = Space(0, 0)
	}
	d.foot = Pad(Edges{10, 24, 20, 24}, foot)
	d.pop = widget.NewModalPopUp(&fyne.Container{
		Layout: dialogLayout{d}, Objects: []fyne.CanvasObject{d.head, d.scroll, d.foot},
	}, c)
	d.pop.Resize(d.size())
	d.pop.Show()
	d.listen()
	return d
}

// listen takes Escape and Ctrl+Enter that no field has taken.
func (d *Dialog) listen() {
	d.before = d.canvas.OnTypedKey()
	d.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			Guard(d.cancel)
		}
	})
	if d.save != nil {
		for _, key := range saveKeys {
			d.canvas.AddShortcut(key, func(fyne.Shortcut) { Guard(d.save) })
		}
	}
}

// Close takes the dialog away and gives the keys back to the window.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	d.canvas.SetOnTypedKey(d.before)
	if d.save != nil {
		for _, key := range saveKeys {
			d.canvas.RemoveShortcut(key)
		}
	}
	d.pop.Hide()
	if d.onClose != nil {
		d.onClose()
	}
}

// Open tells whether the dialog is still there.
func (d *Dialog) Open() bool { return !d.closed }

// Relayout gives the dialog the height its content wants now and keeps it in the middle.
func (d *Dialog) Relayout() {
	if d.closed {
		return
	}
	size, room := d.size(), d.canvas.Size()
	d.pop.Resize(size)
	d.pop.Move(fyne.NewPos(whole((room.Width-size.Width)/2), whole((room.Height-size.Height)/2)))
	d.pop.Refresh()
}

// size is as high as the content, within the window.
func (d *Dialog) size() fyne.Size {
	room := d.canvas.Size()
	w := min(up(scaled(d.width)), max(280, room.Width-48))
	h := HeightFor(d.head, w) + d.scroll.HeightFor(w) + HeightFor(d.foot, w)
	return fyne.NewSize(w, min(h, max(160, room.Height-32)))
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
}

// Ask shows a question; Enter presses the button that has the focus, Escape says no.
func Ask(c fyne.Canvas, q Question) *Dialog {
	var d *Dialog
	no := NewBtn(Outlined, q.No, func() { d.Close() })
	yes := NewBtn(Primary, q.Yes, func() {
		d.Close()
		q.Do()
	})
	d = OpenDialog(c, DialogOptions{
		Title: q.Title, Body: NewPara(Plain(q.Text)),
		Foot: Row(RowOptions{Gap: look.GapInRow}, Spring(), Own(no), Own(yes)),
	})
	c.Focus(yes)
	return d
}
