package members

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// Column of the list.
type Column string

// The columns in the order they are shown.
const (
	ByName   Column = "name"
	ByUnit   Column = "unit"
	ByLevel  Column = "level"
	ByEvents Column = "events"
	ByKnows  Column = "knows"
	BySeen   Column = "seen"

	ByEmail     Column = "email"
	ByInterests Column = "interests"
	ByJoined    Column = "joined"
)

// Columns lists the columns of the list.
var Columns = []Column{ByName, ByUnit, ByLevel, ByEvents, ByKnows, BySeen, ByEmail, ByInterests, ByJoined}

// rarerColumns are out of sight until they are wanted.
var rarerColumns = []Column{ByEmail, ByInterests, ByJoined}

// ownColumns are for the leader's eyes only (data/README.md, Guest view).
var ownColumns = []Column{ByLevel, ByEvents, BySeen}

// Order is the column the list is sorted by; names decide among equals.
type Order struct {
	Column   Column
	Reversed bool
}

// columnWord speaks a column's heading.
func columnWord(say *words.Say, c Column) string {
	switch c {
	case ByUnit:
		return say.Text("Unit")
	case ByLevel:
		return say.Text("Level")
	case ByEvents:
		return say.Text("Events")
	case ByKnows:
		return say.Text("Ask about")
	case BySeen:
		return say.Text("Last seen")
	case ByEmail:
		return say.Text("E-mail")
	case ByInterests:
		return say.Text("Interested in")
	case ByJoined:
		return say.Text("Joined on")
	}
	return say.Text("Name")
}

// orderWord speaks what the list is sorted by.
func orderWord(say *words.Say, o Order) string {
	if o.Reversed {
		return reversedWord(say, o.Column)
	}
	switch o.Column {
	case ByName:
		return say.Text("sorted by name")
	case ByUnit:
		return say.Text("sorted by unit, then name")
	case ByLevel:
		return say.Text("sorted by level, then name")
	case ByEvents:
		return say.Text("sorted by events, then name")
	case ByKnows:
		return say.Text("sorted by what to ask about, then name")
	case ByEmail:
		return say.Text("sorted by e-mail, then name")
	case ByInterests:
		return say.Text("sorted by interests, then name")
	case ByJoined:
		return say.Text("sorted by joining, newest first, then name")
	}
	return say.Text("sorted by last seen, then name")
}

// reversedWord speaks what the list is sorted by the other way round.
func reversedWord(say *words.Say, c Column) string {
	switch c {
	case ByName:
		return say.Text("sorted by name, backwards")
	case ByUnit:
		return say.Text("sorted by unit backwards, then name")
	case ByLevel:
		return say.Text("sorted by level from the edge, then name")
	case ByEvents:
		return say.Text("sorted by events, fewest first, then name")
	case ByKnows:
		return say.Text("sorted by what to ask about backwards, then name")
	case ByEmail:
		return say.Text("sorted by e-mail backwards, then name")
	case ByInterests:
		return say.Text("sorted by interests backwards, then name")
	case ByJoined:
		return say.Text("sorted by joining, the first ones first, then name")
	}
	return say.Text("sorted by last seen, longest ago first, then name")
}

// arrange sorts places, which come in the order of names. People of whom the
// column says nothing stand last either way.
func (r *Roster) arrange(places []int, o Order) {
	if o.Column == ByName {
		if o.Reversed {
			slices.Reverse(places)
		}
		return
	}
	rank := r.ranks(o.Column)
	slices.SortStableFunc(places, func(a, b int) int {
		x, y := rank(a), rank(b)
		if o.Reversed && x.known && y.known {
			x, y = y, x
		}
		return compareRanks(x, y)
	})
}

// rank is where a person stands in a column: the smaller the number or, for equal
// numbers, the larger the share, the further up.
type rank struct {
	known    bool
	number   int
	part, of int
}

func compareRanks(x, y rank) int {
	if x.known != y.known {
		if x.known {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(x.number, y.number), cmp.Compare(y.part*max(1, x.of), x.part*max(1, y.of)))
}

func (r *Roster) ranks(c Column) func(place int) rank {
	switch c {
	case ByLevel:
		return r.levelRank
	case ByEvents:
		return func(place int) rank {
			e := r.people[place].standing.Evidence
			return rank{known: e.Events > 0 && !e.Contact, part: e.Seen, of: e.Events}
		}
	case BySeen:
		return func(place int) rank {
			seen := r.people[place].standing.LastSeen
			return rank{known: seen != 0, number: -int(seen)}
		}
	case ByJoined:
		return func(place int) rank {
			on := r.people[place].member.JoinedOn
			return rank{known: on != 0, number: -int(on)}
		}
	case ByEmail:
		return r.textRank(func(m *data.Member) string { return m.Email })
	case ByInterests:
		return r.textRank(func(m *data.Member) string { return strings.Join(m.Interests, ", ") })
	case ByKnows:
		return r.textRank(func(m *data.Member) string { return strings.Join(m.Knows, ", ") })
	}
	return r.textRank(func(m *data.Member) string { return m.Unit })
}

// levelRank puts the core first; contacts and those who left have no level.
func (r *Roster) levelRank(place int) rank {
	p := &r.people[place]
	level := p.standing.Effective
	if p.member.Kind == data.KindContact {
		return rank{known: true, number: len(data.Levels)}
	}
	return rank{known: level != "", number: slices.Index(data.Levels, level)}
}

// textRank numbers the different texts of a column in the order of the language.
func (r *Roster) textRank(text func(*data.Member) string) func(place int) rank {
	numbers := map[string]int{}
	var texts []string
	for i := range r.people {
		t := text(r.people[i].member)
		if _, seen := numbers[t]; !seen {
			numbers[t] = 0
			texts = append(texts, t)
		}
	}
	data.Collation(r.lang).SortStrings(texts)
	for i, t := range texts {
		numbers[t] = i
	}
	return func(place int) rank {
		t := text(r.people[place].member)
		return rank{known: t != "", number: numbers[t]}
	}
}
