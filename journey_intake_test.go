package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
)

// dropScript is the side of the hand in X's way of dragging and dropping (XDND 5), in Python, since none of the tools that journeys
// use can drop a file: it offers addresses of files to a window, waits until the window would take them, and lets go.
const dropScript = `
import sys, time
from Xlib import X, display
from Xlib.protocol import event
window, uris = int(sys.argv[1]), sys.argv[2:]
d = display.Display()
target, root = d.create_resource_object("window", window), d.screen().root
source = root.create_window(0, 0, 1, 1, 0, d.screen().root_depth)
atom = d.intern_atom
source.set_selection_owner(atom("XdndSelection"), X.CurrentTime)
def tell(kind, *words):
    words = list(words) + [0] * (5 - len(words))
    target.send_event(event.ClientMessage(window=target, client_type=atom(kind), data=(32, words)))
    d.flush()
def serve(until):
    end = time.time() + 15
    while time.time() < end:
        while d.pending_events():
            e = d.next_event()
            if e.type == X.SelectionRequest:
                e.requestor.change_property(e.property, e.target, 8, ("\r\n".join(uris) + "\r\n").encode())
                e.requestor.send_event(event.SelectionNotify(time=e.time, requestor=e.requestor, selection=e.selection, target=e.target, property=e.property))
                d.flush()
            elif e.type == X.ClientMessage and e.client_type == atom(until):
                return
        time.sleep(0.01)
    sys.exit("no " + until)
place = target.translate_coords(root, 0, 0)
tell("XdndEnter", source.id, 5 << 24, atom("text/uri-list"))
tell("XdndPosition", source.id, 0, ((-place.x + 300) << 16) | (-place.y + 300), X.CurrentTime, atom("XdndActionCopy"))
serve("XdndStatus")
tell("XdndDrop", source.id, 0, X.CurrentTime)
serve("XdndFinished")
`

// drop drops files on the window, as from a folder's window.
func (d *desk) drop(paths ...string) {
	d.t.Helper()
	args := []string{"-c", dropScript, d.window}
	for _, path := range paths {
		args = append(args, "file://"+path)
	}
	command := exec.Command("/usr/bin/python3", args...)
	command.Env = d.environment()
	if out, err := command.CombinedOutput(); err != nil {
		d.fail("dropping: %v\n%s", err, out)
	}
}

// written puts a file into a folder.
func written(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Twelve names are copied out of a message and brought in by the keyboard alone; one Undo takes all of them back.
func TestJourneyOfPastingTwelvePeople(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	before := len(onDisk(d, path).Members)
	d.start(path)
	d.read("Πυξίδα")
	d.key("ctrl+i")
	d.read("What do you have already?")
	names := "Ada Lovelace <ada@example.org>; Grace Hopper <grace@example.org>; Katherine Johnson; Hedy Lamarr; Mary Somerville; " +
		"Sophie Germain; Emmy Noether; Rosalind Franklin; Lise Meitner; Vera Rubin; Dorothy Hodgkin; Maria Mitchell"
	d.click("field", "#intake.paste")
	d.paste(names)
	d.click("button", "#intake.read")
	d.read("New 12")
	d.click("button", "#intake.take")
	d.read("12 people came in.")
	d.thereAndBack(path, "twelve people more", func(s *data.Snapshot) bool { return len(s.Members) == before+12 })
	d.menu("File", "Quit")
	d.awaitEnd()
}

// A roster of two hundred is dropped on the window, thirty of whom are there already; two decisions are changed; what comes in is what was
// decided, goes with one Undo and comes again with one Redo.
func TestJourneyOfDroppingARoster(t *testing.T) {
	d := newDesk(t)
	path := named(t, "Weavers")
	fillWith(t, path, 30)
	d.start(path)
	d.read("Weavers")
	list := "Name;E-mail;Unit\n"
	for i := range 200 {
		list += fmt.Sprintf("%s;p%d@example.org;Loom %d\n", weaver(i), i, i%7)
	}
	d.drop(written(t, t.TempDir(), "roster.csv", list))
	d.read("New 170")
	d.read("Changed 30")
	d.click("chip", "Changed 30")
	for i := range 2 {
		d.read(weaver(i))
		d.click("row", fmt.Sprintf("#%d", i+1))
		d.click("select", "#intake.do")
		d.click("menuitem", "Ours stays as it is")
	}
	d.read("Bring 198 rows in")
	d.click("button", "#intake.take")
	d.read("170 people came in. 28 people of ours were changed.")
	d.thereAndBack(path, "the roster", func(s *data.Snapshot) bool {
		units := 0
		for i := range s.Members {
			if s.Members[i].Unit != "" {
				units++
			}
		}
		return len(s.Members) == 1+200 && units == 198
	})
	d.menu("File", "Quit")
	d.awaitEnd()
}

// weaver is the name of the i-th member of a large roster; no two are alike.
func weaver(i int) string {
	first := []string{"Anna", "Béla", "Chidi", "Dana", "Emre", "Fatou", "Göran"}
	parts := []string{"bal", "dor", "fen", "gip", "hus", "jat", "kom", "lev", "mir", "nuk", "pas", "rot", "sel", "tiv", "vun"}
	return fmt.Sprintf("%s %s%sova", first[i%7], strings.ToUpper(parts[i%15][:1])+parts[i%15][1:], parts[i/15])
}

// fillWith adds members without a unit.
func fillWith(t *testing.T, path string, n int) {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	var in data.Intake
	for i := range n {
		in.Members = append(in.Members, data.Member{Name: weaver(i), Kind: data.KindMember, JoinedOn: data.NewDate(2026, 1, 5)})
	}
	if _, err := s.TakeIn(context.Background(), in); err != nil {
		t.Fatal(err)
	}
}

// Three attendance lists are dropped at once: each finds its event by its day, those known are ticked, and two who are not become guests.
func TestJourneyOfDroppingAttendance(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	s := onDisk(d, path)
	folder := t.TempDir()
	var lists []string
	var held []data.Event
	for _, e := range s.Events {
		if e.Status == data.StatusHeld && len(held) < 3 {
			held = append(held, e)
		}
	}
	late := map[int64]data.Member{} // by event, somebody who is not noted there yet
	for i, e := range held {
		late[e.ID] = absent(s, e.ID)
		var b strings.Builder
		b.WriteString("Name,Join Time,Leave Time,Duration (Minutes)\n")
		for _, name := range []string{late[e.ID].Name, "Stranger One", "Stranger Two"} {
			fmt.Fprintf(&b, "%s,%s 17:00,%s 18:00,60\n", name, e.On, e.On)
		}
		lists = append(lists, written(t, folder, fmt.Sprintf("participants %d.csv", i), b.String()))
	}
	d.start(path)
	d.read("Πυξίδα")
	d.drop(lists...)
	d.read("Who came: participants 2.csv") // the lines of the other lists stand below, in a part that scrolls
	d.read("Counts among the guests")
	d.click("button", "#intake.take")
	d.kept(path, "who came", func(s *data.Snapshot) bool {
		return !slices.ContainsFunc(held, func(e data.Event) bool {
			now, _ := s.EventByID(e.ID)
			return now.Guests < 2 || !wasAt(s, e.ID, late[e.ID].ID)
		})
	})
	d.read("people came.") // the page of the event stands there now; before, it would come up under an open menu
	d.menu("File", "Quit")
	d.awaitEnd()
}

// wasAt tells whether somebody is noted as present at an event.
func wasAt(s *data.Snapshot, event, member int64) bool {
	return slices.ContainsFunc(s.Attendance, func(a data.Attendance) bool { return a.EventID == event && a.MemberID == member && a.Present })
}

// absent is somebody of ours who is not noted at an event.
func absent(s *data.Snapshot, event int64) (member data.Member) {
	for _, m := range s.Members {
		if !m.Erased() && m.LeftOn == 0 && !wasAt(s, event, m.ID) {
			member = m
		}
	}
	return member
}

// Two records of one person are joined from the hint on the second; what hangs on both hangs on one, and Undo gives both back.
func TestJourneyOfJoiningTwoRecords(t *testing.T) {
	d := newDesk(t)
	path := named(t, "Weavers")
	fillWith(t, path, 3)
	d.start(path)
	d.key("ctrl+3")
	d.click("button", "Add member")
	d.find("button", "#save")
	d.fill("Name", strings.ToUpper(weaver(1)))
	d.read("is there already")
	d.click("button", "Add member")
	d.read(strings.ToUpper(weaver(1)))
	d.kept(path, "a second record", func(s *data.Snapshot) bool { return len(s.Members) == 5 })
	d.click("button", "Look at both")
	d.read("Afterwards")
	d.click("button", "Join them")
	d.thereAndBack(path, "one record", func(s *data.Snapshot) bool { return len(s.Members) == 4 })
	d.menu("File", "Quit")
	d.awaitEnd()
}

// replies starts a round and puts its questionnaires into a folder, n of them filled in, and one of them again, without a byte changed.
func replies(t *testing.T, path string, n int) (folder string) {
	t.Helper()
	ctx, folder := context.Background(), t.TempDir()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	s, err := store.Open(ctx, path, store.Options{})
	must(err)
	defer func() { must(s.Close()) }()
	today := data.DateOf(time.Now())
	round := data.Round{Code: "CT-X", Name: "Round 3", Scale: data.Agreement5, OpenedOn: today, Invited: 23, MinGroup: 5}
	must(s.StartRound(ctx, &round, []string{"growth", "value"}))
	var form, filled bytes.Buffer
	_, err = reports.Write(ctx, "survey", s, reports.Options{Today: today, Say: words.English(), RoundID: round.ID}, &form)
	must(err)
	for i := range n {
		f, err := excelize.OpenReader(bytes.NewReader(form.Bytes()))
		must(err)
		for _, name := range f.GetDefinedName() {
			if value, asked := map[string]int{"a_growth": 1 + i%5, "a_value": 1 + i/5}[name.Name]; asked { // no two alike
				sheet, cell, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
				must(f.SetCellValue(strings.Trim(sheet, "'"), cell, value))
			}
		}
		filled.Reset()
		must(f.Write(&filled))
		must(f.Close())
		written(t, folder, fmt.Sprintf("reply %02d.xlsx", i), filled.String())
	}
	written(t, folder, "reply again.xlsx", filled.String())
	return folder
}

// A folder of filled questionnaires, one of them damaged and one there twice, is dropped on the window: their round asks what is to become of each, takes
// in those that were read as one deed, and one Undo takes all of it back.
func TestJourneyOfDroppingAFolderOfWorkbooks(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	folder := replies(t, path, 12)
	written(t, folder, "spoilt.xlsx", "PK\x03\x04 nonsense")
	before := len(onDisk(d, path).Responses)
	d.start(path)
	d.read("Πυξίδα")
	d.drop(folder)
	d.read("Read in workbooks of Round 3")
	d.read("12 files read, 1 that seems to be there twice, 1 refused (can't be read)")
	d.click("button", "Take 12 replies in")
	d.read("Delete the 13 workbooks?")
	d.click("button", "Keep the files")
	d.thereAndBack(path, "the replies", func(s *data.Snapshot) bool { return len(s.Responses) == before+12 })
	d.menu("File", "Quit")
	d.awaitEnd()
}
