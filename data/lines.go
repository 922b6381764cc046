package data

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
)

// Value writes the list as one text.
func (l Lines) Value() (driver.Value, error) { return l.String(), nil }

// Scan reads what Value wrote.
func (l *Lines) Scan(src any) error {
	var text string
	switch v := src.(type) {
	case nil:
	case string:
		text = v
	case []byte:
		text = string(v)
	default:
		return fmt.Errorf("cannot read lines from %T", src)
	}
	*l = nil
	if text != "" {
		*l = strings.Split(text, "\n")
	}
	return nil
}

// With is the list followed by what only the other holds, whatever case and accents, as
// far as there is room; 0 sets no bounds.
func (l Lines) With(other Lines, room int) Lines {
	all := slices.Clone(l)
	for _, entry := range other {
		same := func(e string) bool { return Fold(e) == Fold(entry) }
		if (room == 0 || len(all) < room) && !slices.ContainsFunc(all, same) {
			all = append(all, entry)
		}
	}
	return all
}
