package data

import (
	"database/sql/driver"
	"fmt"
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
