package reports

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/sheet"
)

// makeRoster makes the list of members as the screen shows it: the rows given,
// in their order, or everyone by level. It is for the leader: private notes and
// addresses stay out of it all the same, as they do out of the list.
func makeRoster(d *draft) (product, error) {
	standings := d.Standings(d.opt.Today)
	members := d.rosterRows(standings)
	book := sheet.New(d.bookSetup())
	s := book.Add(sheet.Layout{Name: d.say.Text("Members"), Widths: []float64{30, 24, 20, 24, 11, 34, 13},
		Freeze: 3, FreezeLeft: 1, Tab: sheet.Primary})
	s.Row(30, sheet.Cell{Value: d.say.Text("%s: members", d.Community.Name), Style: headingStyle})
	s.Row(18, sheet.Cell{Value: d.rosterLine(members, standings), Style: sheet.Style{Color: sheet.Muted}})
	var heads []sheet.Cell
	for _, text := range []string{d.say.Text("Name"), d.say.Text("Role"), d.say.Text("Unit"), d.say.Text("Level"),
		d.say.Text("Events"), d.say.Text("Ask about"), d.say.Text("Last seen")} {
		heads = append(heads, sheet.Cell{Value: text, Style: headStyle})
	}
	heading := s.Row(22, heads...)
	for i := range members {
		d.rosterRow(s, &members[i], standings)
	}
	s.Filter(heading)
	return book, book.Err()
}

// rosterRows are the members to list: those given, else everyone by level and then by name.
func (d *draft) rosterRows(standings *data.Standings) []data.Member {
	var members []data.Member
	if d.opt.Roster != nil {
		for _, id := range d.opt.Roster {
			if m, ok := d.MemberByID(id); ok {
				members = append(members, m)
			}
		}
		return members
	}
	directory := data.DirectoryOf(d.Members, d.say.Lang(), nil)
	for place := range directory.Len() {
		if m := directory.At(place); standings.ByMember(m.ID).MemberID != 0 {
			members = append(members, *m)
		}
	}
	slices.SortStableFunc(members, func(a, b data.Member) int {
		return cmp.Compare(closeness(standings.ByMember(a.ID)), closeness(standings.ByMember(b.ID)))
	})
	return members
}

// closeness orders levels from the centre outward.
func closeness(s data.Standing) int { return slices.Index(data.Levels, s.Effective) }

func (d *draft) rosterLine(members []data.Member, standings *data.Standings) string {
	line := d.say.Count(len(members), "%d person, %s", "%d people, %s", d.say.Date(d.opt.Today))
	if !standings.Enough {
		return d.say.Text("%s. Not enough events yet to show levels.", line)
	}
	return d.say.Text("%s. Levels look at the events since %s.", line, standings.From)
}

func (d *draft) rosterRow(s *sheet.Sheet, m *data.Member, standings *data.Standings) {
	standing := standings.ByMember(m.ID)
	text := textStyle
	text.Border = sheet.LineBelow
	name, day := text, text
	name.Bold = true
	day.Format, day.Align, day.Indent = sheet.Day, "center", 0
	var seen any
	if standing.LastSeen != 0 {
		seen = standing.LastSeen.Time()
	}
	s.Row(0,
		sheet.Cell{Value: m.Name, Style: name},
		sheet.Cell{Value: d.rolesOf(m), Style: text},
		sheet.Cell{Value: m.Unit, Style: text},
		sheet.Cell{Value: d.levelOf(standing), Style: text},
		sheet.Cell{Value: d.eventsOf(m, standing), Style: text},
		sheet.Cell{Value: strings.Join(m.Knows, ", "), Style: text},
		sheet.Cell{Value: seen, Style: day})
}

func (d *draft) rolesOf(m *data.Member) string {
	var roles []string
	for _, role := range d.RolesOf(m.ID, d.opt.Today) {
		roles = append(roles, d.say.Of(role.Phrase()))
	}
	return strings.Join(roles, ", ")
}

// levelOf names the level; where the leader chose another than the data show,
// it says both (domain.md 4.2).
func (d *draft) levelOf(s data.Standing) string {
	if s.Effective == "" {
		return ""
	}
	if s.Declared != nil && s.Effective != s.Inferred {
		return d.say.Text("you: %s · data: %s", d.say.Of(s.Effective.Phrase()), d.say.Of(s.Inferred.Phrase()))
	}
	return d.say.Of(s.Effective.Phrase())
}

// eventsOf is "9 of 9"; contacts are not expected at events.
func (d *draft) eventsOf(m *data.Member, s data.Standing) string {
	if m.Kind == data.KindContact {
		return ""
	}
	return d.say.Text("%d of %d", s.Evidence.Seen, s.Evidence.Events)
}
