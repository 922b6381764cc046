package reports_test

import (
	"context"
	"io"
	"math/rand/v2"
	"testing"

	"copleader/data"
	"copleader/reports"
)

func benchmark(b *testing.B, name string, snap *data.Snapshot) {
	opt := options()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := reports.Write(context.Background(), name, held{snap}, opt, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCards(b *testing.B)   { benchmark(b, "cards", demoSnapshot(b)) }
func BenchmarkSurvey(b *testing.B)  { benchmark(b, "survey", demoSnapshot(b)) }
func BenchmarkResults(b *testing.B) { benchmark(b, "results", demoSnapshot(b)) }
func BenchmarkRoster(b *testing.B)  { benchmark(b, "roster", demoSnapshot(b)) }

func BenchmarkAllOfTheDemo(b *testing.B) {
	snap, opt := demoSnapshot(b), options()
	dir := b.TempDir()
	for b.Loop() {
		if _, err := reports.Export(context.Background(), dir, nil, held{snap}, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// answered is the demo with so many people's answers from workbooks.
func answered(b *testing.B, people int) *data.Snapshot {
	snap := demoSnapshot(b)
	random := rand.New(rand.NewPCG(3, 4))
	round := snap.Rounds[1].ID
	for i := range people {
		response := int64(i + 1)
		snap.Responses = append(snap.Responses, data.Response{ID: response, RoundID: round, Channel: data.FromWorkbook})
		for _, card := range data.Deck {
			snap.Answers = append(snap.Answers, data.Answer{ID: int64(len(snap.Answers) + 1), ResponseID: response, Card: card.Card, Value: random.IntN(6)})
		}
	}
	return snap
}

// 715 people and 14 cards are 10,010 answers.
func BenchmarkResultsOf10000Answers(b *testing.B) { benchmark(b, "results", answered(b, 715)) }

// 2,000 members is a roster of a large organisation.
func BenchmarkRosterOf2000(b *testing.B) { benchmark(b, "roster", crowded(b, 2000)) }

func crowded(b *testing.B, people int) *data.Snapshot {
	snap := demoSnapshot(b)
	for len(snap.Members) < people {
		m := snap.Members[len(snap.Members)%20]
		m.ID = int64(len(snap.Members) + 1)
		snap.Members = append(snap.Members, m)
	}
	return snap
}
