package forleader

import (
	"bytes"
	"encoding/csv"
	"strings"

	"github.com/emersion/go-vcard"

	"copleader/data"
	"copleader/reports/press"
)

// RosterCSV makes the list of members for other programs.
func RosterCSV(d *press.Draft) (press.Product, error) {
	table := tableOf(d)
	var out bytes.Buffer
	// Without this mark Excel reads the letters of the system's old code page.
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	rows := [][]string{table.heads}
	for _, row := range table.rows {
		cells := append([]string(nil), row.cells...)
		cells[len(cells)-1] = ""
		if row.seen != 0 {
			cells[len(cells)-1] = row.seen.String()
		}
		rows = append(rows, cells)
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return press.Bytes(out.Bytes()), w.Error()
}

// harmless keeps spreadsheets from taking a text for a formula: one that begins
// like one gets an apostrophe before it.
func harmless(text string) string {
	text = data.CleanText(text)
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// RosterVCF makes a card of each member of the list for an address book, in
// version 3.0, which all of them read. Levels and notes stay out of it.
func RosterVCF(d *press.Draft) (press.Product, error) {
	var out bytes.Buffer
	cards := vcard.NewEncoder(&out)
	members := RosterRows(d, d.Standings(d.Opt.Today))
	if len(members) == 0 {
		return nil, data.Fault(data.CodeNothing, "There are no members yet, so there are no cards of them.")
	}
	for i := range members {
		if err := cards.Encode(cardOf(d, &members[i])); err != nil {
			return nil, err
		}
	}
	return press.Bytes(foldCards(out.String())), nil
}

// partSemicolon stands for a semicolon within a part of a field, which the
// library would not escape. It is a letter for private use, which no font has.
const partSemicolon = "\U000F0001"

// cardPart is a text within a field of several parts.
func cardPart(text string) string {
	return strings.NewReplacer(partSemicolon, "", ";", partSemicolon).Replace(data.CleanLine(text))
}

func cardOf(d *press.Draft, m *data.Member) vcard.Card {
	card := vcard.Card{}
	put := func(field, text string) {
		if text != "" {
			card.SetValue(field, text)
		}
	}
	put(vcard.FieldVersion, "3.0")
	put(vcard.FieldProductID, "-//CoP Leader//"+strings.ToUpper(d.Say.Lang()))
	put(vcard.FieldUID, d.MemberUID(m.ID))
	put(vcard.FieldRevision, d.Opt.Now.UTC().Format("20060102T150405Z"))
	put(vcard.FieldFormattedName, cardPart(m.Name))
	// A name is never split into first and last: all of it is the last name.
	put(vcard.FieldName, cardPart(m.Name)+";;;;")
	put("SORT-STRING", cardPart(m.SortAs))
	put(vcard.FieldNickname, cardPart(m.Called))
	if press.PlainAddress(m.Email) {
		card.Set(vcard.FieldEmail, &vcard.Field{Value: m.Email, Params: vcard.Params{"TYPE": {"INTERNET"}}})
	}
	if m.Organisation != "" || m.Unit != "" {
		put(vcard.FieldOrganization, strings.TrimSuffix(cardPart(m.Organisation)+";"+cardPart(m.Unit), ";"))
	}
	put(vcard.FieldRole, cardPart(rolesOf(d, m)))
	if len(m.Knows) > 0 {
		put(vcard.FieldNote, cardPart(d.Say.Text("Ask about: %s", strings.Join(m.Knows, ", "))))
	}
	put(vcard.FieldCategories, cardPart(d.Community.Name))
	return card
}

// foldCards puts the signs in and breaks lines at 75 bytes, between letters.
func foldCards(text string) []byte {
	const widest = 75
	text = strings.ReplaceAll(text, partSemicolon, `\;`)
	var out bytes.Buffer
	for line := range strings.SplitAfterSeq(text, "\r\n") {
		room := widest
		for len(strings.TrimSuffix(line, "\r\n")) > room {
			at := room
			for !isLetterStart(line[at]) {
				at--
			}
			out.WriteString(line[:at] + "\r\n ")
			line, room = line[at:], widest-1
		}
		out.WriteString(line)
	}
	return out.Bytes()
}

// isLetterStart reports whether a byte begins a letter of UTF-8.
func isLetterStart(b byte) bool { return b&0xC0 != 0x80 }
