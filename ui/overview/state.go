// Package overview is the first screen: what to do next, what comes up, how far the community has come, how it is doing, who takes
// part.
package overview

import (
	"context"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
	"copleader/data/words"
)

// State is what the screen shows, without a window.
type State struct {
	store *store.Store
	say   *words.Say
	last  coach.Visit
}

// NewState makes one that shows nothing yet; last is when the leader was here before, if that is known.
func NewState(s *store.Store, say *words.Say, last coach.Visit) *State {
	return &State{store: s, say: say, last: last}
}

// View is everything the screen shows, in words.
type View struct {
	Steps         []Step
	RestDays      int // a step set aside rests so many days
	FollowUps     []FollowUp
	Checks        []Check // of events, as far as they are due
	Holes         []Hole
	Since         Since
	Beat          Beat
	Road          Road
	Health        Health
	Participation Participation
}

// Road is how far the community has come on the introduction road.
type Road struct{ Reached, Of int }

// Health is the round of the health check that closed last.
type Health struct {
	RoundID  int64 // 0 when there was none
	Title    string
	Note     string // how many answered
	Standing string // of which closing the figures tell, where the round was opened again
	// Talk are the cards that are worth talking about, at most three; Rest are the others.
	Talk, Rest []Bar
	// Sentence stands instead of cards: no round yet, or too few answers; or before them, where none stands out.
	Sentence string
	Open     OpenRound
}

// OpenRound is a round that is being answered, and how it stands.
type OpenRound struct {
	ID       int64 // 0 where none is
	Sentence string
	Answered bool // somebody has
}

// Bar is one card's answers.
type Bar struct {
	Card   string
	Counts []int // low to high; empty when withheld
	Word   data.HealthWord
	Words  string // of Word, empty for a mixed one; or that it is withheld
	Note   string // why it is worth talking about, and what is done about it
}

// Participation is who takes part, level by level.
type Participation struct {
	Enough   bool
	Counts   [5]int
	Lines    []Line
	Sentence string // of giving; or why there are no levels yet
}

// Line is a number and what it counts.
type Line struct{ Number, Words string }

// Read reads the file and words what it says on the day.
func (s *State) Read(ctx context.Context, today data.Date) (View, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return View{}, err
	}
	return s.Of(snapshot, today), nil
}

// Of words what a snapshot says on the day.
func (s *State) Of(snapshot *data.Snapshot, today data.Date) View {
	r := reader{snapshot, today, s.say}
	standings := snapshot.Standings(today)
	found := coach.Findings(snapshot, standings, today)
	return View{
		Steps: r.steps(found), RestDays: snapshot.Thresholds().Coach.RestDays, FollowUps: r.followUps(), Checks: r.checks(), Holes: r.holes(found), Since: r.since(s.last),
		Beat: r.beat(), Road: r.road(), Health: r.health(), Participation: r.participation(standings),
	}
}

// SetAside lets a step rest for some time; a reason is welcome, not asked for.
func (s *State) SetAside(ctx context.Context, rows []data.Dismissal, reason string) (store.Done, error) {
	refs := make([]*data.Dismissal, len(rows))
	for i, row := range rows {
		row.Reason = reason
		refs[i] = &row
	}
	return s.store.Dismiss(ctx, refs...)
}

// reader words a snapshot.
type reader struct {
	*data.Snapshot
	today data.Date
	say   *words.Say
}

func (r reader) road() Road {
	road := r.Snapshot.Road(r.today)
	return Road{Reached: road.Reached, Of: len(road.Steps)}
}

// health words the latest round with answers enough, what is worth talking about first; where none has, that few answered. A round that is
// open comes before all of it.
func (r reader) health() Health {
	h := r.closedHealth()
	for _, round := range r.OpenRounds(r.today) {
		result := r.Result(round.ID)
		h.Open = OpenRound{ID: round.ID, Answered: len(result.Channels) > 0,
			Sentence: r.say.Text("%s is open: %s so far.", round.Name, r.say.Of(result.Answered()))}
	}
	if h.RoundID == 0 && h.Open.ID == 0 {
		h.Sentence = r.say.Text("How is it going? Fourteen cards, five minutes: a round of the health check lets everyone say.")
	}
	return h
}

func (r reader) closedHealth() Health {
	round, ok := r.LastRound(r.today)
	if closed := r.ClosedRounds(r.today); !ok && len(closed) > 0 {
		round, ok = closed[len(closed)-1], true
	}
	if !ok {
		return Health{}
	}
	result := r.ClosedResult(round.ID)
	h := Health{RoundID: round.ID, Title: round.Name, Note: r.say.Of(result.Answered())}
	if result.Stands() {
		h.Standing = r.say.Text("%s, %s.", round.Name, result.Closed())
	}
	if result.Withheld {
		h.Sentence = r.say.Text("Fewer than %d answered, so nothing more is shown.", result.MinGroup)
		return h
	}
	for _, card := range data.SortForTalk(result.Cards) {
		bar := r.bar(card)
		if w := card.Figures.Word; len(h.Talk) < mostTalk && (w == data.WordSplit || w == data.WordConcern) {
			bar.Note = r.talkNote(&card, &result)
			h.Talk = append(h.Talk, bar)
			continue
		}
		h.Rest = append(h.Rest, bar)
	}
	if len(h.Talk) == 0 {
		h.Sentence = r.say.Text("No card is split or of concern.")
	}
	return h
}

// mostTalk is how many cards are worth a talk at once.
const mostTalk = 3

// talkNote says why a card is worth talking about, and what is done about it.
func (r reader) talkNote(c *data.CardResult, result *data.RoundResult) string {
	note := r.say.Text("%d of %d answered low", c.Figures.Low, c.Figures.Answers)
	if c.Figures.Word == data.WordSplit {
		note = r.say.Text("Two camps: %d low, %d high", c.Figures.Low, c.Figures.High)
	}
	if c.Change == data.ChangeDown && result.Previous != nil {
		note = r.say.Text("%s · %s", note, r.say.Text("down since %s", result.Previous.Name))
	}
	if item, ok := r.AnsweringItem(c.Card.Card, result.Round); ok {
		note = r.say.Text("%s · %s", note, r.say.Text("“%s” is on the board", item.Title))
	}
	return note
}

func (r reader) bar(card data.CardResult) Bar {
	b := Bar{Card: card.Card.Title, Word: card.Figures.Word}
	switch {
	case card.Figures.Withheld:
		b.Words = r.say.Text("withheld (fewer than %d answers)", card.Figures.MinGroup)
	case card.Figures.Scale == data.TrafficLight:
		b.Counts = card.Figures.Counts[:3]
	default:
		b.Counts = card.Figures.Counts[:]
	}
	if b.Word != data.WordMixed && b.Word != data.WordNone {
		b.Words = r.say.Of(b.Word.Phrase())
	}
	return b
}

// participation words who takes part.
func (r reader) participation(st *data.Standings) Participation {
	p := Participation{Enough: st.Enough && !r.IsForGuests()}
	if !p.Enough {
		p.Lines = []Line{{r.say.Text("%d", st.Members), r.say.Count(st.Members, "member", "members")}}
		p.Sentence = r.say.Text("Levels show once %d events were held; %d so far.", r.Thresholds().FewEvents, st.Events)
		if r.IsForGuests() {
			p.Sentence = r.say.Text("Levels are not shown in guest view.")
		}
		return p
	}
	for i, level := range data.Levels {
		p.Counts[i] = st.Counts[level]
		if level != data.Transactional {
			p.Lines = append(p.Lines, Line{r.say.Text("%d", st.Counts[level]), r.levelWords(st, level)})
		}
	}
	if n := st.Counts[data.Transactional] - st.Contacts; n > 0 {
		p.Lines = append(p.Lines, Line{r.say.Text("%d", n), r.say.Count(n, "uses our resources only", "use our resources only")})
	}
	if n := st.Contacts; n > 0 {
		p.Lines = append(p.Lines, Line{r.say.Text("%d", n), r.say.Count(n, "contact", "contacts")})
	}
	p.Sentence = r.say.Text("%d of %d gave something %s", st.Gave, st.Members, st.Span())
	if st.SetByHand > 0 {
		p.Sentence += " · " + r.say.Count(st.SetByHand, "%d level set by hand", "%d levels set by hand")
	}
	return p
}

func (r reader) levelWords(st *data.Standings, level data.Level) string {
	word, newcomers := r.levelWord(level), st.New[level]
	if st.NotNoted && level == data.Peripheral {
		word = r.say.Text("not seen: who came was not noted")
	}
	if newcomers > 0 {
		return r.say.Text("%s, %d of them new", word, newcomers)
	}
	return word
}

func (r reader) levelWord(level data.Level) string {
	switch level {
	case data.Core:
		return r.say.Text("core")
	case data.Active:
		return r.say.Text("active")
	case data.Occasional:
		return r.say.Text("occasional")
	}
	return r.say.Text("peripheral")
}
