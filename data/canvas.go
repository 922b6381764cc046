package data

// BoxKey names a box of the vision canvas.
type BoxKey string

// The seven boxes (data/README.md, Canvas).
const (
	BoxVision        BoxKey = "vision"
	BoxImportance    BoxKey = "importance"
	BoxHow           BoxKey = "how"
	BoxMeasures      BoxKey = "measures"
	BoxImpact        BoxKey = "impact"
	BoxResources     BoxKey = "resources"
	BoxCommunication BoxKey = "communication"
)

// Boxes lists the boxes in the order of the workshop.
var Boxes = []BoxKey{BoxVision, BoxImportance, BoxHow, BoxMeasures, BoxImpact, BoxResources, BoxCommunication}

// boxRoom is how many lines a box has room for; each line holds 100 characters.
var boxRoom = map[BoxKey]int{BoxVision: 8, BoxImportance: 5, BoxHow: 8, BoxMeasures: 5,
	BoxImpact: 6, BoxResources: 6, BoxCommunication: 6}

// CanvasBox is one box of the one-page result of the kick-off workshop.
type CanvasBox struct {
	ID    int64
	Box   BoxKey
	Lines Lines
}

// Validate cleans the lines and checks the limits of data/README.md, Canvas.
func (b *CanvasBox) Validate() error {
	var k check
	oneOf(&k, "box", b.Box, Boxes...)
	k.lines("lines", &b.Lines, boxRoom[b.Box], 100)
	return k.err()
}

// ForceSide tells whether a force supports or slows the vision.
type ForceSide string

// The two sides of the force field.
const (
	ForceSupports ForceSide = "supports"
	ForceSlows    ForceSide = "slows"
)

// Force is one line of the force field (data/README.md, Canvas), strength 1–5.
type Force struct {
	ID       int64
	Side     ForceSide
	Text     string
	Strength int
}

// Validate cleans the text and checks the limits.
func (f *Force) Validate() error {
	var k check
	oneOf(&k, "side", f.Side, ForceSupports, ForceSlows)
	k.needed("text", &f.Text, 100)
	k.between("strength", f.Strength, 1, 5)
	return k.err()
}
