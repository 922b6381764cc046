package charter

import (
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// bullet begins an entry of a list in the text of a version, and in the fields of
// the screen; data takes it away when it reads lines.
const bullet = "· "

// mostText is how long the text of a version may be, in characters.
const mostText = 60000

// charterText is the charter as readable lines: one line a field, an entry of a
// list on a line of its own. Versions keep it so that they can be compared. What
// is private stays out of it, and so do the names of members: an erasure could
// not find them in there (domain.md 15).
func charterText(s *data.Snapshot, say *words.Say) string {
	w := &writer{Snapshot: s, say: say}
	for _, section := range data.Sections {
		w.under(sectionWord(say, section), func() { w.section(section) })
	}
	w.under(say.Text("Canvas"), w.boxes)
	text := data.CleanText(strings.Join(w.lines, "\n"))
	for data.Length(text) > mostText {
		text = text[:strings.LastIndexByte(text[:len(text)*9/10], '\n')]
	}
	return text
}

// writer gathers the lines of a charter.
type writer struct {
	*data.Snapshot
	say   *words.Say
	lines []string
}

// under writes a part with its heading, if there is anything in it.
func (w *writer) under(heading string, part func()) {
	w.lines = append(w.lines, "", heading)
	before := len(w.lines)
	if part(); len(w.lines) == before {
		w.lines = w.lines[:before-2]
	}
}

func (w *writer) section(section data.Section) {
	for _, f := range specs {
		if f.section != section {
			continue
		}
		if f.list != nil {
			w.list(w.say.Of(f.label), *f.list(&w.Community))
		} else {
			w.line(w.say.Of(f.label), *f.text(&w.Community))
		}
	}
	switch section {
	case data.SectionIdentity:
		w.identity()
	case data.SectionCommunity:
		w.community()
	case data.SectionPractice:
		w.list(w.say.Text("Words we use in our own sense"), w.terms())
	case data.SectionMandate:
		w.mandate()
	case data.SectionMeasures:
		w.list(w.say.Text("How we shall know"), w.measures())
	}
}

// line writes a field that is filled.
func (w *writer) line(label, value string) {
	if value = strings.ReplaceAll(value, "\n", " "); value != "" {
		w.lines = append(w.lines, w.say.Text("%s: %s", label, value))
	}
}

func (w *writer) list(label string, entries []string) {
	if len(entries) == 0 {
		return
	}
	w.lines = append(w.lines, w.say.Text("%s:", label))
	for _, e := range entries {
		w.lines = append(w.lines, bullet+strings.ReplaceAll(e, "\n", " "))
	}
}

func (w *writer) identity() {
	c := &w.Community
	w.line(w.say.Text("What kind of community"), kindWord(w.say, c.Kind))
	w.line(w.say.Text("Start date"), c.StartedOn.String())
	if c.WantsSponsors() {
		if c.LeaderHours >= 0 {
			w.line(w.say.Text("Hours a week agreed for leading"), w.say.Text("%s of %s", hours(c.LeaderHours), hours(c.WorkWeek)))
		}
		var names []string
		for _, s := range w.Sponsors {
			names = append(names, joined([]string{s.Name, s.Function, s.HopesFor}))
		}
		w.list(w.say.Text("Sponsors"), names)
	}
}

func (w *writer) community() {
	c := &w.Community
	if c.MembershipPolicy != "" {
		w.line(w.say.Text("Who may join"), policyWord(w.say, c.MembershipPolicy))
	}
	var stakes, roles []string
	for _, s := range w.Stakes {
		stakes = append(stakes, joined([]string{s.Name, s.Function, s.Stake}))
	}
	for _, r := range w.RoleDefs {
		roles = append(roles, joined([]string{w.say.Of(r.Role.Phrase()), r.Duty}))
	}
	w.list(w.say.Text("People with money or a say"), stakes)
	w.list(w.say.Text("Roles and what each does"), roles)
}

func (w *writer) terms() []string {
	var terms []string
	for _, t := range w.Terms {
		terms = append(terms, joined([]string{t.Term, t.Meaning}))
	}
	return terms
}

func (w *writer) mandate() {
	c := &w.Community
	if c.DecisionRule != "" {
		w.line(w.say.Text("How we decide"), ruleWord(w.say, c.DecisionRule))
	}
	if c.CadenceDays > 0 {
		w.line(w.say.Text("Days between events, as planned"), strconv.Itoa(c.CadenceDays))
	}
	var channels []string
	for _, ch := range w.Channels {
		channels = append(channels, joined([]string{ch.Name, useWord(w.say, ch.Use), ch.Link}))
	}
	w.list(w.say.Text("Where we talk, where minutes live"), channels)
}

func (w *writer) measures() []string {
	var measures []string
	for _, m := range w.Measures {
		measures = append(measures, joined([]string{m.Wording, m.Baseline, m.Target, m.Due.String()}))
	}
	return measures
}

func (w *writer) boxes() {
	for _, key := range data.Boxes {
		for _, b := range w.Canvas {
			if b.Box == key {
				w.list(boxTitle(w.say, key), b.Lines)
			}
		}
	}
}

// hours writes a number of hours without needless zeros.
func hours(h float64) string { return strconv.FormatFloat(h, 'f', -1, 64) }
