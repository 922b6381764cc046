package store

import (
	"fmt"
	"strings"
)

// unjournalled are the tables without triggers: the journal itself, pictures,
// which are kept by the digest of their bytes, and what the file is known by. The
// last two never change.
var unjournalled = map[string]bool{"act": true, "change": true, "open_act": true, "picture": true, identityTable: true}

// trigger is one generated trigger.
type trigger struct{ name, table, sql string }

// The parts each trigger is made of. The guard stands first, as a statement of
// its own: an INSERT OR IGNORE outside an act would pass over a failed NOT NULL.
const (
	currentAct   = "(SELECT act_id FROM open_act WHERE id = 1)"
	triggerGuard = "SELECT RAISE(ABORT, 'written outside an act') WHERE " + currentAct + " IS NULL;"
	idGuard      = "SELECT RAISE(ABORT, 'the id of a row was changed') WHERE old.id IS NOT new.id;"
)

// triggersOf writes the three triggers of a table: a row gained and a row lost are
// kept whole, of a row changed only the columns that differ.
func triggersOf(t journalled) []trigger {
	return []trigger{
		t.trigger("insert", "", "", "new.id, 'insert', NULL, "+t.whole("new")),
		t.trigger("delete", "", "", "old.id, 'delete', "+t.whole("old")+", NULL"),
		t.trigger("update", t.differs(), idGuard, "new.id, 'update', "+t.changed("old")+", "+t.changed("new")),
	}
}

func (t journalled) trigger(op, when, guard, values string) trigger {
	name := "journal_" + t.name + "_" + op
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TRIGGER %s AFTER %s ON %s\n", name, strings.ToUpper(op), t.name)
	if when != "" {
		fmt.Fprintf(&b, "WHEN %s\n", when)
	}
	fmt.Fprintf(&b, "BEGIN\n%s\n", triggerGuard)
	if guard != "" {
		fmt.Fprintf(&b, "%s\n", guard)
	}
	fmt.Fprintf(&b, "INSERT INTO change (act_id, tbl, row_id, op, before, after)\nVALUES (%s, '%s', %s);\nEND", currentAct, t.name, values)
	return trigger{name, t.name, b.String()}
}

// whole is the row as a JSON object; side is old or new.
func (t journalled) whole(side string) string {
	parts := make([]string, len(t.columns))
	for i, c := range t.columns {
		parts[i] = fmt.Sprintf("'%s', %s.%s", c, side, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// differs is whether an update changes anything at all.
func (t journalled) differs() string {
	parts := make([]string, len(t.columns))
	for i, c := range t.columns {
		parts[i] = fmt.Sprintf("old.%s IS NOT new.%s", c, c)
	}
	return strings.Join(parts, " OR ")
}

// changed is the columns that differ as a JSON object.
func (t journalled) changed(side string) string {
	var parts []string
	for _, c := range t.columns[1:] {
		parts = append(parts, fmt.Sprintf("SELECT '%s' AS k, %s.%s AS v WHERE old.%s IS NOT new.%s", c, side, c, c, c))
	}
	return "(SELECT json_group_object(k, v) FROM (" + strings.Join(parts, "\nUNION ALL ") + "))"
}
