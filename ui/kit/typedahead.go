package kit

import "time"

// typedAhead is what was typed letter by letter at something that is no field: it finds what begins so.
type typedAhead struct {
	text string
	last time.Time
}

// letterPause is how long after a letter the next one still belongs to it.
const letterPause = time.Second

// goesOn tells whether a letter typed now belongs to those before; so does a space then, which presses nothing.
func (t *typedAhead) goesOn(now time.Time) bool { return t.text != "" && now.Sub(t.last) < letterPause }

// add is what is looked for with one more letter.
func (t *typedAhead) add(letter string, now time.Time) string {
	if !t.goesOn(now) {
		t.text = ""
	}
	t.text, t.last = t.text+letter, now
	return t.text
}
