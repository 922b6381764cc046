package reports

import (
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/forhealthcheck"
	"copleader/reports/forleader"
	"copleader/reports/formembers"
	"copleader/reports/forsponsors"
	"copleader/reports/press"
)

// Group says for whom a document is.
type Group string

// The groups in the order they are shown.
const (
	ForHealthCheck Group = "health"
	ForMembers     Group = "members"
	ForSponsors    Group = "sponsors"
	ForLeader      Group = "leader"
)

// Groups lists the groups in the order they are shown.
var Groups = []Group{ForHealthCheck, ForMembers, ForSponsors, ForLeader}

// GroupTitles are the headings over the groups.
var GroupTitles = map[Group]data.Phrase{
	ForHealthCheck: {Key: "For the health check"},
	ForMembers:     {Key: "For the members"},
	ForSponsors:    {Key: "For the sponsors"},
	ForLeader:      {Key: "For the next event, and for yourself"},
}

// Document describes one document that can be made.
type Document struct {
	Name  string // by which it is asked for: "cards"
	File  string // what the file is called: "health-cards.pdf"
	Group Group
	Title data.Phrase
	About data.Phrase
	// Of is the document of which this one is another form ("roster-csv" is of
	// "roster"); such a one has no tile of its own.
	Of string
	// Takes lists what it may be asked for, in the order it is asked.
	Takes []Choice
	// Parts names what Options.Parts may choose, for documents made of several.
	Parts []press.Part
	// Whom says whom a reader of it learns something about.
	Whom Whom
	// Mailed marks one that is meant to be sent.
	Mailed bool

	make func(*press.Draft) (press.Product, error)
}

// Kind is the kind of file: "pdf", "xlsx", "md" …
func (d Document) Kind() string { return strings.TrimPrefix(filepath.Ext(d.File), ".") }

// Lets reports whether a choice means something to the document.
func (d Document) Lets(c Choice) bool { return slices.Contains(d.Takes, c) }

// CoversPeriod reports whether it tells figures of the days that a sending covers, against which those of other days could be set
// (data/README.md, Confidentiality).
func (d Document) CoversPeriod() bool { return d.Whom == AboutAnswers && d.Lets(ChoosePeriod) }

// Documents lists the documents that are shown and exported, in their order. The
// one about a single person is only made by its name, where that person is seen,
// and so is a list of the window, where it is shown.
func Documents() []Document {
	return slices.DeleteFunc(all(), func(d Document) bool { return d.Whom == AboutOne || d.Lets(ChooseList) })
}

// ListDocuments lists the forms of the document that is made of a list of the window.
func ListDocuments() []Document {
	return slices.DeleteFunc(all(), func(d Document) bool { return !d.Lets(ChooseList) })
}

// all lists every document that can be made by its name.
func all() []Document {
	return []Document{
		{Name: "cards", File: "health-cards.pdf", Group: ForHealthCheck, make: forhealthcheck.Cards,
			Takes: []Choice{ChoosePaper, ChoosePerSheet, ChooseForm, ChooseLargePrint},
			Title: data.Phrase{Key: "Health cards"}, About: data.Phrase{Key: "To print and cut, backs in register"}},
		{Name: "ballots", File: "health-ballots.pdf", Group: ForHealthCheck, make: forhealthcheck.Ballots,
			Takes: []Choice{ChoosePaper, ChooseRound, ChooseForm, ChooseLargePrint},
			Title: data.Phrase{Key: "Ballots and tally sheet"}, About: data.Phrase{Key: "Vote sets, secret ballots, tally"}},
		{Name: "survey", File: "health-survey.xlsx", Group: ForHealthCheck, make: forhealthcheck.Survey, Mailed: true,
			Takes: []Choice{ChooseRound, ChoosePaper},
			Title: data.Phrase{Key: "Survey to fill in"}, About: data.Phrase{Key: "Drop-downs; a member fills it in"}},
		{Name: "sponsor", File: "sponsor-report.pdf", Group: ForSponsors, make: forsponsors.Report, Whom: AboutAnswers, Mailed: true,
			Takes: []Choice{ChoosePeriod, ChooseRound, ChoosePaper, ChooseParts}, Parts: forsponsors.ReportParts,
			Title: data.Phrase{Key: "Sponsor report"}, About: data.Phrase{Key: "One page and annex, the workbook inside"}},
		{Name: "group", File: "group-results.pdf", Group: ForMembers, make: formembers.WhatWeSaid, Whom: AboutAnswers, Mailed: true,
			Takes: []Choice{ChooseRound, ChoosePaper},
			Title: data.Phrase{Key: "What we said"}, About: data.Phrase{Key: "One page for everyone, with actions"}},
		{Name: "group-slide", File: "group-slide.pdf", Group: ForMembers, make: formembers.WhatWeSaidSlide, Of: "group", Whom: AboutAnswers, Mailed: true,
			Takes: []Choice{ChooseRound, ChoosePaper},
			Title: data.Phrase{Key: "What we said as a slide"}, About: data.Phrase{Key: "For the room, with the rounds before"}},
		{Name: "poster", File: "charter-poster.pdf", Group: ForMembers, make: formembers.Poster,
			Takes: []Choice{ChoosePaper, ChooseBlank, ChooseParts},
			Parts: formembers.PosterParts,
			Title: data.Phrase{Key: "Charter poster"}, About: data.Phrase{Key: "The canvas, A4 or A3"}},
		{Name: "charter", File: "charter.pdf", Group: ForMembers, make: formembers.Charter, Whom: AboutParts,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Charter"}, About: data.Phrase{Key: "One page and annex, with what changed"}},
		{Name: "workshop", File: "workshop.pdf", Group: ForMembers, make: formembers.Workshop,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Vision workshop"}, About: data.Phrase{Key: "The two hours on paper, by the clock"}},
		{Name: "results", File: "health-results.xlsx", Group: ForSponsors, make: forsponsors.Results, Whom: AboutAnswers, Mailed: true,
			Takes: []Choice{ChooseRound, ChoosePeriod, ChoosePaper, ChooseParts}, Parts: forsponsors.ReportParts,
			Title: data.Phrase{Key: "Results workbook"}, About: data.Phrase{Key: "Figures, charts, method"}},
		{Name: "stories", File: "value-stories.pdf", Group: ForSponsors, make: forsponsors.Stories, Whom: AboutParts,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Value stories"}, About: data.Phrase{Key: "Only those with consent"}},
		{Name: "pitch", File: "pitch.pdf", Group: ForSponsors, make: forsponsors.Pitch, Mailed: true,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Pitch"}, About: data.Phrase{Key: "One page for the time before there is a sponsor"}},
		{Name: "kit", File: "meeting-kit.pdf", Group: ForLeader, make: forleader.Kit, Whom: AboutParts,
			Takes: []Choice{ChooseEvent, ChooseParts, ChoosePaper}, Parts: forleader.KitParts,
			Title: data.Phrase{Key: "Meeting kit"}, About: data.Phrase{Key: "Programme, attendance sheet, slips"}},
		{Name: "announce", File: "announcement.md", Group: ForLeader, make: forleader.Announcement, Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChooseEvent},
			Title: data.Phrase{Key: "Announcement"}, About: data.Phrase{Key: "The text for channels and mail"}},
		{Name: "minutes", File: "minutes.md", Group: ForMembers, make: formembers.Minutes, Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChooseEvent},
			Title: data.Phrase{Key: "Minutes"}, About: data.Phrase{Key: "Attendance, programme, decisions, actions"}},
		{Name: "minutes-pdf", File: "minutes.pdf", Group: ForMembers, make: formembers.MinutesPages, Of: "minutes", Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChooseEvent, ChoosePaper},
			Title: data.Phrase{Key: "Minutes to print"}, About: data.Phrase{Key: "Attendance, programme, decisions, actions"}},
		{Name: "board", File: "backlog.pdf", Group: ForMembers, make: formembers.BoardPages, Whom: AboutParts,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Board"}, About: data.Phrase{Key: "The columns side by side, for the wall"}},
		{Name: "year", File: "year.pdf", Group: ForMembers, make: formembers.Year, Whom: AboutNobody,
			Takes: []Choice{ChoosePeriod, ChoosePaper},
			Title: data.Phrase{Key: "The year on a page"}, About: data.Phrase{Key: "What was, what comes, what is due"}},
		{Name: "digest", File: "digest.md", Group: ForMembers, make: formembers.Digest, Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChoosePeriod},
			Title: data.Phrase{Key: "Digest"}, About: data.Phrase{Key: "What happened, what comes"}},
		{Name: "calendar", File: "events.ics", Group: ForMembers, make: formembers.Calendar, Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChooseEvent, ChoosePeriod},
			Title: data.Phrase{Key: "Calendar"}, About: data.Phrase{Key: "The dates, for everyone's own calendar"}},
		{Name: "invite", File: "invitation.md", Group: ForMembers, make: formembers.Invite, Whom: AboutParts, Mailed: true,
			Title: data.Phrase{Key: "Invitation"}, About: data.Phrase{Key: "Why to come, where to speak, how to join"}},
		{Name: "invite-png", File: "invitation.png", Group: ForMembers, make: formembers.InvitePicture, Of: "invite", Mailed: true,
			Title: data.Phrase{Key: "Invitation as a picture"}, About: data.Phrase{Key: "For channels, with a code for telephones"}},
		{Name: "thanks", File: "thanks.pdf", Group: ForMembers, make: formembers.Thanks, Whom: AboutEach, Mailed: true,
			Takes: []Choice{ChooseMember, ChoosePeriod, ChoosePaper},
			Title: data.Phrase{Key: "Letters of thanks"}, About: data.Phrase{Key: "What each gave this year, theirs to pass on"}},
		{Name: "page", File: "community-page.md", Group: ForMembers, make: formembers.Page, Whom: AboutParts, Mailed: true,
			Takes: []Choice{ChoosePeriod},
			Title: data.Phrase{Key: "Page for the wiki"}, About: data.Phrase{Key: "Charter, dates, minutes, board"}},
		{Name: "page-html", File: "community-page.html", Group: ForMembers, make: formembers.PageHTML, Whom: AboutParts, Mailed: true, Of: "page",
			Takes: []Choice{ChoosePeriod},
			Title: data.Phrase{Key: "Page for a browser"}, About: data.Phrase{Key: "Charter, dates, minutes, board, in one file"}},
		{Name: "board-xlsx", File: "backlog.xlsx", Group: ForMembers, make: formembers.BoardBook, Whom: AboutParts, Mailed: true, Of: "board",
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Board as a workbook"}, About: data.Phrase{Key: "Every item, to sort and choose from"}},
		{Name: "roster", File: "members.xlsx", Group: ForLeader, make: forleader.RosterBook, Whom: AboutPeople,
			Takes: []Choice{ChooseRoster, ChoosePaper},
			Title: data.Phrase{Key: "Members"}, About: data.Phrase{Key: "As the list shows"}},
		{Name: "roster-pdf", File: "members.pdf", Group: ForLeader, make: forleader.RosterPages, Of: "roster", Whom: AboutPeople,
			Takes: []Choice{ChooseRoster, ChoosePaper},
			Title: data.Phrase{Key: "Members to print"}, About: data.Phrase{Key: "As the list shows"}},
		{Name: "handover", File: "handover.pdf", Group: ForLeader, make: forleader.Handover, Whom: AboutLeading,
			Takes: []Choice{ChoosePaper},
			Title: data.Phrase{Key: "Handover binder"}, About: data.Phrase{Key: "For whoever leads next"}},
		{Name: "roster-csv", File: "members.csv", Group: ForLeader, make: forleader.RosterCSV, Whom: AboutPeople, Of: "roster",
			Takes: []Choice{ChooseRoster, ChooseSeparator},
			Title: data.Phrase{Key: "Members for other programs"}, About: data.Phrase{Key: "As the list shows, in plain columns"}},
		{Name: "roster-vcf", File: "members.vcf", Group: ForLeader, make: forleader.RosterVCF, Whom: AboutPeople, Of: "roster",
			Takes: []Choice{ChooseRoster},
			Title: data.Phrase{Key: "Members for an address book"}, About: data.Phrase{Key: "A card of each, with the address"}},
		{Name: "roster-cards", File: "members-cards.zip", Group: ForLeader, make: forleader.RosterCards, Whom: AboutPeople, Of: "roster",
			Takes: []Choice{ChooseRoster},
			Title: data.Phrase{Key: "Members, a card a file"}, About: data.Phrase{Key: "For address books that take only one card a file"}},
		{Name: "list", File: "list.pdf", Group: ForLeader, make: forleader.ListPages, Whom: AboutLeading,
			Takes: []Choice{ChooseList, ChoosePaper},
			Title: data.Phrase{Key: "List"}, About: data.Phrase{Key: "As the window shows it"}},
		{Name: "list-xlsx", File: "list.xlsx", Group: ForLeader, make: forleader.ListBook, Whom: AboutLeading, Of: "list",
			Takes: []Choice{ChooseList, ChoosePaper},
			Title: data.Phrase{Key: "List as a workbook"}, About: data.Phrase{Key: "As the window shows it"}},
		{Name: "list-csv", File: "list.csv", Group: ForLeader, make: forleader.ListCSV, Whom: AboutLeading, Of: "list",
			Takes: []Choice{ChooseList, ChooseSeparator},
			Title: data.Phrase{Key: "List for other programs"}, About: data.Phrase{Key: "As the window shows it"}},
		{Name: "person", File: "person.html", Group: ForLeader, make: forleader.Person, Whom: AboutOne,
			Takes: []Choice{ChooseMember},
			Title: data.Phrase{Key: "Everything about a person"}, About: data.Phrase{Key: "For that person to have"}},
		{Name: "handover-file", File: "handover.cop", Group: ForLeader, make: forleader.HandoverFile, Whom: AboutLeading, Of: "handover",
			Title: data.Phrase{Key: "Copy for whoever leads next"}, About: data.Phrase{Key: "The community file, private notes left out"}},
	}
}

// Names lists the names of all documents.
func Names() []string {
	var names []string
	for _, d := range Documents() {
		names = append(names, d.Name)
	}
	return names
}

// Whom says whom a reader of a document learns something about. What may be
// sent to whom follows from it (data/README.md, Confidentiality, Privacy).
type Whom string

// Whom documents are about.
const (
	AboutNobody  Whom = ""        // names nobody, or only who leads
	AboutParts   Whom = "parts"   // names people by the parts they took openly: spoke, wrote the minutes, own an item
	AboutAnswers Whom = "answers" // names nobody, but is made of members' answers
	AboutPeople  Whom = "people"  // lists people with what the leader knows of them
	AboutOne     Whom = "one"     // everything about one person
	AboutEach    Whom = "each"    // a page for each person, meant for that person alone
	AboutLeading Whom = "leading" // what only whoever leads should know
)

// Find gives the document of a name.
func Find(name string) (Document, error) {
	for _, d := range all() {
		if d.Name == name {
			return d, nil
		}
	}
	return Document{}, data.Fault(data.CodeNotFound,
		"There is no document called “%s”. There are: %s.", name, strings.Join(Names(), ", "))
}

// Choice is something a document may be asked for; each belongs to one field of
// Options.
type Choice string

// The choices.
const (
	ChoosePaper    Choice = "paper"
	ChoosePerSheet Choice = "perSheet"
	ChooseRound    Choice = "round"
	ChooseEvent    Choice = "event"
	ChoosePeriod   Choice = "period"
	ChooseForm     Choice = "form"
	// ChooseLargePrint is that the form may be large print too.
	ChooseLargePrint Choice = "largePrint"
	ChooseBlank      Choice = "blank"
	ChooseParts      Choice = "parts"
	ChooseRoster     Choice = "roster"
	ChooseMember     Choice = "member"
	ChooseSeparator  Choice = "separator"
	// ChooseList is that it is made of a list of the window.
	ChooseList Choice = "list"
)
