package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// block is an object of a fixed size.
func block(width, height float32) fyne.CanvasObject { return kit.Space(width, height) }

func TestHeights(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	for _, c := range []struct {
		name  string
		o     fyne.CanvasObject
		width float32
		want  float32
	}{
		{"stack", kit.VStack(8, block(10, 20), block(10, 30)), 100, 58},
		{"stack without the hidden", kit.VStack(8, block(10, 20), hidden(block(10, 30)), block(1, 1)), 100, 29},
		{"pad", kit.Pad(kit.Edges{Top: 1, Bottom: 2, Left: 3, Right: 4}, block(10, 20)), 100, 23},
		{"row", kit.Row(kit.RowOptions{Gap: 8}, kit.Own(block(10, 20)), kit.Weight(1, block(10, 30))), 100, 30},
		{"row stacked", kit.Row(kit.RowOptions{Gap: 8, StackBelow: 200}, kit.Own(block(10, 20)), kit.Weight(1, block(10, 30))), 100, 58},
		{"row just wide enough", kit.Row(kit.RowOptions{Gap: 8, StackBelow: 200}, kit.Own(block(10, 20)), kit.Weight(1, block(10, 30))), 200, 30},
		{"wrap in one line", kit.Wrap(5, block(40, 20), block(40, 20)), 85, 20},
		{"wrap in two", kit.Wrap(5, block(40, 20), block(40, 20)), 84, 45},
		{"one line of text", kit.NewPara(kit.Plain("word")), 100, 20},
		{"two lines", kit.NewPara(kit.Plain("word\nword")), 100, 40},
		{"cut after two", cut(kit.NewPara(kit.Plain("a b c d e f g h i j k l m n o p q r s t")), 2), 30, 40},
		{"card", kit.NewCard("Title", "", block(10, 50)), 200, 16 + 21 + 10 + 50 + 16},
		{"card without title", kit.NewCard("", "", block(10, 50)), 200, 16 + 50 + 16},
		{"button", kit.NewBtn(kit.Primary, "Save", nil), 200, 34},
		{"field", kit.NewEntry(""), 200, 36},
	} {
		if got := kit.HeightFor(c.o, c.width); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func hidden(o fyne.CanvasObject) fyne.CanvasObject { o.Hide(); return o }

func cut(p *kit.Para, lines int) *kit.Para { p.MaxLines = lines; return p }

func TestRowSharesItsWidthInWholePoints(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	a, b, c, d := block(20, 10), block(1, 10), block(1, 10), block(1, 10)
	row := kit.Row(kit.RowOptions{Gap: 7}, kit.Own(a), kit.Fixed(50, b), kit.Weight(1, c), kit.Weight(2, d))
	row.Resize(fyne.NewSize(301, 40))
	sum := a.Size().Width + b.Size().Width + c.Size().Width + d.Size().Width + 21
	if a.Size().Width != 20 || b.Size().Width != 50 || sum != 301 {
		t.Errorf("widths %v %v %v %v", a.Size().Width, b.Size().Width, c.Size().Width, d.Size().Width)
	}
	if ratio := d.Size().Width / c.Size().Width; ratio < 1.95 || ratio > 2.05 {
		t.Errorf("weights 1 and 2 gave %v and %v", c.Size().Width, d.Size().Width)
	}
	for _, o := range row.Objects {
		if p := o.Position(); p.X != float32(int(p.X)) || p.Y != float32(int(p.Y)) {
			t.Errorf("an object stands at %v", p)
		}
	}
}

func TestFixedWidthsGrowWithTheText(t *testing.T) {
	uitest.Open(t, uitest.Options{Scale: 2})
	b := block(1, 10)
	kit.Row(kit.RowOptions{}, kit.Fixed(50, b)).Resize(fyne.NewSize(400, 40))
	if b.Size().Width != 100 {
		t.Errorf("width %v at 200 %%", b.Size().Width)
	}
}

func TestParaBreaksWhereItMay(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	for _, c := range []struct {
		name  string
		spans []kit.Span
		width float32
		lines []string
	}{
		{"between words", []kit.Span{kit.Plain("one two three")}, 60, []string{"one two", "three"}},
		{"not between bold and its full stop", []kit.Span{kit.Bold("word"), kit.Plain("? next")}, 50, []string{"word?", "next"}},
		{"a long word is cut", []kit.Span{kit.Plain("Donaudampfschifffahrt")}, 60, []string{"Donaud", "ampfsch", "ifffahrt"}},
		{"an empty text", []kit.Span{kit.Plain("")}, 60, nil},
		{"no width at all", []kit.Span{kit.Plain("a b")}, 0, []string{"a", "b"}},
	} {
		p := kit.NewPara(c.spans...)
		p.Resize(fyne.NewSize(c.width, 200))
		got := linesOf(p)
		if len(got) != len(c.lines) {
			t.Errorf("%s: %q", c.name, got)
			continue
		}
		for i := range got {
			if got[i] != c.lines[i] {
				t.Errorf("%s: %q, want %q", c.name, got, c.lines)
				break
			}
		}
	}
}

// linesOf reads the lines drawn by a paragraph.
func linesOf(p *kit.Para) []string {
	var out []string
	y := float32(-1)
	for _, o := range test.WidgetRenderer(p).Objects() {
		text, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		if text.Position().Y != y {
			out = append(out, "")
			y = text.Position().Y
		}
		out[len(out)-1] += text.Text
	}
	return out
}

func TestParaLosesNoCharacter(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	text := "王晓梅和她的团队每三周见面一次 Ελένη Παπαδοπούλου naïve café — ליلى 𠮷 👩‍💻 " + "averyveryveryverylongwordwithoutanyspace"
	for width := float32(1); width < 400; width += 13 {
		p := kit.NewPara(kit.Plain(text))
		p.Resize(fyne.NewSize(width, 900))
		got := ""
		for _, l := range linesOf(p) {
			got += l
		}
		if squeeze(got) != squeeze(text) {
			t.Fatalf("at %v: %q", width, got)
		}
	}
}

func squeeze(s string) string {
	out := ""
	for _, r := range s {
		if r != ' ' {
			out += string(r)
		}
	}
	return out
}

func TestParaStaysInsideItsWidth(t *testing.T) {
	for _, scale := range []float32{0.8, 1, 1.5, 2} {
		uitest.Open(t, uitest.Options{Scale: scale})
		for width := float32(60); width < 600; width += 37 {
			p := kit.NewSmall(kit.Plain("6 came · worth it 3.0 (6) · "), kit.Warned("minutes missing"), kit.Bold(" and more"))
			p.MaxLines = 3
			p.Resize(fyne.NewSize(width, p.HeightFor(width)))
			for _, o := range test.WidgetRenderer(p).Objects() {
				if right := o.Position().X + o.Size().Width; right > width+1.5 {
					t.Errorf("scale %v, width %v: something ends at %v", scale, width, right)
				}
				if bottom := o.Position().Y + o.Size().Height; bottom > p.Size().Height+1.5 {
					t.Errorf("scale %v, width %v: something ends at %v of %v", scale, width, bottom, p.Size().Height)
				}
			}
		}
	}
}

func TestScrollAsksForTheHeightOfItsContent(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 300, Height: 200})
	long := ""
	for range 100 {
		long += "words that wrap "
	}
	p := kit.NewPara(kit.Plain(long))
	s := kit.NewPage(p)
	w.Show(s)
	if want := p.HeightFor(300 - 2*look.Edge); p.Size().Height != want || want < 400 {
		t.Errorf("the text is %v high, wants %v", p.Size().Height, want)
	}
	p.SetText("short")
	w.Settle()
	if p.Size().Height != 20 {
		t.Errorf("after a change %v high", p.Size().Height)
	}
}

func TestHeaderFindsRoomForAll(t *testing.T) {
	for _, c := range []struct {
		width, scale float32
	}{{1280, 1}, {900, 1}, {600, 1}, {1280, 2}, {700, 2}} {
		w := uitest.Open(t, uitest.Options{Width: c.width, Height: 400, Scale: c.scale})
		w.Show(kit.Screen(kit.NewHeader(kit.Header{
			Title: "Members", Chips: kit.NewChipRow([]string{"Everyone 24", "Core 3", "Active 5", "Occasional 7"}, 0, nil),
			Actions: []fyne.CanvasObject{kit.NewBtn(kit.Outlined, "Import", nil), kit.NewBtn(kit.Primary, "Add member", nil)},
		}), kit.NewPage(kit.NewPara(kit.Plain("body")))))
		var boxes []uitest.Node
		for _, text := range []string{"Members", "Everyone 24", "Core 3", "Active 5", "Occasional 7", "Import", "Add member", "body"} {
			n := w.Find(text)
			if n.At.X < 0 || n.At.X+n.Size.Width > c.width {
				t.Errorf("%v at %v: %q reaches from %v to %v", c.width, c.scale, text, n.At.X, n.At.X+n.Size.Width)
			}
			for _, o := range boxes {
				if n.At.X < o.At.X+o.Size.Width && o.At.X < n.At.X+n.Size.Width && n.At.Y < o.At.Y+o.Size.Height && o.At.Y < n.At.Y+n.Size.Height {
					t.Errorf("%v at %v: %q lies over %q", c.width, c.scale, n.Text, o.Text)
				}
			}
			boxes = append(boxes, n)
		}
	}
}

func TestChipsFiltersAndButtonsByKeys(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	chosen, pressed := -1, 0
	chips := kit.NewChipRow([]string{"Everyone", "Core", "Active"}, 0, func(i int) { chosen = i })
	b := kit.NewBtn(kit.Primary, "Save", func() { pressed++ })
	w.Show(kit.NewPage(kit.VStack(8, chips, kit.Left(b), kit.NewChip(kit.GoodTone, "strong"))))

	w.Tap("Active")
	if chosen != 2 || chips.Selected() != 2 {
		t.Errorf("chose %d", chosen)
	}
	w.Key(fyne.KeyTab)
	w.Key(fyne.KeyTab)
	w.Key(fyne.KeySpace)
	if chosen != 1 {
		t.Errorf("by keys chose %d, the focus is at %q", chosen, w.FocusText())
	}
	w.Key(fyne.KeyTab)
	w.Key(fyne.KeyTab)
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeySpace)
	if pressed != 2 {
		t.Errorf("pressed %d times, the focus is at %q", pressed, w.FocusText())
	}
	b.Disable()
	w.Tap("Save")
	if pressed != 2 {
		t.Error("a disabled button was pressed")
	}
	w.Key(fyne.KeyTab)
	if w.FocusText() == "strong" {
		t.Error("a chip to be read took the focus")
	}
}

func TestMenuButton(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	got := ""
	w.Show(kit.NewPage(kit.Left(kit.NewMenuBtn(kit.Outlined, "Print", func() []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem("Cards", func() { got = "cards" })}
	}))))
	w.Tap("Print")
	w.Tap("Cards")
	if got != "cards" || w.Win.Canvas().Overlays().Top() != nil {
		t.Errorf("got %q", got)
	}
}

func TestThemeChangesWhileTheWindowIsOpen(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	p := kit.NewPara(kit.Plain("word"))
	w.Show(kit.NewPage(kit.NewCard("Title", "", p)))
	text := func() *canvas.Text { return test.WidgetRenderer(p).Objects()[0].(*canvas.Text) }
	light, small := text().Color, text().TextSize
	w.SetTheme(look.Dark, 2)
	if text().Color == light || text().TextSize != 2*small {
		t.Errorf("colour %v, size %v after the change", text().Color, text().TextSize)
	}
	if p.Size().Height < 38 {
		t.Errorf("the text is %v high at 200 %%", p.Size().Height)
	}
}

// Given a page that has no room yet, or whose content was just exchanged, when something below is to be seen, then it is scrolled
// to as soon as it has its place.
func TestAPageScrollsToWhatWasNotLaidOut(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 300, Height: 200})
	long := func() (content, last fyne.CanvasObject) {
		b := kit.NewLinkBtn("Last", nil)
		return kit.VStack(0, kit.Space(10, 2000), b), b
	}
	content, last := long()
	s := kit.NewPage(content)
	s.ScrollTo(last)
	w.Show(s)
	if s.Offset() == 0 {
		t.Error("nothing was scrolled once there was room")
	}
	content, last = long()
	s.SetContent(content)
	s.ScrollTo(last)
	if s.Offset() == 0 {
		t.Error("nothing was scrolled in new content")
	}
	content, last = long()
	s = kit.NewPage(content)
	s.Resize(fyne.NewSize(300, 200)) // and is not drawn yet
	s.ScrollTo(last)
	if s.Offset() == 0 {
		t.Error("nothing was scrolled before it is drawn")
	}
}

// Given a wide screen, then a page grows no wider than is read easily, its head as wide as what stands below, with the bar of its scroll at
// the window's edge.
func TestAPageOnAWideScreenStaysReadable(t *testing.T) {
	for _, c := range []struct{ width, scale, most float32 }{{1200, 1, 1152}, {2560, 1, 1600}, {2560, 2, 2512}, {4000, 2, 3200}} {
		w := uitest.Open(t, uitest.Options{Width: c.width, Height: 400, Scale: c.scale})
		for name, body := range map[string]func(fyne.CanvasObject) fyne.CanvasObject{
			"scrolls": func(o fyne.CanvasObject) fyne.CanvasObject { return kit.NewPage(o) },
			"fills":   func(o fyne.CanvasObject) fyne.CanvasObject { return o },
		} {
			add, inside := kit.NewBtn(kit.Primary, "Add", nil), kit.NewPara(kit.Plain("body"))
			page := body(inside)
			w.Show(kit.Screen(kit.NewHeader(kit.Header{Title: "Members", Actions: []fyne.CanvasObject{add}}), page))
			if got := inside.Size().Width; got != c.most {
				t.Errorf("what %s in %v at %v is %v wide, not %v", name, c.width, c.scale, got, c.most)
			}
			n := w.Find("Add")
			if right := n.At.X + n.Size.Width; right != c.most+24 {
				t.Errorf("the head's deeds end at %v in %v at %v, not at %v", right, c.width, c.scale, c.most+24)
			}
			if _, scrolls := page.(*kit.Scroll); scrolls && page.Size().Width != c.width {
				t.Errorf("the scroll is %v wide in %v", page.Size().Width, c.width)
			}
		}
	}
}
