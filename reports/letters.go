package reports

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/forleader"
	"copleader/reports/formembers"
	"copleader/reports/mail"
	"copleader/reports/press"
)

// Letter is a message about a document as it is shown before it leaves: what it
// says, to whom it goes, which files go with it. The program opens it as a draft
// and sends nothing itself.
type Letter struct {
	Name    string // of the document it is about
	Subject string
	Text    string
	To      []mail.Person
	Bcc     []mail.Person // readers who don't see one another
	Without int           // how many of those it is meant for have no address
	// Unreached are the names of those whose address no draft can carry.
	Unreached []string
	Attached  []string // names of the documents that go with it as files

	greeted []string // what its readers want to be called, as far as it reaches them
	options Options  // of the documents, with the event or round that was chosen
}

// EventID is the event the letter is about, 0 for none.
func (l Letter) EventID() int64 { return l.options.EventID }

// RoundID is the round the letter is about, 0 for none.
func (l Letter) RoundID() int64 { return l.options.RoundID }

// Period are the days the letter was asked to cover, 0 where that was left open.
func (l Letter) Period() (from, until data.Date) { return l.options.From, l.options.Until }

// TellsAnswers reports whether the letter takes along what members answered.
func (l Letter) TellsAnswers() bool {
	return l.carries(func(d Document) bool { return d.Whom == AboutAnswers })
}

// CoversPeriod reports whether the letter takes along figures of the days that a sending covers.
func (l Letter) CoversPeriod() bool { return l.carries(Document.CoversPeriod) }

// carries reports whether one of the documents that the letter tells is such a one.
func (l Letter) carries(such func(Document) bool) bool {
	return slices.ContainsFunc(l.carried(), func(name string) bool {
		doc, err := Find(name)
		return err == nil && such(doc)
	})
}

// LetterFor words a letter about a document. What is to be read at once stands in
// the letter itself (an announcement, minutes, a digest); all else is attached.
func LetterFor(s *data.Snapshot, name string, opt Options) (Letter, error) {
	doc, err := Find(name)
	if err != nil {
		return Letter{}, err
	}
	d := press.New(context.Background(), s, opt)
	l := &letter{Draft: d, doc: doc, Letter: Letter{Name: name, Attached: []string{name}}}
	if err := l.write(); err != nil {
		return Letter{}, err
	}
	l.options = d.Opt
	return l.Letter, nil
}

// Note is what a letter without a document says, where something is to be said: its subject, and paragraphs.
type Note struct {
	Subject string
	Text    []string
	By      string // who signs; the leader where nobody is named
}

// LetterTo begins a letter to members that takes no document along: who they are, a greeting, the note and the leader's name. Several
// don't see one another.
func LetterTo(s *data.Snapshot, ids []int64, note Note, opt Options) Letter {
	l := &letter{Draft: press.New(context.Background(), s, opt), by: note.By}
	var members []data.Member
	for _, id := range ids {
		if m, there := s.MemberByID(id); there {
			members = append(members, m)
		}
	}
	if len(members) == 1 {
		l.toOne(members[0])
	} else {
		l.address(members)
	}
	greeting := l.Say.Text("Good day to all,")
	if len(l.greeted) == 1 {
		greeting = l.Say.Text("Good day %s,", l.greeted[0])
	}
	l.Subject = cmp.Or(note.Subject, l.Community.Name)
	l.sign(append([]string{greeting}, note.Text...))
	l.options = l.Opt
	return l.Letter
}

// LetterToSponsors begins a letter that takes no document along, to some sponsors, or to all where none is named.
func LetterToSponsors(s *data.Snapshot, only []int64, note Note, opt Options) Letter {
	if len(only) > 0 {
		some := *s
		some.Sponsors = slices.DeleteFunc(slices.Clone(s.Sponsors), func(r data.Sponsor) bool { return !slices.Contains(only, r.ID) })
		s = &some
	}
	l := &letter{Draft: press.New(context.Background(), s, opt), doc: Document{Group: ForSponsors}, by: note.By}
	l.sponsorList()
	l.Subject = cmp.Or(note.Subject, l.Community.Name)
	l.sign(append([]string{l.greeting()}, note.Text...))
	l.options = l.Opt
	return l.Letter
}

// letter is a letter in the making.
type letter struct {
	*press.Draft
	Letter
	doc Document
	by  string // who signs, "" for the leader
}

func (l *letter) write() error {
	switch l.Name {
	case "survey":
		return l.invitation()
	case "announce":
		return l.announcement()
	case "minutes", "minutes-pdf":
		return l.minutes()
	case "digest":
		return l.digest()
	case "sponsor", "results":
		return l.toSponsors()
	case "group", "group-slide":
		return l.groupResults()
	case "person":
		return l.toPerson()
	case "thanks":
		return l.thanks()
	case "invite":
		return l.invite()
	case "pitch":
		return l.pitch()
	}
	l.plain()
	return nil
}

// memberList addresses everyone who is a member today, none seeing the others.
func (l *letter) memberList() { l.address(l.People(l.Opt.Today)) }

// address puts members among the readers who don't see one another.
func (l *letter) address(members []data.Member) {
	for i := range members {
		readers := l.reader(members[i].Name, members[i].Email)
		l.Bcc = append(l.Bcc, readers...)
		if len(readers) > 0 {
			l.greeted = append(l.greeted, press.Called(members[i]))
		}
	}
}

// toOne addresses one member.
func (l *letter) toOne(m data.Member) {
	l.To, l.greeted = l.reader(m.Name, m.Email), []string{press.Called(m)}
}

// greeting is how a letter begins: one reader is called by name, many by what they
// belong to.
func (l *letter) greeting() string {
	say, e := l.Say, l.Opt.EventID
	event, _ := l.EventByID(e)
	switch {
	case len(l.greeted) == 1:
		return say.Text("Good day %s,", l.greeted[0])
	case l.doc.Group == ForSponsors && len(l.To) > mostGreeted:
		return say.Text("Good day to our sponsors,")
	case l.doc.Group == ForSponsors && len(l.To) > 0: // who know one another
		return say.Text("Good day %s,", namesOf(l.To))
	case len(l.greeted) == 0 && len(l.Bcc)+l.Without == 0:
		return say.Text("Good day,")
	case event.Confidential && l.doc.Group == ForMembers:
		return say.Text("Good day to all who were there,")
	case l.Community.Name == "":
		return say.Text("Good day to all,")
	}
	return say.Text("Good day to everyone in %s,", l.Community.Name)
}

// reader is somebody the letter goes to: nobody where there is no address, or one
// that no draft can carry, who is named.
func (l *letter) reader(name, email string) []mail.Person {
	plain, ok := data.Email(email)
	switch {
	case ok:
		return []mail.Person{{Name: name, Email: plain}}
	case email == "":
		l.Without++
	default:
		l.Unreached = append(l.Unreached, name)
	}
	return nil
}

// sign ends a text with the leader's name and the community's.
func (l *letter) sign(lines []string) {
	leader, _ := l.Leader()
	if l.Name != "sponsor" && l.Name != "results" { // which say it in fewer words
		lines = append(lines, l.enclosed())
	}
	lines = append(lines, strings.Join(slices.DeleteFunc([]string{cmp.Or(l.by, leader.Name), l.Community.Name}, isEmpty), "\n"))
	l.Text = strings.Join(slices.DeleteFunc(lines, isEmpty), "\n\n") + "\n"
}

func isEmpty(s string) bool { return strings.TrimSpace(s) == "" }

// invitation asks for answers: those asked to the round who have not replied, or
// all members when nobody was noted as asked.
func (l *letter) invitation() error {
	open := l.OpenRounds(l.Opt.Today)
	if len(open) == 0 {
		return data.Fault(data.CodeNothing, "No round of the health check is open. Start one, then people can be asked for their answers.")
	}
	round := open[len(open)-1]
	if chosen, ok := l.RoundByID(l.Opt.RoundID); ok && chosen.Open() {
		round = chosen
	}
	l.Opt.RoundID = round.ID
	l.address(l.stillAsked(round.ID))
	say := l.Say
	l.Subject = say.Text("%s: how are we doing? About 5 minutes", l.Community.Name)
	until, back := "", say.Text("Please send it back by answering this message.")
	if round.ClosesOn != 0 {
		l.Subject = say.Text("%s: how are we doing? About 5 minutes, until %s", l.Community.Name, round.ClosesOn)
		until = say.Text("We close on %s.", round.ClosesOn)
	}
	if round.HowToSend != "" {
		back = say.Text("How to send it back: %s", round.HowToSend)
	}
	l.sign([]string{l.greeting(),
		say.Text("we look at how our community is doing. Please fill in the attached workbook; it takes about 5 minutes, and every question may stay empty."),
		strings.TrimSpace(back + " " + until),
		say.Text("Your answers are confidential, not anonymous: whoever takes them in can see who sent which. Your answers and comments are kept, without your name and in random order; the comments are read by whoever leads, all others see counts. Where fewer than %d answered a card, nothing is shown.", round.MinGroup),
		say.Text("The round's code is %s; please leave it in the file.", round.Code)})
	return nil
}

// stillAsked are the members asked to a round who have not replied.
func (l *letter) stillAsked(round int64) []data.Member {
	asked := map[int64]bool{}
	replied := map[int64]bool{}
	for _, i := range l.Invitations {
		if i.RoundID == round {
			asked[i.MemberID], replied[i.MemberID] = true, i.Replied
		}
	}
	return slices.DeleteFunc(l.People(l.Opt.Today), func(m data.Member) bool {
		return len(asked) > 0 && !asked[m.ID] || replied[m.ID]
	})
}

// announcement carries the event as a file for people's own calendars.
func (l *letter) announcement() error {
	e, ok := l.NextEvent()
	if !ok {
		return data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then it can be announced.")
	}
	l.Opt.EventID = e.ID
	l.memberList()
	l.Subject = l.Say.Text("%s: %s", forleader.AnnouncementTitle(l.Draft, e), l.Say.Text("%s, %s", e.On, e.Begins().String()))
	m := &press.Markdown{Plain: true}
	if e.Status != data.StatusCancelled {
		m.Paragraph(l.Say.Text("I would be glad to see you at our next event. The date is attached for your own calendar; if you want to bring something, please answer this message."))
	}
	forleader.WriteAnnouncement(l.Draft, m, e)
	l.Attached = []string{"calendar"}
	l.sign([]string{l.greeting(), m.Text()})
	return nil
}

// minutes go to all members; confidential ones only to those who were there.
func (l *letter) minutes() error {
	e, ok := l.LastEvent()
	if !ok {
		return data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	l.Opt.EventID = e.ID
	if e.Confidential {
		l.address(whoCame(l.Draft, e.ID))
	} else {
		l.memberList()
	}
	l.Subject = l.Say.Text("Minutes: %s, %s", e.Title, e.On)
	if l.Name == "minutes-pdf" {
		l.sign([]string{l.greeting(), l.minutesOnPaper(e)})
		return nil
	}
	m := &press.Markdown{Plain: true}
	m.Paragraph(l.minutesAsText(e))
	formembers.WriteMinutes(l.Draft, m, e)
	l.Attached = nil
	l.sign([]string{l.greeting(), m.Text()})
	return nil
}

// unwritten reports whether nobody wrote down yet what an event talked about and decided.
func (l *letter) unwritten(e data.Event) bool {
	m := l.MinutesOf(e.ID)
	return isEmpty(m.Text) && isEmpty(m.Decisions)
}

// minutesOnPaper says what the sheet is: minutes, or lines to write them on.
func (l *letter) minutesOnPaper(e data.Event) string {
	if l.unwritten(e) {
		return l.Say.Text("the minutes of “%s” of %s are not written yet. Here is the sheet for them, with the programme and lines to write on. Please tell me what belongs there.", e.Title, e.On)
	}
	return l.Say.Text("here are the minutes of “%s” of %s.", e.Title, e.On) + " " +
		l.Say.Text("What we decided, and who does what until when, stands in them. Please tell me what is missing or wrong.")
}

// minutesAsText says what the text below it is.
func (l *letter) minutesAsText(e data.Event) string {
	if l.unwritten(e) {
		return l.Say.Text("here is what is noted of “%s” on %s so far; what we talked about is not written down yet. If you remember something that belongs there, please answer this message.", e.Title, e.On)
	}
	return l.Say.Text("here is what we said and decided at “%s” on %s, and who does what. If something is wrong or missing, please answer this message.", e.Title, e.On)
}

// whoCame are the members who were at an event.
func whoCame(d *press.Draft, event int64) []data.Member {
	var came []data.Member
	for _, a := range d.Attendance {
		if m, ok := d.MemberByID(a.MemberID); ok && a.EventID == event && a.Present {
			came = append(came, m)
		}
	}
	return came
}

func (l *letter) digest() error {
	l.memberList()
	m := &press.Markdown{Plain: true}
	m.Paragraph(l.Say.Text("here is our news: what happened, what comes, and where a hand is wanted. If you can help with something or want to bring it up, please answer this message."))
	if err := formembers.WriteDigest(l.Draft, m); err != nil {
		return err
	}
	l.Subject = l.Say.Text("News from %s", l.Community.Name)
	l.Attached = nil
	l.sign([]string{l.greeting(), m.Text()})
	return nil
}

func (l *letter) groupResults() error {
	round, ok := l.LastRound(l.Opt.Today)
	if chosen, known := l.RoundByID(l.Opt.RoundID); known {
		round, ok = chosen, true
	}
	if !ok {
		return data.Fault(data.CodeNothing, "No round of the health check has been closed yet.")
	}
	l.Opt.RoundID = round.ID
	l.memberList()
	result := l.Result(round.ID)
	l.Subject = l.Say.Text("%s: what we said", l.Community.Name)
	next := l.Say.Text("Do you want to take one of the steps on? Please answer this message.")
	holds := l.Say.Text("On one page: what we said, and what we do about it.")
	if slices.ContainsFunc(result.Cards, func(c data.CardResult) bool { return c.Figures.Word == data.WordSplit }) {
		holds = l.Say.Text("On one page: what we said, where we differ, and what we do about it.")
	}
	if l.Name == "group-slide" {
		next = l.Say.Text("What should we do about it? Please answer this message.")
		holds = l.Say.Text("Here is a slide with what we said, card by card.")
	}
	l.sign([]string{l.greeting(),
		l.Say.Text("thank you for your answers to our health check “%s” (%s).", round.Name, result.Answered()) + " " + holds,
		next})
	return nil
}

// toPerson gives somebody everything that is known of them.
func (l *letter) toPerson() error {
	m, ok := l.MemberByID(l.Opt.MemberID)
	if !ok {
		return data.Fault(data.CodeNotFound, "This person is not in the community's file any more.")
	}
	l.toOne(m)
	l.Subject = l.Say.Text("%s: everything we have written down about you", l.Community.Name)
	l.sign([]string{l.greeting(), l.Say.Text("here is everything that our community has written down about you. If something is wrong or should go, please tell me.")})
	return nil
}

// thanks says to one member what they gave. With nobody chosen there is nobody to
// write to: each page goes to one person.
func (l *letter) thanks() error {
	m, ok := l.MemberByID(l.Opt.MemberID)
	if !ok {
		l.Subject = l.Say.Text("Thank you from %s", l.Community.Name)
		l.sign([]string{l.greeting()})
		return nil
	}
	given := formembers.GaveThisYear(l.Draft, m.ID)
	if len(given) == 0 {
		return data.Fault(data.CodeNothing, "Nothing that %s gave has been written down yet.", m.Name)
	}
	l.toOne(m)
	l.Subject = l.Say.Text("Thank you from %s", l.Community.Name)
	l.sign([]string{l.greeting(),
		l.Say.Text("our community lives on what its members give. This is what you gave:"),
		"– " + strings.Join(given, "\n– "),
		formembers.ThanksIsYours(l.Draft)})
	return nil
}

// invite carries the invitation's text, and its picture as a file.
func (l *letter) invite() error {
	m := &press.Markdown{Plain: true}
	if err := formembers.WriteInvitation(l.Draft, m); err != nil {
		return err
	}
	l.Subject = l.Say.Text("Come to %s", l.Community.Name)
	l.Text, l.Attached = m.Text()+"\n", []string{"invite-png"}
	return nil
}

// pitch goes to somebody who is no sponsor yet, whom only the leader knows.
func (l *letter) pitch() error {
	l.Subject = l.Say.Text("%s: what it is for, and what we ask", l.Community.Name)
	l.sign([]string{l.greeting(), l.Say.Text("on one page: what our community is for, what the organisation gains, and what we ask of you."),
		l.Say.Text("May I have half an hour of your time? Please answer this message.")})
	return nil
}

// Draft makes the letter's files and puts all into a message for the system's
// mail program. What may not leave the machine is refused (see Leaving).
func (l Letter) Draft(ctx context.Context, src Source) (mail.Draft, error) {
	snap, err := src.Snapshot(ctx)
	if err != nil {
		return mail.Draft{}, err
	}
	if leaving := l.Leaving(snap); len(leaving.Refused) > 0 {
		reason := leaving.Refused[0]
		return mail.Draft{}, data.Fault(data.CodeInvalid, reason.Key, reason.Args...)
	}
	out := mail.Draft{Subject: l.Subject, Text: l.Text, To: l.To, Bcc: l.Bcc, Now: l.options.Now}
	for _, name := range l.Attached {
		var content bytes.Buffer
		report, err := Write(ctx, name, src, l.options, &content)
		if err != nil {
			return mail.Draft{}, err
		}
		doc, err := Find(report.Name)
		if err != nil {
			return mail.Draft{}, err
		}
		out.Attachments = append(out.Attachments, mail.Attachment{Name: doc.Called(snap, l.options), Content: content.Bytes()})
	}
	return out, nil
}
