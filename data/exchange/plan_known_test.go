package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
)

// afterIntake is a community once an intake is taken in, as far as members and what is remembered of names go.
func afterIntake(s *data.Snapshot, in data.Intake) *data.Snapshot {
	after := *s
	after.Members = slices.Clone(s.Members)
	for _, m := range in.Members {
		if at := slices.IndexFunc(after.Members, func(o data.Member) bool { return o.ID == m.ID }); at >= 0 {
			after.Members[at] = m
		} else {
			m.ID = 100 - m.ID
			after.Members = append(after.Members, m)
		}
	}
	after.KnownNames = slices.DeleteFunc(slices.Clone(s.KnownNames), func(n data.KnownName) bool {
		return slices.Contains(in.Unlearn, n.Name) || slices.ContainsFunc(in.Names, func(o data.KnownName) bool { return o.Name == n.Name })
	})
	after.KnownNames = append(after.KnownNames, in.Names...)
	return &after
}

// decided tells a row of a plan in short.
func decided(p *Plan, row int) string {
	r := &p.Rows[row]
	return fmt.Sprint(r.State, " ", r.Do.Do, " ", r.Do.Ours)
}

// Given a row that is said to be one of ours who stays as they are, when it is taken in, then nothing of ours changes, name and address
// are remembered, and the next list neither asks nor writes over the good name and address.
func TestKeepingOurs(t *testing.T) {
	row := brought("A. Muller", "email=am@old.example", "unit=IT")
	p := NewPlan(ours(), planDay)
	p.AddPeople("a file", []Person{row})
	if got := fmt.Sprint(p.Choices(0)); got != "[{replace 1} {keep 1} {add 0} {leave 0}]" {
		t.Fatalf("choices are %s", got)
	}
	p.Decide(0, Decision{Keep, 1})
	in := p.Intake()
	if in.Empty() || in.Rows() != 0 || len(in.Members) != 0 || len(in.Names) != 2 || p.Taken() != 1 || wording(in.Told()) != "It is remembered how 1 person is called elsewhere." {
		t.Fatalf("the intake is %+v, %q", in, wording(in.Told()))
	}
	next := NewPlan(afterIntake(ours(), in), planDay)
	next.AddPeople("a file", []Person{brought("A. Muller", "email=am@old.example"), brought("Anna Müller", "email=AM@old.example", "unit=IT")})
	if got := decided(next, 0); got != "same leave 0" {
		t.Errorf("the next list finds %s: %v", got, next.Rows[0].Why)
	}
	changes := next.ChangesOf(1, 1)
	if got := decided(next, 1); len(changes) != 1 || wording(changes[0].New) != "IT" {
		t.Errorf("a list that says more finds %s, changes %v", got, changes)
	}
}

// Given somebody of ours who was chosen by hand, then they may be kept as they are too.
func TestKeepingWhoWasChosen(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddPeople("a file", []Person{brought("Sunny")})
	p.Decide(0, Decision{Replace, 4})
	p.Decide(0, Decision{Keep, 4})
	if got := fmt.Sprint(p.Choices(0)); !strings.Contains(got, "{replace 4} {keep 4}") {
		t.Errorf("choices are %s", got)
	}
	if in := p.Intake(); len(in.Members) != 0 || len(in.Names) != 1 || in.Names[0] != (data.KnownName{Name: "sunny", MemberID: 4}) {
		t.Errorf("remembered is %+v", in.Names)
	}
}

// Given a row that is written over ours, then our name and address of before are known from then on.
func TestWhatWasOursIsKnown(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddPeople("a file", []Person{brought("Anna Möller", "email=anna@new.example")})
	p.Decide(0, Decision{Replace, 1})
	next := NewPlan(afterIntake(ours(), p.Intake()), planDay)
	next.AddPeople("a file", []Person{brought("Anna Müller", "email=anna@example.org"), brought("Anna Möller", "email=anna@new.example")})
	if got := decided(next, 0); got != "same leave 0" || next.Rows[0].Found[0] != 1 {
		t.Errorf("by the name of before: %s", got)
	}
}

// attended is a list of a meeting of ours with these people on it.
func attended(people ...Attendee) Attended {
	return Attended{Title: "Lab", On: data.NewDate(2026, 10, 1), Start: 10 * 60, Minutes: 60, People: people}
}

// Given a guest of the name of one of ours, and a name that was matched with the wrong person, when they are said to be a guest and
// somebody new, then ours did not come, and the next list takes the name for nobody of ours.
func TestAWrongMatchIsUnlearned(t *testing.T) {
	for name, c := range map[string]struct {
		do   Decision
		next string
	}{
		"guest":      {Decision{Do: Guest}, "doubtful guest 0"},
		"new member": {Decision{Do: Add}, "new replace 101"},
		"another":    {Decision{Replace, 2}, "new replace 2"},
	} {
		p := NewPlan(ours(), planDay)
		p.AddAttendance("list.csv", attended(Attendee{Name: "Anna Müller", Line: 2}, Attendee{Name: "MB 12 Phone", Line: 3}))
		for row := range p.Rows {
			if got := fmt.Sprint(p.Choices(row)); !strings.HasSuffix(got, "{guest 0} {add 0} {leave 0}]") {
				t.Errorf("choices of %d are %s", row, got)
			}
		}
		p.DecideRows([]int{0, 1}, Guest)
		if p.Rows[0].Do.Do != Replace || p.Rows[1].Do.Do != Replace {
			t.Error("those who are surely ours become guests along with all others")
		}
		p.Decide(0, Decision{Do: Guest})
		p.Decide(1, c.do)
		in := p.Intake()
		for _, a := range in.Present {
			if a.MemberID == 1 || a.MemberID == 3 {
				t.Errorf("%s: %d came", name, a.MemberID)
			}
		}
		next := NewPlan(afterIntake(ours(), in), planDay)
		next.AddAttendance("list.csv", attended(Attendee{Name: "MB 12 Phone"}))
		if got := decided(next, 0); got != c.next {
			t.Errorf("%s: the next list finds %s, want %s", name, got, c.next)
		}
	}
}

// Given a name that means somebody by mistake who is called otherwise, and a person of just that name, when the leader says that it is them,
// then the mistake is unlearned.
func TestOnesOwnNameIsUnlearned(t *testing.T) {
	s := ours()
	s.KnownNames = []data.KnownName{{Name: data.NameKey("Anna Müller"), MemberID: 4}}
	p := NewPlan(s, planDay)
	p.AddAttendance("list.csv", attended(Attendee{Name: "Anna Müller"}))
	p.Decide(0, Decision{Replace, 1})
	in := p.Intake()
	if len(in.Names) != 0 || !slices.Equal(in.Unlearn, []string{data.NameKey("Anna Müller")}) {
		t.Errorf("unlearned %v, learned %v", in.Unlearn, in.Names)
	}
}

// Given a namesake who stands on the list of one of ours who is noted already, then they may be a guest.
func TestANamesakeOnTheSameList(t *testing.T) {
	p := NewPlan(ours(), planDay)
	p.AddAttendance("list.csv", attended(Attendee{Name: "Anna Müller"}, Attendee{Name: "Anna Müller (Oslo)"}))
	if got := fmt.Sprint(p.Choices(1)); got != "[{leave 0} {guest 0} {add 0}]" {
		t.Fatalf("choices are %s", got)
	}
	p.Decide(1, Decision{Do: Guest})
	if in := p.Intake(); len(in.Present) != 1 || len(in.Guests) != 1 || in.Guests[0].Guests != 1 {
		t.Errorf("the intake is %+v", in)
	}
}

// Given somebody who stands on a list twice, with a laptop and a phone, when the leader says that the phone is them, then the longer
// of both counts, as they may have been there with both at once; the name is remembered, and the next list knows it by itself.
func TestAPhoneBesideALaptop(t *testing.T) {
	list := attended(Attendee{Name: "Anna Müller", Minutes: 20}, Attendee{Name: "Phone of A. M.", Email: "am@phone.example", Minutes: 15})
	p := NewPlan(ours(), planDay)
	p.AddAttendance("list.csv", list)
	p.Decide(1, Decision{Replace, 1})
	in := p.Intake()
	if len(in.Present) != 1 || in.Present[0].MinutesPresent != 20 || len(in.Names) != 2 || in.Names[0].Name != data.NameKey("Phone of A. M.") {
		t.Fatalf("the intake is %+v", in)
	}
	next := NewPlan(afterIntake(ours(), in), planDay)
	next.AddAttendance("list.csv", list)
	if again := next.Intake(); len(again.Present) != 1 || again.Present[0].MinutesPresent != 20 || len(again.Names) != 0 {
		t.Errorf("the next list comes to %+v", again)
	}
}

// Given headings that are a row of people, then nothing of them is remembered.
func TestHeadingsOfPeopleAreNotKept(t *testing.T) {
	for text, keeps := range map[string]bool{"Zoe Handyquux;zh@acme.example;Lab 7\nBo;bo@acme.example;Lab 8\n": false, "Zoe Handyquux;+49 30 123 456;Lab 7\nBo;+49 30 123 457;Lab 8\n": false,
		"Wer;Post;Raum 2026\nBo;bo@acme.example;Lab 8\n": true} {
		s := Understand(t.Context(), File{Name: "x.csv", Content: []byte(text)}, Hints{})
		s.TakeFor(People, Hints{})
		s.Hold([]string{"name", "email", "unit"}, true, Hints{})
		if k, kept := s.known(); kept != keeps {
			t.Errorf("%q is kept: %t as %q", text, kept, k.Headings)
		}
	}
}
