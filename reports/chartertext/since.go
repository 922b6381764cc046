package chartertext

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/press"
)

// Since is the charter of today beside the version agreed last.
type Since struct {
	Sections []Section
	Agreed   data.CharterVersion // its number is 0 while none was agreed
	Changes  []Change            // of the text since then
	before   []string
}

// SinceAgreed compares the charter of today with the version agreed last.
func SinceAgreed(d *press.Draft) Since {
	since := Since{Sections: Of(d.Snapshot, d.Say)}
	last, ok := d.Agreed()
	if !ok {
		return since
	}
	since.Agreed = last
	if last.Text != "" {
		since.before = strings.Split(last.Text, "\n")
		since.Changes = since.worded(Changes(last.Text, Lines(d.Snapshot, d.Say)))
	}
	return since
}

// Stand says what the charter is: the version agreed, or a draft of today, which
// may have changed since that version.
func (s Since) Stand(d *press.Draft) string {
	switch {
	case s.Agreed.Version == 0:
		return d.Say.Text("Draft of %s", d.Opt.Today)
	case len(s.Changes) > 0:
		return d.Say.Text("Draft of %s, changed since version %d", d.Opt.Today, s.Agreed.Version)
	}
	return d.Say.Text("Version %d, agreed on %s", s.Agreed.Version, s.Agreed.AgreedOn)
}

// Changed reports whether a field is other than in the version agreed last.
func (s Since) Changed(f Field) bool {
	if s.before == nil {
		return false
	}
	want := f.lines()
	for i := range s.before {
		end := i + len(want)
		if end > len(s.before) || !slices.Equal(s.before[i:end], want) {
			continue
		}
		// One entry more stood there: it was taken away.
		if f.Lines == nil || end == len(s.before) || !strings.HasPrefix(s.before[end], Bullet) {
			return false
		}
	}
	return true
}

// Mark is a field's heading, with a word where it changed since it was agreed.
func (s Since) Mark(d *press.Draft, f Field) string {
	if s.Changed(f) {
		return d.Say.Text("%s (changed)", f.Heading)
	}
	return f.Heading
}

// Fields are fields as pages set them, those that changed marked.
func (s Since) Fields(d *press.Draft, fields []Field) []press.Field {
	set := make([]press.Field, len(fields))
	for i, f := range fields {
		set[i] = press.Field{Title: s.Mark(d, f), Text: f.Says(), Lines: f.Lines}
	}
	return set
}

// lines are the field as the text of a version keeps it.
func (f Field) lines() []string {
	if f.Lines == nil {
		return []string{f.Label + ": " + f.Text}
	}
	lines := []string{f.Label + ":"}
	for _, l := range f.Lines {
		lines = append(lines, Bullet+l)
	}
	return lines
}

// worded are changes under the headings of documents in place of the labels of
// the form, under which versions keep the text.
func (s Since) worded(changes []Change) []Change {
	for i := range changes {
		for _, section := range s.Sections {
			for _, f := range section.Fields {
				if text, ok := strings.CutPrefix(changes[i].Text, f.Label+": "); ok && f.Lines == nil {
					if text == f.Text {
						text = f.Says()
					}
					changes[i].Text = f.Heading + ": " + text
				}
				if changes[i].Under == f.Label && f.Lines != nil {
					changes[i].Under = f.Heading
				}
			}
		}
	}
	return changes
}
