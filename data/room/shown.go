package room

import (
	"slices"
	"time"

	"copleader/data"
)

// Shown is all that everybody in the room may see. Nothing private has a place in it: no level, no day on which somebody was last seen, no
// follow-up, no note of the leader's, no name of anybody who is absent, no figure that is withheld.
type Shown struct {
	Meeting  string
	Chapters []Chapter
	Over     data.Phrase // what the part under way belongs to; may be zero
	Head     string      // what is talked about now; empty once the meeting is through
	Who      string      // who leads it, as the programme says
	Left     time.Duration
	Given    time.Duration
	Held     bool
	Kind     Kind
	Card     *ShownCard // with Kind Card
	Votes    *ShownVotes
	Link     string       // where everybody is to go, for telephones too
	Lines    []string     // what stands there: actions of last time, ideas, what was decided
	Wall     [][]ShownBox // the canvas or the force field, in its columns
	Question data.Phrase
	Next     string // the part that follows; empty for none
	Coming   []ShownEvent
}

// Chapter is a part of the programme that is within none.
type Chapter struct {
	Text  string
	Done  bool
	Now   bool
	Share float64 // how much of its time is over, from 0 to 1
}

// ShownCard is a card of the health check: both statements, and the counts as they may leave the machine.
type ShownCard struct {
	Low, High string
	Scale     data.Scale
	Voting    bool // it is being voted on: no counts yet
	Withheld  bool // fewer answers than the threshold asks for
	Merged    bool // so few that only low, half and high are told
	Counts    data.Counts
	Sides     [3]int      // low, half and high
	Answered  data.Phrase // how many answered this card
}

// ShownVotes are votes that are shown together: what was asked, and how many chose each answer.
type ShownVotes struct {
	Asked   data.Phrase
	Answers []string
	Votes   []int
	Voters  int
}

// ShownEvent is a date of the programme that lies ahead.
type ShownEvent struct {
	On    data.Date
	Start data.Clock
	Title string
}

// Show is what everybody sees of a meeting at a moment.
func Show(s *data.Snapshot, e *data.Event, r *Run, today data.Date, now time.Time) Shown {
	v := view{s: s, e: e, today: today, part: r.Now(), step: r.Step(),
		shown: Shown{Meeting: e.Title, Chapters: chapters(r, now), Left: r.Left(now), Held: r.Paused(), Coming: coming(s, e, today)}}
	if v.part == nil {
		if v.shown.Lines = v.agreed(); len(v.shown.Lines) == 0 {
			v.shown.Wall = v.canvas(nil)
		}
		return v.shown
	}
	v.shown.Kind, v.shown.Head, v.shown.Who, v.shown.Given = v.part.Kind, v.part.Text, v.part.Who, v.part.Given
	if next := r.Next(); next != nil {
		v.shown.Next = next.Text
	}
	if v.part.Within {
		v.shown.Over = placeWithin(r)
	}
	v.fill()
	if k := v.part.Kind; v.shown.Question.IsZero() && (k == Talk || k == Vote || k == Topic || k == Spare) {
		v.shown.Question = CueOf(e.Format, v.part).Say // what is said to all may be read by all
	}
	return v.shown
}

// view is what everybody sees while it is gathered.
type view struct {
	shown Shown
	s     *data.Snapshot
	e     *data.Event
	part  *Part
	step  string
	today data.Date
}

// fill adds what the kind of the part under way shows.
func (v *view) fill() {
	switch v.part.Kind {
	case CheckIn:
		v.shown.Question = v.checkIn()
	case Actions:
		v.shown.Question = data.Say("What became of what we agreed last time?")
		for _, it := range LastActions(v.s, v.e, v.today) {
			v.shown.Lines = append(v.shown.Lines, it.Title)
		}
	case Card:
		v.card()
	case Ask:
		v.asked()
	case Box, Alone, Share, Cluster, Agree:
		v.block(v.step)
	case Topic:
		v.shown.Lines = v.decidedAt(v.step)
		if v.shown.Left <= 0 {
			v.shown.Question = data.Say("Thumbs: up for three minutes more, down for the next topic")
		}
	case Feedback:
		v.shown.Question = data.Say("Was it worth the time? 3 means you got back what you put in.")
		if v.voted() {
			v.shown.Question = data.Say("What did you like, and what would make it a 10?")
		}
	case Close:
		v.shown.Lines = v.agreed()
		if len(v.shown.Lines) == 0 {
			v.shown.Wall = v.canvas(nil)
		}
	case Break:
		v.shown.Wall = v.canvas(nil)
	default:
		v.shown.Lines = v.decidedAt(v.step)
	}
}

// chapters are the parts that are within none and not left out.
func chapters(r *Run, now time.Time) []Chapter {
	var list []Chapter
	under := -1
	if !r.Through() {
		under = r.Above(r.At)
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Within || p.Skipped {
			continue
		}
		c := Chapter{Text: p.Text, Now: i == under, Done: under < 0 || i < under}
		if c.Now {
			c.Share = shareOf(r, i, now)
		}
		list = append(list, c)
	}
	return list
}

// shareOf is how much of the time of a part and those within it is over.
func shareOf(r *Run, part int, now time.Time) float64 {
	var whole, over time.Duration
	for i := part; i < r.end(part); i++ {
		p := &r.Parts[i]
		if p.Skipped {
			continue
		}
		whole += p.Given
		if i < r.At {
			over += p.Given
		}
	}
	if whole <= 0 {
		return 0
	}
	over += r.Parts[r.At].Given - max(0, r.Left(now))
	return min(1, float64(over)/float64(whole))
}

// placeWithin says what the part under way belongs to, and how manieth of its kind it is there.
func placeWithin(r *Run) data.Phrase {
	place, of := r.PlaceWithin()
	switch r.Parts[r.At].Kind {
	case Ask:
		return data.Say("Card %d of %d", place, of)
	case Card:
		return data.Say("Card %d of %d to talk about", place, of)
	case Topic:
		return data.Say("Topic %d of %d", place, of)
	}
	return data.Say("%s", r.Parts[r.Above(r.At)].Text)
}

// CheckInQuestions are those with which meetings begin, one after the other.
func CheckInQuestions() []data.Phrase {
	return []data.Phrase{
		data.Say("What did you try since we last met?"),
		data.Say("What would make this hour worth it for you?"),
		data.Say("What surprised you at work lately?"),
		data.Say("Whom here would you like to hear from today?"),
		data.Say("In one word: how are you here?"),
	}
}

// checkIn is the question of the beginning: what the format says to all, else the next of those that go round. Those who never met
// before have tried nothing since.
func (v *view) checkIn() data.Phrase {
	if own, there := cuesByStep()[key{v.e.Format, v.part.Text}]; there {
		return own.Say
	}
	questions, held := CheckInQuestions(), len(v.s.HeldEvents(v.today))
	if held == 0 {
		return questions[1]
	}
	return questions[held%len(questions)]
}

// card shows the card under way with its outward counts.
func (v *view) card() {
	round, there := v.s.LastRound(v.today)
	if !there {
		return
	}
	result := v.s.AsTold().Result(round.ID).Outward() // everybody sees it, as they see documents
	at := slices.IndexFunc(result.Cards, func(c data.CardResult) bool { return c.Card.Card == v.part.Of })
	if at < 0 {
		return
	}
	card, f := result.Cards[at].Card, result.Cards[at].Figures
	v.shown.Card = &ShownCard{Low: card.Low, High: card.High, Scale: f.Scale, Withheld: f.Withheld, Merged: f.Merged, Counts: f.Counts,
		Sides: [3]int{f.Low, f.Half, f.High}, Answered: result.AnsweredCard(&result.Cards[at])}
	v.shown.Question = data.Say("Who needs to hear this?")
	if card.Ask != "" {
		v.shown.Question = data.Say("%s", card.Ask)
	}
}

// asked shows the card that is voted on, without what anybody answered.
func (v *view) asked() {
	round, _ := OpenRound(v.s, v.today)
	for _, c := range v.s.CardsOf(round.ID) {
		if c.Card == v.part.Of {
			v.shown.Card = &ShownCard{Low: c.Low, High: c.High, Scale: round.Scale, Voting: true}
		}
	}
	v.shown.Question = data.Say("Low to high, all at once: 1 to 5")
	if round.Scale == data.TrafficLight {
		v.shown.Question = data.Say("Low to high, all at once: 1 to 3")
	}
}

// voted reports whether the votes on whether it was worth the time are kept.
func (v *view) voted() bool {
	return slices.ContainsFunc(v.s.Roti, func(r data.RotiTally) bool { return r.EventID == v.e.ID && r.Votes.Sum() > 0 })
}

// agreed are the decisions noted at the meeting and the actions, a line each. Whose an action is stands there if they are in the room.
func (v *view) agreed() []string {
	lines := v.decided()
	for _, l := range v.s.LinesOf(v.e.ID, data.LineAction) {
		line := l.Text
		if item, there := v.s.ItemByID(l.ItemID); there && v.here(item.OwnerID) {
			m, _ := v.s.MemberByID(item.OwnerID)
			line += " · " + m.Name
		}
		lines = append(lines, line)
	}
	return lines
}

// here reports whether a member came.
func (v *view) here(memberID int64) bool {
	return slices.ContainsFunc(v.s.Attendance, func(a data.Attendance) bool {
		return a.EventID == v.e.ID && a.MemberID == memberID && a.Present
	})
}

// decided are the decisions noted at the meeting, a line each.
func (v *view) decided() []string {
	for i := range v.s.Minutes {
		if v.s.Minutes[i].EventID == v.e.ID {
			return data.ParseLines(v.s.Minutes[i].Decisions)
		}
	}
	return nil
}

// decidedAt are the decisions that were written down in a step of the meeting.
func (v *view) decidedAt(step string) []string {
	var lines []string
	for _, l := range v.s.LinesOf(v.e.ID, data.LineDecision) {
		if l.Step == step {
			lines = append(lines, l.Text)
		}
	}
	return lines
}

// mostComing is how many dates that lie ahead are shown.
const mostComing = 3

func coming(s *data.Snapshot, e *data.Event, today data.Date) []ShownEvent {
	var list []ShownEvent
	for _, c := range s.ComingEvents(today) {
		if c.ID != e.ID && c.Status != data.StatusIdea && len(list) < mostComing {
			list = append(list, ShownEvent{c.On, c.Start, c.Title})
		}
	}
	return list
}
