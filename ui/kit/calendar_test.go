package kit_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// dated is a window with one field for a day.
type dated struct {
	*uitest.Window
	field *kit.DateField
	label *kit.Labelled
	kept  []string
}

func openDated(t *testing.T, region, on string) *dated {
	w := &dated{Window: uitest.Open(t, uitest.Options{Width: 600, Height: 600, Region: region})}
	day, err := data.ParseDate(on)
	if err != nil {
		t.Fatal(err)
	}
	w.field = kit.NewDateField(w.Deps(), w.Timer, day, func(d data.Date) { w.kept = append(w.kept, d.String()) })
	w.label = kit.NewLabelled("When", w.field).Hinted("Ask Mia.").Watch(w.Deps().Say)
	w.Show(kit.NewPage(w.label))
	return w
}

// Given a day that may be read otherwise, when it is typed, then the field says in words how it is read; once it is left, it shows the day
// itself, and nothing is said twice.
func TestHowADayIsRead(t *testing.T) {
	for _, c := range []struct{ region, typed, said string }{
		{"", "3/12/2026", "Thu 3 December 2026"}, {"en_US", "3/12/2026", "Thu March 12, 2026"}, {"sv_SE", "26-12-03", "Thu 3 December 2026"},
		{"", "tomorrow", "Sun 22 November 2026"}, {"", "3.12.26", "Thu 3 December 2026"}, {"", "2026-12-03", ""}, {"", "3 Dec 2026", ""}, {"", "soon", ""}, {"", "", ""},
	} {
		w := openDated(t, c.region, "2027-01-31")
		w.Type("When", c.typed)
		if got := w.label.Reading(); got != c.said {
			t.Errorf("%q in %q: said %q, want %q", c.typed, c.region, got, c.said)
		}
		if c.said == "" {
			continue
		}
		w.Want(c.said)
		w.WantNot("Ask Mia.")
		w.Leave()
		read, _ := w.field.Date()
		if got, want := w.field.Entry.Text, w.Deps().Say.OnWeekday(read); got != want {
			t.Errorf("once it is left, %q stands as %q, want %q", c.typed, got, want)
		}
		w.Want("Ask Mia.")
		w.WantNot(c.said)
	}
}

// Given a time written along with a day, when the field is left, then whoever takes times has it, or it stays with the day where that is
// wanted; else it is passed over.
func TestAnHourBesideItsDay(t *testing.T) {
	for _, c := range []struct {
		takes, with bool
		said, left  string
	}{
		{false, false, "Thu 26 November 2026", "Thu 26 Nov 2026"}, {true, false, "Thu 26 November 2026, 16:00", "Thu 26 Nov 2026"}, {false, true, "Thu 26 November 2026, 16:00", "Thu 26 Nov 2026, 16:00"},
	} {
		w := openDated(t, "", "")
		taken := ""
		if w.field.WithHour = c.with; c.takes {
			w.field.OnHour = func(at data.Clock) { taken = at.String() }
		}
		w.Type("When", "next Thu 4pm")
		w.Want(c.said)
		w.Leave()
		if got := w.field.Entry.Text; got != c.left || c.takes != (taken == "16:00") || len(w.kept) != 1 || w.kept[0] != "2026-11-26" {
			t.Errorf("%+v: stands as %q, took %q, kept %v", c, got, taken, w.kept)
		}
	}
}

// Given a form that asks for a day and a time, when the time is written along with the day, then it stands in its own field.
func TestAnHourGoesToItsField(t *testing.T) {
	for _, leave := range []bool{true, false} {
		w := uitest.Open(t, uitest.Options{Width: 700, Height: 600})
		e := data.Event{On: w.Clock.Today(), Start: 10 * 60}
		saved := false
		kit.NewRowForm(w.Deps(), &e, data.EventFields).Line("on", "start").Open(kit.Form{Title: "Move", SaveText: "Save", Save: func() error { saved = true; return nil }})
		w.Type("Day", "next Thu 16:00")
		if leave {
			w.Leave()
			w.Want("16:00", "Thu 26 Nov 2026")
		}
		w.Tap("Save")
		if !saved || e.On.String() != "2026-11-26" || e.Start.String() != "16:00" {
			t.Errorf("saved %v on %s at %s", saved, e.On, e.Start)
		}
	}
}

// Given a narrow field for a day between others, then how it is read stands below that field, not below the one before.
func TestReadingStandsAtItsField(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		w := uitest.Open(t, uitest.Options{Width: 900, Height: 400, Scale: scale})
		when := kit.NewLabelled("When", kit.NewDateField(w.Deps(), w.Timer, 0, nil)).Watch(w.Deps().Say)
		w.Show(kit.NewPage(kit.Row(kit.RowOptions{Gap: 12}, kit.Weight(1, kit.NewLabelled("What", kit.NewEntry(""))), kit.Fixed(128*scale, when), kit.Fixed(40, kit.NewLabelled("At", kit.NewEntry(""))))))
		w.Type("When", "29/9/27")
		said, field := w.Find("Wed 29 September 2027"), w.Field("When")
		if said.At.X < field.At.X-8*scale || said.At.Y < field.At.Y+field.Size.Height {
			t.Errorf("at %v it stands at %v, the field at %v", scale, said.At, field.At)
		}
	}
}

func TestDayOfAnotherWeekday(t *testing.T) {
	w := openDated(t, "", "")
	w.Type("When", "Fri 3 Dec 2026")
	w.Leave()
	if got := w.ErrorAt("When"); got != "3 Dec 2026 falls on another day of the week. Please correct one of the two." || len(w.kept) != 0 {
		t.Errorf("said %q, kept %v", got, w.kept)
	}
}

func TestDateFieldCalendarOpensAtTheValue(t *testing.T) {
	w := openDated(t, "", "2027-01-31")

	w.TapNode(w.ByID("button", "calendar"))
	w.Want("January 2027", "Mon")
	w.Tap("15")
	if len(w.kept) != 1 || w.kept[0] != "2027-01-15" || w.field.Entry.Text != "Fri 15 Jan 2027" {
		t.Errorf("chose %v, shown %q", w.kept, w.field.Entry.Text)
	}

	w.TapNode(w.ByID("button", "calendar"))
	w.Want("January 2027")
	w.Key(fyne.KeyEscape)
	w.WantNot("January 2027")
	w.Want("Fri 15 Jan 2027")
}

// Given the calendar of an empty field, when keys are pressed, then they go from today over days, weeks and months, and Enter chooses.
func TestCalendarByKeys(t *testing.T) {
	w := openDated(t, "", "")
	w.TapNode(w.ByID("button", "calendar"))
	at := func() string {
		return w.ByID("calendar", "calendar.days").Object.(interface{ UIValue() string }).UIValue()
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{"", "Sat 21 November 2026"}, {fyne.KeyRight, "Sun 22 November 2026"}, {fyne.KeyDown, "Sun 29 November 2026"}, {fyne.KeyLeft, "Sat 28 November 2026"}, {fyne.KeyDown, "Sat 5 December 2026"},
		{fyne.KeyUp, "Sat 28 November 2026"}, {fyne.KeyPageDown, "Mon 28 December 2026"}, {fyne.KeyPageUp, "Sat 28 November 2026"}, {fyne.KeyHome, "Sun 1 November 2026"}, {fyne.KeyEnd, "Mon 30 November 2026"}, {fyne.KeyT, "Sat 21 November 2026"}, {fyne.KeyUp, "Sat 14 November 2026"},
	} {
		if c.key != "" {
			w.Key(c.key)
		}
		if got := at(); got != c.want {
			t.Errorf("%s leads to %s, want %s", c.key, got, c.want)
		}
	}
	w.Key(fyne.KeyReturn)
	w.WantNot("November 2026")
	if len(w.kept) != 1 || w.kept[0] != "2026-11-14" {
		t.Errorf("kept %v", w.kept)
	}
}

// Given an open calendar, when Escape is pressed, then it is gone, nothing is chosen, and the cursor is in its field.
func TestEscapeClosesTheCalendar(t *testing.T) {
	w := openDated(t, "", "2026-12-03")
	w.Win.Canvas().Focus(w.field.Entry)
	w.Key(fyne.KeyF4)
	w.Want("December 2026")
	w.Key(fyne.KeyRight)
	w.Key(fyne.KeyEscape)
	w.WantNot("December 2026")
	if len(w.kept) != 0 || !w.field.Entry.Focused() {
		t.Errorf("kept %v, the focus is on %T", w.kept, w.Win.Canvas().Focused())
	}
}

// Given regions whose weeks begin on other days, then the calendar's do, and each day stands below its name.
func TestCalendarWeeks(t *testing.T) {
	for region, first := range map[string]string{"en_US": "Sun", "de_DE": "Mon", "ar_EG": "Sat"} {
		w := openDated(t, region, "2026-12-03")
		w.TapNode(w.ByID("button", "calendar"))
		names := map[float32]string{}
		left, leftmost := float32(1e6), ""
		for _, name := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
			n := w.Find(name)
			if names[n.At.X] = name; n.At.X < left {
				left, leftmost = n.At.X, name
			}
		}
		if leftmost != first || names[w.Find("17").At.X] != "Thu" {
			t.Errorf("%s: weeks begin on %s, and 17 December is a %s", region, leftmost, names[w.Find("17").At.X])
		}
	}
}

// Pictures of the calendar, with today beside the day chosen, and with the ring away from both.
func TestPictureCalendar(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for name, o := range map[string]uitest.Options{"calendar": {}, "calendar-dark": {Dark: true}, "calendar-200": {Scale: 2}} {
		o.Width, o.Height = 760, 700
		w := uitest.Open(t, o)
		f := kit.NewDateField(w.Deps(), nil, w.Clock.Today().AddDays(-3), nil)
		w.Show(kit.NewPage(kit.NewLabelled("When", f)))
		w.TapNode(w.ByID("button", "calendar"))
		w.Key(fyne.KeyDown)
		w.Picture(filepath.Join(folder, name+".png"))
	}
}

// Given a field of a day, when Tab comes to it, then its text is selected, F4 and Alt+Down open its calendar, and the next Tab leaves it.
func TestDateFieldByKeys(t *testing.T) {
	w := openDated(t, "", "2026-12-03")
	w.Win.Canvas().Focus(w.field.Entry)
	if got := w.field.Entry.SelectedText(); got != "Thu 3 Dec 2026" {
		t.Errorf("%q is selected", got)
	}
	w.Key(fyne.KeyF4)
	w.Want("December 2026")
	w.Key(fyne.KeyEscape)
	w.WantNot("December 2026")
	w.Win.Canvas().Focus(w.field.Entry)
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	w.Want("December 2026")
	w.Key(fyne.KeyEscape)
	w.Win.Canvas().Focus(w.field.Entry)
	w.Key(fyne.KeyTab)
	if _, is := w.Win.Canvas().Focused().(interface {
		UINode() (string, string, string)
	}); is && w.FocusText() == "calendar" {
		t.Error("Tab visits the picture of a calendar")
	}
}

// Given a choice with the focus, when a letter is typed, then it opens at what begins with it, and Enter takes that.
func TestSelectOpensOnTyping(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	chosen := ""
	s := kit.NewSelect(kit.Options("Core", "Active", "Peripheral"), "Core", func(key string) { chosen = key })
	w.Show(kit.NewPage(kit.NewLabelled("Level", s)))
	w.Win.Canvas().Focus(s)
	w.Keys("p")
	w.Want("Peripheral")
	w.Key(fyne.KeyReturn)
	if chosen != "Peripheral" {
		t.Errorf("chosen %q", chosen)
	}
}
