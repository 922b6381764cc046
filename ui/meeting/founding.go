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

// Target is where an idea of the kick-off workshop may go: a box of the canvas, a side of the force field, the name, the lead.
type Target struct {
	Key  string // that of the box or the side; name, leader
	Text string // what putting it there is called
}

// What is chosen in the workshop, as keys of targets.
const (
	toName   = "name"
	toLeader = "leader"
)

// Targets are where ideas may go in the part under way; nowhere in most.
func (s *State) Targets() []Target {
	var all []Target
	for _, box := range s.Now().Boxes {
		all = append(all, Target{string(box), s.say.Text("Into the box “%s”", box.Phrase())})
	}
	if s.event.Format != data.VisionWorkshop {
		return all
	}
	switch s.block() {
	case room.ForceField:
		for _, side := range []data.ForceSide{data.ForceSupports, data.ForceSlows} {
			all = append(all, Target{string(side), s.of(side.Phrase())})
		}
	case room.NameStep:
		all = append(all, Target{toName, s.say.Text("Take it as our name")})
	case room.LeaderStep:
		all = append(all, Target{toLeader, s.say.Text("Said yes: leads from now on")})
	}
	return all
}

// Into is the deed of putting an idea where it goes.
func (s *State) Into(l data.MeetingLine, target string) func(context.Context) error {
	switch target {
	case toName:
		return s.takeName(l.Text)
	case toLeader:
		return s.takeLeader(l.Text)
	case string(data.ForceSupports), string(data.ForceSlows):
		return s.addForce(l, data.ForceSide(target))
	}
	box := data.BoxKey(target)
	return func(ctx context.Context) error {
		return s.store.SetBox(ctx, box, store.Visit{}, append(slices.Clone(s.snapshot.BoxLines(box)), l.Text))
	}
}

// placed reports whether an idea stands on the wall already.
func (s *State) placed(text string) bool {
	return s.onWall(text, s.Now().Boxes) || s.block() == room.ForceField && s.isForce(text)
}

// Strengths of a force, and that of one without dots.
const (
	usualForce     = 3
	strongestForce = 5
)

// addForce writes a force down; dots say how strong it is.
func (s *State) addForce(l data.MeetingLine, side data.ForceSide) func(context.Context) error {
	f := data.Force{Side: side, Text: l.Text, Strength: min(strongestForce, cmp.Or(l.Votes, usualForce))}
	return func(ctx context.Context) error { return store.Rows(s.store, store.Forces).Save(ctx, &f) }
}

// takeName takes a name over into the charter, and writes down that it was decided.
func (s *State) takeName(name string) func(context.Context) error {
	return s.decide(s.calledWords(name), store.Written{Name: name})
}

func (s *State) calledWords(name string) string { return s.say.Text("We are called “%s”.", name) }

func (s *State) leadsWords(name string) string { return s.say.Text("%s leads.", name) }

// takeLeader passes the lead to whoever was nominated and said yes, and writes down that it was decided. Who has been nobody's member
// yet becomes one.
func (s *State) takeLeader(name string) func(context.Context) error {
	m, known := s.snapshot.MemberByID(s.Named(name))
	if !known {
		m = data.Member{Name: name, Kind: data.KindMember, JoinedOn: s.clock.Today()}
	}
	also := store.Written{Lead: &m}
	if known && m.ID == s.snapshot.Community.LeaderID {
		also.Lead = nil
	}
	return s.decide(s.leadsWords(m.Name), also)
}

// decide is the deed of writing down a decision of the step under way, and of doing what it says.
func (s *State) decide(text string, also store.Written) func(context.Context) error {
	l := data.MeetingLine{EventID: s.event.ID, Kind: data.LineDecision, Text: text, Step: s.run.Step(), Written: s.clock.Now().UnixMilli()}
	return func(ctx context.Context) error {
		_, err := s.store.WriteDown(ctx, &l, also)
		return err
	}
}

// Choosing is what is chosen in the part under way, the name or who leads: the idea with the most dots, and what was decided.
type Choosing struct {
	Asks    bool
	Target  string
	First   data.MeetingLine // the zero line where nothing was put forward
	Decided string
	Taken   bool // First is what was decided
}

// Choosing tells what is chosen.
func (s *State) Choosing() Choosing {
	c := Choosing{}
	for _, t := range s.Targets() {
		if t.Key == toName || t.Key == toLeader {
			c.Asks, c.Target = true, t.Key
		}
	}
	if !c.Asks {
		return c
	}
	if here := s.Ideas(); len(here) > 0 && here[0].Step == s.step() {
		c.First = here[0]
	}
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineDecision) {
		if l.Step == s.run.Step() {
			c.Decided = l.Text
		}
	}
	words := s.calledWords(c.First.Text)
	if c.Target == toLeader {
		words = s.leadsWords(cmp.Or(s.NameOf(s.Named(c.First.Text)), c.First.Text))
	}
	c.Taken = c.Decided == words
	return c
}

// Founded is what the workshop made that is taken up at its end: things for the board, measures, channels.
func (s *State) Founded() store.Taken {
	var t store.Taken
	if s.event.Format != data.VisionWorkshop {
		return t
	}
	for _, box := range data.Offered {
		for _, line := range s.snapshot.CanvasOffers()[box] {
			if box != data.BoxMeasures || len(s.snapshot.Measures)+len(t.Measures) < data.MaxMeasures {
				t.Add(box, line)
			}
		}
	}
	return t
}

// FoundedWords says what would be taken up; "" for nothing.
func (s *State) FoundedWords(t store.Taken) string {
	var words []string
	if n := len(t.Items); n > 0 {
		words = append(words, s.say.Count(n, "%d item on the board", "%d items on the board"))
	}
	if n := len(t.Measures); n > 0 {
		words = append(words, s.say.Count(n, "%d measure", "%d measures"))
	}
	if n := len(t.Channels); n > 0 {
		words = append(words, s.say.Count(n, "%d channel", "%d channels"))
	}
	return strings.Join(words, " · ")
}

// workshopInMinutes says what the workshop founded: the name, who leads, the boxes of the canvas; and what was put forward and stands
// nowhere else, by the block in which it was. Who was nominated and does not lead is not told.
func (s *State) workshopInMinutes() string {
	leader, _ := s.snapshot.MemberByID(s.snapshot.Community.LeaderID)
	text := []string{s.headed(s.say.Text("Our community"), []string{s.snapshot.Community.Name})}
	if leader.Name != "" {
		text = append(text, s.headed(s.say.Text("Leads"), []string{leader.Name}))
	}
	for _, box := range data.Boxes {
		text = append(text, s.headed(s.of(box.Phrase()), s.snapshot.BoxLines(box)))
	}
	var blocks []string
	off := map[string][]string{}
	for _, l := range ordered(s.snapshot.LinesOf(s.event.ID, data.LineIdea)) {
		if l.Step == room.LeaderStep || s.stands(&l) {
			continue
		}
		if !slices.Contains(blocks, l.Step) {
			blocks = append(blocks, l.Step)
		}
		off[l.Step] = append(off[l.Step], s.ideaLine(&l))
	}
	for _, block := range blocks {
		text = append(text, s.headed(s.say.Text("Put forward, not on the wall (%s)", block), off[block]))
	}
	return linesOf(text...)
}

// stands reports whether an idea, or one that says the same, became the name, a line of the canvas or a force.
func (s *State) stands(idea *data.MeetingLine) bool {
	for _, l := range append(s.with(idea.ID), *idea) {
		if l.Text == s.snapshot.Community.Name || s.onWall(l.Text, data.Boxes) || s.isForce(l.Text) {
			return true
		}
	}
	return false
}

// onWall reports whether a text is a line of one of some boxes.
func (s *State) onWall(text string, boxes []data.BoxKey) bool {
	return slices.ContainsFunc(boxes, func(box data.BoxKey) bool { return slices.Contains(s.snapshot.BoxLines(box), text) })
}

// isForce reports whether a text is a force for or against.
func (s *State) isForce(text string) bool {
	return slices.ContainsFunc(s.snapshot.Forces, func(f data.Force) bool { return f.Text == text })
}

// agreeing is the version of the charter that those who came agree.
func (s *State) agreeing() *data.CharterVersion {
	var names []string
	for _, p := range s.Here() {
		names = append(names, p.Name)
	}
	return &data.CharterVersion{AgreedOn: s.event.On, Note: s.event.Title, AgreedBy: cutTo(s.say.List(names), data.CharterVersionFields.Of("agreedBy").Limit)}
}

// cutTo cuts a text to so many letters.
func cutTo(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
