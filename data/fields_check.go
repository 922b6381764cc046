package data

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// validate cleans the texts of the row and checks every field by itself; more
// checks what concerns several fields, and may be nil.
func (fs Fields[T]) validate(row *T, more func(k *check)) error { return validate(fs, row, more) }

func validate(fields []Field, row any, more func(k *check)) error {
	var k check
	for i := range fields {
		fields[i].validate(&k, row)
	}
	if more != nil {
		more(&k)
	}
	return k.err()
}

func (f *Field) validate(k *check, row any) {
	switch f.Input {
	case InputLine, InputText:
		f.validateText(k, f.Text(row))
	case InputList:
		k.lines(f.Key, f.List(row), f.Room, f.Limit)
	case InputDate:
		k.failing(f.Needed && *f.Date(row) == 0, f.Key, "Please give a date.")
		k.date(f.Key, *f.Date(row))
	case InputClock:
		k.clock(f.Key, *f.Clock(row))
	case InputNumber:
		if n := *f.Number(row); !f.isNone(float64(n)) {
			k.between(f.Key, n, f.Low, f.High)
		}
	case InputFraction:
		if n := *f.Fraction(row); !f.isNone(n) {
			k.halves(f.Key, n, f.Low, f.High)
		}
	case InputChoice:
		f.validateChoice(k, f.Word(row))
	case InputChoices:
		for _, chosen := range *f.List(row) {
			f.validateChoice(k, chosen)
		}
	}
	if f.also != nil {
		f.also(k, f.place(row))
	}
}

// TakeFraction puts what was typed into a field for a number in halves, "3", "3.5"
// or "3,5", into the row; the error stands at the field.
func (f *Field) TakeFraction(row any, typed string) error {
	typed = strings.Replace(strings.TrimSpace(typed), ",", ".", 1)
	if typed == "" {
		*f.Fraction(row) = float64(f.None) // which the row itself refuses where it doesn't fit
		return nil
	}
	n, err := strconv.ParseFloat(typed, 64)
	if err != nil {
		n = math.NaN() // outside of every range
	}
	var k check
	k.halves(f.Key, n, f.Low, f.High) // the number for none is nothing that a person types
	if k.fields == nil {
		*f.Fraction(row) = n
	}
	return k.err()
}

// isNone reports whether the number says that there is none.
func (f *Field) isNone(n float64) bool { return f.NoneFits && n == float64(f.None) }

func (f *Field) validateText(k *check, s *string) {
	if f.Input == InputLine {
		k.line(f.Key, s, f.Limit)
	} else {
		k.text(f.Key, s, f.Limit)
	}
	k.failing(f.Needed && *s == "", f.Key, "Please fill this in.")
}

func (f *Field) validateChoice(k *check, word string) {
	if slices.Contains(f.words, word) {
		return
	}
	if f.refused.IsZero() {
		k.fail(f.Key, "“%s” is not one of the choices.", word)
	} else {
		k.tell(f.Key, f.refused)
	}
}

// Unlisted reports whether the row holds in the field a word that is none of its
// choices. Nobody can have typed such a word, so the row was damaged or meddled with;
// limits are another matter, as they change.
func (f *Field) Unlisted(row any) bool {
	switch f.Input {
	case InputChoice:
		return !slices.Contains(f.words, f.Word(row))
	case InputChoices:
		return slices.ContainsFunc(*f.List(row), func(word string) bool { return !slices.Contains(f.words, word) })
	}
	return false
}
