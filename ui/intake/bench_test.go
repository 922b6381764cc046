package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// BenchmarkIntake decides on 10,000 rows beside 10,000 people. The longest single thing on the window's goroutine is to take 16 ms at most,
// so that no picture is left out.
func BenchmarkIntake(b *testing.B) {
	watch := &uitest.Stopwatch{}
	w := uitest.Open(b, uitest.Options{Runner: watch})
	st := datatest.Filled(b, datatest.Large(10_000, 100, 20_000))
	s := New(w.Deps(), st)
	watch.Time(func() { w.ShowPage(s) })
	w.Files.SavePath = filepath.Join(b.TempDir(), "report.csv")
	var list strings.Builder
	list.WriteString("Name;Unit\n")
	for i := range 10_000 {
		fmt.Fprintf(&list, "Member %05d;Unit %d\n", i+5_000, i%7)
	}
	bring := func() { s.Bring(kit.Bring{Text: list.String()}) }
	watch.Time(bring)
	if n := len(s.state.plan.Rows); n != 10_000 {
		b.Fatalf("%d rows were read", n)
	}
	turn, deeds := 0, s.state.deeds()
	for name, deed := range map[string]func(){
		"bring":  func() { s.clear(); bring() },
		"load":   s.Load,
		"choose": func() { turn++; s.list.Select(int64(turn%2*9_000 + 1)); s.choose1(turn % 2 * 9_000) },
		"toggle": func() { turn++; s.toggle(turn % 10_000) },
		"every":  func() { s.state.Look("", ""); s.showRows() },
		"search": func() { turn++; s.search.SetText([]string{"member 1", "05", "zzz"}[turn%3]) },
		"chip":   func() { turn++; s.state.Look(s.states[turn%len(s.states)], ""); s.showRows() },
		"all":    func() { turn++; s.decideShown(deeds[turn%len(deeds)]) },
		"who": func() {
			s.chosen = 1
			s.askWho()
			if overlays := w.Win.Canvas().Overlays(); overlays.Top() != nil {
				overlays.Remove(overlays.Top()) // of the turn before
			}
		},
		"freeze": func() { s.state.frozen() },
		"report": s.saveReport,
		"menu":   func() { s.forAllMenu() },
		"words":  s.list.Refresh,
	} {
		b.Run(name, func(b *testing.B) {
			watch.Reset()
			for b.Loop() {
				watch.Time(deed)
			}
			watch.Report(b)
		})
	}
}
