package exchange

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// sheetReader gathers the wanted cells of a sheet as its tokens come by.
type sheetReader struct {
	wanted map[string]bool
	found  map[string]cell
	shared map[string][]string // cells that hold a shared text, by its number

	row, column int // the last ones seen, 1 for the first
	ref, kind   string
	value       string
	formula     bool
}

func (r *sheetReader) token(at []string, t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		r.start(t)
	case xml.CharData:
		inside := at[len(at)-1] == "v" || isText(at)
		if r.ref != "" && inside && len(r.value) < maxText {
			r.value += string(t)
		}
	case xml.EndElement:
		if t.Name.Local == "c" {
			r.end()
		}
	}
}

func (r *sheetReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "row":
		r.row, r.column = r.row+1, 0
		if n, err := strconv.Atoi(attribute(t, "r")); err == nil {
			r.row = n
		}
	case "c":
		// Rows and cells may leave their numbers out; then they follow one another.
		r.column++
		place := attribute(t, "r")
		if column, _, ok := splitPlace(place); ok {
			r.column = column
		} else {
			place = columnName(r.column) + strconv.Itoa(r.row)
		}
		r.ref, r.kind, r.value, r.formula = "", attribute(t, "t"), "", false
		if r.wanted[place] {
			r.ref = place
		}
	case "f":
		r.formula = true
	}
}

func (r *sheetReader) end() {
	if r.ref == "" || r.value == "" && !r.formula {
		return
	}
	c := cell{text: r.value, formula: r.formula}
	if r.kind == "s" {
		number := strings.TrimSpace(r.value)
		r.shared[number] = append(r.shared[number], r.ref)
		c.text = ""
	}
	r.found[r.ref] = c
	r.ref = ""
}

// place is a cell of a sheet, as a defined name refers to it.
type place struct{ sheet, ref string }

// placeOf reads "Answers!$E$3" or "'Our answers'!$E$3".
func placeOf(refers string) (place, bool) {
	at := strings.LastIndex(refers, "!")
	if at < 0 {
		return place{}, false
	}
	sheet, ref := refers[:at], strings.ReplaceAll(refers[at+1:], "$", "")
	sheet = strings.TrimPrefix(sheet, "$")
	if len(sheet) >= 2 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	// A merged field may come back as a range; its first cell holds the text.
	ref, _, _ = strings.Cut(ref, ":")
	if _, _, ok := splitPlace(ref); !ok {
		return place{}, false
	}
	return place{strings.ToLower(sheet), ref}, true
}

// constantOf reads the text that a defined name stands for: "CT-01W" in quotes.
func constantOf(refers string) (string, bool) {
	refers = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(refers), "="))
	if len(refers) < 2 || refers[0] != '"' || refers[len(refers)-1] != '"' {
		return refers, refers != "" // a number is kept without quotes by some
	}
	return strings.ReplaceAll(refers[1:len(refers)-1], `""`, `"`), true
}

// splitPlace reads "E3" as column 5 and row 3.
func splitPlace(s string) (column, row int, ok bool) {
	letters := strings.TrimRight(s, "0123456789")
	if letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, l := range letters {
		if l < 'A' || l > 'Z' {
			return 0, 0, false
		}
		column = 26*column + int(l-'A') + 1
	}
	row, err := strconv.Atoi(s[len(letters):])
	return column, row, err == nil && row > 0
}

// columnName is "E" for 5.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
