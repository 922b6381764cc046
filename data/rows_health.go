package data

// Scale of a round; one scale holds for all its cards
// (data/README.md, Health cards).
type Scale string

// The two scales. One is never converted into the other.
const (
	TrafficLight Scale = "trafficLight"
	Agreement5   Scale = "agreement5"
)

// Phrase names the scale, for choosing.
func (s Scale) Phrase() Phrase { return named(scaleNames, s) }

var scaleNames = map[Scale]Phrase{
	TrafficLight: {Key: "Red, amber, green: in the room"},
	Agreement5:   {Key: "1 to 5: by workbook or on paper"},
}

// AnswerChannel is the way answers came in.
type AnswerChannel string

// The channels of a round.
const (
	FromRoom     AnswerChannel = "room"
	FromBallots  AnswerChannel = "ballots"
	FromWorkbook AnswerChannel = "workbook"
)

// AnswerChannels lists the channels.
var AnswerChannels = []AnswerChannel{FromRoom, FromBallots, FromWorkbook}

// CardVersion is the wording of a health card; any change of a word makes a new
// version, unless the leader marks it as the same meaning
// (data/README.md, Health cards).
type CardVersion struct {
	ID          int64
	Card        string // key of the card, "mutual_help"
	Version     int
	Rank        int // place in the deck, 1 for the first
	Title       string
	Low         string
	High        string
	Ask         string
	Pillar      Pillar
	MadeOn      Date
	SameMeaning bool // compares with the version before
}

// CardVersionFields describes a wording of a health card.
var CardVersionFields = Fields[CardVersion]{
	bare("id", func(c *CardVersion) *int64 { return &c.ID }),
	word("card", unseen, 40, func(c *CardVersion) *string { return &c.Card }).must(),
	number("version", unseen, 1, 10000, func(c *CardVersion) *int { return &c.Version }),
	bare("rank", func(c *CardVersion) *int { return &c.Rank }),
	line("title", Say("Title"), 60, func(c *CardVersion) *string { return &c.Title }).must().outside(),
	line("low", Say("Low statement"), 200, func(c *CardVersion) *string { return &c.Low }).must().outside(),
	line("high", Say("High statement"), 200, func(c *CardVersion) *string { return &c.High }).must().outside(),
	line("ask", Say("To ask in the session"), 120, func(c *CardVersion) *string { return &c.Ask }).community(),
	choice("pillar", unseen, func(c *CardVersion) *Pillar { return &c.Pillar }, Pillars...),
	date("madeOn", unseen, func(c *CardVersion) *Date { return &c.MadeOn }),
	tick("sameMeaning", unseen, func(c *CardVersion) *bool { return &c.SameMeaning }),
}

// Validate cleans the texts and checks the limits.
func (c *CardVersion) Validate() error { return CardVersionFields.validate(c, nil) }

// Pillar groups the cards.
type Pillar string

// The pillars of a community, and what supports it.
const (
	PillarDomain    Pillar = "domain"
	PillarCommunity Pillar = "community"
	PillarPractice  Pillar = "practice"
	PillarSupport   Pillar = "support"
)

// Pillars lists the pillars.
var Pillars = []Pillar{PillarDomain, PillarCommunity, PillarPractice, PillarSupport}

// Round is one run of the health check.
type Round struct {
	ID        int64
	Code      string // stands in workbooks and on paper, "CT-01W"
	Name      string
	Scale     Scale
	OpenedOn  Date
	ClosesOn  Date // announced last day, 0 for none
	ClosedOn  Date // 0 while it is open
	Invited   int
	EventID   int64
	MinGroup  int // fewest answers before anything but the count is shown
	HowToSend string
}

// MinGroupSize is the default of the anonymity threshold, MinGroupFloor the
// least it may be set to (data/README.md, Confidentiality).
const (
	MinGroupSize  = 5
	MinGroupFloor = 3
)

// RoundFields describes a round of the health check.
var RoundFields = Fields[Round]{
	bare("id", func(r *Round) *int64 { return &r.ID }),
	line("code", Say("Code"), 20, func(r *Round) *string { return &r.Code }).must().noWords(onPaper).outside(),
	line("name", Say("Name"), 60, func(r *Round) *string { return &r.Name }).must().outside(),
	choice("scale", Say("Answers"), func(r *Round) *Scale { return &r.Scale }, Agreement5, TrafficLight).saying(Say("One scale holds for all cards and stays.")),
	date("openedOn", unseen, func(r *Round) *Date { return &r.OpenedOn }).must(),
	date("closesOn", Say("Answers until"), func(r *Round) *Date { return &r.ClosesOn }),
	date("closedOn", unseen, func(r *Round) *Date { return &r.ClosedOn }),
	number("invited", Say("Invited"), 0, 100000, func(r *Round) *int { return &r.Invited }),
	link("event", Say("Run in the event"), func(r *Round) *int64 { return &r.EventID }),
	number("minGroup", Say("Hide results below so many answers"), MinGroupFloor, 100, func(r *Round) *int { return &r.MinGroup }),
	line("howToSend", Say("How to send answers back"), 200, func(r *Round) *string { return &r.HowToSend }).saying(Say("Stands on the forms, with name and code.")).community(),
}

// Validate cleans the texts and checks the limits.
func (r *Round) Validate() error {
	return RoundFields.validate(r, func(k *check) {
		k.failing(r.ClosedOn != 0 && r.ClosedOn < r.OpenedOn, "closedOn", "The round can't close before it opens.")
	})
}

// Open reports whether answers may still come in.
func (r *Round) Open() bool { return r.ClosedOn == 0 }

// RoundCard says with which wording a card stands in a round.
type RoundCard struct {
	ID            int64
	RoundID       int64
	CardVersionID int64
	Rank          int
}

// RoundCardFields describes a card of a round.
var RoundCardFields = Fields[RoundCard]{
	bare("id", func(r *RoundCard) *int64 { return &r.ID }),
	belongs("round", unseen, func(r *RoundCard) *int64 { return &r.RoundID }),
	belongs("cardVersion", unseen, func(r *RoundCard) *int64 { return &r.CardVersionID }),
	bare("rank", func(r *RoundCard) *int { return &r.Rank }),
}

// Validate cleans the texts and checks the limits.
func (r *RoundCard) Validate() error { return RoundCardFields.validate(r, nil) }

// RoundReturn is how many people answered a round through one channel.
type RoundReturn struct {
	ID       int64
	RoundID  int64
	Channel  AnswerChannel
	Returned int
}

// RoundReturnFields describes how many answered.
var RoundReturnFields = Fields[RoundReturn]{
	bare("id", func(r *RoundReturn) *int64 { return &r.ID }),
	belongs("round", unseen, func(r *RoundReturn) *int64 { return &r.RoundID }),
	choice("channel", unseen, func(r *RoundReturn) *AnswerChannel { return &r.Channel }, AnswerChannels...),
	number("returned", unseen, 0, 100000, func(r *RoundReturn) *int { return &r.Returned }),
}

// Validate cleans the texts and checks the limits.
func (r *RoundReturn) Validate() error { return RoundReturnFields.validate(r, nil) }

// Tally holds only counts: how a card was answered in a round through one
// channel, and the felt direction.
type Tally struct {
	ID        int64
	RoundID   int64
	Card      string
	Channel   AnswerChannel
	Counts    Counts
	NoOpinion int
	Better    int
	Same      int
	Worse     int
}

// TallyFields describes the counts of a card.
var TallyFields = Fields[Tally]{
	bare("id", func(t *Tally) *int64 { return &t.ID }),
	belongs("round", unseen, func(t *Tally) *int64 { return &t.RoundID }),
	word("card", unseen, 40, func(t *Tally) *string { return &t.Card }).must(),
	choice("channel", unseen, func(t *Tally) *AnswerChannel { return &t.Channel }, AnswerChannels...),
	counts("counts", func(t *Tally) *Counts { return &t.Counts }),
	number("noOpinion", unseen, 0, 100000, func(t *Tally) *int { return &t.NoOpinion }),
	number("better", unseen, 0, 100000, func(t *Tally) *int { return &t.Better }),
	number("same", unseen, 0, 100000, func(t *Tally) *int { return &t.Same }),
	number("worse", unseen, 0, 100000, func(t *Tally) *int { return &t.Worse }),
}

// Validate cleans the texts and checks the limits.
func (t *Tally) Validate() error { return TallyFields.validate(t, nil) }

// Response is one filled workbook or ballot, without any trace of who sent it
// (data/README.md, Confidentiality).
type Response struct {
	ID      int64
	RoundID int64
	Channel AnswerChannel
	Next    string // "one thing we should do next"
}

// ResponseFields describes a filled questionnaire.
var ResponseFields = Fields[Response]{
	bare("id", func(r *Response) *int64 { return &r.ID }),
	belongs("round", unseen, func(r *Response) *int64 { return &r.RoundID }),
	choice("channel", unseen, func(r *Response) *AnswerChannel { return &r.Channel }, AnswerChannels...),
	text("next", Say("One thing we should do next"), 300, func(r *Response) *string { return &r.Next }).in("next_thing"),
}

// Validate cleans the texts and checks the limits.
func (r *Response) Validate() error { return ResponseFields.validate(r, nil) }

// TrendVote is a person's sense of direction.
type TrendVote string

// The votes; "" means none was given.
const (
	VoteBetter TrendVote = "better"
	VoteSame   TrendVote = "same"
	VoteWorse  TrendVote = "worse"
)

// Answer is one card's answer in a response.
type Answer struct {
	ID         int64
	ResponseID int64
	Card       string
	Value      int // 1–5; 0 means no opinion, Blank that the card was passed over; that counts nowhere
	Vote       TrendVote
	Comment    string
	// ForSponsors is read and kept for files in which it was ticked, and means nothing any
	// more: the forms promise that sponsors see no comment (data/README.md, Confidentiality).
	ForSponsors bool
}

// AnswerFields describes the answer to a card.
var AnswerFields = Fields[Answer]{
	bare("id", func(a *Answer) *int64 { return &a.ID }),
	belongs("response", unseen, func(a *Answer) *int64 { return &a.ResponseID }),
	word("card", unseen, 40, func(a *Answer) *string { return &a.Card }).must(),
	number("value", unseen, Blank, 5, func(a *Answer) *int { return &a.Value }).in("points"),
	choice("vote", unseen, func(a *Answer) *TrendVote { return &a.Vote }, "", VoteBetter, VoteSame, VoteWorse),
	text("comment", Say("Comment"), 300, func(a *Answer) *string { return &a.Comment }),
	tick("forSponsors", Say("May go to the sponsors"), func(a *Answer) *bool { return &a.ForSponsors }),
}

// Validate cleans the texts and checks the limits.
func (a *Answer) Validate() error { return AnswerFields.validate(a, nil) }

// Invitation says who was asked to a round and whether a reply came, apart from
// the answers.
type Invitation struct {
	ID       int64
	RoundID  int64
	MemberID int64
	Replied  bool
}

// InvitationFields describes who was asked.
var InvitationFields = Fields[Invitation]{
	bare("id", func(i *Invitation) *int64 { return &i.ID }),
	belongs("round", unseen, func(i *Invitation) *int64 { return &i.RoundID }),
	belongs("member", unseen, func(i *Invitation) *int64 { return &i.MemberID }),
	tick("replied", unseen, func(i *Invitation) *bool { return &i.Replied }),
}

// Validate cleans the texts and checks the limits.
func (i *Invitation) Validate() error { return InvitationFields.validate(i, nil) }
