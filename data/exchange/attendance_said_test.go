package exchange

import (
	"slices"
	"testing"
)

// Given a list on which it stands who came and who did not, in each language, then only who came stands on it; nobody knows of a word that is
// neither, so it asks.
func TestWhoDidNotComeIsNotOnTheList(t *testing.T) {
	for name, content := range map[string]string{
		"German":                      "Name;Anwesend\nEve Adams;ja\nZoë Müller;nein\nCan Öz;entschuldigt\nJürgen Groß;x\n",
		"English":                     "Name;Present\nEve Adams;yes\nZoë Müller;no\nCan Öz;excused\nJürgen Groß;late\n",
		"French":                      "Nom;Présent\nEve Adams;oui\nZoë Müller;non\nCan Öz;excusée\nJürgen Groß;présent\n",
		"Spanish":                     "Nombre;Asistió\nEve Adams;sí\nZoë Müller;no\nCan Öz;justificada\nJürgen Groß;presente\n",
		"a noun":                      "Name;Anwesenheit\nEve Adams;anwesend\nZoë Müller;abwesend\nCan Öz;krank\nJürgen Groß;teilweise\n",
		"Attendance":                  "Name;Attendance\nEve Adams;P\nZoë Müller;A\nCan Öz;absent\nJürgen Groß;remote\n",
		"with a question mark":        "Name;Anwesend?\nEve Adams;✓\nZoë Müller;✗\nCan Öz;-\nJürgen Groß;✔\n",
		"only those who came":         "Name;Present\nEve Adams;x\nZoë Müller;\nCan Öz;\nJürgen Groß;x\n",
		"only those who did not":      "Name;Anwesend\nEve Adams;\nZoë Müller;entschuldigt\nCan Öz;nein\nJürgen Groß;\n",
		"a status":                    "Name;Status\nEve Adams;Attended\nZoë Müller;Not attended\nCan Öz;No show\nJürgen Groß;Checked in\n",
		"what a booking program says": "First Name;Last Name;Email;Attendee Status\nEve;Adams;e@x.de;Checked in\nZoë;Müller;z@x.de;Not Attending\nCan;Öz;c@x.de;Cancelled\nJürgen;Groß;j@x.de;Checked In\n",
		"minutes":                     "Name;Attendance\nEve Adams;45 min\nZoë Müller;0\nCan Öz;0 min\nJürgen Groß;60 min\n",
		"Attended, as Zoom writes it": "Name;Attended\nEve Adams;Yes\nZoë Müller;No\nCan Öz;No\nJürgen Groß;Yes\n",
	} {
		s := sourceOf("list.csv", content)
		if s.What != Attendance || len(s.came) != 1 {
			t.Errorf("%s: it is taken for %q", name, s.What)
			continue
		}
		var names []string
		for _, a := range s.came[0].People {
			names = append(names, a.Name)
		}
		if want := []string{"Eve Adams", "Jürgen Groß"}; !slices.Equal(names, want) {
			t.Errorf("%s: %q are said to have come", name, names)
		}
	}
	booked := sourceOf("list.csv", "Name;Attendee Status\nEve Adams;Attending\nZoë Müller;Not Attending\nCan Öz;Checked In\n")
	if people := booked.came[0].People; len(people) != 2 || people[0].Asks.IsZero() || !people[1].Asks.IsZero() {
		t.Errorf("who only said that they would come is %+v", people)
	}
	s := sourceOf("list.csv", "Name;Anwesend\nEve Adams;ja\nBob Smith;vielleicht\nCan Öz;nein\nAnna Müller;ja\n")
	p := NewPlan(ours(), planDay)
	p.AddSource(s)
	p.DecideList(0, Decision{Replace, 2})
	if r := p.Rows[1]; len(p.Rows) != 3 || r.State != Doubtful || r.Do.Do != Leave || wording(r.Why) != "“vielleicht” does not say whether they came." {
		t.Errorf("who may have come is %+v", r)
	}
}

// Given tables that are no lists of who came although a heading could say so, then they are what they were.
func TestRostersAreNoListsOfWhoCame(t *testing.T) {
	for _, content := range []string{
		"Name;E-mail;Status\nEve Adams;e@x.de;active\nZoë Müller;z@x.de;disabled\n",
		"Name;E-mail;Attendance\nEve Adams;e@x.de;Mondays and Fridays\nZoë Müller;z@x.de;rarely in the office\n",
	} {
		if s := sourceOf("list.csv", content); s.What != People {
			t.Errorf("%q is taken for %q", content, s.What)
		}
	}
}

// Given such a table that the leader takes for who came, then who did not come is not on it.
func TestWhatIsTakenForAListHeedsWhoCame(t *testing.T) {
	s := sourceOf("list.csv", "Name;Status\nEve Adams;Zugesagt\nZoë Müller;Abgesagt\n")
	s.TakeFor(Attendance, Hints{})
	if len(s.came) != 1 || len(s.came[0].People) != 1 || s.came[0].People[0].Name != "Eve Adams" {
		t.Errorf("it says %+v", s.came)
	}
}
