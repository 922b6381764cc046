package room

import (
	"slices"
	"time"

	"copleader/data"
)

// stepsWithin are the steps of formats that consist of several, each with a clock of its own: what they are called comes from the words
// of the reader, given by word.
func stepsWithin(s *data.Snapshot, e *data.Event, above *Part, word func(data.Phrase) string) []Part {
	switch (key{e.Format, above.Text}) {
	case sixTalks:
		return talksWithin(s, e, above, word)
	case threeDemos:
		return turnsWithin(s, e, above, 3, func(n int) string { return word(data.Say("Demo %d", n)) })
	case key{"open_space", "Three rounds of 40"}:
		return equalWithin(above, 3, func(n int) string { return word(data.Say("Round %d", n)) })
	case key{"problem_clinic", "Two cases of 25: 5 tell, 5 clarify, 12 advise, 3 commit"}:
		return casesWithin(above, word)
	}
	if times, there := TimesOf(e.Format, above.Text); there {
		return blockWithin(above, times, word)
	}
	return nil
}

// TurnsOf says how long after a line of the programme each turn of those who speak begins, where the format's step is made of such turns:
// lightning talks, demos. The first turn is of the first who speaks (data/README.md, The room).
func TurnsOf(s *data.Snapshot, e *data.Event, line data.AgendaLine) []time.Duration {
	if step := (key{e.Format, line.Text}); step != sixTalks && step != threeDemos {
		return nil
	}
	var turns []time.Duration
	at, above := time.Duration(0), Part{Text: line.Text, Given: time.Duration(line.Minutes) * time.Minute}
	for _, p := range stepsWithin(s, e, &above, func(data.Phrase) string { return "" }) {
		if p.Kind == Talk {
			turns = append(turns, at)
		}
		at += p.Given
	}
	return turns
}

// The steps of formats that are turns of those who speak.
var (
	sixTalks   = key{"lightning_talks", "Six talks of 5 + 2"}
	threeDemos = key{"show_and_tell", "Three demos of 10"}
)

// Lengths of a lightning talk.
const (
	shortTalk  = 5 * time.Minute
	changeover = 2 * time.Minute
)

// talksWithin are lightning talks, each with its clock and the time to change over to the next.
func talksWithin(s *data.Snapshot, e *data.Event, above *Part, word func(data.Phrase) string) []Part {
	n := int(above.Given / (shortTalk + changeover))
	spare := above.Given - time.Duration(n)*(shortTalk+changeover)
	if n < 2 {
		return nil
	}
	above.Given = 0
	speakers := speakersOf(s, e)
	var parts []Part
	for i := range n {
		p := Part{Kind: Talk, Text: word(data.Say("Talk %d", i+1)), Within: true, Given: shortTalk}
		if i < len(speakers) {
			p.Who = speakers[i]
		}
		if i == 0 {
			p.Given += spare
		}
		parts = append(parts, p, Part{Kind: Break, Text: word(data.Say("Changing over")), Within: true, Given: changeover})
	}
	return parts
}

// turnsWithin are equal turns, those of speakers first.
func turnsWithin(s *data.Snapshot, e *data.Event, above *Part, n int, name func(n int) string) []Part {
	parts := equalWithin(above, n, name)
	for i, who := range speakersOf(s, e) {
		if i < len(parts) {
			parts[i].Who = who
		}
	}
	return parts
}

// equalWithin shares the time of a part among n, in whole minutes.
func equalWithin(above *Part, n int, name func(n int) string) []Part {
	whole := int(above.Given / time.Minute)
	if whole < n {
		return nil
	}
	above.Given = 0
	parts := make([]Part, n)
	for i := range parts {
		minutes := whole / n
		if i < whole%n {
			minutes++
		}
		parts[i] = Part{Kind: Talk, Text: name(i + 1), Within: true, Given: time.Duration(minutes) * time.Minute}
	}
	return parts
}

// The steps of a case, as its parts know them.
const (
	tells     = "tell"
	clarifies = "clarify"
	advises   = "advise"
	commits   = "commit"
)

// casesWithin are the steps of two cases, where there are the 25 minutes for each.
func casesWithin(above *Part, word func(data.Phrase) string) []Part {
	if above.Given != 50*time.Minute {
		return nil
	}
	above.Given = 0
	var parts []Part
	for n := 1; n <= 2; n++ {
		for _, step := range []struct {
			of      string
			name    data.Phrase
			minutes time.Duration
		}{{tells, data.Say("Case %d: tell", n), 5}, {clarifies, data.Say("Case %d: clarify", n), 5}, {advises, data.Say("Case %d: advise", n), 12}, {commits, data.Say("Case %d: commit", n), 3}} {
			parts = append(parts, Part{Kind: Talk, Text: word(step.name), Of: step.of, Within: true, Given: step.minutes * time.Minute})
		}
	}
	return parts
}

// blockWithin are the parts of a block of the kick-off workshop: alone, share, cluster, agree (data/README.md, Workshop).
func blockWithin(above *Part, t Times, word func(data.Phrase) string) []Part {
	var parts []Part
	var sum time.Duration
	for _, p := range []struct {
		kind    Kind
		name    data.Phrase
		minutes int
	}{{Alone, data.Say("Alone, in silence"), t.Alone}, {Share, data.Say("Share"), t.Share}, {Cluster, data.Say("Cluster"), t.Cluster},
		{Agree, data.Say("Agree"), t.Agree}} {
		if given := time.Duration(p.minutes) * time.Minute; given > 0 {
			parts = append(parts, Part{Kind: p.kind, Text: word(p.name), Of: above.Text, Within: true, Given: given})
			sum += given
		}
	}
	if len(parts) < 2 || sum != above.Given {
		return nil // one clock is enough, or the leader gave the block another time
	}
	above.Given = 0
	return parts
}

// speakersOf are the names of those who speak at an event.
func speakersOf(s *data.Snapshot, e *data.Event) []string {
	var names []string
	for _, r := range s.EventRoles {
		if m, known := s.MemberByID(r.MemberID); known && r.EventID == e.ID && r.Part == data.PartSpeaker {
			names = append(names, m.Name)
		}
	}
	return names
}

// topicTime is how long a topic of a lean coffee has, and moreForTopic what a vote of thumbs adds.
const (
	topicTime    = 5 * time.Minute
	moreForTopic = 3 * time.Minute
)

// TakesTopics reports whether a part is filled with the topics that were voted on, in their order.
func TakesTopics(format string, p *Part) bool {
	return !p.Within && key{format, p.Text} == key{"lean_coffee", "Discuss in boxes of 5, thumbs to go on by 3"}
}

// SetTopics fills the part at a place with topics, five minutes each, as many as there is time for; those left out go on the list of what
// is left over at the end, as skipped parts. Time that the topics leave comes behind them, called by rest.
func (r *Run) SetTopics(part int, topics []string, rest string, now time.Time) {
	if part >= len(r.Parts) || len(topics) == 0 {
		return
	}
	end := r.end(part)
	whole := r.Whole(part)
	room := int(whole / topicTime)
	var parts []Part
	for i, text := range topics {
		parts = append(parts, Part{Kind: Topic, Text: text, Within: true, Given: topicTime, Planned: topicTime, Skipped: i >= room})
	}
	if used := time.Duration(min(room, len(topics))) * topicTime; used < whole {
		parts = append(parts, Part{Kind: Spare, Text: rest, Within: true, Given: whole - used, Planned: whole - used})
	}
	under := r.Above(min(r.At, len(r.Parts)-1)) == part && !r.Through()
	r.Parts[part].Given, r.Parts[part].Planned = 0, 0
	r.Parts = slices.Replace(r.Parts, part+1, end, parts...)
	if under {
		r.Go(part, now)
	}
}

// Extend gives the topic under way three minutes more, after thumbs said so; they come from the topics behind it.
func (r *Run) Extend() {
	for range int(moreForTopic / time.Minute) {
		r.More()
	}
}
