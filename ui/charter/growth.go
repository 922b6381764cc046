package charter

import (
	"copleader/data"
)

// Growth is where the community stands: its phases, its stage and the seven
// principles, each with what the data show (data/README.md, Phases and stages).
type Growth struct {
	Phases     map[data.Phase]PhaseView
	Stage      StageView
	Principles []Signal
}

// Signal is one thing the program looks at, worded.
type Signal struct {
	Key      string
	Text     string
	Evidence string // the figures, may be empty
	Met      bool
}

// PhaseView is what a phase asks for before the leader moves on.
type PhaseView struct {
	Signals  []Signal
	Progress string // "3 of 4"
	Current  bool
	// Ready is said when all is there; the leader alone moves on, to Next.
	Ready   string
	Next    data.Phase // "" after the last
	Actions []string
	// Answered says when the worksheet was last answered.
	Answered string
	// Stale tells that this is longer ago than the year in which members should
	// come back to it (data/README.md, Worksheets).
	Stale bool
}

// StageView is how far the community has grown.
type StageView struct {
	Now        data.Stage // the leader's word
	Suggested  data.Stage
	Suggestion string // "Evidence suggests Maturing."
	// Tension and Actions are those of the stage the leader chose, or of the
	// suggested one while none is chosen.
	Looks, Tension, Others, Energy string
	Actions                        []string
	Tests                          []StageTest
}

// StageTest is the evidence for one stage.
type StageTest struct {
	Stage    data.Stage
	Title    string
	Progress string
	Passed   bool
	Signals  []Signal
	// Near tells the stages that matter now: the one that is set or suggested, and
	// the one after.
	Near bool
}

func (v *View) growth() {
	v.Growth = Growth{Phases: map[data.Phase]PhaseView{}, Principles: v.signals(v.snapshot.Principles(v.today))}
	for _, p := range data.Phases {
		v.Growth.Phases[p] = v.phase(p)
	}
	v.Growth.Stage = v.stage()
}

func (v *View) signals(criteria []data.Criterion) []Signal {
	out := make([]Signal, len(criteria))
	for i, c := range criteria {
		out[i] = Signal{Key: c.Key, Text: v.say.Of(c.Label), Evidence: v.say.Of(c.Evidence), Met: c.Met}
	}
	return out
}

func (v *View) phase(p data.Phase) PhaseView {
	criteria := v.snapshot.PhaseCriteria(p, v.today)
	out := PhaseView{Signals: v.signals(criteria), Current: v.Community.Phase == p,
		Progress: v.say.Text("%d of %d", data.MetCount(criteria), len(criteria)), Actions: v.spoken(p.Actions())}
	out.Next, _ = p.Next()
	if data.AllMet(criteria) {
		out.Ready = v.say.Text("All of this is there.")
		if out.Current && out.Next != "" {
			out.Ready = v.say.Text("All of this is there; you may go on to %s.", out.Next.Phrase())
		}
	}
	if on := v.answeredOn(p); on != 0 {
		out.Answered = v.say.Text("Last answered %s.", v.say.Ago(v.today.Sub(on)))
		out.Stale = v.today.Sub(on) > 365
	}
	return out
}

// answeredOn is the day of the last answer on a phase's worksheet.
func (v *View) answeredOn(p data.Phase) data.Date {
	var last data.Date
	for _, w := range v.snapshot.Worksheets {
		if w.On <= v.today && w.Text != "" && data.PhaseOf(w.Question) == p {
			last = max(last, w.On)
		}
	}
	return last
}

func (v *View) stage() StageView {
	evidence := v.snapshot.StageEvidence(v.today)
	out := StageView{Now: v.Community.Stage, Suggested: evidence.Suggested,
		Suggestion: v.say.Text("Evidence suggests %s.", evidence.Suggested.Phrase())}
	shown := out.Now
	if shown == "" {
		shown = out.Suggested
	}
	out.Looks, out.Tension = v.say.Of(shown.Looks()), v.say.Of(shown.Tension())
	out.Others, out.Energy = v.say.Of(shown.OtherNames()), v.say.Of(shown.Energy())
	out.Actions = v.spoken(shown.Actions())
	before := false // the stage before matters now
	for _, t := range evidence.Tests {
		near := t.Stage == out.Now || t.Stage == out.Suggested
		if len(t.Criteria) > 0 {
			test := v.stageTest(t)
			test.Near = near || before
			out.Tests = append(out.Tests, test)
		}
		before = t.Stage == out.Suggested && t.Stage != data.Stewardship
	}
	return out
}

func (v *View) stageTest(t data.StageTest) StageTest {
	out := StageTest{Stage: t.Stage, Title: v.say.Of(t.Stage.Phrase()), Passed: t.Passed, Signals: v.signals(t.Criteria),
		Progress: v.say.Text("%d of %d", data.MetCount(t.Criteria), len(t.Criteria))}
	if t.Stage == data.Transformation {
		// The leader's word alone is enough, or three of the signs
		// (data/README.md, Phases and stages).
		out.Progress = v.say.Text("the leader's word, or three signs")
	}
	return out
}

// spoken are phrases in words.
func (v *View) spoken(phrases []data.Phrase) []string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = v.say.Of(p)
	}
	return out
}
