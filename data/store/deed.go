package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"copleader/data"
)

// Deed is what an act is called: the words as in data.Phrase, in the form a menu
// would say ("Move %s to Doing"). Arguments may be text, whole numbers, dates,
// phrases, and Name for a row that names itself when the journal is read.
type Deed struct {
	Key  string
	Many string
	N    int
	Args []any

	// Noted is a deed that the history tells and that undo and redo pass over: a document made, a setting changed. It
	// touches no row that other deeds do.
	Noted bool

	// Visit, unless it is none, is the visit to a field during which this is done.
	Visit Visit
}

// Visit is one visit to one field of one row, from entering the field to leaving it: all deeds of the same visit in a
// row become one act. Without a Field it is none. The field says which it is, where it stands, and which visit this is; the
// deed, which knows the row, adds Table and ID.
type Visit struct {
	Table string
	ID    int64
	Field string
	Place string // where the field stands, if the window has it in more than one place
	N     int    // counts the visits to the field there
}

// to is the visit as one to a field of that row.
func (v Visit) to(table string, id int64) Visit {
	if v.Field == "" {
		return Visit{}
	}
	v.Table, v.ID = table, id
	return v
}

// kind is that of the deed's act.
func (d Deed) kind() string {
	if d.Noted {
		return kindNote
	}
	return kindDo
}

// Words gives the parts to whoever speaks the deed.
func (d Deed) Words() (one, many string, n int, args []any) { return d.Key, d.Many, d.N, d.Args }

// Phrase is the deed's words alone.
func (d Deed) Phrase() data.Phrase {
	return data.Phrase{Key: d.Key, Many: d.Many, N: d.N, Args: d.Args}
}

// Name stands in a deed's arguments for the name of a row. The journal keeps only
// the reference, so that it holds no name that an erasure would have to find.
type Name struct {
	Table string
	ID    int64
}

// keptArg is an argument as it stands in the journal.
type keptArg struct {
	Table string          `json:"t,omitempty"` // a Name, with ID
	ID    int64           `json:"id,omitempty"`
	Date  string          `json:"d,omitempty"`
	Key   string          `json:"k,omitempty"` // a data.Phrase, with the following
	Many  string          `json:"m,omitempty"`
	N     int             `json:"n,omitempty"`
	Args  json.RawMessage `json:"a,omitempty"`
}

// erasedArg stands where an erasure took out words.
const erasedArg = "…"

// encodeArgs writes arguments as one JSON array.
func encodeArgs(args []any) (string, error) {
	kept := make([]any, len(args))
	for i, arg := range args {
		one, err := encodeArg(arg)
		if err != nil {
			return "", err
		}
		kept[i] = one
	}
	b, err := json.Marshal(kept)
	return string(b), err
}

func encodeArg(arg any) (any, error) {
	switch v := arg.(type) {
	case Name:
		return keptArg{Table: v.Table, ID: v.ID}, nil
	case data.Date:
		return keptArg{Date: v.String()}, nil
	case data.Phrase:
		inner, err := encodeArgs(v.Args)
		return keptArg{Key: v.Key, Many: v.Many, N: v.N, Args: json.RawMessage(inner)}, err
	}
	switch v := reflect.ValueOf(arg); v.Kind() {
	case reflect.String:
		return v.String(), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int(), nil
	}
	return nil, fmt.Errorf("a deed cannot keep an argument of type %T", arg)
}

// decodeArgs reads what encodeArgs wrote; name looks up a reference. Words that a
// foreign hand put there and that do not read are left out.
func decodeArgs(text string, name func(Name) any) []any {
	var kept []json.RawMessage
	if json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	args := make([]any, len(kept))
	for i, raw := range kept {
		args[i] = decodeArg(raw, name)
	}
	return args
}

func decodeArg(raw json.RawMessage, name func(Name) any) any {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var number int
	if json.Unmarshal(raw, &number) == nil {
		return number
	}
	var kept keptArg
	if json.Unmarshal(raw, &kept) != nil {
		return erasedArg
	}
	switch {
	case kept.Table != "":
		return name(Name{kept.Table, kept.ID})
	case kept.Key != "":
		return data.Phrase{Key: kept.Key, Many: kept.Many, N: kept.N, Args: decodeArgs(string(kept.Args), name)}
	}
	day, _ := data.ParseDate(kept.Date) // a day that does not read is no day
	return day
}

// eraseArgs takes the words out of kept arguments; numbers and references stay.
func eraseArgs(text string) (string, error) {
	return encodeArgs(withoutWords(decodeArgs(text, func(n Name) any { return n })))
}

// withoutWords takes out the words of arguments; what only counts stays ("3 people and 2 events").
func withoutWords(args []any) []any {
	for i, arg := range args {
		switch v := arg.(type) {
		case string:
			args[i] = erasedArg
		case data.Phrase:
			if onlyCounts(v) {
				continue
			}
			args[i] = erasedArg
		}
	}
	return args
}

// onlyCounts reports whether a phrase holds but numbers beside its own words.
func onlyCounts(p data.Phrase) bool {
	for _, arg := range p.Args {
		inner, is := arg.(data.Phrase)
		if _, number := arg.(int); !number && (!is || !onlyCounts(inner)) {
			return false
		}
	}
	return p.N > 0 || len(p.Args) > 0
}

// dayColumns hold the day that stands with the name of a row, in tables whose rows often share one: the dates of a series.
var dayColumns = map[string]string{"event": "day"}

// nameOf finds what a row is called now, or was called when it was removed: a text, or a phrase with the row's day.
func (s *Store) nameOf(ctx context.Context, q querier, n Name) any {
	gone := data.Say("something since removed")
	if n.Table == "member" {
		gone = data.Say("a former member")
	}
	t := s.layout.byName[n.Table]
	if t == nil || t.title == "" {
		return gone
	}
	day := cmp.Or(dayColumns[n.Table], "NULL")
	var name, on sql.NullString
	err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT %s, %s FROM %s WHERE id = ?", t.title, day, t.name), n.ID).Scan(&name, &on)
	if errors.Is(err, sql.ErrNoRows) {
		// Gone since it was removed, or since its adding was undone, of which only the adding is on record.
		err = q.QueryRowContext(ctx, fmt.Sprintf(`SELECT json_extract(coalesce(before, after), '$.%s'), json_extract(coalesce(before, after), '$.%s') FROM change
			WHERE tbl = ? AND row_id = ? AND op IN ('delete', 'insert') ORDER BY id DESC LIMIT 1`, t.title, day), n.Table, n.ID).Scan(&name, &on)
	}
	if err != nil || name.String == "" {
		return gone
	}
	if date, err := data.ParseDate(on.String); err == nil && date != 0 {
		return data.Dated(date, s.today(), name.String)
	}
	return name.String
}
