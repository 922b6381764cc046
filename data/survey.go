package data

// Scale of a round; one scale holds for all its cards
// (data/README.md, Health cards).
type Scale string

// The two scales. One is never converted into the other.
const (
	TrafficLight Scale = "trafficLight"
	Agreement5   Scale = "agreement5"
)

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

// Validate cleans the texts and checks the limits.
func (c *CardVersion) Validate() error {
	var k check
	k.needed("card", &c.Card, 40)
	k.between("version", c.Version, 1, 10000)
	k.needed("title", &c.Title, 60)
	k.needed("low", &c.Low, 200)
	k.needed("high", &c.High, 200)
	k.line("ask", &c.Ask, 120)
	oneOf(&k, "pillar", c.Pillar, Pillars...)
	k.date("madeOn", c.MadeOn)
	return k.err()
}

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

// Validate cleans the texts and checks the limits.
func (r *Round) Validate() error {
	var k check
	k.needed("code", &r.Code, 20)
	k.needed("name", &r.Name, 60)
	oneOf(&k, "scale", r.Scale, TrafficLight, Agreement5)
	k.neededDate("openedOn", r.OpenedOn)
	k.date("closesOn", r.ClosesOn)
	k.date("closedOn", r.ClosedOn)
	k.failing(r.ClosedOn != 0 && r.ClosedOn < r.OpenedOn, "closedOn", "The round can't close before it opens.")
	k.between("invited", r.Invited, 0, 100000)
	k.between("minGroup", r.MinGroup, MinGroupFloor, 100)
	k.line("howToSend", &r.HowToSend, 200)
	return k.err()
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

// Validate has nothing to check beyond the references, which the file keeps.
func (r *RoundCard) Validate() error { return nil }

// RoundReturn is how many people answered a round through one channel.
type RoundReturn struct {
	ID       int64
	RoundID  int64
	Channel  AnswerChannel
	Returned int
}

// Validate checks the limits.
func (r *RoundReturn) Validate() error {
	var k check
	oneOf(&k, "channel", r.Channel, AnswerChannels...)
	k.between("returned", r.Returned, 0, 100000)
	return k.err()
}

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

// Validate checks the limits.
func (t *Tally) Validate() error {
	var k check
	k.needed("card", &t.Card, 40)
	oneOf(&k, "channel", t.Channel, AnswerChannels...)
	t.Counts.check(&k, "counts")
	for _, n := range []int{t.NoOpinion, t.Better, t.Same, t.Worse} {
		k.between("counts", n, 0, 100000)
	}
	return k.err()
}

// Response is one filled workbook or ballot, without any trace of who sent it
// (data/README.md, Confidentiality).
type Response struct {
	ID      int64
	RoundID int64
	Channel AnswerChannel
	Next    string // "one thing we should do next"
}

// Validate cleans the text and checks the limits.
func (r *Response) Validate() error {
	var k check
	oneOf(&k, "channel", r.Channel, AnswerChannels...)
	k.text("next", &r.Next, 300)
	return k.err()
}

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
	// ForSponsors is the leader's tick that the comment may go to sponsors
	// (data/README.md, Confidentiality).
	ForSponsors bool
}

// Validate cleans the comment and checks the limits.
func (a *Answer) Validate() error {
	var k check
	k.needed("card", &a.Card, 40)
	k.between("value", a.Value, Blank, 5)
	oneOf(&k, "vote", a.Vote, "", VoteBetter, VoteSame, VoteWorse)
	k.text("comment", &a.Comment, 300)
	return k.err()
}

// Invitation says who was asked to a round and whether a reply came, apart from
// the answers.
type Invitation struct {
	ID       int64
	RoundID  int64
	MemberID int64
	Replied  bool
}

// Validate has nothing to check beyond the references, which the file keeps.
func (i *Invitation) Validate() error { return nil }
