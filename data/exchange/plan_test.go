package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
)

var planDay = data.NewDate(2026, 11, 21)

// ours is a community of a few people, two events and an item.
func ours() *data.Snapshot {
	joined := data.NewDate(2025, 3, 1)
	person := func(id int64, name, email, called string) data.Member {
		return data.Member{ID: id, Name: name, Email: email, Called: called, Kind: data.KindMember, JoinedOn: joined}
	}
	left := person(6, "Ute Alt", "", "")
	left.LeftOn = data.NewDate(2026, 1, 1)
	erased := person(7, "former member 1", "", "")
	erased.ErasedOn = joined
	event := func(id int64, title string, on data.Date, start data.Clock) data.Event {
		return data.Event{ID: id, Title: title, Format: "lean_coffee", On: on, Start: start, TimeZone: "Europe/Berlin", Minutes: 60,
			Audience: data.OpenEvent, Status: data.StatusHeld, Brought: data.NotCounted}
	}
	return &data.Snapshot{
		Community: data.Community{TimeZone: "Europe/Berlin"},
		Members: []data.Member{person(1, "Anna Müller", "anna@example.org", ""), person(2, "Robert (Bob) Smith", "", ""), person(3, "Li Wei", "li@example.org", "Willy"),
			person(4, "Jonas Meyer", "", ""), person(5, "Jonas Meyer", "", ""), left, erased},
		Events:     []data.Event{event(1, "Lean coffee", data.NewDate(2026, 10, 1), 17*60), event(2, "Lab", data.NewDate(2026, 10, 1), 10*60)},
		Items:      []data.Item{{ID: 1, Title: "Write a guide", Kind: data.KindArtefact, Column: data.ColumnReady, CreatedOn: joined}},
		Attendance: []data.Attendance{{ID: 1, EventID: 1, MemberID: 1, Present: true}},
		KnownNames: []data.KnownName{{ID: 1, Name: data.NameKey("MB 12 Phone"), MemberID: 3}},
	}
}

// brought is a person as a source brings them; fields beside the name are given as key=value.
func brought(name string, more ...string) Person {
	b := Person{Row: data.Member{Name: name}, Given: []string{"name"}}
	for _, pair := range more {
		key, value, _ := strings.Cut(pair, "=")
		f := data.MemberFields.Of(key)
		switch f.Input {
		case data.InputDate:
			*f.Date(&b.Row), _ = data.ParseDate(value)
		case data.InputList:
			*f.List(&b.Row) = strings.Split(value, ";")
		default:
			*f.Text(&b.Row) = value
		}
		b.Given = append(b.Given, key)
	}
	return b
}

// Given people who are new, known, changed, doubtful, when they are planned, then each row says so.
func TestPlanOfPeople(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Person
		want string
	}{
		{"nobody of ours", brought("Ingrid Neu"), "new add 0"},
		{"same in another spelling", brought("MUELLER, Anna"), "same leave 0"},
		{"by address alone, name nearly the same", brought("Anne Müller", "email=ANNA@example.org", "unit=IT"), "changed replace 1"},
		{"by address, another name", brought("Team mailbox", "email=anna@example.org"), "doubtful leave 0"},
		{"nickname in brackets", brought("Bob Smith", "unit=IT"), "changed replace 2"},
		{"name wished for", brought("Willy Wei"), "same leave 0"},
		{"two of that name", brought("Meyer Jonas"), "doubtful leave 0"},
		{"almost the name", brought("Anna Möller"), "doubtful leave 0"},
		{"same name, other address", brought("Anna Müller", "email=a.mueller@example.com"), "doubtful leave 0"},
		{"left", brought("Ute Alt"), "doubtful leave 0"},
		{"erased", brought("former member 1"), "new add 0"},
		{"a name on lists", brought("mb 12 phone", "unit=IT"), "changed replace 3"},
		{"left before joining", brought("Otto Neu", "joinedOn=2026-05-01", "leftOn=2026-04-01"), "refused leave 0"},
	} {
		p := NewPlan(ours(), planDay)
		p.AddPeople("a file", []Person{c.in})
		r := p.Rows[0]
		if got := fmt.Sprint(r.State, " ", r.Do.Do, " ", r.Do.Ours); got != c.want {
			t.Errorf("%s: %s (%v), want %s", c.name, got, r.Why, c.want)
		}
	}
}

// Given a twin within one file, when it is planned, then the second is doubtful and names the line of the first.
func TestPlanFindsTwinsWithinAFile(t *testing.T) {
	p := NewPlan(ours(), planDay)
	one, two := brought("Ingrid Neu"), brought("neu, ingrid")
	one.Line, two.Line = 2, 9
	p.AddPeople("a file", []Person{one, two})
	if r := p.Rows[1]; r.State != Doubtful || wording(r.Why) != "The same name or address stands in line 2 already." {
		t.Errorf("the second is %s: %v", r.State, r.Why)
	}
	three := brought("Ingrid Neu")
	three.Line = 4
	p.AddPeople("another.csv", []Person{three})
	p.AddPeople("", []Person{brought("Otto Neu")})
	p.AddPeople("cards.vcf", []Person{brought("Otto Neu"), brought("Otto Neu")})
	for at, want := range map[int]string{2: "in line 2 of a file", 4: "in what was pasted", 5: "in what was pasted"} {
		if why := wording(p.Rows[at].Why); !strings.Contains(why, want) {
			t.Errorf("row %d says %q, want %q", at, why, want)
		}
	}
}

func wording(p data.Phrase) string { return words.English().Of(p) }

// Given rows of which only the leader can tell whether they are wanted, then they stay out and say why; an address that differs in capitals
// alone is nothing new.
func TestRowsThatAskTheLeader(t *testing.T) {
	p := NewPlan(ours(), planDay)
	couple := brought("Anna & Otto Berg")
	couple.Asks = data.Say("These may be two people; if so, please bring them one by one.")
	p.AddPeople("a file", []Person{couple, brought("Otto Neu", "joinedOn=2027-11-21"), brought("Ida Neu", "joinedOn=2027-01-15"), brought("Anna Müller", "email=Anna@Example.org")})
	off := Event{Row: data.Event{Title: "Hack day", On: data.NewDate(2026, 12, 1), Start: 600, Status: data.StatusCancelled}, Given: []string{"title", "on", "start", "status"}}
	ourOwn := off
	ourOwn.Row.Title, ourOwn.Row.On = "Lab", data.NewDate(2026, 12, 2)
	p.snapshot.Events[1].On, p.snapshot.Events[1].Status = ourOwn.Row.On, data.StatusPlanned
	p.ours = eventKeys(p.snapshot)
	p.AddEvents("calls.ics", []Event{off, ourOwn})
	for i, want := range []string{
		"doubtful leave These may be two people; if so, please bring them one by one.",
		"doubtful leave The day of joining, 21 Nov 2027, is far in the future.",
		"new add ", "same leave ",
		"doubtful leave It was called off.",
		"changed replace ",
	} {
		if r := &p.Rows[i]; fmt.Sprint(r.State, " ", r.Do.Do, " ", wording(r.Why)) != want {
			t.Errorf("%s is %s %s %s, want %s", r.Title(), r.State, r.Do.Do, wording(r.Why), want)
		}
	}
}

// Given a changed person, when the old and the new are asked for, then only what the file fills differs: our spelling, our earlier day and
// what is in a list stay.
func TestChangesOfAPerson(t *testing.T) {
	s := ours()
	s.Members[0].Interests, s.Members[0].Unit = data.Lines{"Knots"}, "Sales"
	p := NewPlan(s, planDay)
	p.AddPeople("a file", []Person{brought("muller anna", "unit=IT", "site=", "interests=knots;Sails", "joinedOn=2026-01-01")})
	var got []string
	for _, c := range p.ChangesOf(0, 1) {
		got = append(got, fmt.Sprint(c.Label.Key, ":", c.Old.Args, ">", c.New.Args))
	}
	if want := []string{"Unit:[Sales]>[IT]", "Interested in:[Knots]>[Knots, Sails]"}; !slices.Equal(got, want) {
		t.Errorf("changes are %v, want %v", got, want)
	}
	in := p.Intake()
	if m := in.Members[0]; m.Name != "Anna Müller" || m.JoinedOn != s.Members[0].JoinedOn || m.Unit != "IT" {
		t.Errorf("taken in is %+v", m)
	}
}

// Given an address that two of ours have, when somebody of the name of one of them comes with it, then it is surely that one; given a
// doubtful row and a sure one of the same person, then the sure one counts.
func TestTheSurerOneCounts(t *testing.T) {
	s := ours()
	s.Members[1].Email = s.Members[0].Email
	p := NewPlan(s, planDay)
	p.AddPeople("a file", []Person{brought("Anna Müller", "email=anna@example.org"), brought("Li Wei", "email=other@example.org"), brought("Li Wei", "email=li@example.org", "unit=IT")})
	var got []string
	for _, r := range p.Rows {
		got = append(got, fmt.Sprint(r.State, " ", r.Do.Do, " ", r.Do.Ours))
	}
	if want := []string{"same leave 0", "doubtful leave 0", "changed replace 3"}; !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
}

// Given a list without a title on a day without an event, when it is planned, then nobody is noted anywhere before the leader says which
// event it is about.
func TestAttendanceOfNoEventWaits(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddAttendance("list", Attended{On: data.NewDate(2026, 9, 3), People: []Attendee{{Name: "Anna Müller"}}})
	if in := p.Intake(); p.Taken() != 0 || in.Rows() != 0 || p.Rows[0].Why.IsZero() {
		t.Errorf("taken in would be %+v; why: %v", in, p.Rows[0].Why)
	}
}

// Given decisions for one and for all, when the plan becomes an intake, then it holds what was decided, and a name that was said to be
// somebody is remembered.
func TestDecisions(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.Joined = data.NewDate(2026, 5, 5)
	p.AddPeople("a file", []Person{brought("Meyer Jonas", "unit=IT"), brought("Ingrid Neu"), brought("Anna Möller"), brought("Otto Neu", "joinedOn=2024-01-01"), brought("Bob Smith", "unit=X")})
	p.Decide(0, Decision{Replace, 5})
	p.DecideRows([]int{4}, Add)
	p.Decide(2, Decision{Replace, 1})
	in := p.Intake()
	var got []string
	for _, m := range in.Members {
		got = append(got, fmt.Sprint(max(m.ID, 0), m.Name, m.JoinedOn))
	}
	want := []string{"5 Jonas Meyer 2025-03-01", "0 Ingrid Neu 2026-05-05", "1 Anna Möller 2025-03-01", "0 Otto Neu 2024-01-01", "0 Bob Smith 2026-05-05"}
	for i := range want {
		if i >= len(got) || strings.ReplaceAll(got[i], " ", "") != strings.ReplaceAll(want[i], " ", "") {
			t.Errorf("taken in are %q, want %q", got, want)
			break
		}
	}
	if len(in.Names) != 1 || in.Names[0].MemberID != 1 || in.Names[0].Name != data.NameKey("Anna Müller") { // as ours was called
		t.Errorf("remembered are %v", in.Names)
	}
	if p.Decide(1, Decision{Replace, 99}); p.Rows[1].Do.Do != Add {
		t.Error("somebody who is not there can be replaced")
	}
}

// Given attendance lists, when they are planned, then each finds its event by day and title, and each person is known, noted already,
// nobody's or doubtful.
func TestPlanOfAttendance(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddAttendance("list", Attended{Title: "Our lean coffee", On: data.NewDate(2026, 10, 1), People: []Attendee{
		{Name: "Anna Müller", Line: 5}, {Name: "Bob Smith", Minutes: 20, Line: 6}, {Name: "Stranger One", Minutes: 60, Line: 7}, {Name: "MB 12 Phone", Line: 8},
		{Name: "Smith, Robert", Line: 9}, {Name: "Anna Möller", Line: 10}}})
	if l := p.Lists[0]; l.Do != (Decision{Replace, 1}) || !slices.Equal(l.Found, []int64{1, 2}) {
		t.Errorf("the list is about %+v of %v", l.Do, l.Found)
	}
	var got []string
	for _, r := range p.Rows {
		got = append(got, fmt.Sprint(r.State, " ", r.Do.Do, " ", r.Do.Ours))
	}
	want := []string{"same leave 0", "new replace 2", "doubtful guest 0", "new replace 3", "same leave 0", "doubtful leave 0"}
	if !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
	p.Decide(2, Decision{Do: Add})
	p.Decide(5, Decision{Replace, 4})
	in := p.Intake()
	if len(in.Members) != 1 || in.Members[0].JoinedOn != data.NewDate(2026, 10, 1) || len(in.Guests) != 0 || len(in.Present) != 4 || in.Present[0].MinutesPresent != 20 {
		t.Errorf("intake is %+v", in)
	}
	if in.Present[1].MinutesPresent != 0 || in.Present[1].MemberID != in.Members[0].ID {
		t.Errorf("the new one is %+v", in.Present[1])
	}
	p.DecideList(0, Decision{Replace, 2})
	if p.Rows[0].Do != (Decision{Replace, 1}) {
		t.Errorf("at another event the first is %+v", p.Rows[0].Do)
	}
}

// Given a list of another meeting on the day of an event of ours, hours later and with no word of its title, then nothing of it is taken in
// before the leader says which event it is about, and ours is a choice; near in time, or with a word in common, it is about ours.
func TestAListOfAnotherMeetingAsks(t *testing.T) {
	for _, c := range []struct {
		title string
		start data.Clock
		want  Decision
	}{
		{"Budget review", 14 * 60, Decision{Do: Leave}},
		{"Budget review", 10*60 + 15, Decision{Replace, 2}},
		{"The lab once more", 15 * 60, Decision{Replace, 2}},
		{"Budget review", 0, Decision{Replace, 1}},
	} {
		s := ours()
		if c.start != 0 {
			s.Events[0].Status = data.StatusCancelled
		}
		p := NewPlan(s, planDay)
		p.AddAttendance("list", Attended{Title: c.title, On: data.NewDate(2026, 10, 1), Start: c.start, People: []Attendee{{Name: "Bob Smith"}}})
		if l := p.Lists[0]; l.Do != c.want || len(l.Found) == 0 || p.Taken() != 0 && c.want.Do == Leave {
			t.Errorf("%s at %s is about %+v of %v; taken: %d", c.title, c.start, l.Do, l.Found, p.Taken())
		}
	}
}

// Given a workbook whose longest sheet tells nothing that is understood, then the sheet with headings is taken.
func TestTheSheetWithHeadingsIsTaken(t *testing.T) {
	notes, people := PastedTable("alpha;beta;gamma\n1;2;3\n4;5;6\n7;8;9"), PastedTable("Name;E-Mail;Abteilung\nAda;ada@e.example;IT")
	if at := likeliest([]Table{notes, people}); at != 1 {
		t.Errorf("sheet %d is taken", at)
	}
	if at := likeliest([]Table{people, notes}); at != 0 {
		t.Errorf("sheet %d is taken", at)
	}
}

// Given a list that tells both halves of a name beside what somebody is shown as, then the whole name counts.
func TestWholeNamesOnListsCount(t *testing.T) {
	a := PastedAttendance("Display Name\tFirst Name\tLast Name\tJoin Time\nzoe\tZoë\tMarchand\t2026-11-23 15:55\nPhone 1\t\t\t2026-11-23 15:57")
	if len(a.People) != 2 || a.People[0].Name != "Zoë Marchand" || a.People[1].Name != "Phone 1" {
		t.Errorf("read are %+v", a.People)
	}
}

// Given a list of a day without an event, when it is taken in, then an event is added, and people added from two lists are added once.
func TestAttendanceOfNewEvents(t *testing.T) {
	p := NewPlan(ours(), planDay)
	for _, day := range []int{3, 10} {
		p.AddAttendance("list", Attended{Title: "Webinar", On: data.NewDate(2026, 9, day), Minutes: 45, People: []Attendee{{Name: "Stranger One"}, {Name: "Guest Two"}}})
	}
	p.Decide(0, Decision{Do: Add})
	p.Decide(2, Decision{Do: Add})
	in := p.Intake()
	if len(in.Events) != 2 || len(in.Members) != 1 || len(in.Present) != 2 || len(in.Guests) != 2 || in.Members[0].JoinedOn != data.NewDate(2026, 9, 3) {
		t.Errorf("intake is %+v", in)
	}
}

func TestPlanOfEventsAndItems(t *testing.T) {
	p := NewPlan(ours(), planDay)
	event := func(title string, on data.Date, start data.Clock) Event {
		return Event{Row: data.Event{Title: title, On: on, Start: start}, Given: []string{"title", "on", "start"}}
	}
	p.AddEvents("calendar", []Event{event("lean  COFFEE", data.NewDate(2026, 10, 1), 17*60), event("Lean coffee", data.NewDate(2026, 12, 1), 17*60),
		event("Other", data.NewDate(2026, 10, 1), 10*60), event("Lean coffee", data.NewDate(2026, 12, 1), 18*60)})
	p.AddItems("board", []Item{{Row: data.Item{Title: "write a GUIDE"}, Given: []string{"title"}}, {Row: data.Item{Title: "New thing"}, Given: []string{"title"}}})
	var got []string
	for _, r := range p.Rows {
		got = append(got, fmt.Sprint(r.State, " ", r.Do.Do))
	}
	want := []string{"same leave", "new add", "doubtful leave", "doubtful leave", "same leave", "new add"}
	if !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
	in := p.Intake()
	e := in.Events[len(in.Events)-1]
	if e.Format != "lean_coffee" || e.Status != data.StatusPlanned || e.Minutes != 60 || e.TimeZone != "Europe/Berlin" || e.Brought != data.NotCounted {
		t.Errorf("the new event is %+v", e)
	}
}

// Given items whose source names an owner, then one of ours of just that name has them, and of two nobody.
func TestPlanOfItemsWithOwners(t *testing.T) {
	p := NewPlan(ours(), planDay)
	for _, owner := range []string{"Müller, Anna", "Jonas Meyer", "Nobody Known", ""} {
		p.AddItems("board", []Item{{Row: data.Item{Title: "Of " + owner}, Given: []string{"title"}, Named: map[string]string{"owner": owner}}})
	}
	var owners []int64
	for _, i := range p.Intake().Items {
		owners = append(owners, i.OwnerID)
	}
	if !slices.Equal(owners, []int64{1, 0, 0, 0}) {
		t.Errorf("the owners are %v", owners)
	}
}

// crowd is a community of so many people with made-up names.
func crowd(n int) *data.Snapshot {
	first := []string{"Anna", "Bela", "Chidi", "Dana", "Emre", "Fatou", "Goran", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mira", "Nils", "Olga", "Pia"}
	s := &data.Snapshot{}
	for i := range n {
		surname := fmt.Sprintf("%c%c%c%cson", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i%7)
		s.Members = append(s.Members, data.Member{ID: int64(i + 1), Name: first[i%len(first)] + " " + surname, Kind: data.KindMember, JoinedOn: planDay,
			Email: fmt.Sprintf("p%d@example.org", i)})
	}
	return s
}

// BenchmarkPlan plans 10,000 people against 10,000 of ours: half are there, a quarter nearly, a quarter new.
func BenchmarkPlan(b *testing.B) {
	s := crowd(10000)
	list := make([]Person, 10000)
	for i := range list {
		m := s.Members[i]
		switch i % 4 {
		case 0:
			list[i] = brought(m.Name, "unit=IT")
		case 1:
			list[i] = brought(m.Name, "email="+m.Email)
		case 2:
			list[i] = brought(m.Name + "n")
		default:
			list[i] = brought("Zoe " + m.Name[2:] + "x")
		}
	}
	for b.Loop() {
		p := NewPlan(s, planDay)
		p.AddPeople("a file", list)
		if len(p.Intake().Members) == 0 {
			b.Fatal("nothing comes in")
		}
	}
}

// Given something that takes place every working day beside something weekly, when a calendar is planned, then the days ask and stay out.
func TestWhatTakesPlaceVeryOftenAsks(t *testing.T) {
	var events []Event
	for i := range 60 {
		on := data.NewDate(2026, 12, 1).AddDays(i)
		events = append(events, Event{Row: data.Event{Title: "Stand-up", On: on, Start: 540}, Given: []string{"title", "on", "start"}})
		if i%7 == 0 {
			events = append(events, Event{Row: data.Event{Title: "Lab", On: on, Start: 600}, Given: []string{"title", "on", "start"}})
		}
	}
	p := NewPlan(ours(), planDay)
	p.AddEvents("calls.ics", events)
	if got := fmt.Sprint(p.Count(New), " ", p.Count(Doubtful), " ", p.Taken()); got != "9 60 9" {
		t.Errorf("new, asked about, taken are %s", got)
	}
	if why := wording(p.Rows[0].Why); why != "It takes place 60 times, more often than once a week." {
		t.Errorf("it says %q", why)
	}
}
