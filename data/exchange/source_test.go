package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Given names and addresses pasted in many ways, when the text is understood, then everybody comes, with their own address.
func TestPastedPeopleAreNoTable(t *testing.T) {
	for text, want := range map[string][]string{
		"Ada Lovelace <ada@calc.org>, grace.hopper@navy.mil, Bob Meier <bob@x.de>":                             {"Ada Lovelace ada@calc.org", "Grace Hopper grace.hopper@navy.mil", "Bob Meier bob@x.de"},
		`"Müller, Jörg" <joerg@x.de>; Ada Lovelace <ada@calc.org>; grace.hopper@navy.mil; Papadopoulou, Eleni`: {"Jörg Müller joerg@x.de", "Ada Lovelace ada@calc.org", "Grace Hopper grace.hopper@navy.mil", "Eleni Papadopoulou "},
		"• Bob Meier\n1. Zoë Ångström\n2) Hugo Boss <hugo@x.de>":                                               {"Bob Meier ", "Zoë Ångström ", "Hugo Boss hugo@x.de"},
		"Ada Lovelace <ada@calc.org>; grace.hopper@navy.mil\nBob Meier <bob@x.de>":                             {"Ada Lovelace ada@calc.org", "Grace Hopper grace.hopper@navy.mil", "Bob Meier bob@x.de"},
		"Name\tE-mail\nAda Lovelace\tada@calc.org":                                                             {"Ada Lovelace ada@calc.org"},
	} {
		s := UnderstandText(text, Hints{})
		var got []string
		for _, p := range s.people {
			got = append(got, fmt.Sprint(p.Row.Name, " ", p.Row.Email))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// Given a roster with the day of joining, when it is understood, then it is one of people, and a list that tells the hour is one of a meeting.
func TestRosterWithJoiningDays(t *testing.T) {
	for text, want := range map[string]What{
		"Name,Email,Joined\nAda,ada@calc.org,2024-05-03\nBob,bob@x.de,2024-06-03\n": People,
		"Nachname;Vorname;E-Mail;Beitritt\nMeier;Bob;bob@x.de;03.05.2024\n":         People,
		"Name,Join Time\nAda,2026-10-01 17:03\n":                                    Attendance,
		"Name\tJoined\nAda\t5:03 PM\n":                                              Attendance,
		"Name,Email,Duration (Minutes)\nAda,ada@calc.org,60\n":                      Attendance,
		"Name;E-Mail;Joined\nAda;ada@calc.org;2024-05-03 09:12:44\nBob;bob@x.de;2024-06-03 17:00:01\nEve;eve@x.de;2025-06-03 17:00:01\n": People,
		"Name;E-Mail;Unit;Joined\nAda;ada@calc.org;IT;2026-01-05 09:00:13\nBob;bob@x.de;HR;2026-01-05 09:00:13\n":                        People,
		"Name;E-Mail;Joined\nAda;ada@calc.org;2026-01-05T00:00:00Z\nBob;bob@x.de;2026-01-05T00:00:00Z\n":                                 People,
	} {
		s := Understand(t.Context(), File{Name: "list.csv", Content: []byte(text)}, Hints{})
		if s.What != want || s.Err != nil {
			t.Errorf("%q is taken for %q, %v", text, s.What, s.Err)
		}
		if want == People && (len(s.people) == 0 || s.people[0].Row.JoinedOn == 0 || !strings.Contains(s.people[0].Row.Email, "@")) {
			t.Errorf("%q gives %+v", text, s.people)
		}
	}
}

// Given lists with headings that several kinds of list have, then what stands below them decides, and everything that a leader may call them is offered.
func TestWhatAFileIs(t *testing.T) {
	for text, want := range map[string]What{
		"Titel;Datum;Dauer;Teilnehmer\nLab;2026-01-05;60;12\nDemo;2026-02-05;90;7\n":                                                       Events,
		"Topic,Date,Duration,Attendees\nLab,2026-01-05,60,\"Ada, Bob\"\nDemo,2026-02-05,90,Ada\n":                                          Events,
		"Event,Date,Participants,Attended\nLab,2026-01-05,Ada,yes\nDemo,2026-02-05,Bob,yes\n":                                              Events,
		"ID;Start time;Completion time;Email;Name;What do you want to learn?\n1;2026-01-05 09:00;2026-01-05 09:02;ada@calc.org;Ada;Sums\n": People,
		"ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Frage\n1;05.01.2026 09:00;05.01.2026 09:02;ada@calc.org;Ada;x\n":                     People,
		"Timestamp,Email Address,Your name\n2026-01-05 09:00,ada@calc.org,Ada\n":                                                           People,
		"Name,Email,Last seen\nAda,ada@calc.org,2026-01-05\nBob,bob@x.de,2026-02-05\n":                                                     People,
		"Name,Date,Location\nLab,2026-01-05,Room 3\nDemo,2026-02-05,Room 4\n":                                                              Events,
		"Name,Status\nBook club,To do\n":                                           Items,
		"# To do\n- [ ] Book club\n- [x] Kata evening\n":                           Items,
		"Ada Lovelace\nGrace Hopper\n":                                             People,
		"We should invite somebody from outside\nHow do others name their tests\n": Items,
	} {
		s := Understand(t.Context(), File{Name: "list.csv", Content: []byte(text)}, Hints{})
		if s.What != want || s.Err != nil || s.Nothing() {
			t.Errorf("%q is taken for %q, %v", text, s.What, s.Err)
		}
		if got := s.MayBe(); !slices.Equal(got, []What{People, Events, Items, Attendance}) {
			t.Errorf("%q may be %v", text, got)
		}
	}
}

// Given a text that was taken for one thing, when the leader calls it another and back, then it is read so each time.
func TestATextIsTakenForSomethingElse(t *testing.T) {
	s := UnderstandText("2026-12-01\tLab\n2026-12-08\tDemo", Hints{})
	s.TakeFor(Events, Hints{})
	if len(s.events) != 2 || s.events[1].Row.Title != "Demo" || len(s.people) > 0 {
		t.Errorf("as events: %+v", s.events)
	}
	s.TakeFor(Items, Hints{})
	if len(s.items) != 2 || s.items[0].Row.Title != "Lab" || len(s.events) > 0 {
		t.Errorf("as items: %+v", s.items)
	}
	s.TakeFor(Attendance, Hints{})
	s.TakeFor(People, Hints{})
	if len(s.people) != 2 || len(s.came) > 0 {
		t.Errorf("as people: %+v", s.people)
	}
}

// Given a table with lines around it and columns that nobody knows, then each is told.
func TestWhatIsNotTakenIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"Name,E-mail\nAda,ada@calc.org": "",
		"Members of the community\nas of 1 March\n\nName;E-mail;Shoe size;Pet\nAda;ada@calc.org;38;\nTotal;;38;\n": "2 lines before the table are not taken: “Members of the community” “as of 1 March”. " +
			"1 line is not taken: “Total, 38”. 1 column is left out: “Shoe size”.",
		"Ada\tada@calc.org\tIT\tBerlin\nBob\tbob@x.de\tHR\tParis": "2 columns are left out: “IT” “Berlin”.",
	} {
		s := Understand(t.Context(), File{Name: "list.csv", Content: []byte(text)}, Hints{})
		var told []string
		for _, note := range s.Notes() {
			told = append(told, wording(note))
		}
		if got := strings.Join(told, " "); got != want {
			t.Errorf("%q says %s, want %s", text, got, want)
		}
	}
	s := UnderstandText("Hi Anna,\nthese are the new ones:\nName\tE-mail\nAda\tada@calc.org\nThanks\nBob", Hints{})
	if len(s.people) != 1 || len(s.Notes()) != 2 || len(s.Passed()) != 4 {
		t.Errorf("it brings %d people and says %v", len(s.people), s.Notes())
	}
}
