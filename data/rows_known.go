package data

// KnownName is how somebody is called on a list from elsewhere, once the leader has
// said who it is, or was called in a record joined into theirs: the next list that
// calls them so is understood (data/README.md, What comes in).
type KnownName struct {
	ID       int64
	Name     string // as NameKey makes it, or, with an @, an address as AddressKey does
	MemberID int64
}

// KnownNameFields describes how somebody is called elsewhere.
var KnownNameFields = Fields[KnownName]{
	bare("id", func(n *KnownName) *int64 { return &n.ID }),
	line("name", Say("Called on lists"), 200, func(n *KnownName) *string { return &n.Name }).must().noWords(ofPerson),
	belongs("member", unseen, func(n *KnownName) *int64 { return &n.MemberID }),
}

// Validate cleans the texts and checks the limits.
func (n *KnownName) Validate() error { return KnownNameFields.validate(n, nil) }

// KnownColumns is what the leader said stands in the columns of tables with certain
// headings.
type KnownColumns struct {
	ID       int64
	Headings string // folded, with a bar between them
	Holds    string // which kind of rows it was: a word of data/exchange
	Keys     Lines  // the key of a field a column; "-" for one that is left out
}

// KnownColumnsFields describes the columns of tables met before.
var KnownColumnsFields = Fields[KnownColumns]{
	bare("id", func(c *KnownColumns) *int64 { return &c.ID }),
	text("headings", Say("Headings"), 4000, func(c *KnownColumns) *string { return &c.Headings }).must(),
	word("holds", unseen, 20, func(c *KnownColumns) *string { return &c.Holds }),
	bare("keys", func(c *KnownColumns) *Lines { return &c.Keys }),
}

// Validate cleans the texts and checks the limits.
func (c *KnownColumns) Validate() error { return KnownColumnsFields.validate(c, nil) }
