package press

import (
	"strings"

	"copleader/data"
)

// Channel is where people go for one of the uses, the first that there is a channel
// for: its name and its link; "" for none.
func (d *Draft) Channel(uses ...data.ChannelUse) string {
	for _, use := range uses {
		for _, c := range d.Channels {
			if c.Use == use {
				return Dotted(c.Name, c.Link)
			}
		}
	}
	return ""
}

// Listed joins what there is of several texts by commas.
func Listed(texts ...string) string {
	var there []string
	for _, text := range texts {
		if text = OneLine(text); text != "" {
			there = append(there, text)
		}
	}
	return strings.Join(there, ", ")
}
