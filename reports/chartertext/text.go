package chartertext

import (
	"cmp"

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

	Heading string // in documents, which answer and do not ask
	Shown   string // the text in documents, where it is another than Text
}

// Says is the field's text in documents.
func (f Field) Says() string { return cmp.Or(f.Shown, f.Text) }

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
		s.Fields = append(s.Fields, Field{Key: key, Label: label, Text: text, Heading: w.heading(key, label)})
	}
}

// shows gives the field added last, if it was filled, another text in documents.
func (w *writer) shows(key, text string) {
	s := &w.sections[len(w.sections)-1]
	if n := len(s.Fields); n > 0 && s.Fields[n-1].Key == key {
		s.Fields[n-1].Shown = text
	}
}

// heading is what stands over a field in documents.
func (w *writer) heading(key, label string) string {
	for i := range data.CommunityFields {
		if f := &data.CommunityFields[i]; f.Key == key && f.Section != "" {
			return w.say.Of(f.Heading())
		}
	}
	if key == "channels" {
		return w.say.Text("Where we talk and keep things")
	}
	return label
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
	s.Fields = append(s.Fields, Field{Key: key, Label: label, Lines: lines, Heading: w.heading(key, label)})
}

// field adds a field of the community, under its own label.
func (w *writer) field(key, text string) {
	w.line(key, w.say.Of(data.CommunityFields.Of(key).Label), text)
}

// said adds a field of the community in the words it has for itself.
func (w *writer) said(key string) {
	w.field(key, w.say.Of(data.CommunityFields.Of(key).Said(&w.Community)))
}

// rows adds a list of the charter that has rows of its own.
func (w *writer) rows(key string, entries []string) {
	w.list(key, w.say.Of(data.CharterList(key).Label), entries)
}

func (w *writer) written(section data.Section) {
	for _, f := range data.WrittenIn(section) {
		if f.Input == data.InputList {
			w.list(f.Key, w.say.Of(f.Label), *f.List(&w.Community))
		} else {
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
		w.rows("measures", w.measures())
	}
}

func (w *writer) identity() {
	c := &w.Community
	w.said("kind")
	w.field("startedOn", c.StartedOn.String())
	w.shows("startedOn", w.say.Date(c.StartedOn))
	if !c.WantsSponsors() {
		return
	}
	if c.LeaderHours >= 0 {
		w.field("leaderHours", w.say.Text("%s of %s", press.HoursText(c.LeaderHours), press.HoursText(c.WorkWeek)))
		w.shows("leaderHours", w.say.Text("%s of %s hours a week", press.HoursText(c.LeaderHours), press.HoursText(c.WorkWeek)))
	}
	var names []string
	for _, s := range w.Sponsors {
		names = append(names, press.Dotted(s.Name, s.Function, s.HopesFor))
	}
	w.rows("sponsors", names)
}

func (w *writer) community() {
	w.said("membershipPolicy")
	var stakes, roles []string
	for _, s := range w.Stakes {
		stakes = append(stakes, press.Dotted(s.Name, s.Function, s.Stake))
	}
	for _, r := range w.RoleDefs {
		roles = append(roles, press.Dotted(w.say.Of(r.Role.Phrase()), r.Duty))
	}
	w.list("stakeholders", w.say.Text("People with money or a say"), stakes)
	w.rows("roleDefinitions", roles)
}

func (w *writer) terms() []string {
	var terms []string
	for _, t := range w.Terms {
		terms = append(terms, press.Dotted(t.Term, t.Meaning))
	}
	return terms
}

func (w *writer) mandate() {
	w.said("decisionRule")
	w.said("cadenceDays")
	w.shows("cadenceDays", w.say.Count(w.Community.CadenceDays, "every %d day", "every %d days"))
	w.said("pausedUntil")
	var channels []string
	for _, ch := range w.Channels {
		channels = append(channels, press.Dotted(ch.Name, w.say.Of(ch.Use.Phrase()), ch.Link))
	}
	w.rows("channels", channels)
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
