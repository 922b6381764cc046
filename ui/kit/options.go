package kit

import (
	"strconv"

	"copleader/data"
	"copleader/data/words"
)

// Word is a word of the domain that has a name to be shown.
type Word interface {
	~string
	Phrase() data.Phrase
}

// OptionsOf are words of the domain to choose from.
func OptionsOf[T Word](say *words.Say, known []T) []Option {
	options := make([]Option, len(known))
	for i, word := range known {
		options[i] = Option{Key: string(word), Text: say.Of(word.Phrase())}
	}
	return options
}

// KeyOf is the key of the option that stands for a row; 0 is that of none.
func KeyOf(id int64) string { return strconv.FormatInt(id, 10) }

// IDOf is the row a key stands for, 0 for none.
func IDOf(key string) int64 {
	id, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return 0
	}
	return id
}
