package reports

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"

	"copleader/data"
)

// pageDays is how far back the community's page tells minutes in full and keeps
// its log: a year.
const pageDays = 365

// makePage makes the community's page for a wiki. Everybody may read all of it:
// no e-mail address, note, attitude, follow-up, level or balance, and nothing
// of what was confidential.
func makePage(d *draft) (product, error) { return d.communityPage(), nil }

// makePageHTML makes the same page for a browser, in one file.
func makePageHTML(d *draft) (product, error) {
	var out bytes.Buffer
	if err := writePage(&out, d, d.Community.Name, d.communityPage().text()); err != nil {
		return nil, err
	}
	return textFile(out.Bytes()), nil
}

// writePage writes a text with marks as a page for a browser, in one file.
func writePage(out *bytes.Buffer, d *draft, title, text string) error {
	out.WriteString("<!DOCTYPE html>\n<html lang=\"" + html.EscapeString(strings.ReplaceAll(d.say.Lang(), "_", "-")) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + html.EscapeString(data.CleanLine(title)) +
		"</title>\n<style>\n" + pageStyle + "</style>\n</head>\n<body>\n<main>\n")
	if err := goldmark.Convert([]byte(text), out); err != nil {
		return err
	}
	out.WriteString("</main>\n</body>\n</html>\n")
	return nil
}

// pageStyle is the program's look; each text runs in the direction of its own script.
const pageStyle = `body { margin: 0; background: #f4f6fa; color: #1b2433; font: 16px/1.55 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 1.5rem 2.5rem 2.5rem; background: #fff; border: 1px solid #e1e5ec; border-radius: 12px; }
h1, h2, h3, p, li { unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: .5rem 0; }
h2 { margin: 2.2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid #1f6f78; font-size: 1.35rem; }
h3 { margin: 1.4rem 0 .4rem; font-size: 1.05rem; }
a { color: #1f6f78; }
ul { padding-inline-start: 1.4rem; }
@media print { body { background: #fff; } main { border: 0; margin: 0; padding: 0; max-width: none; } }
`

// wiki writes the community's page.
type wiki struct {
	*draft
	*markdown
	from data.Date
}

func (d *draft) communityPage() *markdown {
	w := &wiki{draft: d, markdown: &markdown{links: true}, from: d.opt.Today.AddDays(1 - pageDays)}
	if d.opt.From != 0 {
		w.from = d.opt.From
	}
	c, say := &d.Community, d.say
	w.heading(1, c.Name)
	w.paragraph(c.Tagline)
	w.people()
	w.charter()
	w.dates()
	w.board()
	w.measures()
	w.log()
	w.minutes()
	w.paragraph(say.Text("As of %s.", d.opt.Today))
	return w.markdown
}

// people names who leads and who belongs to the core team: members ask them.
func (w *wiki) people() {
	var leader string
	var team []string
	for _, m := range w.CoreTeam(w.opt.Today) {
		if m.ID == w.Community.LeaderID {
			leader = m.Name
		} else {
			team = append(team, m.Name)
		}
	}
	w.fact(w.say.Text("Leader"), leader)
	w.fact(w.say.Text("Core team"), w.say.List(team))
	var sponsors []string
	for _, s := range w.Sponsors {
		sponsors = append(sponsors, dotted(s.Name, s.Function))
	}
	w.fact(w.say.Text("Sponsors"), w.say.List(sponsors))
	if since := w.Community.StartedOn; since != 0 {
		w.fact(w.say.Text("Since"), w.say.Date(since))
	}
	w.endFacts()
}

// notOnPage are fields of the charter that are for the leader and the sponsors,
// or that the page tells elsewhere.
var notOnPage = []string{"name", "tagline", "timeZone", "startedOn", "leaderHours", "leaderCoach", "sponsors", "stakeholders", "measures"}

func (w *wiki) charter() {
	started := false
	for _, section := range CharterText(w.Snapshot, w.say) {
		if section.Section == "" {
			continue // the canvas, from which all of it came
		}
		begun := false
		for _, f := range section.Fields {
			if slices.Contains(notOnPage, f.Key) {
				continue
			}
			if !started {
				w.heading(2, w.say.Text("Charter"))
				started = true
			}
			if !begun {
				w.heading(3, section.Title)
				begun = true
			}
			w.charterField(f)
		}
	}
}

func (w *wiki) charterField(f CharterField) {
	if len(f.Lines) == 0 {
		w.fact(f.Label, f.Text)
		w.endFacts()
		return
	}
	w.out.WriteString("**" + w.escaped(oneLine(f.Label)) + "**\n\n")
	w.bullets(f.Lines)
}

func (w *wiki) dates() {
	var lines []string
	for _, e := range w.ComingEvents(w.opt.Today) {
		line := w.say.Text("%s: %s", w.whenInZone(e), w.publicTitle(&e))
		for _, more := range []string{e.Place, e.Link} {
			if more != "" && !e.Confidential {
				line += " · " + oneLine(more)
			}
		}
		lines = append(lines, line)
	}
	w.part(w.say.Text("Dates"), lines)
}

// board shows what we might do, do and have done lately, with who does it.
func (w *wiki) board() {
	titled := false
	for _, column := range []data.Column{data.ColumnDoing, data.ColumnPlanned, data.ColumnReady, data.ColumnIdea, data.ColumnDone} {
		var lines []string
		for i := range w.Items {
			item := &w.Items[i]
			if item.Column == column && item.CreatedOn <= w.opt.Today && item.OnBoard(w.opt.Today) {
				lines = append(lines, w.itemLine(item))
			}
		}
		if len(lines) == 0 {
			continue
		}
		if !titled {
			w.heading(2, w.say.Text("Board"))
			titled = true
		}
		w.heading(3, w.say.Of(column.Phrase()))
		w.bullets(lines)
	}
}

func (w *wiki) itemLine(item *data.Item) string {
	line := w.say.Text("%s (%s)", item.Title, item.Kind.Phrase())
	if owner, ok := w.MemberByID(item.OwnerID); ok {
		line = w.say.Text("%s: %s", line, owner.Name)
	}
	if item.FirstStep && item.OwnerID == 0 {
		line = w.say.Text("%s. A good first contribution", line)
	}
	for _, link := range item.Links {
		line += " " + oneLine(link)
	}
	return line
}

// measures tells how far we are; figures of the health check are withheld as in
// everything that leaves the machine.
func (w *wiki) measures() {
	all := *w.draft
	all.opt.From, all.opt.Until, all.opt.RoundID = 0, 0, 0
	r, err := newResults(&all)
	if err != nil {
		return
	}
	var lines []string
	for _, m := range w.Measures {
		now := r.measureNow(m)
		line := m.Wording
		for _, step := range [][2]string{{w.say.Text("at the start"), m.Baseline}, {w.say.Text("now"), now.Value}, {w.say.Text("target"), m.Target}} {
			if step[1] != "" {
				line += " · " + step[0] + ": " + step[1]
			}
		}
		if m.Due != 0 {
			line += " · " + w.say.Text("until %s", m.Due)
		}
		lines = append(lines, line)
	}
	w.part(w.say.Text("How we shall know"), lines)
}

// logLine is one day's entry of the log.
type logLine struct {
	on   data.Date
	text string
}

// log tells what happened in the last year, the latest first.
func (w *wiki) log() {
	n := &news{draft: w.draft, from: w.from, until: w.opt.Today}
	var lines []logLine
	add := func(on data.Date, text string) {
		if n.within(on) {
			lines = append(lines, logLine{on, text})
		}
	}
	for _, e := range w.HeldEvents(w.opt.Today) {
		add(e.On, w.say.Text("Held: %s", w.publicTitle(&e)))
	}
	for i := range w.Items {
		if item := &w.Items[i]; item.Column == data.ColumnDone {
			add(item.DoneOn, w.say.Text("Finished: %s (%s)", item.Title, item.Kind.Phrase()))
		}
	}
	for _, v := range w.Versions {
		text := w.say.Text("Agreed: version %d of our charter", v.Version)
		if v.Note != "" {
			text = w.say.Text("%s (%s)", text, oneLine(v.Note))
		}
		add(v.AgreedOn, text)
	}
	for _, round := range w.ClosedRounds(w.opt.Today) {
		result := w.Result(round.ID)
		add(round.ClosedOn, w.say.Text("Health check “%s”: %d of %d answered", round.Name, result.Returned, result.Invited))
	}
	slices.SortStableFunc(lines, func(a, b logLine) int { return int(b.on) - int(a.on) })
	var texts []string
	for _, line := range lines {
		texts = append(texts, w.say.Text("%s: %s", line.on, line.text))
	}
	w.part(w.say.Text("Log"), texts)
}

// minutes gives the published minutes, the latest first: those of the last year
// in full, older ones with the place where they are.
func (w *wiki) minutes() {
	titled := false
	for _, e := range slices.Backward(w.HeldEvents(w.opt.Today)) {
		minutes, out := w.publishedMinutes(&e)
		if !out {
			continue
		}
		if !titled {
			w.heading(2, w.say.Text("Minutes"))
			titled = true
		}
		w.heading(3, w.say.Text("%s: %s", e.On, e.Title))
		if minutes.Where != "" {
			w.paragraph(w.say.Text("In full: %s", oneLine(minutes.Where)))
		}
		if e.On < w.from {
			continue
		}
		w.paragraph(minutes.Text)
		if decisions := data.ParseLines(minutes.Decisions); len(decisions) > 0 {
			w.out.WriteString("**" + w.escaped(w.say.Text("Decisions")) + "**\n\n")
			w.bullets(decisions)
		}
	}
}
