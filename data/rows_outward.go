package data

import (
	"cmp"
	"slices"
	"strings"
)

// OutwardCounts is what documents that left the machine told of a card of a round,
// or of the whole round where it names no card: how many answered. They are kept, so
// that later documents cannot be set against them (data/README.md, Confidentiality).
type OutwardCounts struct {
	ID        int64
	RoundID   int64
	Card      string // key of the card, "" for the round
	SentOn    Date   // the day on which these counts first went out
	ClosedOn  Date   // the day of the closing that they tell of; 0 in rows of a version that did not keep it
	Returned  int    // of the round
	Channels  string // of the round: how they answered, "room workbook"; "" in rows of a version that did not keep it
	Counts    Counts // of the card, as what follows
	NoOpinion int
	Better    int
	Same      int
	Worse     int
}

// OutwardCountsFields describes what was told of a card outside. A round that is taken
// away, or whose beginning is undone, may leave its rows behind: they say nothing then.
var OutwardCountsFields = Fields[OutwardCounts]{
	bare("id", func(o *OutwardCounts) *int64 { return &o.ID }),
	bare("round", func(o *OutwardCounts) *int64 { return &o.RoundID }).in("round_id"),
	word("card", unseen, 40, func(o *OutwardCounts) *string { return &o.Card }),
	date("sentOn", unseen, func(o *OutwardCounts) *Date { return &o.SentOn }).must(),
	date("closedOn", unseen, func(o *OutwardCounts) *Date { return &o.ClosedOn }),
	number("returned", unseen, 0, 100000, func(o *OutwardCounts) *int { return &o.Returned }),
	word("channels", unseen, 60, func(o *OutwardCounts) *string { return &o.Channels }),
	counts("counts", func(o *OutwardCounts) *Counts { return &o.Counts }),
	number("noOpinion", unseen, 0, 100000, func(o *OutwardCounts) *int { return &o.NoOpinion }),
	number("better", unseen, 0, 100000, func(o *OutwardCounts) *int { return &o.Better }),
	number("same", unseen, 0, 100000, func(o *OutwardCounts) *int { return &o.Same }),
	number("worse", unseen, 0, 100000, func(o *OutwardCounts) *int { return &o.Worse }),
}

// Validate cleans the texts and checks the limits.
func (o *OutwardCounts) Validate() error { return OutwardCountsFields.validate(o, nil) }

// channels are how they answered.
func (o *OutwardCounts) channels() []AnswerChannel {
	told := strings.Fields(o.Channels)
	return slices.DeleteFunc(slices.Clone(AnswerChannels), func(c AnswerChannel) bool { return !slices.Contains(told, string(c)) })
}

// closing is the day of the closing that these counts tell of, as near as it is known.
func (o *OutwardCounts) closing() Date { return cmp.Or(o.ClosedOn, o.SentOn) }

func (o *OutwardCounts) votes() Votes { return Votes{o.Better, o.Same, o.Worse} }

// OutwardPeriod is a period of which documents that left the machine told how many
// joined. It is kept, so that a later one that covers some of its days cannot be set
// against it (data/README.md, Confidentiality).
type OutwardPeriod struct {
	ID     int64
	From   Date
	Until  Date
	SentOn Date // the day on which it first went out
}

// OutwardPeriodFields describes a period that was told of outside.
var OutwardPeriodFields = Fields[OutwardPeriod]{
	bare("id", func(o *OutwardPeriod) *int64 { return &o.ID }),
	date("from", unseen, func(o *OutwardPeriod) *Date { return &o.From }).in("from_day").must(),
	date("until", unseen, func(o *OutwardPeriod) *Date { return &o.Until }).in("until_day").must(),
	date("sentOn", unseen, func(o *OutwardPeriod) *Date { return &o.SentOn }).must(),
}

// Validate checks the days.
func (o *OutwardPeriod) Validate() error { return OutwardPeriodFields.validate(o, nil) }

// Outgoing is what documents that leave the machine tell, against which later ones could
// be set: the counts of rounds, and the periods of which they tell who joined.
type Outgoing struct {
	Counts  []OutwardCounts
	Periods []OutwardPeriod
}
