package store_test

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// plans are so many events of a series, two weeks apart.
func plans(n int) []store.Plan {
	all := make([]store.Plan, n)
	for i := range all {
		all[i] = store.Plan{LeaderID: 1, Event: data.Event{Title: "Coffee", Format: "lean_coffee", On: datatest.Today.AddDays(19 + 14*i), Start: 16 * 60, Minutes: 60,
			Status: data.StatusPlanned, Audience: data.OpenEvent, Brought: data.NotCounted}}
	}
	return all
}

// sixThursdays plans a series of six, the last with an agenda and a checklist of its own, and gives what it planned.
func sixThursdays(t *testing.T, s *store.Store) []store.Plan {
	t.Helper()
	planned := plans(6)
	planned[5].Agenda = []data.AgendaLine{{ID: 7, EventID: 3, Minutes: 10, Text: "Only this"}}
	planned[5].Checks = []data.CheckLine{{Days: -7, Text: "Print", DoneOn: datatest.Today}}
	ok(t, second(s.PlanEvents(ctx, "every second Thursday, six times", planned)))
	return planned
}

// stepsOf are the steps of an event's agenda.
func stepsOf(d *data.Snapshot, event int64) (steps []string) {
	for _, line := range d.Agenda {
		if line.EventID == event {
			steps = append(steps, line.Text)
		}
	}
	return steps
}

// leads reports whether a member leads an event.
func leads(d *data.Snapshot, member, event int64) bool {
	return slices.ContainsFunc(d.EventRoles, func(r data.EventRole) bool {
		return r.EventID == event && r.MemberID == member && r.Part == data.PartFacilitator
	})
}

// Given six events planned as a series, then each stands in the file on its own, with agenda and leader, and knows its series.
func TestPlanSeries(t *testing.T) {
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	planned := sixThursdays(t, s)
	d := datatest.Read(t, s)
	if len(d.Series) != 1 || d.Series[0].Rule != "every second Thursday, six times" || len(d.Events) != len(before.Events)+6 {
		t.Fatalf("%v, %d events", d.Series, len(d.Events))
	}
	for i := range planned {
		e, _ := d.EventByID(planned[i].Event.ID)
		steps := len(stepsOf(d, e.ID))
		if want := []int{5, 5, 5, 5, 5, 1}[i]; e.SeriesID != d.Series[0].ID || e.On != datatest.Today.AddDays(19+14*i) || steps != want {
			t.Errorf("event %d is %+v with %d steps", i, e, steps)
		}
		if !leads(d, 1, e.ID) {
			t.Errorf("nobody leads event %d", i)
		}
	}
	if len(d.Checks) != 1 || d.Checks[0].EventID != planned[5].Event.ID || d.Checks[0].DoneOn != 0 {
		t.Errorf("the checklist is %+v", d.Checks)
	}
	if got := len(d.SeriesFrom(planned[2].Event.ID)); got != 4 {
		t.Errorf("this and the later ones are %d", got)
	}
}

// Given six events planned as a series, then one undo takes all of them back, and one redo brings them again.
func TestPlanSeriesIsOneAct(t *testing.T) {
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	sixThursdays(t, s)
	ok(t, second(s.Undo(ctx)))
	if after := datatest.Read(t, s); len(after.Events) != len(before.Events) || len(after.Series) != 0 || len(after.Checks) != 0 {
		t.Errorf("after undo there are %d events, %d series", len(after.Events), len(after.Series))
	}
	ok(t, second(s.Redo(ctx)))
	if after := datatest.Read(t, s); len(after.Events) != len(before.Events)+6 {
		t.Errorf("after redo there are %d events", len(after.Events))
	}
}

// Given a series of which one event doesn't fit, then none is planned.
func TestPlanSeriesAllOrNothing(t *testing.T) {
	s := datatest.Demo(t)
	before := len(datatest.Read(t, s).Events)
	planned := plans(3)
	planned[2].Event.On = 0
	if _, err := s.PlanEvents(ctx, "weekly", planned); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("%v", err)
	}
	if d := datatest.Read(t, s); len(d.Events) != before || len(d.Series) != 0 || planned[0].Event.ID != 0 {
		t.Errorf("%d events, %d series, id %d", len(d.Events), len(d.Series), planned[0].Event.ID)
	}
}

// laterOnes plans a series of five, of which the fourth is held then and the last takes two days; it gives what it planned, and the numbers
// of the second and the later ones, without the one held.
func laterOnes(t *testing.T, s *store.Store) (planned []store.Plan, ids []int64) {
	t.Helper()
	planned = plans(5)
	planned[4].Event.LastDay = planned[4].Event.On.AddDays(1)
	ok(t, second(s.PlanEvents(ctx, "fortnightly", planned)))
	ok(t, second(s.SetStatuses(ctx, []int64{planned[3].Event.ID}, data.StatusHeld)))
	for _, e := range datatest.Read(t, s).SeriesFrom(planned[1].Event.ID) {
		ids = append(ids, e.ID)
	}
	if want := []int64{planned[1].Event.ID, planned[2].Event.ID, planned[4].Event.ID}; !slices.Equal(ids, want) {
		t.Fatalf("this and the later ones are %v, want %v", ids, want)
	}
	return planned, ids
}

// nowOf is the event of a plan as it is now.
func nowOf(t *testing.T, s *store.Store, p store.Plan) data.Event {
	t.Helper()
	e, _ := datatest.Read(t, s).EventByID(p.Event.ID)
	return e
}

// Given a series, when this one and the later ones are moved, then those before stay, those held stay, and each takes as long as before.
func TestThisAndTheLaterOnesAreMoved(t *testing.T) {
	s := datatest.Demo(t)
	planned, ids := laterOnes(t, s)
	ok(t, second(s.MoveEvents(ctx, ids, -1, store.SameTime)))
	for i, moved := range []int{0, -1, -1, 0, -1} {
		if got, want := nowOf(t, s, planned[i]).On, datatest.Today.AddDays(19+14*i+moved); got != want {
			t.Errorf("event %d is on %s, want %s", i, got, want)
		}
	}
	if e := nowOf(t, s, planned[4]); e.LastDay != e.On.AddDays(1) {
		t.Errorf("the event over two days ends on %s, begins on %s", e.LastDay, e.On)
	}
}

// Given a series whose later ones were moved, when they are cancelled or removed, then those before stay, those held stay, and each is one act.
func TestThisAndTheLaterOnesAreCancelledAndRemoved(t *testing.T) {
	s := datatest.Demo(t)
	planned, ids := laterOnes(t, s)
	ok(t, second(s.MoveEvents(ctx, ids, -1, store.SameTime)))
	on := func(i int) data.Event { return nowOf(t, s, planned[i]) }
	if done, err := s.SetStatuses(ctx, ids, data.StatusCancelled); err != nil || on(2).Status != data.StatusCancelled || on(0).Status != data.StatusPlanned {
		t.Errorf("%v, %v", on(2), err)
	} else if err := done.Undo(ctx); err != nil || on(2).Status != data.StatusPlanned || on(4).Status != data.StatusPlanned {
		t.Errorf("after undo %v, %v", on(2), err)
	}
	if _, err := s.RemoveEvents(ctx, ids); err != nil || on(2).ID != 0 || on(0).ID == 0 || on(3).ID == 0 {
		t.Errorf("%v", err)
	}
}

// Given an event over several days, when its first day is changed, then it stays as long.
func TestEventOverSeveralDays(t *testing.T) {
	s := datatest.Demo(t)
	rows := store.Rows(s, store.Events)
	change := func(do func(e *data.Event)) error { return rows.Change(ctx, 10, store.Visit{}, do) }
	e, _ := datatest.Read(t, s).EventByID(10)
	if err := change(func(e *data.Event) { e.LastDay = e.On.AddDays(2) }); err != nil {
		t.Fatal(err)
	}
	if err := change(func(e *data.Event) { e.On = e.On.AddDays(7) }); err != nil {
		t.Fatal(err)
	}
	now, _ := datatest.Read(t, s).EventByID(10)
	if now.LastDay != e.On.AddDays(9) || now.EndsAt().Sub(now.StartsAt()).Hours() != 49 {
		t.Errorf("from %s to %s, %v", now.On, now.LastDay, now.EndsAt().Sub(now.StartsAt()))
	}
	for _, last := range []data.Date{now.On.AddDays(-1), now.On.AddDays(31)} {
		if err := change(func(e *data.Event) { e.LastDay = last }); !data.IsCode(err, data.CodeInvalid) {
			t.Errorf("the last day %s: %v", last, err)
		}
	}
	if err := change(func(e *data.Event) { e.LastDay = e.On }); err != nil {
		t.Fatal(err)
	}
	if now, _ = datatest.Read(t, s).EventByID(10); now.LastDay != 0 {
		t.Errorf("an event of one day ends on %s", now.LastDay)
	}
}

// ourTemplate keeps a template some of whose lines have no number, and gives it as it is read.
func ourTemplate(t *testing.T, s *store.Store) data.EventTemplate {
	t.Helper()
	ok(t, store.Rows(s, store.Templates).Save(ctx, &data.EventTemplate{Name: "Ours", Format: "lean_coffee", Minutes: 45, Audience: data.OpenEvent,
		Steps: data.Lines{"10 Welcome", "35  Talk", "Bye"}, Checks: data.Lines{"7 Print the sheet", "+1 Thank", "Bring cake"}}))
	return datatest.Read(t, s).Templates[0]
}

// fromTemplate plans an event from our template for the demo's day, and gives its number.
func fromTemplate(t *testing.T, s *store.Store) int64 {
	t.Helper()
	from := ourTemplate(t, s)
	all := []store.Plan{{Event: data.Event{Title: "T", Format: from.Format, On: datatest.Today, Start: 600, Minutes: 45, Status: data.StatusPlanned, Audience: from.Audience,
		Brought: data.NotCounted}, Agenda: from.Agenda(), Checks: data.ChecksOf(from.Checks)}}
	ok(t, second(s.PlanEvents(ctx, "", all)))
	return all[0].Event.ID
}

// Given a template, when its lines have no number, then they take no time and are due on the day.
func TestTemplates(t *testing.T) {
	kept := ourTemplate(t, datatest.Demo(t))
	agenda, checks := kept.Agenda(), data.ChecksOf(kept.Checks)
	if len(agenda) != 3 || agenda[1].Minutes != 35 || agenda[1].Text != "Talk" || agenda[2].Minutes != 0 || agenda[2].Text != "Bye" ||
		len(checks) != 3 || checks[0].Days != -7 || checks[1].Days != 1 || checks[2].Days != 0 || checks[2].Text != "Bring cake" {
		t.Errorf("%+v, %+v", agenda, checks)
	}
}

// Given an event planned from a template, then its agenda and checklist are the template's, and the template made of it has them again.
func TestPlannedFromATemplate(t *testing.T) {
	s := datatest.Demo(t)
	id := fromTemplate(t, s)
	d := datatest.Read(t, s)
	e, _ := d.EventByID(id)
	if len(d.Checks) != 3 || e.SeriesID != 0 || d.Checks[0].Due(&e) != datatest.Today.AddDays(-7) {
		t.Errorf("%+v, %+v", d.Checks, e)
	}
	again := d.TemplateOf(&e)
	if !slices.Equal(again.Steps, data.Lines{"10 Welcome", "35 Talk", "0 Bye"}) || !slices.Equal(again.Checks, data.Lines{"7 Print the sheet", "0 Bring cake", "+1 Thank"}) {
		t.Errorf("kept as a template: %q, %q", again.Steps, again.Checks)
	}
}

// Given a checklist with a line done, when the list is changed, then the line that is still there stays done, whatever its day.
func TestAChecklistKeepsWhatIsDone(t *testing.T) {
	s := datatest.Demo(t)
	id := fromTemplate(t, s)
	ok(t, s.TickCheck(ctx, datatest.Read(t, s).Checks[0].ID, true))
	if got := datatest.Read(t, s).Checks[0].DoneOn; got != datatest.Today {
		t.Errorf("done on %s", got)
	}
	ok(t, s.SetChecklist(ctx, id, data.ChecksOf(data.Lines{"3 Order food", "8 Print the sheet"})))
	d := datatest.Read(t, s)
	if len(d.Checks) != 2 || d.Checks[0].Days != -8 || d.Checks[0].DoneOn != datatest.Today || d.Checks[1].Text != "Order food" || d.Checks[1].DoneOn != 0 {
		t.Errorf("the checklist is %+v", d.Checks)
	}
}
