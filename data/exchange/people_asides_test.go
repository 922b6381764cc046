package exchange

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
)

// Given texts in which more stands than names, when people are read out of them, then the names come alone, in the order of their addresses, and what is nobody's
// name is told.
func TestWhatStandsBesidePastedNames(t *testing.T) {
	for text, want := range map[string]string{
		"Özdemir Aylin <aylin.oezdemir@firma.example>":                                           "Aylin Özdemir | aylin.oezdemir@firma.example ? The text says “Özdemir Aylin”; the order is that of the address.",
		"Aylin Özdemir <aylin.oezdemir@firma.example>":                                           "Aylin Özdemir | aylin.oezdemir@firma.example",
		"van der Berg Piet <piet.vanderberg@x.example>":                                          "Piet van der Berg | piet.vanderberg@x.example ? The text says “van der Berg Piet”; the order is that of the address.",
		"Nguyen Van An <an.nguyen@x.example>":                                                    "Nguyen Van An | an.nguyen@x.example",
		"Nagy Ferenc <f.nagy@x.example>":                                                         "Nagy Ferenc | f.nagy@x.example",
		"Martin Thomas <martin.thomas@x.example>":                                                "Martin Thomas | martin.thomas@x.example",
		"Zoë Müller (she/her)\nCan Öz (ab 10:30)\nEve Adams [Gast]\nAda Bee (Shay)":              "Zoë Müller\nCan Öz\nEve Adams [Gast]\nAda Bee (Shay)",
		"de la Cruz, María José\nvan der Berg, Pieter Jan":                                       "María José de la Cruz\nPieter Jan van der Berg",
		"@Zoë Müller @Can Öz @Eve Adams":                                                         "Zoë Müller\nCan Öz\nEve Adams",
		"Ada Bee\nada@x.example\n\nEve Adams\nadams.e@x.example\nCan Öz\nanna@x.example":         "Ada Bee | ada@x.example\nEve Adams | adams.e@x.example\nCan Öz\nAnna | anna@x.example ? There is no name; it was made of the address anna@x.example.",
		"Ada Bee\nEve Adams\nCan Öz\nZoë Müller\nAnna Berg\nBis Montag!":                         "Ada Bee\nEve Adams\nCan Öz\nZoë Müller\nAnna Berg\n1 line is not taken: “Bis Montag!”.",
		"Ada Bee\nSee you on Friday!":                                                            "Ada Bee\n1 line is not taken: “See you on Friday!”.",
		"Ada Bee\nHasta luego":                                                                   "Ada Bee\n1 line is not taken: “Hasta luego”.",
		"Ada Bee\nÀ demain !":                                                                    "Ada Bee\n1 line is not taken: “À demain !”.",
		"Ada Bee\nSchönes Wochenende!":                                                           "Ada Bee\n1 line is not taken: “Schönes Wochenende!”.",
		"Ada Bee\n3 Gäste":                                                                       "Ada Bee\n1 line is not taken: “3 Gäste”.",
		"Ada Bee\n+ 2 guests, Eve Adams":                                                         "Ada Bee\nEve Adams\n1 line is not taken: “2 guests”.",
		"1 Ada Bee\n2 Eve Adams\n\n3 Can Öz":                                                     "Ada Bee\nEve Adams\nCan Öz",
		"Ada Bee ada@x.example Ops\nEve Adams <eve@x.example>":                                   "Ada Bee | ada@x.example | Ops\nEve Adams | eve@x.example",
		"Nom d’usage;Prénom usuel;Pôle\nd’Aubigné;Françoise;QA\nMoreau;Jean-Loup;R&D":            "Françoise d’Aubigné | QA\nJean-Loup Moreau | R&D",
		"Bistra Montagne\nBonnie Day\nSeeyou Ng":                                                 "Bistra Montagne\nBonnie Day\nSeeyou Ng",
		"Email,Name,Wie heißt du?,Team\nanonymous,,Zoë Müller,Ops\nanonymous,,Can Öz,Data":       "Zoë Müller | Ops\nCan Öz | Data",
		"Email;Name;Wie heißen Sie?\nanonymous;;Zoë Müller\nanonymous;;Can Öz\nanonymous;;Ada B": "Zoë Müller\nCan Öz\nAda B",
	} {
		if got := toldRoster(t, "list.txt", text); got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Ada Bee | Ops | ada@x.example\nEve Adams, Data, eve@x.example":    "Ada Bee ada@x.example Ops; Eve Adams eve@x.example Data",
		"Please add:\nAda Bee: ada@x.example":                              "Ada Bee ada@x.example ",
		"Ada Bee Tel. 089 123456\nEve Adams (Mobil 0151 2345678)":          "Ada Bee  ; Eve Adams  ",
		"Maria Müller, geb. Meier\nPeter Paul, jun.\nAnna Berg, née Klein": "Maria Müller, geb. Meier  ; Peter Paul, jun.  ; Anna Berg, née Klein  ",
		"Teilnehmerliste\n\n1. Ada Bee\n2. Eve Adams\n3. ____":             "Ada Bee  ; Eve Adams  ",
		"Minutes of 12 November 2026\nAda Bee\nApril Novak":                "Ada Bee  ; April Novak  ",
	} {
		var got []string
		for _, p := range PastedPeople(text) {
			got = append(got, p.Row.Name+" "+p.Row.Email+" "+p.Row.Unit)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
	people := PastedPeople("Ada Bee, Ops, +49 89 123456\nEve Adams, Data, 089/123 457")
	if len(people) != 2 || people[1].Row.Name != "Eve Adams" || people[1].Row.Unit != "Data" || people[1].Row.Phone != "089/123 457" {
		t.Errorf("names, units and numbers give %+v", people)
	}
}

// Given minutes with headings over those who were there and those who were not, then they are a list of who came: those alone, and as many guests as are counted, once
// however often the list comes.
func TestGuestsThatAreOnlyCounted(t *testing.T) {
	text := "Protokoll vom 1.9.2026\nAnwesend:\nAnna Müller\n3 Gäste\nZoë Quux (ab 16:30)\n\nEntschuldigt:\nOtto Nirgendwo\nEva Nirgendwo\n\nTOP 1: Begrüßung"
	s := UnderstandText(text, Hints{})
	if s.What != Attendance || len(s.came) != 1 {
		t.Fatalf("it is taken for %q", s.What)
	}
	if on := s.came[0].On; on != data.NewDate(2026, 9, 1) {
		t.Errorf("it was on %v", on)
	}
	var names []string
	for _, a := range s.came[0].People {
		names = append(names, a.Name)
	}
	if got := strings.Join(names, "; "); got != "Anna Müller; 3 Gäste; Zoë Quux" {
		t.Errorf("there were %s", got)
	}

	held := ours()
	plan := func() (*Plan, int) {
		p := NewPlan(held, planDay)
		p.AddSource(UnderstandText(text, Hints{}))
		p.DecideList(0, Decision{Replace, held.Events[0].ID})
		return p, slices.IndexFunc(p.Rows, func(r PlanRow) bool { return r.Title() == "3 Gäste" })
	}
	p, at := plan()
	if r := &p.Rows[at]; r.State != New || r.Do.Do != Guest {
		t.Errorf("they are %s %v", r.State, r.Do)
	}
	if got := p.Choices(at); !slices.Equal(got, []Decision{{Do: Guest}, {Do: Leave}}) {
		t.Errorf("they may be %v", got)
	}
	if p.Decide(at, Decision{Do: Add}); p.Rows[at].Do.Do != Guest {
		t.Error("they were made a member")
	}
	in := p.Intake()
	if len(in.Guests) != 1 || in.Guests[0].Guests != held.Events[0].Guests+4 {
		t.Fatalf("noted are %+v", in.Guests)
	}

	held.Events[0].Guests = in.Guests[0].Guests
	held.Settings = data.MarkGuests(held.Settings, held.Events[0].ID, in.Guests[0].Named, nil)
	p, at = plan()
	if in := p.Intake(); p.Rows[at].State != Same || len(in.Guests) != 0 {
		t.Errorf("again they are %s, and noted are %+v", p.Rows[at].State, in.Guests)
	}
}

// Given days without a year, when events and items are read, then they are near today, one behind the other, and that is said; numbers of a list are no days.
func TestDaysWithoutAYear(t *testing.T) {
	h := Hints{Today: data.NewDate(2026, 12, 1)}
	for text, want := range map[string]string{
		"3.12. Kick-off\n17.12. 16 Uhr Retro\n7.1. Planung":                    "2026-12-03 Kick-off, 2026-12-17 Retro, 2027-01-07 Planung",
		"Do 3.12. Kick-off\nThu, Dec 17: Retro\n7 janvier Galette":             "2026-12-03 Kick-off, 2026-12-17 Retro, 2027-01-07 Galette",
		"mardi 12 janvier à 16h : Café\nmardi 9 février à 16h30 : Atelier":     "2027-01-12 Café, 2027-02-09 Atelier",
		"Datum;Titel\n15.1.;A\n12.6.;B\n10.12.;C":                              "2027-01-15 A, 2027-06-12 B, 2027-12-10 C",
		"Datum;Titel\n10.11.;A\n12.10.;B\n10.9.;C":                             "2026-11-10 A, 2026-10-12 B, 2026-09-10 C",
		"Date,Title\n12/25,A\n12/26,B":                                         "2026-12-25 A, 2026-12-26 B",
		"Date,Title\n29 Feb,A":                                                 "2028-02-29 A",
		"1.12. Eins\n2.12. Zwei\n3.12. Drei":                                   "2026-12-01 Eins, 2026-12-02 Zwei, 2026-12-03 Drei",
		"10.12.2026 Lab\n12.12. Demo":                                          "2026-12-10 Lab, 2026-12-12 Demo",
		"3 de diciembre: Charla\n10 de diciembre: Taller\n14 de enero: Cierre": "2026-12-03 Charla, 2026-12-10 Taller, 2027-01-14 Cierre",
	} {
		var got []string
		s := UnderstandText(text, h)
		for _, e := range s.events {
			got = append(got, e.Row.On.String()+" "+e.Row.Title)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q gives %q %s\nwant %s", text, s.What, got, want)
		}
	}
	if s := UnderstandText("3.12. Kick-off\n7.1. Planung", h); len(s.events) != 2 || !strings.Contains(wording(s.events[1].Doubts[0]), "“7.1.” tells no year; it is read as 7 Jan 2027.") {
		t.Errorf("it is not said of %+v", s.events)
	}
	for _, text := range []string{"1. May Parker\n2. June Carter", "1.1. Kim Dee\n1.2. Ada Bee\n1.3. Eve Adams", "Ada Bee\nEve Adams\n2. Dec Ant"} {
		if s := UnderstandText(text, h); s.What != People {
			t.Errorf("%q is taken for %q", text, s.What)
		}
	}
	s := UnderstandText("Aufgabe;Fällig\nBuch kaufen;24.12.", h)
	if len(s.items) != 1 || s.items[0].Row.Due != data.NewDate(2026, 12, 24) {
		t.Errorf("due is %+v", s.items)
	}
}

// Given labels as Trello's tables write them, then the words come without the colours.
func TestColoursOfLabelsAreLeft(t *testing.T) {
	s := Understand(t.Context(), File{Name: "board.csv", Content: []byte("Card Name,Labels,List Name\nFix,\"Testing (green),Urgent (red_dark)\",Doing\nPlan,\"(yellow),Help now (sky)\",Done\nWait,(null),Done\n")}, Hints{})
	var got []string
	for _, item := range s.items {
		got = append(got, item.Row.Description)
	}
	if strings.Join(got, "; ") != "#Testing #Urgent; #Help_now; " {
		t.Errorf("told are %q", got)
	}
}

// Given a text with far more lines than anybody means to paste, then it is refused at once.
func TestFarTooManyLines(t *testing.T) {
	if s := UnderstandText(strings.Repeat("1 A\n", 4*maxRows), Hints{}); s.Err != error(errManyLines) || len(s.passed) > 0 {
		t.Errorf("it says %v, and passes %d lines over", s.Err, len(s.passed))
	}
}
