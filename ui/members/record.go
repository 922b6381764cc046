package members

import (
	"context"
	"fmt"
	"strings"

	"copleader/data"
	"copleader/data/store"
)

// changesRead is how many changes to a record are read from the journal.
const changesRead = 60

// Changes reads what was changed in somebody's record, the latest first; it may be called off the window's goroutine.
func (s *State) Changes(ctx context.Context, id int64) ([]Happening, error) {
	entries, err := s.store.History(ctx, "member", id, changesRead)
	if err != nil {
		return nil, err
	}
	today := s.calendar.Today()
	lines := make([]Happening, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		on := data.DateOf(e.At.Local())
		lines = append(lines, Happening{On: on, Ago: s.say.Ago(today.Sub(on)), Text: s.wordChange(e)})
	}
	return lines, nil
}

func (s *State) wordChange(e *store.HistoryEntry) string {
	text := ""
	switch e.Op {
	case "insert":
		text = s.say.Text("put on the roster")
	case "delete":
		text = s.say.Text("taken off the roster")
	default:
		var parts []string
		for _, f := range e.Fields {
			parts = append(parts, s.wordField(f))
		}
		text = strings.Join(parts, "; ")
	}
	switch e.Kind {
	case "undo":
		return s.say.Text("undone: %s", text)
	case "redo":
		return s.say.Text("done again: %s", text)
	}
	return text
}

// wordField says how a field changed; a column of a later version of the program is called as in the file.
func (s *State) wordField(f store.FieldChange) string {
	name, before, after := f.Column, plain(f.Before), plain(f.After)
	if field, known := data.MemberFields.InColumn(f.Column); known {
		name, before, after = s.say.Of(field.ForLeader()), s.spoken(field.SaidOf(f.Before)), s.spoken(field.SaidOf(f.After))
	}
	switch {
	case before == "":
		return s.say.Text("%s: “%s”", name, after)
	case after == "":
		return s.say.Text("%s: “%s” taken out", name, before)
	}
	return s.say.Text("%s: “%s”, before “%s”", name, after, before)
}

// spoken is a phrase in words, on one line, and nothing where there is none.
func (s *State) spoken(p data.Phrase) string {
	if p.IsZero() {
		return ""
	}
	return strings.ReplaceAll(s.say.Of(p), "\n", ", ")
}

func plain(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}
