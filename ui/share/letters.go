package share

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/mail"
	"copleader/ui/desk"
)

// Letter words a letter about a document.
func (s *State) Letter(ctx context.Context, o Order) (reports.Letter, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return reports.Letter{}, err
	}
	return reports.LetterFor(snapshot, o.Name, s.reportOptions(&o))
}

// Message begins a letter without a document to members, or where nobody is named to some sponsors, or all.
func (s *State) Message(ctx context.Context, to, sponsors []int64, note reports.Note, o Order) (reports.Letter, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return reports.Letter{}, err
	}
	if len(to) == 0 {
		return reports.LetterToSponsors(snapshot, sponsors, note, s.reportOptions(&o)), nil
	}
	return reports.LetterTo(snapshot, to, note, s.reportOptions(&o)), nil
}

// Leaving says what would leave this computer with a letter.
func (s *State) Leaving(ctx context.Context, l reports.Letter) (reports.Leaving, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return reports.Leaving{}, err
	}
	return l.Leaving(snapshot), nil
}

// Posted is a letter that lies ready.
type Posted struct {
	Folder string // holds the draft, and its files for programs that don't open drafts
	Draft  string
	Files  []string // that go along, by their paths
}

// Post makes the letter's files and its draft in a folder of their own, which
// nobody else on this computer may look into.
func (s *State) Post(ctx context.Context, l reports.Letter) (Posted, error) {
	draft, err := l.Draft(ctx, s.store)
	if err != nil {
		return Posted{}, err
	}
	looking, err := s.looking("mail-" + l.Name)
	if err != nil {
		return Posted{}, err
	}
	if err := desk.MakeFolder(looking, 0o700); err != nil {
		return Posted{}, err
	}
	posted := Posted{Folder: looking, Draft: filepath.Join(looking, mail.FileName)}
	for _, a := range draft.Attachments {
		path := filepath.Join(looking, a.Name)
		if err := reports.WriteFile(path, a.Content); err != nil {
			return Posted{}, err
		}
		posted.Files = append(posted.Files, path)
	}
	var content bytes.Buffer
	if err := draft.Write(&content); err != nil {
		return Posted{}, err
	}
	if err := reports.WriteFile(posted.Draft, content.Bytes()); err != nil {
		return Posted{}, err
	}
	if l.TellsAnswers() {
		from, until := l.Period()
		err = s.keepOutward(ctx, asked{l.CoversPeriod(), from, until})
	}
	return posted, err
}

// handOver is a letter that lies ready as the system's mail program gets it.
func handOver(l reports.Letter, p Posted) desk.Letter {
	readers := func(people []mail.Person) []desk.Reader {
		list := make([]desk.Reader, len(people))
		for i, who := range people {
			list[i] = desk.Reader{Name: who.Name, Email: who.Email}
		}
		return list
	}
	return desk.Letter{To: readers(l.To), Bcc: readers(l.Bcc), Subject: data.CleanLine(l.Subject), Text: l.Text, Files: p.Files, Draft: p.Draft}
}

// Handed says which way a letter took and what came back; files tells whether any go with it.
func Handed(say *words.Say, o desk.Outcome, files bool) string {
	byHand := say.Text("Please copy the text into a new message.")
	if files {
		byHand = say.Text("Please copy the text into a new message, and attach the files.")
	}
	switch {
	case o.Way == desk.NoWay:
		return say.Text("No program here opens the message. %s", byHand)
	case o.Answer == desk.Cancelled:
		return say.Text("You put the message aside in your mail program; nothing was sent.")
	case o.Answer == desk.Closed:
		return say.Text("Your mail program had the message open and has closed it again: you sent it, or kept it there.")
	case o.Answer == desk.NoAnswer:
		return say.Text("Your desktop was asked to open the message and has not answered yet. If nothing opens: %s", byHand)
	case o.Way == desk.ByPortal && files:
		return say.Text("Your desktop has handed the message to your mail program. Some desktops leave files out: please look there whether they are attached, and attach them if not. Nothing is sent until you send it.")
	case o.Way == desk.ByThunderbird:
		return say.Text("Thunderbird has the message. Please look there whether all is in it; nothing is sent until you send it.")
	case o.Way == desk.ByDraft:
		return say.Text("The draft was opened like any file; nothing is sent until you send it. If it can only be read there: %s", byHand)
	}
	return say.Text("Your mail program has the message. Please look there whether all is in it; nothing is sent until you send it.")
}

// Noted says whether a letter about the document is noted when it is sent.
func Noted(l reports.Letter) bool {
	return slices.Contains([]string{"sponsor", "results", "announce", "minutes", "minutes-pdf"}, l.Name)
}

// NoteSent notes that a letter was sent today: a report as sent, the workbook as a
// contact with each sponsor it went to, an announcement and minutes at their event.
func (s *State) NoteSent(ctx context.Context, l reports.Letter, o Order) error {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	today := s.clock.Today()
	switch l.Name {
	case "sponsor":
		r := snapshot.ReportFor(o.From, o.Until, today)
		r.SentOn, r.SentTo = today, data.CleanLine(strings.Join(addresses(l.To), ", "))
		return store.Rows(s.store, store.Reports).Save(ctx, &r)
	case "results":
		for _, sponsor := range reached(snapshot, l.To) {
			c := data.SponsorContact{SponsorID: sponsor.ID, On: today, Kind: data.ContactReport, Note: s.say.Text("Results workbook, by e-mail")}
			if err := store.Rows(s.store, store.Contacts).Save(ctx, &c); err != nil {
				return err
			}
		}
	case "announce":
		a := data.Announcement{EventID: l.EventID(), Channel: s.say.Text("E-mail"), On: today, Text: l.Text}
		return store.Rows(s.store, store.Announcements).Save(ctx, &a)
	case "minutes", "minutes-pdf":
		_, err := s.store.PublishMinutes(ctx, l.EventID(), s.say.Text("E-mail"))
		return err
	}
	return nil
}

// reached are the sponsors among the readers.
func reached(snapshot *data.Snapshot, to []mail.Person) []data.Sponsor {
	var sponsors []data.Sponsor
	for _, sponsor := range snapshot.Sponsors {
		for _, p := range to {
			if plain, ok := data.Email(sponsor.Email); ok && strings.EqualFold(p.Email, plain) {
				sponsors = append(sponsors, sponsor)
				break
			}
		}
	}
	return sponsors
}

// addresses are people as they are written in an address line.
func addresses(people []mail.Person) []string {
	lines := make([]string, len(people))
	for i, p := range people {
		lines[i] = p.Email
		if p.Name != "" {
			lines[i] = p.Name + " <" + p.Email + ">"
		}
	}
	return lines
}

// people reads addresses, one a line: with a name before the address in <>, or the
// address alone. A line without an address is told by its number, 1 the first.
func people(text string) (list []mail.Person, wrong int) {
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		p := mail.Person{Email: line}
		if name, rest, named := strings.Cut(line, "<"); named {
			p.Name, p.Email = strings.TrimSpace(name), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), ">"))
		}
		plain, ok := data.Email(p.Email)
		if !ok {
			return nil, i + 1
		}
		p.Email = plain
		list = append(list, p)
	}
	return list, 0
}
