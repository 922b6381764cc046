package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"copleader/data"
	"copleader/data/demo"
	"copleader/reports"
)

// seeds is how many random communities a test tries: a few, or as many as
// COPLEADER_SEEDS says.
func seeds(t *testing.T, few int) uint64 {
	t.Helper()
	said := os.Getenv("COPLEADER_SEEDS")
	if said == "" {
		return uint64(few)
	}
	n, err := strconv.ParseUint(said, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

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
	opt.List = listOf(snap)
	return opt
}

// listOf is a list of a snapshot's members as a window might show it, nil for nobody.
func listOf(snap *data.Snapshot) *reports.List {
	list := &reports.List{Title: "People", Lead: "all shown", Columns: []reports.ListColumn{{Head: "Name", Share: 200}, {Head: "Unit", Share: 100}}}
	for i := range snap.Members {
		m := &snap.Members[i]
		list.Rows = append(list.Rows, reports.ListRow{Section: string(m.Kind), Cells: []string{m.Name, m.Unit}})
	}
	return list
}

// ofTheDemo are all documents of the demo, made once for the tests that only
// read them.
var ofTheDemo = sync.OnceValues(func() (map[string][]byte, error) {
	snap, err := demo.Snapshot(today)
	if err != nil {
		return nil, err
	}
	made := map[string][]byte{}
	for _, name := range everyName() {
		var out bytes.Buffer
		if _, err := reports.Write(context.Background(), name, held{snap}, everyOption(snap), &out); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		made[name] = out.Bytes()
	}
	return made, nil
})

func demoDocuments(t *testing.T) map[string][]byte {
	t.Helper()
	made, err := ofTheDemo()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// rightOrSaysWhyNot makes a document: either it comes out, and another program
// finds nothing wrong with the build of a PDF, or one sentence says what is
// missing.
func rightOrSaysWhyNot(t *testing.T, doc reports.Document, snap *data.Snapshot) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := reports.Write(context.Background(), doc.Name, held{snap}, everyOption(snap), &out)
	switch {
	case data.IsCode(err, data.CodeNothing) && out.Len() == 0:
		return nil
	case err != nil || out.Len() == 0:
		t.Errorf("%s: %d bytes, %v", doc.Name, out.Len(), err)
	case doc.Kind() == "pdf":
		if said := tool(t, "qpdf", "--check", save(t, doc.File, out.Bytes())); !strings.Contains(said, "No syntax or stream encoding errors found") {
			t.Errorf("%s: %s", doc.Name, said)
		}
	}
	return out.Bytes()
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
			for _, doc := range reports.AllDocuments() {
				made := rightOrSaysWhyNot(t, doc, community(t))
				if made == nil && (title == "demo" || title == "crammed" || strings.HasPrefix(title, "hostile")) {
					t.Errorf("%s is not made", doc.Name)
				}
				if title == "demo" && !bytes.Equal(made, demoDocuments(t)[doc.Name]) || title == "empty" && !bytes.Equal(made, rightOrSaysWhyNot(t, doc, community(t))) {
					t.Errorf("%s differs between two runs", doc.Name)
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
	for i := range 150 {
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
		doc, err := reports.Find(name)
		if got := rightOrSaysWhyNot(t, doc, emptySnapshot()) != nil; err != nil || got != want {
			t.Errorf("%s of an empty community is made: %v, %v", name, got, err)
		}
	}
	said(t, "the page", textFileOf(t, "page", emptySnapshot(), options()), "Nothing is written here yet.")
	if text := textFileOf(t, "digest", oneMember(t), options()); strings.Contains(text, "welcome") {
		t.Errorf("whoever is alone welcomes themselves:\n%s", text)
	}
}

// Given many at work at once, then every document is the one made alone.
func TestDocumentsMadeSideBySideAreTheSame(t *testing.T) {
	t.Parallel()
	snap, want := demoSnapshot(t), demoDocuments(t)
	opt := everyOption(snap)
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
	for run := range seeds(t, 1) {
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
