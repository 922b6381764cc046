package data

// Phrase is a sentence not yet spoken: an English key and its arguments, which
// data/words turns into the reader's language. With Many set, N chooses between
// Key (one) and Many, and stands first among the arguments. Arguments may be
// text, numbers, dates or phrases.
type Phrase struct {
	Key  string
	Many string
	N    int
	Args []any
}

// Say is the phrase with the given key and arguments.
func Say(key string, args ...any) Phrase { return Phrase{Key: key, Args: args} }

// SayCount is a phrase about n things; one and many both begin with n.
func SayCount(n int, one, many string, args ...any) Phrase {
	return Phrase{Key: one, Many: many, N: n, Args: args}
}

// Words gives the parts to whoever speaks the phrase.
func (p Phrase) Words() (one, many string, n int, args []any) { return p.Key, p.Many, p.N, p.Args }

// IsZero reports whether there is nothing to say.
func (p Phrase) IsZero() bool { return p.Key == "" }
