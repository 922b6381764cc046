package formembers

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// BoardPages makes the board as it hangs on a wall: its columns side by
// side, then what is parked.
func BoardPages(d *press.Draft) (press.Product, error) {
	items := d.BoardItems()
	if len(items) == 0 {
		return nil, data.Fault(data.CodeNothing, "The board is empty yet. Write down what the community might do, then it can be listed.")
	}
	b := &boardPages{Running: &press.Running{Pages: press.PagesOn(d, d.Opt.Paper.Landscape())}}
	b.Side = 10
	for _, item := range items {
		if !item.OnBoard(d.Opt.Today) {
			continue // archived
		}
		if b.columns == nil {
			b.columns = map[data.Column][]*data.Item{}
		}
		b.columns[item.Column] = append(b.columns[item.Column], item)
	}
	b.draw()
	return b.Doc, b.Doc.Err()
}

// boardPages draws the board.
type boardPages struct {
	*press.Running
	columns map[data.Column][]*data.Item
}

// Measures of the board in millimetres.
const (
	boardGap     = 3.5
	boardPad     = 2.6
	boardBetween = 2.0 // two cards
)

// shownColumns are the columns of the board; parked ones are listed behind it.
var shownColumns = []data.Column{data.ColumnIdea, data.ColumnReady, data.ColumnPlanned, data.ColumnDoing, data.ColumnDone}

func (b *boardPages) draw() {
	parked := b.columns[data.ColumnParked]
	left := map[data.Column][]*data.Item{}
	for _, column := range shownColumns {
		left[column] = b.columns[column]
	}
	lead := b.Say.Text("As of %s. Finished things stay on the board for %d days. ● with a number: so many votes.", b.Opt.Today, data.ArchiveAfterDays)
	b.Open(b.Say.Text("%s: board", b.Community.Name), lead)
	for {
		width := (b.Area.W - boardGap*float64(len(shownColumns)-1)) / float64(len(shownColumns))
		high := 0.0
		for _, column := range shownColumns {
			high = max(high, b.columnHeight(width, left[column]))
		}
		high = min(high, b.Area.H)
		more := false
		for i, column := range shownColumns {
			r := page.Rect{X: b.Area.X + float64(i)*(width+boardGap), Y: b.Area.Y, W: width, H: high}
			left[column] = b.column(r, column, left[column])
			more = more || len(left[column]) > 0
		}
		b.Gap(high + 5)
		if !more {
			break
		}
		b.Next()
	}
	b.parked(parked)
	b.Annex()
}

// boardHead is the height of a column's heading.
const boardHead = 6.5

func (b *boardPages) columnHeight(width float64, items []*data.Item) float64 {
	high := 2*boardPad + boardHead + 4
	for _, item := range items {
		high += b.cardHeight(width-2*boardPad, item) + boardBetween
	}
	return high
}

// column draws as many items as fit and gives the rest.
func (b *boardPages) column(r page.Rect, column data.Column, items []*data.Item) []*data.Item {
	b.Doc.Box(r, page.Look{Fill: page.Column, Radius: 2.5})
	inner := r.Inset(boardPad)
	head, inner := inner.CutTop(boardHead)
	title := page.Style{Size: 11, Bold: true, Color: page.Primary, MaxLines: 1, Valign: page.ValignMiddle}
	took := b.Doc.Text(head, b.Say.Of(column.Phrase()), title)
	count := title
	count.Bold, count.Color, count.Size = false, page.Muted, 9.5
	b.Doc.Text(head.Trimmed(took.Width+2, 0, 0, 0), b.count(column), count)
	for i, item := range items {
		high := b.cardHeight(inner.W, item)
		if high > inner.H {
			return items[i:]
		}
		strip, rest := inner.CutTop(high)
		b.item(strip, item)
		inner = rest.Trimmed(0, boardBetween, 0, 0)
	}
	return nil
}

// count is how many items a column has, and how many it should have at most.
func (b *boardPages) count(column data.Column) string {
	n := len(b.columns[column])
	if limit := data.LimitOf(column, len(b.CoreTeam(b.Opt.Today))); limit > 0 {
		return b.Say.Text("%d, at most %d", n, limit)
	}
	return b.Say.Text("%d", n)
}

var (
	// Five lines and three fit any page, so that every item has its place.
	boardTitle = page.Style{Size: 9, Bold: true, LineHeight: 1.25, MaxLines: 5}
	boardLine  = page.Style{Size: 7.8, Color: page.Muted, LineHeight: 1.25, MaxLines: 3}
)

// line is what stands below an item's title: its kind, who has it, until when.
func (b *boardPages) line(item *data.Item) string {
	owner, _ := b.MemberByID(item.OwnerID)
	parts := []string{b.Say.Of(item.Kind.Phrase()), owner.Name}
	if item.Due != 0 {
		parts = append(parts, b.Say.Text("until %s", item.Due))
	}
	if item.FirstStep {
		parts = append(parts, b.Say.Text("a good first step"))
	}
	return press.Dotted(parts...)
}

func (b *boardPages) cardHeight(width float64, item *data.Item) float64 {
	inner := width - 2*boardPad - b.votesWidth(item)
	return 2*boardPad - 1 + b.Doc.Measure(inner, item.Title, boardTitle).Height + b.Doc.Measure(width-2*boardPad, b.line(item), boardLine).Height + 0.6
}

// votesWidth is the room for an item's votes beside its title.
func (b *boardPages) votesWidth(item *data.Item) float64 {
	if item.Votes <= 0 {
		return 0
	}
	return 8.5
}

func (b *boardPages) item(r page.Rect, item *data.Item) {
	b.Doc.Box(r, page.Look{Fill: page.Surface, Radius: 1.8, Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.6), Width: 0.5}})
	inner := r.Trimmed(boardPad, boardPad-0.5, boardPad, 0)
	if votes := b.votesWidth(item); votes > 0 {
		x := inner.Right() - votes + 2.5
		b.Doc.Mark(page.Disc, x+0.4, inner.Y+2, 2, page.Primary)
		b.Doc.Text(page.Rect{X: x + 2, Y: inner.Y, W: votes - 3.5, H: 4.2}, b.Say.Text("%d", item.Votes), page.Style{Size: 8.5, Bold: true, Color: page.Primary, MaxLines: 1})
	}
	title := page.Rect{X: inner.X, Y: inner.Y, W: inner.W - b.votesWidth(item)}
	took := b.Doc.Text(title, item.Title, boardTitle)
	if took.Truncated {
		b.InFull(item.Title, item.Title)
	}
	b.Doc.Text(page.Rect{X: inner.X, Y: inner.Y + took.Height + 0.6, W: inner.W}, b.line(item), boardLine)
}

// parked lists what waits, with the reason.
func (b *boardPages) parked(items []*data.Item) {
	if len(items) == 0 {
		return
	}
	b.Section(b.Say.Of(data.ColumnParked.Phrase()), 1)
	var rows [][]page.TableCell
	for _, item := range items {
		rows = append(rows, []page.TableCell{{Text: item.Title, Bold: true}, {Text: b.Say.Of(item.Kind.Phrase())}, {Text: item.ParkedReason}})
	}
	b.Table(page.Table{Columns: []page.TableColumn{{Head: b.Say.Text("Item"), Share: 40}, {Head: b.Say.Text("Kind"), Share: 20}, {Head: b.Say.Text("Reason"), Share: 50}}}, rows)
}
