package data

// RoleDefinition says what a role does here; who has it stands in MemberRole.
type RoleDefinition struct {
	ID   int64
	Role Role
	Duty string
}

// RoleDefinitionFields describes what a role does here.
var RoleDefinitionFields = Fields[RoleDefinition]{
	bare("id", func(r *RoleDefinition) *int64 { return &r.ID }),
	choice("role", Say("Role"), func(r *RoleDefinition) *Role { return &r.Role }, Roles...),
	text("duty", Say("What it does here"), 200, func(r *RoleDefinition) *string { return &r.Duty }).community(),
}

// Validate cleans the texts and checks the limits.
func (r *RoleDefinition) Validate() error { return RoleDefinitionFields.validate(r, nil) }

// Term is a word the community uses in its own sense.
type Term struct {
	ID      int64
	Term    string
	Meaning string
}

// TermFields describes a word of the community's own.
var TermFields = Fields[Term]{
	bare("id", func(t *Term) *int64 { return &t.ID }),
	line("term", Say("Word"), 60, func(t *Term) *string { return &t.Term }).must().community(),
	text("meaning", Say("What we mean by it"), 160, func(t *Term) *string { return &t.Meaning }).community(),
}

// Validate cleans the texts and checks the limits.
func (t *Term) Validate() error { return TermFields.validate(t, nil) }

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

// ChannelFields describes a channel.
var ChannelFields = Fields[Channel]{
	bare("id", func(c *Channel) *int64 { return &c.ID }),
	line("name", Say("Name"), 80, func(c *Channel) *string { return &c.Name }).must().community(),
	line("link", Say("Link or place"), 500, func(c *Channel) *string { return &c.Link }).community(),
	choice("use", Say("What for"), func(c *Channel) *ChannelUse { return &c.Use }, UseAnnounce, UseDiscuss, UseArchive).in("purpose"),
}

// Validate cleans the texts and checks the limits.
func (c *Channel) Validate() error { return ChannelFields.validate(c, nil) }

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
	Counts   CountKey // which figure of the program's, of kind inApp
}

// MaxMeasures is the most measures a charter names (data/README.md, Charter).
const MaxMeasures = 7

// MeasureFields describes a measure.
var MeasureFields = Fields[Measure]{
	bare("id", func(m *Measure) *int64 { return &m.ID }),
	line("wording", Say("How we shall know"), 120, func(m *Measure) *string { return &m.Wording }).must().outside(),
	choice("kind", Say("Where the figure comes from"), func(m *Measure) *MeasureKind { return &m.Kind }, MeasureInApp, MeasureDimension, MeasureOutside, MeasureStory),
	word("card", Say("Health card"), 40, func(m *Measure) *string { return &m.Card }),
	line("baseline", Say("At the start"), 60, func(m *Measure) *string { return &m.Baseline }).outside(),
	line("target", Say("Target"), 60, func(m *Measure) *string { return &m.Target }).outside(),
	date("due", Say("To be reached by"), func(m *Measure) *Date { return &m.Due }),
	line("source", Say("Who tells the number"), 120, func(m *Measure) *string { return &m.Source }).outside(),
	choice("counts", Say("What the program counts"), func(m *Measure) *CountKey { return &m.Counts }, append([]CountKey{""}, CountKeys...)...),
}

// Validate cleans the texts and checks the limits.
func (m *Measure) Validate() error { return MeasureFields.validate(m, nil) }

// MeasureValue is what a measure read on a day.
type MeasureValue struct {
	ID        int64
	MeasureID int64
	On        Date
	Value     string
	Source    string
	Remark    string
}

// MeasureValueFields describes what a measure read.
var MeasureValueFields = Fields[MeasureValue]{
	bare("id", func(m *MeasureValue) *int64 { return &m.ID }),
	belongs("measure", Say("Measure"), func(m *MeasureValue) *int64 { return &m.MeasureID }),
	date("on", Say("On"), func(m *MeasureValue) *Date { return &m.On }).in("day").must(),
	line("value", Say("What it reads"), 60, func(m *MeasureValue) *string { return &m.Value }).in("reading").must().outside(),
	line("source", Say("Who tells the number"), 120, func(m *MeasureValue) *string { return &m.Source }).outside(),
	line("remark", Say("Remark"), 160, func(m *MeasureValue) *string { return &m.Remark }).outside(),
}

// Validate cleans the texts and checks the limits.
func (m *MeasureValue) Validate() error { return MeasureValueFields.validate(m, nil) }

// CharterVersion is the charter as it was agreed on a day.
type CharterVersion struct {
	ID       int64
	Version  int
	AgreedOn Date
	Note     string
	AgreedBy string
	Text     string // the whole charter as readable lines, for comparing
}

// CharterVersionFields describes a version of the charter.
var CharterVersionFields = Fields[CharterVersion]{
	bare("id", func(v *CharterVersion) *int64 { return &v.ID }),
	number("version", unseen, 1, 10000, func(v *CharterVersion) *int { return &v.Version }),
	date("agreedOn", Say("Agreed on"), func(v *CharterVersion) *Date { return &v.AgreedOn }).must(),
	text("note", Say("What is new, in a few words"), 200, func(v *CharterVersion) *string { return &v.Note }).community(),
	line("agreedBy", Say("Agreed by"), 200, func(v *CharterVersion) *string { return &v.AgreedBy }).saying(Say("For example: the core team, those present.")).community(),
	text("text", unseen, 60000, func(v *CharterVersion) *string { return &v.Text }).in("charter"),
}

// Validate cleans the texts and checks the limits.
func (v *CharterVersion) Validate() error { return CharterVersionFields.validate(v, nil) }

// CharterNote is a dated note in a section of the charter.
type CharterNote struct {
	ID      int64
	Section Section
	On      Date
	Text    string
}

// CharterNoteFields describes a note in the charter.
var CharterNoteFields = Fields[CharterNote]{
	bare("id", func(n *CharterNote) *int64 { return &n.ID }),
	choice("section", Say("About"), func(n *CharterNote) *Section { return &n.Section }, Sections...),
	date("on", Say("On"), func(n *CharterNote) *Date { return &n.On }).in("day").must(),
	text("text", Say("Note"), 1000, func(n *CharterNote) *string { return &n.Text }).in("note").must(),
}

// Validate cleans the texts and checks the limits.
func (n *CharterNote) Validate() error { return CharterNoteFields.validate(n, nil) }

// WorksheetAnswer is one dated answer to a question of a phase's worksheet
// (data/README.md, Worksheets); answers are never overwritten.
type WorksheetAnswer struct {
	ID       int64
	Question string // "design.activities"
	On       Date
	Text     string
}

// WorksheetAnswerFields describes an answer on a worksheet.
var WorksheetAnswerFields = Fields[WorksheetAnswer]{
	bare("id", func(w *WorksheetAnswer) *int64 { return &w.ID }),
	choice("question", unseen, func(w *WorksheetAnswer) *string { return &w.Question }, WorksheetQuestions...).called(QuestionText),
	date("on", unseen, func(w *WorksheetAnswer) *Date { return &w.On }).in("day").must(),
	text("text", Say("Answer"), 1000, func(w *WorksheetAnswer) *string { return &w.Text }).in("answer"),
}

// Validate cleans the texts and checks the limits.
func (w *WorksheetAnswer) Validate() error { return WorksheetAnswerFields.validate(w, nil) }

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

// RoadMarkFields describes a mark on the road.
var RoadMarkFields = Fields[RoadMark]{
	bare("id", func(r *RoadMark) *int64 { return &r.ID }),
	number("step", unseen, 1, RoadSteps, func(r *RoadMark) *int { return &r.Step }),
	date("on", unseen, func(r *RoadMark) *Date { return &r.On }).in("day").must(),
	tick("ticked", unseen, func(r *RoadMark) *bool { return &r.Ticked }),
	tick("byHand", unseen, func(r *RoadMark) *bool { return &r.ByHand }),
}

// Validate cleans the texts and checks the limits.
func (r *RoadMark) Validate() error { return RoadMarkFields.validate(r, nil) }
