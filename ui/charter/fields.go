package charter

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/ui/kit"
)

// field makes a field of the charter, as it is described.
func (s *Screen) field(key string) *kit.Labelled {
	f := data.CommunityFields.Of(key)
	if f.Input == data.InputList {
		l := s.fields.Words(key, s.deps.Say.Of(f.Label), rowsOf[key], func(c *data.Community) string { return bulleted(*f.List(c)) },
			func(c *data.Community, text string) error { *f.List(c) = data.ParseLines(text); return nil })
		l.About = f.ID()
		return s.placed(key, l)
	}
	return s.placed(key, s.fields.Of(f, rowsOf[key]))
}

// placed lets a field grow while it is typed into, and be found by its key.
func (s *Screen) placed(key string, l *kit.Labelled) *kit.Labelled {
	s.grows(l)
	s.spot(key, l, func() fyne.Focusable { return s.fields.Input(key) })
	return l
}

// grows lays the page out again when a field needs another line.
func (s *Screen) grows(l *kit.Labelled) {
	if f, ok := l.Input().(*kit.TextField); ok {
		f.OnTyped = func(string) {
			if f.HeightFor(f.Size().Width) != f.Size().Height {
				s.relayout()
			}
		}
	}
}

// bulleted writes a list for a field: where entries wrap, the bullets show where
// each begins. data takes them away again.
func bulleted(l data.Lines) string {
	if len(l) == 0 {
		return ""
	}
	return chartertext.Bullet + strings.Join(l, "\n"+chartertext.Bullet)
}

// halves puts two things side by side where there is room.
func halves(left, right fyne.CanvasObject) *fyne.Container {
	return kit.Row(kit.RowOptions{Gap: 14, StackBelow: 380, StackGap: fieldGap}, kit.Weight(1, left), kit.Weight(1, right))
}

// thirds puts three things side by side where there is room.
func thirds(a, b, c fyne.CanvasObject) *fyne.Container {
	return kit.Row(kit.RowOptions{Gap: 14, StackBelow: 460, StackGap: fieldGap}, kit.Weight(1, a), kit.Weight(1, b), kit.Weight(1, c))
}

// fieldGap stands between the fields of a card, in points.
const fieldGap float32 = 10

// stack puts the fields of a card below one another.
func stack(objects ...fyne.CanvasObject) *fyne.Container { return kit.VStack(fieldGap, objects...) }

// more keeps fields that are rarely wanted out of sight until they are asked for,
// until one of them is gone to, or once the charter has one of them.
func (s *Screen) more(keys []string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	hidden := stack(objects...)
	hidden.Hide()
	var btn *kit.LinkBtn
	asked := false
	toggle := func(show bool) {
		hidden.Hidden = !show
		btn.SetText(s.deps.Say.Text("Show more fields"))
		if show {
			btn.SetText(s.deps.Say.Text("Show fewer fields"))
		}
		s.relayout()
	}
	btn = kit.NewLinkBtn(s.deps.Say.Text("Show more fields"), func() {
		asked = true
		toggle(hidden.Hidden)
	})
	btn.ID = "more." + keys[0]
	line := kit.Left(btn)
	for _, key := range keys {
		known := s.spots[key]
		s.spot(key, known.object, func() fyne.Focusable {
			if hidden.Hidden {
				toggle(true)
			}
			return known.focus()
		})
	}
	s.unfolds = append(s.unfolds, func() {
		filled := slices.ContainsFunc(keys, s.state.View().has)
		if line.Hidden = filled && !asked; line.Hidden && hidden.Hidden {
			toggle(true)
		}
	})
	return stack(line, hidden)
}
