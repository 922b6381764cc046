package data

import (
	"path/filepath"
	"unicode"
	"unicode/utf8"
)

// ValueCycle is a kind of value a community produces (data/README.md, Sponsors).
type ValueCycle string

// The five cycles.
const (
	CycleImmediate ValueCycle = "immediate"
	CyclePotential ValueCycle = "potential"
	CycleApplied   ValueCycle = "applied"
	CycleRealised  ValueCycle = "realised"
	CycleReframing ValueCycle = "reframing"
)

// Cycles lists the cycles in order.
var Cycles = []ValueCycle{CycleImmediate, CyclePotential, CycleApplied, CycleRealised, CycleReframing}

// Phrase is the cycle's name.
func (c ValueCycle) Phrase() Phrase { return named(cycleNames, c) }

var cycleNames = map[ValueCycle]Phrase{
	CycleImmediate: {Key: "Worth being there"},
	CyclePotential: {Key: "Something built up"},
	CycleApplied:   {Key: "Used at work"},
	CycleRealised:  {Key: "Improved results"},
	CycleReframing: {Key: "Changed what success means"},
}

// Question is what a story of the cycle answers.
func (c ValueCycle) Question() Phrase { return cycleQuestions[c] }

var cycleQuestions = map[ValueCycle]Phrase{
	CycleImmediate: {Key: "Was it worth being there?"},
	CyclePotential: {Key: "What was built up?"},
	CycleApplied:   {Key: "Who used it, and where?"},
	CycleRealised:  {Key: "What did it change?"},
	CycleReframing: {Key: "Did it change what success means?"},
}

// Consent says how a story may be told.
type Consent string

// The consents.
const (
	ConsentNamed     Consent = "named"
	ConsentTeam      Consent = "teamOnly"
	ConsentAnonymous Consent = "anonymous"
	ConsentInternal  Consent = "internalOnly"
)

// Consents lists the consents from the widest to the narrowest.
var Consents = []Consent{ConsentNamed, ConsentTeam, ConsentAnonymous, ConsentInternal}

// Phrase is the consent as it is spoken.
func (c Consent) Phrase() Phrase { return named(consentNames, c) }

var consentNames = map[Consent]Phrase{
	ConsentNamed:     {Key: "May be told with names"},
	ConsentTeam:      {Key: "May name the team only"},
	ConsentAnonymous: {Key: "May be told without names"},
	ConsentInternal:  {Key: "Stays among ourselves"},
}

// Meaning says in a sentence what the consent allows.
func (c Consent) Meaning() Phrase { return consentMeanings[c] }

var consentMeanings = map[Consent]Phrase{
	ConsentNamed:     {Key: "It may be told to everyone, with the name of whose story it is."},
	ConsentTeam:      {Key: "It may be told to everyone, with the team but without the person’s name."},
	ConsentAnonymous: {Key: "It may be told to everyone, without the name of a person or a team."},
	ConsentInternal:  {Key: "It stays in this file: no document takes it up."},
}

// MayLeave reports whether a story so told may stand in a document that leaves
// the community. A consent that is not known (of a later version's file) allows nothing.
func (c Consent) MayLeave() bool {
	return c == ConsentNamed || c == ConsentTeam || c == ConsentAnonymous
}

// StoryWords is about how long a story should be at most (data/README.md, Sponsors).
const StoryWords = 150

// ValueStory is a short account linking an activity to a result (data/README.md, Sponsors).
type ValueStory struct {
	ID        int64
	Title     string
	On        Date
	Cycle     ValueCycle
	Situation string
	Met       string // what the person met here
	Did       string
	CameOfIt  string
	Evidence  string
	Consent   Consent
	MemberID  int64 // whose story it is, 0 for nobody named
	ItemID    int64
	EventID   int64
	MeasureID int64
}

// ValueStoryFields describes a value story.
var ValueStoryFields = Fields[ValueStory]{
	bare("id", func(s *ValueStory) *int64 { return &s.ID }),
	line("title", Say("Title"), 120, func(s *ValueStory) *string { return &s.Title }).must().outside(),
	date("on", Say("When"), func(s *ValueStory) *Date { return &s.On }).in("day").must(),
	choice("cycle", Say("How far"), func(s *ValueStory) *ValueCycle { return &s.Cycle }, Cycles...),
	text("situation", Say("How it was before"), 500, func(s *ValueStory) *string { return &s.Situation }).outside(),
	text("met", Say("What they met here"), 300, func(s *ValueStory) *string { return &s.Met }).outside(),
	text("did", Say("What they did with it"), 500, func(s *ValueStory) *string { return &s.Did }).outside(),
	text("cameOfIt", Say("What came of it"), 500, func(s *ValueStory) *string { return &s.CameOfIt }).outside(),
	line("evidence", Say("Evidence or witness"), 200, func(s *ValueStory) *string { return &s.Evidence }).outside(),
	choice("consent", Say("Consent"), func(s *ValueStory) *Consent { return &s.Consent }, Consents...),
	link("member", Say("Whose story"), func(s *ValueStory) *int64 { return &s.MemberID }),
	link("item", Say("About the item"), func(s *ValueStory) *int64 { return &s.ItemID }),
	link("event", Say("Met at the event"), func(s *ValueStory) *int64 { return &s.EventID }),
	link("measure", Say("Measure it moved"), func(s *ValueStory) *int64 { return &s.MeasureID }),
}

// Validate cleans the texts and checks the limits.
func (s *ValueStory) Validate() error { return ValueStoryFields.validate(s, nil) }

// Words counts the words of the account itself; in scripts that put no spaces
// between words, each character counts.
func (s *ValueStory) Words() int {
	n := 0
	for _, text := range []string{s.Situation, s.Met, s.Did, s.CameOfIt} {
		inside := false
		for _, r := range text {
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
				n, inside = n+1, false
			case unicode.IsSpace(r):
				inside = false
			case !inside && (unicode.IsLetter(r) || unicode.IsDigit(r)):
				n, inside = n+1, true
			}
		}
	}
	return n
}

// SponsorReport is the human part of a report to the sponsors (data/README.md, Sponsors).
type SponsorReport struct {
	ID      int64
	From    Date
	Until   Date
	Lines   string // in three lines: what improved, what worries us, what we ask
	Risks   string
	Learned string
	Asks    string
	SentOn  Date
	SentTo  string
}

// SponsorReportFields describes a report to the sponsors.
var SponsorReportFields = Fields[SponsorReport]{
	bare("id", func(r *SponsorReport) *int64 { return &r.ID }),
	date("from", Say("From"), func(r *SponsorReport) *Date { return &r.From }).in("from_day").must(),
	date("until", Say("Until"), func(r *SponsorReport) *Date { return &r.Until }).in("until_day").must(),
	text("lines", Say("In three lines: what improved, what worries us, what we ask"), 2000, func(r *SponsorReport) *string { return &r.Lines }).in("three_lines").outside(),
	text("risks", Say("Risks"), 2000, func(r *SponsorReport) *string { return &r.Risks }).outside(),
	text("learned", Say("What we learned and changed"), 2000, func(r *SponsorReport) *string { return &r.Learned }).outside(),
	text("asks", Say("What we ask, one a line"), 2000, func(r *SponsorReport) *string { return &r.Asks }).saying(Say("Each so: decision; who decides; by when. They stand in place of the third line.")).outside(),
	date("sentOn", Say("Sent on"), func(r *SponsorReport) *Date { return &r.SentOn }),
	line("sentTo", Say("Sent to"), 500, func(r *SponsorReport) *string { return &r.SentTo }),
}

// Validate cleans the texts and checks the limits.
func (r *SponsorReport) Validate() error {
	return SponsorReportFields.validate(r, func(k *check) {
		k.failing(r.Until < r.From, "until", "The last day lies before the first.")
	})
}

// Export notes a document that was made and where it went.
type Export struct {
	ID   int64
	On   Date
	Name string // the document's name, "cards"
	File string // its file name, without the folder
	Note string
}

// ExportOf is the note of a document that was saved at a path; a folder with an endless name is left out.
func ExportOf(document, path string) *Export {
	e := &Export{Name: document, File: filepath.Base(path)}
	if folder := filepath.Dir(path); utf8.RuneCountInString(folder) <= 200 && CleanLine(folder) == folder {
		e.Note = folder
	}
	return e
}

// ExportFields describes a document that was made.
var ExportFields = Fields[Export]{
	bare("id", func(e *Export) *int64 { return &e.ID }),
	date("on", unseen, func(e *Export) *Date { return &e.On }).in("day").must(),
	word("name", unseen, 40, func(e *Export) *string { return &e.Name }).in("document").must(),
	line("file", unseen, 255, func(e *Export) *string { return &e.File }).in("file_name"),
	line("note", unseen, 200, func(e *Export) *string { return &e.Note }).private(),
}

// Validate cleans the texts and checks the limits.
func (e *Export) Validate() error { return ExportFields.validate(e, nil) }

// Dismissal silences a coach finding until a day, unless its numbers get worse
// (data/README.md, Coach).
type Dismissal struct {
	ID       int64
	Rule     string
	MemberID int64 // 0 for a finding about no person
	Worse    int64 // the finding's badness when dismissed; larger is worse. Of TwinsRule the other record
	On       Date
	Until    Date
	Reason   string
}

// DismissalFields describes a hint put aside.
var DismissalFields = Fields[Dismissal]{
	bare("id", func(d *Dismissal) *int64 { return &d.ID }),
	word("rule", unseen, 8, func(d *Dismissal) *string { return &d.Rule }).must(),
	link("member", unseen, func(d *Dismissal) *int64 { return &d.MemberID }),
	bare("worse", func(d *Dismissal) *int64 { return &d.Worse }),
	date("on", unseen, func(d *Dismissal) *Date { return &d.On }).in("day").must(),
	date("until", Say("Until"), func(d *Dismissal) *Date { return &d.Until }).in("until_day").must(),
	line("reason", Say("Reason"), 200, func(d *Dismissal) *string { return &d.Reason }).private().maybe(),
}

// Validate cleans the texts and checks the limits.
func (d *Dismissal) Validate() error { return DismissalFields.validate(d, nil) }

// Setting is a threshold or choice that differs from its default.
type Setting struct {
	ID    int64
	Key   string
	Value string
}

// SettingFields describes a setting.
var SettingFields = Fields[Setting]{
	bare("id", func(s *Setting) *int64 { return &s.ID }),
	word("key", unseen, 60, func(s *Setting) *string { return &s.Key }).in("name").must(),
	word("value", unseen, 200, func(s *Setting) *string { return &s.Value }).in("choice"),
}

// Validate cleans the texts and checks the limits.
func (s *Setting) Validate() error { return SettingFields.validate(s, nil) }
