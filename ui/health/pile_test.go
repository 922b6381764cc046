package health

import (
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// pile opens the dialog for ballots over a file whose deeds wait until the test lets them through.
func pile(t *testing.T) (*bench, *uitest.HandRunner, *datatest.Faults) {
	t.Helper()
	st, faults := datatest.Breakable(t)
	runner := &uitest.HandRunner{}
	b := open(t, st, uitest.Options{Width: 1280, Height: 1100, Runner: runner})
	runner.FinishAll()
	b.start(data.Agreement5)
	runner.FinishAll()
	b.Fire("health.ballots")
	return b, runner, faults
}

// Given the dialog for ballots, when it opens, then the cursor is in the first answer, so that a pile without a code is typed at once.
func TestBallotsBeginAtTheFirstAnswer(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	b.Fire("health.ballots")
	b.wantTyped(0)
	b.Keys("45")
	if p := b.screen.pad; p.fields[0].Text != "4" || p.fields[1].Text != "5" || p.code.Text != "" {
		t.Errorf("typed are %q and %q, with the code %q", p.fields[0].Text, p.fields[1].Text, p.code.Text)
	}
}

// Given a file that is slow, when a pile of thirty ballots is typed without waiting, then each is counted and none is mixed up with the
// next, and what is counted on screen is what the file holds by then.
func TestPileOfBallots(t *testing.T) {
	const many = 30
	b, runner, faults := pile(t)
	faults.Set(datatest.Slow(time.Millisecond))
	sent := 0
	for i := range many {
		answers := []string{"1", "2", "3", "4", "5"}[i%5]
		b.Keys(strings.Repeat(answers, 14) + "\n")
		if i%4 == 3 { // the file takes one in the time in which four are typed, in the middle of the next
			b.Keys("5")
			b.finish(runner, &sent)
			b.Settle()
			if got := b.screen.pad.fields[0].Text; got != "5" {
				t.Fatalf("while a ballot was kept, what was typed of the next became %q", got)
			}
			b.Want(itoa(len(b.screen.pad.kept)) + " counted now.")
			b.Key("BackSpace")
		}
	}
	if inFile := b.tally("growth", data.FromBallots).Counts.Sum(); inFile != len(b.screen.pad.kept) || inFile == many {
		t.Errorf("%d are counted on screen and %d in the file while ballots are on their way", len(b.screen.pad.kept), inFile)
	}
	runner.FinishAll()
	b.Settle()
	b.wantTyped(many)
	for _, card := range []string{"growth", "sharing"} {
		if got := b.tally(card, data.FromBallots).Counts; got != (data.Counts{6, 6, 6, 6, 6}) {
			t.Errorf("%s has %v", card, got)
		}
	}
}

// finish lets the file take what was sent next.
func (b *bench) finish(runner *uitest.HandRunner, next *int) {
	kept := len(b.screen.pad.kept)
	for ; len(b.screen.pad.kept) == kept; *next++ {
		runner.Finish(*next)
	}
}

// wantTyped sees how many ballots the dialog says were counted, and the cursor in the first field, which is empty.
func (b *bench) wantTyped(n int) {
	b.T.Helper()
	b.Want(itoa(n) + " counted now.")
	if f, ok := b.Win.Canvas().Focused().(*kit.TextField); !ok || f != b.screen.pad.fields[0] || f.Text != "" {
		b.T.Errorf("the cursor is in %v", b.Win.Canvas().Focused())
	}
}

// Given a full disk, when ballots are typed, then each is kept to be counted later, the count tells what the file holds, and with room
// again the next one typed takes the others along.
func TestBallotsOnAFullDisk(t *testing.T) {
	b, runner, faults := pile(t)
	faults.Set(datatest.Writing(datatest.DiskFull))
	for range 3 {
		b.Keys(strings.Repeat("3", 14) + "\n")
	}
	runner.FinishAll()
	b.Settle()
	b.Want("0 counted now.", "3 ballots are not counted yet.")
	if held := b.Unkept.Refused(); len(held) != 3 || held[0].Label != "A ballot" || !strings.HasPrefix(held[0].Text, "1. Growing in my craft: 3\n2. Helping one another: 3\n") {
		t.Errorf("held is %+v", held)
	}
	faults.Set()
	b.Tap("Try again")
	runner.FinishAll()
	b.Settle()
	b.Want("3 counted now.")
	b.WantNot("not counted yet")
	b.Keys(strings.Repeat("3", 14) + "\n")
	runner.FinishAll()
	if got := b.tally("growth", data.FromBallots).Counts; got != (data.Counts{0, 0, 4, 0, 0}) {
		t.Errorf("growth has %v", got)
	}
}

// Given a full disk, when counts are typed into the grid, then they stay, through another way of answering too, and are in the file once
// there is room; a text that is no count stays as well, each with its sentence.
func TestCountsOnAFullDisk(t *testing.T) {
	st, faults := datatest.Breakable(t)
	b := open(t, st, uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	faults.Set(datatest.Writing(datatest.DiskFull))
	b.Type("How many answered this way", "15")
	b.focusFigure("growth", 1)
	b.Keys("3")
	b.focusFigure("growth", 2)
	b.Keys("4")
	b.focusFigure("safety", 1)
	b.Keys("x")
	b.Leave()
	b.Want("This is not kept yet.", "Write a whole number from 0 up.")
	if n := len(b.Unkept.Refused()); n != 3 {
		t.Errorf("held is %+v", b.Unkept.Refused())
	}
	b.Tap("Workbook")
	b.WantNot("This is not kept yet.", "Write a whole number from 0 up.")
	b.Tap("Paper ballots")
	b.Want("This is not kept yet.", "Write a whole number from 0 up.")
	if f := b.focusFigure("growth", 2); f.Text != "4" || b.screen.entry.returned.Text != "15" {
		t.Errorf("the fields show %q and %q", f.Text, b.screen.entry.returned.Text)
	}
	faults.Set()
	b.Timer.Pass(kit.RetryEvery)
	b.Settle()
	if got := b.tally("growth", data.FromBallots).Counts; got != (data.Counts{3, 4}) {
		t.Errorf("growth has %v", got)
	}
	b.Want("15 of 23 answered so far.")
	b.WantNot("This is not kept yet.")
	b.screen.LeadTo(b.Unkept.Refused()[0].Spot)
	b.Keys("2")
	b.Leave()
	if got := b.tally("safety", data.FromBallots).Counts; got != (data.Counts{2}) || len(b.Unkept.All()) != 0 {
		t.Errorf("safety has %v, held is %+v", got, b.Unkept.All())
	}
}
