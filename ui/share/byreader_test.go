package share

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// byReader is the page as one comes to it.
func byReader(t *testing.T, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := open(t, st, o)
	b.screen.choose(showReaders)
	b.Settle()
	return b
}

// Given the demo, then on top stands what is due, the longest ago first, with one primary button, and below what there is for whom.
func TestShareByReader(t *testing.T) {
	b := byReader(t, datatest.Demo(t), uitest.Options{})
	b.Want("Due now", "Minutes of “Accessibility checks by hand”", "Minutes of “Half-year retrospective”", "Report to your sponsors",
		"Sponsors", "Amélie Fournier and Κατερίνα Δήμου", "Members", "23 people", "Next event", "Second lightning round", "Me", "stays with you",
		"Sponsor report", "Results workbook", "Value stories", "What we said", "Digest", "Charter poster", "Meeting kit", "Announcement", "Board",
		"The year on a page", "Handover binder")
	b.WantNot("Ballots and tally sheet")
	b.Tap("Write minutes")
	begun, is := b.Visits[len(b.Visits)-1].Args.(kit.Begun)
	if !is || begun.Row != (data.Minutes{EventID: 8}) {
		t.Errorf("the first leads to %+v", b.Visits)
	}
	b.Tap("Prepare a report")
	b.Want("Write your part…", "Save as…")
	b.Tap("All documents")
	b.Want("Due now")
	b.Tap("All 23")
	b.Want("Ballots and tally sheet")
	b.WantNot("Due now")
}

// Given minutes that are written, then they are to be published; those published are due no more.
func TestWhatIsDueGoesOn(t *testing.T) {
	st := datatest.Demo(t)
	b := byReader(t, st, uitest.Options{})
	keep := func(change func(*data.Minutes)) {
		t.Helper()
		if err := st.ChangeMinutes(t.Context(), 8, store.Visit{}, change); err != nil {
			t.Fatal(err)
		}
		b.Settle()
	}
	keep(func(m *data.Minutes) { m.Text = "Five lines" })
	b.Want("written, and not published yet")
	b.Tap("Publish minutes")
	if at := b.Visits[len(b.Visits)-1].Args; at != (data.Place{Kind: data.PlaceEvent, ID: 8}) {
		t.Errorf("publishing leads to %+v", at)
	}
	keep(func(m *data.Minutes) { m.PublishedOn = datatest.Today })
	b.WantNot("Minutes of “Accessibility checks by hand”")
}

// Given a community just founded, then nothing is due, and each reader has something all the same; in guest view nothing stands there
// that lists people.
func TestShareOfAnEmptyCommunity(t *testing.T) {
	st := datatest.Founded(t)
	b := byReader(t, st, uitest.Options{})
	b.WantNot("Due now")
	b.Want("Pitch", "nobody yet", "none is planned", "Handover binder")
	st.ShowGuests(true)
	b.screen.Load()
	b.Settle()
	b.WantNot("Handover binder")
	b.Want("The year on a page")
}

// Given the viewer that draws the very pages, then the small pictures are first pages and the first lines of texts.
func TestMinisAreFirstPages(t *testing.T) {
	b := openReal(t, uitest.Options{})
	b.screen.choose(showReaders)
	b.Settle()
	for _, m := range b.screen.minis {
		switch kind := m.order.Kind(); {
		case kind == "pdf" && (m.page == nil || inked(m.page) < 0.001):
			t.Errorf("%s has no page", m.order.Name)
		case kind == "md" && !slices.ContainsFunc(m.lines, func(line string) bool { return strings.TrimSpace(line) != "" }):
			t.Errorf("%s has no lines", m.order.Name)
		}
	}
	if n := len(b.screen.minis); n != 15 || b.screen.waiting != 0 {
		t.Errorf("%d pictures, %d are waited for", n, b.screen.waiting)
	}
	if uitest.KeepsPictures() {
		b.Keep("readers-light")
		for name, o := range map[string]uitest.Options{"dark": {Dark: true}, "200": {Scale: 2}, "small": {Width: 960, Height: 640}} {
			b := openReal(t, o)
			b.screen.choose(showReaders)
			b.Keep("readers-" + name)
		}
		byReader(t, datatest.Founded(t), uitest.Options{}).Keep("readers-empty")
	}
}

// Given the page is left before all first pages are drawn, then the others are not drawn, and are drawn when one comes back.
func TestLeavingEndsTheDrawing(t *testing.T) {
	st, late := datatest.Demo(t), &uitest.HandRunner{}
	w := uitest.Open(t, uitest.Options{Runner: late})
	s := New(w.Deps(), st, Options{Folder: filepath.Join(t.TempDir(), "made"), Viewer: func() (Viewer, error) { return &paper{}, nil }})
	w.ShowPage(s)
	late.Finish(0) // the reading
	w.Settle()
	if len(s.minis) == 0 || s.waiting == 0 {
		t.Fatalf("%d first pages, %d to be drawn", len(s.minis), s.waiting)
	}
	s.Leave()
	if !s.Stop() {
		t.Error("nobody hears that something is left to be drawn")
	}
	late.FinishAll()
	if slices.ContainsFunc(s.minis, func(m *mini) bool { return m.page != nil }) {
		t.Error("a page was drawn for nobody")
	}
}

// Given sponsors who have long not heard, when the report is prepared, then its preview opens with the days that it covers, to be changed.
func TestAReportOpensWithItsPeriod(t *testing.T) {
	b := byReader(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Prepare a report")
	now, _ := b.screen.state.HumanPart(0, 0)
	if b.screen.reader == nil || b.screen.reader.form.Name != "sponsor" {
		t.Fatal("no report is shown")
	}
	if c := b.screen.reader.choices; c.From != now.From || c.Until != now.Until || c.From == 0 {
		t.Errorf("it covers %s to %s, want %s to %s", c.From, c.Until, now.From, now.Until)
	}
	b.screen.closeReader()
	b.screen.Arrive(data.Place{Kind: data.PlaceDocument, Key: "sponsor"}) // as Overview does
	b.Settle()
	if r := b.screen.reader; r == nil || r.form.Name != "sponsor" || r.choices.From != now.From {
		t.Errorf("Overview leads to %+v", r)
	}
}

// Given a head that was laid out before the file was read, then its chips get the room it takes to tell how many documents there are.
func TestChipsGetTheirRoom(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	chips := b.screen.chips
	chips.Set([]string{"By reader", "All", "Sent and saved"}, showReaders)
	b.screen.Content().Refresh()
	narrow := chips.Size().Width
	b.screen.take(b.screen.state.View())
	if chips.Size().Width <= narrow || chips.Size().Width < chips.NaturalWidth() {
		t.Errorf("the chips have %v after %v and need %v", chips.Size().Width, narrow, chips.NaturalWidth())
	}
}
