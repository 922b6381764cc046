package press

import (
	"copleader/data"
	"copleader/reports/page"
)

// shades are the colours a community may choose, from dark to light, then the soft
// ground. Each step is told from the next in grey too.
var shades = map[data.Colour]page.Shades{
	data.Teal:     page.Teal,
	data.Blue:     page.ShadesOf(0x154172, 0x1F5FA8, 0x457AB7, 0x5F87B7, 0x7090B4, 0xE5EDF5),
	data.DarkBlue: page.ShadesOf(0x16243E, 0x243A63, 0x4E638A, 0x657695, 0x75839B, 0xE7E9EF),
	data.Violet:   page.ShadesOf(0x482E66, 0x6A4496, 0x8364A8, 0x8D77AB, 0x9284AC, 0xEEE9F3),
	data.Plum:     page.ShadesOf(0x612750, 0x8E3A75, 0xA15B8C, 0xA37097, 0xA37F9D, 0xF2E8EF),
	data.WineRed:  page.ShadesOf(0x5B1B2B, 0x86273F, 0x9B4C60, 0x9E6575, 0x9F7785, 0xF1E6E9),
	data.Brown:    page.ShadesOf(0x51321A, 0x774A26, 0x8E694B, 0x957A66, 0x988679, 0xEFEAE6),
	data.Olive:    page.ShadesOf(0x3E4418, 0x5B6424, 0x777E49, 0x838B65, 0x8B9278, 0xECEDE6),
}

// ShadesOf are the shades of a colour; Teal of one that this version doesn't know.
func ShadesOf(c data.Colour) page.Shades {
	if s, known := shades[c]; known {
		return s
	}
	return page.Teal
}

// Shades are those of the community's own colour.
func (d *Draft) Shades() page.Shades { return ShadesOf(d.Community.Colour) }
