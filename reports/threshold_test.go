package reports_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/reports"
)

// Given rounds that few answered, in the room, on ballots and in workbooks, then
// no document differs by a byte where only that differs which must not leave the
// machine: the answers to a round or a card below the threshold, how five to
// seven lie within low and high, and what was written
// (data/README.md, Confidentiality).
func TestNoDocumentTellsTwinsApart(t *testing.T) {
	t.Parallel()
	withheld := map[string]bool{}
	for seed := range seeds(t, 1) {
		one, other := datatest.Twins(seed, true)
		for i, round := range one.Rounds {
			opt := everyOption(one)
			opt.RoundID = round.ID
			for _, doc := range reports.AllDocuments() {
				if i > 0 && !doc.Lets(reports.ChooseRound) {
					continue // the same for whichever round
				}
				first, again := made(t, doc.Name, one, opt), made(t, doc.Name, other, opt)
				if !bytes.Equal(first, again) {
					t.Errorf("run %d, %s: %s tells apart what must not be told", seed, round.Name, doc.Name)
				}
				if seed == 0 && strings.Contains(textOf(t, reports.Report{File: doc.File}, first), "withheld") {
					withheld[doc.Name] = true
				}
			}
		}
	}
	for _, name := range []string{"results", "group", "sponsor"} {
		if !withheld[name] {
			t.Errorf("%s never says that anything is withheld; is the round in it at all?", name)
		}
	}
}

// made is a document, nothing where one sentence says why there is none.
func made(t *testing.T, name string, snap *data.Snapshot, opt reports.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := reports.Write(context.Background(), name, held{snap}, opt, &out)
	if err != nil && !data.IsCode(err, data.CodeNothing) {
		t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes()
}
