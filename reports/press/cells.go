package press

import (
	"copleader/data"
	"copleader/reports/sheet"
)

// BookSetup is the set-up of every workbook. Its author is the community,
// never the user's account.
func (d *Draft) BookSetup() sheet.Setup {
	return sheet.Setup{Title: d.Say.Of(d.Title), Author: d.Community.Name, Language: d.Say.Lang(),
		Primary: d.Shades().Hex(), Program: d.Program(), Created: d.Opt.Now, Letter: d.letter(), Begun: d.Begun}
}

// Looks of titles and texts in workbooks.
var (
	HeadingStyle = sheet.Style{Size: 20, Bold: true}
	KeyStyle     = sheet.Style{Size: 12, Bold: true, Color: sheet.Primary, Wrap: true, Middle: true, Border: sheet.LineBelow}
	FactStyle    = sheet.Style{Size: 12, Wrap: true, Middle: true, Border: sheet.LineBelow, Format: sheet.FreeText, Align: "left"}
	HeadStyle    = sheet.Style{Bold: true, Color: sheet.OnPrimary, Fill: sheet.Primary, Wrap: true, Middle: true, Border: sheet.Frame, Align: "left", Indent: 1}
	TextStyle    = sheet.Style{Wrap: true, Middle: true, Border: sheet.Frame, Format: sheet.FreeText, Align: "left", Indent: 1}
)

// Looks of the cells of a table.
var (
	NumberStyle  = sheet.Style{Format: sheet.Whole, Align: "center", Middle: true, Border: sheet.Frame}
	DecimalStyle = sheet.Style{Format: sheet.OneDecimal, Align: "center", Middle: true, Border: sheet.Frame}
	PercentStyle = sheet.Style{Format: sheet.Percent, Align: "center", Middle: true, Border: sheet.Frame}
	WordStyle    = sheet.Style{Align: "center", Middle: true, Wrap: true, Border: sheet.Frame}
	QuietStyle   = sheet.Style{Color: sheet.Muted, Italic: true, Size: 9, Align: "center", Middle: true, Wrap: true, Border: sheet.Frame}
	dateStyle    = sheet.Style{Format: sheet.Day, Align: "center", Middle: true, Border: sheet.Frame}
)

// Headings are the cells above the columns of a table.
func Headings(texts ...string) []sheet.Cell {
	var cells []sheet.Cell
	for _, text := range texts {
		cells = append(cells, sheet.Cell{Value: text, Style: HeadStyle})
	}
	return cells
}

// TextCell is a text in a table.
func TextCell(s string) sheet.Cell { return sheet.Cell{Value: s, Style: TextStyle} }

// NumberCell is a whole number in a table.
func NumberCell(n int) sheet.Cell { return sheet.Cell{Value: n, Style: NumberStyle} }

// BoldCell is what a row is about.
func BoldCell(s string) sheet.Cell {
	style := TextStyle
	style.Bold = true
	return sheet.Cell{Value: s, Style: style}
}

// DayCell is a day in a table, empty for none.
func DayCell(on data.Date) sheet.Cell {
	if on == 0 {
		return sheet.Cell{Style: dateStyle}
	}
	return sheet.Cell{Value: on.Time(), Style: dateStyle}
}
