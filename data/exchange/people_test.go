package exchange_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// toldPeople writes what came in, a person a line: the line, the fields that are given in
// the order of the row, then doubts and refusals.
func toldPeople(people []exchange.Person) string {
	var out []string
	for _, p := range people {
		var b strings.Builder
		fmt.Fprintf(&b, "%d", p.Line)
		for i := range data.MemberFields {
			if f := &data.MemberFields[i]; slices.Contains(p.Given, f.Key) {
				fmt.Fprintf(&b, " %s=%s", f.Key, strings.ReplaceAll(words.English().Of(f.Said(&p.Row)), "\n", "⏎"))
			}
		}
		for _, doubt := range p.Doubts {
			b.WriteString(" ? " + words.English().Of(doubt))
		}
		if !p.Asks.IsZero() {
			b.WriteString(" = " + words.English().Of(p.Asks))
		}
		if !p.Refused.IsZero() {
			b.WriteString(" ! " + words.English().Of(p.Refused))
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "\n")
}

// Given a day that is none, then nothing of it stays in the row.
func TestWhatIsNotMadeOutIsLeftEmpty(t *testing.T) {
	table := exchange.PastedTable("Name\tJoined\tStands as\tWants our resources only\tE-mail\nAda\t13/13/2025\tfriend\tperhaps\tnowhere")
	people := exchange.PeopleIn(&table, exchange.GuessColumns(&table, exchange.People))
	if want := (data.Member{Name: "Ada", Kind: data.KindMember}); len(people) != 1 || !reflect.DeepEqual(people[0].Row, want) || len(people[0].Doubts) != 4 {
		t.Errorf("got %+v, want %+v and four doubts", people, want)
	}
}

// expect compares texts line by line; leading tabs of what is wanted don't count.
func expect(t *testing.T, what, got, want string) {
	t.Helper()
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(want), "\n") {
		lines = append(lines, strings.TrimLeft(line, "\t"))
	}
	if want := strings.Join(lines, "\n"); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

// Given names as they are pasted out of mails, chats and spreadsheets, then each person
// comes in once, with the address that stands beside the name.
func TestPastedPeople(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " \n\t\n—\n12\n": "",
		"Ada Lovelace":                      `1 name=Ada Lovelace`,
		"Lovelace, Ada":                     `1 name=Ada Lovelace`,
		"van der Berg, Jan":                 `1 name=Jan van der Berg`,
		"García López, María José":          "1 name=García López\n1 name=María José",
		"Ada Lovelace, Grace Hopper":        "1 name=Ada Lovelace\n1 name=Grace Hopper",
		"Ada Lovelace, PhD":                 `1 name=Ada Lovelace, PhD`,
		"Ada, Grace, Edsger":                "1 name=Ada\n1 name=Grace\n1 name=Edsger",
		"Ada Lovelace; Grace Hopper;":       "1 name=Ada Lovelace\n1 name=Grace Hopper",
		"Lovelace, Ada; Hopper, Grace (US)": "1 name=Ada Lovelace\n1 name=Grace Hopper (US)",
		"Łukasz Wiśniewski\r\n王小明\r\nNguyễn Thị Hoa\r\nنور الهدى": "1 name=Łukasz Wiśniewski\n2 name=王小明\n3 name=Nguyễn Thị Hoa\n4 name=نور الهدى",
		"@Ada Lovelace": `1 name=Ada Lovelace`,
		"Name\tJoined\nAda\t3/4/26\nGrace\t5/5/26":                                      "2 name=Ada joinedOn=3 Apr 2026 ? Joined on: “3/4/26” is read as 3 Apr 2026; day and month may be meant the other way round.\n3 name=Grace joinedOn=5 May 2026",
		"- Ada Lovelace\n* Grace Hopper\n3. Edsger Dijkstra\n• Barbara Liskov\n[ ] Ken": "1 name=Ada Lovelace\n2 name=Grace Hopper\n3 name=Edsger Dijkstra\n4 name=Barbara Liskov\n5 name=Ken",
		"García López, María José\nSmith, Bob":                                          "1 name=María José García López\n2 name=Bob Smith",
		`"Lovelace, Ada" <ada@firm.example>, Grace Hopper <grace@firm.example>; <edsger.dijkstra@firm.example>`: `1 name=Ada Lovelace email=ada@firm.example
			1 name=Grace Hopper email=grace@firm.example
			1 name=Edsger Dijkstra email=edsger.dijkstra@firm.example ? There is no name; it was made of the address edsger.dijkstra@firm.example.`,
		"Lovelace, Ada <ada@firm.example>; Hopper, Grace <grace@firm.example>": `1 name=Ada Lovelace email=ada@firm.example
			1 name=Grace Hopper email=grace@firm.example`,
		"Ada Lovelace (ada@firm.example)\nGrace Hopper, grace@firm.example\nedsger@firm.example Edsger Dijkstra\nBarbara Liskov – barbara@firm.example": `1 name=Ada Lovelace email=ada@firm.example
			2 name=Grace Hopper email=grace@firm.example
			3 name=Edsger Dijkstra email=edsger@firm.example
			4 name=Barbara Liskov email=barbara@firm.example`,
		"ada.lovelace@firm.example, grace@firm.example": `1 name=Ada Lovelace email=ada.lovelace@firm.example ? There is no name; it was made of the address ada.lovelace@firm.example.
			1 name=Grace email=grace@firm.example ? There is no name; it was made of the address grace@firm.example.`,
		"Ada Lovelace, ada@firm.example, Grace Hopper, grace@firm.example": `1 name=Ada Lovelace email=ada@firm.example
			1 name=Grace Hopper email=grace@firm.example`,
		"Ada, Grace Hopper, Edsger Dijkstra <edsger@firm.example>": `1 name=Ada
			1 name=Grace Hopper
			1 name=Edsger Dijkstra email=edsger@firm.example`,
		"Name\tAbteilung\nAda Lovelace\tRechnen\n": `2 name=Ada Lovelace unit=Rechnen`,
		"Ada Lovelace\tada@firm.example\tRechnen\nGrace Hopper\tgrace@firm.example\tMarine": `1 name=Ada Lovelace email=ada@firm.example unit=Rechnen
			2 name=Grace Hopper email=grace@firm.example unit=Marine`,
		"Lovelace\tAda\tada.lovelace@firm.example\nHopper\tGrace\tgrace.hopper@firm.example": `1 name=Ada Lovelace email=ada.lovelace@firm.example
			2 name=Grace Hopper email=grace.hopper@firm.example`,
		"Name,E-mail\nAda Lovelace,ada@firm.example": `2 name=Ada Lovelace email=ada@firm.example`,
		"Ada Lovelace,ada@firm.example,Rechnen\nGrace Hopper,grace@firm.example,Marine\nKen,ken@firm.example,Bell": `1 name=Ada Lovelace email=ada@firm.example unit=Rechnen
			2 name=Grace Hopper email=grace@firm.example unit=Marine
			3 name=Ken email=ken@firm.example unit=Bell`,
		"Petra Klein, petra@example.org, Einkauf": `1 name=Petra Klein email=petra@example.org unit=Einkauf`,
		"Petra Klein, petra@example.org, Einkauf\nOtto Berg": `1 name=Petra Klein email=petra@example.org unit=Einkauf
			2 name=Otto Berg`,
		"userPrincipalName\tdisplayName\tmail\nbob_gmail.com#EXT#@firm.example\tBob Guest\tbob@gmail.example\nada@firm.example\tAda Lovelace\tada@firm.example": `2 name=Bob Guest email=bob@gmail.example
			3 name=Ada Lovelace email=ada@firm.example`,
		"Teilnehmer\nAda Lovelace\nGrace Hopper": "2 name=Ada Lovelace\n3 name=Grace Hopper",
		strings.Repeat("x", 121):                 "1 name=" + strings.Repeat("x", 121) + " ! Name: This is 121 characters long; there is room for 120.",
		"Otto Berg and Piet van Dyck":            "1 name=Otto Berg\n1 name=Piet van Dyck",
		"Otto Berg & Piet van Dyck und Li Wei":   "1 name=Otto Berg\n1 name=Piet van Dyck\n1 name=Li Wei",
		"Marie Curie et Jean Dupont":             "1 name=Marie Curie\n1 name=Jean Dupont",
		"Otto Berg, Ana Rossi, y Luz Gil Prado":  "1 name=Otto Berg\n1 name=Ana Rossi\n1 name=Luz Gil Prado",
		"José Ortega y Gasset":                   "1 name=José Ortega y Gasset",
		"Anna & Otto Berg":                       "1 name=Anna & Otto Berg = These may be two people; if so, please bring them one by one.",
		"Name\tUnit\nOtto Berg and Li Wei\tIT":   "2 name=Otto Berg and Li Wei unit=IT = These may be two people; if so, please bring them one by one.",
		"From: Ada Lovelace <ada@firm.example>\nSent: Monday\nTo: Grace Hopper; Ken Olsen\nCc: Otto Berg\nSubject: Lunch": `1 name=Ada Lovelace email=ada@firm.example
			3 name=Grace Hopper
			3 name=Ken Olsen
			4 name=Otto Berg`,
		"An: Lovelace, Ada\nKopie: Hopper, Grace\nBetreff: Mittag":                                                                                     "1 name=Ada Lovelace\n2 name=Grace Hopper",
		"Hi all,\n\nhere is the list of people who will come:\n- Ada Lovelace\n- Grace Hopper\n---\nTotal: 2\n\nBest regards\nAnna Berg\nHead of Sums": "4 name=Ada Lovelace\n5 name=Grace Hopper",
		"Hallo zusammen\nAda Lovelace\nLiebe, Anna\nn/a\n-\nViele Grüße, Otto":                                                                         "2 name=Ada Lovelace\n3 name=Anna Liebe",
		"Hi all, Ada Lovelace, Grace Hopper":                                                                                                           "1 name=Ada Lovelace\n1 name=Grace Hopper",
		"Teilnehmer:\n- Ada Lovelace\n1. Grace Hopper":                                                                                                 "2 name=Ada Lovelace\n3 name=Grace Hopper",
		"**Ada Lovelace**\nName: Grace Hopper":                                                                                                         "1 name=Ada Lovelace\n2 name=Grace Hopper",
		"| Name | E-Mail |\n|:-----|--------|\n| Ada | ada@firm.example |":                                                                             "3 name=Ada email=ada@firm.example",
		"Name\tE-Mail\nAda\tada@firm.example\n-\t\nn/a\tgrace.hopper@firm.example\nSumme\t2": `2 name=Ada email=ada@firm.example
			4 name=Grace Hopper email=grace.hopper@firm.example ? There is no name; it was made of the address grace.hopper@firm.example.`,
		"Name: Ada Lovelace\nE-Mail: ada@firm.example\nAbteilung: Rechnen\n\nName: Grace Hopper\nAbteilung: Marine\nE-Mail: grace@firm.example": `1 name=Ada Lovelace email=ada@firm.example unit=Rechnen
			5 name=Grace Hopper email=grace@firm.example unit=Marine`,
		"Ada Lovelace\nTel.: +49 151 1234\nE-Mail: ada@firm.example": `1 name=Ada Lovelace email=ada@firm.example phone=+49 151 1234`,
		"Otter.ai\nAnna's Notetaker (Otter.ai)\nFireflies.ai Notetaker Ada\nOtto Ter": `1 name=Otter.ai = This seems to be a program that takes notes, not a person.
			2 name=Anna's Notetaker (Otter.ai) = This seems to be a program that takes notes, not a person.
			3 name=Fireflies.ai Notetaker Ada = This seems to be a program that takes notes, not a person.
			4 name=Otto Ter`,
		"山田　太郎、佐藤 花子，王小明":                    "1 name=山田 太郎\n1 name=佐藤 花子\n1 name=王小明",
		"محمد علي، فاطمة الزهراء\nنور الهدى": "1 name=محمد علي\n1 name=فاطمة الزهراء\n2 name=نور الهدى",
		"\u200BAda\u200B Lovelace\u00A0":     "1 name=Ada Lovelace",
		"Ada <ada@@firm.example>":            "1 name=Ada ? E-mail is left out: This does not look like an e-mail address.",
	} {
		expect(t, fmt.Sprintf("%q", text), toldPeople(exchange.PastedPeople(text)), want)
	}
}
