package exchange

import (
	"slices"
	"testing"

	"copleader/data"
)

// kin is how our file and a copy of it, which is given the rows of ours, grew apart.
func copied(change func(there *data.Snapshot, kin *data.Kin)) *Source {
	there := *ours()
	there.Members, there.Events, there.Items = slices.Clone(there.Members), slices.Clone(there.Events), slices.Clone(there.Items)
	there.Attendance = slices.Clone(there.Attendance)
	kin := &data.Kin{Here: data.Touched{}, There: data.Touched{}}
	change(&there, kin)
	return &Source{Name: "copy.cop", What: Whole, Other: &there, Kin: kin}
}

func rowOf(p *Plan, what What, title string) *PlanRow {
	for i := range p.Rows {
		if p.Rows[i].What() == what && p.Rows[i].Title() == title {
			return &p.Rows[i]
		}
	}
	return &PlanRow{}
}

// Given an older copy of our own file, when it is planned, then what was changed here since stays ours unless the leader says otherwise, and what was
// changed there comes.
func TestAnOlderCopyChangesNothingOfOurs(t *testing.T) {
	s := ours()
	s.Members[0].Phone, s.Members[0].Unit = "999", "Sales"
	s.Members[2].Phone = "111"
	source := copied(func(there *data.Snapshot, kin *data.Kin) {
		there.Members[0].Phone = "1"
		there.Members[2].Phone = "2"
		there.Members[3].Unit = "IT"
		kin.Here.Add(data.RowMember, 1, false)
		kin.Here.Add(data.RowMember, 3, false)
		kin.There.Add(data.RowMember, 3, false)
		kin.There.Add(data.RowMember, 4, false)
	})
	p := NewPlan(s, planDay)
	p.AddSource(source)
	for name, want := range map[string]struct {
		state State
		do    Decision
	}{
		"Anna Müller": {Changed, Decision{Do: Leave}},
		"Li Wei":      {Doubtful, Decision{Do: Leave}},
		"Jonas Meyer": {Changed, Decision{Replace, 4}}, // of two of that name, surely the one
	} {
		r := rowOf(p, People, name)
		if r.State != want.state || r.Do != want.do {
			t.Errorf("%s is %s %v (%s), want %s %v", name, r.State, r.Do, wording(r.Why), want.state, want.do)
		}
	}
	if p.Taken() != 1 {
		t.Errorf("%d rows would be written", p.Taken())
	}
	if why := wording(rowOf(p, People, "Anna Müller").Why); why != "Ours was changed since; it stays." {
		t.Errorf("it says %q", why)
	}
}

// Given a copy in which somebody had said yes, forgotten people and what was removed since, when it is planned, then no yes comes back, and none of
// them.
func TestAnOlderCopyRevivesNothing(t *testing.T) {
	s := ours()
	s.Members = slices.Delete(s.Members, 3, 4) // Jonas Meyer, the first
	s.Items = nil
	s.Attendance = nil
	source := copied(func(there *data.Snapshot, kin *data.Kin) {
		there.Members[0].AskOpenly = true
		there.Members[1].AskOpenly, there.Members[1].Unit = true, "IT"
		there.Members[6].Name, there.Members[6].ErasedOn = "Forgotten Fred", 0
		there.Attendance = append(there.Attendance, data.Attendance{ID: 9, EventID: 2, MemberID: 7, Present: true})
		kin.There.Add(data.RowMember, 2, false)
		kin.Here.Add(data.RowMember, 4, false)
		kin.Here.Add(data.RowItem, 1, false)
		kin.Here.Add(data.RowAttendance, 1, false)
	})
	p := NewPlan(s, planDay)
	p.AddSource(source)
	in := p.Intake()
	if len(in.Members) != 1 || in.Members[0].ID != 2 || in.Members[0].AskOpenly || in.Members[0].Unit != "IT" || len(in.Items)+len(in.Present)+len(in.Guests)+len(in.Events) != 0 {
		t.Errorf("taken in is %+v", in)
	}
	if r := rowOf(p, People, "Forgotten Fred"); r.State != Refused {
		t.Errorf("who was forgotten is %s", r.State)
	}
	if r := rowOf(p, Items, "Write a guide"); r.State != Doubtful || r.Do.Do != Leave || wording(r.Why) != "It was removed here since." {
		t.Errorf("what was removed is %s %v %q", r.State, r.Do, wording(r.Why))
	}
}

// Given another community's file, then what people there said yes to does not hold here.
func TestConsentIsNotBrought(t *testing.T) {
	other := &data.Snapshot{Members: []data.Member{{ID: 1, Name: "Ida Neu", Kind: data.KindMember, JoinedOn: planDay, AskOpenly: true},
		{ID: 2, Name: "Anna Müller", Kind: data.KindMember, JoinedOn: planDay, AskOpenly: true}}}
	p := NewPlan(ours(), planDay)
	p.AddSource(&Source{Name: "other.cop", What: Whole, Other: other})
	in := p.Intake()
	if len(in.Members) != 1 || in.Members[0].Name != "Ida Neu" || in.Members[0].AskOpenly {
		t.Errorf("taken in is %+v", in.Members)
	}
}

// Given an event that was moved since, when an older copy comes in, then it is the same event, and who came there is noted already.
func TestAMovedEventIsTheSame(t *testing.T) {
	s := ours()
	s.Events[0].On, s.Events[0].Title = s.Events[0].On.AddDays(3), "Lean coffee at last"
	p := NewPlan(s, planDay)
	p.AddSource(copied(func(_ *data.Snapshot, kin *data.Kin) { kin.Here.Add(data.RowEvent, 1, false) }))
	r := rowOf(p, Events, "Lean coffee")
	if r.State != Changed || r.Do.Do != Leave || !slices.Equal(r.Found, []int64{1}) {
		t.Errorf("the event is %s %v %v", r.State, r.Do, r.Found)
	}
	if in := p.Intake(); p.Taken() != 0 || in.Rows() != 0 {
		t.Errorf("taken in is %+v", in)
	}
}

// Given two events or people that got the same number after the files parted, then they are not one.
func TestWhatWasMadeSinceIsMatchedByName(t *testing.T) {
	source := copied(func(there *data.Snapshot, kin *data.Kin) {
		there.Members[2].Name, there.Members[2].Email, there.Members[2].Called = "Ida Neu", "", ""
		kin.There.Add(data.RowMember, 3, true)
		kin.Here.Add(data.RowMember, 3, true)
	})
	p := NewPlan(ours(), planDay)
	p.AddSource(source)
	if r := rowOf(p, People, "Ida Neu"); r.State != New || r.Do.Do != Add {
		t.Errorf("who was made there is %s %v", r.State, r.Do)
	}
}

// Given a person of another community of whom only the leader can tell who they are, when that is said once, then it holds at all their meetings.
func TestOneWordAboutAPersonOfACopy(t *testing.T) {
	other := &data.Snapshot{Members: []data.Member{{ID: 30, Name: "Anna Müller", Email: "new@example.com", Kind: data.KindMember, JoinedOn: planDay}}}
	for i := range 3 {
		id := int64(i + 1)
		other.Events = append(other.Events, data.Event{ID: id, Title: "Webinar", On: data.NewDate(2026, 9, 1+i), Start: 600, Minutes: 60, Status: data.StatusHeld, Format: "lab", TimeZone: "Europe/Berlin", Audience: data.OpenEvent})
		other.Attendance = append(other.Attendance, data.Attendance{ID: id, EventID: id, MemberID: 30, Present: true})
	}
	p := NewPlan(ours(), planDay)
	p.AddSource(&Source{Name: "other.cop", What: Whole, Other: other})
	if p.Rows[0].State != Doubtful || len(p.Intake().Present) != 0 {
		t.Fatalf("before it is said: %+v", p.Intake())
	}
	p.Decide(0, Decision{Replace, 1})
	if in := p.Intake(); len(in.Present) != 3 || in.Present[2].MemberID != 1 {
		t.Errorf("noted are %+v", in.Present)
	}
	p.Decide(0, Decision{Do: Add})
	if in := p.Intake(); len(in.Present) != 3 || len(in.Members) != 1 || in.Present[2].MemberID != in.Members[0].ID {
		t.Errorf("as another they are %+v", in)
	}
	p.Decide(0, Decision{Do: Leave})
	if in := p.Intake(); len(in.Present)+len(in.Guests) != 0 {
		t.Errorf("left out they are %+v", in)
	}
}

// Given somebody who said yes here, and an event that is confidential here, when a copy or a colleague's part that knows nothing of it comes in with
// something else about them, then both stay as they are.
func TestWhatWasAgreedToHereStays(t *testing.T) {
	s := ours()
	s.Members[1].AskOpenly, s.Events[0].Confidential = true, true
	for name, source := range map[string]*Source{
		"copy": copied(func(there *data.Snapshot, kin *data.Kin) {
			there.Members[1].Unit, there.Events[0].Place = "IT", "Room 9"
			there.Events[0].Confidential = true
			kin.There.Add(data.RowMember, 2, false)
			kin.There.Add(data.RowEvent, 1, false)
		}),
		"another": {Name: "other.cop", What: Whole, Other: &data.Snapshot{Members: []data.Member{{ID: 40, Name: s.Members[1].Name, Unit: "IT", Kind: data.KindMember, JoinedOn: planDay}},
			Events: []data.Event{{ID: 50, Title: s.Events[0].Title, On: s.Events[0].On, Place: "Room 9", Status: data.StatusHeld, TimeZone: "Europe/Berlin"}}}},
	} {
		p := NewPlan(s, planDay)
		p.AddSource(source)
		in := p.Intake()
		if len(in.Members) != 1 || in.Members[0].Unit != "IT" || !in.Members[0].AskOpenly {
			t.Errorf("%s: people are %+v", name, in.Members)
		}
		if len(in.Events) != 1 || in.Events[0].Place != "Room 9" || !in.Events[0].Confidential {
			t.Errorf("%s: events are %+v", name, in.Events)
		}
	}
}
