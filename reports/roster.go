package reports

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/sheet"
)

// rosterTable is the list of members as the screen shows it: the rows given, in
// their order, or everyone by level. It is for the leader: private notes and
// addresses stay out of it all the same, as they do out of the list.
type rosterTable struct {
	lead  string // how many, when, and what levels look at
	heads []string
	rows  []rosterRow
}

// rosterRow is one member's row, a text for each heading.
type rosterRow struct {
	member *data.Member
	cells  []string
	seen   data.Date // the last cell as a day
}

func (d *draft) rosterTable() rosterTable {
	say, standings := d.say, d.Standings(d.opt.Today)
	members := d.rosterRows(standings)
	table := rosterTable{lead: d.rosterLine(members, standings), heads: []string{say.Text("Name"), say.Text("Role"),
		say.Text("Unit"), say.Text("Level"), say.Text("Events"), say.Text("Ask about"), say.Text("Last seen")}}
	for i := range members {
		m := &members[i]
		standing := standings.ByMember(m.ID)
		table.rows = append(table.rows, rosterRow{member: m, seen: standing.LastSeen, cells: []string{m.Name, d.rolesOf(m), m.Unit,
			d.levelOf(standing), d.eventsOf(m, standing), strings.Join(m.Knows, ", "), say.Date(standing.LastSeen)}})
	}
	return table
}

// makeRoster makes the list of members as a workbook.
func makeRoster(d *draft) (product, error) {
	table := d.rosterTable()
	book := sheet.New(d.bookSetup())
	s := book.Add(sheet.Layout{Name: d.say.Text("Members"), Widths: []float64{30, 24, 20, 24, 11, 34, 13},
		Freeze: 3, FreezeLeft: 1, Tab: sheet.Primary})
	s.Row(30, sheet.Cell{Value: d.say.Text("%s: members", d.Community.Name), Style: headingStyle})
	s.Row(18, sheet.Cell{Value: table.lead, Style: sheet.Style{Color: sheet.Muted}})
	heading := s.Row(22, headings(table.heads...)...)
	for _, row := range table.rows {
		s.Row(0, row.spelled()...)
	}
	s.Filter(heading)
	return book, book.Err()
}

// spelled is the row for a workbook, its day as a date that can be sorted.
func (r rosterRow) spelled() []sheet.Cell {
	style := textStyle
	style.Border = sheet.LineBelow
	cells := make([]sheet.Cell, len(r.cells))
	for i, text := range r.cells {
		cells[i] = sheet.Cell{Value: text, Style: style}
	}
	cells[0].Style.Bold = true
	last := &cells[len(cells)-1]
	last.Value, last.Style.Format, last.Style.Align, last.Style.Indent = nil, sheet.Day, "center", 0
	if r.seen != 0 {
		last.Value = r.seen.Time()
	}
	return cells
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
