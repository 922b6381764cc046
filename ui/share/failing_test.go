package share

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a document that takes long, then the page says so and it can be cancelled; a short one shows nothing.
func TestProgressAndCancel(t *testing.T) {
	runner := &uitest.HandRunner{}
	b := open(t, datatest.Demo(t), uitest.Options{Runner: runner})
	runner.FinishAll()
	older := filepath.Join(t.TempDir(), "older.pdf")
	if err := os.WriteFile(older, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Files.SavePath = older
	b.TapNode(b.ByID("button", "save.cards"))
	b.TapNode(b.ByID("button", "save.cards")) // a second tap makes no second one
	if len(b.screen.jobs) != 1 {
		t.Fatalf("%d documents are being made", len(b.screen.jobs))
	}
	b.WantNot("Making “Health cards”")
	b.Timer.Pass(time.Second)
	b.Want("Making “Health cards”. You can go on working.")
	b.TapNode(b.ByID("button", "cancel.cards"))
	b.WantNot("Making “Health cards”")
	if got := b.LastNotice(); got != "“Health cards” is not made. An older file of that name is as it was." {
		t.Errorf("the notice says %q", got)
	}
	runner.FinishAll()
	if content, err := os.ReadFile(older); err != nil || string(content) != "older" {
		t.Errorf("the older file is %q…, %v", content[:min(20, len(content))], err)
	}
	if len(b.Notices) != 1 || len(b.screen.jobs) != 0 {
		t.Errorf("notices are %+v", b.Notices)
	}
	b.TapNode(b.ByID("button", "save.cards"))
	runner.FinishAll()
	b.Timer.Pass(time.Second)
	b.WantNot("Making “Health cards”")
	made(t, older, "%PDF-")
}

// Given characters that no font has, then the notice counts them.
func TestUnprintableCharactersAreTold(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.ChangeCommunity(context.Background(), store.Visit{}, func(c *data.Community) { c.Name = "𓀀𓀁" }); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{}) // only the embedded font, which knows no hieroglyphs
	b.Files.SavePath = filepath.Join(t.TempDir(), "cards.pdf")
	b.TapNode(b.ByID("button", "save.cards"))
	n := b.Notices[len(b.Notices)-1]
	if n.Kind != kit.Warning || !strings.Contains(n.Text, "is saved in") || !strings.Contains(n.Text, "in “cards.pdf” have no font on this computer and stand as boxes.") {
		t.Errorf("the notice is %+v", n)
	}
	b.TapNode(b.ByID("button", "open.cards"))
	b.Want("in “health-cards.pdf” have no font")
}

// Given a community just founded, then a document for which there is nothing yet says so in one sentence.
func TestNothingToPrintYet(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	for _, d := range reports.Documents() {
		opened, told := len(b.Files.Opened), len(b.Notices)
		b.outside(d.Name)
		if len(b.Files.Opened) == opened && len(b.Notices) == told {
			t.Errorf("%s: nothing is opened and nothing said", d.Name)
		}
		for _, n := range b.Notices[told:] {
			if n.Text == "Something went wrong." {
				t.Errorf("%s: %+v", d.Name, n)
			}
		}
	}
}

// errBroken is a fault that is not worded for a person.
var errBroken = errors.New("the disk is gone")

// Given a file that can't be read, then the page says so and Try again brings it back; what can't be noted is saved all the same.
func TestFailingStore(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(errBroken))
	w := uitest.Open(t, uitest.Options{})
	s := New(w.Deps(), st, Options{Folder: t.TempDir()})
	w.ShowPage(s)
	w.Want("Something went wrong.", "Try again")
	s.Arrive("roster")
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "The disk is full.")))
	w.Tap("Try again")
	w.Want("Health cards")
	if w.FocusText() != "Open" {
		t.Errorf("the focus is at %q", w.FocusText())
	}
	w.Files.SavePath = filepath.Join(t.TempDir(), "members.xlsx")
	w.TapNode(w.ByID("button", "save.roster"))
	made(t, w.Files.SavePath, "PK")
	n := w.Notices[len(w.Notices)-1]
	if n.Kind != kit.Warning || !strings.HasSuffix(n.Text, "It is not listed under “Sent and saved”: The disk is full.") {
		t.Errorf("the notice is %+v", n)
	}
}

// Given a file that is only read, then documents can be made and the paper chosen, and nothing is written into the file.
func TestReadOnly(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, uitest.Options{ReadOnly: true})
	b.TapNode(b.ByID("select", "paper"))
	b.Tap("Letter")
	b.Want("Letter")
	b.screen.Load()
	b.Want("Letter")
	b.Files.SavePath = filepath.Join(t.TempDir(), "cards.pdf")
	b.TapNode(b.ByID("button", "save.cards"))
	if pdf := string(made(t, b.Files.SavePath, "%PDF-")); !strings.Contains(pdf, "792.00") {
		t.Error("the cards are not on Letter")
	}
	if s := datatest.Read(t, st); len(s.Exports) != 0 || s.Setting(data.PaperSetting) != "" {
		t.Errorf("the file has %+v", s.Exports)
	}
}

// Given a card, then its deeds are reached by menu, keyboard and command too.
func TestOtherWays(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapSecondary("Figures, charts, method")
	b.Tap("Open “Results workbook”")
	b.Want("Results workbook", "Open in Word, Excel…")
	b.screen.Arrive("roster")
	b.Key("Return")
	b.Want("as the page Members shows them")
	b.Fire("share.open.survey")
	b.Want("Survey to fill in", "Open in Word, Excel…")
	if len(b.Visits) == 0 {
		t.Error("the command does not go to the page")
	}
	b.Fire("share.made")
	b.Want("Nothing was saved yet.")
}

// Given very many documents made before, then the first are shown and the others wait.
func TestManyMadeBefore(t *testing.T) {
	st := datatest.Demo(t)
	for range beforeShown + 5 {
		if err := st.NoteExports(context.Background(), data.Outgoing{}, &data.Export{Name: "gone", File: "x.pdf"}); err != nil {
			t.Fatal(err)
		}
	}
	b := open(t, st, uitest.Options{})
	b.screen.Arrive("made")
	b.Want("Show 5 more", "gone", "x.pdf")
	b.WantNot("Save again…")
	b.Tap("Show 5 more")
	b.WantNot("more")
}
