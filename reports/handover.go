package reports

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/page"
)

// makeHandover makes the binder for whoever leads next: the charter, the
// calendar, what is still open, whom to ask, how things are run, and the first
// 30 days. Private notes, attitudes and balances stay out of it.
func makeHandover(d *draft) (product, error) {
	h := &handover{running: newRunning(d)}
	h.foot = h.say.Text("Handover binder")
	chapters := []chapter{
		{h.say.Text("Charter"), h.say.Text("What we agreed"), h.charter},
		{h.say.Text("Calendar"), h.say.Text("What comes, and what was"), h.calendar},
		{h.say.Text("Open promises and follow-ups"), h.say.Text("What somebody waits for"), h.promises},
		{h.say.Text("Who to ask"), h.say.Text("People, roles, sponsors, channels"), h.people},
		{h.say.Text("How we run things"), h.say.Text("Habits, agreements and what we wrote about them"), h.habits},
		{h.say.Text("First 30 days"), h.say.Text("To tick off"), h.firstDays},
	}
	h.cover(chapters)
	for i, c := range chapters {
		h.open(c.title, c.about)
		h.doc.Put(h.places[i], 0)
		h.starts[i] = h.doc.PageNumber()
		c.draw()
	}
	h.annex()
	return h.doc, h.doc.Err()
}

// chapter is a part of the binder.
type chapter struct {
	title, about string
	draw         func()
}

// handover draws the binder. Its table of contents leads to the chapters.
type handover struct {
	*running
	places []page.Place
	starts []int
}

// cover is the first page: what this is, and the contents.
func (h *handover) cover(chapters []chapter) {
	say := h.say
	h.open(say.Text("Handover binder"), h.Community.Name)
	if purpose := h.Community.PrimaryPurpose; purpose != "" {
		h.notice(purpose)
	}
	lines := []string{say.Text("Made on %s", h.opt.Today)}
	if leader, ok := h.Leader(); ok {
		lines = append(lines, say.Text("Leader at present: %s", leader.Name))
	}
	h.text(dotted(lines...), page.Style{Size: 11}, 3)
	h.text(say.Text("Welcome. This binder is what you need to begin: read the last chapter first, then the open promises; the rest is to look things up in. Beside it you get a copy of the community file; private notes have been left out of both."), page.Style{Size: 11}, 5)
	h.section(say.Text("Contents"), 0)
	h.starts = make([]int, len(chapters))
	contents := h.area
	const row = 9.0
	for _, c := range chapters {
		place := h.doc.NewPlace()
		h.places = append(h.places, place)
		strip, rest := h.area.CutTop(row)
		h.area = rest
		h.doc.Rule(strip.X, strip.Y, strip.Right(), strip.Y, page.Pen{Color: page.Line, Width: 0.6})
		took := h.doc.Text(strip, c.title, page.Style{Size: 12, Bold: true, Valign: page.ValignMiddle, MaxLines: 1})
		h.doc.Text(strip.Trimmed(took.Width+4, 0, 12, 0), c.about, page.Style{Size: 9.5, Color: page.Muted, Valign: page.ValignMiddle, MaxLines: 1})
		h.doc.LinkTo(strip, place)
	}
	// The pages of the chapters are known when all are drawn.
	h.doc.OnEveryPage(func(number, _ int) {
		for i, start := range h.starts {
			if number == 1 {
				strip := page.Rect{X: contents.X, Y: contents.Y + float64(i)*row, W: contents.W, H: row}
				h.doc.Text(strip, say.Text("%d", start), page.Style{Size: 11, Bold: true, Color: page.Primary, Align: page.AlignRight, Valign: page.ValignMiddle, MaxLines: 1})
			}
		}
	})
}

func (h *handover) charter() {
	h.text(h.stand(), page.Style{Size: 10.5, Color: page.Muted}, 1)
	sections := CharterText(h.Snapshot, h.say)
	if len(sections) == 0 {
		h.nothing(h.say.Text("Nothing is written yet. Begin with what you are here for."))
	}
	for _, section := range sections {
		h.section(section.Title, 1)
		for _, f := range section.Fields {
			if f.Lines == nil {
				h.facts([][2]string{{f.Label, f.Text}})
				h.gap(-1.5)
				continue
			}
			h.sub(f.Label)
			h.bullets(f.Lines)
		}
	}
}

// Most rows of what was.
const lastEventsShown = 12

func (h *handover) calendar() {
	say := h.say
	c := &h.Community
	cadence := ""
	if c.CadenceDays > 0 {
		cadence = say.Count(c.CadenceDays, "every %d day", "every %d days")
	}
	h.facts([][2]string{{say.Text("Rhythm"), dotted(cadence, c.UsualSlot)}, {say.Text("Charter review"), h.dayOr(c.ReviewOn)}, {say.Text("Health check"), h.nextRound()}})
	h.section(say.Text("What comes"), 1)
	columns := []page.TableColumn{{Head: say.Text("When"), Share: 21}, {Head: say.Text("Event"), Share: 36}, {Head: say.Text("Format"), Share: 24}, {Head: say.Text("Who"), Share: 29}, {Head: say.Text("Status"), Share: 19}}
	var rows [][]page.TableCell
	for _, e := range h.ComingEvents(h.opt.Today) {
		status := say.Text("planned")
		if e.Status == data.StatusAnnounced {
			status = say.Text("announced")
		}
		who := append(h.whoDoes(e.ID, data.PartFacilitator), h.whoDoes(e.ID, data.PartSpeaker)...)
		rows = append(rows, []page.TableCell{{Text: say.Text("%s, %s", e.On, e.Start.String())}, {Text: e.Title, Bold: true}, {Text: say.Of(data.FormatName(e.Format))}, {Text: say.List(who)}, {Text: status, Color: page.Muted}})
	}
	if len(rows) == 0 {
		h.nothing(say.Text("Nothing is planned yet. Put the next date in first."))
	} else {
		h.table(page.Table{Columns: columns}, rows)
	}
	held := h.HeldEvents(h.opt.Today)
	if len(held) == 0 {
		return
	}
	h.section(say.Text("What was"), 1)
	columns[4].Head = say.Text("Minutes")
	rows = nil
	for i, e := range slices.Backward(held) {
		if len(held)-i > lastEventsShown {
			break
		}
		minutes := say.Text("missing")
		if m := h.minutesOf(e.ID); m.PublishedOn != 0 {
			minutes = cmp.Or(m.Where, say.Text("published"))
		}
		rows = append(rows, []page.TableCell{{Text: say.Date(e.On)}, {Text: e.Title, Bold: true}, {Text: say.Of(data.FormatName(e.Format))}, {Text: say.List(h.whoDoes(e.ID, data.PartFacilitator))}, {Text: minutes, Color: page.Muted}})
	}
	h.table(page.Table{Columns: columns}, rows)
}

// nextRound says when the last health check was, and whether one is open.
func (h *handover) nextRound() string {
	if open := h.OpenRounds(h.opt.Today); len(open) > 0 {
		return h.say.Text("%s takes answers now", open[0].Name)
	}
	if last, ok := h.LastRound(h.opt.Today); ok {
		return h.say.Text("%s closed on %s", last.Name, last.ClosedOn)
	}
	return h.say.Text("none yet")
}

// promises are what was asked of or promised to people, what is in work, and
// what the sponsors were asked.
func (h *handover) promises() {
	say := h.say
	h.section(say.Text("Asked and promised"), 1)
	var rows [][]page.TableCell
	for i := range h.FollowUps {
		f := &h.FollowUps[i]
		if !f.Open() || f.On > h.opt.Today {
			continue
		}
		rows = append(rows, []page.TableCell{{Text: h.about(f), Bold: true}, {Text: f.What}, {Text: say.Text("%s, %s", f.State.Phrase(), f.On)}, {Text: h.dayOr(f.Due)}})
	}
	columns := []page.TableColumn{{Head: say.Text("Who"), Share: 28}, {Head: say.Text("What"), Share: 48}, {Head: say.Text("State"), Share: 24}, {Head: say.Text("Due"), Share: 16}}
	h.tableOr(columns, rows, say.Text("Nothing is open."))
	h.section(say.Text("In work"), 1)
	rows = nil
	for _, item := range h.boardItems() {
		if isWaitedFor(item) {
			owner, _ := h.MemberByID(item.OwnerID)
			rows = append(rows, []page.TableCell{{Text: cmp.Or(owner.Name, "–")}, {Text: item.Title, Bold: true}, {Text: dotted(say.Of(item.Kind.Phrase()), say.Of(item.Column.Phrase()))}, {Text: h.dayOr(item.Due)}})
		}
	}
	h.tableOr(columns, rows, say.Text("Nothing is in work."))
	var late []string
	for _, e := range h.HeldEvents(h.opt.Today) {
		if h.minutesOf(e.ID).PublishedOn == 0 {
			late = append(late, say.Text("%s: %s", e.On, e.Title))
		}
	}
	if len(late) > 0 {
		h.section(say.Text("Minutes not yet published"), 1)
		h.bullets(late)
	}
}

// isWaitedFor tells whether somebody waits for an item: it is in work, or somebody
// was asked.
func isWaitedFor(item *data.Item) bool {
	switch item.Column {
	case data.ColumnDone, data.ColumnParked:
		return false
	case data.ColumnDoing, data.ColumnPlanned:
		return true
	}
	return item.Kind == data.KindSponsorAsk || item.Kind == data.KindHelpRequest
}

func (h *handover) tableOr(columns []page.TableColumn, rows [][]page.TableCell, none string) {
	if len(rows) == 0 {
		h.nothing(none)
		return
	}
	h.table(page.Table{Columns: columns}, rows)
}

// about names whom a follow-up is about.
func (h *handover) about(f *data.FollowUp) string {
	if m, ok := h.MemberByID(f.MemberID); ok {
		return m.Name
	}
	for _, s := range h.Sponsors {
		if s.ID == f.SponsorID {
			return h.say.Text("%s (sponsor)", s.Name)
		}
	}
	return h.say.Text("%s (guest)", f.Guest)
}
