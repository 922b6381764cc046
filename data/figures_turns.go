package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SpeakerHint is somebody who might be asked to speak at an event, and why. The
// order of hints is one of turns, never of merit.
type SpeakerHint struct {
	MemberID  int64
	Topic     string // what they know that is wanted, "" for none
	LastSpoke Date   // 0 for somebody who has not spoken here yet
	Reason    Phrase
}

// turnHints is how many speakers are suggested.
const turnHints = 3

// Speakers suggests whom to ask to speak at an event: wanted topics, what people
// know and how long they have not had a turn, first-timers before others. Nobody
// is suggested who has a part in the event or in another to come, has been asked
// or said no, or has not been here for half a year. The leader is left out too:
// leading is to spread. Guests are shown nobody (data/README.md, Guest view).
func (s *Snapshot) Speakers(eventID int64, today Date) []SpeakerHint {
	event, ok := s.EventByID(eventID)
	if !ok || s.IsForGuests() {
		return nil
	}
	standings := s.Standings(today)
	busy := s.notToAsk(&event, today)
	spoke := s.lastTurns(today)
	topics := &wantedTopics{about: s.topicsOf(&event), board: s.topicsOnBoard(), known: map[string]skillMatch{}}
	var candidates []candidate
	for i := range s.Members {
		m := &s.Members[i]
		p := standings.at(m.ID)
		if p == nil || busy[m.ID] || !m.IsMember(today) || m.ResourcesOnly || !standings.around(p) {
			continue
		}
		c := candidate{hint: SpeakerHint{MemberID: m.ID, LastSpoke: spoke[m.ID]}, lastSeen: p.LastSeen}
		c.match(m, topics)
		c.weigh(today)
		candidates = append(candidates, c)
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.lastSeen, a.lastSeen),
			cmp.Compare(a.hint.MemberID, b.hint.MemberID))
	})
	var hints []SpeakerHint
	for _, c := range candidates[:min(turnHints, len(candidates))] {
		c.hint.Reason = c.reason()
		hints = append(hints, c.hint)
	}
	return hints
}

// around reports whether somebody was seen in the window or is new.
func (st *Standings) around(p *Standing) bool {
	return p.Evidence.Seen > 0 || p.Evidence.MemberDays <= st.thresholds.NewcomerDays
}

// notToAsk are the people who lead, have a part in an event to come, said they
// can't come, or were asked about this event already.
func (s *Snapshot) notToAsk(event *Event, today Date) map[int64]bool {
	busy := map[int64]bool{s.Community.LeaderID: true}
	for i := range s.EventRoles {
		r := &s.EventRoles[i]
		other, ok := s.EventByID(r.EventID)
		if r.EventID == event.ID || ok && other.Coming(today) {
			busy[r.MemberID] = true
		}
	}
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.EventID == event.ID && a.Expected == ReplyNo {
			busy[a.MemberID] = true
		}
	}
	for i := range s.FollowUps {
		if u := &s.FollowUps[i]; u.EventID == event.ID && u.MemberID != 0 {
			busy[u.MemberID] = true
		}
	}
	return busy
}

// lastTurns is the day each member last spoke at a held event.
func (s *Snapshot) lastTurns(today Date) map[int64]Date {
	spoke := map[int64]Date{}
	s.actsOfEvents(today, func(a rawAct) {
		if a.kind == Spoke {
			spoke[a.memberID] = max(spoke[a.memberID], a.on)
		}
	})
	return spoke
}

// FirstTurns are those who speak at an event and at none before it.
func (s *Snapshot) FirstTurns(e *Event) map[int64]bool {
	first := map[int64]bool{}
	for i := range s.EventRoles {
		if r := &s.EventRoles[i]; r.EventID == e.ID && r.Part == PartSpeaker {
			first[r.MemberID] = true
		}
	}
	for i := range s.EventRoles {
		r := &s.EventRoles[i]
		if r.Part != PartSpeaker || !first[r.MemberID] {
			continue
		}
		if other, known := s.EventByID(r.EventID); known && other.On < e.On && other.Status != StatusCancelled {
			delete(first, r.MemberID)
		}
	}
	return first
}

// topic is something people want to hear about.
type topic struct {
	title    string
	text     string   // folded
	words    []string // of text
	proposer int64
}

func newTopic(title, more string, proposer int64) topic {
	text := Fold(title + " " + more)
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return topic{title, text, words, proposer}
}

// topicsOf is what an event is about: its own words and its items'.
func (s *Snapshot) topicsOf(event *Event) []topic {
	topics := []topic{newTopic(event.Title, event.Purpose, 0)}
	for i := range s.Items {
		if it := &s.Items[i]; it.EventID == event.ID {
			topics = append(topics, newTopic(it.Title, it.Description, it.ProposerID))
		}
	}
	return topics
}

// topicsOnBoard are the items that wait on the board, those with most votes first.
func (s *Snapshot) topicsOnBoard() []topic {
	var waiting []*Item
	for i := range s.Items {
		if c := s.Items[i].Column; c != ColumnDone && c != ColumnParked {
			waiting = append(waiting, &s.Items[i])
		}
	}
	slices.SortStableFunc(waiting, func(a, b *Item) int { return cmp.Compare(b.Votes, a.Votes) })
	topics := make([]topic, len(waiting))
	for i, it := range waiting {
		topics[i] = newTopic(it.Title, it.Description, it.ProposerID)
	}
	return topics
}

// wantedTopics remembers which topics a skill fits, since many share one.
type wantedTopics struct {
	about []topic // of the event
	board []topic
	known map[string]skillMatch
}

type skillMatch struct {
	event bool
	board []topic
}

func (w *wantedTopics) fitting(skill string) skillMatch {
	if m, known := w.known[skill]; known {
		return m
	}
	words := SearchedFor(skill)
	mentioned := func(t topic) bool { return t.mentions(words) }
	m := skillMatch{event: slices.ContainsFunc(w.about, mentioned)}
	for _, t := range w.board {
		if mentioned(t) {
			m.board = append(m.board, t)
		}
	}
	w.known[skill] = m
	return m
}

// mentions reports whether every word of a skill stands in the topic.
func (t topic) mentions(words []string) bool {
	for _, word := range words {
		if !t.hasWord(word) {
			return false
		}
	}
	return len(words) > 0
}

// hasWord looks for a word at the beginning of a word, an "s" at its end left
// aside; short words must stand alone. Scripts without spaces have no beginnings.
func (t topic) hasWord(word string) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) }) {
		return strings.Contains(t.text, word)
	}
	stem := word
	if utf8.RuneCountInString(word) > 4 {
		stem = strings.TrimSuffix(word, "s")
	}
	return slices.ContainsFunc(t.words, func(other string) bool {
		return other == word || utf8.RuneCountInString(stem) >= 4 && strings.HasPrefix(other, stem)
	})
}

// candidate is somebody who may be asked, with what decides whose turn it is.
type candidate struct {
	hint     SpeakerHint
	fit      int    // 1, or more where they know what is wanted
	item     string // title of the item on the board that wants it
	weight   int
	lastSeen Date
}

// match finds what the member knows in what the event is about, else in what
// others want to hear: what people propose themselves they would like to learn.
func (c *candidate) match(m *Member, topics *wantedTopics) {
	c.fit = 1
	for _, skill := range m.Knows {
		found := topics.fitting(skill)
		if found.event {
			c.fit, c.hint.Topic, c.item = 3, skill, ""
			return
		}
		other := slices.IndexFunc(found.board, func(t topic) bool { return t.proposer != m.ID })
		if c.fit == 1 && other >= 0 {
			c.fit, c.hint.Topic, c.item = 2, skill, found.board[other].title
		}
	}
}

// Weeks of waiting: half a year is as long as anyone waits in this reckoning,
// and whoever has not spoken yet has waited twice as long.
const (
	longestWait   = 26
	firstTimeWait = 2 * longestWait
)

// weigh multiplies how well somebody fits with how long they have waited.
func (c *candidate) weigh(today Date) {
	wait := firstTimeWait
	if c.hint.LastSpoke != 0 {
		wait = min(longestWait, today.Sub(c.hint.LastSpoke)/7)
	}
	c.weight = c.fit * wait
}

func (c *candidate) reason() Phrase {
	turn := Say("has not spoken here yet")
	if c.hint.LastSpoke != 0 {
		turn = Say("spoke last on %s", c.hint.LastSpoke)
	}
	switch {
	case c.hint.Topic == "":
		return turn
	case c.item == "":
		return Say("knows about %s, which this event is about; %s", c.hint.Topic, turn)
	}
	return Say("knows about %s, wanted on the board (“%s”); %s", c.hint.Topic, c.item, turn)
}
