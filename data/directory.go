package data

import (
	"bytes"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Directory is the people of a file in the order of their names, ready to be
// searched. Making one for ten thousand people takes a moment, so it is kept as
// long as no member changes.
type Directory struct {
	members []Member
	lang    string
	order   []int    // places in members, by name
	folded  []string // by place in order
}

// DirectoryOf lists the people in the order of a language such as "en"; it gives
// back the one before if it was made of the same rows.
func DirectoryOf(members []Member, lang string, before *Directory) *Directory {
	if before != nil && before.madeOf(members, lang) {
		return before
	}
	d := &Directory{members: members, lang: lang, order: make([]int, len(members)), folded: make([]string, len(members))}
	sorter := collate.New(language.Make(lang))
	var buffer collate.Buffer
	keys := make([][]byte, len(members))
	for i := range members {
		d.order[i] = i
		keys[i] = sorter.KeyFromString(&buffer, members[i].SortKey())
	}
	slices.SortStableFunc(d.order, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	for place, i := range d.order {
		d.folded[place] = searchedText(&members[i])
	}
	return d
}

// madeOf compares the very slices: a store hands out the same one until a member changes.
func (d *Directory) madeOf(members []Member, lang string) bool {
	return d.lang == lang && len(members) == len(d.members) && len(members) > 0 && &members[0] == &d.members[0]
}

// searchedText is the folded text in which a search looks for a person. The
// private note is not among it.
func searchedText(m *Member) string {
	return Fold(m.Name + "\n" + m.Called + "\n" + m.Email + "\n" + m.Unit + "\n" + m.Organisation + "\n" + m.Site +
		"\n" + m.Knows.String() + "\n" + m.Interests.String())
}

// Len is the number of people.
func (d *Directory) Len() int { return len(d.order) }

// At is the person at a place, 0 being the first by name.
func (d *Directory) At(place int) *Member { return &d.members[d.order[place]] }

// Matches reports whether every word is found about the person at a place. The
// words are folded already (FoldedWords).
func (d *Directory) Matches(place int, words []string) bool { return HasWords(d.folded[place], words) }
