package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// leaves writes the note that an earlier start would have left of texts of the open file.
func (st *stage) leaves(texts ...kit.Unkept) {
	st.t.Helper()
	n := rescued{File: st.w.shell.store.Path()}
	for _, u := range texts {
		called, there := st.w.shell.called(u.Spot)
		if !there {
			st.t.Fatalf("there is no %v", u.Spot)
		}
		n.Texts = append(n.Texts, noted{Unkept: u, Identity: st.w.shell.store.Identity(), Community: "Nurses", Called: called})
	}
	if err := writeNote(st.folders, n); err != nil {
		st.t.Fatal(err)
	}
}

// Given a text of an earlier start whose row is on screen already, or whose page is, when it is put back while the file answers slowly,
// then its field shows it and has the cursor, on every page; nothing typed into the field meanwhile is lost under it.
func TestPutBackIntoTheRowOnScreen(t *testing.T) {
	for _, c := range []struct {
		name, text string
		spot       kit.Spot
		page       string
	}{
		{"person", "lars at example", kit.Spot{Table: "member", ID: 3, Field: "email"}, "members"},
		{"event", "4pm", kit.Spot{Table: "event", Field: "start"}, "events"},
		{"rare", "https://nowhere", kit.Spot{Table: "event", Field: "link"}, "events"},
		{"item", strings.Repeat("x", 300), kit.Spot{Table: "item", Field: "title"}, "backlog"},
		{"charter", "A purpose", kit.Spot{Table: "community", Field: "primaryPurpose"}, "charter"},
		{"canvas", "A box", kit.Spot{Table: "canvas_box", Field: "impact"}, "charter"},
		{"setting", "many", kit.Spot{Table: "setting", Field: "level.windowDays"}, "settings"},
		{"answered", "lots", kit.Spot{Table: "round_return", Field: string(data.FromRoom)}, "health"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st, _ := breakable(t)
			spot := st.existing(c.spot)
			st.w.shell.leadTo(spot)
			st.Settle()
			id, was := st.fieldInUse()
			if id == "" || was == c.text {
				t.Fatalf("what leads to %v leads to %q, which reads %q", spot, id, was)
			}
			if c.spot.Table == "item" {
				st.Key(fyne.KeyEscape) // it stands in a dialog
			}
			st.w.Canvas().Unfocus()
			st.leaves(kit.Unkept{Spot: spot, Label: "A field", Text: c.text, Why: "No"})
			st.w.rescue.look()
			slow := &uitest.HandRunner{}
			st.slow = slow
			st.Tap("Put it back into the field")
			slow.FinishAll()
			st.slow = nil
			st.Settle()
			if at, got := st.fieldInUse(); at != id || got != c.text {
				t.Errorf("the cursor is in %q, which reads %q", at, got)
			}
		})
	}
}

// fieldInUse is the ID of the field with the cursor and what it reads.
func (st *stage) fieldInUse() (id, text string) {
	f, is := st.Win.Canvas().Focused().(interface {
		UINode() (kind, id, text string)
		UIValue() string
	})
	if !is {
		return "", ""
	}
	_, id, _ = f.UINode()
	return id, f.UIValue()
}

// existing is a spot of a row that the demo has.
func (st *stage) existing(spot kit.Spot) kit.Spot {
	st.t.Helper()
	s := datatest.Read(st.t, st.w.shell.store)
	switch spot.Table {
	case "event":
		spot.ID = s.Events[len(s.Events)-1].ID
	case "item":
		spot.ID = s.Items[0].ID
	case "round_return":
		r := data.Round{Code: "R9", Name: "Round 9", Scale: data.TrafficLight, OpenedOn: st.Clock.Today(), Invited: 23, MinGroup: 5}
		if err := st.w.shell.store.StartRound(context.Background(), &r, data.ShortDeck); err != nil {
			st.t.Fatal(err)
		}
		spot.ID = r.ID
	}
	return spot
}

// Given a file into whose place another community was copied, or a row that is another one's by now, then what was typed before is offered
// to be copied only, with the reason; nothing of it goes into the other community.
func TestTextOfAnotherCommunityOrRow(t *testing.T) {
	st, _ := breakable(t)
	path, name := st.w.shell.store.Path(), st.member(3).Name
	st.Type("E-mail", "lars at example")
	st.Leave()
	st.w.Close()
	st.Tap("Close anyway")
	note := st.noteOf(st.folders.Settings, path)
	copyOver(t, st.community("Readers"), path)
	st.again()
	st.start(Start{File: path})
	st.Tap("Close") // the text is offered while nothing is open, too
	st.Tap("Open it all the same")
	st.Want("Typed before and not kept", "lars at example", "E-mail · "+name, "this file holds another community now")
	st.WantNot("Put it back into the field")
	st.Tap("Copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "lars at example" {
		t.Errorf("copied is %q", got)
	}
	st.Tap("Close")
	st.Want("1 text is not kept yet")
	if now := st.noteOf(st.folders.Settings, path); now != note {
		t.Errorf("the note has become %s", now)
	}
	st.Tap("1 text is not kept yet")
	st.WantNot("Put it back into the field")
	st.Tap("Drop it")
	st.Want("All changes saved")
	if now := st.noteOf(st.folders.Settings, path); now != "" {
		t.Errorf("the note is there still: %s", now)
	}

	st, _ = breakable(t)
	st.leaves(kit.Unkept{Spot: kit.Spot{Table: "member", ID: 3, Field: "email"}, Label: "E-mail", Row: name, Text: "lars at example"},
		kit.Unkept{Spot: kit.Spot{Table: "member", ID: 4, Field: "email"}, Label: "E-mail", Text: "gone"})
	if err := store.Rows(st.w.shell.store, store.Members).Change(context.Background(), 3, store.Visit{}, func(m *data.Member) { m.Name = "Nobody Else" }); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Rows(st.w.shell.store, store.Members).Remove(context.Background(), 4); err != nil {
		t.Fatal(err)
	}
	st.w.rescue.look()
	st.Want("It belongs to “"+name+"”, and in that place there is “Nobody Else” now.", "What it belongs to is no longer there.")
	st.WantNot("Put it back into the field")
}

// copyOver puts one file in the place of another.
func copyOver(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Given three texts of an earlier start, when one is put back and kept, then the foot names the others and leads to them, quitting asks,
// and at every moment the note says what is not kept and nothing else, also when one quits right after.
func TestOneOfSeveralPutBack(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	at := func(id int64, text string) kit.Unkept {
		return kit.Unkept{Spot: kit.Spot{Table: "member", ID: id, Field: "pronouns"}, Row: st.member(id).Name, Label: "Pronouns", Text: text}
	}
	st.leaves(at(3, "first"), at(4, "second"), at(5, "third"))
	st.w.rescue.look()
	all := st.FindAll("Put it back into the field")
	if len(all) != 3 {
		t.Fatalf("%d can be put back", len(all))
	}
	st.TapNode(all[0])
	st.Want("3 texts are not kept yet")
	st.Leave()
	if m := st.member(3); m.Pronouns != "first" {
		t.Errorf("kept is %q", m.Pronouns)
	}
	st.Want("2 texts are not kept yet")
	if note := st.noteOf(st.folders.Settings, path); strings.Contains(note, "first") || !strings.Contains(note, "second") || !strings.Contains(note, "third") {
		t.Errorf("right after one was kept the note says %s", note)
	}
	st.Tap("2 texts are not kept yet")
	st.Want("Not kept yet", "second", "third")
	st.TapNode(st.FindAll("Put it back into the field")[0])
	if got := st.Field("Pronouns").Text; got != "second" {
		t.Errorf("the field reads %q", got)
	}
	st.w.Close()
	if st.w.ended {
		t.Fatal("it closed without a question")
	}
	st.Want("1 text is not kept yet", "third")
	st.WantNot("second")
	st.Tap("Go back to it")
	st.Want("Not kept yet", "third")
	st.Tap("Close")
	st.w.Close()
	st.Tap("Close anyway")
	if note := st.noteOf(st.folders.Settings, path); strings.Contains(note, "second") || !strings.Contains(note, "third") {
		t.Errorf("after closing the note says %s", note)
	}
}

// Given two texts that are noted, when one of them is kept, then the note says so at once, and not two seconds later.
func TestKeptTextLeavesTheNoteAtOnce(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.Type("E-mail", "lars at example")
	st.Type("Joined on", "4pm")
	st.Leave()
	st.Type("E-mail", "lars@example.org")
	st.Leave()
	if note := st.noteOf(st.folders.Settings, path); strings.Contains(note, "lars") || !strings.Contains(note, "4pm") {
		t.Errorf("the note says %s", note)
	}
}

// Given words typed into the page of a new community, when the program is killed, then the next start offers them; where the file can't be
// made they are held on; once it is made the note is gone.
func TestNoteOfTheFirstPage(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Type("What is your community called?", "Readers")
	st.Timer.Pass(2 * time.Second)
	if note := st.noteOf(st.folders.Settings, ""); !strings.Contains(note, "Readers") {
		t.Fatalf("the note says %q", note)
	}
	st.again()
	st.start(Start{})
	st.Want("Typed before and not kept", "What is your community called?: Readers")
	st.WantNot("Open its file", " · ")
	st.Tap("Put it back")
	if got := st.Field("What is your community called?").Text; got != "Readers" || !strings.Contains(st.noteOf(st.folders.Settings, ""), "Readers") {
		t.Errorf("put back is %q, the note says %q", got, st.noteOf(st.folders.Settings, ""))
	}
	st.again()
	st.start(Start{})
	st.Tap("Drop it")
	if note := st.noteOf(st.folders.Settings, ""); note != "" {
		t.Errorf("the note is there still: %s", note)
	}
	st.Type("What is your community called?", "Readers")
	st.Type("Who leads it?", "Ana")
	st.Timer.Pass(2 * time.Second)
	if err := os.MkdirAll(filepath.Dir(st.folders.Documents), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Documents, nil, 0o600); err != nil { // so that no folder can be made there
		t.Fatal(err)
	}
	st.Tap("Start")
	if st.w.shell != nil {
		t.Fatal("a community was made in no folder")
	}
	st.w.Close()
	st.Want("1 text is not kept yet", "Who leads it?: Ana")
	st.Tap("Close anyway")
	if note := st.noteOf(st.folders.Settings, ""); !strings.Contains(note, "Readers") || !st.w.ended {
		t.Errorf("the note says %q", note)
	}
	if err := os.Remove(st.folders.Documents); err != nil {
		t.Fatal(err)
	}
	st.again()
	st.start(Start{})
	st.Tap("Drop it")
	st.Type("What is your community called?", "Readers")
	st.Type("Who leads it?", "Ana")
	st.Timer.Pass(2 * time.Second)
	st.Tap("Start")
	if st.w.shell == nil || communityName(t, st) != "Readers" || st.noteOf(st.folders.Settings, "") != "" {
		t.Errorf("the note says %q", st.noteOf(st.folders.Settings, ""))
	}
}

// Given words on the page of a new community, when a new community is asked for once more, then they stand there still.
func TestNewOnTheFirstPage(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Type("What is your community called?", "Readers")
	st.Fire("file.new")
	if got := st.Field("What is your community called?").Text; got != "Readers" {
		t.Errorf("the field reads %q", got)
	}
}

// Given the questions of a new community in a dialog, when its file can't be made, then the dialog is there still, with the answers and
// the reason.
func TestNewCommunityThatCannotBeMade(t *testing.T) {
	st, _ := breakable(t)
	st.Fire("file.new")
	st.Type("What is your community called?", "Third")
	st.Type("Who leads it?", "Ana")
	if err := os.RemoveAll(st.folders.Documents); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Documents, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	before := st.w.shell.store.Path()
	st.Tap("Start")
	if got := st.Field("What is your community called?").Text; got != "Third" || st.w.shell.store.Path() != before {
		t.Errorf("the field reads %q", got)
	}
	if err := os.Remove(st.folders.Documents); err != nil {
		t.Fatal(err)
	}
	st.Tap("Start")
	if communityName(t, st) != "Third" || len(st.w.deps.Unkept.All()) != 0 {
		t.Errorf("open is %q", communityName(t, st))
	}
}

// Given a dialog that is half filled, then the foot doesn't say that all is saved, and quitting by key asks over it; once it is saved or
// dropped the foot is content.
func TestFootAndQuittingOverADialog(t *testing.T) {
	st, _ := breakable(t)
	foot := func() string { return st.w.shell.side.foot.Text() }
	if !strings.Contains(foot(), "All changes saved") {
		t.Fatalf("the foot says %q", foot())
	}
	st.Fire("members.add")
	st.Type("Name", "Lars Holm")
	if strings.Contains(foot(), "All changes saved") || !strings.Contains(foot(), "not saved yet") {
		t.Errorf("the foot says %q", foot())
	}
	st.Fire("file.quit")
	st.Want("1 text is not kept yet", "Name: Lars Holm")
	st.Tap("Go back to it")
	st.Key(fyne.KeyEscape)
	st.Tap("Drop it")
	if !strings.Contains(foot(), "All changes saved") {
		t.Errorf("the foot says %q", foot())
	}
	st.Fire("members.add")
	st.Fire("file.quit")
	if !st.w.ended {
		t.Error("behind an empty dialog it did not quit")
	}
}

// Given what was typed into another file and belongs to no row, then it is offered without an empty word.
func TestHeadOfATextOfAnotherFile(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.Fire("members.add")
	st.Type("Name", "Lars Holm")
	st.w.Close()
	st.Tap("Close anyway")
	st.again()
	st.start(Start{File: st.community("Another")})
	st.Want("Name: Lars Holm", filepath.Base(path))
	for _, text := range st.Texts() {
		if strings.Contains(text, "·  ·") || strings.HasPrefix(text, " ·") {
			t.Errorf("it reads %q", text)
		}
	}
}

// Given a text of an earlier start, when its file can only be read, then it is offered to be copied and stays in its note; with the
// file open for changes elsewhere it is that window's to offer.
func TestATextOfAFileThatCanOnlyBeRead(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.leaves(kit.Unkept{Spot: kit.Spot{Table: "member", ID: 3, Field: "email"}, Label: "E-mail", Text: "lars at example"})
	st.w.closeCommunity()
	st.w.open(path, store.Options{ReadOnly: true})
	st.Settle()
	st.Want("Typed before and not kept", "lars at example", "Copy", "This file can only be read now")
	st.WantNot("Put it back into the field")
	st.Tap("Close")
	other, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	st.w.open(path, store.Options{ReadOnly: true})
	st.Settle()
	st.WantNot("lars at example")
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	st.w.open(path, store.Options{})
	st.Settle()
	st.Want("lars at example", "Put it back into the field")
}

// Given a text that is not kept and a page that can't be read, then the foot leads to the text all the same.
func TestUnkeptWhilePageCannotBeRead(t *testing.T) {
	st, faults := breakable(t)
	st.Type("E-mail", "lars at example")
	st.Leave()
	faults.Set(func(_ context.Context, use store.Use) error {
		if !use.Write {
			return errors.New("nothing can be read")
		}
		return nil
	})
	st.w.shell.reload()
	st.Settle()
	st.Tap("1 field is not kept yet")
	st.Want("Not kept yet", "lars at example")
	st.WantNot("Show it")
}

// Given a page that is read, when a notice comes, then nothing on the page moves; the notice hides neither the sidebar nor what has the
// focus, and a press on it reaches nothing beneath.
func TestNoticeFloats(t *testing.T) {
	st, _ := breakable(t)
	where := func() map[string]fyne.Position {
		all := map[string]fyne.Position{}
		for _, text := range st.Texts() {
			if found := st.FindAll(text); len(found) == 1 {
				all[text] = found[0].At
			}
		}
		return all
	}
	before := where()
	st.w.notice(kit.Notice{Kind: kit.Warning, Text: strings.Repeat("Something long enough to take several lines. ", 8)})
	st.Settle()
	for text, at := range where() {
		if was, known := before[text]; known && was != at {
			t.Errorf("%q has moved from %v to %v", text, was, at)
		}
	}
	bar := st.w.frame.bar
	if bar.Position().X < sideWidth() || bar.Position().Y < 400 || bar.Position().Y+bar.Size().Height > 900 {
		t.Errorf("the notice is at %v, %v", bar.Position(), bar.Size())
	}
	for _, n := range st.FindAll("") {
		f, is := n.Object.(fyne.Focusable)
		if !is || n.At.Y < bar.Position().Y || n.At.Y > bar.Position().Y+bar.Size().Height || n.At.X < sideWidth() {
			continue
		}
		st.Win.Canvas().Focus(f)
		st.w.frame.keepFocusClear()
		if got := bar.Position().Y; got != barAir {
			t.Errorf("over what has the focus, the notice is at %v", got)
		}
		return
	}
	t.Error("nothing under the notice takes the focus")
}

// Given a form that was half filled when the program was killed, when it is opened again from the note, then it stands there as it was,
// with its choices, and is noted still; saved, it is in the file and the note is gone.
func TestHalfFilledFormOpensAgain(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	slow := &uitest.HandRunner{}
	st.slow = slow
	st.w.shell.makeAll()
	st.Fire("events.plan") // from another page: the form opens once that of the events is read
	slow.FinishAll()
	st.slow = nil
	st.Settle()
	st.Type("Title", "Late talk")
	st.Timer.Pass(2 * time.Second)
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.Want("Typed before and not kept", "Title: Late talk")
	st.Tap("Open it again")
	st.Settle()
	if got := st.Field("Title").Text; got != "Late talk" {
		t.Fatalf("the field reads %q", got)
	}
	if note := st.noteOf(st.folders.Settings, path); strings.Count(note, "Title: Late talk") != 1 {
		t.Errorf("while it is open the note says %s", note)
	}
	st.TapNode(st.ByID("button", "save"))
	st.Settle()
	events := datatest.Read(t, st.w.shell.store).Events
	if last := events[len(events)-1]; last.Title != "Late talk" || st.noteOf(st.folders.Settings, path) != "" {
		t.Errorf("kept is %+v, the note says %s", last, st.noteOf(st.folders.Settings, path))
	}
}

// Given a form that a button opened which is no command, or whose command is about somebody else by now, then it is said, and the text can
// be copied.
func TestHalfFilledFormThatCannotBeOpenedAgain(t *testing.T) {
	st, _ := breakable(t)
	form := func(words, inputs string) noted {
		return noted{Identity: st.w.shell.store.Identity(), Page: "members", Unkept: kit.Unkept{Spot: kit.Spot{Table: "form", ID: 1, Field: "A form"},
			Label: "A form", Text: "Note: words", Form: true, Inputs: inputs, Command: "members.note", Words: words}}
	}
	n := rescued{File: st.w.shell.store.Path(), Texts: []noted{form("", ""), form("Note a contribution of Nobody", `[{"at":0,"label":"Note","text":"words"}]`)}}
	if err := writeNote(st.folders, n); err != nil {
		t.Fatal(err)
	}
	st.w.rescue.look()
	st.Want("The form it was typed into can't be opened from here. You can copy it.")
	st.Tap("Open it again")
	st.Settle()
	st.Want("“Note a contribution of Nobody” can't be opened here just now.", "2 texts are not kept yet")
}

// Given a ballot that the file had refused when the program was killed, when it is opened again, then the dialog for ballots shows it in
// its fields and holds it, and counting it takes it from the note.
func TestRefusedBallotOpensAgain(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	round := st.existing(kit.Spot{Table: "round_return", Field: string(data.FromBallots)}).ID
	st.leaves(kit.Unkept{Spot: kit.Spot{Table: health.BallotTable, ID: round, Field: "1.1"}, Row: "Round 9", Label: "A ballot", Text: "1. Growing in my craft: 3+\n3. Safe to be honest: 0", Why: "The disk is full."})
	st.w.rescue.look()
	st.Tap("Open it again")
	st.Settle()
	st.Want("Ballots of Round 9")
	if note := st.noteOf(st.folders.Settings, path); !strings.Contains(note, "1. Growing in my craft: 3+") || strings.Contains(note, "The disk is full.") {
		t.Errorf("while it is open the note says %s", note)
	}
	st.Tap("Count this ballot")
	st.Settle()
	st.Want("1 counted now.")
	counted := map[string]data.Tally{}
	for _, tally := range datatest.Read(t, st.w.shell.store).Tallies {
		if tally.RoundID == round {
			counted[tally.Card] = tally
		}
	}
	if g := counted["growth"]; g.Counts != (data.Counts{0, 0, 1}) || g.Better != 1 || counted["safety"].NoOpinion != 1 || counted["mutual_help"].Counts.Sum() != 0 {
		t.Errorf("counted are %+v", counted)
	}
	if note := st.noteOf(st.folders.Settings, path); note != "" {
		t.Errorf("the note says %s", note)
	}
}

// Given a ballot half filled when the program was killed, then the note names its cards, and it opens again.
func TestHalfFilledBallotOpensAgain(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.existing(kit.Spot{Table: "round_return", Field: string(data.FromBallots)})
	st.w.shell.goTo("health", nil)
	st.Settle()
	st.Fire("health.ballots")
	st.Keys("32")
	st.Timer.Pass(2 * time.Second)
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.Want("1. Growing in my craft: 3\n2. Helping one another: 2")
	st.Tap("Open it again")
	st.Settle()
	st.Want("Ballots of Round 9")
	st.Tap("Count this ballot")
	st.Settle()
	st.Want("1 counted now.")
}

// Given a ballot that was on its way into the file when the program ended, and one that the file had refused, when both are offered, then
// only of the first it is said that it may be counted already.
func TestABallotOnItsWayMayBeCounted(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	round := st.existing(kit.Spot{Table: "round_return", Field: string(data.FromBallots)}).ID
	n := rescued{File: path}
	for i, why := range []string{"", "The disk is full."} {
		n.Texts = append(n.Texts, noted{Identity: st.w.shell.store.Identity(), Unkept: kit.Unkept{
			Spot: kit.Spot{Table: health.BallotTable, ID: round, Field: fmt.Sprint("1.", i)}, Row: "Round 9", Label: "A ballot", Text: fmt.Sprint("1. Growth: ", i+1), Why: why}})
	}
	st.w.closeCommunity()
	if err := writeNote(st.folders, n); err != nil {
		t.Fatal(err)
	}
	st.again()
	st.start(Start{File: path})
	st.Want("1. Growth: 1", "1. Growth: 2", "may be counted already")
	if got := len(st.FindAll("This ballot was on its way into the file when the program was open last, and may be counted already. " +
		"Please compare the number of ballots in the round before you count it again.")); got != 1 {
		t.Errorf("it is said of %d ballots", got)
	}
}
