package exchange

import (
	"slices"
	"strings"
	"testing"
)

// toldRoster is what a file brings, a person a line, and what it says of itself.
func toldRoster(t *testing.T, name, content string) string {
	t.Helper()
	s := Understand(t.Context(), File{Name: name, Content: []byte(content)}, Hints{})
	if s.Err != nil || s.What != People {
		t.Fatalf("%q is taken for %q, %v", content, s.What, s.Err)
	}
	var lines []string
	for _, p := range s.people {
		line := strings.Join(slices.DeleteFunc([]string{p.Row.Name, p.Row.Email, p.Row.Phone, p.Row.Unit}, func(text string) bool { return text == "" }), " | ")
		for _, said := range append(slices.Clone(p.Doubts), p.Asks, p.Refused) {
			if !said.IsZero() {
				line += " ? " + wording(said)
			}
		}
		lines = append(lines, line)
	}
	for _, note := range s.Notes() {
		lines = append(lines, wording(note))
	}
	return strings.Join(lines, "\n")
}

// Given what programs write of the people in them, then everybody comes by the whole name and the address that is theirs, whoever is not
// there any more is asked about, and what is left out is told.
func TestRostersOfPrograms(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"slack.csv": {"username,email,status,billing-active,userid,fullname,displayname\nzoe,zoe@acme.example,Member,1,U01,Zoë Müller,zo\njgross,jg@acme.example,Admin,1,U02,,jürgen\n" +
			"old,old@acme.example,Deactivated,0,U03,Old Timer,old\ndeploybot,,Bot,0,U04,Deploy Bot,deploy\n",
			"Zoë Müller | zoe@acme.example\njürgen | jg@acme.example\nOld Timer | old@acme.example ? The list says “Deactivated” of them.\nDeploy Bot ? The list says “Bot” of them.\n" +
				"2 columns are left out: “billing-active” “userid”."},
		"entra.csv": {"userPrincipalName,displayName,surname,mail,givenName,department,accountEnabled\nzoe@acme.example,Zoë Müller,Müller,zoe.mueller@acme.example,Zoë,R&D,True\n" +
			"dead@acme.example,Dead Account,Account,,Dead,,False\ngal_x.example#EXT#@acme.onmicrosoft.com,Gal,,,,,True\n",
			"Zoë Müller | zoe.mueller@acme.example | R&D\nDead Account | dead@acme.example ? The list says “False” of them.\nGal | gal@x.example"},
		"google forms.csv": {"\"Timestamp\",\"Email Address\",\"What is your name?\",\"Which team are you in?\"\n\"2026/10/01 10:00:00 AM GMT+2\",zoe@acme.example,Zoë Müller,R&D\n",
			"Zoë Müller | zoe@acme.example\n2 columns are left out: “Timestamp” “Which team are you in?”."},
		"formulaire.csv": {"Horodateur,Quel est votre nom ?,Adresse e-mail\n01/10/2026 10:00:00,Zoë Müller,zoe@acme.example\n", "Zoë Müller | zoe@acme.example\n1 column is left out: “Horodateur”."},
		"jira.csv": {"User id,User name,email,User status\n712020:aaa,Zoë Müller,zoe@acme.example,Active\n712020:bbb,Can Öz,can@acme.example,Deactivated\n",
			"Zoë Müller | zoe@acme.example\nCan Öz | can@acme.example ? The list says “Deactivated” of them.\n1 column is left out: “User id”."},
		"rsvp.csv":     {"Name;Status\nEve Adams;Zugesagt\nZoë Müller;Abgesagt\n", "Eve Adams\nZoë Müller ? The list says “Abgesagt” of them."},
		"active.csv":   {"Name;Status\nEve Adams;active\nZoë Müller;inactive\n", "Eve Adams\nZoë Müller ? The list says “inactive” of them."},
		"phones.csv":   {"Name,Phone 1 - Value\nEve Adams,+1 555 ::: +1 556\n", "Eve Adams | +1 555 ? There are several numbers; only the first is taken: +1 555."},
		"mixed.csv":    {"Name;E-mail\nZo\xc3\xab Bee;a@b.de\nJ\xfcrgen Gro\xdf;j@b.de\n", "Zoë Bee | a@b.de\nJürgen Groß | j@b.de"},
		"marked.csv":   {"\xef\xbb\xbfName;E-mail\nZo\xc3\xab Bee;a@b.de\nJ\xfcrgen Gro\xdf;j@b.de\n", "Zoë Bee | a@b.de\nJürgen Groß | j@b.de"},
		"errors.csv":   {"Name;Unit\nAda Bee;#N/A\n#NV;IT\nEve Adams;Err:502\n", "Ada Bee\nIT ? There is no name.\nEve Adams"},
		"line.txt":     {"Zoë Müller <zoe@x.de>; Can Öz <can@x.de>; Eve Adams <e@x.de>", "Zoë Müller | zoe@x.de\nCan Öz | can@x.de\nEve Adams | e@x.de"},
		"turned.txt":   {"Müller, Zoë\nÖz, Can", "Zoë Müller\nCan Öz"},
		"bullets.txt":  {"- Zoë Müller\n- Can Öz\n", "Zoë Müller\nCan Öz"},
		"numbered.txt": {"1. Zoë Müller\n2. Can Öz\n", "Zoë Müller\nCan Öz"},
		"table.csv":    {"Ada Bee,a@b.de,IT\nEve Adams,e@b.de,HR\nCan Öz,c@b.de,IT\n", "Ada Bee | a@b.de | IT\nEve Adams | e@b.de | HR\nCan Öz | c@b.de | IT"},
	} {
		if got := toldRoster(t, name, c.content); got != c.want {
			t.Errorf("%s gives\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// Given a questionnaire that somebody saved as a list, then it is refused in a sentence, by the code of the round on it.
func TestAQuestionnaireSavedAsAListIsRefused(t *testing.T) {
	content := []byte("How are we doing?,\nRound,\"Round 2, round code CT-01W\"\nQuestions,\"Zoë Marchand, m01@example.org\"\n")
	s := Understand(t.Context(), File{Name: "02.csv", Content: content}, Hints{Codes: []string{"XX-99Q", "CT-01W"}})
	if s.Err != error(errFormAsText) {
		t.Errorf("it is taken for %q, %v", s.What, s.Err)
	}
	if s = Understand(t.Context(), File{Name: "02.csv", Content: content}, Hints{Codes: []string{"XX-99Q"}}); s.Err != nil {
		t.Errorf("of another round it says %v", s.Err)
	}
}
