package ui

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/charter"
	"copleader/ui/health"
	"copleader/ui/intake"
	"copleader/ui/uitest"
)

// Given each page from which something comes in, when its deed is done, then the page Bring in is shown, takes what is pasted for what was
// in view, and once it came in the page that shows it stands there.
func TestBringingInFromEachPage(t *testing.T) {
	for _, c := range []struct {
		command, pasted, back string
		want                  []string
	}{
		{"members.bring", "Ada Lovelace\nGrace Hopper", "members", []string{"People", "Bring 2 rows in"}},
		{"backlog.bring", "Write a checklist\nTry another room", "backlog", []string{"Backlog items", "Bring 2 rows in"}},
		{"events.bring", "Łukasz Wiśniewski\nZoë Marchand-Núñez\nSomebody Else", "events", []string{"· Accessibility checks by hand", "Bring 1 row in", "Counts among the guests"}},
	} {
		st := setStage(t, uitest.Options{})
		st.start(Start{Demo: true})
		page, _, _ := strings.Cut(c.command, ".")
		st.w.goTo(page, int64(8))
		if !st.Fire(c.command) {
			t.Fatalf("%s does nothing", c.command)
		}
		st.noTrouble()
		if at := st.w.shell.at.spec.name; at != intake.Page {
			t.Errorf("%s leads to %s", c.command, at)
		}
		st.Paste("Paste here", c.pasted)
		st.Tap("Read this")
		st.Want(c.want...)
		st.Tap(c.want[1])
		st.noTrouble()
		if at := st.w.shell.at.spec.name; at != c.back {
			t.Errorf("what came in is shown on %s, want %s", at, c.back)
		}
	}
}

// In a file that is only read, nothing comes in.
func TestNothingComesInWhereOneOnlyReads(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.w.shell.deps.ReadOnly = true
	for _, id := range []string{"view.intake", "file.paste"} {
		if st.Fire(id) {
			t.Errorf("%s was done", id)
		}
	}
}

// questionnaires puts filled forms of a round into a folder, each with another answer, and damages one.
func (st *stage) questionnaires(round int64, n int) (folder string) {
	st.t.Helper()
	folder = st.t.TempDir()
	must := func(err error) {
		if err != nil {
			st.t.Helper()
			st.t.Fatal(err)
		}
	}
	var form bytes.Buffer
	_, err := reports.Write(context.Background(), "survey", st.w.shell.store, reports.Options{Today: datatest.Today, Say: words.English(), RoundID: round}, &form)
	must(err)
	for i := range n {
		f, err := excelize.OpenReader(bytes.NewReader(form.Bytes()))
		must(err)
		for _, name := range f.GetDefinedName() {
			if name.Name == "a_growth" || name.Name == "c_next" {
				sheet, cell, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
				must(f.SetCellValue(strings.Trim(sheet, "'"), cell, map[string]any{"a_growth": 1 + i%5, "c_next": fmt.Sprint("Say ", i)}[name.Name]))
			}
		}
		must(f.SaveAs(filepath.Join(folder, fmt.Sprintf("reply %02d.xlsx", i))))
		must(f.Close())
	}
	must(os.WriteFile(filepath.Join(folder, "spoilt.xlsx"), []byte("PK\x03\x04 nonsense"), 0o600))
	return folder
}

// Given a folder of filled questionnaires, when it is brought in while their round is open, then they stand where the round takes them in, the
// spoilt one among them; with a list beside them they wait for a word, and while no round is open it says so.
func TestQuestionnairesGoToTheirRound(t *testing.T) {
	st := setStage(t, uitest.Options{Width: 1280, Height: 1100})
	st.start(Start{Demo: true})
	s := st.w.shell.store
	r := data.Round{Code: "CT-X", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	if err := s.StartRound(context.Background(), &r, []string{"growth", "next", "value"}); err != nil {
		t.Fatal(err)
	}
	folder := st.questionnaires(r.ID, 4)
	st.w.dropped([]string{folder})
	st.Settle()
	st.noTrouble()
	st.Want("Read in workbooks of Round 3", "4 files read, 1 refused (can't be read)", "spoilt.xlsx", "Take 4 replies in")
	if at := st.w.shell.at.spec.name; at != health.Page {
		t.Errorf("it leads to %s", at)
	}
	st.Tap("Cancel")
	list := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(list, []byte("Name\nAda Lovelace\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	st.w.dropped([]string{folder, list})
	st.Settle()
	st.Want("4 filled questionnaires", "They come in with their round.", "Ada Lovelace", "spoilt.xlsx")
	st.Tap("Read them in")
	st.Want("4 files read", "Take 4 replies in")
	st.Tap("Cancel")
	st.w.goTo(intake.Page, nil)
	st.Settle()
	st.Want("Ada Lovelace")
	st.WantNot("4 filled questionnaires")
	if err := s.CloseRound(context.Background(), r.ID); err != nil {
		t.Fatal(err)
	}
	st.w.dropped([]string{folder})
	st.Settle()
	st.Want("No round is open to take them in. Please open theirs again, and bring them once more.")
}

// Given a picture dropped on the window, then it is offered for what is printed, and stands there once that is said.
func TestADroppedPictureGoesToTheCharter(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	path := filepath.Join(t.TempDir(), "emblem.PNG")
	picture := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	var content bytes.Buffer
	if err := png.Encode(&content, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	before := st.snapshot().Community.LogoHash
	st.w.dropped([]string{path})
	st.Settle()
	st.Want("Use “emblem.PNG” for what is printed?")
	if at := st.w.shell.at.spec.name; at != charter.Page {
		t.Errorf("shown is %s", at)
	}
	st.Tap("Use the picture")
	st.noTrouble()
	if now := st.snapshot().Community.LogoHash; now == before || now == "" {
		t.Errorf("the picture is %q, before %q", now, before)
	}
}

// Given a community dropped on the window while another is open, then it is asked whether it is opened or brought in.
func TestDroppedCommunity(t *testing.T) {
	st := setStage(t, uitest.Options{})
	other := st.community("Theirs")
	st.start(Start{Demo: true})
	st.w.dropped([]string{other})
	st.Want("Open it", "Bring in what it holds")
	st.Tap("Open it")
	st.Settle()
	if got := st.snapshot().Community.Name; got != "Theirs" {
		t.Errorf("open is %q", got)
	}
}
