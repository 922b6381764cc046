package forleader

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"

	"copleader/data"
	"copleader/reports/press"
)

// RosterCSV makes the list of members for other programs: the columns of the
// list, and what it has no room for.
func RosterCSV(d *press.Draft) (press.Product, error) {
	say, table := d.Say, tableOf(d, usualColumns) // all of it, whatever is shown: it is to come back in
	beside := data.MemberFields.Some("called", "email", "phone", "pronouns", "organisation")
	heads := table.spelledHeads(d)
	for i := range beside {
		heads = append(heads, say.Of(beside[i].Heading()))
	}
	rows := [][]string{heads}
	for _, row := range table.rows {
		cells := table.plain(&row)
		for i := range beside {
			cells = append(cells, *beside[i].Text(row.member))
		}
		rows = append(rows, cells)
	}
	return csvOf(d, rows)
}

// plain is a row for other programs: its numbers without words, its days as those of the
// calendar.
func (t rosterTable) plain(r *rosterRow) []string {
	var cells []string
	for i, c := range t.columns {
		switch {
		case c.key == rosterEvents && r.came != nil:
			cells = append(cells, strconv.Itoa(r.came[0]), strconv.Itoa(r.came[1]))
		case c.key == rosterEvents:
			cells = append(cells, "", "")
		case c.day != nil && c.day(r) == 0:
			cells = append(cells, "")
		case c.day != nil:
			cells = append(cells, c.day(r).String())
		default:
			cells = append(cells, r.cells[i])
		}
	}
	return cells
}

// harmless keeps spreadsheets from taking a text for a formula: one that begins
// like one gets an apostrophe before it.
func harmless(text string) string {
	text = data.CleanText(text)
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) && !isPhone.MatchString(text) {
		return "'" + text
	}
	return text
}

// isPhone knows a number as it is dialled from abroad, which reckons nothing.
var isPhone = regexp.MustCompile(`^\+[0-9]{1,3}[ 0-9]{5,}$`)

// RosterVCF makes a card of each member of the list for an address book, in
// version 3.0, which all of them read. Levels and notes stay out of it.
func RosterVCF(d *press.Draft) (press.Product, error) {
	cards, _, err := cardsOf(d)
	return press.Bytes(bytes.Join(cards, nil)), err
}

// RosterCards makes the same cards as one file each, for address books that take
// only the first card of a file.
func RosterCards(d *press.Draft) (press.Product, error) {
	cards, names, err := cardsOf(d)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	files, used := zip.NewWriter(&out), map[string]bool{}
	for i, card := range cards {
		name := fileFor(names[i], used)
		f, err := files.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: d.Opt.Now.UTC()})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(card); err != nil {
			return nil, err
		}
	}
	err = files.Close()
	return press.Bytes(out.Bytes()), err
}

// fileFor names the file of a card after the person, with a number where two
// people share a name on systems that don't tell capitals apart.
func fileFor(name string, used map[string]bool) string {
	base := cmp.Or(data.FileName(name), "card")
	file := base
	for n := 2; used[strings.ToLower(file)]; n++ {
		file = fmt.Sprintf("%s %d", base, n)
	}
	used[strings.ToLower(file)] = true
	return file + ".vcf"
}

// cardsOf are the cards of the list, and whose each is.
func cardsOf(d *press.Draft) (cards [][]byte, names []string, err error) {
	members := RosterRows(d, d.Standings(d.Opt.Today))
	if len(members) == 0 {
		return nil, nil, data.Fault(data.CodeNothing, "There are no members yet, so there are no cards of them.")
	}
	for i := range members {
		var out bytes.Buffer
		if err := vcard.NewEncoder(&out).Encode(cardOf(d, &members[i])); err != nil {
			return nil, nil, err
		}
		cards, names = append(cards, foldCards(out.String())), append(names, members[i].Name)
	}
	return cards, names, nil
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
	if email := cardAddress(m.Email); email != "" {
		card.Set(vcard.FieldEmail, &vcard.Field{Value: email, Params: vcard.Params{"TYPE": {"INTERNET"}}})
	} else if m.Email != "" {
		d.Remark(data.Say("An address that is none was left out of a card: “%s”.", m.Email))
	}
	put(vcard.FieldTelephone, cardPart(m.Phone))
	put("PRONOUNS", cardPart(m.Pronouns)) // RFC 9554; readers of older cards pass over it
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

// cardAddress is an address as a card carries it, "" for what is none. Cards may
// hold letters of every script before the @.
func cardAddress(email string) string {
	if plain, ok := data.Email(email); ok {
		return plain
	}
	if data.IsEmail(email) {
		return email
	}
	return ""
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
