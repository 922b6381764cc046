package exchange

import (
	"slices"
	"strconv"
	"strings"

	"copleader/data"
)

// filler puts the cells of a table into the fields of its rows.
type filler[T any] struct {
	columns []filledColumn[T]
	parts   map[string]int                 // places of columns that are no field by themselves
	day     func(string) (data.Date, bool) // how days are written in the table
	blank   T                              // what a row holds before anything is filled in
}

// filledColumn is a column that fills a field.
type filledColumn[T any] struct {
	at    int
	field *data.Field
	days  dayWriting
}

// fillerOf prepares the columns.
func fillerOf[T any](t *Table, c Columns, fields data.Fields[T]) *filler[T] {
	f := &filler[T]{parts: map[string]int{}}
	var written []string // days and times
	for at, key := range c.Keys {
		i := slices.IndexFunc(fields, func(f data.Field) bool { return f.Key == key })
		switch {
		case key == "":
		case i < 0 || fields[i].Input == data.InputLink || fields[i].Input == data.InputNone:
			f.parts[key] = at
		default:
			f.columns = append(f.columns, filledColumn[T]{at: at, field: &fields[i]})
			if input := fields[i].Input; input == data.InputDate || input == data.InputClock {
				written = append(written, t.column(at, c.Head+1)...)
			}
		}
	}
	// Names of accounts fill only what is missing.
	slices.SortStableFunc(f.columns, func(a, b filledColumn[T]) int { return c.accountRank(t, a.at) - c.accountRank(t, b.at) })
	days := writingOf(written)
	f.day = days.read
	for i := range f.columns {
		f.columns[i].days = days
		if key := f.columns[i].field.Key; t.Near != 0 && (key == "on" || key == "due") {
			f.columns[i].days = days.withYears(t.column(f.columns[i].at, c.Head+1), t.Near)
		}
	}
	return f
}

// column lists the cells of a column.
func (t *Table) column(at, from int) []string {
	cells := make([]string, 0, len(t.Rows))
	for _, row := range t.Rows[min(max(from, 0), len(t.Rows)):] {
		cells = append(cells, row.cell(at))
	}
	return cells
}

// cell is a cell of the row; there is none beyond the last that is filled.
func (r *TableRow) cell(at int) string {
	if at < 0 || at >= len(r.Cells) {
		return ""
	}
	return r.Cells[at]
}

// part is the cell of a column that is no field by itself.
func (f *filler[T]) part(row *TableRow, key string) string {
	at, there := f.parts[key]
	if !there {
		return ""
	}
	return row.cell(at)
}

// row fills a row's fields. Cells in which nothing stands fill nothing; what can't be
// made out is a doubt.
func (f *filler[T]) row(row *TableRow) Brought[T] {
	b := Brought[T]{Row: f.blank, Line: row.Line}
	for _, column := range f.columns {
		if cell := row.cell(column.at); cell != "" {
			column.put(&b, cell)
		}
	}
	return b
}

func (c *filledColumn[T]) put(b *Brought[T], cell string) {
	if b.gives(c.field.Key) {
		return // of two columns for one field the first that is filled counts
	}
	if !c.take(&b.Row, cell) {
		b.Doubts = append(b.Doubts, data.Say("%s: “%s” could not be made out; it is left out.", c.field.Label, shortened(cell, 40)))
		return
	}
	b.Given = append(b.Given, c.field.Key)
	if day, is := c.days.yearless[strings.TrimSpace(cell)]; is && c.field.Input == data.InputDate {
		b.doubt(data.Say("%s: “%s” tells no year; it is read as %s.", c.field.Label, shortened(cell, 40), day))
	}
	if c.field.Input == data.InputDate && c.days.unsure(cell) {
		b.Doubts = append(b.Doubts, data.Say("%s: “%s” is read as %s; day and month may be meant the other way round.", c.field.Label, shortened(cell, 40), *c.field.Date(&b.Row)))
	}
}

// take puts the text of a cell into a field; not ok where it is none for it.
func (c *filledColumn[T]) take(row *T, cell string) (ok bool) {
	f := c.field
	switch f.Input {
	case data.InputLine:
		*f.Text(row) = data.CleanLine(cell)
	case data.InputText:
		*f.Text(row) = cell
	case data.InputList:
		*f.List(row) = listIn(cell)
	case data.InputDate:
		day, is := c.days.read(cell)
		if is {
			*f.Date(row) = day
		}
		return is
	case data.InputClock:
		clock, is := startIn(cell)
		if is {
			*f.Clock(row) = clock
		}
		return is
	case data.InputNumber:
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(cell), ".0"), ",0"))
		if err == nil {
			*f.Number(row) = n
		}
		return err == nil
	case data.InputFraction:
		return f.TakeFraction(row, cell) == nil
	case data.InputTick:
		*f.Tick(row), ok = tickIn(cell)
		return ok
	case data.InputChoice:
		word, ok := choiceIn(f.Choices(), cell)
		if ok {
			f.Choose(row, word)
		}
		return ok
	case data.InputChoices:
		return c.takeChoices(row, cell)
	}
	return true
}

func (c *filledColumn[T]) takeChoices(row *T, cell string) bool {
	var chosen data.Lines
	for _, entry := range listIn(cell) {
		word, ok := choiceIn(c.field.Choices(), entry)
		if !ok {
			return false
		}
		if !slices.Contains(chosen, word) {
			chosen = append(chosen, word)
		}
	}
	*c.field.List(row) = chosen
	return true
}

// listIn are the entries of a list in a cell: one a line, else with semicolons, else
// with commas between.
func listIn(cell string) data.Lines {
	for _, sign := range []string{"\n", ";", ","} {
		if strings.Contains(cell, sign) {
			return data.ParseLines(strings.ReplaceAll(cell, sign, "\n"))
		}
	}
	return data.ParseLines(cell)
}

// ticks are how yes and no are written, folded.
var ticks = map[string]bool{
	"yes": true, "y": true, "true": true, "1": true, "x": true, "✓": true, "✔": true, "☑": true, "ja": true, "j": true, "wahr": true,
	"oui": true, "o": true, "vrai": true, "si": true, "s": true, "verdadero": true,
	"no": false, "n": false, "false": false, "0": false, "-": false, "–": false, "☐": false, "nein": false, "falsch": false,
	"non": false, "faux": false, "falso": false,
}

func tickIn(cell string) (on, ok bool) {
	on, ok = ticks[data.Fold(strings.TrimSpace(cell))]
	return on, ok
}

// choiceWords are what words that may be chosen are called elsewhere, folded.
var choiceWords = map[string]string{
	"mitglied": string(data.KindMember), "membre": string(data.KindMember), "miembro": string(data.KindMember), "members": string(data.KindMember),
	"kontakt": string(data.KindContact), "contacto": string(data.KindContact), "extern": string(data.KindContact), "external": string(data.KindContact),
	"externe": string(data.KindContact), "externo": string(data.KindContact), "guest": string(data.KindContact), "gast": string(data.KindContact),

	"geplant": string(data.StatusPlanned), "planifie": string(data.StatusPlanned), "planificado": string(data.StatusPlanned), "confirmed": string(data.StatusPlanned),
	"bestatigt": string(data.StatusPlanned), "confirme": string(data.StatusPlanned), "confirmado": string(data.StatusPlanned),
	"abgesagt": string(data.StatusCancelled), "storniert": string(data.StatusCancelled), "canceled": string(data.StatusCancelled),
	"annule": string(data.StatusCancelled), "cancelado": string(data.StatusCancelled), "anulado": string(data.StatusCancelled),
	"angekundigt": string(data.StatusAnnounced), "annonce": string(data.StatusAnnounced), "anunciado": string(data.StatusAnnounced),
	"stattgefunden": string(data.StatusHeld), "durchgefuhrt": string(data.StatusHeld), "tenu": string(data.StatusHeld), "realizado": string(data.StatusHeld),
}

// choiceIn finds the choice that a cell names, by the word the program has for it, by
// its label, or by what it is called elsewhere.
func choiceIn(choices []data.Choice, cell string) (word string, ok bool) {
	folded := headingWord(cell)
	for _, c := range choices {
		if c.Word == "" && folded == "" || folded != "" && (headingWord(c.Word) == folded || headingWord(c.Label.Key) == folded) {
			return c.Word, true
		}
	}
	other, known := choiceWords[folded]
	if known && slices.ContainsFunc(choices, func(c data.Choice) bool { return c.Word == other }) {
		return other, true
	}
	return "", false
}
