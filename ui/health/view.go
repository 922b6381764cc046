package health

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"copleader/data"
)

// Summary is one of the cards above the table.
type Summary struct {
	Label  string
	Figure string
	Word   data.HealthWord // gives the figure its sign; "" for none
	Note   string
}

// ResultRow is one card of a round, worded.
type ResultRow struct {
	Place     int64 // in the order shown, from 1
	Card      string
	Title     string
	Counts    []int  // low to high; nil while withheld
	Withheld  string // said in place of the answers
	NoOpinion string
	Mean      string
	Word      data.HealthWord
	WordText  string
	Change    data.HealthChange
	Since     string
	Votes     data.Votes
	ItemID    int64 // the item on the board that answers it, 0 for none
}

// ResultView is a closed round, worded.
type ResultView struct {
	Withheld  string // all that is shown beside the first summary, while too few answered
	Summaries []Summary
	Rows      []ResultRow
	Lights    bool
	Since     string // heading of the change, "" without a round before
	Foot      []string
}

// Results words the round shown.
func (s *State) Results() ResultView {
	res, ok := s.findings.result(s.round)
	if !ok {
		return ResultView{}
	}
	v := ResultView{Lights: res.Round.Scale == data.TrafficLight, Foot: s.foot(res)}
	v.Summaries = append(v.Summaries, s.answered(res))
	if res.Withheld {
		v.Withheld = s.say.Text("With fewer than %d answers nothing else is shown, so that nobody can be recognised.", res.MinGroup)
		return v
	}
	if res.Previous != nil {
		v.Since = s.say.Text("Since %s", res.Previous.Name)
	}
	cards := data.SortForTalk(res.Cards)
	for i := range cards {
		v.Rows = append(v.Rows, s.row(i, cards[i], res.Round))
	}
	v.Summaries = append(v.Summaries, s.talk(cards, res)...)
	v.Summaries = append(v.Summaries, s.changes(res))
	return v
}

// answered says how many answered; figures are never shown without it
// (data/README.md, Health figures).
func (s *State) answered(res data.RoundResult) Summary {
	out := Summary{Label: s.say.Text("Answers"), Figure: s.say.Of(res.Answered()), Note: s.doubt(res)}
	if res.HasRate() && !res.Withheld { // below the threshold nothing but the two numbers (data/README.md, Confidentiality)
		out.Note = s.say.Text("%d %%: %s", res.Percent(), res.Rate.Phrase())
	}
	return out
}

// TooFew says what closing a round with too few answers would mean, "" where there are enough.
func (s *State) TooFew(round int64) string {
	res, ok := s.findings.result(round)
	if !ok || !res.Withheld {
		return ""
	}
	if res.Previous != nil {
		return s.say.Text("So far: %s. With fewer than %d nothing of them can be shown; “%s” stays the latest round.", res.Answered(), res.MinGroup, res.Previous.Name)
	}
	return s.say.Text("So far: %s. With fewer than %d nothing of them can be shown.", res.Answered(), res.MinGroup)
}

// ToldAlready says what opening a round again means whose figures went out, "" where none did.
func (s *State) ToldAlready(round int64) string {
	res, ok := s.findings.result(round)
	went := s.findings.snapshot.WentOut(round)
	if !ok || went == 0 {
		return ""
	}
	return s.say.Count(res.MinGroup, "Its figures went out on %[2]s. While it is open, documents and the other pages go on telling those; afterwards documents do, card by card, until %[1]d answer came or went, so that nobody's late answers follow from the two. This page shows the present ones.",
		"Its figures went out on %[2]s. While it is open, documents and the other pages go on telling those; afterwards documents do, card by card, until %[1]d answers came or went, so that nobody's late answers follow from the two. This page shows the present ones.", went)
}

// heldBack says where documents still tell other figures than this page, "" where they don't.
func (s *State) heldBack(res data.RoundResult) string {
	if !s.findings.snapshot.HeldBack(res.Round.ID) {
		if told := s.findings.snapshot.AsTold().Result(res.Round.ID); told.Stands() {
			return s.say.Text("Documents tell it as %s.", told.Closed())
		}
		return ""
	}
	return s.say.Text("Documents still tell some figures of %s: fewer than %d answers came or went since.", s.findings.snapshot.WentOut(res.Round.ID), res.MinGroup)
}

// doubt asks the leader to look where more answered than were asked.
func (s *State) doubt(res data.RoundResult) string {
	if res.Invited > 0 && !res.HasRate() {
		return s.say.Text("Somebody may have answered twice; please look.")
	}
	return ""
}

// talk names the cards worth talking about first: splits, then concerns.
func (s *State) talk(cards []data.CardResult, res data.RoundResult) []Summary {
	labels := []string{s.say.Text("Talk about this first"), s.say.Text("Then this")}
	var out []Summary
	for i := range cards {
		w := cards[i].Figures.Word
		if len(out) == len(labels) || w != data.WordSplit && w != data.WordConcern {
			break
		}
		out = append(out, Summary{Label: labels[len(out)], Figure: cards[i].Card.Title, Word: w, Note: s.talkNote(cards[i], res)})
	}
	if len(out) == 0 {
		out = append(out, Summary{Label: labels[0], Figure: s.say.Text("Your choice"),
			Note: s.noneToTalkAbout(cards)})
	}
	return out
}

// noneToTalkAbout says why no card is named, and nothing of those that are withheld.
func (s *State) noneToTalkAbout(cards []data.CardResult) string {
	shown := 0
	for i := range cards {
		if !cards[i].Figures.Withheld {
			shown++
		}
	}
	switch shown {
	case len(cards):
		return s.say.Text("No card is split or of concern. Let each name the card they want to talk about.")
	case 0:
		return s.say.Text("No card has enough answers to be shown. Let each name the card they want to talk about.")
	}
	return s.say.Text("No card with enough answers is split or of concern. Let each name the card they want to talk about.")
}

func (s *State) talkNote(c data.CardResult, res data.RoundResult) string {
	var out []string
	if c.Figures.Word == data.WordSplit {
		out = append(out, s.say.Text("Two camps: %d low, %d high.", c.Figures.Low, c.Figures.High))
	} else {
		out = append(out, s.say.Text("%d of %d answered low.", c.Figures.Low, c.Figures.Answers))
	}
	if c.Change == data.ChangeDown && res.Previous != nil {
		out = append(out, s.say.Text("Down since %s.", res.Previous.Name))
	}
	if item, ok := s.findings.snapshot.AnsweringItem(c.Card.Card, res.Round); ok {
		out = append(out, s.say.Text("“%s” is on the board.", item.Title))
	}
	return strings.Join(out, " ")
}

func (s *State) changes(res data.RoundResult) Summary {
	if res.Previous == nil {
		return Summary{Label: s.say.Text("Clear change"), Figure: s.say.Text("First round"),
			Note: s.say.Text("From the second round on, clear changes stand here.")}
	}
	up, down, unclear := res.CountChanges()
	out := Summary{Label: s.say.Text("Clear change since %s", res.Previous.Name), Figure: s.say.Text("%d up, %d down", up, down)}
	rest := len(res.Cards) - up - down - unclear
	if rest == len(res.Cards) {
		out.Figure = s.say.Text("Not comparable")
		out.Note = s.say.Text("The scale or the wordings are others, or too few answered.")
		return out
	}
	var notes []string
	if unclear > 0 {
		notes = append(notes, s.say.Count(unclear, "%d without clear change.", "%d without clear change."))
	}
	if rest > 0 {
		notes = append(notes, s.say.Count(rest, "%d not comparable.", "%d not comparable."))
	}
	notes = append(notes, s.say.Text("The two rounds may have had different people."))
	out.Note = strings.Join(notes, " ")
	return out
}

func (s *State) row(at int, c data.CardResult, round data.Round) ResultRow {
	f := c.Figures
	row := ResultRow{Place: int64(at + 1), Card: c.Card.Card, Title: c.Card.Title, Change: c.Change, Votes: c.Votes}
	if item, ok := s.findings.snapshot.AnsweringItem(c.Card.Card, round); ok {
		row.ItemID = item.ID
	}
	if f.Withheld {
		row.Withheld = s.withheld(f.MinGroup)
		return row
	}
	row.Counts = countsOf(f)
	if f.NoOpinion > 0 {
		row.NoOpinion = strconv.Itoa(f.NoOpinion)
	}
	row.Mean, row.Word, row.WordText = s.mean(f), f.Word, s.say.Of(f.Word.Phrase())
	if c.Change != data.ChangeNone {
		row.Since = s.say.Of(c.Change.Phrase())
	}
	return row
}

func (s *State) withheld(least int) string {
	return s.say.Text("withheld (fewer than %d answers)", least)
}

// countsOf are the counts of the scale's own answers, low to high.
func countsOf(f data.Figures) []int {
	if f.Scale == data.TrafficLight {
		return f.Counts[:3:3]
	}
	return f.Counts[:5:5]
}

// mean never stands alone for a split, and never at all for lights
// (data/README.md, Health figures).
func (s *State) mean(f data.Figures) string {
	switch {
	case f.Scale == data.TrafficLight:
		return s.say.Text("%d / %d %%", f.HighShare, f.LowShare)
	case f.Word == data.WordSplit:
		return s.say.Text("two camps")
	case f.HasMean:
		return tenths(f.Mean)
	}
	return ""
}

func tenths(t data.Tenths) string { return fmt.Sprintf("%.1f", t.Float()) }

// foot says how the answers came, and what is left out on purpose.
func (s *State) foot(res data.RoundResult) []string {
	var out []string
	for _, c := range res.Channels {
		out = append(out, s.channelNote(c))
	}
	if len(res.Channels) > 1 {
		out = append(out, s.say.Text("Answers came in more than one way; the same person may have answered twice."))
	}
	if held := s.heldBack(res); held != "" {
		out = append(out, held)
	}
	return append(out, s.say.Text("No overall score, on purpose."))
}

// channelNote says how private a channel is (data/README.md, Confidentiality).
func (s *State) channelNote(c data.AnswerChannel) string {
	switch c {
	case data.FromRoom:
		return s.say.Text("Answers in the room: open to all who were there.")
	case data.FromBallots:
		return s.say.Text("Answers on paper ballots: anonymous.")
	}
	return s.say.Text("Answers by workbook: confidential, not anonymous.")
}

// sentence begins a text with a capital letter.
func sentence(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// DeckCard is a card as it is worded now.
type DeckCard struct {
	data.CardVersion
	Note string // which wording it is
	Used bool   // a round has used this wording, so that a change makes a new one
}

// DeckCards are the cards in their newest wording.
func (s *State) DeckCards() []DeckCard {
	out := make([]DeckCard, len(s.findings.deck))
	for i, v := range s.findings.deck {
		out[i] = DeckCard{CardVersion: v, Note: s.say.Of(v.Pillar.Phrase()), Used: s.findings.used[v.ID]}
		if v.Version > 1 {
			out[i].Note = s.say.Text("%s, wording %d", out[i].Note, v.Version)
		}
	}
	return out
}

// People are the members to choose an owner from, by name.
func (s *State) People() []data.Member { return s.findings.snapshot.People(s.findings.today) }

// Session is an event in which a round can be run, worded.
type Session struct {
	ID    int64
	Title string
}

// sessionDays is how far from a round the events lie that it may have been run in.
const sessionDays = 60

// Sessions are the events around a round, the latest first, and the one it has.
func (s *State) Sessions(r data.Round) []Session {
	around := r.OpenedOn
	if around == 0 {
		around = s.findings.today
	}
	var events []data.Event
	for i := range s.findings.snapshot.Events {
		e := &s.findings.snapshot.Events[i]
		if days := e.On.Sub(around); e.ID == r.EventID || e.Status != data.StatusCancelled && max(days, -days) <= sessionDays {
			events = append(events, *e)
		}
	}
	slices.SortStableFunc(events, func(a, b data.Event) int { return cmp.Compare(b.On, a.On) })
	out := make([]Session, len(events))
	for i := range events {
		out[i] = Session{events[i].ID, s.say.Of(events[i].Called(s.findings.today))}
	}
	return out
}
