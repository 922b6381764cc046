package exchange

import "copleader/data"

// nameIndex finds people of ours by address, by name, by names that are nearly theirs,
// and by names on lists that somebody said whom they mean.
type nameIndex struct {
	*data.Twins
	known map[string]int64
}

func newNameIndex(s *data.Snapshot) *nameIndex {
	x := &nameIndex{Twins: data.TwinsAmong(s.Members, nil), known: map[string]int64{}}
	for _, n := range s.KnownNames {
		x.known[n.Name] = n.MemberID
	}
	return x
}
