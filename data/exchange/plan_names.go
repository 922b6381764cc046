package exchange

import "copleader/data"

// nameIndex finds people of ours by address, by name, by names that are nearly theirs,
// and by what lists and joined records call them.
type nameIndex struct {
	*data.Twins
	known map[string]int64 // whom a name or an address means
}

func newNameIndex(s *data.Snapshot) *nameIndex {
	x := &nameIndex{Twins: data.TwinsAmong(s.Members, s.KnownNames, nil), known: map[string]int64{}}
	for _, n := range s.KnownNames {
		x.known[n.Name] = n.MemberID
	}
	return x
}
