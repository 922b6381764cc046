package exchange_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// tableOf is the only table of a sample, and what its columns hold.
func tableOf(t *testing.T, path string, what exchange.What) (*exchange.Table, exchange.Columns) {
	t.Helper()
	tables, err := exchange.Tables(context.Background(), sample(t, path))
	if err != nil || len(tables) != 1 {
		t.Fatal(len(tables), err)
	}
	if guessed := exchange.GuessWhat(&tables[0]); guessed != what {
		t.Errorf("it is taken for %q", guessed)
	}
	return &tables[0], exchange.GuessColumns(&tables[0], what)
}

func TestEventsInTables(t *testing.T) {
	for name, want := range map[string]string{
		"outlook-en.csv": `
			2: 2026-10-06 16:00 Europe/Berlin 90 "Lean coffee" "Room 3" "Bring a question" {title on start purpose place minutes}
			3: 2026-10-24 00:00 Europe/Berlin 0 "Hackathon" "Athens" {title on place} ?It lasts the whole day; please give a time.
			4: 2026-11-03 23:00 Europe/Berlin 90 "Late one" {title on start minutes}
		`, "program-de.csv": `
			2: 2026-10-06 16:00 Europe/Berlin 90 "Bücherrunde" "Raum 3" {on start title place minutes}
			3: 2026-10-14 09:30 Europe/London 75 "Sprechstunde" "cancelled" {on start title status timeZone minutes}
			4: 2026-10-20 00:00 Europe/Berlin 90 "Ohne Uhrzeit" {on title minutes} ?No time is told; please give one. ?The time zone “Mond/Krater” is not known; the time was taken as one in Europe/Berlin.
			5: 2026-11-03 23:00 Europe/Berlin 90 "Nachts" "planned" {on start title status minutes} ?Format: “Hackathon” could not be made out; it is left out.
			6:  00:00 Europe/Berlin 0 "Ohne Tag" {title} !Day: Please give a date.
			7:  16:00 Europe/Berlin 0 "Kein Tag" {start title} ?Day: “31.02.2026” could not be made out; it is left out. !Day: Please give a date.
			8: 2026-11-10 16:00 Europe/Berlin 0 "" {on start} !Title: Please fill this in.
		`, "one-column.csv": `
			2: 2026-10-06 16:00 Europe/Berlin 0 "Lean coffee" "https://meet.example.org/x" {on title link guests start}
			3: 2026-10-07 09:30 Europe/Berlin 0 "Clinic" "no link" {on title link start} ?Guests: “many” could not be made out; it is left out.
		`,
	} {
		t.Run(name, func(t *testing.T) {
			table, columns := tableOf(t, "events/"+name, exchange.Events)
			var told []string
			for _, e := range exchange.EventsIn(table, columns, "Europe/Berlin") {
				told = append(told, toldEvent(e))
			}
			same(t, told, want)
		})
	}
}

// Given events over several days, then the last of them is kept; an end before the beginning is a doubt, and so is a day without a time.
func TestEventsOverSeveralDays(t *testing.T) {
	for text, want := range map[string]string{
		"Title,Start date,End date\nDays,2026-10-05,2026-10-07":                                                                  "2026-10-07 0 No time is told; please give one.",
		"Title,Start date,End date\nWrong,2026-10-09,2026-10-01":                                                                 "- 0 No time is told; please give one. It ends before it begins; the end is left out.",
		"Subject,Start Date,Start Time,End Date,End Time,All day event\nConf,12/9/2026,12:00:00 AM,12/11/2026,12:00:00 AM,True":  "2026-12-10 0 It lasts the whole day; please give a time.",
		"Title\tDay\tTime\nLab\t12/Mar/26 3:14 PM\t12:00 - 13:30":                                                                "- 90 ",
		"Title\tDay\tTime\nLab\t2026-03-12\t22:00–1:00":                                                                          "- 180 ",
		"Title\tWhen\nLab\tTue 15 Dec 2026, 2-3:30 pm":                                                                           "- 90 ",
		"Title\tWhen\tEnd\nLab\t46356.6041666667\t46356.6666666667":                                                              "- 90 ",
		"Title\tDay\tStart\tMinutes\nLab\t2026-03-12\t12:00 - 13:30\t45":                                                         "- 45 ",
		"Subject,Start Date,Start Time,End Date,End Time,All day event\nConf,12/9/2026,10:00:00 AM,12/11/2026,12:00:00 PM,False": "2026-12-11 120 ",
	} {
		table := exchange.PastedTable(text)
		toldOver(t, text, exchange.EventsIn(&table, exchange.GuessColumns(&table, exchange.Events), "Europe/Berlin"), want)
	}
	ics := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Days\r\nDTSTART;VALUE=DATE:20261005\r\nDTEND;VALUE=DATE:20261008\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	events, err := exchange.Calendar(context.Background(), exchange.File{Content: []byte(ics)}, data.NewDate(2026, 1, 1), data.NewDate(2026, 12, 31), "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	toldOver(t, ics, events, "2026-10-07 0 It lasts the whole day; please give a time.")
}

func toldOver(t *testing.T, of string, events []exchange.Event, want string) {
	t.Helper()
	if len(events) != 1 {
		t.Fatalf("%s: %d events", of, len(events))
	}
	e, last := events[0], "-"
	if slices.Contains(e.Given, "lastDay") {
		last = e.Row.LastDay.String()
	}
	var doubts []string
	for _, d := range e.Doubts {
		doubts = append(doubts, words.English().Of(d))
	}
	if got := fmt.Sprint(last, " ", e.Row.Minutes, " ", strings.Join(doubts, " ")); got != want {
		t.Errorf("%s: got %s, want %s", of, got, want)
	}
}

func TestItemsInTables(t *testing.T) {
	for name, want := range map[string]string{
		"planner-en.csv": `
			2: "Accessibility checklist" "ready" "One page,\nfor all\n#a" "2026-10-24" "Νίκος Αντωνίου" {due title description column}
			4: "Book club, monthly" "idea" {title column}
			5: "Welcome note" {title} ?Due: “13/45/2026” could not be made out; it is left out. ?“Somewhere” is no column of the board.
		`, "own.csv": `
			2: "Kata evening" "ready" "eventIdea" "https://a.example https://b.example" 4 {kind votes size links title column}
			3: "How we name tests" "done" "standard" "2026-09-12" {kind doneOn title column} ?Size: “XXL” could not be made out; it is left out.
			4: "Odd" "doing" {title column} ?Kind: “Nothing known” could not be made out; it is left out. ?Votes is left out: Please choose a number from 0 to 9999.
		`,
	} {
		t.Run(name, func(t *testing.T) {
			table, columns := tableOf(t, "items/"+name, exchange.Items)
			same(t, toldItems(exchange.ItemsIn(table, columns)), want)
		})
	}
}

func TestPastedItems(t *testing.T) {
	for name, c := range map[string]struct{ pasted, want string }{
		"list": {"- Start a book club\n- [x] How we name tests\r\n    since spring\n      in two rooms\n* Quality, always; and more\n\n3. Third\n☐ Open\n☑ Closed\n王晓梅的想法\n", `
			1: "Start a book club" {title}
			2: "How we name tests" "done" "since spring\n  in two rooms" {title description column}
			5: "Quality, always; and more" {title}
			7: "Third" {title}
			8: "Open" {title}
			9: "Closed" "done" {title column}
			10: "王晓梅的想法" {title}
		`},
		"all stand in": {"  one\n  two\n", `
			1: "one" {title}
			2: "two" {title}
		`},
		"sheet": {"Task\tStatus\nA\tDone\nB\t\n", `
			2: "A" "done" {title column}
			3: "B" {title}
		`},
		"nothing": {" \n", ""},
		"lines with tabs before them": {"Book club\n\t- [x] find a room\n\t- [ ] choose a book\n\t\tshort ones\nKata evening\n", `
			1: "Book club" "☑ find a room\n☐ choose a book\n    short ones" {title description}
			5: "Kata evening" {title}
		`},
		"behind tabs": {"Book club\tIn progress\t12/Mar/26\twith snacks\nKata evening\tdone\thttps://wiki.example.org/kata\tin pairs\n", `
			1: "Book club" "doing" "with snacks" "2026-03-12" {column due title description}
			2: "Kata evening" "done" "in pairs" "https://wiki.example.org/kata" {column links title description}
		`},
		"behind tabs, as many in each": {"Book club\tIn progress\t12/Mar/26\twith snacks\nKata evening\tTo do\t1/Apr/26\tin pairs\n", `
			1: "Book club" "doing" "with snacks" "2026-03-12" {column due title description}
			2: "Kata evening" "ready" "in pairs" "2026-04-01" {column due title description}
		`},
		"of a sheet": {"Book club\tWaiting\t12/Mar/26\twith snacks\nKata evening\tWaiting\t1/Apr/26\tin pairs\n", `
			1: "Book club" "parked" "with snacks" "2026-03-12" {due title description column}
			2: "Kata evening" "parked" "in pairs" "2026-04-01" {due title description column}
		`},
		"tabs in some lines": {"- Book club\tIn progress\n- Kata evening\n- Talk\tby 3. Jan. 2027\n- Lab\t3. Jan. 2027\n- Demo\thttps://wiki.example.org/demo\n", `
			1: "Book club" "doing" {column title}
			2: "Kata evening" {title}
			3: "Talk" "2027-01-03" {due title}
			4: "Lab" "2027-01-03" {due title}
			5: "Demo" "https://wiki.example.org/demo" {links title}
		`},
		"headed": {"Ideas\n- [ ] Book club\n* Kata evening\n1. Talk\n", `
			2: "Book club" "idea" {column title}
			3: "Kata evening" "idea" {column title}
			4: "Talk" "idea" {column title}
		`},
		"under columns of a board": {"# To do\n* Book club\n\n# Done:\n* Kata evening\nIn Arbeit:\n- Talk\n", `
			2: "Book club" "ready" {column title}
			5: "Kata evening" "done" {column title}
			7: "Talk" "doing" {column title}
		`},
		"under topics": {"Outreach\n- Book club\n- Talk\nQuality:\n  - Kata evening\n", `
			2: "Book club" "Outreach" {title description}
			3: "Talk" "Outreach" {title description}
			5: "Kata evening" "Quality" {title description}
		`},
		"a sheet with marks, and without a heading over a column": {"Title\tState\n- [x] Book club\t\twith snacks\n2. Treffen\tTo do\n\nTotal", `
			2: "Book club" "done" "with snacks" {title description column}
			3: "2. Treffen" "ready" {title column}
			5: "Total" {title}
		`},
		"ruled": {"| Task | Notes | Why |\n|------|:----:|---|\n| Book club | small | to read |\n", `
			3: "Book club" "small\nto read" {title description}
		`},
		"only marks": {"- [ ]\n", `
			1: "" {title} !Title: Please fill this in.
		`},
		"long": {strings.Repeat("word ", 40) + "\n", `
			1: "word word word word word word word word word word word word word word word word word word word…" "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word" {title description}
		`},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, toldItems(exchange.PastedItems(c.pasted)), c.want)
		})
	}
}

// Given a list within a message, then what is said around it is no item, and is told.
func TestWhatIsSaidAroundItems(t *testing.T) {
	s := exchange.UnderstandText("Hi all,\nthe ideas of our workshop:\n- Book club\n- Kata evening\n\nBest regards\nAnna Berg\n", exchange.Hints{Likely: exchange.Items})
	p := exchange.NewPlan(&data.Snapshot{}, data.NewDate(2026, 12, 1))
	p.AddSource(s)
	same(t, planned(p), "new Book club\nnew Kata evening")
	same(t, noted(s), `4 lines are not taken: “Hi all,” “the ideas of our workshop:” “Best regards” ….`)
}

func planned(p *exchange.Plan) []string {
	var told []string
	for i := range p.Rows {
		told = append(told, fmt.Sprint(p.Rows[i].State, " ", p.Rows[i].Title()))
	}
	return told
}

func noted(s *exchange.Source) []string {
	var told []string
	for _, note := range s.Notes() {
		told = append(told, english(note))
	}
	return told
}

func FuzzRows(f *testing.F) {
	for _, path := range []string{"events/outlook-en.csv", "events/program-de.csv", "events/one-column.csv", "items/planner-en.csv", "items/own.csv"} {
		f.Add(string(sample(f, path).Content))
	}
	f.Add("- Start a book club\n- [x] How we name tests\n    since spring\n\t☐\n")
	f.Fuzz(func(t *testing.T, text string) {
		table := exchange.PastedTable(text)
		for _, e := range exchange.EventsIn(&table, exchange.GuessColumns(&table, exchange.Events), "Europe/Berlin") {
			fits(t, e, data.EventFields, e.Row.Validate)
		}
		for _, b := range append(exchange.ItemsIn(&table, exchange.GuessColumns(&table, exchange.Items)), exchange.PastedItems(text)...) {
			fits(t, b, data.ItemFields, b.Row.Validate)
		}
	})
}
