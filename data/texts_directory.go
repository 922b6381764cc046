package data

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collation is the order of names, and of other short texts, in a language such
// as "en": the same one in every list, on screen and on paper.
func Collation(lang string) *collate.Collator { return collate.New(language.Make(lang)) }

// SortByName puts people in the order of their names.
func SortByName(members []Member, lang string) {
	unsorted := slices.Clone(members)
	for place, i := range placesByName(members, lang) {
		members[place] = unsorted[i]
	}
}

// placesByName are the places of people in the order of their names; those of one
// name stay as they were.
func placesByName(members []Member, lang string) []int {
	order, keys := make([]int, len(members)), make([][]byte, len(members))
	collation := Collation(lang)
	var buffer collate.Buffer
	for i := range members {
		order[i], keys[i] = i, collation.KeyFromString(&buffer, members[i].SortKey())
	}
	slices.SortStableFunc(order, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	return order
}

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
	d := &Directory{members: members, lang: lang, order: placesByName(members, lang), folded: make([]string, len(members))}
	for place, i := range d.order {
		d.folded[place] = searchedText(&members[i])
	}
	return d
}

// madeOf compares the very slices: a store hands out the same one until a member changes.
func (d *Directory) madeOf(members []Member, lang string) bool {
	return d.lang == lang && len(members) == len(d.members) && len(members) > 0 && &members[0] == &d.members[0]
}

// searchedText is the folded text in which a search looks for a person: all that
// was written of them, but for what is private.
func searchedText(m *Member) string {
	var texts []string
	for i := range MemberFields {
		f := &MemberFields[i]
		switch {
		case !f.Written() || f.Private || f.exempt == ofProgram:
		case f.Input == InputList:
			texts = append(texts, *f.List(m)...)
		default:
			texts = append(texts, *f.Text(m))
		}
	}
	return Fold(strings.Join(texts, "\n"))
}

// Len is the number of people.
func (d *Directory) Len() int { return len(d.order) }

// At is the person at a place, 0 being the first by name.
func (d *Directory) At(place int) *Member { return &d.members[d.order[place]] }

// Matches reports whether all that is sought (SearchedFor) is found about the
// person at a place.
func (d *Directory) Matches(place int, sought []string) bool {
	return HoldsAll(d.folded[place], sought)
}
