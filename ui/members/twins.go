package members

import (
	"context"
	"slices"

	"copleader/data"
	"copleader/data/store"
)

// Twin is another record that may be of the same person, and why.
type Twin struct {
	ID   int64
	Text string
}

// twin is the record that may be of the same person as a member shown, if there is one that the leader did not tell apart.
func (s *State) twin(m *data.Member) Twin {
	snapshot := s.roster.snapshot
	if m.Erased() {
		return Twin{}
	}
	for _, id := range s.roster.twins.Of(m) {
		if !snapshot.ToldApart(m.ID, id) {
			return Twin{id, s.say.Text("May be the same person as %s.", s.recordOf(id))}
		}
	}
	return Twin{}
}

// TwinOf finds whom somebody who is about to be added may be.
func (s *State) TwinOf(name, email string) Twin {
	twins, keys := s.roster.twins, data.NameKeys(name, "")
	for _, found := range []struct {
		ids   []int64
		words func(record string) string
	}{
		{twins.Named(keys), func(r string) string { return s.say.Text("%s is there already.", r) }},
		{twins.WithAddress(email), func(r string) string { return s.say.Text("The address is that of %s.", r) }},
		{twins.Near(keys[0]), func(r string) string { return s.say.Text("Almost the name of %s.", r) }},
	} {
		if len(found.ids) > 0 {
			return Twin{found.ids[0], found.words(s.recordOf(found.ids[0]))}
		}
	}
	return Twin{}
}

// recordOf names a record so that it can be told from another of the same name.
func (s *State) recordOf(id int64) string {
	m, _ := s.roster.snapshot.MemberByID(id)
	switch {
	case m.LeftOn != 0 && m.LeftOn <= s.roster.today:
		return s.say.Text("%s, who left on %s", m.Name, m.LeftOn)
	case m.Unit != "":
		return s.say.Text("%s (%s)", m.Name, m.Unit)
	}
	return m.Name
}

// Apart notes that two records are of two people, so that nothing asks again.
func (s *State) Apart(ctx context.Context, one, other int64) (store.Done, error) {
	today := s.calendar.Today()
	return s.store.Dismiss(ctx, &data.Dismissal{Rule: data.TwinsRule, MemberID: one, Worse: other, Until: today},
		&data.Dismissal{Rule: data.TwinsRule, MemberID: other, Worse: one, Until: today})
}

// Records are all other records with which one can be joined, those that may be of the same person first.
func (s *State) Records(id int64) []data.Member {
	m, _ := s.roster.snapshot.MemberByID(id)
	twins := s.roster.twins.Of(&m)
	records := make([]data.Member, 0, len(s.roster.people))
	for _, twin := range twins {
		records = append(records, *s.roster.people[s.roster.place[twin]].member)
	}
	for i := range s.roster.people {
		if m := s.roster.people[i].member; m.ID != id && !m.Erased() && !slices.Contains(twins, m.ID) {
			records = append(records, *m)
		}
	}
	return records
}

// MayJoin tells whether there is another record to join one with.
func (s *State) MayJoin(id int64) bool {
	return slices.ContainsFunc(s.roster.people, func(p person) bool { return p.member.ID != id && !p.member.Erased() })
}

// Joined is what two records hold in which they differ, and what the one that stays holds afterwards.
type Joined struct {
	Fields []JoinedField
	Same   string // the fields in which both are the same, "" for none
	Moves  string // what hangs on the record that goes
}

// JoinedField is one field of both records, and as it is afterwards.
type JoinedField struct{ Label, Stays, Goes, After string }

// Joined compares two records and says what becomes of them (data/README.md, What comes in).
func (s *State) Joined(stays, goes int64) Joined {
	one, _ := s.roster.snapshot.MemberByID(stays)
	other, _ := s.roster.snapshot.MemberByID(goes)
	after := one.JoinedWith(other)
	var j Joined
	var same []string
	for i := range data.MemberFields {
		f := &data.MemberFields[i]
		if f.Label.IsZero() {
			continue
		}
		field := JoinedField{s.say.Of(f.Label), s.say.Of(f.Said(&one)), s.say.Of(f.Said(&other)), s.say.Of(f.Said(&after))}
		switch {
		case field.Stays != field.Goes:
			j.Fields = append(j.Fields, field)
		case field.Stays != "" && (f.Input != data.InputTick || *f.Tick(&after)):
			same = append(same, field.Label)
		}
	}
	if len(same) > 0 {
		j.Same = s.say.Text("The same on both: %s.", s.say.List(same))
	}
	j.Moves = s.moves(stays, goes)
	return j
}

// moves says what hangs on the record that goes.
func (s *State) moves(stays, goes int64) string {
	snapshot := s.roster.snapshot
	var hangs []string
	for _, p := range snapshot.HangsOn(goes) {
		hangs = append(hangs, s.say.Of(p))
	}
	if len(hangs) == 0 {
		return s.say.Text("Nothing else hangs on the record that goes.")
	}
	moves := s.say.Text("Moves to the record that stays: %s.", s.say.List(hangs))
	if n := snapshot.BothCame(stays, goes); n > 0 {
		moves += " " + s.say.Count(n, "At %d event both were noted; that counts once.", "At %d events both were noted; that counts once.")
	}
	return moves
}
