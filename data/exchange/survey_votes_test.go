package exchange

import (
	"testing"

	"copleader/data"
)

// Given directions as they are chosen, or typed where a program shows no list to choose from, then each is read in all four languages, and nothing else is one.
func TestDirections(t *testing.T) {
	for text, want := range map[string]data.TrendVote{
		"↗ better": data.VoteBetter, "↗": data.VoteBetter, "→ gleich": data.VoteSame, "↘ pire": data.VoteWorse,
		"better": data.VoteBetter, "Besser": data.VoteBetter, "mieux": data.VoteBetter, "MEJOR": data.VoteBetter,
		"same": data.VoteSame, "gleich": data.VoteSame, "pareil": data.VoteSame, "igual": data.VoteSame,
		"worse": data.VoteWorse, "schlechter": data.VoteWorse, "moins bien": data.VoteWorse, "peor": data.VoteWorse,
		"better or worse": "", "much": "", "5": "", "-": "",
	} {
		if got, is := voteOf(text); got != want || is != (want != "") {
			t.Errorf("%q is %q", text, got)
		}
	}
}
