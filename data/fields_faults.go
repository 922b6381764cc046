package data

import (
	"net/mail"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/idna"
)

// check gathers what is wrong with a value, a sentence a field.
type check struct{ fields map[string]Phrase }

func (c *check) fail(field, key string, args ...any) { c.tell(field, Say(key, args...)) }

// tell keeps the first sentence of a field.
func (c *check) tell(field string, wrong Phrase) {
	if c.fields == nil {
		c.fields = map[string]Phrase{}
	}
	if _, told := c.fields[field]; !told {
		c.fields[field] = wrong
	}
}

// failing passes on whether something is wrong.
func (c *check) failing(wrong bool, field, key string, args ...any) {
	if wrong {
		c.fail(field, key, args...)
	}
}

// line cleans a one-line text in place and checks its length.
func (c *check) line(field string, s *string, limit int) {
	*s = CleanLine(*s)
	c.length(field, *s, limit)
}

// text cleans a text of several lines in place and checks its length.
func (c *check) text(field string, s *string, limit int) {
	*s = CleanText(*s)
	c.length(field, *s, limit)
}

func (c *check) length(field, s string, limit int) {
	if n := Length(s); n > limit {
		c.fail(field, "This is %d characters long; there is room for %d.", n, limit)
	}
}

// lines cleans a list in place and checks how many entries it has and how long they are.
func (c *check) lines(field string, l *Lines, most, limit int) {
	*l = ParseLines(l.String())
	if len(*l) > most {
		c.fail(field, "There are %d lines; there is room for %d.", len(*l), most)
	}
	for i, entry := range *l {
		if n := Length(entry); n > limit {
			c.fail(field, "Line %d is %d characters long; there is room for %d.", i+1, n, limit)
		}
	}
}

func (c *check) between(field string, n, low, high int) {
	c.failing(n < low || n > high, field, "Please choose a number from %d to %d.", low, high)
}

func (c *check) zone(field string, name string) {
	if name == "" {
		return
	}
	if _, err := zoneNamed(name); err != nil {
		c.fail(field, "“%s” is not a time zone; an example is Europe/Berlin.", name)
	}
}

func (c *check) email(field, s string) {
	c.failing(s != "" && !IsEmail(s), field, "This does not look like an e-mail address.")
}

// Email is an e-mail address as every program takes it: the letters of other
// scripts in its domain are spelled in plain ones ("büro.example" is
// "xn--bro-hoa.example"). What stands before the @ cannot be spelled otherwise;
// ok is false where it has such letters, or where the text is no address.
func Email(s string) (plain string, ok bool) {
	at := strings.LastIndexByte(s, '@')
	if at < 0 || !IsEmail(s) || strings.ContainsFunc(s[:at], func(r rune) bool { return r > unicode.MaxASCII }) {
		return "", false
	}
	domain := s[at+1:]
	if strings.ContainsFunc(domain, func(r rune) bool { return r > unicode.MaxASCII }) {
		spelled, err := idna.Lookup.ToASCII(domain)
		if err != nil {
			return "", false
		}
		domain = spelled
	}
	return s[:at+1] + domain, true
}

// IsEmail reports whether a text looks like an e-mail address and nothing more.
func IsEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s
}

func (c *check) clock(field string, t Clock) {
	c.failing(t < 0 || t >= 24*60, field, "Please write the time as hours and minutes, for example 16:00.")
}

// halves checks a number in steps of a half; low and high count halves.
func (c *check) halves(field string, n float64, low, high int) {
	twice := int(2 * n)
	c.failing(2*n != float64(twice) || twice < low || twice > high, field,
		"Please give hours from %v to %v in steps of a half.", float64(low)/2, float64(high)/2)
}

// date checks that a day lies where a community's days can lie.
func (c *check) date(field string, d Date) {
	low, high := NewDate(1900, time.January, 1), NewDate(2200, time.January, 1)
	c.failing(d != 0 && (d < low || d > high), field, "Please check the year.")
}

func (c *check) err() error {
	if c.fields == nil {
		return nil
	}
	key := "Please look at the marked fields; nothing was changed."
	if len(c.fields) == 1 {
		key = "Please look at the marked field; nothing was changed."
	}
	return &Error{Code: CodeInvalid, Key: key, Fields: c.fields}
}
