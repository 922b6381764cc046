package members

import (
	"context"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
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
		lines = append(lines, Happening{On: on, Ago: s.say.WeeksAgo(today.Sub(on)), Text: s.wordChange(e)})
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

// wordField says how a field changed.
func (s *State) wordField(f store.FieldChange) string {
	name := fieldWord(s.say, f.Column)
	before, after := s.fieldValue(f.Column, f.Before), s.fieldValue(f.Column, f.After)
	switch {
	case before == "":
		return s.say.Text("%s: “%s”", name, after)
	case after == "":
		return s.say.Text("%s: “%s” taken out", name, before)
	}
	return s.say.Text("%s: “%s”, before “%s”", name, after, before)
}

// fieldValue speaks the value of a column; lists stand one to a line in the file.
func (s *State) fieldValue(column string, value any) string {
	switch v := value.(type) {
	case string:
		if day, err := data.ParseDate(v); err == nil && (column == "joined_on" || column == "left_on") {
			return s.say.Date(day)
		}
		if column == "kind" {
			return kindWord(s.say, data.MemberKind(v))
		}
		return strings.ReplaceAll(strings.TrimSpace(v), "\n", ", ")
	case int64:
		if v != 0 {
			return s.say.Text("yes")
		}
		return s.say.Text("no")
	}
	return ""
}

func kindWord(say *words.Say, kind data.MemberKind) string {
	if kind == data.KindContact {
		return say.Text("Contact")
	}
	return say.Text("Member")
}

// fieldWord speaks a column of the record as its field is labelled.
func fieldWord(say *words.Say, column string) string {
	names := map[string]string{
		"name": say.Text("Name"), "sort_as": say.Text("Sorted in lists as"), "called": say.Text("Wants to be called"),
		"email": say.Text("E-mail"), "organisation": say.Text("Organisation"), "unit": say.Text("Unit"), "site": say.Text("Site"),
		"time_zone": say.Text("Time zone"), "kind": say.Text("Stands as"), "joined_on": say.Text("Joined on"), "left_on": say.Text("Left on"),
		"interests": say.Text("Interested in"), "knows": say.Text("Ask about"), "resources_only": say.Text("Wants our resources only"),
		"note": say.Text("Note (only for you)"),
	}
	if name, known := names[column]; known {
		return name
	}
	return column // of a later version of the program
}
