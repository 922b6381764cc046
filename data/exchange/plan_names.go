package exchange

import (
	"strings"

	"copleader/data"
)

// nameIndex finds people of ours by address, by name, and by names that are nearly
// theirs. People who were erased are not in it.
type nameIndex struct {
	byEmail map[string][]int64
	byKey   map[string][]int64 // by every key a person may be met under
	known   map[string]int64   // names on lists that somebody said whom they mean
	byWord  map[string][]int   // places in keys
	keys    []keyed
}

// keyed is one person with the key of their name.
type keyed struct {
	id  int64
	key string
}

func newNameIndex(s *data.Snapshot) *nameIndex {
	x := &nameIndex{byEmail: map[string][]int64{}, byKey: map[string][]int64{}, known: map[string]int64{}, byWord: map[string][]int{}}
	for i := range s.Members {
		if m := &s.Members[i]; !m.Erased() {
			x.add(m)
		}
	}
	for _, n := range s.KnownNames {
		x.known[n.Name] = n.MemberID
	}
	return x
}

func (x *nameIndex) add(m *data.Member) {
	if m.Email != "" {
		address := addressKey(m.Email)
		x.byEmail[address] = append(x.byEmail[address], m.ID)
	}
	for i, key := range data.NameKeys(m.Name, m.Called) {
		if key == "" {
			continue
		}
		x.byKey[key] = append(x.byKey[key], m.ID)
		if i > 0 {
			continue
		}
		for _, word := range strings.Fields(key) {
			x.byWord[word] = append(x.byWord[word], len(x.keys))
		}
		x.keys = append(x.keys, keyed{m.ID, key})
	}
}

// addressKey makes addresses equal that reach one person.
func addressKey(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// named are the people whose name it is, by any of its keys.
func (x *nameIndex) named(keys []string) []int64 {
	var found []int64
	for _, key := range keys {
		for _, id := range x.byKey[key] {
			found = addOnce(found, id)
		}
	}
	return found
}

// mostNear bounds how many people a name is compared with letter by letter.
const mostNear = 500

// near are the people whose name is nearly this one: they share a word, and the
// words that few have are tried first.
func (x *nameIndex) near(key string) []int64 {
	var found []int64
	tried := 0
	for _, word := range strings.Fields(key) {
		if len(word) < 3 || len(x.byWord[word])+tried > mostNear {
			continue
		}
		for _, at := range x.byWord[word] {
			tried++
			if k := x.keys[at]; data.AlmostSame(key, k.key) {
				found = addOnce(found, k.id)
			}
		}
	}
	return found
}

func addOnce(ids []int64, id int64) []int64 {
	for _, there := range ids {
		if there == id {
			return ids
		}
	}
	return append(ids, id)
}
