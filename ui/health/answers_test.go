package health

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given an open round, when ballots are typed by keys alone, then only counts are kept, one act a ballot, the next ballot can be
// typed at once, and the last can be taken back.
func TestTypeBallots(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	b.Tap("Type in ballot by ballot")
	b.Type("Code at the foot of the ballots", data.FormCode("CT-X", "en", "1")+"\n")
	b.Keys("4+5=31-0\n2")
	if got := []string{"4+", "5=", "3", "1-", "0", "2", ""}; true {
		for i, want := range got {
			if text := b.screen.pad.fields[i].Text; text != want {
				t.Errorf("card %d has %q, want %q", i+1, text, want)
			}
		}
	}
	b.Keys(strings.Repeat("\n", 9))
	b.wantCounted(1)
	if n := b.tally("growth", data.FromBallots); n.Counts != (data.Counts{0, 0, 0, 1, 0}) || n.Better != 1 {
		t.Errorf("growth has %+v", n)
	}
	if n := b.tally("sharing", data.FromBallots); n.NoOpinion != 1 {
		t.Errorf("sharing has %+v", n)
	}
	b.Keys("12345123451234\n")
	b.wantCounted(2)
	if got := b.FocusText(); got != "" {
		t.Errorf("the focus is on a field with %q", got)
	}
	if n := len(b.Read().Responses); n != 0 {
		t.Errorf("%d single ballots are kept", n)
	}
	b.Tap("Take back the last one")
	b.wantCounted(1)
	b.Tap("Done")
	b.Undo()
	b.Want("0 of 23 answered so far.")
}

// wantCounted sees how many ballots the dialog and the page behind it say were counted.
func (b *bench) wantCounted(n int) {
	b.T.Helper()
	b.Want(itoa(n) + " counted now.")
	if got := b.screen.state.Entry().Answered; got != itoa(n)+" of 23 answered so far." {
		b.T.Errorf("the page says %q", got)
	}
}

// Given ballots of another round, a slip in their code, or an empty ballot, then it is said and nothing is counted.
func TestRefusedBallots(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.TrafficLight)
	b.Fire("health.ballots")
	b.Type("Code at the foot of the ballots", data.FormCode("CT-01W", "en", "1")+"\n")
	if got := b.ErrorAt("Code at the foot of the ballots"); !strings.HasPrefix(got, "These ballots belong to another round. The code of Round 3 begins with CT-X.") {
		t.Errorf("at the code stands %q", got)
	}
	b.Type("Code at the foot of the ballots", "CT-X.en1.A\n")
	if got := b.ErrorAt("Code at the foot of the ballots"); !strings.HasPrefix(got, "This is not quite") {
		t.Errorf("at the code stands %q", got)
	}
	b.Type("Code at the foot of the ballots", "\n")
	b.Tap("Count this ballot")
	b.Want("This ballot is empty; nothing was counted.")
	b.screen.deps.Focus(b.screen.pad.fields[0])
	b.Keys("49")
	if got := b.screen.pad.fields[0].Text; got != "" {
		t.Errorf("lights took %q", got)
	}
	b.Keys("3")
	b.WantNot("This ballot is empty; nothing was counted.")
	b.Tap("Count this ballot")
	if n := b.tally("growth", data.FromBallots); n.Counts != (data.Counts{0, 0, 1, 0, 0}) {
		t.Errorf("growth has %+v", n)
	}
}

// Given counts entered beforehand, when a ballot is typed, then it counts beside them.
func TestBallotBesideCounts(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	b.must(b.Store.EnterTally(context.Background(), data.Tally{RoundID: b.screen.state.round, Card: "growth", Channel: data.FromBallots, Counts: data.Counts{0, 0, 3, 4, 0}}))
	_, err := b.Store.AddBallot(context.Background(), b.screen.state.round, []data.Mark{{Card: "growth", Value: 3}, {Card: "safety", Value: data.Blank}})
	b.must(err)
	b.Want("8 of 23 answered so far.")
	if n := b.tally("growth", data.FromBallots); n.Counts != (data.Counts{0, 0, 4, 4, 0}) {
		t.Errorf("growth has %+v", n)
	}
}

// sheets writes filled workbooks of the round shown into a folder: each with its own answers.
func (b *bench) sheets(folder string, roundID int64, fills ...map[string]any) (paths []string) {
	b.T.Helper()
	var form bytes.Buffer
	_, err := reports.Write(context.Background(), "survey", b.Store, reports.Options{Today: datatest.Today, Say: words.English(), RoundID: roundID}, &form)
	b.must(err)
	for i, fields := range fills {
		f, err := excelize.OpenReader(bytes.NewReader(form.Bytes()))
		b.must(err)
		for _, name := range f.GetDefinedName() {
			if value, wanted := fields[name.Name]; wanted {
				sheet, cell, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
				b.must(f.SetCellValue(strings.Trim(sheet, "'"), cell, value))
			}
		}
		path := filepath.Join(folder, string(rune('a'+i))+" from Zoë.xlsx")
		b.must(f.SaveAs(path))
		b.must(f.Close())
		paths = append(paths, path)
	}
	return paths
}

// Given filled workbooks, when they are chosen, then a plan says what each is; a tick decides, one deed takes them in, without a
// trace of a file, beside the answers of other channels.
func TestReadWorkbooksIn(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	round, folder := b.screen.state.round, t.TempDir()
	one := map[string]any{"a_growth": 4, "d_growth": "↗ better", "a_safety": 2, "a_value": 3, "a_rhythm": 5, "a_support": 1, "c_support": "Too busy", "c_next": "A shorter meeting"}
	paths := b.sheets(folder, round, one, map[string]any{"a_growth": 2, "a_value": 1}, one)
	other := b.sheets(t.TempDir(), 2, map[string]any{"a_growth": 5})
	b.must(b.Store.SetReturned(context.Background(), round, data.FromRoom, 3))
	b.Tap("Workbooks")
	b.Tap("Read in filled workbooks")
	b.Files.OpenPath = paths[0]
	b.Tap("Choose a file…")
	b.Tap("And the other 2 workbooks in its folder")
	b.Want("2 files read, 1 that seems to be there twice", "a from Zoë.xlsx", "5 cards answered", "2 cards answered", "It is identical with a from Zoë.xlsx.")
	b.Drops.Dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(other[0]), storage.NewFileURI(paths[0])})
	b.Settle()
	b.Want("2 files read, 1 that seems to be there twice, 1 refused (other round)", "It was made for another round, CT-01W.", "Take 2 replies in")
	b.Tap("c from Zoë.xlsx")
	b.Want("Take 3 replies in")
	b.Tap("c from Zoë.xlsx")
	before, copied := len(datatest.Read(t, b.Store).Responses), false
	b.screen.deps.CopyFirst = func() func(context.Context) {
		return func(context.Context) { copied = len(datatest.Read(t, b.Store).Responses) == before }
	}
	b.Tap("Take 2 replies in")
	if !copied {
		t.Error("no copy was kept before")
	}
	if got := b.LastNotice(); !strings.HasPrefix(got, "2 replies were taken in.") {
		t.Errorf("the notice says %q", got)
	}
	b.Want("Delete the 3 workbooks?", "whose they are")
	b.Tap("Keep the files")
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("not kept: %v", err)
		}
	}
	b.Want("5 of 23 answered so far.", "the same person may have answered twice", "2 answer sheets were read in")
	now := b.Read()
	if len(now.Responses) != 2 || now.Responses[0].Channel != data.FromWorkbook {
		t.Errorf("the file has %+v", now.Responses)
	}
	b.Undo()
	b.Want("3 of 23 answered so far.")
	b.Tap("Read in filled workbooks")
	b.Files.OpenPath = filepath.Join(folder, "no.xlsx")
	b.must(os.WriteFile(b.Files.OpenPath, []byte("no workbook"), 0o600))
	b.Tap("Choose a file…")
	b.Want("0 files read, 1 refused")
	b.Tap("Take them in")
	b.Tap("Cancel")
	b.Want("3 of 23 answered so far.")
}

// unnamed is a workbook as it comes back from a program that drops the hidden names.
func (b *bench) unnamed(path string) string {
	b.T.Helper()
	lost := filepath.Join(b.T.TempDir(), "lost.xlsx")
	f, err := excelize.OpenFile(path)
	b.must(err)
	for _, name := range f.GetDefinedName() {
		if !strings.HasPrefix(name.Name, "_xlnm") {
			b.must(f.DeleteDefinedName(&excelize.DefinedName{Name: name.Name}))
		}
	}
	b.must(f.SaveAs(lost))
	b.must(f.Close())
	return lost
}

// Given a folder of workbooks, some by way of other programs, when it is dropped, then each is told; one that lost its names waits
// for the leader's word, and what was typed by mistake is said beside it. Files chosen one right after the other all count.
func TestFolderOfWorkbooksIsDropped(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	round, folder, empty := b.screen.state.round, t.TempDir(), filepath.Join(t.TempDir(), "Nothing here")
	b.must(os.Mkdir(empty, 0o700))
	b.sheets(folder, round, map[string]any{"a_growth": 4}, map[string]any{"a_growth": 9, "a_value": 1})
	b.must(os.WriteFile(filepath.Join(folder, "c.ODS"), []byte("PK\x03\x04"), 0o600))
	b.must(os.WriteFile(filepath.Join(folder, "~$a from Zoë.xlsx"), []byte("x"), 0o600))
	lost := b.unnamed(filepath.Join(folder, "b from Zoë.xlsx"))
	b.Fire("health.import")
	b.screen.importer.add(folder, empty)
	b.Drops.Dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(lost), storage.NewFileURI(filepath.Join(folder, "a from Zoë.xlsx"))})
	b.Settle()
	b.Want("1 file read, 2 to look at, 2 refused (can't be read)", "“9” is not one of the answers to “Growing in my craft”.", "c.ODS", "The file is damaged",
		"Nothing here", "There is no workbook in this folder.", "lost.xlsx", "It lost the hidden names by which a form is known", "Take 1 reply in")
	b.Tap("Take in all 2 to look at, too")
	b.Want("Take 3 replies in")
	b.Tap("b from Zoë.xlsx")
	b.Tap("Take 2 replies in")
	b.Want("Delete the 2 workbooks?")
	b.Tap("Keep the files")
	answers := b.Read().Answers
	if last := answers[len(answers)-1]; len(b.Read().Responses) != 2 || last.Value != 1 && last.Value != 4 {
		t.Errorf("the file has %+v", answers)
	}
}

// Given a round, when all members are invited and one is ticked as having replied, then the file has it apart from the answers.
func TestWhoWasInvited(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	b.must(store.Rows(b.Store, store.Rounds).Change(context.Background(), b.screen.state.round, store.Visit{}, func(r *data.Round) { r.Invited = 5 }))
	b.Tap("Who has replied")
	b.Want("0 invited, 0 ticked as replied.", "not invited")
	b.Tap("Invite all members")
	b.Want("23 invited, 0 ticked as replied.")
	if r, _ := b.screen.state.Round(); r.Invited != 23 {
		t.Errorf("%d are invited", r.Invited)
	}
	b.WantNot("Invite all members", "Åsa Lindqvist")
	b.Type("Find…", "thordis\n")
	b.Want("23 invited, 1 ticked as replied.")
	replied := 0
	for _, i := range b.Read().Invitations {
		if i.RoundID == b.screen.state.round && i.Replied {
			replied++
			if i.MemberID != 16 {
				t.Errorf("%d is ticked", i.MemberID)
			}
		}
	}
	if replied != 1 {
		t.Errorf("%d are ticked", replied)
	}
	b.Type("Find…", "thordis")
	b.TapSecondary("Þórdís Jónsdóttir")
	b.Tap("Was not invited")
	b.Want("22 invited, 0 ticked as replied.")
	b.Undo()
	b.Want("23 invited, 1 ticked as replied.")
	b.Tap("Done")
}

// withComments is a store whose second round has comments and things to do next, in the order in which they came.
func withComments(t *testing.T) *bench {
	t.Helper()
	st := datatest.Demo(t)
	ctx := context.Background()
	b := open(t, st, uitest.Options{Width: 1280, Height: 1400})
	b.must(st.ReopenRound(ctx, 2))
	for _, c := range []string{"zebra of Payments", "apple"} {
		b.must(st.AddResponse(ctx, data.Response{RoundID: 2, Channel: data.FromWorkbook, Next: "next " + c}, []data.Answer{{Card: "rhythm", Value: 3, Comment: c}}))
	}
	b.must(st.CloseRound(ctx, 2))
	b.Settle()
	return b
}

// Given comments, then they stand in the order of the alphabet; the leader may redact one; none may be sent to the sponsors, as the form promises.
func TestComments(t *testing.T) {
	b := withComments(t)
	b.screen.openCard("rhythm")
	b.Settle()
	b.Want("Comments", "zebra of Payments", "apple")
	if c := b.screen.closer.shown.Comments; len(c) != 2 || c[0].Text != "apple" {
		t.Errorf("the comments are %+v", c)
	}
	answers := b.Read().Answers
	first := answers[len(answers)-2]
	b.TapNode(b.ByID("button", "redact."+itoa(int(first.ID))))
	b.Type("Comment", "zebra")
	b.Tap("Save")
	b.WantNot("zebra of Payments")
	b.WantNot("sponsors")
	answers = b.Read().Answers
	if a := answers[len(answers)-2]; a.Comment != "zebra" || a.Value != 3 {
		t.Errorf("the file has %+v", a)
	}
	b.TapNode(b.ByID("button", "redact."+itoa(int(first.ID))))
	b.Type("Comment", "")
	b.Tap("Save")
	b.WantNot("zebra")
	b.Undo()
	b.Want("zebra")
}

// Given what people said should be done next, then it is listed, goes to the board by nobody named, and can be redacted.
func TestNextThings(t *testing.T) {
	b := withComments(t)
	b.Want("One thing we should do next", "next apple", "next zebra of Payments")
	responses := b.Read().Responses
	id := responses[len(responses)-1].ID
	b.TapNode(b.ByID("button", "next."+itoa(int(id))))
	want := data.Item{Title: "next apple", Kind: data.KindAction, FromSurvey: true}
	if v := b.Visits[len(b.Visits)-1]; v.Page != "backlog" || v.Args.(kit.Begun).Row.(data.Item).Title != want.Title {
		t.Errorf("it led to %+v", v)
	}
	b.must(b.Store.ChangeNext(context.Background(), id, ""))
	b.Settle()
	b.WantNot("next apple")
}

// Given a round in which too few answered, then neither comments nor things to do next are shown.
func TestNothingOfTooFew(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.start(data.Agreement5)
	id := b.screen.state.round
	for range 4 {
		b.must(b.Store.AddResponse(context.Background(), data.Response{RoundID: id, Channel: data.FromWorkbook, Next: "secret"}, []data.Answer{{Card: "rhythm", Value: 3, Comment: "secret"}}))
	}
	b.must(b.Store.CloseRound(context.Background(), id))
	b.Settle()
	b.Want("4 of 23", "With fewer than 5 answers nothing else is shown")
	b.WantNot("secret", "One thing we should do next")
	b.screen.openCard("rhythm")
	if b.screen.closer != nil {
		t.Error("the card was opened")
	}
}

// Given workbooks that were taken in, when the leader says so, then those whose answers are kept are deleted, and no other file;
// what could not be deleted is named.
func TestWorkbooksTakenInAreDeleted(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	round, folder := b.screen.state.round, t.TempDir()
	paths := b.sheets(folder, round, map[string]any{"a_growth": 4}, map[string]any{"a_growth": 2})
	other := b.sheets(t.TempDir(), 2, map[string]any{"a_growth": 5})
	b.Fire("health.import")
	b.screen.importer.add(append(paths, other...)...)
	b.Settle()
	b.Tap("Take 2 replies in")
	b.Tap("Delete the files")
	if got := b.LastNotice(); got != "2 files are deleted." {
		t.Errorf("the notice says %q", got)
	}
	for path, there := range map[string]bool{paths[0]: false, paths[1]: false, other[0]: true} {
		if _, err := os.Stat(path); (err == nil) != there {
			t.Errorf("%s: there %v", filepath.Base(path), err == nil)
		}
	}
	if d := exchange.Delete(exchange.Book{Path: folder}); d.Count != 0 || len(d.Left) != 1 || d.Left[0] != filepath.Base(folder) {
		t.Errorf("a folder: %+v", d)
	}
}

// Given workbooks taken in of which one was changed since and one is gone, when they are to be deleted, then the changed one
// stays, and only what was deleted counts as that.
func TestChangedWorkbooksStay(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	paths := b.sheets(t.TempDir(), b.screen.state.round, map[string]any{"a_growth": 4}, map[string]any{"a_growth": 2}, map[string]any{"a_growth": 5})
	b.Fire("health.import")
	b.screen.importer.add(paths...)
	b.Settle()
	b.Tap("Take 3 replies in")
	b.must(os.WriteFile(paths[1], []byte("other answers"), 0o600))
	b.must(os.Remove(paths[2]))
	b.Tap("Delete the files")
	want := "The file is deleted. 1 file was changed since it was read and stays: " + filepath.Base(paths[1]) +
		". 1 file was not there any more: " + filepath.Base(paths[2]) + "."
	if got := b.LastNotice(); got != want {
		t.Errorf("the notice says %q, not %q", got, want)
	}
	if kept, err := os.ReadFile(paths[1]); err != nil || string(kept) != "other answers" {
		t.Errorf("the changed file holds %q, %v", kept, err)
	}
	if _, err := os.Stat(paths[0]); err == nil {
		t.Error("the first is still there")
	}
}

// Given a round whose figures went out, when it is opened again, then it is said first what documents go on telling, and the
// page says so as long as they do.
func TestReopeningSaysWhatDocumentsTell(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	ctx := context.Background()
	b.must(b.Store.KeepOutward(ctx, data.Outgoing{Counts: b.Read().LeavingCounts(datatest.Today)}))
	b.Fire("health.reopen")
	b.Want("Open Round 2 again?", "Its figures went out on 21 Nov 2026.", "until 5 answers came or went")
	b.Tap("Leave it closed")
	if round, _ := b.Read().RoundByID(2); round.Open() {
		t.Fatal("it was opened")
	}
	b.Fire("health.reopen")
	b.Tap("Open it again")
	b.must(b.Store.AddResponse(ctx, data.Response{RoundID: 2, Channel: data.FromWorkbook}, []data.Answer{{Card: "growth", Value: 1}}))
	b.Fire("health.close")
	b.Want("16 of 23", "Documents still tell some figures of 21 Nov 2026: fewer than 5 answers came or went since.")
	if told := b.Read().AsTold().Result(2); told.Returned != 15 || told.Cards[0].Figures.Answers != 15 {
		t.Errorf("told %d, %d", told.Returned, told.Cards[0].Figures.Answers)
	}
}
