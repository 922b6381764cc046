package formembers

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/press"
)

// digestDays is how far back a digest looks when no period is asked for.
const digestDays = 31

// news gathers what a digest tells of a period.
type news struct {
	*press.Draft
	from, until data.Date
}

// Digest makes the short news of the community: what happened in the last
// month, or the period asked for, what comes, where help is wanted.
func Digest(d *press.Draft) (press.Product, error) {
	m := &press.Markdown{}
	m.Heading(1, d.Say.Text("News from %s", d.Community.Name))
	return m, WriteDigest(d, m)
}

// WriteDigest writes what stands below the title of a digest.
func WriteDigest(d *press.Draft, m *press.Markdown) error {
	n := &news{Draft: d, until: d.Opt.Today}
	if d.Opt.Until != 0 {
		n.until = min(n.until, d.Opt.Until)
	}
	n.from = cmp.Or(d.Opt.From, max(n.until.AddDays(1-digestDays), min(d.KnownSince(d.Opt.Today), n.until)))
	if n.from > n.until {
		return data.Invalid("from", "The first day of the period lies after its last.")
	}
	say := d.Say
	m.Paragraph(d.Stretch(n.from, n.until))
	happened, coming := n.happened(), n.coming()
	m.Part(say.Text("What happened"), happened)
	m.Part(say.Text("Thank you"), append(n.thanks(), n.saidThere()...))
	m.Part(say.Text("What comes"), coming)
	m.Part(say.Text("What we work on"), itemsWhere(n.Draft, func(i *data.Item) bool { return i.Column == data.ColumnDoing }))
	m.Part(say.Text("Where you can help"), itemsWhere(n.Draft, func(i *data.Item) bool {
		waits := i.Column == data.ColumnReady || i.Column == data.ColumnIdea
		return waits && i.OwnerID == 0 && (i.FirstStep || i.Kind == data.KindHelpRequest && i.AnsweredOn == 0)
	}))
	if len(happened)+len(coming) == 0 {
		m.Paragraph(say.Text("It was quiet, and nothing is planned yet. What would you like to do?"))
	}
	return nil
}

// within reports whether a day lies in the period.
func (n *news) within(on data.Date) bool { return on != 0 && on.Within(n.from, n.until) }

func (n *news) happened() []string {
	say := n.Say
	lines := n.held()
	for i := range n.Items {
		if item := &n.Items[i]; item.Column == data.ColumnDone && n.within(item.DoneOn) {
			lines = append(lines, say.Text("Finished: %s (%s)", item.Title, say.Of(item.Kind.Phrase())))
		}
	}
	for _, v := range n.Versions {
		if n.within(v.AgreedOn) {
			lines = append(lines, say.Text("Agreed: version %d of our charter", v.Version))
		}
	}
	for _, round := range n.ClosedRounds(n.until) {
		if n.within(round.ClosedOn) {
			result := n.Result(round.ID)
			lines = append(lines, say.Text("%s: health check “%s”, %s", round.ClosedOn, round.Name, result.AnsweredThen()))
		}
	}
	joined := 0
	for _, m := range n.People(n.until) {
		if n.within(m.JoinedOn) && m.ID != n.Community.LeaderID { // who signs this: nobody welcomes themselves
			joined++
		}
	}
	if joined > 0 {
		lines = append(lines, say.Count(joined, "%d new member: welcome!", "%d new members: welcome!"))
	}
	return lines
}

// held lists the events of the period, where their minutes are, and what was decided.
func (n *news) held() []string {
	var lines []string
	for _, e := range n.HeldEvents(n.until) {
		if !n.within(e.On) {
			continue
		}
		line := n.Say.Text("%s: %s", e.On, n.PublicTitle(&e))
		minutes, out := n.PublishedMinutes(&e)
		if out && minutes.Where != "" {
			line = n.Say.Text("%s (minutes: %s)", line, minutes.Where)
		}
		lines = append(lines, line)
		if out {
			for _, decided := range data.ParseLines(minutes.Decisions) {
				lines = append(lines, n.Say.Text("Decided: %s", decided))
			}
		}
	}
	return lines
}

// saidThere are the thank-yous that were written down at events whose minutes everyone may read.
func (n *news) saidThere() []string {
	var lines []string
	for _, e := range n.HeldEvents(n.until) {
		if _, out := n.PublishedMinutes(&e); !out || !n.within(e.On) {
			continue
		}
		for _, l := range n.LinesOf(e.ID, data.LineThanks) {
			line := l.Text
			if m, known := n.MemberByID(l.MemberID); known && !data.NameIn(line, m.Name) {
				line = n.Say.Text("%s: %s", m.Name, line)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// thanks names those who took on something at the events of the period; what
// was confidential is left out.
// thanks names who did what at events, but not the leader, who signs it: nobody thanks themselves.
func (n *news) thanks() []string {
	leader, _ := n.Leader()
	deeds := []struct {
		part data.EventPart
		of   func(names []string) string
	}{
		{data.PartSpeaker, func(names []string) string { return n.Say.Text("for speaking: %s", names) }},
		{data.PartFacilitator, func(names []string) string { return n.Say.Text("for leading an event: %s", names) }},
		{data.PartMinutes, func(names []string) string { return n.Say.Text("for the minutes: %s", names) }},
	}
	var lines []string
	for _, deed := range deeds {
		var names []string
		for _, e := range n.HeldEvents(n.until) {
			if !n.within(e.On) || e.Confidential {
				continue
			}
			for _, name := range n.WhoDoes(e.ID, deed.part) {
				if name != leader.Name && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
		if len(names) > 0 {
			lines = append(lines, deed.of(names))
		}
	}
	return lines
}

func (n *news) coming() []string {
	var lines []string
	if n.Community.Paused(n.Opt.Today) {
		lines = append(lines, n.Say.Text("We pause until %s", n.Community.PausedUntil))
	}
	for _, e := range n.ComingEvents(n.Opt.Today) {
		lines = append(lines, n.Say.Text("%s: %s", n.WhenInZone(e), press.Listed(n.PublicTitle(&e), n.PublicPlace(&e))))
	}
	return lines
}

func itemsWhere(d *press.Draft, keep func(*data.Item) bool) []string {
	var titles []string
	for i := range d.Items {
		if item := &d.Items[i]; keep(item) && item.CreatedOn <= d.Opt.Today {
			titles = append(titles, item.Title)
		}
	}
	return titles
}
