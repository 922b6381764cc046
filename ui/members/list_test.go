package members

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given the demo, when a chip is tapped and a name typed without its accents, then only those are shown, and Show everyone
// leads back.
func TestChipsAndSearch(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Occasional 7")
	b.Want("7 of 24 shown", "Güneş Yıldırım")
	b.WantNot("Žofie Dvořáková")
	b.Type("Find…", "gunes YILD")
	b.Want("1 of 24 shown", "Güneş Yıldırım")
	b.Type("Find…", "zzz")
	b.Want("Nobody found.", "0 of 24 shown")
	b.Tap("Show everyone")
	b.Want("24 of 24 shown", "Žofie Dvořáková")
	b.Type("Find…", "contract tests")
	b.Want("Þórdís Jónsdóttir", "1 of 24 shown")
}

// Given the list, when a heading is tapped once, twice, three times, then it is sorted, backwards, and as it was.
func TestSortByHeading(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	first := func() string { return b.screen.state.NameOf(b.screen.VisibleIDs()[0]) }
	b.Tap("Name")
	b.Want("sorted by name")
	if first() != "Åsa Lindqvist" && first() != "Ægir Strømø" {
		t.Errorf("first by name is %s", first())
	}
	b.Tap("Name")
	b.Want("sorted by name, backwards")
	b.Tap("Name")
	b.Want("sorted by level, then name")
	b.Tap("Last seen")
	b.Want("sorted by last seen, then name")
}

// Given a row, when its menu is opened and the arrows are used, then deeds and people can be reached without the mouse.
func TestKeyboardAndMenu(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapSecondary("王晓梅")
	b.Want("王晓梅 has left", "王晓梅 was added by mistake", "Take 王晓梅 into the core team")
	b.Key("Escape")
	b.screen.Find()
	if b.Win.Canvas().Focused() != b.screen.search {
		t.Error("Find does not lead to the search field")
	}
	b.Win.Canvas().Focus(b.screen.list)
	before := b.screen.state.Selected()
	b.Key("Down")
	if b.screen.state.Selected() == before {
		t.Error("Down does not move the selection")
	}
	b.screen.Arrive(int64(12))
	if got := b.screen.pane.detail.Member.Name; got != "Дмитрий Орлов" {
		t.Errorf("arrived at %q", got)
	}
	b.screen.Arrive(data.Active)
	b.Want("5 of 24 shown")
}

// Given somebody searched for, when Enter is pressed, then the first found is shown, and Down leads on into the list.
func TestFromTheSearchFieldIntoTheList(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Find()
	b.Keys("data")
	b.Key("Return")
	first := b.screen.VisibleIDs()[0]
	if got := b.screen.state.Selected(); got != first {
		t.Errorf("Enter shows %d, want %d", got, first)
	}
	b.Key("Down")
	b.Key("Down")
	if got := b.screen.state.Selected(); got != b.screen.VisibleIDs()[1] {
		t.Errorf("Down shows %d of %v", got, b.screen.VisibleIDs())
	}
}

// Given large text in a small window, when the list has all the room, then what can be done with it stands in sight below it.
func TestFootOfTheListInASmallWindow(t *testing.T) {
	for _, o := range []uitest.Options{{Width: 960, Height: 640, Scale: 2}, {Scale: 2}, {}} {
		b := open(t, datatest.Demo(t), o)
		window := b.Win.Canvas().Size()
		for _, deed := range []string{"Columns", "Print or save…", "People moving"} {
			n := b.Find(deed)
			if n.At.X+n.Size.Width > window.Width || n.At.Y+n.Size.Height > window.Height {
				t.Errorf("%v: %q stands at %v", o, deed, n.At)
			}
		}
	}
}
