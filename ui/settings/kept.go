package settings

import (
	"strconv"

	"copleader/data"
	"copleader/ui/kit"
)

// addHistory adds how much of the history is kept.
func (g *general) addHistory() {
	s, say := g.screen, g.screen.deps.Say
	keep := func(key string) func(string) { return func(choice string) { s.choose(key, choice) } }
	g.years = kit.NewSelect(options(data.HistoryYears, func(n int) string {
		if n == 0 {
			return say.Text("For as long as the file is used")
		}
		return say.Count(n, "%d year", "%d years")
	}), "", keep(data.HistoryYearsSetting))
	g.megabytes = kit.NewSelect(options(data.HistorySizes, func(n int) string {
		if n == 0 {
			return say.Text("However big it becomes")
		}
		return say.Text("At most %d MB", n)
	}), "", keep(data.HistorySizeSetting))
	g.years.ID, g.megabytes.ID = "settings.history.years", "settings.history.megabytes"
	label := say.Text("Every change is kept in the history for")
	more := say.Text("What is older is forgotten when the file is opened the next time: what it did stays, but it is no longer told and can't be undone.")
	years := kit.NewLabelled(label, g.years)
	size := kit.NewLabelled(say.Text("and so much of it"), g.megabytes)
	g.add(generalRow{key: data.HistoryYearsSetting, words: label + " " + more, focus: g.years, inFile: true,
		object: kit.VStack(8, years, size, kit.Note(more))})
}

// options are numbers to choose from, in words.
func options(numbers []int, words func(int) string) []kit.Option {
	list := make([]kit.Option, len(numbers))
	for i, n := range numbers {
		list[i] = kit.Option{Key: strconv.Itoa(n), Text: words(n)}
	}
	return list
}
