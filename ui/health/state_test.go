package health

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/demo"
	"copleader/data/words"
)

// today is a calendar that stands still.
type today struct{}

func (today) Today() data.Date { return datatest.Today }

// stateOf shows a snapshot without a file.
func stateOf(snapshot *data.Snapshot) *State {
	s := NewState(nil, today{}, words.English())
	s.Take(newFindings(snapshot, datatest.Today))
	return s
}

func demoSnapshot(t *testing.T) *data.Snapshot {
	t.Helper()
	snapshot, err := demo.Snapshot(datatest.Today)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// Given the demo, then every card of round 2 has mean, word and change as in data/README.md, Demo.
func TestFiguresOfTheDemo(t *testing.T) {
	t.Parallel()
	s := stateOf(demoSnapshot(t))
	want := map[string][3]string{
		"growth": {"3.9", "strong", "no clear change"}, "mutual_help": {"4.1", "strong", "up"}, "safety": {"3.8", "mixed", "no clear change"},
		"collaboration": {"3.5", "mixed", "up"}, "sharing": {"3.8", "mixed", "no clear change"}, "direction": {"3.4", "mixed", "up"},
		"practice_alignment": {"3.3", "mixed", "up"}, "enjoyment": {"3.9", "strong", "no clear change"}, "feedback": {"3.1", "mixed", "no clear change"},
		"decisions": {"3.3", "mixed", "no clear change"}, "motivation": {"3.5", "mixed", "no clear change"}, "value": {"3.7", "mixed", "no clear change"},
		"rhythm": {"2.9", "concern", "down"}, "support": {"two camps", "split", "no clear change"},
	}
	rows := s.Results().Rows
	if len(rows) != len(want) {
		t.Fatalf("there are %d rows", len(rows))
	}
	for _, r := range rows {
		if got := [3]string{r.Mean, r.WordText, r.Since}; got != want[r.Card] {
			t.Errorf("%s: %q, want %q", r.Card, got, want[r.Card])
		}
	}
}

// Given counts and how many answered, then more answers than people are worth a warning, and as many are not.
func TestCheck(t *testing.T) {
	t.Parallel()
	s := stateOf(&data.Snapshot{})
	for _, tc := range []struct {
		tally    data.Tally
		returned int
		want     string
	}{
		{data.Tally{Counts: data.Counts{1, 2, 3}, NoOpinion: 1}, 7, ""},
		{data.Tally{Counts: data.Counts{1, 2, 3}, NoOpinion: 2}, 7, "8 answers, but 7 people answered."},
		{data.Tally{Better: 3, Same: 3, Worse: 2}, 7, "8 directions, but 7 people answered."},
		{data.Tally{Better: 3, Same: 3, Worse: 1}, 7, ""},
		{data.Tally{Counts: data.Counts{9}, Worse: 8}, 7, "9 answers, but 7 people answered. 8 directions, but 7 people answered."},
	} {
		if got := s.check(tc.tally, tc.returned); got != tc.want {
			t.Errorf("%+v of %d: %q, want %q", tc.tally, tc.returned, got, tc.want)
		}
	}
}

// Given what is on the board, then a card is answered by an item under way or finished since the round opened, not by a parked
// or older one.
func TestAnswering(t *testing.T) {
	t.Parallel()
	round := data.Round{ID: 1, OpenedOn: datatest.Today.AddDays(-14)}
	for _, tc := range []struct {
		name string
		item data.Item
		want bool
	}{
		{"idea", data.Item{Card: "rhythm", Column: data.ColumnIdea}, true},
		{"doing", data.Item{Card: "rhythm", Column: data.ColumnDoing}, true},
		{"parked", data.Item{Card: "rhythm", Column: data.ColumnParked}, false},
		{"finished on the day", data.Item{Card: "rhythm", Column: data.ColumnDone, DoneOn: round.OpenedOn}, true},
		{"finished before", data.Item{Card: "rhythm", Column: data.ColumnDone, DoneOn: round.OpenedOn.AddDays(-1)}, false},
		{"another card", data.Item{Card: "support", Column: data.ColumnIdea}, false},
	} {
		tc.item.ID = 7
		f := newFindings(&data.Snapshot{Items: []data.Item{tc.item}}, datatest.Today)
		if _, got := f.snapshot.AnsweringItem("rhythm", round); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}

// Given earlier codes and the community's name, then a code is proposed that is plain and not taken.
func TestCode(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		community string
		codes     []string
		want      string
	}{
		{"Test Craft Community", nil, "TCC-2611"},
		{"Łukasz & Ægir", nil, "LA-2611"},
		{"Πυξίδα", nil, "HC-2611"},
		{"", nil, "HC-2611"},
		{"A B C D E", nil, "ABC-2611"},
		{"Whatever", []string{"CT-01W"}, "CT-2611"},
		{"Whatever", []string{"CT-2611"}, "CT-2611B"},
		{"Whatever", []string{"CT-2611", "CT-2611B"}, "CT-2611C"},
		{"Quite Free", []string{"nodash"}, "QF-2611"},
	} {
		s := &data.Snapshot{Community: data.Community{Name: tc.community}}
		for i, c := range tc.codes {
			s.Rounds = append(s.Rounds, data.Round{ID: int64(i + 1), Code: c, OpenedOn: datatest.Today.AddDays(-i)})
		}
		if got := newFindings(s, datatest.Today).code(); got != tc.want {
			t.Errorf("%q after %q: %s, want %s", tc.community, tc.codes, got, tc.want)
		}
	}
}

// Given the last round, then starting another too soon, or with nothing done about it, is worth a word before.
func TestAdvice(t *testing.T) {
	t.Parallel()
	round := func(days int) data.Round {
		return data.Round{ID: 1, Name: "Round 1", Scale: data.TrafficLight, OpenedOn: datatest.Today.AddDays(-days), MinGroup: 5}
	}
	acting := []data.Item{{ID: 1, Card: "rhythm", Column: data.ColumnReady}}
	cards := []data.CardVersion{{ID: 5, Card: "rhythm", Version: 1, Title: "Pace"}}
	for _, tc := range []struct {
		name  string
		days  int
		items []data.Item
		want  []string
	}{
		{"six weeks, acted on", 42, acting, nil},
		{"a day less", 41, acting, []string{"at least 6 weeks apart"}},
		{"not acted on", 100, nil, []string{"Data that lead nowhere"}},
		{"both", 3, nil, []string{"Round 1 was opened 3 days ago", "Data that lead nowhere"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := stateOf(&data.Snapshot{Rounds: []data.Round{round(tc.days)}, Items: tc.items, CardVersions: cards,
				RoundCards: []data.RoundCard{{ID: 1, RoundID: 1, CardVersionID: 5, Rank: 1}}})
			got := s.Suggest()
			if tc.want == nil && got.Advice != "" {
				t.Errorf("it advises %q", got.Advice)
			}
			for _, w := range tc.want {
				if !strings.Contains(got.Advice, w) {
					t.Errorf("it advises %q, want %q", got.Advice, w)
				}
			}
			if got.Name != "Round 2" || got.Scale != data.TrafficLight {
				t.Errorf("it suggests %+v", got)
			}
		})
	}
}

// Given fewer answers than the threshold on one card only, then that card is withheld and no figure of it is left in the view.
func TestWithheldCard(t *testing.T) {
	t.Parallel()
	snapshot := demoSnapshot(t)
	snapshot.Tallies = slices.Clone(snapshot.Tallies)
	for i := range snapshot.Tallies {
		if x := &snapshot.Tallies[i]; x.RoundID == 2 && x.Card == "rhythm" {
			x.Counts = data.Counts{1, 1, 1, 1}
		}
	}
	s := stateOf(snapshot)
	for _, r := range s.Results().Rows {
		if r.Card != "rhythm" {
			continue
		}
		if r.Withheld != "withheld (fewer than 5 answers)" || r.Counts != nil || r.Mean != "" || r.WordText != "" || r.Votes.Sum() != 0 || r.NoOpinion != "" {
			t.Errorf("the row is %+v", r)
		}
	}
	card, _ := s.Card("rhythm")
	if card.Counts != nil || len(card.Lines) != 1 || card.Lines[0] != "Withheld (fewer than 5 answers)." {
		t.Errorf("the card is %+v", card)
	}
}

// Given cards without enough answers, then nobody is told that none of them is split or of concern.
func TestNothingIsSaidOfWithheldCards(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spared []string // cards whose answers stay
		want   string
	}{
		"all":  {nil, "No card has enough answers to be shown."},
		"most": {[]string{"growth", "enjoyment"}, "No card with enough answers is split or of concern."},
	} {
		snapshot := demoSnapshot(t)
		snapshot.Tallies = slices.Clone(snapshot.Tallies)
		for i := range snapshot.Tallies {
			if x := &snapshot.Tallies[i]; x.RoundID == 2 && !slices.Contains(c.spared, x.Card) {
				x.Counts = data.Counts{1, 1, 1, 1}
			}
		}
		talk := stateOf(snapshot).Results().Summaries[1]
		if want := c.want + " Let each name the card they want to talk about."; talk.Note != want {
			t.Errorf("%s withheld: says %q, want %q", name, talk.Note, want)
		}
	}
}

// Given the chips, then rounds stand newest first and the deck last; choosing keeps through a reload.
func TestChips(t *testing.T) {
	t.Parallel()
	s := stateOf(demoSnapshot(t))
	texts, chosen := s.Chips()
	if !slices.Equal(texts, []string{"Round 2", "Round 1", "Deck"}) || chosen != 0 {
		t.Errorf("the chips are %q, %d", texts, chosen)
	}
	if s.Channel() != data.FromWorkbook {
		t.Errorf("answers to round 2 came by %s", s.Channel())
	}
	s.Choose(1)
	if r, _ := s.Round(); r.Name != "Round 1" || s.Channel() != data.FromRoom {
		t.Errorf("chosen is %s by %s", r.Name, s.Channel())
	}
	s.Choose(2)
	s.Take(newFindings(demoSnapshot(t), datatest.Today))
	if _, chosen := s.Chips(); chosen != 2 || !s.Deck() {
		t.Errorf("after a reload chip %d is chosen", chosen)
	}
	empty := stateOf(&data.Snapshot{})
	if texts, _ := empty.Chips(); !slices.Equal(texts, []string{"Rounds", "Deck"}) {
		t.Errorf("without rounds the chips are %q", texts)
	}
	empty.Choose(1)
	if !empty.Deck() {
		t.Error("the deck is not shown")
	}
}
