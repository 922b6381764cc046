package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// NoticeKind is how much a notice matters.
type NoticeKind int

// The kinds of notice.
const (
	Info    NoticeKind = iota
	Warning            // something to know before going on
	Trouble            // something did not work
)

// Notice is one message for the notice bar.
type Notice struct {
	Kind NoticeKind
	Text string
	// Action names a deed offered with the message, such as "Undo"; Do does it.
	Action string
	Do     func()
	// Also names a second deed that follows from the first, and AlsoDo does it: to tell those whom it concerns.
	Also   string
	AlsoDo func()
	// Newest marks an action about the newest deed: with the next deed the notice goes.
	Newest bool
	// Unkept marks a notice that what was typed could not be kept: it goes once all is.
	Unkept bool
	// Passing marks a warning about what was done last: it goes with the next deed or page, as what went wrong does.
	Passing bool
	// Gone, where given, shows nothing: the notice that says this goes, since it holds no longer.
	Gone string
	// Details is copied to the clipboard by "Copy details"; for faults that are not worded by us.
	Details string
}

// Passes tells whether the notice is about what was done last, so that it goes with the next deed or page: what is to be known
// before going on, and that something typed is not kept, stays.
func (n Notice) Passes() bool {
	return !n.Unkept && (n.Kind != Warning || n.Passing)
}

// NoticeBar shows one notice at a time, over the page; it hides itself when there is none.
type NoticeBar struct {
	widget.BaseWidget
	// CopyLabel and CloseLabel are the spoken words of its two own deeds.
	CopyLabel, CloseLabel string
	// OnChange is called when the bar has come, gone or changed its height, so that its surroundings can be laid out again.
	OnChange func()

	notice Notice
	on     bool
	text   *Para
	box    *Box
}

// NewNoticeBar makes an empty, hidden bar.
func NewNoticeBar(copyLabel, closeLabel string) *NoticeBar {
	n := &NoticeBar{CopyLabel: copyLabel, CloseLabel: closeLabel, text: NewBody()}
	n.box = NewBox(BoxStyle{Fill: look.ColorPrimarySoft, Border: look.ColorLine, Radius: look.RadiusField, Padding: Sides(8, 14), Shadow: true}, n.text)
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// Post shows a notice in place of the one before.
func (n *NoticeBar) Post(notice Notice) {
	n.notice, n.on = notice, true
	fill, sign, ink := look.ColorPrimarySoft, NoSign, look.ColorInk
	switch notice.Kind {
	case Warning:
		fill, sign, ink = look.ColorWarnSoft, Triangle, look.ColorWarn
	case Trouble:
		fill, sign, ink = look.ColorBadSoft, Square, look.ColorBad
	}
	n.text.Ground = fill
	if sign == NoSign {
		n.text.Set(Plain(notice.Text))
	} else {
		n.text.Set(Span{Sign: sign, Color: ink}, Plain(notice.Text))
	}
	var links []fyne.CanvasObject
	if notice.Action != "" {
		act := NewLinkBtn(notice.Action, func() { n.act(notice.Do) })
		act.ID = "notice.act"
		links = append(links, act)
	}
	if notice.Also != "" {
		also := NewLinkBtn(notice.Also, func() { n.act(notice.AlsoDo) })
		also.ID = "notice.also"
		links = append(links, also)
	}
	if notice.Details != "" {
		links = append(links, NewLinkBtn(n.CopyLabel, n.copy))
	}
	links = append(links, NewLinkBtn(n.CloseLabel, n.Dismiss))
	n.box.style.Fill = fill
	n.box.SetContent(Row(RowOptions{Gap: 16, Align: Middle, StackBelow: noticeBeside}, Weight(1, n.text), Own(Wrap(16, links...))))
	n.BaseWidget.Show()
	n.changed()
}

// noticeBeside is the width from which the links stand beside the text: in less, several would leave it a column of single words.
const noticeBeside = 420

// Tapped keeps a press from what lies beneath.
func (n *NoticeBar) Tapped(*fyne.PointEvent) {}

// Holds tells whether an object is a part of it.
func (n *NoticeBar) Holds(o fyne.CanvasObject) bool {
	var w way
	return w.find(n, o)
}

// Dismiss takes the notice away.
func (n *NoticeBar) Dismiss() {
	if !n.on {
		return
	}
	n.on = false
	n.Hide()
	n.changed()
}

// Notice is what is shown, and whether anything is.
func (n *NoticeBar) Notice() (Notice, bool) { return n.notice, n.on }

func (n *NoticeBar) act(do func()) {
	n.Dismiss()
	if do != nil {
		do()
	}
}

func (n *NoticeBar) copy() {
	fyne.CurrentApp().Clipboard().SetContent(n.notice.Text + "\n" + n.notice.Details)
}

func (n *NoticeBar) changed() {
	n.Refresh()
	if n.OnChange != nil {
		n.OnChange()
	}
}

// Parts are the children.
func (n *NoticeBar) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{n.box} }

// UINode tells those who walk the window what this is.
func (n *NoticeBar) UINode() (kind, id, text string) { return "notice", "notice", n.text.Text() }

// NaturalWidth is that of the message in one line.
func (n *NoticeBar) NaturalWidth() float32 { return n.box.NaturalWidth() }

// HeightFor is the height of the message.
func (n *NoticeBar) HeightFor(width float32) float32 { return n.box.HeightFor(width) }

// CreateRenderer links the widget to its drawing.
func (n *NoticeBar) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		widget: n, objects: always(n.box),
		layout:  func(size fyne.Size) { n.box.Resize(size) },
		least:   func() fyne.Size { return n.box.MinSize() },
		refresh: func() { n.box.Refresh() },
	}
}

// Empty is what an empty screen or card shows: what belongs there, and the first step. The button is left out when action is
// empty.
func Empty(sentence, action string, do func()) *fyne.Container {
	text := NewPara(Muted(sentence))
	if action == "" {
		return VStack(12, text)
	}
	return VStack(12, text, Left(NewBtn(Outlined, action, do)))
}
