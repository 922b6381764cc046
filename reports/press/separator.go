package press

import (
	"slices"
	"strings"
)

// Separators are what may stand between the cells of a plain table.
var Separators = []string{",", ";", "\t"}

// commaDecimals are the languages that write "1,5": their spreadsheets keep the
// comma for that and expect semicolons between cells.
var commaDecimals = strings.Fields(`af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lb lt lv
	mk mn nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi`)

// pointDecimals are the places where such a language is written with "1.5".
var pointDecimals = strings.Fields("MX US PR GT HN NI SV PA DO")

// CellSeparator is what stands between the cells of a plain table: what was
// chosen, else what the spreadsheets of the region expect.
func (o Options) CellSeparator() rune {
	if slices.Contains(Separators, o.Separator) {
		return rune(o.Separator[0])
	}
	name, _, _ := strings.Cut(strings.ReplaceAll(o.Region, "-", "_"), ".")
	parts := strings.Split(name, "_")
	elsewhere := slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(pointDecimals, p) })
	if slices.Contains(commaDecimals, strings.ToLower(parts[0])) && !elsewhere {
		return ';'
	}
	return ','
}
