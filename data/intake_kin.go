package data

// Kin tells how another file that was copied from this one, or this one from it, and this one grew apart: what
// was done to rows on either side since (data/README.md, The plan).
type Kin struct {
	Here, There Touched
	Unknown     bool // nobody can tell since when: the histories reach no common act
}

// RowKind is a kind of row that two files of one community can both have.
type RowKind string

// The kinds of row, as their tables are called.
const (
	RowMember     RowKind = "member"
	RowEvent      RowKind = "event"
	RowItem       RowKind = "item"
	RowAttendance RowKind = "attendance"
)

// RowKinds lists the kinds of row.
var RowKinds = []RowKind{RowMember, RowEvent, RowItem, RowAttendance}

type touchedRow struct {
	kind RowKind
	id   int64
}

// Touched are rows that were changed, made or removed; true for those that were made.
type Touched map[touchedRow]bool

// Add notes a row.
func (t Touched) Add(kind RowKind, id int64, made bool) {
	key := touchedRow{kind, id}
	t[key] = t[key] || made
}

// Has reports whether the row was touched.
func (t Touched) Has(kind RowKind, id int64) bool {
	_, touched := t[touchedRow{kind, id}]
	return touched
}

// Made reports whether the row was made.
func (t Touched) Made(kind RowKind, id int64) bool { return t[touchedRow{kind, id}] }
