package reports

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/press"
)

// letterWords are what the letter with a document says of it: what it is for this reader,
// and what to do with it. What of it hangs on the event or the charter's stand is added
// by about.
var letterWords = map[string]data.Phrase{
	"cards":   {Key: "here are the cards for our health check, to print and cut. Please print them on both sides (long edge, actual size) on strong paper: on the front stand a low and a high statement, on the back the question to talk about."},
	"ballots": {Key: "here is all the paper for our health check: cards to vote with, secret ballots, and the sheets for whoever leads it. Please print a set of cards and a ballot for each person, and bring a box for the folded ballots: only their counts are taken in."},
	"poster":  {Key: "here is our vision canvas for the wall: what we want to reach, why now, and how. Please print it as large as you can and hang it up where we meet, so that we all see where we are going."},
	"charter": {Key: "here is our charter: what we are here for, what belongs to it, and how we work together. Its first page is enough for most readers. Please tell me what you would change."},
	"workshop": {Key: "here is the workshop on paper in which we make our vision together: the two hours by the clock, and a sheet for each question. " +
		"Please print a set for each table, and bring sticky notes and pens."},
	"stories":      {Key: "here is what our members told of what came of our community, with their consent. Figures can't show this: what was different at work afterwards. Please pass on what is of use to you, in these words."},
	"kit":          {Key: "here is the paper for our event: the programme, the sheet on which people put themselves down, badges and slips. Please print it and bring it along; the slips for feedback go round in the last two minutes."},
	"board":        {Key: "here is our board as it hangs on the wall: what we might do, what somebody works on, what is finished. Is there something you would take on, or want more than the rest? Please answer this message."},
	"board-xlsx":   {Key: "here is our board as a workbook, to sort and to choose from: what we might do, who works on what, what is finished. Is there something you would take on? Please answer this message."},
	"year":         {Key: "here is our year on a page: what was, what comes, and when something is due. Please put down what you want to come to; hang the page up where others see it too."},
	"calendar":     {Key: "here are our dates for your own calendar. Please open the attached file, and they are taken in; taken in again later, a date that was moved replaces the older one."},
	"page":         {Key: "here is the page about our community for the wiki: who we are, what comes, whom to ask about what. Please put it where your colleagues look, and tell me what is missing or wrong."},
	"page-html":    {Key: "here is the page about our community: who we are, what comes, whom to ask about what. It opens in any browser. Please show it to whom it may interest, and tell me what is missing or wrong."},
	"invite-png":   {Key: "here is the invitation to our community as a picture, with a code that telephones read. Please post it where your colleagues look, and bring somebody along."},
	"list":         {Key: "here is a list to print, as the window shows it. It is meant for our community's work alone: please pass it on to nobody."},
	"list-xlsx":    {Key: "here is a list as a workbook, as the window shows it. It is meant for our community's work alone: please pass it on to nobody."},
	"list-csv":     {Key: "here is a list for other programs, as the window shows it. It is meant for our community's work alone: please pass it on to nobody."},
	"roster":       {Key: "here is the list of our members as a workbook, to look up, sort and choose from. It is meant for our community's work alone: please pass it on to nobody."},
	"roster-pdf":   {Key: "here is the list of our members to print. It is meant for our community's work alone: please leave it lying nowhere, and pass it on to nobody."},
	"roster-csv":   {Key: "here is the list of our members for other programs, in plain columns. Please read it in where you need it, for our community's work alone, and delete it afterwards."},
	"roster-vcf":   {Key: "here are our members for your address book. Please open the attached file, and it takes them in; use the addresses for our community's work alone."},
	"roster-cards": {Key: "here are our members for your address book, a card a file, since some address books take only one at a time. Please unpack the attached file and open each card; use the addresses for our community's work alone."},
	"handover": {Key: "here is the binder for whoever leads our community next: what to read first, what we promised, whom to ask. Please read its first page before we talk; I gladly go through the rest with you. " +
		"It is meant for you alone."},
	"handover-file": {Key: "here is our community's file, for you to lead it on; my private notes are left out. Please save it and open it with CoP Leader: from then on everything is written down in yours. It is meant for you alone."},
}

// blankCanvas is what the letter says of a poster that is still to be filled in.
var blankCanvas = data.Phrase{Key: "here is the empty canvas for our vision: seven boxes that we fill in together. Please print it as large as you can, and bring sticky notes and pens."}

// plain is a letter about any document that has no letter of its own kind.
func (l *letter) plain() {
	switch l.doc.Group {
	case ForSponsors:
		l.sponsorList()
	case ForMembers:
		l.memberList()
	}
	l.Subject = l.Say.Text("%s: %s", l.Community.Name, l.doc.Title)
	words := letterWords[l.Name]
	if l.Name == "poster" && l.Opt.Blank {
		words = blankCanvas
	}
	l.sign([]string{l.greeting(), l.Say.Of(words), l.eventLine(), l.chartersStand(), l.channelLine()})
}

// eventLine is which event the letter is about, or what comes next: title, hour, place.
func (l *letter) eventLine() string {
	coming := l.ComingEvents(l.Opt.Today)
	of := func(format string) func(data.Event) bool {
		return func(e data.Event) bool { return e.Format == format }
	}
	at := 0
	switch l.Name {
	case "cards", "ballots":
		at = slices.IndexFunc(coming, of("health_check_session"))
	case "workshop":
		at = slices.IndexFunc(coming, of("vision_workshop"))
	case "poster":
		if at = -1; l.Opt.Blank {
			at = slices.IndexFunc(coming, of("vision_workshop"))
		}
	case "kit":
		if e, ok := l.NextEvent(); ok {
			return l.Say.Text("It is for: %s", press.Dotted(e.Title, l.WhenInZone(e), press.Listed(e.Place, e.Link)))
		}
		return ""
	case "calendar":
		if e, ok := l.EventByID(l.Opt.EventID); ok {
			coming = []data.Event{e}
		}
	case "invite-png":
		at = slices.IndexFunc(coming, func(e data.Event) bool { return e.Audience != data.MembersOnly && !e.Confidential })
	case "year", "page", "page-html":
	default:
		return ""
	}
	if at < 0 || at >= len(coming) {
		return ""
	}
	e := coming[at]
	return l.Say.Text("Next: %s", press.Dotted(l.PublicTitle(&e), l.WhenInZone(e), l.PublicPlace(&e)))
}

// chartersStand says of the charter whether it is agreed, or a draft.
func (l *letter) chartersStand() string {
	if l.Name != "charter" {
		return ""
	}
	since := chartertext.SinceAgreed(l.Draft)
	if since.Agreed.Version == 0 || len(since.Changes) > 0 {
		return l.Say.Text("%s: it is not agreed yet, so your word still counts.", since.Stand(l.Draft))
	}
	return l.Say.Text("%s.", since.Stand(l.Draft))
}

// channelLine is where members talk about what they read.
func (l *letter) channelLine() string {
	if l.doc.Group != ForMembers {
		return ""
	}
	if channel := l.Draft.Channel(data.UseDiscuss, data.UseAnnounce); channel != "" {
		return l.Say.Text("Talk about it: %s", channel)
	}
	return ""
}

// enclosed says what is attached, "" for nothing.
func (l *letter) enclosed() string {
	var files []string
	for _, name := range l.Attached {
		if doc, err := Find(name); err == nil {
			files = append(files, l.Say.Text("%s (%s)", doc.Title, kindWords[doc.Kind()]))
		}
	}
	if len(files) == 0 {
		return ""
	}
	return l.Say.Text("Attached: %s", strings.Join(files, ", "))
}

// kindWords are kinds of files as people call them.
var kindWords = map[string]data.Phrase{"pdf": {Key: "PDF"}, "xlsx": {Key: "a workbook"}, "md": {Key: "a text"}, "html": {Key: "a page for the browser"},
	"ics": {Key: "a file for calendars"}, "csv": {Key: "a plain table"}, "vcf": {Key: "cards for address books"}, "zip": {Key: "a packed folder"},
	"png": {Key: "a picture"}, "cop": {Key: "a community file"}}
