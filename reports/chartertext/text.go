package chartertext

import (
	"strconv"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/press"
)

// Section is a section of the charter in words, with what is filled in it.
type Section struct {
	Section data.Section // "" for the canvas
	Title   string
	Fields  []Field
}

// Field is a filled field of the charter: a text, or a list of lines.
type Field struct {
	Key   string // of the field, "needs"; of the box on the canvas, "vision"
	Label string
	Text  string
	Lines []string
}

// Of is the charter in words, the canvas last: the one source of the
// versions that are agreed, of the printed charter and of the community's page.
// What is private stays out of it, and so do the names of members: an erasure
// could not find them in there (data/README.md, Privacy).
func Of(s *data.Snapshot, say *words.Say) []Section {
	w := &writer{Snapshot: s, say: say}
	for _, section := range data.Sections {
		w.open(Section{Section: section, Title: say.Of(section.Phrase())})
		w.written(section)
		w.tables(section)
	}
	w.open(Section{Title: say.Text("Canvas")})
	w.canvas()
	return w.filled()
}

// writer gathers the sections of a charter.
type writer struct {
	*data.Snapshot
	say      *words.Say
	sections []Section
}

func (w *writer) open(s Section) { w.sections = append(w.sections, s) }

// filled are the sections in which something stands.
func (w *writer) filled() []Section {
	var filled []Section
	for _, s := range w.sections {
		if len(s.Fields) > 0 {
			filled = append(filled, s)
		}
	}
	return filled
}

// line adds a field that is filled to the open section, as one line.
func (w *writer) line(key, label, text string) {
	if text = press.OneLine(text); text != "" {
		s := &w.sections[len(w.sections)-1]
		s.Fields = append(s.Fields, Field{Key: key, Label: label, Text: text})
	}
}

// list adds a list that has entries to the open section.
func (w *writer) list(key, label string, entries []string) {
	if len(entries) == 0 {
		return
	}
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = press.OneLine(e)
	}
	s := &w.sections[len(w.sections)-1]
	s.Fields = append(s.Fields, Field{Key: key, Label: label, Lines: lines})
}

func (w *writer) written(section data.Section) {
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
func (w *writer) tables(section data.Section) {
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

func (w *writer) identity() {
	c := &w.Community
	w.line("kind", w.say.Text("What kind of community"), w.say.Of(c.Kind.Phrase()))
	w.line("startedOn", w.say.Text("Start date"), c.StartedOn.String())
	if !c.WantsSponsors() {
		return
	}
	if c.LeaderHours >= 0 {
		w.line("leaderHours", w.say.Text("Hours a week agreed for leading"),
			w.say.Text("%s of %s", press.HoursText(c.LeaderHours), press.HoursText(c.WorkWeek)))
	}
	var names []string
	for _, s := range w.Sponsors {
		names = append(names, press.Dotted(s.Name, s.Function, s.HopesFor))
	}
	w.list("sponsors", w.say.Text("Sponsors"), names)
}

func (w *writer) community() {
	if p := w.Community.MembershipPolicy; p != "" {
		w.line("membershipPolicy", w.say.Text("Who may join"), w.say.Of(p.Phrase()))
	}
	var stakes, roles []string
	for _, s := range w.Stakes {
		stakes = append(stakes, press.Dotted(s.Name, s.Function, s.Stake))
	}
	for _, r := range w.RoleDefs {
		roles = append(roles, press.Dotted(w.say.Of(r.Role.Phrase()), r.Duty))
	}
	w.list("stakeholders", w.say.Text("People with money or a say"), stakes)
	w.list("roleDefinitions", w.say.Text("Roles and what each does"), roles)
}

func (w *writer) terms() []string {
	var terms []string
	for _, t := range w.Terms {
		terms = append(terms, press.Dotted(t.Term, t.Meaning))
	}
	return terms
}

func (w *writer) mandate() {
	c := &w.Community
	if c.DecisionRule != "" {
		w.line("decisionRule", w.say.Text("How we decide"), w.say.Of(c.DecisionRule.Phrase()))
	}
	if c.CadenceDays > 0 {
		w.line("cadence", w.say.Text("Days between events, as planned"), strconv.Itoa(c.CadenceDays))
	}
	var channels []string
	for _, ch := range w.Channels {
		channels = append(channels, press.Dotted(ch.Name, w.say.Of(ch.Use.Phrase()), ch.Link))
	}
	w.list("channels", w.say.Text("Where we talk, where minutes live"), channels)
}

func (w *writer) measures() []string {
	var measures []string
	for _, m := range w.Measures {
		measures = append(measures, press.Dotted(m.Wording, m.Baseline, m.Target, m.Due.String()))
	}
	return measures
}

func (w *writer) canvas() {
	for _, key := range data.Boxes {
		for _, b := range w.Canvas {
			if b.Box == key {
				w.list(string(key), w.say.Of(key.Phrase()), b.Lines)
			}
		}
	}
}
