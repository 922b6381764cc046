package reports

import (
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// CharterSection is a section of the charter in words, with what is filled in it.
type CharterSection struct {
	Section data.Section // "" for the canvas
	Title   string
	Fields  []CharterField
}

// CharterField is a filled field of the charter: a text, or a list of lines.
type CharterField struct {
	Key   string // of the field, "needs"; of the box on the canvas, "vision"
	Label string
	Text  string
	Lines []string
}

// CharterText is the charter in words, the canvas last: the one source of the
// versions that are agreed, of the printed charter and of the community's page.
// What is private stays out of it, and so do the names of members: an erasure
// could not find them in there (domain.md 15).
func CharterText(s *data.Snapshot, say *words.Say) []CharterSection {
	w := &charterWriter{Snapshot: s, say: say}
	for _, section := range data.Sections {
		w.open(CharterSection{Section: section, Title: say.Of(section.Phrase())})
		w.written(section)
		w.tables(section)
	}
	w.open(CharterSection{Title: say.Text("Canvas")})
	w.canvas()
	return w.filled()
}

// charterWriter gathers the sections of a charter.
type charterWriter struct {
	*data.Snapshot
	say      *words.Say
	sections []CharterSection
}

func (w *charterWriter) open(s CharterSection) { w.sections = append(w.sections, s) }

// filled are the sections in which something stands.
func (w *charterWriter) filled() []CharterSection {
	var filled []CharterSection
	for _, s := range w.sections {
		if len(s.Fields) > 0 {
			filled = append(filled, s)
		}
	}
	return filled
}

// line adds a field that is filled to the open section, as one line.
func (w *charterWriter) line(key, label, text string) {
	if text = oneLine(text); text != "" {
		s := &w.sections[len(w.sections)-1]
		s.Fields = append(s.Fields, CharterField{Key: key, Label: label, Text: text})
	}
}

// list adds a list that has entries to the open section.
func (w *charterWriter) list(key, label string, entries []string) {
	if len(entries) == 0 {
		return
	}
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = oneLine(e)
	}
	s := &w.sections[len(w.sections)-1]
	s.Fields = append(s.Fields, CharterField{Key: key, Label: label, Lines: lines})
}

func (w *charterWriter) written(section data.Section) {
	for _, f := range data.WrittenFields {
		switch {
		case f.Section != section:
		case f.List != nil:
			w.list(f.Key, w.say.Of(f.Label), *f.List(&w.Community))
		default:
			w.line(f.Key, w.say.Of(f.Label), *f.Text(&w.Community))
		}
	}
}

// tables adds what a section holds besides written fields.
func (w *charterWriter) tables(section data.Section) {
	switch section {
	case data.SectionIdentity:
		w.identity()
	case data.SectionCommunity:
		w.community()
	case data.SectionPractice:
		w.list("vocabulary", w.say.Text("Words we use in our own sense"), w.terms())
	case data.SectionMandate:
		w.mandate()
	case data.SectionMeasures:
		w.list("measures", w.say.Text("How we shall know"), w.measures())
	}
}

func (w *charterWriter) identity() {
	c := &w.Community
	w.line("kind", w.say.Text("What kind of community"), w.say.Of(c.Kind.Phrase()))
	w.line("startedOn", w.say.Text("Start date"), c.StartedOn.String())
	if !c.WantsSponsors() {
		return
	}
	if c.LeaderHours >= 0 {
		w.line("leaderHours", w.say.Text("Hours a week agreed for leading"),
			w.say.Text("%s of %s", hoursText(c.LeaderHours), hoursText(c.WorkWeek)))
	}
	var names []string
	for _, s := range w.Sponsors {
		names = append(names, dotted(s.Name, s.Function, s.HopesFor))
	}
	w.list("sponsors", w.say.Text("Sponsors"), names)
}

func (w *charterWriter) community() {
	if p := w.Community.MembershipPolicy; p != "" {
		w.line("membershipPolicy", w.say.Text("Who may join"), w.say.Of(p.Phrase()))
	}
	var stakes, roles []string
	for _, s := range w.Stakes {
		stakes = append(stakes, dotted(s.Name, s.Function, s.Stake))
	}
	for _, r := range w.RoleDefs {
		roles = append(roles, dotted(w.say.Of(r.Role.Phrase()), r.Duty))
	}
	w.list("stakeholders", w.say.Text("People with money or a say"), stakes)
	w.list("roleDefinitions", w.say.Text("Roles and what each does"), roles)
}

func (w *charterWriter) terms() []string {
	var terms []string
	for _, t := range w.Terms {
		terms = append(terms, dotted(t.Term, t.Meaning))
	}
	return terms
}

func (w *charterWriter) mandate() {
	c := &w.Community
	if c.DecisionRule != "" {
		w.line("decisionRule", w.say.Text("How we decide"), w.say.Of(c.DecisionRule.Phrase()))
	}
	if c.CadenceDays > 0 {
		w.line("cadence", w.say.Text("Days between events, as planned"), strconv.Itoa(c.CadenceDays))
	}
	var channels []string
	for _, ch := range w.Channels {
		channels = append(channels, dotted(ch.Name, w.say.Of(ch.Use.Phrase()), ch.Link))
	}
	w.list("channels", w.say.Text("Where we talk, where minutes live"), channels)
}

func (w *charterWriter) measures() []string {
	var measures []string
	for _, m := range w.Measures {
		measures = append(measures, dotted(m.Wording, m.Baseline, m.Target, m.Due.String()))
	}
	return measures
}

func (w *charterWriter) canvas() {
	for _, key := range data.Boxes {
		for _, b := range w.Canvas {
			if b.Box == key {
				w.list(string(key), w.say.Of(key.Phrase()), b.Lines)
			}
		}
	}
}

// hoursText writes a number of hours without needless zeros.
func hoursText(h float64) string { return strconv.FormatFloat(h, 'f', -1, 64) }

// dotted puts the parts that are not empty on one line.
func dotted(parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, " · ")
}
