package ui

import (
	"slices"
	"strings"

	"copleader/data/store"
)

// What a page shows nothing of is named as places of a store.Change: what is forgotten here costs a reading, and what shouldn't be here
// shows old news, so a place is only named where that is worth it.

// prose is what is typed at length and only read: no hint of the coach, no level, no step of the road and no number follows from it,
// and Overview doesn't show it. Typing there must not have everything reckoned again.
var prose = []string{
	"member.interests", "member.knows", "member.note",
	"contribution.note", "help_received.note",
	"event.audience", "event.purpose", "agenda_line.text",
	"minutes.text", "minutes.decisions", "perfection_note.liked", "perfection_note.better",
	"item.description", "item.links", "item.outcome",
	"value_story.situation", "value_story.met", "value_story.did", "value_story.came_of_it", "value_story.evidence",
	"charter_note.text", "role_definition.duty", "term.meaning",
	"sponsor.hopes_for", "sponsor_contact.note",
	"sponsor_report.lines", "sponsor_report.risks", "sponsor_report.learned", "sponsor_report.asks",
	"response.next", "answer.comment",
	"meeting", "meeting_part", "meeting_line",
}

// personal is the prose about somebody, which the pages of other things don't show; where a meeting has come to, its own view knows.
var personal = []string{"member.note", "help_received.note", "meeting", "meeting_part"}

// elsewhere is what the page of the members shows nothing of: the prose that is about neither them nor the sponsors.
var elsewhere = slices.DeleteFunc(slices.Clone(prose), func(place string) bool {
	table, _, _ := strings.Cut(place, ".")
	return slices.Contains([]string{"member", "contribution", "help_received", "sponsor", "sponsor_contact", "sponsor_report"}, table)
})

// figuresStand tells whether after a change everything that is reckoned is as it was.
func figuresStand(c store.Change) bool { return c.Within(prose...) }

// news is what a page has yet to read.
type news int

// From nothing to everything.
const (
	noNews   news = iota
	newWords      // prose; everything that is reckoned stands
	allNew
)

// newsOf is what a change is to a page.
func (spec pageSpec) newsOf(c store.Change) news {
	switch {
	case c.Within(spec.unseen...):
		return noNews
	case figuresStand(c):
		return newWords
	}
	return allNew
}
