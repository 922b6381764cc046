package uimap

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
)

// description is what an object says of itself, its place left out.
type description struct {
	kind, id, text, value string
	disabled              bool
}

// describe says what an object is; not ok for those that only hold others or only decorate.
func describe(o fyne.CanvasObject) (said description, ok bool) {
	said, ok = ofFyne(o)
	if entry := entryOf(o); !ok && entry != nil {
		said, ok = description{kind: "field", text: entry.PlaceHolder, value: entry.Text}, true
	}
	if item := menuItemOf(o); !ok && item != nil {
		said, ok = ofMenuItem(item), !item.IsSeparator
	}
	if own, is := o.(Named); is {
		said.kind, said.id, said.text = own.UINode()
		ok = said.kind != ""
	}
	if own, is := o.(Valued); is {
		said.value = own.UIValue()
	}
	said.text = oneLine(said.text)
	return said, ok
}

func ofFyne(o fyne.CanvasObject) (said description, ok bool) {
	switch o := o.(type) {
	case *widget.Button:
		return description{kind: "button", text: o.Text}, true
	case *widget.Label:
		return description{kind: "text", text: o.Text}, o.Text != ""
	case *canvas.Text:
		return description{kind: "text", text: o.Text}, o.Text != ""
	case *widget.RichText:
		return description{kind: "text", text: o.String()}, true
	case *widget.Hyperlink:
		return description{kind: "link", text: o.Text}, true
	case *widget.Check:
		return description{kind: "check", text: o.Text, value: strconv.FormatBool(o.Checked)}, true
	case *widget.RadioGroup:
		return description{kind: "radio", value: o.Selected}, true
	case *widget.Select:
		return description{kind: "select", text: o.PlaceHolder, value: o.Selected}, true
	case *widget.SelectEntry:
		return description{kind: "select", text: o.PlaceHolder, value: o.Text}, true
	case *widget.Slider:
		return description{kind: "slider", value: strconv.FormatFloat(o.Value, 'g', -1, 64)}, true
	}
	return description{}, false
}

// entryOf is an entry, or the one that a widget of our own is made from.
func entryOf(o fyne.CanvasObject) *widget.Entry {
	if entry, is := o.(*widget.Entry); is {
		return entry
	}
	entry, _ := held(o, "Entry").(*widget.Entry)
	return entry
}

// menuItemOf is what a menu's entry shows; the entry's own type has no exported name.
func menuItemOf(o fyne.CanvasObject) *fyne.MenuItem {
	item, _ := held(o, "Item").(*fyne.MenuItem)
	return item
}

func ofMenuItem(item *fyne.MenuItem) description {
	return description{kind: "menuitem", text: kit.MenuWords(item), value: strconv.FormatBool(item.Checked), disabled: item.Disabled}
}
