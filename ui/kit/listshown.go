package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/reports"
)

// AsShown is the list as it stands, under a title: the rows chosen together, else all that are shown; the columns that are shown, in
// their order.
func (l *placeList) AsShown(title string) *reports.List {
	shown := &reports.List{Title: title}
	columns, widths := l.toldColumns()
	for i, c := range columns {
		shown.Columns = append(shown.Columns, reports.ListColumn{Head: c.Title, Share: float64(l.shareOf(c, widths[i]))})
	}
	cells := map[string]fyne.CanvasObject{}
	for _, row := range l.rows {
		if len(l.marked) > 0 && !l.isMarked(row) {
			continue
		}
		told := reports.ListRow{}
		if l.options.Section != nil {
			told.Section = l.options.Section(row)
		}
		for _, c := range columns {
			told.Cells = append(told.Cells, strings.TrimSpace(cellText(c, row, cells)))
		}
		shown.Rows = append(shown.Rows, told)
	}
	return shown
}

// shareOf is how wide a column is, or would be in a list that stands nowhere yet.
func (l *placeList) shareOf(c Column[int], width float32) float32 {
	if width <= 1 {
		width = l.fixedWidth(c)
	}
	if width == 0 {
		width = scaled(columnUsual) * max(1, c.Weight)
	}
	return width / scaled(1)
}

// columnUsual is how wide a column of weight 1 is about, at text scale 1.
const columnUsual float32 = 120

// toldColumns are the columns shown that say something of a row, and their widths: what has no title and makes objects holds deeds. A list
// that stands nowhere yet shows all that are wanted.
func (l *placeList) toldColumns() (told []Column[int], widths []float32) {
	room := l.Size().Width
	at := l.widths(l.wide(room))
	for i, c := range l.options.Columns {
		if wanted := room == 0 && !l.leftOut(c, room); (at[i] > 0 || wanted) && (c.Title != "" || c.Make == nil) {
			told, widths = append(told, c), append(widths, at[i])
		}
	}
	return told, widths
}

// ShownColumns are the keys of the columns shown, in their order.
func (l *placeList) ShownColumns() (keys []string) {
	columns, _ := l.toldColumns()
	for _, c := range columns {
		keys = append(keys, c.ID)
	}
	return keys
}

// cellText is what a column says of a row; cells are those that draw, to ask what they show.
func cellText(c Column[int], row int, cells map[string]fyne.CanvasObject) string {
	switch {
	case c.Text != nil:
		return NewPara(c.Text(row)...).Text()
	case c.Chip != nil:
		_, text := c.Chip(row)
		return text
	case c.Make == nil:
		return ""
	}
	if cells[c.ID] == nil {
		cells[c.ID] = c.Make()
	}
	c.Show(cells[c.ID], row)
	return wordsOf(cells[c.ID])
}

// Shower is a list or a board that can be made a document as it stands.
type Shower interface {
	AsShown(title string) *reports.List
	MarkCount() int
}

// PrintList is a command that makes a document of what a list shows, or of what is chosen in it, to be printed, saved or opened in another program.
// Enabled, where given, tells that the list is what the page shows.
func PrintList(deps Deps, id, title string, of func() Shower, enabled func() bool) *Command {
	say := deps.Say
	can := func() bool { return deps.Go != nil && !deps.ForGuests() && (enabled == nil || enabled()) }
	return &Command{ID: id, Title: say.Text("Print or save what is listed…"), Here: true, Enabled: can, WhyNot: func() string { return deps.whyNoList() },
		Named: func() string {
			if !can() || of().MarkCount() == 0 {
				return ""
			}
			return say.Count(of().MarkCount(), "Print or save the %d chosen…", "Print or save the %d chosen…")
		},
		Do: func() {
			list := of().AsShown(title)
			list.Lead = say.Count(len(list.Rows), "%d shown", "%d shown")
			if n := of().MarkCount(); n > 0 {
				list.Lead = say.Count(n, "%d chosen", "%d chosen")
			}
			deps.Go("share", Listed{List: list})
		}}
}

// whyNoList says why no list is made a document, where that is so.
func (d Deps) whyNoList() string {
	if d.ForGuests() {
		return d.Say.Text("In guest view no list is put on paper.")
	}
	return ""
}

// PrintLink is the way from the foot of a list to the command that makes a document of it; while guests look on it says why there is none.
func (d Deps) PrintLink(id string) *LinkBtn {
	b := NewLinkBtn(d.Say.Text("Print or save…"), func() {
		if why := d.whyNoList(); why != "" {
			d.Tell(why)
			return
		}
		d.Commands.Fire(id)
	})
	b.ID = id
	return b
}
