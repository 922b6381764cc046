package press

import (
	"strconv"
	"strings"

	"copleader/data"
)

// HoursText writes a number of hours without needless zeros.
func HoursText(h float64) string { return strconv.FormatFloat(h, 'f', -1, 64) }

// Dotted puts the parts that are not empty on one line.
func Dotted(parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, " · ")
}

// OneLine is a text without its line ends.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// SpokenOr speaks a phrase, or nothing for none.
func (d *Draft) SpokenOr(p data.Phrase) string {
	if p.IsZero() {
		return ""
	}
	return d.Say.Of(p)
}
