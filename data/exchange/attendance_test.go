package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

func toldList(a exchange.Attended) []string {
	told := []string{fmt.Sprintf("%q %v %v %d", a.Title, a.On, a.Start, a.Minutes)}
	for _, p := range a.People {
		told = append(told, fmt.Sprintf("%d: %q %s %d", p.Line, p.Name, p.Email, p.Minutes))
	}
	return told
}

// Given lists as each program writes them, when they are read, then each person stands there once, with the
// minutes of all joins together.
func TestAttendanceOfEachProgram(t *testing.T) {
	for name, want := range map[string]string{
		"teams-now.csv": `
			"Lean coffee" 2026-10-06 15:55 95
			11: "Zoë Marchand-Núñez" zoe.marchand@meridian.example 95
			12: "Ελένη Παπαδοπούλου" eleni@meridian.example 71
			13: "王晓梅" wang@meridian.example 1
			14: "ليلى حدّاد"  61
			15: "Ødegaard, Søren" soren@meridian.example 50
		`,
		"teams-now-de.csv": `
			"Bücherrunde; Kapitel 3" 2026-10-14 15:58 64
			11: "Žofie Dvořáková" zofie@meridian.example 64
			12: "Güneş Yıldırım" gunes@partner.example 54
		`,
		"teams-2021.csv": `
			"Problem clinic" 2026-11-03 09:58 62
			9: "Олена Шевченко" olena@meridian.example 62
			10: "Réka Szőke" reka@meridian.example 50
		`,
		"Brown bag - meetingAttendanceList.csv": `
			"Brown bag" 2026-11-19 09:58 56
			2: "Zoë Marchand-Núñez"  56
			3: "José Ibáñez Peña"  45
			6: "Nguyễn Thị Hạnh"  54
		`,
		"participants_81796405615.csv": `
			"" 2026-10-20 15:55 65
			2: "Zoë Marchand-Núñez" zoe.marchand@meridian.example 65
			3: "Νίκος Αντωνίου"  50
			5: "Þórdís Jónsdóttir, Data" thordis@meridian.example 59
		`,
		"zoom-meeting.csv": `
			"Kata evening, for beginners" 2026-12-01 17:58 77
			5: "Милица Јовановић" milica@meridian.example 77
			6: "Åsa Lindqvist"  48
		`,
		"zoom-unique.csv": `
			"Lean coffee" 2026-10-13 15:59 61
			5: "Zoë Marchand-Núñez" zoe.marchand@meridian.example 61
			6: "李建国"  42
		`,
		"teams-now-es.csv": `
			"Café de pruebas" 2026-10-20 15:58 64
			11: "Íñigo Peña Úbeda" inigo@meridian.example 63
			12: "Nuria Añón"  31
		`,
		"zoom-es.csv": `
			"" 2026-10-20 16:00 60
			2: "Íñigo Peña Úbeda" inigo@meridian.example 60
			3: "Nuria Añón"  30
		`,
		"2026-11-17 16-00 Mutation testing.csv": `
			"Mutation testing" 2026-11-17 16:01 59
			2: "Réka Szőke" reka@meridian.example 58
			3: "Þórdís Jónsdóttir" thordis@meridian.example 40
		`,
		"webex.csv": `
			"Mutation testing" 2026-10-27 16:00 60
			2: "Дмитрий Орлов" dmitri@meridian.example 63
			3: "Ægir Strømø" aegir@meridian.example 50
		`,
		"2026-11-10 16_00 Half-year retrospective - Attendance report.csv": `
			"Half-year retrospective" 2026-11-10 15:58 62
			2: "يوسف المصري" yusuf@meridian.example 58
			3: "Ştefania Țăran" stefania@meridian.example 62
		`,
	} {
		t.Run(name, func(t *testing.T) {
			a, err := exchange.AttendanceOf(context.Background(), sample(t, "attendance/"+name))
			if err != nil {
				t.Fatal(err)
			}
			same(t, toldList(a), want)
			if is := exchange.GuessWhat(&tables(t, "attendance/"+name)[0]); is != exchange.Attendance {
				t.Errorf("it is taken for %q", is)
			}
		})
	}
}

// Given a list with headings that nobody knows, when the leader says what its columns hold, then it is read so, and the next one of that
// kind is known; days that may be meant the other way round are said.
func TestAttendanceWithColumnsSaid(t *testing.T) {
	content := []byte("Zoznam\nOsoba;Adresa;Od;Do\nŽofie Dvořáková;zofie@meridian.example;3/4/2026 16:00;3/4/2026 17:00\nRéka Szőke;;3/4/2026 16:10;3/4/2026 16:40\n")
	f := exchange.File{Name: "zoznam.csv", Content: content}
	h := exchange.Hints{Zone: "Europe/Berlin"}
	planned := func(s *exchange.Source) (*exchange.Plan, []string) {
		p := exchange.NewPlan(&data.Snapshot{}, data.NewDate(2026, 12, 1))
		p.AddSource(s)
		if len(p.Lists) != 1 {
			t.Fatalf("%d lists", len(p.Lists))
		}
		return p, toldList(p.Lists[0].Attended)
	}
	s := exchange.Understand(context.Background(), f, h)
	s.TakeFor(exchange.Attendance, h)
	s.Columns.Head = 1
	s.Hold([]string{"name", "email", exchange.KeyJoinedAt, exchange.KeyLeftAt}, true, h)
	p, told := planned(s)
	const want = `"" 2026-04-03 16:00 60
		3: "Žofie Dvořáková" zofie@meridian.example 60
		4: "Réka Szőke"  30`
	same(t, told, want)
	if why := english(p.Rows[0].Doubts[0]); why != "“3/4/2026 16:00” is read as 3 Apr 2026; day and month may be meant the other way round." {
		t.Errorf("of the day it says %q", why)
	}
	known := append([]data.KnownColumns(nil), p.Columns...)
	if len(known) != 1 || known[0].Holds != string(exchange.Attendance) {
		t.Fatalf("remembered are %+v", known)
	}
	h.Known = known
	f.Content = []byte(strings.TrimPrefix(string(content), "Zoznam\n"))
	_, told = planned(exchange.Understand(context.Background(), f, h))
	same(t, told, `"" 2026-04-03 16:00 60
		2: "Žofie Dvořáková" zofie@meridian.example 60
		3: "Réka Szőke"  30`)
}

func TestPastedAttendance(t *testing.T) {
	for name, c := range map[string]struct{ pasted, want string }{
		"names": {"Zoë Marchand-Núñez\n  • 王晓梅\nŁukasz Wiśniewski <lukasz@meridian.example>\nzoë marchand-núñez\n", `
			"" 00:00 0
			1: "Zoë Marchand-Núñez"  0
			2: "王晓梅"  0
			3: "Łukasz Wiśniewski" lukasz@meridian.example 0`},
		"list": {"Name\tJoin Time\tLeave Time\nZoë\t14/10/2026 16:00\t14/10/2026 16:30\n", `
			"" 2026-10-14 16:00 30
			2: "Zoë"  30`},
		"nothing": {"\n \n", `"" 00:00 0`},
	} {
		t.Run(name, func(t *testing.T) {
			a := exchange.PastedAttendance(c.pasted)
			told := toldList(a)
			told[0] = strings.Join(strings.Fields(told[0]), " ") // of no day there is nothing
			same(t, told, c.want)
		})
	}
}

// Given a list under headings of Zoom's webinars, when it is read, then those who had only registered are left out,
// and the panel stands with the guests.
func TestAttendanceOfWebinar(t *testing.T) {
	text := `Attendee Report
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)
Outside voices,812 0000 1111,10/20/2026 04:00 PM,60
Panelist Details,
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)
Yes,Ştefania Țăran,stefania@meridian.example,10/20/2026 03:58 PM,10/20/2026 05:00 PM,62
Attendee Details,
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)
Yes,Милица Јовановић,milica@meridian.example,10/20/2026 04:01 PM,10/20/2026 04:31 PM,30
No,نور الهدى بنعلي,nour@meridian.example,--,--,--
`
	a, err := exchange.AttendanceOf(context.Background(), exchange.File{Name: "attendee_812.csv", Content: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldList(a), `
		"Outside voices" 2026-10-20 16:00 60
		6: "Ştefania Țăran" stefania@meridian.example 62
		9: "Милица Јовановић" milica@meridian.example 30`)
}

// Given a list under headings of another language, in which “nom” beside “prénom” is half a name, and a row in which
// nothing but a name stands.
func TestAttendanceByHand(t *testing.T) {
	text := "Nom;Prénom;E-mail;Durée;Heure d’arrivée;Heure de départ\n" +
		"Lefèvre;Chloé;chloe@meridian.example;58 min;16:02;17:00\nOrlov;;;;;\nŢăran;Ştefania;;1 h 2 min;15:58;17:00\n"
	a, err := exchange.AttendanceOf(context.Background(), exchange.File{Name: "14.10.2026 présence.csv", Content: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldList(a), `
		"" 2026-10-14 15:58 62
		2: "Chloé Lefèvre" chloe@meridian.example 58
		3: "Orlov"  0
		4: "Ştefania Ţăran"  62`)
}

// Given files that hold no list of a meeting, then each is refused with a sentence, at once.
func TestHostileAttendance(t *testing.T) {
	const none = "The file is no list of who was at a meeting; nothing was changed."
	for name, c := range map[string]struct{ content, want string }{
		"nothing":         {"", "There is nothing in the file."},
		"a roster":        {"Name;E-Mail\nZoë;zoe@example.org\n", none},
		"headings only":   {"Name,Join Time,Leave Time,Duration\n", none},
		"no names":        {"Name,Join Time\n,10/20/2026 04:00 PM\n", none},
		"no text":         {"Name\x00,Join Time\n", "The file holds nothing that can be read here; nothing was changed. Lists come in as CSV, XLSX or ODS."},
		"too many people": {"Name,Join Time\n" + strings.Repeat("A,1\n", 50_001), "The file has more than 50000 rows; nothing of it was read. Please save the part that you need by itself."},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := exchange.AttendanceOf(context.Background(), exchange.File{Content: []byte(c.content)})
			if err == nil {
				t.Fatalf("%d people came in", len(a.People))
			}
			if is := words.English().Sentence(err); is != c.want {
				t.Errorf("is     %s\nshould %s", is, c.want)
			}
		})
	}
	for name, row := range map[string]string{
		"years":       "Zoë,1/1/0001 00:00,31/12/9999 23:59,99999999 h",
		"backwards":   "Zoë,20/10/2026 17:00,20/10/2026 16:00,-5",
		"no times":    "Zoë,yesterday,later,long",
		"a long name": strings.Repeat("Zoë ", 10_000) + ",20/10/2026 17:00,20/10/2026 18:00,60",
		"brackets":    "Zoë" + strings.Repeat(" (Guest)", 10_000) + ",20/10/2026 17:00,20/10/2026 18:00,60",
	} {
		t.Run(name, func(t *testing.T) {
			a, err := exchange.AttendanceOf(context.Background(), exchange.File{Content: []byte("Name,Join Time,Leave Time,Duration\n" + row + "\n")})
			if err != nil || len(a.People) != 1 {
				t.Fatalf("%v, %v", a, err)
			}
			fitsList(t, a)
		})
	}
}

// fitsList fails the test where a list holds what no event and no member can.
func fitsList(t *testing.T, a exchange.Attended) {
	t.Helper()
	if a.Minutes < 0 || a.Minutes > 24*60 || a.Start < 0 || a.Start >= 24*60 || a.On < 0 {
		t.Errorf("%v", toldList(a)[0])
	}
	for _, p := range a.People {
		if p.Name == "" || data.Length(p.Name) > 120 || p.Minutes < 0 || p.Minutes > 24*60 || p.Email != "" && !data.IsEmail(p.Email) {
			t.Errorf("%+v", p)
		}
	}
}

func FuzzAttendance(f *testing.F) {
	entries, err := os.ReadDir("testdata/attendance")
	if err != nil || len(entries) == 0 {
		f.Fatal(err, "no samples")
	}
	for _, e := range entries {
		f.Add(sample(f, "attendance/"+e.Name()).Content, e.Name())
	}
	f.Fuzz(func(t *testing.T, content []byte, name string) {
		if a, err := exchange.AttendanceOf(context.Background(), exchange.File{Name: name, Content: content}); err == nil {
			fitsList(t, a)
		}
		fitsList(t, exchange.PastedAttendance(string(content)))
	})
}

// Given a list that was opened in a spreadsheet and saved there, its days and times are those of cells.
func TestAttendanceInWorkbook(t *testing.T) {
	f := excelize.NewFile()
	at := func(hour, minute int) time.Time {
		return time.Date(2026, time.October, 20, hour, minute, 10, 0, time.UTC)
	}
	for i, row := range [][]any{
		{"Topic", "ID", "Start time", "End time", "Duration (minutes)"}, {"Lab", "812", at(16, 0), at(17, 0), 60}, {},
		{"Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest"},
		{"Ægir Strømø", "aegir@meridian.example", at(16, 5), at(16, 45), 40, "No"}, {"陳美玲", nil, at(16, 0), at(17, 0), 60, "Yes"},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := f.Write(&content); err != nil {
		t.Fatal(err)
	}
	a, err := exchange.AttendanceOf(context.Background(), exchange.File{Name: "participants.xlsx", Content: content.Bytes()})
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldList(a), `
		"Lab" 2026-10-20 16:00 60
		5: "Ægir Strømø" aegir@meridian.example 40
		6: "陳美玲"  60`)
}
