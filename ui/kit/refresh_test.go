package kit_test

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// paints are the colours and the largest text size an object is drawn with, children included.
func paints(o fyne.CanvasObject) (colours map[color.Color]bool, size float32) {
	colours = map[color.Color]bool{}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			colours[o.Color], size = true, max(size, o.TextSize)
		case *canvas.Rectangle:
			colours[o.FillColor] = true
		case *canvas.Circle:
			colours[o.FillColor] = true
		case *canvas.ArbitraryPolygon:
			colours[o.FillColor] = true
		case *canvas.Line:
			colours[o.StrokeColor] = true
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	return colours, size
}

// own are the colours of the look that a light window and a dark one don't share.
func own(variant look.Variant) map[color.Color]bool {
	out := map[color.Color]bool{}
	th := look.New(variant, 1)
	for _, name := range []fyne.ThemeColorName{look.ColorInk, look.ColorMuted, look.ColorSurface, look.ColorColumn,
		look.ColorPrimary, look.ColorPrimarySoft, look.ColorGood, look.ColorGoodSoft, look.ColorWarn, look.ColorWarnSoft,
		look.ColorBad, look.ColorBadSoft, look.ColorLine, look.ColorLevel1, look.ColorLevel3, look.ColorLevel5} {
		out[th.Color(name, 0)] = true
	}
	return out
}

func TestEveryPartFollowsAChangeOfTheme(t *testing.T) {
	for name, make := range map[string]func(w *uitest.Window) fyne.CanvasObject{
		"button":      func(*uitest.Window) fyne.CanvasObject { return kit.NewBtn(kit.Primary, "Save", nil) },
		"menu button": func(*uitest.Window) fyne.CanvasObject { return kit.NewMenuBtn(kit.Outlined, "Print", nil) },
		"link":        func(*uitest.Window) fyne.CanvasObject { return kit.NewLinkBtn("Open", nil) },
		"chip":        func(*uitest.Window) fyne.CanvasObject { return kit.NewChip(kit.BadTone, "concern") },
		"chip row": func(*uitest.Window) fyne.CanvasObject {
			return kit.NewChipRow([]string{"Everyone", "Core"}, 0, nil)
		},
		"card":     func(*uitest.Window) fyne.CanvasObject { return kit.NewCard("Title", "note", kit.Note("text")) },
		"rule":     func(*uitest.Window) fyne.CanvasObject { return kit.NewRule() },
		"progress": func(*uitest.Window) fyne.CanvasObject { return kit.NewProgress(0.5) },
		"avatar":   func(*uitest.Window) fyne.CanvasObject { return kit.NewAvatar("Ada Lovelace") },
		"votes":    func(*uitest.Window) fyne.CanvasObject { return kit.NewVotes(12) },
		"mark":     func(*uitest.Window) fyne.CanvasObject { return kit.NewMark(kit.ArrowUp, look.ColorWarn, look.SizeText) },
		"rings":    func(*uitest.Window) fyne.CanvasObject { return kit.NewRings([5]int{1, 0, 1, 0, 1}) },
		"select":   func(*uitest.Window) fyne.CanvasObject { return kit.NewSelect(kit.Options("Core"), "Core", nil) },
		"check":    func(*uitest.Window) fyne.CanvasObject { return kit.NewCheck("Announce", true, nil) },
		"labelled": func(*uitest.Window) fyne.CanvasObject {
			return kit.NewLabelled("Name", kit.NewEntry("x")).Hinted("hint")
		},
		"list":  func(*uitest.Window) fyne.CanvasObject { l := peopleList(); l.Select(4); return l },
		"board": func(*uitest.Window) fyne.CanvasObject { return kit.NewBoard(boardColumns(), kit.BoardOptions{}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := uitest.Open(t, uitest.Options{})
			o := make(w)
			w.Show(kit.Pad(kit.All(20), o))
			before, small := paints(o)

			w.SetTheme(look.Dark, 2)

			after, large := paints(o)
			light, dark := own(look.Light), own(look.Dark)
			seen := 0
			for c := range after {
				if light[c] && !dark[c] && before[c] {
					t.Errorf("still drawn in %v of the light window", c)
				}
				if dark[c] {
					seen++
				}
			}
			if seen == 0 {
				t.Errorf("no colour of the dark window in %v", after)
			}
			if small > 0 && large != 2*small {
				t.Errorf("text of %v became %v at 200 %%", small, large)
			}
		})
	}
}

func TestAnswerBarTellsItsHalvesAndFollowsItsCounts(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 320, Height: 60})
	bar := kit.NewAnswerBar(5, 0, 0, 0, 5)
	w.Show(kit.Pad(kit.All(20), bar))
	w.Want("5 0 0 0 5")
	img := w.Win.Canvas().Capture()
	th := look.New(look.Light, 1)
	colours := func(fromX, toX int) map[color.Color]bool {
		out := map[color.Color]bool{}
		for x := fromX; x < toX; x++ {
			for y := 24; y < 32; y++ {
				out[color.NRGBAModel.Convert(img.At(x, y))] = true
			}
		}
		return out
	}
	low, high := colours(30, 80), colours(240, 290)
	hatch := look.Mix(th.Color(look.ColorInk, 0), th.Color(look.ColorAnswer1, 0), look.HatchShare)
	if !low[th.Color(look.ColorAnswer1, 0)] || !low[hatch] {
		t.Error("the low half is not drawn in its colour and hatch")
	}
	if !high[th.Color(look.ColorAnswer5, 0)] || len(high) != 1 {
		t.Errorf("the high half is drawn in %d colours", len(high))
	}
	bar.Set(0, 0, 4, 0, 0)
	w.Want("0 0 4 0 0")
	img = w.Win.Canvas().Capture()
	if !colours(30, 80)[th.Color(look.ColorAnswer3, 0)] {
		t.Error("the bar did not follow its counts")
	}
}

func TestBoardScrollsToTheItemWithTheFocus(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 640})
	columns := boardColumns()
	for i := range int64(30) {
		columns[0].Items = append(columns[0].Items, boardItem(100+i, fmt.Sprintf("Item %02d", i), "who", 1))
	}
	b := kit.NewBoard(columns, kit.BoardOptions{})
	w.Show(b)
	for _, id := range []int64{129, 1, 115} {
		b.FocusItem(id)
		n := w.ByID("item", fmt.Sprint(id))
		if n.At.Y < 30 || n.At.Y+n.Size.Height > 640 {
			t.Errorf("item %d stands from %v to %v", id, n.At.Y, n.At.Y+n.Size.Height)
		}
	}
}

func TestDraggingNearAnEdgeScrolls(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 640})
	columns := boardColumns()
	for i := range int64(30) {
		columns[1].Items = append(columns[1].Items, boardItem(100+i, fmt.Sprintf("Item %02d", i), "who", 1))
	}
	b := kit.NewBoard(columns, kit.BoardOptions{OnMove: func(int64, string, int) {}})
	w.Show(b)
	before := w.ByID("item", "110").At.Y
	drag := w.ByID("item", "1").Object.(fyne.Draggable)
	drag.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 190, DY: 550}})
	for range 20 {
		drag.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: 1}})
	}
	if after := w.ByID("item", "110").At.Y; after > before-100 {
		t.Errorf("an item of the column stood at %v and stands at %v", before, after)
	}
	drag.DragEnd()
}

func BenchmarkPageRelayout(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	w.Show(gallery(w))
	for i := range b.N {
		w.Win.Resize(fyne.NewSize(1200+float32(i%2)*40, 800))
	}
}

// countedDraws is something that counts how often it is drawn anew.
type countedDraws struct {
	widget.BaseWidget
	draws int
}

func (c *countedDraws) CreateRenderer() fyne.WidgetRenderer {
	return kit.Render(c, kit.Drawing{
		Layout: func(fyne.Size) {}, Least: func() fyne.Size { return fyne.NewSize(100, 900) }, Refresh: func() { c.draws++ },
	})
}

func TestAScrollDrawsItsContentOnce(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 960, Height: 640})
	c := &countedDraws{}
	c.ExtendBaseWidget(c)
	s := kit.NewPage(kit.VStack(8, c))
	w.Show(s)
	for name, deed := range map[string]struct {
		do   func()
		want int
	}{
		"refreshed":      {s.Refresh, 1},
		"laid out again": {s.Relayout, 1},
		"resized":        {func() { s.Resize(fyne.NewSize(700, 500)) }, 0},
	} {
		c.draws = 0
		deed.do()
		if c.draws != deed.want {
			t.Errorf("%s, its content is drawn %d times and not %d", name, c.draws, deed.want)
		}
	}
}
