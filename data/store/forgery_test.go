package store

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
)

// forgeries are journals that lie; each set of statements is done past the store
// to a file whose last act, 2, changed member 1's name from Bo to Cy, added event
// 1 and removed setting 1.
var forgeries = map[string][]string{
	"unknown table":            {"UPDATE change SET tbl = 'nowhere' WHERE act_id = 2"},
	"journal as target":        {"UPDATE change SET tbl = 'act' WHERE act_id = 2 AND op = 'insert'"},
	"schema as target":         {"UPDATE change SET tbl = 'sqlite_schema' WHERE act_id = 2 AND op = 'insert'"},
	"picture as target":        {"UPDATE change SET tbl = 'picture' WHERE act_id = 2 AND op = 'insert'"},
	"SQL in the table's name":  {"UPDATE change SET tbl = 'member; DELETE FROM member' WHERE act_id = 2"},
	"SQL in a column's name":   {`UPDATE change SET before = '{"name = 1; DELETE FROM member; --":"Bo"}' WHERE act_id = 2 AND op = 'update'`},
	"missing row":              {"UPDATE change SET row_id = 77 WHERE act_id = 2 AND op = 'update'"},
	"another row":              {"UPDATE change SET row_id = 2 WHERE act_id = 2 AND op = 'update'"},
	"row to remove is missing": {"UPDATE change SET row_id = 77 WHERE act_id = 2 AND op = 'insert'"},
	"missing key of a row":     {"UPDATE change SET before = json_remove(before, '$.choice') WHERE act_id = 2 AND op = 'delete'"},
	"unknown key of a row":     {"UPDATE change SET before = json_set(before, '$.evil', 1) WHERE act_id = 2 AND op = 'delete'"},
	"unknown key":              {`UPDATE change SET before = '{"evil":"Bo"}' WHERE act_id = 2 AND op = 'update'`},
	"doubled key":              {`UPDATE change SET before = '{"name":"Bo","name":"Bo"}' WHERE act_id = 2 AND op = 'update'`},
	"the id as a key":          {`UPDATE change SET before = '{"id":9}' WHERE act_id = 2 AND op = 'update'`},
	"key of other case":        {`UPDATE change SET before = '{"NAME":"Bo"}' WHERE act_id = 2 AND op = 'update'`},
	"more keys than after":     {`UPDATE change SET before = '{"name":"Bo","note":"x"}' WHERE act_id = 2 AND op = 'update'`},
	"no keys":                  {`UPDATE change SET before = '{}' WHERE act_id = 2 AND op = 'update'`},
	"not JSON":                 {"UPDATE change SET before = 'nonsense' WHERE act_id = 2 AND op = 'update'"},
	"row that is not JSON":     {"UPDATE change SET before = 'nonsense' WHERE act_id = 2 AND op = 'delete'"},
	"no record":                {"UPDATE change SET before = NULL WHERE act_id = 2 AND op = 'update'"},
	"no row":                   {"UPDATE change SET before = NULL WHERE act_id = 2 AND op = 'delete'"},
	"an array":                 {`UPDATE change SET before = '["name"]' WHERE act_id = 2 AND op = 'update'`},
	"deep JSON":                {"UPDATE change SET before = '" + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "' WHERE act_id = 2 AND op = 'update'"},
	"nested value":             {`UPDATE change SET before = '{"name":{"a":1}}' WHERE act_id = 2 AND op = 'update'`},
	"wrong type":               {`UPDATE change SET before = '{"points":"many"}' WHERE act_id = 2 AND op = 'update'`},
	"truth as a number":        {`UPDATE change SET before = '{"points":true}' WHERE act_id = 2 AND op = 'update'`},
	"foreign id":               {"UPDATE change SET before = json_set(before, '$.id', 5) WHERE act_id = 2 AND op = 'delete'"},
	"other words before":       {`UPDATE change SET after = '{"name":"Di"}' WHERE act_id = 2 AND op = 'update'`},
	"other row state":          {"UPDATE change SET after = json_set(after, '$.title', 'Other') WHERE act_id = 2 AND op = 'insert'"},
	"other operation":          {"UPDATE change SET op = 'insert' WHERE act_id = 2 AND op = 'delete'"},
	"broken reference":         {`UPDATE change SET tbl = 'event', before = '{"id":9,"title":"x","host_id":99}', row_id = 9 WHERE act_id = 2 AND op = 'delete'`},
	"spaces in the record":     {`UPDATE change SET before = '{ "name": "Bo" }' WHERE act_id = 2 AND op = 'update'`},
	"changed past the journal": {"DROP TRIGGER journal_member_update", "UPDATE member SET name = 'Past'"},
	"removed past the journal": {"DROP TRIGGER journal_event_delete", "DELETE FROM event"},
	"a stranger's trigger":     {"CREATE TRIGGER evil AFTER DELETE ON event BEGIN UPDATE member SET name = 'Evil' WHERE id = 2; END"},
	"a reused name":            {"DROP TRIGGER journal_setting_insert", "INSERT INTO setting (name) VALUES ('a')"},
}

func TestForgedJournalsChangeNothing(t *testing.T) {
	for name, statements := range forgeries {
		t.Run(name, func(t *testing.T) {
			s := sampleStore(t)
			do(t, s, "start", "INSERT INTO member (name) VALUES ('Bo'), ('Ed')", "INSERT INTO setting (name, choice) VALUES ('a', 'b')")
			do(t, s, "deed", "UPDATE member SET name = 'Cy' WHERE id = 1", "INSERT INTO event (title) VALUES ('Talk')", "DELETE FROM setting")
			raw(t, s, statements...)
			before := content(t, s)

			_, err := s.Undo(context.Background())

			wantCode(t, err, data.CodeChangedElsewhere)
			if got := content(t, s); got != before {
				t.Errorf("undo changed:%s", difference(got, before))
			}
			if n := one[int](t, s, "SELECT count(*) FROM act"); n != 2 {
				t.Errorf("%d acts", n)
			}
			if n := one[int](t, s, "SELECT count(act_id) FROM open_act"); n != 0 {
				t.Error("an act was left open")
			}
		})
	}
}

func TestForgedRedoChangesNothing(t *testing.T) {
	for name, statements := range map[string][]string{
		"other value":  {`UPDATE change SET after = '{"name":"Evil"}', before = '{"name":"Evil2"}' WHERE act_id = 2 AND op = 'update'`},
		"other row":    {"UPDATE change SET after = json_set(after, '$.evil', 'Other') WHERE act_id = 2 AND op = 'insert'"},
		"unknown key":  {`UPDATE change SET after = '{"evil":1}' WHERE act_id = 2 AND op = 'update'`},
		"not removed":  {"UPDATE change SET before = json_set(before, '$.choice', 'c') WHERE act_id = 2 AND op = 'delete'"},
		"missing part": {"UPDATE change SET after = json_remove(after, '$.title') WHERE act_id = 2 AND op = 'insert'"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleStore(t)
			do(t, s, "start", "INSERT INTO member (name) VALUES ('Bo'), ('Ed')", "INSERT INTO setting (name, choice) VALUES ('a', 'b')")
			do(t, s, "deed", "UPDATE member SET name = 'Cy' WHERE id = 1", "INSERT INTO event (title) VALUES ('Talk')", "DELETE FROM setting")
			undo(t, s)
			raw(t, s, statements...)
			before := content(t, s)

			_, err := s.Redo(context.Background())

			wantCode(t, err, data.CodeChangedElsewhere)
			if got := content(t, s); got != before {
				t.Errorf("redo changed:%s", difference(got, before))
			}
		})
	}
}

// Whoever writes record and data alike is believed; what comes of it still is a
// row within the checks of its table.
func TestForgedRowsStayWithinTheChecks(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	do(t, s, "deed", newMember)
	raw(t, s, `INSERT INTO change (act_id, tbl, row_id, op, before) VALUES (2, 'event', 9, 'delete', json_object('id', 9, 'title', printf('%.*c', 200, 'x'), 'host_id', NULL))`)
	wantCode(t, second(s.Undo(context.Background())), data.CodeChangedElsewhere)
	raw(t, s, `UPDATE change SET before = json_set(before, '$.title', 'short') WHERE tbl = 'event'`)
	if got := undo(t, s); got != "deed" {
		t.Errorf("undid %q", got)
	}
	sound(t, s)
}

// A record of 40 MB cannot even be written through our own connections, so another
// program's is used.
func TestAGiantRecordIsRefusedBeforeItIsRead(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO member (name) VALUES ('Bo')")
	do(t, s, "deed", "UPDATE member SET name = 'Cy'")
	other := stranger(t, s.Path())
	if _, err := other.Exec(`UPDATE change SET before = '{"name":"' || printf('%.*c', 40000000, 'x') || '"}' WHERE act_id = 2`); err != nil {
		t.Fatal(err)
	}
	_, err := s.Undo(context.Background())
	wantCode(t, err, data.CodeChangedElsewhere)
	if strings.Contains(err.Error(), "too big") {
		t.Errorf("it was read before it was noticed: %v", err)
	}
	s = reopen(t, s) // what another program wrote is the file now
	_, err = s.Undo(context.Background())
	wantCode(t, err, data.CodeChangedElsewhere)
	if !strings.Contains(err.Error(), "a record of 4000") {
		t.Errorf("it was read before it was refused: %v", err)
	}
	if got := one[string](t, s, "SELECT name FROM member"); got != "Cy" {
		t.Errorf("the name is %q", got)
	}
}

func TestForgedStacksStayHarmless(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO member (name) VALUES ('Bo')")
	do(t, s, "deed", "UPDATE member SET name = 'Cy'")
	raw(t, s, "INSERT INTO act (at, kind) VALUES ('nonsense', 'undo')", "UPDATE act SET undone_by = 3 WHERE id = 2")
	before := content(t, s)
	_, err := s.Redo(context.Background())
	wantCode(t, err, data.CodeChangedElsewhere)
	if got := content(t, s); got != before {
		t.Errorf("redo changed:%s", difference(got, before))
	}
	// What the forger made of the stack, undo follows, as far as data and record agree.
	_, err = s.Undo(context.Background())
	wantCode(t, err, data.CodeChangedElsewhere)
}
