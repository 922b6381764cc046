package coach_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
)

// figures words a finding's rule, whom it is about and its numbers.
func figures(f coach.Finding) string {
	var b strings.Builder
	b.WriteString(f.Rule)
	if f.MemberID != 0 {
		fmt.Fprintf(&b, " M%02d", f.MemberID)
	}
	for _, n := range f.Evidence {
		fmt.Fprintf(&b, " %s=%d", n.Name, n.N)
	}
	return b.String()
}

// Given the demo community in a file, the coach says what data/README.md, Demo lists,
// in that order and with those numbers, and nothing else.
func TestDemoFindings(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	want := []struct {
		figures  string
		severity coach.Severity
		said     string
		button   string
	}{
		{"C02 days=126", coach.Act, "Talk to your sponsors: Last heard from you 18 weeks ago. Backing fades when its value is not seen.", "Prepare a report"},
		{"C03 percent=8", coach.Act, "Ask for more time to lead: 3 of 37.5 hours a week. Leading takes about a fifth of a week.", "Note the ask"},
		{"C12 days=28 events=1", coach.Act, "Publish the minutes of “Sat 24 Oct · Accessibility checks by hand”: Held 4 weeks ago. Five lines are enough; those who missed it stay in.", "Write minutes"},
		{"C05 led=4 events=8", coach.Look, "Hand the next event to someone: You led or spoke at 4 of the last 8 events.", "Ask someone to lead"},
		{"C09 now=18 before=30", coach.Look, "Ask five people why fewer come: 6.0 on average at the last three events, 10.0 at the three before.", "Choose whom to ask"},
		{"C10 tenths=30 votes=6", coach.Look, "Change one thing after “Sat 24 Oct · Accessibility checks by hand”: 6 votes on whether it was worth the time: 3.0 of 5.", "Note a change"},
		{"C14 M09 seen=3 of=5 since=4", coach.Look, "Write to Nguyễn Thị Hạnh: Was at 3 of 5 events, and at none of the 4 since.", "Write"},
		{"C14 M11 seen=3 of=5 since=4", coach.Look, "Write to Güneş Yıldırım: ", "Write"},
		{"C14 M16 seen=2 of=3 since=4", coach.Look, "Write to Þórdís Jónsdóttir: ", "Write"},
		{"C17 old=4 ideas=5 days=63", coach.Look, "Tidy the board together: 4 of 5 ideas are older than 90 days, and nothing was finished for 63 days.", "Plan an event"},
		{"C21 low=8 high=6 answers=15 cards=1", coach.Look, "Talk about “Time and backing”: 8 of 15 lean to the low side, 6 to the high.", "Plan a talk"},
		{"C28 days=21 requests=1", coach.Look, "Find somebody for “Slow interface suite in Payments”: This request has waited 21 days.", "Find someone"},
		{"C18 doing=4 limit=3 long=2", coach.Note, "Finish something before you begin anew: 4 in Doing, where 3 have room; 2 of them for more than 45 days.", "See the board"},
		{"C30 M05 organised=3", coach.Note, "Invite Олена Шевченко into the core team?: Organised 3 things without a role.", "Write"},
	}
	got := coach.Findings(s, nil, datatest.Today)
	say := words.English()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %s", want[i].figures)
		case i >= len(want):
			t.Errorf("too much: %s", figures(got[i]))
		default:
			said := say.Text("%s: %s %s", got[i].Title, got[i].Text, got[i].Because)
			if figures(got[i]) != want[i].figures || got[i].Severity != want[i].severity ||
				!strings.HasPrefix(said, want[i].said) || say.Of(got[i].Offer.Label) != want[i].button {
				t.Errorf("got %s (%d) %s [%s], want %v", figures(got[i]), got[i].Severity, said, say.Of(got[i].Offer.Label), want[i])
			}
		}
	}
}

// C09 leads to those who were at one of the three events E04–E06 and at none of E07–E09.
func TestDemoWhomToAsk(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	for _, f := range coach.Findings(s, nil, datatest.Today) {
		if f.Rule != "C09" {
			continue
		}
		var names []string
		for _, id := range f.Offer.Among {
			m, _ := s.MemberByID(id)
			names = append(names, m.Name)
		}
		want := "Nguyễn Thị Hạnh, Νίκος Αντωνίου, Güneş Yıldırım, Þórdís Jónsdóttir, Милица Јовановић, Ştefania Țăran"
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("to be asked: %s", got)
		}
		return
	}
	t.Error("C09 does not fire")
}

// The rows on Overview and in the list: people of one rule stand in one row.
func TestDemoRows(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	found := coach.Findings(s, nil, datatest.Today)
	rows := coach.Rows(found)
	var rules []string
	for _, f := range rows {
		rules = append(rules, f.Rule)
	}
	if got := strings.Join(rules, " "); got != "C02 C03 C12 C05 C09 C10 C14 C17 C21 C28 C18 C30" {
		t.Errorf("rows %s", got)
	}
	say := words.English()
	if got := say.Text("%s: %s", rows[6].Title, rows[6].Text); got != "Write to 3 people who have not come lately: Nguyễn Thị Hạnh, Güneş Yıldırım and Þórdís Jónsdóttir." {
		t.Error(got)
	}
	for _, d := range rows[6].Dismissals(s, data.Date(1000), "later") {
		if d.Rule != "C14" || d.MemberID == 0 || d.Worse != 4 || d.Until != 1030 || d.Reason != "later" {
			t.Errorf("dismissal %+v", d)
		}
	}
}

// The rules that are silent on the demo are so for the reasons that stand in data/README.md, Demo: a border moved, or the one
// thing taken away, and each speaks with those numbers.
func TestDemoSilences(t *testing.T) {
	demo := datatest.Read(t, datatest.Demo(t))
	border := func(key string, n int) change {
		return func(s *data.Snapshot) {
			s.Settings = append(s.Settings, data.Setting{Key: key, Value: fmt.Sprint(n)})
		}
	}
	item := func(id int64, change func(*data.Item)) change {
		return func(s *data.Snapshot) {
			change(&s.Items[slices.IndexFunc(s.Items, func(i data.Item) bool { return i.ID == id })])
		}
	}
	for _, c := range []struct {
		change change
		want   string
	}{
		{border("coach.coreBeside", 3), "C04 beside=2 core=3 members=23"},
		{border("coach.votedEvents", 6), "C11 voted=5"},
		{func(s *data.Snapshot) {
			s.EventRoles = slices.DeleteFunc(slices.Clone(s.EventRoles), func(r data.EventRole) bool { return r.EventID == 10 && r.MemberID == 22 })
		}, "C13 M22 days=21"},
		{both(border("coach.activePercent", 36), item(13, func(i *data.Item) { i.FirstStep = false })), "C15 near=8 members=23"},
		{border("coach.voicesPercent", 36), "C16 most=4 turns=11"},
		{both(border("coach.answerDays", 7), item(14, func(i *data.Item) { i.Card = "" })), "C23 days=7 cards=1"},
		{border("coach.endingSigns", 1), "C25 signs=1"},
		{func(s *data.Snapshot) {
			for i := range s.Events {
				s.Events[i].Guests = 0
			}
		}, "C27 events=9 days=210"},
		{both(border("coach.announceDays", 14), func(s *data.Snapshot) { s.Events[9].Status, s.Announcements = data.StatusPlanned, nil }), "C31 days=14"},
	} {
		s := *demo
		s.Items, s.Events = slices.Clone(s.Items), slices.Clone(s.Events)
		rule, _, _ := strings.Cut(c.want, " ")
		if found := of(&s, rule); found != nil {
			t.Errorf("%s is not silent: %s", rule, figures(found[0]))
		}
		c.change(&s)
		if found := of(&s, rule); len(found) != 1 || figures(found[0]) != c.want {
			t.Errorf("%s: %d findings, want %s", rule, len(found), c.want)
		}
	}
}
