package intake

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

func open(t *testing.T, st *store.Store) (*uitest.Bench, *Screen) {
	t.Helper()
	b := uitest.NewBench(t, st, uitest.Options{Width: 1280, Height: 900})
	s := New(b.Deps(), st)
	b.Put(s)
	return b, s
}

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const twelve = `Ada Lovelace <ada@example.org>
Grace Hopper <grace@example.org>
Katherine Johnson
Hedy Lamarr
Łukasz Wiśniewski
Mary Somerville
Sophie Germain
Emmy Noether
Rosalind Franklin
Lise Meitner
Chien-Shiung Wu
Vera Rubin`

// Given a pasted list of twelve of whom one is there, when it is read and brought in, then eleven people are new, the roster is shown, and
// one Undo takes all of them back.
func TestPastingTwelvePeople(t *testing.T) {
	st := datatest.Demo(t)
	b, _ := open(t, st)
	before := len(b.Read().Members)
	b.Want("What do you have already?", "Paste here")
	b.Paste("Paste here", twelve)
	if held := b.Unkept.All(); len(held) != 1 || !strings.Contains(held[0].Text, "Vera Rubin") {
		t.Errorf("held while it is not read is %v", held)
	}
	b.Tap("Read this")
	if held := b.Unkept.All(); len(held) != 1 || !strings.Contains(held[0].Text, "Vera Rubin") || held[0].Row != "12 rows that have not come in" {
		t.Errorf("held once it is read is %v", held)
	}
	b.Want("All 12", "New 11", "Nothing new 1", "Ada Lovelace", "Bring 11 rows in")
	b.Keep("intake-plan")
	b.Tap("Bring 11 rows in")
	if now := len(b.Read().Members); now != before+11 {
		t.Errorf("%d people are there, want %d", now, before+11)
	}
	if held := b.Unkept.All(); len(held) != 0 {
		t.Errorf("held once it came in is %v", held)
	}
	if m := b.Read().Members[before]; m.Name != "Ada Lovelace" || m.Email != "ada@example.org" || m.JoinedOn != datatest.Today {
		t.Errorf("the first is %+v", m)
	}
	b.Want("What do you have already?")
	b.Undo()
	if now := len(b.Read().Members); now != before {
		t.Errorf("after Undo %d people are there, want %d", now, before)
	}
}

// Given a table with somebody changed, when the row is looked at, then old and new stand side by side, and keeping ours leaves it out.
func TestChangedRowIsShownBesideOurs(t *testing.T) {
	st := datatest.Demo(t)
	b, s := open(t, st)
	path := file(t, "roster.csv", "Name;Unit;Vorlieben\nŁukasz Wiśniewski;Elsewhere;x\nNew Person;IT;y\n")
	s.Bring(kit.Bring{Paths: []string{path}})
	b.Settle()
	b.Want("roster.csv", "Changed 1", "New 1", "Is Łukasz Wiśniewski", "Unit")
	b.Tap("Łukasz Wiśniewski")
	b.Want("Elsewhere", "→")
	b.Keep("intake-changed")
	b.Choose("What to do", "Ours stays as it is")
	b.Want("Bring 1 row in")
	s.search.OnChanged("new person")
	b.Settle()
	b.WantNot("Is Łukasz", "Elsewhere", "Ours stays as it is") // neither in the list nor beside it
	b.Tap("For all shown…")
	b.Tap("Leave 1 row out")
	if s.state.plan.Taken() != 0 || !s.take.Disabled() {
		t.Errorf("%d rows would be taken in", s.state.plan.Taken())
	}
}

// Given columns that nobody could guess, when the leader says what they hold, then the rows are read so, and the next table with these
// headings is understood.
func TestColumnsAreSaidOnce(t *testing.T) {
	st := datatest.Demo(t)
	b, s := open(t, st)
	path := file(t, "odd.csv", "Qwertz;Asdf\nOdd One;Lab 7\n")
	s.Bring(kit.Bring{Paths: []string{path}})
	b.Settle()
	b.Tap("Columns…")
	b.Choose("Qwertz", "Name")
	b.Choose("Asdf", "Unit")
	b.Tap("The first row holds headings")
	b.Keep("intake-columns")
	b.Tap("Use these")
	b.Want("Odd One")
	b.Tap("Bring 1 row in")
	m := b.Read().Members[len(b.Read().Members)-1]
	if m.Name != "Odd One" || m.Unit != "Lab 7" {
		t.Errorf("it came in as %+v", m)
	}
	s.Bring(kit.Bring{Paths: []string{file(t, "again.csv", "qwertz;ASDF\nOdd Two;Lab 8\n")}})
	b.Settle()
	b.Want("Odd Two")
	b.Tap("Bring 1 row in")
	if m := b.Read().Members[len(b.Read().Members)-1]; m.Unit != "Lab 8" {
		t.Errorf("the next came in as %+v", m)
	}
}

// Given an attendance list, when it is brought in, then it is about the event of its day, those known are ticked, and who is said to be
// somebody is known the next time.
func TestAttendanceList(t *testing.T) {
	st := datatest.Demo(t)
	b, s := open(t, st)
	snapshot := b.Read()
	var e data.Event
	who := snapshot.Members[7]
	for _, event := range snapshot.Events {
		if event.Status == data.StatusHeld {
			e = event
		}
	}
	list := "Name,Join Time,Leave Time,Duration (Minutes)\nŁukasz Wiśniewski," + e.On.String() + " 10:00," + e.On.String() + " 11:00,60\nphone of Zoë," +
		e.On.String() + " 10:00," + e.On.String() + " 11:00,60\n"
	s.Bring(kit.Bring{Paths: []string{file(t, "participants.csv", list)}})
	b.Settle()
	b.Want("Who came: ", e.Title, "phone of Zoë", "Counts among the guests")
	b.Tap("phone of Zoë")
	b.Tap("It is somebody else of ours…")
	b.Choose("Of ours", who.Name+" ("+who.Unit+")")
	b.Keep("intake-who")
	b.Tap("That is who it is")
	b.Want(who.Name + " (" + who.Unit + ") came")
	b.Keep("intake-attendance")
	s.takeIn()
	b.Settle()
	if v := b.Visits[len(b.Visits)-1]; v.Page != "events" || v.Args != e.ID {
		t.Errorf("afterwards %s is shown with %v, want event %d", v.Page, v.Args, e.ID)
	}
	after := b.Read()
	came := false
	for _, a := range after.Attendance {
		came = came || a.EventID == e.ID && a.MemberID == who.ID && a.Present
	}
	if !came || len(after.KnownNames) != 1 {
		t.Errorf("came: %v, known are %v", came, after.KnownNames)
	}
}

// Given files that can't be read and one that can, then each says why, and the one comes in; a report of it can be saved.
func TestBadFilesKeepNobodyOut(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	good := file(t, "good.csv", "Name\n=HYPERLINK(1)\nNew Person\n")
	s.Bring(kit.Bring{Paths: []string{file(t, "bad.xlsx", "PK\x03\x04 nonsense"), good, file(t, "empty.csv", "")}})
	b.Settle()
	b.Want("bad.xlsx", "damaged", "There is nothing in the file.", "New Person")
	b.Keep("intake-bad")
	report := string(s.state.Report())
	if !strings.Contains(report, "New Person,New,Comes in") || strings.Contains(report, "\n=") {
		t.Errorf("the report is %s", report)
	}
	b.Tap("Start over")
	b.Want("What do you have already?")
}

// Given a disk that fails, when the rows are brought in, then nothing came in, it says so, and all that was decided stands there to be tried
// again.
func TestFailedDeedKeepsThePlan(t *testing.T) {
	st, faults := datatest.Breakable(t)
	b, _ := open(t, st)
	before := len(b.Read().Members)
	b.Paste("Paste here", twelve)
	b.Tap("Read this")
	faults.Set(datatest.Writing(errors.New("the disk is full"), "member"))
	take := b.ByID("button", "intake.take")
	b.TapNode(take)
	if b.LastNotice() == "" || len(b.Read().Members) != before {
		t.Errorf("told %q, %d people are there", b.LastNotice(), len(b.Read().Members))
	}
	faults.Set()
	b.TapNode(b.ByID("button", "intake.take"))
	if now := len(b.Read().Members); now <= before {
		t.Errorf("the second try brought %d people", now-before)
	}
}

// Given rows, when boxes are ticked by hand and by Enter, and a day is said for those who are new, then just those come in, on that day.
func TestTickingRows(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	b.Paste("Paste here", "Ada Lovelace\nGrace Hopper\nHedy Lamarr")
	b.Tap("Read this")
	b.Want("Bring 3 rows in", "New people joined with their first event, else today")
	b.TapNode(b.ByID("tick", "1"))
	b.Want("Bring 2 rows in", "Stays out")
	b.Tap("Hedy Lamarr")
	b.Key(fyne.KeyReturn)
	b.Want("Bring 1 row in")
	b.Tap("New people joined with their first event, else today")
	b.Type("Day", "2026-01-05")
	b.TapNode(b.ByID("button", "save"))
	b.Want("New people joined on 5 Jan 2026")
	b.Tap("Bring 1 row in")
	if m := b.Read().Members[len(b.Read().Members)-1]; m.Name != "Ada Lovelace" || m.JoinedOn.String() != "2026-01-05" {
		t.Errorf("the last is %+v", m)
	}
	if s.state.joined != 0 {
		t.Error("the day is still there for the next plan")
	}
}

// Given a window with room for list or row only, when a row is tapped, then it has the list's place, with a way back; what stood below the
// list is in the menu.
func TestNarrowWindow(t *testing.T) {
	b := uitest.NewBench(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640, Scale: 2})
	s := New(b.Deps(), b.Store)
	b.Put(s)
	s.Bring(kit.Bring{Text: twelve})
	b.Settle()
	b.WantNot("Start over", "Back to the list")
	b.Tap("Ada Lovelace")
	b.Want("Back to the list", "What to do")
	b.WantNot("For all shown…", "Grace Hopper")
	b.Keep("intake-narrow")
	b.Tap("Back to the list")
	b.Tap("For all shown…")
	b.Tap("Start over")
	b.Want("What do you have already?")
}

// odd are names that are long, from right to left, or of one word.
const odd = "Name;Unit;E-mail\nليلى حدّاد;Platform;laila@example.org\nيوسف بن عبد الله;R&D;\n" +
	"Maximiliane-Philippa von Donaudampfschifffahrtsgesellschaft-Hohenlohe-Langenburg zu Waldeck;Research and Development of Everything;\n" +
	"Lukas Wisniewski;Payments;\n王晓梅;Data;new@example.org\nØ;;\n;nobody;\n"

// The page as it is empty, full, in the dark and in large text, also in a small window.
func TestPictures(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("set COPLEADER_PICTURES to a folder")
	}
	for _, size := range []struct {
		name          string
		width, height float32
		variant       look.Variant
		scale         float32
	}{{"light", 1280, 800, look.Light, 1}, {"dark", 1280, 800, look.Dark, 1}, {"large", 1280, 800, look.Light, 2}, {"small", 960, 640, look.Light, 1}, {"small-large", 960, 640, look.Dark, 2}} {
		b := uitest.NewBench(t, datatest.Demo(t), uitest.Options{Width: size.width, Height: size.height})
		b.SetTheme(size.variant, size.scale)
		s := New(b.Deps(), b.Store)
		b.Put(s)
		b.Keep("intake-empty-" + size.name)
		s.Bring(kit.Bring{Paths: []string{file(t, "names that nobody has ever seen, in a file whose name is long.csv", odd)}})
		b.Settle()
		b.Keep("intake-odd-" + size.name)
		s.choose1(0)
		b.Settle()
		b.Keep("intake-chosen-" + size.name)
	}
}

// Given a row that was looked at and another list pasted after starting over, when its first row is tapped, then it is told about.
func TestStartingOverLetsGoOfTheRow(t *testing.T) {
	b, _ := open(t, datatest.Demo(t))
	for _, name := range []string{"Otto Neumann", "Hugo Neubauer"} {
		b.Paste("Paste here", name)
		b.Tap("Read this")
		b.WantNot("What to do")
		b.Tap(name)
		b.Want("What to do")
		b.Tap("Start over")
	}
}

// Given a calendar with an event every month, when the leader says in which days it is read, then the events of these days stand there.
func TestSpanOfACalendar(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	calendar := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSUMMARY:Monthly call\n"+
		"DTSTART:20260105T100000Z\nDTEND:20260105T110000Z\nRRULE:FREQ=MONTHLY\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	s.Bring(kit.Bring{Paths: []string{file(t, "calls.ics", calendar)}})
	b.Settle()
	b.Want("From 21 Nov 2025 to 21 Nov 2027…", "5 Jan 2026")
	b.Tap("From 21 Nov 2025 to 21 Nov 2027…")
	b.Type("To", "2026-03-31")
	b.Tap("Save")
	b.Want("All 3", "5 Mar 2026")
}

// Given a plan, when its report is saved, then the file says each row, and one that can't be written leaves the older file as it was.
func TestTheReportIsSavedWholeOrNotAtAll(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	b.Paste("Paste here", twelve)
	b.Tap("Read this")
	b.Files.SavePath = filepath.Join(t.TempDir(), "what came in.csv")
	b.Tap("Save a report…")
	said, err := os.ReadFile(b.Files.SavePath)
	if err != nil || !strings.Contains(string(said), "Vera Rubin") || strings.Count(string(said), "\n") < 12 {
		t.Errorf("the report says %q, %v", said, err)
	}
	b.Files.SavePath = filepath.Join(b.Files.SavePath, "no folder.csv")
	s.saveReport()
	if again, err := os.ReadFile(filepath.Dir(b.Files.SavePath)); err != nil || string(again) != string(said) {
		t.Errorf("after a report that could not be saved the older says %q, %v", again, err)
	}
}

// Given more files than the list of them shows, then what can't be read stands first and the newest next, each list of a meeting with its file.
func TestFilesInSight(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	s.Bring(kit.Bring{Paths: []string{file(t, "one.csv", "Name\nNew One\n"), file(t, "spoilt.xlsx", "PK\x03\x04 nonsense")}})
	b.Settle()
	s.Bring(kit.Bring{Paths: []string{file(t, "came.csv", "Name,Join Time\nNew One,2026-10-01 17:00\n"), file(t, "two.csv", "Name\nNew Two\n")}})
	b.Settle()
	var names []string
	for _, at := range s.state.inSight() {
		names = append(names, s.state.sources[at].Name)
	}
	if got := strings.Join(names, " "); got != "spoilt.xlsx two.csv came.csv one.csv" {
		t.Errorf("listed are %s", got)
	}
	if l := s.state.plan.Lists; len(l) != 1 || s.state.sources[l[0].From].Name != "came.csv" {
		t.Errorf("the lists are %+v", l)
	}
	b.Keep("intake-many-files")
}

// Given a list that is taken for what it is not, then it says that nothing is found, and can be taken for something else again.
func TestNothingFoundInAFile(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	s.Bring(kit.Bring{Paths: []string{file(t, "one.csv", "Name;E-mail\nNew One;new@example.org\n")}})
	b.Settle()
	s.again(0, func(c *exchange.Source, h exchange.Hints) {
		c.TakeFor(exchange.Attendance, h)
		c.Hold([]string{"", ""}, true, h)
	})
	b.Settle()
	b.Want("Nothing is found in it as it is read now. Please say what it is, or what its columns hold.")
	s.again(0, func(c *exchange.Source, h exchange.Hints) { c.TakeFor(exchange.People, h) })
	b.Settle()
	b.Want("Bring 1 row in")
	b.WantNot("Nothing is found")
}

// Given an event that lasts a whole day, when a time is given to it, then it begins then, also after the plan was made anew.
func TestTimeOfAWholeDay(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	calendar := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Away day\nDTSTART;VALUE=DATE:20261205\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	s.Bring(kit.Bring{Paths: []string{file(t, "away.ics", calendar)}})
	b.Settle()
	b.Want("It lasts the whole day; please give a time.")
	s.choose1(0)
	b.Settle()
	b.Tap("Give it a time…")
	b.Type("Time", "half past")
	b.Tap("Save")
	b.Want("When does it begin?")
	b.Type("Time", "9:30")
	b.Tap("Save")
	s.Load()
	b.Settle()
	s.takeIn()
	b.Settle()
	var starts []string
	for _, e := range b.Read().Events {
		if e.Title == "Away day" {
			starts = append(starts, e.Start.String())
		}
	}
	if got := strings.Join(starts, " "); got != "09:30 00:00" {
		t.Errorf("they begin at %s", got)
	}
}

// Given a folder that is brought twice, then nothing doubles and it is said; a file that was changed meanwhile takes the place of what it was.
func TestTheSameFilesTwice(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	dir := t.TempDir()
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("one.csv", "Name\nNew One\n")
	write("two.csv", "Name\nNew Two\n")
	write("two (1).csv", "Name\nNew Two\n")
	s.Bring(kit.Bring{Paths: []string{dir}})
	b.Settle()
	b.Want("Bring 2 rows in")
	told := func() string { return b.Notices[len(b.Notices)-1].Text }
	if told() != "1 file or text is here already; it was not read again." {
		t.Errorf("it is told: %s", told())
	}
	write("one.csv", "Name\nNew One\nNew Three\n")
	s.Bring(kit.Bring{Paths: []string{dir}})
	b.Settle()
	b.Want("All 3", "Bring 3 rows in")
	if told() != "2 files or texts are here already; they were not read again." {
		t.Errorf("it is told: %s", told())
	}
}

// Given a table in a message, then the page and the report tell what of it is not taken.
func TestWhatIsNotTakenStandsThere(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	s.Bring(kit.Bring{Text: "Hi all,\nthe new ones:\nName\tE-mail\tShoe size\nNew One\tone@example.org\t38\nNew Two\ttwo@example.org\t39\nCheers\nOtto"})
	b.Settle()
	b.Want("Bring 2 rows in", "2 lines before the table are not taken: “Hi all,” “the new ones:”.", "2 lines are not taken: “Cheers” “Otto”.", "1 column is left out: “Shoe size”.")
	if said := string(s.state.Report()); !strings.Contains(said, `,1,"Hi all,",Not taken,,`) || !strings.Contains(said, ",7,Otto,Not taken,,") {
		t.Errorf("the report says %s", said)
	}
	b.Keep("intake-not-taken")
}

// Given a folder in which other files lie too, then those are told by name.
func TestOtherFilesInAFolderAreTold(t *testing.T) {
	b, s := open(t, datatest.Demo(t))
	dir := t.TempDir()
	for name, content := range map[string]string{"one.csv": "Name\nNew One\n", "minutes.docx": "PK", "old.xls": "\xd0\xcf\x11\xe0", "~$one.xlsx": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.Bring(kit.Bring{Paths: []string{dir}})
	b.Settle()
	b.Want("Bring 1 row in", "The file is a workbook of the old kind (.xls); please save it as .xlsx.")
	if n := len(b.Notices); n == 0 || b.Notices[n-1].Text != "1 file in the folder was passed over: minutes.docx." {
		t.Errorf("it is told: %v", b.Notices)
	}
}

// Given minutes that only count some of the guests, when the row that counts them is looked at, then they count or stay out, and are nobody of ours.
func TestCountedGuestsAreNobodyOfOurs(t *testing.T) {
	b, _ := open(t, datatest.Demo(t))
	b.Paste("Paste here", "Anwesend:\nOtto Neumann\n3 Gäste\n\nEntschuldigt:\nHugo Neubauer")
	b.Tap("Read this")
	b.Tap("Otto Neumann")
	b.Want("It is somebody else of ours…")
	b.Tap("3 Gäste")
	b.Want("What to do")
	b.WantNot("It is somebody else of ours…")
}
