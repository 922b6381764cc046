package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given narrow fields side by side, when something is wrong with what was typed into them, then each sentence can be read in a few lines
// below its row, no sentence lies over another or leaves the row, and the row is as high as they need.
func TestSentencesBelowNarrowFields(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Width: 420, Height: 400})
	narrow := func(label string) *kit.Labelled { return kit.NewLabelled(label, kit.NewEntry("")) }
	time, minutes, last := narrow("Time"), narrow("Minutes"), narrow("Last")
	row := kit.Row(kit.RowOptions{Gap: 12}, kit.Fixed(66, time), kit.Fixed(66, minutes), kit.Spring(), kit.Fixed(66, last))
	below := kit.NewBody(kit.Plain("Below"))
	w.Show(kit.VStack(10, row, below))
	high := kit.HeightFor(row, 420)
	sentences := []string{"Please write the time as hours and minutes, for example 16:00.", "Please write a whole number of minutes between 5 and 600.",
		"Please write something else here, since this can't be read."}
	for i, l := range []*kit.Labelled{time, minutes, last} {
		l.SetError(sentences[i])
	}
	w.Settle()
	lineHigh := kit.HeightFor(kit.NewSmall(kit.Plain("x")), 400)
	var bottom float32
	for _, sentence := range sentences {
		n := w.Find(sentence)
		if n.Size.Height > 3*lineHigh+2 || n.At.X < 0 || n.At.X+n.Size.Width > 420 {
			t.Errorf("%q lies at %v, %v", sentence, n.At, n.Size)
		}
		if n.At.Y < bottom {
			t.Errorf("%q lies over the one before", sentence)
		}
		bottom = n.At.Y + n.Size.Height
	}
	if at := w.Find("Below").At.Y; at < bottom {
		t.Errorf("what comes below begins at %v, the sentences end at %v", at, bottom)
	}
	for _, l := range []*kit.Labelled{time, minutes, last} {
		l.SetError("")
	}
	w.Settle()
	if got := kit.HeightFor(row, 420); got != high {
		t.Errorf("without them the row is %v high, at first it was %v", got, high)
	}
}

func TestAFieldIsCalledByItsLabelForThoseWhoDoNotSee(t *testing.T) {
	deps := uitest.Open(t, uitest.Options{}).Deps()
	name, own, level, day := kit.NewEntry("Ann"), kit.NewEntry(""), kit.NewSelect(kit.Options("Core"), "Core", nil), kit.NewDateField(deps, nil, 0, nil)
	read := kit.NewReading("nothing noted yet", func() fyne.CanvasObject { return kit.NewEntry("Talks") })
	for _, f := range []struct {
		input fyne.CanvasObject
		said  fyne.CanvasObject // what has the focus, or the input
		want  string
	}{
		{name, nil, "Name, Ann"}, {kit.NewEntry(""), nil, "Name"}, {level, nil, "Name, Core"}, {read, nil, "Name, nothing noted yet"},
		{kit.Row(kit.RowOptions{}, kit.Weight(1, day)), day.Entry, "Name"},
		{kit.VStack(4, kit.NewLabelled("Own", own)), own, "Own"},
	} {
		l := kit.NewLabelled("Before", f.input)
		l.SetLabel("Name")
		if f.said == nil {
			f.said = f.input
		}
		if got := f.said.(fyne.Accessible).AccessibilityLabel(); !strings.HasPrefix(got, f.want) {
			t.Errorf("%T says %q, not %q", f.said, got, f.want)
		}
	}
	if got := read.Input().(fyne.Accessible).AccessibilityLabel(); got != "Name, Talks" {
		t.Errorf("the field that is read says %q once it is gone into", got)
	}
}
