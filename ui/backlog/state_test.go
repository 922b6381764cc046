package backlog

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
)

// today is a calendar that stands still.
type today struct{}

func (today) Today() data.Date { return datatest.Today }

// stateOf shows a snapshot without a file.
func stateOf(snapshot *data.Snapshot) *State {
	s := NewState(nil, today{}, words.English())
	s.Take(newPile(snapshot, datatest.Today, words.English()))
	return s
}

func daysAgo(n int) data.Date { return datatest.Today.AddDays(-n) }

// Given a column of which a search shows some, when an item is dropped at a place among the shown, then it is stored beside the
// shown one above it, and the hidden keep their places.
func TestPlaceAmongHiddenItems(t *testing.T) {
	t.Parallel()
	snapshot := &data.Snapshot{Items: []data.Item{
		{ID: 9, Title: "moved test", Column: data.ColumnIdea, Rank: 1},
		{ID: 1, Title: "hidden", Column: data.ColumnReady, Rank: 1},
		{ID: 2, Title: "first test", Column: data.ColumnReady, Rank: 2},
		{ID: 3, Title: "hidden", Column: data.ColumnReady, Rank: 3},
		{ID: 4, Title: "second test", Column: data.ColumnReady, Rank: 4},
		{ID: 5, Title: "hidden", Column: data.ColumnReady, Rank: 5},
		{ID: 6, Title: "old test", Column: data.ColumnDone, Rank: 1, DoneOn: daysAgo(91)},
		{ID: 7, Title: "new test", Column: data.ColumnDone, Rank: 2, DoneOn: daysAgo(90)},
	}}
	for _, tc := range []struct {
		name  string
		query string
		id    int64
		to    data.Column
		index int
		want  int
	}{
		{"everything shown, top", "", 9, data.ColumnReady, 0, 0},
		{"everything shown, third", "", 9, data.ColumnReady, 2, 2},
		{"everything shown, end", "", 9, data.ColumnReady, atEnd, 5},
		{"above the first shown", "test", 9, data.ColumnReady, 0, 1},
		{"between the shown", "test", 9, data.ColumnReady, 1, 2},
		{"below the last shown", "test", 9, data.ColumnReady, 2, 4},
		{"at the end", "test", 9, data.ColumnReady, atEnd, 4},
		{"nothing shown", "zzz", 9, data.ColumnReady, 0, 5},
		{"down in its own column", "test", 2, data.ColumnReady, 1, 3},
		{"up in its own column", "test", 4, data.ColumnReady, 0, 1},
		{"above what is not archived", "", 9, data.ColumnDone, 0, 1},
		{"an empty column", "", 9, data.ColumnDoing, 0, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := stateOf(snapshot)
			s.Search(tc.query)
			if got := s.stored([]int64{tc.id}, tc.to, tc.index); got != tc.want {
				t.Errorf("stored at %d, want %d", got, tc.want)
			}
		})
	}
}

// Given an item, then the small line says how long it has been worked on or waiting, with a warning from the day the rules say.
func TestRemarks(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name string
		item data.Item
		move data.Date
		want []Remark
	}{
		{"doing for 45 days", data.Item{Column: data.ColumnDoing}, daysAgo(45), []Remark{{Text: "45 days here"}}},
		{"doing for 46 days", data.Item{Column: data.ColumnDoing}, daysAgo(46), []Remark{{Text: "46 days here", Warn: true}}},
		{"doing since yesterday", data.Item{Column: data.ColumnDoing}, daysAgo(1), []Remark{{Text: "1 day here"}}},
		{"doing since today", data.Item{Column: data.ColumnDoing}, daysAgo(0), nil},
		{"ready for long", data.Item{Column: data.ColumnReady}, daysAgo(400), nil},
		{"help asked 7 days ago", data.Item{Kind: data.KindHelpRequest, Column: data.ColumnReady, CreatedOn: daysAgo(7)}, 0, []Remark{{Text: "waits 7 days"}}},
		{"help asked 8 days ago", data.Item{Kind: data.KindHelpRequest, Column: data.ColumnIdea, CreatedOn: daysAgo(8)}, 0, []Remark{{Text: "waits 8 days", Warn: true}}},
		{"help answered", data.Item{Kind: data.KindHelpRequest, Column: data.ColumnReady, CreatedOn: daysAgo(30), AnsweredOn: daysAgo(1)}, 0, nil},
		{"help parked", data.Item{Kind: data.KindHelpRequest, Column: data.ColumnParked, CreatedOn: daysAgo(30), ParkedReason: "moot"}, 0, []Remark{{Text: "moot"}}},
		{"due today", data.Item{Column: data.ColumnPlanned, Due: daysAgo(0)}, 0, []Remark{{Text: "due today"}}},
		{"due in a year", data.Item{Column: data.ColumnPlanned, Due: daysAgo(-365)}, 0, []Remark{{Text: "due Sun 21 Nov 2027"}}},
		{"due, but parked", data.Item{Column: data.ColumnParked, Due: daysAgo(-3), ParkedReason: "moot"}, 0, []Remark{{Text: "moot"}}},
		{"due yesterday", data.Item{Column: data.ColumnPlanned, Due: daysAgo(1)}, 0, []Remark{{Text: "was due Fri 20 Nov", Warn: true}}},
		{"due, but done", data.Item{Column: data.ColumnDone, Due: daysAgo(9), DoneOn: daysAgo(2)}, 0, nil},
		{"owner and first step", data.Item{Column: data.ColumnReady, OwnerID: 1, FirstStep: true}, 0, []Remark{{Text: "Ada"}, {Text: "good first step"}}},
		{"a card goes before a first step", data.Item{Column: data.ColumnReady, Card: "rhythm", FirstStep: true}, 0, []Remark{{Text: "from the card “Newer”"}}},
		{"done, no matter from where", data.Item{Column: data.ColumnDone, Card: "rhythm", DoneOn: daysAgo(3)}, 0, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			item := tc.item
			item.ID, item.Title = 1, "x"
			snapshot := &data.Snapshot{Items: []data.Item{item}, Members: []data.Member{{ID: 1, Name: "Ada"}},
				CardVersions: []data.CardVersion{{Card: "rhythm", Version: 1, Title: "Older"}, {Card: "rhythm", Version: 2, Title: "Newer"}}}
			if tc.move != 0 {
				snapshot.Moves = []data.ItemMove{{ItemID: 1, Column: item.Column, On: tc.move}}
			}
			s := stateOf(snapshot)
			var got []Remark
			for _, r := range s.column(item.Column).Items[0].Remarks {
				if r.Text != "" {
					got = append(got, r)
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("remarks are %+v, want %+v", got, tc.want)
			}
		})
	}
}

// Given more items than a column's limit, then its note warns; at the limit, without one or under a search it does not.
func TestLimits(t *testing.T) {
	t.Parallel()
	many := func(column data.Column, n int) *data.Snapshot {
		s := &data.Snapshot{}
		for i := range n {
			s.Items = append(s.Items, data.Item{ID: int64(i + 1), Title: "x", Column: column})
		}
		return s
	}
	for _, tc := range []struct {
		name   string
		column data.Column
		n      int
		query  string
		note   string
		over   bool
	}{
		{"at the limit", data.ColumnDoing, 3, "", "3", false},
		{"above it", data.ColumnDoing, 4, "", "4 of 3", true},
		{"ready at 15", data.ColumnReady, 15, "", "15", false},
		{"ready at 16", data.ColumnReady, 16, "", "16 of 15", true},
		{"no limit", data.ColumnIdea, 40, "", "40", false},
		{"searched", data.ColumnDoing, 4, "y", "0 of 4 shown", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := stateOf(many(tc.column, tc.n))
			s.Search(tc.query)
			if got := s.column(tc.column); got.Note != tc.note || got.Over != tc.over {
				t.Errorf("the note is %q (%v), want %q (%v)", got.Note, got.Over, tc.note, tc.over)
			}
		})
	}
}

// Given a filter by an owner, when they own nothing any more, then everything is shown again.
func TestFilterByAnOwnerWhoIsGone(t *testing.T) {
	t.Parallel()
	members := []data.Member{{ID: 1, Name: "Ada"}, {ID: 2, Name: "Zoë"}}
	s := stateOf(&data.Snapshot{Members: members, Items: []data.Item{
		{ID: 1, Title: "a", Column: data.ColumnIdea, OwnerID: 2}, {ID: 2, Title: "b", Column: data.ColumnIdea, OwnerID: 1}}})
	choices, _ := s.Owners()
	if len(choices) != 4 || choices[2].Text != "Ada" || choices[3].Text != "Zoë" {
		t.Errorf("the choices are %+v", choices)
	}
	s.FilterOwner(2)
	if s.Found() != 1 {
		t.Errorf("%d items found", s.Found())
	}
	s.Take(newPile(&data.Snapshot{Members: members, Items: []data.Item{{ID: 2, Title: "b", Column: data.ColumnIdea, OwnerID: 1}}},
		datatest.Today, words.English()))
	if _, chosen := s.Owners(); s.Found() != 1 || chosen != "Everyone" {
		t.Errorf("%d items found for %q", s.Found(), chosen)
	}
}

// Given people who left, then they can't be chosen, except where they were chosen before.
func TestPeopleToChoose(t *testing.T) {
	t.Parallel()
	s := stateOf(&data.Snapshot{Members: []data.Member{{ID: 1, Name: "Zoë"}, {ID: 2, Name: "Ben", LeftOn: daysAgo(1)}, {ID: 3, Name: "Ada"}}})
	names := func(choices []Choice) (out []string) {
		for _, c := range choices {
			out = append(out, c.Text)
		}
		return out
	}
	if got := names(s.People()); !slices.Equal(got, []string{"Ada", "Zoë"}) {
		t.Errorf("one can choose %q", got)
	}
	if got := names(s.People(2)); !slices.Equal(got, []string{"Ada", "Ben", "Zoë"}) {
		t.Errorf("one can choose %q", got)
	}
}
