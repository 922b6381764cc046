package exchange

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
)

// toldPlan is what a text comes to: what it is taken for, and each row with what is said of it, by the keys of fields.
func toldPlan(s *Source) string {
	p := NewPlan(&data.Snapshot{Community: data.Community{TimeZone: "Europe/Berlin"}}, planDay)
	p.AddSource(s)
	lines := []string{string(s.What)}
	for i := range p.Rows {
		line := p.Rows[i].Title()
		for _, c := range p.Says(i) {
			if label := wording(c.Label); label != "Name" && label != "Title" {
				line += " | " + strings.ReplaceAll(wording(c.New), "\n", "⏎")
			}
		}
		lines = append(lines, line)
	}
	for _, note := range s.Notes() {
		lines = append(lines, wording(note))
	}
	return strings.Join(lines, "\n")
}

// Given lists as leaders have them, in messages, notes and exports of other programs, then each is taken for what it is, and nothing of it is
// lost unsaid.
func TestListsAsLeadersHaveThem(t *testing.T) {
	for text, want := range map[string]string{
		"Anna Berg <anna@x.de>; 'otto@x.de'; \"Müller, Zoë (R&D)\" <zoe@x.de>":                                                           "people\nAnna Berg | anna@x.de\nOtto | otto@x.de\nZoë Müller (R&D) | zoe@x.de",
		"~ Anna, +49 151 2345678, Otto Berg":                                                                                             "people\nAnna\nOtto Berg",
		"Anna Berg 0151 2345678\nOtto Berg (Marketing)\nEve Adams - Sales":                                                               "people\nAnna Berg | 0151 2345678\nOtto Berg (Marketing)\nEve Adams | Sales",
		"Anna Berg, Marketing\nOtto Klein, IT\nEve Adams, Sales":                                                                         "people\nAnna Berg | Marketing\nOtto Klein | IT\nEve Adams | Sales",
		"Anna Berg, Otto Klein\nEve Adams, Can Öz":                                                                                       "people\nAnna Berg\nOtto Klein\nEve Adams\nCan Öz",
		"Organisers: Anna Berg, Otto Klein\nMembers: Eve Adams, Can Öz":                                                                  "people\nAnna Berg\nOtto Klein\nEve Adams\nCan Öz",
		"Anna Berg: leads\nOtto Klein: brings snacks":                                                                                    "people\nAnna Berg\nOtto Klein",
		"Participants: Anna Berg, Otto Klein, and Eve Adams.":                                                                            "people\nAnna Berg\nOtto Klein\nEve Adams",
		"Vorname\tNachname\nAnna\tBerg\nOtto\tKlein":                                                                                     "people\nAnna Berg\nOtto Klein",
		"Vorname,Nachname\nAnna,Berg\nOtto,Klein":                                                                                        "people\nAnna Berg\nOtto Klein",
		"1\tAnna Berg\tanna@x.de\n2\tOtto Klein\totto@x.de":                                                                              "people\nAnna Berg | anna@x.de\nOtto Klein | otto@x.de",
		"👩‍💻 Anna Berg\n✅ Otto Klein\n→ Eve Adams":                                                                                       "people\nAnna Berg\nOtto Klein\nEve Adams",
		"Anna Berg\nAB\nOrganizer\nOtto Klein\nOK\nAttendee":                                                                             "people\nAnna Berg\nOtto Klein\n4 lines are not taken: “AB” “Organizer” “OK” ….",
		"> Anna Berg\n> Otto Klein\nOn Mon, 30 Nov 2026 Eve Adams wrote:":                                                                "people\nAnna Berg\nOtto Klein\n1 line is not taken: “On Mon, 30 Nov 2026 Eve Adams wrote:”.",
		"- [Anna Berg](mailto:anna@x.de)\n- [Otto Klein](https://x.de/otto)":                                                             "people\nAnna Berg | anna@x.de\nOtto Klein",
		"<ul>\n<li>Anna Berg</li>\n<li>Otto Klein</li>\n</ul>":                                                                           "people\nAnna Berg\nOtto Klein",
		"Anna Berg / Otto Klein / Eve Adams":                                                                                             "people\nAnna Berg\nOtto Klein\nEve Adams",
		"12.12.2026 14:00 Lean coffee\n13.01.2027 14:00-15:30 Clinic":                                                                    "events\nLean coffee | 12 Dec 2026 | 14:00\nClinic | 13 Jan 2027 | 14:00 | 90",
		"- Dec 12, 2026 – Lean coffee\n- Jan 13, 2027, 2-3:30 pm: Clinic (both)":                                                         "events\nLean coffee | 12 Dec 2026\nClinic (both) | 13 Jan 2027 | 14:00 | 90",
		"2026-12-12;14:00;Lean coffee;Room 3\n2027-01-13;14:00;Clinic;Room 4":                                                            "events\nLean coffee | 12 Dec 2026 | 14:00 | Room 3\nClinic | 13 Jan 2027 | 14:00 | Room 4",
		"Event,When,Duration\nLab,\"Tue 15 Dec 2026, 2-3:30 pm\",\nClinic,12/Jan/27 3:14 PM,1h 30m":                                      "events\nLab | 15 Dec 2026 | 14:00 | 90\nClinic | 12 Jan 2027 | 15:14 | 90",
		"[ ] Book club\n[x] Kata evening":                                                                                                "items\nBook club\nKata evening | Done",
		"To do;Doing;Done\nBook club;Kata;Talk\nRetro;;Lab":                                                                              "items\nBook club | Ready\nRetro | Ready\nKata | Doing\nTalk | Done\nLab | Done",
		"Name,Assign,Status,Date,Tags\nBook club,Anna,In progress,\"March 12, 2026\",idea":                                               "items\nBook club | Doing | #idea | 12 Mar 2026",
		"Task ID,Completed At,Name,Section/Column,Due Date\n1,,Book club,To do,2026-04-01\n2,2026-03-15,Kata,Done,":                      "items\nBook club | Ready | 1 Apr 2026\nKata | Done | 15 Mar 2026\n1 column is left out: “Task ID”.",
		"Issue key,Summary,Status,Created,Due date\nCOP-1,Book club,In Progress,12/Mar/26 3:14 PM,15/Apr/26 12:00 AM\nCOP-2,Kata,Done,,": "items\nBook club | Doing | 15 Apr 2026\nKata | Done\n2 columns are left out: “Issue key” “Created”.",
	} {
		if got := toldPlan(UnderstandText(text, Hints{Zone: "Europe/Berlin"})); got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", text, got, want)
		}
	}
}

// Given lists on the page of the backlog, then marks are taken off, and a line is a heading only where a list stands below it.
func TestListsOfItemsAsLeadersHaveThem(t *testing.T) {
	for text, want := range map[string]string{
		"* Book club\n** find a room\n** choose a book\n* Kata evening":            "items\nBook club | - find a room⏎- choose a book\nKata evening",
		"✓ Book club\n✗ Kata evening\n(x) Lab\n( ) Demo":                           "items\nBook club | Done\nKata evening\nLab | Done\nDemo",
		"Book club (Anna)\nTalk by Otto: mutation testing\n2. Treffen vorbereiten": "items\nBook club (Anna)\nTalk by Otto: mutation testing\n2. Treffen vorbereiten",
		"1) Book club\n2) Kata evening\n   - in pairs\n   - with snacks\n3) Talk":  "items\nBook club\nKata evening | - in pairs⏎- with snacks\nTalk",
		"2026-12-12\tBook club\n2026-12-19\tKata evening":                          "items\nBook club | 12 Dec 2026\nKata evening | 19 Dec 2026",
		"Ada Lovelace\nGrace Hopper":                                               "items\nAda Lovelace\nGrace Hopper",
	} {
		if got := toldPlan(UnderstandText(text, Hints{Likely: Items})); got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", text, got, want)
		}
	}
}

// Given what minutes say of who came, then those who were absent and everything else are no names.
func TestWhoCameByMinutes(t *testing.T) {
	s := UnderstandText("Protokoll vom 12.11.2026\nAnwesend: Anna Berg, Otto Klein (Gast)\nEntschuldigt: Eve Adams\nThema: Lab\nOrt: Raum 3", Hints{Likely: Attendance})
	var names []string
	for _, p := range s.came[0].People {
		names = append(names, p.Name)
	}
	if !slices.Equal(names, []string{"Anna Berg", "Otto Klein"}) || len(s.Passed()) != 4 {
		t.Errorf("%q came, not taken are %v", names, s.Passed())
	}
}
