package forleader

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Handover makes the binder for whoever leads next: the charter, the
// calendar, what is still open, whom to ask, how things are run, and the first
// 30 days. Private notes, attitudes and balances stay out of it.
func Handover(d *press.Draft) (press.Product, error) {
	h := &handover{Running: press.NewRunning(d)}
	h.Foot = h.Say.Text("Handover binder")
	chapters := []chapter{
		{h.Say.Text("First 30 days"), h.Say.Text("To read first, and to tick off"), h.firstDays},
		{h.Say.Text("Open promises and follow-ups"), h.Say.Text("What somebody waits for"), h.promises},
		{h.Say.Text("How we stand"), h.Say.Text("The newest health check, measures now, risks"), h.standing},
		{h.Say.Text("Charter"), h.Say.Text("What we agreed"), h.charter},
		{h.Say.Text("Calendar"), h.Say.Text("What comes, and what was"), h.calendar},
		{h.Say.Text("Who to ask"), h.Say.Text("People, roles, sponsors, channels"), h.people},
		{h.Say.Text("How we run things"), h.Say.Text("Habits, agreements and what we wrote about them"), h.habits},
	}
	h.cover(chapters)
	for i, c := range chapters {
		top := 0.0
		if i == 0 {
			h.Open(c.title, c.about) // the contents stand alone
		} else {
			top = h.OpenOn(c.title, c.about)
		}
		h.Doc.Put(h.places[i], top)
		h.starts[i] = h.Doc.PageNumber()
		c.draw()
	}
	h.Annex()
	return h.Doc, h.Doc.Err()
}

// chapter is a part of the binder.
type chapter struct {
	title, about string
	draw         func()
}

// handover draws the binder. Its table of contents leads to the chapters.
type handover struct {
	*press.Running
	places []page.Place
	starts []int
}

// cover is the first page: what this is, and the contents.
func (h *handover) cover(chapters []chapter) {
	say := h.Say
	h.Open(say.Text("Handover binder"), h.Community.Name)
	if purpose := h.Community.PrimaryPurpose; purpose != "" {
		h.Notice(purpose)
	}
	lines := []string{say.Text("Made on %s", h.Opt.Today)}
	if leader, ok := h.Leader(); ok {
		lines = append(lines, say.Text("Leader at present: %s", leader.Name))
	}
	h.Text(press.Dotted(lines...), page.Style{Size: 11}, 3)
	h.Text(say.Text("Welcome. This binder is what you need to begin: read the first chapter, then the open promises; the rest is to look things up in. Beside it you get a copy of the community file; private notes have been left out of both."), page.Style{Size: 11}, 5)
	h.Section(say.Text("Contents"), 0)
	h.starts = make([]int, len(chapters))
	contents := h.Area
	const row = 9.0
	for _, c := range chapters {
		place := h.Doc.NewPlace()
		h.places = append(h.places, place)
		strip, rest := h.Area.CutTop(row)
		h.Area = rest
		h.Doc.Rule(strip.X, strip.Y, strip.Right(), strip.Y, page.Pen{Color: page.Line, Width: 0.6})
		took := h.Doc.Text(strip, c.title, page.Style{Size: 12, Bold: true, Valign: page.ValignMiddle, MaxLines: 1})
		h.Doc.Text(strip.Trimmed(took.Width+4, 0, 12, 0), c.about, page.Style{Size: 9.5, Color: page.Muted, Valign: page.ValignMiddle, MaxLines: 1})
		h.Doc.LinkTo(strip, place)
	}
	// The pages of the chapters are known when all are drawn.
	h.Doc.OnEveryPage(func(number, _ int) {
		for i, start := range h.starts {
			if number == 1 {
				strip := page.Rect{X: contents.X, Y: contents.Y + float64(i)*row, W: contents.W, H: row}
				h.Doc.Text(strip, say.Text("%d", start), page.Style{Size: 11, Bold: true, Color: page.Primary, Align: page.AlignRight, Valign: page.ValignMiddle, MaxLines: 1})
			}
		}
	})
}

func (h *handover) charter() {
	since := chartertext.SinceAgreed(h.Draft)
	h.Text(since.Stand(h.Draft), page.Style{Size: 10.5, Color: page.Muted}, 1)
	if len(since.Sections) == 0 {
		h.Nothing(h.Say.Text("Nothing is written yet. Begin with what you are here for."))
	}
	for _, section := range since.Sections {
		h.SectionOf(section.Title, 1, since.Fields(h.Draft, section.Fields))
	}
}

// Most rows of what was.
const lastEventsShown = 12

func (h *handover) calendar() {
	say := h.Say
	c := &h.Community
	cadence := ""
	if c.CadenceDays > 0 {
		cadence = say.Count(c.CadenceDays, "every %d day", "every %d days")
	}
	h.Facts([][2]string{{say.Text("Rhythm"), press.Dotted(cadence, c.UsualSlot)}, {say.Text("Charter review"), h.DayOr(c.ReviewOn)}, {say.Text("Health check"), h.nextRound()}})
	h.Section(say.Text("What comes"), 1)
	columns := []page.TableColumn{{Head: say.Text("When"), Share: 21}, {Head: say.Text("Event"), Share: 36}, {Head: say.Text("Format"), Share: 24}, {Head: say.Text("Who"), Share: 29}, {Head: say.Text("Status"), Share: 19}}
	var rows [][]page.TableCell
	for _, e := range h.ComingEvents(h.Opt.Today) {
		status := say.Text("planned")
		if e.Status == data.StatusAnnounced {
			status = say.Text("announced")
		}
		who := h.WhoDoes(e.ID, data.PartFacilitator)
		for _, name := range h.WhoDoes(e.ID, data.PartSpeaker) {
			if !slices.Contains(who, name) {
				who = append(who, name)
			}
		}
		rows = append(rows, []page.TableCell{{Text: say.Text("%s, %s", e.On, e.Begins().String())}, {Text: e.Title, Bold: true}, {Text: say.Of(data.FormatName(e.Format))}, {Text: say.List(who)}, {Text: status, Color: page.Muted}})
	}
	if len(rows) == 0 {
		h.Nothing(say.Text("Nothing is planned yet. Put the next date in first."))
	} else {
		h.Table(page.Table{Columns: columns}, rows)
	}
	held := h.HeldEvents(h.Opt.Today)
	if len(held) == 0 {
		return
	}
	h.Section(say.Text("What was"), 1)
	columns[4].Head = say.Text("Minutes")
	rows = nil
	for i, e := range slices.Backward(held) {
		if len(held)-i > lastEventsShown {
			break
		}
		minutes := say.Text("missing")
		if m := h.MinutesOf(e.ID); m.PublishedOn != 0 {
			minutes = cmp.Or(m.Where, say.Text("published"))
		}
		rows = append(rows, []page.TableCell{{Text: say.Date(e.On)}, {Text: e.Title, Bold: true}, {Text: say.Of(data.FormatName(e.Format))}, {Text: say.List(h.WhoDoes(e.ID, data.PartFacilitator))}, {Text: minutes, Color: page.Muted}})
	}
	h.Table(page.Table{Columns: columns}, rows)
}

// nextRound says when the last health check was, and whether one is open.
func (h *handover) nextRound() string {
	if open := h.OpenRounds(h.Opt.Today); len(open) > 0 {
		return h.Say.Text("%s takes answers now", open[0].Name)
	}
	if last, ok := h.LastRound(h.Opt.Today); ok {
		return h.Say.Text("%s closed on %s", last.Name, last.ClosedOn)
	}
	return h.Say.Text("none yet")
}

// promises are what was asked of or promised to people, what is in work, and
// what the sponsors were asked.
func (h *handover) promises() {
	say := h.Say
	h.Section(say.Text("Asked and promised"), 1)
	var rows [][]page.TableCell
	for i := range h.FollowUps {
		f := &h.FollowUps[i]
		if !f.Open() || f.On > h.Opt.Today {
			continue
		}
		rows = append(rows, []page.TableCell{{Text: h.about(f), Bold: true}, {Text: f.What}, {Text: say.Text("%s, %s", f.State.Phrase(), f.On)}, {Text: h.DayOr(f.Due)}})
	}
	columns := []page.TableColumn{{Head: say.Text("Who"), Share: 28}, {Head: say.Text("What"), Share: 48}, {Head: say.Text("State"), Share: 24}, {Head: say.Text("Due"), Share: 16}}
	h.tableOr(columns, rows, say.Text("Nothing is open."))
	h.Section(say.Text("In work"), 1)
	rows = nil
	for _, item := range h.BoardItems() {
		if isWaitedFor(item) {
			owner, _ := h.MemberByID(item.OwnerID)
			rows = append(rows, []page.TableCell{{Text: cmp.Or(owner.Name, "–")}, {Text: item.Title, Bold: true}, {Text: press.Dotted(say.Of(item.Kind.Phrase()), say.Of(item.Column.Phrase()))}, {Text: h.DayOr(item.Due)}})
		}
	}
	h.tableOr(columns, rows, say.Text("Nothing is in work."))
	var late []string
	for _, e := range h.HeldEvents(h.Opt.Today) {
		if h.MinutesOf(e.ID).PublishedOn == 0 {
			late = append(late, say.Text("%s: %s", e.On, e.Title))
		}
	}
	if more := len(late) - lastEventsShown; more > 0 {
		late = append(late[more:], say.Count(more, "and %d before these", "and %d before these"))
	}
	if len(late) > 0 {
		h.Section(say.Text("Minutes not yet published"), 1)
		h.Bullets(late)
	}
}

// isWaitedFor tells whether somebody waits for an item: it is in work, somebody
// took it or was asked, or it is to answer what members said.
func isWaitedFor(item *data.Item) bool {
	switch item.Column {
	case data.ColumnDone, data.ColumnParked:
		return false
	case data.ColumnDoing, data.ColumnPlanned:
		return true
	}
	return item.OwnerID != 0 || item.Kind == data.KindAction || item.Kind == data.KindSponsorAsk || item.Kind == data.KindHelpRequest
}

func (h *handover) tableOr(columns []page.TableColumn, rows [][]page.TableCell, none string) {
	if len(rows) == 0 {
		h.Nothing(none)
		return
	}
	h.Table(page.Table{Columns: columns}, rows)
}

// about names whom a follow-up is about.
func (h *handover) about(f *data.FollowUp) string {
	if m, ok := h.MemberByID(f.MemberID); ok {
		return m.Name
	}
	for _, s := range h.Sponsors {
		if s.ID == f.SponsorID {
			return h.Say.Text("%s (sponsor)", s.Name)
		}
	}
	return h.Say.Text("%s (guest)", f.Guest)
}
