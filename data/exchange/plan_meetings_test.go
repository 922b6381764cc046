package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
)

// listOf is what a program writes of one meeting: a line a person, "name minutes address".
func listOf(title string, on data.Date, start, end string, people ...string) *Source {
	var b strings.Builder
	fmt.Fprintf(&b, "Meeting title\t%s\nStart time\t%s %s\nEnd time\t%s %s\n\n", title, on, start, on, end)
	b.WriteString("Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\n")
	for _, who := range people {
		name, rest, _ := strings.Cut(who, "|")
		minutes, email, _ := strings.Cut(rest, "|")
		fmt.Fprintf(&b, "%s\t%s %s\t%s %s\t%sm\t%s\n", name, on, start, on, end, minutes, email)
	}
	return sourceOf(title+".csv", b.String())
}

func sourceOf(name, content string) *Source {
	return Understand(context.Background(), File{Name: name, Content: []byte(content)}, Hints{Zone: "Europe/Berlin"})
}

var meetingDay = data.NewDate(2026, 11, 12)

// told is what an intake notes: each event with who came to it, and how many guests.
func told(s *data.Snapshot, in data.Intake) []string {
	names, titles := map[int64]string{}, map[int64]string{}
	for _, m := range slices.Concat(s.Members, in.Members) {
		names[m.ID] = m.Name
	}
	for _, e := range slices.Concat(s.Events, in.Events) {
		titles[e.ID] = e.Title
	}
	var list []string
	for _, e := range in.Events {
		list = append(list, "event "+e.Title)
	}
	for _, a := range in.Present {
		list = append(list, fmt.Sprint(names[a.MemberID], " at ", titles[a.EventID], " ", a.MinutesPresent))
	}
	for _, g := range in.Guests {
		list = append(list, fmt.Sprint(g.Guests, " guests at ", titles[g.EventID]))
	}
	slices.Sort(list)
	return list
}

// Given two lists of one meeting that is not there yet, when they come in together, then it is one event; who is on both is there once, for as long
// as both lists say together.
func TestTwoListsOfOneMeeting(t *testing.T) {
	for name, second := range map[string]*Source{
		"the same title, two minutes later":   listOf("Guild Sync", meetingDay, "16:02", "17:01", "Li Wei|60|", "Anna Müller|30|", "Other Stranger|60|"),
		"a title with more words":             listOf("Guild Sync (big room)", meetingDay, "16:02", "17:01", "Li Wei|60|", "Anna Müller|30|", "Other Stranger|60|"),
		"no title, and the hours lie over it": listOf("", meetingDay, "16:10", "16:50", "Li Wei|60|", "Anna Müller|30|", "Other Stranger|60|"),
	} {
		p := NewPlan(ours(), planDay)
		p.AddSource(listOf("Guild Sync", meetingDay, "16:00", "17:00", "Bob Smith|60|", "Anna Müller|30|", "Stran Ger|60|"), second)
		got := told(p.snapshot, p.Intake())
		want := []string{"2 guests at Guild Sync", "Anna Müller at Guild Sync 0", "Li Wei at Guild Sync 0", "Robert (Bob) Smith at Guild Sync 0", "event Guild Sync"}
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Given two lists of one day of which nobody can tell whether they are of one meeting, then the second is left out until the leader says; of two
// meetings that have nothing in common, each is its own.
func TestWhetherTwoListsAreOneMeeting(t *testing.T) {
	for _, c := range []struct {
		name   string
		second *Source
		want   Deed
	}{
		{"the same title, hours later", listOf("Guild Sync", meetingDay, "20:00", "21:00", "Li Wei|60|"), Leave},
		{"another title at the same hour", listOf("Budget review", meetingDay, "16:00", "17:00", "Li Wei|60|"), Leave},
		{"another title at another hour", listOf("Budget review", meetingDay, "10:00", "11:00", "Li Wei|60|"), Add},
		{"the same title on another day", listOf("Guild Sync", meetingDay.AddDays(1), "16:00", "17:00", "Li Wei|60|"), Add},
	} {
		p := NewPlan(ours(), planDay)
		p.AddSource(listOf("Guild Sync", meetingDay, "16:00", "17:00", "Bob Smith|60|"), c.second)
		if got := p.Lists[1].Do.Do; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.want == Leave && p.Lists[1].Why.IsZero() {
			t.Errorf("%s: it does not say why it waits", c.name)
		}
		p.DecideList(1, Decision{Along, 0})
		if in := p.Intake(); len(in.Events) != 1 || len(in.Present) != 2 {
			t.Errorf("%s: along with the first it is %+v", c.name, in)
		}
		if p.DecideList(0, Decision{Along, 1}); p.Lists[0].Do.Do == Along {
			t.Errorf("%s: each is along with the other", c.name)
		}
	}
}

// Given lists of an event of ours with guests, when they come in together, then whoever stands on both is a guest once, and what is told is as many
// as came.
func TestGuestsOfSeveralLists(t *testing.T) {
	s := ours()
	s.Events[0].On, s.Events[0].Start = meetingDay, 16*60
	one := listOf("Lean coffee", meetingDay, "16:00", "17:00", "Anna Müller|20|", "Gast Eins|60|", "Gast Zwei|60|", "Gast Drei|60|")
	two := listOf("Lean coffee", meetingDay, "16:00", "17:00", "Anna Müller|30|", "Gast Vier|60|", "Eins, Gast|60|")
	s.Attendance = nil
	p := NewPlan(s, planDay)
	p.AddSource(one, two)
	in := p.Intake()
	if got, want := told(s, in), []string{"4 guests at Lean coffee", "Anna Müller at Lean coffee 50"}; !slices.Equal(got, want) {
		t.Errorf("noted are %q, want %q", got, want)
	}
	if got := wording(in.Told()); got != "It is noted that 5 people came." {
		t.Errorf("told is %q", got)
	}
}

// Given guests who were noted by an earlier list, when others come by a later one, then both count, and who stands on both once; the earlier list
// brings nothing more.
func TestGuestsOneListAfterAnother(t *testing.T) {
	s := ours()
	s.Events[0].On, s.Events[0].Guests = meetingDay, 3
	s.Settings = data.MarkGuests(nil, 1, []string{data.NameKey("Gast Eins"), data.NameKey("Gast Zwei"), data.NameKey("Gast Drei")}, nil)
	plan := func(people ...string) *Plan {
		p := NewPlan(s, planDay)
		p.AddSource(listOf("Lean coffee", meetingDay, "17:00", "18:00", people...))
		return p
	}
	p := plan("Gast Vier|60|", "Gast Fünf|60|", "Gast Eins|60|")
	in := p.Intake()
	if len(in.Guests) != 1 || in.Guests[0].Guests != 5 || wording(in.Told()) != "It is noted that 2 people came." {
		t.Errorf("noted are %+v, and told is %q", in.Guests, wording(in.Told()))
	}
	if r := p.Rows[2]; r.State != Same || r.Do.Do != Leave || wording(r.Why) != "Counts among the guests already." {
		t.Errorf("the one noted before is %s %s %q", r.State, r.Do.Do, wording(r.Why))
	}
	again := plan("Gast Eins|60|", "Gast Drei|60|")
	if in := again.Intake(); again.Taken() != 0 || in.Rows() != 0 {
		t.Errorf("the earlier list again notes %+v", in)
	}
	s.Events[0].Guests = 9 // the leader counted heads
	if in := plan("Gast Vier|60|").Intake(); in.Guests[0].Guests != 9 {
		t.Errorf("of nine who were counted, %d are left", in.Guests[0].Guests)
	}
	again.Decide(0, Decision{Replace, 2})
	s.Events[0].Guests = 3
	if in := again.Intake(); len(in.Guests) != 1 || in.Guests[0].Guests != 2 || len(in.Present) != 1 {
		t.Errorf("a guest who is one of ours leaves %+v", in)
	}
}

// Given a roster, a calendar and who came, in whatever order they are read and whether at once or one by one, then the plan is the same: people of
// the roster come, to the event of the calendar.
func TestTheOrderOfFilesDoesNotMatter(t *testing.T) {
	when := data.NewDate(2026, 11, 10)
	sources := func() []*Source {
		return []*Source{listOf("Hybrid Hour", when, "16:00", "17:00", "Zoë Bee|60|", "Gast Eins|60|"),
			sourceOf("roster.csv", "Name;E-mail;Unit\nZoë Bee;zoe@acme.example;IT\nCan Öz;;IT\n"),
			sourceOf("plan.csv", "Title;Date;Start\nHybrid Hour;10.11.2026;16:00\n")}
	}
	want := []string{"1 guests at Hybrid Hour", "Zoë Bee at Hybrid Hour 0", "event Hybrid Hour"}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {2, 0, 1}} {
		for _, atOnce := range []bool{true, false} {
			p := NewPlan(ours(), planDay)
			all := sources()
			ordered := []*Source{all[order[0]], all[order[1]], all[order[2]]}
			if atOnce {
				p.AddSource(ordered...)
			} else {
				for _, s := range ordered {
					p.AddSource(s)
				}
			}
			in := p.Intake()
			if got := told(p.snapshot, in); !slices.Equal(got, want) || len(in.Members) != 2 {
				t.Errorf("%v, at once: %v: %q and %d people, want %q", order, atOnce, got, len(in.Members), want)
			}
			if from := p.Lists[0].From; order[from] != 0 {
				t.Errorf("%v: the list is said to come from source %d", order, from)
			}
		}
	}
}

// Given somebody nobody knows on several lists, when the leader says once who it is, then that holds at all meetings; a row that was decided on by
// itself stays, and leaving one out leaves the others.
func TestOneWordForAllMeetings(t *testing.T) {
	p := NewPlan(ours(), planDay)
	for i := range 4 {
		p.AddSource(listOf("Webinar", data.NewDate(2026, 9, 3+i), "16:00", "17:00", "Zed Unknown|60|z@example.com", "Anna Müller|60|"))
	}
	zed := func() (all []Decision) {
		for i := range p.Rows {
			if p.Rows[i].Title() == "Zed Unknown" {
				all = append(all, p.Rows[i].Do)
			}
		}
		return all
	}
	p.Decide(6, Decision{Do: Leave})
	p.Decide(0, Decision{Replace, 2})
	if got, want := zed(), []Decision{{Replace, 2}, {Replace, 2}, {Replace, 2}, {Do: Leave}}; !slices.Equal(got, want) {
		t.Errorf("they are %v, want %v", got, want)
	}
	p.Decide(1, Decision{Do: Leave})
	if p.Rows[3].Do != (Decision{Replace, 1}) {
		t.Errorf("leaving Anna out of one meeting leaves her %v at the next", p.Rows[3].Do)
	}
}

// Given a roster and a list with the same doubtful name, when the leader decides about the person, then their coming follows.
func TestComingFollowsThePerson(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddSource(listOf("Webinar", data.NewDate(2026, 9, 3), "16:00", "17:00", "A. Muller|60|", "Neuer Mann|60|"), sourceOf("roster.csv", "Name;Unit\nA. Muller;IT\nNeuer Mann;IT\n"))
	at := func(title string, what What) int {
		return slices.IndexFunc(p.Rows, func(r PlanRow) bool { return r.Title() == title && r.What() == what })
	}
	p.Decide(at("A. Muller", People), Decision{Replace, 1})
	if r := p.Rows[at("A. Muller", Attendance)]; r.Do != (Decision{Replace, 1}) {
		t.Errorf("her coming is %s %v", r.State, r.Do)
	}
	p.Decide(at("Neuer Mann", People), Decision{Do: Leave})
	if r := p.Rows[at("Neuer Mann", Attendance)]; r.Do.Do != Guest {
		t.Errorf("who does not come in is %v at the meeting", r.Do)
	}
	p.Decide(at("Neuer Mann", People), Decision{Do: Add})
	if in := p.Intake(); len(in.Members) != 2 || len(in.Present) != 2 || len(in.Guests) != 0 {
		t.Errorf("taken in is %+v", in)
	}
}
