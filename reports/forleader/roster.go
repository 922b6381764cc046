package forleader

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// rosterTable is the list of members as the screen shows it: the rows given, in
// their order, or everyone by name. It is for the leader: private notes and
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
	came   *[2]int   // at how many events of how many, nil for who is not expected
	seen   data.Date // the last cell as a day
}

func tableOf(d *press.Draft) rosterTable {
	say, standings := d.Say, d.Standings(d.Opt.Today)
	members := RosterRows(d, standings)
	table := rosterTable{lead: rosterLine(d, members, standings), heads: []string{say.Text("Name"), say.Text("Role"),
		say.Text("Unit"), say.Text("Level"), say.Text("Events"), say.Text("Ask about"), say.Text("Last seen")}}
	for i := range members {
		m := &members[i]
		standing := standings.ByMember(m.ID)
		row := rosterRow{member: m, seen: standing.LastSeen, cells: []string{m.Name, rolesOf(d, m), m.Unit,
			levelOf(d, standing), eventsOf(d, m, standing), strings.Join(m.Knows, ", "), say.Date(standing.LastSeen)}}
		if m.Kind != data.KindContact {
			row.came = &[2]int{standing.Evidence.Seen, standing.Evidence.Events}
		}
		table.rows = append(table.rows, row)
	}
	return table
}

// RosterBook makes the list of members as a workbook.
func RosterBook(d *press.Draft) (press.Product, error) {
	table := tableOf(d)
	book := sheet.New(d.BookSetup())
	s := book.Add(sheet.Layout{Name: d.Say.Text("Members"), Widths: []float64{30, 24, 20, 24, 11, 11, 34, 13},
		Freeze: 3, FreezeLeft: 1, Tab: sheet.Primary})
	s.Row(30, sheet.Cell{Value: d.Say.Text("%s: members", d.Community.Name), Style: press.HeadingStyle})
	s.Row(18, sheet.Cell{Value: table.lead, Style: sheet.Style{Color: sheet.Muted}})
	heading := s.Row(22, press.Headings(table.spelledHeads(d)...)...)
	for _, row := range table.rows {
		s.Row(0, row.spelled()...)
	}
	s.Filter(heading)
	return press.Writing(book.Write), book.Err()
}

// rosterEvents is the place of "8 of 9" in a row; what other programs read has a column
// for each of the two numbers.
const rosterEvents = 4

// spelledHeads are the headings with a column for each of the two numbers.
func (t rosterTable) spelledHeads(d *press.Draft) []string {
	return slices.Insert(slices.Clone(t.heads), rosterEvents+1, d.Say.Text("Of"))
}

// spelled is the row for a workbook, its numbers and its day as what can be sorted.
func (r rosterRow) spelled() []sheet.Cell {
	style := press.TextStyle
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
	number := press.NumberStyle
	number.Border = sheet.LineBelow
	came, of := sheet.Cell{Style: number}, sheet.Cell{Style: number}
	if r.came != nil {
		came.Value, of.Value = r.came[0], r.came[1]
	}
	cells[rosterEvents] = came
	return slices.Insert(cells, rosterEvents+1, of)
}

// RosterRows are the members to list: those given, else everyone by name:
// people are ranked nowhere.
func RosterRows(d *press.Draft, standings *data.Standings) []data.Member {
	var members []data.Member
	if d.Opt.Roster != nil {
		for _, id := range d.Opt.Roster {
			if m, ok := d.MemberByID(id); ok {
				members = append(members, m)
			}
		}
		return members
	}
	for i := range d.Members {
		if m := &d.Members[i]; standings.ByMember(m.ID).MemberID != 0 {
			members = append(members, *m)
		}
	}
	data.SortByName(members, d.Say.Lang())
	return members
}

func rosterLine(d *press.Draft, members []data.Member, standings *data.Standings) string {
	line := d.Say.Count(len(members), "For the leader alone. %d person, %s", "For the leader alone. %d people, %s", d.Say.Date(d.Opt.Today))
	if !standings.Enough {
		return d.Say.Text("%s. Not enough events yet to show levels.", line)
	}
	return d.Say.Text("%s. Levels look at the events since %s.", line, standings.From)
}

func rolesOf(d *press.Draft, m *data.Member) string {
	var roles []string
	for _, role := range d.RolesOf(m.ID, d.Opt.Today) {
		roles = append(roles, d.Say.Of(role.Phrase()))
	}
	return strings.Join(roles, ", ")
}

// levelOf names the level; where the leader chose another than the data show,
// it says both (data/README.md, Levels).
func levelOf(d *press.Draft, s data.Standing) string {
	if s.Effective == "" {
		return ""
	}
	if s.Declared != nil && s.Effective != s.Inferred {
		return d.Say.Text("you: %s · worked out: %s", d.Say.Of(s.Effective.Phrase()), d.Say.Of(s.Inferred.Phrase()))
	}
	return d.Say.Of(s.Effective.Phrase())
}

// eventsOf is "9 of 9"; contacts are not expected at events.
func eventsOf(d *press.Draft, m *data.Member, s data.Standing) string {
	if m.Kind == data.KindContact {
		return ""
	}
	return d.Say.Text("%d of %d", s.Evidence.Seen, s.Evidence.Events)
}
