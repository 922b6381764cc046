// Package road is the screen of the introduction road: its steps, seen by the program or ticked by hand, and what makes a
// community work beside them.
package road

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// State is what the screen shows, without a window.
type State struct {
	store *store.Store
	say   *words.Say
}

// NewState makes one.
func NewState(s *store.Store, say *words.Say) *State { return &State{store: s, say: say} }

// View is everything the screen shows, in words.
type View struct {
	Reached, Of int
	Steps       []Step
	// Conditions are what makes it work, whatever the step (data/README.md, Road).
	Conditions []string
}

// Step is one step of the road.
type Step struct {
	Number       int
	Title, Means string
	Why          string // the program or the leader says that it is reached, or not
	Reached      bool
	ByHand       bool // the leader ticked or unticked it
	Way          Way
}

// Read reads the file and words the road on a day.
func (s *State) Read(ctx context.Context, today data.Date) (View, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return View{}, err
	}
	return s.Of(snapshot, today), nil
}

// Of words the road of a snapshot on a day.
func (s *State) Of(snapshot *data.Snapshot, today data.Date) View {
	road := snapshot.Road(today)
	v := View{Reached: road.Reached, Of: len(road.Steps), Conditions: s.conditions()}
	for _, step := range road.Steps {
		v.Steps = append(v.Steps, Step{Number: step.Number, Title: s.say.Of(step.Title), Means: s.say.Of(step.Means), Why: s.why(step),
			Reached: step.Reached, ByHand: step.ByHand, Way: ways[step.Number]})
	}
	return v
}

// needNumber is the step that no file can show: to sense the need.
const needNumber = 1

// why says who says so, and since when.
func (s *State) why(step data.RoadStep) string {
	switch {
	case step.ByHand && step.Reached:
		return s.say.Text("Ticked by you on %s.", step.On)
	case step.ByHand:
		return s.say.Text("Left open by you on %s.", step.On)
	case step.Reached && !step.Seen:
		return s.say.Text("Seen on %s; once reached, it stays reached.", step.On)
	case step.Reached && step.On != 0:
		return s.say.Text("Seen since %s.", step.On)
	case step.Reached:
		return s.say.Text("Seen in what you entered.")
	case step.Number == needNumber:
		return s.say.Text("Only you can know. Tick it when it is so.")
	}
	return s.say.Text("Not seen yet.")
}

// conditions are what makes a community work.
func (s *State) conditions() []string {
	say := s.say
	return []string{
		say.Text("It is made together, from the first goals on."),
		say.Text("One person leads, with real time for it and somebody to talk to."),
		say.Text("Everything is visible to everyone who belongs."),
		say.Text("A sponsor stands behind it."),
		say.Text("Formats vary."),
		say.Text("It decides for itself, within clear limits."),
		say.Text("It is a safe place; nobody has to be an expert."),
		say.Text("It looks back regularly and changes something."),
	}
}

// Way is where a step is taken: a page with what it is to show, or the row to begin there.
type Way struct {
	Page   string
	At     any
	Begins bool
}

// ways are where the steps are taken; the first is taken outside the program.
var ways = map[int]Way{
	2:  {Page: "charter", At: "primaryPurpose"},
	3:  {Page: "charter", At: "domain"},
	4:  {Page: "members", At: data.Place{Kind: data.PlaceSponsors}},
	5:  {Page: "members"},
	6:  {Page: "events", At: data.Event{Format: data.VisionWorkshop}, Begins: true},
	7:  {Page: "charter", At: "name"},
	8:  {Page: "share"},
	9:  {Page: "charter", At: "channels"},
	10: {Page: "backlog"},
	11: {Page: "events", At: data.Event{}, Begins: true},
	12: {Page: "events"},
	13: {Page: "events"},
	14: {Page: "backlog"},
	15: {Page: "charter", At: data.Grow},
	16: {Page: "events", At: data.Event{Format: "retrospective"}, Begins: true},
	17: {Page: "health", At: data.Round{}, Begins: true},
	18: {Page: "health"},
	19: {Page: "backlog", At: data.ValueStory{}, Begins: true},
	20: {Page: "share"},
	21: {Page: "charter", At: "reviewOn"},
}
