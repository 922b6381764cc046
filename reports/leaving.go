package reports

import (
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/forleader"
	"copleader/reports/mail"
	"copleader/reports/press"
)

// Leaving says what leaves the machine with a letter, before it does
// (data/README.md, Privacy).
type Leaving struct {
	Files   []LeavingFile
	Readers data.Phrase // how many, and whether they see one another
	// Refused are the reasons why the letter may not be sent, none if it may.
	Refused []data.Phrase
}

// LeavingFile is one file of a letter. The letter's own text is the first, with
// no file name, where the document stands in it.
type LeavingFile struct {
	File  string
	Title data.Phrase
	Holds data.Phrase // what is in it
	Names data.Phrase // whom it names
}

// Leaving looks at what a letter would take along. Whatever tells about fewer
// people than the threshold is refused, and so is what is meant for one reader
// when others would get it.
func (l Letter) Leaving(s *data.Snapshot) Leaving {
	var leaving Leaving
	leaving.Readers = l.readers()
	for _, name := range l.carried() {
		doc, err := Find(name)
		if err != nil {
			continue
		}
		d := &enclosure{Draft: press.New(context.Background(), s, l.options), doc: doc}
		file := LeavingFile{Title: doc.Title, Holds: doc.About, Names: d.named()}
		if slices.Contains(l.Attached, name) {
			file.File = doc.Called(s, l.options)
		}
		leaving.Files = append(leaving.Files, file)
		if reason := l.refused(d); !reason.IsZero() {
			leaving.Refused = append(leaving.Refused, reason)
		}
	}
	return leaving
}

// enclosure is a document that a letter takes along.
type enclosure struct {
	*press.Draft
	doc Document
}

// carried are the documents a letter tells, in its text or as files.
func (l Letter) carried() []string {
	if slices.Contains(l.Attached, l.Name) {
		return l.Attached
	}
	return append([]string{l.Name}, l.Attached...)
}

func (l Letter) readers() data.Phrase {
	switch {
	case len(l.To)+len(l.Bcc) == 0:
		return data.Say("Nobody yet: please choose the readers in the mail program.")
	case len(l.Bcc) == 0:
		return data.SayCount(len(l.To), "%d reader: %s", "%d readers, who see one another: %s", strings.Join(namesOf(l.To), ", "))
	}
	return data.SayCount(len(l.To)+len(l.Bcc), "%d reader", "%d readers, who don't see one another")
}

func namesOf(people []mail.Person) []string {
	var names []string
	for _, p := range people {
		if p.Name == "" {
			names = append(names, p.Email)
			continue
		}
		names = append(names, p.Name)
	}
	return names
}

// named says whom a document names.
func (d *enclosure) named() data.Phrase {
	switch d.doc.Whom {
	case AboutParts:
		return data.Say("Names people by what they took on openly: who leads, speaks, was there, owns something.")
	case AboutAnswers:
		return data.Say("Names no member, unless a story may be told with names. Where fewer than %d answered, nothing is told.", d.Thresholds().MinGroup)
	case AboutPeople:
		n := len(forleader.RosterRows(d.Draft, d.Standings(d.Opt.Today)))
		return data.SayCount(n, "Lists %d person, with what the list shows.", "Lists %d people, with what the list shows.")
	case AboutOne:
		m, _ := d.MemberByID(d.Opt.MemberID)
		return data.Say("Everything about %s, private notes too.", m.Name)
	case AboutEach:
		if m, ok := d.MemberByID(d.Opt.MemberID); ok {
			return data.Say("Names %s, and what they gave.", m.Name)
		}
		return data.Say("A page for each person who gave something, meant for that person alone.")
	case AboutLeading:
		return data.Say("What only whoever leads should know: promises, follow-ups, who to ask.")
	}
	return data.Say("Names nobody but who leads.")
}

// refused is why a document may not go with the letter; zero if it may.
func (l Letter) refused(d *enclosure) data.Phrase {
	least := d.Thresholds().MinGroup
	switch d.doc.Whom {
	case AboutPeople:
		if n := len(forleader.RosterRows(d.Draft, d.Standings(d.Opt.Today))); n < least {
			return data.Say("“%s” lists only %d people. What tells about fewer than %d does not leave this computer by mail.", d.doc.Title, n, least)
		}
	case AboutAnswers:
		return d.refusedAnswers()
	case AboutOne:
		if m, ok := d.MemberByID(d.Opt.MemberID); !ok || !l.onlyTo(m.Email) {
			return data.Say("“%s” is about one person and goes to nobody else.", d.doc.Title)
		}
	case AboutEach:
		if m, ok := d.MemberByID(d.Opt.MemberID); !ok || !l.onlyTo(m.Email) {
			return data.Say("“%s” go to each person alone. Choose whom this one is for.", d.doc.Title)
		}
	case AboutLeading:
		if len(l.To)+len(l.Bcc) > 1 {
			return data.Say("“%s” is for whoever leads next and goes to one reader only.", d.doc.Title)
		}
	case AboutParts:
		return l.refusedMinutes(d)
	}
	return data.Phrase{}
}

// onlyTo reports whether the letter has one reader, who has this address.
func (l Letter) onlyTo(email string) bool {
	return email != "" && len(l.Bcc) == 0 && len(l.To) == 1 && sameAddress(l.To[0].Email, email)
}

// sameAddress reports whether two addresses reach the same person.
func sameAddress(a, b string) bool { return addressKey(a) == addressKey(b) }

// addressKey is an address as it is compared, however its domain is spelled.
func addressKey(email string) string {
	if plain, ok := data.Email(email); ok {
		email = plain
	}
	return strings.ToLower(email)
}

// refusedAnswers refuses the one page about a round that too few answered; the
// other documents withhold such a round themselves.
func (d *enclosure) refusedAnswers() data.Phrase {
	if d.doc.Name != "group" && d.doc.Name != "group-slide" {
		return data.Phrase{}
	}
	round, ok := d.LastRound(d.Opt.Today)
	if chosen, known := d.RoundByID(d.Opt.RoundID); known {
		round, ok = chosen, true
	}
	if result := d.Result(round.ID); ok && result.Withheld {
		return data.Say("Only %d answered. What tells about fewer than %d does not leave this computer by mail.", result.Returned, result.MinGroup)
	}
	return data.Phrase{}
}

// refusedMinutes keeps confidential minutes among those who were there.
func (l Letter) refusedMinutes(d *enclosure) data.Phrase {
	if d.doc.Name != "minutes" && d.doc.Name != "minutes-pdf" {
		return data.Phrase{}
	}
	e, ok := d.LastEvent()
	if !ok || !e.Confidential {
		return data.Phrase{}
	}
	came := map[string]bool{}
	for _, m := range whoCame(d.Draft, e.ID) {
		came[addressKey(m.Email)] = true
	}
	for _, p := range slices.Concat(l.To, l.Bcc) {
		if !came[addressKey(p.Email)] {
			return data.Say("“%s” was confidential: its minutes go to those who were there, and %s was not.", e.Title, namesOf([]mail.Person{p})[0])
		}
	}
	return data.Phrase{}
}
