package formembers

import (
	"bytes"
	"slices"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/figures"
	"copleader/reports/press"
)

// pageDays is how far back the community's page tells minutes in full and keeps
// its log: a year.
const pageDays = 365

// Page makes the community's page for a wiki. Everybody may read all of it:
// no e-mail address, note, attitude, follow-up, level or balance, and nothing
// of what was confidential.
func Page(d *press.Draft) (press.Product, error) { return communityPage(d), nil }

// PageHTML makes the same page for a browser, in one file.
func PageHTML(d *press.Draft) (press.Product, error) {
	var out bytes.Buffer
	if err := press.WritePage(&out, d, d.Community.Name, communityPage(d).Text()); err != nil {
		return nil, err
	}
	return press.Bytes(out.Bytes()), nil
}

// wiki writes the community's page.
type wiki struct {
	*press.Draft
	*press.Markdown
	from data.Date
}

func communityPage(d *press.Draft) *press.Markdown {
	w := &wiki{Draft: d, Markdown: &press.Markdown{Links: true}, from: d.Opt.Today.AddDays(1 - pageDays)}
	if d.Opt.From != 0 {
		w.from = d.Opt.From
	}
	c, say := &d.Community, d.Say
	w.Heading(1, c.Name)
	w.Paragraph(c.Tagline)
	w.start()
	w.library()
	w.whomToAsk()
	w.wantedAndOffered()
	w.charter()
	w.dates()
	w.board()
	w.measures()
	w.log()
	w.minutes()
	w.Paragraph(say.Text("As of %s.", d.Opt.Today))
	return w.Markdown
}

// people names who leads and who belongs to the core team: members ask them.
func (w *wiki) people() {
	var leader string
	var team []string
	for _, m := range w.CoreTeam(w.Opt.Today) {
		if m.ID == w.Community.LeaderID {
			leader = m.Name
		} else {
			team = append(team, m.Name)
		}
	}
	w.Fact(w.Say.Text("Leader"), leader)
	w.Fact(w.Say.Text("Core team"), w.Say.List(team))
	var sponsors []string
	for _, s := range w.Sponsors {
		sponsors = append(sponsors, press.Dotted(s.Name, s.Function))
	}
	w.Fact(w.Say.Text("Sponsors"), w.Say.List(sponsors))
	if since := w.Community.StartedOn; since != 0 {
		w.Fact(w.Say.Text("Since"), w.Say.Date(since))
	}
	w.EndFacts()
}

// notOnPage are fields of the charter that are for the leader and the sponsors,
// or that the page tells elsewhere.
var notOnPage = []string{"name", "tagline", "timeZone", "startedOn", "leaderHours", "leaderCoach", "sponsors", "stakeholders", "measures"}

func (w *wiki) charter() {
	started := false
	for _, section := range chartertext.Of(w.Snapshot, w.Say) {
		if section.Section == "" {
			continue // the canvas, from which all of it came
		}
		begun := false
		for _, f := range section.Fields {
			if slices.Contains(notOnPage, f.Key) {
				continue
			}
			if !started {
				w.Heading(2, w.Say.Text("Charter"))
				started = true
			}
			if !begun {
				w.Heading(3, section.Title)
				begun = true
			}
			w.charterField(f)
		}
	}
}

func (w *wiki) charterField(f chartertext.Field) {
	if len(f.Lines) == 0 {
		w.Fact(f.Heading, f.Says())
		w.EndFacts()
		return
	}
	w.Label(f.Heading)
	w.Bullets(f.Lines)
}

// dates lists what comes, then the days on which nothing is planned; where members only meet is not for everyone who reads the page.
func (w *wiki) dates() {
	var lines []string
	for _, e := range w.ComingEvents(w.Opt.Today) {
		line := w.Say.Text("%s: %s", w.WhenInZone(e), w.PublicTitle(&e))
		switch {
		case forAll(&e):
			line = joined(" · ", line, press.OneLine(e.Place), press.OneLine(e.Link))
		case !e.Confidential:
			line = press.Dotted(line, w.Say.Of(e.Audience.Phrase()))
		}
		lines = append(lines, line)
	}
	for _, p := range w.Pauses {
		if p.Last < w.Opt.Today {
			continue
		}
		if p.Last > p.First {
			lines = append(lines, w.Say.Text("%s to %s: %s", p.First, p.Last, p.Name))
		} else {
			lines = append(lines, w.Say.Text("%s: %s", p.First, p.Name))
		}
	}
	w.Part(w.Say.Text("Dates"), lines)
}

// board shows what we might do, do and have done lately, with who does it.
func (w *wiki) board() {
	titled := false
	for _, column := range []data.Column{data.ColumnDoing, data.ColumnPlanned, data.ColumnReady, data.ColumnIdea, data.ColumnDone} {
		var lines []string
		for i := range w.Items {
			item := &w.Items[i]
			if item.Column == column && item.CreatedOn <= w.Opt.Today && item.OnBoard(w.Opt.Today) {
				lines = append(lines, w.itemLine(item))
			}
		}
		if len(lines) == 0 {
			continue
		}
		if !titled {
			w.Heading(2, w.Say.Text("Board"))
			titled = true
		}
		w.Heading(3, w.Say.Of(column.Phrase()))
		w.Bullets(lines)
	}
}

func (w *wiki) itemLine(item *data.Item) string {
	line := w.Say.Text("%s (%s)", item.Title, item.Kind.Phrase())
	if owner, ok := w.MemberByID(item.OwnerID); ok {
		line = w.Say.Text("%s: %s", line, owner.Name)
	}
	if item.FirstStep && item.OwnerID == 0 {
		line = w.Say.Text("%s. A good first contribution", line)
	}
	for _, link := range item.Links {
		line += " " + press.OneLine(link)
	}
	return line
}

// measures tells how far we are; figures of the health check are withheld as in
// everything that leaves the machine.
func (w *wiki) measures() {
	all := *w.Draft
	all.Opt.From, all.Opt.Until, all.Opt.RoundID = 0, 0, 0
	r, err := figures.Of(&all)
	if err != nil {
		return
	}
	var lines []string
	for _, m := range w.Measures {
		lines = append(lines, r.MeasureLine(m))
	}
	w.Part(w.Say.Text("How we shall know"), lines)
}

// logLine is one day's entry of the log.
type logLine struct {
	on   data.Date
	text string
}

// log tells what happened in the last year, the latest first.
func (w *wiki) log() {
	n := &news{Draft: w.Draft, from: w.from, until: w.Opt.Today}
	var lines []logLine
	add := func(on data.Date, text string) {
		if n.within(on) {
			lines = append(lines, logLine{on, text})
		}
	}
	for _, e := range w.HeldEvents(w.Opt.Today) {
		add(e.On, w.Say.Text("Held: %s", w.PublicTitle(&e)))
	}
	for i := range w.Items {
		if item := &w.Items[i]; item.Column == data.ColumnDone {
			add(item.DoneOn, w.Say.Text("Finished: %s (%s)", item.Title, item.Kind.Phrase()))
		}
	}
	for _, v := range w.Versions {
		text := w.Say.Text("Agreed: version %d of our charter", v.Version)
		if v.Note != "" {
			text = w.Say.Text("%s (%s)", text, press.OneLine(v.Note))
		}
		add(v.AgreedOn, text)
	}
	for _, round := range w.ClosedRounds(w.Opt.Today) {
		result := w.Result(round.ID)
		add(round.ClosedOn, w.Say.Text("Health check “%s”: %s", round.Name, result.AnsweredThen()))
	}
	slices.SortStableFunc(lines, func(a, b logLine) int { return int(b.on) - int(a.on) })
	var texts []string
	for _, line := range lines {
		texts = append(texts, w.Say.Text("%s: %s", line.on, line.text))
	}
	w.Part(w.Say.Text("Log"), texts)
}

// minutes gives the published minutes, the latest first: those of the last year
// in full, older ones with the place where they are.
func (w *wiki) minutes() {
	titled := false
	for _, e := range slices.Backward(w.HeldEvents(w.Opt.Today)) {
		minutes, out := w.PublishedMinutes(&e)
		if !out {
			continue
		}
		if !titled {
			w.Heading(2, w.Say.Text("Minutes"))
			titled = true
		}
		w.Heading(3, w.Say.Text("%s: %s", e.On, e.Title))
		if minutes.Where != "" {
			w.Paragraph(w.Say.Text("In full: %s", press.OneLine(minutes.Where)))
		}
		if e.On < w.from {
			continue
		}
		w.Paragraph(minutes.Text)
		if decisions := data.ParseLines(minutes.Decisions); len(decisions) > 0 {
			w.Label(w.Say.Text("Decisions"))
			w.Bullets(decisions)
		}
	}
}
