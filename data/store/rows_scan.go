package store

import "fmt"

// The quick ways into the fields that large tables consist of. database/sql
// would take whole numbers through text and back, which for a hundred thousand
// attendances is most of the reading.
type (
	scanInt64 int64
	scanInt   int
	scanBool  bool
	scanText  string
)

// Scan reads a whole number.
func (n *scanInt64) Scan(src any) error {
	v, ok := src.(int64)
	*n = scanInt64(v)
	return unless(ok, src)
}

// Scan reads a whole number.
func (n *scanInt) Scan(src any) error {
	v, ok := src.(int64)
	*n = scanInt(v)
	return unless(ok, src)
}

// Scan reads 0 or 1.
func (b *scanBool) Scan(src any) error {
	v, ok := src.(int64)
	*b = v != 0
	return unless(ok, src)
}

// Scan reads a text.
func (s *scanText) Scan(src any) error {
	v, ok := src.(string)
	*s = scanText(v)
	return unless(ok, src)
}

func unless(ok bool, src any) error {
	if ok {
		return nil
	}
	return fmt.Errorf("unexpected %T", src)
}

// quick puts the quick ways in the place of plain pointers.
func quick(fields []any) []any {
	for i, f := range fields {
		switch p := f.(type) {
		case *int64:
			fields[i] = (*scanInt64)(p)
		case *int:
			fields[i] = (*scanInt)(p)
		case *bool:
			fields[i] = (*scanBool)(p)
		case *string:
			fields[i] = (*scanText)(p)
		}
	}
	return fields
}
