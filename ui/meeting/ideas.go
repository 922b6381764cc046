package meeting

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/room"
	"copleader/data/store"
)

// collects are the steps of formats in which people put something forward, by format. The steps that follow use it.
var collects = map[string][]string{
	"lean_coffee":          {"Write topics", "Pitch", "Dot vote", "Discuss in boxes of 5, thumbs to go on by 3"},
	"retrospective":        {"Facts", "Choose"},
	"problem_clinic":       {"Choose"},
	"xtrem_watch":          {"Ideas", "Pitch", "Vote"},
	"open_space":           {"Marketplace"},
	"backlog_refinement":   {"New items", "Vote and order"},
	data.VisionWorkshop:    {"Round: why I came", "Vision and importance", "How and measures", "Impact", "Resources and channels", room.ForceField, room.NameStep, room.LeaderStep},
	"health_check_session": {"Actions"},
}

// apart are the steps whose ideas are their own: nothing said before belongs to them.
var apart = []string{"retrospective", data.VisionWorkshop}

// step is the step of the agenda under way, as ideas are kept with it: one for all of a format whose steps work on the same ideas.
func (s *State) step() string {
	if s.run.Through() {
		return ""
	}
	if slices.Contains(apart, s.event.Format) || len(collects[s.event.Format]) == 0 {
		return s.block()
	}
	return collects[s.event.Format][0]
}

// block is the step of the agenda under way, with all that is within it; "" once the meeting is through.
func (s *State) block() string {
	if s.run.Through() {
		return ""
	}
	return s.run.Parts[s.run.Above(s.run.At)].Text
}

// Collects tells whether people put something forward in the part under way.
func (s *State) Collects() bool {
	p := s.run.Now()
	if p == nil {
		return false
	}
	return p.Kind == room.Topic || p.Kind == room.Spare || slices.Contains(collects[s.event.Format], s.block())
}

// ordered are the ideas that belong to no other, the most voted first, else as they came.
func ordered(lines []data.MeetingLine) []data.MeetingLine {
	var own []data.MeetingLine
	votes := map[int64]int{}
	for _, l := range lines {
		if l.WithID != 0 {
			votes[l.WithID] += l.Votes
			continue
		}
		own = append(own, l)
	}
	for i := range own {
		own[i].Votes += votes[own[i].ID]
	}
	slices.SortStableFunc(own, func(a, b data.MeetingLine) int { return b.Votes - a.Votes })
	return own
}

// Idea is an idea as it stands in the list: those that belong to another stand below it.
type Idea struct {
	data.MeetingLine
	Within bool
	Placed bool // it stands on the wall already
}

// Listed are the ideas with those that belong to them.
func (s *State) Listed() []Idea {
	var list []Idea
	for _, l := range s.Ideas() {
		list = append(list, Idea{MeetingLine: l, Placed: s.placed(l.Text)})
		for _, alike := range s.with(l.ID) {
			list = append(list, Idea{MeetingLine: alike, Within: true, Placed: s.placed(alike.Text)})
		}
	}
	return list
}

// with are those that were put to an idea.
func (s *State) with(id int64) []data.MeetingLine {
	var alike []data.MeetingLine
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineIdea) {
		if l.WithID == id {
			alike = append(alike, l)
		}
	}
	return alike
}

// Head is the idea to which another belongs; itself where it stands alone.
func (i Idea) Head() int64 { return cmp.Or(i.WithID, i.ID) }

// AddIdea is the deed of writing an idea down.
func (s *State) AddIdea(text string) func(context.Context) error {
	l := data.MeetingLine{EventID: s.event.ID, Kind: data.LineIdea, Text: text, Step: s.step(), Written: s.clock.Now().UnixMilli()}
	return func(ctx context.Context) error {
		_, err := s.store.WriteDown(ctx, &l, store.Written{})
		return err
	}
}

// Dots is the deed of giving an idea dots, or taking some away.
func (s *State) Dots(id int64, n int) func(context.Context) error {
	return func(ctx context.Context) error {
		return s.store.ChangeLine(ctx, id, func(l *data.MeetingLine) { l.Votes = max(0, l.Votes+n) })
	}
}

// Group is the deed of putting an idea to another that says the same; 0 lets it stand alone again. What was put to it goes along.
func (s *State) Group(id, with int64) func(context.Context) error {
	var along []int64
	if with != 0 {
		for _, l := range s.with(id) {
			along = append(along, l.ID)
		}
	}
	return func(ctx context.Context) error {
		for _, one := range append([]int64{id}, along...) {
			if err := s.store.ChangeLine(ctx, one, func(l *data.MeetingLine) { l.WithID = with }); err != nil {
				return err
			}
		}
		return nil
	}
}

// TakesTopics tells whether the ideas become the topics of a part that lies ahead or is under way.
func (s *State) TakesTopics() (place int, takes bool) {
	for i := range s.run.Parts {
		if room.TakesTopics(s.event.Format, &s.run.Parts[i]) && len(s.Ideas()) > 0 {
			return i, i >= s.run.Above(min(s.run.At, len(s.run.Parts)-1))
		}
	}
	return 0, false
}

// SetTopics makes the ideas the topics, in the order of their dots.
func (s *State) SetTopics() {
	if place, takes := s.TakesTopics(); takes {
		var topics []string
		for _, l := range s.Ideas() {
			topics = append(topics, l.Text)
		}
		s.run.SetTopics(place, topics, s.say.Text("More topics"), s.clock.Now())
	}
}

// TopicsIfDue makes the ideas the topics where their part has come and nobody did so.
func (s *State) TopicsIfDue() {
	if place, takes := s.TakesTopics(); takes && place == s.run.At {
		s.SetTopics()
	}
}

// Forward goes to the next part. Where that takes topics and has none yet, the ideas become them.
func (s *State) Forward() {
	if place, takes := s.TakesTopics(); takes && s.run.Next() == &s.run.Parts[place] {
		s.SetTopics()
	}
	s.run.Forward(s.clock.Now())
}

// ideaLines are the ideas as everybody sees them, with their dots.
func (s *State) ideaLines() []string {
	if !s.Collects() || s.silent() {
		return nil
	}
	var lines []string
	for _, l := range s.Ideas() {
		lines = append(lines, s.ideaLine(&l))
	}
	return lines
}

// ideaLine is an idea with those that say the same, and its dots.
func (s *State) ideaLine(l *data.MeetingLine) string {
	text := l.Text
	var alike []string
	for _, other := range s.with(l.ID) {
		alike = append(alike, other.Text)
	}
	if len(alike) > 0 {
		text = s.say.Text("%s (%s)", text, strings.Join(alike, ", "))
	}
	if l.Votes > 0 {
		text = s.say.Count(l.Votes, "%[2]s · %[1]d dot", "%[2]s · %[1]d dots", text)
	}
	return text
}

// silent tells whether everybody writes for themselves now, so that nobody's notes are shown.
func (s *State) silent() bool {
	p := s.run.Now()
	return p != nil && p.Kind == room.Alone
}
