package formembers

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// BoardBook makes the board as a list to sort and choose from: every item,
// parked and archived ones too, in the order of the board.
func BoardBook(d *press.Draft) (press.Product, error) {
	say := d.Say
	items := d.BoardItems()
	if len(items) == 0 {
		return nil, data.Fault(data.CodeNothing, "The board is empty yet. Write down what the community might do, then it can be listed.")
	}
	book := sheet.New(d.BookSetup())
	s := book.Add(sheet.Layout{Name: say.Text("Board"), Freeze: 3, FreezeLeft: 2, Tab: sheet.Primary,
		// What comes behind the first eight would make the print too small to read.
		PrintColumns: 8, Widths: []float64{12, 42, 20, 27, 8, 13, 13, 12, 27, 8, 13, 30, 50, 40, 40}})
	s.Row(30, sheet.Cell{Value: say.Text("%s: board", d.Community.Name), Style: press.HeadingStyle})
	s.Row(18, sheet.Cell{Value: say.Count(len(items), "%d item, %s", "%d items, %s", d.Opt.Today), Style: sheet.Style{Color: sheet.Muted}})
	heading := s.Row(22, press.Headings(say.Text("Column"), say.Text("Title"), say.Text("Kind"), say.Text("Owner"), say.Text("Votes"),
		say.Text("Due"), say.Text("In column since"), say.Text("First step"), say.Text("Proposed by"), say.Text("Size"), say.Text("Noted on"),
		say.Text("Serves"), say.Text("Description"), say.Text("Outcome"), say.Text("Links"))...)
	since := inColumnSince(d)
	for _, item := range items {
		s.Row(20, boardRow(d, item, since[item.ID])...)
	}
	s.Filter(heading)
	return press.Writing(book.Write), book.Err()
}

// inColumnSince is the day each item entered the column in which it is.
func inColumnSince(d *press.Draft) map[int64]data.Date {
	column := map[int64]data.Column{}
	since := map[int64]data.Date{}
	for i := range d.Items {
		column[d.Items[i].ID], since[d.Items[i].ID] = d.Items[i].Column, d.Items[i].CreatedOn
	}
	for _, m := range d.Moves {
		if m.Column == column[m.ItemID] && m.On <= d.Opt.Today {
			since[m.ItemID] = max(since[m.ItemID], m.On)
		}
	}
	return since
}

func boardRow(d *press.Draft, item *data.Item, since data.Date) []sheet.Cell {
	owner, _ := d.MemberByID(item.OwnerID)
	proposer, _ := d.MemberByID(item.ProposerID)
	from := proposer.Name
	if item.FromSurvey {
		from = d.Say.Text("a survey")
	}
	first := ""
	if item.FirstStep {
		first = d.Say.Text("yes")
	}
	outcome := item.Outcome
	if item.Column == data.ColumnParked {
		outcome = item.ParkedReason
	}
	return []sheet.Cell{press.TextCell(d.Say.Of(item.Column.Phrase())), press.BoldCell(item.Title), press.TextCell(d.Say.Of(item.Kind.Phrase())),
		press.TextCell(owner.Name), press.NumberCell(item.Votes), press.DayCell(item.Due), press.DayCell(since), {Value: first, Style: press.WordStyle},
		press.TextCell(from), {Value: string(item.Size), Style: press.WordStyle}, press.DayCell(item.CreatedOn), press.TextCell(serves(d, item)),
		press.TextCell(item.Description), press.TextCell(outcome), press.TextCell(strings.Join(item.Links, "\n"))}
}

// serves names the measure, card, box and event an item is linked with.
func serves(d *press.Draft, item *data.Item) string {
	var names []string
	nodes := []data.Place{{Kind: data.PlaceMeasure, ID: item.MeasureID}, data.CardPlace(item.Card)}
	for _, node := range nodes {
		if node.ID != 0 || node.Key != "" {
			names = append(names, d.ThreadTitle(node))
		}
	}
	if item.Box != "" {
		names = append(names, d.Say.Of(item.Box.Phrase()))
	}
	if e, ok := d.EventByID(item.EventID); ok {
		names = append(names, d.PublicTitle(&e))
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == "" })
	return strings.Join(names, "\n")
}
