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
