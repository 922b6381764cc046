package meeting

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/ui/look"
)

// drawing is the stage while it is drawn.
type drawing struct {
	*stage
	size       fyne.Size
	edge, unit float32 // unit is a thirtieth of the height, the least size of letters
	top, foot  float32 // where the room between head and foot begins and ends
	out        []fyne.CanvasObject
	said       []string // the texts
}

func (s *stage) draw(size fyne.Size) {
	d := &drawing{stage: s, size: size, edge: whole(size.Width * 0.0375), unit: size.Height / 30}
	ground := canvas.NewRectangle(look.Color(look.ColorSurface))
	ground.Resize(size)
	d.out = append(d.out, ground)
	d.chapters()
	d.head()
	d.footer()
	d.body()
	s.objects, s.drawn = d.out, d.said
}

func whole(n float32) float32 { return float32(math.Floor(float64(n))) }

// ink is how letters look.
type ink struct {
	size  float32
	bold  bool
	color fyne.ThemeColorName
	right bool // ends at the right of its room
	mid   bool // stands in the middle of it
	lines int  // at most; 0 for any number
}

// write writes words that wrap in a width, and gives how high they are.
func (d *drawing) write(text string, x, y, width float32, k ink) float32 {
	d.said = append(d.said, text)
	lines := wrap(text, width, k.size, k.bold)
	if k.lines > 0 && len(lines) > k.lines {
		lines = lines[:k.lines]
		lines[k.lines-1] = short(lines[k.lines-1]+" …", width, k.size, k.bold)
	}
	line := d.lineHeight(k.size)
	for i, words := range lines {
		t := canvas.NewText(words, look.Color(orInk(k.color)))
		t.TextSize, t.TextStyle.Bold = k.size, k.bold
		w := t.MinSize().Width
		at := x
		switch {
		case k.right:
			at = x + width - w
		case k.mid:
			at = x + (width-w)/2
		}
		t.Move(fyne.NewPos(whole(at), whole(y+float32(i)*line)))
		t.Resize(t.MinSize())
		d.out = append(d.out, t)
	}
	return float32(len(lines)) * line
}

func orInk(name fyne.ThemeColorName) fyne.ThemeColorName {
	if name == "" {
		return look.ColorInk
	}
	return name
}

func (d *drawing) lineHeight(size float32) float32 { return whole(size * 1.32) }

// measured is the width of words.
func measured(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
}

// wrap breaks words into lines; a word that is wider than the width is broken too, as are scripts without spaces.
func wrap(text string, width, size float32, bold bool) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for {
			try := word
			if line != "" {
				try = line + " " + word
			}
			if measured(try, size, bold) <= width {
				line = try
				break
			}
			if line != "" {
				lines, line = append(lines, line), ""
				continue
			}
			n := fits(word, width, size, bold)
			lines, word = append(lines, string([]rune(word)[:n])), string([]rune(word)[n:])
			if word == "" {
				break
			}
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fits is how many letters of a word fit into a width, one at least.
func fits(word string, width, size float32, bold bool) int {
	runes := []rune(word)
	n := 1
	for n < len(runes) && measured(string(runes[:n+1]), size, bold) <= width {
		n++
	}
	return n
}

// short cuts a line with … so that it fits.
func short(text string, width, size float32, bold bool) string {
	if measured(text, size, bold) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(runes[:n]), " ") + "…"; measured(cut, size, bold) <= width {
			return cut
		}
	}
	return "…"
}

// box is a rectangle of a colour.
func (d *drawing) box(x, y, w, h, radius float32, name fyne.ThemeColorName) {
	r := canvas.NewRectangle(look.Color(name))
	r.CornerRadius = radius
	r.Move(fyne.NewPos(whole(x), whole(y)))
	r.Resize(fyne.NewSize(whole(w), whole(h)))
	d.out = append(d.out, r)
}

// width is the room between the edges.
func (d *drawing) width() float32 { return d.size.Width - 2*d.edge }
