package data

import (
	"slices"
	"strings"
)

// Twins finds the people who may be one whom somebody names: by address, by name, and
// by names that are nearly theirs (data/README.md, What comes in). People who were
// erased are not among them.
type Twins struct {
	members []Member
	known   []KnownName
	byEmail map[string][]int64
	byKey   map[string][]int64 // by every key a person may be met under
	byWord  map[string][]int   // places in keys
	keys    []keyOfName
}

// keyOfName is one person with the key of their name.
type keyOfName struct {
	id  int64
	key string
}

// TwinsAmong looks among people, also by what lists and joined records call them; it
// gives back the one before if it was made of the same rows.
func TwinsAmong(members []Member, known []KnownName, before *Twins) *Twins {
	if before != nil && len(members) > 0 && sameRows(members, before.members) && sameRows(known, before.known) {
		return before
	}
	t := &Twins{members: members, known: known, byEmail: map[string][]int64{}, byKey: map[string][]int64{}, byWord: map[string][]int{}}
	for i := range members {
		if m := &members[i]; !m.Erased() {
			t.add(m)
		}
	}
	for _, n := range known {
		if strings.Contains(n.Name, "@") {
			t.byEmail[n.Name] = addOnce(t.byEmail[n.Name], n.MemberID)
		} else {
			t.byKey[n.Name] = addOnce(t.byKey[n.Name], n.MemberID)
		}
	}
	return t
}

func sameRows[T any](one, other []T) bool {
	return len(one) == len(other) && (len(one) == 0 || &one[0] == &other[0])
}

func (t *Twins) add(m *Member) {
	if m.Email != "" {
		address := AddressKey(m.Email)
		t.byEmail[address] = append(t.byEmail[address], m.ID)
	}
	for i, key := range NameKeys(m.Name, m.Called) {
		if key == "" {
			continue
		}
		t.byKey[key] = append(t.byKey[key], m.ID)
		if i > 0 {
			continue
		}
		for _, word := range strings.Fields(key) {
			t.byWord[word] = append(t.byWord[word], len(t.keys))
		}
		t.keys = append(t.keys, keyOfName{m.ID, key})
	}
}

// AddressKey makes addresses equal that reach one person.
func AddressKey(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// WithAddress are the people whose address it is.
func (t *Twins) WithAddress(email string) []int64 { return t.byEmail[AddressKey(email)] }

// Named are the people whose name it is, by any of its keys (NameKeys).
func (t *Twins) Named(keys []string) []int64 {
	var found []int64
	for _, key := range keys {
		for _, id := range t.byKey[key] {
			found = addOnce(found, id)
		}
	}
	return found
}

// mostNear bounds how many people a name is compared with letter by letter.
const mostNear = 500

// Near are the people whose name is nearly that of a key: they share a word, and a
// word that very many have is not looked at.
func (t *Twins) Near(key string) []int64 {
	var found []int64
	tried := 0
	for _, word := range strings.Fields(key) {
		if len(word) < 3 || len(t.byWord[word])+tried > mostNear {
			continue
		}
		for _, at := range t.byWord[word] {
			tried++
			if k := t.keys[at]; AlmostSame(key, k.key) {
				found = addOnce(found, k.id)
			}
		}
	}
	return found
}

// Of are the other people who may be this one, the surest first: those with the
// address, those of the name, those of nearly the name.
func (t *Twins) Of(m *Member) []int64 {
	found := slices.Clone(t.WithAddress(m.Email))
	keys := NameKeys(m.Name, m.Called)
	for _, id := range append(t.Named(keys), t.Near(keys[0])...) {
		found = addOnce(found, id)
	}
	return slices.DeleteFunc(found, func(id int64) bool { return id == m.ID })
}

func addOnce(ids []int64, id int64) []int64 {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}
