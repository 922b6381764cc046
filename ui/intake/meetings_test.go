package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/ui/kit"
)

// eventsHeld are two events of the past.
func eventsHeld(s *data.Snapshot) (one, two data.Event) {
	for _, e := range s.Events {
		if e.Status == data.StatusHeld {
			one, two = two, e
		}
	}
	return one, two
}

// Given two pasted lists of who came without a day, then each is told apart and each has its own event; both come in at once.
func TestTwoPastedListsEachOfItsEvent(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	one, two := eventsHeld(b.Read())
	for at, text := range []string{"Pasted One\nPasted Two", "Pasted Three\nPasted One"} {
		s.Bring(kit.Bring{Text: text})
		b.Settle()
		s.again(at, func(c *exchange.Source, h exchange.Hints) { c.TakeFor(exchange.Attendance, h) })
		b.Settle()
	}
	b.Want("Who came: What was pasted", "Who came: What was pasted (2)", "line 1, What was pasted (2)")
	for list, e := range []data.Event{one, two} {
		s.state.DecideList(list, exchange.Decision{Do: exchange.Replace, Ours: e.ID})
		s.again(0, nil)
		b.Settle()
	}
	b.Keep("intake-two-pasted")
	s.state.Decide(1, exchange.Decision{Do: exchange.Leave}) // Pasted Two
	s.takeIn()
	b.Settle()
	after := b.Read()
	first, _ := after.EventByID(one.ID)
	second, _ := after.EventByID(two.ID)
	if first.Guests != max(one.Guests, 1) || second.Guests != max(two.Guests, 2) {
		t.Errorf("guests are %d and %d, before %d and %d", first.Guests, second.Guests, one.Guests, two.Guests)
	}
	if len(after.GuestMarks(one.ID)) != 1 || len(after.GuestMarks(two.ID)) != 2 {
		t.Errorf("known again are %v and %v", after.GuestMarks(one.ID), after.GuestMarks(two.ID))
	}
}

// Given two files of one name from two folders, then each is decided on for itself.
func TestTwoFilesOfOneName(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	dir := t.TempDir()
	var paths []string
	for _, folder := range []string{"north", "south"} {
		path := filepath.Join(dir, folder, "team.csv")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Name;Unit\nNew Same;"+folder+"\nOf "+folder+";IT\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	s.Bring(kit.Bring{Paths: paths})
	b.Settle()
	b.Want("team.csv in north", "team.csv in south", "line 2, team.csv in south")
	s.state.Decide(0, exchange.Decision{Do: exchange.Leave})
	s.again(0, nil)
	b.Settle()
	var taken []string
	for i := range s.state.plan.Rows {
		if r := &s.state.plan.Rows[i]; r.Do.Do == exchange.Add {
			taken = append(taken, r.Title()+" of "+s.state.sourceName(s.state.sources[r.From]))
		}
	}
	if want := []string{"Of north of team.csv in north", "Of south of team.csv in south"}; !slices.Equal(taken, want) {
		t.Errorf("taken are %q, want %q", taken, want)
	}
}

// Given a list of which nobody can tell whether it is of the meeting of another, then the page asks, offers that meeting, and keeps what was chosen
// while other files come.
func TestAListAlongWithAnother(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	list := func(name, title, people string) string {
		return file(t, name, "Meeting title,"+title+"\nStart time,2026-11-12 16:00\nEnd time,2026-11-12 17:00\n\nName,Join Time,Leave Time\n"+people)
	}
	s.Bring(kit.Bring{Paths: []string{list("a.csv", "Guild Sync", "Stran Ger,2026-11-12 16:00,2026-11-12 17:00\n"),
		list("b.csv", "Big room", "Other Stranger,2026-11-12 16:00,2026-11-12 17:00\n")}})
	b.Settle()
	b.Want("Please choose.", "Who came: Big room")
	b.Choose("Who came: Big room, 12 Nov 2026", "The same meeting as “Guild Sync” (a.csv)")
	b.Settle()
	s.Bring(kit.Bring{Paths: []string{file(t, "roster.csv", "Name;Unit\nNew Person;IT\n")}})
	b.Settle()
	b.Keep("intake-along")
	in := s.state.plan.Intake()
	if len(in.Events) != 1 || len(in.Guests) != 1 || in.Guests[0].Guests != 2 || in.Events[0].Title != "Guild Sync" {
		t.Errorf("taken in would be %+v", in)
	}
	if said := string(s.state.Report()); !strings.Contains(said, "b.csv") {
		t.Errorf("the report says %s", said)
	}
}
