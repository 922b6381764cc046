package data

// RoleDefinition says what a role does here; who has it stands in MemberRole.
type RoleDefinition struct {
	ID   int64
	Role Role
	Duty string
}

// Validate cleans the texts and checks the limits.
func (r *RoleDefinition) Validate() error {
	var k check
	oneOf(&k, "role", r.Role, Roles...)
	k.text("duty", &r.Duty, 200)
	return k.err()
}

// Term is a word the community uses in its own sense.
type Term struct {
	ID      int64
	Term    string
	Meaning string
}

// Validate cleans the texts and checks the limits.
func (t *Term) Validate() error {
	var k check
	k.needed("term", &t.Term, 60)
	k.text("meaning", &t.Meaning, 160)
	return k.err()
}

// ChannelUse is what a channel is for.
type ChannelUse string

// The uses of a channel.
const (
	UseAnnounce ChannelUse = "announce"
	UseDiscuss  ChannelUse = "discuss"
	UseArchive  ChannelUse = "archive"
)

// Channel is a place where the community talks or keeps its minutes.
type Channel struct {
	ID   int64
	Name string
	Link string
	Use  ChannelUse
}

// Validate cleans the texts and checks the limits.
func (c *Channel) Validate() error {
	var k check
	k.needed("name", &c.Name, 80)
	k.line("link", &c.Link, 500)
	oneOf(&k, "use", c.Use, UseAnnounce, UseDiscuss, UseArchive)
	return k.err()
}

// MeasureKind is where a measure's figure comes from.
type MeasureKind string

// The kinds of measure (data/README.md, Charter).
const (
	MeasureInApp     MeasureKind = "inApp"
	MeasureDimension MeasureKind = "surveyDimension"
	MeasureOutside   MeasureKind = "outsideNumber"
	MeasureStory     MeasureKind = "story"
)

// Measure is a yardstick of the charter: how we shall know.
type Measure struct {
	ID       int64
	Wording  string
	Kind     MeasureKind
	Card     string // the health card of kind surveyDimension
	Baseline string
	Target   string
	Due      Date
	Source   string
}

// MaxMeasures is the most measures a charter names (data/README.md, Charter).
const MaxMeasures = 7

// Validate cleans the texts and checks the limits.
func (m *Measure) Validate() error {
	var k check
	k.needed("wording", &m.Wording, 120)
	oneOf(&k, "kind", m.Kind, MeasureInApp, MeasureDimension, MeasureOutside, MeasureStory)
	k.line("card", &m.Card, 40)
	k.line("baseline", &m.Baseline, 60)
	k.line("target", &m.Target, 60)
	k.date("due", m.Due)
	k.line("source", &m.Source, 120)
	return k.err()
}

// MeasureValue is what a measure read on a day.
type MeasureValue struct {
	ID        int64
	MeasureID int64
	On        Date
	Value     string
	Source    string
	Remark    string
}

// Validate cleans the texts and checks the limits.
func (m *MeasureValue) Validate() error {
	var k check
	k.neededDate("on", m.On)
	k.needed("value", &m.Value, 60)
	k.line("source", &m.Source, 120)
	k.line("remark", &m.Remark, 160)
	return k.err()
}

// CharterVersion is the charter as it was agreed on a day.
type CharterVersion struct {
	ID       int64
	Version  int
	AgreedOn Date
	Note     string
	AgreedBy string
	Text     string // the whole charter as readable lines, for comparing
}

// Validate cleans the texts and checks the limits.
func (v *CharterVersion) Validate() error {
	var k check
	k.between("version", v.Version, 1, 10000)
	k.neededDate("agreedOn", v.AgreedOn)
	k.text("note", &v.Note, 200)
	k.line("agreedBy", &v.AgreedBy, 200)
	k.text("text", &v.Text, 60000)
	return k.err()
}

// CharterNote is a dated note in a section of the charter.
type CharterNote struct {
	ID      int64
	Section Section
	On      Date
	Text    string
}

// Validate cleans the texts and checks the limits.
func (n *CharterNote) Validate() error {
	var k check
	oneOf(&k, "section", n.Section, Sections...)
	k.neededDate("on", n.On)
	k.text("text", &n.Text, 1000)
	k.failing(n.Text == "", "text", "Please fill this in.")
	return k.err()
}

// WorksheetAnswer is one dated answer to a question of a phase's worksheet
// (data/README.md, Worksheets); answers are never overwritten.
type WorksheetAnswer struct {
	ID       int64
	Question string // "design.activities"
	On       Date
	Text     string
}

// Validate cleans the texts and checks the limits.
func (w *WorksheetAnswer) Validate() error {
	var k check
	oneOf(&k, "question", w.Question, WorksheetQuestions...)
	k.neededDate("on", w.On)
	k.text("text", &w.Text, 1000)
	return k.err()
}

// WorksheetQuestions are the keys of the worksheets of phases two to five, in
// order; the part before the dot is the phase.
var WorksheetQuestions = []string{
	"design.activities", "design.interaction", "design.recognition", "design.communication",
	"design.collaboration", "design.learning",
	"grow.culture", "grow.engaged", "grow.reputation", "grow.character", "grow.awareness",
	"grow.joining", "grow.leadersPath",
	"perform.energy", "perform.cycle", "perform.processes", "perform.cultureSigns",
	"perform.roles", "perform.outputs", "perform.recognition",
	"transform.flow", "transform.succession", "transform.purposeCheck", "transform.success",
	"transform.better", "transform.future",
}

// RoadMark is the leader's own tick on a step of the introduction road
// (data/README.md, Road), or the day the program first saw it reached.
type RoadMark struct {
	ID   int64
	Step int // 1–21
	On   Date
	// Ticked is the leader's word: done although the program can't see it, or
	// (false) open although the program would tick it.
	Ticked bool
	ByHand bool
}

// RoadSteps is the number of steps of the introduction road.
const RoadSteps = 21

// Validate checks the limits.
func (r *RoadMark) Validate() error {
	var k check
	k.between("step", r.Step, 1, RoadSteps)
	k.neededDate("on", r.On)
	return k.err()
}
