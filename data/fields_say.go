package data

import "strings"

// Said is what the field of a row holds, to be spoken; zero for nothing. A
// reference has no words of its own.
func (f *Field) Said(row any) Phrase {
	switch f.Input {
	case InputLine, InputText:
		return saidText(*f.Text(row))
	case InputList:
		return saidText(strings.Join(*f.List(row), ", "))
	case InputDate:
		return saidDate(*f.Date(row))
	case InputClock:
		return saidText(f.Clock(row).String())
	case InputNumber:
		return f.saidNumber(*f.Number(row))
	case InputFraction:
		return f.saidFraction(*f.Fraction(row))
	case InputTick:
		return saidTick(*f.Tick(row))
	case InputChoice:
		return f.saidChoice(f.Word(row))
	case InputChoices:
		return f.saidChoices(*f.List(row))
	}
	return Phrase{}
}

// filled reports whether the field holds anything.
func (f *Field) filled(row any) bool {
	if f.Input == InputLink {
		return *f.Link(row) != 0
	}
	return !f.Said(row).IsZero()
}

// SaidOf is Said for the field's value as the file keeps it: a text, a number, or
// nil for nothing.
func (f *Field) SaidOf(stored any) Phrase {
	switch v := stored.(type) {
	case string:
		return f.saidStored(v)
	case float64:
		return f.saidFraction(v)
	case int64:
		if f.Input == InputTick {
			return saidTick(v != 0)
		}
		return f.saidNumber(int(v))
	}
	return Phrase{}
}

func (f *Field) saidStored(text string) Phrase {
	switch f.Input {
	case InputDate:
		if d, err := ParseDate(text); err == nil {
			return saidDate(d)
		}
	case InputList:
		return saidText(strings.ReplaceAll(text, "\n", ", "))
	case InputChoice:
		return f.saidChoice(text)
	case InputChoices:
		return f.saidChoices(strings.Split(text, "\n"))
	}
	return saidText(text)
}

func (f *Field) saidNumber(n int) Phrase {
	if f.isNone(float64(n)) {
		return Phrase{}
	}
	return Say("%d", n)
}

func (f *Field) saidFraction(n float64) Phrase {
	if f.isNone(n) {
		return Phrase{}
	}
	return Say("%g", n)
}

func (f *Field) saidChoice(word string) Phrase {
	if word == "" {
		return Phrase{}
	}
	return f.name(word)
}

func (f *Field) saidChoices(words []string) Phrase {
	var said Phrase
	for _, word := range words {
		if said.IsZero() {
			said = f.saidChoice(word)
		} else {
			said = Say("%s, %s", said, f.saidChoice(word))
		}
	}
	return said
}

func saidText(s string) Phrase {
	if s == "" {
		return Phrase{}
	}
	return Say("%s", s)
}

func saidDate(d Date) Phrase {
	if d == 0 {
		return Phrase{}
	}
	return Say("%s", d)
}

func saidTick(on bool) Phrase {
	if on {
		return Say("yes")
	}
	return Say("no")
}
