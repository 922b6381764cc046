package backlog

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
)

// LibraryRow is something the community has finished, worded.
type LibraryRow struct {
	ID      int64
	Title   string
	Kind    string
	Owner   string
	Done    string
	Outcome string
	Link    string // the first one, "" for none
	Uses    string // how often it was used again, "" for never
	// Made tells what was made to be used again from what was done and has left the board.
	Made   bool
	doneOn data.Date
}

// isMade tells whether an item stands in the library: a finished output, or
// anything finished that has a link or was used again (data/README.md, Backlog, Sponsors).
func (p *Pile) isMade(i *data.Item) bool {
	if i.Column != data.ColumnDone || i.DoneOn > p.today {
		return false
	}
	return i.Reusable() || i.Kind == data.KindReuse || i.Kind == data.KindOnboarding || len(i.Links) > 0 || len(p.reuses[i.ID]) > 0
}

// shelved tells whether an item is listed in the library: what was made, and
// what has left the board (data/README.md, Backlog), so that nothing finished is out of reach.
func (e *entry) shelved() bool { return e.made || e.archived }

// LibraryCount is how many things were made to be used again.
func (s *State) LibraryCount() int { return s.pile.made }

// LibraryEmpty tells whether nothing is finished that could be listed.
func (s *State) LibraryEmpty() bool {
	return !slices.ContainsFunc(s.pile.columns[data.ColumnDone], (*entry).shelved)
}

// LibraryRows lists what was made, then what else has left the board, each the latest first.
func (s *State) LibraryRows() []LibraryRow {
	words := data.SearchedFor(s.query)
	var out []LibraryRow
	for _, e := range s.pile.columns[data.ColumnDone] {
		if e.shelved() && s.shows(e, words) {
			out = append(out, s.libraryRow(e))
		}
	}
	slices.SortStableFunc(out, func(a, b LibraryRow) int {
		if a.Made != b.Made {
			if a.Made {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.doneOn, a.doneOn), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (s *State) libraryRow(e *entry) LibraryRow {
	row := LibraryRow{ID: e.item.ID, Title: e.item.Title, Kind: kindWord(s.say, e.item.Kind), Owner: e.owner,
		Done: s.say.Date(e.item.DoneOn), Outcome: e.item.Outcome, Made: e.made, doneOn: e.item.DoneOn}
	if len(e.item.Links) > 0 {
		row.Link = e.item.Links[0]
	}
	if n := len(s.pile.reuses[e.item.ID]); n > 0 {
		row.Uses = s.say.Count(n, "%d time", "%d times")
	}
	return row
}

// LibrarySection is the heading under which a row stands.
func (s *State) LibrarySection(row LibraryRow) string {
	if row.Made {
		return s.say.Text("Made to be used again")
	}
	return s.say.Text("Also finished, off the board")
}

// linkShown shortens a link to what tells it apart.
func linkShown(link string) string {
	for _, scheme := range []string{"https://", "http://"} {
		link = strings.TrimPrefix(link, scheme)
	}
	return shorten(strings.TrimSuffix(link, "/"), 60)
}

// shorten keeps words within reason.
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return string(runes[:limit-1]) + "…"
}
