package exchange

import (
	"context"
	"slices"
	"strings"
	"time"

	"copleader/data"
)

// Cards reads the people of a file of vCards, 2.1, 3.0 or 4.0, as Outlook, Google,
// Apple and we ourselves write them (data/README.md, What comes in). The error is one
// sentence for a person (a data.Error).
func Cards(ctx context.Context, f File) ([]Person, error) {
	return within(ctx, f, cardsOf)
}

func cardsOf(ctx context.Context, content []byte) ([]Person, error) {
	text, err := decoded(content)
	if err != nil {
		return nil, err
	}
	r := cardReader{lines: cardLines{text: text}}
	for {
		line, more := r.lines.next()
		if !more {
			break
		}
		if err := r.read(line); err != nil {
			return nil, err
		}
		if r.lines.at%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	r.finish(true)
	if len(r.people) == 0 {
		return nil, errNothing
	}
	return r.people, nil
}

// cardReader gathers the properties of one card after the other.
type cardReader struct {
	lines  cardLines
	card   []property
	begun  int // the line at which the card begins, 0 outside of any
	within int // cards within the card: whoever acts for the person
	agent  bool
	people []Person
}

func (r *cardReader) read(p property) error {
	switch {
	case strings.EqualFold(p.value, "VCARD") && p.name == "BEGIN":
		r.begin(p.line)
	case strings.EqualFold(p.value, "VCARD") && p.name == "END":
		r.end()
	case p.name == "AGENT", p.name == "VERSION": // says nothing of the person
	case r.begun > 0 && r.within == 0 && len(r.card) < 200:
		r.card = append(r.card, p)
	}
	r.agent = p.name == "AGENT" && p.value == ""
	if len(r.people) > maxRows {
		return errRows
	}
	return nil
}

func (r *cardReader) begin(line int) {
	if r.agent {
		r.within++
		return
	}
	r.finish(true)
	r.begun, r.within = line, 0
}

func (r *cardReader) end() {
	if r.within > 0 {
		r.within--
		return
	}
	r.finish(false)
}

// finish makes a person of the card that has been read; cut says that its end is missing.
func (r *cardReader) finish(cut bool) {
	if r.begun > 0 && len(r.card) > 0 {
		p := card(r.card).person(r.begun)
		if cut {
			p.Doubts = append(p.Doubts, data.Say("The card is cut off; there may have been more."))
		}
		r.people = append(r.people, p)
	}
	r.card, r.begun, r.lines.old = nil, 0, false
}

// card is the properties of one card.
type card []property

func (c card) person(line int) Person {
	f := filler[data.Member]{blank: data.Member{Kind: data.KindMember}}
	p := Person{Row: f.blank, Line: line}
	p.Row.Name = data.CleanLine(c.first("FN").text())
	if p.Row.Name == "" {
		name := c.first("N").parts(5)
		p.Row.Name = joined(name[1], name[2], name[0])
	}
	if p.Row.Name != "" {
		p.Given = append(p.Given, "name")
	}
	if c.nobody() {
		p.Refused = data.Say("This card is of a group or an organisation, not of a person.")
		return p
	}
	c.fill(&p)
	person(&f, &p, "")
	return p
}

// fill takes what the card says beside the name.
func (c card) fill(p *Person) {
	m := &p.Row
	give := func(key, value string) {
		if value = data.CleanLine(value); value != "" {
			*data.MemberFields.Of(key).Text(m) = value
			p.Given = append(p.Given, key)
		}
	}
	nickname, _, _ := strings.Cut(c.first("NICKNAME").text(), ",")
	give("called", nickname)
	give("email", strings.TrimPrefix(c.best("EMAIL", "work", "internet").text(), "mailto:"))
	give("phone", strings.TrimPrefix(c.best("TEL", "work", "cell").text(), "tel:"))
	give("pronouns", c.first("PRONOUNS").text())
	organisation := c.first("ORG").parts(2)
	give("organisation", organisation[0])
	give("unit", organisation[1])
	if address := c.best("ADR", "work"); address.is("work") {
		give("site", address.parts(4)[3])
	}
	if zone := c.first("TZ").text(); strings.Contains(zone, "/") {
		if _, err := time.LoadLocation(zone); err == nil {
			give("timeZone", zone)
		}
	}
	note := data.CleanText(c.first("NOTE").text())
	if knows, ours := strings.CutPrefix(note, "Ask about: "); ours { // as our own cards say it
		m.Knows = listIn(knows)
		p.Given = append(p.Given, "knows")
	} else if note != "" {
		m.Note = note
		p.Given = append(p.Given, "note")
	}
}

// nobody reports whether the card is of a group or a firm.
func (c card) nobody() bool {
	kind := strings.ToLower(c.first("KIND").value + c.first("X-ADDRESSBOOKSERVER-KIND").value)
	return kind != "" && kind != "individual" || strings.EqualFold(c.first("X-ABSHOWAS").value, "COMPANY")
}

// first is the first property of the name that says anything.
func (c card) first(name string) property { return c.best(name) }

// best is the property of the name that is preferred, else the first of the types that
// are asked for in turn, else the first of all.
func (c card) best(name string, types ...string) property {
	var all []property
	for _, p := range c {
		if p.name == name && strings.Trim(p.value, "; ") != "" {
			all = append(all, p)
		}
	}
	for _, is := range append([]string{"pref"}, types...) {
		if i := slices.IndexFunc(all, func(p property) bool { return p.is(is) && !p.is("fax") }); i >= 0 {
			return all[i]
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return property{}
}
