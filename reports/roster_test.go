package reports_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// levels17 is the table of data/README.md, Demo: events and level of every
// member.
var levels17 = [][3]string{
	{"Zoë Marchand-Núñez", "Core", "9 of 9"}, {"Łukasz Wiśniewski", "Core", "8 of 9"}, {"Ελένη Παπαδοπούλου", "Core", "7 of 9"},
	{"Søren Ødegaard", "Peripheral", "1 of 9"}, {"Олена Шевченко", "Active", "9 of 9"}, {"王晓梅", "Active", "7 of 9"},
	{"ليلى حدّاد", "Active", "7 of 9"}, {"Žofie Dvořáková", "Active", "5 of 9"}, {"Nguyễn Thị Hạnh", "Occasional", "3 of 9"},
	{"Νίκος Αντωνίου", "Occasional", "2 of 9"}, {"Güneş Yıldırım", "Occasional", "3 of 9"}, {"Дмитрий Орлов", "Occasional", "4 of 9"},
	{"يوسف المصري", "Active", "4 of 8"}, {"李建国", "Peripheral", "0 of 9"}, {"José Ibáñez Peña", "Peripheral", "1 of 9"},
	{"Þórdís Jónsdóttir", "Occasional", "2 of 7"}, {"Милица Јовановић", "Occasional", "2 of 6"}, {"Réka Szőke", "Peripheral", "0 of 9"},
	{"陳美玲", "Peripheral", "0 of 9"}, {"Ştefania Țăran", "Occasional", "1 of 9"}, {"نور الهدى بنعلي", "Peripheral", "1 of 2"},
	{"Ægir Strømø", "Peripheral", "0 of 1"}, {"Γιώργος Ξένος", "Peripheral", "0 of 9"}, {"Åsa Lindqvist", "Contact", ""},
}

func TestRosterShowsTheListWithLevels(t *testing.T) {
	content, _ := write(t, "roster", demoSnapshot(t), options())
	book := sheettest.Open(t, content)
	if got := strings.Join(book.Find("Members", "Name"), "|"); got != "Name|Role|Unit|Level|Events|Of|Ask about|Last seen" {
		t.Errorf("headings %s", got)
	}
	for _, want := range levels17 {
		row := book.Find("Members", want[0])
		if row[3] != want[1] || strings.TrimPrefix(row[4]+" of "+row[5], " of ") != want[2] {
			t.Errorf("%s: level %q, events %q, want %q, %q", want[0], row[3], row[4]+" of "+row[5], want[1], want[2])
		}
	}
	if got := len(book.Rows("Members")); got != 3+24 {
		t.Errorf("%d rows, want 3 and 24 people", got)
	}
	row := book.Find("Members", "Олена Шевченко")
	if got := strings.Join(row, "|"); got != "Олена Шевченко||Payments|Active|9|9|test naming, code review|14 Nov 2026" {
		t.Errorf("M05: %s", got)
	}
	if row := book.Find("Members", "Łukasz Wiśniewski"); row[1] != "Core team" || row[7] != "24 Oct 2026" {
		t.Errorf("M02: %q", row)
	}
}

// Given the demo, then its members stand on one page, each with the roles behind the name.
func TestRosterOfTheDemoStandsOnOnePage(t *testing.T) {
	content, report := write(t, "roster-pdf", demoSnapshot(t), options())
	text := textOf(t, report, content)
	if !strings.Contains(text, "Zoë Marchand-Núñez · Leader") || !strings.Contains(text, "1 of 1") || strings.Contains(text, "2 of 2") {
		t.Errorf("the pages have %q", text)
	}
}

func TestRosterTakesRowsAndOrderFromTheScreen(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	opt.Roster = []int64{snap.Members[5].ID, snap.Members[0].ID, 4711}
	content, _ := write(t, "roster", snap, opt)
	rows := sheettest.Open(t, content).Rows("Members")
	if len(rows) != 5 || rows[3][0] != "王晓梅" || rows[4][0] != "Zoë Marchand-Núñez" {
		t.Errorf("rows %q", rows)
	}
	opt.Roster = []int64{}
	content, _ = write(t, "roster", snap, opt)
	if rows := sheettest.Open(t, content).Rows("Members"); len(rows) != 3 {
		t.Errorf("an empty list gave %q", rows)
	}
}

// Given columns that the screen shows, then the workbook and the pages have these, in their order, days as days; what a program reads
// has all there are.
func TestRosterTakesColumnsFromTheScreen(t *testing.T) {
	snap := demoSnapshot(t)
	opt := options()
	opt.Roster, opt.RosterColumns = []int64{snap.Members[0].ID}, []string{"joined", "name", "email", "nonsense", "events"}
	content, _ := write(t, "roster", snap, opt)
	rows := sheettest.Open(t, content).Rows("Members")
	if want := []string{"Joined on", "Name", "Role", "E-mail", "Events", "Of"}; !slices.Equal(rows[2], want) {
		t.Errorf("the workbook has %q, want %q", rows[2], want)
	}
	if m := snap.Members[0]; len(rows[3]) < 4 || rows[3][1] != m.Name || rows[3][3] != m.Email {
		t.Errorf("the row is %q", rows[3])
	}
	m := &snap.Members[0]
	m.Email = "zoe.marchand-nunez.of.the.whole.house@meridian.example"
	content, report := write(t, "roster-pdf", snap, opt)
	text := textOf(t, report, content)
	if !strings.Contains(text, m.Email) || strings.Contains(text, "Role") || !strings.Contains(text, "Leader") {
		t.Errorf("the pages have %q", text)
	}
	content, _ = write(t, "roster-csv", snap, opt)
	if text := string(content); !strings.Contains(text, "Ask about") || !strings.Contains(text, "Last seen") {
		t.Errorf("other programs read %q", text)
	}
}

func TestRosterSaysBothLevelsWhereTheLeaderChose(t *testing.T) {
	snap := demoSnapshot(t)
	snap.Declared = append(snap.Declared, data.DeclaredLevel{ID: 1, MemberID: snap.Members[3].ID, Level: data.Core,
		Reason: "on leave", DeclaredOn: today.AddDays(-5)})
	content, _ := write(t, "roster", snap, options())
	if row := sheettest.Open(t, content).Find("Members", "Søren Ødegaard"); row[3] != "you: Core · worked out: Peripheral" {
		t.Errorf("level %q", row[3])
	}
}

func TestRosterKeepsPrivateNotesBack(t *testing.T) {
	snap := demoSnapshot(t)
	for i := range snap.Members {
		snap.Members[i].Note = "SECRETNOTE"
	}
	content, _ := write(t, "roster", snap, options())
	for name, part := range sheettest.Open(t, content).Parts() {
		if strings.Contains(part, "SECRETNOTE") {
			t.Errorf("%s holds a private note", name)
		}
	}
}

// Given no order of the screen, then workbook, list and cards go by name: an order by
// level would rank people.
func TestPeopleStandByName(t *testing.T) {
	snap := demoSnapshot(t)
	byName := slices.Clone(snap.Members)
	data.SortByName(byName, "en")
	var want, inBook, inList, onCards []string
	for i := range byName {
		want = append(want, byName[i].Name)
	}
	book, _ := write(t, "roster", snap, options())
	for _, row := range sheettest.Open(t, book).Rows("Members")[3:] {
		inBook = append(inBook, row[0])
	}
	list, _ := write(t, "roster-csv", snap, options())
	for _, row := range csvRows(t, list)[1:] {
		inList = append(inList, row[0])
	}
	vcf, _ := write(t, "roster-vcf", snap, options())
	for line := range strings.Lines(string(vcf)) {
		if name, ok := strings.CutPrefix(line, "FN:"); ok {
			onCards = append(onCards, strings.TrimSpace(name))
		}
	}
	for kind, got := range map[string][]string{"workbook": inBook, "list": inList, "cards": onCards} {
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
