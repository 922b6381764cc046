package exchange

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
)

// Given people copied out of pages of programs, then each name comes in once, and titles, buttons and roles beside it are told as not taken.
func TestPeopleCopiedOutOfPages(t *testing.T) {
	for text, want := range map[string]string{
		"Franziska Berger\nFranziska Berger\nSenior Test Engineer at Werk AG\nConnected 2 weeks ago\nMessage\nJonas Lindqvist\nJonas Lindqvist\nHead of Quality | ISTQB\nConnected on November 3, 2026\nMessage\nChen Wei\nChen Wei\nQA Lead\nConnected 1 month ago\nMessage": "Franziska Berger; Jonas Lindqvist; Chen Wei",
		"Amélie Dubois\n • 2nd\nAmélie Dubois\nTesting evangelist, coffee lover\nLyon, France\nConnect\nJonas Lindqvist\nStatus is online\nHead of Quality\nFollow\nPaolo Rossi\nPaolo Rossi\nData Analyst presso Banca Esempio\nMilan, Lombardy, Italy":                      "Amélie Dubois; Jonas Lindqvist; Paolo Rossi",
		"Owners (1)\nFB\nFranziska Berger\nTest Engineer\nOwner\nMembers and guests (4)\nJL\nJonas Lindqvist\nHead of Quality\nMember\nAD\nAmélie Dubois (Guest)\nGuest\nCW\nChen Wei\nMember":                                                                                "Franziska Berger; Jonas Lindqvist; Amélie Dubois (Guest); Chen Wei",
		"Franziska Berger\n@franziska\nActive\nJonas Lindqvist\n@jonas\nAway":                                                                      "Franziska Berger; Jonas Lindqvist",
		"Franziska Berger\nRequired Attendee\nAccepted\nJonas Lindqvist\nOptional Attendee\nTentative\nAmélie Dubois\nRequired Attendee\nDeclined": "Franziska Berger; Jonas Lindqvist; Amélie Dubois",
		"Franziska Berger\nSoftware-Entwicklerin\nJonas Lindqvist\nHead of Quality\nPetra Klein":                                                   "Franziska Berger; Jonas Lindqvist; Petra Klein",
		"Franziska Berger\nJonas Lindqvist\nPetra Klein\nOtto Member":                                                                              "Franziska Berger; Jonas Lindqvist; Petra Klein; Otto Member",
		`Anna Berg <anna@x.example>, "Łukasz Nowak (extern)" <l@x.example>, otto@x.example`:                                                        "Anna Berg; Łukasz Nowak (extern); Otto",
		"Ada (ada@x.example), Bob (bob@x.example)":                                                                                                 "Ada; Bob",
		"| Name | Mail |\n|---|---|\n| **Anna Berg** | [anna@x.example](mailto:anna@x.example) |":                                                  "Anna Berg",
	} {
		var names []string
		for _, p := range PastedPeople(text) {
			names = append(names, p.Row.Name)
			if len(p.Doubts) > 0 && p.Row.Email != "otto@x.example" {
				t.Errorf("%s: %v", p.Row.Name, wording(p.Doubts[0]))
			}
		}
		if got := strings.Join(names, "; "); got != want {
			t.Errorf("%q\n gives %s\n want  %s", text, got, want)
		}
	}
}

// Given names with the surname first in capitals, as French lists have them, then the given name stands first afterwards; elsewhere nothing is turned.
func TestSurnamesInCapitals(t *testing.T) {
	for name, want := range map[string]string{
		"DUPONT Jean": "Jean DUPONT", "LE GOFF Yann": "Yann LE GOFF", "DE LA TOUR Anne-Marie": "Anne-Marie DE LA TOUR", "MÜLLER-KLEIN Petra": "Petra MÜLLER-KLEIN",
		"O'NEIL Sean": "Sean O'NEIL", "NGUYEN Thi Hoa": "Thi Hoa NGUYEN", "DUPONT Jean (Achats)": "Jean DUPONT (Achats)",
		"Jean DUPONT": "Jean DUPONT", "ADA LOVELACE": "ADA LOVELACE", "JP Morgan": "JP Morgan", "Ada Lovelace": "Ada Lovelace", "DUPONT": "DUPONT", "DR. Anna Berg": "DR. Anna Berg", "نور الهدى": "نور الهدى",
	} {
		if got := turned(name); got != want {
			t.Errorf("%s is turned to %s, want %s", name, got, want)
		}
	}
	a, err := AttendanceOf(context.Background(), File{Name: "a.csv", Content: []byte("Nom;Première participation;Dernier départ\nDUPONT Jean;24/11/2026 15:58;24/11/2026 17:01\n")})
	if err != nil || len(a.People) != 1 || a.People[0].Name != "Jean DUPONT" {
		t.Errorf("on a list: %+v, %v", a.People, err)
	}
}

// Given answers to a form with questions over them, then the questions are nobody, and the name is found by what is asked.
func TestQuestionsAreHeadings(t *testing.T) {
	for text, want := range map[string]string{
		"Zeitstempel;Wie heißt du?;Deine E-Mail;Aus welcher Abteilung kommst du?\n2026/11/03 10:14:22 AM MEZ;Anna Berg;anna@x.example;Einkauf\n2026/11/03 10:20:00 AM MEZ;Otto;otto@x.example;QS\n": "Anna Berg anna@x.example; Otto otto@x.example",
		"Was machst du?,Deine Mailadresse\nTesten,anna.berg@x.example\nBauen,otto@x.example\n":                                                                                                      "Anna Berg anna.berg@x.example; Otto otto@x.example",
		"Anna Berg;anna@x.example;Einkauf\nOtto Klein;otto@x.example;QS\n":                                                                                                                          "Anna Berg anna@x.example; Otto Klein otto@x.example",
	} {
		s := Understand(context.Background(), File{Name: "form.csv", Content: []byte(text)}, Hints{Likely: People})
		var got []string
		for _, p := range s.people {
			got = append(got, p.Row.Name+" "+p.Row.Email)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// Given a board as a table, then archived cards stay there, and what an item that is parked waits for stands where it belongs.
func TestBoardsAsTables(t *testing.T) {
	table := PastedTable("Column\tTitle\tOutcome\tArchived\nParked\tMeetup\tNo budget\tfalse\nDone\tGuide\tRead a lot\tfalse\nDone\tOld one\t\ttrue\n")
	items := ItemsIn(&table, GuessColumns(&table, Items))
	if len(items) != 2 || items[0].Row.ParkedReason != "No budget" || items[0].Row.Outcome != "" || items[1].Row.Outcome != "Read a lot" {
		t.Errorf("%+v", items)
	}
}

// Given lines that all begin with a day, when they are pasted beside events, then they are events.
func TestDatedLinesBesideEvents(t *testing.T) {
	for text, want := range map[string]What{"Do 10.12.2026 16 Uhr Gilde\nDo 17.12.2026 16 Uhr Retro": Events, "10.12.2026 Gilde\nAnna Berg\nOtto Klein": Attendance} {
		if s := UnderstandText(text, Hints{Likely: Attendance}); s.What != want {
			t.Errorf("%q is %s, want %s", text, s.What, want)
		}
	}
}

// Given pasted texts without bounds, then they are refused as files are.
func TestPastedTextsHaveBounds(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("Ada; ", maxRows+1):        "The text has more than 50000 rows; nothing of it was read. Please paste the part that you need by itself.",
		strings.Repeat("Ada, ", largeContent/5+1): "The text is far too large; nothing of it was read. Please paste the part that you need by itself.",
	} {
		s := UnderstandText(text, Hints{Likely: People})
		p := NewPlan(&data.Snapshot{}, planDay)
		p.AddSource(s)
		if s.Err == nil || len(p.Rows) != 0 || wording(faultOf(s.Err)) != want {
			t.Errorf("%d rows, %v", len(p.Rows), s.Err)
		}
	}
}
