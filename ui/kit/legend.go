package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// NewLegend says what answers mean that an AnswerBar of five shows: those swatches, counted from 0, and the words.
func NewLegend(words string, answers ...int) *fyne.Container {
	cells := make([]Cell, 0, len(answers)+1)
	for _, i := range answers {
		cells = append(cells, Own(newSwatch(i)))
	}
	return Row(RowOptions{Gap: 4, Align: Middle}, append(cells, Own(Note(words)))...)
}

// swatch is one answer's colour as a bar shows it, hatched where it is low.
type swatch struct {
	widget.BaseWidget
	answer int
}

func newSwatch(answer int) *swatch {
	s := &swatch{answer: answer}
	s.ExtendBaseWidget(s)
	return s
}

// Parts are the children: none.
func (s *swatch) Parts() []fyne.CanvasObject { return nil }

func (s *swatch) side() float32 { return evenSide(look.Size(look.SizeSmall)) }

// CreateRenderer links the widget to its drawing.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(func(w, h int) image.Image {
		counts := make([]int, 5)
		counts[s.answer] = 1
		bar := AnswerBar{counts: counts}
		return bar.painter(w, h, float64(w)/float64(max(1, s.side()))).image()
	})
	return &drawn{
		widget: s, objects: always(raster),
		layout: func(size fyne.Size) {
			raster.Move(fyne.NewPos(0, whole((size.Height-s.side())/2)))
			raster.Resize(fyne.NewSquareSize(s.side()))
		},
		least:   func() fyne.Size { return fyne.NewSquareSize(s.side()) },
		refresh: func() { raster.Refresh() },
	}
}
