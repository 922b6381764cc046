package reports_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// everyName lists all documents by name, also those that are not offered.
func everyName() []string {
	var names []string
	for _, d := range reports.AllDocuments() {
		names = append(names, d.Name)
	}
	return names
}

// everyOption is what lets every document of a snapshot be made.
func everyOption(snap *data.Snapshot) reports.Options {
	opt := options()
	if len(snap.Members) > 0 {
		opt.MemberID = snap.Members[0].ID
	}
	// The store's own copy has its test; here a file is enough.
	opt.HandOver = func(_ context.Context, path string) error { return os.WriteFile(path, []byte("copy"), 0o600) }
	return opt
}

// rightOrSaysWhyNot makes a document twice: either it comes out, both times the
// same to the byte, or one sentence says what is missing.
func rightOrSaysWhyNot(t *testing.T, name string, snap *data.Snapshot) (made bool) {
	t.Helper()
	var twice [2][]byte
	for i := range twice {
		var out bytes.Buffer
		_, err := reports.Write(context.Background(), name, held{snap}, everyOption(snap), &out)
		if data.IsCode(err, data.CodeNothing) && out.Len() == 0 {
			return false
		}
		if err != nil || out.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", name, out.Len(), err)
			return false
		}
		twice[i] = out.Bytes()
	}
	if !bytes.Equal(twice[0], twice[1]) {
		t.Errorf("%s differs between two runs", name)
	}
	return true
}

// Given any community, then every document is right or says in one sentence why
// it can't be made, and is the same on every run.
func TestEveryDocumentOfEveryCommunity(t *testing.T) {
	communities := map[string]func(t *testing.T) *data.Snapshot{
		"empty":      func(*testing.T) *data.Snapshot { return emptySnapshot() },
		"one member": oneMember,
		"no round":   noRound,
		"demo":       func(t *testing.T) *data.Snapshot { return demoSnapshot(t) },
		"crammed":    crammed,
		"hostile":    func(t *testing.T) *data.Snapshot { return hostileSnapshot(t, 0) },
		"hostile, shifted": func(t *testing.T) *data.Snapshot {
			return hostileSnapshot(t, 1)
		},
	}
	for title, community := range communities {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			for _, name := range everyName() {
				made := rightOrSaysWhyNot(t, name, community(t))
				if !made && (title == "demo" || title == "crammed" || strings.HasPrefix(title, "hostile")) {
					t.Errorf("%s is not made", name)
				}
			}
		})
	}
}

func oneMember(*testing.T) *data.Snapshot {
	snap := emptySnapshot()
	snap.Members = []data.Member{{ID: 1, Name: "Zoë", Kind: data.KindMember, JoinedOn: today.AddDays(-3)}}
	snap.Community.LeaderID = 1
	return snap
}

func noRound(t *testing.T) *data.Snapshot {
	snap := demoSnapshot(t)
	snap.Rounds, snap.RoundCards, snap.Returns, snap.Tallies, snap.Invitations = nil, nil, nil, nil, nil
	return snap
}

// crammed is a community in which everything is as long and as many as may be,
// and longer.
func crammed(t *testing.T) *data.Snapshot {
	snap := demoSnapshot(t)
	snap.Members[0].Name = strings.Repeat("W", 120)
	snap.Minutes[0].Text = strings.Repeat("word ", 2000)
	snap.Community.PrimaryPurpose = strings.Repeat("Purpose ", 40)
	for i := range 400 {
		snap.Items = append(snap.Items, data.Item{ID: int64(1000 + i), Title: strings.Repeat("Item ", 20), Kind: data.KindArtefact,
			Column: data.Columns[i%len(data.Columns)], CreatedOn: today.AddDays(-i), Description: strings.Repeat("x", 2000)})
	}
	for i := range 30 {
		response := int64(2000 + i)
		snap.Responses = append(snap.Responses, data.Response{ID: response, RoundID: snap.Rounds[1].ID, Channel: data.FromWorkbook,
			Next: strings.Repeat("next ", 1000)})
		snap.Answers = append(snap.Answers, data.Answer{ID: response, ResponseID: response, Card: "growth", Value: 1 + i%5,
			Comment: strings.Repeat("c", 5000)})
	}
	return snap
}

// Given an empty community, then what needs nothing is made all the same.
func TestWhatAnEmptyCommunityCanMake(t *testing.T) {
	possible := map[string]bool{"cards": true, "results": true, "roster": true, "roster-csv": true, "digest": true, "page": true,
		"page-html": true, "survey": false, "announce": false, "minutes": false, "calendar": false, "roster-vcf": false,
		"board-xlsx": false, "person": false}
	for name, want := range possible {
		if got := rightOrSaysWhyNot(t, name, emptySnapshot()); got != want {
			t.Errorf("%s of an empty community is made: %v", name, got)
		}
	}
}

// Given many at work at once, then every document is the one made alone.
func TestDocumentsMadeSideBySideAreTheSame(t *testing.T) {
	snap := demoSnapshot(t)
	opt := everyOption(snap)
	want := map[string][]byte{}
	for _, name := range everyName() {
		want[name], _ = write(t, name, snap, opt)
	}
	var wait sync.WaitGroup
	for range 2 {
		for name := range want {
			wait.Go(func() {
				var out bytes.Buffer
				if _, err := reports.Write(context.Background(), name, held{snap}, opt, &out); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if !bytes.Equal(out.Bytes(), want[name]) {
					t.Errorf("%s differs when made beside others", name)
				}
			})
		}
	}
	wait.Wait()
}

// Given a round in which few answered, when what must not be told changes, then
// no document changes by a byte: below the threshold how a card was answered and
// by how many; with five to seven answers how low and high ones divide
// (data/README.md, Confidentiality).
func TestNoDocumentTellsWhatFewAnswered(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 11))
	runs := 3
	if testing.Short() {
		runs = 1
	}
	for run := range runs {
		one, other := demoSnapshot(t), demoSnapshot(t)
		for round := range one.Rounds {
			for _, card := range data.Deck {
				a, b := hiddenPair(random)
				setCounts(one, round, card.Card, a)
				setCounts(other, round, card.Card, b)
			}
		}
		told := 0
		for _, name := range everyName() {
			opt := everyOption(one)
			first, report := write(t, name, one, opt)
			second, _ := write(t, name, other, opt)
			if !bytes.Equal(first, second) {
				t.Errorf("run %d: %s tells apart what must not be told", run, name)
			}
			if told == 0 && strings.Contains(textOf(t, report, first), "withheld") {
				told++
			}
		}
		if told < 1 {
			t.Error("no document says that anything is withheld; is the round in them at all?")
		}
	}
}

// hiddenPair are two ways to answer a card that must look the same from outside.
func hiddenPair(random *rand.Rand) (a, b data.Counts) {
	if random.IntN(2) == 0 {
		for range random.IntN(data.MinGroupSize) {
			a[random.IntN(5)]++
		}
		for range random.IntN(data.MinGroupSize) {
			b[random.IntN(5)]++
		}
		return a, b
	}
	for range data.MinGroupSize + random.IntN(3) {
		switch at := random.IntN(5); at {
		case 2:
			a[2]++
			b[2]++
		case 0, 1:
			a[at]++
			b[random.IntN(2)]++
		default:
			a[at]++
			b[3+random.IntN(2)]++
		}
	}
	return a, b
}

// Given somebody who waits no longer, then a long document ends between two
// pages or sheets, and says how far it was.
func TestALongDocumentCanBeCancelled(t *testing.T) {
	for _, name := range []string{"cards", "results"} {
		ctx, cancel := context.WithCancel(context.Background())
		opt, heard := options(), 0
		opt.Progress = func(done, total int) {
			if heard++; done != heard || total != 0 {
				t.Errorf("%s: %d of %d, heard %d times", name, done, total, heard)
			}
			if done == 3 {
				cancel()
			}
		}
		var out bytes.Buffer
		_, err := reports.Write(ctx, name, held{demoSnapshot(t)}, opt, &out)
		if err == nil || ctx.Err() == nil || out.Len() != 0 || heard != 3 {
			t.Errorf("%s: %v, %d bytes, heard %d times", name, err, out.Len(), heard)
		}
		cancel()
	}
	opt, heard := options(), ""
	opt.Progress = func(done, total int) { heard += string(rune('0'+done)) + "/" + string(rune('0'+total)) + " " }
	if _, err := reports.Export(context.Background(), t.TempDir(), []string{"digest", "page"}, held{demoSnapshot(t)}, opt); err != nil || heard != "0/2 1/2 2/2 " {
		t.Errorf("an export tells %q, %v", heard, err)
	}
}
