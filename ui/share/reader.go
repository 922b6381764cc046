package share

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// reader is the view of one document: what it is asked for at the left, its pages beside it as they will print.
type reader struct {
	screen  *Screen
	tile    Document // with its forms
	form    Document // the file that is made of it
	choices Choices

	content *fyne.Container
	panel   *fyne.Container // choices and deeds
	beside  *fyne.Container // pages, text, or a sentence
	sheet   *sheet
	pan     *pan            // the sheet, where it may be wider than the room
	turn    *fyne.Container // the row that turns pages, and makes them larger and smaller
	pages   *fyne.Container // what turns them; out of sight for a single one
	count   *kit.Para
	back    *kit.Btn
	next    *kit.Btn
	smaller *kit.Btn
	larger  *kit.Btn
	zoomed  *kit.LinkBtn
	begin   place // where the page that is about to be shown is begun

	request int // number of the last making
	cancel  context.CancelFunc
	made    *Made // what is shown, nil until it is there
	drawing Drawing
	page    int // that was asked for last; turning tells that it is still being drawn
	turning bool
	asked   int // number of the last drawing of a page
}

// panelWidth is the width of the choices beside the pages, in points.
const panelWidth float32 = 264

func newReader(s *Screen, tile, form Document, c Choices) *reader {
	say := s.deps.Say
	r := &reader{screen: s, tile: tile, form: form, choices: c, panel: kit.VStack(12), beside: kit.VStack(10), sheet: newSheet(), count: kit.NewPara()}
	r.back = kit.NewBtn(kit.Outlined, say.Text("Previous page"), func() { r.show(r.page - 1) })
	r.next = kit.NewBtn(kit.Outlined, say.Text("Next page"), func() { r.show(r.page + 1) })
	r.pan = newPan(r.sheet, s.page)
	r.sheet.keys, r.sheet.runes = r.takeKey, r.takeRune
	// The count stands behind all buttons, so that none moves while it grows.
	r.pages = kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, kit.Own(r.back), kit.Own(r.next))
	r.turn = kit.Wrap(12, r.pages, r.zoomRow(), r.count)
	for _, b := range []*kit.Btn{r.back, r.next, r.smaller, r.larger} {
		b.PassKeys(s)
	}
	leave := kit.NewLinkBtn(say.Text("All documents"), s.leaveReader)
	leave.ID = "documents"
	card := kit.NewCard("", "", r.panel)
	r.content = kit.VStack(10, kit.Left(leave), kit.Row(kit.RowOptions{Gap: look.Edge, StackBelow: 620},
		kit.Fixed(panelWidth, card), kit.Weight(1, r.beside)))
	r.fillPanel()
	r.say(say.Text("The pages come in a moment."))
	return r
}

// say puts a sentence in the place of the pages.
func (r *reader) say(text string) { r.put(kit.NewBody(kit.Muted(text))) }

// put shows something beside the panel, under what the document lacks.
func (r *reader) put(objects ...fyne.CanvasObject) {
	if r.made != nil {
		if warnings := r.screen.state.Warnings(*r.made); warnings != "" {
			objects = append([]fyne.CanvasObject{kit.NewSmall(kit.Warned(warnings))}, objects...)
		}
	}
	r.beside.Objects = objects
	r.screen.page.Refresh()
}

// order is the document as it is asked for now.
func (r *reader) order() Order { return r.screen.order(r.form, r.choices) }

// make makes the document anew away from the window; an earlier one that is late is dropped.
func (r *reader) make() {
	r.stop()
	s, o := r.screen, r.order()
	ctx, cancel := context.WithCancel(context.Background())
	r.request++
	r.cancel = cancel
	request := r.request
	s.deps.Aside.Run(func() func() {
		made, err := s.state.Draw(ctx, o)
		var drawing Drawing
		if err == nil && o.Kind() == "pdf" {
			drawing, err = s.draws(made.Content)
		}
		return func() {
			if r.request != request {
				if drawing != nil {
					s.away(drawing.Close)
				}
				return
			}
			r.take(&made, drawing, err)
		}
	})
}

// stop drops what is being made, and gives back what is drawn.
func (r *reader) stop() {
	if r.cancel != nil {
		r.cancel()
	}
	r.request++
	if r.drawing != nil {
		r.screen.away(r.drawing.Close)
		r.drawing = nil
	}
}

// take shows what was made.
func (r *reader) take(m *Made, drawing Drawing, err error) {
	say := r.screen.deps.Say
	r.made, r.drawing = nil, drawing
	if err != nil {
		r.say(say.Sentence(err))
		return
	}
	r.made = m
	switch {
	case drawing != nil:
		r.show(min(r.page, drawing.Pages()-1))
	case m.Kind() == "pdf":
		r.say(say.Text("The document is ready; its pages can't be shown here. Open it, or save it."))
	case m.Kind() == "png":
		picture, err := png.Decode(bytes.NewReader(m.Content))
		if err != nil {
			r.say(say.Text("This file can't be shown here. Open it, or save it."))
			return
		}
		r.sheet.set(picture, r.tile.Title)
		r.pages.Hide()
		r.count.Hide()
		r.put(r.turn, r.pan)
	case slices.Contains(textKinds, m.Kind()):
		r.put(asText(m.Kind(), beginning(string(m.Content))))
	default:
		r.say(say.Text("This is a file for another program. Open it there, or save it."))
	}
}

// textKinds are the kinds of file that are shown as their text.
var textKinds = []string{"md", "csv", "ics", "vcf"}

// asText shows the beginning of a text: as it reads, where it is written in Markdown.
func asText(kind, text string) fyne.CanvasObject {
	if kind == "md" {
		return kit.Prose(text)
	}
	return kit.NewBody(kit.Plain(text))
}

// mostText is how much of a text is shown, in bytes; nobody reads more here.
const mostText = 8000

// beginning is as much of a text as is shown.
func beginning(text string) string {
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\r", ""), "\ufeff")
	if len(text) <= mostText {
		return text
	}
	cut := mostText
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + " …"
}

// pixels is how wide a page is drawn: sharp on a fine screen, and quick.
const pixels = 1400

// show draws a page and shows it.
func (r *reader) show(page int) {
	if r.drawing == nil || page < 0 || page >= r.drawing.Pages() {
		return
	}
	r.asked++
	r.page, r.turning = page, true
	s, drawing, request, asked := r.screen, r.drawing, r.request, r.asked
	wide := int(pixels * max(1, r.sheet.zoom))
	s.deps.Aside.Run(func() func() {
		picture, err := drawing.Page(context.Background(), page, wide, 2*wide)
		return func() {
			if r.request == request && r.asked == asked { // a page asked for since then is not taken away again
				r.turned(page, picture, err)
			}
		}
	})
}

// turned shows a page that was drawn.
func (r *reader) turned(page int, picture image.Image, err error) {
	say := r.screen.deps.Say
	r.turning = false
	if err != nil {
		r.say(say.Text("This page can't be shown here. Open the document, or save it."))
		return
	}
	count := r.drawing.Pages()
	at := say.Text("Page %d of %d", page+1, count)
	r.sheet.set(picture, r.tile.Title+", "+at)
	r.count.SetText(at)
	able(r.back, page > 0)
	able(r.next, page < count-1)
	r.pages.Hidden, r.count.Hidden = count < 2, count < 2
	r.showZoom()
	first := len(r.beside.Objects) < 2 || r.beside.Objects[len(r.beside.Objects)-1] != fyne.CanvasObject(r.pan)
	r.put(r.turn, r.pan)
	if first {
		s := r.screen
		if c := s.deps.Canvas(); c != nil && c.Focused() == nil && c.Overlays().Top() == nil {
			s.deps.Focus(r.sheet)
		}
	}
	r.arrived()
}

func able(b *kit.Btn, can bool) {
	if can {
		b.Enable()
		return
	}
	b.Disable()
}
