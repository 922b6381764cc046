package kit

import (
	"copleader/data"
	"copleader/data/words"
)

// RegionOf is in which order days are told in a region, told by the name of a locale.
func RegionOf(region string) words.Region {
	h := data.HabitsIn(region)
	return words.Region{MonthFirst: h.MonthFirst, YearFirst: h.YearFirst}
}

// DaysIn is how days are typed in a region, told by the name of a locale, and in the language spoken.
func DaysIn(region string, say *words.Say) *data.DayHabits {
	h, w := data.HabitsIn(region), say.DayWords()
	h.Months, h.Weekdays, h.Distances = folded(w.Months), folded(w.Weekdays), map[string]data.Distance{}
	for _, next := range w.Next {
		h.Next = append(h.Next, data.Fold(next))
	}
	for said, n := range w.Days {
		h.Distances[data.Fold(said)] = data.Distance{Days: n}
	}
	for said, n := range w.MonthsOn {
		h.Distances[data.Fold(said)] = data.Distance{Months: n}
	}
	return &h
}

func folded[T any](named map[string]T) map[string]T {
	all := map[string]T{}
	for name, what := range named {
		all[data.Fold(name)] = what
	}
	return all
}
