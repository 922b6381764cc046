package overview

import (
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// Given checklists, then what is due within a week or over stands there, the earliest first, and neither what is done nor what later days
// or cancelled events bring.
func TestDueForEvents(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	e, _ := s.EventByID(10) // in 14 days
	s.Checks = []data.CheckLine{{ID: 1, EventID: 10, Days: -7, Text: "Print"}, {ID: 2, EventID: 10, Days: -15, Text: "Room"}, {ID: 3, EventID: 10, Days: -6, Text: "Cake"},
		{ID: 4, EventID: 10, Days: -14, Text: "Ask", DoneOn: today}, {ID: 5, EventID: 9, Days: 8, Text: "Thank"}}
	r := reader{s, today, words.English()}
	var got []string
	for _, c := range r.checks() {
		got = append(got, c.Text)
		if late := c.Text == "Room"; c.Late != late {
			t.Errorf("%s is late: %v", c.Text, c.Late)
		}
	}
	if len(got) != 3 || got[0] != "Room" || got[1] != "Thank" || got[2] != "Print" {
		t.Errorf("due are %v", got)
	}
	for i := range s.Events {
		if s.Events[i].ID == e.ID {
			s.Events[i].Status = data.StatusCancelled
		}
	}
	if got := r.checks(); len(got) != 1 {
		t.Errorf("once it is cancelled, due are %v", got)
	}
}

// Given a line that is due, when it is ticked on Overview, then the file has it done today and it goes.
func TestTickOnOverview(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.SetChecklist(t.Context(), 10, data.ChecksOf(data.Lines{"14 Print the sheet", "1 Bring cake"})); err != nil {
		t.Fatal(err)
	}
	b := uitest.NewBench(t, st, uitest.Options{Width: 1280, Height: 2000})
	b.Put(New(b.Deps(), st, coach.Visit{}))
	b.Want("Due for events", "Print the sheet", "due today", "“Sat 5 Dec · Second lightning round”, in 2 weeks")
	b.WantNot("Bring cake")
	b.Keep("overview-due")
	b.TapNode(b.ByID("check", "check.1"))
	if got := b.Read().Checks[0].DoneOn; got != today {
		t.Errorf("done on %s", got)
	}
	b.WantNot("Print the sheet")
	b.Undo()
	b.Want("Print the sheet")
}
