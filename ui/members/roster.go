package members

import (
	"slices"

	"copleader/data"
	"copleader/data/coach"
)

// Group is a part of the roster that a chip shows: everyone, one level, the
// contacts, or those who left.
type Group string

// The groups beside the levels.
const (
	Everyone Group = ""
	Contacts Group = "contacts"
	Left     Group = "left"
	Sponsors Group = "sponsors" // who back the community, beside it
	Chosen   Group = "chosen"   // those another page led here
)

// Roster is everyone in one state of the file, in the order of their names. It is
// made off the window's goroutine and not changed afterwards.
type Roster struct {
	snapshot  *data.Snapshot
	today     data.Date
	standings *data.Standings
	people    []person
	place     map[int64]int // of each member in people
	counts    map[Group]int
	directory *data.Directory
	twins     *data.Twins
	lang      string
	hints     map[int64][]coach.Finding // about each member
	joining   coach.Joining             // the question about joining days
}

// person is one line of the roster before it is worded.
type person struct {
	member   *data.Member
	standing data.Standing
	roles    []data.Role
}

// newRoster is the roster on a day. The one before lends its directory if no member changed.
func newRoster(s *data.Snapshot, today data.Date, lang string, before *Roster) *Roster {
	r := &Roster{snapshot: s, today: today, lang: lang, standings: shownStandings(s, today)}
	r.hints, r.joining = hintsOn(s, r.standings, today), coach.JoiningDays(s, today)
	r.fill(before)
	return r
}

// shownStandings are everybody's, and nobody's where guests look on (data/README.md, Guest view).
func shownStandings(s *data.Snapshot, today data.Date) *data.Standings {
	if s.IsForGuests() {
		return &data.Standings{}
	}
	return s.Standings(today)
}

// withWordsOf is the roster with all that is reckoned, of a file in which nobody came or went and nothing was done since.
func (r *Roster) withWordsOf(s *data.Snapshot) *Roster {
	again := &Roster{snapshot: s, today: r.today, lang: r.lang, standings: r.standings, hints: r.hints, joining: r.joining}
	again.fill(r)
	return again
}

// fill lists the people in their order, and readies the search for those who may be one.
func (r *Roster) fill(before *Roster) {
	s := r.snapshot
	r.people, r.place, r.counts = make([]person, len(s.Members)), make(map[int64]int, len(s.Members)), map[Group]int{}
	var known *data.Directory
	var twins *data.Twins
	if before != nil {
		known, twins = before.directory, before.twins
	}
	r.directory, r.twins = data.DirectoryOf(s.Members, r.lang, known), data.TwinsAmong(s.Members, s.KnownNames, twins)
	roles := rolesOn(s, r.today)
	for place := range r.people {
		m := r.directory.At(place)
		r.people[place] = person{member: m, standing: r.standings.ByMember(m.ID), roles: roles[m.ID]}
		r.place[m.ID] = place
		own := r.own(&r.people[place])
		if own != Left {
			r.counts[Everyone]++
		}
		if own != Everyone {
			r.counts[own]++
		}
	}
}

// rolesOn are the roles everybody holds on a day, the leader's first.
func rolesOn(s *data.Snapshot, today data.Date) map[int64][]data.Role {
	roles := map[int64][]data.Role{}
	if s.Community.LeaderID != 0 {
		roles[s.Community.LeaderID] = []data.Role{data.RoleLeader}
	}
	for _, known := range data.Roles {
		for i := range s.Roles {
			if r := &s.Roles[i]; r.Role == known && r.Holds(today) && !slices.Contains(roles[r.MemberID], known) {
				roles[r.MemberID] = append(roles[r.MemberID], known)
			}
		}
	}
	return roles
}

// own is the chip under which a person stands beside Everyone.
func (r *Roster) own(p *person) Group {
	switch {
	case p.left(r.today):
		return Left
	case p.member.Kind == data.KindContact:
		return Contacts
	}
	return Group(p.standing.Effective)
}

// in reports whether a person stands under a chip; those who left stand under theirs only.
func (r *Roster) in(p *person, g Group) bool {
	own := r.own(p)
	return own == g || g == Everyone && own != Left
}

func (p *person) left(today data.Date) bool { return p.member.LeftOn != 0 && p.member.LeftOn <= today }

// groups are the chips to offer, in order. Levels are offered once there are any,
// the rest only when somebody stands there.
func (r *Roster) groups() []Group {
	groups := []Group{Everyone}
	if r.standings.Enough {
		for _, level := range data.Levels[:4] {
			groups = append(groups, Group(level))
		}
	}
	for _, g := range []Group{Group(data.Transactional), Contacts, Left} {
		if r.counts[g] > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// find lists the places of those in a group whose text holds all the words.
func (r *Roster) find(group Group, words []string) []int {
	found := make([]int, 0, len(r.people))
	for i := range r.people {
		if r.in(&r.people[i], group) && r.directory.Matches(i, words) {
			found = append(found, i)
		}
	}
	return found
}

// findAmong lists the places of those people whose text holds all the words, in the order of names.
func (r *Roster) findAmong(ids []int64, words []string) []int {
	var found []int
	for _, id := range ids {
		if place, there := r.place[id]; there && r.directory.Matches(place, words) {
			found = append(found, place)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
