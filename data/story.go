package data

import "unicode"

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
	CycleImmediate: {Key: "Immediate"},
	CyclePotential: {Key: "Potential"},
	CycleApplied:   {Key: "Applied"},
	CycleRealised:  {Key: "Realised"},
	CycleReframing: {Key: "Reframing"},
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

// Validate cleans the texts and checks the limits.
func (s *ValueStory) Validate() error {
	var k check
	k.needed("title", &s.Title, 120)
	k.neededDate("on", s.On)
	oneOf(&k, "cycle", s.Cycle, Cycles...)
	k.text("situation", &s.Situation, 500)
	k.text("met", &s.Met, 300)
	k.text("did", &s.Did, 500)
	k.text("cameOfIt", &s.CameOfIt, 500)
	k.line("evidence", &s.Evidence, 200)
	oneOf(&k, "consent", s.Consent, Consents...)
	return k.err()
}

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

// Validate cleans the texts and checks the limits.
func (r *SponsorReport) Validate() error {
	var k check
	k.neededDate("from", r.From)
	k.neededDate("until", r.Until)
	k.failing(r.Until < r.From, "until", "The last day lies before the first.")
	for field, s := range map[string]*string{"lines": &r.Lines, "risks": &r.Risks, "learned": &r.Learned, "asks": &r.Asks} {
		k.text(field, s, 2000)
	}
	k.date("sentOn", r.SentOn)
	k.line("sentTo", &r.SentTo, 500)
	return k.err()
}

// Export notes a document that was made and where it went.
type Export struct {
	ID   int64
	On   Date
	Name string // the document's name, "cards"
	File string // its file name, without the folder
	Note string
}

// Validate cleans the texts and checks the limits.
func (e *Export) Validate() error {
	var k check
	k.neededDate("on", e.On)
	k.needed("name", &e.Name, 40)
	k.line("file", &e.File, 255)
	k.line("note", &e.Note, 200)
	return k.err()
}

// Dismissal silences a coach finding until a day, unless its numbers get worse
// (data/README.md, Coach).
type Dismissal struct {
	ID       int64
	Rule     string
	MemberID int64 // 0 for a finding about no person
	Worse    int64 // the finding's badness when dismissed; larger is worse
	On       Date
	Until    Date
	Reason   string
}

// Validate cleans the reason and checks the limits.
func (d *Dismissal) Validate() error {
	var k check
	k.needed("rule", &d.Rule, 8)
	k.neededDate("on", d.On)
	k.neededDate("until", d.Until)
	k.line("reason", &d.Reason, 200)
	return k.err()
}

// Setting is a threshold or choice that differs from its default.
type Setting struct {
	ID    int64
	Key   string
	Value string
}

// Validate cleans the texts and checks the limits.
func (s *Setting) Validate() error {
	var k check
	k.needed("key", &s.Key, 60)
	k.line("value", &s.Value, 200)
	return k.err()
}
