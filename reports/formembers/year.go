package formembers

import (
	"cmp"
	"slices"
	"time"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// yearMonths is how many months stand on the page.
const yearMonths = 12

// Year makes the year on a page: what was, what comes, when something is due.
func Year(d *press.Draft) (press.Product, error) {
	y := &year{Running: &press.Running{Pages: press.PagesOn(d, d.Opt.Paper.Landscape())}, entries: map[data.Date][]yearEntry{}}
	y.Side = 12
	y.k = y.Doc.Paper().Height / page.A4.Width
	y.draw()
	return y.Doc, y.Doc.Err()
}

// year draws twelve months.
type year struct {
	*press.Running
	k       float64 // how much larger than A4 the paper is
	first   data.Date
	entries map[data.Date][]yearEntry // by month
}

// yearEntry is what stands on a day.
type yearEntry struct {
	on   data.Date
	mark page.Mark
	tint page.Color
	hint string // "planned" …
	text string
}

func (y *year) draw() {
	// Half a year back shows the rhythm, half a year ahead the plan.
	this, month, _ := y.Opt.Today.Civil()
	y.first = data.NewDate(this, month-5, 1)
	if y.Opt.From != 0 {
		y.first = press.MonthOf(y.Opt.From)
	}
	from, m, _ := y.first.Civil()
	last := data.NewDate(from, m+yearMonths, 1).AddDays(-1)
	y.gather(last)
	lead := y.Say.Text("%s to %s", y.MonthName(y.first), y.MonthName(press.MonthOf(last)))
	if c := &y.Community; c.CadenceDays > 0 {
		lead = press.Dotted(lead, y.Say.Count(c.CadenceDays, "every %d day", "every %d days"), c.UsualSlot)
	}
	if zone := y.Community.TimeZone; zone != "" && len(y.ComingEvents(y.Opt.Today)) > 0 {
		lead = press.Dotted(lead, y.Say.Text("hours in %s", press.City(zone)))
	}
	y.Open(y.Say.Text("%s: the year", y.Community.Name), lead)
	y.legend()
	const columns, gap = 4, 4.0
	rows := yearMonths / columns
	width, high := (y.Area.W-gap*(columns-1))/columns, (y.Area.H-gap*float64(rows-1))/float64(rows)
	start := y.Area
	for i := range yearMonths {
		monthFirst := data.NewDate(from, m+time.Month(i), 1)
		box := page.Rect{X: start.X + float64(i%columns)*(width+gap), Y: start.Y + float64(i/columns)*(high+gap), W: width, H: high}
		y.month(box, monthFirst, y.MonthName(monthFirst))
	}
	y.Area = page.Rect{X: start.X, Y: start.Bottom(), W: start.W} // the months fill it
	y.Annex()
}

func (y *year) add(e yearEntry, last data.Date) {
	if e.on >= y.first && e.on <= last {
		first := press.MonthOf(e.on)
		y.entries[first] = append(y.entries[first], e)
	}
}

// titleOf is the title of an event, with its last day where it has several.
func (y *year) titleOf(e *data.Event) string {
	if e.LastDay == 0 {
		return y.PublicTitle(e)
	}
	return y.Say.Text("%s, until %s", y.PublicTitle(e), y.Say.DayMonth(e.LastDay))
}

// hour is when an event begins, with the place of its zone where that is not the one that
// stands above.
func (y *year) hour(e *data.Event) string {
	if e.TimeZone == "" || e.TimeZone == y.Community.TimeZone {
		return e.Begins().String()
	}
	return y.Say.Text("%s %s", e.Begins().String(), press.City(e.TimeZone))
}

// gather reads what stands on the days up to the last.
func (y *year) gather(last data.Date) {
	say := y.Say
	for i := range y.Events {
		e := &y.Events[i]
		switch {
		case e.HeldBy(y.Opt.Today):
			y.add(yearEntry{e.On, page.Disc, page.Level(2), "", y.titleOf(e)}, last)
		case e.Coming(y.Opt.Today):
			y.add(yearEntry{e.On, page.Ring, page.Level(1), y.hour(e), y.titleOf(e)}, last)
		}
	}
	for i := range y.Rounds {
		r := &y.Rounds[i]
		closed, was := y.ClosedRound(r.ID, max(r.ClosedOn, y.Opt.Today))
		on, what := closed.ClosedOn, say.Text("Health check closed: %s", r.Name)
		switch {
		case was && r.Open():
			what = say.Text("Health check closed, now open again: %s", r.Name)
		case r.Open():
			on, what = cmp.Or(r.ClosesOn, r.OpenedOn), say.Text("Health check closes: %s", r.Name)
		}
		y.add(yearEntry{on, page.Triangle, page.Warn, "", what}, last)
	}
	y.rhythm(last)
	y.rests(last)
	if on := y.Community.ReviewOn; on != 0 {
		y.add(yearEntry{on, page.Diamond, page.Bad, "", say.Text("Review the charter")}, last)
	}
	for _, m := range y.Measures {
		if m.Due != 0 {
			y.add(yearEntry{m.Due, page.Diamond, page.Bad, "", say.Text("Measure due: %s", m.Wording)}, last)
		}
	}
	for _, r := range y.Reports {
		if r.SentOn != 0 {
			y.add(yearEntry{r.SentOn, page.Square, page.Primary, "", say.Text("Report to the sponsors")}, last)
		}
	}
	for _, v := range y.Versions {
		y.add(yearEntry{v.AgreedOn, page.Square, page.Primary, "", say.Text("Charter agreed, version %d", v.Version)}, last)
	}
	for _, entries := range y.entries {
		slices.SortStableFunc(entries, func(a, b yearEntry) int { return cmp.Compare(a.on, b.on) })
	}
}

// rhythm adds what is not planned yet, and comes by habit: events after the last
// that has a date, and the next health check, a quarter after the last; on days on
// which we rest there is none.
func (y *year) rhythm(last data.Date) {
	say, today := y.Say, y.Opt.Today
	if days := y.Community.CadenceDays; days > 0 {
		latest := data.Date(0)
		for i := range y.Events {
			if e := &y.Events[i]; e.HeldBy(today) || e.Coming(today) {
				latest = max(latest, e.On)
			}
		}
		if latest != 0 {
			for on := latest.AddDays(days); on <= last; on = on.AddDays(days) {
				if on > today && !y.Resting(on) {
					y.add(yearEntry{on, page.Dot, page.Muted, "", say.Text("about now: an event")}, last)
				}
			}
		}
	}
	if round, ok := y.LastRound(today); ok && len(y.OpenRounds(today)) == 0 {
		on := round.ClosedOn.AddDays(quarterDays)
		for on > today && on <= last && y.Resting(on) {
			on = on.AddDays(1)
		}
		if on > today {
			y.add(yearEntry{on, page.Triangle, page.Muted, "", say.Text("about now: the next health check")}, last)
		}
	}
}

// rests adds the days on which nothing is planned.
func (y *year) rests(last data.Date) {
	if c := &y.Community; c.Paused(y.Opt.Today) {
		y.add(yearEntry{y.Opt.Today, page.Dash, page.Muted, "", y.Say.Text("We pause until %s", c.PausedUntil)}, last)
	}
	for _, p := range y.Pauses {
		text := p.Name
		if p.Last > p.First {
			text = y.Say.Text("%s, until %s", p.Name, y.Say.DayMonth(p.Last))
		}
		y.add(yearEntry{p.First, page.Dash, page.Muted, "", text}, last)
	}
}

// quarterDays lie between two health checks (data/README.md, Health cards).
const quarterDays = 91

// legend says what the marks stand for.
func (y *year) legend() {
	marks := []struct {
		mark page.Mark
		tint page.Color
		text string
	}{{page.Disc, page.Level(2), y.Say.Text("held")}, {page.Ring, page.Level(1), y.Say.Text("to come")}, {page.Dot, page.Muted, y.Say.Text("by our rhythm")}, {page.Triangle, page.Warn, y.Say.Text("health check")},
		{page.Diamond, page.Bad, y.Say.Text("due")}, {page.Square, page.Primary, y.Say.Text("agreed, reported")}, {page.Dash, page.Muted, y.Say.Text("pause")}}
	s := page.Style{Size: 9 * y.k, Color: page.Muted, MaxLines: 1}
	x := y.Area.Right()
	for _, m := range slices.Backward(marks) {
		x -= y.Doc.Measure(0, m.text, s).Width + 9*y.k
		y.Doc.Mark(m.mark, x+1.5*y.k, y.Area.Y-0.6*y.k, 2.6*y.k, m.tint)
		y.Doc.TextLine(x+4*y.k, y.Area.Y+0.5*y.k, m.text, s)
	}
	y.Gap(4 * y.k)
}

func (y *year) month(r page.Rect, first data.Date, name string) {
	now := first == press.MonthOf(y.Opt.Today)
	look := page.Look{Fill: page.Surface, Radius: 2, Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.55), Width: 0.6}}
	if now {
		look.Fill, look.Stroke = page.PrimarySoft, page.Pen{Color: page.Primary, Width: 1.2}
	}
	y.Doc.Box(r, look)
	inner := r.Inset(3 * y.k)
	head, inner := inner.CutTop(6 * y.k)
	y.Doc.Text(head, name, page.Style{Size: 11.5 * y.k, Bold: true, Color: page.Primary, MaxLines: 1})
	entries, room := y.entries[first], inner.W-11.5*y.k
	style := y.entryStyle(entries, room, inner.H)
	day := style
	day.Bold = true
	for i, e := range entries {
		text := press.Dotted(e.hint, e.text)
		high := y.Doc.Measure(room, text, style).Height
		if more := len(entries) - i; inner.H < high || more > 1 && inner.H < high+y.Doc.LineHeight(style) {
			y.Doc.Text(inner, y.Say.Count(more, "and %d more", "and %d more"), page.Style{Size: 8.5 * y.k, Italic: true, Color: page.Muted, MaxLines: 1})
			for _, hidden := range entries[i:] {
				y.InFull(name, y.Say.Text("%s: %s", hidden.on, press.Dotted(hidden.hint, hidden.text)))
			}
			return
		}
		y.Doc.Mark(e.mark, inner.X+1.2*y.k, inner.Y+y.Doc.LineHeight(style)/2, 2.2*y.k, e.tint)
		_, _, number := e.on.Civil()
		y.Doc.Text(page.Rect{X: inner.X + 4*y.k, Y: inner.Y, W: 7 * y.k}, y.Say.Text("%d", number), day)
		took := y.Doc.Text(page.Rect{X: inner.X + 11*y.k, Y: inner.Y, W: room}, text, style)
		if took.Truncated {
			y.InFull(name, y.Say.Text("%s: %s", e.on, text))
		}
		_, inner = inner.CutTop(took.Height + y.entryGap())
	}
}

// entryGap is between two entries of a month, in millimetres.
func (y *year) entryGap() float64 { return 0.8 * y.k }

// Lines that an entry of a month has: so many where the month has room for all of its
// entries, and no fewer than these.
const (
	entryMost  = 8
	entryLeast = 2
)

// entryStyle is how the entries of a month are set: with lines enough for whole texts, or
// with as many as leave room for each entry.
func (y *year) entryStyle(entries []yearEntry, wide, high float64) page.Style {
	style := page.Style{Size: 9.5 * y.k, LineHeight: 1.24, MaxLines: entryMost}
	for ; style.MaxLines > entryLeast; style.MaxLines-- {
		took := 0.0
		for _, e := range entries {
			took += y.Doc.Measure(wide, press.Dotted(e.hint, e.text), style).Height + y.entryGap()
		}
		if took <= high {
			break
		}
	}
	return style
}
