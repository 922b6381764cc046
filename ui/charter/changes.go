package charter

import (
	"slices"

	"copleader/data"
	"copleader/reports/chartertext"
)

// Versions is what there is to say of the versions agreed.
type Versions struct {
	List []Version // the latest first
	// Title and Sentence head the card: "Version 2", "agreed 21 weeks ago by core team".
	Title, Sentence string
	// Since tells what changed since the last one, Review when it is looked at again.
	Since, Review string
	ReviewDue     bool
	// Changed is false only when a version is agreed and the charter still says the same.
	Changed bool
}

// Version is one version that was agreed.
type Version struct {
	ID    int64
	Title string
	When  string
	Note  string
	// Compares tells that its text was kept, Follows that so was that of the version before.
	Compares, Follows bool
}

func (v *View) versions() {
	list := slices.Clone(v.snapshot.Versions)
	slices.SortStableFunc(list, func(a, b data.CharterVersion) int { return b.Version - a.Version })
	for i, c := range list {
		follows := c.Text != "" && i+1 < len(list) && list[i+1].Text != ""
		v.Versions.List = append(v.Versions.List, Version{ID: c.ID, Title: v.say.Text("Version %d", c.Version),
			When: v.agreed(c), Note: c.Note, Compares: c.Text != "", Follows: follows})
	}
	v.sinceLast(list)
	v.review()
}

func (v *View) agreed(c data.CharterVersion) string {
	ago := v.say.Ago(v.today.Sub(c.AgreedOn))
	if c.AgreedBy == "" {
		return v.say.Text("agreed %s", ago)
	}
	return v.say.Text("agreed %s by %s", ago, c.AgreedBy)
}

func (v *View) sinceLast(list []data.CharterVersion) {
	s := &v.Versions
	if len(list) == 0 {
		s.Title, s.Changed = v.say.Text("Not agreed yet"), true
		s.Since = v.say.Text("When you have talked it through together, agree it: the charter as it stands is then kept as version 1.")
		return
	}
	last := list[0]
	s.Title, s.Sentence = v.say.Text("Version %d", last.Version), v.agreed(last)
	if last.Text == "" {
		s.Changed = true
		s.Since = v.say.Text("Its text was not kept, so what changed since can't be shown.")
		return
	}
	n := chartertext.CountChanges(chartertext.Changes(last.Text, chartertext.Lines(v.snapshot, v.say)))
	s.Changed = n > 0
	s.Since = v.say.Count(n, "%d line changed since.", "%d lines changed since.")
	if n == 0 {
		s.Since = v.say.Text("Nothing changed since.")
	}
}

func (v *View) review() {
	s := &v.Versions
	switch days := v.Community.ReviewOn.Sub(v.today); {
	case v.Community.ReviewOn == 0:
	case days < 0:
		s.Review, s.ReviewDue = v.say.Text("The review was due %s.", v.say.Ago(-days)), true
	default:
		s.Review = v.say.Text("Review due %s.", v.say.Ago(-days))
	}
}

// ChangesSince tells what is different now from a version that was agreed.
func (v *View) ChangesSince(id int64) []chartertext.Change {
	for _, c := range v.snapshot.Versions {
		if c.ID == id && c.Text != "" {
			return chartertext.Changes(c.Text, chartertext.Lines(v.snapshot, v.say))
		}
	}
	return nil
}

// ChangesIn tells what was different in a version from the one before.
func (v *View) ChangesIn(id int64) []chartertext.Change {
	list := v.Versions.List
	at := slices.IndexFunc(list, func(x Version) bool { return x.ID == id })
	if at < 0 || !list[at].Follows {
		return nil
	}
	return chartertext.Changes(v.TextOf(list[at+1].ID), v.TextOf(id))
}

// TextOf is the charter as it was agreed in a version, "" if it was not kept.
func (v *View) TextOf(id int64) string {
	for _, c := range v.snapshot.Versions {
		if c.ID == id {
			return c.Text
		}
	}
	return ""
}
