package words_test

import (
	"testing"

	"copleader/data"
	"copleader/data/words"
)

// The interfaces of this package are fulfilled by data's types, though neither package knows the other.
func TestDataIsSpoken(t *testing.T) {
	say := words.English()
	held := data.NewDate(2026, 12, 5)
	today := held.AddDays(-14)
	two := data.SayCount(2, "%d item", "%d items")
	for want, got := range map[string]string{
		"2 items":                 say.Of(two),
		"move 2 items":            say.Text("move %s", two),
		"held 5 Dec 2026":         say.Of(data.Say("held %s", held)),
		"held no date":            say.Of(data.Say("held %s", data.Date(0))),
		"Sat 5 Dec · Lean coffee": say.Of(data.Dated(held, today, "Lean coffee")),
		"Publish “Fri 5 Dec 2025 · Open 100 ways”": say.Text("Publish “%s”", data.Dated(held.AddDays(-365), today, "Open 100 ways")),
		"Lean coffee":              say.Of(data.Dated(0, today, "Lean coffee")),
		"Saturday":                 say.Weekday(held),
		"“a.cop” is no community.": say.Sentence(data.Fault(data.CodeNotCommunity, "“%s” is no community.", "a.cop")),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
