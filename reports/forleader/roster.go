package forleader

import (
	"strings"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// rosterTable is the list of members as the screen shows it: the rows and columns given, in
// their order, or everyone by name with the usual ones. It is for the leader: private notes
// stay out of it all the same, as they do out of the list.
type rosterTable struct {
	lead    string // how many, when, and what levels look at
	columns []rosterColumn
	rows    []rosterRow
}

// rosterColumn is one column of the list.
type rosterColumn struct {
	key   string
	head  string
	share float64 // of a page's width, set against the others'
	width float64 // in a workbook
	text  func(m *data.Member, s data.Standing) string
	day   func(r *rosterRow) data.Date // the same as a day, nil where it is none
}

// rosterRow is one member's row, a text for each column.
type rosterRow struct {
	member *data.Member
	cells  []string
	came   *[2]int // at how many events of how many, nil for who is not expected
	seen   data.Date
}

// The columns of which there is more to say than their key: the roles, which stand below the names in
// the window and behind them on paper, and the events; other programs have a column for the roles, and one for each of the two numbers.
const (
	rosterName   = "name"
	rosterRoles  = "roles"
	rosterEvents = "events"
)

// usualColumns are those of the list where nobody chose others.
var usualColumns = []string{rosterName, "unit", "level", rosterEvents, "knows", "seen"}

// rosterColumns are the columns of keys, in their order; what is known of none is left out.
func rosterColumns(d *press.Draft, keys []string) []rosterColumn {
	var columns []rosterColumn
	for _, key := range keys {
		if c, known := rosterColumnOf(d, key); known {
			columns = append(columns, c)
		}
		if key == rosterName {
			roles, _ := rosterColumnOf(d, rosterRoles)
			columns = append(columns, roles)
		}
	}
	return columns
}

func rosterColumnOf(d *press.Draft, key string) (rosterColumn, bool) {
	say := d.Say
	of := func(head string, share, width float64, text func(m *data.Member, s data.Standing) string) (rosterColumn, bool) {
		return rosterColumn{key: key, head: head, share: share, width: width, text: text}, true
	}
	dated := func(head string, text func(m *data.Member, s data.Standing) string, day func(r *rosterRow) data.Date) (rosterColumn, bool) {
		return rosterColumn{key: key, head: head, share: 15, width: 13, text: text, day: day}, true
	}
	switch key {
	case rosterName:
		return of(say.Text("Name"), 26, 30, func(m *data.Member, _ data.Standing) string { return m.Name })
	case rosterRoles:
		return of(say.Text("Role"), 22, 24, func(m *data.Member, _ data.Standing) string { return rolesOf(d, m) })
	case "unit":
		return of(say.Text("Unit"), 16, 20, func(m *data.Member, _ data.Standing) string { return m.Unit })
	case "level":
		return of(say.Text("Level"), 22, 24, func(_ *data.Member, s data.Standing) string { return levelOf(d, s) })
	case rosterEvents:
		return of(say.Text("Events"), 12, 11, func(m *data.Member, s data.Standing) string { return eventsOf(d, m, s) })
	case "knows":
		return of(say.Text("Ask about"), 30, 34, func(m *data.Member, _ data.Standing) string { return strings.Join(m.Knows, ", ") })
	case "seen":
		return dated(say.Text("Last seen"), func(_ *data.Member, s data.Standing) string { return say.Date(s.LastSeen) },
			func(r *rosterRow) data.Date { return r.seen })
	case "email":
		return of(say.Text("E-mail"), 26, 30, func(m *data.Member, _ data.Standing) string { return m.Email })
	case "interests":
		return of(say.Text("Interested in"), 30, 34, func(m *data.Member, _ data.Standing) string { return strings.Join(m.Interests, ", ") })
	case "joined":
		return dated(say.Text("Joined on"), func(m *data.Member, _ data.Standing) string { return say.Date(m.JoinedOn) },
			func(r *rosterRow) data.Date { return r.member.JoinedOn })
	}
	return rosterColumn{}, false
}

// shownTable is the list with the columns that the screen shows.
func shownTable(d *press.Draft) rosterTable {
	if d.Opt.RosterColumns == nil {
		return tableOf(d, usualColumns)
	}
	return tableOf(d, d.Opt.RosterColumns)
}

func tableOf(d *press.Draft, keys []string) rosterTable {
	standings := d.Standings(d.Opt.Today)
	members := RosterRows(d, standings)
	table := rosterTable{lead: rosterLine(d, members, standings), columns: rosterColumns(d, keys)}
	for i := range members {
		m := &members[i]
		standing := standings.ByMember(m.ID)
		row := rosterRow{member: m, seen: standing.LastSeen}
		for _, c := range table.columns {
			row.cells = append(row.cells, c.text(m, standing))
		}
		if m.Kind != data.KindContact {
			row.came = &[2]int{standing.Evidence.Seen, standing.Evidence.Events}
		}
		table.rows = append(table.rows, row)
	}
	return table
}

// RosterBook makes the list of members as a workbook.
func RosterBook(d *press.Draft) (press.Product, error) {
	table := shownTable(d)
	book := sheet.New(d.BookSetup())
	var widths []float64
	for _, c := range table.columns {
		widths = append(widths, c.width)
		if c.key == rosterEvents {
			widths = append(widths, c.width)
		}
	}
	s := book.Add(sheet.Layout{Name: d.Say.Text("Members"), Widths: widths, Freeze: 3, FreezeLeft: 1, Tab: sheet.Primary})
	s.Row(30, sheet.Cell{Value: d.Say.Text("%s: members", d.Community.Name), Style: press.HeadingStyle})
	s.Row(18, sheet.Cell{Value: table.lead, Style: sheet.Style{Color: sheet.Muted}})
	heading := s.Row(22, press.Headings(table.spelledHeads(d)...)...)
	for i := range table.rows {
		s.Row(0, table.spelled(&table.rows[i])...)
	}
	s.Filter(heading)
	return press.Writing(book.Write), book.Err()
}

// spelledHeads are the headings with a column for each of the two numbers of "8 of 9".
func (t rosterTable) spelledHeads(d *press.Draft) []string {
	var heads []string
	for _, c := range t.columns {
		heads = append(heads, c.head)
		if c.key == rosterEvents {
			heads = append(heads, d.Say.Text("Of"))
		}
	}
	return heads
}

// spelled is a row for a workbook, its numbers and its days as what can be sorted.
func (t rosterTable) spelled(r *rosterRow) []sheet.Cell {
	style, number := press.TextStyle, press.NumberStyle
	style.Border, number.Border = sheet.LineBelow, sheet.LineBelow
	day := style
	day.Format, day.Align, day.Indent = sheet.Day, "center", 0
	var cells []sheet.Cell
	for i, c := range t.columns {
		switch {
		case c.key == rosterEvents:
			came, of := sheet.Cell{Style: number}, sheet.Cell{Style: number}
			if r.came != nil {
				came.Value, of.Value = r.came[0], r.came[1]
			}
			cells = append(cells, came, of)
		case c.day != nil:
			cell := sheet.Cell{Style: day}
			if on := c.day(r); on != 0 {
				cell.Value = on.Time()
			}
			cells = append(cells, cell)
		default:
			cell := sheet.Cell{Value: r.cells[i], Style: style}
			cell.Style.Bold = c.key == rosterName
			cells = append(cells, cell)
		}
	}
	return cells
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

// levelOf names the level, as the window does: a contact is called that; where the leader chose another than the data show,
// it says both (data/README.md, Levels).
func levelOf(d *press.Draft, s data.Standing) string {
	if s.Effective == "" {
		return ""
	}
	if s.Evidence.Contact {
		return d.Say.Text("Contact")
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
